//! How is JSON written? The few shapes that the formats need, so that they need no dependency.

use std::fmt::{Display, Write};

/// Writes an object whose members `write` adds.
pub(super) fn object(out: &mut String, write: impl FnOnce(&mut Object<'_>)) {
    out.push('{');
    write(&mut Object { out, empty: true });
    out.push('}');
}

/// Writes an array of what `write` writes of each item.
pub(super) fn array<T>(out: &mut String, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut String, T)) {
    out.push('[');
    for (i, item) in items.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(']');
}

/// Writes a string. Escapes, besides what JSON asks for, what some readers of lines take for a line break.
pub(super) fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// An object that is being written.
pub(super) struct Object<'o> {
    out: &'o mut String,
    empty: bool,
}

impl Object<'_> {
    fn key(&mut self, key: &str) -> &mut String {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        string(self.out, key);
        self.out.push(':');
        self.out
    }

    pub(super) fn string(&mut self, key: &str, text: &str) {
        string(self.key(key), text);
    }

    pub(super) fn number(&mut self, key: &str, number: impl Display) {
        let _ = write!(self.key(key), "{number}");
    }

    pub(super) fn object(&mut self, key: &str, write: impl FnOnce(&mut Object<'_>)) {
        object(self.key(key), write);
    }

    pub(super) fn array<T>(&mut self, key: &str, items: impl IntoIterator<Item = T>, write: impl FnMut(&mut String, T)) {
        array(self.key(key), items, write);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn strings_survive(text in any::<String>()) {
            let mut out = String::new();
            super::string(&mut out, &text);
            prop_assert_eq!(out.lines().count(), 1);
            prop_assert_eq!(serde_json::from_str::<String>(&out).expect("JSON"), text);
        }
    }
}
