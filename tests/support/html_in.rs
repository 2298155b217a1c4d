//! What holds for what is read of any HTML, and for what is let through of it.

use wamark::{Event, Reading};

use super::dom::{self, Node};

/// What holds for the reading of any text.
pub(crate) fn breach(html: &str, reading: &Reading) -> Option<String> {
    let document = reading.document();
    let text = document.source();
    // U+0085 is none for the clients.
    let is_space = |c: char| c.is_whitespace() && c != '\u{85}' || c == '\u{FEFF}';
    let ends = |line: &str| line.ends_with(is_space);
    if text.split('\n').any(ends) {
        return Some(format!("white space ends a line of {text:?}"));
    }
    if text.starts_with('\n') || text.ends_with('\n') {
        return Some(format!("an empty line at an end of {text:?}"));
    }
    let mut blank = 0;
    for (event, span) in document.events() {
        if html.len() < 4096 && span.range().end > text.len() {
            return Some(format!("{event:?} at {span:?}"));
        }
        blank = if event == Event::BlankLine { blank + 1 } else { 0 };
        if blank > 1 {
            return Some(format!("two empty lines in {text:?}"));
        }
    }
    let lost = |loss: &&wamark::Loss| html.get(loss.span.range()).is_none_or(str::is_empty);
    reading.losses().iter().find(lost).map(|loss| format!("{loss:?}"))
}

/// What is wrong with what `sanitize` makes of a text: it must have nothing but what is allowed, and
/// stay the same.
pub(crate) fn unsafe_html(html: &str) -> Option<String> {
    for images in [false, true] {
        let options = wamark::SanitizeOptions::default().images(images);
        let safe = wamark::sanitize_with(html, &options);
        let again = wamark::sanitize_with(&safe, &options);
        if again != safe {
            let differ = safe.bytes().zip(again.bytes()).position(|(one, other)| one != other);
            let at = differ.unwrap_or_default().saturating_sub(40);
            let piece = |html: &str| html.chars().skip(at).take(100).collect::<String>();
            return Some(format!("{:?}\n is then {:?}", piece(&safe), piece(&again)));
        }
        let tree = dom::parse(&safe);
        if let Some(refused) = refused(&tree) {
            return Some(format!("{refused} in {safe:?}"));
        }
    }
    None
}

/// The first thing in a tree that is not to be there.
fn refused(node: &Node) -> Option<String> {
    let tags = [
        "",
        "html",
        "a",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
    ];
    if !tags.contains(&node.tag()) {
        return Some(format!("<{}>", node.tag()));
    }
    for attribute in &*node.attributes.borrow() {
        let (name, value) = (&*attribute.name.local, &*attribute.value);
        let url = value.trim().to_ascii_lowercase();
        let is_url = |schemes: &[&str]| schemes.iter().any(|scheme| url.starts_with(scheme));
        let is_number = || value.parse::<i16>().is_ok();
        let allowed = match (node.tag(), name) {
            ("a", "href") => is_url(&["http:", "https:", "mailto:"]),
            ("a", "rel") => value == "noopener noreferrer nofollow ugc",
            ("a", "target") => value == "_blank",
            ("img", "src") => is_url(&["http:", "https:"]),
            ("img", "alt") => true,
            ("span", "class") => ["mention", "spoiler"].contains(&value),
            ("p" | "li" | "blockquote", "dir") => ["auto", "ltr", "rtl"].contains(&value),
            ("ol", "start") | ("li", "value") | ("td" | "th", "colspan" | "rowspan") => is_number(),
            _ => false,
        };
        if !allowed {
            return Some(format!("<{} {name}={value:?}>", node.tag()));
        }
    }
    if node.tag() == "a" && node.attributes.borrow().len() != 3 {
        return Some("a link without its attributes".to_owned());
    }
    node.children.borrow().iter().find_map(|child| refused(child))
}
