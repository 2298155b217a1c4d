//! Deliveries of Close's webhooks.

use std::time::{Duration, UNIX_EPOCH};

use arbitrary::{Arbitrary, Result, Unstructured};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use wamark::close::{Delivery, Rejection, Webhook};

use super::body::{Body, activity};
use super::{Text, hold, hold_error, input};

/// The key in hexadecimal is that of these bytes.
const KEY: &[u8] = b"wamark\xFF\x00";
const KEY_IN_HEX: &str = "77616d61726bff00";
const NOW: u64 = 1_700_000_000;

/// A delivery.
#[derive(Debug)]
struct Input {
    timestamp: String,
    hash: String,
    now: u64,
    body: Body,
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let timestamp = match u.arbitrary::<u8>()? {
            seconds @ ..0x80 => (NOW + u64::from(seconds) * 8).to_string(),
            _ => Text::arbitrary(u)?.0,
        };
        let hash = Text::arbitrary(u)?.0;
        let now = if u.arbitrary::<u8>()? < 0xF0 { NOW } else { u.arbitrary()? };
        Ok(Self { timestamp, hash, now, body: Body::arbitrary(u, &[delivery])? })
    }
}

fn delivery() -> Value {
    json!({"event": {"id": "ev_1", "object_type": "activity.whatsapp_message",
        "object_id": "acti_1", "action": "deleted", "date_created": "2024-01-02T03:04:05.678000",
        "date_updated": "2024-01-02T03:04:06.000000", "organization_id": "orga_1",
        "lead_id": "lead_1", "user_id": "user_1", "request_id": "req_1", "api_key_id": "api_1",
        "changed_fields": [], "data": activity(), "previous_data": activity(),
        "meta": {"request_method": "POST", "request_path": "/api/v1/activity/"}},
        "subscription_id": "whsub_1"})
}

fn sign(timestamp: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(KEY).expect("any key");
    mac.update(timestamp.as_bytes());
    mac.update(body);
    let digit = |nibble: u8| char::from(b"0123456789abcdef"[usize::from(nibble)]);
    let hash = mac.finalize().into_bytes();
    hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Verifies and reads a delivery, as it came and signed.
pub(super) fn run(data: &[u8]) {
    let Some(input) = input::read::<Input>(data) else { return };
    let webhook = Webhook::new(KEY_IN_HEX).expect("a key");
    let Some(now) = UNIX_EPOCH.checked_add(Duration::from_secs(input.now)) else { return };
    let (timestamp, body) = (input.timestamp.as_str(), input.body.0.as_slice());
    let right = sign(timestamp, body);
    if !input.hash.eq_ignore_ascii_case(&right) {
        let taken = webhook.verify(&input.hash, timestamp, body, now).is_ok();
        hold(&input, taken.then_some("a delivery that nobody signed"));
    }
    let verified = webhook.verify(&right, timestamp, body, now);
    // By another way: how far the clocks are apart.
    let signed = timestamp.parse::<u64>().ok().filter(|_| !timestamp.starts_with('+'));
    let on_time = signed.is_some_and(|signed| signed.abs_diff(input.now) <= 300);
    let wrong = verified.is_ok() != on_time;
    hold(&input, wrong.then(|| format!("{verified:?}, and on time: {on_time}")));
    let read = webhook.read(&right, timestamp, body, now);
    let unverified = Delivery::from_json(body);
    if let Err(error) = verified {
        hold(&input, (read != Err(error)).then_some("reading does not verify"));
    } else {
        hold(&input, (read != unverified).then_some("reading is not reading"));
    }
    match unverified {
        Ok(delivery) => {
            let _ = delivery.event.external_whatsapp_message_id();
            hold_error(&input, Rejection::Hash);
        }
        Err(error) => hold_error(&input, error),
    }
}
