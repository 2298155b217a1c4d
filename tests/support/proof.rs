//! What the proof of "Markdown in, WhatsApp text out" is made of: random Markdown, what should be
//! seen of it, what is seen of WhatsApp text, and a verdict.

#![allow(dead_code, reason = "each crate that includes it uses another part")]
#![allow(clippy::duplicate_mod, reason = "both models have the neutral notation in them")]

#[path = "android.rs"]
pub(crate) mod android;
pub(crate) mod excuses;
pub(crate) mod expected;
pub(crate) mod glyphs;
pub(crate) mod layout;
pub(crate) mod markdown_texts;
#[path = "model/mod.rs"]
pub(crate) mod model;
pub(crate) mod pieces;
pub(crate) mod program;
pub(crate) mod texts;
pub(crate) mod verdict;
