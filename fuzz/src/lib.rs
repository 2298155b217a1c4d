//! What the fuzz targets do with an input. Each body is a function of bytes, so that tests on stable
//! Rust can run every input that ever failed (`tests/regressions.rs`).

#![allow(dead_code, unreachable_pub, reason = "targets, examples and tests use a part each")]
#![allow(clippy::missing_panics_doc, reason = "a finding is a panic")]

pub mod input;
mod support;
pub mod targets;
