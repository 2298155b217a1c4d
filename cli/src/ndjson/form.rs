//! What a line must be, and what becomes of it.

mod fault;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::Work;
use crate::error::LIMIT;

pub(crate) use fault::LineFault;

/// The key of what was lost.
const LOSSES: &str = "losses";

/// How much memory the result for one line may keep.
const KEPT: usize = 1 << 20;

/// The form of each line.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    /// A JSON string in, a JSON value out; with losses an object of both.
    Message { losses: bool },
    /// An object in, the same object out with one more key, or two with losses.
    Object(Fields),
}

/// Where in an object the message stands, and where the result goes.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) field: String,
    pub(crate) into: String,
    /// Whether losses go into the object, too.
    pub(crate) losses: bool,
}

/// Does the work on one line after the other.
#[derive(Debug)]
pub(crate) struct LineWorker<W> {
    form: Form,
    work: W,
    /// The values in the line at hand that new ones take the place of.
    replaced: Vec<(Range<usize>, Key)>,
    result: Vec<u8>,
    losses: Vec<u8>,
}

/// A key that gets a new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Result,
    Losses,
}

/// A string, borrowed where it has no escapes.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<W: Work> LineWorker<W> {
    pub(crate) fn new(form: Form, work: W) -> Self {
        Self { form, work, replaced: Vec::new(), result: Vec::new(), losses: Vec::new() }
    }

    /// Appends what becomes of `line`, without a line feed.
    pub(crate) fn convert(&mut self, line: &str, out: &mut Vec<u8>) -> Result<(), LineFault> {
        for buffer in [&mut self.result, &mut self.losses] {
            buffer.clear();
            buffer.shrink_to(KEPT);
        }
        let Self { form, work, replaced, result, losses } = self;
        match form {
            Form::Message { losses: wanted } => {
                let text: Text<'_> =
                    serde_json::from_str(line).map_err(|error| fault::message(line, &error))?;
                let text = text.within_limit()?;
                if *wanted {
                    out.extend_from_slice(br#"{"text":"#);
                    work(text, out, losses);
                    out.push(b',');
                    push_entry(out, LOSSES, losses);
                    out.push(b'}');
                } else {
                    work(text, out, losses);
                }
                Ok(())
            }
            Form::Object(fields) => {
                let object = trim(line);
                replaced.clear();
                let scan = Scan { object, fields, replaced };
                let mut json = serde_json::Deserializer::from_str(object);
                let found = json
                    .deserialize_map(scan)
                    .and_then(|found| json.end().map(|()| found))
                    .map_err(|error| fault::object(line, object, &error))?;
                let value = found.value.ok_or_else(|| fault::no_field(&fields.field))?;
                let text: Text<'_> = serde_json::from_str(value.get())
                    .map_err(|error| fault::field(line, &fields.field, value.get(), &error))?;
                work(text.within_limit()?, result, losses);
                let new = |key| if key == Key::Result { &*result } else { &*losses };
                let mut at = 0;
                for (range, key) in &*replaced {
                    out.extend_from_slice(&object.as_bytes()[at..range.start]);
                    out.extend_from_slice(new(*key));
                    at = range.end;
                }
                out.extend_from_slice(&object.as_bytes()[at..found.end]);
                for (key, name) in fields.keys() {
                    if replaced.iter().all(|(_, old)| *old != key) {
                        out.push(b',');
                        push_entry(out, name, new(key));
                    }
                }
                out.extend_from_slice(&object.as_bytes()[found.end..]);
                Ok(())
            }
        }
    }
}

impl Fields {
    /// The keys that get values, and their names.
    fn keys(&self) -> impl Iterator<Item = (Key, &str)> {
        let losses = self.losses.then_some((Key::Losses, LOSSES));
        [(Key::Result, self.into.as_str())].into_iter().chain(losses)
    }
}

impl Text<'_> {
    fn within_limit(&self) -> Result<&str, LineFault> {
        if self.0.len() as u64 > LIMIT { Err(LineFault::TooLong) } else { Ok(&self.0) }
    }
}

/// Appends a key and its value.
fn push_entry(out: &mut Vec<u8>, key: &str, value: &[u8]) {
    push_json(out, key);
    out.push(b':');
    out.extend_from_slice(value);
}

/// Appends `text` as a JSON string.
pub(crate) fn push_json(out: &mut Vec<u8>, text: &str) {
    serde_json::to_writer(out, text).expect("a string is JSON, and memory can be written");
}

/// White space, as JSON has it.
const WHITE_SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// Without white space at both ends.
fn trim(line: &str) -> &str {
    line.trim_matches(WHITE_SPACE)
}

/// Goes over an object and notes where things stand; of its values only the field is looked at.
struct Scan<'s> {
    object: &'s str,
    fields: &'s Fields,
    replaced: &'s mut Vec<(Range<usize>, Key)>,
}

/// What [`Scan`] found.
struct Found<'a> {
    /// The field: the last one, should there be two, as other readers of JSON have it.
    value: Option<&'a RawValue>,
    /// Where the object's last value ends.
    end: usize,
}

impl<'de> Visitor<'de> for Scan<'_> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = Found { value: None, end: 0 };
        while let Some((Text(key), value)) = map.next_entry::<_, &'de RawValue>()? {
            let start = value.get().as_ptr().addr() - self.object.as_ptr().addr();
            found.end = start + value.get().len();
            if key == self.fields.field.as_str() {
                found.value = Some(value);
            }
            if let Some((new, _)) = self.fields.keys().find(|(_, name)| key == *name) {
                self.replaced.push((start..found.end, new));
            }
        }
        Ok(found)
    }
}
