//! Which alias starts here, whatever the text holds?
//!
//! Folds the text piece by piece as the reference does, but finds the aliases through their heads. Slower than the paths for plain
//! ASCII, and taken only where those cannot tell.

use super::heads::head_of;
use super::rests::Rest;
use super::{Match, Scan};
use crate::boundary;
use crate::fold::{Folding, Piece};
use crate::gazetteer::rows::{NONE, Slice};

/// From so many bytes on it is worth while to ask how long a key can be.
const LOOK_UP: usize = 16;
/// Longest folding of one character, and the head before it.
const BUFFER: usize = 16 + 8;

/// Ends and keys of hits whose case has not been looked at, shortest first. Mostly a few, which need no room of their own.
#[derive(Default)]
pub(super) struct Pending {
    few: [(usize, u32); 8],
    count: usize,
    more: Vec<(usize, u32)>,
}

impl Pending {
    fn clear(&mut self) {
        self.count = 0;
        self.more.clear();
    }

    fn push(&mut self, end: usize, key: u32) {
        match self.few.get_mut(self.count) {
            Some(place) => (*place, self.count) = ((end, key), self.count + 1),
            None => self.more.push((end, key)),
        }
    }

    fn longest_first(&self) -> impl Iterator<Item = (usize, u32)> {
        self.more.iter().rev().chain(self.few[..self.count].iter().rev()).copied()
    }
}

impl Scan<'_> {
    /// The longest valid hit that starts at byte `start`, a character boundary where a match may start.
    pub(super) fn exact(&mut self, start: usize) -> Option<Match> {
        let mut folding = Folding::new(self.text, start);
        let (mut head, mut len) = ([0; BUFFER], 0);
        self.pending.clear();
        // The head, and the keys that are no longer than it.
        let mut last = None;
        for piece in folding.by_ref() {
            let bytes = piece.bytes();
            head[len..len + bytes.len()].copy_from_slice(bytes);
            len += bytes.len();
            super::count_work(1);
            if !head[0].is_ascii_alphanumeric() || len > 8 || !bytes.iter().all(u8::is_ascii_alphanumeric) {
                last = Some(piece);
                break;
            }
            self.note_head(&head[..len], &piece);
            if len == 8 {
                break;
            }
        }
        if len > 0 {
            self.exact_rests(start, &head[..len], last, folding);
        }
        let (tables, text) = (self.tables, self.text);
        let mut longest_first = self.pending.longest_first();
        let suits = |&(end, key): &(usize, u32)| super::case_suits(tables, key, &text[start..end]);
        longest_first.find(suits).map(|(end, key)| Match::new(text, start, end, key))
    }

    /// Notes the key that equals the folded bytes read so far, if a match may end here.
    fn note_head(&mut self, folded: &[u8], piece: &Piece) {
        if self.text.as_bytes().get(piece.end).is_some_and(u8::is_ascii_alphanumeric) {
            return;
        }
        let mut word = [0; 8];
        word[..folded.len()].copy_from_slice(folded);
        if let Some(head) = self.matcher.heads.find(u64::from_le_bytes(word))
            && head.key != NONE
        {
            self.note(head.key, piece);
        }
    }

    /// Notes a key whose folding ends with `piece`, at the places where a match may end.
    fn note(&mut self, key: u32, piece: &Piece) {
        for end in [Some(piece.end), piece.dot_end].into_iter().flatten() {
            if boundary::ends(self.text, end) {
                self.pending.push(end, key);
            }
        }
    }

    /// Notes the longer keys that begin with `folded`, of which `last` is the last piece if it has not been looked at.
    fn exact_rests(&mut self, start: usize, folded: &[u8], last: Option<Piece>, folding: Folding<'_>) {
        let Ok(folded) = std::str::from_utf8(folded) else { return };
        let (word, cut) = head_of(folded);
        let Some(head) = self.matcher.heads.find(word) else { return };
        let first = head.first_rest as usize;
        let rests = self.matcher.rests.rows.slice(first..first + head.rests as usize);
        let read = &folded.as_bytes()[cut..];
        let Some(last) = last else {
            self.walk(start, rests, 0, folding);
            return;
        };
        if read.is_empty() && head.key != NONE {
            self.note(head.key, &last);
        }
        if self.limit.known(start, &self.matcher.long) <= cut {
            return;
        }
        let rests = self.narrow(rests, 0, read, Some(&last).filter(|_| !read.is_empty()));
        self.walk(start, rests, read.len(), folding);
    }

    /// Reads on as long as some of `rests`, which share the `read` bytes read, go on like the text.
    fn walk(&mut self, start: usize, mut rests: Slice<'_, Rest>, mut read: usize, mut folding: Folding<'_>) {
        if rests.is_empty() {
            return;
        }
        let (mut limit, mut at) = (usize::MAX, start);
        while let Some(piece) = folding.advance() {
            self.limit.count(piece.end - at);
            at = piece.end;
            if read > LOOK_UP && limit == usize::MAX {
                limit = self.limit.at(start, self.text, &self.matcher.long, self.tables);
            }
            if read > limit {
                return;
            }
            rests = self.narrow(rests, read, piece.bytes(), Some(piece));
            if rests.is_empty() {
                return;
            }
            read += piece.bytes().len();
        }
    }

    /// Those of `rests` that hold `bytes` at `at`; notes the one that ends with them, and with `piece`.
    fn narrow<'r>(&mut self, rests: Slice<'r, Rest>, at: usize, bytes: &[u8], piece: Option<&Piece>) -> Slice<'r, Rest> {
        let keys = self.tables.text.as_bytes();
        let tail = |rest: Rest| rest.bytes(keys).get(at..).unwrap_or_default();
        let from = rests.partition_point(|rest| tail(rest) < bytes);
        let rests = rests.cut(from..rests.len());
        let rests = rests.cut(0..rests.partition_point(|rest| tail(rest).starts_with(bytes)));
        if let (Some(piece), Some(rest)) = (piece, rests.get(0))
            && rest.len as usize == at + bytes.len()
        {
            self.note(rest.key, piece);
        }
        rests
    }
}
