//! Document → output: one file a notation, each one loop over the tape.

mod ansi;
mod html;
mod markdown;
mod text;
mod whatsapp;

pub(crate) use html::CLOSE;
pub use html::{HtmlLayout, HtmlStyle, HtmlTag};
pub use text::{Bullets, TextOptions};
pub use whatsapp::Invisible;
#[cfg(feature = "check")]
pub(crate) use whatsapp::{LEFT_TO_RIGHT, direction, may_stand_before_opener, whole};
