//! What is done with a text, and timed or counted.

use std::hint::black_box;

use wamark::check::Profile;
use wamark::{
    Client, Document, Headings, HtmlStyle, Invisible, Links, MarkdownOptions, Parser, SoftBreaks,
    Splitter, Tables, TextOptions, Unit,
};

/// Something to do with a text, again and again; what is not to be timed is done before.
pub(crate) type Work<'t> = Box<dyn FnMut() + 't>;

pub(crate) fn parse(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().parse(black_box(text)));
    })
}

pub(crate) fn parse_without_links(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().links(false).parse(black_box(text)));
    })
}

pub(crate) fn parse_with_spoilers(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().spoilers(true).parse(black_box(text)));
    })
}

pub(crate) fn parse_as_android(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().client(Client::Android).parse(black_box(text)));
    })
}

pub(crate) fn parse_as_android_without_links(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().client(Client::Android).links(false).parse(black_box(text)));
    })
}

fn html(text: &str, style: HtmlStyle) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_html(&style));
    })
}

/// All of it, as the one-call function does it.
pub(crate) fn to_html(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::to_html(black_box(text)));
    })
}

pub(crate) fn close(text: &str) -> Work<'_> {
    html(text, HtmlStyle::close())
}

pub(crate) fn preview(text: &str) -> Work<'_> {
    html(text, HtmlStyle::preview())
}

pub(crate) fn neutral(text: &str) -> Work<'_> {
    html(text, HtmlStyle::neutral())
}

pub(crate) fn text(text: &str) -> Work<'_> {
    let (document, options) = (wamark::parse(text), TextOptions::default());
    Box::new(move || {
        black_box(black_box(&document).to_text(&options));
    })
}

pub(crate) fn line(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_line(usize::MAX));
    })
}

pub(crate) fn ansi(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_ansi());
    })
}

pub(crate) fn markdown(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_markdown());
    })
}

pub(crate) fn markdown_without_links(text: &str) -> Work<'_> {
    let document = Parser::new().links(false).parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_markdown());
    })
}

pub(crate) fn events(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).events().fold(0, |sum, (_, span)| sum + span.len()));
    })
}

/// As JSON, which goes over the whole tree.
pub(crate) fn tree(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(serde_json::to_string(black_box(&document)).is_ok());
    })
}

pub(crate) fn detect(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::dialect::detect(black_box(text)));
    })
}

pub(crate) fn normalize(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::dialect::normalize(black_box(text)));
    })
}

pub(crate) fn check(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::check::check(black_box(text), &Profile::CLOUD_TEXT));
    })
}

pub(crate) fn fix(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::check::fix(black_box(text), &Profile::CLOUD_TEXT));
    })
}

fn read_markdown_as(text: &str, options: MarkdownOptions) -> Work<'_> {
    Box::new(move || {
        black_box(Document::from_markdown(black_box(text), &options));
    })
}

pub(crate) fn read_markdown(text: &str) -> Work<'_> {
    read_markdown_as(text, MarkdownOptions::default())
}

/// With all that is not the default.
pub(crate) fn read_markdown_otherwise(text: &str) -> Work<'_> {
    let options = MarkdownOptions::default().headings(Headings::BoldUpper).links(Links::Url);
    read_markdown_as(text, options.tables(Tables::Box).soft_breaks(SoftBreaks::Space))
}

pub(crate) fn read_markdown_with_bullets(text: &str) -> Work<'_> {
    let options = MarkdownOptions::default().headings(Headings::Plain).links(Links::Text);
    read_markdown_as(text, options.tables(Tables::Bullets))
}

/// In parts of 100: many cuts, and markers to close and open.
pub(crate) fn split(text: &str) -> Work<'_> {
    let limit = 100.try_into().expect("not 0");
    split_with(text, Splitter::new(limit, Unit::CodePoints))
}

/// In longer parts, with nothing invisible, which takes more tries.
pub(crate) fn split_long(text: &str) -> Work<'_> {
    let limit = 256.try_into().expect("not 0");
    split_with(text, Splitter::new(limit, Unit::Graphemes).invisible(Invisible::Never))
}

fn split_with(text: &str, splitter: Splitter) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(splitter.split(black_box(&document)));
    })
}

/// Read, and written with its proof.
pub(crate) fn from_markdown(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::from_markdown(black_box(text)));
    })
}

pub(crate) fn from_html(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::from_html(black_box(text)));
    })
}

pub(crate) fn sanitize(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::sanitize(black_box(text)));
    })
}
