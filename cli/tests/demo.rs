//! `wamark demo`.

mod support;

use support::{output, run};

#[test]
fn everything_is_shown_in_its_turn() {
    let text = output(&["demo"], "");
    // No terminal, no codes.
    assert!(!text.contains('\u{1b}'));
    let titles: Vec<&str> = text.lines().filter(|line| line.starts_with("== ")).collect();
    insta::assert_snapshot!(titles.join("\n"), @r"
    == The message, as it is sent
    == How it looks  $ wamark convert --to ansi
    == HTML, as Close shows it (here a line for each block)  $ wamark convert
    == Plain text, for search and speech  $ wamark convert --to text
    == Markdown, for GitHub, for other chats, for language models  $ wamark convert --to markdown
    == Preview, one line of at most 60 characters
    == What is to be looked at before it is sent  $ wamark check
    == Payload for Close (here a line for each field)  $ wamark close create --lead-id lead_1 …
    == JSON: the tree, with the place of everything in the message  $ wamark convert --to json
    ");
}

#[test]
fn the_message_has_something_of_everything() {
    let text = output(&["demo"], "");
    for piece in [
        "<strong>",
        "<em>",
        "<s>",
        "<code>",
        "<pre><code>",
        "<ul>",
        "<ol>",
        "<li>",
        "<blockquote>",
        "2*3*4",
        "snake_case",
        "https://",
        "@1555",
        "…\n",
        "warning[clients-differ]: WhatsApp Web shows this in bold, and Android as it is typed",
        "note[unclosed-marker]: nothing closes this *",
        "1 warning, 1 note; ",
        "\"message_markdown\": \"*Your order",
        "\"type\": \"strong\"",
    ] {
        assert!(text.contains(piece), "{piece}");
    }
}

#[test]
fn what_is_shown_is_what_the_commands_give() {
    let text = output(&["demo"], "");
    let section = |title: &str| {
        let from = text.find(&format!("== {title}")).expect("the section");
        let body = &text[from..][text[from..].find("\n\n").expect("its body") + 2..];
        body[..body.find("\n\n== ").unwrap_or(body.len())].to_owned()
    };
    let message = section("The message");
    assert_eq!(section("Plain text"), output(&["convert", "--to", "text"], &message));
    assert_eq!(section("Markdown"), output(&["convert", "--to", "markdown"], &message));
    let found = run(&["check"], &message);
    assert_eq!((found.code, found.stdout), (Some(1), section("What is to be looked at") + "\n"));
    let create = [
        "close",
        "create",
        "--activity-at=2026-01-31T09:30:00+01:00",
        "--contact-id=cont_1",
        "--direction=outgoing",
        "--external-whatsapp-message-id=wamid.A1",
        "--lead-id=lead_1",
        "--local-phone=+1 650 333 4444",
        "--remote-phone=18183004000",
    ];
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert_eq!(json(&section("Payload for Close")), json(&output(&create, &message)));
    let lines = |html: &str| html.replace(['\n', ' '], "");
    assert_eq!(lines(&section("HTML")), lines(&output(&["convert"], &message)));
    assert!(section("Preview").chars().count() <= 60);
}
