//! What the examples share: how a request of `wamark::close` is sent with `ureq`, what is waited for,
//! and what is done when no answer comes.

pub mod client;
pub mod setting;
pub mod sync;
