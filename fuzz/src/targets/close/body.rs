//! Bodies: JSON as it should be with some values spoiled, or any bytes.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Value, json};

use super::{SECRET, Text};

/// Bytes that may be JSON.
pub(super) struct Body(pub(super) Vec<u8>);

/// How it is shown where it fails.
impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.0))
    }
}

impl Body {
    /// A template with values put in other places' stead, or the rest of the bytes as they are.
    pub(super) fn arbitrary(u: &mut Unstructured, templates: &[fn() -> Value]) -> Result<Self> {
        let at = usize::from(u.arbitrary::<u8>()?) % (templates.len() + 1);
        let Some(template) = templates.get(at) else {
            return Ok(Self(u.bytes(u.len())?.to_vec()));
        };
        let mut value = template();
        let mut end = usize::MAX;
        while !u.is_empty() {
            let place = usize::from(u.arbitrary::<u8>()?);
            let new = match u.arbitrary::<u8>()? % 12 {
                0 => Value::Null,
                1 => json!(true),
                2 => json!(-1),
                3 => json!(1e300),
                4 => json!(u64::MAX),
                5 => json!([]),
                6 => json!({}),
                7 => json!([activity(), "a"]),
                8 => json!([[], {"errors": [{"a": 1}]}]),
                9 => {
                    end = usize::from(u.arbitrary::<u16>()?);
                    continue;
                }
                10 => json!(Text::arbitrary(u)?.0.parse::<i64>().unwrap_or(1)),
                _ => json!(Text::arbitrary(u)?.0),
            };
            spoil(&mut value, &mut { place }, &new);
        }
        let mut bytes = value.to_string().into_bytes();
        bytes.truncate(end.max(1));
        Ok(Self(bytes))
    }
}

/// The values in a value, counted: puts another one in the place of one.
fn spoil(value: &mut Value, left: &mut usize, new: &Value) {
    if *left == 0 {
        *value = new.clone();
    }
    *left = left.wrapping_sub(1);
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| spoil(value, left, new)),
        Value::Object(map) => map.values_mut().for_each(|value| spoil(value, left, new)),
        _ => {}
    }
}

/// A message as Close has it.
pub(super) fn activity() -> Value {
    json!({"_type": "WhatsAppMessage", "id": "acti_1", "lead_id": "lead_1",
        "activity_at": "2026-01-31T09:30:00+01:00", "contact_id": "cont_1",
        "direction": "incoming", "external_whatsapp_message_id": "wamid.A1",
        "attachments": [{"url": "https://app.close.com/go/file/a", "filename": "a.jpg",
            "content_type": "image/jpeg", "size": 1, "thumbnail_url": null}],
        "message_markdown": SECRET, "message_html": format!("<p>{SECRET}</p>"), "text": SECRET,
        "users": ["user_1"], "local_phone": "+16503334444", "remote_phone": "+4930901820"})
}

/// A page of a list.
pub(super) fn page() -> Value {
    json!({"data": [activity(), {"id": "acti_2", "lead_id": "lead_2",
        "external_whatsapp_message_id": "wamid.A1"}], "has_more": false})
}
