//! The progress bar of a long run.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::output;

/// How long a run may take before it is worth a bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// How far a run is, on standard error, if that is a terminal and the output goes elsewhere.
///
/// By bytes where the size of the input is known, else as a count of messages. It is gone from the
/// screen when it is dropped.
#[derive(Debug)]
pub(crate) struct Progress {
    started: Instant,
    size: Option<u64>,
    bytes: u64,
    lines: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn new(size: Option<u64>) -> Self {
        Self { started: Instant::now(), size, bytes: 0, lines: 0, bar: None }
    }

    /// Says that so much more is done.
    pub(crate) fn add(&mut self, bytes: u64, lines: u64) {
        self.bytes += bytes;
        self.lines += lines;
        if self.bar.is_none() && self.started.elapsed() > PATIENCE {
            self.bar =
                Some(if output::is_terminal() { ProgressBar::hidden() } else { self.draw() });
        }
        if let Some(bar) = &self.bar {
            bar.set_position(if self.size.is_some() { self.bytes } else { self.lines });
        }
    }

    /// A bar, which the crate hides where standard error is no terminal.
    fn draw(&self) -> ProgressBar {
        let (bar, template) = match self.size {
            Some(size) => {
                (ProgressBar::new(size), "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}")
            }
            None => (ProgressBar::no_length(), "{spinner} {human_pos} messages, {elapsed}"),
        };
        let style = ProgressStyle::with_template(template);
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
            .with_elapsed(self.started.elapsed())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
