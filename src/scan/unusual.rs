//! Must a start that is not plain ASCII be read exactly?
//!
//! Initialisms (`U.S.`) and words before quotes and dashes are common, and mostly no alias begins so.

use super::heads::{Next, Survivor};
use super::{FEW, Match, Scan};
use crate::bytes::{Class, FIRST, class_at, eight, word_at};
use crate::gazetteer::rows::NONE;

impl Scan<'_> {
    /// The longest valid hit at a start in ASCII behind which something odd stands.
    #[inline(never)]
    pub(super) fn unusual(&mut self, start: usize, survivor: &Survivor) -> Option<Match> {
        let bytes = self.text.as_bytes();
        let end = start + usize::from(survivor.len);
        match bytes[end] {
            b'.' => self.initialism(start),
            // U+2010..U+2027: first dashes, then quotes and the like. The word ends here.
            0xe2 if matches!(bytes[end + 1..], [0x80, 0x90..=0xa7, ..]) => {
                let head = self.matcher.heads.find(word_at(bytes, start).0)?;
                let goes_on = if bytes[end + 2] < 0x96 { !0 } else { Next::MARK };
                if head.next & goes_on != 0 {
                    return self.exact(start);
                }
                (head.key != NONE && self.head_suits(start, end, &head)).then(|| Match::plain(end, head.key))
            }
            _ => self.exact(start),
        }
    }

    /// The longest valid hit at a letter with a dot behind it.
    fn initialism(&mut self, start: usize) -> Option<Match> {
        let bytes = self.text.as_bytes();
        let alone = |at: usize| {
            bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && !matches!(class_at(bytes, at + 1), Class::Word | Class::Odd)
        };
        // `U.S.`: letters and dots by turns.
        let (mut word, mut capitals, mut letters, mut end) = (0, 0, 0, start);
        while letters < 8 && alone(end) && bytes.get(end + 1) == Some(&b'.') {
            word |= u64::from(bytes[end] | 0x20) << (8 * letters);
            capitals |= u64::from(bytes[end].is_ascii_uppercase()) << letters;
            letters += 1;
            end += 2;
        }
        let usual = match class_at(bytes, end) {
            // Not `U. S.`.
            Class::Separator => {
                bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic) && class_at(bytes, end + 2) == Class::Word
            }
            Class::Plain => bytes.get(end) != Some(&b'\''),
            Class::Word => letters == 1 && class_at(bytes, end + 1) == Class::Word,
            Class::Dot | Class::Odd => false,
        };
        if !usual || letters == 8 {
            return self.exact(start);
        }
        let head = self.matcher.heads.find(word & FIRST[letters])?;
        let goes_on = match self.matcher.rests_at(bytes, end, &head) {
            (_, NONE) => true,
            (_, rests) if rests > FEW => true,
            (first, rests) => {
                let rests = self.matcher.rests.rows.slice(first as usize..(first + rests) as usize);
                !rests.iter().all(|rest| rest.differs_early(eight(bytes, end)))
            }
        };
        if letters < 2 || goes_on {
            return self.exact(start);
        }
        let case = super::Case { capitals: u64::from(head.capitals), known: head.case };
        (head.key != NONE && self.suits((start, end, head.key), case, capitals, (1 << letters) - 1))
            .then(|| Match::new(self.text, start, end, head.key))
    }
}
