//! What stands at a place of a text: an initial that goes on, a run of separators, nothing that is seen?

use super::chars::{Class, class, is_break, is_hyphen, is_ignorable, is_letter, is_separator, is_word, narrow};

/// Longest separator run in bytes that still joins two words.
const MAX_RUN: usize = 256;
/// What stands before a quoted line has so many characters at most.
const MAX_SIGNS: usize = 16;

/// Is the dot at `dot`, which follows an initial, followed by another initial of the same initialism? Then where is it?
///
/// `U.S` and `U.S.` go on without a space; with one, the next letter must have its own dot (`U. S.`).
pub(super) fn initial_goes_on(text: &str, dot: usize) -> Option<usize> {
    let after = skip(text, behind(text, dot));
    let (c, _) = char_at(text, after)?;
    if is_letter(c) {
        return single_letter(text, after).map(|_| after);
    }
    if !is_separator(c) {
        return None;
    }
    let next = separator_run(text, after)?;
    let end = single_letter(text, next)?;
    char_at(text, skip(text, end)).filter(|&(c, _)| narrow(c) == '.').map(|_| next)
}

/// Where the letter at `at` ends, if it is a whole token by itself.
pub(super) fn single_letter(text: &str, at: usize) -> Option<usize> {
    let (c, len) = char_at(text, at)?;
    if !is_letter(c) {
        return None;
    }
    let mut end = at + len;
    while let Some((c, len)) = char_at(text, end)
        && matches!(class(c), Class::Accent | Class::Ignorable)
    {
        end += len;
    }
    match char_at(text, end) {
        Some((c, _)) if is_word(c) => None,
        _ => Some(end),
    }
}

/// Where the run of separators at `at` ends; `None` if it does not join words: a blank line, two hyphens, or too long.
pub(super) fn separator_run(text: &str, at: usize) -> Option<usize> {
    let (mut end, mut breaks, mut hyphens, mut after_return, mut opens) = (at, 0, 0, false, false);
    while let Some((c, len)) = char_at(text, end) {
        match class(c) {
            Class::Space | Class::Ignorable => {}
            Class::LineBreak => {
                breaks += u32::from(!(c == '\n' && after_return));
                opens = true;
            }
            Class::ParagraphBreak => return None,
            Class::Hyphen => {
                hyphens += 1;
                opens = false;
            }
            // `> ` before a line of what is answered to.
            Class::Other if c == '>' && opens => {}
            Class::Accent | Class::Other => break,
        }
        after_return = c == '\r';
        end += len;
        if breaks > 1 || hyphens > 1 || end - at > MAX_RUN {
            return None;
        }
    }
    Some(end)
}

/// Whether the `>` at `at` begins a line that is quoted, as answers to letters do: nothing but spaces and others of its kind stand before.
pub(crate) fn quotes_line(text: &str, at: usize) -> bool {
    let sign = |c: char| c == '>' || !is_break(c) && is_separator(c) && !is_hyphen(c) || is_ignorable(c);
    let mut before = text[..at].chars().rev();
    match before.by_ref().take(MAX_SIGNS).find(|&c| !sign(c)) {
        Some(c) => is_break(c),
        None => before.next().is_none(),
    }
}

/// The position behind ignorable characters.
pub(super) fn skip(text: &str, mut at: usize) -> usize {
    while let Some((c, len)) = char_at(text, at)
        && class(c) == Class::Ignorable
    {
        at += len;
    }
    at
}

/// The position behind the character at `at`.
pub(super) fn behind(text: &str, at: usize) -> usize {
    char_at(text, at).map_or(at, |(_, len)| at + len)
}

pub(crate) fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    let c = text.get(at..)?.chars().next()?;
    Some((c, c.len_utf8()))
}
