//! In which line does a place of the text stand, and how is it written?

use super::folded::Folded;
use super::reach;
use super::words;
use crate::bytes::gather_all;
use crate::fold::{is_apostrophe, is_break, is_ignorable, is_mark, is_separator, is_word};

/// How far a line is read to each side, in characters.
pub(super) const LINE_REACH: usize = 200;
/// A line of a paragraph that is broken at some column has at least so many characters, but for the last one.
const WRAPPED: usize = 55;
/// A headline has so many lines at most.
const HEADLINE: usize = 3;
/// The words of a headline that has capitals where English wants them.
const FEWEST_WORDS: usize = 3;
const MOST_WORDS: usize = 18;
/// A headline has no more numbers and brackets than this; a line of results has.
const FEW_FIGURES: u32 = 2;
/// A line of capitals has so many of them to a small letter.
const FEW_SMALL: usize = 12;
/// Words behind which a sentence does not end.
const LEADING_ON: [&str; 11] = ["of", "the", "from", "to", "with", "and", "a", "at", "or", "as", "into"];

/// Prepositions of four letters and more that headlines write small.
const PREPOSITIONS: [&str; 10] = ["from", "with", "over", "after", "into", "near", "under", "before", "amid", "upon"];

/// How a line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineMode {
    /// With capitals where English wants them.
    Running,
    /// Every longer word with a capital, as in headlines.
    Title,
    /// All in capitals.
    Capitals,
}

/// The line around a range, cut at a fixed reach, whether it is whole, and how it is written.
pub(super) fn around(text: &str, start: usize, end: usize) -> (usize, usize, bool, LineMode) {
    let (from, to, whole) = line_around(text, start, end);
    let line = &text[from..to];
    // The usual case, seen from its first and last letters.
    if has_many_small_letters(line) && (!whole || ends_with_stop(line)) {
        return (from, to, whole, LineMode::Running);
    }
    // One that goes on beyond the reach is no headline; letters beyond ASCII are dear to count, and so many make it no line of capitals.
    let many = (2 * LINE_REACH + end - start) / FEW_SMALL + 1;
    if !whole && !line.is_ascii() && line.chars().filter(|c| c.is_lowercase()).nth(many).is_some() {
        return (from, to, whole, LineMode::Running);
    }
    let tally = Tally::of(line);
    let mode = match tally.mode(line) {
        // A line that goes on beyond the reach, or in the next line, is no headline by itself, however many names it has.
        LineMode::Title if !whole => LineMode::Running,
        LineMode::Title | LineMode::Running if whole && tally.has_capitals() && is_wrapped(text, from, to) => {
            match headline(text, from, to) {
                Some((from, to)) => return (from, to, whole, LineMode::Title),
                None => LineMode::Running,
            }
        }
        mode => mode,
    };
    (from, to, whole, mode)
}

/// The headline of a few lines that a line is one of: blank lines stand around them, and each but the last is as wide as lines are that
/// are broken.
fn headline(text: &str, mut from: usize, mut to: usize) -> Option<(usize, usize)> {
    // The line at a place beside the others, if it is no blank one, and whether it is whole and as wide.
    let written = |at: usize| {
        let (start, end, whole) = line_around(text, at, at);
        let line = &text[start..end];
        line.contains(is_word).then(|| (start, end, whole, is_wide(line)))
    };
    let mut wide = is_wide(&text[from..to]);
    let mut lines = 1;
    while let Some((start, _, whole, wide)) = before_break(text, from).and_then(written) {
        lines += 1;
        if !whole || !wide || lines > HEADLINE {
            return None;
        }
        from = start;
    }
    while let Some((_, end, whole, next_wide)) = behind_break(text, to).and_then(written) {
        lines += 1;
        if !whole || !wide || lines > HEADLINE {
            return None;
        }
        (to, wide) = (end, next_wide);
    }
    (mode_of(&text[from..to]) == LineMode::Title).then_some((from, to))
}

/// Where the line before one that starts at `from` ends.
fn before_break(text: &str, from: usize) -> Option<usize> {
    let before = &text[..from];
    before.strip_suffix("\r\n").or_else(|| before.strip_suffix(is_break)).map(str::len)
}

/// Where the line behind one that ends at `to` starts.
fn behind_break(text: &str, to: usize) -> Option<usize> {
    let behind = &text[to..];
    behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(is_break)).map(|rest| text.len() - rest.len())
}

/// Whether a line is as wide as those of a paragraph that is broken at some column.
fn is_wide(line: &str) -> bool {
    reach::after(line, 0, WRAPPED) < line.len()
}

/// The line around a range, cut at a fixed reach, and whether it is whole.
pub(in crate::context) fn line_around(text: &str, start: usize, end: usize) -> (usize, usize, bool) {
    let limit = reach::before(text, start, LINE_REACH);
    let from = last_break(&text[limit..start]);
    let limit_behind = reach::after(text, end, LINE_REACH);
    let to = first_break(&text[end..limit_behind]);
    // The break may stand right outside of the reach.
    let starts = from.is_some() || text[..limit].chars().next_back().is_none_or(is_break);
    let whole = starts && (to.is_some() || text[limit_behind..].chars().next().is_none_or(is_break));
    (from.map_or(limit, |i| limit + i), to.map_or(limit_behind, |i| end + i), whole)
}

/// From where on everything stands that is before a place in a line that is whole.
pub(super) fn farthest(text: &str, at: usize) -> usize {
    let far = at.saturating_sub(reach::MAX_WIDTH * LINE_REACH);
    (far..=at).find(|&place| text.is_char_boundary(place)).unwrap_or(at)
}

/// Whether a character that starts with a byte may break a line: `\n` to `\r`, U+0085, U+2028, U+2029.
fn breaks(b: u8) -> bool {
    (b.wrapping_sub(b'\n') < 4) | (b == 0xc2) | (b == 0xe2)
}

/// Whether a line may break in a text. Reads all, so that the compiler makes vector instructions of it; inside its
/// callers it does not.
#[inline(never)]
fn may_break(text: &str) -> bool {
    text.bytes().fold(0, |any, b| any | u8::from(breaks(b))) != 0
}

/// Where the first break of a line is.
fn first_break(text: &str) -> Option<usize> {
    if !may_break(text) {
        return None;
    }
    let mut places = text.bytes().enumerate().filter(|&(_, b)| breaks(b)).map(|(at, _)| at);
    places.find(|&at| text[at..].starts_with(is_break))
}

/// Where the last break of a line ends.
fn last_break(text: &str) -> Option<usize> {
    if !may_break(text) {
        return None;
    }
    let mut places = text.bytes().enumerate().rev().filter(|&(_, b)| breaks(b)).map(|(at, _)| at);
    places.find_map(|at| text[at..].chars().next().filter(|&c| is_break(c)).map(|c| at + c.len_utf8()))
}

/// Whether a line is one of a paragraph that is broken at some column: it or the one before is as wide as that, and no blank line
/// stands between it and a neighbour.
pub(in crate::context) fn is_wrapped(text: &str, from: usize, to: usize) -> bool {
    let written = |line: &str| line.contains(is_word);
    let behind = behind_break(text, to).map_or("", |at| &text[at..]);
    let next = &behind[..reach::after(behind, 0, LINE_REACH)];
    let before = before_break(text, from).map_or("", |at| &text[..at]);
    let last = &before[reach::before(before, before.len(), LINE_REACH)..];
    let last = &last[last.char_indices().rfind(|&(_, c)| is_break(c)).map_or(0, |(at, c)| at + c.len_utf8())..];
    is_wide(&text[from..to]) && written(next.split(is_break).next().unwrap_or("")) || is_wide(last) && written(last)
}

/// Whether a line is as short as a headline, no mark ends it, and it goes on in no other.
pub(super) fn is_bare(text: &str, from: usize, to: usize) -> bool {
    let line = text[from..to].trim_end_matches(|c| is_separator(c) || is_ignorable(c));
    let words = line.split(is_separator).filter(|word| word.contains(is_word)).take(MOST_WORDS + 1).count();
    (FEWEST_WORDS..=MOST_WORDS).contains(&words)
        && line.ends_with(|c| is_word(c) || is_apostrophe(c))
        && !is_wrapped(text, from, to)
}

/// Whether the line that ends with a word at a place is one of prose that is broken at some column: as wide as those are, and no headline,
/// or it ends with a small word that goes on in the next, however narrow the column.
pub(super) fn is_broken_prose(text: &str, end: usize) -> bool {
    let (from, to, _) = line_around(text, end, end);
    let last = words::last_word(text, from, end);
    if Folded::of(text, last).is_one_of(&LEADING_ON) {
        return true;
    }
    is_wide(&text[from..to]) && mode_of(&text[from..to]) == LineMode::Running
}

/// Whether the line of a place is what is left of prose that is broken at some column.
pub(in crate::context) fn ends_prose(text: &str, at: usize) -> bool {
    let (from, _, _) = line_around(text, at, at);
    let goes_on = |end: usize| text[..end].trim_end_matches(|c| is_separator(c) || is_ignorable(c)).ends_with(is_word);
    before_break(text, from).is_some_and(|end| goes_on(end) && is_broken_prose(text, end))
}

/// Whether nothing but blanks stands before a place in its line.
pub(in crate::context) fn opens_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c| is_separator(c) && !is_break(c) || is_ignorable(c) || matches!(c, '>' | '['));
    before.chars().next_back().is_none_or(is_break)
}

/// Whether a range is all there is in its line, but for spaces and punctuation.
pub(in crate::context) fn is_whole_line(text: &str, start: usize, end: usize) -> bool {
    let blank = |c: Option<char>| c.is_none_or(is_break);
    let part = |c: &char| is_word(*c) || is_break(*c);
    // A line is longer than its frame, or it is not: reading stops at the first word.
    blank(text[..start].chars().rev().take(LINE_REACH).find(part)) && blank(text[end..].chars().take(LINE_REACH).find(part))
}

/// Whether the beginning of a line has so many small letters that it is no line of capitals, however it goes on.
fn has_many_small_letters(line: &str) -> bool {
    let beginning = &line.as_bytes()[..line.len().min(2 * 64)];
    let small: u8 = beginning.iter().map(|b| u8::from(b.is_ascii_lowercase())).sum();
    usize::from(small) * FEW_SMALL > line.len()
}

/// How a line is written.
fn mode_of(line: &str) -> LineMode {
    Tally::of(line).mode(line)
}

/// A word of so many characters counts, in a headline.
const LONG: u32 = 4;

/// What is counted in a line.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    upper: u32,
    lower: u32,
    /// Long words that start with a capital, and others.
    capital: u32,
    small: u32,
    /// Numbers and brackets: a line of results has many.
    figures: u32,
    /// The characters of the last word, up to one more than make it long, and whether it starts with a capital.
    len: u32,
    starts: bool,
}

/// Classes of ASCII characters: bits.
const UPPER: u8 = 1;
const LOWER: u8 = 2;
const WORD: u8 = 4;
/// A digit, which counts at the start of a word, or a bracket.
const FIGURE: u8 = 8;

/// The classes of ASCII characters. By itself it becomes vector instructions; inside its caller it does not.
#[inline(never)]
fn classes(block: &[u8; 64]) -> [u8; 64] {
    let mut classes = [0; 64];
    for (classes, &b) in classes.iter_mut().zip(block) {
        let mark = |is: bool, class: u8| u8::from(is).wrapping_neg() & class;
        let quote = (b == b'\'') | (b == b'`');
        *classes = mark(b.is_ascii_uppercase(), UPPER | WORD)
            | mark(b.is_ascii_lowercase(), LOWER | WORD)
            | mark(b.is_ascii_digit(), FIGURE | WORD)
            | mark(quote, WORD)
            | mark(b == b'(', FIGURE);
    }
    classes
}

impl Tally {
    /// How the line is written of which this is the tally.
    fn mode(&self, line: &str) -> LineMode {
        let Tally { upper, lower, capital, .. } = *self;
        // `WHO WON?`: so few letters are a line of capitals only if they are several words.
        let short =
            lower == 0 && upper >= 6 && line.split(is_separator).filter(|word| word.contains(is_word)).take(2).count() > 1;
        if upper >= 8 && lower as usize * FEW_SMALL <= upper as usize || short {
            LineMode::Capitals
        } else if capital >= 3 && (self.has_capitals() || self.has_capitals_but_for(line)) && !ends_with_stop(line) {
            LineMode::Title
        } else {
            LineMode::Running
        }
    }

    /// Whether long words have the capitals of a headline.
    fn has_capitals(&self) -> bool {
        self.small * 4 <= self.capital && self.figures <= FEW_FIGURES
    }

    /// Whether they have them but for prepositions, which some write small: `Truss Quits After 45 Days`, `Truss Quits after 45 Days`.
    fn has_capitals_but_for(&self, line: &str) -> bool {
        let may = self.small <= self.capital && self.figures <= FEW_FIGURES;
        let preposition = |word: &&str| {
            let start = word.as_ptr() as usize - line.as_ptr() as usize;
            Folded::of(line, words::Word { start, end: start + word.len() }).is_one_of(&PREPOSITIONS)
        };
        let prepositions = || line.split(is_separator).filter(preposition).count() as u32;
        may && self.small.saturating_sub(prepositions()) * 4 <= self.capital
    }

    fn of(line: &str) -> Self {
        let mut tally = Tally::default();
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii() {
                let block = &rest.as_bytes()[..rest.len().min(64)];
                let len = if block.is_ascii() { block.len() } else { block.iter().take_while(|b| b.is_ascii()).count() };
                tally.push_ascii(&block[..len]);
                rest = &rest[len..];
            } else {
                tally.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        tally
    }

    /// Adds a character beyond ASCII.
    fn push(&mut self, c: char) {
        if !is_word(c) && !is_apostrophe(c) {
            // What cannot be seen makes no word longer, and ends none.
            self.len = if is_ignorable(c) { self.len } else { 0 };
            return;
        }
        self.upper += u32::from(c.is_uppercase());
        self.lower += u32::from(c.is_lowercase());
        if !is_mark(c) {
            self.starts = if self.len == 0 { c.is_uppercase() } else { self.starts };
            self.len = (self.len + 1).min(LONG + 1);
            if self.len == LONG {
                *if self.starts { &mut self.capital } else { &mut self.small } += 1;
            }
        }
    }

    /// Adds at most 64 characters: a bit for each.
    fn push_ascii(&mut self, text: &[u8]) {
        let mut padded = [b' '; 64];
        let block = text.first_chunk().unwrap_or_else(|| {
            padded[..text.len()].copy_from_slice(text);
            &padded
        });
        let classes = classes(block);
        let all = |class: u8| gather_all(&classes, class.trailing_zeros());
        let (upper, lower, word, figure) = (all(UPPER), all(LOWER), all(WORD), all(FIGURE));
        self.upper += upper.count_ones();
        self.lower += lower.count_ones();
        // With the last word of what came before, as the highest bits of a block.
        let word_before = !(u64::MAX >> self.len);
        let start_before = u64::from(self.starts && self.len > 0).rotate_right(self.len);
        let behind = |by: u32| word << by | word_before >> (64 - by);
        let first = word & !behind(1);
        let last_of_four = word & behind(1) & behind(2) & behind(3) & !behind(LONG);
        let start_of_four = (upper & first) << 3 | start_before >> 61;
        self.capital += (last_of_four & start_of_four).count_ones();
        self.small += (last_of_four & !start_of_four).count_ones();
        self.figures += (figure & (first | !word)).count_ones();
        let len = text.len() as u32;
        let last = (word << (64 - len)).leading_ones();
        if last < len || self.len == 0 {
            self.len = 0;
            self.starts = last > 0 && upper >> (len - last) & 1 == 1;
        }
        self.len = (self.len + last).min(LONG + 1);
    }
}

/// Whether a line ends like a sentence: with a full stop that is not the last one of an initialism (`E.U.`).
fn ends_with_stop(line: &str) -> bool {
    let Some(rest) = line.trim_end().strip_suffix('.') else { return false };
    let mut last = rest.chars().rev();
    !(last.next().is_some_and(char::is_uppercase) && last.next() == Some('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// What is found a block at a time is what is found one by one.
        #[test]
        fn breaks_as_found_one_by_one(text in "(([a-c ]{1,40}|\n|\r\n|\u{b}|\u{85}|\u{2028}|\u{2029}|’|£)){0,9}") {
            let breaks = || text.char_indices().filter(|&(_, c)| is_break(c)).map(|(at, c)| (at, at + c.len_utf8()));
            proptest::prop_assert_eq!(first_break(&text), breaks().next().map(|(at, _)| at));
            proptest::prop_assert_eq!(last_break(&text), breaks().next_back().map(|(_, end)| end));
        }
    }

    #[test]
    fn modes() {
        assert_eq!(mode_of("AUSTRALIA, PAKISTAN OPEN WITH WIN"), LineMode::Capitals);
        assert_eq!(mode_of("Putin Meets Xi in Beijing Before Summit"), LineMode::Title);
        assert_eq!(mode_of("The US said on Monday that it would"), LineMode::Running);
        assert_eq!(mode_of("US"), LineMode::Running);
        assert_eq!(mode_of("Elena Likhovtseva (Russia) beat Li Fang (China) 7-5 6-3"), LineMode::Running);
    }

    /// A line that just fits into the reach is whole, at the start of the text and behind a break.
    #[test]
    fn lines_as_long_as_the_reach() {
        for (before, whole) in [(LINE_REACH - 1, true), (LINE_REACH, true), (LINE_REACH + 1, false)] {
            for (frame, end) in [("", ""), ("A line.\n", "\nA line."), ("é\u{301}\u{2028}", "\u{2028}é")] {
                let text = format!("{frame}{}US{}{end}", "a".repeat(before), "b".repeat(before));
                let start = frame.len() + before;
                let (from, to, is_whole) = line_around(&text, start, start + 2);
                assert_eq!(is_whole, whole, "{text}");
                assert!(from >= frame.len() && to <= text.len() - end.len(), "{text}");
            }
        }
    }

    /// Beside the count of one character after another, however the text is cut into blocks.
    #[test]
    fn blocks_are_counted_as_characters_are() {
        let words = [
            "Three",
            "four",
            "US",
            "d'Ivoire",
            "O’Neill",
            "Éire",
            "cafe\u{301}",
            "(7-5",
            "1996",
            "Mo\u{ad}ldova",
            "a",
            "Word5",
            "x`yz",
        ];
        let mut state = 1u32;
        for len in 0..200 {
            let mut line = String::new();
            while line.len() < len {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                line += words[state as usize / 65_536 % words.len()];
                line += ["", " ", ", ", "\u{a0}"][state as usize >> 28 & 3];
            }
            let mut expected = Tally::default();
            for word in line.split(|c: char| !is_word(c) && !is_apostrophe(c) && !is_ignorable(c)) {
                let seen: Vec<char> = word.chars().filter(|&c| !is_ignorable(c) && !is_mark(c)).collect();
                let starts = seen.first().is_some_and(|c| c.is_uppercase());
                expected.capital += u32::from(seen.len() > 3 && starts);
                expected.small += u32::from(seen.len() > 3 && !starts);
                expected.figures += u32::from(seen.first().is_some_and(char::is_ascii_digit));
            }
            expected.upper = line.chars().filter(|c| c.is_uppercase()).count() as u32;
            expected.lower = line.chars().filter(|c| c.is_lowercase()).count() as u32;
            expected.figures += line.matches('(').count() as u32;
            let Tally { len, starts, .. } = Tally::of(&line);
            assert_eq!(Tally::of(&line), Tally { len, starts, ..expected }, "{line}");
        }
    }
}
