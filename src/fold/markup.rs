//! How does a text read that is written in HTML, Markdown, as a wiki or in JSON, or has been cut into words or syllables?
//!
//! Whatever is markup becomes what it stands for and characters that cannot be seen. The answer has the bytes of the text in the same places,
//! so that offsets stay. What becomes of a place depends on the [`REACH`] bytes beside it, so that a text can be read piece by piece.

use aho_corasick::packed::Searcher;
use once_cell::sync::Lazy;

use super::{is_break, is_hyphen, is_quote, is_separator, is_word};

/// No tag, link or note is longer, in bytes, and no more of the text is looked at.
pub(crate) const REACH: usize = 1 << 10;
/// How far apart signs stand that belong together, in bytes.
const PAIR: usize = 200;
/// No note is longer, with the tag behind it.
const NOTE: usize = 32;
/// Longest name of a character.
const ENTITY: usize = 12;

/// Elements of HTML within a line,
const INLINE: [&str; 33] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];
/// those that begin a line of their own,
const BLOCKS: [&str; 41] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
    "img",
];
/// and cells.
const CELLS: [&str; 2] = ["td", "th"];

/// Names of characters.
const CHARACTERS: [(&str, &str); 25] = [
    ("amp", "&"),
    ("apos", "'"),
    ("bull", "•"),
    ("emsp", " "),
    ("ensp", " "),
    ("gt", ">"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("ldquo", "“"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("mdash", "—"),
    ("middot", "·"),
    ("minus", "−"),
    ("nbsp", "\u{a0}"),
    ("ndash", "–"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rdquo", "”"),
    ("rsquo", "’"),
    ("shy", "\u{ad}"),
    ("szlig", "ß"),
    ("thinsp", " "),
    ("zwj", "\u{200d}"),
    ("zwnj", "\u{200c}"),
];
/// What their names call the marks of letters: `eacute`.
const MARKS: [(&str, char); 8] = [
    ("acute", '\u{301}'),
    ("caron", '\u{30c}'),
    ("cedil", '\u{327}'),
    ("circ", '\u{302}'),
    ("grave", '\u{300}'),
    ("ring", '\u{30a}'),
    ("tilde", '\u{303}'),
    ("uml", '\u{308}'),
];
/// What markup stands for: up to two characters.
type Meaning = [Option<char>; 2];

const NOTHING: Meaning = [None; 2];

/// Markup: where it starts and ends, and what it stands for.
type Sign = (usize, usize, Meaning);

/// The text as it reads; `None` if it has no markup.
pub(crate) fn unmarked(text: &str) -> Option<String> {
    let from = Places { bytes: text.as_bytes(), at: 0 }.find_map(|at| sign(text, at))?.0;
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..from]);
    write(text, from, text.len(), &mut out);
    Some(out)
}

/// Appends how the text reads from one place to another, or to the end of the markup that goes on there, and tells where that is.
pub(crate) fn write(text: &str, from: usize, to: usize, out: &mut String) -> usize {
    let mut done = from;
    for at in (Places { bytes: text.as_bytes(), at: from }).take_while(|&at| at < to) {
        if at < done {
            continue;
        }
        if let Some((start, end, meaning)) = sign(text, at).filter(|sign| sign.0 >= done) {
            out.push_str(&text[done..start]);
            let meaning = meaning.into_iter().flatten();
            push_unseen(out, end - start - meaning.clone().map(char::len_utf8).sum::<usize>());
            out.extend(meaning);
            done = end;
        }
    }
    if done < to {
        out.push_str(&text[done..to]);
    }
    done.max(to)
}

/// How far a text reads the same however it goes on, if so much of it is to be left out at its end: not between a space and what follows.
pub(crate) fn settled(text: &str) -> usize {
    let mut to = text.len().saturating_sub(2 * REACH);
    while to > 0 && (!text.is_char_boundary(to) || text.as_bytes()[to - 1].is_ascii_whitespace()) {
        to -= 1;
    }
    to
}

/// Appends so many bytes that cannot be seen; not a single one.
fn push_unseen(out: &mut String, mut bytes: usize) {
    if bytes % 2 == 1 {
        out.push('\u{200b}');
        bytes -= 3;
    }
    out.extend(std::iter::repeat_n('\u{ad}', bytes / 2));
}

/// What markup may begin with; as bits of vectors it is found 16 or 32 bytes at a time, where the processor can. The searcher has room for
/// eight last digits (in hexadecimal) without confusing them with other characters: `\\` and `<` share one.
const BEGINNINGS: [&[u8]; 9] = [b"\\", b"&", b"*", b"[", b"]", b"_", b"@", b"\xc2\xad", b"<"];
static SEARCHER: Lazy<Option<Searcher>> = Lazy::new(|| Searcher::new(BEGINNINGS));

/// Makes what finds markup, so that the first text need not.
pub(crate) fn prepare() {
    Lazy::force(&SEARCHER);
}

/// The places of a text where markup may begin.
struct Places<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let rest = self.at..self.bytes.len();
        let place = match &*SEARCHER {
            Some(searcher) => searcher.find_in(self.bytes, rest.into())?.start(),
            None => rest.into_iter().find(|&at| BEGINNINGS.iter().any(|sign| self.bytes[at..].starts_with(sign)))?,
        };
        self.at = place + 1;
        Some(place)
    }
}

/// The markup that begins at a place.
fn sign(text: &str, at: usize) -> Option<Sign> {
    match text.as_bytes()[at] {
        b'<' => tag(text, at),
        b'&' => character(text, at),
        b'[' => bracket(text, at),
        b']' => closing_bracket(text, at),
        b'\\' => escape(text, at),
        b'@' => joined(text, at),
        0xc2 => syllable(text, at),
        sign => emphasis(text, at, sign),
    }
}

/// The next bytes of a text.
fn ahead(text: &str, at: usize, reach: usize) -> &[u8] {
    &text.as_bytes()[at..text.len().min(at + reach)]
}

/// `<b>`, `</a>`, `<br />`, `<!-- a comment -->`.
fn tag(text: &str, at: usize) -> Option<Sign> {
    let near = ahead(text, at, REACH);
    if near.starts_with(b"<!--") {
        let end = near.windows(3).position(|three| three == b"-->")? + 3;
        return Some((at, at + end, NOTHING));
    }
    let closing = usize::from(near.get(1) == Some(&b'/'));
    let name = &near[1 + closing..];
    let name = &name[..name.iter().take(ENTITY).take_while(|b| b.is_ascii_alphanumeric()).count()];
    let behind = 1 + closing + name.len();
    if !matches!(near.get(behind), Some(b'>' | b'/' | b' ' | b'\n' | b'\r' | b'\t')) {
        return None;
    }
    let is_one_of = |elements: &[&str]| elements.iter().any(|element| element.as_bytes().eq_ignore_ascii_case(name));
    let meaning = if is_one_of(&INLINE) {
        NOTHING
    } else if is_one_of(&BLOCKS) {
        [Some('\n'), None]
    } else if is_one_of(&CELLS) {
        [(closing == 0).then_some('|'), None]
    } else {
        return None;
    };
    let end =
        behind + near[behind..].iter().position(|&b| matches!(b, b'<' | b'>')).filter(|&end| near[behind + end] == b'>')? + 1;
    // `Mali<sup>1</sup>`
    let note = || {
        let inside = &near[end..near.len().min(end + NOTE)];
        let len = inside.iter().position(|&b| b == b'<')?;
        let closes = inside[len..].starts_with(b"</sup>") && is_note(&inside[..len]);
        closes.then_some(len + "</sup>".len())
    };
    let note = if closing == 0 && is_one_of(&["sup"]) { note().unwrap_or(0) } else { 0 };
    Some((at, at + end + note, meaning))
}

/// `&amp;`, `&#39;`, `&#x2019;`, `&eacute;`, and what has been written so twice: `&amp;quot;`.
fn character(text: &str, at: usize) -> Option<Sign> {
    let (mut end, mut meaning) = named(text, at + 1)?;
    if meaning[0] == Some('&') {
        (end, meaning) = named(text, end).unwrap_or((end, meaning));
    }
    let word = |c: Option<char>| c.is_some_and(is_word);
    // `Bosnia&amp;Herzegovina` is one word.
    if meaning[0]? == '&' && word(text[..at].chars().next_back()) && word(text[end..].chars().next()) {
        return None;
    }
    Some((at, end, meaning))
}

/// Where the name of a character ends that starts at a place, and what it stands for.
fn named(text: &str, start: usize) -> Option<(usize, Meaning)> {
    let near = ahead(text, start, ENTITY - 1);
    let name = std::str::from_utf8(&near[..near.iter().position(|&b| b == b';')?]).ok()?;
    let meaning = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        [char::from_u32(code.ok()?).filter(|&c| c != '\0'), None]
    } else if let Some((_, stands_for)) = CHARACTERS.iter().find(|(known, _)| *known == name) {
        [stands_for.chars().next(), None]
    } else {
        let letter = name.chars().next().filter(|c| "ACEINOSUYZaceinosuyz".contains(*c))?;
        let mark = MARKS.iter().find(|(known, _)| *known == &name[1..])?.1;
        [Some(letter), Some(mark)]
    };
    Some((start + name.len() + 1, meaning))
}

/// The brackets of links and notes: `[Mali](https://example.org)`, `[[Page|Mali]]`, `Mali[1]`.
fn bracket(text: &str, at: usize) -> Option<Sign> {
    let near = ahead(text, at, PAIR);
    let inside = &near[1..];
    let len = inside.iter().position(|b| matches!(b, b'[' | b']'));
    if inside.first() == Some(&b'[') {
        let pair = &inside[1..];
        let end = pair.iter().position(|b| matches!(b, b'[' | b']' | b'\n')).filter(|&end| pair[end..].starts_with(b"]]"))?;
        let bar = pair[..end].iter().rposition(|&b| b == b'|').map_or(0, |bar| bar + 1);
        return Some((at, at + 2 + bar, NOTHING));
    }
    let len = len.filter(|&len| inside[len] == b']')?;
    let before = text[..at].chars().next_back();
    if is_note(&inside[..len]) && before.is_some_and(|c| !is_separator(c) && !matches!(c, '[' | '(' | ']')) {
        return Some((at, at + len + 2, NOTHING));
    }
    link(text, at + 1 + len)?;
    // A bracket alone is one byte: with the space before it, it is two.
    match before {
        Some(' ') => Some((at - 1, at + 1, [Some('\u{a0}'), None])),
        Some('\n') if !text[..at].ends_with("\r\n") => Some((at - 1, at + 1, [Some('\u{85}'), None])),
        _ => None,
    }
}

/// Where the target of a link ends whose text ends at a bracket.
fn link(text: &str, at: usize) -> Option<usize> {
    let behind = ahead(text, at, REACH - PAIR);
    if let Some(label) = behind.strip_prefix(b"][") {
        let end = label.iter().take(NOTE).position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_' | b' '))?;
        return (label[end] == b']').then_some(at + 2 + end + 1);
    }
    let target = behind.strip_prefix(b"](")?;
    let end = target.iter().position(|b| matches!(b, b'(' | b')' | b'\n'))?;
    let address = target[..end].split(|&b| b == b' ').next().unwrap_or_default();
    let is_address = address.contains(&b'/') || address.first() == Some(&b'#');
    (target[end] == b')' && is_address).then_some(at + 2 + end + 1)
}

/// `12`, `a`, `note 3`, `citation needed`.
fn is_note(inside: &[u8]) -> bool {
    let number = inside.strip_prefix(b"note ").unwrap_or(inside);
    let short = |all: fn(&u8) -> bool, most: usize| (1..=most).contains(&number.len()) && number.iter().all(all);
    short(u8::is_ascii_digit, 3) || short(u8::is_ascii_lowercase, 1) || inside == b"citation needed"
}

/// The end of a link: `](https://example.org)`, `]]`.
fn closing_bracket(text: &str, at: usize) -> Option<Sign> {
    let before = &text.as_bytes()[at.saturating_sub(PAIR - 2)..at];
    let opening = before.iter().rposition(|b| matches!(b, b'[' | b']'))?;
    if before[opening] == b']' {
        return None;
    }
    if text.as_bytes().get(at + 1) == Some(&b']') {
        let opens = opening > 0 && before[opening - 1] == b'[' && !before[opening..].contains(&b'\n');
        return opens.then_some((at, at + 2, NOTHING));
    }
    Some((at, link(text, at)?, NOTHING))
}

/// `\"`, `\'`, `\u2019` and `\n` of JSON and programs.
fn escape(text: &str, at: usize) -> Option<Sign> {
    let next = |i: usize| text.get(at + i..)?.chars().next();
    let meaning = match next(1)? {
        '\'' => [Some('´'), None],
        '"' => [Some(if next(2).is_some_and(is_word) { '«' } else { '»' }), None],
        'u' => {
            let code = u32::from_str_radix(text.get(at + 2..at + 6)?, 16).ok()?;
            return char::from_u32(code).filter(|c| !c.is_ascii()).map(|c| (at, at + 6, [Some(c), None]));
        }
        // Not in `C:\news`.
        'n' if !next(2).is_some_and(|c| c.is_lowercase() || c == '_') => [Some('\u{85}'), None],
        'r' if text[at..].starts_with("\\r\\n") => NOTHING,
        _ => return None,
    };
    Some((at, at + 2, meaning))
}

/// `Asia @-@ Pacific`, in texts cut into words.
fn joined(text: &str, at: usize) -> Option<Sign> {
    let joint = text[at + 1..].chars().next().filter(|&c| is_hyphen(c) || c == '/')?;
    let behind = text[at + 1 + joint.len_utf8()..].strip_prefix('@')?;
    let blank = |c: &char| is_separator(*c) && !is_hyphen(*c) && !is_break(*c);
    let before = text[..at].chars().next_back().filter(blank)?;
    let after = behind.chars().next().filter(blank)?;
    Some((at - before.len_utf8(), text.len() - behind.len() + after.len_utf8(), [Some(joint), None]))
}

/// A word that is divided at the end of a line, by a hyphen that is seen only there.
fn syllable(text: &str, at: usize) -> Option<Sign> {
    let rest = text[at..].strip_prefix('\u{ad}')?;
    let next = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(is_break))?;
    let blanks = next.bytes().take(NOTE).take_while(|b| matches!(b, b' ' | b'\t' | b'>')).count();
    let divides = text[..at].ends_with(is_word) && next[blanks..].starts_with(is_word);
    divides.then_some((at, text.len() - next.len() + blanks, NOTHING))
}

/// `**Mali**`, `__Mali__`.
fn emphasis(text: &str, at: usize, sign: u8) -> Option<Sign> {
    let bytes = text.as_bytes();
    let len = ahead(text, at, 4).iter().take_while(|&&b| b == sign).count();
    if !(2..4).contains(&len) || text[..at].ends_with(char::from(sign)) {
        return None;
    }
    let run = &bytes[at..at + len];
    let (before, behind) = (text[..at].chars().next_back(), text[at + len..].chars().next());
    let word = |c: Option<char>| c.is_some_and(is_word);
    let seen = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let has = |line: Option<&[u8]>| line.is_some_and(|line| line.windows(len).any(|signs| signs == run));
    let opens = !word(before)
        && behind.is_some_and(|c| is_word(c) || is_quote(c) || matches!(c, '(' | '[' | '$' | '#'))
        && has(ahead(text, at + len, PAIR).split(|&b| b == b'\n').next());
    let closes = !word(behind) && seen(before) && has(bytes[at.saturating_sub(PAIR)..at].rsplit(|&b| b == b'\n').next());
    (opens || closes).then_some((at, at + len, NOTHING))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How a text reads without what cannot be seen.
    fn read(text: &str) -> String {
        let unmarked = unmarked(text);
        if let Some(unmarked) = &unmarked {
            assert_eq!(unmarked.len(), text.len(), "{text}");
        }
        unmarked
            .unwrap_or_else(|| text.to_owned())
            .replace(['\u{ad}', '\u{200b}'], "")
            .replace('\u{a0}', " ")
            .replace('\u{85}', "\n")
    }

    #[test]
    fn where_markup_may_begin() {
        let text = "Mali & Peru, <b>_1_</b> * [x] \\ \u{fffd}, é^; @-@ @ Ma\u{ad}li".repeat(9);
        for from in [0, 7, 40, text.len()] {
            let found: Vec<usize> = Places { bytes: text.as_bytes(), at: from }.collect();
            let begins = |at: &usize| BEGINNINGS.iter().any(|sign| text.as_bytes()[*at..].starts_with(sign));
            assert_eq!(found, (from..text.len()).filter(begins).collect::<Vec<_>>());
        }
    }

    #[test]
    fn markup_and_what_it_stands_for() {
        for (text, reads) in [
            ("<b>Mali</b> and <A HREF=\"https://example.org/\">Peru</A>", "Mali and Peru"),
            ("one<br/>two<p class='x'>three", "one\ntwo\nthree"),
            ("<tr><td>Mali</td><td>3</td>", "\n|Mali|3"),
            ("Ma<!-- <b> -->li", "Mali"),
            ("A &amp; B &#8217;s &#x2019; Andr&eacute;&nbsp;x", "A & B ’s ’ Andre\u{301} x"),
            ("the [Mali](https://example.org/a \"b\") of\n[Peru](/topic), (", "the Mali of\nPeru, ("),
            ("[[Mali]] and [[Page|Peru]]", "Mali and Peru"),
            ("Mali[1] said.[note 2] Peru[a]", "Mali said. Peru"),
            ("**Mali** and __Peru__, ***Chad***", "Mali and Peru, Chad"),
            ("Mali<sup>1</sup> and the 10<SUP>th</SUP> of [Peru][a-1]", "Mali and the 10th of Peru"),
            ("Mali\\'s", "Mali´s"),
            ("A &amp;amp; B&amp;#8217;s &amp;quot;x&amp;quot;", "A & B’s \"x\""),
            ("Asia @-@ Pacific and 5 @/@ 6", "Asia-Pacific and 5/6"),
            ("Ma\u{ad}\nli, Pe\u{ad}\r\n  > ru", "Mali, Peru"),
            ("said \\\"Mali\\\".\\n\\nPeru\\u2019s", "said «Mali».\n\nPeru’s"),
        ] {
            assert_eq!(read(text), reads, "{text}");
        }
        for text in [
            "<G20> and a < b > c, <Mali@example.org> <a\n<b",
            "A&B; A&amp;B &nothing; &#0; & &; &xacute; R&D;",
            "[Mali] (3), [Mali](3), [1] Mali, see [1], [1](2)",
            "Mali [[ Peru ]",
            "2 ** 3, **, a**b**c, ****Mali****, * * *",
            "Mali** and Peru*",
            "C:\\news\\u12 \\x",
            "me@-@ you @-@me",
            "Mali\u{ad}\n\nPeru, Chad\u{ad}, a\u{ad}b \u{ad}\nTogo a\u{ad}\n (b)",
        ] {
            assert_eq!(unmarked(text), None, "{text}");
        }
    }

    proptest::proptest! {
        /// A text that is read piece by piece reads as the whole does.
        #[test]
        fn pieces_read_as_the_whole(text in "(<b>|</a>|<p |>|&amp;|&|[|]|](/|)|[[|]]|\\*\\*|__| @-@ |\u{ad}|\u{ad}\n|\\\\n|\\\\u00e9| |\n|é|[a-cA-C]{1,9}|[a-c]{400}){0,40}", step in 1..3000usize) {
            let (mut whole, mut pieces) = (String::new(), String::new());
            write(&text, 0, text.len(), &mut whole);
            proptest::prop_assert_eq!(&whole, &unmarked(&text).unwrap_or(text.clone()));
            let (mut read, mut from) = (0, 0);
            while read < text.len() {
                read = (read + step).min(text.len());
                while !text.is_char_boundary(read) {
                    read += 1;
                }
                let to = if read == text.len() { read } else { settled(&text[..read]) };
                if to > from {
                    from = write(&text[..read], from, to, &mut pieces);
                }
            }
            proptest::prop_assert_eq!(whole, pieces);
        }
    }
}
