//! Activities as JSON: single ones, arrays of them, and pages of lists (`{"data": […]}`).

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;
use std::io::{BufReader, Read};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::{Audit, AuditSample};

impl Audit {
    /// Reads and compares one line of NDJSON: an activity, a page of a list, or an array. What
    /// cannot be read is told in the report, with the number of the line; blank lines are no fault.
    pub fn add_line(&mut self, line: u64, json: &str) {
        if json.trim_matches([' ', '\t', '\r', '\n']).is_empty() {
            return;
        }
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let read = Activities { audit: self, line: Some(line) }.deserialize(&mut deserializer);
        if let Err(error) = read.and_then(|()| deserializer.end()) {
            let reason = reason(&error);
            self.fault(Some(line), format!("column {}: {reason}", error.column()));
        }
    }

    /// Reads and compares JSON documents that may have many lines, one behind the other: pages as
    /// they came, say. Each activity is compared as it is read.
    ///
    /// # Errors
    ///
    /// Where the input cannot be read. A fault in the JSON ends it, and is told in the report.
    pub fn add_documents(&mut self, input: impl Read) -> std::io::Result<()> {
        // Read byte by byte otherwise.
        let input = BufReader::with_capacity(1 << 17, input);
        let mut deserializer = serde_json::Deserializer::from_reader(input);
        // Nothing is taken by asking for the end.
        while deserializer.end().is_err() {
            let activities = Activities { audit: self, line: None };
            if let Err(error) = activities.deserialize(&mut deserializer) {
                if error.classify() == Category::Io {
                    return Err(error.into());
                }
                let reason = reason(&error);
                let column = error.column();
                self.fault(Some(error.line() as u64), format!("column {column}: {reason}"));
                break;
            }
        }
        Ok(())
    }
}

/// What is wrong, without the place, and without what stands there.
fn reason(error: &serde_json::Error) -> String {
    if error.is_data() {
        return "expected an activity, a page or an array of them".into();
    }
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&place).unwrap_or(&message).into()
}

/// Reads a value and compares the activities in it.
struct Activities<'a> {
    audit: &'a mut Audit,
    line: Option<u64>,
}

impl<'de> DeserializeSeed<'de> for Activities<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Activities<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an activity, a page or an array of them")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self { audit, line } = self;
        while array.next_element_seed(Activities { audit, line })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { audit, line } = self;
        let [mut id, mut kind, mut markdown, mut html, mut text] = [const { None }; 5];
        let mut page = false;
        while let Some(Text(key)) = map.next_key()? {
            let field = match key.as_deref() {
                Some("data") => {
                    map.next_value_seed(Activities { audit, line })?;
                    page = true;
                    continue;
                }
                Some("id") => &mut id,
                Some("_type") => &mut kind,
                Some("message_markdown") => &mut markdown,
                Some("message_html") => &mut html,
                Some("text") => &mut text,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *field = map.next_value::<Text<'de>>()?.0;
        }
        if page {
            return Ok(());
        }
        if kind.is_some_and(|kind| kind != "WhatsAppMessage") {
            audit.other_objects += 1;
            return Ok(());
        }
        let id = id.unwrap_or_default();
        let missing = [("message_markdown", &markdown), ("message_html", &html), ("text", &text)];
        if let Some((name, _)) = missing.iter().find(|(_, value)| value.is_none()) {
            audit.fault(line, format!("the activity {id:?} has no text {name:?}"));
        }
        if let (Some(markdown), Some(html), Some(text)) = (markdown, html, text) {
            audit.add(&AuditSample {
                id: &id,
                message_markdown: &markdown,
                message_html: &html,
                text: &text,
            });
        }
        Ok(())
    }
}

/// A string, borrowed where it can be; nothing for other values.
struct Text<'a>(Option<Cow<'a, str>>);

impl<'de> serde::Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

macro_rules! nothing {
    ($($visit:ident($kind:ty))*) => {
        $(fn $visit<E>(self, _: $kind) -> Result<Self::Value, E> {
            Ok(Text(None))
        })*
    };
}

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Some(Cow::Borrowed(text))))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Text(Some(Cow::Owned(text.into()))))
    }

    nothing! { visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_f64(f64) }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Text(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Self::Value, A::Error> {
        while array.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Text(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Text(None))
    }
}
