//! Document → HTML.
//!
//! Text is copied from gap to gap of the tape, escaped where the parser saw that it must be, and
//! each operation writes what its table entry says. What depends on more than the operation (a
//! number, a URL, an empty line) goes another way.

mod escape;
mod lines;
mod style;
mod table;

use alloc::string::String;

use crate::document::{Code, Document, Link};

pub(crate) use style::CLOSE;
pub use style::{HtmlLayout, HtmlStyle, HtmlTag};
use table::Table;

impl Document<'_> {
    /// Writes the document as HTML: a fragment, valid and balanced.
    ///
    /// Whatever the message says, the result has no element but those of the style, and (in the
    /// layout [`Paragraphs`](HtmlLayout::Paragraphs)) a sanitiser that allows them leaves it alone.
    /// One that also checks addresses may drop the `href` of a link, where links are on: WhatsApp
    /// detects hosts that IDNA refuses, and ports over 65,535.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::HtmlStyle;
    ///
    /// let doc = wamark::parse("Hi *Ana*, _thanks_ & ~bye~");
    /// assert_eq!(
    ///     doc.to_html(&HtmlStyle::close()),
    ///     "<p>Hi <strong>Ana</strong>, <em>thanks</em> &amp; <s>bye</s></p>"
    /// );
    /// assert_eq!(
    ///     wamark::parse("<script>").to_html(&HtmlStyle::close()),
    ///     "<p>&lt;script&gt;</p>"
    /// );
    /// ```
    #[must_use]
    pub fn to_html(&self, style: &HtmlStyle) -> String {
        let mut out = String::new();
        self.write_html(&mut out, style);
        out
    }

    /// Appends the document as HTML; see [`to_html`](Self::to_html).
    ///
    /// # Complexity
    ///
    /// Linear in the text. `out` grows at most once, unless much of the text must be escaped.
    pub fn write_html(&self, out: &mut String, style: &HtmlStyle) {
        match style.layout {
            HtmlLayout::Paragraphs if style.is_close.0 => {
                write_paragraphs(self, out, &CLOSE, table::CLOSE_LONGEST, table::push_close);
            }
            HtmlLayout::Paragraphs => {
                let table = Table::new(style);
                let push = |out: &mut String, code| table.push(out, code);
                write_paragraphs(self, out, style, table.longest, push);
            }
            HtmlLayout::Lines => lines::write(self, out, style),
        }
    }
}

fn write_paragraphs(
    document: &Document<'_>,
    out: &mut String,
    style: &HtmlStyle,
    longest: usize,
    push: impl Fn(&mut String, Code),
) {
    let text = document.source();
    let ops = document.ops();
    let bytes = text.len() + ops.len() * longest + table::PADDED;
    if out.capacity() == 0 {
        // Costs less than to grow from nothing.
        *out = String::with_capacity(bytes);
    } else {
        out.reserve(bytes);
    }
    let mut at = 0;
    for (index, op) in ops.iter().enumerate() {
        let start = op.start as usize;
        if at < start {
            let gap = &text[at..start];
            if op.escape() {
                escape::push_text(out, gap, op.may_have_nul());
            } else {
                out.push_str(gap);
            }
        }
        at = op.end as usize;
        if !op.is_special() {
            push(out, op.code);
        } else if op.code.is_leave() {
            push(out, op.code);
            // Of a run of empty lines the first one only keeps the blocks apart.
            push_blank_lines(out, style, op.value - 1);
        } else {
            push_special(out, document, style, index);
        }
    }
}

/// What an operation writes that depends on numbers or the text.
#[inline(never)]
fn push_special(out: &mut String, document: &Document<'_>, style: &HtmlStyle, index: usize) {
    let op = document.ops()[index];
    match op.code {
        Code::EnterNumberedList => {
            push_open_with_number(out, &style.numbered_list, "start", op.value);
            out.push_str(style.item.open());
        }
        Code::NextNumberedItem => {
            out.push_str(style.item.close());
            push_open_with_number(out, &style.item, "value", op.value);
        }
        Code::EnterLink => push_link(out, style, document, index),
        Code::EnterSpoiler => out.push_str(style.spoiler.open()),
        Code::EnterMonospaceBlock => {
            out.push_str(style.monospace_block.open());
            let text = document.gap_before(index + 1);
            if style.monospace_block.ends_in_pre() && document.slice(text).starts_with('\n') {
                out.push('\n');
            }
        }
        // At the start of the text as behind a block; elsewhere these go on with a run.
        _ => push_blank_lines(out, style, op.value - u16::from(index == 0)),
    }
}

fn push_blank_lines(out: &mut String, style: &HtmlStyle, count: u16) {
    for _ in 0..count {
        out.push_str(&style.blank_line);
    }
}

fn push_open_with_number(out: &mut String, tag: &HtmlTag, name: &str, number: u16) {
    tag.push_open_with(out, |out| {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        push_number(out, number);
        out.push('"');
    });
}

/// Appends a number; formatting it costs several times as much.
fn push_number(out: &mut String, number: u16) {
    let mut power = 1;
    while number / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        #[allow(clippy::cast_possible_truncation, reason = "a digit")]
        let digit = (number / power % 10) as u8;
        out.push(char::from(b'0' + digit));
        power /= 10;
    }
}

fn push_link(out: &mut String, style: &HtmlStyle, document: &Document<'_>, index: usize) {
    let link = Link { text: document.slice(document.node_span(index)) };
    style.link.push_open_with(out, |out| {
        out.push_str(" href=\"");
        escape::push_attribute(out, &link.url());
        out.push('"');
    });
}
