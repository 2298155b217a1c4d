//! Writes a piece of the document anew, closing what is open where it ends and opening what is
//! where it begins.

mod writer;

use alloc::string::String;
use alloc::vec::Vec;

use crate::document::{Code, Op};
use crate::loss::{Loss, LossCode};
use crate::parse::{Client, Parser};
use crate::write::Invisible;

use super::cut::Cut;
use super::place::Place;
use super::tape::{Row, Tape, is_space};

use writer::Writer;

/// A piece that was written.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Spans are bytes of the source.
    pub(super) losses: Vec<Loss>,
    /// What stands before a number behind it.
    pub(super) separator: char,
}

/// Writes what stands between a place and a cut, as text that both clients read as it is meant. A
/// number stands behind it while that is proven, where `numbered`.
pub(super) fn write(
    tape: &Tape<'_>,
    from: &Place,
    cut: &Cut,
    invisible: Invisible,
    numbered: bool,
) -> Piece {
    let write = |leading| {
        let mut writer = Writer::new(tape, from, cut, leading);
        writer.write(from, cut);
        writer.finish(invisible, numbered)
    };
    // A monospace block keeps its indentation, but not where it cannot be one.
    let is_block = from.first_row() == Row::Block;
    let piece = write(!is_block);
    if is_block && piece.text.starts_with(is_space) { write(true) } else { piece }
}

/// As [`write()`], of a piece of one line, without styles and code, which are lost.
pub(super) fn write_plain(
    tape: &Tape<'_>,
    from: &Place,
    cut: &Cut,
    invisible: Invisible,
    numbered: bool,
) -> Piece {
    let mut writer = Writer::new(tape, from, cut, true);
    writer.write_text(shown(tape, from, cut), from.at);
    let mut piece = writer.finish(invisible, numbered);
    // Without the markers in it, the text is not that of the source.
    for loss in &mut piece.losses {
        loss.span = super::span(from.mark, cut.end);
    }
    piece.losses.extend(lost(tape, from, cut));
    piece.losses.dedup();
    piece
}

/// As [`write_plain`], whatever the clients read.
pub(super) fn write_raw(tape: &Tape<'_>, from: &Place, cut: &Cut) -> Piece {
    let text = shown(tape, from, cut);
    let mut losses: Vec<Loss> = lost(tape, from, cut).collect();
    let is_text = |op: &Op| matches!(op.code, Code::EnterParagraph | Code::LeaveParagraph);
    let read_as_text = [Client::Web, Client::Android].into_iter().all(|client| {
        Parser::new().client(client).links(false).parse(&text).ops().iter().all(is_text)
    });
    if !read_as_text {
        let span = super::span(from.mark, cut.end);
        losses.push(Loss { code: LossCode::LiteralFormatted, span });
    }
    Piece { text, losses, separator: ' ' }
}

/// What is seen of a piece of one line, without white space around it.
fn shown(tape: &Tape<'_>, from: &Place, cut: &Cut) -> String {
    let mut text = String::new();
    let mut at = from.at;
    for op in tape.ops[from.op..].iter().take_while(|op| (op.start as usize) < cut.end) {
        text.push_str(&tape.source[at..op.start as usize]);
        at = op.end as usize;
    }
    text.push_str(&tape.source[at.min(cut.end)..cut.end]);
    text.trim_matches(is_space).into()
}

/// What a piece of one line lost, if it had anything to lose.
fn lost(tape: &Tape<'_>, from: &Place, cut: &Cut) -> impl Iterator<Item = Loss> {
    let ops = tape.ops[from.op..].iter().take_while(|op| (op.start as usize) < cut.end);
    let is_lost = from.first_row() != Row::TEXT || !from.open.is_empty() || ops.count() > 0;
    let span = super::span(from.mark, cut.end);
    is_lost.then_some(Loss { code: LossCode::StyleDropped, span }).into_iter()
}
