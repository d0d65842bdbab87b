//! How is something read that lies far apart, without waiting for each piece of it?
//!
//! A processor waits for several places of memory at a time, if it is asked for them one right after another. So whoever goes through
//! rows that point all over a large table reads a little of some of them first, and finds them near when it comes to their turn.

/// How many are read together.
pub(crate) const TOGETHER: usize = 32;
/// Tables of so many aliases are large: what is read of smaller ones is near anyway.
pub(crate) const FAR: usize = 1 << 13;

/// Reads something of each of some items.
#[inline(always)]
pub(crate) fn fetch<T>(items: impl IntoIterator<Item = T>, read: impl Fn(T) -> u8) {
    std::hint::black_box(items.into_iter().fold(0, |all, item| all | read(item)));
}
