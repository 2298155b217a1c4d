//! What can be written, and how the library is asked for it.

use wamark::{Client, Document, HtmlStyle, Parser, TextOptions};

use crate::ndjson::push_json;

/// What to write.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    /// HTML without links.
    Html(HtmlStyle),
    /// HTML with links and mentions.
    Preview(HtmlStyle),
    Text,
    Ansi,
    Json,
}

/// Converts message after message, with buffers that are kept.
#[derive(Debug)]
pub(crate) struct Converter {
    parser: Parser,
    target: Target,
    result: String,
}

impl Converter {
    pub(crate) fn new(client: Client, target: &Target) -> Self {
        // Finding links costs time, which only those pay who see them.
        let links = matches!(target, Target::Preview(_) | Target::Ansi | Target::Json);
        let parser = Parser::new().client(client).links(links);
        Self { parser, target: target.clone(), result: String::new() }
    }

    /// The result itself.
    pub(crate) fn convert(mut self, message: &str) -> String {
        write(&self.parser.parse(message), &self.target, &mut self.result);
        self.result
    }

    /// Appends the result as a JSON value: a tree as it is, all else as a string.
    pub(crate) fn write_json(&mut self, message: &str, out: &mut Vec<u8>) {
        let document = self.parser.parse(message);
        match &self.target {
            Target::Json => {
                serde_json::to_writer(out, &document).expect("a document is JSON");
            }
            target => {
                self.result.clear();
                write(&document, target, &mut self.result);
                push_json(out, &self.result);
            }
        }
        self.parser.recycle(document);
    }
}

fn write(document: &Document<'_>, target: &Target, out: &mut String) {
    match target {
        Target::Html(style) | Target::Preview(style) => document.write_html(out, style),
        Target::Text => document.write_text(out, &TextOptions::default()),
        Target::Ansi => document.write_ansi(out),
        Target::Json => {
            out.push_str(&serde_json::to_string(document).expect("a document is JSON"));
        }
    }
}
