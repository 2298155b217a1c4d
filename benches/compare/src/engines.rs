//! The engines: what each does with one message. All have the same four styles switched on: bold,
//! italic, strikethrough (but Djot's own notation for it is another one, and cmark has none) and
//! code; nothing more.

#[cfg(cmark)]
mod cmark;
#[cfg(md4c)]
mod md4c;

use std::hint::black_box;

use pulldown_cmark::{Event, Options, Parser};

/// The engine that the others are set in relation to.
pub const REFERENCE: &str = "pulldown";

/// The same for engines that read Markdown.
pub const MARKDOWN_REFERENCE: &str = "markdown-events";

/// The engines that are not there, by their labels.
pub const ABSENT: &[&str] = &[
    #[cfg(not(md4c))]
    "md4c",
    #[cfg(not(cmark))]
    "cmark",
];

type Run = Box<dyn FnMut(&[String])>;

/// Something to measure.
pub struct Engine {
    /// The name on the command line.
    pub name: &'static str,
    /// The name in a table.
    pub label: &'static str,
    run: Run,
}

impl Engine {
    /// Goes over all messages once.
    pub fn run(&mut self, messages: &[String]) {
        (self.run)(messages);
    }

    /// Whether it is written in C.
    pub fn is_c(&self) -> bool {
        matches!(self.name, "md4c" | "cmark")
    }
}

/// The engines that parse messages, in the order of the tables.
pub fn all() -> Vec<Engine> {
    let style = wamark::HtmlStyle::close();
    let mut parser = wamark::Parser::new().links(false);
    let mut html = String::new();
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;

    vec![
        engine("wamark", "wamark `to_html`", |text| {
            black_box(wamark::to_html(text));
        }),
        engine("wamark-reuse", "wamark, reused buffers", move |text| {
            let document = parser.parse(text);
            html.clear();
            document.write_html(&mut html, &style);
            black_box(html.as_str());
            parser.recycle(document);
        }),
        engine("wamark-parse", "wamark `parse`", |text| {
            black_box(wamark::parse(text));
        }),
        engine(REFERENCE, "pulldown-cmark `push_html`", |text| {
            let mut html = String::with_capacity(text.len() * 3 / 2);
            pulldown_cmark::html::push_html(&mut html, four_styles(text));
            black_box(html);
        }),
        engine("pulldown-parse", "pulldown-cmark, events", |text| {
            let bytes = four_styles(text).fold(0, |sum, event| match event {
                Event::Text(text) | Event::Code(text) => sum + text.len(),
                _ => sum + 1,
            });
            black_box(bytes);
        }),
        #[cfg(md4c)]
        engine("md4c", "md4c `md_html` (C)", |text| {
            black_box(md4c::to_html(text));
        }),
        #[cfg(cmark)]
        engine("cmark", "cmark `cmark_markdown_to_html` (C)", |text| {
            black_box(cmark::to_html(text).as_ptr());
        }),
        engine("comrak", "comrak `markdown_to_html`", move |text| {
            black_box(comrak::markdown_to_html(text, &options));
        }),
        engine("jotdown", "jotdown `render_to_string`", |text| {
            black_box(jotdown::html::render_to_string(jotdown::Parser::new(text)));
        }),
    ]
}

/// The engines that read Markdown as language models write it, in the order of the tables.
pub fn markdown() -> Vec<Engine> {
    vec![
        engine("from-markdown", "wamark `from_markdown`", |text| {
            black_box(wamark::from_markdown(text));
        }),
        engine(MARKDOWN_REFERENCE, "pulldown-cmark, events", |text| {
            let notation = Options::ENABLE_TABLES
                | Options::ENABLE_FOOTNOTES
                | Options::ENABLE_STRIKETHROUGH
                | Options::ENABLE_TASKLISTS;
            Parser::new_ext(text, notation).into_offset_iter().for_each(|(event, range)| {
                black_box((&event, &range));
            });
        }),
    ]
}

/// The engine called `name`, or an error that lists the names.
pub fn by_name(name: &str) -> Result<Engine, String> {
    let engines: Vec<_> = all().into_iter().chain(markdown()).collect();
    let names = engines.iter().map(|engine| engine.name).collect::<Vec<_>>().join(", ");
    let found = engines.into_iter().find(|engine| engine.name == name);
    found.ok_or_else(|| format!("no engine `{name}`; there are: {names}"))
}

fn four_styles(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH)
}

/// The loop over the messages is compiled with the engine, so that a message costs no call through
/// a pointer.
fn engine(name: &'static str, label: &'static str, mut each: impl FnMut(&str) + 'static) -> Engine {
    let run = move |messages: &[String]| {
        for message in messages {
            each(black_box(message));
        }
    };
    Engine { name, label, run: Box::new(run) }
}
