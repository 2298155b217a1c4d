//! The report for people.

use core::fmt::{self, Display, Formatter};

use super::{AuditExample, AuditReport};
use crate::close::audit::suggest::preset;
use crate::close::audit::{Difference, Verdict};

impl Display for AuditReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} messages compared", self.activities)?;
        if self.other_objects > 0 {
            writeln!(f, "{} activities of other types left out", self.other_objects)?;
        }
        let html = &self.html;
        writeln!(f, "\nHTML")?;
        self.row(f, "equal", html.equal)?;
        self.row(f, "equal but for white space and spelling", html.equal_after_spacing)?;
        self.row(f, "same structure, other tags", html.other_tags)?;
        self.row(f, "different", html.different)?;
        for (what, count) in [
            ("  not well-formed", html.not_well_formed),
            ("  another text", html.other_text),
            ("  another structure", html.other_structure),
            ("  other line breaks or empty lines", html.other_lines),
            ("  other numbers", html.other_numbers),
        ] {
            if count > 0 {
                self.row(f, what, count)?;
            }
        }
        let text = &self.text;
        writeln!(f, "\nText")?;
        self.row(f, "equal", text.equal)?;
        self.row(f, "equal but for white space", text.equal_after_spacing)?;
        self.row(f, "different", text.different)?;
        self.row(f, "equal with every bullet as •", text.with_dots)?;
        self.row(f, "equal without marks of items and quotes", text.without_marks)?;
        self.row(f, "equal to the message itself", text.as_markdown)?;
        self.write_tags(f)?;
        writeln!(f, "\nStyle\n  {}", self.suggested_style.code)?;
        for (construct, html) in &self.suggested_style.beyond {
            writeln!(f, "  no style can say: {construct} as {html}")?;
        }
        if !self.examples.is_empty() {
            writeln!(f, "\nFirst examples")?;
        }
        for example in &self.examples {
            write_example(f, example)?;
        }
        if self.wrong > 0 {
            writeln!(f, "\n{} not read", self.wrong)?;
        }
        for fault in &self.faults {
            writeln!(f, "  {fault}")?;
        }
        Ok(())
    }
}

impl AuditReport {
    /// A count, and its share of all messages, never rounded up to all.
    fn row(&self, f: &mut Formatter<'_>, what: &str, count: u64) -> fmt::Result {
        let tenths = (u128::from(count) * 1000).checked_div(self.activities.into()).unwrap_or(0);
        writeln!(f, "  {what:<40}{count:>10}{:>6}.{} %", tenths / 10, tenths % 10)
    }

    fn write_tags(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{:<23}{:<31}how often", "Tags", "Close's")?;
        let mut last = None;
        for tag in &self.tags {
            let name = if last == Some(tag.construct) { "" } else { tag.construct.as_str() };
            last = Some(tag.construct);
            let html = if tag.html.is_empty() { "none" } else { &tag.html };
            let html = html.replace('\n', "⏎");
            let ours = preset(tag.construct);
            let same = if tag.html == ours { "  as ours" } else { "" };
            writeln!(f, "  {name:<20} {html:<30}{:>10}{same}", tag.count)?;
        }
        Ok(())
    }
}

fn write_example(f: &mut Formatter<'_>, example: &AuditExample) -> fmt::Result {
    let html = match (example.html, example.difference) {
        (Verdict::Equal, _) => "equal",
        (Verdict::EqualAfterSpacing, _) => "equal but for white space",
        (Verdict::OtherTags, _) => "other tags",
        (_, Some(Difference::NotWellFormed)) => "not well-formed",
        (_, Some(Difference::Text)) => "another text",
        (_, Some(Difference::Structure)) => "another structure",
        (_, Some(Difference::Lines)) => "other lines",
        (_, Some(Difference::Numbers)) => "other numbers",
        _ => "different",
    };
    let text = match example.text {
        Verdict::Equal => "equal",
        Verdict::EqualAfterSpacing => "equal but for white space",
        _ => "different",
    };
    let AuditExample { activity, id, .. } = example;
    writeln!(f, "  message {activity}, {id:?}: HTML {html}, text {text}")?;
    for (name, value) in [
        ("message", &example.message_markdown),
        ("Close's HTML", &example.message_html),
        ("our HTML", &example.our_html),
        ("Close's text", &example.message_text),
    ] {
        if let Some(value) = value {
            writeln!(f, "    {name:<13}{value:?}")?;
        }
    }
    Ok(())
}
