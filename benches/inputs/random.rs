//! Numbers that are the same on every run, and what is picked by them.

/// A `SplitMix64`: small, and good enough to pick words.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("less than a usize")
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of the phrases between `|`, each `^` in it replaced by a digit.
    pub fn phrase(&mut self, phrases: &str) -> String {
        let nth = self.below(phrases.split('|').count());
        let phrase = phrases.split('|').nth(nth).unwrap_or_default();
        phrase.chars().map(|c| if c == '^' { self.digit() } else { c }).collect()
    }

    pub fn digit(&mut self) -> char {
        *self.pick(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    }
}
