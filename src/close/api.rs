//! Requests of the WhatsApp message activity, ready to be sent.

use std::borrow::ToOwned as _;
use std::string::String;
use std::vec::Vec;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, Uri};
use url::Url;

use super::{ActivityId, Auth, FileUpload, ListQuery, MessageUpdate, NewMessage, RequestError};

/// Where Close's API is.
pub const BASE_URL: &str = "https://api.close.com/api/v1";

/// Makes requests. Each is complete: method, address, headers and body.
///
/// # Examples
///
/// ```
/// use wamark::close::{Api, Auth};
///
/// let api = Api::new(Auth::api_key("yourapikey").unwrap());
/// let request = api.get(&"acti_1".parse().unwrap(), &["id", "text"]).unwrap();
/// assert_eq!(request.method(), "GET");
/// assert_eq!(
///     request.uri(),
///     "https://api.close.com/api/v1/activity/whatsapp_message/acti_1/?_fields=id%2Ctext"
/// );
/// assert_eq!(format!("{:?}", request.headers()["authorization"]), "Sensitive");
/// ```
#[derive(Clone, Debug)]
pub struct Api {
    auth: Auth,
    base: Base,
}

/// An address that others are made of by segments and queries.
#[derive(Clone, Debug)]
enum Base {
    Close,
    Other(Url),
}

const MESSAGES: [&str; 2] = ["activity", "whatsapp_message"];

impl Api {
    /// Requests to [`BASE_URL`].
    #[must_use]
    pub fn new(auth: Auth) -> Self {
        Self { auth, base: Base::Close }
    }

    /// Requests to another place: `http://localhost:8080/api/v1`.
    ///
    /// # Errors
    ///
    /// If it is no address with http or https, or has a user, a query or a fragment.
    pub fn base_url(mut self, url: &str) -> Result<Self, RequestError> {
        let url = Url::parse(url).map_err(|_| RequestError::BaseUrl)?;
        let is_base = matches!(url.scheme(), "http" | "https")
            && url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        self.base = Base::Other(is_base.then_some(url).ok_or(RequestError::BaseUrl)?);
        Ok(self)
    }

    /// Creates a message.
    ///
    /// There is no idempotency key: where no answer comes, look first whether the message is there
    /// ([`SyncPlan`](super::SyncPlan)), and only then send again.
    ///
    /// # Errors
    ///
    /// As for all requests: see [`RequestError`].
    pub fn create(&self, message: &NewMessage) -> Result<Request<Vec<u8>>, RequestError> {
        let query: &[(&str, &str)] =
            if message.sends_to_inbox() { &[("send_to_inbox", "true")] } else { &[] };
        let uri = self.uri(&MESSAGES, query)?;
        Ok(self.request(Method::POST, uri, Some(message.to_json())))
    }

    /// Gets a message: the fields that are named, all if none is.
    ///
    /// # Errors
    ///
    /// As for all requests: see [`RequestError`].
    pub fn get(&self, id: &ActivityId, fields: &[&str]) -> Result<Request<Vec<u8>>, RequestError> {
        let fields = fields.join(",");
        let query: &[(&str, &str)] = if fields.is_empty() { &[] } else { &[("_fields", &fields)] };
        Ok(self.request(Method::GET, self.message_uri(id, query)?, None))
    }

    /// Lists messages.
    ///
    /// # Errors
    ///
    /// A filter that is an empty list; and as for all requests: see [`RequestError`].
    pub fn list(&self, query: &ListQuery) -> Result<Request<Vec<u8>>, RequestError> {
        let uri = self.uri(&MESSAGES, &query.pairs()?)?;
        Ok(self.request(Method::GET, uri, None))
    }

    /// Changes a message.
    ///
    /// # Errors
    ///
    /// As for all requests: see [`RequestError`].
    pub fn update(
        &self,
        id: &ActivityId,
        update: &MessageUpdate,
    ) -> Result<Request<Vec<u8>>, RequestError> {
        Ok(self.request(Method::PUT, self.message_uri(id, &[])?, Some(update.to_json())))
    }

    /// Deletes a message.
    ///
    /// # Errors
    ///
    /// As for all requests: see [`RequestError`].
    pub fn delete(&self, id: &ActivityId) -> Result<Request<Vec<u8>>, RequestError> {
        Ok(self.request(Method::DELETE, self.message_uri(id, &[])?, None))
    }

    /// Announces a file: the first step of two. The answer is an [`Upload`](super::Upload).
    ///
    /// # Errors
    ///
    /// As for all requests: see [`RequestError`].
    pub fn upload(&self, file: &FileUpload) -> Result<Request<Vec<u8>>, RequestError> {
        let uri = self.uri(&["files", "upload"], &[("", ""); 0])?;
        Ok(self.request(Method::POST, uri, Some(file.to_json())))
    }

    fn message_uri(&self, id: &ActivityId, query: &[(&str, &str)]) -> Result<Uri, RequestError> {
        let [kind, name] = MESSAGES;
        self.uri(&[kind, name, id.as_str()], query)
    }

    /// The address of the segments, each percent-encoded, with a slash at the end.
    fn uri(
        &self,
        segments: &[&str],
        query: &[(impl AsRef<str>, impl AsRef<str>)],
    ) -> Result<Uri, RequestError> {
        let mut url = match &self.base {
            Base::Close => Url::parse(BASE_URL).map_err(|_| RequestError::BaseUrl)?,
            Base::Other(url) => url.clone(),
        };
        url.path_segments_mut()
            .map_err(|()| RequestError::BaseUrl)?
            .pop_if_empty()
            .extend(segments)
            .push("");
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url.as_str().parse().map_err(|_| RequestError::TooLong { found: url.as_str().len() })
    }

    fn request(&self, method: Method, uri: Uri, body: Option<String>) -> Request<Vec<u8>> {
        const JSON: HeaderValue = HeaderValue::from_static("application/json");
        let mut request = Request::default();
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.auth.header().to_owned());
        headers.insert(ACCEPT, JSON);
        if let Some(body) = body {
            headers.insert(CONTENT_TYPE, JSON);
            *request.body_mut() = body.into_bytes();
        }
        request
    }
}
