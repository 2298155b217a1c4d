//! Addresses: of a message in the integration, and of a file in Close.

use std::fmt;
use std::str::FromStr;
use std::string::{String, ToString};

use fluent_uri::Uri;
use serde::{Deserialize, Serialize};

use super::Fault;
use super::id::text;

/// Where a message is to be seen outside Close: an address with http or https, of 1 to 2083
/// characters, by RFC 3986 (what is not ASCII is percent-encoded).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

text!(Link, |text| {
    const LIMIT: usize = 2083;
    let length = text.chars().count();
    if length > LIMIT {
        return Err(Fault::TooLong { limit: LIMIT, found: length });
    }
    let uri = Uri::parse(text).ok();
    let is_web = uri.is_some_and(|uri| {
        let scheme = uri.scheme().as_str();
        (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
            && uri.authority().is_some_and(|authority| !authority.host().is_empty())
    });
    let wanted = "an address that begins with `https://` or `http://`, without spaces, what is \
                  not ASCII percent-encoded";
    is_web.then_some(()).ok_or_else(|| Fault::form(wanted, text))
});

/// The address of a file that was uploaded to Close: `https://app.close.com/go/file/…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileUrl(String);

impl FileUrl {
    /// How such an address begins.
    pub const PREFIX: &str = "https://app.close.com/go/file/";
}

text!(FileUrl, |text| {
    let is_file = text.len() > FileUrl::PREFIX.len()
        && text.starts_with(FileUrl::PREFIX)
        && Uri::parse(text).is_ok();
    let wanted = "the address of a file in Close, `https://app.close.com/go/file/…`";
    is_file.then_some(()).ok_or_else(|| Fault::form(wanted, text))
});
