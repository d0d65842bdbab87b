//! Taking out, replacing, merging: what else can be done to a builder than adding.

use std::collections::{HashMap, HashSet};

use super::Gazetteer;
use super::builder::GazetteerBuilder;
use super::records::{AliasRecord, EntityRecord, MembershipRecord, TenureRecord, usual_case};
use super::store::{AliasSaid, EntitySaid, StoreMark};
use crate::date::Interval;
use crate::error::{Error, ErrorKind};
use crate::fold;
use crate::kind::{CasePolicy, Policy};

/// What happens to an entity that two gazetteers have, when one is [merged](GazetteerBuilder::merge) into the other.
///
/// A clash is one of ids: where different entities share an alias, both keep it, and at each place in a text the preferred one is
/// found, the other a [rival](crate::Mention::rivals).
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clash {
    /// It is an error.
    Refuse,
    /// The entity of the builder stays as it is; aliases, tenures and memberships of the other are left out.
    KeepOld,
    /// The entity that comes in takes its place, with its aliases, tenures and memberships.
    TakeNew,
    /// Both are one: name, dates and properties of the builder go first, what it lacks comes from the other, and the aliases, tenures
    /// and memberships are those of both.
    Join,
}

/// How much a builder holds.
pub(super) struct Mark(StoreMark, [usize; 5]);

impl GazetteerBuilder {
    pub(super) fn mark(&self) -> Mark {
        let counts = [self.tenures.len(), self.memberships.len(), self.roles.len(), self.words.len(), self.files.len()];
        Mark(self.store.mark(), counts)
    }

    /// Takes out what was added since the mark.
    pub(super) fn rewind(&mut self, Mark(store, counts): Mark) {
        self.store.rewind(store);
        self.tenures.truncate(counts[0]);
        self.memberships.truncate(counts[1]);
        self.roles.truncate(counts[2]);
        self.words.truncate(counts[3]);
        self.files.truncate(counts[4]);
    }

    /// Adds an entity in the place of the one with its id, if there is one, which goes with its aliases; tenures and memberships stay.
    ///
    /// ```
    /// use demarche::{EntityRecord, Gazetteer};
    /// let mut builder = Gazetteer::builder();
    /// builder.add(EntityRecord::new("ship:vega", "Vega"));
    /// assert!(builder.replace(EntityRecord::new("ship:vega", "Vega II")));
    /// assert_eq!(builder.build()?.get("ship:vega").unwrap().name(), "Vega II");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// Tells whether there was one. Takes time by the size of the builder, as the methods that take out do.
    pub fn replace(&mut self, entity: EntityRecord) -> bool {
        let before = self.store.entity_count();
        self.store.retain_entities(|id| id != entity.id);
        self.store.retain_aliases(|alias| alias.id != entity.id);
        let there = self.store.entity_count() < before;
        self.store.add(entity);
        there
    }

    /// Takes out the entity with this id, its aliases, tenures and memberships, and the places and offices that belong to it.
    ///
    /// Tells whether there was one.
    pub fn remove(&mut self, id: &str) -> bool {
        self.remove_all(|entity| entity == id) > 0
    }

    /// Takes out every entity whose id is one that `unwanted` says yes to, as [`remove`](Self::remove) does, all in one go.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// let mut builder = demarche::Gazetteer::embedded().to_builder();
    /// builder.remove_all(|id| id.starts_with("official:"));
    /// assert!(builder.build().unwrap().get("official:antony-blinken").is_none());
    /// # }
    /// ```
    ///
    /// Tells how many there were, those that belong to them included.
    pub fn remove_all(&mut self, mut unwanted: impl FnMut(&str) -> bool) -> usize {
        let mut gone: HashSet<String> = HashSet::new();
        for entity in self.store.entities() {
            if unwanted(entity.id) {
                gone.insert(entity.id.into());
            }
        }
        // What belongs to them; offices of bodies that belong to them, too.
        loop {
            let owned = self.store.entities().filter(|entity| gone.contains(entity.owner) && !gone.contains(entity.id));
            let owned: Vec<String> = owned.map(|entity| entity.id.into()).collect();
            if owned.is_empty() {
                break;
            }
            gone.extend(owned);
        }
        let before = self.store.entity_count();
        self.store.retain_entities(|id| !gone.contains(id));
        self.store.retain_aliases(|alias| !gone.contains(alias.id));
        self.tenures.retain(|tenure| !gone.contains(&tenure.official) && !gone.contains(&tenure.office));
        self.memberships.retain(|membership| !gone.contains(&membership.group) && !gone.contains(&membership.member));
        before - self.store.entity_count()
    }

    /// Takes an alias from an entity; its canonical name, too, which then is no alias. Texts are compared as in matching.
    ///
    /// Tells whether there was one. What the alias hid can be found then: to know it and never find it, see
    /// [`never_extract`](Self::never_extract).
    ///
    /// ```
    /// use demarche::{AliasRecord, EntityRecord, Extractor, Gazetteer};
    /// let mut builder = Gazetteer::builder();
    /// builder.add(EntityRecord::new("ship:vega", "Vega").alias(AliasRecord::new("M/V Vega")));
    /// assert!(builder.remove_alias("ship:vega", "VEGA"));
    /// assert_eq!(Extractor::new(&builder.build()?).extract("Vega, M/V Vega").count(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn remove_alias(&mut self, id: &str, text: &str) -> bool {
        !self.take_aliases(id, text).is_empty()
    }

    /// Marks an alias of an entity, or its canonical name, as known but never extracted: a text with it yields nothing there, and
    /// [`Extractor::explain`](crate::Extractor::explain) tells it.
    ///
    /// Tells whether the entity had such an alias; it has the marked one in any case.
    ///
    /// ```
    /// use demarche::{EntityRecord, Extractor, Gazetteer};
    /// let mut builder = Gazetteer::builder();
    /// builder.add(EntityRecord::new("party:reform", "Reform"));
    /// builder.never_extract("party:reform", "Reform");
    /// assert_eq!(Extractor::new(&builder.build()?).extract("Reform is due.").count(), 0);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn never_extract(&mut self, id: &str, text: &str) -> bool {
        let taken = self.take_aliases(id, text);
        let there = !taken.is_empty();
        let taken = if there { taken } else { vec![AliasRecord::new(text)] };
        for alias in taken {
            self.store.add_alias(id, AliasRecord { conditions: None, ..alias.policy(Policy::Never) });
        }
        there
    }

    /// Takes out the aliases of an entity that fold to the same as `text`, one of each case policy.
    fn take_aliases(&mut self, id: &str, text: &str) -> Vec<AliasRecord> {
        let Some(key) = fold::fold(text) else { return Vec::new() };
        let mut taken = Vec::new();
        self.store.retain_aliases(|alias| {
            let wanted = alias.id == id && fold::fold(alias.text).as_ref() == Some(&key);
            if wanted {
                taken.push(alias.record());
            }
            !wanted
        });
        for row in 0..self.store.entity_count() as u32 {
            let entity = self.store.entity(row);
            if entity.id == id && !entity.unnamed && fold::fold(entity.name).as_ref() == Some(&key) {
                taken.push(AliasRecord { origin: entity.origin, column: entity.column, ..AliasRecord::new(entity.name) });
                self.store.unname(row);
            }
        }
        let exact = |alias: &AliasRecord| alias.case.unwrap_or_else(|| usual_case(&alias.text)) == CasePolicy::Exact;
        let mut seen = HashSet::new();
        taken.retain(|alias| seen.insert(exact(alias)));
        taken
    }

    /// Takes in everything that another gazetteer holds; `clash` says what happens to an entity that both have.
    ///
    /// ```
    /// use demarche::{Clash, EntityRecord, Extractor, Gazetteer};
    /// let mut ships = Gazetteer::builder();
    /// ships.add(EntityRecord::new("ship:vega", "Vega").property("flag", "MT"));
    /// let mut more = Gazetteer::builder();
    /// more.add(EntityRecord::new("ship:vega", "M/V Vega").property("imo", "9111111"));
    /// ships.merge(&more.build()?, Clash::Join)?;
    /// let gazetteer = ships.build()?;
    /// let vega = gazetteer.get("ship:vega").unwrap();
    /// assert_eq!((vega.name(), vega.property("flag"), vega.property("imo")), ("Vega", Some("MT"), Some("9111111")));
    /// assert_eq!(Extractor::new(&gazetteer).extract("M/V Vega").next().unwrap().id(), "ship:vega");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// With [`Clash::Refuse`], if both have an entity of one id. Nothing has been taken in then.
    pub fn merge(&mut self, other: &Gazetteer, clash: Clash) -> Result<&mut Self, Error> {
        let mut other = other.to_builder();
        let known: HashMap<String, u32> = self.store.entities().map(|entity| entity.id.to_owned()).zip(0..).collect();
        let both: HashSet<String> =
            other.store.entities().map(|entity| entity.id.to_owned()).filter(|id| known.contains_key(id)).collect();
        let before = self.mark();
        let origins: Vec<u32> = other.files.iter().map(|file| self.file_number(file)).collect();
        other.each_origin(|origin| {
            *origin = origins.get((*origin >> 24) as usize).map_or(0, |file| file << 24 | *origin & 0xff_ffff)
        });
        match clash {
            Clash::Refuse => {
                let mut errors = Vec::new();
                for entity in other.store.entities().filter(|entity| both.contains(entity.id)) {
                    errors.push(self.duplicate(self.store.entity(known[entity.id]), entity));
                }
                errors.truncate(if self.every_error { errors.len() } else { 1 });
                if let Some(error) = Error::of_all(errors) {
                    self.rewind(before);
                    return Err(error);
                }
            }
            Clash::KeepOld => other.forget(&both),
            Clash::TakeNew => self.forget(&both),
            Clash::Join => {
                for (number, entity) in (0..).zip(other.store.entities()).filter(|(_, entity)| both.contains(entity.id)) {
                    let row = known[entity.id];
                    if self.store.entity(row).name != entity.name && !entity.unnamed {
                        let name = AliasRecord { origin: entity.origin, column: entity.column, ..AliasRecord::new(entity.name) };
                        self.store.add_alias(entity.id, name);
                    }
                    self.store.join(row, &other.store, number);
                }
                let tenures: HashSet<_> = self.tenures.iter().map(TenureRecord::facts).collect();
                other.tenures.retain(|tenure| !tenures.contains(&tenure.facts()));
                let memberships: HashSet<_> = self.memberships.iter().map(MembershipRecord::facts).collect();
                other.memberships.retain(|membership| !memberships.contains(&membership.facts()));
            }
        }
        self.store.append(&other.store, |id| clash == Clash::Join && both.contains(id));
        self.tenures.append(&mut other.tenures);
        self.memberships.append(&mut other.memberships);
        self.words.append(&mut other.words);
        other.roles.retain(|role| !self.roles.contains(role));
        self.roles.append(&mut other.roles);
        Ok(self)
    }

    /// Takes out entities with their aliases, tenures and memberships, but not what belongs to them.
    fn forget(&mut self, ids: &HashSet<String>) {
        self.store.retain_entities(|id| !ids.contains(id));
        self.store.retain_aliases(|alias| !ids.contains(alias.id));
        self.tenures.retain(|tenure| !ids.contains(&tenure.official) && !ids.contains(&tenure.office));
        self.memberships.retain(|membership| !ids.contains(&membership.group) && !ids.contains(&membership.member));
    }

    /// The number of a file, which is noted. Beyond 255 files there is none, and the origin of a row is lost.
    pub(super) fn file_number(&mut self, file: &str) -> u32 {
        if let Some(known) = self.files.iter().position(|known| known == file) {
            return known as u32;
        }
        if self.files.len() == 255 {
            return 255;
        }
        self.files.push(file.into());
        self.files.len() as u32 - 1
    }

    fn each_origin(&mut self, mut change: impl FnMut(&mut u32)) {
        self.store.each_origin(&mut change);
        self.tenures.iter_mut().for_each(|tenure| change(&mut tenure.origin));
        self.memberships.iter_mut().for_each(|membership| change(&mut membership.origin));
        self.roles.iter_mut().for_each(|role| change(&mut role.origin));
    }

    /// The error that two entities have one id.
    pub(super) fn duplicate(&self, a: EntitySaid<'_>, b: EntitySaid<'_>) -> Error {
        let (first, second) = if a.origin <= b.origin { (a, b) } else { (b, a) };
        let place = self.place(first.origin).map_or(String::new(), |(file, line)| format!(" (first in {file}:{line})"));
        self.locate(ErrorKind::DuplicateId { id: second.id.into(), first: place }, second.origin)
    }

    /// File and line of an origin.
    pub(crate) fn place(&self, origin: u32) -> Option<(&str, usize)> {
        let file = self.files.get((origin >> 24) as usize)?;
        (origin & 0xff_ffff != 0).then_some((file.as_str(), (origin & 0xff_ffff) as usize))
    }

    /// Every id that is there twice, that is none, or that something names and nothing defines.
    pub(super) fn check(&self) -> Result<(), Error> {
        let mut errors = Vec::new();
        let mut known: HashMap<&str, EntitySaid<'_>> = HashMap::new();
        for entity in self.store.entities() {
            if let Some(first) = known.insert(entity.id, entity) {
                errors.push(self.duplicate(first, entity));
            }
        }
        let mut need = |id: &str, origin: u32| {
            // An office that every state has is made when the gazetteer is built.
            let made = || id.starts_with("office:") && self.roles.iter().any(|role| role.title.is_some());
            if !known.contains_key(id) && !made() {
                errors.push(self.locate(ErrorKind::UnknownId(id.into()), origin));
            }
        };
        for entity in self.store.entities().filter(|entity| !entity.owner.is_empty()) {
            need(entity.owner, entity.origin);
        }
        for AliasSaid { id, origin, .. } in self.store.aliases() {
            need(id, origin);
        }
        for tenure in &self.tenures {
            need(&tenure.official, tenure.origin);
            need(&tenure.office, tenure.origin);
        }
        for membership in &self.memberships {
            need(&membership.group, membership.origin);
            need(&membership.member, membership.origin);
        }
        errors.truncate(1000);
        Error::of_all(errors).map_or(Ok(()), Err)
    }
}

impl TenureRecord {
    /// Who held what when and how: what makes two rows the same.
    fn facts(&self) -> (&str, &str, Interval, &str) {
        (&self.official, &self.office, self.interval, &self.role)
    }
}

impl MembershipRecord {
    fn facts(&self) -> (&str, &str, Interval, &str) {
        (&self.group, &self.member, self.interval, &self.role)
    }
}
