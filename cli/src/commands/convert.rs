//! `wamark convert`: from one notation to another, one message or many.

mod notation;

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, ValueEnum, ValueHint};
use wamark::HtmlStyle;

use crate::cli::{Cli, examples};
use crate::error::Error;
use crate::input::Source;
use crate::ndjson::{self, Fields, Form};
use crate::output;
use notation::{Converter, Target};

/// Convert a message, or many, to HTML, plain text, terminal text or JSON
///
/// The whole input is one message, and the output is the result with nothing added (but a line
/// feed where it goes to a terminal). With --ndjson each line of the input is a message.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "echo 'Hi *Ana*' | wamark convert"
    "wamark convert --html preview message.txt"
    "wamark convert --to ansi message.txt"
    "wamark convert --to json message.txt | jq"
    "wamark convert --client android message.txt"
    "wamark convert --ndjson --to text < strings.jsonl"
    "wamark convert --ndjson --field text --into html export.jsonl"
])]
pub(crate) struct Args {
    /// What the input is written in
    #[arg(long, value_name = "NOTATION", default_value = "whatsapp")]
    from: From,

    /// Whose reading of WhatsApp Markdown: the clients differ in places
    #[arg(long, value_name = "CLIENT", default_value = "web")]
    client: Client,

    /// What to write
    #[arg(long, value_name = "NOTATION", default_value = "html")]
    to: To,

    /// Which HTML, with --to html [default: close]
    #[arg(long, value_name = "PRESET")]
    html: Option<Preset>,

    /// Read one JSON string a line, write one JSON value a line, in the same order
    #[arg(long)]
    ndjson: bool,

    /// Lines are objects: the key whose value is the message
    #[arg(long, value_name = "NAME", requires = "into", requires = "ndjson")]
    field: Option<String>,

    /// Lines are objects: the key to put the result under, added or replaced
    #[arg(long, value_name = "NAME", requires = "field", requires = "ndjson")]
    into: Option<String>,

    /// The input; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum From {
    /// WhatsApp Markdown
    Whatsapp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Client {
    /// WhatsApp Web, of 2026
    Web,
    /// WhatsApp for Android, of December 2024
    Android,
}

impl std::convert::From<Client> for wamark::Client {
    fn from(client: Client) -> Self {
        match client {
            Client::Web => Self::Web,
            Client::Android => Self::Android,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    /// HTML, safe whatever the message says
    Html,
    /// Plain text: the markers gone
    Text,
    /// Text with the codes of terminals
    Ansi,
    /// The document as a tree: unist, with the names of mdast
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Preset {
    /// As Close shows a message
    Close,
    /// Plain tags and nothing else
    Neutral,
    /// As close, with links, mentions and text direction
    Preview,
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        let (client, target) = (self.client.into(), self.target());
        let From::Whatsapp = self.from;
        let source = Source::from(self.file);
        if self.ndjson {
            let form = match self.field.zip(self.into) {
                Some((field, into)) => Form::Object(Fields { field, into }),
                None => Form::Message,
            };
            return ndjson::run(&source, &form, || {
                let mut converter = Converter::new(client, &target);
                move |message: &str, out: &mut Vec<u8>| converter.write_json(message, out)
            });
        }
        let message = source.read_message()?;
        let mut out = Converter::new(client, &target).convert(&message);
        if output::is_terminal() {
            out.push('\n');
        }
        output::write(out.as_bytes())
    }

    fn target(&self) -> Target {
        match (self.to, self.html) {
            (To::Html, None | Some(Preset::Close)) => Target::Html(HtmlStyle::close()),
            (To::Html, Some(Preset::Neutral)) => Target::Html(HtmlStyle::neutral()),
            (To::Html, Some(Preset::Preview)) => Target::Preview(HtmlStyle::preview()),
            (To::Text, None) => Target::Text,
            (To::Ansi, None) => Target::Ansi,
            (To::Json, None) => Target::Json,
            (_, Some(_)) => misused("the argument '--html <PRESET>' needs '--to html'"),
        }
    }
}

/// Ends the process as clap does on wrong usage.
fn misused(message: &str) -> ! {
    let mut command = Cli::command();
    command.build();
    let convert = command.find_subcommand_mut("convert");
    let mut convert = convert.cloned().unwrap_or(command);
    convert.error(ErrorKind::ArgumentConflict, message).exit()
}
