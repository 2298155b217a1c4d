//! Findings as a JSON object.

use serde::Serialize;
use wamark::check::{Diagnostic, Profile, Report};

#[derive(Serialize)]
struct Object<'r> {
    profile: &'r str,
    count: usize,
    limit: Option<usize>,
    unit: &'static str,
    diagnostics: Vec<Entry<'r>>,
}

#[derive(Serialize)]
struct Entry<'r> {
    code: &'static str,
    severity: &'static str,
    message: &'r str,
    help: &'r str,
    start: u32,
    end: u32,
    fix: Option<Fix<'r>>,
}

#[derive(Serialize)]
struct Fix<'r> {
    edits: Vec<Edit<'r>>,
}

#[derive(Serialize)]
struct Edit<'r> {
    start: u32,
    end: u32,
    text: &'r str,
}

/// Appends what was found; places are bytes of the message, `fix` is null where a person has to
/// decide.
pub(super) fn push(out: &mut Vec<u8>, profile: &Profile, report: &Report) {
    let object = Object {
        profile: profile.name(),
        count: report.count(),
        limit: profile.limit(),
        unit: profile.unit().as_str(),
        diagnostics: report.diagnostics().iter().map(entry).collect(),
    };
    serde_json::to_writer(out, &object).expect("numbers and strings are JSON");
}

fn entry(found: &Diagnostic) -> Entry<'_> {
    let edits = found.edits.iter().map(|edit| Edit {
        start: edit.span.start,
        end: edit.span.end,
        text: &edit.text,
    });
    Entry {
        code: found.lint.as_str(),
        severity: found.severity.as_str(),
        message: &found.message,
        help: &found.help,
        start: found.span.start,
        end: found.span.end,
        fix: (!found.edits.is_empty()).then(|| Fix { edits: edits.collect() }),
    }
}
