//! Which id has an entity that a table calls only by its name?

use std::collections::HashMap;

use crate::gazetteer::builder::GazetteerBuilder;

/// The entities of a table of names and aliases, by their ids: the names they stand for. Filled on first use.
#[derive(Default)]
pub(super) struct Names {
    by_id: HashMap<String, String>,
    /// The id that a kind and a name got, where it is not the usual one.
    others: HashMap<(String, String), String>,
    filled: bool,
}

impl Names {
    /// Notes an id with its name; tells whether it is new.
    #[cfg(feature = "json")]
    pub(super) fn add(&mut self, builder: &GazetteerBuilder, id: &str, name: &str) -> bool {
        self.fill(builder);
        let new = !self.by_id.contains_key(id);
        if new {
            self.by_id.insert(id.into(), name.into());
        }
        new
    }

    fn fill(&mut self, builder: &GazetteerBuilder) {
        if !self.filled {
            self.filled = true;
            self.by_id = builder.store.entities().map(|entity| (entity.id.into(), entity.name.into())).collect();
        }
    }

    /// The id of a name of a kind, and whether it is new.
    ///
    /// Names that differ in letters and digits alone have ids of their own: `C` is `kind:c`, `C++` then `kind:c-2`.
    pub(super) fn id(&mut self, builder: &GazetteerBuilder, kind: &str, name: &str) -> Option<(String, bool)> {
        self.fill(builder);
        let slug = slug(name);
        if slug.is_empty() {
            return None;
        }
        let usual = format!("{kind}:{slug}");
        match self.by_id.get(&usual) {
            None => {
                self.by_id.insert(usual.clone(), name.into());
                return Some((usual, true));
            }
            Some(known) if known == name => return Some((usual, false)),
            Some(_) => {}
        }
        let other = (kind.to_owned(), name.to_owned());
        if let Some(id) = self.others.get(&other) {
            return Some((id.clone(), false));
        }
        for number in 2.. {
            let id = format!("{usual}-{number}");
            let known = self.by_id.get(&id);
            if known.is_some_and(|known| known != name) {
                continue;
            }
            let new = known.is_none();
            self.by_id.insert(id.clone(), name.into());
            self.others.insert(other, id.clone());
            return Some((id, new));
        }
        None
    }
}

/// A name as the key of an id: lower case, whatever is no letter or digit as one hyphen.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
