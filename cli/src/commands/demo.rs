//! `wamark demo`: one message through everything.

use std::io::Write as _;

use anstyle::{AnsiColor, Style};
use wamark::check::{Checker, Profile};
use wamark::close::{Direction, NewMessage, Required};
use wamark::{HtmlStyle, TextOptions};

use crate::cli::examples;
use crate::commands::check;
use crate::error::Error;
use crate::input::Source;

/// Show one message as everything that wamark can make of it
#[derive(Debug, clap::Args)]
#[command(after_help = examples!["wamark demo" "wamark demo | less"])]
pub(crate) struct Args {}

const MESSAGE: &str = include_str!("demo.txt");

/// How long the preview is.
const PREVIEW: usize = 60;

/// How much of the JSON is shown.
const JSON_LINES: usize = 36;

impl Args {
    #[expect(clippy::unused_self, reason = "every command is run like this")]
    pub(crate) fn run(self) -> Result<(), Error> {
        let document = wamark::parse(MESSAGE);
        let json = serde_json::to_string_pretty(&document).expect("a document is JSON");
        let sections = [
            ("The message, as it is sent", "", MESSAGE.to_owned()),
            ("How it looks", "wamark convert --to ansi", document.to_ansi()),
            (
                "HTML, as Close shows it (here a line for each block)",
                "wamark convert",
                html_lines(&document.to_html(&HtmlStyle::close())),
            ),
            (
                "Plain text, for search and speech",
                "wamark convert --to text",
                document.to_text(&TextOptions::default()),
            ),
            (
                "Markdown, for GitHub, for other chats, for language models",
                "wamark convert --to markdown",
                document.to_markdown(),
            ),
            ("Preview, one line of at most 60 characters", "", document.to_line(PREVIEW)),
            ("What is to be looked at before it is sent", "wamark check", findings()),
            (
                "Payload for Close (here a line for each field)",
                "wamark close create --lead-id lead_1 …",
                payload(),
            ),
            (
                "JSON: the tree, with the place of everything in the message",
                "wamark convert --to json",
                first_lines(&on_one_line(&json, "position"), JSON_LINES),
            ),
        ];
        let mut out = String::new();
        for (index, (title, command, content)) in sections.iter().enumerate() {
            if index > 0 {
                out.push('\n');
            }
            push_heading(&mut out, title, command);
            out.push_str(content);
            out.push('\n');
        }
        // Without the codes where standard output is no terminal.
        let mut stdout = anstream::stdout().lock();
        stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush()).map_err(Error::Write)
    }
}

fn findings() -> String {
    let (profile, source) = (Profile::default(), Source::Stdin);
    let report = Checker::new(&profile).check(MESSAGE);
    let mut findings: String = check::pieces(&source, MESSAGE, &profile, &report).collect();
    findings.truncate(findings.trim_end().len());
    findings
}

fn payload() -> String {
    let message = NewMessage::builder(Required {
        activity_at: "2026-01-31T09:30:00+01:00".into(),
        contact_id: "cont_1".into(),
        direction: Direction::Outgoing.into(),
        external_whatsapp_message_id: "wamid.A1".into(),
        lead_id: "lead_1".into(),
        local_phone: "+1 650 333 4444".into(),
        message_markdown: MESSAGE.into(),
        remote_phone: "18183004000".into(),
    });
    let message = message.build().expect("the fields are right");
    serde_json::to_string_pretty(&message).expect("a message is JSON")
}

fn push_heading(out: &mut String, title: &str, command: &str) {
    const TITLE: Style = AnsiColor::Green.on_default().bold();
    const COMMAND: Style = Style::new().dimmed();
    use std::fmt::Write as _;
    // Writing to a string cannot fail.
    let _ = write!(out, "{TITLE}== {title}{TITLE:#}");
    let _ = match command {
        "" => writeln!(out, "\n"),
        _ => writeln!(out, "  {COMMAND}$ {command}{COMMAND:#}\n"),
    };
}

/// A line feed after each block and before each item: the text has no tags of its own, as it is
/// escaped.
fn html_lines(html: &str) -> String {
    let mut lines = html.replace("<li", "\n  <li");
    for end in ["</p>", "</blockquote>", "</pre>", "</ul>", "</ol>"] {
        let list = matches!(end, "</ul>" | "</ol>");
        lines = lines.replace(end, &format!("{}{end}\n", if list { "\n" } else { "" }));
    }
    lines.truncate(lines.trim_end().len());
    lines
}

/// The same JSON, with the object under `key` on one line.
fn on_one_line(json: &str, key: &str) -> String {
    let key = format!("\"{key}\": {{");
    let mut out = String::new();
    let mut depth = 0;
    for line in json.lines() {
        if depth == 0 {
            out.push_str(line);
        } else {
            out.push(' ');
            out.push_str(line.trim_start());
        }
        if depth > 0 || line.trim_start() == key {
            depth += line.matches('{').count();
            depth -= line.matches('}').count();
        }
        if depth == 0 {
            out.push('\n');
        }
    }
    out
}

/// The first lines, and how many more there are.
fn first_lines(text: &str, count: usize) -> String {
    let total = text.lines().count();
    if total <= count {
        return text.to_owned();
    }
    let first: Vec<&str> = text.lines().take(count).collect();
    format!("{}\n… {} more lines", first.join("\n"), total - count)
}
