//! What names in brackets stand for: `[name]: https://ex.com`, `[^name]: note`.

use alloc::vec::Vec;

use super::blocks::Line;
use super::link;

/// So many definitions are known, and names so long: a text that needs more has other signs.
const MOST: usize = 64;
const LONGEST: usize = 64;

/// The names that are defined somewhere in a text.
#[derive(Debug, Default)]
pub(super) struct References<'t>(Vec<&'t str>);

impl<'t> References<'t> {
    pub(super) fn new(source: &'t str) -> Self {
        // Most texts have no such thing.
        if memchr::memmem::find(source.as_bytes(), b"]:").is_none() {
            return Self::default();
        }
        let names = source.split('\n').filter_map(|text| definition(Line { at: 0, text }));
        Self(names.take(MOST).collect())
    }

    /// Whether `name` is defined.
    pub(super) fn contains(&self, name: &str) -> bool {
        name.len() <= LONGEST && self.0.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

/// The name that a line defines.
pub(super) fn definition(line: Line<'_>) -> Option<&str> {
    let (name, target) = line.unindented()?.strip_prefix('[')?.split_once("]:")?;
    let target = target.trim_ascii_start();
    let defines = if name.starts_with('^') { !target.is_empty() } else { link::is_address(target) };
    (defines && !name.trim().is_empty() && name.len() <= LONGEST && !name.contains(['[', ']']))
        .then_some(name)
}
