//! Which characters a text has at all.

use super::odd::{OFTEN, SELDOM};

/// A set of bytes. Bools and not bits: the bytes of a text are noted without waiting for each other.
#[derive(Clone, Debug)]
pub(super) struct Signs {
    seen: [bool; 256],
    /// Whether one begins an odd character, or may.
    pub(super) odd: bool,
    /// Whether that is one of those that few texts have: controls, say.
    pub(super) seldom: bool,
}

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        let mut seen = [false; 256];
        for byte in text.bytes() {
            seen[usize::from(byte)] = true;
        }
        let any = |bytes: &[u8]| bytes.iter().any(|byte| seen[usize::from(*byte)]);
        let seldom = any(&SELDOM);
        Self { seen, odd: seldom || any(&OFTEN), seldom }
    }

    pub(super) fn has(&self, byte: u8) -> bool {
        self.seen[usize::from(byte)]
    }

    pub(super) fn has_any(&self, mut bytes: impl Iterator<Item = u8>) -> bool {
        bytes.any(|byte| self.has(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::Signs;

    #[test]
    fn has_what_is_there() {
        let signs = Signs::of("*é");
        for byte in 0..=u8::MAX {
            assert_eq!(signs.has(byte), "*é".as_bytes().contains(&byte), "{byte}");
        }
        assert!(!signs.has_any(b'+'..=b'~') && signs.has_any(b'*'..=b'~'));
    }
}
