//! Line ends, kinds of spaces, quotes, and accents composed or not change no decision: every passage of `tests/cases` yields the same
//! mentions after each of these changes, and after its lines have been broken at 72 columns.
#![cfg(feature = "embedded")]

mod common;

use demarche::{Extractor, Options};
use unicode_normalization::UnicodeNormalization;

/// The text with every character replaced, and for each byte of the old text its place in the new one.
fn replaced(text: &str, mut replace: impl FnMut(char) -> String) -> (String, Vec<usize>) {
    let (mut out, mut places) = (String::new(), Vec::new());
    for c in text.chars() {
        places.resize(places.len() + c.len_utf8(), out.len());
        out += &replace(c);
    }
    places.push(out.len());
    (out, places)
}

/// Checks that the change moves the mentions of every passage and does no more.
fn changes_nothing(name: &str, replace: impl Fn(char) -> String) {
    changes_nothing_from_the_start(name, || &replace);
}

/// The same for a change that depends on what came before: one made anew for each passage.
fn changes_nothing_from_the_start<F: FnMut(char) -> String>(name: &str, fresh: impl Fn() -> F) {
    let extractor = Extractor::embedded();
    let mut findings = Vec::new();
    // A table whose cells tabs part is another one with tabs for spaces.
    let tabs = name == "\t";
    // One that was cut into words has spaces that others have not.
    let wide = name == "   ";
    for case in common::cases() {
        // What markup is written with is no sign or letter of the text.
        if tabs && case.text.contains('\t') || wide && case.text.contains(" 's") || case.file == "markup" {
            continue;
        }
        let (text, places) = replaced(&case.text, fresh());
        let options = case.as_of.map_or(Options::new(), |date| Options::new().as_of(date)).nested(true);
        let of = |text: &str, place: &dyn Fn(usize) -> usize| -> Vec<(usize, usize, String, &str)> {
            let mentions = extractor.extract_with(text, &options);
            mentions.map(|m| (place(m.start()), place(m.end()), m.id().to_owned(), m.rule().as_str())).collect()
        };
        let (before, after) = (of(&case.text, &|at| places[at]), of(&text, &|at| at));
        if before != after {
            let lost = before.iter().filter(|mention| !after.contains(mention));
            let new = after.iter().filter(|mention| !before.contains(mention));
            findings.push(format!(
                "{}/{}: lost {:?}, new {:?}",
                case.file,
                case.name,
                lost.collect::<Vec<_>>(),
                new.collect::<Vec<_>>()
            ));
        }
    }
    assert!(findings.is_empty(), "{name:?} changes\n{}", findings.join("\n"));
}

/// A character for another.
fn swap(from: char, to: &str) -> impl Fn(char) -> String {
    move |c| if c == from { to.to_owned() } else { c.to_string() }
}

#[test]
fn line_ends() {
    changes_nothing("CR LF", swap('\n', "\r\n"));
    changes_nothing("CR", swap('\n', "\r"));
    for end in ["\u{85}", "\u{2028}"] {
        changes_nothing(end, swap('\n', end));
    }
}

#[test]
fn spaces() {
    for space in
        ["\u{a0}", "\u{2002}", "\u{2007}", "\u{2009}", "\u{200a}", "\u{202f}", "\u{205f}", "\u{3000}", "  ", " \u{a0}", "\t"]
    {
        changes_nothing(space, swap(' ', space));
    }
}

/// Gaps as wide as those between columns are none where every word of a sentence has them.
#[test]
fn wide_spaces() {
    changes_nothing("   ", swap(' ', "   "));
}

/// As in answers to letters.
#[test]
fn quoted_lines() {
    for sign in ["\n> ", "\r\n> > ", "\n>> "] {
        changes_nothing(sign, swap('\n', sign));
    }
}

#[test]
fn spaces_at_the_ends_of_lines() {
    changes_nothing("spaces at the ends of lines", swap('\n', "  \n"));
    changes_nothing("spaces at the starts of lines", swap('\n', "\n    "));
}

/// The column of a character counts from the last line end.
#[test]
fn lines_of_72_columns() {
    for end in ["\n", "\r\n", " \n", "\n    ", "\n> "] {
        changes_nothing_from_the_start("lines of 72 columns", || {
            let mut column = 0;
            move |c| {
                column = if c == '\n' { 0 } else { column + 1 };
                if c == ' ' && column > 72 {
                    column = 0;
                    return end.to_owned();
                }
                c.to_string()
            }
        });
    }
}

#[test]
fn a_byte_order_mark() {
    for case in common::cases() {
        let options = case.as_of.map_or(Options::new(), |date| Options::new().as_of(date)).nested(true);
        let of = |text: &str, mark: usize| -> Vec<(usize, usize, String, &str)> {
            let mentions = Extractor::embedded().extract_with(text, &options);
            mentions.map(|m| (m.start() - mark, m.end() - mark, m.id().to_owned(), m.rule().as_str())).collect()
        };
        let marked = format!("\u{feff}{}", case.text);
        assert_eq!(of(&marked, '\u{feff}'.len_utf8()), of(&case.text, 0), "{}/{}", case.file, case.name);
    }
}

#[test]
fn apostrophes() {
    changes_nothing("a curly apostrophe", swap('\'', "\u{2019}"));
    changes_nothing("a straight apostrophe", swap('\u{2019}', "'"));
    for other in ["\u{2bc}", "\u{2032}", "\u{ff07}", "`", "\u{b4}", "\u{2018}", "\u{201b}"] {
        changes_nothing(other, swap('\'', other));
    }
}

#[test]
fn quotes() {
    changes_nothing("straight quotes", |c| if matches!(c, '“' | '”') { "\"".into() } else { c.to_string() });
    changes_nothing("low quotes", swap('“', "„"));
    for (opening, closing) in
        [('“', '”'), ('„', '“'), ('«', '»'), ('»', '«'), ('‟', '”'), ('″', '″'), ('＂', '＂'), ('‹', '›'), ('「', '」')]
    {
        changes_nothing_from_the_start("quotes in pairs", || {
            let mut open = false;
            move |c| {
                open ^= c == '"';
                if c == '"' { if open { opening } else { closing }.to_string() } else { c.to_string() }
            }
        });
    }
}

#[test]
fn accents() {
    changes_nothing("decomposition", |c| c.nfd().collect());
}

#[test]
fn hyphens() {
    changes_nothing("a hyphen", swap('-', "\u{2010}"));
    for hyphen in ["\u{2011}", "\u{2012}", "\u{2212}", "\u{fe63}", "\u{ff0d}"] {
        changes_nothing(hyphen, swap('-', hyphen));
    }
    changes_nothing("a longer dash", swap('–', "—"));
    changes_nothing("a shorter dash", swap('—', "–"));
}

#[test]
fn soft_hyphens_and_zero_width_characters() {
    changes_nothing("a zero-width space before every r", swap('r', "\u{200b}r"));
    changes_nothing("a soft hyphen before every n", swap('n', "\u{ad}n"));
    changes_nothing("zero-width characters around every apostrophe", swap('\'', "\u{200d}'\u{200b}"));
}

/// How far a text is looked at does not depend on what its spaces and letters are written with.
#[test]
fn what_is_named_far_behind() {
    let before = "Mr Brown spoke first. ";
    for repeated in [40, 80, 121, 122, 123, 124, 125, 140, 200] {
        let text = format!("{before}{}So did Prime Minister Gordon Brown.", "it was late and ".repeat(repeated));
        let found =
            |text: &str| -> Vec<String> { Extractor::embedded().extract(text).map(|mention| mention.id().to_owned()).collect() };
        let plain = found(&text);
        assert_eq!(plain.len(), if repeated < 123 { 3 } else { 2 }, "{repeated} times {plain:?}");
        for (from, to) in [(" ", "\u{3000}"), (" ", "  "), (" ", " \u{200b}"), ("a", "a\u{301}"), ("e", "ｅ"), ("t ", "t\r\n")] {
            assert_eq!(found(&text.replace(from, to)), plain, "{repeated} times, {to:?} for {from:?}");
        }
    }
}

/// Letters and digits as wide as those of Chinese.
#[test]
fn full_width_forms() {
    let wide = |c: char| char::from_u32(c as u32 + 0xfee0).unwrap_or(c);
    changes_nothing("full-width letters", |c| if c.is_ascii_alphabetic() { wide(c).to_string() } else { c.to_string() });
    changes_nothing("full-width digits", |c| if c.is_ascii_digit() { wide(c).to_string() } else { c.to_string() });
}

#[test]
fn characters_that_cannot_be_seen() {
    for unseen in ["\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{2060}", "\u{feff}"] {
        let within = |what: &str| format!("{unseen:?} {what}");
        changes_nothing(&within("in words"), |c| if matches!(c, 'r' | 'n') { format!("{unseen}{c}") } else { c.to_string() });
        changes_nothing(&within("before spaces"), |c| if c == ' ' { format!("{unseen} ") } else { c.to_string() });
        changes_nothing(&within("behind spaces"), |c| if c == ' ' { format!(" {unseen}") } else { c.to_string() });
        changes_nothing(
            &within("before brackets"),
            |c| {
                if matches!(c, '(' | ')') { format!("{unseen}{c}") } else { c.to_string() }
            },
        );
    }
}

/// A change of what stands around mentions, which moves nothing else: the sign before one, and the one behind.
fn around_changes_little(open: &str, close: &str, most: usize) {
    let extractor = Extractor::embedded();
    let mut findings = Vec::new();
    for case in common::cases() {
        let options = case.as_of.map_or(Options::new(), |date| Options::new().as_of(date));
        let before: Vec<(usize, usize, String)> =
            extractor.extract_with(&case.text, &options).map(|m| (m.start(), m.end(), m.id().to_owned())).collect();
        let (mut text, mut at, mut expected) = (String::new(), 0, Vec::new());
        for (start, end, id) in before {
            text += &case.text[at..start];
            text += open;
            expected.push((text.len(), text.len() + end - start, id));
            text += &case.text[start..end];
            text += close;
            at = end;
        }
        text += &case.text[at..];
        let after: Vec<(usize, usize, String)> =
            extractor.extract_with(&text, &options).map(|m| (m.start(), m.end(), m.id().to_owned())).collect();
        let lost = expected.iter().filter(|mention| !after.contains(mention));
        findings.extend(lost.map(|mention| format!("{}/{}: lost {mention:?}", case.file, case.name)));
    }
    assert!(findings.len() <= most, "{open}{close} loses {}, not up to {most}\n{}", findings.len(), findings.join("\n"));
}

/// Names that stand out, link somewhere or have a note are what they are. (A name beside a hyphen or tab may be told otherwise.)
#[test]
fn markup_around_names() {
    for (open, close, most) in [
        ("<b>", "</b>", 15),
        ("<a class='x' href=\"https://example.org/a?b=c\">", "</a>", 25),
        ("**", "**", 15),
        // Beside another sign the bracket stays.
        ("[", "](https://example.org/wiki/Page)", 67),
        ("[[", "]]", 15),
        ("[[Page|", "]]", 15),
        ("", "[12]", 15),
        ("", "<sup>1</sup>", 15),
    ] {
        around_changes_little(open, close, most);
    }
}

/// Texts with the names of characters, and texts of JSON.
#[test]
fn names_of_characters() {
    for name in ["&#39;", "&rsquo;", "&#x2019;", "&apos;", "\\'", "\\u2019", "\u{92}"] {
        changes_nothing(name, swap('\'', name));
    }
    changes_nothing("&nbsp;", swap(' ', "&nbsp;"));
    changes_nothing("&quot;", swap('"', "&quot;"));
    // Written so twice.
    changes_nothing("&amp;#39;", swap('\'', "&amp;#39;"));
}

/// As pages are set: a word may be divided at the end of a line, and is one word.
#[test]
fn words_divided_at_the_ends_of_lines() {
    for end in ["\u{ad}\n", "\u{ad}\r\n", "\u{ad}\n    "] {
        changes_nothing_from_the_start("words divided", || {
            let (mut column, mut inside) = (0, false);
            move |c| {
                column = if c == '\n' { 0 } else { column + 1 };
                let divides = column > 72 && inside && c.is_ascii_lowercase();
                inside = c.is_ascii_lowercase();
                if divides {
                    column = 0;
                    return format!("{end}{c}");
                }
                c.to_string()
            }
        });
    }
}
