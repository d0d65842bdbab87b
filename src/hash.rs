//! What number stands for a short text?
//!
//! Quick rather than safe against texts made to collide: for what comes with the crate or costs little when it is slow.

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
