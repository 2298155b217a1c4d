//! The engines: what each does with one message. All have the same four styles switched on: bold,
//! italic, strikethrough (but Djot's own notation for it is another one) and code; nothing more.

use std::hint::black_box;

use pulldown_cmark::{Event, Options, Parser};

/// The engine that the others are set in relation to.
pub const REFERENCE: &str = "pulldown";

/// Does nothing: what is left under callgrind is the making of the texts.
pub const BASELINE: &str = "baseline";

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
}

/// All engines, in the order of the tables.
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
            pulldown_cmark::html::push_html(&mut html, markdown(text));
            black_box(html);
        }),
        engine("pulldown-parse", "pulldown-cmark, events", |text| {
            let bytes = markdown(text).fold(0, |sum, event| match event {
                Event::Text(text) | Event::Code(text) => sum + text.len(),
                _ => sum + 1,
            });
            black_box(bytes);
        }),
        engine("comrak", "comrak `markdown_to_html`", move |text| {
            black_box(comrak::markdown_to_html(text, &options));
        }),
        engine("jotdown", "jotdown `render_to_string`", |text| {
            black_box(jotdown::html::render_to_string(jotdown::Parser::new(text)));
        }),
    ]
}

fn markdown(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH)
}

/// The engine called `name`, or an error that lists the names.
pub fn by_name(name: &str) -> Result<Engine, String> {
    let mut engines = all();
    engines.push(engine(BASELINE, BASELINE, |text| {
        black_box(text);
    }));
    let names = engines.iter().map(|engine| engine.name).collect::<Vec<_>>().join(", ");
    let found = engines.into_iter().find(|engine| engine.name == name);
    found.ok_or_else(|| format!("no engine `{name}`; there are: {names}"))
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
