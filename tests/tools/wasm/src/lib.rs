//! Mentions of a text that a host puts into the memory of the module.

use std::cell::RefCell;

use demarche::{Extractor, Options};

thread_local! {
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a text of this length, and tells where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    BYTES.with_borrow_mut(|bytes| {
        *bytes = vec![0; length];
        bytes.as_mut_ptr()
    })
}

/// Puts the mentions of the text in its place, a line each, and tells their length.
#[unsafe(no_mangle)]
pub extern "C" fn extract() -> usize {
    BYTES.with_borrow_mut(|bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let options = Options::new().as_of("2023-02-28".parse().expect("it is a date"));
        let mentions = Extractor::embedded().extract_with(&text, &options);
        *bytes = mentions.map(|mention| format!("{:?} {}\n", mention.span().range(), mention.id())).collect::<String>().into();
        bytes.len()
    })
}

/// Where the mentions lie.
#[unsafe(no_mangle)]
pub extern "C" fn found() -> *const u8 {
    BYTES.with_borrow(|bytes| bytes.as_ptr())
}
