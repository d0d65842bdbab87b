//! How are the tables of a matcher made from those of a gazetteer?

use super::cases::Case;
use super::gate::{Gate, opening};
use super::heads::{Head, Heads, Next, head_of};
use super::limit::LongKeys;
use super::mask::Initials;
use super::pairs::Pairs;
use super::rests::Rests;
use super::{FEW, Matcher};
use crate::bytes::{FIRST, HIGH, ONES, eight, word_at};
use crate::gazetteer::Tables;
use crate::gazetteer::rows::{NONE, Rows};

/// A key, or the start of one from which a text may separate what follows.
struct Part {
    word: u64,
    len: u32,
    /// Bytes behind it.
    rest: u32,
    key: u32,
    /// Of [`Next`]: how the key goes on.
    next: u32,
}

impl Part {
    /// Whether something follows that must be compared.
    fn has_rest(&self) -> bool {
        self.next & Next::JOINED == 0 && self.rest > 0
    }
}

impl Matcher {
    pub(crate) fn new(tables: &Tables) -> Self {
        let (text, cases) = (tables.text.as_bytes(), Case::of_all(tables));
        let mut parts = parts(tables);
        // Keys are sorted, and so nearly are their heads.
        parts.sort_by_key(|part| (part.word.swap_bytes(), part.key));
        let mut heads = Vec::new();
        let mut rests = Rests { rows: Rows::with_capacity(parts.iter().filter(|part| part.has_rest()).count()) };
        let (mut gate, mut openings, mut firsts) = (Vec::new(), Vec::new(), Vec::new());
        let (mut small, mut digits) = (false, false);
        for parts in parts.chunk_by(|a, b| a.word == b.word) {
            let word = parts[0].word;
            let mut head = Head { word, key: NONE, first_rest: rests.rows.len() as u32, rests: 0, next: 0, capitals: 0, case: 0 };
            let mut starts_small = false;
            for part in parts {
                let case = cases[part.key as usize];
                starts_small |= case.known & Case::STARTS_SMALL != 0;
                head.next |= part.next;
                if part.has_rest() {
                    let at = tables.keys.at(part.key as usize).at + part.len;
                    rests.push(text, at, part.rest, part.key, case);
                } else if part.next & Next::JOINED == 0 {
                    head.key = part.key;
                    head.capitals = case.capitals as u8;
                    head.case = case.known;
                }
            }
            head.rests = rests.rows.len() as u32 - head.first_rest;
            heads.push(head);
            let key = tables.folded(parts[0].key);
            let first = key.chars().next().unwrap_or_default();
            if firsts.last() != Some(&first) {
                firsts.push(first);
            }
            match first {
                'a'..='z' => {
                    // A letter alone may be the first of an initialism.
                    gate.extend([word & !0x20, word & 0xdf]);
                    if starts_small {
                        gate.extend([word, word & 0xff]);
                        small = true;
                    }
                }
                '0'..='9' => {
                    gate.push(word);
                    digits = true;
                }
                '\0'..='\x7f' => {}
                _ => openings.extend(parts.iter().filter_map(|part| opening(tables.folded(part.key)))),
            }
        }
        Matcher {
            initials: Initials::new(small, digits, &firsts),
            gate: Gate::new(&gate, &openings),
            heads: Heads::new(&heads),
            pairs: Pairs::new(&heads, &rests, text, FEW),
            rests,
            long: LongKeys::of(tables),
        }
    }
}

/// The heads of all keys.
fn parts(tables: &Tables) -> Vec<Part> {
    let mut parts = Vec::with_capacity(tables.keys.len());
    let mut joined = Vec::new();
    let all = tables.text.as_bytes();
    for key in tables.all_keys() {
        let (text, start) = (tables.folded(key), tables.keys.at(key as usize).at as usize);
        if text.is_empty() {
            continue;
        }
        let bytes = text.as_bytes();
        let (word, len) = match word_at(all, start) {
            (_, 0) => head_of(text),
            // What stands behind the key may be a word, too.
            (word, len) => (word & FIRST[len.min(bytes.len())], len.min(bytes.len())),
        };
        let head = &bytes[..len];
        let rest = (bytes.len() - len) as u32;
        parts.push(Part { word, len: len as u32, rest, key, next: goes_on(head, &bytes[len..]) });
        if head[0].is_ascii_alphanumeric() && may_be_parted(word, all, start) {
            // `G 20`, `AT&T`.
            let parted = |cut: usize| {
                head[cut - 1].is_ascii_alphabetic() && head[cut].is_ascii_digit() || bytes[cut..].starts_with(b"and")
            };
            for cut in (1..len).filter(|&cut| parted(cut)) {
                let word = word & FIRST[cut];
                let rest = (bytes.len() - cut) as u32;
                joined.push(Part { word, len: cut as u32, rest, key, next: Next::JOINED });
            }
        }
    }
    parts.append(&mut joined);
    parts
}

/// Whether a digit may stand in the head at `at` behind a letter, or an `and` behind its first letter: no to most, eight bytes at a time.
fn may_be_parted(head: u64, text: &[u8], at: usize) -> bool {
    let letters = head >> 6 & ONES;
    let digits = head >> 4 & ONES & !letters;
    // A byte is zero where the key has these three letters.
    let [a, n, d] = [(1, b'a'), (2, b'n'), (3, b'd')].map(|(behind, b)| eight(text, at + behind) ^ (u64::from(b) * ONES));
    let and = a | n | d;
    letters << 8 & digits != 0 || and.wrapping_sub(ONES) & !and & HIGH != 0
}

/// How a key goes on behind its head.
fn goes_on(head: &[u8], rest: &[u8]) -> u32 {
    match (head[0].is_ascii_alphanumeric(), rest) {
        (_, []) => 0,
        (_, [b' ', b'a'..=b'z' | b'0'..=b'9', ..]) => Next::word(rest[1]),
        (_, [b' ', ..]) => Next::OTHER,
        (_, [b'a'..=b'z' | b'0'..=b'9', ..]) => Next::LONG,
        (_, _) => Next::MARK,
    }
}
