//! Files of a message: what is said of each, and how large they may be together.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::Serialize;

use super::problem::Checker;
use super::{Fault, FileUrl, Given};

/// The most bytes that all attachments of a message have together, unless said otherwise.
///
/// Close says 25 MB, not whether that is 25,000,000 or 26,214,400 bytes.
pub const ATTACHMENT_LIMIT: u64 = 25_000_000;

/// A file of a message. It was uploaded to Close before; see [`Upload`](super::Upload).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Where Close has the file: [`Upload::download_url`](super::Upload::download_url).
    pub url: Given<FileUrl>,
    /// The name that is shown, on one line.
    pub filename: String,
    /// The media type: `image/jpeg`.
    pub content_type: String,
    /// The size in bytes, if it is known. It is not sent, only summed up.
    pub size: Option<u64>,
}

/// An [`Attachment`] that was checked, in the form in which it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Checked {
    content_type: String,
    filename: String,
    url: FileUrl,
}

/// The attachments, if nothing is wrong with any of them.
pub(crate) fn check(
    checker: &mut Checker,
    given: Vec<Attachment>,
    limit: u64,
) -> Option<Vec<Checked>> {
    let sum = given.iter().filter_map(|attachment| attachment.size);
    let sum = sum.fold(0, u64::saturating_add);
    if sum > limit {
        checker.add("attachments", Fault::TooLarge { limit, found: sum });
    }
    let all: Vec<_> =
        given.into_iter().enumerate().map(|(at, one)| check_one(checker, at, one)).collect();
    all.into_iter().collect()
}

fn check_one(checker: &mut Checker, at: usize, given: Attachment) -> Option<Checked> {
    let field = |name| format!("attachments[{at}].{name}");
    let Attachment { url, filename, content_type, .. } = given;
    let url = checker.take(field("url"), url.0);
    let filename = checker.take(field("filename"), check_filename(&filename));
    let content_type = checker.take(field("content_type"), check_content_type(&content_type));
    Some(Checked { url: url?, filename: filename?, content_type: content_type? })
}

/// A name that can be shown on a line.
pub(crate) fn check_filename(name: &str) -> Result<String, Fault> {
    const WANTED: &str = "a file name, on one line";
    if name.trim().is_empty() {
        return Err(Fault::Empty { wanted: WANTED });
    }
    if name.chars().any(char::is_control) {
        return Err(Fault::form(WANTED, name));
    }
    Ok(name.to_string())
}

/// `type/subtype` by RFC 9110, and perhaps parameters, which are not looked into.
pub(crate) fn check_content_type(text: &str) -> Result<String, Fault> {
    let is_token = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
    };
    let (essence, parameters) = text.split_once(';').unwrap_or((text, ""));
    let is_type = essence
        .trim_end_matches([' ', '\t'])
        .split_once('/')
        .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype));
    if is_type && parameters.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) {
        return Ok(text.to_string());
    }
    Err(Fault::form("a media type, `image/jpeg`", text))
}
