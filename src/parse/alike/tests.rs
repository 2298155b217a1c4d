//! What is sure, and that nothing else is.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::read_alike;
use crate::document::{Code, Document, Op};
use crate::parse::{Client, Parser};

fn parse(text: &str, client: Client) -> Document<'_> {
    Parser::new().links(false).client(client).parse(text)
}

fn keys(ops: &[Op]) -> Vec<(Code, u32, u32)> {
    ops.iter().map(|op| (op.code, op.start, op.end)).collect()
}

/// Whether it is sure of the text as Web reads it. What it is sure of is so, whichever client reads
/// it.
fn is_sure(text: &str) -> bool {
    let (web, android) = (parse(text, Client::Web), parse(text, Client::Android));
    let is_sure = read_alike(text, web.ops());
    if is_sure || read_alike(text, android.ops()) {
        assert_eq!(keys(web.ops()), keys(android.ops()), "{text:?}");
    }
    is_sure
}

#[test]
fn what_people_write_is_sure() {
    for text in [
        "a",
        "*a* _b_ ~c~ `d`\ne\n\n\n*_f_ g*",
        "- a\n- *b*: c\n\n1. a\n2. b\n> q\n> `q`\nt",
        "```\na *b\n\nc\n```\n\n_x_\n```\n``\n```\nb\n```\nc\n```",
        "snake_case 2 * 3 `a_b` *a*—b",
        "*a* https://e.com/a_b (www.e.com), *e.g.* README.md *x.org*.",
        "*über* €5 é*é \"*a*\"",
        "`d` e",
        "9. a\n10. b\n11. c\n100. d",
        "1.  a",
        "1.a\n-bc",
        "1\u{20E3}. a",
        "```\n```\n```",
        "```\n\n  a\n```",
    ] {
        assert!(is_sure(text), "{text:?}");
    }
}

#[test]
fn long_texts_are_sure() {
    assert!(is_sure(&("a ".repeat(40_000) + "\n\nb")));
    assert!(!is_sure(&("a".to_owned() + &"\n".repeat(70_000) + "b")));
}

#[test]
fn what_clients_differ_in_is_not_sure() {
    for text in [
        "[*a*]",
        "*a*\u{FE0F}",
        "- ",
        "• a",
        "``a``",
        "a ```b```",
        "*a* https://e.com/*a*",
        "https://e.com/_a_",
        "a:b https://e.com/_a_",
        "e.g. _a_ b www.e.com/_c_",
        "*a* https://e.com/b _c_ https://e.com/_d_",
        "*a _b* c_",
        "`*a* b`",
        "a\r\nb",
        "a\n",
        "\na",
        "*a",
        "```a\nb```",
        "> > a ```\nb\n```",
        "-  a",
        "- \na",
        "1\u{662}. a",
        "\u{662}. a",
        "```\n\u{A0}\n```",
        "```\n\u{1C}\n```",
        "```\n\u{A0}\n```\n```",
        "",
    ] {
        assert!(!is_sure(text), "{text:?}");
    }
}

/// What may stand beside a marker: usual characters, and such as the clients see otherwise.
const USUAL: [&str; 11] = ["", " ", ".", "(", "a", "1", "é", "€", "字", "👍", "\u{301}"];
const ODD: [&str; 7] = ["_", "~", "\u{A0}", "\u{1C}", "\u{200E}", "\u{FE0F}", "\u{20E3}"];

#[test]
fn all_kinds_of_characters_beside_markers() {
    for (before, is_usual) in USUAL.map(|s| (s, true)).into_iter().chain(ODD.map(|s| (s, false))) {
        for behind in USUAL.into_iter().chain(ODD) {
            let is_usual = is_usual && USUAL.contains(&behind);
            // An opener without a partner is never sure.
            for open in ["a *b{}*{}c", "a `b{}`{}c", "a{}*{}b", "a{}`{}b"] {
                is_sure(&fill(open, before, behind));
            }
            for closed in ["a{}*{}b* c", "*a{}*{}b* c", "a{}`{}b` c", "`a{}`{}b` c"] {
                let text = fill(closed, before, behind);
                let (web, android) = (parse(&text, Client::Web), parse(&text, Client::Android));
                let is_alike = keys(web.ops()) == keys(android.ops());
                assert!(is_sure(&text) || !is_usual || !is_alike, "{text:?}");
            }
        }
    }
}

fn fill(text: &str, before: &str, behind: &str) -> String {
    text.replacen("{}", before, 1).replacen("{}", behind, 1)
}

/// A tape that no client has: code holds no style, no style itself, and none crosses another.
#[test]
fn what_no_client_reads_is_not_sure() {
    use Code::{
        EnterBold, EnterInlineCode, EnterItalic, EnterParagraph, LeaveBold, LeaveInlineCode,
        LeaveItalic, LeaveParagraph,
    };
    for (text, inner) in [
        ("`a *b* c`", [(EnterInlineCode, 0), (EnterBold, 3), (LeaveBold, 5), (LeaveInlineCode, 8)]),
        ("*a *b* c*", [(EnterBold, 0), (EnterBold, 3), (LeaveBold, 5), (LeaveBold, 8)]),
        ("*a _b* c_", [(EnterBold, 0), (EnterItalic, 3), (LeaveBold, 5), (LeaveItalic, 8)]),
    ] {
        let mut ops = vec![Op::new(EnterParagraph, 0, 0, 5)];
        ops.extend(inner.map(|(code, at)| Op::new(code, at, at + 1, 0)));
        ops.push(Op::new(LeaveParagraph, 9, 9, 0));
        assert!(!read_alike(text, &ops), "{text:?}");
    }
}

#[test]
fn carriage_returns_are_not_sure() {
    let plain = parse("axb", Client::Web);
    assert!(read_alike("axb", plain.ops()) && !read_alike("a\rb", plain.ops()));
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[*_~`ab. :\n]",
        2 => "[()\\[>&1é€\u{A0}\u{1C}\u{200E}\u{FE0F}\u{20E3}-]",
        1 => prop::sample::select(vec![
            "*a* ", " _b c_", "`d`", "\n- ", "\n1. ", "\n> ", "\n```\n", "\n\n", "www.a.com/", "a.com",
            "https://e.com", "https://e.com/_a_", "•", " *_c_*", "```",
        ]).prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn what_is_sure_is_so(text in texts()) {
        is_sure(&text);
    }

    #[test]
    fn nothing_else_is_sure(text in texts(), at: prop::sample::Index, by in 0..6_u8) {
        let web = parse(&text, Client::Web);
        let mut ops = web.ops().to_vec();
        let at = at.index(ops.len());
        match by {
            0 => drop(ops.remove(at)),
            1 => ops.insert(at, ops[at]),
            2 => ops[at].start += 1,
            3 => ops[at].end += 1,
            4 => ops[at].code = Code::Break,
            _ => ops.truncate(at),
        }
        if keys(&ops) != keys(web.ops()) {
            prop_assert!(!read_alike(&text, &ops));
        }
    }
}
