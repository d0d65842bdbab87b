//! How long can an alias that starts here be at most?
//!
//! Keeps time linear on texts and aliases made to be slow: aliases of a thousand words of which a text repeats the beginning. Once too
//! much has been walked in vain, a stretch of the text is folded as a whole and read backwards by an automaton of the long keys read
//! backwards, which tells at every place the longest key that starts there.

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};
use once_cell::sync::OnceCell;

use crate::fold::{Folding, is_word};
use crate::gazetteer::Tables;

/// Up to how many bytes of keys the automaton takes.
const CAPACITY: usize = 1 << 21;
/// Bytes walked before the text is read backwards, and the least number of bytes that are then.
const ALLOWED: usize = 1 << 15;
/// The limit where none is known.
const UNKNOWN: u32 = u32::MAX;
/// Stands in a folded text where no alias goes on; no text folds to it.
const BREAK: u8 = 0xff;

/// The long keys.
#[derive(Debug)]
pub(super) struct LongKeys {
    /// Keys up to this length in bytes are short: walking so far is always allowed.
    pub(super) short: u32,
    backwards: OnceCell<Option<NFA>>,
}

impl LongKeys {
    /// The long keys of `tables`: all, or those that the automaton has room for.
    pub(super) fn of(tables: &Tables) -> Self {
        let size = |short| tables.all_keys().map(|key| tables.folded(key).len()).filter(|&len| len > short).sum::<usize>();
        Self::new([0, 16, 32].into_iter().find(|&short| size(short as usize) <= CAPACITY).unwrap_or(64))
    }

    pub(super) fn new(short: u32) -> Self {
        LongKeys { short, backwards: OnceCell::new() }
    }

    /// The automaton of the long keys read backwards, built on first use; none if it cannot hold them.
    fn backwards(&self, tables: &Tables) -> Option<&NFA> {
        let build = || {
            let long = tables.all_keys().map(|key| tables.folded(key)).filter(|key| key.len() > self.short as usize);
            let reversed = long.map(|key| key.bytes().rev().collect::<Vec<u8>>());
            NFA::builder().match_kind(MatchKind::Standard).prefilter(false).build(reversed).ok()
        };
        self.backwards.get_or_init(build).as_ref()
    }
}

/// What may be walked in a text.
#[derive(Debug)]
pub(super) struct Limit {
    /// Bytes walked behind heads.
    work: usize,
    /// What `work` may be, but for what grows with the text.
    allowed: usize,
    /// The first byte of the stretch read backwards.
    from: usize,
    /// The length of the longest long key that starts at each of its bytes.
    longest: Vec<u32>,
}

impl Limit {
    pub(super) fn new() -> Self {
        Limit { work: 0, allowed: ALLOWED, from: 0, longest: Vec::new() }
    }

    /// Counts bytes walked.
    #[inline]
    pub(super) fn count(&mut self, bytes: usize) {
        self.work += bytes;
        super::count_work(bytes);
    }

    /// No key that starts at `start` is longer than this, as far as is known already.
    #[inline(always)]
    pub(super) fn known(&self, start: usize, keys: &LongKeys) -> usize {
        match self.longest.get(start - self.from) {
            None | Some(&UNKNOWN) => usize::MAX,
            Some(&longest) => longest.max(keys.short) as usize,
        }
    }

    /// Whether it may be known that no key at all starts at places behind `at`.
    #[inline(always)]
    pub(super) fn tells_of(&self, at: usize, keys: &LongKeys) -> bool {
        keys.short == 0 && at < self.from + self.longest.len()
    }

    /// Keeps those of the places, offsets from `at` on, of which that is not known; tells how many there are.
    #[inline(never)]
    pub(super) fn sift(&self, at: usize, places: &mut [u16]) -> usize {
        let mut kept = 0;
        for i in 0..places.len() {
            let place = places[i];
            let longest = self.longest.get((at + usize::from(place)).wrapping_sub(self.from));
            places[kept] = place;
            kept += usize::from(longest != Some(&0));
        }
        kept
    }

    /// No key that starts at `start` is longer than this; finds it out if much has been walked for the length of the text.
    pub(super) fn at(&mut self, start: usize, text: &str, keys: &LongKeys, tables: &Tables) -> usize {
        let passed = start - self.from;
        // Where a stretch ends that was read backwards, the next one is likely to need it, too.
        let patience = if passed < 2 * self.longest.len() { passed / 16 } else { passed / 4 };
        if passed >= self.longest.len() && self.work > self.allowed + patience {
            if let Some(nfa) = keys.backwards(tables) {
                self.read_backwards(start, text, nfa);
            }
            self.allowed = self.work;
        }
        self.known(start, keys)
    }

    /// Sets the limits for a stretch from `from` on.
    fn read_backwards(&mut self, from: usize, text: &str, nfa: &NFA) {
        let longest_key = nfa.max_pattern_len();
        let to = text.len().min(from + ALLOWED.max(4 * longest_key));
        self.from = from;
        self.longest.clear();
        self.longest.resize(to - from, UNKNOWN);
        // The folded text, and what its pieces stand for.
        let (mut folded, mut places) = (Vec::new(), Vec::new());
        // How much of the folded text is the stretch's.
        let mut inside = 0;
        let mut at = from;
        'text: while at < to {
            let mut folding = Folding::new(text, at);
            loop {
                let first = folded.len();
                // A key that starts in the stretch may end behind it.
                let most = if at < to { to - at } else { (inside + longest_key).saturating_sub(first) };
                if most == 0 {
                    break 'text;
                }
                let plain = folding.plain_words(most, &mut folded);
                let mut end = at + plain;
                if plain == 0 {
                    let Some(piece) = folding.advance() else { break };
                    folded.extend_from_slice(piece.bytes());
                    end = piece.end;
                }
                super::count_work(folded.len() - first);
                if at < to {
                    inside = folded.len();
                    if plain > 0 || folding.is_as_new() {
                        places.push(Place { first, plain, start: at, end: end.min(to) });
                    }
                }
                at = end;
            }
            folded.push(BREAK);
            at = text[at..].char_indices().find(|&(_, c)| is_word(c)).map_or(text.len(), |(i, _)| at + i);
        }
        let Ok(mut state) = nfa.start_state(Anchored::No) else { return };
        let (mut unread, mut longest) = (folded.len(), 0);
        for place in places.iter().rev() {
            let known = &mut self.longest[place.start - from..place.end - from];
            for (i, &byte) in folded[place.first..unread].iter().enumerate().rev() {
                state = nfa.next_state(Anchored::No, state, byte);
                longest = if nfa.is_match(state) { nfa.pattern_len(nfa.match_pattern(state, 0)) as u32 } else { 0 };
                if i < place.plain {
                    known[i] = longest;
                }
            }
            if place.plain == 0 {
                known.fill(longest);
            }
            unread = place.first;
        }
    }
}

/// What a piece of a folded text, or a plain stretch of it, stands for.
struct Place {
    /// Where it starts in the folded text.
    first: usize,
    /// Its length if each of its bytes is one of the text, 0 for a piece.
    plain: usize,
    /// Where it starts and ends in the text.
    start: usize,
    end: usize,
}
