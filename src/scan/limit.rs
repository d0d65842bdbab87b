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
        let size =
            |short| tables.keys.iter().map(|key| key.text.len).filter(|&len| len > short).map(|len| len as usize).sum::<usize>();
        Self::new([0, 16, 32].into_iter().find(|&short| size(short) <= CAPACITY).unwrap_or(64))
    }

    pub(super) fn new(short: u32) -> Self {
        LongKeys { short, backwards: OnceCell::new() }
    }

    /// The automaton of the long keys read backwards, built on first use; none if it cannot hold them.
    fn backwards(&self, tables: &Tables) -> Option<&NFA> {
        let build = || {
            let long = tables.keys.iter().filter(|key| key.text.len > self.short);
            let reversed = long.map(|key| tables.str(key.text).bytes().rev().collect::<Vec<u8>>());
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

    /// The same; finds it out if much has been walked for the length of the text.
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
        // The folded text, and the stretches of text that its pieces stand for: where they start in both.
        let (mut folded, mut places) = (Vec::new(), Vec::new());
        // How much of the folded text is the stretch's.
        let mut inside = 0;
        let mut at = from;
        'text: while at < to {
            let mut folding = Folding::new(text, at);
            while let Some(piece) = folding.advance() {
                let (first, end) = (folded.len(), piece.end);
                match piece.bytes() {
                    &[byte] => folded.push(byte),
                    bytes => folded.extend_from_slice(bytes),
                }
                if at < to {
                    inside = folded.len();
                    if folding.is_as_new() {
                        places.push((first, at, end.min(to)));
                    }
                }
                at = end;
                super::count_work(1);
                // A key that starts in the stretch may end behind it.
                if folded.len() >= inside + longest_key {
                    break 'text;
                }
            }
            folded.push(BREAK);
            at = text[at..].char_indices().find(|&(_, c)| is_word(c)).map_or(text.len(), |(i, _)| at + i);
        }
        let Ok(mut state) = nfa.start_state(Anchored::No) else { return };
        let mut place = places.len();
        for (i, &byte) in folded.iter().enumerate().rev() {
            state = nfa.next_state(Anchored::No, state, byte);
            let longest = if nfa.is_match(state) { nfa.pattern_len(nfa.match_pattern(state, 0)) as u32 } else { 0 };
            while place > 0 && places[place - 1].0 == i {
                place -= 1;
                let (_, start, end) = places[place];
                self.longest[start - from..end - from].fill(longest);
            }
        }
    }
}
