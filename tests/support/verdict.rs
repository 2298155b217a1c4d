//! Holds WhatsApp text that was written from Markdown against what should be seen of it.

use wamark::{Conversion, Invisible, Loss, LossCode};

use super::excuses::{Excuses, Mercy};
use super::expected::{Expected, expected};
use super::glyphs::{Glyph, View, seen};
use super::layout;
use super::program::{Source, Step, Stuck, run};

/// What was found right: to the letter, or but for losses of style that are reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Exact,
    Excused(Vec<LossCode>),
}

/// Says what is wrong with a conversion, if anything is.
pub(crate) fn judge(
    markdown: &str,
    conversion: &Conversion,
    invisible: Invisible,
) -> Result<Verdict, String> {
    let expected = expected(markdown);
    spans(markdown, conversion)?;
    if expected.html {
        return html(&expected, conversion).map(|()| Verdict::Exact);
    }
    let mercy = if invisible == Invisible::Allow { Mercy::Styles } else { Mercy::Lines };
    let losses = &conversion.losses;
    let mut verdict = Verdict::Exact;
    for &view in View::ALL {
        let glyphs = seen(&conversion.text, view);
        if run(&expected.program, &glyphs, &Excuses { losses, mercy: Mercy::None }).is_ok() {
            continue;
        }
        let excuses = Excuses { losses, mercy };
        run(&expected.program, &glyphs, &excuses).map_err(|at| fault(view, &glyphs, &at))?;
        verdict = Verdict::Excused(codes_of_style(conversion));
    }
    constructs(&expected, conversion)?;
    about_something(&expected, conversion)?;
    if invisible == Invisible::Allow {
        needless(markdown, &expected, conversion)?;
    }
    if verdict == Verdict::Exact {
        layout::check(&conversion.text)?;
    }
    Ok(verdict)
}

fn is_of_style(loss: &Loss) -> bool {
    matches!(loss.code, LossCode::StyleDropped | LossCode::LiteralFormatted)
}

fn codes_of_style(conversion: &Conversion) -> Vec<LossCode> {
    let losses = conversion.losses.iter().filter(|loss| is_of_style(loss));
    let mut codes: Vec<LossCode> = losses.map(|loss| loss.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn fault(view: View, glyphs: &[Glyph], stuck: &Stuck) -> String {
    let shown: String = glyphs[..stuck.at].iter().map(|glyph| glyph.c).collect();
    let got = glyphs.get(stuck.at);
    format!("{view:?}: behind {shown:?} got {got:?}, wanted {:?}", stuck.wanted)
}

/// Each loss names a piece of the Markdown, and they are in order.
fn spans(markdown: &str, conversion: &Conversion) -> Result<(), String> {
    for loss in &conversion.losses {
        if markdown.get(loss.span.range()).is_none_or(str::is_empty) {
            return Err(format!("{loss:?} names nothing"));
        }
    }
    if !conversion.losses.is_sorted_by_key(|loss| loss.span.range().start) {
        return Err(format!("losses are out of order: {:?}", conversion.losses));
    }
    Ok(())
}

/// Each loss stands where something is that it can be about, and what must be reported is.
fn constructs(expected: &Expected, conversion: &Conversion) -> Result<(), String> {
    for loss in conversion.losses.iter().filter(|loss| !is_of_style(loss)) {
        let span = loss.span.range();
        let about = expected.constructs.iter().any(|construct| {
            construct.code == loss.code
                && construct.source.0 <= span.start
                && span.end <= construct.source.1
        });
        if !about {
            return Err(format!("{loss:?} is about nothing: {:?}", expected.constructs));
        }
    }
    for construct in expected.constructs.iter().filter(|construct| construct.must) {
        let (start, end) = construct.source;
        if !expected.shown.iter().any(|shown| start <= shown.0 && shown.1 <= end) {
            continue;
        }
        let reported = conversion
            .losses
            .iter()
            .any(|loss| loss.code == construct.code && overlaps(construct.source, loss));
        if !reported {
            return Err(format!("{construct:?} is not reported: {:?}", conversion.losses));
        }
    }
    Ok(())
}

fn overlaps(source: Source, loss: &Loss) -> bool {
    let span = loss.span.range();
    span.start < source.1 && source.0 < span.end
}

/// A loss of style is about something that is shown.
fn about_something(expected: &Expected, conversion: &Conversion) -> Result<(), String> {
    for loss in conversion.losses.iter().filter(|loss| is_of_style(loss)) {
        let glyph = |step: &Step| match step {
            Step::Glyph { source, .. } => overlaps(*source, loss),
            _ => false,
        };
        let shown = expected.shown.iter().any(|shown| overlaps(*shown, loss));
        if !shown && !expected.program.iter().any(glyph) {
            return Err(format!("{loss:?} is about nothing that is shown"));
        }
    }
    Ok(())
}

/// Where invisible characters may be put in, a style is lost only next to code, URLs and
/// placeholders: all else can be said.
fn needless(markdown: &str, expected: &Expected, conversion: &Conversion) -> Result<(), String> {
    for loss in conversion.losses.iter().filter(|loss| is_of_style(loss)) {
        let blocks = expected.blocks.iter().filter(|block| overlaps(**block, loss));
        let mut text = blocks.map(|block| &markdown[block.0..block.1]);
        // A fence may open in a block before; code with backticks in it is written between two.
        if !markdown.contains("``") && !text.any(has_what_nothing_goes_into) {
            return Err(format!("{loss:?} is needless"));
        }
    }
    Ok(())
}

/// Code, a URL or a placeholder.
fn has_what_nothing_goes_into(markdown: &str) -> bool {
    // Markers are gone where they format.
    let chars: Vec<char> = markdown.chars().filter(|c| !matches!(c, '*' | '_' | '~')).collect();
    let host = |w: &[char]| w[0].is_alphanumeric() && w[1] == '.' && w[2].is_alphanumeric();
    markdown.contains(['`', '[', '@'])
        || markdown.contains("://")
        || markdown.contains("{{")
        || markdown.contains("\n    ")
        || markdown.contains('\t')
        || chars.windows(3).any(host)
}

/// Of text with HTML: all letters and digits that stand outside of the tags are there.
fn html(expected: &Expected, conversion: &Conversion) -> Result<(), String> {
    if conversion.losses.iter().any(|loss| loss.code == LossCode::HtmlDropped) {
        return Ok(());
    }
    let losses = &conversion.losses;
    let excuses = Excuses { losses, mercy: Mercy::All };
    let letter = |step: &Step| match *step {
        Step::Glyph { c, .. } if !c.is_alphanumeric() => Step::Jump(1),
        other => other,
    };
    let program: Vec<Step> = expected.program.iter().map(letter).collect();
    for &view in View::ALL {
        let glyphs = seen(&conversion.text, view);
        run(&program, &glyphs, &excuses).map_err(|at| fault(view, &glyphs, &at))?;
    }
    Ok(())
}
