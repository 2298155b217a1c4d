//! Messages as Close has them, with all that it says of them, known or not.

use std::string::String;
use std::vec::Vec;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::answer::{Answer, ReadError};
use super::{
    ActivityId, ContactId, Direction, LeadId, OrganizationId, Phone, Time, UserId, WhatsAppId,
};

/// A WhatsApp message activity of Close: a JSON object, which is kept whole. Fields of it are read
/// when they are asked for, so a value that is new to us spoils no answer.
///
/// A field is `None` where it is absent (it need not have been asked for), null, or not of the form
/// that is documented; [`field`](Self::field) reads it in any.
///
/// # Examples
///
/// ```
/// use wamark::close::{Activity, Direction};
///
/// let json = r#"{"direction":"sideways","id":"acti_1","mood":4,"text":"Hi"}"#;
/// let activity: Activity = serde_json::from_str(json).unwrap();
/// assert_eq!(activity.id().unwrap().as_str(), "acti_1");
/// assert_eq!(activity.text(), Some("Hi"));
/// assert_eq!(activity.direction(), None);
/// assert_eq!(activity.str("direction"), Some("sideways"));
/// assert_eq!(activity.field::<u8>("mood"), Some(4));
/// assert_eq!(serde_json::to_string(&activity).unwrap(), json);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Activity(Map<String, Value>);

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $key:literal $type:ty;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name(&self) -> Option<$type> {
                self.field($key)
            }
        )*
    };
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name(&self) -> Option<&str> {
                self.str(stringify!($name))
            }
        )*
    };
}

impl Activity {
    /// Reads the answer to a create, get or update request.
    ///
    /// # Errors
    ///
    /// A refusal, or an answer that is none; see [`ReadError`].
    pub fn from_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Result<Self, ReadError> {
        Answer::new(response)?.json()
    }

    fields! {
        /// Its id in Close.
        id "id" ActivityId;
        /// Its id inside WhatsApp.
        whatsapp_id "external_whatsapp_message_id" WhatsAppId;
        /// The lead that it is shown with.
        lead_id "lead_id" LeadId;
        /// Whom it is from, or to.
        contact_id "contact_id" ContactId;
        /// The user who sent it.
        user_id "user_id" UserId;
        /// The organization.
        organization_id "organization_id" OrganizationId;
        /// The message that it answers.
        response_to_id "response_to_id" ActivityId;
        /// Which way it went.
        direction "direction" Direction;
        /// When it was sent.
        activity_at "activity_at" Time;
        /// When Close got it.
        date_created "date_created" Time;
        /// When it was last changed in Close.
        date_updated "date_updated" Time;
        /// The number on our side.
        local_phone "local_phone" Phone;
        /// The contact's number.
        remote_phone "remote_phone" Phone;
        /// Its files.
        attachments "attachments" Vec<StoredAttachment>;
    }

    texts! {
        /// The text as WhatsApp Markdown.
        message_markdown
        /// The text as Close's HTML.
        message_html
        /// The text as Close's plain text.
        text
        /// Where it came from: `api`, `ui`, `whatsapp`, …
        source
        /// Where it is to be seen outside Close.
        integration_link
    }

    /// A text by Close's name of its field.
    #[must_use]
    pub fn str(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// A field by Close's name of it.
    #[must_use]
    pub fn field<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        T::deserialize(self.0.get(name)?).ok()
    }

    /// The names of the fields that are there.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// A file of a message in Close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StoredAttachment {
    /// The media type.
    pub content_type: Option<String>,
    /// The name.
    pub filename: Option<String>,
    /// The size in bytes.
    pub size: Option<u64>,
    /// A small picture of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail_url: Option<String>,
    /// Where it is.
    pub url: String,
}
