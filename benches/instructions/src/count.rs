//! Runs the benchmarks and reads what they counted.

use std::env;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::figures::Count;
use crate::inputs;

/// All counts, in the order of the benchmarks.
pub fn all() -> Result<Vec<Count>, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["bench", "--bench", "counted"])
        .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        .args(["--", "--output-format=json"])
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo bench: {}", output.status));
    }
    let summaries = String::from_utf8(output.stdout).map_err(|error| error.to_string())?;
    summaries.lines().map(read).collect()
}

/// Reads the summary of one benchmark, a line of JSON.
fn read(line: &str) -> Result<Count, String> {
    let summary: Value = serde_json::from_str(line).map_err(|error| format!("{error}: {line}"))?;
    let instructions = &summary["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"]["new"];
    let name = |key: &str| summary[key].as_str().map(str::to_owned);
    let (Some(phase), Some(kind), Some(instructions)) =
        (name("function_name"), name("id"), instructions.as_f64())
    else {
        return Err(format!("no count in this: {line}"));
    };
    let a_byte = instructions / bytes(&kind)? as f64;
    Ok(Count { phase, kind, a_byte })
}

/// How long the messages of a kind are, all together.
fn bytes(kind: &str) -> Result<usize, String> {
    let markdown: (&str, inputs::Messages) = ("markdown", inputs::markdown);
    let mut kinds = inputs::KINDS.into_iter().chain([markdown]);
    let (_, messages) =
        kinds.find(|(name, _)| *name == kind).ok_or_else(|| format!("no text of kind {kind}"))?;
    Ok(messages().iter().map(String::len).sum())
}
