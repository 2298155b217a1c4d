//! Addresses in parentheses, angle brackets and definitions.

/// So far is looked for the end of a title, and for what makes a word an address.
const FAR: usize = 256;
const NEAR: usize = 64;

/// Whether `text` begins with something that only an address begins with.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.strip_prefix('<').unwrap_or(text);
    let starts = ["/", "#", "./", "../", "www.", "{{"];
    scheme(text).is_some() || starts.iter().any(|start| text.starts_with(start))
}

/// Whether the word that `text` begins with is a file or a host without a scheme: `a.b`.
fn has_inner_dot(text: &str) -> bool {
    let bytes = &text.as_bytes()[..text.len().min(NEAR)];
    bytes.windows(3).any(|three| {
        three[1] == b'.' && three[0].is_ascii_alphanumeric() && three[2].is_ascii_alphabetic()
    })
}

/// The length of the scheme that `text` begins with, its colon included, if something follows it.
pub(super) fn scheme(text: &str) -> Option<usize> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let name = text.bytes().take(32).take_while(|byte| is_name(byte)).count();
    let follows = text.as_bytes().get(name + 1).is_some_and(|byte| !byte.is_ascii_whitespace());
    let is_scheme = name > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.as_bytes().get(name) == Some(&b':')
        && follows;
    is_scheme.then_some(name + 1)
}

/// Finds where targets of links end, on one line. What was found is kept, so that no byte is looked
/// at twice, however many begin.
#[derive(Debug)]
pub(super) struct Targets<'t> {
    source: &'t str,
    /// The end of the line.
    end: usize,
    /// From where to where no target ends, before the second one.
    searched: (usize, usize),
}

impl<'t> Targets<'t> {
    pub(super) fn new(source: &'t str, end: usize) -> Self {
        Self { source, end, searched: (0, 0) }
    }

    /// Where the target ends that begins at `at`, behind its closing parenthesis. `glued` says that
    /// a word stands before the bracket, as in code: `f[0](x.y)`.
    pub(super) fn end_of(&mut self, at: usize, glued: bool) -> Option<usize> {
        let stop = self.stop_behind(at);
        let target = &self.source[at..stop];
        let end = match &self.source.as_bytes()[stop..self.end] {
            // One pair of parentheses may be part of the address.
            [b')', b')', ..] if target.contains('(') => stop + 2,
            [b')', ..] => stop + 1,
            [b' ', b'"' | b'\'' | b'(', title @ ..] => {
                let title = &title[..title.len().min(FAR)];
                stop + 2 + title.iter().position(|byte| *byte == b')')? + 1
            }
            _ => return None,
        };
        let is_target = if glued {
            scheme(target).is_some()
        } else {
            is_address(target) || has_inner_dot(target)
        };
        is_target.then_some(end)
    }

    /// The next white space or closing parenthesis, or the end of the line.
    fn stop_behind(&mut self, at: usize) -> usize {
        let (from, to) = self.searched;
        if at < from || at > to || from == to {
            let stops = |byte: &u8| byte.is_ascii_whitespace() || *byte == b')';
            let rest = &self.source.as_bytes()[at..self.end];
            let to = rest.iter().position(stops).map_or(self.end, |length| at + length);
            self.searched = (at, to);
        }
        self.searched.1
    }
}
