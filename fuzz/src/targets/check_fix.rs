//! Texts that are checked and mended: places are places, a second time changes nothing, and what was
//! mended is found no more.

use arbitrary::{Arbitrary, Result, Unstructured};
use wamark::check::Profile;

use super::hold;
use super::input::{self, Text};
use super::support::check_fix::wrong;

/// A text, and where it is to stand.
#[derive(Debug)]
struct Input {
    profile: &'static Profile,
    text: String,
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let at = usize::from(u.arbitrary::<u8>()?) % Profile::ALL.len();
        Ok(Self { profile: &Profile::ALL[at], text: Text::arbitrary(u)?.0 })
    }
}

/// Checks and mends the text that `data` stands for.
pub fn run(data: &[u8]) {
    let Some(input) = input::read::<Input>(data) else { return };
    hold((input.profile.name(), &input.text), wrong(input.profile, &input.text));
}
