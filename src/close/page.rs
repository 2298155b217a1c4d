//! Lists, a page at a time; and the answer to a deletion.

mod bodies;

use std::string::String;
use std::vec::Vec;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::answer::{Answer, ReadError};
use super::{Activity, ListQuery};

pub use bodies::PageError;

/// A page of a list.
///
/// # Examples
///
/// ```
/// use wamark::close::{Api, Auth, ListQuery, Page};
///
/// let query = ListQuery::new().limit(1);
/// let body = r#"{"data":[{"id":"acti_1"}],"has_more":true}"#;
/// let page = Page::from_response(&http::Response::new(body)).unwrap();
/// let next = page.next(&query).unwrap();
/// let request = Api::new(Auth::bearer("token").unwrap()).list(&next).unwrap();
/// assert_eq!(request.uri().query(), Some("_limit=1&_skip=1"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The messages.
    pub data: Vec<Activity>,
    /// Whether there are more.
    pub has_more: bool,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl Page {
    /// Reads the answer to a list request.
    ///
    /// # Errors
    ///
    /// A refusal, or an answer that is none; see [`ReadError`].
    pub fn from_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Result<Self, ReadError> {
        Answer::new(response)?.json()
    }

    /// Reads the bodies of answers to list requests, one behind the other: what a command such as
    /// `curl` wrote into a file, where statuses are not at hand. One page at least.
    ///
    /// # Complexity
    ///
    /// Linear in the bodies.
    ///
    /// # Errors
    ///
    /// The first body that is no page, a refusal above all, with its line.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::close::Page;
    ///
    /// let bodies = r#"{"data":[{"id":"acti_1"}],"has_more":true}
    /// {"data":[],"has_more":false}
    /// "#;
    /// let pages = Page::from_bodies(bodies.as_bytes()).unwrap();
    /// assert_eq!(pages.len(), 2);
    /// assert_eq!(
    ///     Page::from_bodies(br#"{"error":"Unauthorized"}"#).unwrap_err().to_string(),
    ///     "line 1: wanted a page, found a refusal: Unauthorized"
    /// );
    /// ```
    pub fn from_bodies(bodies: &[u8]) -> Result<Vec<Self>, PageError> {
        bodies::read(bodies)
    }

    /// The query for the page after this one, which answered `query`. `None` at the end; also after
    /// a page without messages, which would be asked for again and again.
    #[must_use]
    pub fn next(&self, query: &ListQuery) -> Option<ListQuery> {
        let goes_on = self.has_more && !self.data.is_empty();
        goes_on.then(|| query.further(self.data.len() as u64))
    }
}

/// A message was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deleted;

impl Deleted {
    /// Reads the answer to a delete request: an object, or no body at all.
    ///
    /// # Errors
    ///
    /// A refusal, or an answer that is none; see [`ReadError`]. A message that is not there (any
    /// more) is a refusal with status 404.
    pub fn from_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Result<Self, ReadError> {
        let answer = Answer::new(response)?;
        if !answer.is_empty() {
            answer.json::<Map<String, Value>>()?;
        }
        Ok(Self)
    }
}
