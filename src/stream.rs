//! A text of any length, read piece by piece → the mentions of the whole.
//!
//! A window of the text moves along. Hits in it are final up to the place from which no alias can reach the end of what has been
//! read; they are judged when the text that their rules can look at has been read, too; what lies before the window of the next
//! one is given back. So memory is bounded by the window and the gazetteer, and the places where pieces end do not show.

use std::io::{ErrorKind, Read};

use crate::context::carry::{Carried, LOOK_BACK, REACH};
use crate::date::Date;
use crate::extractor::Extractor;
use crate::fold::markup;
use crate::mention::{Mention, OwnedMention};
use crate::options::{Options, Profile};
use crate::recase::Recaser;
use crate::settled::Settled;
use crate::span::Span;

/// How much is read before the window moves, in bytes.
const STEP: usize = 64 << 10;
/// Why a text could not be read to its end.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum StreamError {
    /// The reader failed.
    #[error("the text cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// The text holds bytes that are not UTF-8.
    #[error("byte {offset} of the text is not UTF-8; have such bytes replaced if the rest is wanted")]
    NotUtf8 {
        /// Offset of the first offending byte.
        offset: u64,
    },
}

/// The mentions of a text that is read piece by piece: see [`Extractor::extract_reader`].
pub struct Stream<'e, R> {
    extractor: &'e Extractor,
    options: Options,
    reader: R,
    step: usize,
    lossy: bool,
    /// What has been read and is no whole character yet stands at the front.
    raw: Vec<u8>,
    filled: usize,
    window: Window<'e>,
    /// Mentions that are there and not asked for yet, in reverse.
    ready: Vec<OwnedMention>,
    error: Option<StreamError>,
    done: bool,
}

impl Extractor {
    /// The mentions of a text that `reader` gives, the same as those of the whole text, in bounded memory.
    ///
    /// The window holds about 100 KiB of text, and some multiple of the longest alias; besides, the people named so far are kept, whose
    /// number the gazetteer bounds. Spans count the bytes of the reader. A name beside which more than 8 KiB of accents, spaces or invisible
    /// characters stand may be told otherwise than in the whole text.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use demarche::{Extractor, Options};
    /// let text = "Kazakh President Tokayev spoke in Astana.";
    /// let stream = Extractor::embedded().extract_reader(text.as_bytes(), &Options::new());
    /// let ids: Vec<String> = stream.map(|mention| Ok(mention?.id)).collect::<Result<_, demarche::StreamError>>()?;
    /// assert_eq!(ids, ["office:KZ/president", "official:kassym-jomart-tokayev", "place:KZ/astana"]);
    /// # }
    /// # Ok::<(), demarche::StreamError>(())
    /// ```
    pub fn extract_reader<R: Read>(&self, reader: R, options: &Options) -> Stream<'_, R> {
        Stream {
            extractor: self,
            options: options.clone(),
            reader,
            step: STEP,
            lossy: false,
            raw: Vec::new(),
            filled: 0,
            window: Window::new(self, options.any_case),
            ready: Vec::new(),
            error: None,
            done: false,
        }
    }
}

impl<R: Read> Stream<'_, R> {
    /// Takes bytes that are not UTF-8 as the replacement character (U+FFFD) rather than as an error. Spans still count the bytes of the
    /// reader.
    pub fn lossy(mut self) -> Self {
        self.lossy = true;
        self
    }

    /// How many bytes are read before the window moves: 64 KiB by default, 1 at least. The mentions do not depend on it.
    pub fn step(mut self, bytes: usize) -> Self {
        self.step = bytes.max(1);
        self
    }

    /// Gives every mention to `each`, with all that a [`Mention`] can tell; its span counts the bytes of the reader.
    ///
    /// # Errors
    /// If the reader fails, or if the text is not UTF-8 and that was not to be passed over. Where bytes are not UTF-8, the mentions
    /// before them have been given; where the reader fails, those that do not depend on what did not come.
    pub fn visit(mut self, mut each: impl FnMut(Mention<'_>)) -> Result<(), StreamError> {
        while !self.done {
            self.advance(&mut each);
        }
        self.error.map_or(Ok(()), Err)
    }

    /// Reads on and gives the mentions that are certain then.
    fn advance(&mut self, each: &mut impl FnMut(Mention<'_>)) {
        let before = self.window.original.len();
        let mut end = false;
        while self.window.original.len() < before + self.step && !end {
            match self.read() {
                Ok(0) => end = true,
                Ok(_) => {}
                Err(error) => {
                    self.error = Some(error.into());
                    self.done = true;
                    break;
                }
            }
            if let Err(offset) = self.decode(end) {
                self.error = Some(StreamError::NotUtf8 { offset });
                end = true;
            }
        }
        let (extractor, options) = (self.extractor, &self.options);
        let wanted = (options.as_of, options.profile == Profile::Recall);
        self.window.extend(wanted, end, |window, found| {
            if extractor.wants(found, options) {
                let mut placed = *found;
                (placed.start, placed.end) = (window.place(found.start), window.place(found.end));
                let words = Span::new(found.start, found.end);
                each(Mention::new(extractor.gazetteer(), &window.original, words, options.as_of, placed));
            }
        });
        self.done |= end;
    }

    /// Reads some bytes; tells how many.
    fn read(&mut self) -> std::io::Result<usize> {
        // A character that is cut off has up to three bytes.
        self.raw.resize(self.step + 3, 0);
        loop {
            match self.reader.read(&mut self.raw[self.filled..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok(count) => {
                    self.filled += count;
                    return Ok(count);
                }
            }
        }
    }

    /// Moves whole characters into the window; the offset of bytes that are not UTF-8, unless they are replaced.
    fn decode(&mut self, end: bool) -> Result<(), u64> {
        let mut raw = &self.raw[..self.filled];
        loop {
            let (valid, broken) = match std::str::from_utf8(raw) {
                Ok(text) => (text, 0),
                Err(error) => {
                    let text = std::str::from_utf8(&raw[..error.valid_up_to()]).unwrap_or("");
                    let left = raw.len() - text.len();
                    (text, error.error_len().unwrap_or(if end { left } else { 0 }))
                }
            };
            self.window.original.push_str(valid);
            raw = &raw[valid.len()..];
            if broken == 0 {
                break;
            }
            if !self.lossy {
                return Err(self.window.place(self.window.original.len()) as u64);
            }
            self.window.replace(broken);
            raw = &raw[broken..];
        }
        let left = raw.len();
        self.raw.copy_within(self.filled - left..self.filled, 0);
        self.filled = left;
        Ok(())
    }
}

impl<R: Read> Iterator for Stream<'_, R> {
    type Item = Result<OwnedMention, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() && !self.done {
            let mut ready = std::mem::take(&mut self.ready);
            self.advance(&mut |mention| ready.push(mention.to_owned()));
            ready.reverse();
            self.ready = ready;
        }
        match self.ready.pop() {
            Some(mention) => Some(Ok(mention)),
            None => self.error.take().map(Err),
        }
    }
}

impl<R> std::fmt::Debug for Stream<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stream").field("at", &self.window.base).field("done", &self.done).finish_non_exhaustive()
    }
}

/// The part of a text that is in memory, and what is known of the text before it.
struct Window<'e> {
    extractor: &'e Extractor,
    /// The text as it was read.
    original: String,
    /// How much of it has been written without its markup.
    unmarked: usize,
    /// What gives that text its capitals, if names are looked for in any case.
    recaser: Option<Recaser<'e>>,
    /// The text as it is judged.
    scanned: Settled,
    /// How many bytes of the (decoded) text lie before it.
    base: usize,
    /// Where bytes were replaced: behind which place of the whole decoded text, and by how much original offsets are smaller then.
    repairs: Vec<(usize, isize)>,
    carried: Carried,
}

impl<'e> Window<'e> {
    fn new(extractor: &'e Extractor, any_case: bool) -> Self {
        let tables = &*extractor.gazetteer().0;
        Window {
            extractor,
            original: String::new(),
            unmarked: 0,
            recaser: any_case.then(|| Recaser::new(extractor.matcher(), tables, extractor.phrases())),
            scanned: Settled::new(tables),
            base: 0,
            repairs: Vec::new(),
            carried: Carried::default(),
        }
    }

    /// Notes that `broken` bytes are a replacement character.
    fn replace(&mut self, broken: usize) {
        self.original.push(char::REPLACEMENT_CHARACTER);
        let shift = self.repairs.last().map_or(0, |last| last.1);
        self.repairs.push((self.base + self.original.len(), shift + 3 - broken as isize));
    }

    /// The offset in the bytes read of a place in the window.
    fn place(&self, at: usize) -> usize {
        let at = self.base + at;
        let known = self.repairs.partition_point(|repair| repair.0 <= at);
        let shift = known.checked_sub(1).map_or(0, |i| self.repairs[i].1);
        at.saturating_add_signed(-shift)
    }

    /// Judges what can be judged, or, at the end of the text, all, and gives back what is not needed.
    fn extend(&mut self, wanted: (Option<Date>, bool), end: bool, mut each: impl FnMut(&Self, &crate::context::Found)) {
        let plain = if end { self.original.len() } else { markup::settled(&self.original) };
        if plain > self.unmarked {
            let next = self.recaser.as_mut().map_or(&mut self.scanned.text, Recaser::text);
            self.unmarked = markup::write(&self.original, self.unmarked, plain, next);
        }
        if let Some(recaser) = &mut self.recaser {
            recaser.give(end, &mut self.scanned.text);
        }
        let tables = &*self.extractor.gazetteer().0;
        let mut carried = std::mem::take(&mut self.carried);
        self.scanned.hits(self.extractor.matcher(), tables, end, |hit| carried.hits.push(hit));
        let settled = self.scanned.settled();
        let waiting = &carried.hits[carried.judged..];
        let ripe = if end { waiting.len() } else { waiting.partition_point(|hit| hit.end + REACH <= settled) };
        if ripe > 0 || end {
            let to = carried.judged + ripe;
            carried.judge(self.extractor.compiled(), &self.scanned.text, wanted, to, end);
        }
        let limit = carried.hits.get(carried.judged).map_or(settled, |hit| hit.start.min(settled));
        carried.give(if end { usize::MAX } else { limit }, |found| each(self, found));
        self.carried = carried;
        self.give_back();
    }

    /// Gives back the text before the window of the next hit.
    fn give_back(&mut self) {
        let next = self.carried.hits.get(self.carried.judged).map_or(self.scanned.settled(), |hit| hit.start);
        let next = next.min(self.scanned.free());
        let keep = self.scanned.floor(self.carried.needed_from(next).saturating_sub(64));
        // A few bytes are not worth moving the rest.
        if keep < LOOK_BACK {
            return;
        }
        self.scanned.give_back(keep);
        self.original.drain(..keep);
        self.unmarked -= keep;
        self.base += keep;
        self.carried.move_back(keep);
        let known = self.repairs.partition_point(|repair| repair.0 <= self.base);
        self.repairs.drain(..known.saturating_sub(1));
    }
}
