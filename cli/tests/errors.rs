//! What can go wrong: each message whole, and exit code 2.

mod support;

use std::process::{Command, Stdio};

use insta::assert_snapshot;
use support::{file, message, start};

const STRINGS: [&str; 2] = ["convert", "--ndjson"];
const OBJECTS: [&str; 6] = ["convert", "--ndjson", "--field", "text", "--into", "html"];

/// Each input, and what is said of it.
fn messages(args: &[&str], inputs: &[&str]) -> String {
    use std::fmt::Write as _;
    let mut all = String::new();
    for input in inputs {
        writeln!(all, "{input:?}").expect("a string can be written");
        all += &message(args, input);
    }
    all
}

#[test]
fn files_that_cannot_be_read() {
    let directory = env!("CARGO_TARGET_TMPDIR");
    for args in [&["convert"][..], &STRINGS] {
        let missing = [args, &["no/such/file"]].concat();
        assert_eq!(message(&missing, ""), "error: no/such/file: no such file\n");
        if cfg!(unix) {
            let text = message(&[args, &[directory]].concat(), "");
            assert_eq!(text, format!("error: {directory}: is a directory\n"));
        }
    }
}

#[test]
fn a_message_that_is_not_utf_8() {
    assert_snapshot!(
        message(&["convert"], b"ab\xffcd"),
        @"error: standard input: expected UTF-8, found the byte 0xff at offset 2"
    );
    let path = file("errors-cut.txt", b"caf\xc3");
    let text = message(&["convert", path.to_str().unwrap()], "");
    assert_snapshot!(
        text.replace(path.to_str().unwrap(), "FILE"),
        @"error: FILE: expected UTF-8, found the byte 0xc3 at offset 3"
    );
}

#[test]
fn a_line_that_is_not_utf_8() {
    for args in [&STRINGS[..], &OBJECTS] {
        assert_eq!(
            message(args, b"\"\xe9\"\n\"b\"\n"),
            "error: standard input, line 1: expected UTF-8, found the byte 0xe9 at offset 1\n"
        );
    }
    // The offset is of the whole input, over all its blocks.
    let lines = 300_000;
    let input = [b"\"\"\n".repeat(lines), b"\"a\xff\"".to_vec()].concat();
    let run = support::run(&STRINGS, input);
    assert_eq!((run.code, run.stdout.len()), (Some(2), 3 * lines));
    assert_snapshot!(
        run.stderr,
        @"error: standard input, line 300001: expected UTF-8, found the byte 0xff at offset 900002"
    );
}

#[test]
fn a_line_that_is_no_string() {
    let inputs =
        ["17\n", "  {\"a\": 1}\n", "[]", "null", "true", "\n\"a\"\n", "\r\n", " \t ", "\"a\"\n\n"];
    let (last, first) = inputs.split_last().unwrap();
    assert_snapshot!(messages(&STRINGS, first), @r##"
    "17\n"
    error: standard input, line 1, column 1: expected a JSON string, found a number
    "  {\"a\": 1}\n"
    error: standard input, line 1, column 3: expected a JSON string, found an object
    "[]"
    error: standard input, line 1, column 1: expected a JSON string, found an array
    "null"
    error: standard input, line 1, column 1: expected a JSON string, found null
    "true"
    error: standard input, line 1, column 1: expected a JSON string, found a boolean
    "\n\"a\"\n"
    error: standard input, line 1: expected a JSON string, found an empty line
    "\r\n"
    error: standard input, line 1: expected a JSON string, found an empty line
    " \t "
    error: standard input, line 1: expected a JSON string, found a blank line
    "##);
    // Behind a line that is right.
    let run = support::run(&STRINGS, last);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), "\"<p>a</p>\"\n"));
    assert_snapshot!(run.stderr, @r##"
    error: standard input, line 2: expected a JSON string, found an empty line
    "##);
}

#[test]
fn a_line_that_is_no_json() {
    let inputs = [
        "hello",
        "\"open",
        "\"a\" \"b\"",
        "\"a\tb\"",
        "\"a\r\nb\"",
        r#""\x""#,
        r#""\ud83d""#,
        r#""\ud83dx""#,
        "{\"a\"",
        "\u{feff}\"a\"",
    ];
    assert_snapshot!(messages(&STRINGS, &inputs), @r##"
    "hello"
    error: standard input, line 1, column 1: expected a JSON string, found invalid JSON (expected value)
    "\"open"
    error: standard input, line 1, column 5: expected a JSON string, found invalid JSON (EOF while parsing a string)
    "\"a\" \"b\""
    error: standard input, line 1, column 5: expected a JSON string, found invalid JSON (trailing characters)
    "\"a\tb\""
    error: standard input, line 1, column 2: expected a JSON string, found invalid JSON (control character (\u0000-\u001F) found while parsing a string)
    "\"a\r\nb\""
    error: standard input, line 1, column 2: expected a JSON string, found invalid JSON (control character (\u0000-\u001F) found while parsing a string)
    "\"\\x\""
    error: standard input, line 1, column 3: expected a JSON string, found invalid JSON (invalid escape)
    "\"\\ud83d\""
    error: standard input, line 1, column 8: expected a JSON string, found invalid JSON (unexpected end of hex escape)
    "\"\\ud83dx\""
    error: standard input, line 1, column 8: expected a JSON string, found invalid JSON (unexpected end of hex escape)
    "{\"a\""
    error: standard input, line 1, column 4: expected a JSON string, found invalid JSON (EOF while parsing an object)
    "\u{feff}\"a\""
    error: standard input, line 1, column 1: expected a JSON string, found invalid JSON (expected value)
    "##);
}

#[test]
fn a_line_that_is_no_object() {
    let inputs = [
        "\"a\"",
        " [{}]",
        "\n",
        "{\"text\":\"a\"} {}",
        "{\"text\":\"a\",}",
        "{\"text\":\"a\"",
        "  {\"text\":",
    ];
    assert_snapshot!(messages(&OBJECTS, &inputs), @r##"
    "\"a\""
    error: standard input, line 1, column 1: expected a JSON object, found a string
    " [{}]"
    error: standard input, line 1, column 2: expected a JSON object, found an array
    "\n"
    error: standard input, line 1: expected a JSON object, found an empty line
    "{\"text\":\"a\"} {}"
    error: standard input, line 1, column 14: expected a JSON object, found invalid JSON (trailing characters)
    "{\"text\":\"a\",}"
    error: standard input, line 1, column 13: expected a JSON object, found invalid JSON (key must be a string)
    "{\"text\":\"a\""
    error: standard input, line 1, column 11: expected a JSON object, found invalid JSON (EOF while parsing an object)
    "  {\"text\":"
    error: standard input, line 1, column 10: expected a JSON object, found invalid JSON (EOF while parsing a value)
    "##);
}

#[test]
fn an_object_without_the_field() {
    let inputs = [
        "{}",
        "{\"a\":{\"text\":\"b\"}}",
        "{\"text\": 17}",
        " {\"text\":null}",
        "{\"text\":\"a\",\"text\":[]}",
        r#" {"text":"\udc00"}"#,
        r#" {"\udc00":0}"#,
    ];
    assert_snapshot!(messages(&OBJECTS, &inputs), @r##"
    "{}"
    error: standard input, line 1: expected an object with the key "text", found no such key
    "{\"a\":{\"text\":\"b\"}}"
    error: standard input, line 1: expected an object with the key "text", found no such key
    "{\"text\": 17}"
    error: standard input, line 1, column 10: expected a string for the key "text", found a number
    " {\"text\":null}"
    error: standard input, line 1, column 10: expected a string for the key "text", found null
    "{\"text\":\"a\",\"text\":[]}"
    error: standard input, line 1, column 20: expected a string for the key "text", found an array
    " {\"text\":\"\\udc00\"}"
    error: standard input, line 1, column 16: expected a string for the key "text", found invalid JSON (lone leading surrogate in hex escape)
    " {\"\\udc00\":0}"
    error: standard input, line 1, column 9: expected a JSON object, found invalid JSON (lone leading surrogate in hex escape)
    "##);
}

#[test]
fn the_file_and_the_line_are_named() {
    let path = file("errors-line.jsonl", "\"a\"\n\"b\"\n{}\n");
    let path = path.to_str().unwrap();
    let run = support::run(&["convert", "--ndjson", path], "");
    assert_eq!(run.stdout, "\"<p>a</p>\"\n\"<p>b</p>\"\n");
    assert_snapshot!(
        run.stderr.replace(path, "FILE"),
        @"error: FILE, line 3, column 1: expected a JSON string, found an object"
    );
}

/// A file with a hole is as long as it says, and takes no room.
#[test]
#[cfg(target_os = "linux")]
fn a_message_over_the_limit() {
    let path = file("errors-long.txt", "");
    std::fs::File::options().write(true).open(&path).unwrap().set_len(u64::from(u32::MAX)).unwrap();
    let text = message(&["convert", path.to_str().unwrap()], "");
    std::fs::remove_file(&path).unwrap();
    assert_snapshot!(
        text.replace(path.to_str().unwrap(), "FILE"),
        @"error: FILE: the message is longer than 4294967294 bytes, the limit"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_is_full() {
    for args in [&["demo"][..], &["convert"], &STRINGS] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let input = std::fs::File::open(file("errors-full.txt", "\"a\"")).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_wamark"))
            .args(args)
            .stdin(input)
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(text, "error: standard output: no space left\n");
    }
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    use std::io::{Read as _, Write as _};
    for args in [&["demo"][..], &["convert"], &STRINGS, &["completions", "bash"], &["man"]] {
        let mut child = start(args);
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().unwrap();
        // A command that does not read may be gone by now.
        let _ = stdin.write_all(b"\"a\"\n");
        // Lines are answered as they come; one message must come to its end.
        let stdin = (args == STRINGS).then_some(stdin);
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        assert_eq!((child.wait().unwrap().code(), stderr.as_str()), (Some(0), ""), "{args:?}");
        drop(stdin);
    }
}
