//! Why a request cannot be made.

use std::fmt;

/// Why a request cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError {
    /// No base URL. It is not shown, as it may hold a password.
    BaseUrl,
    /// The address that Close gave for a file is none. It is not shown, as it may hold a signature.
    UploadUrl,
    /// The address would be longer than 65,534 bytes: ask for fewer ids at once.
    TooLong {
        /// Its bytes.
        found: usize,
    },
    /// A filter without a value: Close might take it for no filter.
    EmptyFilter {
        /// The filter by Close's name.
        field: &'static str,
    },
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl => f.write_str(
                "base URL: wanted an address that begins with `https://` or `http://`, without \
                 user, query and fragment",
            ),
            Self::UploadUrl => f.write_str("upload.url: wanted an address of the web"),
            Self::TooLong { found } => {
                write!(f, "wanted an address of at most 65534 bytes, found {found}")
            }
            Self::EmptyFilter { field } => write!(f, "{field}: wanted a value, found nothing"),
        }
    }
}

impl std::error::Error for RequestError {}
