//! What do plain words fold to? Most aliases are such, and are folded without looking at each of their characters.

use crate::bytes::are_plain_words;

/// Appends the folding of a string of plain words to `out`; adds nothing and returns `false` where it is not that plain.
///
/// Plain words are ASCII letters and digits with single spaces and hyphens between them, each before a letter: before a digit the
/// separator may be nothing.
pub(crate) fn fold_plain(text: &str, out: &mut String) -> bool {
    let bytes = text.as_bytes();
    let ends = [bytes.first(), bytes.last()];
    if !ends.into_iter().all(|end| end.is_some_and(u8::is_ascii_alphanumeric)) || !are_plain_words::<true>(bytes) {
        return false;
    }
    let from = out.len();
    if bytes.contains(&b'-') {
        out.push_str(&text.replace('-', " "));
    } else {
        out.push_str(text);
    }
    out[from..].make_ascii_lowercase();
    true
}
