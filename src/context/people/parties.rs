//! Is a surname that of a party to a case in court, or of a partner in a firm?
//!
//! `Burwell v. Hobby Lobby`, `Board of Education v. Rowley`; `Wachtell, Lipton, Rosen & Katz`. Looks at the name beyond the sign, and at
//! [`PARTNERS`] names to each side.

use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::fold::{is_hyphen, is_ignorable, is_separator};
use crate::scan::Hit;

/// Spaces and a sign between two names, at most.
const GAP: usize = 8;
/// So many other names of a firm are looked at on each side.
const PARTNERS: usize = 3;
/// How far its sign can be, in bytes: mostly there is none.
const FIRM_REACH: usize = 64;

impl<T: Trace> Context<'_, T> {
    /// `Burwell v. Hobby Lobby`: whether what stands beyond the `v.` beside a surname is no official's name; of two that are (`Bush v. Gore`) one
    /// must have been named.
    pub(super) fn is_party_of_case(&self, hit: Hit) -> bool {
        let (before, behind) = (self.opponent_before(hit), self.opponent_behind(hit));
        let Some((opponent, dot)) = before.or(behind) else { return false };
        let known = |key: u32| self.known.people.antecedent(key).is_some();
        let other = match before {
            Some(_) => self.at.checked_sub(1).map(|at| self.hits[at]).filter(|last| last.end == opponent.end),
            None => self.hits.get(self.at + 1).copied().filter(|next| next.start == opponent.start),
        };
        // `Trump v Clinton` is of two officials, as a game is of two teams.
        !other.is_some_and(|other| self.may_be_person(&other) && (!dot || known(other.key) || known(hit.key)))
    }

    /// The capitalised word before ` v. ` before a hit, and whether it has the dot.
    fn opponent_before(&self, hit: Hit) -> Option<(Word, bool)> {
        let near = self.text[reach::before(self.text, hit.start, GAP)..hit.start].trim_end_matches(is_blank);
        let end = hit.start.min(reach::before(self.text, hit.start, GAP) + near.len());
        let versus = self.text[..end].strip_suffix('.').map_or(end, str::len);
        let word = words::last_word(self.text, 0, versus);
        self.is_versus(word)
            .then(|| self.words.before(word.start))
            .flatten()
            .filter(|word| words::is_capitalized(self.text, *word))
            .map(|word| (word, versus < end))
    }

    /// The capitalised word behind ` v. ` behind a hit, and whether it has the dot.
    fn opponent_behind(&self, hit: Hit) -> Option<(Word, bool)> {
        let versus = self.words.after(hit.end).filter(|word| self.is_versus(*word))?;
        let dot = self.text[versus.end..].starts_with('.');
        let opponent = self.words.after(versus.end + usize::from(dot))?;
        words::is_capitalized(self.text, opponent).then_some((opponent, dot))
    }

    /// Whether a word is a small `v`: `V. Putin` is no case.
    fn is_versus(&self, word: Word) -> bool {
        self.is(word, "v") && !words::is_capitalized(self.text, word)
    }

    /// `Wachtell, Lipton, Rosen & Katz`: whether a surname stands among names that commas part and `&` joins, one of which is no official's.
    pub(super) fn is_partner(&self, hit: Hit) -> bool {
        let bytes = self.text.as_bytes();
        let near = hit.start.saturating_sub(FIRM_REACH)..bytes.len().min(hit.end + FIRM_REACH);
        if !bytes[near].contains(&b'&') || self.text[hit.start..hit.end].contains(is_separator) {
            return false;
        }
        let (mut joined, mut others) = (false, false);
        for step in [Self::partner_before, Self::partner_behind] {
            let mut at = Word { start: hit.start, end: hit.end };
            for _ in 0..PARTNERS {
                let Some((word, joint)) = step(self, at) else { break };
                (joined, at) = (joined | joint, word);
                others |= !self.is_official_at(word);
            }
        }
        joined && others
    }

    /// `Lavrov & Tillerson`: whether `&` joins a surname that few have to another such one of an official.
    pub(super) fn is_beside_official(&self, hit: Hit) -> bool {
        let own = Word { start: hit.start, end: hit.end };
        let joined = [self.partner_before(own), self.partner_behind(own)];
        let other = joined.into_iter().flatten().find(|&(_, joint)| joint);
        other.is_some_and(|(word, _)| {
            self.is_official_at(word)
                && !self.is_frequent(hit)
                && !self.is_frequent(Hit { start: word.start, end: word.end, ..hit })
        })
    }

    /// The capitalised word before another, and whether `&` joins them rather than a comma.
    fn partner_before(&self, at: Word) -> Option<(Word, bool)> {
        let from = reach::before(self.text, at.start, GAP);
        let near = self.text[from..at.start].trim_end_matches(is_blank);
        let rest = near.strip_suffix(['&', ','])?;
        let word = words::last_word(self.text, 0, from + rest.trim_end_matches(is_blank).len());
        words::is_capitalized(self.text, word).then_some((word, near.ends_with('&')))
    }

    /// The capitalised word behind another, and whether `&` joins them rather than a comma.
    fn partner_behind(&self, at: Word) -> Option<(Word, bool)> {
        let near = self.text[at.end..reach::after(self.text, at.end, GAP)].trim_start_matches(is_blank);
        let place = reach::after(self.text, at.end, GAP) - near.len();
        near.strip_prefix(['&', ','])?;
        let word = self.words.after(place + 1)?;
        words::is_capitalized(self.text, word).then_some((word, near.starts_with('&')))
    }

    /// Whether a hit near by that is a word may be an official's name.
    fn is_official_at(&self, word: Word) -> bool {
        let near = self.hits[self.at.saturating_sub(PARTNERS)..].iter().take(2 * PARTNERS + 1);
        near.into_iter().any(|hit| (hit.start, hit.end) == (word.start, word.end) && self.may_be_person(hit))
    }
}

/// A space, what is not seen, or the sign of a line that is quoted.
fn is_blank(c: char) -> bool {
    is_separator(c) && !is_hyphen(c) || is_ignorable(c) || c == '>'
}
