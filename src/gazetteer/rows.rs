//! The rows that a gazetteer consists of: plain numbers, with all text in one place.
//!
//! Tables are kept as they are packed and read in place, so that the built-in ones need neither time nor memory before they are asked.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::ops::{Deref, Range};
use std::slice::ChunksExact;

/// Says "none" where a row number is expected.
pub(crate) const NONE: u32 = u32::MAX;

/// Bytes of the widest row, or more.
const WIDEST: usize = 64;

/// A value with a fixed place in packed tables: little-endian, without padding.
pub(crate) trait Packed: Sized {
    /// Bytes it takes.
    const SIZE: usize;
    /// Writes it to the first [`SIZE`](Self::SIZE) bytes of `out`.
    fn pack(&self, out: &mut [u8]);
    /// Reads it from the first [`SIZE`](Self::SIZE) bytes.
    fn unpack(bytes: &[u8]) -> Self;

    /// Reads the one with a number, which exists, among many.
    #[inline(always)]
    fn at(bytes: &[u8], row: usize) -> Self {
        Self::unpack(&bytes[row * Self::SIZE..][..Self::SIZE])
    }
}

macro_rules! packed_number {
    ($($t:ty),*) => {$(
        impl Packed for $t {
            const SIZE: usize = size_of::<$t>();

            #[inline(always)]
            fn pack(&self, out: &mut [u8]) {
                out[..size_of::<$t>()].copy_from_slice(&self.to_le_bytes());
            }

            #[inline(always)]
            fn unpack(bytes: &[u8]) -> Self {
                let mut le = [0; size_of::<$t>()];
                le.copy_from_slice(&bytes[..size_of::<$t>()]);
                <$t>::from_le_bytes(le)
            }

            #[inline(always)]
            fn at(bytes: &[u8], row: usize) -> Self {
                <$t>::from_le_bytes(bytes.as_chunks().0[row])
            }
        }
    )*};
}
packed_number!(u8, i8, u16, u32, u64);

/// Defines a row and its packed form.
macro_rules! packed_row {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $t:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) struct $name { $($(#[$doc])* pub(crate) $field: $t,)* }

        impl $crate::gazetteer::rows::Packed for $name {
            const SIZE: usize = 0 $(+ <$t as $crate::gazetteer::rows::Packed>::SIZE)*;

            #[inline(always)]
            #[allow(unused_assignments)]
            fn pack(&self, out: &mut [u8]) {
                let mut at = 0;
                $(
                    $crate::gazetteer::rows::Packed::pack(&self.$field, &mut out[at..]);
                    at += <$t as $crate::gazetteer::rows::Packed>::SIZE;
                )*
            }

            #[inline(always)]
            #[allow(unused_assignments)]
            fn unpack(bytes: &[u8]) -> Self {
                let mut at = 0;
                $(
                    let $field = <$t as $crate::gazetteer::rows::Packed>::unpack(&bytes[at..]);
                    at += <$t as $crate::gazetteer::rows::Packed>::SIZE;
                )*
                $name { $($field,)* }
            }

            #[inline(always)]
            fn at(bytes: &[u8], row: usize) -> Self {
                use $crate::gazetteer::rows::Packed;
                Self::unpack(&bytes.as_chunks::<{ <$name as Packed>::SIZE }>().0[row])
            }
        }
    };
}
pub(crate) use packed_row;

packed_row! {
    /// A stretch of the gazetteer's text.
    #[derive(Default, Hash)]
    Str {
        at: u32,
        len: u32,
    }
}

/// A table of rows in their packed form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<T, B = Cow<'static, [u8]>> {
    pub(crate) bytes: B,
    row: PhantomData<T>,
}

/// Some rows of a table.
pub(crate) type Slice<'r, T> = Rows<T, &'r [u8]>;

impl<T: Packed, B: Deref<Target = [u8]>> Rows<T, B> {
    /// The rows that are packed in `bytes`.
    pub(crate) fn packed(bytes: B) -> Self {
        Rows { bytes, row: PhantomData }
    }

    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.bytes.len() / T::SIZE
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The row with a number, which exists.
    #[inline(always)]
    pub(crate) fn at(&self, row: usize) -> T {
        T::at(&self.bytes, row)
    }

    /// The row with a number.
    #[inline(always)]
    pub(crate) fn get(&self, row: usize) -> Option<T> {
        (row < self.len()).then(|| self.at(row))
    }

    /// All rows.
    #[inline(always)]
    pub(crate) fn all(&self) -> Slice<'_, T> {
        Rows::packed(&*self.bytes)
    }

    /// The rows of a range, which exists.
    #[inline(always)]
    pub(crate) fn slice(&self, rows: Range<usize>) -> Slice<'_, T> {
        self.all().cut(rows)
    }

    pub(crate) fn iter(&self) -> Iter<'_, T> {
        self.all().into_iter()
    }

    /// How many rows come first of which something is true that is true of none behind them.
    #[inline(always)]
    pub(crate) fn partition_point(&self, mut is_before: impl FnMut(T) -> bool) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from + (to - from) / 2;
            if is_before(self.at(middle)) { from = middle + 1 } else { to = middle }
        }
        from
    }

    /// The rows of a sorted table whose key is `key`.
    pub(crate) fn equal_range<K: Ord + Copy>(&self, key_of: impl Fn(T) -> K, key: K) -> Slice<'_, T> {
        let from = self.partition_point(|row| key_of(row) < key);
        self.slice(from..self.partition_point_near(from, |row| key_of(row) <= key))
    }

    /// The first row from `from` on of which something is not true that is true of those up to it. Quick if they are few: steps that
    /// double, and a search in the last one.
    #[inline(always)]
    pub(crate) fn partition_point_near(&self, from: usize, mut is_before: impl FnMut(T) -> bool) -> usize {
        let mut reach = 1;
        while self.get(from + reach - 1).is_some_and(&mut is_before) {
            reach *= 2;
        }
        let last = from + reach / 2;
        last + self.slice(last..self.len().min(from + reach)).partition_point(is_before)
    }
}

impl<'r, T: Packed> Slice<'r, T> {
    /// The rows of a range, which exists, for as long as the table.
    #[inline(always)]
    pub(crate) fn cut(self, rows: Range<usize>) -> Self {
        Rows::packed(&self.bytes[rows.start * T::SIZE..rows.end * T::SIZE])
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows { bytes: Cow::Borrowed(&[]), row: PhantomData }
    }
}

impl<T: Packed> Rows<T> {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        Rows::packed(Cow::Owned(Vec::with_capacity(rows * T::SIZE)))
    }

    #[inline]
    pub(crate) fn push(&mut self, row: T) {
        let mut packed = [0; WIDEST];
        row.pack(&mut packed[..T::SIZE]);
        self.bytes.to_mut().extend_from_slice(&packed[..T::SIZE]);
    }

    /// A table of equal rows.
    pub(crate) fn filled(row: T, rows: usize) -> Self {
        let mut packed = [0; WIDEST];
        row.pack(&mut packed[..T::SIZE]);
        Rows::packed(Cow::Owned(packed[..T::SIZE].repeat(rows)))
    }

    /// Sets a row, which exists.
    #[inline]
    pub(crate) fn set(&mut self, row: usize, new: T) {
        new.pack(&mut self.bytes.to_mut()[row * T::SIZE..][..T::SIZE]);
    }

    /// Changes a row, which exists.
    #[inline]
    pub(crate) fn change(&mut self, row: usize, change: impl FnOnce(&mut T)) {
        let mut changed = self.at(row);
        change(&mut changed);
        self.set(row, changed);
    }

    /// Leaves out the rows from a number on.
    pub(crate) fn truncate(&mut self, rows: usize) {
        self.bytes.to_mut().truncate(rows * T::SIZE);
    }

    pub(crate) fn shrink_to_fit(&mut self) {
        self.bytes.to_mut().shrink_to_fit();
    }
}

impl Rows<u32> {
    /// Sets one of so many numbers; a table of zeros takes no room.
    #[inline]
    pub(crate) fn note(&mut self, row: usize, number: u32, rows: usize) {
        if number != 0 {
            if self.is_empty() {
                *self = Rows::filled(0, rows);
            }
            self.set(row, number);
        }
    }
}

impl<T: Packed> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        let rows = rows.into_iter();
        let mut table = Rows::with_capacity(rows.size_hint().0);
        rows.for_each(|row| table.push(row));
        table
    }
}

/// The rows of a table, one after another.
#[derive(Clone)]
pub(crate) struct Iter<'r, T> {
    chunks: ChunksExact<'r, u8>,
    row: PhantomData<T>,
}

impl<T: Packed> Iterator for Iter<'_, T> {
    type Item = T;

    #[inline(always)]
    fn next(&mut self) -> Option<T> {
        self.chunks.next().map(T::unpack)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.chunks.size_hint()
    }
}

impl<'r, T: Packed> IntoIterator for Slice<'r, T> {
    type Item = T;
    type IntoIter = Iter<'r, T>;

    #[inline(always)]
    fn into_iter(self) -> Iter<'r, T> {
        Iter { chunks: self.bytes.chunks_exact(T::SIZE), row: PhantomData }
    }
}

packed_row! {
    /// An entity. Sorted by id.
    EntityRow {
        id: Str,
        /// The canonical name stands behind the id.
        name_len: u32,
        /// Its row among the traits.
        traits: u32,
        /// First of its rows in `alias_of`, which go up to those of the next entity.
        first_alias: u32,
        /// First of its rows in `property_of`.
        first_property: u32,
        /// Number in the table of kinds.
        kind: u8,
    }
}

impl EntityRow {
    /// The canonical name.
    #[inline]
    pub(crate) fn name(&self) -> Str {
        Str { at: self.id.at.wrapping_add(self.id.len), len: self.name_len }
    }
}

packed_row! {
    /// What is said of few entities, or of many alike: each combination once.
    #[derive(Hash)]
    TraitsRow {
        /// The country of a place, the country or body of an office: an entity, or [`NONE`].
        owner: u32,
        /// First and last date of its existence, as [`Date::to_bits`](crate::Date) gives them; 0 for unknown.
        valid_from: u32,
        valid_to: u32,
        /// Functions of an office: bits of [`functions`](super::functions).
        functions: u32,
    }
}

packed_row! {
    /// An alias. Sorted by key, then in the order in which aliases of one key are preferred.
    AliasRow {
        text: Str,
        /// The entity, or [`NONE`] for a decoy.
        entity: u32,
        /// Row of its conditions, or [`NONE`].
        condition: u32,
        /// The number of the kind of its entity, so that the entity need not be looked at; 0 for a decoy.
        entity_kind: u8,
        kind: u8,
        case: u8,
        policy: u8,
        priority: i8,
        /// How many further aliases behind it have its key; [`MANY`] for as many or more.
        further: u8,
    }
}

/// See [`AliasRow::further`].
pub(crate) const MANY: u8 = u8::MAX;

packed_row! {
    /// What an alias asks of the text around it. The lists are joined by `;` and folded.
    ConditionRow {
        cues: Str,
        not_before: Str,
        not_after: Str,
        /// Bits of the last words of `not_before` and of the first words of `not_after`: see [`phrases`](super::phrases).
        lasts: u64,
        firsts: u64,
        valid_from: u32,
        valid_to: u32,
    }
}

packed_row! {
    /// A named value that entities have, once.
    PropertyRow {
        name: Str,
        value: Str,
    }
}

packed_row! {
    /// Who held which office when. Sorted by office, then start.
    TenureRow {
        official: u32,
        office: u32,
        from: u32,
        to: u32,
        /// Until when an open end is known.
        horizon: u32,
        role: Str,
        doubt: Str,
        source: Str,
        origin: u32,
    }
}

packed_row! {
    /// Who belonged to what when. Sorted by group, then member, then start.
    MembershipRow {
        group: u32,
        member: u32,
        from: u32,
        to: u32,
        role: Str,
        source: Str,
        origin: u32,
    }
}

packed_row! {
    /// A word or phrase that the context rules know, folded. Sorted by word, then list.
    WordRow {
        word: Str,
        /// Number of the list: see [`WordList`](super::WordList).
        list: u8,
        /// What the list says of the word.
        code: Str,
    }
}

packed_row! {
    /// A role term that composes offices. Sorted by term.
    RoleRow {
        /// Folded.
        term: Str,
        /// As written, for terms whose case counts.
        text: Str,
        /// Keys of offices, tried in order, joined by `;`.
        keys: Str,
        /// Functions tried after them: bits.
        functions: u32,
        /// Bits of [`scope`](super::scope).
        scope: u8,
        case: u8,
        origin: u32,
    }
}
