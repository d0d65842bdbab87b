//! What number stands for a short text?
//!
//! Quick rather than safe against texts made to collide: for what comes with the crate or costs little when it is slow.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Eight bytes at a time are multiplied to 128 bits, which are folded to 64.
#[inline(always)]
fn mix(hash: u64, bytes: u64) -> u64 {
    let product = u128::from(hash ^ bytes) * 0x9e37_79b9_7f4a_7c15;
    product as u64 ^ (product >> 64) as u64
}

/// The hash of a text.
pub(crate) fn hash(text: &str) -> u32 {
    let (chunks, rest) = text.as_bytes().as_chunks();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let last = Some(last).filter(|_| !rest.is_empty());
    padded(text.len(), chunks.iter().copied().chain(last))
}

/// The hash of a text of so many bytes, given eight bytes at a time with zeros behind the end.
#[inline(always)]
pub(crate) fn padded(len: usize, chunks: impl Iterator<Item = [u8; 8]>) -> u32 {
    (chunks.fold(len as u64, |hash, chunk| mix(hash, u64::from_le_bytes(chunk))) >> 32) as u32
}

/// One bit of 64 for a text.
pub(crate) fn bit(text: &str) -> u64 {
    1 << (hash(text) & 63)
}

/// A map from numbers of rows, which no text chooses.
pub(crate) type RowMap<V> = HashMap<u32, V, BuildHasherDefault<RowHasher>>;

/// The hash of a number.
#[derive(Default)]
pub(crate) struct RowHasher(u64);

impl Hasher for RowHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, &b| mix(hash, u64::from(b) + 1));
    }

    #[inline]
    fn write_u32(&mut self, number: u32) {
        self.0 = mix(self.0, u64::from(number) + 1);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}
