//! Document → text for terminals: styles as SGR codes, safe to print whatever the message holds.

use alloc::string::String;
use core::fmt::Write as _;

use crate::document::{Code, Document};

impl Document<'_> {
    /// Writes the document with terminal codes: bold, italic, struck through, code in cyan, links
    /// underlined, mentions blue, spoilers reversed; `•` before items, a bar before quote lines.
    ///
    /// Control characters of the message, escape above all, become visible pictures (`␛`), so that
    /// no message can steer the terminal.
    ///
    /// # Examples
    ///
    /// ```
    /// let doc = wamark::parse("*Hi*\n- `x` \u{1B}[2J");
    /// assert_eq!(doc.to_ansi(), "\u{1B}[1mHi\u{1B}[22m\n• \u{1B}[36mx\u{1B}[39m ␛[2J");
    /// ```
    #[must_use]
    pub fn to_ansi(&self) -> String {
        let mut out = String::new();
        self.write_ansi(&mut out);
        out
    }

    /// Appends the document with terminal codes; see [`to_ansi`](Self::to_ansi).
    pub fn write_ansi(&self, out: &mut String) {
        const QUOTE: &str = "\u{1B}[90m▎\u{1B}[39m ";
        out.reserve(self.source().len() + self.ops().len() * 5);
        let mut in_quote = false;
        for (index, op) in self.ops().iter().enumerate() {
            push_safe(out, self.slice(self.gap_before(index)));
            let covered = &self.source()[op.start as usize..op.end as usize];
            if matches!(op.code, Code::Break | Code::NextItem | Code::NextNumberedItem) {
                out.push('\n');
            }
            // Writing to a string cannot fail.
            let _ = match op.code {
                Code::EnterQuote => write!(out, "{QUOTE}"),
                Code::Break if in_quote => write!(out, "{QUOTE}"),
                Code::EnterBulletedList | Code::NextItem => write!(out, "• "),
                Code::EnterNumberedList | Code::NextNumberedItem => write!(out, "{}. ", op.value),
                Code::LeaveMonospaceBlock => {
                    let behind = covered.trim_start_matches('\n').trim_start_matches('`');
                    write!(out, "{}{behind}", sgr(op.code))
                }
                code if code.is_inline() || code == Code::EnterMonospaceBlock => {
                    write!(out, "{}", sgr(code))
                }
                Code::Break => Ok(()),
                // The line feeds behind a block.
                _ if op.code.is_leave() || op.code == Code::BlankLines => write!(out, "{covered}"),
                _ => Ok(()),
            };
            in_quote = match op.code {
                Code::EnterQuote => true,
                Code::LeaveQuote => false,
                _ => in_quote,
            };
        }
    }
}

/// The terminal code that an operation stands for.
fn sgr(code: Code) -> &'static str {
    match code {
        Code::EnterBold => "\u{1B}[1m",
        Code::LeaveBold => "\u{1B}[22m",
        Code::EnterItalic => "\u{1B}[3m",
        Code::LeaveItalic => "\u{1B}[23m",
        Code::EnterStrikethrough => "\u{1B}[9m",
        Code::LeaveStrikethrough => "\u{1B}[29m",
        Code::EnterSpoiler => "\u{1B}[7m",
        Code::LeaveSpoiler => "\u{1B}[27m",
        Code::EnterInlineCode | Code::EnterMonospace | Code::EnterMonospaceBlock => "\u{1B}[36m",
        Code::EnterLink => "\u{1B}[4m",
        Code::LeaveLink => "\u{1B}[24m",
        Code::EnterMention => "\u{1B}[34m",
        Code::LeaveInlineCode
        | Code::LeaveMonospace
        | Code::LeaveMonospaceBlock
        | Code::LeaveMention => "\u{1B}[39m",
        _ => "",
    }
}

/// Appends text with its control characters as pictures.
fn push_safe(out: &mut String, text: &str) {
    out.extend(text.chars().map(|c| match c {
        '\n' | '\t' => c,
        '\0'..='\x1F' => char::from_u32(0x2400 + c as u32).unwrap_or('␦'),
        '\x7F' => '␡',
        // The controls of the second set, for which there are no pictures.
        '\u{80}'..='\u{9F}' => '␦',
        c => c,
    }));
}
