//! What does a word, a few words or a sentence of a text fold to? Words on the stack, for look-ups.

use super::words::Word;
use crate::bytes::{CASE_BITS, FIRST, HIGH, eight, letters};
use crate::fold::{Folding, SEP};
use crate::hash;

/// A short folded text on the stack; what does not fit is on no list.
#[derive(Clone)]
pub(in crate::context) struct Folded {
    /// Zeros stand behind the text.
    bytes: [u8; Folded::SIZE],
    len: usize,
}

impl Default for Folded {
    fn default() -> Self {
        Folded { bytes: [0; Folded::SIZE], len: 0 }
    }
}

impl Folded {
    const SIZE: usize = 96;

    /// A folded word.
    pub(in crate::context) fn of(text: &str, word: Word) -> Self {
        let mut folded = Folded::default();
        // Up to eight letters, which is usual.
        let len = word.end - word.start;
        let mask = FIRST.get(len).copied().unwrap_or(0);
        let bytes = eight(text.as_bytes(), word.start) & mask;
        if letters(bytes) == mask & HIGH && mask != 0 {
            folded.bytes[..8].copy_from_slice(&(bytes | CASE_BITS & mask).to_le_bytes());
            folded.len = len;
        } else {
            folded.push(text, word.start, word.end);
        }
        folded
    }

    /// Whether it is one of some folded texts.
    pub(in crate::context) fn is_one_of(&self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.is(text))
    }

    /// Whether it is a folded text.
    #[inline]
    pub(in crate::context) fn is(&self, text: &str) -> bool {
        self.bytes[..self.len] == *text.as_bytes()
    }

    #[inline]
    pub(super) fn hash(&self) -> u32 {
        hash::padded(self.len, self.bytes.as_chunks().0[..self.len.div_ceil(8)].iter().copied())
    }

    /// Appends the folded text from `start` to `end`.
    pub(in crate::context) fn push(&mut self, text: &str, start: usize, end: usize) {
        let from = self.len;
        let mut at = start;
        // Words with one space between them, which is usual.
        if let Some([b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', b' ']) = text.as_bytes()[..end].get(start.wrapping_sub(1)..=start)
            && let Some(room) = self.bytes.get_mut(self.len)
        {
            *room = SEP;
            self.len += 1;
            at += 1;
        }
        // Letters are folded eight at a time.
        while at < end {
            let mask = FIRST[(end - at).min(8)];
            let bytes = eight(text.as_bytes(), at) & mask;
            let Some(room) = self.bytes[self.len..].first_chunk_mut().filter(|_| letters(bytes) == mask & HIGH) else { break };
            *room = (bytes | CASE_BITS & mask).to_le_bytes();
            self.len += (end - at).min(8);
            at += 8;
        }
        if at < end {
            self.bytes[from..self.len].fill(0);
            self.len = from;
            if !self.push_words(text.as_bytes(), start, end) {
                self.push_any(text, start, end);
            }
        }
    }

    /// Appends words of plain letters with one space or hyphen before each, which is usual; not if there is anything else.
    fn push_words(&mut self, text: &[u8], start: usize, end: usize) -> bool {
        let Some(room) = self.bytes.get_mut(self.len..self.len + (end - start)) else { return false };
        let mut word = start > 0 && text[start - 1].is_ascii_alphanumeric();
        for (at, folded) in (start..end).zip(room.iter_mut()) {
            let letter = text[at].is_ascii_alphabetic();
            let joins = matches!(text[at], b' ' | b'-') && word;
            if !letter && !joins {
                room.fill(0);
                return false;
            }
            *folded = if letter { text[at] | 0x20 } else { SEP };
            word = letter;
        }
        self.len += end - start;
        true
    }

    /// Appends the folded text from `start` to `end`, whatever it is.
    fn push_any(&mut self, text: &str, start: usize, end: usize) {
        for piece in Folding::new(&text[..end], start) {
            let bytes = piece.bytes();
            match self.bytes.get_mut(self.len..self.len + bytes.len()) {
                Some(room) => room.copy_from_slice(bytes),
                None => return,
            }
            self.len += bytes.len();
        }
    }

    /// Appends folded text.
    pub(super) fn push_str(&mut self, folded: &str) {
        if let Some(room) = self.bytes.get_mut(self.len..self.len + folded.len()) {
            room.copy_from_slice(folded.as_bytes());
            self.len += folded.len();
        }
    }

    /// Puts a word and a separator before what is there; not if it does not fit.
    pub(super) fn prepend(&mut self, text: &str, word: Word) -> bool {
        let mut folded = Folded::default();
        folded.push(text, word.start, word.end);
        let len = folded.len + 1 + self.len;
        if len > self.bytes.len() {
            return false;
        }
        self.bytes.copy_within(..self.len, folded.len + 1);
        self.bytes[..folded.len].copy_from_slice(&folded.bytes[..folded.len]);
        self.bytes[folded.len] = SEP;
        self.len = len;
        true
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    pub(in crate::context) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or("")
    }
}

/// The length of a word of plain letters at `at`, a simple mark that may stand behind it, and one space, before a further word: it folds by
/// itself.
fn plain_word(text: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    loop {
        let others = !letters(eight(text, end)) & HIGH;
        end += others.trailing_zeros() as usize / 8;
        if others != 0 {
            break;
        }
    }
    let (len, behind) = (end - at, &text[end..]);
    let mark = usize::from(matches!(behind, [b',' | b'.' | b';' | b':' | b'!' | b'?' | b')' | b'"', ..]));
    let parted = matches!(behind[mark..], [b' ', b'A'..=b'Z' | b'a'..=b'z', ..]);
    (len > 1 && parted).then_some(len + mark + 1)
}

pub(super) fn fold_into(text: &str, out: &mut String) {
    let mut at = 0;
    while at < text.len() {
        let words = std::iter::successors(Some(at), |&at| Some(at + plain_word(text.as_bytes(), at)?));
        let end = words.last().unwrap_or(at);
        if end > at {
            let from = out.len();
            out.push_str(&text[at..end]);
            out[from..].make_ascii_lowercase();
            at = end;
        }
        let mut plain = false;
        for piece in Folding::new(text, at) {
            out.push_str(std::str::from_utf8(piece.bytes()).unwrap_or(""));
            at = piece.end;
            plain = piece.bytes() == [SEP] && plain_word(text.as_bytes(), at).is_some();
            if plain {
                break;
            }
        }
        // A folding ends at a blank line and at double hyphens; go on behind them.
        if !plain {
            out.push(' ');
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

/// A text folded.
pub(in crate::context) fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// Words that are folded by themselves fold as they do in the text.
        #[test]
        fn words_by_themselves(text in "([a-cA-C0-9]{1,3}[ .,;:!?)\"+&'é\n-]{1,2}){0,8}") {
            let (mut expected, mut at) = (String::new(), 0);
            while at < text.len() {
                for piece in Folding::new(&text, at) {
                    expected.push_str(std::str::from_utf8(piece.bytes()).expect("folded text"));
                    at = piece.end;
                }
                expected.push(' ');
                at += text[at..].chars().next().map_or(1, char::len_utf8);
            }
            proptest::prop_assert_eq!(folded(&text), expected);
        }
    }

    proptest::proptest! {
        /// The quick ways to fold a part of a text give what folding it does.
        #[test]
        fn pushed_is_folded(text in "[aB9é'.+& \\-\n]{0,12}( of)?( Bee)?(-Cee)?", from: proptest::sample::Index, to: proptest::sample::Index) {
            let places: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
            let (a, b) = (*from.get(&places), *to.get(&places));
            let (start, end) = (a.min(b), a.max(b));
            let (mut quick, mut slow) = (Folded::default(), Folded::default());
            quick.push(&text, start, end);
            slow.push_any(&text, start, end);
            proptest::prop_assert_eq!((quick.as_str(), quick.hash()), (slow.as_str(), slow.hash()));
            proptest::prop_assert!(quick.bytes[quick.len..].iter().all(|&b| b == 0));
        }
    }
}
