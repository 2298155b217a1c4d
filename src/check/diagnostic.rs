//! What is found: a code, how grave it is, where, what to do about it.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

use crate::document::Span;

use super::Lint;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// All is well, but this may not be known.
    Note,
    /// People will not see what is meant, most likely.
    Warning,
    /// It cannot be sent.
    Error,
}

impl Severity {
    /// The name: `note`, `warning` or `error`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A piece of text to be replaced.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// What is taken out: bytes of the text that was checked.
    pub span: Span,
    /// What is put in its place.
    pub text: Cow<'static, str>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// What was found.
    pub lint: Lint,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in a sentence without a full stop.
    pub message: Cow<'static, str>,
    /// What to do about it, in a sentence without a full stop.
    pub help: Cow<'static, str>,
    /// Where: bytes of the text that was checked.
    pub span: Span,
    /// What mends it, in order and without overlap; empty where a person has to decide.
    pub edits: Vec<Edit>,
}
