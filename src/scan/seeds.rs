//! How does a hash table stay quick to search, whatever words it is made of?
//!
//! Entries that find their slot taken go to the next empty one. A list can be made to collide, so a table is made with other hashes if
//! its entries come to lie too far from where the search for them begins: with one seed after another, always the same ones.

/// How far the entries of a table may lie from where the search for them begins.
pub(super) struct Patience {
    /// All of them together; about 1 for each is usual in tables of which a third is empty.
    all: usize,
    /// Each of them; some two hundred is the most among a million.
    each: usize,
}

impl Patience {
    /// Of an entry that lies so many slots behind its first one; `None` if that is too far.
    #[inline]
    pub(super) fn spend(&mut self, slots: usize) -> Option<()> {
        self.all = self.all.checked_sub(slots)?;
        (slots <= self.each).then_some(())
    }
}

/// How many seeds are tried: a list that collides with three of them in the same way is hard to make.
const SEEDS: u64 = 16;

/// The table of so many entries that `make` gives for the first seed with which its patience suffices.
pub(super) fn first_that_suits<T>(entries: usize, make: impl Fn(u64, &mut Patience) -> Option<T>) -> Option<T> {
    (0..SEEDS).find_map(|i| {
        // The last one must do.
        let endless = i == SEEDS - 1;
        let patience = |slots| if endless { usize::MAX } else { slots };
        make(i.wrapping_mul(0xd1b5_4a32_d192_ed03), &mut Patience { all: patience(8 * entries + 1024), each: patience(512) })
    })
}
