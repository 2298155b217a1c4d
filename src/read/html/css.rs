//! The declarations of `style` that change what is seen as text.

use super::effect::{Effects, Mark, Space, align};

/// Adds what the declarations say to `effects`; of two that contradict, the later one counts.
pub(super) fn read(style: &str, effects: &mut Effects) {
    let mut overflow = false;
    let mut flat = false;
    let mut border = Border::default();
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let (name, value) = (name.trim(), value.trim());
        let value = value.strip_suffix("!important").map_or(value, str::trim_end);
        let is = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
        if is(&["font-weight"]) {
            weight(value, effects);
        } else if is(&["font-style"]) {
            effects.italic = italic(value).or(effects.italic);
        } else if is(&["font"]) {
            font(value, effects);
        } else if is(&["font-size"]) {
            effects.tiny = tiny(value).or(effects.tiny);
        } else if is(&["text-decoration", "text-decoration-line"]) {
            effects.strike |= has_word(value, "line-through");
        } else if is(&["display"]) {
            display(value, effects);
        } else if is(&["visibility"]) {
            effects.unseen = match () {
                () if is_word(value, "visible") => Some(false),
                () if is_word(value, "hidden") || is_word(value, "collapse") => Some(true),
                () => effects.unseen,
            };
        } else if is(&["opacity"]) {
            effects.hidden |= number(value).is_some_and(|opacity| opacity == 0.0);
        } else if is(&["height", "max-height", "width", "max-width"]) {
            flat |= is_zero(value);
        } else if is(&["overflow", "overflow-x", "overflow-y"]) {
            overflow |= is_word(value, "hidden");
        } else if is(&["white-space", "white-space-collapse"]) {
            effects.space = space(value).or(effects.space);
        } else if is(&["margin", "margin-block"]) {
            let mut sides = value.split_ascii_whitespace().map(is_zero);
            effects.close_above = sides.next();
            let below = if is(&["margin"]) { sides.nth(1) } else { sides.next() };
            effects.close_below = below.or(effects.close_above);
        } else if is(&["margin-top", "margin-block-start"]) {
            effects.close_above = Some(is_zero(value));
        } else if is(&["margin-bottom", "margin-block-end"]) {
            effects.close_below = Some(is_zero(value));
        } else if is(&["text-align"]) {
            effects.align = align(value).or(effects.align);
        } else if is(&["border"]) {
            border.all = Some(is_word(value, "none") || is_zero(value));
        } else if is(&["border-left"]) {
            border.left = Some(is_word(value, "none") || is_zero(value));
        } else if is(&["list-style", "list-style-type"]) {
            effects.mark = value.split_ascii_whitespace().find_map(Mark::of).or(effects.mark);
        } else if is(&["mso-list"]) {
            office_list(value, effects);
        }
    }
    effects.hidden |= overflow && flat;
    effects.borderless |= border.left.or(border.all) == Some(true);
}

/// Whether there is none: at all, to the left.
#[derive(Default)]
struct Border {
    all: Option<bool>,
    left: Option<bool>,
}

fn is_word(value: &str, word: &str) -> bool {
    value.eq_ignore_ascii_case(word)
}

fn has_word(value: &str, word: &str) -> bool {
    value.split_ascii_whitespace().any(|other| is_word(other, word))
}

/// The number at the start of a value.
fn number(value: &str) -> Option<f32> {
    let length =
        value.bytes().position(|b| !b.is_ascii_digit() && !matches!(b, b'.' | b'-' | b'+'));
    value[..length.unwrap_or(value.len())].parse().ok()
}

/// Whether a length is nothing, or as little as Word writes for nothing: `.0001pt`.
fn is_zero(value: &str) -> bool {
    number(value).is_some_and(|number| number.abs() < 0.01)
}

fn weight(value: &str, effects: &mut Effects) {
    effects.bold = match value.parse::<f32>() {
        Ok(weight) => Some(weight >= 600.0),
        Err(_) if is_word(value, "bold") || is_word(value, "bolder") => Some(true),
        Err(_) if is_word(value, "normal") || is_word(value, "lighter") => Some(false),
        Err(_) => effects.bold,
    };
}

fn italic(value: &str) -> Option<bool> {
    match value.split_ascii_whitespace().next()? {
        word if is_word(word, "italic") || is_word(word, "oblique") => Some(true),
        word if is_word(word, "normal") => Some(false),
        _ => None,
    }
}

/// `font: italic 700 12px/1.5 Arial`: what it does not name is normal.
fn font(value: &str, effects: &mut Effects) {
    let mut words = value.split_ascii_whitespace();
    let (mut bold, mut slanted) = (false, false);
    let size = loop {
        let Some(word) = words.next() else { return };
        if is_word(word, "bold") || is_word(word, "bolder") {
            bold = true;
        } else if is_word(word, "italic") || is_word(word, "oblique") {
            slanted = true;
        } else if let Ok(weight) = word.parse::<f32>() {
            bold |= weight >= 600.0;
        } else if number(word).is_some() {
            break word;
        }
    };
    effects.bold = Some(bold);
    effects.italic = Some(slanted);
    effects.tiny = tiny(size.split('/').next().unwrap_or_default());
}

/// Whether text of that size cannot be seen: that is how mail has a text for the list of messages
/// only.
fn tiny(value: &str) -> Option<bool> {
    let size = number(value)?;
    let pixels = ["px", "pt"].iter().any(|unit| {
        value.get(value.len().saturating_sub(2)..).is_some_and(|end| end.eq_ignore_ascii_case(unit))
    });
    Some(if pixels { size <= 1.0 } else { size == 0.0 })
}

fn display(value: &str, effects: &mut Effects) {
    let value = value.split_ascii_whitespace().next().unwrap_or_default();
    let blocks = ["block", "flex", "grid", "list-item", "table", "flow-root", "-webkit-box"];
    if is_word(value, "none") {
        effects.hidden = true;
    } else if is_word(value, "inline") {
        effects.block = Some(false);
    } else if blocks.iter().any(|block| is_word(value, block)) {
        effects.block = Some(true);
    }
}

fn space(value: &str) -> Option<Space> {
    let words = [
        ("normal", Space::Collapse),
        ("nowrap", Space::Collapse),
        ("collapse", Space::Collapse),
        ("pre", Space::Keep),
        ("pre-wrap", Space::Keep),
        ("break-spaces", Space::Keep),
        ("preserve", Space::Keep),
        ("pre-line", Space::Lines),
        ("preserve-breaks", Space::Lines),
    ];
    words.iter().find(|(word, _)| has_word(value, word)).map(|(_, space)| *space)
}

/// Lists of Word: `mso-list:l0 level2 lfo1` is an item, `mso-list:Ignore` its mark.
fn office_list(value: &str, effects: &mut Effects) {
    if is_word(value, "ignore") {
        effects.office_mark = true;
    }
    let level = value.split_ascii_whitespace().find_map(|word| word.strip_prefix("level"));
    if let Some(level) = level.and_then(|level| level.parse::<u8>().ok()) {
        effects.office_item = true;
        effects.level = level.clamp(1, 9);
    }
}
