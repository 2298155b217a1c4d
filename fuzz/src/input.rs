//! Inputs: texts made of pieces that mean something, one byte each.
//!
//! Printable ASCII, tab and line feed stand for themselves, so that seeds and the dictionary can be
//! read. Other bytes stand for a piece of a table: a character of some class that the grammars ask
//! for, a marker, a tag. So no mutation is wasted on what is no UTF-8, and a byte that is changed is
//! another piece.

mod pieces;

use arbitrary::{Arbitrary, Result, Unstructured};

use pieces::PIECES;

/// Ends a text where something follows it.
pub const END: u8 = 0x1F;
/// The character whose number the next three bytes are.
const CHARACTER: u8 = 0x01;

/// A text as its bytes say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(pub String);

impl<'a> Arbitrary<'a> for Text {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut text = String::new();
        while !u.is_empty() {
            match byte(u)? {
                END => break,
                CHARACTER => {
                    let [a, b, c] = [byte(u)?, byte(u)?, byte(u)?];
                    let number = u32::from_be_bytes([0, a, b, c]) % 0x11_0000;
                    text.push(char::from_u32(number).unwrap_or('\u{FFFD}'));
                }
                byte => match slot(byte) {
                    Some(at) => text.push_str(PIECES[at]),
                    None => text.push(byte.into()),
                },
            }
        }
        Ok(Self(text))
    }
}

/// The next byte; 0 behind the last one.
fn byte(u: &mut Unstructured) -> Result<u8> {
    u.arbitrary()
}

/// The piece that a byte stands for, if it does not stand for itself.
fn slot(byte: u8) -> Option<usize> {
    Some(match byte {
        0x80.. => usize::from(byte - 0x80),
        0x7F => 128,
        0x02..=0x08 => 129 + usize::from(byte - 0x02),
        0x0E..=0x1B => 136 + usize::from(byte - 0x0E),
        0x1D | 0x1E => 150 + usize::from(byte - 0x1D),
        _ => return None,
    })
}

/// The bytes of a text, for seeds.
#[must_use]
pub fn encode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for c in text.chars() {
        let is_piece = |byte: &u8| slot(*byte).is_some_and(|at| PIECES[at].chars().eq([c]));
        match u8::try_from(u32::from(c)) {
            Ok(byte) if byte < 0x80 && byte != END && byte != CHARACTER && slot(byte).is_none() => {
                bytes.push(byte);
            }
            _ => {
                if let Some(byte) = (0..=u8::MAX).find(is_piece) {
                    bytes.push(byte);
                } else {
                    bytes.push(CHARACTER);
                    bytes.extend(&u32::from(c).to_be_bytes()[1..]);
                }
            }
        }
    }
    bytes
}

/// What a whole input stands for.
#[must_use]
pub fn read<T: for<'a> Arbitrary<'a>>(data: &[u8]) -> Option<T> {
    T::arbitrary_take_rest(Unstructured::new(data)).ok()
}

/// One of some values, by the next byte.
///
/// # Errors
///
/// None.
pub fn one_of<T: Copy>(u: &mut Unstructured, values: &[T]) -> Result<T> {
    Ok(values[usize::from(byte(u)?) % values.len()])
}
