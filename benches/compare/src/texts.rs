//! The texts by name, and what their columns are called.

use crate::inputs::{self, Messages};

/// A set of messages: its name on the command line, its name in a table, its maker.
pub type Named = (&'static str, &'static str, Messages);

/// Short messages, for latency.
pub const SHORT: [Named; 2] = [
    ("short-plain", "100 bytes plain", inputs::short_plain),
    ("short-formatted", "100 bytes formatted", inputs::short_formatted),
];

/// Markdown as language models write it.
pub const MARKDOWN: Named = ("markdown", "Markdown", inputs::markdown);

/// The kinds of ordinary messages.
pub fn kinds() -> [Named; 5] {
    inputs::KINDS.map(|(name, make)| (name, name, make))
}

/// The messages called `name`: those of a set, or one message of a family, `FAMILY@BYTES`.
pub fn by_name(name: &str) -> Result<Vec<String>, String> {
    let sets: Vec<_> = kinds().into_iter().chain(SHORT).chain([MARKDOWN]).collect();
    if let Some((_, _, make)) = sets.iter().find(|set| set.0 == name) {
        return Ok(make());
    }
    let sized =
        name.rsplit_once('@').and_then(|(family, bytes)| Some((family, bytes.parse().ok()?)));
    if let Some((family, bytes)) = sized {
        return Ok(vec![self::family(family)?(bytes)]);
    }
    let names = sets.iter().map(|set| set.0).collect::<Vec<_>>().join(", ");
    Err(format!("no text `{name}`; there are: {names}, and FAMILY@BYTES"))
}

/// The family of texts called `name`.
pub fn family(name: &str) -> Result<inputs::Maker, String> {
    let families = inputs::pathological();
    let found = families.into_iter().find(|family| family.0 == name);
    found.map(|family| family.1).ok_or_else(|| format!("no family `{name}`"))
}

/// The bytes of all messages.
pub fn bytes(messages: &[String]) -> usize {
    messages.iter().map(String::len).sum()
}
