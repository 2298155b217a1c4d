//! One text, held against a profile and the clients' grammars.

use alloc::vec::Vec;

use crate::parse::{Client, Parser};

use super::context::{Context, Facts};
use super::diagnostic::{Diagnostic, Severity};
use super::lint::Lint;
use super::places;
use super::profile::Profile;

/// Checks a text, as both clients read it; see [`Checker`].
///
/// # Complexity
///
/// Linear in the text.
///
/// # Panics
///
/// On a text of 4 GiB or more.
///
/// # Examples
///
/// ```
/// use wamark::check::{check, Profile};
///
/// assert!(check("Hi *Ana*, your order is ready.", &Profile::default()).is_clean());
/// ```
#[must_use]
pub fn check(text: &str, profile: &Profile) -> Report {
    Checker::new(profile).check(text)
}

/// Checks texts against a profile, and keeps its buffers from one to the next.
#[derive(Clone, Debug)]
pub struct Checker<'p> {
    profile: &'p Profile,
    client: Option<Client>,
    parser: Parser,
    android: Parser,
}

impl<'p> Checker<'p> {
    /// Checks for a profile, as both clients read the text.
    #[must_use]
    pub const fn new(profile: &'p Profile) -> Self {
        let android = Parser::new().client(Client::Android).links(false);
        Self { profile, client: None, parser: Parser::new(), android }
    }

    /// Whose reading of the text is looked at, where not both: then nothing is said of how they
    /// differ.
    #[must_use]
    pub const fn client(mut self, client: Client) -> Self {
        self.client = Some(client);
        self
    }

    /// Checks a text.
    ///
    /// # Panics
    ///
    /// On a text of 4 GiB or more.
    #[must_use]
    pub fn check(&mut self, text: &str) -> Report {
        self.parser.set_client(self.client.unwrap_or_default());
        let document = self.parser.parse(text);
        let both = self.client.is_none() && self.profile.place().is_formatted();
        let android = both.then(|| self.android.parse(document.source()));
        let facts = Facts::new(self.profile, &document, android.as_ref());
        let mut context = Context::new(&facts);
        let formatted = self.profile.place().is_formatted();
        Lint::look_for_all(&mut context, formatted);
        let mut diagnostics = context.finish();
        places::in_input(&mut diagnostics, text, document.source().len());
        let count = self.profile.unit().count(document.source());
        if let Some(android) = android {
            self.android.recycle(android);
        }
        self.parser.recycle(document);
        Report { count, diagnostics }
    }
}

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    count: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// How long the text is, in the profile's unit.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// What was found, in the order of the text.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// What was found, without the report.
    #[must_use]
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// How grave the gravest finding is.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.diagnostics.iter().map(|found| found.severity).max()
    }
}
