//! Which dialect a text is in: what people, models, shops and CRMs write, judged one by one.

#[path = "support/dialects.rs"]
mod dialects;
#[path = "support/foreign.rs"]
mod foreign;
#[path = "../benches/inputs/mod.rs"]
mod inputs;
#[path = "support/texts.rs"]
#[allow(dead_code, reason = "nothing is shortened here")]
mod texts;

use wamark::dialect::{Detection, Dialect, Reason, Sign, detect};

#[track_caller]
fn check(dialect: Dialect, texts: &[&str]) {
    let wrong: Vec<String> = texts
        .iter()
        .map(|text| (text, detect(text)))
        .filter(|(_, found)| found.dialect() != dialect)
        .map(|(text, found)| format!("{} for {:?}: {text:?}", found.dialect(), signs(&found)))
        .collect();
    assert!(wrong.is_empty(), "not {dialect}:\n{}", wrong.join("\n"));
}

fn signs(detection: &Detection) -> Vec<&'static str> {
    detection.reasons().iter().map(|reason| reason.sign.as_str()).collect()
}

#[test]
fn plain_text() {
    check(Dialect::Plain, dialects::PLAIN);
}

#[test]
fn whatsapp() {
    check(Dialect::WhatsApp, dialects::WHATSAPP);
}

#[test]
fn markdown() {
    check(Dialect::Markdown, dialects::MARKDOWN);
}

#[test]
fn html() {
    check(Dialect::Html, dialects::HTML);
}

/// The signs and what stands at them.
#[track_caller]
fn reasons(text: &str, expected: &[(Sign, &str)]) {
    let detection = detect(text);
    let found: Vec<(Sign, &str)> = detection
        .reasons()
        .iter()
        .map(|reason| (reason.sign, &text[reason.span.range()]))
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn reasons_name_what_was_found_and_where() {
    use Sign::*;
    reasons("plain", &[]);
    reasons("*a* ~b~", &[(SingleAsterisk, "*a*"), (SingleTilde, "~b~")]);
    reasons("• a", &[(DotBullet, "• a")]);
    reasons("a\u{200E}*b*", &[(InvisibleCharacter, "\u{200E}"), (SingleAsterisk, "*b*")]);
    reasons(
        "_a_ `b`\n- c\n> d\n1. e\n```\nf\n```",
        &[(Shared, "_a_"), (Shared, "`b`"), (Shared, "- c"), (Shared, "> d")],
    );
    reasons(
        "**a** ***b*** __c d__ ~~e~~",
        &[
            (DoubleAsterisk, "**a**"),
            (TripleAsterisk, "***b***"),
            (DoubleUnderscore, "__c d__"),
            (DoubleTilde, "~~e~~"),
        ],
    );
    reasons("# A\n## b", &[(Heading, "# A"), (Heading, "## b")]);
    reasons("Title\n-----\n\na", &[(SetextHeading, "Title\n-----")]);
    reasons("a\n\n---\n\nb", &[(ThematicBreak, "---")]);
    reasons(
        "[a](https://b.c/d_(e)) ![f](g.png \"h\") <https://i.j>",
        &[
            (Link, "[a](https://b.c/d_(e))"),
            (Image, "![f](g.png \"h\")"),
            (Autolink, "<https://i.j>"),
        ],
    );
    reasons(
        "[a][b] [B] c[^1]\n\n[b]: https://d.e\n[^1]: f",
        &[(ReferenceLink, "[a][b]"), (ReferenceLink, "[B]"), (Footnote, "[^1]")],
    );
    reasons("a\n|b|c|\n|-|-|\n|d|e|", &[(Table, "|b|c|\n|-|-|")]);
    reasons("```py\na\n```", &[(FenceLanguage, "```py"), (Shared, "```py\na\n```")]);
    reasons("~~~\na\n~~~", &[(TildeFence, "~~~")]);
    reasons("- [ ] a", &[(Shared, "- [ ] a"), (TaskBox, "- [ ] a")]);
    reasons("- a\n  - b", &[(Shared, "- a"), (NestedList, "  - b")]);
    reasons("a\\*b\nc\\\nd", &[(Escape, "\\*"), (HardBreak, "\\")]);
    reasons(
        "<p>a <a href=\"b\">c</a> &amp; d<br/></p>",
        &[
            (BlockTag, "<p>"),
            (InlineTag, "<a href=\"b\">"),
            (InlineTag, "</a>"),
            (Entity, "&amp;"),
            (BlockTag, "<br/>"),
            (BlockTag, "</p>"),
        ],
    );
}

#[test]
fn nothing_in_code_is_a_sign_but_the_code() {
    for code in ["`{}`", "``{} ` ``", "```{}```", "```\n{}\n```", "````\n```\n{}\n````"] {
        for text in ["**a**", "[a](https://b.c)", "<p>a</p><br>&amp;&lt;&gt;", "a\\*\\*\\*"] {
            let detection = detect(&code.replace("{}", text));
            let signs = signs(&detection);
            assert!(signs.iter().all(|sign| *sign == "shared"), "{code:?} {text:?}: {signs:?}");
        }
    }
    // A fence that nobody closes hides the rest in Markdown, and is text in WhatsApp.
    reasons("```\n## a\n| b |\n|---|\n- [ ] c", &[(Sign::Shared, "- [ ] c")]);
}

/// All count, few are told, and of each kind one.
#[test]
fn reasons_are_few() {
    let many = "**a** ".repeat(1000) + "\n\n## b\n\n" + &"<p>c</p>".repeat(2000);
    let detection = detect(&many);
    assert_eq!(detection.dialect(), Dialect::Html);
    assert_eq!(
        signs(&detection),
        [[["double-asterisk"; 4].as_slice(), &["heading"]].concat(), vec!["block-tag"; 4]].concat()
    );

    let everything: String =
        dialects::ALL.iter().flat_map(|texts| texts.iter()).fold(String::new(), |all, text| {
            all + &text.replace("```", "`").replace("~~~", "") + "\n\n"
        }) + "~~~\na\n~~~\n\n```py\nb\n```\n";
    let detection = detect(&everything.repeat(3));
    let found = detection.reasons();
    assert!(found.len() <= 64, "{}", found.len());
    for sign in Sign::ALL {
        let count = found.iter().filter(|reason| reason.sign == *sign).count();
        assert!((1..=4).contains(&count), "{count} of {}", sign.as_str());
    }
    assert!(found.is_sorted_by_key(|reason| reason.span.start));
}

/// Spans are of the text as it came, whatever its line ends, and in order.
#[test]
fn reasons_lie_in_the_text() {
    let mut random = texts::Random(1);
    for seed in 0..20_000 {
        let text = foreign::dense(|n| random.below(n), seed % 3 == 0) + &texts::message(seed);
        for text in [text.replace("\r\n", "\n"), text.replace("\r\n", "\n").replace('\n', "\r\n")] {
            let detection = detect(&text);
            for reason in detection.reasons() {
                let piece = text.get(reason.span.range());
                assert!(piece.is_some_and(|piece| !piece.is_empty()), "{reason:?} of {text:?}");
            }
            assert!(detection.reasons().is_sorted_by_key(|reason| reason.span.start));
            let says = |dialect| detection.reasons().iter().any(|r| r.dialect() == dialect);
            let dialect = detection.dialect();
            assert!(dialect == Dialect::Plain || says(dialect), "{detection:?} of {text:?}");
        }
    }
}

/// What shops and people send in WhatsApp is never taken for anything else.
#[test]
fn messages_of_the_benchmarks() {
    for (kind, messages) in inputs::KINDS {
        for message in messages() {
            let found = detect(&message);
            let right = matches!(found.dialect(), Dialect::WhatsApp | Dialect::Plain);
            assert!(right, "{kind}: {message:?} {:?}", signs(&found));
        }
    }
}

/// Line ends make no difference.
#[test]
fn line_ends_make_no_difference() {
    for text in dialects::ALL.concat() {
        let dialect = detect(text).dialect();
        let unix = text.replace("\r\n", "\n");
        for end in ["\n", "\r\n", "\r"] {
            assert_eq!(detect(&unix.replace('\n', end)).dialect(), dialect, "{text:?}");
        }
    }
}

#[test]
fn types_go_everywhere() {
    fn anywhere<T: Clone + std::fmt::Debug + Eq + Send + Sync + Unpin + 'static>() {}
    anywhere::<(Detection, Dialect, Reason, Sign)>();
}

#[test]
fn names_and_sentences() {
    assert_eq!(Dialect::ALL.map(Dialect::as_str), ["plain", "whatsapp", "markdown", "html"]);
    assert_eq!(Dialect::Html.to_string(), "html");
    let mut names: Vec<&str> = Sign::ALL.iter().map(|sign| sign.as_str()).collect();
    for name in &names {
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Sign::ALL.len());
    for sign in Sign::ALL {
        let sentence = sign.to_string();
        assert!((20..90).contains(&sentence.len()), "{sentence}");
        assert_ne!(sign.dialect(), Dialect::Plain);
    }
}
