//! A change of a message that Close has: the body of an update request.

use std::string::String;
use std::vec::Vec;

use serde::Serialize;

use super::attachment::{self, Attachment, Checked};
use super::problem::Checker;
use super::{
    ATTACHMENT_LIMIT, ActivityId, Body, ContactId, Direction, Fault, Given, Link, Phone, Problems,
    Time, UserId,
};

/// What is to change in a message; what is absent stays. A message's lead and its id inside WhatsApp
/// cannot be changed.
///
/// # Examples
///
/// ```
/// use wamark::close::MessageUpdate;
///
/// let update = MessageUpdate::builder().message_markdown("Updated content.").build().unwrap();
/// assert_eq!(update.to_json(), r#"{"message_markdown":"Updated content."}"#);
/// assert_eq!(
///     MessageUpdate::builder().build().unwrap_err().to_string(),
///     "update: wanted at least one field to change, found none"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MessageUpdate {
    #[serde(skip_serializing_if = "Option::is_none")]
    activity_at: Option<Time>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attachments: Option<Vec<Checked>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_id: Option<ContactId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<Direction>,
    /// Null removes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    integration_link: Option<Option<Link>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    local_phone: Option<Phone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_phone: Option<Phone>,
    /// Null removes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    response_to_id: Option<Option<ActivityId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
}

impl MessageUpdate {
    /// Begins an update.
    pub fn builder() -> MessageUpdateBuilder {
        MessageUpdateBuilder::default()
    }

    /// The body of the request.
    #[must_use]
    pub fn to_json(&self) -> String {
        super::json::write(self)
    }
}

/// An update that is not checked yet; see [`MessageUpdate::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "an update is checked by `build`"]
pub struct MessageUpdateBuilder {
    activity_at: Option<Given<Time>>,
    attachments: Option<Vec<Attachment>>,
    attachment_limit: Option<u64>,
    contact_id: Option<Given<ContactId>>,
    direction: Option<Given<Direction>>,
    integration_link: Option<Option<Given<Link>>>,
    local_phone: Option<Given<Phone>>,
    message_markdown: Option<Body>,
    remote_phone: Option<Given<Phone>>,
    response_to_id: Option<Option<Given<ActivityId>>>,
    user_id: Option<Given<UserId>>,
}

macro_rules! setters {
    ($($(#[$doc:meta])* $field:ident: $type:ty;)*) => {
        $(
            $(#[$doc])*
            pub fn $field(mut self, value: impl Into<$type>) -> Self {
                self.$field = Some(value.into());
                self
            }
        )*
    };
}

impl MessageUpdateBuilder {
    setters! {
        /// When the message was sent.
        activity_at: Given<Time>;
        /// Whom it is from, or to.
        contact_id: Given<ContactId>;
        /// Which way it went.
        direction: Given<Direction>;
        /// The number on our side.
        local_phone: Given<Phone>;
        /// The text, which may be empty: the message may have attachments.
        message_markdown: Body;
        /// The contact's number.
        remote_phone: Given<Phone>;
        /// The user who sent it.
        user_id: Given<UserId>;
        /// The most bytes of all attachments together, [`ATTACHMENT_LIMIT`] unless said.
        attachment_limit: u64;
    }

    /// Adds a file. Whether those of an update come instead of those that the message has, or on
    /// top, Close does not say.
    pub fn attachment(mut self, attachment: Attachment) -> Self {
        self.attachments.get_or_insert_default().push(attachment);
        self
    }

    /// Where the message is to be seen outside Close.
    pub fn integration_link(mut self, link: impl Into<Given<Link>>) -> Self {
        self.integration_link = Some(Some(link.into()));
        self
    }

    /// Removes the link.
    pub fn no_integration_link(mut self) -> Self {
        self.integration_link = Some(None);
        self
    }

    /// The message that this one answers, by its id in Close.
    pub fn response_to_id(mut self, id: impl Into<Given<ActivityId>>) -> Self {
        self.response_to_id = Some(Some(id.into()));
        self
    }

    /// The message answers none.
    pub fn no_response_to_id(mut self) -> Self {
        self.response_to_id = Some(None);
        self
    }

    /// Checks all fields.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, each problem with its field; an update without any, too, with
    /// `update` for a field.
    pub fn build(self) -> Result<MessageUpdate, Problems> {
        let mut checker = Checker::default();
        let limit = self.attachment_limit.unwrap_or(ATTACHMENT_LIMIT);
        let update = MessageUpdate {
            activity_at: checker.maybe("activity_at", self.activity_at),
            attachments: self
                .attachments
                .and_then(|given| attachment::check(&mut checker, given, limit)),
            contact_id: checker.maybe("contact_id", self.contact_id),
            direction: checker.maybe("direction", self.direction),
            integration_link: self
                .integration_link
                .map(|link| checker.maybe("integration_link", link)),
            local_phone: checker.maybe("local_phone", self.local_phone),
            message_markdown: self.message_markdown.map(Body::into_text),
            remote_phone: checker.maybe("remote_phone", self.remote_phone),
            response_to_id: self.response_to_id.map(|id| checker.maybe("response_to_id", id)),
            user_id: checker.maybe("user_id", self.user_id),
        };
        if update == MessageUpdate::default() && checker.is_empty() {
            checker.add("update", Fault::NoChange);
        }
        checker.finish(Some(update))
    }
}
