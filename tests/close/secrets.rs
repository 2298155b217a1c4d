//! Keys and tokens are in the header that needs them, and nowhere else.

use wamark::close::{Api, Auth, FileUpload, ListQuery, NewMessage, Upload};

use crate::support::{KEY, api, required, response};

#[test]
fn nothing_shows_a_key() {
    // In every form that it has: as it is, and as Basic has it.
    let header = Auth::api_key(KEY).unwrap().header().to_str().unwrap().to_owned();
    let basic = header.strip_prefix("Basic ").unwrap();
    let message = NewMessage::builder(required()).build().unwrap();
    let id = "acti_1".parse().unwrap();
    let file = FileUpload::new("a", "a/b").unwrap();
    let requests = [
        api().create(&message).unwrap(),
        api().get(&id, &[]).unwrap(),
        api().list(&ListQuery::new()).unwrap(),
        api().delete(&id).unwrap(),
        api().upload(&file).unwrap(),
    ];
    for request in &requests {
        assert_eq!(request.headers()["authorization"], header);
        assert!(request.headers()["authorization"].is_sensitive());
    }
    let token = Auth::bearer(KEY).unwrap();
    let shown = [
        format!("{requests:?}"),
        format!("{:#?}", api()),
        format!("{:?} {token:?}", Api::new(token.clone())),
        format!("{:?}", Auth::api_key(&format!("{KEY}:"))),
        format!("{:?}", Auth::bearer(&format!("{KEY} "))),
        Auth::api_key(&format!("{KEY}:")).unwrap_err().to_string(),
        Auth::bearer(&format!("{KEY}\n")).unwrap_err().to_string(),
        format!("{:?}", api().base_url(&format!("https://{KEY}@ex.com"))),
        api().base_url(&format!("https://ex.com?{KEY}")).unwrap_err().to_string(),
    ];
    for shown in shown {
        assert!(!shown.contains(KEY) && !shown.contains(basic), "{shown}");
    }
}

#[test]
fn nothing_shows_what_lets_upload() {
    let answer = format!(
        r#"{{"download": {{"url": "https://app.close.com/go/file/a"}},
            "upload": {{"url": "{KEY}", "fields": {{"policy": "{KEY}"}}}}}}"#
    );
    let upload = Upload::from_response(&response(200, &answer)).unwrap();
    let file = FileUpload::new("a", "a/b").unwrap();
    let error = upload.form(&file, b"").unwrap_err();
    assert!(!format!("{upload:?} {error} {error:?}").contains(KEY));
}
