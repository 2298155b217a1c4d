//! Messages: what holds for every document, and the same ranges and structure as the slow models.

use super::hold;
use super::input::{self, Text};
use super::support::{agree, invariants};

/// Parses the message that `data` stands for.
pub fn run(data: &[u8]) {
    let Some(Text(message)) = input::read(data) else { return };
    hold(&message, agree::web(&message));
    hold(&message, agree::android(&message));
    invariants::check(&message);
}
