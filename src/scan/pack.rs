//! Matcher ↔ bytes: so that the built-in gazetteer's needs no compiling.

use super::Matcher;
use super::gate::{Filter, Gate};
use super::heads::Heads;
use super::limit::LongKeys;
use super::mask::Initials;
use super::pairs::Pairs;
use super::rests::Rests;
use crate::error::{Error, ErrorKind};
use crate::gazetteer::pack::{Reader, put_rows};

impl Matcher {
    /// The matcher as bytes.
    pub(crate) fn pack(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_rows(&mut out, &[u8::from(self.initials.small), u8::from(self.initials.digits)]);
        put_rows(&mut out, &self.initials.others);
        for filter in [&self.gate.large, &self.gate.small, &self.gate.others] {
            put_rows(&mut out, &filter.bits);
        }
        put_rows(&mut out, &self.heads.slots);
        put_rows(&mut out, &self.rests.rows);
        put_rows(&mut out, &self.rests.text);
        put_rows(&mut out, &self.pairs.slots);
        put_rows(&mut out, &[self.long.short]);
        out
    }

    /// A matcher from the bytes that [`pack`](Self::pack) gave, for the same tables.
    pub(crate) fn unpack(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let flags = reader.rows::<u8>()?;
        let matcher = Matcher {
            initials: Initials::from_parts(flags.first() == Some(&1), flags.get(1) == Some(&1), reader.rows()?),
            gate: Gate {
                large: Filter { bits: reader.rows()? },
                small: Filter { bits: reader.rows()? },
                others: Filter { bits: reader.rows()? },
            },
            heads: Heads { slots: reader.rows()? },
            rests: Rests { rows: reader.rows()?, text: reader.rows()? },
            pairs: Pairs { slots: reader.rows()? },
            long: LongKeys::new(reader.rows()?.first().copied().unwrap_or(64)),
        };
        if matcher.is_sound() { Ok(matcher) } else { Err(Error::new(ErrorKind::Packed("the matcher is damaged"))) }
    }

    /// Whether hashing ends and ranges lie inside their tables.
    fn is_sound(&self) -> bool {
        let rests = self.rests.rows.len() as u64;
        let inside = |first: u32, count: u32| u64::from(first) + u64::from(count) <= rests;
        let (heads, pairs) = (&self.heads.slots, &self.pairs.slots);
        matches!(self.initials.others.len(), 0 | 1024)
            && [&self.gate.large, &self.gate.small, &self.gate.others].iter().all(|filter| filter.bits.len().is_power_of_two())
            && heads.len().is_power_of_two()
            && heads.iter().any(|head| head.word == 0)
            && heads.iter().all(|head| inside(head.first_rest, head.rests))
            && pairs.len().is_power_of_two()
            && pairs.iter().any(|pair| pair.word == 0)
            && pairs.iter().all(|pair| pair.rests == u32::MAX || inside(pair.first_rest, pair.rests))
    }
}
