//! `wamark convert --ndjson --field NAME --into NAME`: objects in, one a line.

mod support;

use std::fmt::Write as _;

use support::output;

const ARGS: [&str; 6] = ["convert", "--ndjson", "--field", "text", "--into", "html"];

/// One line in, one line out.
#[track_caller]
fn check(line: &str, expected: &str) {
    assert_eq!(output(&ARGS, line), format!("{expected}\n"));
}

#[test]
fn the_result_is_one_more_key_at_the_end() {
    check(r#"{"text":"*a*"}"#, r#"{"text":"*a*","html":"<p><strong>a</strong></p>"}"#);
    check(r#"{"id":1,"text":"a","z":null}"#, r#"{"id":1,"text":"a","z":null,"html":"<p>a</p>"}"#);
}

#[test]
fn all_else_stays_byte_for_byte() {
    let rest = r#""big": 123456789012345678901234567890, "exp":1e400,"neg" : -0.0,"num":1.50,"esc":"\u0041\/\ud83d\ude00","deep":[{"text": 1 ,"html":[ ]}],"é":"😀""#;
    check(
        &format!(r#"{{ {rest}, "text" : "a" }}"#),
        &format!(r#"{{ {rest}, "text" : "a","html":"<p>a</p>" }}"#),
    );
    // Only white space around the object goes.
    check(" \t{ \"text\": \"a\" } \r\n", r#"{ "text": "a","html":"<p>a</p>" }"#);
}

#[test]
fn a_key_that_is_there_gets_a_new_value_where_it_stands() {
    check(
        r#"{"a":1, "html" : {"old":[1,2]} ,"text":"a","b":2}"#,
        r#"{"a":1, "html" : "<p>a</p>" ,"text":"a","b":2}"#,
    );
    check(r#"{"text":"a","html":null}"#, r#"{"text":"a","html":"<p>a</p>"}"#);
    // Twice means the same twice: whichever a reader takes, it is the new one.
    check(
        r#"{"html":1,"text":"a","html":2}"#,
        r#"{"html":"<p>a</p>","text":"a","html":"<p>a</p>"}"#,
    );
}

#[test]
fn the_last_of_two_fields_counts() {
    check(r#"{"text":1,"text":"b"}"#, r#"{"text":1,"text":"b","html":"<p>b</p>"}"#);
}

#[test]
fn keys_are_compared_as_what_they_say() {
    check(r#"{"te\u0078t":"a","\u0068tml":0}"#, r#"{"te\u0078t":"a","\u0068tml":"<p>a</p>"}"#);
}

#[test]
fn names_may_be_anything() {
    let args = ["convert", "--ndjson", "--field", "", "--into", "a\"\n😀"];
    assert_eq!(output(&args, r#"{"":"x"}"#), "{\"\":\"x\",\"a\\\"\\n😀\":\"<p>x</p>\"}\n");
    let same = ["convert", "--ndjson", "--field", "text", "--into", "text"];
    assert_eq!(output(&same, r#"{"a":1,"text":"x"}"#), "{\"a\":1,\"text\":\"<p>x</p>\"}\n");
}

#[test]
fn a_tree_goes_in_as_it_is() {
    let args = [&ARGS[..], &["--to", "json"]].concat();
    assert_eq!(
        output(&args, r#"{"text":""}"#),
        "{\"text\":\"\",\"html\":{\"type\":\"root\",\"children\":[],\
         \"position\":{\"start\":{\"offset\":0},\"end\":{\"offset\":0}}}}\n"
    );
}

#[test]
fn many_blocks_stay_in_order() {
    let (mut input, mut expected) = (String::new(), String::new());
    for n in 0..60_000 {
        let (text, pad) = (format!("_{n}_"), "x".repeat(n % 40));
        let _ = write!(input, "{{\"n\":{n},\"text\":\"{text}\",\"pad\":\"{pad}\"}}\r\n");
        let _ = writeln!(
            expected,
            "{{\"n\":{n},\"text\":\"{text}\",\"pad\":\"{pad}\",\"html\":\"<p><em>{n}</em></p>\"}}"
        );
    }
    assert!(input.len() > 2 << 20);
    assert!(output(&ARGS, &input) == expected);
}

#[test]
fn deep_values_do_no_harm() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    check(
        &format!(r#"{{"deep":{deep},"text":"a"}}"#),
        &format!(r#"{{"deep":{deep},"text":"a","html":"<p>a</p>"}}"#),
    );
}
