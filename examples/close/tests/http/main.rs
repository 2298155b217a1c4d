//! Over real sockets, against a server that refuses what Close is documented to refuse: nothing is
//! sent twice, nothing is lost, and what is wrong is said by its field.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod files;
mod lost;
mod plan;
mod post;
mod refused;
mod server;
mod support;
