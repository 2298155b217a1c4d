//! Reads a chapter: its headings and examples.

use super::escape::unescape;
use super::label::Label;

/// One expected output, under its label as written.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) name: String,
    pub(crate) label: Label,
    pub(crate) expected: String,
}

#[derive(Debug)]
pub(crate) struct Example {
    /// The heading above it, as a slug.
    pub(crate) heading: String,
    pub(crate) name: String,
    /// The line of its `===` in the chapter.
    pub(crate) line: usize,
    pub(crate) input: String,
    pub(crate) sections: Vec<Section>,
}

/// Why a chapter cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub(crate) line: usize,
    pub(crate) what: String,
}

pub(crate) fn malformed(line: usize, what: impl Into<String>) -> Malformed {
    Malformed { line, what: what.into() }
}

/// The examples of a chapter, in order.
pub(crate) fn examples(chapter: &str) -> Result<Vec<Example>, Malformed> {
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

/// Lower case letters and digits, with a hyphen for anything else.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
