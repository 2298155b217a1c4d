//! HTML in, WhatsApp text out, for random HTML that is dense in markers: nothing invisible is put in
//! where none may be, and both clients show the text alike, by their slow models.
//!
//! `WAMARK_MESSAGES=1000000 cargo test --release --test html_proof -- --nocapture` for a long run.

#[path = "support/from_html.rs"]
mod from_html;
#[path = "support/proof.rs"]
mod proof;

use from_html::{clients_differ, convert, new_invisible};
use proof::glyphs::is_put_in;
use proof::texts::{PIECES, Random};
use wamark::{Conversion, Invisible, LossCode};

const TAGS: &[&str] = &[
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<s>",
    "</s>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<p>",
    "</p>",
    "<br>",
    "<ul>",
    "</ul>",
    "<ol start=9>",
    "</ol>",
    "<li>",
    "<blockquote>",
    "</blockquote>",
    "<h1>",
    "</h1>",
    "<a href='https://ex.com/a_b'>",
    "<a href='mailto:a@b.co'>",
    "</a>",
    "<img alt='x' src='https://ex.com/*.png'>",
    "<hr>",
];

fn messages() -> u64 {
    std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().expect("a number"))
}

/// The HTML of a seed: tags in any order, and text of all that means something to WhatsApp. No
/// table: its head may be shown more than once.
fn html(seed: u64) -> String {
    let mut random = Random(seed.wrapping_mul(0xA24B_AED4_963E_E407));
    let piece = |random: &mut Random| match random.below(3) {
        0 => TAGS[random.below(TAGS.len())],
        // What could begin a tag is text.
        _ => match PIECES[random.below(PIECES.len())] {
            "<" => "&lt;",
            "&" => "&amp;",
            piece => piece,
        },
    };
    (0..random.below(30)).map(|_| piece(&mut random)).collect()
}

#[test]
fn nothing_invisible_where_none_may_be() {
    let mut kinds = std::collections::BTreeMap::new();
    for seed in 0..messages() {
        let html = html(seed);
        let text = convert(&html, Invisible::Never).text;
        assert_eq!(new_invisible(&html, &text), None, "{html:?} → {text:?}");
        for c in text.chars().filter(|c| is_put_in(*c)) {
            *kinds.entry(c).or_insert(0) += 1;
        }
    }
    println!("{} texts of HTML; what was in them before: {kinds:?}", messages());
    assert!(kinds.len() >= 8, "{kinds:?}");
}

/// Unless it says otherwise.
#[test]
fn both_clients_show_the_same() {
    let mut reported = 0;
    for seed in 0..messages() {
        let html = html(seed);
        let Conversion { text, losses } = convert(&html, Invisible::Allow);
        if losses.iter().any(|loss| loss.code == LossCode::LiteralFormatted) {
            reported += 1;
            continue;
        }
        assert_eq!(clients_differ(&text), None, "{html:?} → {text:?}");
    }
    println!("{} texts of HTML, {reported} with literal markers in URLs", messages());
    assert!(reported * 20 <= messages(), "{reported}");
}
