//! Which characters a text has at all.

/// A set of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs([u64; 4]);

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        let mut signs = [0; 4];
        for byte in text.bytes() {
            signs[usize::from(byte >> 6)] |= 1 << (byte & 63);
        }
        Self(signs)
    }

    pub(super) fn has(self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 == 1
    }

    pub(super) fn has_any(self, is_one: impl Fn(u8) -> bool) -> bool {
        (0..=u8::MAX).any(|byte| self.has(byte) && is_one(byte))
    }

    pub(super) fn has_more_than_ascii(self) -> bool {
        self.0[2] | self.0[3] != 0
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
        assert!(signs.has_more_than_ascii());
        assert!(!Signs::of("*\u{7F}").has_more_than_ascii());
    }
}
