//! In a line of capitals, is an abbreviation meant, or the English word that is written like it?
//!
//! `US`, `WHO`, `IT`. The abbreviation needs a sign: `THE US`, `U.S.`, `US-CHINA`, `US, CHINA`, `A US FIRM`, `US PRESIDENT BUSH`. A sign is
//! what stands right before or behind.

use crate::boundary::{char_after, char_before};
use crate::context::text::folded::Folded;
use crate::context::text::line::LineMode;
use crate::context::text::words::{self, Word};
use crate::context::{Candidate, Context, Trace};
use crate::fold::{is_apostrophe, is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::WordList;
use crate::kind::{CasePolicy, EntityKind};
use crate::scan::Hit;

/// Longer abbreviations are no English words.
const LONGEST_ABBREVIATION: usize = 5;
/// What is followed by a noun, with or without words between; a pronoun does not follow.
const DETERMINERS: [&str; 9] = ["the", "a", "its", "their", "our", "your", "my", "every", "each"];
/// What goes together with `is`: `HE'S WHO WE WANT` has no possessive.
const SUBJECTS: [&str; 10] = ["he", "she", "it", "that", "this", "who", "what", "there", "here", "where"];
/// Pronouns that open no sentence.
const OBJECTS: [&str; 1] = ["us"];
/// Pronouns that stand behind a comma, whoever is named before it.
const RELATIVES: [&str; 1] = ["who"];

impl<T: Trace> Context<'_, T> {
    /// Whether the hit is an English word rather than an abbreviation, in a line of capitals.
    pub(super) fn is_word_of_capitals(&mut self, hit: Hit, candidate: &Candidate) -> bool {
        let word = Word { start: hit.start, end: hit.end };
        candidate.row.case == CasePolicy::Exact as u8
            && !self.text[hit.start..hit.end].contains('.')
            && Folded::of(self.text, word).as_str().len() <= LONGEST_ABBREVIATION
            && self.words.is_on(WordList::English, word)
            && (self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Capitals || self.asks_in_capitals(hit))
            && !self.is_joined(hit)
            && !self.is_behind_determiner(hit)
            && !self.opens_as_abbreviation(hit)
            && !self.is_enumerated(hit)
            && self.compose_office(&candidate.mention(hit, crate::context::Rule::Name, 0)).is_none()
    }

    /// `WHO COMES NEXT? Nobody knew.`: whether a question word opens a sentence with two words in capitals of English behind it.
    fn asks_in_capitals(&self, hit: Hit) -> bool {
        let word = |at: usize| {
            let word = self.words.after(at)?;
            let english = self.words.is_on(WordList::English, word) || self.words.is_inflected(word);
            let capitals = self.text[word.start..word.end].chars().all(|c| is_ignorable(c) || c.is_uppercase());
            (english && capitals).then_some(word.end)
        };
        self.is_relative(hit) && words::starts_sentence(self.text, hit.start) && word(hit.end).and_then(word).is_some()
    }

    /// `US-LED`, `US/CHINA`, `US$`, `US'S`, `(WHO)`; not `WHO'S`.
    fn is_joined(&self, hit: Hit) -> bool {
        let relative = self.is_relative(hit);
        char_after(self.text, hit.end).is_some_and(|(c, _)| {
            matches!(c, '/' | '$')
                || is_hyphen(c)
                || is_apostrophe(c) && !relative
                || c == ')' && char_before(self.text, hit.start).is_some_and(|(c, _)| c == '(')
        })
    }

    /// `THE US`, `A WHO REPORT`, `BRANSON'S US SHOW`
    fn is_behind_determiner(&self, hit: Hit) -> bool {
        self.words.before(hit.start).is_some_and(|word| {
            if !words::is_possessive(self.text, word) {
                return Folded::of(self.text, word).is_one_of(&DETERMINERS);
            }
            let folded = Folded::of(self.text, word);
            !SUBJECTS.iter().any(|subject| folded.as_str().strip_prefix(subject).is_some_and(|sign| sign.len() <= 2))
        })
    }

    /// `US FILM WINS`: a pronoun that is an object does not open a headline.
    fn opens_as_abbreviation(&mut self, hit: Hit) -> bool {
        Folded::of(self.text, Word { start: hit.start, end: hit.end }).is_one_of(&OBJECTS)
            && words::starts_sentence(self.text, hit.start)
            && !self.known.around.is_wrapped(self.text, hit.start, hit.end)
    }

    fn is_relative(&self, hit: Hit) -> bool {
        Folded::of(self.text, Word { start: hit.start, end: hit.end }).is_one_of(&RELATIVES)
    }

    /// `US, CHINA`, `EU AND US`, `US/UN`: beside another name that is no person's.
    fn is_enumerated(&self, hit: Hit) -> bool {
        let relative = self.is_relative(hit);
        let beside = |from: usize, to: usize| {
            let between = self.text.get(from..to).unwrap_or("?");
            let sign = between.trim_matches(|c| is_separator(c) || is_ignorable(c));
            matches!(sign, "," | "/") && !(relative && to == hit.start)
                || sign.chars().filter(|&c| !is_ignorable(c)).eq("AND".chars())
                || sign.is_empty() && between.contains(is_hyphen)
        };
        let thing = |other: &&Hit| self.may_mean(other, &|entity| *self.kind_of(entity) != EntityKind::Official);
        let previous = self.at.checked_sub(1).and_then(|at| self.hits.get(at)).filter(thing);
        let next = self.hits.get(self.at + 1).filter(thing);
        previous.is_some_and(|other| beside(other.end, hit.start)) || next.is_some_and(|other| beside(hit.end, other.start))
    }
}
