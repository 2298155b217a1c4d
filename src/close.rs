//! Close's WhatsApp message activity, without any I/O: what its webhooks deliver ([`Webhook`]),
//! what WhatsApp's Cloud API delivers ([`CloudPayload`]), and how far Close's own HTML is from ours
//! ([`Audit`]).

mod audit;
mod cloud;
mod object;
mod webhook;

pub use audit::{
    Audit, AuditExample, AuditFault, AuditReport, AuditSample, Construct, Difference, HtmlCounts,
    SuggestedStyle, TagUse, TextCounts, Verdict,
};
pub use cloud::{
    CloudDeletion, CloudDirection, CloudEdit, CloudError, CloudItem, CloudMedia, CloudMessage,
    CloudPayload, CloudUnsupported, MediaKind, UnsupportedKind,
};
pub use object::Object;
pub use webhook::{Action, Delivery, Event, InvalidKey, Refusal, Webhook};
