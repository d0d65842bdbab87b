//! Gazetteer tables ↔ bytes.
//!
//! A magic number, then each table as a row count and rows of fixed size, then the text. The built-in tables are read in place.

use std::borrow::Cow;

use super::Tables;
use super::rows::{Packed, Rows};
use crate::error::{Error, ErrorKind};
use crate::kind::EntityKind;

/// Changes with every change of the rows.
const MAGIC: &[u8; 8] = b"demarchb";

/// Reads packed tables front to back.
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    keep: fn(&'b [u8]) -> Cow<'static, [u8]>,
}

impl Reader<'static> {
    /// Tables are read in place.
    pub(crate) fn new(bytes: &'static [u8]) -> Self {
        Reader { bytes, keep: |bytes| Cow::Borrowed(bytes) }
    }
}

impl<'b> Reader<'b> {
    /// Tables are copied.
    pub(crate) fn copying(bytes: &'b [u8]) -> Self {
        Reader { bytes, keep: |bytes| Cow::Owned(bytes.to_vec()) }
    }

    /// The next `n` bytes.
    fn take(&mut self, n: usize) -> Result<&'b [u8], Error> {
        let (head, rest) = self.bytes.split_at_checked(n).ok_or_else(|| Error::new(ErrorKind::Packed("they end too early")))?;
        self.bytes = rest;
        Ok(head)
    }

    /// The next number.
    fn number(&mut self) -> Result<usize, Error> {
        Ok(u32::unpack(self.take(4)?) as usize)
    }

    /// The next table.
    pub(crate) fn rows<T: Packed>(&mut self) -> Result<Rows<T>, Error> {
        let n = self.number()?;
        let size = n.checked_mul(T::SIZE).ok_or_else(|| Error::new(ErrorKind::Packed("a table is too long")))?;
        Ok(Rows::packed((self.keep)(self.take(size)?)))
    }

    /// The next text.
    fn text(&mut self) -> Result<Cow<'static, str>, Error> {
        let broken = || Error::new(ErrorKind::Packed("they are not UTF-8"));
        let len = self.number()?;
        match (self.keep)(self.take(len)?) {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| broken()),
            Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| broken()),
        }
    }
}

/// Appends a number.
fn put_number(out: &mut Vec<u8>, number: usize) {
    out.extend_from_slice(&(number as u32).to_le_bytes());
}

/// Appends a table.
pub(crate) fn put_rows<T: Packed>(out: &mut Vec<u8>, rows: &Rows<T>) {
    put_number(out, rows.len());
    out.extend_from_slice(&rows.bytes);
}

/// Appends a text.
fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

impl Tables {
    /// The tables as bytes.
    pub(crate) fn pack(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        put_text(&mut out, &self.kinds.iter().map(EntityKind::as_str).collect::<Vec<_>>().join("\n"));
        put_text(&mut out, &self.data_version);
        put_rows(&mut out, &self.files);
        put_rows(&mut out, &self.entities);
        put_rows(&mut out, &self.entity_origins);
        put_rows(&mut out, &self.traits);
        put_rows(&mut out, &self.alias_of);
        put_rows(&mut out, &self.aliases);
        put_rows(&mut out, &self.alias_origins);
        put_rows(&mut out, &self.keys);
        put_rows(&mut out, &self.conditions);
        put_rows(&mut out, &self.property_of);
        put_rows(&mut out, &self.properties);
        put_rows(&mut out, &self.tenures);
        put_rows(&mut out, &self.tenures_of);
        put_rows(&mut out, &self.memberships);
        put_rows(&mut out, &self.memberships_of);
        put_rows(&mut out, &self.words);
        put_rows(&mut out, &self.roles);
        put_text(&mut out, &self.text);
        out
    }

    /// Tables from the bytes that [`pack`](Self::pack) gave.
    pub(crate) fn unpack(reader: &mut Reader<'_>) -> Result<Self, Error> {
        if reader.take(MAGIC.len())? != MAGIC {
            return Err(Error::new(ErrorKind::Packed("they are of another version")));
        }
        Ok(Tables {
            kinds: reader.text()?.split('\n').map(EntityKind::from_name).collect(),
            data_version: reader.text()?.into_owned(),
            files: reader.rows()?,
            entities: reader.rows()?,
            entity_origins: reader.rows()?,
            traits: reader.rows()?,
            alias_of: reader.rows()?,
            aliases: reader.rows()?,
            alias_origins: reader.rows()?,
            keys: reader.rows()?,
            conditions: reader.rows()?,
            property_of: reader.rows()?,
            properties: reader.rows()?,
            tenures: reader.rows()?,
            tenures_of: reader.rows()?,
            memberships: reader.rows()?,
            memberships_of: reader.rows()?,
            words: reader.rows()?,
            roles: reader.rows()?,
            text: reader.text()?,
        })
    }
}
