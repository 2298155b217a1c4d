//! Files: what announces one, what Close answers, and the form that sends it.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request, Uri};
use serde::{Deserialize, Serialize};

use super::answer::{Answer, ReadError};
use super::attachment::{check_content_type, check_filename};
use super::problem::Checker;
use super::{Attachment, FileUrl, Problems, multipart};

/// A file to upload.
///
/// # Examples
///
/// ```
/// use wamark::close::FileUpload;
///
/// let file = FileUpload::new("image.jpg", "image/jpeg").unwrap();
/// assert_eq!(file.to_json(), r#"{"content_type":"image/jpeg","filename":"image.jpg"}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileUpload {
    content_type: String,
    filename: String,
}

impl FileUpload {
    /// A file by its name and its media type.
    ///
    /// # Errors
    ///
    /// If one or both are none.
    pub fn new(filename: &str, content_type: &str) -> Result<Self, Problems> {
        let mut checker = Checker::default();
        let filename = checker.take("filename", check_filename(filename));
        let content_type = checker.take("content_type", check_content_type(content_type));
        let file = filename.zip(content_type);
        checker.finish(file.map(|(filename, content_type)| Self { content_type, filename }))
    }

    /// The body of the request that announces the file.
    #[must_use]
    pub fn to_json(&self) -> String {
        super::json::write(self)
    }
}

/// Where a file is to be sent, and where it will be.
///
/// The form is good for 60 seconds; the file's address, once the form was sent, for 24 hours.
/// `Debug` shows the file's address alone: the form's fields let anybody upload.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Upload {
    download: Download,
    upload: Target,
}

#[derive(Clone, PartialEq, Eq, Deserialize)]
struct Download {
    url: FileUrl,
}

#[derive(Clone, PartialEq, Eq, Deserialize)]
struct Target {
    url: String,
    fields: BTreeMap<String, String>,
}

impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Upload").field("download_url", self.download_url()).finish_non_exhaustive()
    }
}

impl Upload {
    /// Reads the answer to [`Api::upload`](super::Api::upload).
    ///
    /// # Errors
    ///
    /// A refusal, or an answer that is none; see [`ReadError`].
    pub fn from_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Result<Self, ReadError> {
        Answer::new(response)?.json()
    }

    /// Where the file will be: an attachment's address.
    #[must_use]
    pub fn download_url(&self) -> &FileUrl {
        &self.download.url
    }

    /// The second step: the form with the file, which has no `authorization` header.
    ///
    /// The answer to it is 201; see [`uploaded`](Self::uploaded).
    ///
    /// # Errors
    ///
    /// If Close's address for it is none.
    pub fn form(
        &self,
        file: &FileUpload,
        content: &[u8],
    ) -> Result<Request<Vec<u8>>, super::RequestError> {
        let uri: Uri = self.upload.url.parse().map_err(|_| super::RequestError::UploadUrl)?;
        let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
        if !is_web || uri.host().is_none_or(str::is_empty) {
            return Err(super::RequestError::UploadUrl);
        }
        let part =
            multipart::File { name: &file.filename, content_type: &file.content_type, content };
        let (content_type, body) = multipart::form(&self.upload.fields, &part);
        let mut request = Request::new(body);
        *request.method_mut() = Method::POST;
        *request.uri_mut() = uri;
        if let Ok(value) = HeaderValue::from_str(&content_type) {
            request.headers_mut().insert(CONTENT_TYPE, value);
        }
        Ok(request)
    }

    /// Reads the answer to [`form`](Self::form).
    ///
    /// # Errors
    ///
    /// A refusal; see [`ReadError`].
    pub fn uploaded<B: AsRef<[u8]>>(response: &http::Response<B>) -> Result<(), ReadError> {
        Answer::new(response).map(|_| ())
    }

    /// The file as an attachment.
    #[must_use]
    pub fn attachment(&self, file: &FileUpload, size: Option<u64>) -> Attachment {
        Attachment {
            url: self.download_url().into(),
            filename: file.filename.clone(),
            content_type: file.content_type.clone(),
            size,
        }
    }
}
