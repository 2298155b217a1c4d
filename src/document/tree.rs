//! `Serialize` for documents: a unist tree with mdast's names.
//!
//! What mdast has no name for is said in `data`, so that tools that do not know it still read the
//! tree: monospace is `inlineCode` with `data.monospace`, a mention is `text` with `data.mention`.
//! Only a spoiler, which is off by default, is a node of a type of its own.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Block, BlockKind, Document, Inline, InlineKind, Inlines, Item, Items, Span};

/// The document as a [unist](https://github.com/syntax-tree/unist) tree with the names of mdast:
/// `root`, `paragraph`, `text`, `strong`, `emphasis`, `delete`, `inlineCode`, `code`, `list`,
/// `listItem`, `blockquote`, `break`, `link`. Positions are byte offsets of the source.
///
/// # Examples
///
/// ```
/// let doc = wamark::parse("3. *a*");
/// assert_eq!(
///     serde_json::to_string(&doc).unwrap(),
///     concat!(
///         r#"{"type":"root","children":[{"type":"list","ordered":true,"start":3,"spread":false,"#,
///         r#""children":[{"type":"listItem","value":3,"spread":false,"children":["#,
///         r#"{"type":"paragraph","children":[{"type":"strong","children":["#,
///         r#"{"type":"text","value":"a","position":{"start":{"offset":4},"end":{"offset":5}}}],"#,
///         r#""position":{"start":{"offset":3},"end":{"offset":6}}}],"#,
///         r#""position":{"start":{"offset":3},"end":{"offset":6}}}],"#,
///         r#""position":{"start":{"offset":0},"end":{"offset":6}}}],"#,
///         r#""position":{"start":{"offset":0},"end":{"offset":6}}}],"#,
///         r#""position":{"start":{"offset":0},"end":{"offset":6}}}"#,
///     )
/// );
/// ```
impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[allow(clippy::cast_possible_truncation, reason = "the parser refuses longer texts")]
        let span = Span { start: 0, end: self.source().len() as u32 };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", "root")?;
        children(&mut map, self.blocks())?;
        end(map, span)
    }
}

impl Serialize for Block<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match &self.kind {
            BlockKind::Paragraph(inlines) => {
                map.serialize_entry("type", "paragraph")?;
                children(&mut map, inlines.clone())?;
            }
            BlockKind::Quote(inlines) => {
                map.serialize_entry("type", "blockquote")?;
                children(&mut map, paragraph(inlines))?;
            }
            BlockKind::BulletedList(items) => list(&mut map, items, None)?,
            BlockKind::NumberedList(items) => {
                let start = items.clone().next().and_then(|item| item.number);
                list(&mut map, items, start)?;
            }
            BlockKind::MonospaceBlock(text) => value(&mut map, "code", text)?,
        }
        end(map, self.span)
    }
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", "listItem")?;
        if let Some(number) = self.number {
            map.serialize_entry("value", &number)?;
        }
        map.serialize_entry("spread", &false)?;
        children(&mut map, paragraph(&self.inlines))?;
        end(map, self.span)
    }
}

impl Serialize for Inline<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let (name, inlines) = match &self.kind {
            InlineKind::Bold(inlines) => ("strong", inlines),
            InlineKind::Italic(inlines) => ("emphasis", inlines),
            InlineKind::Strikethrough(inlines) => ("delete", inlines),
            InlineKind::Spoiler(inlines) => ("spoiler", inlines),
            leaf => {
                self::leaf(&mut map, leaf, self.span)?;
                return end(map, self.span);
            }
        };
        map.serialize_entry("type", name)?;
        children(&mut map, inlines.clone())?;
        end(map, self.span)
    }
}

/// What has no children, or a text alone.
fn leaf<M: SerializeMap>(map: &mut M, kind: &InlineKind<'_>, span: Span) -> Result<(), M::Error> {
    match kind {
        InlineKind::InlineCode(text) => value(map, "inlineCode", text),
        InlineKind::Monospace(text) => {
            value(map, "inlineCode", text)?;
            map.serialize_entry("data", &One("monospace", true))
        }
        InlineKind::Mention(text) => {
            value(map, "text", text)?;
            map.serialize_entry("data", &One("mention", &text[1..]))
        }
        InlineKind::Link(link) => {
            map.serialize_entry("type", "link")?;
            map.serialize_entry("url", &link.url())?;
            let text = Inline { kind: InlineKind::Text(link.text), span };
            children(map, core::iter::once(text))
        }
        InlineKind::Text(text) => value(map, "text", text),
        _ => map.serialize_entry("type", "break"),
    }
}

/// The paragraph that mdast wants inside items and quotes, unless they are empty.
fn paragraph<'d>(inlines: &Inlines<'d>) -> Option<Block<'d>> {
    let start = inlines.clone().next()?.span.start;
    let end = inlines.clone().last()?.span.end;
    Some(Block { kind: BlockKind::Paragraph(inlines.clone()), span: Span { start, end } })
}

fn list<M: SerializeMap>(
    map: &mut M,
    items: &Items<'_>,
    start: Option<u16>,
) -> Result<(), M::Error> {
    map.serialize_entry("type", "list")?;
    map.serialize_entry("ordered", &start.is_some())?;
    if let Some(start) = start {
        map.serialize_entry("start", &start)?;
    }
    map.serialize_entry("spread", &false)?;
    children(map, items.clone())
}

fn value<M: SerializeMap>(map: &mut M, name: &str, text: &str) -> Result<(), M::Error> {
    map.serialize_entry("type", name)?;
    map.serialize_entry("value", text)
}

fn children<M: SerializeMap, T: Serialize>(
    map: &mut M,
    nodes: impl IntoIterator<Item = T, IntoIter: Clone>,
) -> Result<(), M::Error> {
    map.serialize_entry("children", &Sequence(nodes.into_iter()))
}

fn end<M: SerializeMap>(mut map: M, span: Span) -> Result<M::Ok, M::Error> {
    map.serialize_entry("position", &Position(span))?;
    map.end()
}

/// An iterator as a sequence.
struct Sequence<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Sequence<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

/// An object of one entry.
struct One<V>(&'static str, V);

impl<V: Serialize> Serialize for One<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(self.0, &self.1)])
    }
}

struct Position(Span);

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let offset = |at: u32| One("offset", at);
        serializer.collect_map([("start", offset(self.0.start)), ("end", offset(self.0.end))])
    }
}
