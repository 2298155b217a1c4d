//! The top-level domains, and whether a label is one (R83).

#[rustfmt::skip]
mod names;

use names::TOP_LEVEL_DOMAINS;

/// The first bytes of each domain as a number: in the order of the domains.
static STARTS: [u64; TOP_LEVEL_DOMAINS.len()] = {
    let mut starts = [0; TOP_LEVEL_DOMAINS.len()];
    let mut i = 0;
    while i < starts.len() {
        starts[i] = start(TOP_LEVEL_DOMAINS[i].as_bytes());
        i += 1;
    }
    starts
};

/// How many bytes a start has.
const START: usize = 8;

/// The first bytes, filled up with zeros, so that numbers are ordered as the labels are.
const fn start(label: &[u8]) -> u64 {
    let mut start = 0;
    let mut i = 0;
    while i < START && i < label.len() {
        start |= (label[i] as u64) << (8 * (START - 1 - i));
        i += 1;
    }
    start
}

/// Whether the label is a known top-level domain, in any case.
pub(super) fn is_known(label: &str) -> bool {
    if !label.is_ascii() {
        let lower = || label.chars().flat_map(char::to_lowercase);
        return TOP_LEVEL_DOMAINS.binary_search_by(|known| known.chars().cmp(lower())).is_ok();
    }
    let start = lower_start(label.as_bytes());
    let first = STARTS.partition_point(|known| *known < start);
    STARTS[first..]
        .iter()
        .zip(&TOP_LEVEL_DOMAINS[first..])
        .take_while(|(known, _)| **known == start)
        .any(|(_, known)| known.eq_ignore_ascii_case(label))
}

/// The start of an ASCII label in lower case; of one with other characters than letters, digits and
/// `-`, a number that is no domain's.
fn lower_start(label: &[u8]) -> u64 {
    // The bit that makes letters small; digits and `-` have it.
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let Some(first) = label.first_chunk::<START>() else {
        return label.iter().rev().fold(0, |start, b| start >> 8 | u64::from(*b | 0x20) << 56);
    };
    u64::from_be_bytes(*first) | SMALL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn top_level_domains_in_any_case_and_spelling() {
        for label in ["com", "COM", "Museum", "рф", "РФ", "xn--p1ai", "XN--P1AI", "香港"] {
            assert!(is_known(label), "{label}");
        }
        for label in ["", "c", "comm", "15", "xn--", "рфф", &"a".repeat(500)] {
            assert!(!is_known(label), "{label}");
        }
    }

    #[test]
    fn each_is_known_and_none_that_is_longer_or_shorter() {
        for domain in TOP_LEVEL_DOMAINS {
            assert!(is_known(domain), "{domain}");
            let known = |label: &str| TOP_LEVEL_DOMAINS.contains(&label);
            let longer = [domain, "a"].concat();
            assert_eq!(is_known(&longer), known(&longer), "{longer}");
            let shorter = &domain[..domain.char_indices().last().map_or(0, |(i, _)| i)];
            assert_eq!(is_known(shorter), known(shorter), "{shorter}");
        }
    }

    #[test]
    fn the_search_can_rely_on_the_table() {
        assert!(TOP_LEVEL_DOMAINS.is_sorted());
        assert!(TOP_LEVEL_DOMAINS.iter().all(|d| d.starts_with(char::is_alphabetic)));
    }
}
