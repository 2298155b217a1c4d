//! The lints, one module each: what is found, why it matters, and what to do.
//!
//! A module's example is a text in which it is found and its good twin.

pub mod empty;
pub mod too_long;
