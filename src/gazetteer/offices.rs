//! Which offices has every state, though no row names them?

use std::collections::{HashMap, HashSet};

use super::functions;
use super::records::{EntityRecord, RoleRecord};
use super::store::Store;

/// The offices that every sovereign state has, where no row names them.
pub(super) fn of_every_state(store: &Store, roles: &[RoleRecord]) -> Vec<EntityRecord> {
    const ONE_EACH: [&str; 5] = ["foreign_minister", "defence_minister", "finance_minister", "interior_minister", "speaker"];
    if roles.iter().all(|role| role.title.is_none()) {
        return Vec::new();
    }
    let unique = ONE_EACH.iter().filter_map(|name| functions::parse(name).ok()).fold(0, |a, b| a | b);
    let mut have: HashMap<&str, (Vec<&str>, u32)> = HashMap::new();
    for office in store.entities().filter(|entity| entity.id.starts_with("office:")) {
        let (keys, functions) = have.entry(office.owner).or_default();
        keys.push(office.id.rsplit('/').next().unwrap_or(""));
        *functions |= office.functions;
    }
    let mut made = Vec::new();
    let mut done = HashSet::new();
    for (number, country) in (0..).zip(store.entities()).filter(|(number, entity)| is_state(store, *number, entity.id)) {
        let (keys, functions) = have.get(country.id).cloned().unwrap_or_default();
        for role in roles {
            let Some(title) = &role.title else { continue };
            let key = role.keys.split(';').next().unwrap_or("");
            let id = format!("office:{}/{key}", &country.id["country:".len()..]);
            let named = role.keys.split(';').any(|key| keys.contains(&key));
            if named || role.functions & functions & unique != 0 || !done.insert(id.clone()) {
                continue;
            }
            let article = if store.properties(number).any(|(name, _)| name == "article") { "the " } else { "" };
            made.push(EntityRecord {
                functions: role.functions,
                ..EntityRecord::new(id, format!("{title} of {article}{}", country.name)).owner(country.id)
            });
        }
    }
    made
}

/// Whether an entity is, or was, a state with a government of its own.
fn is_state(store: &Store, number: u32, id: &str) -> bool {
    id.starts_with("country:")
        && store.properties(number).any(|(name, value)| {
            name == "status" && matches!(value, "member" | "observer" | "partial" | "associated" | "historical")
        })
}
