//! Close: whatever comes is read, or refused with a reason that is short and shows no secret, and
//! whatever is built is valid.

mod answer;
mod audit;
mod body;
mod build;
mod cloud;
mod webhook;

use std::fmt::{Debug, Display};

use super::hold;
use super::input::{self, Text};

/// What must not be shown: keys, and what people wrote.
const SECRET: &str = "api_s3cr3t";

/// The most characters of a line that says what is wrong.
const LONGEST: usize = 1500;

/// Reads or builds what `data` stands for; the first byte says which of both, and what.
pub fn run(data: &[u8]) {
    // The fuzzer may find what is secret, and put it where it is not.
    if data.windows(SECRET.len()).any(|bytes| bytes == SECRET.as_bytes()) {
        return;
    }
    let Some((what, data)) = data.split_first() else { return };
    match what % 6 {
        0 => answer::run(data),
        1 => webhook::run(data),
        2 => cloud::run(data),
        3 => audit::run(data),
        4 => build::create(data),
        _ => build::update(data),
    }
}

/// An error is short and shows nothing that is secret.
#[track_caller]
fn hold_error(about: impl Debug, error: impl Display + Debug) {
    let told = error.to_string().contains(SECRET) || format!("{error:?}").contains(SECRET);
    hold(&about, told.then(|| format!("a secret: {error:?}")));
    hold_short(about, error);
}

/// An error is short, and can be shown in a terminal.
#[track_caller]
fn hold_short(about: impl Debug, error: impl Display) {
    let shown = error.to_string();
    for line in shown.split('\n') {
        let long = line.chars().count() > LONGEST;
        hold(&about, long.then(|| format!("a long error: {line}")));
        let control = line.contains(char::is_control);
        hold(&about, control.then(|| format!("an error with control characters: {line:?}")));
    }
}
