//! Close's WhatsApp message activity: what is accepted is valid, what is refused says why, and what
//! comes back is read.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod examples;
mod files;
mod refusals;
mod refused_files;
mod requests;
mod secrets;
mod support;
mod sync;
mod valid;
