//! Findings as a SARIF log, version 2.1.0.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use wamark::check::{Diagnostic, Lint, Report, Severity};

use super::places::Places;
use crate::input::Source;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What a path keeps in a URI.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The log, with a line feed at its end.
pub(super) fn log(source: &Source, message: &str, report: &Report) -> Vec<u8> {
    let uri = match source {
        Source::Stdin => String::from("stdin"),
        Source::File(path) => {
            let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
            utf8_percent_encode(&path, PATH).to_string()
        }
    };
    let artifact = json!({ "uri": uri });
    let places = Places::new(message);
    let results: Vec<Value> =
        report.diagnostics().iter().map(|found| result(found, &artifact, &places)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "wamark",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Lint::ALL.iter().map(|lint| rule(*lint)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut bytes = serde_json::to_vec(&log).expect("a value is JSON");
    bytes.push(b'\n');
    bytes
}

fn rule(lint: Lint) -> Value {
    json!({
        "id": lint.as_str(),
        "shortDescription": { "text": lint.summary() },
        "defaultConfiguration": { "level": level(lint.severity()) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn result(found: &Diagnostic, artifact: &Value, places: &Places<'_>) -> Value {
    let region = |span: wamark::Span| {
        let (start, end) = (places.of(span.start as usize), places.of(span.end as usize));
        json!({
            "startLine": start.line, "startColumn": start.column,
            "endLine": end.line, "endColumn": end.column,
            "byteOffset": span.start, "byteLength": span.len(),
        })
    };
    let mut result = json!({
        "ruleId": found.lint.as_str(),
        "ruleIndex": Lint::ALL.iter().position(|lint| *lint == found.lint),
        "level": level(found.severity),
        "message": { "text": format!("{}: {}", found.message, found.help) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": artifact, "region": region(found.span),
        }}],
    });
    if !found.edits.is_empty() {
        let replacements: Vec<Value> = found
            .edits
            .iter()
            .map(|edit| {
                json!({ "deletedRegion": region(edit.span), "insertedContent": { "text": edit.text } })
            })
            .collect();
        result["fixes"] = json!([{
            "description": { "text": found.help },
            "artifactChanges": [{ "artifactLocation": artifact, "replacements": replacements }],
        }]);
    }
    result
}
