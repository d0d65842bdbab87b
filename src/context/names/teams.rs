//! Is a capital or a country here the name of a team?
//!
//! `Washington beat Boston`, `Ottawa 3 Florida 2`: clubs of a city; `Martin Brundle (Britain) Jordan`: a firm's team behind the country of
//! its driver. In reports of sport alone; looks at one word and one hit to each side.

use crate::context::text::folded::Folded;
use crate::context::text::line::is_whole_line;
use crate::context::text::words::Word;
use crate::context::{Context, Trace};
use crate::fold::{is_break, is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// The points of a team have at most so many digits: a year has more.
const DIGITS: usize = 3;

impl<T: Trace> Context<'_, T> {
    /// Whether a place or a country, which `entity` is, stands where a team does.
    pub(super) fn is_team(&mut self, hit: Hit, entity: u32) -> bool {
        let place = *self.kind_of(entity) == EntityKind::Place && (self.has_points(hit) || self.is_in_game(hit));
        (place || self.is_behind_athletes_country(hit)) && self.in_sport(hit)
    }

    /// `Ottawa 3 Florida 2`: points behind the name, and no date, time or full stop behind them.
    fn has_points(&self, hit: Hit) -> bool {
        let Some(points) = self.words.after(hit.end) else { return false };
        let folded = Folded::of(self.text, points);
        let number = folded.as_str();
        let time = self.words.after(points.end).is_some_and(|next| self.words.is_on(WordList::Time, next));
        number.len() <= DIGITS
            && number.bytes().all(|b| b.is_ascii_digit())
            && !time
            && !self.text[hit.end..points.start].contains(is_hyphen)
            && !is_whole_line(self.text, hit.start, hit.end)
            && !self.text[points.end..]
                .trim_start_matches(is_ignorable)
                .starts_with(|c: char| is_hyphen(c) || matches!(c, ':' | '/' | '.'))
    }

    /// `Washington beat Boston`, `who play Washington next`, `Washington quarterback`: a word for a game beside the name of a place.
    fn is_in_game(&self, hit: Hit) -> bool {
        let game = |word: Word| self.words.is_on(WordList::Game, word);
        let behind = self.words.after(hit.end);
        behind.is_some_and(|word| game(word) || self.words.is_on(WordList::StateSport, word))
            || self.words.before(hit.start).is_some_and(game)
    }

    /// `Martin Brundle (Britain) Jordan`: in one line behind a country in brackets, which stands behind no country.
    fn is_behind_athletes_country(&self, hit: Hit) -> bool {
        let Some(at) = self.at.checked_sub(1) else { return false };
        let last = self.hits[at];
        let blank = |c: char| is_separator(c) && !is_hyphen(c) && !is_break(c) || is_ignorable(c);
        let between = self.text.get(last.end..hit.start).unwrap_or("");
        if between.trim_matches(blank) != ")" || last.key == hit.key {
            return false;
        }
        let opened = self.text[..last.start].trim_end_matches(blank);
        let named = opened.strip_suffix('(').map_or(0, |before| before.trim_end_matches(blank).len());
        opened.ends_with('(')
            && self.may_mean(&last, &|entity| *self.kind_of(entity) == EntityKind::Country)
            && at.checked_sub(1).is_none_or(|first| {
                let official = |alias: usize| matches!(self.tables.aliases.at(alias).entity, e if e == NONE || *self.kind_of(e) == EntityKind::Official);
                self.hits[first].end != named || self.tables.aliases_of_key(self.hits[first].key).all(official)
            })
    }
}
