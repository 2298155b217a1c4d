//! Where text comes from: a file or standard input.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use crate::error::{Error, Fault, LIMIT, Place};

/// A file, or standard input.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    Stdin,
    File(PathBuf),
}

/// A [`Source`] that is open.
pub(crate) struct Input {
    pub(crate) reader: Box<dyn Read + Send>,
    /// The number of bytes, where it is known.
    pub(crate) size: Option<u64>,
}

impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("standard input"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

impl Source {
    /// Opens the source.
    pub(crate) fn open(&self) -> Result<Input, Error> {
        match self {
            Self::Stdin => Ok(Input { reader: Box::new(io::stdin()), size: stdin_size() }),
            Self::File(path) => {
                let file = File::open(path).map_err(|error| self.error(Fault::Read(error)))?;
                let size = file_size(&file);
                Ok(Input { reader: Box::new(file), size })
            }
        }
    }

    /// The whole of it, as one message.
    pub(crate) fn read_message(&self) -> Result<String, Error> {
        String::from_utf8(self.read_bytes("message")?).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[offset];
            self.error(Fault::NotUtf8 { offset: offset as u64, byte })
        })
    }

    /// The whole of it as it is: a `what`.
    pub(crate) fn read_bytes(&self, what: &'static str) -> Result<Vec<u8>, Error> {
        let too_long = || self.error(Fault::TooLong { what });
        let input = self.open()?;
        if input.size.is_some_and(|size| size > LIMIT) {
            return Err(too_long());
        }
        let mut bytes = Vec::new();
        input
            .reader
            .take(LIMIT + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| self.error(Fault::Read(error)))?;
        if bytes.len() as u64 > LIMIT {
            return Err(too_long());
        }
        Ok(bytes)
    }

    /// An error of the input as a whole.
    pub(crate) fn error(&self, fault: Fault) -> Error {
        Error::Input { source: self.clone(), place: Place::default(), fault }
    }
}

fn file_size(file: &File) -> Option<u64> {
    file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len())
}

/// The size of a file that standard input was redirected from.
#[cfg(unix)]
fn stdin_size() -> Option<u64> {
    use std::os::fd::AsFd as _;
    file_size(&File::from(io::stdin().as_fd().try_clone_to_owned().ok()?))
}

#[cfg(not(unix))]
fn stdin_size() -> Option<u64> {
    None
}
