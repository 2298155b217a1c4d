//! The model of the Android client: every worked example, examples of what those leave open, and
//! what holds for every message.

#[path = "support/android.rs"]
mod model;
#[path = "support/texts.rs"]
mod texts;

use model::{Kind, Range, neutral, ranges};
use serde_json::Value;

/// Android's result stands under `android` where it differs from the Web client's.
#[test]
fn the_model_gives_each_vector() {
    let vectors = include_str!("vectors/whatsapp.jsonl");
    let mut wrong = Vec::new();
    let mut differ = 0;
    for line in vectors.lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let [id, input] = ["id", "input"].map(|key| vector[key].as_str().unwrap());
        let own = vector["android"].as_str();
        differ += usize::from(own.is_some());
        let expected = own.or(vector["expected"].as_str()).unwrap();
        let got = neutral(input);
        if got != expected {
            wrong.push(format!("{id} {input:?}\n  expected {expected:?}\n  got      {got:?}"));
        }
    }
    assert!(vectors.lines().count() >= 480 && differ >= 86, "vectors are missing");
    assert!(wrong.is_empty(), "{} vectors:\n{}", wrong.len(), wrong.join("\n"));
}

/// Worked out by hand.
const EXAMPLES: &[(&str, &str)] = &[
    // White space is Java's everywhere: in monospace and behind the mark of a quote, too.
    ("```\u{A0}```", "<p><pre>\u{A0}</pre></p>"),
    ("```\u{1C}```", "<p>```\u{1C}```</p>"),
    ("> \u{A0}", "<blockquote>\u{A0}</blockquote>"),
    ("> \u{FEFF}q", "<blockquote>\u{FEFF}q</blockquote>"),
    ("> \u{3000}q", "<p>&gt; \u{3000}q</p>"),
    ("> \u{1C}q", "<p>&gt; \u{1C}q</p>"),
    ("*b\u{1C}*", "<p>*b\u{1C}*</p>"),
    ("_\u{2007}b\u{202F}_", "<p><i>\u{2007}b\u{202F}</i></p>"),
    // Marks of items.
    ("- \tx\n* ", "<ul><li>\tx</li><li></li></ul>"),
    ("-\u{A0}x", "<p>-\u{A0}x</p>"),
    ("1٢. x", "<ol start=\"12\"><li>x</li></ol>"),
    ("٠٣. x\n٤. y\n٤. z", "<ol start=\"3\"><li>x</li><li>y</li><li value=\"4\">z</li></ol>"),
    ("\u{1D7D7}. x", "<ol start=\"9\"><li>x</li></ol>"),
    ("\u{1D7D8}. x", "<ol start=\"0\"><li>x</li></ol>"),
    ("12٣. x", "<p>12٣. x</p>"),
    ("1. \n1.  x\n9. \tx", "<ol><li></li></ol><p>1.  x</p><ol start=\"9\"><li>\tx</li></ol>"),
    ("1.*b*", "<p>1.<b>b</b></p>"),
    // Behind a closer: letters and digits by code point, and nothing else of a word.
    ("*b*\u{1D400}", "<p>*b*\u{1D400}</p>"),
    ("*b*ª", "<p>*b*ª</p>"),
    ("*b*٣", "<p>*b*٣</p>"),
    ("*b*²", "<p><b>b</b>²</p>"),
    ("*b*\u{301}", "<p><b>b</b>\u{301}</p>"),
    ("_b_Ⅳ", "<p><i>b</i>Ⅳ</p>"),
    // A keycap's `*` neither opens nor closes.
    ("*\u{FE0F}b*", "<p>*\u{FE0F}b*</p>"),
    ("*b*\u{FE0F}", "<p>*b*\u{FE0F}</p>"),
    ("*b*\u{20E3} c*", "<p><b>b*\u{20E3} c</b></p>"),
    ("_b_\u{FE0F}", "<p><i>b</i>\u{FE0F}</p>"),
    // An empty span only closes the slot.
    ("**.*", "<p>**.*</p>"),
    ("*** a*", "<p>*** a*</p>"),
    ("_**_", "<p><i>**</i></p>"),
    ("_~~ *b_ c*", "<p><i>~~ *b</i> c*</p>"),
    // Closing empties the slots opened inside, and those only.
    ("*a _b ~c_ d* e~", "<p><b>a <i>b ~c</i> d</b> e~</p>"),
    ("*a ```b* c``` d```", "<p><b>a ```b</b> c<pre> d</pre></p>"),
    ("`a *b* _c` d_", "<p><code>a *b* _c</code> d_</p>"),
    ("*a `*b* c`", "<p><b>a `*b</b> c`</p>"),
    ("_a `*b* c` d_", "<p><i>a <code>*b* c</code> d</i></p>"),
    ("```a *b* ~c```d~", "<p><pre>a *b* ~c</pre>d~</p>"),
    // A backtick next to a backtick neither opens nor closes code.
    ("`a`` b`", "<p><code>a`` b</code></p>"),
    ("``a `b` c`", "<p>``a <code>b</code> c`</p>"),
    // A fence, three backticks of which may be part of longer runs.
    ("```````", "<p><pre>`</pre></p>"),
    ("``` `````", "<p><pre> `</pre>`</p>"),
    ("```a``````", "<p><pre>a</pre>```</p>"),
    ("```a````` b```", "<p><pre>a</pre>`` b```</p>"),
    ("`a ```b``` `", "<p>`a <pre>b</pre> `</p>"),
    ("*a* ```*b*``` *c*", "<p><b>a</b> <pre>*b*</pre> <b>c</b></p>"),
    ("*a\n```b*\n``` _c_", "<p>*a<br><pre>b*\n</pre> <i>c</i></p>"),
    // Only monospace that is closed takes a mark away.
    ("- a ```b *c*", "<ul><li>a ```b <b>c</b></li></ul>"),
    ("> a ```b\n- *c*", "<blockquote>a ```b</blockquote><ul><li><b>c</b></li></ul>"),
    (
        "- a ```b``` ```c\nd``` e\n- f",
        "<p>- a <pre>b</pre> <pre>c\nd</pre> e</p><ul><li>f</li></ul>",
    ),
    ("- a ```b\n```\n- c", "<p>- a <pre>b\n</pre></p><ul><li>c</li></ul>"),
    ("```a\n> b``` c\n> d", "<p><pre>a\n&gt; b</pre> c</p><blockquote>d</blockquote>"),
    ("```\n```\n- a", "<p>```<br>```</p><ul><li>a</li></ul>"),
    // CR is LF, nothing is nothing.
    ("* a\r\n*b\r*", "<ul><li>a</li></ul><p>*b<br>*</p>"),
    ("", ""),
];

#[test]
fn examples() {
    for &(input, expected) in EXAMPLES {
        assert_eq!(neutral(input), expected, "{input:?}");
    }
}

/// In bytes, in order, with markers; an item ends before the line feed, a quote line behind it.
#[test]
fn positions() {
    let range = |kind, start, end| Range { kind, start, end };
    assert_eq!(
        ranges("> é *b*\n- `c` ```d\n``` _ü_\n- x\n"),
        [
            range(Kind::Quote, 0, 9),
            range(Kind::Bold, 5, 8),
            range(Kind::InlineCode, 11, 14),
            range(Kind::Monospace, 15, 23),
            range(Kind::Italic, 24, 28),
            range(Kind::BulletedItem, 29, 32),
        ]
    );
}

/// The only characters behind which a marker opens.
#[test]
fn characters_before_an_opener() {
    let white_space = "\t\n\u{B}\u{C}\r\u{1C}\u{1D}\u{1E}\u{1F} \u{1680}\u{2000}\u{2001}\u{2002}\
        \u{2003}\u{2004}\u{2005}\u{2006}\u{2008}\u{2009}\u{200A}\u{2028}\u{2029}\u{205F}\u{3000}";
    let others = "_*.,:\"(/;\u{200E}\u{200F}\u{2066}\u{2067}\u{2068}\u{202D}\u{202E}";
    for c in '\0'..=char::MAX {
        let start = c.len_utf8();
        let span = Range { kind: Kind::Strikethrough, start, end: start + 3 };
        let opens = white_space.contains(c) || others.contains(c);
        assert_eq!(ranges(&format!("{c}~b~")).contains(&span), opens, "{c:?}");
    }
}

/// The first two ranges that are not as they must be: one span at a time closes, so ranges never
/// cross; nothing is in code, or in itself.
fn breach(text: &str) -> Option<String> {
    let ranges = ranges(&model::normalise(text));
    for (i, a) in ranges.iter().enumerate() {
        for b in &ranges[i + 1..] {
            let apart = a.end <= b.start;
            let inside = a.start < b.start && b.end <= a.end && a.kind != b.kind;
            let code = matches!(a.kind, Kind::InlineCode | Kind::Monospace);
            if !(apart || inside && !code) {
                return Some(format!("{a:?} {b:?}"));
            }
        }
    }
    None
}

#[test]
fn ranges_are_nested() {
    for seed in 0..20_000 {
        let text = texts::message(seed);
        if breach(&text).is_some() {
            let text = texts::shrink(&text, |text| breach(text).is_some());
            panic!("seed {seed}: {text:?}: {:?}", breach(&text));
        }
    }
}
