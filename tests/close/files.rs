//! Files: announced, sent, attached.

use insta::assert_snapshot;
use wamark::close::{FileUpload, NewMessage, ReadError, Upload};

use crate::support::{Judge, api, required, response, show};

const ANSWER: &str = r#"{
    "download": {"url": "https://app.close.com/go/file/abc/"},
    "upload": {
        "url": "https://bucket.s3.amazonaws.com/",
        "fields": {"policy": "secret-policy", "key": "a/b", "success_action_status": "201"}
    }
}"#;

fn upload() -> Upload {
    assert_eq!(Judge::new("UploadFileResponse").faults(ANSWER), [""; 0]);
    Upload::from_response(&response(200, ANSWER)).unwrap()
}

#[test]
fn a_file_is_announced() {
    let file = FileUpload::new("image.jpg", "image/jpeg").unwrap();
    assert_eq!(Judge::new("UploadFile").faults(&file.to_json()), [""; 0]);
    assert_snapshot!(show(&api().upload(&file).unwrap()), @r#"
    POST https://api.close.com/api/v1/files/upload/
    authorization: Sensitive
    accept: "application/json"
    content-type: "application/json"
    {"content_type":"image/jpeg","filename":"image.jpg"}
    "#);
}

#[test]
fn a_file_is_sent() {
    let file = FileUpload::new("a \"b\" ä.txt", "text/plain; charset=utf-8").unwrap();
    let request = upload().form(&file, b"one\r\ntwo").unwrap();
    assert!(!request.headers().contains_key("authorization"));
    assert_snapshot!(show(&request).replace('\r', "␍"), @r#"
    POST https://bucket.s3.amazonaws.com/
    content-type: "multipart/form-data; boundary=wamark-form-0000000000000000"
    --wamark-form-0000000000000000␍
    Content-Disposition: form-data; name="key"␍
    ␍
    a/b␍
    --wamark-form-0000000000000000␍
    Content-Disposition: form-data; name="policy"␍
    ␍
    secret-policy␍
    --wamark-form-0000000000000000␍
    Content-Disposition: form-data; name="success_action_status"␍
    ␍
    201␍
    --wamark-form-0000000000000000␍
    Content-Disposition: form-data; name="file"; filename="a %22b%22 ä.txt"␍
    Content-Type: text/plain; charset=utf-8␍
    ␍
    one␍
    two␍
    --wamark-form-0000000000000000--␍
    "#);
}

#[test]
fn a_file_may_hold_anything() {
    let file = FileUpload::new("a", "a/b").unwrap();
    let content = upload().form(&file, b"x").unwrap().into_body();
    let request = upload().form(&file, &content).unwrap();
    let boundary = request.headers()["content-type"].to_str().unwrap().split_once('=').unwrap().1;
    let body = request.body();
    let times =
        |needle: &[u8], hay: &[u8]| hay.windows(needle.len()).filter(|at| *at == needle).count();
    assert_eq!(times(boundary.as_bytes(), &content), 0);
    assert_eq!(times(boundary.as_bytes(), body), 5);
    assert_eq!(times(&content, body), 1);
    // The file comes last.
    assert!(body.ends_with(&[&content, format!("\r\n--{boundary}--\r\n").as_bytes()].concat()));
}

#[test]
fn a_file_is_attached() {
    let file = FileUpload::new("image.jpg", "image/jpeg").unwrap();
    let attachment = upload().attachment(&file, Some(10));
    let message = NewMessage::builder(required()).attachment(attachment).build().unwrap();
    assert_eq!(Judge::new("CreateWhatsAppMessage").faults(&message.to_json()), [""; 0]);
    assert!(message.to_json().contains(
        r#""attachments":[{"content_type":"image/jpeg","filename":"image.jpg","url":"https://app.close.com/go/file/abc/"}]"#
    ));
}

#[test]
fn the_storage_says_201() {
    assert_eq!(Upload::uploaded(&response(201, "<PostResponse/>")), Ok(()));
    let late = Upload::uploaded(&response(403, "<Code>AccessDenied</Code>")).unwrap_err();
    assert_eq!(late.to_string(), "403 Forbidden: <Code>AccessDenied</Code>");
}

#[test]
fn addresses_are_checked() {
    let elsewhere = ANSWER.replace("app.close.com", "ex.com");
    let error = Upload::from_response(&response(200, &elsewhere)).unwrap_err();
    assert!(matches!(error, ReadError::Unreadable(_)));
    assert_snapshot!(error, @r"200 OK, but the answer cannot be read: wanted the address of a file in Close, `https://app.close.com/go/file/…`, found `https://ex.com/go/file/abc/` at line 2 column 54");
    let file = FileUpload::new("a", "a/b").unwrap();
    for bad in ["file:///etc/passwd", "/relative", "", "https://"] {
        let answer = ANSWER.replace("https://bucket.s3.amazonaws.com/", bad);
        let upload = Upload::from_response(&response(200, &answer)).unwrap();
        let error = upload.form(&file, b"x").unwrap_err();
        assert_eq!(error.to_string(), "upload.url: wanted an address of the web", "{bad}");
    }
}
