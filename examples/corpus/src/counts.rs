//! How often is what in a corpus?

use std::collections::{BTreeMap, BTreeSet};

use demarche::{Date, EntityKind, OwnedMention};
use serde::{Deserialize, Serialize};

/// Counts of a part or a corpus; as many numbers as there are entities and pairs of them, however long the corpus is.
#[derive(Default, Serialize, Deserialize)]
pub struct Counts {
    pub documents: u64,
    pub bytes: u64,
    pub mentions: u64,
    /// Documents that could not be read.
    pub broken: u64,
    pub kinds: BTreeMap<String, u64>,
    /// By id.
    pub entities: BTreeMap<String, Tally>,
    /// Documents that name both, by official and country.
    pub together: BTreeMap<String, BTreeMap<String, u64>>,
    /// Mentions by month and kind.
    pub months: BTreeMap<String, BTreeMap<String, u64>>,
}

/// How often an entity is.
#[derive(Default, Serialize, Deserialize)]
pub struct Tally {
    pub name: String,
    pub kind: String,
    pub mentions: u64,
    pub documents: u64,
}

impl Counts {
    /// Adds a document.
    pub fn add(&mut self, bytes: usize, date: Option<Date>, mentions: &[OwnedMention]) {
        self.documents += 1;
        self.bytes += bytes as u64;
        self.mentions += mentions.len() as u64;
        let month = date.and_then(|date| Some(format!("{:04}-{:02}", date.year(), date.month()?)));
        let mut seen = BTreeSet::new();
        for mention in mentions {
            let kind = mention.kind.as_str();
            *entry(&mut self.kinds, kind) += 1;
            if let Some(month) = &month {
                *entry(entry(&mut self.months, month), kind) += 1;
            }
            let tally = entry(&mut self.entities, &mention.id);
            tally.mentions += 1;
            if seen.insert(mention.id.as_str()) {
                tally.documents += 1;
            }
            if tally.name.is_empty() {
                tally.name = mention.name.clone();
                tally.kind = kind.into();
            }
        }
        let of = |wanted: EntityKind| {
            let ids = mentions.iter().filter(move |mention| mention.kind == wanted).map(|mention| mention.id.as_str());
            ids.collect::<BTreeSet<_>>()
        };
        let (officials, countries) = (of(EntityKind::Official), of(EntityKind::Country));
        for official in officials.into_iter().filter(|_| !countries.is_empty()) {
            let row = entry(&mut self.together, official);
            for country in &countries {
                *entry(row, country) += 1;
            }
        }
    }

    /// Adds the counts of another part.
    pub fn merge(&mut self, other: Counts) {
        self.documents += other.documents;
        self.bytes += other.bytes;
        self.mentions += other.mentions;
        self.broken += other.broken;
        add(&mut self.kinds, other.kinds);
        for (id, tally) in other.entities {
            let own = self.entities.entry(id).or_default();
            *own = Tally { mentions: own.mentions + tally.mentions, documents: own.documents + tally.documents, ..tally };
        }
        for (official, countries) in other.together {
            add(self.together.entry(official).or_default(), countries);
        }
        for (month, kinds) in other.months {
            add(self.months.entry(month).or_default(), kinds);
        }
    }
}

/// The value of a key, without a copy of a key that is there.
fn entry<'m, V: Default>(map: &'m mut BTreeMap<String, V>, key: &str) -> &'m mut V {
    if !map.contains_key(key) {
        map.insert(key.into(), V::default());
    }
    map.get_mut(key).expect("it was put in")
}

fn add(to: &mut BTreeMap<String, u64>, from: BTreeMap<String, u64>) {
    for (key, count) in from {
        *to.entry(key).or_default() += count;
    }
}
