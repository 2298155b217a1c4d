//! The targets, a file each.

pub mod check_fix;
pub mod close;
pub mod from_html;
pub mod from_markdown;
pub mod growth;
pub mod parse;
pub mod roundtrip;
pub mod split;

use std::fmt::{Debug, Display};

use wamark::{Conversion, Loss};

use super::{input, support};

/// Panics where something is wrong, with what it is about.
#[track_caller]
fn hold(about: impl Debug, wrong: Option<impl Display>) {
    if let Some(wrong) = wrong {
        panic!("{about:?}\n{wrong}");
    }
}

/// Losses name pieces of what was read, in order.
fn untruthful(source: &str, losses: &[Loss]) -> Option<String> {
    let names_nothing = |loss: &&Loss| source.get(loss.span.range()).is_none_or(str::is_empty);
    let nothing = losses.iter().find(names_nothing).map(|loss| format!("{loss:?} names nothing"));
    let sorted = losses.is_sorted_by_key(|loss| loss.span.range().start);
    nothing.or_else(|| (!sorted).then(|| format!("losses are out of order: {losses:?}")))
}

/// The output is in proportion: a table repeats its head for each row, so short texts may grow more.
fn out_of_proportion(source: &str, written: &Conversion) -> Option<String> {
    let most = 20 * source.len() + 1000;
    (written.text.len() > most).then(|| format!("{} bytes of {}", written.text.len(), source.len()))
}
