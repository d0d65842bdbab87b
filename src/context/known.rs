//! What do the rules know of the text so far?
//!
//! All that goes from one hit to the next, and so from one stretch of a text to the next where it is read in stretches.

use super::Found;
use super::people::memory::People;
use super::text::sport::Sport;
use super::text::surroundings::Surroundings;
use crate::mask::Mask;

/// What the rules know of the text so far.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The mentions, in the order in which they were found.
    pub(super) found: Vec<Found>,
    /// Where they end.
    pub(super) covered: usize,
    pub(super) mask: Mask,
    pub(super) around: Surroundings,
    pub(super) people: People,
    pub(super) sport: Sport,
    /// Keys of names that are a person's in this text, and of abbreviations that stand for something else.
    pub(super) namesakes: Vec<u32>,
    /// Whether a ship was called like a country in this text.
    pub(super) has_ship: bool,
}

impl Known {
    /// The first `by` bytes of the text are gone.
    pub(super) fn move_back(&mut self, by: usize) {
        for found in &mut self.found {
            found.move_back(by);
        }
        self.covered = self.covered.saturating_sub(by);
        self.mask.forget();
        self.around.forget();
        self.people.move_back(by);
        self.sport.move_back(by);
    }
}
