//! Builds a [`MessageUpdate`]: takes the fields as they come, and checks them together.

use std::vec::Vec;

use super::{Edit, MessageUpdate};
use crate::close::attachment::{self, Attachment};
use crate::close::problem::Checker;
use crate::close::{
    ATTACHMENT_LIMIT, ActivityId, Body, ContactId, Direction, Fault, Given, Link, Phone, Problems,
    Time, UserId,
};

/// An update that is not checked yet; see [`MessageUpdate::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "an update is checked by `build`"]
pub struct MessageUpdateBuilder {
    activity_at: Option<Given<Time>>,
    attachments: Option<Vec<Attachment>>,
    attachment_limit: Option<u64>,
    contact_id: Option<Given<ContactId>>,
    direction: Option<Given<Direction>>,
    integration_link: Option<Edit<Given<Link>>>,
    local_phone: Option<Given<Phone>>,
    message_markdown: Option<Body>,
    remote_phone: Option<Given<Phone>>,
    response_to_id: Option<Edit<Given<ActivityId>>>,
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
        self.integration_link = Some(Edit::Set(link.into()));
        self
    }

    /// Removes the link.
    pub fn no_integration_link(mut self) -> Self {
        self.integration_link = Some(Edit::Clear);
        self
    }

    /// The message that this one answers, by its id in Close.
    pub fn response_to_id(mut self, id: impl Into<Given<ActivityId>>) -> Self {
        self.response_to_id = Some(Edit::Set(id.into()));
        self
    }

    /// The message answers none.
    pub fn no_response_to_id(mut self) -> Self {
        self.response_to_id = Some(Edit::Clear);
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
            integration_link: checker.edit("integration_link", self.integration_link),
            local_phone: checker.maybe("local_phone", self.local_phone),
            message_markdown: self.message_markdown.map(Body::into_text),
            remote_phone: checker.maybe("remote_phone", self.remote_phone),
            response_to_id: checker.edit("response_to_id", self.response_to_id),
            user_id: checker.maybe("user_id", self.user_id),
        };
        if update == MessageUpdate::default() && checker.is_empty() {
            checker.add("update", Fault::NoChange);
        }
        checker.finish(Some(update))
    }
}
