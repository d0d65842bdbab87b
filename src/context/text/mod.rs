//! What stands around a place of the text: words, sentences, lines, lists, and what the word lists of the data say of them.
//!
//! - [`words`] beside a place, [`folded`] for look-ups; [`phrases`]: the lists of the data, [`lexicon`]: the last answers of theirs,
//!   [`first_letters`]: whether it is worth while to ask.
//! - [`sentence_words`] and [`surroundings`]: sentences, lines and their cues; [`mod@line`]: headlines; [`lists`]: entries and cells;
//!   [`sport`]: reports of sport.
//! - [`reach`]: how far a rule looks.

mod first_letters;
pub(super) mod folded;
pub(super) mod lexicon;
pub(super) mod line;
pub(super) mod lists;
pub(crate) mod phrases;
pub(super) mod reach;
mod sentence_words;
pub(super) mod sport;
pub(super) mod surroundings;
pub(crate) mod words;
