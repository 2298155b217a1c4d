//! The audit: of messages with HTML that may be theirs, and of exports that may be JSON.

use arbitrary::{Arbitrary, Result, Unstructured};
use wamark::close::{Audit, AuditSample, Verdict};

use super::body::{Body, activity, page};
use super::{SECRET, Text, hold, input};

/// What is audited.
#[derive(Debug)]
enum Input {
    /// Messages with their HTML and text; where these are empty, ours.
    Samples(Vec<[String; 3]>),
    /// An export.
    Export(Body),
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        if u.arbitrary::<u8>()? >= 0x80 {
            return Ok(Self::Export(Body::arbitrary(u, &[activity, page])?));
        }
        let mut samples = Vec::new();
        while !u.is_empty() {
            let [markdown, html, text] =
                [Text::arbitrary(u)?.0, Text::arbitrary(u)?.0, Text::arbitrary(u)?.0];
            samples.push([markdown, html, text]);
        }
        Ok(Self::Samples(samples))
    }
}

/// Audits, and looks at the report.
pub(super) fn run(data: &[u8]) {
    let Some(input) = input::read::<Input>(data) else { return };
    let mut audit = Audit::new();
    match &input {
        Input::Samples(samples) => samples.iter().for_each(|sample| add(&mut audit, sample)),
        Input::Export(Body(bytes)) => {
            let read = audit.add_documents(bytes.as_slice());
            hold(&input, read.err());
            for (line, json) in (1..).zip(String::from_utf8_lossy(bytes).lines()) {
                audit.add_line(line, json);
            }
        }
    }
    let report = audit.report();
    let shown = report.to_string();
    hold(&input, shown.contains(SECRET).then(|| format!("what somebody wrote: {shown}")));
    let own = wamark::parse("*a*\n- b").to_html(&report.suggested_style.style);
    hold(&input, own.is_empty().then_some("a style that shows nothing"));
}

fn add(audit: &mut Audit, [markdown, html, text]: &[String; 3]) {
    // So that there is something that must not be shown.
    let markdown = format!("{SECRET} {markdown}");
    let ours = wamark::to_html(&markdown);
    let html = if html.is_empty() { ours.clone() } else { html.replace('§', SECRET) };
    let text = if text.is_empty() { wamark::to_text(&markdown) } else { text.clone() };
    let verdict = audit.add(&AuditSample {
        id: "acti_1",
        message_markdown: &markdown,
        message_html: &html,
        text: &text,
    });
    let equal = ours == html;
    let wrong = (verdict == Verdict::Equal) != equal;
    hold((&markdown, &html), wrong.then(|| format!("{verdict:?}, and equal: {equal}")));
}
