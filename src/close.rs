//! Close's WhatsApp message activity: payloads, requests and answers.
//!
//! It builds and reads; whoever calls sends, with the HTTP client of their choice. What it builds is
//! valid by construction, and all that is wrong with a message is said at once.
//!
//! * [`NewMessage`], [`MessageUpdate`]: what is sent, from checked fields; [`Body`]: its text, from
//!   WhatsApp Markdown, Markdown or HTML.
//! * [`Api`], [`Auth`], [`ListQuery`]: requests.
//! * [`Activity`], [`Page`], [`Deleted`], [`ReadError`], [`RateLimit`]: answers.
//! * [`FileUpload`], [`Upload`]: files, in two steps.
//! * [`SyncPlan`]: what to send when a message was sent, edited or deleted in WhatsApp.
//! * [`Webhook`]: what Close's webhooks deliver, verified; [`CloudPayload`]: what WhatsApp's Cloud API
//!   delivers; [`Audit`]: how far Close's own HTML is from ours.
//!
//! # Examples
//!
//! ```
//! use wamark::close::{Activity, Api, Auth, Body, Direction, NewMessage, Required};
//!
//! # fn send(_: http::Request<Vec<u8>>) -> http::Response<&'static str> {
//! #     http::Response::new(r#"{"id":"acti_9","message_html":"<p>Hi</p>"}"#)
//! # }
//! let message = NewMessage::builder(Required {
//!     activity_at: "2026-01-31T09:30:00+01:00".into(),
//!     contact_id: "cont_1".into(),
//!     direction: Direction::Incoming.into(),
//!     external_whatsapp_message_id: "wamid.A1".into(),
//!     lead_id: "lead_1".into(),
//!     local_phone: "+1 650 333 4444".into(),
//!     message_markdown: Body::whatsapp("*Hi*"),
//!     remote_phone: "+49 30 901820".into(),
//! })
//! .send_to_inbox(true)
//! .build()
//! .unwrap();
//! let api = Api::new(Auth::api_key("yourapikey").unwrap());
//! let response = send(api.create(&message).unwrap());
//! let activity = Activity::from_response(&response).unwrap();
//! assert_eq!(activity.id().unwrap().as_str(), "acti_9");
//! ```

mod activity;
mod answer;
mod api;
mod attachment;
mod audit;
mod auth;
mod body;
mod cloud;
mod direction;
mod fault;
mod file;
mod given;
mod id;
mod json;
mod link;
mod list;
mod message;
mod multipart;
mod object;
mod page;
mod phone;
mod problem;
mod rate;
mod refusal;
mod request_error;
mod sync;
mod time;
mod update;
mod webhook;

pub use activity::{Activity, StoredAttachment};
pub use answer::{ReadError, Unreadable};
pub use api::{Api, BASE_URL};
pub use attachment::{ATTACHMENT_LIMIT, Attachment};
pub use audit::{
    Audit, AuditExample, AuditFault, AuditReport, AuditSample, Construct, Difference, HtmlCounts,
    SuggestedStyle, TagUse, TextCounts, Verdict,
};
pub use auth::{Auth, AuthError};
pub use body::Body;
pub use cloud::{
    CloudDeletion, CloudEdit, CloudError, CloudItem, CloudMedia, CloudMessage, CloudPayload,
    CloudUnsupported, MediaKind, UnsupportedKind,
};
pub use direction::Direction;
pub use fault::Fault;
pub use file::{FileUpload, Upload};
pub use given::Given;
pub use id::{ActivityId, ContactId, LeadId, OrganizationId, UserId, WhatsAppId};
pub use link::{FileUrl, Link};
pub use list::{Compare, ListQuery};
pub use message::{NewMessage, NewMessageBuilder, Required};
pub use object::Object;
pub use page::{Deleted, Page, PageError};
pub use phone::Phone;
pub use problem::{Problem, Problems};
pub use rate::RateLimit;
pub use refusal::{FieldError, Refusal};
pub use request_error::RequestError;
pub use sync::{Step, SyncError, SyncPlan};
pub use time::{Time, When};
pub use update::{MessageUpdate, MessageUpdateBuilder};
pub use webhook::{Action, Delivery, Event, InvalidKey, Rejection, Webhook};
