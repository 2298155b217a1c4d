//! Close's WhatsApp message activity, without any I/O: what its webhooks deliver ([`Webhook`]).

mod object;
mod webhook;

pub use object::Object;
pub use webhook::{Action, Delivery, Event, InvalidKey, Refusal, Webhook};
