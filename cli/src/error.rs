//! What can go wrong, how it is said, and the exit code.

use std::fmt;
use std::io::{self, Write as _};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};

use crate::input::Source;

/// The longest message in bytes: the library takes less than `u32::MAX`.
pub(crate) const LIMIT: u64 = u32::MAX as u64 - 1;

/// An end before the end of the work.
#[derive(Debug)]
pub(crate) enum Error {
    /// Standard output cannot be written.
    Write(io::Error),
    /// Fields are wrong, or items of an input: a line for each, `lead_id: wanted …`.
    Fields(Vec<String>),
    /// Something is wrong with the input, or at a place in it.
    Input { source: Source, place: Place, fault: Fault },
}

/// Where in an input: a line and a column count from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: Option<u64>,
    pub(crate) column: Option<usize>,
}

/// What is wrong.
#[derive(Debug)]
pub(crate) enum Fault {
    Read(io::Error),
    /// Longer than [`LIMIT`].
    TooLong {
        what: &'static str,
    },
    /// The byte at this offset of the whole input is not UTF-8.
    NotUtf8 {
        offset: u64,
        byte: u8,
    },
    /// Activities that an audit could not read: the first one, and how many more.
    Audit {
        first: String,
        more: u64,
    },
    /// What the library says.
    Told(String),
    /// JSON of another form.
    Json {
        expected: String,
        found: String,
    },
}

impl Error {
    /// Says on standard error what went wrong, and gives the exit code.
    ///
    /// Where the reader of standard output has gone (`| head`), that is the end and no failure.
    pub(crate) fn report(&self) -> ExitCode {
        const RED: Style = AnsiColor::Red.on_default().bold();
        if let Self::Write(error) = self
            && error.kind() == io::ErrorKind::BrokenPipe
        {
            return ExitCode::SUCCESS;
        }
        // Where standard error is closed, the exit code must do.
        let _ = writeln!(anstream::stderr(), "{RED}error:{RED:#} {self}");
        ExitCode::from(2)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Write(error) => write!(f, "standard output: {}", reason(error)),
            Self::Fields(lines) => f.write_str(&lines.join("\nerror: ")),
            Self::Input { source, place, fault } => write!(f, "{source}{place}: {fault}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => write!(f, "{}", reason(error)),
            Self::TooLong { what } => {
                write!(f, "the {what} is longer than {LIMIT} bytes, the limit")
            }
            Self::NotUtf8 { offset, byte } => {
                write!(f, "expected UTF-8, found the byte 0x{byte:02x} at offset {offset}")
            }
            Self::Audit { first, more: 0 } => f.write_str(first),
            Self::Audit { first, more } => write!(f, "{first}, and {more} more faults"),
            Self::Told(what) => f.write_str(what),
            Self::Json { expected, found } => write!(f, "expected {expected}, found {found}"),
        }
    }
}

/// The same words on every system where the kind says enough, the system's own elsewhere.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        io::ErrorKind::IsADirectory => "is a directory".into(),
        io::ErrorKind::StorageFull => "no space left".into(),
        _ => error.to_string(),
    }
}
