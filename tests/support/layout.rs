//! How a text is laid out for a phone: what holds for every text that was written.

use super::glyphs::{CODE, View, is_space, looks};

/// No empty line at the start or the end, never two in a row, no white space at the end of a line;
/// code is as it is.
pub(crate) fn check(text: &str) -> Result<(), String> {
    let code = code(text);
    let mut start = 0;
    let mut empty = true;
    let count = text.split('\n').count();
    for (index, line) in text.split('\n').enumerate() {
        let end = start + line.len();
        let is_code = code.get(start) == Some(&true) || end > 0 && code[end - 1];
        let blank = line.trim_matches(is_space).is_empty();
        if !is_code {
            let fault = match () {
                () if blank && index == 0 && count > 1 => "begins with an empty line",
                () if blank && index > 0 && index + 1 == count => "ends with an empty line",
                () if blank && empty && index > 0 => "has two empty lines",
                () if line.ends_with(is_space) && !is_mark(line) => "a line ends with white space",
                () => "",
            };
            if !fault.is_empty() {
                return Err(format!("layout: {fault}"));
            }
        }
        empty = blank && !is_code;
        start = end + 1;
    }
    Ok(())
}

/// Whether a line is a mark that must have its space.
fn is_mark(line: &str) -> bool {
    matches!(line, "> " | "- ") || line.strip_suffix(". ").is_some_and(|n| n.parse::<u8>().is_ok())
}

/// Which bytes are code for the Web client.
fn code(text: &str) -> Vec<bool> {
    looks(text, View::Web).look.into_iter().map(|look| look & CODE != 0).collect()
}
