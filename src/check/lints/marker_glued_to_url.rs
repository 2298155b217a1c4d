//! `marker-glued-to-url`: a closing marker stands right behind a URL.
//!
//! WhatsApp takes it for the marker, but what else finds links in a text (notifications, older
//! builds, mail) takes `*` and `_` for a part of the URL, and the link breaks. A bare host
//! (`*ex.com*`) is no such: no host has these characters.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("*see https://ex.com/a*", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::MarkerGluedToUrl);
//! assert_eq!(report.diagnostics()[0].message, "a * stands right behind a URL");
//! assert!(check("*see* https://ex.com/a", &Profile::default()).is_clean());
//! ```

use alloc::string::String;
use alloc::{format, vec};

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;
use crate::document::{Code, Document};

pub(in crate::check) const SUMMARY: &str = "a closing marker stands right behind a URL";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    if !context.has(b'/') || !context.shape().has(Code::LeaveLink) {
        return;
    }
    let document = context.document();
    let ops = document.ops();
    for (index, pair) in ops.windows(2).enumerate() {
        let [link, marker] = [pair[0], pair[1]];
        let glued = link.end == marker.start && marker.code.is_emphasis_leave();
        if link.code != Code::LeaveLink || !glued || !document.is_url(link.mate as usize) {
            continue;
        }
        let (enter, close) =
            (ops[marker.mate as usize], marker.start as usize..marker.end as usize);
        let sign = &document.source()[close.clone()];
        let start = ops[link.mate as usize].start as usize;
        let inside = &document.source()[enter.end as usize..start];
        let label = inside.trim_end();
        let moved = String::from(sign);
        let edits = if label.len() < inside.len() && !label.is_empty() && index > 0 {
            let end = enter.end as usize + label.len();
            vec![edit(end..end, moved), edit(close.clone(), "")]
        } else {
            vec![edit(enter.start as usize..enter.end as usize, ""), edit(close.clone(), "")]
        };
        let message = format!("a {sign} stands right behind a URL");
        let help = "end the formatting before the URL";
        context.report_with(Lint::MarkerGluedToUrl, start..close.end, message, help, edits);
    }
}

impl Document<'_> {
    /// Whether the link that the operation at `index` enters is more than a host.
    fn is_url(&self, index: usize) -> bool {
        let text = &self.slice(self.node_span(index));
        text.contains("://") || text.contains('/')
    }
}
