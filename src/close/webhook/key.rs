//! The key that deliveries are signed with, and hexadecimal digits.

use alloc::vec::Vec;
use core::fmt;

/// The bytes of a signature key, which nothing shows.
#[derive(Clone)]
pub(super) struct Key(Vec<u8>);

impl Key {
    pub(super) fn from_hex(hex: &str) -> Result<Self, InvalidKey> {
        decode(hex).filter(|bytes| !bytes.is_empty()).map(Self).ok_or(InvalidKey)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(hidden)")
    }
}

/// The signature key is not hexadecimal, or empty. (It is not shown.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidKey;

impl fmt::Display for InvalidKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the signature key must be an even number of hexadecimal digits, at least two")
    }
}

impl core::error::Error for InvalidKey {}

/// The bytes that pairs of hexadecimal digits stand for.
pub(super) fn decode(hex: &str) -> Option<Vec<u8>> {
    let (pairs, []) = hex.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?)).collect()
}

fn digit(byte: u8) -> Option<u8> {
    // At most 15.
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
