//! A gazetteer → a builder that holds everything it does, to add to.

use super::builder::GazetteerBuilder;
use super::records::{AliasRecord, Conditions, MembershipRecord, RoleRecord, TenureRecord};
use super::rows::{NONE, Str};
use super::store::EntitySaid;
use super::{Gazetteer, WordList};
use crate::date::{Date, Interval};
use crate::kind::{AliasKind, CasePolicy, Policy};

impl Gazetteer {
    /// A builder that holds everything this gazetteer does, to add to.
    pub fn to_builder(&self) -> GazetteerBuilder {
        let tables = &*self.0;
        let id = |index: u32| tables.entities.get(index as usize).map_or("", |row| tables.str(row.id));
        let string = |s: Str| tables.str(s).to_owned();
        let mut builder = GazetteerBuilder {
            data_version: tables.data_version.clone(),
            files: tables.files.iter().map(string).collect(),
            ..GazetteerBuilder::default()
        };
        self.entities_to(&mut builder);
        self.aliases_to(&mut builder);
        builder.tenures.extend(tables.tenures.iter().map(|row| TenureRecord {
            official: id(row.official).into(),
            office: id(row.office).into(),
            interval: row.interval(),
            horizon: Date::from_bits(row.horizon),
            role: string(row.role),
            doubt: string(row.doubt),
            source: string(row.source),
            origin: row.origin,
        }));
        builder.memberships.extend(tables.memberships.iter().map(|row| MembershipRecord {
            group: id(row.group).into(),
            member: id(row.member).into(),
            interval: interval(row.from, row.to),
            role: string(row.role),
            source: string(row.source),
            origin: row.origin,
        }));
        builder.roles.extend(tables.roles.iter().map(|row| RoleRecord {
            term: string(row.text),
            keys: string(row.keys),
            functions: row.functions,
            scope: row.scope,
            case: CasePolicy::ALL[usize::from(row.case)],
            title: None,
            origin: row.origin,
        }));
        builder.words.extend(tables.words.iter().filter_map(|row| {
            let list = *WordList::ALL.get(usize::from(row.list))?;
            Some((string(row.word), list, string(row.code)))
        }));
        builder
    }

    fn entities_to(&self, builder: &mut GazetteerBuilder) {
        let tables = &*self.0;
        builder.store.reserve(tables.entities.len(), tables.aliases.len());
        for entity in self.entities() {
            let traits = tables.traits(entity.index());
            builder.store.add_entity(EntitySaid {
                id: entity.id(),
                name: entity.name(),
                owner: tables.entities.get(traits.owner as usize).map_or("", |row| tables.str(row.id)),
                valid: entity.valid(),
                functions: traits.functions,
                // It is among the aliases where it is one.
                unnamed: true,
                column: 0,
                origin: tables.entity_origin(entity.index()),
            });
            for (name, value) in entity.properties() {
                builder.store.add_property(name, value);
            }
        }
    }

    fn aliases_to(&self, builder: &mut GazetteerBuilder) {
        let tables = &*self.0;
        let string = |s: Str| tables.str(s).to_owned();
        for (number, row) in (0..).zip(tables.aliases.iter()) {
            let conditions = tables.conditions.get(row.condition as usize).map(|condition| {
                Box::new(Conditions {
                    cues: string(condition.cues),
                    not_before: string(condition.not_before),
                    not_after: string(condition.not_after),
                    valid: interval(condition.valid_from, condition.valid_to),
                })
            });
            let alias = AliasRecord {
                text: string(row.text),
                kind: AliasKind::ALL[usize::from(row.kind)],
                case: Some(CasePolicy::ALL[usize::from(row.case)]),
                policy: Policy::ALL[usize::from(row.policy)],
                priority: row.priority,
                conditions,
                column: 0,
                origin: tables.alias_origin(number),
            };
            if row.entity == NONE {
                builder.store.add_decoy(alias);
            } else {
                builder.store.add_alias(tables.str(tables.entities.at(row.entity as usize).id), alias);
            }
        }
    }
}

/// An interval of the tables.
fn interval(from: u32, to: u32) -> Interval {
    Interval::new(Date::from_bits(from), Date::from_bits(to))
}
