//! With which words can the phrases of a list end or begin?
//!
//! One bit of 64 for each word: most words of a text beside an alias are none of them, which is seen without reading the list.

use crate::hash;

/// The phrases of a list, one after another.
#[inline]
pub(crate) fn of(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let list = rest?;
        // Phrases are too short to search for their end in any cleverer way.
        let (phrase, behind) = match list.bytes().position(|b| b == b';') {
            Some(end) => (&list[..end], Some(&list[end + 1..])),
            None => (list, None),
        };
        rest = behind;
        Some(phrase)
    })
}

/// Bits of the words that the phrases of a list (folded, joined by `;`) end with.
pub(crate) fn lasts(list: &str) -> u64 {
    bits(list, last)
}

/// Bits of the words that they begin with.
pub(crate) fn firsts(list: &str) -> u64 {
    bits(list, first)
}

/// The last word of a folded phrase.
pub(crate) fn last(phrase: &str) -> &str {
    phrase.rsplit(' ').next().unwrap_or(phrase)
}

/// The first word of a folded phrase.
pub(crate) fn first(phrase: &str) -> &str {
    phrase.split(' ').next().unwrap_or(phrase)
}

/// Whether a phrase is made of words alone.
pub(crate) fn is_plain(phrase: &str) -> bool {
    !phrase.contains(['.', ',', '(', ')', '*'])
}

/// All bits if a phrase is more than words.
fn bits(list: &str, word: fn(&str) -> &str) -> u64 {
    of(list).map(|phrase| if is_plain(phrase) { hash::bit(word(phrase)) } else { !0 }).fold(0, |a, b| a | b)
}
