//! Gazetteer tables ↔ bytes: the form in which the built-in gazetteer is shipped.
//!
//! A magic number, then each table as a row count and rows of fixed size, then the text. Reading copies numbers and borrows the
//! text, so that the built-in gazetteer is ready in a few milliseconds.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use super::rows::Packed;
use super::{Gazetteer, Tables};
use crate::error::{Error, ErrorKind};
use crate::kind::EntityKind;
use crate::scan::Matcher;

/// Changes with every change of the rows.
const MAGIC: &[u8; 8] = b"demarch2";

/// Reads packed tables front to back.
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Reader { bytes }
    }

    /// The next `n` bytes.
    pub(crate) fn take(&mut self, n: usize) -> Result<&'b [u8], Error> {
        let (head, rest) = self.bytes.split_at_checked(n).ok_or_else(|| Error::new(ErrorKind::Packed("they end too early")))?;
        self.bytes = rest;
        Ok(head)
    }

    /// The next number.
    pub(crate) fn number(&mut self) -> Result<usize, Error> {
        Ok(u32::unpack(self.take(4)?) as usize)
    }

    /// The next table.
    pub(crate) fn rows<T: Packed>(&mut self) -> Result<Vec<T>, Error> {
        let n = self.number()?;
        let size = n.checked_mul(T::SIZE).ok_or_else(|| Error::new(ErrorKind::Packed("a table is too long")))?;
        Ok(self.take(size)?.chunks_exact(T::SIZE).map(T::unpack).collect())
    }
}

/// Appends a table.
pub(crate) fn put_rows<T: Packed>(out: &mut Vec<u8>, rows: &[T]) {
    (rows.len() as u32).pack(out);
    for row in rows {
        row.pack(out);
    }
}

impl Tables {
    /// The tables as bytes.
    pub(crate) fn pack(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let kinds = self.kinds.iter().map(EntityKind::as_str).collect::<Vec<_>>().join("\n");
        for text in [&kinds, &self.data_version, &*self.text] {
            (text.len() as u32).pack(&mut out);
        }
        out.extend_from_slice(kinds.as_bytes());
        out.extend_from_slice(self.data_version.as_bytes());
        put_rows(&mut out, &self.files);
        put_rows(&mut out, &self.entities);
        put_rows(&mut out, &self.alias_of);
        put_rows(&mut out, &self.aliases);
        put_rows(&mut out, &self.keys);
        put_rows(&mut out, &self.conditions);
        put_rows(&mut out, &self.properties);
        put_rows(&mut out, &self.tenures);
        put_rows(&mut out, &self.tenures_of);
        put_rows(&mut out, &self.memberships);
        put_rows(&mut out, &self.memberships_of);
        put_rows(&mut out, &self.words);
        put_rows(&mut out, &self.roles);
        out.extend_from_slice(self.text.as_bytes());
        out
    }

    /// Tables from the bytes that [`pack`](Self::pack) gave, to be kept without them.
    pub(crate) fn unpack_copy(bytes: &[u8]) -> Result<Self, Error> {
        let (tables, text) = Tables::unpack_rows(bytes)?;
        Ok(Tables { text: Cow::Owned(text.into()), ..tables })
    }

    /// Tables from the bytes that [`pack`](Self::pack) gave.
    pub(crate) fn unpack(bytes: &'static [u8]) -> Result<Self, Error> {
        let (tables, text) = Tables::unpack_rows(bytes)?;
        Ok(Tables { text: Cow::Borrowed(text), ..tables })
    }

    /// Tables without their text, and that text.
    fn unpack_rows(bytes: &[u8]) -> Result<(Self, &str), Error> {
        let damaged = |what| Error::new(ErrorKind::Packed(what));
        let mut reader = Reader::new(bytes);
        if reader.take(MAGIC.len())? != MAGIC {
            return Err(damaged("they are of another version"));
        }
        let (kinds, version, text) = (reader.number()?, reader.number()?, reader.number()?);
        let utf8 = |bytes| std::str::from_utf8(bytes).map_err(|_| damaged("they are not UTF-8"));
        let kinds = utf8(reader.take(kinds)?)?.split('\n').map(EntityKind::from_name).collect();
        let data_version = utf8(reader.take(version)?)?.to_owned();
        let tables = Tables {
            kinds,
            data_version,
            files: reader.rows()?,
            entities: reader.rows()?,
            alias_of: reader.rows()?,
            aliases: reader.rows()?,
            keys: reader.rows()?,
            conditions: reader.rows()?,
            properties: reader.rows()?,
            tenures: reader.rows()?,
            tenures_of: reader.rows()?,
            memberships: reader.rows()?,
            memberships_of: reader.rows()?,
            words: reader.rows()?,
            roles: reader.rows()?,
            text: Cow::Borrowed(""),
        };
        Ok((tables, utf8(reader.take(text)?)?))
    }
}

impl Gazetteer {
    /// Packs the tables (`*.tsv`) of a folder, and the matcher compiled from them, as the built-in gazetteer is packed. For the crate's
    /// own tools.
    #[doc(hidden)]
    pub fn pack_tables(folder: &Path) -> Result<Vec<u8>, Error> {
        let io = |error: std::io::Error| Error::new(error).in_file(folder);
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>())
            .map_err(io)?;
        files.retain(|file| file.extension().is_some_and(|extension| extension == "tsv"));
        files.sort();
        let mut builder = Gazetteer::builder();
        for file in &files {
            let text = std::fs::read_to_string(file).map_err(|error| Error::new(error).in_file(file))?;
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            builder.read_tsv(&format!("data/{name}"), &text)?;
        }
        let version = std::fs::read_to_string(folder.join("VERSION")).map_err(io)?;
        builder.set_data_version(version.trim());
        let tables = &builder.build()?.0;
        let packed = tables.pack();
        let mut out = Vec::new();
        (packed.len() as u32).pack(&mut out);
        out.extend(packed);
        out.extend(Matcher::new(tables).pack());
        Ok(out)
    }

    /// A gazetteer and its matcher from the bytes that [`pack_tables`](Self::pack_tables) gave.
    pub(crate) fn unpack(bytes: &'static [u8]) -> Result<(Self, Matcher), Error> {
        let mut reader = Reader::new(bytes);
        let len = reader.number()?;
        let tables = Tables::unpack(reader.take(len)?)?;
        let matcher = Matcher::unpack(reader.bytes)?;
        Ok((Gazetteer(Arc::new(tables)), matcher))
    }
}
