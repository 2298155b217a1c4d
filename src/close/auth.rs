//! Who calls: an API key or a token, that no output of this library shows.

use std::fmt;
use std::format;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;

/// Who calls. `Debug` shows nothing, and the header is marked as sensitive.
///
/// # Examples
///
/// ```
/// use wamark::close::Auth;
///
/// let auth = Auth::api_key("yourapikey").unwrap();
/// assert_eq!(format!("{auth:?}"), "Auth(…)");
/// assert_eq!(auth.header(), "Basic eW91cmFwaWtleTo=");
/// ```
#[derive(Clone)]
pub struct Auth(HeaderValue);

impl Auth {
    /// An API key: HTTP Basic with the key as the user's name and an empty password.
    ///
    /// # Errors
    ///
    /// If the key is empty or has a character that is no visible ASCII, or a colon.
    pub fn api_key(key: &str) -> Result<Self, AuthError> {
        check(key, "API key")?;
        if key.contains(':') {
            return Err(AuthError { what: "API key" });
        }
        Self::new(&format!("Basic {}", STANDARD.encode(format!("{key}:"))), "API key")
    }

    /// A token of OAuth.
    ///
    /// # Errors
    ///
    /// If the token is empty or has a character that is no visible ASCII.
    pub fn bearer(token: &str) -> Result<Self, AuthError> {
        check(token, "token")?;
        Self::new(&format!("Bearer {token}"), "token")
    }

    fn new(value: &str, what: &'static str) -> Result<Self, AuthError> {
        let mut value = HeaderValue::from_str(value).map_err(|_| AuthError { what })?;
        value.set_sensitive(true);
        Ok(Self(value))
    }

    /// The value of the header `authorization`. This is the secret.
    #[must_use]
    pub fn header(&self) -> &HeaderValue {
        &self.0
    }
}

fn check(secret: &str, what: &'static str) -> Result<(), AuthError> {
    let is_visible = !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_graphic());
    is_visible.then_some(()).ok_or(AuthError { what })
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Auth(…)")
    }
}

/// A key or token that can be none. It is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthError {
    what: &'static str,
}

impl fmt::Display for AuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = if self.what == "API key" { " or colons" } else { "" };
        write!(f, "wanted the {} as visible ASCII without spaces{colon}", self.what)
    }
}

impl std::error::Error for AuthError {}
