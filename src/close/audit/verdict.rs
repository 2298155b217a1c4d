//! What is compared, and what comes of it.

use serde::Serialize;

/// What of an activity is compared.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::exhaustive_structs, reason = "made by callers")]
pub struct AuditSample<'a> {
    /// `acti_…`, to find the activity again.
    pub id: &'a str,
    /// The message.
    pub message_markdown: &'a str,
    /// What Close made of it.
    pub message_html: &'a str,
    /// And without format.
    pub text: &'a str,
}

/// How Close's HTML and ours compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Byte for byte.
    Equal,
    /// But for white space, or for how the same is spelled: `<br>` and `<br />`, `'` and `&#39;`
    EqualAfterSpacing,
    /// The same structure of the same text; the tags are others.
    OtherTags,
    /// Another structure, or another text.
    Different,
}

/// In what the structures differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Difference {
    /// Close's HTML is not well-formed, or not the kind that is known here.
    NotWellFormed,
    /// Another text is shown.
    Text,
    /// The same text, but something covers more or less of it.
    Structure,
    /// Line breaks and empty lines are others.
    Lines,
    /// A list has other numbers.
    Numbers,
}
