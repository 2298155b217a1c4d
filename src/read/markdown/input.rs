//! The text before it is parsed: what is the message, and what the parser should not see.

use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;

use super::code::{first_line, indented_fence};

/// How far into its line a mark of a list or quote may stand. More would be nested deeper than
/// anybody nests, and the parser goes through all levels for each line of text in them.
const MARKS: usize = 256;

/// A text in which all line ends are line feeds, or carriage returns with one, and no marks stand
/// [too far](MARKS) into their lines. Places are the same, but for the numbers of such marks: one
/// less.
pub(super) fn prepared(text: &str) -> Cow<'_, str> {
    let lines = line_feeds(text);
    match shallow(&lines) {
        None => lines,
        Some(shallow) => Cow::Owned(shallow),
    }
}

/// Carriage returns that stand alone as line feeds, as code blocks would keep them.
fn line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_alone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    if !memchr::memchr_iter(b'\r', bytes).any(is_alone) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in memchr::memchr_iter(b'\r', bytes).filter(|&at| is_alone(at)) {
        out.push_str(&text[from..at]);
        out.push('\n');
        from = at + 1;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Whether a byte may stand before text that is in a list or a quote.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b'0'..=b'9' | b'.' | b')')
}

/// Takes its meaning from the first mark of a line that stands too far into it, by a backslash
/// where a space stood before it: `  - ` → ` \- `. Without one, where what follows stood.
fn shallow(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    // That many in a row fill one of these pieces.
    if !bytes.chunks_exact(MARKS / 2).any(|piece| piece.iter().all(|byte| is_mark(*byte))) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match deep_mark(line.as_bytes()) {
            None => out.push_str(line),
            Some(mark) => {
                let (before, number) = line[..mark.end].split_at(mark.start);
                let (sign, behind) = line[mark.end..].split_at(1);
                let room = before.strip_suffix(' ');
                let behind = if room.is_some() { behind } else { &behind[1..] };
                out.extend([room.unwrap_or(before), number, "\\", sign, behind]);
            }
        }
    }
    Some(out)
}

/// The first mark that stands too far into its line, behind others: its number, if it has one. What
/// follows is its sign, and white space or a mark.
fn deep_mark(line: &[u8]) -> Option<Range<usize>> {
    let blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t'));
    let mut at = 0;
    loop {
        let start = at + line[at..].iter().take_while(|byte| blank(Some(*byte))).count();
        let sign = start + line[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let next = line.get(sign + 1);
        let is_mark = match line.get(sign)? {
            b'>' => sign == start,
            b'-' | b'*' | b'+' => sign == start && blank(next),
            b'.' | b')' => (1..=9).contains(&(sign - start)) && blank(next),
            _ => false,
        };
        if !is_mark {
            return None;
        }
        if sign >= MARKS && (blank(next) || next == Some(&b'>')) {
            return Some(start..sign);
        }
        at = sign + 1;
    }
}

/// What of a text is the message: without a byte order mark, and without a fence around all of it
/// that says it is Markdown.
pub(super) fn unwrapped(text: &str) -> Range<usize> {
    if text.starts_with(|c: char| c > ' ' && !matches!(c, '`' | '~' | '\u{FEFF}')) {
        return 0..text.len();
    }
    let text_start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let all = text_start..text.len();
    let blank =
        text[text_start..].len() - text[text_start..].trim_start_matches(['\n', '\r']).len();
    let first = first_line(&text[text_start + blank..]);
    let Some((opening, info)) = indented_fence(first) else { return all };
    let info = info.trim_matches([' ', '\t', '\r']);
    if !["markdown", "md"].iter().any(|name| info.eq_ignore_ascii_case(name)) {
        return all;
    }
    let start = (text_start + blank + first.len() + 1).min(text.len());
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        let closes = indented_fence(line).is_some_and(|(closing, behind)| {
            closing.starts_with(opening) && behind.trim_matches([' ', '\t', '\r', '\n']).is_empty()
        });
        if closes {
            let behind = &text[end + line.len()..];
            return if behind.trim().is_empty() { start..end } else { all };
        }
        end += line.len();
    }
    start..end
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(&text[unwrapped(text)], expected);
    }

    #[test]
    fn a_fence_around_all_is_taken_off() {
        check("```markdown\n# a\n```", "# a\n");
        check("\n  ~~~~ MD \r\na\r\n~~~\r\n  ~~~~~\r\n \n", "a\r\n~~~\r\n");
        check("```md\na", "a");
        check("```md", "");
        check("\u{FEFF}```md\na\n```", "a\n");
        check("```md\n```js\nx\n````", "```js\nx\n");
    }

    #[test]
    fn other_fences_stay() {
        for text in [
            "```\na\n```",
            "```mdx\na\n```",
            "```md\na\n```\nb",
            "b\n```md\na\n```",
            "    ```md\na\n```",
            "``md\na\n``",
            "```md x\na\n```",
            "",
        ] {
            check(text, text);
        }
        check("\u{FEFF}a", "a");
    }

    #[test]
    fn lines_end_with_line_feeds() {
        assert_eq!(prepared("a\r\rb\r\nc\r"), "a\n\nb\r\nc\n");
        assert!(matches!(prepared("a\r\nb\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn marks_are_text_where_they_are_too_many() {
        for (mark, at, changed) in
            [("> ", 255, r"\>"), ("- ", 255, r"\-"), ("1. ", 254, r"1\."), (">", 256, r"\>")]
        {
            let many = format!("a\n{}b\nc", mark.repeat(400));
            let (before, behind) = (&many[..2 + at], &many[2 + at + changed.len()..]);
            assert_eq!(prepared(&many), format!("{before}{changed}{behind}"));
        }
        let far = " ".repeat(300);
        assert_eq!(prepared(&format!("{far}12) a")), format!(r"{}12\) a", &far[1..]));
        assert_eq!(prepared(&format!("0{far}7. a")), format!("0{far}7. a"));
        for few in ["> ".repeat(128) + "a", ">".repeat(257) + "a", "-".repeat(400), " ".repeat(400)]
        {
            assert_eq!(prepared(&few), few);
        }
    }
}
