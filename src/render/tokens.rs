//! What are the tokens of a text, for formats that tag tokens?

use std::iter;

use crate::fold::{is_ignorable, is_mark, is_word};

/// A token, or a run of white space, by bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_space: bool,
}

/// Tokens and the white space between them: together they are the text.
///
/// A token is a run of letters, digits, marks and what is invisible between them, or any other character alone. It ends at each of
/// `cuts`, which ascend, so that a mention is whole tokens.
pub(super) fn tokens<'t>(text: &'t str, cuts: impl IntoIterator<Item = usize> + 't) -> impl Iterator<Item = Token> + 't {
    let mut cuts = cuts.into_iter().peekable();
    let mut start = 0;
    iter::from_fn(move || {
        while cuts.next_if(|&cut| cut <= start).is_some() {}
        let limit = cuts.peek().copied().unwrap_or(text.len());
        let rest = &text[start..limit];
        let first = rest.chars().next()?;
        let is_space = is_white(first);
        let end = if is_space {
            rest.find(|c| !is_white(c))
        } else if is_word(first) {
            rest.find(|c| !is_word(c) && !is_ignorable(c))
        } else {
            // Marks stay with what they stand on.
            rest.char_indices().skip(1).find(|&(_, c)| !is_mark(c) || is_white(c)).map(|(at, _)| at)
        };
        let token = Token { start, end: end.map_or(limit, |end| start + end), is_space };
        start = token.end;
        Some(token)
    })
}

/// Whether Python's `str.isspace` holds, which is also what Unicode calls white space but for four controls.
fn is_white(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split<'t>(text: &'t str, cuts: &[usize]) -> Vec<&'t str> {
        tokens(text, cuts.to_vec()).map(|token| &text[token.start..token.end]).collect()
    }

    #[test]
    fn words_signs_and_spaces() {
        assert_eq!(split("The G-20’s  U.S.\n", &[]), ["The", " ", "G", "-", "20", "’", "s", "  ", "U", ".", "S", ".", "\n"]);
        assert_eq!(split("Co\u{302}te d'Ivoire", &[]), ["Co\u{302}te", " ", "d", "'", "Ivoire"]);
        assert_eq!(split("Kazakh\u{ad}stan", &[]), ["Kazakh\u{ad}stan"]);
        assert_eq!(split("", &[]), [""; 0]);
    }

    #[test]
    fn a_cut_ends_a_token() {
        assert_eq!(split("中国China x", &[0, 6, 11]), ["中国", "China", " ", "x"]);
    }

    proptest! {
        #[test]
        fn tokens_tile_the_text(text in any::<String>(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..4)) {
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut cuts: Vec<usize> = cuts.iter().map(|index| boundaries[index.index(boundaries.len())]).collect();
            cuts.sort_unstable();
            prop_assert_eq!(split(&text, &cuts).concat(), text);
        }
    }
}
