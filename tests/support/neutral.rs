//! What the models of both clients share: the lines of a message (R02, D2), and the neutral HTML
//! notation of the vectors. It takes what a model found and knows no grammar.

use std::mem::{Discriminant, discriminant};

/// A formatted range: positions are characters, markers included.
#[derive(Clone, Debug)]
pub(crate) struct Style {
    pub tag: &'static str,
    pub start: usize,
    pub end: usize,
}

impl Style {
    /// How many characters each of its markers has.
    fn marker(&self) -> usize {
        if self.tag == "pre" { 3 } else { 1 }
    }
}

/// What a line is that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Bulleted,
    Numbered(u32),
    Quote,
}

/// A line that has a mark: where the line starts, and where what is shown of it does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marked {
    pub mark: Mark,
    pub start: usize,
    pub shown: usize,
}

#[derive(Clone, Copy)]
struct Line {
    shown: usize,
    end: usize,
    mark: Option<Mark>,
}

impl Line {
    /// The same for the lines that form one block.
    fn kind(self) -> Option<Discriminant<Mark>> {
        self.mark.map(|mark| discriminant(&mark))
    }
}

/// D2: CRLF and a lone CR are turned into LF.
#[must_use]
pub(crate) fn normalise(input: &str) -> String {
    input.replace("\r\n", "\n").replace('\r', "\n")
}

/// R02: the start and end of each line, without the LF that ends it.
#[must_use]
pub(crate) fn lines(text: &[char]) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (i, &c) in text.iter().enumerate() {
        if c == '\n' {
            lines.push((start, i));
            start = i + 1;
        }
    }
    lines.push((start, text.len()));
    lines
}

/// The notation. A line with a mark never holds monospace of several lines.
#[must_use]
pub(crate) fn html(text: &[char], styles: &[Style], marked: &[Marked]) -> String {
    if text.is_empty() {
        return String::new();
    }
    lines_with_marks(text, marked)
        .chunk_by(|a, b| a.kind() == b.kind())
        .map(|lines| block(text, styles, lines))
        .collect()
}

fn lines_with_marks(text: &[char], marked: &[Marked]) -> Vec<Line> {
    let mut found: Vec<Line> = lines(text)
        .into_iter()
        .map(|(start, end)| {
            let marked = marked.iter().find(|marked| marked.start == start);
            Line { shown: marked.map_or(start, |m| m.shown), end, mark: marked.map(|m| m.mark) }
        })
        .collect();
    // The LF of an item or quote line at the end of the text begins no line.
    if let [.., block, Line { shown, mark: None, .. }] = found[..]
        && shown == text.len()
        && block.mark.is_some()
    {
        found.pop();
    }
    found
}

/// One run of lines of one kind.
fn block(text: &[char], styles: &[Style], lines: &[Line]) -> String {
    let contents: Vec<String> =
        lines.iter().map(|line| inline(text, styles, line.shown, line.end)).collect();
    match lines[0].mark {
        Some(Mark::Bulleted) => format!("<ul><li>{}</li></ul>", contents.join("</li><li>")),
        Some(Mark::Numbered(first)) => {
            let mut html =
                if first == 1 { "<ol>".into() } else { format!("<ol start=\"{first}\">") };
            let mut expected = first;
            for (line, content) in lines.iter().zip(contents) {
                let Some(Mark::Numbered(value)) = line.mark else { continue };
                if value == expected {
                    html.extend(["<li>", &content, "</li>"]);
                } else {
                    html.extend(["<li value=\"", &value.to_string(), "\">", &content, "</li>"]);
                }
                expected = value + 1;
            }
            html + "</ol>"
        }
        Some(Mark::Quote) => format!("<blockquote>{}</blockquote>", contents.join("<br>")),
        // In one go: monospace may go on over several lines.
        None => {
            let end = lines[lines.len() - 1].end;
            format!("<p>{}</p>", inline(text, styles, lines[0].shown, end))
        }
    }
}

/// The text from `start` to `end` with its inline tags.
fn inline(text: &[char], styles: &[Style], start: usize, end: usize) -> String {
    let mut html = String::new();
    let mut in_monospace = false;
    let mut at = start;
    'text: while at < end {
        for style in styles {
            if style.start == at {
                html.extend(["<", style.tag, ">"]);
                in_monospace |= style.tag == "pre";
                at += style.marker();
                continue 'text;
            }
            if style.end - style.marker() == at {
                html.extend(["</", style.tag, ">"]);
                in_monospace &= style.tag != "pre";
                at += style.marker();
                continue 'text;
            }
        }
        match text[at] {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '\n' if !in_monospace => html += "<br>",
            c => html.push(c),
        }
        at += 1;
    }
    html
}
