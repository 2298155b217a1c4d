//! What was found, and the judgement on it.

use alloc::vec::Vec;

use crate::document::Span;

use super::{Detection, Dialect, Reason, Sign, spans};

/// How many kinds of signs there are.
const KINDS: usize = Sign::ALL.len();

/// How many reasons are told of a kind, and of all.
const OF_A_KIND: u32 = 4;
const OF_ALL: usize = 64;
const _: () = assert!(KINDS <= OF_ALL);

/// Fewer points for Markdown or HTML are an accident.
const ENOUGH: u64 = 3;

/// The signs of a text: all counted, the first ones kept.
#[derive(Debug)]
pub(super) struct Evidence {
    counts: [u32; KINDS],
    kinds: usize,
    /// Whether all are kept.
    all: bool,
    reasons: Vec<Reason>,
}

impl Default for Evidence {
    fn default() -> Self {
        Self { counts: [0; KINDS], kinds: 0, all: false, reasons: Vec::new() }
    }
}

impl Evidence {
    /// Evidence that keeps all signs, and not only the first ones.
    #[cfg(feature = "check")]
    pub(super) fn of_all() -> Self {
        Self { all: true, ..Self::default() }
    }

    /// All signs, in the order of the text.
    #[cfg(feature = "check")]
    pub(super) fn into_reasons(mut self) -> Vec<Reason> {
        self.reasons.sort_by_key(|reason| (reason.span.start, reason.span.end));
        self.reasons
    }

    /// Adds a sign at a range of the document's text.
    pub(super) fn add(&mut self, sign: Sign, start: usize, end: usize) {
        let count = &mut self.counts[sign as usize];
        *count = count.saturating_add(1);
        self.kinds += usize::from(*count == 1);
        // Room is kept for the first one of each kind that was not found yet.
        let room = OF_ALL - (KINDS - self.kinds);
        if self.all || *count == 1 || *count <= OF_A_KIND && self.reasons.len() < room {
            #[allow(clippy::cast_possible_truncation, reason = "the parser refuses longer texts")]
            let span = Span { start: start as u32, end: end as u32 };
            self.reasons.push(Reason { sign, span });
        }
    }

    /// The judgement on `text`, of which `source` is the document's text.
    pub(super) fn judge(mut self, text: &str, source: &str) -> Detection {
        self.reasons.sort_by_key(|reason| (reason.span.start, reason.span.end));
        if text.len() != source.len() {
            spans::place(&mut self.reasons, text);
        }
        Detection { dialect: self.dialect(), reasons: self.reasons }
    }

    /// The dialect with the most points. Where they are as many, Markdown, which may hold HTML and
    /// single asterisks, rather than those.
    fn dialect(&self) -> Dialect {
        let points = |dialect| -> u64 {
            let of_dialect = Sign::ALL.iter().filter(|sign| sign.dialect() == dialect);
            of_dialect.map(|sign| self.points(*sign)).sum()
        };
        let (whatsapp, markdown, html) =
            (points(Dialect::WhatsApp), points(Dialect::Markdown), points(Dialect::Html));
        if markdown >= ENOUGH.max(html).max(whatsapp) {
            Dialect::Markdown
        } else if html >= ENOUGH.max(whatsapp) {
            Dialect::Html
        } else if whatsapp > 0 {
            Dialect::WhatsApp
        } else {
            Dialect::Plain
        }
    }

    fn points(&self, sign: Sign) -> u64 {
        let points = sign.points();
        let sum = u64::from(self.counts[sign as usize]) * u64::from(points.each);
        if points.most == u32::MAX { sum } else { sum.min(u64::from(points.most)) }
    }
}
