//! Do tables that come from somewhere hold what all other code takes for granted?

use super::Tables;
use super::phrases;
use super::rows::{MANY, NONE, Str};
use crate::date::Date;
use crate::error::{Error, ErrorKind};
use crate::fold;
use crate::kind::{AliasKind, CasePolicy, Policy};

impl Tables {
    /// Checks that every text and row number exists, that rows are sorted as they are searched, and that codes are known.
    pub(super) fn check(&self) -> Result<(), Error> {
        let fail = |what| Err(Error::new(ErrorKind::Packed(what)));
        if !self.texts_exist() {
            return fail("a text lies outside, or is cut within a character");
        }
        if !self.entities_are_sound() {
            return fail("the table of entities is damaged");
        }
        if !self.aliases_are_sound() {
            return fail("the table of aliases is damaged");
        }
        if !self.facts_are_sound() {
            return fail("the table of tenures or memberships is damaged");
        }
        if !self.words_are_sound() {
            return fail("the table of words or roles is damaged");
        }
        Ok(())
    }

    fn texts_exist(&self) -> bool {
        let known = |s: Str| self.text.get(s.at as usize..s.at as usize + s.len as usize).is_some();
        self.files.iter().all(known)
            && self.entities.iter().all(|row| known(row.id) && known(row.name()))
            && self.aliases.iter().all(|row| known(row.text))
            && self.keys.iter().all(known)
            && self.conditions.iter().all(|row| known(row.cues) && known(row.not_before) && known(row.not_after))
            && self.properties.iter().all(|row| known(row.name) && known(row.value))
            && self.tenures.iter().all(|row| known(row.role) && known(row.doubt) && known(row.source))
            && self.memberships.iter().all(|row| known(row.role) && known(row.source))
            && self.words.iter().all(|row| known(row.word) && known(row.code))
            && self.roles.iter().all(|row| known(row.term) && known(row.text) && known(row.keys))
    }

    fn entities_are_sound(&self) -> bool {
        let (count, kinds) = (self.entities.len() as u32, self.kinds.len());
        let each = self.entities.iter().all(|row| {
            let id = self.str(row.id).split_once(':');
            usize::from(row.kind) < kinds
                && id.is_some_and(|(kind, key)| kind == self.kinds[usize::from(row.kind)].as_str() && !key.is_empty())
                && (row.traits as usize) < self.traits.len()
                && row.first_alias as usize <= self.alias_of.len()
                && row.first_property as usize <= self.property_of.len()
        });
        let traits =
            self.traits.iter().all(|row| (row.owner < count || row.owner == NONE) && dates(row.valid_from, row.valid_to));
        each && traits
            && self.entities.iter().is_sorted_by(|a, b| {
                self.str(a.id) < self.str(b.id) && a.first_alias <= b.first_alias && a.first_property <= b.first_property
            })
            && self.entities.get(0).is_none_or(|first| first.first_alias == 0 && first.first_property == 0)
            && (count > 0 || self.property_of.is_empty())
            && self.property_of.iter().all(|row| (row as usize) < self.properties.len())
            && (self.entity_origins.is_empty() || self.entity_origins.len() == self.entities.len())
    }

    fn aliases_are_sound(&self) -> bool {
        let count = self.aliases.len() as u32;
        let entities = self.entities.len() as u32;
        let each = self.aliases.iter().all(|row| {
            (row.entity < entities || row.entity == NONE)
                && ((row.condition as usize) < self.conditions.len() || row.condition == NONE)
                && row.entity_kind == self.entities.get(row.entity as usize).map_or(0, |entity| entity.kind)
                && usize::from(row.kind) < AliasKind::ALL.len()
                && usize::from(row.case) < CasePolicy::ALL.len()
                && usize::from(row.policy) < Policy::ALL.len()
        });
        let keys = self.keys.len() == self.aliases.len()
            && self.keys.iter().is_sorted_by(|&a, &b| a == b || self.str(a) < self.str(b))
            && self.all_keys().zip(self.all_keys().skip(1).chain([count])).all(|(key, next)| {
                let further = |alias: u32| u8::try_from(next - 1 - alias).unwrap_or(MANY);
                (key..next).all(|alias| self.aliases.at(alias as usize).further == further(alias))
            });
        // Each alias is listed for its entity, once.
        let listed = self.alias_of.len() == self.aliases.iter().filter(|row| row.entity != NONE).count()
            && self.alias_of.iter().all(|alias| alias < count)
            && (0..entities).all(|entity| {
                let mut aliases = self.aliases_of(entity);
                aliases.clone().is_sorted_by(|a, b| a < b)
                    && aliases.all(|alias| self.aliases.at(alias as usize).entity == entity)
            });
        each && keys
            && listed
            && (self.alias_origins.is_empty() || self.alias_origins.len() == self.aliases.len())
            && self.conditions.iter().all(|row| {
                dates(row.valid_from, row.valid_to)
                    && row.lasts == phrases::lasts(self.str(row.not_before))
                    && row.firsts == phrases::firsts(self.str(row.not_after))
            })
            && self
                .aliases
                .iter()
                .zip(self.keys.iter())
                .all(|(alias, key)| fold::fold(self.str(alias.text)).as_deref() == Some(self.str(key)))
    }

    fn facts_are_sound(&self) -> bool {
        let entities = self.entities.len() as u32;
        let tenures = self
            .tenures
            .iter()
            .all(|row| row.official < entities && row.office < entities && dates(row.from, row.to) && dates(row.horizon, 0))
            && self.tenures.iter().is_sorted_by_key(|row| (row.office, row.from, row.official));
        let by_official = |i: u32| self.tenures.get(i as usize).map(|row| (row.official, row.from));
        let memberships =
            self.memberships.iter().all(|row| row.group < entities && row.member < entities && dates(row.from, row.to))
                && self.memberships.iter().is_sorted_by_key(|row| (row.group, row.member, row.from));
        let by_member = |i: u32| self.memberships.get(i as usize).map(|row| (row.member, row.group));
        tenures
            && memberships
            && self.tenures_of.len() == self.tenures.len()
            && self.tenures_of.iter().all(|i| by_official(i).is_some())
            && self.tenures_of.iter().is_sorted_by(|&a, &b| (by_official(a), a) < (by_official(b), b))
            && self.memberships_of.len() == self.memberships.len()
            && self.memberships_of.iter().all(|i| by_member(i).is_some())
            && self.memberships_of.iter().is_sorted_by(|&a, &b| (by_member(a), a) < (by_member(b), b))
    }

    fn words_are_sound(&self) -> bool {
        self.words.iter().is_sorted_by(|a, b| (self.str(a.word), a.list) < (self.str(b.word), b.list))
            && self.words.iter().all(|row| usize::from(row.list) < super::WordList::ALL.len() && row.word.len > 0)
            && self.roles.iter().is_sorted_by_key(|row| (self.str(row.term), row.scope))
            && self.roles.iter().all(|row| usize::from(row.case) < CasePolicy::ALL.len() && row.term.len > 0)
    }
}

/// Whether these are dates, or none.
fn dates(from: u32, to: u32) -> bool {
    let date = |bits| Date::from_bits(bits).is_none_or(|date| date.to_string().parse() == Ok(date));
    date(from) && date(to)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::Gazetteer;
    use crate::gazetteer::rows::{Packed, Rows};

    /// Tables that are sound, with two of everything.
    fn tables() -> Tables {
        let mut builder = Gazetteer::builder();
        for table in [
            "id\tname\tflag\norganization:a\tA Club\tMT\norganization:b\tB Club\tPA\n",
            "id\tname\tbody\noffice:a/x\tPresident of A\torganization:a\noffice:a/y\tChair of A\torganization:a\n",
            "id\tname\nofficial:i\tIda Ilves\nofficial:j\tJason Iolcus\n",
            "official\toffice\tfrom\nofficial:j\toffice:a/x\t2020\nofficial:j\toffice:a/x\t2020\nofficial:i\toffice:a/y\t2020\n",
            "group\tmember\norganization:a\torganization:b\norganization:b\torganization:b\n",
        ] {
            builder.read_tsv("t", table).expect(table);
        }
        Arc::into_inner(builder.build().expect("a gazetteer").0).expect("one owner")
    }

    /// Exchanges the first two rows.
    fn swap<T: Packed + Copy>(rows: &mut Rows<T>) {
        let (first, second) = (rows.at(0), rows.at(1));
        rows.change(0, |row| *row = second);
        rows.change(1, |row| *row = first);
    }

    #[test]
    fn rows_that_are_not_what_they_should_be() {
        assert!(tables().check().is_ok());
        let broken: [fn(&mut Tables); 22] = [
            |tables| swap(&mut tables.entities),
            |tables| tables.traits.change(0, |row| row.owner = 99),
            |tables| tables.entities.change(1, |row| row.kind = 200),
            |tables| tables.traits.change(0, |row| row.valid_from = 0x07e4_0d01),
            |tables| tables.entities.change(1, |row| row.traits = 99),
            |tables| tables.entity_origins = [1].into_iter().collect(),
            |tables| tables.alias_origins = [1].into_iter().collect(),
            |tables| tables.entities.change(4, |row| row.first_property = 2),
            |tables| tables.property_of.change(0, |row| *row = 99),
            |tables| swap(&mut tables.keys),
            |tables| tables.keys.change(0, |key| key.len -= 1),
            |tables| tables.aliases.change(0, |row| row.further += 1),
            |tables| tables.keys.truncate(1),
            |tables| tables.aliases.change(0, |row| row.entity = 3),
            |tables| tables.aliases.change(0, |row| row.condition = 0),
            |tables| tables.aliases.change(0, |row| row.entity_kind += 1),
            |tables| tables.alias_of.change(0, |alias| *alias += 1),
            // One is listed twice and another never.
            |tables| tables.tenures_of = [0, 1, 1].into_iter().collect(),
            |tables| tables.tenures_of.change(0, |row| *row = 7),
            |tables| tables.tenures.change(0, |row| row.official = 99),
            |tables| tables.memberships_of = [1, 1].into_iter().collect(),
            |tables| swap(&mut tables.memberships),
        ];
        for (i, spoil) in broken.into_iter().enumerate() {
            let mut tables = tables();
            spoil(&mut tables);
            assert!(tables.check().is_err(), "number {i}");
        }
    }
}
