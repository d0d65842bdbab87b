//! What goes from one stretch of a text to the next, when a text is read in stretches?
//!
//! Rules look back up to [`LOOK_BACK`] bytes of text and as many mentions and hits as are kept here, and ahead up to [`REACH`] bytes.
//! Whatever else they know of the text before (who was named, whose name a country's is) is state without places. So a stretch
//! that begins so far before the next hit, with its places moved, gives the same answers as the whole text.

use std::collections::VecDeque;

use super::known::Known;
use super::{Compiled, Context, Found, NEIGHBOURS};
use crate::date::Date;
use crate::scan::Hit;

/// How much text before a hit its rules can look at, in bytes.
pub(crate) const LOOK_BACK: usize = 8 << 10;
/// How much text behind a hit its rules can look at, in bytes: [`LOOK_AHEAD`](super::LOOK_AHEAD) for names that support it, and the
/// words around those.
pub(crate) const REACH: usize = 8 << 10;
/// How far behind a mention what follows can change it (an office in apposition) or stand before it after all, in bytes.
const HOLD: usize = 2 << 10;
/// Mentions that are kept, for rules that look back among them.
const FOUND: usize = 4 * NEIGHBOURS;

/// What the rules know of the text so far, with all places counted from where the stretch at hand begins.
#[derive(Debug, Default)]
pub(crate) struct Carried {
    /// Hits: those judged and kept, then those to be judged.
    pub(crate) hits: Vec<Hit>,
    /// How many of them have been judged.
    pub(crate) judged: usize,
    known: Known,
    /// How many of the mentions kept have been given.
    given: usize,
    /// Candidates that only lack support and are not given yet, where they are wanted.
    weak: VecDeque<Found>,
    /// Where what has been given ends.
    given_to: usize,
}

impl Carried {
    /// Judges the hits up to number `to`, and with `end` what stands behind the last of them.
    pub(crate) fn judge(
        &mut self,
        compiled: Compiled<'_>,
        text: &str,
        (as_of, keeps_weak): (Option<Date>, bool),
        to: usize,
        end: bool,
    ) {
        let hits = std::mem::take(&mut self.hits);
        let mut context = Context::new(compiled, text, as_of, hits, ()).keeping_weak(keeps_weak);
        (context.known, context.judged) = (std::mem::take(&mut self.known), self.judged);
        context.judge_up_to(to);
        if end {
            context.judge_end();
        }
        context.forget_hits();
        (self.known, self.hits, self.judged) = (context.known, context.hits, context.judged);
        self.weak.extend(context.weak);
    }

    /// Gives the mentions that no hit from `limit` on can change any more, in the order in which the whole text has them.
    pub(crate) fn give(&mut self, limit: usize, mut each: impl FnMut(&Found)) {
        loop {
            let found = self.known.found.get(self.given).copied();
            if let Some(&weak) = self.weak.front()
                && found.is_none_or(|found| weak.start < found.start)
            {
                if found.is_none() && weak.end.saturating_add(HOLD) > limit {
                    break;
                }
                if weak.start >= self.given_to && found.is_none_or(|found| weak.end <= found.start) {
                    self.given_to = weak.end;
                    each(&weak);
                }
                self.weak.pop_front();
                continue;
            }
            match found {
                Some(found) if found.end.saturating_add(HOLD) <= limit => {
                    self.given_to = self.given_to.max(found.end);
                    self.given += 1;
                    each(&found);
                }
                _ => break,
            }
        }
        self.forget();
    }

    /// Forgets what no rule can look at any more.
    fn forget(&mut self) {
        // Not at every hit, so that it costs nothing.
        if self.given > 2 * FOUND {
            self.known.found.drain(..self.given - FOUND);
            self.given = FOUND;
        }
    }

    /// From where on the text is still needed if the next hit does not start before `next`.
    pub(crate) fn needed_from(&self, next: usize) -> usize {
        let held = [self.known.found.get(self.given), self.weak.front()];
        let held = held.into_iter().flatten().map(|found| found.start).min().unwrap_or(next);
        next.saturating_sub(LOOK_BACK).min(held)
    }

    /// Moves every place back by the `by` bytes that have been taken from the front of the text.
    pub(crate) fn move_back(&mut self, by: usize) {
        for hit in &mut self.hits {
            (hit.start, hit.end) = (hit.start.saturating_sub(by), hit.end.saturating_sub(by));
        }
        for weak in &mut self.weak {
            weak.move_back(by);
        }
        self.given_to = self.given_to.saturating_sub(by);
        self.known.move_back(by);
    }
}
