//! An extractor ↔ bytes: the form in which the built-in gazetteer is shipped, with the matcher and the word lists compiled from it.

use std::path::Path;
use std::sync::Arc;

use crate::context::Lands;
use crate::context::text::phrases::Phrases;
use crate::error::Error;
use crate::extractor::{Extractor, Parts};
use crate::gazetteer::pack::Reader;
use crate::gazetteer::{Gazetteer, Tables};
use crate::scan::Matcher;

impl Extractor {
    /// Packs the tables (`*.tsv`) of a folder, and what is compiled from them, as the built-in gazetteer is packed. For the crate's own tools.
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
        let mut out = tables.pack();
        Matcher::new(tables).pack(&mut out);
        Phrases::new(tables).pack(&mut out);
        Lands::new(tables).pack(&mut out);
        Ok(out)
    }

    /// The extractor from the bytes that [`pack_tables`](Self::pack_tables) gave.
    pub(crate) fn unpack(bytes: &'static [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let tables = Arc::new(Tables::unpack(&mut reader)?);
        let matcher = Matcher::unpack(&mut reader)?;
        let phrases = Phrases::unpack(&mut reader, &tables)?;
        let lands = Lands::unpack(&mut reader)?;
        Ok(Extractor::of_parts(Gazetteer(tables), Parts { matcher, phrases, lands }))
    }
}
