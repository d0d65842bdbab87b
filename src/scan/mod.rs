//! Compiled gazetteer + text → every place where an alias stands as a whole word in a fitting case.
//!
//! A text passes through ever finer and dearer sieves, a segment at a time: [`mask`] finds where words start, [`gate`] which of them
//! begin like an alias, [`heads`] what begins with such a word, [`follow`] which aliases may go on so (through [`pairs`] where there
//! are many), [`rests`] and [`many`] whether the text is one of them, [`cases`] whether its capitals suit. [`exact`] stands in wherever
//! the text is not plain, but for what [`unusual`] knows, and [`limit`] keeps it from walking far in vain.

mod cases;
mod compile;
mod exact;
mod follow;
mod gate;
mod heads;
mod limit;
mod many;
mod mask;
#[cfg_attr(not(feature = "history"), allow(dead_code, reason = "reading packed tables is for the built-in gazetteer"))]
mod pack;
mod pairs;
#[cfg(any(test, fuzzing))]
pub(crate) mod reference;
mod rests;
mod seeds;
#[cfg(test)]
mod tests;
mod unusual;

use crate::boundary;
use crate::bytes::{FIRST, case_bits, eight};
use crate::case::{self, Surface};
use crate::gazetteer::Tables;
use crate::gazetteer::rows::NONE;
use crate::kind::CasePolicy;
use cases::Case;
use exact::Pending;
use gate::{Gate, Words};
use heads::{Head, Heads, Survivor, Survivors};
use limit::{Limit, LongKeys};
use many::Tried;
use mask::{GROUP, Initials, SEGMENT, Starts};
use pairs::Pairs;
use rests::{Found, Rest, Rests};

/// One place in a text where the longest valid alias stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Byte offset of the first byte.
    pub(crate) start: usize,
    /// Byte offset behind the last byte.
    pub(crate) end: usize,
    /// The folded form that stands here: a row of [`Tables::keys`].
    pub(crate) key: u32,
    /// How it is written.
    pub(crate) surface: Surface,
}

impl Hit {
    /// A hit of a key in a range of a text, whose surface is read.
    #[inline]
    pub(crate) fn new(text: &str, start: usize, end: usize, key: u32) -> Self {
        Hit { start, end, key, surface: Surface::of(text, start..end) }
    }
}

/// A hit whose start is known: so small that it is handed on in registers.
#[derive(Clone, Copy)]
struct Match {
    end: usize,
    key: u32,
    surface: Surface,
}

impl Match {
    /// The match of a key in a range of a text, whose surface is read.
    #[inline]
    fn new(text: &str, start: usize, end: usize, key: u32) -> Self {
        Match { end, key, surface: Surface::of(text, start..end) }
    }

    /// The same of a range of plain ASCII that is one word, or has a capital behind the first letter.
    #[inline(always)]
    fn plain(end: usize, key: u32) -> Self {
        Match { end, key, surface: Surface::PLAIN }
    }

    #[inline(always)]
    fn from(self, start: usize) -> Hit {
        Hit { start, end: self.end, key: self.key, surface: self.surface }
    }
}

/// Finds hits. Compiled from a gazetteer's tables; every call gets the same tables again.
#[derive(Debug)]
pub(crate) struct Matcher {
    initials: Initials,
    gate: Gate,
    heads: Heads,
    rests: Rests,
    pairs: Pairs,
    long: LongKeys,
}

impl Matcher {
    /// Calls `found` with every hit, left to right; hits do not overlap, the leftmost and then the longest wins.
    pub(crate) fn scan(&self, tables: &Tables, text: &str, found: impl FnMut(Hit)) {
        self.scan_from(tables, text, 0, found);
    }

    /// The same for the hits that start at byte `from` or behind it.
    pub(crate) fn scan_from(&self, tables: &Tables, text: &str, from: usize, mut found: impl FnMut(Hit)) {
        let mut scan = Scan { matcher: self, tables, text, pending: Pending::default(), limit: Limit::new() };
        let mut starts = Starts::new();
        let mut places = [0; SEGMENT + GROUP];
        let mut words = Words::new();
        let mut survivors = Survivors::new();
        let mut free = from;
        for at in (from / SEGMENT * SEGMENT..text.len()).step_by(SEGMENT) {
            let at_an_end;
            let window = match text.as_bytes().get(at.wrapping_sub(1)..).and_then(|bytes| bytes.first_chunk()) {
                Some(window) => window,
                None => {
                    at_an_end = mask::window_at_an_end(text.as_bytes(), at);
                    &at_an_end
                }
            };
            starts.find(window, text.as_bytes(), at, &self.initials);
            let mut count = starts.positions(&mut places);
            if scan.limit.tells_of(at, &self.long) {
                count = scan.limit.sift(at, &mut places[..count]);
            }
            if self.initials.small {
                count = self.gate.sift(window, &mut places[..count]);
            }
            for (i, places) in places.as_chunks().0.iter().enumerate().take(count.div_ceil(BATCH)) {
                let passed = self.gate.pass(window, &places[..(count - BATCH * i).min(BATCH)], &mut words);
                let going = self.heads.look_up(window, places, &words, passed, &mut survivors);
                self.follow(tables.text.as_bytes(), text.as_bytes(), at, &mut survivors, going);
                for survivor in survivors.left(passed, places, &words) {
                    let start = at + usize::from(survivor.at);
                    if start < free {
                        continue;
                    }
                    if let Some(longest) = scan.longest_at(start, &survivor) {
                        free = longest.end;
                        found(longest.from(start));
                    }
                }
            }
        }
    }
}

impl Matcher {
    /// The longest valid hit that starts at byte `start`, a character boundary.
    pub(crate) fn longest_at(&self, tables: &Tables, text: &str, start: usize) -> Option<Hit> {
        if !boundary::starts(text, start) {
            return None;
        }
        Scan { matcher: self, tables, text, pending: Pending::default(), limit: Limit::new() }
            .exact(start)
            .map(|longest| longest.from(start))
    }
}

/// Up to how many places are looked at together: so many that the processor is never idle, so few that they stay in the nearest cache.
/// A power of two.
const BATCH: usize = 128;

/// A text being scanned.
struct Scan<'s> {
    matcher: &'s Matcher,
    tables: &'s Tables,
    text: &'s str,
    pending: Pending,
    limit: Limit,
}

impl Scan<'_> {
    /// The longest valid hit that starts at byte `start`, where `survivor` passed the gate.
    #[inline]
    fn longest_at(&mut self, start: usize, survivor: &Survivor) -> Option<Match> {
        let bytes = self.text.as_bytes();
        let before = start.checked_sub(1).map_or(b' ', |at| bytes[at]);
        if matches!(before, b'\'' | b'`' | b'.' | b'0'..=b'9' | 0x80..) || survivor.len == 0 {
            return self.inside(start, survivor);
        }
        if survivor.is(Survivor::ODD) {
            return self.unusual(start, survivor);
        }
        if survivor.is(Survivor::LONGER) { self.plain(start, survivor) } else { self.head_alone(start, survivor) }
    }

    /// The same where a word may go on from before.
    #[inline(never)]
    fn inside(&mut self, start: usize, survivor: &Survivor) -> Option<Match> {
        if survivor.len == 0 && !self.matcher.gate.passes_beyond_ascii(self.text, start) || !boundary::starts(self.text, start) {
            return None;
        }
        if survivor.is(Survivor::ODD) { self.exact(start) } else { self.plain(start, survivor) }
    }

    /// The hit at a start behind whose first word, which is plain ASCII, no key goes on.
    #[inline(always)]
    fn head_alone(&self, start: usize, survivor: &Survivor) -> Option<Match> {
        let (head, end) = (self.matcher.heads.of(survivor), start + usize::from(survivor.len));
        (head.key != NONE && self.head_suits(start, end, &head)).then_some(Match::plain(end, head.key))
    }

    /// The longest valid hit at a start whose first word is plain ASCII.
    #[inline(never)]
    fn plain(&mut self, start: usize, survivor: &Survivor) -> Option<Match> {
        let bytes = self.text.as_bytes();
        let head = self.matcher.heads.of(survivor);
        let len = usize::from(survivor.len);
        let end = start + len;
        if survivor.following.rests == NONE {
            return self.exact(start);
        }
        let mut best = None;
        if head.key != NONE && self.head_suits(start, end, &head) {
            best = Some(Match::plain(end, head.key));
        }
        if self.limit.known(start, &self.matcher.long) <= len {
            return best;
        }
        let first = survivor.following.first_rest as usize;
        let rests = self.matcher.rests.rows.slice(first..first + survivor.following.rests as usize);
        if survivor.following.rests > FEW {
            match self.among_many(start, len, rests) {
                Tried::Not => {}
                Tried::Odd => return self.exact(start),
                Tried::Match(found) => return Some(found),
            }
        }
        let mut fits = survivor.following.fits;
        while fits != 0 {
            let rest = rests.at(fits.trailing_zeros() as usize);
            fits &= fits - 1;
            match self.try_rest(start, len, &rest) {
                Tried::Not => {}
                Tried::Odd => return self.exact(start),
                // Rests are sorted, so that a longer one comes later.
                Tried::Match(found) => best = Some(found),
            }
        }
        if best.is_none() && follow::is_inside(bytes, end) && survivor.following.rests < head.rests {
            return self.cut_word(start, len, &head);
        }
        best
    }

    /// The same where the first word is longer than its head, and no key goes on with it and the word behind it.
    #[inline(never)]
    fn cut_word(&mut self, start: usize, len: usize, head: &Head) -> Option<Match> {
        let (first, count) = self.matcher.pairs.find_cut(head, self.text.as_bytes(), start + len);
        if count == NONE {
            return self.exact(start);
        }
        let first = first as usize;
        match self.among_many(start, len, self.matcher.rests.rows.slice(first..first + count as usize)) {
            Tried::Not => None,
            Tried::Odd => self.exact(start),
            Tried::Match(found) => Some(found),
        }
    }

    /// The hit that `rest` makes of the head at `start` of `len` bytes, if it is a valid one.
    #[inline(always)]
    fn try_rest(&self, start: usize, len: usize, rest: &Rest) -> Tried {
        count_work(1);
        let bytes = self.text.as_bytes();
        match rest.compare(self.tables.text.as_bytes(), bytes, start + len, len) {
            Found::Not => Tried::Not,
            Found::Odd => Tried::Odd,
            Found::Same { end, capitals, letters, smooth } => {
                let first = case_bits(eight(bytes, start) & FIRST[len]);
                let valid = rests::ends(self.text, end)
                    && self.suits((start, end, rest.key), rest.case(), capitals | first.0, letters | first.1);
                if !valid {
                    Tried::Not
                } else if smooth && capitals != 0 {
                    Tried::Match(Match::plain(end, rest.key))
                } else {
                    Tried::Match(Match::new(self.text, start, end, rest.key))
                }
            }
        }
    }

    /// Whether a match of the head alone is valid.
    #[inline(always)]
    fn head_suits(&self, start: usize, end: usize, head: &Head) -> bool {
        let (capitals, letters) = case_bits(eight(self.text.as_bytes(), start) & FIRST[end - start]);
        let case = Case { capitals: u64::from(head.capitals), known: head.case };
        rests::ends(self.text, end) && self.suits((start, end, head.key), case, capitals, letters)
    }

    /// Whether the case of a hit in plain ASCII suits its key.
    #[inline(always)]
    fn suits(&self, (start, end, key): (usize, usize, u32), case: Case, capitals: u64, letters: u64) -> bool {
        case.suits(capitals, letters).unwrap_or_else(|| case_suits(self.tables, key, &self.text[start..end]))
    }
}

/// Up to how many rests are compared one by one.
const FEW: u32 = 8;

/// Whether an alias of this key suits the case of `surface`, or may in a list.
pub(crate) fn case_suits(tables: &Tables, key: u32, surface: &str) -> bool {
    tables.aliases_of_key(key).any(|alias| {
        let alias = tables.aliases.at(alias);
        case::may_suit(CasePolicy::ALL[usize::from(alias.case)], tables.str(alias.text), surface)
    })
}

#[cfg(test)]
thread_local! {
    /// Steps taken by scans on this thread, for tests of how time grows.
    static WORK: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts steps in tests.
#[inline(always)]
fn count_work(_steps: usize) {
    #[cfg(test)]
    WORK.set(WORK.get() + _steps);
}
