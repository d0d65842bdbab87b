//! Where not to look: URLs, e-mail addresses, handles, file paths.

use crate::fold::is_ignorable;

/// How far a run of characters without spaces is read to each side of a hit, in bytes.
const REACH: usize = 256;

/// Tells for hits whether they stand in a URL, an address, a handle or a path.
///
/// Remembers the last run of characters without spaces, so that each is judged once.
#[derive(Debug, Default)]
pub(crate) struct Mask {
    run: Option<(usize, usize)>,
    masked: bool,
}

impl Mask {
    /// The text has another beginning.
    pub(crate) fn forget(&mut self) {
        self.run = None;
    }

    /// Whether the range from `start` to `end` lies in a run of characters that yields nothing.
    #[inline]
    pub(crate) fn hides(&mut self, text: &str, start: usize, end: usize) -> bool {
        if self.run.is_some_and(|(from, to)| from <= start && end <= to) {
            return self.masked;
        }
        let bytes = text.as_bytes();
        // The usual case: nothing but a space or simple punctuation on either side.
        let plain = |b: Option<&u8>| b.is_none_or(|b| matches!(b, b' ' | b'\n' | b',' | b'\'' | b'"' | b'(' | b')' | b';'));
        let ends_sentence = || bytes.get(end) == Some(&b'.') && matches!(bytes.get(end + 1), None | Some(b' ' | b'\n'));
        if plain(start.checked_sub(1).and_then(|i| bytes.get(i))) && (plain(bytes.get(end)) || ends_sentence()) {
            return false;
        }
        self.hides_run(text, start, end)
    }

    /// The same of the run of characters around the range.
    fn hides_run(&mut self, text: &str, start: usize, end: usize) -> bool {
        let (before, behind) = (floor(text, start.saturating_sub(REACH)), floor(text, (end + REACH).min(text.len())));
        let (first, last) = (run_start(&text[before..start]), run_end(&text[end..behind]));
        let whole = (first.is_some() || before == 0) && (last.is_some() || behind == text.len());
        let (from, to) = (first.map_or(before, |at| before + at), last.map_or(behind, |at| end + at));
        // Of a longer one a place further on has more to see.
        self.run = whole.then_some((from, to));
        self.masked = is_address(&text[from..to]);
        self.masked
    }
}

/// Whether no address goes on over a character: of `[Mali](https://example.org)` and `<a href="https://example.org">Mali</a>` the name is
/// none.
fn parts(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '|')
}

/// Where the run of characters starts that goes up to the end of a text.
fn run_start(text: &str) -> Option<usize> {
    let sign = text.char_indices().rfind(|&(_, c)| parts(c)).map(|(at, c)| at + c.len_utf8());
    let link = text.rfind("](").map(|at| at + "]".len());
    sign.max(link)
}

/// Where the run of characters ends with which a text starts.
fn run_end(text: &str) -> Option<usize> {
    let sign = text.find(parts);
    let link = text[..sign.unwrap_or(text.len())].find("](");
    link.or(sign)
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a run of characters without spaces is a URL, an address, a handle or a path.
fn is_address(run: &str) -> bool {
    let run = run.trim_matches(|c: char| {
        matches!(c, '(' | ')' | '<' | '>' | '[' | ']' | '"' | ',' | ';' | '“' | '”' | '‘' | '’' | '!' | '?')
    });
    let run = run.trim_end_matches(['.', ':']);
    if run.contains("://")
        || run.contains('\\')
        || starts_with_ignoring_case(run, "www.")
        || starts_with_ignoring_case(run, "mailto:")
    {
        return true;
    }
    if let Some(at) = run.find('@') {
        // A handle, or an address with a name before the sign.
        return run[at + 1..].trim_start_matches(is_ignorable).starts_with(|c: char| c.is_alphanumeric() || c == '_');
    }
    if run.starts_with('/') || run.starts_with("./") || run.starts_with("../") || run.starts_with("~/") {
        return run.len() > 1;
    }
    let host = run.split(['/', '?', '#', ':']).next().unwrap_or("");
    is_host(host) || (run.contains('/') && has_file_ending(run))
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

/// Whether this is a host name: labels joined by dots, the last one a top-level domain in lower case.
fn is_host(host: &str) -> bool {
    const DOMAINS: [&str; 17] = [
        "com", "org", "net", "gov", "edu", "int", "mil", "info", "biz", "news", "online", "tv", "io", "eu", "asia", "africa",
        "world",
    ];
    let Some((name, domain)) = host.rsplit_once('.') else { return false };
    let country_code = domain.len() == 2 && domain.bytes().all(|b| b.is_ascii_lowercase());
    name.len() > 1
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
        && !name.split('.').any(str::is_empty)
        && (DOMAINS.contains(&domain) || (country_code && name.bytes().all(|b| !b.is_ascii_uppercase())))
}

/// Whether a path ends in a file ending: `reports/Iran/2023.pdf`.
fn has_file_ending(run: &str) -> bool {
    let file = run.rsplit('/').next().unwrap_or("");
    file.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && (2..=5).contains(&ending.len())
            && ending.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for yes in [
            "https://example.com/Kazakhstan",
            "(www.Iran.example)",
            "press@Kazakhstan.example",
            "@Ukraine",
            "/srv/Iran/report",
            "C:\\Iran\\a.txt",
            "reports/Iran/2023.pdf",
            "Kazakhstan.com",
            "kazakhstan.gov.kz/en",
            "visitIran.org.",
            "~/Iran",
        ] {
            assert!(is_address(yes), "{yes}");
        }
        for no in [
            "Russia/Ukraine",
            "U.S.",
            "US-led",
            "#G20",
            "Iran.",
            "said.Iran",
            "U.S./China",
            "@",
            "and/or",
            "Iran:Iraq",
            "talks.China's",
        ] {
            assert!(!is_address(no), "{no}");
        }
    }

    /// What links to an address is none, but what stands in the address.
    #[test]
    fn names_that_link_to_an_address() {
        for text in [
            "[Iran](https://example.org/Iran)",
            "**[Iran](https://example.org/Iran)**",
            "<a href=\"https://example.org/Iran\">Iran</a>",
            "“Iran”(https://example.org/Iran)",
            "|Iran|https://example.org/Iran|",
            "<Iran@example.org>,\"Iran\"",
        ] {
            let hidden = |mask: &mut Mask, at: usize| mask.hides(text, at, at + "Iran".len());
            let mut mask = Mask::default();
            for (at, _) in text.match_indices("Iran") {
                let wanted = text[..at].rsplit(['"', '(', '|', '<', '>']).next().is_some_and(|run| run.contains("://"))
                    || text[at..].starts_with("Iran@");
                assert_eq!(hidden(&mut mask, at), wanted, "{text} {at}");
                assert_eq!(hidden(&mut Mask::default(), at), wanted, "{text} {at}");
            }
        }
    }

    #[test]
    fn each_run_is_judged_once() {
        let text = "see https://Iran.example/Iraq/Iran and Iran's";
        let mut mask = Mask::default();
        let hidden: Vec<bool> = text.match_indices("Ira").map(|(at, _)| mask.hides(text, at, at + 4)).collect();
        assert_eq!(hidden, [true, true, true, false]);
    }
}
