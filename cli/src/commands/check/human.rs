//! Findings for people: each with its line, what is wrong marked in it, and what to do.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Patch, Renderer, Snippet};
use wamark::check::{Diagnostic, Profile, Report, Severity};

use super::places::Places;
use crate::error::Error;
use crate::input::Source;
use crate::output;

/// How much of a line is shown on either side of a place, in bytes.
const AROUND: usize = 300;
/// How many lines of a finding are shown.
const LINES: usize = 5;

/// Writes all findings, and a line that counts them.
pub(super) fn write(
    source: &Source,
    message: &str,
    profile: &Profile,
    report: &Report,
) -> Result<(), Error> {
    pieces(source, message, profile, report).try_for_each(|piece| output::write_styled(&piece))
}

/// All findings one after the other, and a line that counts them.
pub(crate) fn pieces<'a>(
    source: &'a Source,
    message: &'a str,
    profile: &'a Profile,
    report: &'a Report,
) -> impl Iterator<Item = String> + 'a {
    let renderer = if output::is_styled() { Renderer::styled() } else { Renderer::plain() };
    let places = Places::new(message);
    let findings = report.diagnostics().iter();
    findings
        .map(move |found| one(source, message, found, &places, &renderer) + "\n\n")
        .chain(std::iter::once_with(|| summary(profile, report)))
}

fn one(
    source: &Source,
    message: &str,
    found: &Diagnostic,
    places: &Places<'_>,
    renderer: &Renderer,
) -> String {
    let level = match found.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let span = found.span.range();
    let (place, line_start) = (places.of(span.start), places.line_start(span.start));
    let shown = window(message, line_start, span.clone());
    let within = |range: Range<usize>| range.start - shown.start..range.end - shown.start;
    let mark = AnnotationKind::Primary.span(within(span.start..span.end.min(shown.end)));
    let lines = &message[shown.clone()];
    let title = level.primary_title(&*found.message).id(found.lint.as_str());
    let mut snippet = Snippet::source(lines).line_start(place.line).annotation(mark);
    let group = if shown.start == line_start {
        snippet = snippet.path(source.to_string());
        title.element(snippet)
    } else {
        // Columns count from where the line begins, not from where it is cut.
        let origin = Origin::path(source.to_string()).line(place.line).char_column(place.column);
        title.element(origin).element(snippet)
    };
    let edits = found.edits.iter().map(|edit| (edit.span.range(), &*edit.text));
    let mendable = !found.edits.is_empty()
        && edits.clone().all(|(span, _)| shown.start <= span.start && span.end <= shown.end);
    if !mendable {
        return renderer.render(&[group.element(Level::HELP.message(&*found.help))]);
    }
    let patches = edits.map(|(span, text)| Patch::new(within(span), text));
    let mended = Snippet::source(lines).line_start(place.line).patches(patches);
    let help = Level::HELP.secondary_title(&*found.help).element(mended);
    renderer.render(&[group, help])
}

/// The lines of a place, cut where they are very long.
fn window(text: &str, line_start: usize, span: Range<usize>) -> Range<usize> {
    let start = floor(text, line_start.max(span.start.saturating_sub(AROUND)));
    let far = floor(text, span.end.min(span.start + LINES * AROUND) + AROUND);
    let feeds = text[span.start..far].match_indices('\n').map(|(at, _)| span.start + at);
    let end = feeds.enumerate().find(|(index, at)| *at >= span.end || index + 1 == LINES);
    start..end.map_or(far, |(_, at)| at)
}

/// The character boundary at or before an offset.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// `2 warnings; 12 of 4096 code points`
fn summary(profile: &Profile, report: &Report) -> String {
    let mut line = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let count = report.diagnostics().iter().filter(|found| found.severity == severity).count();
        if count > 0 {
            let (comma, plural) =
                (if line.is_empty() { "" } else { ", " }, if count == 1 { "" } else { "s" });
            // Writing to a string cannot fail.
            let _ = write!(line, "{comma}{count} {severity}{plural}");
        }
    }
    if line.is_empty() {
        line.push_str("nothing found");
    }
    let (count, unit) = (report.count(), profile.unit().plural());
    let _ = match profile.limit() {
        Some(limit) => writeln!(line, "; {count} of {limit} {unit}"),
        None => writeln!(line, "; {count} {unit}"),
    };
    line
}
