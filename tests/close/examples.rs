//! The documented examples: they are built, and read, and written again as they were.

use serde_json::{Value, json};
use wamark::close::{
    Activity, Direction, FileUpload, MessageUpdate, NewMessage, Page, Required, Time,
};

use crate::support::{Judge, example, response};

#[test]
fn the_example_of_a_new_message() {
    let example = example("CreateWhatsAppMessage");
    let text = |key: &str| example[key].as_str().unwrap();
    let message = NewMessage::builder(Required {
        activity_at: text("activity_at").into(),
        contact_id: text("contact_id").into(),
        direction: text("direction").into(),
        external_whatsapp_message_id: text("external_whatsapp_message_id").into(),
        lead_id: text("lead_id").into(),
        local_phone: text("local_phone").into(),
        message_markdown: text("message_markdown").into(),
        remote_phone: text("remote_phone").into(),
    })
    .integration_link(text("integration_link"))
    .response_to_id(text("response_to_id"))
    .build()
    .unwrap();
    let mut written: Value = serde_json::from_str(&message.to_json()).unwrap();
    // The same point in time, written in another way.
    let time = |value: &Value| value.as_str().unwrap().parse::<Time>().unwrap();
    assert_eq!(time(&written["activity_at"]), time(&example["activity_at"]));
    assert_eq!(written["activity_at"], "2016-10-03T16:06:11.167Z");
    written["activity_at"] = example["activity_at"].clone();
    assert_eq!(written, example);
}

#[test]
fn the_example_of_an_update() {
    let example = example("UpdateWhatsAppMessage");
    let text = example["message_markdown"].as_str().unwrap();
    let update = MessageUpdate::builder().message_markdown(text).build().unwrap();
    assert_eq!(serde_json::from_str::<Value>(&update.to_json()).unwrap(), example);
}

#[test]
fn the_example_of_a_file() {
    let example = example("UploadFile");
    let text = |key: &str| example[key].as_str().unwrap();
    let file = FileUpload::new(text("filename"), text("content_type")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&file.to_json()).unwrap(), example);
}

#[test]
fn all_fields_of_an_update() {
    let file = wamark::close::Attachment {
        url: "https://app.close.com/go/file/a".into(),
        filename: "a.jpg".into(),
        content_type: "image/jpeg".into(),
        size: Some(3),
    };
    let update = MessageUpdate::builder()
        .activity_at("2026-01-31T09:30:00.123456789-00:30")
        .attachment(file)
        .contact_id("cont_1")
        .direction(Direction::Outgoing)
        .no_integration_link()
        .local_phone("00 1 (650) 333\u{2011}4444")
        .message_markdown("a")
        .remote_phone("[49] 30 901820")
        .no_response_to_id()
        .user_id("user_1")
        .build()
        .unwrap();
    assert_eq!(Judge::new("UpdateWhatsAppMessage").faults(&update.to_json()), [""; 0]);
    assert_eq!(
        serde_json::from_str::<Value>(&update.to_json()).unwrap(),
        json!({
            "activity_at": "2026-01-31T10:00:00.123456Z",
            "attachments": [{
                "content_type": "image/jpeg",
                "filename": "a.jpg",
                "url": "https://app.close.com/go/file/a",
            }],
            "contact_id": "cont_1",
            "direction": "outgoing",
            "integration_link": null,
            "local_phone": "+16503334444",
            "message_markdown": "a",
            "remote_phone": "4930901820",
            "response_to_id": null,
            "user_id": "user_1",
        })
    );
}

/// An answer to the example, with what the schema does not know on top.
fn stored() -> Value {
    json!({
        "_type": "WhatsAppMessage",
        "activity_at": "2016-10-03T16:06:11.167000+00:00",
        "attachments": [
            {"content_type": "image/jpeg", "filename": "a.jpg", "size": null,
             "url": "https://app.close.com/go/file/a"},
            {"content_type": null, "filename": null, "size": 3,
             "thumbnail_url": "https://ex.com/t", "url": "https://app.close.com/go/file/b"},
        ],
        "contact_id": "cont_1",
        "created_by": "user_1",
        "date_created": "2016-10-03T16:06:12.000000+00:00",
        "date_updated": "2016-10-03T16:06:13.000000+00:00",
        "direction": "outgoing",
        "external_whatsapp_message_id": "1234567890",
        "id": "acti_1",
        "integration_link": "https://example.com/messages/1234567890",
        "integration_name": null,
        "lead_id": null,
        "local_phone": "+16503334444",
        "local_phone_formatted": "+1 650-333-4444",
        "message_html": "<p>test</p>",
        "message_markdown": "test",
        "mood": {"new": [1.5, null, "x"]},
        "organization_id": "orga_1",
        "remote_phone": "+18183004000",
        "remote_phone_formatted": "+1 818-300-4000",
        "response_to_id": "acti_2",
        "source": "telepathy",
        "text": "test",
        "updated_by": null,
        "user_id": "user_1",
        "users": [],
    })
}

#[test]
fn an_activity_is_read_and_kept_whole() {
    let body = stored().to_string();
    let activity = Activity::from_response(&response(200, &body)).unwrap();
    assert_eq!(serde_json::to_value(&activity).unwrap(), stored());
    assert_eq!(activity.id(), Some("acti_1".parse().unwrap()));
    assert_eq!(activity.lead_id(), None);
    assert_eq!(activity.contact_id(), Some("cont_1".parse().unwrap()));
    assert_eq!(activity.user_id(), Some("user_1".parse().unwrap()));
    assert_eq!(activity.organization_id(), Some("orga_1".parse().unwrap()));
    assert_eq!(activity.response_to_id(), Some("acti_2".parse().unwrap()));
    assert_eq!(activity.whatsapp_id(), Some("1234567890".parse().unwrap()));
    assert_eq!(activity.direction(), Some(Direction::Outgoing));
    assert_eq!(activity.activity_at(), Some("2016-10-03T16:06:11.167Z".parse().unwrap()));
    assert_eq!(activity.date_created(), Time::from_unix_seconds(1_475_510_772));
    assert_eq!(activity.date_updated(), Time::from_unix_seconds(1_475_510_773));
    assert_eq!(activity.local_phone(), Some("+16503334444".parse().unwrap()));
    assert_eq!(activity.remote_phone().unwrap().digits(), "18183004000");
    assert_eq!(activity.message_markdown(), Some("test"));
    assert_eq!(activity.message_html(), Some("<p>test</p>"));
    assert_eq!(activity.text(), Some("test"));
    assert_eq!(activity.source(), Some("telepathy"));
    assert_eq!(activity.integration_link(), Some("https://example.com/messages/1234567890"));
    let [first, second] = &activity.attachments().unwrap()[..] else { panic!() };
    assert_eq!((first.size, first.filename.as_deref()), (None, Some("a.jpg")));
    assert_eq!((second.size, second.thumbnail_url.as_deref()), (Some(3), Some("https://ex.com/t")));
    assert_eq!(activity.names().count(), stored().as_object().unwrap().len());
    // The source is the only thing in it that the schema would not have.
    assert_eq!(Judge::new("WhatsAppMessageActivity").faults(&body).len(), 1);
}

#[test]
fn a_page_is_read_and_kept_whole() {
    let page = json!({"cursor": "x", "data": [stored(), {}], "has_more": false});
    let read = Page::from_response(&response(200, &page.to_string())).unwrap();
    assert_eq!(read.data.len(), 2);
    assert_eq!(read.data[1].id(), None);
    assert_eq!(serde_json::to_value(&read).unwrap(), page);
}
