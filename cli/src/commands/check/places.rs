//! Where offsets are: lines and columns.

/// A line and a column, both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// How far characters are counted in steps.
const STEP: usize = 256;

/// The lines of a text, made once: each question is answered in a time that does not grow.
pub(crate) struct Places<'t> {
    text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many characters begin before each multiple of the step.
    counts: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let feeds = text.match_indices('\n').map(|(at, _)| at + 1);
        let steps = text.as_bytes().chunks(STEP).scan(0, |count, chunk| {
            *count += characters(chunk);
            Some(*count)
        });
        let counts = std::iter::once(0).chain(steps).collect();
        Self { text, lines: std::iter::once(0).chain(feeds).collect(), counts }
    }

    /// Where the line begins that the byte `at` is in.
    pub(crate) fn line_start(&self, at: usize) -> usize {
        self.lines[self.line(at)]
    }

    pub(crate) fn of(&self, at: usize) -> Place {
        let line = self.line(at);
        let column = self.count(at) - self.count(self.lines[line]) + 1;
        Place { line: line + 1, column }
    }

    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at) - 1
    }

    /// How many characters begin before the byte `at`.
    fn count(&self, at: usize) -> usize {
        let step = at / STEP;
        self.counts[step] + characters(&self.text.as_bytes()[step * STEP..at])
    }
}

fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_that_counting_gives() {
        let text = "é\n日本\n\n".repeat(100) + &"é".repeat(300);
        let places = Places::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let line = text[..at].matches('\n').count() + 1;
            let column = text[..at].rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
            assert_eq!(places.of(at), Place { line, column }, "{at}");
        }
    }
}
