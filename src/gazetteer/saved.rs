//! A gazetteer ↔ what serde writes: to keep one that has been built, and to load it faster than it was built.
//!
//! Two fields: the schema, and the tables packed as the built-in ones are, as bytes or, in formats for people such as JSON, as base64.
//! Whatever comes back is checked before it is used: other code takes for granted that row numbers exist and that rows are sorted.

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::pack::Reader;
use super::{Gazetteer, Tables};
use crate::error::{Error, ErrorKind};

/// Changes with every change of the packed rows or of folding; older ones are told apart by the magic number of the packed tables.
const SCHEMA: u32 = 1;

/// Written as a struct of a schema number and packed tables, compact and quick to load; see `data/own_gazetteer.md`.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut builder = demarche::Gazetteer::builder();
/// builder.read_tsv("rivers.tsv", "name\talias\nAmu Darya\tOxus\n")?;
/// let saved = serde_json::to_string(&builder.build()?)?;
/// let gazetteer: demarche::Gazetteer = serde_json::from_str(&saved)?;
/// assert_eq!(gazetteer.find("oxus").next().unwrap().name(), "Amu Darya");
///
/// let newer = saved.replace("\"schema\":1", "\"schema\":2");
/// let error = serde_json::from_str::<demarche::Gazetteer>(&newer).unwrap_err();
/// assert!(error.to_string().contains("saved with schema 2, and this version of demarche reads up to 1"));
/// # Ok(())
/// # }
/// ```
impl Serialize for Gazetteer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let packed = self.0.pack();
        let mut saved = serializer.serialize_struct("Gazetteer", 2)?;
        saved.serialize_field("schema", &SCHEMA)?;
        saved.serialize_field("tables", &PackedTables(&packed))?;
        saved.end()
    }
}

struct PackedTables<'p>(&'p [u8]);

impl Serialize for PackedTables<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&to_base64(self.0))
        } else {
            serializer.serialize_bytes(self.0)
        }
    }
}

/// Anything that is damaged is an error; so is a schema newer than this version of the crate.
impl<'de> Deserialize<'de> for Gazetteer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Saved;
        impl<'de> Visitor<'de> for Saved {
            type Value = Gazetteer;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a saved gazetteer: its schema and its tables")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Gazetteer, A::Error> {
                let schema = seq.next_element()?.ok_or_else(|| de::Error::missing_field("schema"))?;
                known::<A::Error>(schema)?;
                let Bytes(tables) = seq.next_element()?.ok_or_else(|| de::Error::missing_field("tables"))?;
                load(&tables).map_err(de::Error::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Gazetteer, A::Error> {
                let (mut schema, mut tables) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "schema" => {
                            schema = Some(map.next_value()?);
                            known::<A::Error>(schema.unwrap_or(0))?;
                        }
                        "tables" => tables = Some(map.next_value::<Bytes>()?.0),
                        _ => _ = map.next_value::<de::IgnoredAny>()?,
                    }
                }
                if schema.is_none() {
                    return Err(de::Error::missing_field("schema"));
                }
                load(&tables.ok_or_else(|| de::Error::missing_field("tables"))?).map_err(de::Error::custom)
            }
        }
        deserializer.deserialize_struct("Gazetteer", &["schema", "tables"], Saved)
    }
}

fn known<E: de::Error>(found: u32) -> Result<(), E> {
    if found > SCHEMA {
        return Err(E::custom(Error::new(ErrorKind::NewerSchema { found, known: SCHEMA })));
    }
    Ok(())
}

/// Bytes, written as such or as base64.
struct Bytes(Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("packed tables")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Bytes, E> {
                from_base64(text).map(Bytes).ok_or_else(|| E::custom("the tables are not base64"))
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.into()))
            }

            fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Either)
        } else {
            deserializer.deserialize_byte_buf(Either)
        }
    }
}

/// A gazetteer from packed tables that nobody vouches for.
fn load(packed: &[u8]) -> Result<Gazetteer, Error> {
    let tables = Tables::unpack(&mut Reader::copying(packed))?;
    tables.check()?;
    Ok(Gazetteer(Arc::new(tables)))
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn to_base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0u32, |word, &b| word << 8 | u32::from(b)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let digit = DIGITS[(word >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut values = [0xff; 256];
    for (value, &digit) in DIGITS.iter().enumerate() {
        values[usize::from(digit)] = value as u8;
    }
    let text = text.as_bytes();
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let padding = text.iter().rev().take(2).take_while(|&&b| b == b'=').count();
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    for (i, chunk) in text.chunks_exact(4).enumerate() {
        let last = (i + 1) * 4 == text.len();
        let digits = if last { 4 - padding } else { 4 };
        let mut word = 0;
        for (j, &digit) in chunk.iter().enumerate() {
            let value = if j < digits { values[usize::from(digit)] } else { 0 };
            if value == 0xff {
                return None;
            }
            word = word << 6 | u32::from(value);
        }
        out.extend_from_slice(&word.to_be_bytes()[1..digits]);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn base64_there_and_back(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            prop_assert_eq!(from_base64(&to_base64(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_base64_or_not(text in "[A-Za-z0-9+/=é]{0,12}") {
            _ = from_base64(&text);
        }
    }

    #[test]
    fn base64_as_others_write_it() {
        assert_eq!(to_base64(b"any carnal pleas"), "YW55IGNhcm5hbCBwbGVhcw==");
        assert_eq!(from_base64("YW55IGNhcm5hbCBwbGVhc3U="), Some(b"any carnal pleasu".to_vec()));
        for bad in ["A", "AAA", "A===", "====", "AA=A", "AAA\n", "é", "AA==AAAA"] {
            assert_eq!(from_base64(bad), None, "{bad:?}");
        }
    }
}
