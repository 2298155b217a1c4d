//! Answers: refusals in every shape, limits, and what is no answer.

use std::time::Duration;

use http::HeaderMap;
use insta::assert_snapshot;
use wamark::close::{Activity, Deleted, ListQuery, Page, RateLimit, ReadError, Refusal};

use crate::support::response;

fn refusal(status: u16, body: &str) -> Refusal {
    match Activity::from_response(&response(status, body)).unwrap_err() {
        ReadError::Refused(refusal) => refusal,
        ReadError::Unreadable(unreadable) => panic!("{unreadable:?}"),
    }
}

#[test]
fn refusals_in_every_shape() {
    let bodies = [
        r#"{"errors": ["one", "two"], "field-errors": {"lead_id": "no such lead"}}"#,
        r#"{"errors": [], "field-errors": {"attachments": {"errors": ["bad"], "field-errors": {"0": {"field-errors": {"url": "no file"}}}}}}"#,
        r#"{"field-errors": {"attachments": [{}, {"url": ["x", "y"]}, null, 4], "a": {"b": "c"}}}"#,
        r#"{"error": "The API key is invalid"}"#,
        r#"{"errors": "text", "other": 1}"#,
        r#"["one", "two"]"#,
        r#""text""#,
        "plain\n'text'",
        "<html>\u{1b}[31m</html>",
        "{\"errors\": [\"cut",
        "{}",
        "null",
        "",
        " ",
    ];
    let shown: Vec<_> = bodies
        .map(|body| {
            let refusal = refusal(400, body);
            assert_eq!(refusal.body(), body.as_bytes());
            assert_eq!(refusal.status(), 400);
            refusal.to_string()
        })
        .into();
    assert_snapshot!(shown.join("\n"), @r#"
    400 Bad Request: one; two; lead_id: no such lead
    400 Bad Request: attachments: bad; attachments[0].url: no file
    400 Bad Request: a.b: c; attachments[1].url: x; attachments[1].url: y; attachments[3]: 4
    400 Bad Request: The API key is invalid
    400 Bad Request: text
    400 Bad Request: one; two
    400 Bad Request: text
    400 Bad Request: plain\n'text'
    400 Bad Request: <html>\u{1b}[31m</html>
    400 Bad Request: {"errors": ["cut
    400 Bad Request
    400 Bad Request
    400 Bad Request
    400 Bad Request
    "#);
}

#[test]
fn fields_are_told_from_the_rest() {
    let refusal =
        refusal(400, r#"{"errors": ["a"], "field-errors": {"x": [{"y": "b"}], "z": "c"}}"#);
    assert_eq!(refusal.errors(), ["a"]);
    let fields: Vec<_> =
        refusal.field_errors().iter().map(|error| (&*error.field, &*error.message)).collect();
    assert_eq!(fields, [("x[0].y", "b"), ("z", "c")]);
    assert_eq!(refusal.wait(), None);
}

#[test]
fn deep_and_large_bodies_are_no_danger() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(refusal(400, &deep).errors().len(), 1);
    let wide = format!(
        r#"{{"field-errors": {{"{}": [{}1]}}}}"#,
        "k".repeat(1 << 20),
        "1,".repeat(1 << 18)
    );
    let wide = refusal(400, &wide);
    assert_eq!(wide.field_errors().len(), 1000);
    assert!(wide.field_errors().iter().all(|error| error.field.len() <= 210));
    let long = refusal(500, &"ä".repeat(1_000_000)).to_string();
    assert_eq!(long.chars().count(), "500 Internal Server Error: ".len() + 501);
    assert!(Page::from_response(&response(200, &deep)).is_err());
}

#[test]
fn not_utf8() {
    let body = b"\xff\x00".to_vec();
    let response = http::Response::builder().status(502).body(body.clone()).unwrap();
    let error = Activity::from_response(&response).unwrap_err();
    assert_eq!(error.body(), body);
    assert_eq!(error.status(), 502);
    assert_snapshot!(error, @r"502 Bad Gateway: �\0");
}

#[test]
fn other_statuses_are_refusals() {
    for status in [301, 401, 402, 403, 404, 405, 415, 500] {
        assert_eq!(refusal(status, r#"{"id":"acti_1"}"#).status(), status);
        assert!(Page::from_response(&response(status, r#"{"data":[],"has_more":false}"#)).is_err());
        assert!(Deleted::from_response(&response(status, "{}")).is_err());
    }
    // Not 200, but a success all the same.
    assert!(Activity::from_response(&response(201, "{}")).is_ok());
}

#[test]
fn success_that_cannot_be_read() {
    let error = |body: &str| Activity::from_response(&response(200, body)).unwrap_err();
    assert!(matches!(error("[]"), ReadError::Unreadable(_)));
    assert_snapshot!(error("{\"id\": "), @r"200 OK, but the answer cannot be read: EOF while parsing a value at line 1 column 7");
    assert_eq!(error("<p>").body(), b"<p>");
    assert_eq!(error("").status(), 200);
    let page = Page::from_response(&response(200, r#"{"data":[1],"has_more":false}"#));
    assert_snapshot!(page.unwrap_err(), @r"200 OK, but the answer cannot be read: invalid type: integer `1`, expected a map at line 1 column 10");
    assert!(Page::from_response(&response(200, r#"{"data":[]}"#)).is_err());
}

#[test]
fn a_deletion_has_three_answers() {
    for (status, body) in
        [(200, "{}"), (200, ""), (204, ""), (200, " \n"), (200, r#"{"id":"acti_1"}"#)]
    {
        assert_eq!(
            Deleted::from_response(&response(status, body)),
            Ok(Deleted::from_response(&response(204, "")).unwrap())
        );
    }
    assert!(matches!(
        Deleted::from_response(&response(200, "<html>")),
        Err(ReadError::Unreadable(_))
    ));
    let gone = Deleted::from_response(&response(404, r#"{"error":"Not found"}"#)).unwrap_err();
    assert_eq!(gone.to_string(), "404 Not Found: Not found");
}

#[test]
fn how_long_to_wait() {
    let wait = |headers: &[(&'static str, &str)]| {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        RateLimit::wait(&map)
    };
    let (some, secs) = (|millis| Some(Duration::from_millis(millis)), Duration::from_secs);
    assert_eq!(wait(&[("ratelimit", "limit=100, remaining=50, reset=5")]), some(5000));
    assert_eq!(wait(&[("ratelimit", "limit=100,remaining=0,reset=0.25")]), some(250));
    assert_eq!(wait(&[("ratelimit", "reset=1.5"), ("retry-after", "9")]), some(1500));
    assert_eq!(wait(&[("ratelimit", "limit=1"), ("retry-after", "9")]), Some(secs(9)));
    assert_eq!(wait(&[("retry-after", " 2 ")]), some(2000));
    assert_eq!(wait(&[]), None);
    for odd in ["reset", "reset=", "reset=-1", "reset=inf", "reset=NaN", "reset=1e300", "=,;=="] {
        assert_eq!(wait(&[("ratelimit", odd)]), None, "{odd}");
        assert_eq!(wait(&[("ratelimit", odd), ("retry-after", "1")]), some(1000), "{odd}");
    }
}

#[test]
fn a_429_says_how_long() {
    let answer = |status: u16| {
        let response = http::Response::builder()
            .status(status)
            .header("RateLimit", "limit=100, remaining=0, reset=1.25")
            .header("Retry-After", "2")
            .body(r#"{"error":"slow down"}"#)
            .unwrap();
        Activity::from_response(&response).unwrap_err()
    };
    let ReadError::Refused(refusal) = answer(429) else { panic!() };
    assert_eq!(refusal.wait(), Some(Duration::from_millis(1250)));
    assert_snapshot!(refusal, @r"429 Too Many Requests: slow down (wait 1.25 s)");
    // Limits are said with every answer; only one too many has to wait.
    let ReadError::Refused(refusal) = answer(400) else { panic!() };
    assert_eq!(refusal.wait(), None);
}

#[test]
fn pages_end() {
    let page = |body: &str| Page::from_response(&response(200, body)).unwrap();
    let query = ListQuery::new();
    assert!(page(r#"{"data":[{}],"has_more":false}"#).next(&query).is_none());
    assert!(page(r#"{"data":[],"has_more":true}"#).next(&query).is_none());
    let two = page(r#"{"data":[{},{}],"has_more":true}"#);
    let next = two.next(&query).unwrap();
    assert_eq!(next, ListQuery::new().skip(2));
    assert_eq!(two.next(&next).unwrap(), ListQuery::new().skip(4));
}

#[test]
fn pages_in_a_file() {
    let page = r#"{"data":[{"id":"acti_1","text":"a\n}{"}],"has_more":true,"new":1}"#;
    let one = Page::from_response(&response(200, page)).unwrap();
    for between in ["", " ", "\n", "\r\n\r\n\t"] {
        let bodies = [page, page, ""].join(between);
        assert_eq!(Page::from_bodies(bodies.as_bytes()).unwrap(), [one.clone(), one.clone()]);
    }
    let pretty = serde_json::to_string_pretty(&one).unwrap();
    assert_eq!(Page::from_bodies(pretty.as_bytes()).unwrap(), [one]);
}

#[test]
fn what_is_no_page_in_a_file() {
    let good = r#"{"data":[{"id":"acti_1","text":"a\n}{"}],"has_more":true,"new":1}"#;
    let bodies = [
        "",
        "\n \n",
        "<html>502</html>",
        r#"{"data":["#,
        "17",
        "[]",
        "{}",
        r#"{"id":"acti_1","text":"secret"}"#,
        r#"{"data":null,"has_more":false}"#,
        r#"{"data":{"a":"secret"},"has_more":false}"#,
        r#"{"data":[]}"#,
        r#"{"data":[],"has_more":"secret"}"#,
        r#"{"data":[{},"secret"],"has_more":false}"#,
        r#"{"errors":["one"],"field-errors":{"lead_id":"no lead"}}"#,
        r#"{"error":"bad\u001b[31m key"}"#,
        r#"{"errors":[]}"#,
    ];
    let mut shown = Vec::new();
    for body in bodies {
        let error = Page::from_bodies(body.as_bytes()).unwrap_err();
        assert!(!error.to_string().contains("secret"));
        // After good ones, further down.
        let after = [good, good, body].join("\n");
        match Page::from_bodies(after.as_bytes()) {
            Ok(pages) => assert!(pages.len() == 2 && body.trim().is_empty()),
            Err(later) => {
                assert_eq!((later.line, later.reason), (error.line + 2, error.reason.clone()));
            }
        }
        shown.push(error.to_string());
    }
    assert_snapshot!(shown.join("\n"), @r"
    line 1: wanted a page, found nothing
    line 3: wanted a page, found nothing
    line 1: wanted JSON, found none at column 1 (expected value)
    line 1: wanted JSON, found none at column 9 (EOF while parsing a list)
    line 1: wanted a page, an object with `data` and `has_more`, found a number
    line 1: wanted a page, an object with `data` and `has_more`, found an array
    line 1: data: wanted messages, an array, found nothing
    line 1: data: wanted messages, an array, found nothing
    line 1: data: wanted messages, an array, found null
    line 1: data: wanted messages, an array, found an object
    line 1: has_more: wanted true or false, found nothing
    line 1: has_more: wanted true or false, found a string
    line 1: data[1]: wanted a message, an object, found a string
    line 1: wanted a page, found a refusal: one; lead_id: no lead
    line 1: wanted a page, found a refusal: bad\u{1b}[31m key
    line 1: wanted a page, found a refusal
    ");
    // A file that another program wrote.
    assert_eq!(
        Page::from_bodies(b"{\"data\":[],\n\"has_more\":false,\"a\":\"\xff\"}").unwrap_err().line,
        2
    );
    assert!(Page::from_bodies("[".repeat(1_000_000).as_bytes()).is_err());
    let long = format!(r#"{{"error":"{}"}}"#, "x".repeat(1_000_000));
    assert!(Page::from_bodies(long.as_bytes()).unwrap_err().reason.len() < 1000);
}
