//! How far our HTML and text are from Close's own, activity by activity.
//!
//! Close documents almost nothing of `message_html`. But each activity that its list endpoint
//! returns has what it made of a message beside the message. So an export tells which tags Close
//! has: the audit lays each message's structure on the structure of Close's HTML and notes what
//! stands where. Memory is constant, whatever the number of activities.

mod align;
mod construct;
mod flow;
mod gaps;
mod html;
mod input;
mod numbers;
mod ours;
mod report;
mod share;
mod spacing;
mod suggest;
mod text;
mod theirs;
mod verdict;
mod votes;

use alloc::string::String;
use alloc::vec::Vec;

use crate::Parser;
use crate::write::CLOSE;
pub use construct::Construct;
pub use report::{AuditExample, AuditFault, AuditReport, HtmlCounts, TagUse, TextCounts};
pub use suggest::SuggestedStyle;
pub use verdict::{AuditSample, Difference, Verdict};
use votes::Votes;

/// How many examples are kept of each kind of difference, and how many faults.
const EXAMPLES: usize = 5;

/// Compares messages with what Close made of them.
///
/// # Examples
///
/// ```
/// use wamark::close::{Audit, AuditSample, Construct, Verdict};
///
/// let mut audit = Audit::new();
/// let verdict = audit.add(&AuditSample {
///     id: "acti_1",
///     message_markdown: "*a*",
///     message_html: "<p><b>a</b></p>",
///     text: "a",
/// });
/// assert_eq!(verdict, Verdict::OtherTags);
///
/// let report = audit.report();
/// assert_eq!(report.html.other_tags, 1);
/// assert_eq!(report.text.equal, 1);
/// let suggested = &report.suggested_style;
/// assert_eq!(suggested.tags, [(Construct::Bold, "<b>".to_string())]);
/// assert_eq!(suggested.code, "HtmlStyle::close().bold(HtmlTag::new(\"b\"))");
/// assert_eq!(wamark::parse("*c*").to_html(&suggested.style), "<p><b>c</b></p>");
/// ```
#[derive(Clone, Debug)]
pub struct Audit {
    show: bool,
    votes: Votes,
    html: HtmlCounts,
    text: TextCounts,
    other_objects: u64,
    examples: Vec<AuditExample>,
    faults: Vec<AuditFault>,
    wrong: u64,
    /// Ours, in a buffer that is used again.
    buffer: String,
}

impl Default for Audit {
    fn default() -> Self {
        Self::new()
    }
}

impl Audit {
    /// An audit of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            show: false,
            votes: Votes::new(),
            html: HtmlCounts::default(),
            text: TextCounts::default(),
            other_objects: 0,
            examples: Vec::new(),
            faults: Vec::new(),
            wrong: 0,
            buffer: String::new(),
        }
    }

    /// Whether examples have the messages; without that a report shows nothing that anyone wrote.
    #[must_use]
    pub fn show(mut self, show: bool) -> Self {
        self.show = show;
        self
    }

    /// Compares one activity.
    ///
    /// # Complexity
    ///
    /// Linear in the activity, but for elements that are deep in each other on the same text.
    ///
    /// # Panics
    ///
    /// On a message of 4 GiB or more.
    pub fn add(&mut self, sample: &AuditSample<'_>) -> Verdict {
        let document = Parser::new().parse(sample.message_markdown);
        let mut ours = core::mem::take(&mut self.buffer);
        ours.clear();
        document.write_html(&mut ours, &CLOSE);
        let lesson = align::align(&document, sample.message_html, &self.votes);
        let verdict = match &lesson {
            _ if ours == sample.message_html => Verdict::Equal,
            _ if spacing::same(&ours, sample.message_html) => Verdict::EqualAfterSpacing,
            Ok(_) => Verdict::OtherTags,
            Err(_) => Verdict::Different,
        };
        let difference = lesson.as_ref().err().copied().filter(|_| verdict == Verdict::Different);
        for (construct, html) in lesson.unwrap_or_default().0 {
            self.votes.add(construct, &html);
        }
        self.html.add(verdict, difference);
        let text = text::compare(&document, sample, &mut self.text);
        self.keep_example(sample, verdict, difference, text, &ours);
        ours.shrink_to(1 << 20);
        self.buffer = ours;
        verdict
    }

    /// What was found so far.
    #[must_use]
    pub fn report(&self) -> AuditReport {
        let mut tags = Vec::new();
        for &construct in Construct::ALL {
            let (seen, other) = self.votes.sorted(construct);
            let use_of = |html: String, count| TagUse { construct, html, count };
            tags.extend(seen.into_iter().map(|(html, count)| use_of(html, count)));
            if other > 0 {
                tags.push(use_of("…".into(), other));
            }
        }
        AuditReport {
            activities: self.html.total(),
            other_objects: self.other_objects,
            wrong: self.wrong,
            html: self.html,
            text: self.text,
            tags,
            suggested_style: suggest::suggest(&self.votes),
            examples: self.examples.clone(),
            faults: self.faults.clone(),
        }
    }

    fn keep_example(
        &mut self,
        sample: &AuditSample<'_>,
        html: Verdict,
        difference: Option<Difference>,
        text: Verdict,
        ours: &str,
    ) {
        let same = |known: &&AuditExample| {
            known.html == html && known.difference == difference && known.text == text
        };
        let equal = html == Verdict::Equal && text == Verdict::Equal;
        if equal || self.examples.iter().filter(same).count() >= EXAMPLES {
            return;
        }
        let shown = |text: &str| self.show.then(|| text.into());
        let example = AuditExample {
            activity: self.html.total(),
            id: sample.id.into(),
            html,
            difference,
            text,
            message_markdown: shown(sample.message_markdown),
            message_html: shown(sample.message_html),
            our_html: shown(ours),
            message_text: shown(sample.text),
        };
        self.examples.push(example);
    }

    /// Notes a line that could not even be given to [`add_line`](Self::add_line), for the report.
    pub fn add_fault(&mut self, line: u64, reason: String) {
        self.fault(Some(line), reason);
    }

    fn fault(&mut self, line: Option<u64>, reason: String) {
        self.wrong += 1;
        if self.faults.len() < EXAMPLES {
            self.faults.push(AuditFault { line, reason });
        }
    }
}
