//! `wamark check`: its formats, profiles, and exit codes.

mod support;

use insta::assert_snapshot;
use serde_json::{Value, json};
use support::{Run, file, message, output, run};

const MESSAGE: &str = "See *https://ex.com/a*\n>Shall we?\n这是*重点*内容";

/// What was written, where the exit code is that of findings.
#[track_caller]
fn found(args: &[&str], input: &str) -> String {
    let Run { code, stdout, stderr } = run(args, input);
    assert_eq!((code, stderr.as_str()), (Some(1), ""), "{args:?}");
    stdout
}

#[test]
fn findings_show_their_lines_and_what_mends_them() {
    assert_snapshot!(found(&["check"], MESSAGE), @r"
    warning[marker-glued-to-url]: a * stands right behind a URL
     --> standard input:1:6
      |
    1 | See *https://ex.com/a*
      |      ^^^^^^^^^^^^^^^^^
      |
    help: end the formatting before the URL
      |
    1 - See *https://ex.com/a*
    1 + See https://ex.com/a
      |

    warning[quote-not-a-quote]: without a space behind the >, this is no quote
     --> standard input:2:1
      |
    2 | >Shall we?
      | ^
      |
    help: add a space
      |
    2 | > Shall we?
      |  +

    warning[marker-in-word]: a letter stands right before and behind the markers
     --> standard input:3:3
      |
    3 | 这是*重点*内容
      |     ^^^^^^
      |
      = help: put a space between, or leave the markers out

    3 warnings; 42 of 4096 code points
    ");
}

#[test]
fn very_long_lines_are_cut_and_columns_are_those_of_the_whole() {
    let text = format!("{}这是*重点*内容{}", "x ".repeat(3000), " y".repeat(3000));
    let shown = found(&["check", "--profile", "app"], &text).replace(" \n", "\n");
    assert_snapshot!(shown, @r"
    warning[marker-in-word]: a letter stands right before and behind the markers
     --> standard input:1:6003
      |
     :::
    1 | ...x x x x x x x x x x x x x x x x x x x x x x x x x x x x x 这是*重点*内容 y y y y y y y y y y y y y y y y y y y y y y y y y y y y y...
      |                                                                  ^^^^^^
      |
      = help: put a space between, or leave the markers out

    1 warning; 12008 of 65536 code points
    ");
}

#[test]
fn nothing_found_is_said_and_is_no_failure() {
    assert_snapshot!(output(&["check"], "Hi *Ana*, see you."), @r"nothing found; 18 of 4096 code points");
    assert_snapshot!(output(&["check", "--profile", "close"], "Hi"), @r"nothing found; 2 code points");
    let empty =
        r#"{"profile":"twilio","count":2,"limit":1600,"unit":"code-points","diagnostics":[]}"#;
    let args = ["check", "--profile", "twilio", "--format", "json"];
    assert_eq!(output(&args, "Hi"), format!("{empty}\n"));
}

#[test]
fn json_is_as_agreed() {
    let found: Value =
        serde_json::from_str(&found(&["check", "--format", "json"], ">é\r\n>é")).unwrap();
    let message = "without a space behind the >, this is no quote";
    let entry = |start: u64| {
        json!({
            "code": "quote-not-a-quote", "severity": "warning",
            "message": message, "help": "add a space",
            "start": start, "end": start + 1,
            "fix": { "edits": [{ "start": start + 1, "end": start + 1, "text": " " }] },
        })
    };
    // Places are those of the input, with its carriage returns; the count is of what is shown.
    let expected = json!({
        "profile": "cloud-text", "count": 5, "limit": 4096, "unit": "code-points",
        "diagnostics": [entry(0), entry(5)],
    });
    assert_eq!(found, expected);
}

#[test]
fn sarif_is_valid_and_has_the_places() {
    let schema = include_str!("data/sarif-2.1.0.json");
    let mut schema: Value = serde_json::from_str(schema).unwrap();
    // The patterns there have a bracket too many, which is an error for most.
    for definition in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][definition]["properties"]["language"];
        assert!(language.as_object_mut().unwrap().remove("pattern").is_some());
    }
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let path = file("ist das gut?.txt", MESSAGE);
    let path = path.to_str().unwrap();
    for (args, input) in [
        (&["check", "--format", "sarif"][..], MESSAGE),
        (&["check", "--format", "sarif"], "\u{1B}*a \u{202E}b\n\n```x *"),
        (&["check", "--format", "sarif", path], ""),
    ] {
        let log: Value = serde_json::from_str(&found(args, input)).unwrap();
        let errors: Vec<String> = validator.iter_errors(&log).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0], "{log:#}");
    }
    let log: Value =
        serde_json::from_str(&found(&["check", "--format", "sarif", path], "")).unwrap();
    let result = &log["runs"][0]["results"][2];
    assert_eq!(result["ruleId"], "marker-in-word");
    let rule = result["ruleIndex"].as_u64().unwrap();
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    assert_eq!(rules[usize::try_from(rule).unwrap()]["id"], "marker-in-word");
    let place = &result["locations"][0]["physicalLocation"];
    let region = json!({
        "startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 7,
        "byteOffset": 40, "byteLength": 8,
    });
    assert_eq!(place["region"], region);
    let uri = place["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.ends_with("/ist%20das%20gut%3F.txt"), "{uri}");
    let clean = output(&["check", "--format", "sarif"], "Hi");
    assert!(validator.is_valid(&serde_json::from_str(&clean).unwrap()));
}

#[test]
fn one_client_alone_differs_from_none() {
    let args = ["check", "--format", "json"];
    assert!(found(&args, "50€*net*").contains("clients-differ"));
    for client in ["web", "android"] {
        output(&[&args[..], &["--client", client]].concat(), "[*net*]");
    }
}

#[test]
fn lines_are_checked_each() {
    let run = run(&["check", "--ndjson"], "\"fine\"\n\">so\"\n\"fine\"\n");
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let codes = |line: &str| -> Vec<Value> {
        let object: Value = serde_json::from_str(line).unwrap();
        let found = object["diagnostics"].as_array().unwrap().iter();
        found.map(|found| found["code"].clone()).collect()
    };
    let codes: Vec<_> = run.stdout.lines().map(codes).collect();
    assert_eq!(codes, [vec![], vec![json!("quote-not-a-quote")], vec![]]);
    output(&["check", "--ndjson"], "\"fine\"\n\"fine\"\n");
    let args = ["check", "--ndjson", "--field", "text", "--into", "found"];
    let line = output(&args, "{\"text\":\"fine\",\"id\":1}\n");
    let object: Value = serde_json::from_str(&line).unwrap();
    assert_eq!((&object["id"], &object["found"]["count"]), (&json!(1), &json!(4)));
}

#[test]
fn wrong_usage_and_bad_input_are_no_findings() {
    assert_snapshot!(message(&["check", "--profile", "fax"], ""), @r"
    error: invalid value 'fax' for '--profile <NAME>'
      [possible values: app, cloud-text, cloud-caption, cloud-template-body, cloud-template-parameter, cloud-template-button, cloud-interactive-body, cloud-header, cloud-footer, cloud-button, cloud-row-title, cloud-row-description, twilio, 360dialog, close]

    For more information, try '--help'.
    ");
    assert_snapshot!(message(&["check", "--ndjson", "--format", "sarif"], ""), @r"
    error: the argument '--ndjson' needs '--format json', which is its default

    Usage: wamark check [OPTIONS] [FILE]

    For more information, try '--help'.
    ");
    assert_snapshot!(message(&["check"], b"a\xFF"), @r"error: standard input: expected UTF-8, found the byte 0xff at offset 1");
}
