//! What is refused of files and keys, and what is said.

use insta::assert_snapshot;
use wamark::close::{Attachment, Auth, AuthError, FileUpload};

use crate::refusals::{attachment, refused, without_fault};

#[test]
fn attachments() {
    let bad = [
        Attachment { url: "http://app.close.com/go/file/a".into(), ..attachment(1) },
        Attachment { url: "https://app.close.com/go/file/".into(), ..attachment(1) },
        Attachment { url: "https://app.close.com.ex.com/go/file/a".into(), ..attachment(1) },
        Attachment { filename: String::new(), ..attachment(1) },
        Attachment { filename: "a\r\nb".into(), ..attachment(1) },
        Attachment { content_type: String::new(), ..attachment(1) },
        Attachment { content_type: "image/".into(), ..attachment(1) },
        Attachment { content_type: "image/jpeg;\r\nx: y".into(), ..attachment(1) },
    ];
    let lines = bad.map(|bad| refused(without_fault().attachment(attachment(1)).attachment(bad)));
    assert_snapshot!(lines.join("\n"), @r"
    attachments[1].url: wanted the address of a file in Close, `https://app.close.com/go/file/…`, found `http://app.close.com/go/file/a`
    attachments[1].url: wanted the address of a file in Close, `https://app.close.com/go/file/…`, found `https://app.close.com/go/file/`
    attachments[1].url: wanted the address of a file in Close, `https://app.close.com/go/file/…`, found `https://app.close.com.ex.com/go/file/a`
    attachments[1].filename: wanted a file name, on one line, found nothing
    attachments[1].filename: wanted a file name, on one line, found `a\r\nb`
    attachments[1].content_type: wanted a media type, `image/jpeg`, found nothing
    attachments[1].content_type: wanted a media type, `image/jpeg`, found `image/`
    attachments[1].content_type: wanted a media type, `image/jpeg`, found `image/jpeg;\r\nx: y`
    ");
}

#[test]
fn sizes() {
    let two = |first, second| {
        without_fault().attachment(attachment(first)).attachment(attachment(second))
    };
    assert!(two(24_999_999, 1).build().is_ok());
    assert!(two(25_000_000, 1).attachment_limit(26_214_400).build().is_ok());
    assert_snapshot!(refused(two(25_000_000, 1)), @r"attachments: wanted at most 25000000 bytes in all attachments together, found 25000001");
    assert_snapshot!(refused(two(u64::MAX, u64::MAX)), @r"attachments: wanted at most 25000000 bytes in all attachments together, found 18446744073709551615");
    assert_snapshot!(refused(two(1, 2).attachment_limit(2)), @r"attachments: wanted at most 2 bytes in all attachments together, found 3");
}

#[test]
fn files_and_keys() {
    assert_snapshot!(FileUpload::new(" ", "jpeg").unwrap_err(), @r"
    filename: wanted a file name, on one line, found nothing
    content_type: wanted a media type, `image/jpeg`, found `jpeg`
    ");
    let faults: Vec<AuthError> =
        ["", "a b", "a:b", "ä", "a\n"].iter().map(|key| Auth::api_key(key).unwrap_err()).collect();
    assert!(faults.iter().all(|fault| *fault == faults[0]));
    assert_snapshot!(faults[0], @r"wanted the API key as visible ASCII without spaces or colons");
    assert_snapshot!(Auth::bearer("a b").unwrap_err(), @r"wanted the token as visible ASCII without spaces");
    assert!(Auth::bearer("a:b").is_ok());
}
