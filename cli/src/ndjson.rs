//! Many messages, one JSON value a line in and one a line out.
//!
//! What a command does with a message is its own; lines, order, threads and errors are here:
//! [`args`] has the options, [`lines`] cuts the input into blocks of whole lines, [`form`] knows what a line must be and
//! what becomes of it, [`pipeline`] runs blocks on all cores and writes them in order.

mod args;
mod form;
mod lines;
mod pipeline;

pub(crate) use args::Lines;
use form::Fields;
pub(crate) use form::{Form, push_json};
pub(crate) use lines::{Block, Blocks, Failure};
pub(crate) use pipeline::run;

/// What is done with one message: `work(message, out, losses)` appends a JSON value to `out`, and
/// where losses are asked for an array to `losses`.
pub(crate) trait Work: FnMut(&str, &mut Vec<u8>, &mut Vec<u8>) + Send + 'static {}

impl<W: FnMut(&str, &mut Vec<u8>, &mut Vec<u8>) + Send + 'static> Work for W {}
