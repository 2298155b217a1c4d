//! Random messages, dense in what the grammar is about.

/// What messages are made of: markers, boundaries of all sorts, line starts, pieces of links.
pub(crate) const PIECES: &[&str] = &[
    "*",
    "*",
    "*",
    "*",
    "_",
    "_",
    "_",
    "~",
    "~",
    "`",
    "`",
    "`",
    "```",
    "```",
    "``",
    "\n",
    "\n",
    "\n",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "a",
    "b",
    "ab",
    "A1",
    "9",
    "é",
    "中",
    "文",
    "я",
    "ב",
    "ع",
    "क्",
    "\u{1D400}",
    "٣",
    "①",
    "²",
    "\u{301}",
    "> ",
    ">",
    "- ",
    "* ",
    "• ",
    "•",
    "-",
    "1. ",
    "10. ",
    "007. ",
    "٣. ",
    "1٢. ",
    "\u{1D7D8}. ",
    "1.  ",
    "-  ",
    "1) ",
    "\t",
    "\u{A0}",
    "\u{3000}",
    "\u{200B}",
    "\u{200D}",
    "\u{200E}",
    "\u{200F}",
    "\u{2028}",
    "\u{2007}",
    "\u{202F}",
    "\u{2066}",
    "\u{2069}",
    "\u{202E}",
    "\u{1C}",
    "\u{85}",
    "\u{FEFF}",
    "\u{34F}",
    "\u{FE0F}",
    "\u{20E3}",
    "*\u{FE0F}\u{20E3}",
    "*\u{20E3}",
    "❤️",
    "😀",
    "🥱",
    "🫠",
    ".",
    ",",
    ":",
    ";",
    "!",
    "?",
    "(",
    ")",
    "[",
    "]",
    "<",
    "&",
    "«",
    "»",
    "’",
    "/",
    "/",
    "#",
    "@",
    "+",
    "%",
    "-",
    "_",
    "|",
    "||",
    "\\",
    "\"",
    "'",
    "。",
    "（",
    "\0",
    "\r\n",
    "\r",
    "https://",
    "http://",
    "HTTPS://",
    "mailto:",
    "www.",
    "ex.com",
    "ex.com/",
    "ex.com/a_b",
    "https://ex.com/",
    "a@b.co",
    "README.md",
    "x.py",
    "localhost",
    "127.0.0.1",
    ":80",
    ".com",
    ".рф",
    "例え.テスト",
    "..",
    "@15551234567",
    "ex.com/(a)",
    "e\u{301}.com",
    "*a*",
    "_b_",
    "~c~",
    "`d`",
    "```e```",
    "*_x_*",
    "\n- ",
    "\n> ",
    "\n1. ",
    "\n```\n",
];

/// A small generator of random numbers (splitmix64), so that a seed names a text for good.
#[derive(Clone, Debug)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// The next number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) >> 33).unwrap_or_default() % n
    }
}

/// The message of a seed: up to 30 pieces; every fourth message of few kinds of pieces only, so
/// that they meet each other more often.
pub(crate) fn message(seed: u64) -> String {
    message_of(PIECES, seed)
}

/// The same of other pieces.
pub(crate) fn message_of(pieces: &[&str], seed: u64) -> String {
    let mut random = Random(seed.wrapping_mul(0xD6E8_FEB8_6659_FD93));
    let count = random.below(30);
    let few: Vec<&str> = (0..5).map(|_| pieces[random.below(pieces.len())]).collect();
    let pool = if seed.is_multiple_of(4) { &few[..] } else { pieces };
    (0..count).map(|_| pool[random.below(pool.len())]).collect()
}

/// Leaves out characters as long as `fails` goes on failing.
pub(crate) fn shrink(message: &str, fails: impl Fn(&str) -> bool) -> String {
    let mut text: Vec<char> = message.chars().collect();
    let mut width = text.len();
    while width > 0 {
        let mut at = 0;
        while at < text.len() {
            let mut less = text.clone();
            less.drain(at..(at + width).min(text.len()));
            if fails(&less.iter().collect::<String>()) {
                text = less;
            } else {
                at += width;
            }
        }
        width /= 2;
    }
    text.into_iter().collect()
}
