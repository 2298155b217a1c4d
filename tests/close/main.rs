//! Close's WhatsApp message activity: what is accepted is valid, what is refused says why, and what
//! comes back is read.

mod answers;
mod examples;
mod files;
mod refusals;
mod requests;
mod secrets;
mod support;
mod sync;
mod valid;
