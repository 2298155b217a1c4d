//! `wamark fix`: mends what can be mended without asking, in one message or many.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use clap::ValueHint;
use wamark::check::{Checker, Diagnostic, Profile};

use crate::cli::examples;
use crate::commands::check::Places;
use crate::error::Error;
use crate::input;
use crate::ndjson::{self, Lines, push_json};
use crate::output;
use crate::profile;

/// Mend a message, or many, before it is sent
///
/// What `wamark check` finds and can mend without asking is mended: Markdown and HTML that are left,
/// markers with spaces inside, characters that nobody sees. The output is the message; what a person
/// has to decide about is said on standard error, with its place in the output.
///
/// With --ndjson each line of the input is a message, and becomes a string.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "echo '[**Order**](https://ex.com/1) &amp; more' | wamark fix"
    "    *Order* (https://ex.com/1) & more"
    "wamark fix --profile cloud-template-parameter name.txt"
    "wamark fix --ndjson < strings.jsonl"
    "wamark fix --ndjson --field text --into text export.jsonl"
])]
pub(crate) struct Args {
    /// Where the text is to stand; `wamark profiles` lists them
    #[arg(long, value_name = "NAME", default_value = "cloud-text", value_parser = profile::parser(),
        hide_possible_values = true)]
    profile: &'static Profile,

    #[command(flatten)]
    lines: Lines,

    /// The input; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        let input: input::Source = self.file.clone().into();
        let profile = self.profile;
        if let Some(form) = self.lines.form(false) {
            return ndjson::run(&input, &form, || {
                let mut checker = Checker::new(profile);
                move |message: &str, out: &mut Vec<u8>, _: &mut Vec<u8>| {
                    push_json(out, &checker.fix(message).text);
                }
            });
        }
        let message = input.read_message()?;
        let fixed = Checker::new(profile).fix(&message);
        let left = lines(&fixed.text, &fixed.left);
        let mut out = fixed.text;
        if output::is_terminal() {
            out.push('\n');
        }
        output::write(out.as_bytes())?;
        // Where standard error is closed, nobody wants to know.
        let _ = std::io::stderr().write_all(left.as_bytes());
        Ok(())
    }
}

/// One a line: the place in the output, the code, what is wrong and what to do.
fn lines(text: &str, left: &[Diagnostic]) -> String {
    let (places, mut lines) = (Places::new(text), String::new());
    for found in left {
        let place = places.of(found.span.start as usize);
        let (line, column) = (place.line, place.column);
        // Writing to a string cannot fail.
        let _ =
            writeln!(lines, "{line}:{column}: {}: {}: {}", found.lint, found.message, found.help);
    }
    lines
}
