//! Where sentences end, and which scripts have no spaces between words.

/// Whether a sentence may end with this, where white space follows.
pub(super) fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '॥' | '։' | '።') || ends_wide_sentence(c)
}

/// Whether a sentence ends with this, whatever follows.
pub(super) fn ends_wide_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '｡')
}

/// Whether this may stand between a sentence's end and what follows it.
pub(super) fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
    )
}

/// Whether a text can be cut between these two, as in Chinese and Japanese, whose words are not
/// separated. (Thai, Lao, Khmer and Burmese have spaces between phrases, and rules for the rest.)
pub(super) fn may_part(before: char, behind: char) -> bool {
    (is_unspaced(before) || matches!(before, '，' | '、' | '；' | '：') || closes(before))
        && is_unspaced(behind)
}

/// Han and kana; not what lengthens the vowel before it.
fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}'
    )
}
