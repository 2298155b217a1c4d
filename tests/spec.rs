//! Runs the chapters in `tests/spec`: every example is one test.
//!
//! A chapter is prose with examples in it:
//!
//! ```text
//! === name of the example (R12)
//! the input
//! --- label
//! the expected output
//! ===
//! ```
//!
//! An example has one section or more, each with its label (see [`Label`]). The lines of a section
//! are joined by line feeds. `⟦HEX⟧` stands for a code point, in inputs and outputs alike. A test
//! is named `chapter::heading::line name`.
//!
//! The input is what somebody typed in WhatsApp, unless a section says `from markdown`, `from html` or
//! `sanitized`.

use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::{fs, io};

use libtest_mimic::{Arguments, Failed, Trial};
use wamark::{
    Bullets, Client, Document, Headings, HtmlOptions, HtmlStyle, Invisible, Links, MarkdownOptions,
    Parser, Part, Reading, SoftBreaks, Splitter, Tables, TextOptions, Unit,
};

fn main() {
    libtest_mimic::run(&Arguments::from_args(), trials()).exit();
}

// What the library is asked for.

fn parse(input: &str) -> Document<'_> {
    wamark::parse(input)
}

fn parse_with_spoilers(input: &str) -> Document<'_> {
    Parser::new().spoilers(true).parse(input)
}

fn parse_as_android(input: &str) -> Document<'_> {
    Parser::new().client(Client::Android).parse(input)
}

fn source(doc: &Document<'_>) -> String {
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
enum Label {
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
    fn read(label: &str) -> Option<Self> {
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

    fn output(self, input: &str) -> String {
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

/// One expected output, under its label as written.
#[derive(Debug)]
struct Section {
    name: String,
    label: Label,
    expected: String,
}

#[derive(Debug)]
struct Example {
    /// The heading above it, as a slug.
    heading: String,
    name: String,
    /// The line of its `===` in the chapter.
    line: usize,
    input: String,
    sections: Vec<Section>,
}

/// Why a chapter cannot be read.
#[derive(Debug, PartialEq, Eq)]
struct Malformed {
    line: usize,
    what: String,
}

fn malformed(line: usize, what: impl Into<String>) -> Malformed {
    Malformed { line, what: what.into() }
}

fn trials() -> Vec<Trial> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("spec");
    let chapters = match chapters(&folder) {
        Ok(chapters) if !chapters.is_empty() => chapters,
        Ok(_) => return vec![failing("spec", "no chapter in tests/spec")],
        Err(error) => return vec![failing("spec", &format!("tests/spec: {error}"))],
    };
    let mut trials = vec![Trial::test("runner::chapters are read as described", runner)];
    for path in chapters {
        let chapter = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match fs::read_to_string(&path).map(|text| examples(&text)) {
            Ok(Ok(examples)) => trials.extend(examples.into_iter().map(|e| trial(&chapter, e))),
            Ok(Err(Malformed { line, what })) => {
                trials.push(failing(&chapter, &format!("tests/spec/{chapter}.txt:{line}: {what}")));
            }
            Err(error) => {
                trials.push(failing(&chapter, &format!("tests/spec/{chapter}.txt: {error}")));
            }
        }
    }
    trials
}

fn chapters(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    Ok(paths)
}

/// A chapter that cannot be read is a test that fails.
fn failing(chapter: &str, message: &str) -> Trial {
    let message = message.to_owned();
    Trial::test(format!("{chapter}::is well formed"), move || Err(Failed::from(message)))
}

fn trial(chapter: &str, example: Example) -> Trial {
    let name = format!("{chapter}::{}::{} {}", example.heading, example.line, example.name);
    Trial::test(name, move || check(&example))
}

fn check(example: &Example) -> Result<(), Failed> {
    let input = &example.input;
    let lines = input.replace("\r\n", "\n").replace('\r', "\n");
    let mut report = String::new();
    compare(&mut report, "source", &lines, &source(&parse(input)));
    for Section { name, label, expected } in &example.sections {
        if matches!(label, Label::SpoilersHtml | Label::SpoilersMarkdown) {
            let covered = source(&parse_with_spoilers(input));
            compare(&mut report, "source with spoilers", &lines, &covered);
        }
        if name.starts_with("android") {
            let read = source(&parse_as_android(input));
            compare(&mut report, "source as Android reads it", &lines, &read);
        }
        compare(&mut report, name, expected, &label.output(input));
    }
    if report.is_empty() {
        return Ok(());
    }
    Err(Failed::from(format!("\n[input]\n{}\n{report}", visible(input))))
}

fn compare(report: &mut String, name: &str, expected: &str, got: &str) {
    if expected != got {
        let (expected, got) = (visible(expected), visible(got));
        let _ = write!(report, "\n[{name}, expected]\n{expected}\n\n[{name}, got]\n{got}\n");
    }
}

/// The examples of a chapter, in order.
fn examples(chapter: &str) -> Result<Vec<Example>, Malformed> {
    let mut examples = Vec::new();
    let mut heading = String::from("top");
    let mut lines = (1..).zip(chapter.lines());
    while let Some((number, line)) = lines.next() {
        if let Some(name) = line.strip_prefix("=== ") {
            examples.push(example(&heading, name, number, &mut lines)?);
        } else if line.starts_with("===") || line.starts_with("--- ") {
            return Err(malformed(number, format!("`{line}` outside an example")));
        } else if let Some(title) = line.strip_prefix("## ").or_else(|| line.strip_prefix("# ")) {
            heading = slug(title);
        }
    }
    Ok(examples)
}

/// One example, from behind its first line to its `===`.
fn example<'a>(
    heading: &str,
    name: &str,
    start: usize,
    lines: &mut impl Iterator<Item = (usize, &'a str)>,
) -> Result<Example, Malformed> {
    if name.trim().is_empty() {
        return Err(malformed(start, "an example without a name"));
    }
    let mut input = Vec::new();
    let mut sections: Vec<(&str, Label, Vec<String>)> = Vec::new();
    for (number, line) in lines {
        if line == "===" {
            if sections.is_empty() {
                return Err(malformed(start, "an example without an output"));
            }
            return Ok(Example {
                heading: heading.to_owned(),
                name: name.to_owned(),
                line: start,
                input: input.join("\n"),
                sections: sections
                    .into_iter()
                    .map(|(name, label, lines)| Section {
                        name: name.to_owned(),
                        label,
                        expected: lines.join("\n"),
                    })
                    .collect(),
            });
        }
        if line.starts_with("=== ") {
            return Err(malformed(number, format!("`{line}` within an example")));
        }
        if let Some(name) = line.strip_prefix("--- ") {
            let Some(label) = Label::read(name) else {
                return Err(malformed(number, format!("unknown label `{name}`")));
            };
            if sections.iter().any(|section| section.1 == label) {
                return Err(malformed(number, format!("a second `{name}`")));
            }
            sections.push((name, label, Vec::new()));
            continue;
        }
        let line = unescape(line).map_err(|what| malformed(number, what))?;
        sections.last_mut().map_or(&mut input, |section| &mut section.2).push(line);
    }
    Err(malformed(start, "an example without its end"))
}

/// Puts the characters for `⟦HEX⟧`.
fn unescape(line: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('⟦') {
        let (hex, behind) = behind.split_once('⟧').ok_or("`⟦` without `⟧`")?;
        let code = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
        out.push_str(before);
        out.push(code.ok_or_else(|| format!("`⟦{hex}⟧` is no character"))?);
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

/// Shows characters that a terminal would hide as `⟦HEX⟧`, and blanks at the end of a line too.
fn visible(text: &str) -> String {
    let mut out = String::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let shown = line.trim_end_matches(' ').len();
        for (position, character) in line.char_indices() {
            if position >= shown || is_hidden(character) {
                let _ = write!(out, "⟦{:X}⟧", u32::from(character));
            } else {
                out.push(character);
            }
        }
    }
    out
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || (character.is_whitespace() && character != ' ')
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{20E3}' | '\u{2800}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}'
            | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..)
}

/// Lower case letters and digits, with a hyphen for anything else.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// The reader of the chapters: what it takes and what it refuses.
fn runner() -> Result<(), Failed> {
    let read = examples("# A b\ntext\n=== x `y`\na\n⟦20⟧⟦A⟧\n--- html\n--- line 7\n\n---\n===\n");
    let [example] = &read.map_err(|error| format!("{error:?}"))?[..] else {
        return Err(Failed::from("not one example"));
    };
    let got = (&*example.heading, &*example.name, example.line, &*example.input);
    expect(&got, &("a-b", "x `y`", 3, "a\n \n"))?;
    let got: Vec<_> = example.sections.iter().map(|s| (s.label, &*s.expected)).collect();
    expect(&got, &vec![(Label::Html, ""), (Label::Line(7), "\n---")])?;
    expect(&visible("a \u{FE0F}b \n\t"), &"a ⟦FE0F⟧b⟦20⟧\n⟦9⟧".to_owned())?;
    for (chapter, line, what) in [
        ("=== \n===\n", 1, "an example without a name"),
        ("\n=== a\nb\n===\n", 2, "an example without an output"),
        ("=== a\nb\n--- html\n", 1, "an example without its end"),
        ("=== a\n--- htm\n===\n", 2, "unknown label `htm`"),
        ("=== a\n--- from markdown x=y\n===\n", 2, "unknown label `from markdown x=y`"),
        ("=== a\n--- from html links\n===\n", 2, "unknown label `from html links`"),
        ("=== a\n--- html\n--- html\n===\n", 3, "a second `html`"),
        ("=== a\n=== b\n", 2, "`=== b` within an example"),
        ("===\n", 1, "`===` outside an example"),
        ("--- html\n", 1, "`--- html` outside an example"),
        ("=== a\n⟦20\n===\n", 2, "`⟦` without `⟧`"),
        ("=== a\n⟦D800⟧\n===\n", 2, "`⟦D800⟧` is no character"),
    ] {
        expect(&examples(chapter).err(), &Some(malformed(line, what)))?;
    }
    Ok(())
}

fn expect<T: PartialEq + std::fmt::Debug>(got: &T, expected: &T) -> Result<(), Failed> {
    if got == expected { Ok(()) } else { Err(format!("{got:?}\nis not\n{expected:?}").into()) }
}
