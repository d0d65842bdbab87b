//! The rows that a gazetteer consists of: plain numbers, with all text in one place.

/// A stretch of the gazetteer's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Str {
    pub(crate) at: u32,
    pub(crate) len: u32,
}

/// Says "none" where a row number is expected.
pub(crate) const NONE: u32 = u32::MAX;

/// A value with a fixed place in packed tables: little-endian, without padding.
pub(crate) trait Packed: Sized {
    /// Bytes it takes.
    const SIZE: usize;
    /// Appends it to `out`.
    fn pack(&self, out: &mut Vec<u8>);
    /// Reads it from [`SIZE`](Self::SIZE) bytes.
    fn unpack(bytes: &[u8]) -> Self;
}

macro_rules! packed_number {
    ($($t:ty),*) => {$(
        impl Packed for $t {
            const SIZE: usize = size_of::<$t>();

            fn pack(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn unpack(bytes: &[u8]) -> Self {
                let mut le = [0; size_of::<$t>()];
                le.copy_from_slice(&bytes[..size_of::<$t>()]);
                <$t>::from_le_bytes(le)
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

            fn pack(&self, out: &mut Vec<u8>) {
                $($crate::gazetteer::rows::Packed::pack(&self.$field, out);)*
            }

            #[inline]
            #[allow(unused_assignments)]
            fn unpack(bytes: &[u8]) -> Self {
                let mut at = 0;
                $(
                    let $field = <$t as $crate::gazetteer::rows::Packed>::unpack(&bytes[at..]);
                    at += <$t as $crate::gazetteer::rows::Packed>::SIZE;
                )*
                $name { $($field,)* }
            }
        }
    };
}
pub(crate) use packed_row;

impl Packed for Str {
    const SIZE: usize = 8;

    fn pack(&self, out: &mut Vec<u8>) {
        self.at.pack(out);
        self.len.pack(out);
    }

    #[inline]
    fn unpack(bytes: &[u8]) -> Self {
        Str { at: u32::unpack(bytes), len: u32::unpack(&bytes[4..]) }
    }
}

packed_row! {
    /// An entity. Sorted by id.
    EntityRow {
        id: Str,
        name: Str,
        /// The country of a place, the country or body of an office: an entity, or [`NONE`].
        owner: u32,
        /// First of its rows in `alias_of`, which go up to those of the next entity.
        first_alias: u32,
        /// First of its property rows.
        first_property: u32,
        /// First and last date of its existence, as [`Date::to_bits`](crate::Date) gives them; 0 for unknown.
        valid_from: u32,
        valid_to: u32,
        /// Functions of an office: bits of [`functions`](super::functions).
        functions: u32,
        /// Number in the table of kinds.
        kind: u8,
        origin: u32,
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
        origin: u32,
        kind: u8,
        case: u8,
        policy: u8,
        priority: i8,
    }
}

packed_row! {
    /// A folded form that aliases share. Sorted by text.
    KeyRow {
        text: Str,
        /// First of its rows among the aliases, which go up to those of the next key.
        first_alias: u32,
    }
}

packed_row! {
    /// What an alias asks of the text around it. The lists are joined by `;` and folded.
    ConditionRow {
        cues: Str,
        not_before: Str,
        not_after: Str,
        valid_from: u32,
        valid_to: u32,
    }
}

packed_row! {
    /// A named value of an entity. Sorted by entity.
    PropertyRow {
        entity: u32,
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
