//! Cuts an input into blocks of whole lines.

use std::io::{self, Read};

use crate::error::LIMIT;

/// How much is read at once. A longer line makes its block longer.
const SIZE: usize = 128 << 10;

/// Whole lines, in a buffer that is used again.
#[derive(Debug, Default)]
pub(crate) struct Block {
    bytes: Vec<u8>,
    filled: usize,
}

/// Why there is no next block.
#[derive(Debug)]
pub(crate) enum Failure {
    Read(io::Error),
    LongLine,
}

/// The blocks of an input.
#[derive(Debug)]
pub(crate) struct Blocks<R> {
    input: R,
    /// The beginning of a line that the last block was too early for.
    rest: Vec<u8>,
    limit: u64,
}

impl Block {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.filled]
    }

    /// Forgets the content, and what a long line grew the buffer to.
    pub(crate) fn clear(&mut self) {
        self.filled = 0;
        self.bytes.truncate(2 * SIZE);
        self.bytes.shrink_to(2 * SIZE);
    }
}

impl<R: Read> Blocks<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, rest: Vec::new(), limit: LIMIT }
    }

    /// What was not given yet.
    pub(crate) fn into_rest(self) -> impl Read {
        io::Cursor::new(self.rest).chain(self.input)
    }

    /// Fills a block with what one read gives, up to its last line end; `false` at the end.
    ///
    /// It does not wait for more than a line, so that a slow input is answered line by line. Only
    /// the last line of the input may come without its line feed.
    pub(crate) fn fill(&mut self, block: &mut Block) -> Result<bool, Failure> {
        let Block { bytes, filled } = block;
        *filled = self.rest.len();
        if bytes.len() < *filled + SIZE {
            bytes.resize(*filled + SIZE, 0);
        }
        bytes[..*filled].copy_from_slice(&self.rest);
        self.rest.clear();
        self.rest.shrink_to(SIZE);
        loop {
            let read = match self.input.read(&mut bytes[*filled..*filled + SIZE]) {
                Ok(0) => return Ok(*filled > 0),
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Failure::Read(error)),
            };
            let new = &bytes[*filled..*filled + read];
            if let Some(line_end) = new.iter().rposition(|&byte| byte == b'\n') {
                self.rest.extend_from_slice(&new[line_end + 1..]);
                *filled += line_end + 1;
                return Ok(true);
            }
            *filled += read;
            if *filled as u64 > self.limit {
                return Err(Failure::LongLine);
            }
            if bytes.len() - *filled < SIZE {
                // Doubled, so that a long line is copied a bounded number of times.
                bytes.resize(2 * bytes.len(), 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its pieces one a read.
    struct Pieces(Vec<&'static [u8]>);

    impl Read for Pieces {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            let piece = self.0.remove(0);
            buffer[..piece.len()].copy_from_slice(piece);
            Ok(piece.len())
        }
    }

    #[track_caller]
    fn check(pieces: &[&'static [u8]], blocks: &[&str]) {
        let mut lines = Blocks::new(Pieces(pieces.to_vec()));
        let mut block = Block::default();
        let mut got = Vec::new();
        while lines.fill(&mut block).expect("no failure") {
            got.push(String::from_utf8(block.bytes().to_vec()).expect("UTF-8"));
            block.clear();
        }
        assert_eq!(got, blocks);
    }

    #[test]
    fn a_block_is_one_read_up_to_its_last_line_end() {
        check(&[], &[]);
        check(&[b"a\nb\n"], &["a\nb\n"]);
        check(&[b"a\nb\nc", b"d\ne"], &["a\nb\n", "cd\n", "e"]);
        check(&[b"a", b"b", b"\n", b"\n"], &["ab\n", "\n"]);
    }

    #[test]
    fn a_long_line_grows_its_block_and_leaves_nothing_behind() {
        let long = 5 * SIZE;
        let input = [vec![b'a'; long], b"\nb\n".to_vec()].concat();
        let mut lines = Blocks::new(&input[..]);
        let mut block = Block::default();
        assert!(lines.fill(&mut block).expect("no failure"));
        assert!(block.bytes().len() > long && block.bytes().ends_with(b"\n"));
        block.clear();
        assert!(block.bytes.capacity() <= 2 * SIZE);
    }

    #[test]
    fn a_line_over_the_limit_is_refused() {
        let input = vec![b'a'; 3 * SIZE];
        let mut lines = Blocks { limit: 2 * SIZE as u64, ..Blocks::new(&input[..]) };
        assert!(matches!(lines.fill(&mut Block::default()), Err(Failure::LongLine)));
    }
}
