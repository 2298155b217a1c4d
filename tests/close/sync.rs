//! From what became of a message to what is to be sent.

use wamark::close::{MessageUpdate, NewMessage, Page, Step, SyncError, SyncPlan};

use crate::support::{api, required, response};

fn page(messages: &[(&str, &str)], has_more: bool) -> Page {
    let data: Vec<_> = messages
        .iter()
        .map(|(id, lead)| {
            serde_json::json!({
                "id": id, "lead_id": lead, "external_whatsapp_message_id": "wamid.A1",
            })
        })
        .collect();
    let body = serde_json::json!({"data": data, "has_more": has_more});
    Page::from_response(&response(200, &body.to_string())).unwrap()
}

fn created() -> SyncPlan {
    SyncPlan::created(NewMessage::builder(required()).build().unwrap())
}

fn edited() -> SyncPlan {
    let update = MessageUpdate::builder().message_markdown("new").build().unwrap();
    SyncPlan::edited("wamid.A1".parse().unwrap(), update)
}

fn deleted() -> SyncPlan {
    SyncPlan::deleted("wamid.A1".parse().unwrap())
}

/// Methods and paths of what is to be sent.
fn sent(step: &Step) -> Vec<String> {
    let requests = step.requests(&api()).unwrap();
    let line = |request: &http::Request<_>| {
        let path = request.uri().path().strip_prefix("/api/v1/activity/whatsapp_message/").unwrap();
        format!("{} {path}", request.method())
    };
    requests.iter().map(line).collect()
}

#[test]
fn not_there_yet() {
    let none = page(&[], false);
    let step = created().read(&none).unwrap();
    assert!(matches!(step, Step::Create(_)));
    assert_eq!(sent(&step), ["POST "]);
    for plan in [edited(), deleted()] {
        let step = plan.read(&none).unwrap();
        assert_eq!(step, Step::NotThere);
        assert!(sent(&step).is_empty());
    }
}

#[test]
fn a_replay_creates_nothing() {
    let step = created().read(&page(&[("acti_1", "lead_1")], false)).unwrap();
    assert_eq!(step, Step::CreatedAlready("acti_1".parse().unwrap()));
    assert!(sent(&step).is_empty());
    // What another lead has is another activity.
    let step = created().read(&page(&[("acti_1", "lead_2")], false)).unwrap();
    assert!(matches!(step, Step::Create(_)));
}

#[test]
fn all_leads_that_have_it() {
    let two = page(&[("acti_1", "lead_1"), ("acti_2", "lead_2")], false);
    assert_eq!(sent(&edited().read(&two).unwrap()), ["PUT acti_1/", "PUT acti_2/"]);
    assert_eq!(sent(&deleted().read(&two).unwrap()), ["DELETE acti_1/", "DELETE acti_2/"]);
}

#[test]
fn all_pages() {
    let Step::More(plan) = deleted().read(&page(&[("acti_1", "lead_1")], true)).unwrap() else {
        panic!()
    };
    let query = api().list(plan.query()).unwrap();
    assert!(query.uri().query().unwrap().ends_with("&_skip=1"));
    // A message that moved to the next page is deleted once.
    let last = page(&[("acti_1", "lead_1"), ("acti_2", "lead_2")], false);
    assert_eq!(sent(&plan.read(&last).unwrap()), ["DELETE acti_1/", "DELETE acti_2/"]);

    let Step::More(plan) = created().read(&page(&[("acti_2", "lead_2")], true)).unwrap() else {
        panic!()
    };
    let step = plan.read(&page(&[("acti_1", "lead_1")], false)).unwrap();
    assert_eq!(step, Step::CreatedAlready("acti_1".parse().unwrap()));
}

#[test]
fn a_plan_made_again_from_all_pages() {
    let (one, two) = (page(&[("acti_1", "lead_2")], true), page(&[("acti_2", "lead_1")], false));
    let step = Step::More(deleted()).read(&one).unwrap();
    assert!(matches!(step, Step::More(_)));
    let step = step.read(&two).unwrap();
    assert_eq!(sent(&step), ["DELETE acti_1/", "DELETE acti_2/"]);
    // The last page twice, or a list that was begun anew: what is known would not be all.
    assert_eq!(step.read(&two), Err(SyncError::AfterTheLast));
    assert_eq!(
        SyncError::AfterTheLast.to_string(),
        "has_more: wanted true in a page that another one follows, found false"
    );
    // Who knows that it is there need not look at what else there is.
    let there = page(&[("acti_3", "lead_1")], true);
    let step = Step::More(created()).read(&there).unwrap().read(&two).unwrap();
    assert_eq!(step, Step::CreatedAlready("acti_3".parse().unwrap()));
}

#[test]
fn nothing_is_done_to_other_messages() {
    for other in [
        r#"{"id":"acti_1","lead_id":"lead_1","external_whatsapp_message_id":"wamid.B2"}"#,
        r#"{"id":"acti_1","lead_id":"lead_1"}"#,
    ] {
        let body = format!(r#"{{"data":[{other}],"has_more":false}}"#);
        let page = Page::from_response(&response(200, &body)).unwrap();
        for plan in [created(), edited(), deleted()] {
            assert_eq!(plan.read(&page), Err(SyncError::OtherMessage));
        }
    }
    assert_eq!(
        SyncError::OtherMessage.to_string(),
        "external_whatsapp_message_id: wanted the id that was asked for, found another"
    );
}

#[test]
fn pages_that_cannot_be() {
    assert_eq!(deleted().read(&page(&[], true)), Err(SyncError::EmptyPage));
    assert_eq!(edited().read(&page(&[("lead_1", "lead_1")], false)), Err(SyncError::NoId));
    assert_eq!(
        SyncError::EmptyPage.to_string(),
        "data: wanted messages, as `has_more` was true, found none"
    );
    assert_eq!(
        SyncError::NoId.to_string(),
        "id: wanted the id of an activity, `acti_…`, found another or none"
    );
}

/// 4x the messages in less than 9x the time.
#[test]
fn a_message_of_many_leads_takes_linear_time() {
    let time = |count: usize| {
        let ids: Vec<_> = (0..count).map(|i| (format!("acti_{i}"), format!("lead_{i}"))).collect();
        let messages: Vec<_> = ids.iter().map(|(id, lead)| (&**id, &**lead)).collect();
        let page = page(&messages, false);
        let best = (0..5).map(|_| {
            let plan = deleted();
            let start = std::time::Instant::now();
            let step = plan.read(&page).unwrap();
            assert!(matches!(step, Step::Delete { ids } if ids.len() == count));
            start.elapsed()
        });
        best.min().unwrap()
    };
    let (small, large) = (time(2_000), time(8_000));
    assert!(large < small * 9, "{small:?} {large:?}");
}
