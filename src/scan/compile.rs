//! How are the tables of a matcher made from those of a gazetteer?

use super::cases::Case;
use super::gate::{Gate, opening};
use super::heads::{Head, Heads, Next, head_of};
use super::limit::LongKeys;
use super::mask::Initials;
use super::pairs::Pairs;
use super::rests::Rests;
use super::{FEW, Matcher, bytes};
use crate::gazetteer::Tables;
use crate::gazetteer::rows::NONE;

/// A key, or the start of one from which a text may separate what follows.
struct Part {
    word: u64,
    len: u32,
    key: u32,
    /// Of [`Next`]: how the key goes on.
    next: u32,
}

impl Matcher {
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut parts = parts(tables);
        parts.sort_unstable_by_key(|part| (part.word, part.key));
        let mut heads = Vec::new();
        let mut rests = Rests::default();
        let mut gate = Vec::new();
        let mut firsts = Vec::new();
        let (mut small, mut digits) = (false, false);
        for parts in parts.chunk_by(|a, b| a.word == b.word) {
            let word = parts[0].word;
            let mut head = Head { word, key: NONE, first_rest: rests.rows.len() as u32, rests: 0, next: 0, capitals: 0, case: 0 };
            let mut starts_small = false;
            for part in parts {
                let case = Case::of(tables, part.key);
                starts_small |= case.known & Case::STARTS_SMALL != 0;
                head.next |= part.next;
                let text = tables.keys.at(part.key as usize).text;
                if part.next & Next::JOINED != 0 {
                    continue;
                }
                if text.len == part.len {
                    head.key = part.key;
                    head.capitals = case.capitals as u8;
                    head.case = case.known;
                } else {
                    let rest = &tables.str(text).as_bytes()[part.len as usize..];
                    rests.push(rest, part.key, case);
                }
            }
            head.rests = rests.rows.len() as u32 - head.first_rest;
            heads.push(head);
            match word as u8 {
                b'a'..=b'z' => {
                    // A letter alone may be the first of an initialism.
                    gate.extend([word & !0x20, word & 0xdf]);
                    if starts_small {
                        gate.extend([word, word & 0xff]);
                        small = true;
                    }
                }
                b'0'..=b'9' => {
                    gate.push(word);
                    digits = true;
                }
                _ => {}
            }
        }
        let mut openings = Vec::new();
        for row in tables.keys.iter() {
            let first = tables.str(row.text).chars().next();
            if first.is_some() && first != firsts.last().copied() {
                firsts.extend(first);
            }
            openings.extend(opening(tables.str(row.text)));
        }
        Matcher {
            initials: Initials::new(small, digits, &firsts),
            gate: Gate::new(&gate, &openings),
            heads: Heads::new(&heads),
            pairs: Pairs::new(&heads, &rests, FEW),
            rests,
            long: LongKeys::of(tables),
        }
    }
}

/// The heads of all keys.
fn parts(tables: &Tables) -> Vec<Part> {
    let mut parts = Vec::with_capacity(tables.keys.len());
    for (key, row) in tables.keys.iter().enumerate() {
        let text = tables.str(row.text);
        if text.is_empty() {
            continue;
        }
        let (word, len) = head_of(text);
        let bytes = text.as_bytes();
        let head = &bytes[..len];
        parts.push(Part { word, len: len as u32, key: key as u32, next: goes_on(head, &bytes[len..]) });
        if head[0].is_ascii_alphanumeric() {
            // `G 20`, `AT&T`.
            let parted = |cut: usize| {
                head[cut - 1].is_ascii_alphabetic() && head[cut].is_ascii_digit() || bytes[cut..].starts_with(b"and")
            };
            for cut in (1..len).filter(|&cut| parted(cut)) {
                let word = word & bytes::FIRST[cut];
                parts.push(Part { word, len: cut as u32, key: key as u32, next: Next::JOINED });
            }
        }
    }
    parts
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
