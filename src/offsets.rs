//! Which character, which UTF-16 unit, which line and column is this byte?

use std::ops::Range;

use crate::span::Span;

/// Bytes between two places at which characters have been counted.
const STRIDE: usize = 256;

/// An index of a text, built once, that turns byte offsets into others: characters (code points, as Python counts), UTF-16 units (as
/// JavaScript, Java and editors count), lines and columns; and back.
///
/// Takes time linear in the text to build and about a tenth of its memory for lines of usual length; a look-up reads up to 256
/// bytes. A line ends with `\n`, `\r\n` or `\r`.
///
/// ```
/// use demarche::Offsets;
/// let text = "Café 🌍\nQuito";
/// let offsets = Offsets::new(text);
/// let quito = text.find("Quito").unwrap();
/// assert_eq!((quito, offsets.char(quito), offsets.utf16(quito)), (11, Some(7), Some(8)));
/// assert_eq!(offsets.line_column(quito), Some((2, 1)));
/// assert_eq!(offsets.byte_of_utf16(8), Some(quito));
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// Characters and UTF-16 units before every [`STRIDE`]th byte; none where all is ASCII.
    counts: Vec<(usize, usize)>,
    /// Where lines start, but for the first.
    lines: Vec<usize>,
    chars: usize,
    utf16: usize,
}

/// Characters and UTF-16 units that start in some bytes.
fn count(bytes: &[u8]) -> (usize, usize) {
    let chars = bytes.iter().filter(|&&b| b & 0xc0 != 0x80).count();
    (chars, chars + bytes.iter().filter(|&&b| b >= 0xf0).count())
}

impl<'t> Offsets<'t> {
    /// Reads a text once.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let (mut counts, mut so_far) = (Vec::new(), (bytes.len(), bytes.len()));
        if !text.is_ascii() {
            so_far = (0, 0);
            for chunk in bytes.chunks(STRIDE) {
                counts.push(so_far);
                let (chars, utf16) = count(chunk);
                so_far = (so_far.0 + chars, so_far.1 + utf16);
            }
        }
        let ends = |&(i, &b): &(usize, &u8)| b == b'\n' || b == b'\r' && bytes.get(i + 1) != Some(&b'\n');
        let lines = bytes.iter().enumerate().filter(ends).map(|(i, _)| i + 1).collect();
        Offsets { text, counts, lines, chars: so_far.0, utf16: so_far.1 }
    }

    /// The text it was built for.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Length of the text in characters.
    pub fn char_len(&self) -> usize {
        self.chars
    }

    /// Length of the text in UTF-16 units.
    pub fn utf16_len(&self) -> usize {
        self.utf16
    }

    /// Number of lines; what stands behind the last line end is a line, too.
    pub fn line_count(&self) -> usize {
        self.lines.len() + 1
    }

    /// Characters before byte `byte`; `None` behind the end of the text or within a character.
    pub fn char(&self, byte: usize) -> Option<usize> {
        self.before(byte).map(|counts| counts.0)
    }

    /// UTF-16 units before byte `byte`; `None` behind the end of the text or within a character.
    pub fn utf16(&self, byte: usize) -> Option<usize> {
        self.before(byte).map(|counts| counts.1)
    }

    /// Line and column of byte `byte`, both counted from 1, the column in characters; `None` behind the end of the text or within a
    /// character.
    pub fn line_column(&self, byte: usize) -> Option<(usize, usize)> {
        let (line, start) = self.line_at(byte)?;
        Some((line + 1, self.char(byte)? - self.char(start)? + 1))
    }

    /// Line and column of byte `byte` as the Language Server Protocol has them, both counted from 0, the column in UTF-16 units;
    /// `None` behind the end of the text or within a character.
    pub fn line_utf16(&self, byte: usize) -> Option<(usize, usize)> {
        let (line, start) = self.line_at(byte)?;
        Some((line, self.utf16(byte)? - self.utf16(start)?))
    }

    /// A span in characters; `None` if it is none of the text's.
    pub fn chars(&self, span: Span) -> Option<Range<usize>> {
        Some(self.char(span.start())?..self.char(span.end())?)
    }

    /// A span in UTF-16 units; `None` if it is none of the text's.
    pub fn utf16s(&self, span: Span) -> Option<Range<usize>> {
        Some(self.utf16(span.start())?..self.utf16(span.end())?)
    }

    /// The byte before which `char` characters stand; `None` behind the end of the text.
    pub fn byte_of_char(&self, char: usize) -> Option<usize> {
        self.find(char, |counts| counts.0, |_| 1)
    }

    /// The byte before which `utf16` UTF-16 units stand; `None` behind the end of the text or within a character.
    pub fn byte_of_utf16(&self, utf16: usize) -> Option<usize> {
        self.find(utf16, |counts| counts.1, char::len_utf16)
    }

    fn before(&self, byte: usize) -> Option<(usize, usize)> {
        if !self.text.is_char_boundary(byte) {
            return None;
        }
        if self.counts.is_empty() {
            return Some((byte, byte));
        }
        // The end of the text may be a stride of its own, of which nothing was counted.
        let stride = (byte / STRIDE).min(self.counts.len() - 1);
        let (chars, utf16) = count(&self.text.as_bytes()[stride * STRIDE..byte]);
        Some((self.counts[stride].0 + chars, self.counts[stride].1 + utf16))
    }

    /// The line of a byte, counted from 0, and where it starts.
    fn line_at(&self, byte: usize) -> Option<(usize, usize)> {
        if byte > self.text.len() {
            return None;
        }
        let line = self.lines.partition_point(|&start| start <= byte);
        Some((line, line.checked_sub(1).map_or(0, |before| self.lines[before])))
    }

    fn find(&self, wanted: usize, counted: impl Fn(&(usize, usize)) -> usize, len: impl Fn(char) -> usize) -> Option<usize> {
        if self.counts.is_empty() {
            return (wanted <= self.text.len()).then_some(wanted);
        }
        let stride = self.counts.partition_point(|counts| counted(counts) <= wanted) - 1;
        let mut at = stride * STRIDE;
        // A character that began before the stride was counted there.
        while !self.text.is_char_boundary(at) {
            at += 1;
        }
        let mut so_far = counted(&self.counts[stride]);
        for c in self.text[at..].chars() {
            if so_far >= wanted {
                break;
            }
            so_far += len(c);
            at += c.len_utf8();
        }
        (so_far == wanted).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Text of characters of one to four bytes and line ends, longer than some strides.
    fn texts() -> impl Strategy<Value = String> {
        prop_oneof!["[a-z\r\n é€🌍\u{301}]{0,40}", "[a-z\r\né€🌍]{300,900}", "[a-z \r\n]{0,600}"]
    }

    proptest! {
        #[test]
        fn as_counted_one_by_one(text in texts()) {
            let offsets = Offsets::new(&text);
            prop_assert_eq!(offsets.char_len(), text.chars().count());
            prop_assert_eq!(offsets.utf16_len(), text.encode_utf16().count());
            let (mut line, mut line_start) = (0, 0);
            for byte in 0..=text.len() + 2 {
                if !text.is_char_boundary(byte) {
                    prop_assert_eq!((offsets.char(byte), offsets.utf16(byte), offsets.line_column(byte)), (None, None, None));
                    continue;
                }
                let before = &text[..byte];
                if before.ends_with('\n') || before.ends_with('\r') && !text[byte..].starts_with('\n') {
                    (line, line_start) = (line + 1, byte);
                }
                let (chars, utf16) = (before.chars().count(), before.encode_utf16().count());
                prop_assert_eq!((offsets.char(byte), offsets.utf16(byte)), (Some(chars), Some(utf16)));
                prop_assert_eq!((offsets.byte_of_char(chars), offsets.byte_of_utf16(utf16)), (Some(byte), Some(byte)));
                let column = text[line_start..byte].chars().count();
                prop_assert_eq!(offsets.line_column(byte), Some((line + 1, column + 1)));
                prop_assert_eq!(offsets.line_utf16(byte), Some((line, text[line_start..byte].encode_utf16().count())));
            }
            prop_assert_eq!(offsets.line_count(), line + 1);
            prop_assert_eq!((offsets.byte_of_char(text.len() + 1), offsets.byte_of_utf16(text.len() + 1)), (None, None));
            // Within a surrogate pair there is no byte.
            if let Some(at) = text.find('🌍') {
                prop_assert_eq!(offsets.byte_of_utf16(text[..at].encode_utf16().count() + 1), None);
            }
        }
    }

    #[test]
    fn spans() {
        let text = "🌍 São Brás";
        let offsets = Offsets::new(text);
        let start = text.find("São").expect("it is there");
        let span = Span::new(start, text.len());
        assert_eq!((offsets.chars(span), offsets.utf16s(span)), (Some(2..10), Some(3..11)));
        assert_eq!(offsets.chars(Span::new(1, 2)), None);
        assert_eq!(offsets.text(), text);
    }
}
