//! `wamark convert`: from one notation to another, one message or many.

mod check;
pub(crate) mod losses;
mod notation;
pub(crate) mod options;

use std::io::Write as _;
use std::path::PathBuf;

use clap::ValueHint;
use wamark::{HtmlOptions, HtmlStyle, MarkdownOptions};

use crate::cli::examples;
use crate::error::Error;
use crate::input;
use crate::ndjson::{self, Lines};
use crate::output;
use notation::{Converter, Source, Target};
pub(crate) use options::Client;
use options::{Headings, Invisible, Links, Notation, Preset, SoftBreaks, Tables, To};

/// Convert a message, or many, from one notation to another
///
/// The whole input is one message, and the output is the result with nothing added (but a line
/// feed where it goes to a terminal). With --ndjson each line of the input is a message.
///
/// Markdown and HTML are read as WhatsApp can say them: what it has no words for is said in another
/// way or left out, whatever is written. --losses tells what.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "echo 'Hi *Ana*' | wamark convert"
    "wamark convert --html preview message.txt"
    "wamark convert --to markdown message.txt"
    "wamark convert --to ansi message.txt"
    "wamark convert --to json message.txt | jq"
    "wamark convert --client android message.txt"
    "wamark convert --from markdown --to whatsapp --losses answer.md"
    "wamark convert --from html --to whatsapp --links url mail.html"
    "wamark convert --from auto --to whatsapp --ndjson < strings.jsonl"
    "wamark convert --ndjson --field text --into html export.jsonl"
    "wamark convert --from markdown --to whatsapp --losses --ndjson strings.jsonl"
    "    {\"text\":\"*Hi*\",\"losses\":[{\"code\":\"heading-as-bold\",\"start\":0,\"end\":4}]}"
])]
pub(crate) struct Args {
    /// What the input is written in
    #[arg(long, value_name = "NOTATION", default_value = "whatsapp")]
    from: Notation,

    /// What to write
    #[arg(long, value_name = "NOTATION", default_value = "html")]
    to: To,

    /// Whose reading of WhatsApp Markdown: the clients differ in places [default: web]
    #[arg(long, value_name = "CLIENT")]
    client: Option<Client>,

    /// Which HTML, with --to html [default: close]
    #[arg(long, value_name = "PRESET")]
    html: Option<Preset>,

    /// Whether WhatsApp text may get invisible characters, with --to whatsapp [default: allow]
    #[arg(long, value_name = "POLICY")]
    invisible: Option<Invisible>,

    /// What becomes of headings of Markdown and HTML [default: bold]
    #[arg(long, value_name = "FORM")]
    headings: Option<Headings>,

    /// What becomes of links of Markdown and HTML [default: text-url]
    #[arg(long, value_name = "FORM")]
    links: Option<Links>,

    /// What becomes of tables of Markdown and HTML [default: auto]
    #[arg(long, value_name = "FORM")]
    tables: Option<Tables>,

    /// What becomes of line feeds within paragraphs of Markdown [default: newline]
    #[arg(long, value_name = "FORM")]
    soft_breaks: Option<SoftBreaks>,

    /// Tell on standard error what was lost or said in another way: its place, a code, a sentence
    ///
    /// The place is the file, the line and the column. With --ndjson losses go to the output: a
    /// line that is a string becomes an object with the keys `text` (the result; a tree with --to
    /// json) and `losses`, and an object gets the key `losses`, too. `losses` is an array of objects
    /// with the keys `code`, `start` and `end`, which are bytes of the message.
    #[arg(long)]
    losses: bool,

    #[command(flatten)]
    lines: Lines,

    /// The input; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        self.check();
        let (source, target, input) = (self.source(), self.target(), self.input());
        if let Some(form) = self.lines.form(self.losses) {
            let losses = self.losses;
            return ndjson::run(&input, &form, || {
                let mut converter = Converter::new(&source, &target);
                move |message: &str, out: &mut Vec<u8>, lost: &mut Vec<u8>| {
                    converter.write_json(message, out);
                    if losses {
                        losses::push_json(lost, converter.losses());
                    }
                }
            });
        }
        let message = input.read_message()?;
        let mut converter = Converter::new(&source, &target);
        let mut out = converter.convert(&message).to_owned();
        if output::is_terminal() {
            out.push('\n');
        }
        output::write(out.as_bytes())?;
        if self.losses {
            let lines = losses::lines(&input, &message, converter.losses());
            // Where standard error is closed, nobody wants to know.
            let _ = std::io::stderr().write_all(lines.as_bytes());
        }
        Ok(())
    }

    fn input(&self) -> input::Source {
        self.file.clone().into()
    }

    fn source(&self) -> Source {
        let (headings, links) = (self.headings.map(Into::into), self.links.map(Into::into));
        let (headings, links) = (headings.unwrap_or_default(), links.unwrap_or_default());
        let tables = self.tables.map(Into::into).unwrap_or_default();
        let soft_breaks = self.soft_breaks.map(Into::into).unwrap_or_default();
        Source {
            notation: self.from,
            client: self.client.map(Into::into).unwrap_or_default(),
            markdown: MarkdownOptions::default()
                .headings(headings)
                .links(links)
                .tables(tables)
                .soft_breaks(soft_breaks),
            html: HtmlOptions::default().headings(headings).links(links).tables(tables),
        }
    }

    fn target(&self) -> Target {
        match self.to {
            To::Html => match self.html {
                None | Some(Preset::Close) => Target::Html(HtmlStyle::close()),
                Some(Preset::Neutral) => Target::Html(HtmlStyle::neutral()),
                Some(Preset::Preview) => Target::Preview(HtmlStyle::preview()),
            },
            To::Text => Target::Text,
            To::Whatsapp => Target::Whatsapp(self.invisible.map(Into::into).unwrap_or_default()),
            To::Markdown => Target::Markdown,
            To::Ansi => Target::Ansi,
            To::Json => Target::Json,
        }
    }
}
