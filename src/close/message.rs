//! A message that Close does not have yet: the body of a create request, valid by construction.

mod builder;

use std::string::String;
use std::vec::Vec;

use serde::Serialize;

use super::attachment::Checked;
use super::{
    ActivityId, Body, ContactId, Direction, Given, LeadId, Link, Phone, Time, UserId, WhatsAppId,
};

pub use builder::NewMessageBuilder;

/// What every message has. Each field takes its own type as well as a text: `"…".into()`.
#[derive(Clone, Debug)]
pub struct Required {
    /// When the message was sent.
    pub activity_at: Given<Time>,
    /// Whom it is from, or to.
    pub contact_id: Given<ContactId>,
    /// Which way it went.
    pub direction: Given<Direction>,
    /// Its id inside WhatsApp, by which it is found again.
    pub external_whatsapp_message_id: Given<WhatsAppId>,
    /// The lead that it is shown with.
    pub lead_id: Given<LeadId>,
    /// The number on our side.
    pub local_phone: Given<Phone>,
    /// The text.
    pub message_markdown: Body,
    /// The contact's number.
    pub remote_phone: Given<Phone>,
}

/// A message to create: every field is checked, nothing that Close does not know is there, and what
/// was not given is absent. Its serialization is the body of the request.
///
/// # Examples
///
/// ```
/// use wamark::close::{Direction, NewMessage, Required};
///
/// let message = NewMessage::builder(Required {
///     activity_at: "2016-10-03T16:06:11Z".into(),
///     contact_id: "cont_q4xYmlGhA3060dEl0NDJuHRxPMuVjqLn30AFSzh1fRk".into(),
///     direction: Direction::Outgoing.into(),
///     external_whatsapp_message_id: "1234567890".into(),
///     lead_id: "lead_iuSXNk1x3446ggPVwQS7ynmp8pGRIDieRYiCnuo4yFb".into(),
///     local_phone: "+1 650 333 4444".into(),
///     message_markdown: "*Hello*".into(),
///     remote_phone: "18183004000".into(),
/// })
/// .integration_link("https://example.com/messages/1234567890")
/// .build()
/// .unwrap();
/// assert_eq!(
///     message.to_json(),
///     concat!(
///         r#"{"activity_at":"2016-10-03T16:06:11Z","#,
///         r#""contact_id":"cont_q4xYmlGhA3060dEl0NDJuHRxPMuVjqLn30AFSzh1fRk","#,
///         r#""direction":"outgoing","external_whatsapp_message_id":"1234567890","#,
///         r#""integration_link":"https://example.com/messages/1234567890","#,
///         r#""lead_id":"lead_iuSXNk1x3446ggPVwQS7ynmp8pGRIDieRYiCnuo4yFb","#,
///         r#""local_phone":"+16503334444","message_markdown":"*Hello*","#,
///         r#""remote_phone":"18183004000"}"#,
///     )
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewMessage {
    pub(crate) activity_at: Time,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) attachments: Vec<Checked>,
    pub(crate) contact_id: ContactId,
    pub(crate) direction: Direction,
    pub(crate) external_whatsapp_message_id: WhatsAppId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) integration_link: Option<Link>,
    pub(crate) lead_id: LeadId,
    pub(crate) local_phone: Phone,
    pub(crate) message_markdown: String,
    pub(crate) remote_phone: Phone,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) response_to_id: Option<ActivityId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_id: Option<UserId>,
    /// A part of the request's query.
    #[serde(skip)]
    pub(crate) send_to_inbox: bool,
}

impl NewMessage {
    /// Begins a message.
    pub fn builder(required: Required) -> NewMessageBuilder {
        NewMessageBuilder::new(required)
    }

    /// The body of the request.
    #[must_use]
    pub fn to_json(&self) -> String {
        super::json::write(self)
    }

    /// The message's id inside WhatsApp.
    #[must_use]
    pub fn whatsapp_id(&self) -> &WhatsAppId {
        &self.external_whatsapp_message_id
    }

    /// The lead that the message is shown with.
    #[must_use]
    pub fn lead_id(&self) -> &LeadId {
        &self.lead_id
    }

    /// Whether the message makes a notification in the Inbox.
    #[must_use]
    pub fn sends_to_inbox(&self) -> bool {
        self.send_to_inbox
    }
}
