//! The front door: text → mentions.
//!
//! 1. [`scan`](crate::scan): every place where an alias stands as a whole word in a fitting case, the longest at each place.
//! 2. [`context`](crate::context): what the rest of the text says of each; offices are composed, surnames find their bearers.
//! 3. here: what the options ask for.

use std::cell::Cell;
use std::sync::Arc;

use crate::context::text::phrases::Phrases;
use crate::context::{Compiled, Context, Found, Lands, Trace};
use crate::explain::Explanation;
use crate::fetch::{FAR, TOGETHER, fetch};
use crate::fold::markup;
use crate::gazetteer::Gazetteer;
use crate::mention::Mention;
use crate::options::{Options, Profile};
use crate::recase;
use crate::scan::{Hit, Matcher};
use crate::span::Span;

/// A gazetteer compiled for matching. Cheap to clone, and shared by threads without locks.
///
/// ```
/// # #[cfg(feature = "history")] {
/// use demarche::{EntityKind, Extractor};
/// let mentions = Extractor::embedded().extract("Uzbek foreign minister in Astana for a C5+1 meeting");
/// let found: Vec<(&str, &str)> = mentions.map(|mention| (mention.text(), mention.id())).collect();
/// assert_eq!(
///     found,
///     [
///         ("Uzbek foreign minister", "office:UZ/foreign-minister"),
///         ("Astana", "place:KZ/astana"),
///         ("C5+1", "format:c5+1"),
///     ]
/// );
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    gazetteer: Gazetteer,
    parts: Arc<Parts>,
}

/// Room for so many hits, 24 bytes each, a thread keeps from one text to the next.
const KEPT_HITS: usize = 1 << 13;

thread_local! {
    /// Where the hits in a text stand while it is read: the mentions are then all that a text allocates.
    static HITS: Cell<Vec<Hit>> = const { Cell::new(Vec::new()) };
}

/// What is compiled from a gazetteer.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) matcher: Matcher,
    pub(crate) phrases: Phrases,
    pub(crate) lands: Lands,
}

impl Extractor {
    /// Compiles a gazetteer.
    pub fn new(gazetteer: &Gazetteer) -> Self {
        let tables = &gazetteer.0;
        let parts = Parts { matcher: Matcher::new(tables), phrases: Phrases::new(tables), lands: Lands::new(tables) };
        Extractor::of_parts(gazetteer.clone(), parts)
    }

    /// The extractor of a gazetteer and what was compiled from it.
    pub(crate) fn of_parts(gazetteer: Gazetteer, parts: Parts) -> Self {
        markup::prepare();
        Extractor { gazetteer, parts: Arc::new(parts) }
    }

    /// The gazetteer it was compiled from.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// How many aliases stand in a text before the context is asked. For the crate's own benches.
    #[doc(hidden)]
    pub fn count_hits(&self, text: &str) -> usize {
        let mut count = 0;
        self.parts.matcher.scan(&self.gazetteer.0, text, |_| count += 1);
        count
    }

    /// The mentions in a text, left to right, with the options by default.
    pub fn extract<'a>(&'a self, text: &'a str) -> Mentions<'a> {
        self.extract_with(text, &Options::default())
    }

    /// The mentions in a text, left to right; a mention that holds others comes before them.
    ///
    /// Takes time linear in the length of the text, and memory for the mentions alone.
    pub fn extract_with<'a>(&'a self, text: &'a str, options: &Options) -> Mentions<'a> {
        let (mut found, ()) = self.run(text, options, ());
        // Mostly all of them.
        if options.kinds.is_some() || !found.iter().all(|found| options.admits(found)) {
            found.retain(|found| self.wants(found, options));
        }
        Mentions { gazetteer: &self.gazetteer, text, as_of: options.as_of, found: found.into_iter(), near: 0 }
    }
}

impl Extractor {
    /// Scans a text and judges what was found.
    fn run<T: Trace>(&self, text: &str, options: &Options, trace: T) -> (Vec<Found>, T) {
        let compiled @ Compiled { tables, matcher, phrases, .. } = self.compiled();
        let unmarked = markup::unmarked(text);
        let text = unmarked.as_deref().unwrap_or(text);
        let recased = if options.any_case { recase::recased(matcher, tables, phrases, text) } else { None };
        let text = recased.as_deref().unwrap_or(text);
        let mut context =
            Context::new(compiled, text, options.as_of, HITS.take(), trace).keeping_weak(options.profile == Profile::Recall);
        matcher.scan(tables, text, |hit| context.take(hit));
        let (found, trace, mut hits) = context.finish();
        hits.clear();
        hits.shrink_to(KEPT_HITS);
        HITS.set(hits);
        (found, trace)
    }

    /// Whether the options ask for such a mention.
    #[inline]
    pub(crate) fn wants(&self, found: &Found, options: &Options) -> bool {
        let tables = &*self.gazetteer.0;
        let kind = || &tables.kinds[usize::from(tables.entities.at(found.entity as usize).kind)];
        options.admits(found) && options.kinds.as_ref().is_none_or(|kinds| kinds.contains(kind()))
    }

    pub(crate) fn compiled(&self) -> Compiled<'_> {
        let Parts { matcher, phrases, lands } = &*self.parts;
        Compiled { tables: &self.gazetteer.0, matcher, phrases, lands }
    }

    pub(crate) fn matcher(&self) -> &Matcher {
        &self.parts.matcher
    }

    pub(crate) fn phrases(&self) -> &Phrases {
        &self.parts.phrases
    }

    /// Every candidate in a text, in the order in which they were judged: kept or dropped, by which rule, from which row of data.
    ///
    /// ```
    /// # #[cfg(feature = "history")] {
    /// let why = demarche::Extractor::embedded().explain("Air France flew to Paris", &Default::default());
    /// assert_eq!((why[0].text(), why[0].is_kept()), ("Air France", false));
    /// assert_eq!((why[1].text(), why[1].is_kept()), ("Paris", true));
    /// # }
    /// ```
    pub fn explain<'a>(&'a self, text: &'a str, options: &Options) -> Vec<Explanation<'a>> {
        let (_, steps) = self.run(text, options, Vec::new());
        steps.into_iter().map(|step| Explanation { gazetteer: &self.gazetteer, text, step }).collect()
    }

    /// Every candidate that touches a span of a text, judged in the whole text.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// let text = "Air France flew to Paris";
    /// let why = demarche::Extractor::embedded().explain_span(text, 19..24, &Default::default());
    /// assert_eq!(why.len(), 1);
    /// assert_eq!((why[0].text(), why[0].rule().as_str()), ("Paris", "name"));
    /// # }
    /// ```
    pub fn explain_span<'a>(
        &'a self,
        text: &'a str,
        span: impl Into<std::ops::Range<usize>>,
        options: &Options,
    ) -> Vec<Explanation<'a>> {
        let span: std::ops::Range<usize> = span.into();
        let mut all = self.explain(text, options);
        all.retain(|candidate| candidate.step.start < span.end && span.start < candidate.step.end);
        all
    }
}

impl<'a> Mentions<'a> {
    /// The text that was read.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The gazetteer of the extractor that read it.
    pub fn gazetteer(&self) -> &'a Gazetteer {
        self.gazetteer
    }

    /// Reads the rows and ids of the next mentions, which lie far from one another, so that the processor waits for all of them together.
    /// Tells how many mentions, one at least.
    fn fetch(&self) -> usize {
        let tables = &*self.gazetteer.0;
        // Not worth it for a few.
        let next = self.found.as_slice();
        if tables.aliases.len() < FAR || next.len() < TOGETHER {
            return usize::MAX;
        }
        let mut ids = [0; TOGETHER];
        for (id, found) in ids.iter_mut().zip(next) {
            *id = tables.entities.at(found.entity as usize).id.at as usize;
        }
        fetch(ids, |id| tables.text.as_bytes().get(id).copied().unwrap_or_default());
        TOGETHER
    }

    /// The day for which it was read.
    pub fn as_of(&self) -> Option<crate::Date> {
        self.as_of
    }
}

/// The mentions in a text, left to right.
#[derive(Clone)]
pub struct Mentions<'a> {
    gazetteer: &'a Gazetteer,
    text: &'a str,
    as_of: Option<crate::Date>,
    found: std::vec::IntoIter<Found>,
    /// Of how many further ones the rows have been read.
    near: usize,
}

impl<'a> Iterator for Mentions<'a> {
    type Item = Mention<'a>;

    #[inline]
    fn next(&mut self) -> Option<Mention<'a>> {
        if self.near == 0 {
            self.near = self.fetch();
        }
        self.near -= 1;
        // Copied as it lies, and not as something that may be none.
        let found = *self.found.as_slice().first()?;
        self.found.next();
        Some(Mention::new(self.gazetteer, self.text, Span::new(found.start, found.end), self.as_of, found))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.found.size_hint()
    }
}

impl ExactSizeIterator for Mentions<'_> {}

impl std::iter::FusedIterator for Mentions<'_> {}

impl std::fmt::Debug for Mentions<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
