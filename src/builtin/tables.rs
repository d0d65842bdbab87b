//! The gazetteer without its past, or without its officials: built from the tables.

use crate::error::Error;
use crate::extractor::Extractor;
use crate::gazetteer::Gazetteer;

macro_rules! tables {
    ($($name:literal)*) => { &[$((concat!("data/", $name, ".tsv"), include_str!(concat!("../../data/", $name, ".tsv")))),*] };
}

const TABLES: &[(&str, &str)] = tables!(
    "countries" "country_aliases" "country_form_aliases" "cue_words" "decoys" "english_words" "format_aliases" "formats" "given_names"
    "honorifics" "memberships" "modifiers" "name_words" "office_aliases" "offices" "organization_aliases" "organizations"
    "place_aliases" "places" "region_aliases" "region_members" "regions" "roles" "sport_words" "states" "surnames" "time_words"
);

#[cfg(feature = "officials")]
const OFFICIALS: &[(&str, &str)] = tables!("officials" "official_aliases" "tenures");
#[cfg(not(feature = "officials"))]
const OFFICIALS: &[(&str, &str)] = &[];

/// The year before which a tenure must have ended to count as history.
#[cfg(feature = "officials")]
const RECENT: u16 = 2015;

pub(super) fn load() -> Result<Extractor, Error> {
    let mut builder = Gazetteer::builder();
    for (name, text) in TABLES.iter().chain(OFFICIALS) {
        builder.read_tsv(name, text)?;
    }
    #[cfg(feature = "officials")]
    if let Ok(date) = crate::date::Date::new(RECENT, 1, 1) {
        builder.forget_before(date);
    }
    builder.set_data_version(include_str!("../../data/VERSION").trim());
    Ok(Extractor::new(&builder.build()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table that is new in `data` is one of the gazetteer in every form of it.
    #[test]
    fn every_table_is_read() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let known: Vec<&str> = TABLES.iter().map(|table| table.0).collect();
        for entry in std::fs::read_dir(folder).expect("the folder data") {
            let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
            let Some(table) = name.strip_suffix(".tsv") else { continue };
            let optional = ["officials", "official_aliases", "tenures", "sources", "vacancies"].contains(&table);
            assert!(optional || known.contains(&format!("data/{name}").as_str()), "{name} is missing in src/builtin/tables.rs");
        }
    }
}
