//! Whether numbered lists show the numbers that were typed.

use super::Difference;
use super::construct::Construct;
use super::ours::{Range, What};
use super::theirs::Element;

/// The number that the next item of Close's list has.
#[derive(Debug, Default)]
pub(super) struct Numbers(Option<u16>);

impl Numbers {
    /// Counts along, and compares; what is no `<ol>` has no numbers to compare.
    pub(super) fn check(&mut self, ours: &Range, own: &[Element<'_>]) -> Result<(), Difference> {
        let attribute = |name| own.iter().find_map(|element| element.tag.attribute(name));
        match ours.what {
            What::Is(Construct::NumberedList) => {
                let list = own.iter().any(|element| element.tag.name.eq_ignore_ascii_case("ol"));
                let start = attribute("start").map_or(Some(1), |start| start.parse().ok());
                self.0 = start.filter(|_| list);
            }
            What::Is(Construct::BulletedList) => self.0 = None,
            What::Is(Construct::Item) => {
                let Some(next) = self.0 else { return Ok(()) };
                let shown = attribute("value").map_or(Some(next), |value| value.parse().ok());
                if shown != ours.number {
                    return Err(Difference::Numbers);
                }
                self.0 = shown.map(|shown| shown.saturating_add(1));
            }
            _ => {}
        }
        Ok(())
    }
}
