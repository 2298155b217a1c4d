//! `normalize`: WhatsApp text of whatever comes, and a second time nothing.
//!
//! `WAMARK_MESSAGES=2000000 cargo test --release --test normalize` for a long run.

#![cfg(all(feature = "markdown", feature = "html"))]

#[path = "support/dialects.rs"]
mod dialects;
#[path = "support/foreign.rs"]
mod foreign;
#[path = "support/texts.rs"]
mod texts;

use std::borrow::Cow;

use proptest::prelude::*;
use proptest::sample::select;
use wamark::dialect::{Dialect, detect, normalize};

#[test]
fn whatsapp_and_plain_text_are_not_even_copied() {
    for text in [dialects::PLAIN, dialects::WHATSAPP].concat() {
        assert!(matches!(normalize(text), Cow::Borrowed(same) if same == text), "{text:?}");
    }
}

/// What one conversion gives is taken for what it is: WhatsApp text.
#[test]
fn one_conversion_is_enough() {
    for text in dialects::MARKDOWN {
        assert_eq!(normalize(text), wamark::from_markdown(text), "{text:?}");
    }
    // But for those that the next tests are about.
    let special = ["<b>Order", "*stars*", "**"];
    for text in dialects::HTML {
        if !special.iter().any(|piece| text.contains(piece)) {
            assert_eq!(normalize(text), wamark::from_html(text), "{text:?}");
        }
    }
}

/// WhatsApp text and Markdown come in paragraphs, and with their line feeds as elements.
#[test]
fn markers_in_html_that_has_no_styles() {
    for (html, text) in [
        ("Hi *Ana*<br>your ~old~ order", "Hi *Ana*\nyour ~old~ order"),
        ("<p>Hi *Ana* &amp; co</p><p>_bye_ *all*</p>", "Hi *Ana* & co\n\n_bye_ *all*"),
        ("<p>2*3*4 and *stars*</p>", "2*3*4 and *stars*"),
        ("<p>Hi **Ana**</p>", "Hi *Ana*"),
        ("<p><span>Hi **Ana**, *now*</span></p><ul><li>a</li></ul>", "Hi *Ana*, _now_\n\n- a"),
        // Who has styles does not mean markers.
        ("<p><b>Hi</b> *Ana*</p>", "*Hi* \u{34F}*Ana*"),
        ("<p>a*b <code>*c*</code></p>", "a*b `*c*`"),
        // Nor does who has none.
        ("<p>2*3*4, **** 1234</p>", "2*3*4, \u{34F}*\u{34F}*\u{34F}** 1234"),
    ] {
        assert_eq!(normalize(html), text, "{html:?}");
    }
}

/// Chat notations of HTML have no elements for lines.
#[test]
fn line_feeds_stay_where_html_makes_no_lines() {
    for (html, text) in [
        ("<b>Order 12</b>\nPizza\nPasta", "*Order 12*\nPizza\nPasta"),
        ("<b>a</b>\r\nb", "*a*\nb"),
        ("<p><b>a</b>\nb</p>", "*a* b"),
        ("<b>a</b>\n<pre>b\nc</pre>\nd", "*a*\n\n```\nb\nc\n```\n\nd"),
        ("<blockquote>a</blockquote>\nb", "> a\n\nb"),
    ] {
        assert_eq!(normalize(html), text, "{html:?}");
    }
}

/// An escape may be all that keeps a text from being Markdown: then it is converted as that, too.
#[test]
fn more_than_one_conversion() {
    for (text, once, rest) in [
        ("\\# A\\\nb", "# A\nb", "*A*\n\nb"),
        ("&lt;p&gt;a&lt;br&gt;b&lt;/p&gt;", "<p>a<br>b</p>", "a\nb"),
    ] {
        let converted = match detect(text).dialect() {
            Dialect::Html => wamark::from_html(text),
            _ => wamark::from_markdown(text),
        };
        assert_eq!((converted.as_str(), &*normalize(text)), (once, rest));
    }
}

/// Whether a second time changes anything.
fn moves(text: &str) -> bool {
    let once = normalize(text);
    normalize(&once) != once
}

#[test]
fn random_texts() {
    let texts: u64 = std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().unwrap());
    let mut changed = 0;
    for seed in 0..texts {
        let mut random = texts::Random(seed.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        let dense = foreign::dense(|n| random.below(n), seed.is_multiple_of(3));
        for text in [dense, texts::message(seed)] {
            if moves(&text) {
                let text = texts::shrink(&text, moves);
                panic!("{text:?} gives {:?}", normalize(&text));
            }
            changed += usize::from(matches!(normalize(&text), Cow::Owned(_)));
        }
    }
    println!("{changed} of {} changed", 2 * texts);
    assert!(changed > 0);
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn strings(pieces in prop::collection::vec(
        prop_oneof![3 => select(foreign::PIECES).prop_map(String::from), 1 => any::<String>()],
        0..30,
    )) {
        prop_assert!(!moves(&pieces.concat()));
    }
}

#[test]
fn texts_of_the_tables() {
    for text in dialects::ALL.concat() {
        assert!(!moves(text), "{text:?}");
    }
}

/// A message written as Markdown is Markdown, unless that is the same, and comes back as it was.
#[test]
fn there_and_back() {
    for text in [
        "*Hi* Ana, ~old~ _new_ `x`",
        "*Total:* 10 €\n*Due:* today",
        "- *a*\n- b\n\n1. c\n2. _d_",
        "> quoted *text*\n\nreply",
        "*Code*:\n\n```\nlet x = 2**3;\n```",
        "2*3*4 is *24*, snake_case",
    ] {
        let markdown = wamark::parse(text).to_markdown();
        assert_eq!(detect(&markdown).dialect(), Dialect::Markdown, "{markdown:?}");
        assert_eq!(normalize(&markdown), text, "{markdown:?}");
    }
    let markdown = wamark::parse("_a_\n\n- b").to_markdown();
    assert_eq!((detect(&markdown).dialect(), markdown.as_str()), (Dialect::WhatsApp, "_a_\n\n- b"));
}
