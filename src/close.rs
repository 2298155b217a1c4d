//! Close's WhatsApp message activity: payloads, requests and answers.
//!
//! It builds and reads; whoever calls sends, with the HTTP client of their choice. What it builds is
//! valid by construction, and all that is wrong with a message is said at once.
//!
//! * [`NewMessage`], [`MessageUpdate`]: what is sent, from checked fields.
//! * [`Webhook`]: what Close's webhooks deliver, verified; [`CloudPayload`]: what WhatsApp's Cloud API
//!   delivers; [`Audit`]: how far Close's own HTML is from ours.

mod attachment;
mod audit;
mod body;
mod builder;
mod cloud;
mod direction;
mod fault;
mod given;
mod id;
mod json;
mod link;
mod message;
mod object;
mod phone;
mod problem;
mod time;
mod update;
mod webhook;

pub use attachment::{ATTACHMENT_LIMIT, Attachment};
pub use audit::{
    Audit, AuditExample, AuditFault, AuditReport, AuditSample, Construct, Difference, HtmlCounts,
    SuggestedStyle, TagUse, TextCounts, Verdict,
};
pub use body::Body;
pub use builder::NewMessageBuilder;
pub use cloud::{
    CloudDeletion, CloudDirection, CloudEdit, CloudError, CloudItem, CloudMedia, CloudMessage,
    CloudPayload, CloudUnsupported, MediaKind, UnsupportedKind,
};
pub use direction::Direction;
pub use fault::Fault;
pub use given::Given;
pub use id::{ActivityId, ContactId, LeadId, OrganizationId, UserId, WhatsAppId};
pub use link::{FileUrl, Link};
pub use message::{NewMessage, Required};
pub use object::Object;
pub use phone::Phone;
pub use problem::{Problem, Problems};
pub use time::{Time, When};
pub use update::{MessageUpdate, MessageUpdateBuilder};
pub use webhook::{Action, Delivery, Event, InvalidKey, Refusal, Webhook};
