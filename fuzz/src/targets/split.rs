//! Messages in parts: each within its limit, and read as its piece of the whole by both clients.

use arbitrary::{Arbitrary, Result, Unstructured};
use wamark::{Invisible, Unit};

use super::hold;
use super::input::{self, Text, one_of};
use super::support::proof::glyphs::View;
use super::support::split::{How, split, split_markdown};

/// A message, or Markdown, and how it is split.
#[derive(Debug)]
struct Input {
    how: How,
    is_markdown: bool,
    text: String,
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let how = How {
            limit: 1 + usize::from(u.arbitrary::<u8>()?),
            unit: one_of(u, Unit::ALL)?,
            number: one_of(u, &[false, true])?,
            invisible: one_of(u, &[Invisible::Allow, Invisible::Never])?,
            view: one_of(u, View::ALL)?,
        };
        Ok(Self { how, is_markdown: one_of(u, &[false, true])?, text: Text::arbitrary(u)?.0 })
    }
}

/// Splits the message that `data` stands for.
pub fn run(data: &[u8]) {
    let Some(input) = input::read::<Input>(data) else { return };
    let wrong = if input.is_markdown {
        split_markdown(&input.text, input.how).err()
    } else {
        split(&input.text, input.how).err()
    };
    hold(&input, wrong);
}
