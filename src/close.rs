//! Close's WhatsApp message activity, without any I/O: what its webhooks deliver ([`Webhook`]), and
//! what WhatsApp's Cloud API delivers ([`CloudPayload`]).

mod cloud;
mod object;
mod webhook;

pub use cloud::{
    CloudDeletion, CloudDirection, CloudEdit, CloudError, CloudItem, CloudMedia, CloudMessage,
    CloudPayload, CloudUnsupported, MediaKind, UnsupportedKind,
};
pub use object::Object;
pub use webhook::{Action, Delivery, Event, InvalidKey, Refusal, Webhook};
