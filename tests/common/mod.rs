//! The cases of `tests/cases`: texts with marked mentions (see the README there).
#![allow(dead_code, reason = "each test uses its part")]

use demarche::{Date, Extractor, Options};

/// Options with an as-of date, where one is given.
pub fn as_of(date: &str) -> Options {
    if date.is_empty() { Options::new() } else { Options::new().as_of(date.parse().expect("a date")) }
}

/// The mentions of a text, as `surface id`.
#[cfg(feature = "embedded")]
pub fn found(date: &str, text: &str) -> Vec<String> {
    let mentions = Extractor::embedded().extract_with(text, &as_of(date));
    mentions.map(|mention| format!("{} {}", mention.text(), mention.id())).collect()
}

/// Whether all that is found in a text is what is listed.
#[cfg(feature = "embedded")]
#[track_caller]
pub fn finds(date: &str, text: &str, wanted: &[&str]) {
    assert_eq!(found(date, text), wanted, "{text}");
}

/// One case.
pub struct Case {
    pub file: String,
    pub name: String,
    pub as_of: Option<Date>,
    pub text: String,
    pub marks: Vec<Mark>,
}

/// A mention marked in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub id: String,
    pub optional: bool,
}

/// All cases of `tests/cases`, in the order of files and lines.
pub fn cases() -> Vec<Case> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect(folder).map(|entry| entry.expect(folder).path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a file name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).expect("a case file");
        let mut parts = Vec::new();
        for line in text.split_inclusive('\n') {
            match line.strip_prefix("== ") {
                Some(head) => parts.push((head.trim().to_owned(), String::new())),
                None => match parts.last_mut() {
                    Some((_, body)) => body.push_str(line),
                    None => assert!(line.trim().is_empty(), "{name}: text before the first case"),
                },
            }
        }
        for (head, body) in parts {
            let mut words = head.split_whitespace();
            let case = words.next().expect("a case has a name").to_owned();
            let as_of = match (words.next(), words.next()) {
                (Some("as-of"), Some(date)) => Some(date.parse().expect("a date")),
                (None, None) => None,
                other => panic!("{name}/{case}: {other:?} is not as-of YYYY-MM-DD"),
            };
            let (text, marks) = parse(body.trim_end_matches(['\n', ' ']));
            cases.push(Case { file: name.clone(), name: case, as_of, text, marks });
        }
    }
    cases
}

/// Splits a marked text into the text and its marks, outer ones first.
fn parse(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut open, mut marks) = (String::new(), Vec::new(), Vec::new());
    let mut chars = marked.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.extend(chars.next()),
            '{' => {
                let optional = chars.next_if_eq(&'?').is_some();
                open.push((text.len(), optional));
            }
            '|' if !open.is_empty() => {
                let id: String = chars.by_ref().take_while(|&c| c != '}').collect();
                let (start, optional) = open.pop().expect("an opening brace");
                marks.push(Mark { start, end: text.len(), id, optional });
            }
            c => text.push(c),
        }
    }
    assert!(open.is_empty(), "an unclosed brace in {marked:?}");
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    (text, marks)
}
