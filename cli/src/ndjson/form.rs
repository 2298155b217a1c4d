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

/// The form of each line.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    /// A JSON string in, a JSON value out.
    Message,
    /// An object in, the same object out with one more key.
    Object(Fields),
}

/// Where in an object the message stands, and where the result goes.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) field: String,
    pub(crate) into: String,
}

/// Does the work on one line after the other.
#[derive(Debug)]
pub(crate) struct LineWorker<W> {
    form: Form,
    work: W,
    /// The values that the result takes the place of, in the line at hand.
    replaced: Vec<Range<usize>>,
}

/// A string, borrowed where it has no escapes.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<W: Work> LineWorker<W> {
    pub(crate) fn new(form: Form, work: W) -> Self {
        Self { form, work, replaced: Vec::new() }
    }

    /// Appends what becomes of `line`, without a line feed.
    pub(crate) fn convert(&mut self, line: &str, out: &mut Vec<u8>) -> Result<(), LineFault> {
        match &self.form {
            Form::Message => {
                let text: Text<'_> =
                    serde_json::from_str(line).map_err(|error| fault::message(line, &error))?;
                work_on(&mut self.work, &text.0, out)
            }
            Form::Object(fields) => {
                let object = trim(line);
                self.replaced.clear();
                let scan = Scan { object, fields, replaced: &mut self.replaced };
                let mut json = serde_json::Deserializer::from_str(object);
                let found = json
                    .deserialize_map(scan)
                    .and_then(|found| json.end().map(|()| found))
                    .map_err(|error| fault::object(line, object, &error))?;
                let value = found.value.ok_or_else(|| fault::no_field(&fields.field))?;
                let text: Text<'_> = serde_json::from_str(value.get())
                    .map_err(|error| fault::field(line, &fields.field, value.get(), &error))?;
                let mut at = 0;
                for range in &self.replaced {
                    out.extend_from_slice(&object.as_bytes()[at..range.start]);
                    work_on(&mut self.work, &text.0, out)?;
                    at = range.end;
                }
                if self.replaced.is_empty() {
                    out.extend_from_slice(&object.as_bytes()[..found.end]);
                    out.push(b',');
                    push_json(out, &fields.into);
                    out.push(b':');
                    work_on(&mut self.work, &text.0, out)?;
                    at = found.end;
                }
                out.extend_from_slice(&object.as_bytes()[at..]);
                Ok(())
            }
        }
    }
}

fn work_on(work: &mut impl Work, text: &str, out: &mut Vec<u8>) -> Result<(), LineFault> {
    if text.len() as u64 > LIMIT {
        return Err(LineFault::TooLong);
    }
    work(text, out);
    Ok(())
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
    replaced: &'s mut Vec<Range<usize>>,
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
            if key == self.fields.into.as_str() {
                self.replaced.push(start..found.end);
            }
        }
        Ok(found)
    }
}
