//! Requests: method, address, headers and body.

use insta::assert_snapshot;
use wamark::close::{Api, Auth, Compare, ListQuery, MessageUpdate, NewMessage, Time};

use crate::support::{api, required, show};

#[test]
fn create() {
    let message = NewMessage::builder(required());
    let request = api().create(&message.clone().build().unwrap()).unwrap();
    assert_snapshot!(show(&request), @r#"
    POST https://api.close.com/api/v1/activity/whatsapp_message/
    authorization: Sensitive
    accept: "application/json"
    content-type: "application/json"
    {"activity_at":"2026-01-31T08:30:00Z","contact_id":"cont_1","direction":"incoming","external_whatsapp_message_id":"wamid.A1","lead_id":"lead_1","local_phone":"16503334444","message_markdown":"*Hi*","remote_phone":"+4930901820"}
    "#);
    let request = api().create(&message.send_to_inbox(true).build().unwrap()).unwrap();
    assert_snapshot!(request.uri(), @r"https://api.close.com/api/v1/activity/whatsapp_message/?send_to_inbox=true");
    assert!(!String::from_utf8_lossy(request.body()).contains("inbox"));
}

#[test]
fn get_update_delete() {
    let id = "acti_1".parse().unwrap();
    assert_snapshot!(show(&api().get(&id, &[]).unwrap()), @r#"
    GET https://api.close.com/api/v1/activity/whatsapp_message/acti_1/
    authorization: Sensitive
    accept: "application/json"
    "#);
    assert_snapshot!(api().get(&id, &["id", "a&b=c", "_type"]).unwrap().uri(), @r"https://api.close.com/api/v1/activity/whatsapp_message/acti_1/?_fields=id%2Ca%26b%3Dc%2C_type");
    let update = MessageUpdate::builder().message_markdown("ä").build().unwrap();
    assert_snapshot!(show(&api().update(&id, &update).unwrap()), @r#"
    PUT https://api.close.com/api/v1/activity/whatsapp_message/acti_1/
    authorization: Sensitive
    accept: "application/json"
    content-type: "application/json"
    {"message_markdown":"ä"}
    "#);
    assert_snapshot!(show(&api().delete(&id).unwrap()), @r#"
    DELETE https://api.close.com/api/v1/activity/whatsapp_message/acti_1/
    authorization: Sensitive
    accept: "application/json"
    "#);
}

#[test]
fn list_with_every_filter() {
    assert_snapshot!(show(&api().list(&ListQuery::new()).unwrap()), @r#"
    GET https://api.close.com/api/v1/activity/whatsapp_message/
    authorization: Sensitive
    accept: "application/json"
    "#);
    let time: Time = "2026-01-31T09:30:00.5+01:00".parse().unwrap();
    let query = ListQuery::new()
        .ids(["acti_1".parse().unwrap(), "acti_2".parse().unwrap()])
        .lead_ids(["lead_1".parse().unwrap()])
        .contact_ids(["cont_1".parse().unwrap()])
        .user_ids(["user_1".parse().unwrap()])
        .types(["WhatsAppMessage"])
        .fields(["id", "text"])
        .organization_id(&"orga_1".parse().unwrap())
        .whatsapp_id(&"a+b/c=&_skip=9 #ä".parse().unwrap())
        .date_created(Compare::After, time.into())
        .date_created(Compare::From, time.into())
        .date_created(Compare::Before, time.into())
        .date_created(Compare::Until, "2026-02-01".parse().unwrap())
        .activity_at(Compare::After, "2026-02-01".parse().unwrap())
        .activity_at(Compare::From, time.into())
        .activity_at(Compare::Before, time.into())
        .activity_at(Compare::Until, time.into())
        .limit(7)
        .limit(50)
        .skip(100);
    let request = api().list(&query).unwrap();
    let query = request.uri().query().unwrap();
    assert_snapshot!(query.replace('&', "\n"), @r"
    id__in=acti_1%2Cacti_2
    lead_id=lead_1
    contact_id=cont_1
    user_id=user_1
    _type=WhatsAppMessage
    _fields=id%2Ctext
    organization_id=orga_1
    external_whatsapp_message_id=a%2Bb%2Fc%3D%26_skip%3D9+%23%C3%A4
    date_created__gt=2026-01-31T08%3A30%3A00.5Z
    date_created__gte=2026-01-31T08%3A30%3A00.5Z
    date_created__lt=2026-01-31T08%3A30%3A00.5Z
    date_created__lte=2026-02-01
    activity_at__gt=2026-02-01
    activity_at__gte=2026-01-31T08%3A30%3A00.5Z
    activity_at__lt=2026-01-31T08%3A30%3A00.5Z
    activity_at__lte=2026-01-31T08%3A30%3A00.5Z
    _limit=50
    _skip=100
    ");
    // Each is a filter of its own: nothing of a value becomes a key.
    assert_eq!(query.split('&').count(), 18);
}

#[test]
fn a_filter_is_never_empty() {
    let query = ListQuery::new().lead_ids([]).limit(1);
    assert_snapshot!(api().list(&query).unwrap_err(), @r"lead_id: wanted a value, found nothing");
}

#[test]
fn addresses_have_a_limit() {
    let ids = (0..10_000).map(|n| format!("acti_{n:044}").parse().unwrap());
    assert_snapshot!(api().list(&ListQuery::new().ids(ids)).unwrap_err(), @r"wanted an address of at most 65534 bytes, found 520060");
}

#[test]
fn another_base() {
    let to = |base: &str| {
        let api = api().base_url(base).map_err(|error| error.to_string())?;
        let request = api.get(&"acti_1".parse().unwrap(), &[]);
        request.map(|request| request.uri().to_string()).map_err(|error| error.to_string())
    };
    let path = "/api/v1/activity/whatsapp_message/acti_1/";
    for base in ["http://localhost:8080/api/v1", "http://localhost:8080/api/v1/"] {
        assert_eq!(to(base), Ok(format!("http://localhost:8080{path}")));
    }
    assert_eq!(to("https://[::1]"), Ok("https://[::1]/activity/whatsapp_message/acti_1/".into()));
    let bad = [
        "",
        "localhost:80",
        "ftp://ex.com",
        "https://u:p@ex.com",
        "https://ex.com?a",
        "https://ex.com#a",
    ];
    for base in bad {
        let error = to(base).unwrap_err();
        assert_eq!(
            error,
            "base URL: wanted an address that begins with `https://` or `http://`, without user, \
             query and fragment"
        );
    }
}

#[test]
fn a_token_goes_as_it_is() {
    let api = Api::new(Auth::bearer("abc.DEF~").unwrap());
    let request = api.list(&ListQuery::new()).unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer abc.DEF~");
}
