//! All that is wrong with a message, at once: each problem with its field.

use std::fmt;
use std::string::String;
use std::vec::Vec;

use super::update::Edit;
use super::{Fault, Given};

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field by Close's name; an attachment's is `attachments[0].url`.
    pub field: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// The field, and what is wrong with it.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.fault)
    }
}

/// All that is wrong with a message, in the order of the fields; one problem at least.
///
/// `Display` writes a line for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The problems.
    #[must_use]
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Takes values out of their results, and keeps the faults.
#[derive(Default)]
pub(crate) struct Checker(Vec<Problem>);

impl Checker {
    pub(crate) fn add(&mut self, field: impl Into<String>, fault: Fault) {
        self.0.push(Problem { field: field.into(), fault });
    }

    /// The value, if it is one. The fault is kept if it is none.
    pub(crate) fn take<T>(
        &mut self,
        field: impl Into<String>,
        value: Result<T, Fault>,
    ) -> Option<T> {
        value.map_err(|fault| self.add(field, fault)).ok()
    }

    /// As [`take`](Self::take), for a field that may not be given.
    pub(crate) fn maybe<T>(&mut self, field: &str, value: Option<Given<T>>) -> Option<T> {
        value.and_then(|value| self.take(field, value.0))
    }

    /// As [`maybe`](Self::maybe), for a field that can be removed.
    pub(crate) fn edit<T>(
        &mut self,
        field: &str,
        value: Option<Edit<Given<T>>>,
    ) -> Option<Edit<T>> {
        match value? {
            Edit::Clear => Some(Edit::Clear),
            Edit::Set(value) => self.take(field, value.0).map(Edit::Set),
        }
    }

    /// Whether nothing was wrong so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was made of the values, where nothing was wrong.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Problems> {
        value.filter(|_| self.0.is_empty()).ok_or(Problems(self.0))
    }
}
