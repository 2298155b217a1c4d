//! The text of a message: from where, and in which notation.

use std::io::Write as _;

use clap::ValueEnum;
use wamark::close::Body;

use crate::commands::convert::losses;
use crate::error::Error;
use crate::input::Source;

/// What the text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Notation {
    /// WhatsApp Markdown, sent as it is
    Whatsapp,
    /// CommonMark, with GitHub's tables, task lists, strikethrough and footnotes
    Markdown,
    /// HTML
    Html,
}

#[derive(Debug, clap::Args)]
pub(super) struct Text {
    /// The text; `-` is standard input, whose last line feed does not count
    #[arg(
        long,
        value_name = "TEXT",
        visible_alias = "message-markdown",
        allow_hyphen_values = true
    )]
    pub(super) body: Option<String>,

    /// What the text is written in
    #[arg(long, value_name = "NOTATION", default_value = "whatsapp")]
    from: Notation,

    /// Tell on standard error what of Markdown or HTML was lost or said in another way
    #[arg(long)]
    losses: bool,
}

impl Text {
    /// The text in WhatsApp Markdown, from standard input unless it was given.
    pub(super) fn read(&self) -> Result<Body, Error> {
        let (text, source) = match self.body.as_deref() {
            None | Some("-") => {
                let mut text = Source::Stdin.read_message()?;
                if text.ends_with('\n') {
                    text.pop();
                    text.truncate(text.strip_suffix('\r').map_or(text.len(), str::len));
                }
                (text, "standard input".to_owned())
            }
            Some(text) => (text.to_owned(), "--body".to_owned()),
        };
        let body = match self.from {
            Notation::Whatsapp => Body::whatsapp(text.as_str()),
            Notation::Markdown => Body::markdown(&text),
            Notation::Html => Body::html(&text),
        };
        if self.losses {
            let lines = losses::lines(&source, &text, body.losses());
            // Where standard error is closed, nobody wants to know.
            let _ = std::io::stderr().write_all(lines.as_bytes());
        }
        Ok(body)
    }
}
