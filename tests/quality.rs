//! How well it is said: what is lost, put in and cut where random texts are written and split.
//!
//! That it is right is told by other tests (`proof.rs`, `split.rs`); a text can be right and worse
//! than it was, as a loss that is reported is no fault. So all that writing costs is counted here,
//! and a change that moves a figure shows it.

#[path = "support/markdown_texts.rs"]
mod markdown_texts;
#[path = "support/pieces.rs"]
#[allow(dead_code, reason = "the pieces of other notations")]
mod pieces;
#[path = "support/texts.rs"]
#[allow(dead_code, reason = "the texts of another notation")]
mod texts;

use std::collections::BTreeMap;
use std::fmt;

use insta::assert_snapshot;
use markdown_texts::Kind;
use wamark::{
    Client, Document, Invisible, Loss, LossCode, MarkdownOptions, Parser, Part, Splitter, Unit,
};

/// What texts cost.
#[derive(Default)]
struct Costs {
    texts: u64,
    parts: usize,
    bytes: usize,
    invisible: usize,
    /// How often something was lost, and how many bytes of the source that concerned.
    losses: BTreeMap<LossCode, (usize, usize)>,
}

impl Costs {
    fn add_parts(&mut self, source: &str, parts: &[Part]) {
        let parts: Vec<_> =
            parts.iter().map(|part| (part.text.as_str(), part.losses.as_slice())).collect();
        self.add(source, &parts);
    }

    fn add(&mut self, source: &str, parts: &[(&str, &[Loss])]) {
        let invisible = |text: &str| text.chars().filter(|c| is_invisible(*c)).count();
        self.texts += 1;
        self.parts += parts.len();
        let own: usize = parts.iter().map(|(text, _)| invisible(text)).sum();
        self.invisible += own.saturating_sub(invisible(source));
        for (text, losses) in parts {
            self.bytes += text.len();
            for loss in losses.iter().filter(|loss| is_of_writing(loss.code)) {
                let (count, bytes) = self.losses.entry(loss.code).or_default();
                *count += 1;
                *bytes += loss.span.range().len();
            }
        }
    }
}

impl fmt::Display for Costs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { texts, parts, bytes, invisible, losses } = self;
        write!(f, "{texts} texts: {parts} parts, {bytes} bytes, {invisible} invisible")?;
        for (code, (count, bytes)) in losses {
            write!(f, "; {code} {count}: {bytes} bytes")?;
        }
        Ok(())
    }
}

/// Whether it is the writer that loses so; what readers do is told by the notation they read.
fn is_of_writing(code: LossCode) -> bool {
    matches!(code, LossCode::StyleDropped | LossCode::LiteralFormatted)
}

/// The marks and spaces that the writer may put in.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{34F}' | '\u{200A}')
}

/// What it costs to write the Markdown of a kind.
fn markdown(kind: Kind, invisible: Invisible) -> String {
    let mut costs = Costs::default();
    for text in (0..8_000).filter(|seed| Kind::of(*seed) == kind).map(markdown_texts::text) {
        let read = Document::from_markdown(&text, &MarkdownOptions::default());
        let written = read.to_whatsapp(invisible);
        costs.add(read.document().source(), &[(written.text.as_str(), &written.losses)]);
    }
    costs.to_string()
}

#[test]
fn markdown_in_which_all_can_be_said() {
    assert_snapshot!(markdown(Kind::Tame, Invisible::Allow), @"4000 texts: 4000 parts, 695509 bytes, 28450 invisible; style-dropped 57: 1053 bytes");
    assert_snapshot!(markdown(Kind::Tame, Invisible::Never), @"4000 texts: 4000 parts, 603906 bytes, 0 invisible; style-dropped 15697: 145520 bytes; literal-formatted 4847: 325836 bytes");
}

#[test]
fn markdown_in_which_much_stands_in_the_way() {
    assert_snapshot!(markdown(Kind::Wild, Invisible::Allow), @"2000 texts: 2000 parts, 368718 bytes, 16109 invisible; style-dropped 1740: 22683 bytes; literal-formatted 347: 35960 bytes");
    assert_snapshot!(markdown(Kind::Wild, Invisible::Never), @"2000 texts: 2000 parts, 314071 bytes, 0 invisible; style-dropped 8989: 93183 bytes; literal-formatted 2748: 197725 bytes");
}

#[test]
fn broken_markdown() {
    assert_snapshot!(markdown(Kind::Broken, Invisible::Allow), @"2000 texts: 2000 parts, 224403 bytes, 9246 invisible; style-dropped 930: 12004 bytes; literal-formatted 157: 16537 bytes");
    assert_snapshot!(markdown(Kind::Broken, Invisible::Never), @"2000 texts: 2000 parts, 192965 bytes, 0 invisible; style-dropped 4873: 51717 bytes; literal-formatted 1780: 106662 bytes");
}

/// What it costs to split messages that are read as a client does.
fn messages(client: Client, limit: usize, invisible: Invisible) -> String {
    let mut costs = Costs::default();
    let limit = limit.try_into().expect("not 0");
    for (seed, unit) in (0..1_500).zip(Unit::ALL.iter().cycle()) {
        let number = seed % 8 < 4;
        let text = [texts::message(seed), texts::message(seed + 1_500)].join("\n");
        let document = Parser::new().client(client).parse(&text);
        let splitter = Splitter::new(limit, *unit).number(number).invisible(invisible);
        costs.add_parts(&text, &splitter.split(&document));
    }
    costs.to_string()
}

#[test]
fn messages_split_at_sensible_limits() {
    assert_snapshot!(messages(Client::Web, 100, Invisible::Allow), @"1500 texts: 1855 parts, 135005 bytes, 392 invisible; style-dropped 7: 49 bytes; literal-formatted 26: 1676 bytes");
    assert_snapshot!(messages(Client::Android, 60, Invisible::Allow), @"1500 texts: 2832 parts, 139085 bytes, 1007 invisible; style-dropped 72: 620 bytes; literal-formatted 2: 116 bytes");
    assert_snapshot!(messages(Client::Web, 40, Invisible::Never), @"1500 texts: 4223 parts, 140822 bytes, 0 invisible; style-dropped 568: 3034 bytes; literal-formatted 503: 11812 bytes");
}

#[test]
fn markdown_split() {
    let mut costs = Costs::default();
    let splitter = Splitter::new(60.try_into().expect("not 0"), Unit::CodePoints);
    for text in (0..3_000).map(markdown_texts::text) {
        let document = Document::from_markdown(&text, &MarkdownOptions::default()).into_document();
        costs.add_parts(document.source(), &splitter.split(&document));
    }
    assert_snapshot!(costs, @"3000 texts: 8131 parts, 476722 bytes, 19230 invisible; style-dropped 769: 5832 bytes; literal-formatted 175: 8306 bytes");
}

#[test]
fn messages_split_at_limits_too_small() {
    assert_snapshot!(messages(Client::Web, 20, Invisible::Allow), @"1500 texts: 9487 parts, 169354 bytes, 1347 invisible; style-dropped 111: 1161 bytes; literal-formatted 31: 601 bytes");
    assert_snapshot!(messages(Client::Android, 7, Invisible::Allow), @"1500 texts: 21390 parts, 123970 bytes, 633 invisible; style-dropped 3480: 8194 bytes; literal-formatted 3: 22 bytes");
}
