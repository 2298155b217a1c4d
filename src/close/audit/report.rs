//! What an audit found.

mod print;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::construct::Construct;
use super::suggest::SuggestedStyle;
use super::{Difference, Verdict};

/// What an audit found; `Display` is a report for people, `Serialize` one for programs.
///
/// It has no word of any message, unless [`Audit::show`](super::Audit::show) asked for them.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct AuditReport {
    /// How many messages were compared.
    pub activities: u64,
    /// How many activities were of other types, and were left out.
    pub other_objects: u64,
    /// How many lines or activities could not be read.
    pub wrong: u64,
    /// How Close's HTML and ours compare.
    pub html: HtmlCounts,
    /// How Close's text and ours compare.
    pub text: TextCounts,
    /// What Close has for each construct, the most frequent first.
    pub tags: Vec<TagUse>,
    /// The style that gives Close's tags.
    pub suggested_style: SuggestedStyle,
    /// The first few of each kind that are not equal.
    pub examples: Vec<AuditExample>,
    /// The first few that could not be read.
    pub faults: Vec<AuditFault>,
}

/// How many messages have which verdict, and how many of the last one for which reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HtmlCounts {
    /// Byte for byte.
    pub equal: u64,
    /// But for white space and spelling.
    pub equal_after_spacing: u64,
    /// The same structure.
    pub other_tags: u64,
    /// All others; the sum of what follows.
    pub different: u64,
    /// [`Difference::NotWellFormed`]
    pub not_well_formed: u64,
    /// [`Difference::Text`]
    pub other_text: u64,
    /// [`Difference::Structure`]
    pub other_structure: u64,
    /// [`Difference::Lines`]
    pub other_lines: u64,
    /// [`Difference::Numbers`]
    pub other_numbers: u64,
}

/// How many messages have Close's text, and in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TextCounts {
    /// As [`Document::to_text`](crate::Document::to_text) gives it.
    pub equal: u64,
    /// But for white space.
    pub equal_after_spacing: u64,
    /// All others.
    pub different: u64,
    /// Equal, had we written [`Bullets::Dot`](crate::Bullets::Dot).
    pub with_dots: u64,
    /// Equal, had we written no marks of items and quotes.
    pub without_marks: u64,
    /// Equal to the message, markers and all.
    pub as_markdown: u64,
}

/// What Close was seen to have for a construct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TagUse {
    /// The construct.
    pub construct: Construct,
    /// The opening tags, without attributes that depend on the message; empty for none.
    pub html: String,
    /// How often.
    pub count: u64,
}

/// A message that is not equal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AuditExample {
    /// Which one it was, counted from 1.
    pub activity: u64,
    /// Its id.
    pub id: String,
    /// How the HTML compares.
    pub html: Verdict,
    /// In what it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Difference>,
    /// How the text compares.
    pub text: Verdict,
    /// The message, if it may be shown; so with what follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_markdown: Option<String>,
    /// Close's HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_html: Option<String>,
    /// Our HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub our_html: Option<String>,
    /// Close's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_text: Option<String>,
}

/// What could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AuditFault {
    /// The line, counted from 1, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// What is wrong.
    pub reason: String,
}

impl HtmlCounts {
    pub(super) fn add(&mut self, verdict: Verdict, difference: Option<Difference>) {
        *match verdict {
            Verdict::Equal => &mut self.equal,
            Verdict::EqualAfterSpacing => &mut self.equal_after_spacing,
            Verdict::OtherTags => &mut self.other_tags,
            Verdict::Different => &mut self.different,
        } += 1;
        *match difference {
            None => return,
            Some(Difference::NotWellFormed) => &mut self.not_well_formed,
            Some(Difference::Text) => &mut self.other_text,
            Some(Difference::Structure) => &mut self.other_structure,
            Some(Difference::Lines) => &mut self.other_lines,
            Some(Difference::Numbers) => &mut self.other_numbers,
        } += 1;
    }

    pub(super) const fn total(&self) -> u64 {
        self.equal + self.equal_after_spacing + self.other_tags + self.different
    }
}

impl fmt::Display for AuditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.reason)
    }
}
