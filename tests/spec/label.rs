//! What a section of an example expects, and how the library is asked for it.

use std::num::NonZeroUsize;

use wamark::{
    Bullets, Client, Document, Headings, HtmlOptions, HtmlStyle, Invisible, Links, MarkdownOptions,
    Parser, Part, Reading, SoftBreaks, Splitter, Tables, TextOptions, Unit,
};

pub(crate) fn parse(input: &str) -> Document<'_> {
    wamark::parse(input)
}

pub(crate) fn parse_with_spoilers(input: &str) -> Document<'_> {
    Parser::new().spoilers(true).parse(input)
}

pub(crate) fn parse_as_android(input: &str) -> Document<'_> {
    Parser::new().client(Client::Android).parse(input)
}

pub(crate) fn source(doc: &Document<'_>) -> String {
    doc.source().to_owned()
}

fn html(doc: &Document<'_>) -> String {
    doc.to_html(&HtmlStyle::close())
}

fn neutral(doc: &Document<'_>) -> String {
    doc.to_html(&HtmlStyle::neutral())
}

fn preview(doc: &Document<'_>) -> String {
    doc.to_html(&HtmlStyle::preview())
}

fn text(doc: &Document<'_>) -> String {
    doc.to_text(&TextOptions::default())
}

fn text_with_bullets(doc: &Document<'_>) -> String {
    doc.to_text(&TextOptions::default().bullets(Bullets::Dot))
}

fn text_without_marks(doc: &Document<'_>) -> String {
    doc.to_text(&TextOptions::default().marks(false))
}

fn line(doc: &Document<'_>, limit: usize) -> String {
    doc.to_line(limit)
}

fn parts(doc: &Document<'_>, limit: NonZeroUsize, number: bool) -> Vec<Part> {
    Splitter::new(limit, Unit::CodePoints).number(number).split(doc)
}

fn split(doc: &Document<'_>, limit: NonZeroUsize, number: bool) -> String {
    let parts: Vec<_> = parts(doc, limit, number).into_iter().map(|part| part.text).collect();
    parts.join("\n* * *\n")
}

fn losses_of_split(doc: &Document<'_>, limit: NonZeroUsize) -> String {
    let losses = parts(doc, limit, false).into_iter().flat_map(|part| part.losses);
    let lines =
        losses.map(|loss| format!("{} {:?} {}", loss.code, loss.span, doc.slice(loss.span)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Sets an option of reading Markdown, if there is one of that name with that value.
fn set(options: MarkdownOptions, name: &str, value: &str) -> Option<MarkdownOptions> {
    Some(match (name, value) {
        ("headings", "upper") => options.headings(Headings::BoldUpper),
        ("headings", "plain") => options.headings(Headings::Plain),
        ("links", "url") => options.links(Links::Url),
        ("links", "text") => options.links(Links::Text),
        ("breaks", "space") => options.soft_breaks(SoftBreaks::Space),
        ("tables", "box") => options.tables(Tables::Box),
        ("tables", "cards") => options.tables(Tables::Cards),
        ("tables", "bullets") => options.tables(Tables::Bullets),
        ("columns", columns) => options.table_columns(columns.parse().ok()?),
        _ => return None,
    })
}

fn read_markdown(input: &str, options: MarkdownOptions) -> Reading {
    Document::from_markdown(input, &options)
}

/// As [`set`], for reading HTML.
fn set_html(options: HtmlOptions, name: &str, value: &str) -> Option<HtmlOptions> {
    Some(match (name, value) {
        ("headings", "upper") => options.headings(Headings::BoldUpper),
        ("headings", "plain") => options.headings(Headings::Plain),
        ("links", "url") => options.links(Links::Url),
        ("links", "text") => options.links(Links::Text),
        ("tables", "box") => options.tables(Tables::Box),
        ("tables", "cards") => options.tables(Tables::Cards),
        ("tables", "bullets") => options.tables(Tables::Bullets),
        ("columns", columns) => options.table_columns(columns.parse().ok()?),
        _ => return None,
    })
}

fn read_html(input: &str, options: HtmlOptions) -> Reading {
    Document::from_html(input, &options)
}

/// The options behind a label: `links=url columns=10`
fn options<T: Default>(text: &str, set: fn(T, &str, &str) -> Option<T>) -> Option<T> {
    text.split_whitespace().try_fold(T::default(), |options, option| {
        let (name, value) = option.split_once('=')?;
        set(options, name, value)
    })
}

/// A line for each loss: its code, its place, and what stands there, shortened to its line.
fn losses(input: &str, reading: &Reading) -> String {
    let lines = reading.losses().iter().map(|loss| {
        let place = &input[loss.span.range()];
        let shown = place.lines().next().unwrap_or_default();
        let more = if shown.len() < place.len() { "…" } else { "" };
        format!("{} {:?} {shown}{more}", loss.code, loss.span)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn markdown(doc: &Document<'_>) -> String {
    doc.to_markdown()
}

/// What a section of an example expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// `html`: the preset close.
    Html,
    /// `neutral`: the preset neutral.
    Neutral,
    /// `preview`: the preset preview.
    Preview,
    /// `text`: plain text.
    Text,
    /// `text bullets`: plain text with one sign for all bullets.
    TextBullets,
    /// `text bare`: plain text without the marks of items and quotes.
    TextBare,
    /// `line N`: one line of at most N graphemes.
    Line(usize),
    /// `split N`, `split N numbered`: parts of at most N code points, with a line `* * *` between
    /// them.
    Split(NonZeroUsize, bool),
    /// `losses split N`: what the parts could not say.
    LossesSplit(NonZeroUsize),
    /// `markdown`: Markdown.
    Markdown,
    /// `spoilers html`: the preset close, read with spoilers switched on.
    SpoilersHtml,
    /// `android html`: the preset close, of what Android reads.
    AndroidHtml,
    /// `android neutral`: the preset neutral, of what Android reads.
    AndroidNeutral,
    /// `android preview`: the preset preview, of what Android reads.
    AndroidPreview,
    /// `from markdown`: WhatsApp text for Markdown; options may follow, as in
    /// `from markdown links=url`.
    FromMarkdown(MarkdownOptions),
    /// `naive from markdown`: the same, before it is proven that it is read as it is meant.
    NaiveFromMarkdown(MarkdownOptions),
    /// `losses from markdown`: what that could not say.
    LossesFromMarkdown(MarkdownOptions),
    /// `from html`, `naive from html`, `losses from html`: the same of HTML.
    FromHtml(HtmlOptions),
    NaiveFromHtml(HtmlOptions),
    LossesFromHtml(HtmlOptions),
    /// `sanitized`: HTML that is safe to show.
    Sanitized,
    /// `spoilers markdown`: Markdown, read with spoilers switched on.
    SpoilersMarkdown,
}

impl Label {
    pub(crate) fn read(label: &str) -> Option<Self> {
        Some(match label {
            "html" => Self::Html,
            "neutral" => Self::Neutral,
            "preview" => Self::Preview,
            "text" => Self::Text,
            "text bullets" => Self::TextBullets,
            "text bare" => Self::TextBare,
            "markdown" => Self::Markdown,
            "spoilers html" => Self::SpoilersHtml,
            "android html" => Self::AndroidHtml,
            "android neutral" => Self::AndroidNeutral,
            "android preview" => Self::AndroidPreview,
            "spoilers markdown" => Self::SpoilersMarkdown,
            "sanitized" => Self::Sanitized,
            _ => {
                if let Some((what, options)) = label.split_once("from markdown") {
                    return Self::read_markdown(what, options);
                }
                if let Some((what, options)) = label.split_once("from html") {
                    return Self::read_html(what, options);
                }
                if let Some((what, limit)) = label.split_once("split ") {
                    return Self::read_split(what, limit);
                }
                Self::Line(label.strip_prefix("line ")?.parse().ok()?)
            }
        })
    }

    fn read_html(what: &str, text: &str) -> Option<Self> {
        let read = options(text, set_html)?;
        Some(match what {
            "" => Self::FromHtml(read),
            "naive " => Self::NaiveFromHtml(read),
            "losses " => Self::LossesFromHtml(read),
            _ => return None,
        })
    }

    fn read_split(what: &str, limit: &str) -> Option<Self> {
        let (limit, number) = match limit.strip_suffix(" numbered") {
            Some(limit) => (limit, true),
            None => (limit, false),
        };
        let limit = limit.parse().ok()?;
        Some(match what {
            "" => Self::Split(limit, number),
            "losses " if !number => Self::LossesSplit(limit),
            _ => return None,
        })
    }

    fn read_markdown(what: &str, text: &str) -> Option<Self> {
        let read = options(text, set)?;
        Some(match what {
            "" => Self::FromMarkdown(read),
            "naive " => Self::NaiveFromMarkdown(read),
            "losses " => Self::LossesFromMarkdown(read),
            _ => return None,
        })
    }

    pub(crate) fn output(self, input: &str) -> String {
        match self {
            Self::Html => html(&parse(input)),
            Self::Neutral => neutral(&parse(input)),
            Self::Preview => preview(&parse(input)),
            Self::Text => text(&parse(input)),
            Self::TextBullets => text_with_bullets(&parse(input)),
            Self::TextBare => text_without_marks(&parse(input)),
            Self::Line(limit) => line(&parse(input), limit),
            Self::Split(limit, number) => split(&parse(input), limit, number),
            Self::LossesSplit(limit) => losses_of_split(&parse(input), limit),
            Self::Markdown => markdown(&parse(input)),
            Self::SpoilersHtml => html(&parse_with_spoilers(input)),
            Self::AndroidHtml => html(&parse_as_android(input)),
            Self::AndroidNeutral => neutral(&parse_as_android(input)),
            Self::AndroidPreview => preview(&parse_as_android(input)),
            Self::FromMarkdown(options) => {
                read_markdown(input, options).into_whatsapp(Invisible::Allow).text
            }
            Self::NaiveFromMarkdown(options) => source(read_markdown(input, options).document()),
            Self::LossesFromMarkdown(options) => losses(input, &read_markdown(input, options)),
            Self::FromHtml(options) => {
                read_html(input, options).into_whatsapp(Invisible::Allow).text
            }
            Self::NaiveFromHtml(options) => source(read_html(input, options).document()),
            Self::LossesFromHtml(options) => losses(input, &read_html(input, options)),
            Self::Sanitized => wamark::sanitize(input),
            Self::SpoilersMarkdown => markdown(&parse_with_spoilers(input)),
        }
    }
}
