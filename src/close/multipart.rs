//! Forms by RFC 7578: fields, and then a file.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::format;
use std::string::String;
use std::vec::Vec;

use memchr::memmem;

/// The part that is the file.
pub(crate) struct File<'a> {
    pub(crate) name: &'a str,
    pub(crate) content_type: &'a str,
    pub(crate) content: &'a [u8],
}

/// The content type and the body of the form. The file is the last part, as the storage wants it.
pub(crate) fn form(fields: &BTreeMap<String, String>, file: &File<'_>) -> (String, Vec<u8>) {
    let texts = fields.values().map(String::as_bytes);
    let boundary = boundary(texts.chain([file.content]));
    let mut body = Vec::with_capacity(file.content.len() + 1024);
    for (name, value) in fields {
        let name = quoted(name);
        let head =
            format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(value.as_bytes());
        body.extend_from_slice(b"\r\n");
    }
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\
         Content-Type: {}\r\n\r\n",
        quoted(file.name),
        file.content_type
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file.content);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={boundary}"), body)
}

/// A name as browsers write it: what would end it is percent-encoded.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

const PREFIX: &[u8] = b"wamark-form-";
const DIGITS: usize = 16;

/// A boundary that no part has in it: the least number behind the prefix that is not taken. So many
/// numbers cannot be taken that one more would have other digits.
fn boundary<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
    let mut taken = HashSet::new();
    for part in parts {
        for at in memmem::find_iter(part, PREFIX) {
            let digits = part.get(at + PREFIX.len()..).and_then(|rest| rest.get(..DIGITS));
            let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
            taken.extend(digits.and_then(|digits| u64::from_str_radix(digits, 16).ok()));
        }
    }
    let number =
        (0..=taken.len() as u64).find(|number| !taken.contains(number)).unwrap_or_default();
    format!("wamark-form-{number:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boundary_is_in_no_part() {
        let part = |part: &'static str| [part.as_bytes()].into_iter();
        assert_eq!(boundary(part("")), "wamark-form-0000000000000000");
        assert_eq!(
            boundary(part("-wamark-form-0000000000000000 wamark-form-00000000000000010")),
            "wamark-form-0000000000000002"
        );
        assert_eq!(boundary(part("wamark-form-000000000000000")), "wamark-form-0000000000000000");
        let parts = ["wamark-form-0000000000000001", "wamark-form-0000000000000000"];
        assert_eq!(boundary(parts.into_iter().map(str::as_bytes)), "wamark-form-0000000000000002");
    }
}
