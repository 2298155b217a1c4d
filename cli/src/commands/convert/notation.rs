//! What can be read and written, and how the library is asked for it.

use wamark::dialect::{Dialect, detect};
use wamark::{
    Client, Conversion, Document, HtmlOptions, HtmlStyle, Invisible, Loss, MarkdownOptions, Parser,
    Reading, TextOptions,
};

use crate::ndjson::push_json;

use super::options::Notation;

/// What to read, and how.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) notation: Notation,
    pub(crate) client: Client,
    pub(crate) markdown: MarkdownOptions,
    pub(crate) html: HtmlOptions,
}

/// What to write.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    /// HTML without links.
    Html(HtmlStyle),
    /// HTML with links and mentions.
    Preview(HtmlStyle),
    Text,
    Whatsapp(Invisible),
    Markdown,
    Ansi,
    Json,
}

/// Converts message after message, with buffers that are kept.
#[derive(Debug)]
pub(crate) struct Converter {
    reader: Reader,
    target: Target,
    result: String,
}

impl Converter {
    pub(crate) fn new(source: &Source, target: &Target) -> Self {
        // Finding links costs time, which only those pay who see them.
        let links = !matches!(target, Target::Html(_) | Target::Text | Target::Whatsapp(_));
        let parser = Parser::new().client(source.client).links(links);
        let reader = Reader { source: source.clone(), parser, losses: Vec::new() };
        Self { reader, target: target.clone(), result: String::new() }
    }

    /// The result itself.
    pub(crate) fn convert(&mut self, message: &str) -> &str {
        let Self { reader, target, result } = self;
        result.clear();
        if let Target::Whatsapp(invisible) = target {
            reader.write_whatsapp(message, *invisible, result);
        } else {
            reader.read(message, |document| write(document, target, result));
        }
        result
    }

    /// Appends the result as a JSON value: a tree as it is, all else as a string.
    pub(crate) fn write_json(&mut self, message: &str, out: &mut Vec<u8>) {
        if let Target::Json = self.target {
            self.reader.read(message, |document| {
                serde_json::to_writer(out, document).expect("a document is JSON");
            });
        } else {
            push_json(out, self.convert(message));
        }
    }

    /// What was lost in the last message; spans are bytes of it.
    pub(crate) fn losses(&self) -> &[Loss] {
        &self.reader.losses
    }
}

/// Reads messages, and keeps what was lost in the last one.
#[derive(Debug)]
struct Reader {
    source: Source,
    parser: Parser,
    losses: Vec<Loss>,
}

impl Reader {
    /// Has `write` write the document that the message is.
    fn read(&mut self, message: &str, write: impl FnOnce(&Document<'_>)) {
        self.losses.clear();
        if let Some(reading) = self.foreign(message) {
            write(reading.document());
            self.losses.extend_from_slice(reading.losses());
        } else {
            let document = self.parser.parse(message);
            write(&document);
            self.parser.recycle(document);
        }
    }

    /// Writes WhatsApp text. A reading knows where in the message the losses of that are.
    fn write_whatsapp(&mut self, message: &str, invisible: Invisible, out: &mut String) {
        self.losses.clear();
        if let Some(reading) = self.foreign(message) {
            Conversion { text: *out, losses: self.losses } = reading.into_whatsapp(invisible);
        } else {
            let document = self.parser.parse(message);
            out.push_str(document.source());
            self.parser.recycle(document);
        }
    }

    /// What is read of a message that is not WhatsApp text.
    fn foreign(&self, message: &str) -> Option<Reading> {
        let notation = match self.source.notation {
            Notation::Auto => match detect(message).dialect() {
                Dialect::Markdown => Notation::Markdown,
                Dialect::Html => Notation::Html,
                Dialect::Plain | Dialect::WhatsApp => Notation::Whatsapp,
            },
            notation => notation,
        };
        match notation {
            Notation::Markdown => Some(Document::from_markdown(message, &self.source.markdown)),
            Notation::Html => Some(Document::from_html(message, &self.source.html)),
            Notation::Whatsapp | Notation::Auto => None,
        }
    }
}

fn write(document: &Document<'_>, target: &Target, out: &mut String) {
    match target {
        Target::Html(style) | Target::Preview(style) => document.write_html(out, style),
        Target::Text => document.write_text(out, &TextOptions::default()),
        Target::Whatsapp(invisible) => out.push_str(&document.to_whatsapp(*invisible).text),
        Target::Markdown => document.write_markdown(out),
        Target::Ansi => document.write_ansi(out),
        Target::Json => {
            out.push_str(&serde_json::to_string(document).expect("a document is JSON"));
        }
    }
}
