//! HTML in: both clients show the same, losses name pieces of it, what is let through is safe, and
//! the output is in proportion.

use arbitrary::{Arbitrary, Result, Unstructured};
use wamark::{Document, Headings, HtmlOptions, Invisible, Links, LossCode, Tables};

use super::input::{self, Text, one_of};
use super::support::from_html::{clients_differ, convert, new_invisible};
use super::support::from_markdown::moves;
use super::support::html_in::{breach, unsafe_html};
use super::{hold, out_of_proportion, untruthful};

/// HTML, and how it is read beside the default.
#[derive(Debug)]
struct Input {
    options: HtmlOptions,
    html: String,
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let options = HtmlOptions::default()
            .headings(one_of(u, &[Headings::Bold, Headings::BoldUpper, Headings::Plain])?)
            .links(one_of(u, &[Links::TextUrl, Links::Url, Links::Text])?)
            .tables(one_of(u, &[Tables::Auto, Tables::Box, Tables::Cards, Tables::Bullets])?)
            .table_columns(u.arbitrary::<u8>()?.into());
        Ok(Self { options, html: Text::arbitrary(u)?.0 })
    }
}

/// Reads the HTML that `data` stands for.
pub fn run(data: &[u8]) {
    let Some(Input { options, html }) = input::read(data) else { return };
    let reading = Document::from_html(&html, &HtmlOptions::default());
    hold(&html, breach(&html, &reading));
    hold(&html, unsafe_html(&html));
    for invisible in [Invisible::Allow, Invisible::Never] {
        let written = convert(&html, invisible);
        hold((&html, invisible), untruthful(&html, &written.losses));
        hold((&html, invisible), out_of_proportion(&html, &written));
        let again = moves(&written.text, invisible);
        hold((&html, &written), again.map(|again| format!("is written again as {again:?}")));
        if invisible == Invisible::Allow {
            let literal = written.losses.iter().any(|loss| loss.code == LossCode::LiteralFormatted);
            if !literal {
                hold((&html, &written), clients_differ(&written.text));
            }
        } else {
            let new = new_invisible(&html, &written.text);
            hold((&html, &written), new.map(|c| format!("{c:?} is new")));
        }
    }
    let reading = Document::from_html(&html, &options);
    hold((&html, &options), breach(&html, &reading));
    let written = reading.into_whatsapp(Invisible::Allow);
    hold((&html, &options), untruthful(&html, &written.losses));
    hold((&html, &options), out_of_proportion(&html, &written));
}
