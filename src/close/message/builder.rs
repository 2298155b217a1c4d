//! Builds a [`NewMessage`]: takes the fields as they come, and checks them together.

use std::vec::Vec;

use crate::close::attachment::{self, Attachment};
use crate::close::problem::Checker;
use crate::close::{
    ATTACHMENT_LIMIT, ActivityId, Direction, Fault, Given, Link, NewMessage, Problems, Required,
    UserId,
};

/// A message that is not checked yet; see [`NewMessage::builder`].
#[derive(Clone, Debug)]
#[must_use = "a message is checked by `build`"]
pub struct NewMessageBuilder {
    required: Required,
    attachments: Vec<Attachment>,
    attachment_limit: u64,
    integration_link: Option<Given<Link>>,
    response_to_id: Option<Given<ActivityId>>,
    user_id: Option<Given<UserId>>,
    send_to_inbox: bool,
}

impl NewMessageBuilder {
    pub(crate) fn new(required: Required) -> Self {
        Self {
            required,
            attachments: Vec::new(),
            attachment_limit: ATTACHMENT_LIMIT,
            integration_link: None,
            response_to_id: None,
            user_id: None,
            send_to_inbox: false,
        }
    }

    /// Adds a file.
    pub fn attachment(mut self, attachment: Attachment) -> Self {
        self.attachments.push(attachment);
        self
    }

    /// The most bytes of all attachments together, [`ATTACHMENT_LIMIT`] unless said.
    pub fn attachment_limit(mut self, bytes: u64) -> Self {
        self.attachment_limit = bytes;
        self
    }

    /// Where the message is to be seen outside Close.
    pub fn integration_link(mut self, link: impl Into<Given<Link>>) -> Self {
        self.integration_link = Some(link.into());
        self
    }

    /// The message that this one answers, by its id in Close.
    pub fn response_to_id(mut self, id: impl Into<Given<ActivityId>>) -> Self {
        self.response_to_id = Some(id.into());
        self
    }

    /// The user who sent it.
    pub fn user_id(mut self, id: impl Into<Given<UserId>>) -> Self {
        self.user_id = Some(id.into());
        self
    }

    /// Whether the message makes a notification in the Inbox. For incoming messages only.
    pub fn send_to_inbox(mut self, yes: bool) -> Self {
        self.send_to_inbox = yes;
        self
    }

    /// Checks all fields.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, each problem with its field.
    pub fn build(self) -> Result<NewMessage, Problems> {
        let mut checker = Checker::default();
        let has_attachments = !self.attachments.is_empty();
        let given = self.required;
        let activity_at = checker.take("activity_at", given.activity_at.0);
        let attachments = attachment::check(&mut checker, self.attachments, self.attachment_limit);
        let contact_id = checker.take("contact_id", given.contact_id.0);
        let direction = checker.take("direction", given.direction.0);
        let external =
            checker.take("external_whatsapp_message_id", given.external_whatsapp_message_id.0);
        let integration_link = checker.maybe("integration_link", self.integration_link);
        let lead_id = checker.take("lead_id", given.lead_id.0);
        let local_phone = checker.take("local_phone", given.local_phone.0);
        if given.message_markdown.is_blank() && !has_attachments {
            let wanted = "a text, or an attachment";
            checker.add("message_markdown", Fault::Empty { wanted });
        }
        let remote_phone = checker.take("remote_phone", given.remote_phone.0);
        let response_to_id = checker.maybe("response_to_id", self.response_to_id);
        let user_id = checker.maybe("user_id", self.user_id);
        if self.send_to_inbox && direction == Some(Direction::Outgoing) {
            checker.add("send_to_inbox", Fault::InboxOfOutgoing);
        }
        checker.finish((|| {
            Some(NewMessage {
                activity_at: activity_at?,
                attachments: attachments?,
                contact_id: contact_id?,
                direction: direction?,
                external_whatsapp_message_id: external?,
                integration_link,
                lead_id: lead_id?,
                local_phone: local_phone?,
                message_markdown: given.message_markdown.into_text(),
                remote_phone: remote_phone?,
                response_to_id,
                user_id,
                send_to_inbox: self.send_to_inbox,
            })
        })())
    }
}
