//! JSON: that of our own types, and what is wrong with that of others.

use std::string::{String, ToString as _};

use serde::Serialize;

/// The JSON of a value whose keys are texts and whose own code does not fail.
pub(crate) fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What is wrong with JSON, and where, without the text that stands there: that may be long, and it
/// is what people wrote, or secret. Errors are logged.
pub(crate) fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let shown = [("string \"", '"', "a string"), ("unknown variant `", '`', "unknown variant")];
    for (before, end, instead) in shown {
        // The first is the text's own: what is before it are words of serde's.
        let Some((start, text)) = message.split_once(before) else { continue };
        if let Some(end) = unescaped(text, end) {
            return [start, instead, &text[end + 1..]].concat();
        }
    }
    message
}

/// Where a sign stands that no backslash stands before.
fn unescaped(text: &str, sign: char) -> Option<usize> {
    let mut escaped = false;
    let found = text.char_indices().find(|&(_, c)| {
        let is_it = c == sign && !escaped;
        escaped = c == '\\' && !escaped;
        is_it
    });
    found.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::string::String;
    use std::vec::Vec;

    use serde::Deserialize;

    use super::reason;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        One,
    }

    fn of<T: for<'de> Deserialize<'de>>(json: &str) -> Option<String> {
        serde_json::from_str::<T>(json).err().map(|error| reason(&error))
    }

    #[test]
    fn no_text_is_shown() {
        let wanted = "invalid type: a string, expected a map at line 1 column 22";
        let map = of::<BTreeMap<String, String>>;
        assert_eq!(map(r#""my \"secret\\\": a b""#).as_deref(), Some(wanted));
        let wanted = "invalid type: a string, expected a sequence at line 1 column 11";
        assert_eq!(of::<Vec<u8>>(r#""string \"""#).as_deref(), Some(wanted));
        let wanted = "unknown variant, expected `one` at line 1 column 8";
        assert_eq!(of::<Kind>(r#""secret""#).as_deref(), Some(wanted));
        assert!(of::<Kind>(r#""one""#).is_none());
    }

    #[test]
    fn what_is_wrong_is() {
        let wanted = "invalid type: integer `1`, expected a map at line 1 column 1";
        assert_eq!(of::<BTreeMap<String, u8>>("1").as_deref(), Some(wanted));
        let wanted = "EOF while parsing a string at line 1 column 4";
        assert_eq!(of::<String>("\"a b").as_deref(), Some(wanted));
    }
}
