//! Matcher ↔ bytes: so that the built-in gazetteer's needs no compiling.

use super::Matcher;
use super::gate::{Beginnings, Filter, Gate};
use super::heads::Heads;
use super::limit::LongKeys;
use super::mask::Initials;
use super::pairs::Pairs;
use super::rests::Rests;
use crate::error::Error;
use crate::gazetteer::pack::{Reader, put_rows};

impl Matcher {
    /// Appends the matcher to what is packed.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        put_rows(out, &[u8::from(self.initials.small), u8::from(self.initials.digits)].into_iter().collect());
        put_rows(out, &self.initials.others.iter().copied().collect());
        for bits in [&self.gate.words.bits, &self.gate.small.bits, &self.gate.others.bits, &self.pairs.filter.bits] {
            put_rows(out, bits);
        }
        put_rows(out, &self.heads.slots);
        put_rows(out, &self.rests.rows);
        put_rows(out, &self.pairs.slots);
        put_rows(out, &[self.heads.seed, self.pairs.seed].into_iter().collect());
        put_rows(out, &[self.long.short].into_iter().collect());
    }

    /// The matcher that [`pack`](Self::pack) gave, for the same tables.
    pub(crate) fn unpack(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let flags = reader.rows::<u8>()?;
        let initials = Initials::from_parts(flags.get(0) == Some(1), flags.get(1) == Some(1), reader.rows()?.iter().collect());
        let gate = Gate {
            words: Filter { bits: reader.rows()? },
            small: Beginnings { bits: reader.rows()? },
            others: Filter { bits: reader.rows()? },
        };
        let filter = Filter { bits: reader.rows()? };
        let (heads, rests, pairs) = (reader.rows()?, reader.rows()?, reader.rows()?);
        let seeds = reader.rows::<u64>()?;
        let seed = |i| seeds.get(i).unwrap_or(0);
        Ok(Matcher {
            initials,
            gate,
            heads: Heads { slots: heads, seed: seed(0) },
            rests: Rests { rows: rests },
            pairs: Pairs { slots: pairs, filter, seed: seed(1) },
            long: LongKeys::new(reader.rows()?.get(0).unwrap_or(64)),
        })
    }
}
