//! What each kind of node may hold, which marks it has, and what its content looks like.

use wamark::{Link, Node};

use super::{Checked, Options, ensure, is_inline, is_style, is_ws};

pub(super) fn may_hold(parent: Option<Node>, child: Node, options: Options) -> bool {
    let is_inline = match child {
        Node::Spoiler => options.spoilers && !options.is_android(),
        Node::Link | Node::Mention => options.links,
        child => is_inline(child),
    };
    match parent {
        None => !is_inline && !matches!(child, Node::Item { .. }),
        Some(Node::BulletedList) => child == Node::Item { number: None },
        Some(Node::NumberedList) => matches!(child, Node::Item { number: Some(0..=99) }),
        Some(Node::Paragraph | Node::Quote | Node::Item { .. }) => is_inline,
        Some(parent) => {
            is_inline && is_style(parent) && !(child == Node::Monospace && options.is_android())
        }
    }
}

/// How much of a node is marks or markers, at its start and at its end.
pub(super) fn markers(node: Node, slice: &str, options: Options) -> Result<(usize, usize), String> {
    let both = |marker: &str| {
        let content = slice.strip_prefix(marker).and_then(|rest| rest.strip_suffix(marker));
        ensure(content.is_some(), "a node without its markers", slice, marker)?;
        Ok((marker.len(), marker.len()))
    };
    match node {
        Node::Bold => both("*"),
        Node::Italic => both("_"),
        Node::Strikethrough => both("~"),
        Node::Spoiler => both("||"),
        Node::InlineCode => both("`"),
        Node::Monospace => both("```"),
        Node::MonospaceBlock => {
            let (before, behind) = both("```")?;
            let content = &slice[before..slice.len() - behind];
            ensure(content.contains('\n'), "a block of monospace", slice, "several lines")?;
            // One line feed at each fence is the fence's own.
            let first = usize::from(content.starts_with('\n'));
            let last = usize::from(content[first..].ends_with('\n'));
            Ok((before + first, behind + last))
        }
        Node::Quote => Ok((quote_mark(slice, options)?, 0)),
        Node::Item { number } => Ok((item_mark(slice, number, options)?, 0)),
        _ => Ok((0, 0)),
    }
}

/// R70: a space behind the `>` is not shown, other white space is; on Android there is none.
pub(super) fn quote_mark(line: &str, options: Options) -> Result<usize, String> {
    if options.is_android() {
        let shown = line.strip_prefix("> ").and_then(|rest| rest.chars().next());
        let is_mark = shown.is_some_and(|c| !is_java_ws(c));
        ensure(is_mark, "a quote line", line, "`> ` and no white space")?;
        return Ok(2);
    }
    let mut chars = line.chars();
    let is_mark = chars.next() == Some('>') && chars.next().is_some_and(is_ws);
    let is_mark = is_mark && chars.next() != Some(' ');
    ensure(is_mark, "a quote line", line, "`>`, white space, no space")?;
    Ok(if line.starts_with("> ") { 2 } else { 1 })
}

/// R50, R51, R60, R61.
fn item_mark(item: &str, number: Option<u16>, options: Options) -> Result<usize, String> {
    let mark = item.find(' ').map_or("", |space| &item[..space]);
    let digits = mark.strip_suffix('.').unwrap_or_default();
    let is_mark = match number {
        None if options.is_android() => ["-", "*"].contains(&mark),
        None => ["-", "*", "•"].contains(&mark),
        // The value of others than those of ASCII is not known here.
        Some(_) if options.is_android() && !digits.is_ascii() => {
            digits.chars().all(char::is_numeric) && digits.chars().count() <= 2
        }
        Some(number) => (1..=2).contains(&digits.len()) && digits.parse() == Ok(number),
    };
    ensure(is_mark, "an item", item, "its mark first")?;
    let text = &item[mark.len() + 1..];
    let may_begin_with_space = options.is_android() && number.is_none();
    let is_single = may_begin_with_space || !text.starts_with(' ');
    ensure(is_single, "an item", item, "a single space")?;
    Ok(mark.len() + 1)
}

/// What the content of a node looks like, in itself.
pub(super) fn check_content(node: Node, content: &str, options: Options) -> Checked {
    let is_blank = if options.is_android() { is_java_ws } else { is_ws };
    let holds = match node {
        Node::Mention => {
            let digits = content.strip_prefix('@').unwrap_or_default();
            (5..=20).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        }
        Node::Link => {
            let url = Link { text: content }.url().to_ascii_lowercase();
            let schemes = ["http://", "https://", "mailto:"];
            !content.contains(is_ws) && schemes.iter().any(|scheme| url.starts_with(scheme))
        }
        // R13, R32.
        Node::InlineCode => !content.starts_with(is_blank) && !content.ends_with(is_blank),
        node if is_style(node) => !content.starts_with(is_blank) && !content.ends_with(is_blank),
        // R41.
        Node::Monospace | Node::MonospaceBlock => content.contains(|c| !is_blank(c)),
        _ => true,
    };
    ensure(holds, format_args!("the content of {node:?}"), content, "what its rules allow")
}

/// Java's `Character.isWhitespace`.
fn is_java_ws(c: char) -> bool {
    let is_other = matches!(c, '\u{85}' | '\u{A0}' | '\u{2007}' | '\u{202F}');
    matches!(c, '\u{1C}'..='\u{1F}') || c.is_whitespace() && !is_other
}
