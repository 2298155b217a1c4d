//! Runs the blocks of an input on all cores, and writes what comes out in order.
//!
//! A thread reads, one a core works, the calling thread writes. Blocks go round the workers, so
//! taking one result from each in turn is the order of the input. A fixed number of blocks is
//! under way: the reader waits for the writer to hand one back, and memory stays constant.

use std::io::{self, Read, Write as _};
use std::panic;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::form::{LineFault, LineWorker};
use super::lines::{Block, Blocks, Failure};
use super::{Form, Work};
use crate::error::{Error, Fault, Place};
use crate::input::Source;
use crate::progress::Progress;

/// Blocks under way for each worker: one at work, one before and one behind it.
const AHEAD: usize = 3;

/// More workers than this would wait for the reader and the writer.
const WORKERS: usize = 16;

/// How much memory the output of a block may keep.
const KEPT: usize = 2 << 20;

/// Buffers that go round: filled by the reader, worked on, written, filled again.
#[derive(Debug, Default)]
struct Load {
    block: Block,
    out: Vec<u8>,
}

/// A load on its way to the writer.
struct Done {
    load: Load,
    lines: u64,
    /// What was wrong behind the last line of the output.
    stop: Option<Stop>,
}

enum Stop {
    Reader(Failure),
    Line(LineFault),
    /// The byte at this offset of the block.
    NotUtf8 {
        offset: usize,
        byte: u8,
    },
}

/// A thread that works on each block whose turn it is.
struct Worker {
    results: Receiver<Done>,
    thread: JoinHandle<()>,
}

/// Does the work of `work()`, made once for each thread, on every line of `source`.
pub(crate) fn run<W: Work>(
    source: &Source,
    form: &Form,
    work: impl Fn() -> W,
) -> Result<(), Error> {
    let input = source.open()?;
    let mut progress = Progress::new(input.size);
    let count = thread::available_parallelism().map_or(1, |count| count.get().min(WORKERS));
    let (free, frees) = channel();
    let (jobs, mut workers): (Vec<_>, Vec<_>) =
        (0..count).map(|_| start_worker(LineWorker::new(form.clone(), work()))).unzip();
    for _ in 0..AHEAD * count {
        // The other end is there still.
        let _ = free.send(Load::default());
    }
    let reader = thread::spawn(move || read(input.reader, &frees, &jobs));

    let (mut lines, mut offset) = (0, 0);
    let mut stdout = io::stdout().lock();
    for turn in (0..count).cycle() {
        let Ok(Done { load, lines: more, stop }) = workers[turn].results.recv() else {
            // The end: this worker and the reader are done, or one of them panicked.
            join(workers.swap_remove(turn).thread);
            join(reader);
            break;
        };
        stdout.write_all(&load.out).and_then(|()| stdout.flush()).map_err(Error::Write)?;
        lines += more;
        if let Some(stop) = stop {
            return Err(stop.into_error(source, lines + 1, offset));
        }
        let bytes = load.block.bytes().len() as u64;
        offset += bytes;
        progress.add(bytes, more);
        // The reader may have come to the end.
        let _ = free.send(load.cleared());
    }
    Ok(())
}

/// Fills free loads and gives them to the workers in turn, till the input ends or nobody listens.
fn read(input: Box<dyn Read + Send>, frees: &Receiver<Load>, jobs: &[Sender<Job>]) {
    let mut blocks = Blocks::new(input);
    for jobs in jobs.iter().cycle() {
        let Ok(mut load) = frees.recv() else { return };
        let job = match blocks.fill(&mut load.block) {
            Ok(true) => Ok(load),
            Ok(false) => return,
            Err(failure) => Err(failure),
        };
        let last = job.is_err();
        if jobs.send(job).is_err() || last {
            return;
        }
    }
}

/// Lines to work on, or why there are no more: it goes through the workers to keep its place.
type Job = Result<Load, Failure>;

fn start_worker<W: Work>(mut lines: LineWorker<W>) -> (Sender<Job>, Worker) {
    let (sender, jobs) = channel::<Job>();
    let (done, results) = channel();
    let thread = thread::spawn(move || {
        for job in jobs {
            let result = match job {
                Ok(load) => load.work(&mut lines),
                Err(failure) => {
                    Done { load: Load::default(), lines: 0, stop: Some(Stop::Reader(failure)) }
                }
            };
            if done.send(result).is_err() {
                return;
            }
        }
    });
    (sender, Worker { results, thread })
}

/// Waits for a thread, and panics as it did.
fn join(thread: JoinHandle<()>) {
    if let Err(payload) = thread.join() {
        panic::resume_unwind(payload);
    }
}

impl Load {
    /// Works on line after line, till one is wrong.
    fn work<W: Work>(mut self, worker: &mut LineWorker<W>) -> Done {
        let bytes = self.block.bytes();
        let (text, bad) = match str::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                // The lines before the one with the bad byte.
                let offset = error.valid_up_to();
                let lines = bytes[..offset].iter().rposition(|&byte| byte == b'\n');
                let text = str::from_utf8(&bytes[..lines.map_or(0, |end| end + 1)]);
                let byte = bytes[offset];
                (text.unwrap_or_default(), Some(Stop::NotUtf8 { offset, byte }))
            }
        };
        let (mut lines, mut stop) = (0, bad);
        for line in text.split_inclusive('\n') {
            let line = line.strip_suffix('\n').unwrap_or(line);
            let start = self.out.len();
            if let Err(fault) = worker.convert(line, &mut self.out) {
                self.out.truncate(start);
                stop = Some(Stop::Line(fault));
                break;
            }
            self.out.push(b'\n');
            lines += 1;
        }
        Done { load: self, lines, stop }
    }

    fn cleared(mut self) -> Self {
        self.block.clear();
        self.out.clear();
        self.out.shrink_to(KEPT);
        self
    }
}

impl Stop {
    /// The error, at the line and (of the block) the offset in the input.
    fn into_error(self, source: &Source, line: u64, block: u64) -> Error {
        let (column, fault) = match self {
            Self::Reader(Failure::Read(error)) => {
                let source = source.clone();
                return Error::Input { source, place: Place::default(), fault: Fault::Read(error) };
            }
            Self::Reader(Failure::LongLine) => (None, Fault::TooLong { what: "line" }),
            Self::Line(fault) => fault.into_parts(),
            Self::NotUtf8 { offset, byte } => {
                (None, Fault::NotUtf8 { offset: block + offset as u64, byte })
            }
        };
        Error::Input { source: source.clone(), place: Place { line: Some(line), column }, fault }
    }
}
