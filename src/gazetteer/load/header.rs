//! Which table is it, and are its columns spelled right?
//!
//! A table is known by its columns, whatever its name. `data/README.md` describes them.

use crate::error::{Error, ErrorKind};
use crate::gazetteer::WordList;

/// What one row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Entity,
    Alias,
    /// Entity and alias in one row, without ids: a user's `name <TAB> alias`.
    NameAlias,
    Tenure,
    Membership,
    Decoy,
    Role,
    Words(WordList),
    NameWord,
    CueWord,
    /// Known, but not part of a gazetteer: the list of sources, the vacancies.
    Nothing,
}

/// What an alias can have beside its text.
const ALIAS: &str = "kind case policy cues not_before not_after valid_from valid_to priority source";
/// The columns of an entity that are no properties.
const ENTITY: [&str; 9] = ["id", "name", "country", "body", "function", "valid_from", "valid_to", "source", "horizon"];

/// The shapes in the order in which they are tried, with the columns that tell them and those that they can have besides.
const SHAPES: [(&[&str], Shape, &str); 19] = [
    (&["id", "alias"], Shape::Alias, ALIAS),
    (&["id", "name"], Shape::Entity, "*"),
    (&["official", "office"], Shape::Tenure, "from to horizon role doubt source"),
    (&["group", "member"], Shape::Membership, "from to role source"),
    (&["decoy"], Shape::Decoy, ALIAS),
    (&["term", "key"], Shape::Role, "function scope every title case generic source"),
    (&["modifier"], Shape::Words(WordList::Modifier), "effect code source"),
    (&["honorific"], Shape::Words(WordList::Honorific), "gender source"),
    (&["given_name"], Shape::Words(WordList::GivenName), "gender source"),
    (&["word", "side"], Shape::NameWord, "class source"),
    (&["cue_word", "use"], Shape::CueWord, "source"),
    (&["english_word"], Shape::Words(WordList::English), "source"),
    (&["state"], Shape::Words(WordList::State), "source"),
    (&["time_word"], Shape::Words(WordList::Time), "source"),
    (&["surname"], Shape::Words(WordList::Surname), "source"),
    (&["sport_word"], Shape::Words(WordList::Sport), "source"),
    (&["code", "licence"], Shape::Nothing, "*"),
    (&["body", "function", "reason"], Shape::Nothing, "*"),
    (&["name"], Shape::NameAlias, "alias kind case policy cues not_before not_after valid_from valid_to priority source"),
];

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Header {
    columns: Vec<String>,
    shape: Shape,
    /// The columns of an entity that are properties.
    properties: Vec<Option<Box<str>>>,
}

/// Why a list of columns makes no header: the message, and the column it is about.
pub(super) type Wrong = (String, Option<usize>);

impl Header {
    /// The header with these columns.
    pub(super) fn new(columns: Vec<String>) -> Result<Self, Wrong> {
        let known = SHAPES.iter().find(|(needed, ..)| needed.iter().all(|&needed| columns.iter().any(|column| column == needed)));
        let Some(&(needed, shape, others)) = known else { return Err(no_shape(&columns)) };
        for (i, column) in columns.iter().enumerate() {
            if columns[..i].contains(column) {
                return Err((format!("the column {column:?} is there twice"), Some(i)));
            }
            if others == "*" || needed.contains(&column.as_str()) || others.split(' ').any(|other| other == column) {
                continue;
            }
            let all = || needed.iter().copied().chain(others.split(' '));
            let hint = match closest(column, all()) {
                Some(close) => format!("did you mean {close:?}?"),
                None if shape == Shape::NameAlias => {
                    "a table of names and aliases has no properties; give its rows an id, and the aliases a table of their own"
                        .into()
                }
                None => format!("known are: {}", all().collect::<Vec<_>>().join(", ")),
            };
            return Err((format!("unknown column {column:?}; {hint}"), Some(i)));
        }
        let property = |column: &String| (!ENTITY.contains(&column.as_str())).then(|| column.as_str().into());
        Ok(Header { properties: columns.iter().map(property).collect(), columns, shape })
    }

    pub(super) fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The name of each column that is a property, in a table of entities.
    pub(super) fn properties(&self) -> &[Option<Box<str>>] {
        &self.properties
    }

    pub(super) fn shape(&self) -> Shape {
        self.shape
    }

    /// The error for a header that is none, in line 1 unless it knows better.
    pub(super) fn error(wrong: Wrong, line: usize, column: impl FnOnce(usize) -> usize) -> Error {
        Error::new(ErrorKind::Header(wrong.0)).at(line, wrong.1.map(column))
    }
}

fn no_shape(columns: &[String]) -> Wrong {
    let shapes = SHAPES.map(|(needed, ..)| needed.join("+")).join(", ");
    // The misspelt column of the table that was meant: the one of which most columns are there.
    let misspelt = SHAPES.iter().find_map(|(needed, ..)| {
        let mut missing = needed.iter().filter(|&&needed| columns.iter().all(|column| column != needed));
        let (missing, None) = (missing.next()?, missing.next()) else { return None };
        let i = columns.iter().position(|column| closest(column, [*missing].into_iter()).is_some())?;
        Some((i, missing))
    });
    match misspelt {
        Some((i, missing)) => {
            let column = &columns[i];
            (format!("no table has the columns {}; did you mean {missing:?} by {column:?}?", columns.join(", ")), Some(i))
        }
        None => {
            let columns = columns.join(", ");
            (format!("no table has the columns {columns}; the first line names them, and a table needs one of: {shapes}"), None)
        }
    }
}

/// The name nearest to a misspelt one, if one is near.
pub(in crate::gazetteer) fn closest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let name = name.trim().to_lowercase();
    let near = known.map(|known| (distance(&name, known), known));
    near.filter(|(distance, known)| *distance <= known.len().min(name.len()) / 3).min().map(|near| near.1)
}

/// How many letters must be added, left out, changed or swapped with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let last = &rows[i - 1];
            let changed = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + changed);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "name", 4),
            ("name", "name", 0),
            ("nmae", "name", 1),
            ("nam", "name", 1),
            ("names", "name", 1),
            ("polcy", "policy", 1),
            ("valid_form", "valid_from", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!((distance(a, b), distance(b, a)), (expected, expected), "{a} {b}");
        }
    }

    #[test]
    fn columns_that_were_meant() {
        let wrong = |columns: &str| Header::new(columns.split(' ').map(Into::into).collect()).expect_err(columns).0;
        assert_eq!(wrong("id alias polcy"), "unknown column \"polcy\"; did you mean \"policy\"?");
        assert!(wrong("nmae alias").ends_with("did you mean \"name\" by \"nmae\"?"));
        assert!(wrong("id alias colour").contains("known are: id, alias, kind"));
        assert!(wrong("name alias colour").contains("give its rows an id"));
        assert_eq!(wrong("id name id"), "the column \"id\" is there twice");
        assert!(wrong("Amu Oxus").contains("the first line names them"));
    }
}
