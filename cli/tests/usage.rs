//! Arguments: wrong ones, help, and the commands that print about wamark itself.

mod support;

use insta::assert_snapshot;
use support::{message, output};

#[test]
fn html_presets_need_html() {
    let text = message(&["convert", "--to", "text", "--html", "close"], "");
    assert_snapshot!(text, @r"
    error: the argument '--html <PRESET>' needs '--to html'

    Usage: wamark convert [OPTIONS] [FILE]

    For more information, try '--help'.
    ");
    for to in ["markdown", "ansi", "json"] {
        assert_eq!(message(&["convert", "--html", "close", "--to", to], ""), text);
    }
}

#[test]
fn field_and_into_need_each_other_and_ndjson() {
    for args in [
        &["--field", "a"][..],
        &["--into", "a"],
        &["--field", "a", "--into", "b"],
        &["--ndjson", "--field", "a"],
        &["--ndjson", "--into", "a"],
    ] {
        let text = message(&[&["convert"], args].concat(), "");
        let first = "error: the following required arguments were not provided:\n";
        assert!(text.starts_with(first), "{text}");
    }
    let text = message(&["convert", "--ndjson", "--field", "a"], "");
    assert_eq!(text.lines().nth(1), Some("  --into <NAME>"));
}

#[test]
fn unknown_words_are_refused() {
    for args in [
        &["no-such-command"][..],
        &["convert", "--no-such-flag"],
        &["convert", "--from", "rtf"],
        &["convert", "--to", "pdf"],
        &["convert", "--html", "loud"],
        &["convert", "--client", "fax"],
        &["convert", "one", "two"],
        &["completions", "csh"],
        &["completions"],
        &["man", "woman"],
    ] {
        assert!(message(args, "").starts_with("error: "), "{args:?}");
    }
    assert!(message(&[], "").contains("Usage: wamark <COMMAND>"));
}

#[test]
fn every_command_has_help_with_examples() {
    for command in [
        &[][..],
        &["demo"],
        &["convert"],
        &["check"],
        &["fix"],
        &["split"],
        &["profiles"],
        &["close"],
        &["close", "create"],
        &["close", "update"],
        &["close", "list"],
        &["close", "get"],
        &["close", "delete"],
        &["close", "files"],
        &["close", "audit"],
        &["close", "plan"],
        &["close", "plan", "created"],
        &["close", "plan", "edited"],
        &["close", "plan", "deleted"],
        &["close", "webhook"],
        &["close", "cloud"],
        &["completions"],
        &["man"],
    ] {
        let text = output(&[command, &["--help"]].concat(), "");
        assert!(text.contains("Usage: wamark") && text.contains("\nExamples:\n  "), "{text}");
        assert!(!text.contains('\u{1b}'));
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    }
}

#[test]
fn the_version_is_the_package_s() {
    let version = concat!("wamark ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(output(&["--version"], ""), version);
    assert_eq!(output(&["-V"], ""), version);
}

#[test]
fn completions_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = output(&["completions", shell], "");
        for word in [
            "wamark",
            "convert",
            "ndjson",
            "field",
            "losses",
            "soft-breaks",
            "audit",
            "answer",
            "signature-key-file",
            "cloud",
        ] {
            assert!(script.contains(word), "{shell} lacks {word}");
        }
    }
}

#[test]
fn manual_pages() {
    let page = output(&["man"], "");
    assert!(page.contains(".TH wamark 1") && page.contains("wamark\\-convert(1)"), "{page}");
    let commands =
        ["demo", "convert", "check", "fix", "split", "profiles", "close", "completions", "man"];
    for command in commands {
        let page = output(&["man", command], "");
        let title = format!(".TH wamark-{command} 1");
        assert!(page.contains(&title) && page.contains("Examples:"), "{page}");
    }
}
