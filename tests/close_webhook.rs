//! Webhook deliveries: who sent them, when, and what they say.

#![cfg(feature = "close")]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit as _, Mac as _};
use wamark::close::{Action, Delivery, Rejection, Webhook};

const KEY: &str = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";
const SIGNED: u64 = 1_700_000_000;

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

fn webhook() -> Webhook {
    Webhook::new(KEY).expect("a key")
}

/// The hash that Close would send.
fn sign(timestamp: &str, body: &[u8]) -> String {
    let key: Vec<u8> = (0..KEY.len() / 2)
        .map(|i| u8::from_str_radix(&KEY[2 * i..2 * i + 2], 16).expect("digits"))
        .collect();
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&key).expect("any key");
    mac.update(timestamp.as_bytes());
    mac.update(body);
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).expect("a digit");
    let hash = mac.finalize().into_bytes();
    hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// A hash of another implementation (Python's `hmac`).
#[test]
fn a_good_delivery() {
    let body = br#"{"event":{"action":"created"},"subscription_id":"whsub_1"}"#;
    let hash = "92f9d52f556d1288fa6d34481474287d0facdba19df68e0403ba64e91d0c5eea";
    assert_eq!(sign("1700000000", body), hash);
    assert_eq!(webhook().verify(hash, "1700000000", body, at(SIGNED)), Ok(()));
    let upper = hash.to_uppercase();
    assert_eq!(webhook().verify(&upper, "1700000000", body, at(SIGNED)), Ok(()));
}

#[test]
fn whatever_is_changed_is_noticed() {
    let body = CREATED.as_bytes();
    let hash = sign("1700000000", body);
    let refused = |hash: &str, timestamp: &str, body: &[u8]| {
        webhook().verify(hash, timestamp, body, at(SIGNED)).unwrap_err()
    };
    for index in 0..body.len() {
        let mut other = body.to_vec();
        other[index] ^= 1;
        assert_eq!(refused(&hash, "1700000000", &other), Rejection::Signature);
    }
    for index in 0..hash.len() {
        let mut other = hash.clone().into_bytes();
        other[index] = if other[index] == b'0' { b'1' } else { b'0' };
        let other = String::from_utf8(other).unwrap();
        assert_eq!(refused(&other, "1700000000", body), Rejection::Signature);
    }
    assert_eq!(refused(&hash, "1700000001", body), Rejection::Signature);
    // The same number in other digits.
    assert_eq!(refused(&hash, "01700000000", body), Rejection::Signature);
    assert_eq!(refused(&hash[2..], "1700000000", body), Rejection::Signature);
    assert_eq!(refused("", "1700000000", body), Rejection::Signature);
    assert_eq!(refused(&hash[1..], "1700000000", body), Rejection::Hash);
    assert_eq!(refused(&hash.replace(['a', 'b'], "é"), "1700000000", body), Rejection::Hash);
    for timestamp in
        ["", "+1700000000", "-1", "1e9", "1700000000.5", " 1700000000", "99999999999999999999"]
    {
        assert_eq!(refused(&hash, timestamp, body), Rejection::Timestamp, "{timestamp}");
    }
}

#[test]
fn another_key() {
    let body = CREATED.as_bytes();
    let hash = sign("1700000000", body);
    let other = Webhook::new("5e88").unwrap();
    assert_eq!(other.verify(&hash, "1700000000", body, at(SIGNED)), Err(Rejection::Signature));
}

#[test]
fn old_deliveries_are_refused() {
    let hash = sign("1700000000", b"{}");
    let check = |webhook: &Webhook, now| webhook.verify(&hash, "1700000000", b"{}", at(now));
    let webhook = webhook();
    assert_eq!(check(&webhook, SIGNED + 300), Ok(()));
    assert_eq!(check(&webhook, SIGNED - 300), Ok(()));
    let by = Duration::from_secs(301);
    assert_eq!(check(&webhook, SIGNED + 301), Err(Rejection::Stale { by }));
    assert_eq!(check(&webhook, SIGNED - 301), Err(Rejection::Early { by }));
    let strict = webhook.clone().tolerance(Duration::from_secs(1));
    assert_eq!(check(&strict, SIGNED + 1), Ok(()));
    let by = Duration::from_secs(2);
    assert_eq!(check(&strict, SIGNED + 2), Err(Rejection::Stale { by }));
    // However far a clock is off.
    let far = u64::MAX.to_string();
    let refused = webhook.verify(&sign(&far, b"{}"), &far, b"{}", at(0));
    assert!(matches!(refused, Err(Rejection::Timestamp | Rejection::Early { .. })), "{refused:?}");
}

#[test]
fn keys_are_checked_and_hidden() {
    for key in ["", "5", "5e8", "zz", "5e 88", "é0"] {
        let message = Webhook::new(key).unwrap_err().to_string();
        assert_eq!(
            message,
            "the signature key must be an even number of hexadecimal digits, at least two"
        );
    }
    let shown = format!("{:?} {:#?}", webhook(), webhook());
    assert!(
        shown.contains("hidden") && !shown.contains("5e88") && !shown.contains("94"),
        "{shown}"
    );
}

const CREATED: &str = r#"{"event":{"id":"ev_1","object_type":"activity.whatsapp_message",
    "object_id":"acti_1","action":"created","date_created":"2024-01-02T03:04:05.678000",
    "date_updated":"2024-01-02T03:04:06.000000","organization_id":"orga_1","lead_id":"lead_1",
    "user_id":"user_1","request_id":"req_1","api_key_id":"api_1","changed_fields":[],
    "data":{"id":"acti_1","external_whatsapp_message_id":"wamid.A","message_markdown":"*Hi*",
        "new_field":[1,{"a":null}]},
    "previous_data":{},"meta":{"request_method":"POST","request_path":"/api/v1/activity/"},
    "oauth_client_id":"oa2_1","new_key":7},
    "subscription_id":"whsub_1","another":true}"#;

fn read(body: &str) -> Delivery {
    let timestamp = SIGNED.to_string();
    let hash = sign(&timestamp, body.as_bytes());
    webhook().read(&hash, &timestamp, body.as_bytes(), at(SIGNED)).expect("a delivery")
}

#[test]
fn every_key_is_there() {
    let delivery = read(CREATED);
    let event = &delivery.event;
    assert!(event.is_whatsapp_message());
    assert_eq!(delivery.subscription_id, "whsub_1");
    assert_eq!(
        [&event.id, &event.object_type, &event.object_id, &event.organization_id],
        ["ev_1", "activity.whatsapp_message", "acti_1", "orga_1"]
    );
    assert_eq!(event.action, Action::Created);
    assert_eq!(event.date_created, "2024-01-02T03:04:05.678000");
    assert_eq!(event.date_updated, "2024-01-02T03:04:06.000000");
    assert_eq!(
        [&event.lead_id, &event.user_id, &event.request_id, &event.api_key_id]
            .map(|id| id.as_deref().unwrap()),
        ["lead_1", "user_1", "req_1", "api_1"]
    );
    assert_eq!(event.external_whatsapp_message_id(), Some("wamid.A"));
    assert_eq!(event.object().unwrap().text("message_markdown"), Some("*Hi*"));
    assert_eq!(event.meta.as_ref().unwrap().text("request_method"), Some("POST"));
    assert_eq!(event.other.get::<u8>("new_key"), Some(7));
    assert_eq!(event.other.keys().collect::<Vec<_>>(), ["new_key", "oauth_client_id"]);
    assert_eq!(delivery.other.get::<bool>("another"), Some(true));

    // Nothing is lost on the way back, but a list of nothing.
    let mut whole: serde_json::Value = serde_json::from_str(CREATED).unwrap();
    whole["event"].as_object_mut().unwrap().remove("changed_fields");
    assert_eq!(serde_json::to_value(&delivery).unwrap(), whole);
}

#[test]
fn an_update_has_what_was() {
    let delivery = read(
        r#"{"event":{"id":"ev_2","object_type":"activity.whatsapp_message","object_id":"acti_1",
        "action":"updated","date_created":"2024-01-02T03:04:05","date_updated":"2024-01-02T03:04:05",
        "organization_id":"orga_1","lead_id":null,"user_id":null,
        "changed_fields":["message_markdown","date_updated"],
        "data":{"external_whatsapp_message_id":"wamid.A","message_markdown":"new"},
        "previous_data":{"message_markdown":"old"},"meta":{}},"subscription_id":"whsub_1"}"#,
    );
    let event = delivery.event;
    assert_eq!(event.action, Action::Updated);
    assert_eq!(event.changed_fields, ["message_markdown", "date_updated"]);
    assert_eq!((event.lead_id.clone(), event.user_id.clone()), (None, None));
    assert_eq!(event.object().unwrap().text("message_markdown"), Some("new"));
    let previous = event.previous_data.as_ref().unwrap();
    assert_eq!(previous.text("message_markdown"), Some("old"));
    assert_eq!(event.external_whatsapp_message_id(), Some("wamid.A"));
}

#[test]
fn a_deletion_has_all_that_was() {
    let delivery = read(
        r#"{"event":{"id":"ev_3","object_type":"activity.whatsapp_message","object_id":"acti_1",
        "action":"deleted","date_created":"2024-01-02T03:04:05","date_updated":"2024-01-02T03:04:05",
        "organization_id":"orga_1","changed_fields":[],"data":null,
        "previous_data":{"id":"acti_1","external_whatsapp_message_id":"wamid.A"},"meta":{}},
        "subscription_id":"whsub_1"}"#,
    );
    assert_eq!(delivery.event.action, Action::Deleted);
    assert_eq!(delivery.event.data, None);
    assert_eq!(delivery.event.external_whatsapp_message_id(), Some("wamid.A"));
    assert_eq!(delivery.event.object().unwrap().text("id"), Some("acti_1"));
}

#[test]
fn other_events_and_other_actions() {
    let delivery = read(
        r#"{"event":{"id":"ev_4","object_type":"lead","object_id":"lead_1","action":"merged",
        "date_created":"","date_updated":"","organization_id":"orga_1"},"subscription_id":"w"}"#,
    );
    assert!(!delivery.event.is_whatsapp_message());
    assert_eq!(delivery.event.action, Action::Other("merged".into()));
    assert_eq!(delivery.event.external_whatsapp_message_id(), None);
}

#[test]
fn what_is_no_delivery() {
    for body in ["", "{", "[]", "null", "{}", r#"{"event":{},"subscription_id":"w"}"#] {
        let error = Delivery::from_json(body.as_bytes()).unwrap_err();
        assert!(matches!(error, Rejection::Body { .. }));
        assert!(error.to_string().starts_with("the body is no delivery of Close: "), "{error}");
    }
    assert_eq!(
        Delivery::from_json(br#"{"event":{"id":"ev_1"},"subscription_id":"w"}"#)
            .unwrap_err()
            .to_string(),
        "the body is no delivery of Close: missing field `object_type` at line 1 column 22"
    );
    // Nothing that anyone wrote is shown.
    assert_eq!(
        Delivery::from_json(
            br#"{"event":"a secret\", expected : string \"","subscription_id":"w"}"#
        )
        .unwrap_err()
        .to_string(),
        "the body is no delivery of Close: invalid type: a string, expected an object at line 1 column 43"
    );
    // Not even looked at before it is known who sent it.
    let refused = webhook().read(&"0".repeat(64), "1700000000", b"{", at(SIGNED));
    assert_eq!(refused, Err(Rejection::Signature));
    let deep = "[".repeat(100_000);
    assert!(Delivery::from_json(deep.as_bytes()).is_err());
}
