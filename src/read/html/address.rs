//! Addresses in `href` and `src`.

/// A URL without the control characters and white space around it, which browsers do not see.
pub(super) fn trimmed(url: &str) -> &str {
    url.trim_matches(|c: char| c <= ' ')
}

/// The scheme of a URL that is [trimmed].
///
/// One that has a tab or a line feed in it is none here, though browsers take them out: nobody
/// writes such a URL in good faith.
pub(super) fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.bytes().all(name);
    valid.then_some(scheme)
}
