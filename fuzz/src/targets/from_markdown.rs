//! Markdown in: both clients show what it says or it is reported, and the output is in proportion.

use arbitrary::{Arbitrary, Result, Unstructured};
use wamark::dialect::normalize;
use wamark::{Document, Headings, Invisible, Links, MarkdownOptions, SoftBreaks, Tables};

use super::input::{self, Text, one_of};
use super::support::from_markdown::{convert, moves, new_invisible, verdict};
use super::support::markdown;
use super::{hold, out_of_proportion, untruthful};

/// Markdown, and how it is read beside the default.
#[derive(Debug)]
struct Input {
    options: MarkdownOptions,
    text: String,
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let options = MarkdownOptions::default()
            .headings(one_of(u, &[Headings::Bold, Headings::BoldUpper, Headings::Plain])?)
            .links(one_of(u, &[Links::TextUrl, Links::Url, Links::Text])?)
            .soft_breaks(one_of(u, &[SoftBreaks::Newline, SoftBreaks::Space])?)
            .tables(one_of(u, &[Tables::Auto, Tables::Box, Tables::Cards, Tables::Bullets])?)
            .table_columns(u.arbitrary::<u8>()?.into());
        Ok(Self { options, text: Text::arbitrary(u)?.0 })
    }
}

/// Reads the Markdown that `data` stands for.
pub fn run(data: &[u8]) {
    let Some(Input { options, text }) = input::read(data) else { return };
    hold(&text, markdown::breach(&text));
    for invisible in [Invisible::Allow, Invisible::Never] {
        hold((&text, invisible), verdict(&text, invisible).err());
        let written = convert(&text, invisible);
        hold((&text, invisible), out_of_proportion(&text, &written));
        let again = moves(&written.text, invisible);
        hold((&text, &written), again.map(|again| format!("is written again as {again:?}")));
        if invisible == Invisible::Never {
            let new = new_invisible(&text, &written.text);
            hold((&text, &written), new.map(|c| format!("{c:?} is new")));
        }
    }
    let reading = Document::from_markdown(&text, &options);
    let written = reading.into_whatsapp(Invisible::Allow);
    hold((&text, &options), untruthful(&text, &written.losses));
    hold((&text, &options), out_of_proportion(&text, &written));
    let once = normalize(&text);
    let twice = normalize(&once);
    hold(&text, (once != twice).then(|| format!("is normal as {once:?}, then as {twice:?}")));
}
