//! Names as a gazetteer of politics has them.

use std::collections::HashSet;

use super::Random;

/// The crate's own tables, of which the column `alias` or `name` is read.
const TABLES: &[&str] = &[
    include_str!("../../data/official_aliases.tsv"),
    include_str!("../../data/country_aliases.tsv"),
    include_str!("../../data/place_aliases.tsv"),
    include_str!("../../data/region_aliases.tsv"),
    include_str!("../../data/organization_aliases.tsv"),
    include_str!("../../data/format_aliases.tsv"),
    include_str!("../../data/organizations.tsv"),
    OFFICIALS,
];
const OFFICIALS: &str = include_str!("../../data/officials.tsv");

/// Up to so many names come from the tables as they are; in a hundred of them as many single words as in all.
const REAL: usize = 20_000;
const SINGLE: f64 = 0.225;

/// Names to look for, and the parts that news makes other names of.
pub struct Names {
    pub aliases: Vec<String>,
    /// Of the aliases, by number: single words, and longer ones; the frequent ones first.
    single: Vec<usize>,
    longer: Vec<usize>,
    /// First words of the names of persons, as often as there are persons with them.
    given: Vec<String>,
    /// Surnames that no alias has.
    strangers: Vec<String>,
}

impl Names {
    /// `count` names, 22 in a hundred of a single word. With `lower`, one in fifty starts with a small letter (`al-Bashir`, `van der Bellen`).
    pub fn new(count: usize, lower: bool) -> Self {
        let mut random = Random::new(count as u64);
        let mut seen = HashSet::new();
        let mut real: Vec<String> = TABLES.iter().flat_map(|table| column(table)).collect();
        real.retain(|name| {
            let first = name.as_bytes()[0];
            // The peers know ASCII best; names beyond it are a few in a thousand in English news.
            let usual = name.is_ascii() && !name.contains(['.', '(', '+']) && name.len() < 64;
            usual && (first.is_ascii_uppercase() || lower && first.is_ascii_lowercase()) && seen.insert(name.to_lowercase())
        });
        random.shuffle(&mut real);
        let (single, longer): (Vec<String>, Vec<String>) = real.into_iter().partition(|name| !name.contains([' ', '-']));
        let wanted = count.min(REAL);
        let singles = (wanted as f64 * SINGLE) as usize;
        let mut aliases: Vec<String> = single.iter().take(singles).chain(longer.iter().take(wanted - singles)).cloned().collect();

        let persons: Vec<String> = column(OFFICIALS).filter(|name| name.is_ascii() && name.contains(' ')).collect();
        let part = |name: &String, last: bool| {
            let mut parts = name.split(' ');
            let part = if last { parts.next_back() } else { parts.next() };
            part.filter(|part| part.len() > 2 && part.bytes().all(|b| b.is_ascii_alphabetic())).map(str::to_owned)
        };
        let given: Vec<String> = persons.iter().filter_map(|name| part(name, false)).collect();
        let mut surnames: Vec<String> = persons.iter().filter_map(|name| part(name, true)).collect();
        let mut strangers = Vec::new();
        while strangers.len() < 5000 {
            let name = invent(&mut random);
            if seen.insert(name.to_lowercase()) {
                strangers.push(name);
            }
        }
        surnames.extend((REAL..count).step_by(20).map(|_| invent(&mut random)));
        while aliases.len() < count {
            let name = format!("{} {}", given[random.below(given.len())], surnames[random.below(surnames.len())]);
            if seen.insert(name.to_lowercase()) {
                aliases.push(name);
            }
        }
        random.shuffle(&mut aliases);
        Names { given, ..Names::of(aliases, strangers) }
    }

    /// These names, the frequent ones first.
    pub fn of(aliases: Vec<String>, strangers: Vec<String>) -> Self {
        let (single, longer) = (0..aliases.len()).partition(|&i| !aliases[i].contains([' ', '-']));
        Names { aliases, single, longer, given: vec!["John".into()], strangers }
    }

    /// A name, as often as news has it: four of five are a single word, a hundred names make most of them.
    pub fn known(&self, random: &mut Random) -> &str {
        let list = if random.chance(0.8) { &self.single } else { &self.longer };
        let rank = if random.chance(0.9) { random.rank(list.len().min(1000)) } else { random.below(list.len()) };
        &self.aliases[list[rank]]
    }

    /// A person that no alias names, though one may start like it.
    pub fn stranger(&self, random: &mut Random) -> String {
        let last = &self.strangers[random.rank(self.strangers.len())];
        if random.chance(0.5) { format!("{} {last}", self.given[random.below(self.given.len())]) } else { last.clone() }
    }
}

/// The names in a table.
fn column(table: &str) -> impl Iterator<Item = String> + '_ {
    let mut rows = table.lines().map(|row| row.split('\t'));
    let column = rows.next().and_then(|mut header| header.position(|name| matches!(name, "alias" | "name"))).expect("a column");
    rows.filter_map(move |mut cells| cells.nth(column)).filter(|name| !name.is_empty()).map(str::to_owned)
}

fn invent(random: &mut Random) -> String {
    const ONSETS: [&str; 28] = [
        "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kh", "l", "m", "n", "p", "pr", "r", "s", "sh", "st",
        "t", "th", "tr", "v", "y", "z",
    ];
    const VOWELS: [&str; 9] = ["a", "e", "i", "o", "u", "a", "e", "ai", "ou"];
    const ENDS: [&str; 20] = [
        "nov", "sky", "rsen", "ndez", "llini", "wick", "mura", "sson", "rri", "yev", "dze", "kis", "nko", "lds", "rton", "nga",
        "vich", "zai", "lu", "ck",
    ];
    let mut name = String::new();
    for _ in 0..1 + random.below(3) {
        name.push_str(random.pick(&ONSETS));
        name.push_str(random.pick(&VOWELS));
    }
    name.push_str(random.pick(&ENDS));
    name[..1].make_ascii_uppercase();
    name
}
