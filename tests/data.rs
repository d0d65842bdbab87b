//! A lint over the tables in `data`: what `data/README.md` promises of them, and what would make the extractor misread a text.
//!
//! Every finding names file and line and says what to do.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use demarche::{Alias, AliasKind, CasePolicy, Date, EntityKind, Extractor, Gazetteer, Interval, Policy};

/// The tables and their columns. A table of aliases has the columns of [`ALIASES`].
const COLUMNS: [(&str, &str); 25] = [
    ("countries", "id name official_name alpha3 numeric qid status valid_from valid_to source article"),
    ("places", "id name country role qid valid_from valid_to source"),
    ("regions", "id name source"),
    ("organizations", "id name official_name qid valid_from valid_to class source"),
    ("formats", "id name official_name qid valid_from valid_to class source"),
    ("offices", "id name body function title valid_from valid_to source principal"),
    ("officials", "id name qid source"),
    ("tenures", "official office from to horizon role doubt source"),
    ("vacancies", "body function from to reason source"),
    ("memberships", "group member from to role source"),
    ("region_members", "group member from to role source"),
    ("decoys", "decoy case policy cues priority source"),
    ("roles", "term key function scope generic every title case"),
    ("modifiers", "modifier effect code source"),
    ("honorifics", "honorific gender source"),
    ("given_names", "given_name gender source"),
    ("name_words", "word side class source"),
    ("cue_words", "cue_word use source"),
    ("states", "state source"),
    ("time_words", "time_word source"),
    ("surnames", "surname source"),
    ("sport_words", "sport_word source"),
    ("english_words", "english_word source"),
    ("sources", "code title licence date"),
    ("aliases", ALIASES),
];
const ALIASES: &str = "id alias kind case policy cues not_before not_after valid_from valid_to priority source";

/// The cells that have few values.
const VALUES: [(&str, &str, &[&str]); 13] = [
    ("countries", "status", &["member", "observer", "partial", "associated", "territory", "historical", "other"]),
    ("countries", "article", &["", "the"]),
    ("offices", "principal", &["", "yes"]),
    ("tenures", "role", &["", "acting", "interim", "caretaker", "rival", "collective", "designate"]),
    ("roles", "scope", &["state", "body", "any", "title"]),
    ("roles", "generic", &["", "yes"]),
    ("roles", "every", &["", "yes"]),
    ("roles", "case", &["", "any", "exact"]),
    ("modifiers", "effect", &["carry", "block", "body"]),
    ("name_words", "side", &["before", "after", "sort", "keep"]),
    ("honorifics", "gender", &["", "f", "m"]),
    ("given_names", "gender", &["", "f", "m"]),
    (
        "cue_words",
        "use",
        &[
            "woman",
            "family",
            "trust",
            "occupation",
            "work",
            "byline",
            "state",
            "kin",
            "game",
            "state sport",
            "state life",
            "predicate",
            "act",
            "prefix",
            "town",
            "proper",
            "vessel",
            "thing",
            "ship",
            "politics",
            "of states",
            "firm",
            "business",
            "trade",
            "product",
            "era",
            "brand",
            "branch",
            "bearer",
            "articled",
            "told",
            "person",
            "called",
            "friend",
            "address",
            "knight",
            "fleet",
            "owner",
            "ally",
            "reign",
            "sovereign",
            "said",
            "timed",
            "realm",
            "remainder",
            "pact",
        ],
    ),
];

struct Table {
    /// The name without folder and ending.
    name: String,
    text: String,
    columns: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    line: usize,
    text: String,
    cells: Vec<String>,
}

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let entries = std::fs::read_dir(folder()).expect("the folder data").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|extension| extension == "tsv")).collect();
    files.sort();
    files.iter().map(|file| Table::read(file)).collect()
});

/// The tables as a gazetteer that knows their lines.
static GAZETTEER: LazyLock<Result<Gazetteer, demarche::Error>> = LazyLock::new(|| {
    let mut builder = Gazetteer::builder();
    for table in TABLES.iter() {
        builder.read_tsv(&format!("data/{}.tsv", table.name), &table.text)?;
    }
    builder.build()
});

fn gazetteer() -> &'static Gazetteer {
    GAZETTEER.as_ref().unwrap_or_else(|error| panic!("{error}"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

impl Table {
    fn read(path: &Path) -> Table {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let split = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
        let mut lines = text.lines().zip(1..).map(|(text, line)| Row { line, text: text.into(), cells: split(text) });
        let columns = lines.next().unwrap_or_else(|| panic!("data/{name}.tsv is empty")).cells;
        let rows = lines.collect();
        Table { name, columns, rows, text }
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The rows with the cells of these columns; rows without them are another test's finding.
    fn cells<const N: usize>(&self, names: [&str; N]) -> impl Iterator<Item = (&Row, [&str; N])> {
        let columns = names.map(|name| self.column(name));
        self.rows
            .iter()
            .map(move |row| (row, columns.map(|column| column.and_then(|i| row.cells.get(i)).map_or("", String::as_str))))
    }

    fn has(&self, columns: &[&str]) -> bool {
        columns.iter().all(|column| self.column(column).is_some())
    }
}

fn table(name: &str) -> &'static Table {
    TABLES.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("data/{name}.tsv is missing"))
}

/// Ids of all entities that rows define, with file and line.
static IDS: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
    let entities = TABLES.iter().filter(|table| table.has(&["id", "name"]));
    entities
        .flat_map(|table| table.cells(["id"]).map(|(row, [id])| (id, format!("data/{}.tsv:{}", table.name, row.line))))
        .collect()
});

/// What a lint has to say.
#[derive(Default)]
struct Findings(BTreeMap<(String, usize, usize), Vec<String>>);

impl Findings {
    fn add(&mut self, table: &Table, line: usize, message: impl Into<String>) {
        self.0.entry((table.name.clone(), line, 0)).or_default().push(message.into());
    }

    /// About one cell: told with the column at which it starts, counted in characters.
    fn cell(&mut self, table: &Table, row: &Row, column: &str, message: impl Into<String>) {
        let before = table.column(column).unwrap_or(0);
        let start = 1 + row.cells.iter().take(before).map(|cell| cell.chars().count() + 1).sum::<usize>();
        self.0.entry((table.name.clone(), row.line, start)).or_default().push(message.into());
    }

    /// Fails with everything that was found.
    fn report(self) {
        let mut report = String::new();
        for ((table, line, column), messages) in &self.0 {
            let column = if *column == 0 { String::new() } else { format!(":{column}") };
            for message in messages {
                writeln!(report, "data/{table}.tsv:{line}{column}: {message}").expect("a string");
            }
        }
        assert!(report.is_empty(), "{} findings:\n{report}", report.lines().count());
    }
}

#[test]
fn headers_and_cells() {
    let mut findings = Findings::default();
    for table in TABLES.iter() {
        let name = if table.name.ends_with("_aliases") { "aliases" } else { &table.name };
        match COLUMNS.iter().find(|row| row.0 == name) {
            None => findings.add(table, 1, "no table has this name; describe it in data/README.md and here"),
            Some((_, columns)) if table.columns.join(" ") != *columns => {
                findings.add(table, 1, format!("the columns are not {columns}; say in data/README.md and here what changed"));
            }
            _ => {}
        }
        if !table.text.ends_with('\n') || table.text.contains('\r') || table.text.starts_with('\u{feff}') {
            findings.add(table, 1, "lines end in one line feed, the last one too, and no byte order mark stands first");
        }
        for row in &table.rows {
            if row.cells.len() != table.columns.len() {
                findings.add(table, row.line, format!("{} cells, {} columns", row.cells.len(), table.columns.len()));
            }
            if row.cells.iter().any(|cell| cell.trim() != cell || cell.contains("  ")) {
                findings.add(table, row.line, "a cell has spaces at an end or two together; take them out");
            }
            if row.cells.first().is_none_or(String::is_empty) {
                findings.add(table, row.line, "the first cell is empty; take the row out or fill it");
            }
        }
    }
    for (name, column, values) in VALUES {
        for (row, [cell]) in table(name).cells([column]) {
            if !values.contains(&cell) {
                findings.cell(table(name), row, column, format!("{column} {cell:?} is none of {values:?}"));
            }
        }
    }
    findings.report();
}

#[test]
fn sorted_and_unique() {
    let mut findings = Findings::default();
    for table in TABLES.iter() {
        for pair in table.rows.windows(2) {
            match pair[0].text.cmp(&pair[1].text) {
                std::cmp::Ordering::Equal => findings.add(table, pair[1].line, "the row stands there twice; take one out"),
                std::cmp::Ordering::Greater => {
                    findings.add(table, pair[1].line, "not sorted; LC_ALL=C sort the rows below the header")
                }
                std::cmp::Ordering::Less => {}
            }
        }
    }
    findings.report();
}

#[test]
fn ids() {
    let mut findings = Findings::default();
    let mut seen = HashMap::new();
    for table in TABLES.iter().filter(|table| table.has(&["id", "name"])) {
        let kind = match table.name.as_str() {
            "countries" => "country",
            name => name.strip_suffix('s').expect("a plural"),
        };
        for (row, [id, owner, country]) in table.cells(["id", "body", "country"]) {
            if let Some(first) = seen.insert(id, format!("data/{}.tsv:{}", table.name, row.line)) {
                findings.add(table, row.line, format!("{id} is defined at {first} too; keep one row"));
            }
            let Some(key) = id.strip_prefix(kind).and_then(|rest| rest.strip_prefix(':')) else {
                findings.add(table, row.line, format!("{id} is no {kind}:key"));
                continue;
            };
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '+');
            // ISO 3166-1, ISO 3166-3 (`CSHH`), or a name where there is no code (`x-abkhazia`).
            let code = |code: &str| match code.strip_prefix("x-") {
                Some(name) => !name.is_empty() && name.chars().all(plain),
                None => matches!(code.len(), 2 | 4) && code.bytes().all(|b| b.is_ascii_uppercase()),
            };
            let well_made = match (kind, key.split_once('/')) {
                ("country", None) => code(key),
                ("place" | "office", Some((owner, name))) => {
                    (code(owner) || kind == "office" && !owner.is_empty() && owner.chars().all(plain))
                        && !name.is_empty()
                        && name.chars().all(plain)
                }
                (_, None) => !key.is_empty() && key.chars().all(plain),
                _ => false,
            };
            if !well_made {
                findings.add(
                    table,
                    row.line,
                    format!("{id}: a key is in lower case, digits, - and +; that of a country is a code or x-name"),
                );
            }
            // The owner of an office or a place, as the id and the column have it.
            let owner = if kind == "place" { country } else { owner };
            if let Some((prefix, _)) = key.split_once('/')
                && owner.split_once(':').map(|(_, key)| key) != Some(prefix)
            {
                findings.add(table, row.line, format!("{id} belongs to {owner:?}; both must name one country or body"));
            }
        }
    }
    for (columns, what) in [
        (&["id", "alias"][..], &["id"][..]),
        (&["official", "office"], &["official", "office"]),
        (&["group", "member"], &["group", "member"]),
        (&["body", "function"], &["body"]),
        (&["country", "role"], &["country"]),
    ] {
        for table in TABLES.iter().filter(|table| table.has(columns)) {
            for column in what {
                for (row, [id]) in table.cells([column]).filter(|(_, [id])| !IDS.contains_key(id)) {
                    findings.cell(
                        table,
                        row,
                        column,
                        format!("{column} {id:?} is unknown; define it in its table or mend the id"),
                    );
                }
            }
        }
    }
    for table in TABLES.iter() {
        let kinds: &[(&str, &[&str])] = match table.name.as_str() {
            "tenures" => &[("official", &["official"]), ("office", &["office"])],
            "memberships" => {
                &[("group", &["organization", "format"]), ("member", &["country", "organization", "format", "region"])]
            }
            "region_members" => &[("group", &["region"]), ("member", &["country", "region"])],
            _ => continue,
        };
        for (column, kinds) in kinds {
            for (row, [id]) in table.cells([column]) {
                if !kinds.iter().any(|kind| id.split_once(':').is_some_and(|(prefix, _)| prefix == *kind)) {
                    findings.cell(table, row, column, format!("{column} {id} is none of {kinds:?}"));
                }
            }
        }
    }
    findings.report();
}

#[test]
fn codes() {
    let mut findings = Findings::default();
    let countries = table("countries");
    for (column, len) in [("alpha3", 3), ("numeric", 3)] {
        let mut seen = HashMap::new();
        for (row, [code, id, status]) in countries.cells([column, "id", "status"]).filter(|(_, [code, ..])| !code.is_empty()) {
            let well_made = |b: u8| if column == "numeric" { b.is_ascii_digit() } else { b.is_ascii_uppercase() };
            if code.len() != len || !code.bytes().all(well_made) {
                findings.cell(countries, row, column, format!("{column} {code:?} is no code"));
            }
            // A successor may go on with the number of a former country.
            if status != "historical"
                && let Some(other) = seen.insert(code, id)
            {
                findings.cell(countries, row, column, format!("{other} has the {column} {code} too"));
            }
        }
    }
    let mut seen = HashMap::new();
    for table in TABLES.iter() {
        for (row, [qid, id]) in table.cells(["qid", "id"]).filter(|(_, [qid, _])| !qid.is_empty()) {
            if !qid.strip_prefix('Q').is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())) {
                findings.cell(table, row, "qid", format!("{qid:?} is no Wikidata item"));
            }
            if let Some(other) = seen.insert(qid, id) {
                findings.cell(
                    table,
                    row,
                    "qid",
                    format!("{id} and {other} are both {qid}; one of them is wrong, or they are one"),
                );
            }
        }
    }
    findings.report();
}

#[test]
fn sources() {
    let mut findings = Findings::default();
    let known: HashSet<&str> = table("sources").cells(["code"]).map(|(_, [code])| code).collect();
    for table in TABLES.iter().filter(|table| table.has(&["source"])) {
        for (row, [source]) in table.cells(["source"]) {
            for code in source.split(';').filter(|code| !known.contains(code)) {
                findings.cell(table, row, "source", format!("source {code:?} is unknown; name it in sources.tsv"));
            }
        }
    }
    findings.report();
}

#[test]
fn dates() {
    let mut findings = Findings::default();
    for table in TABLES.iter() {
        for column in ["from", "to", "horizon", "valid_from", "valid_to"] {
            for (row, [date]) in table.cells([column]).filter(|(_, [date])| !date.is_empty()) {
                if let Err(error) = date.parse::<Date>() {
                    findings.cell(table, row, column, format!("{column}: {error}"));
                }
            }
        }
        for (from, to) in [("from", "to"), ("valid_from", "valid_to"), ("from", "horizon")] {
            for (row, [start, end]) in table.cells([from, to]) {
                if let (Ok(start), Ok(end)) = (start.parse::<Date>(), end.parse::<Date>())
                    && Interval::new(Some(start), Some(end)).is_impossible()
                {
                    findings.cell(table, row, to, format!("{to} {end} lies before {from} {start}"));
                }
            }
        }
    }
    for (row, [to, horizon]) in table("tenures").cells(["to", "horizon"]) {
        if to.is_empty() == horizon.is_empty() {
            findings.add(
                table("tenures"),
                row.line,
                "exactly one of to and horizon has a date: when it ended, or until when it is known to have lasted",
            );
        }
    }
    findings.report();
}

/// Nobody holds one office twice at a time.
#[test]
fn tenures_of_one_person_do_not_overlap() {
    let mut findings = Findings::default();
    let tenures = table("tenures");
    /// Start, end and line of a tenure.
    type Stretch = (Option<Date>, Option<Date>, usize);
    let mut by_holder: HashMap<(&str, &str), Vec<Stretch>> = HashMap::new();
    for (row, [official, office, from, to]) in tenures.cells(["official", "office", "from", "to"]) {
        by_holder.entry((official, office)).or_default().push((from.parse().ok(), to.parse().ok(), row.line));
    }
    for ((official, office), mut stretches) in by_holder {
        stretches.sort();
        for pair in stretches.windows(2) {
            let ((_, end, first), (start, _, second)) = (pair[0], pair[1]);
            // Apart if the second may have begun when the first ended, given what is known of both days.
            let apart = matches!((end, start), (Some(end), Some(start)) if end.first_day() <= start.last_day());
            if !apart {
                findings.add(
                    tenures,
                    second,
                    format!("{official} holds {office} since line {first} already; join the rows or part their dates"),
                );
            }
        }
    }
    findings.report();
}

/// Memberships of one member in one group with one role do not overlap either.
#[test]
fn memberships_do_not_overlap() {
    let mut findings = Findings::default();
    for table in TABLES.iter().filter(|table| table.has(&["group", "member"])) {
        let mut last: HashMap<[&str; 3], (Option<Date>, usize)> = HashMap::new();
        // Rows are sorted by group, member and start.
        for (row, [group, member, from, to, role]) in table.cells(["group", "member", "from", "to", "role"]) {
            if let Some((end, line)) = last.insert([group, member, role], (to.parse().ok(), row.line)) {
                let start: Option<Date> = from.parse().ok();
                if !matches!((end, start), (Some(end), Some(start)) if end.first_day() <= start.last_day()) {
                    findings.add(
                        table,
                        row.line,
                        format!("{member} is {role} of {group} since line {line} already; join the rows or part their dates"),
                    );
                }
            }
        }
    }
    findings.report();
}

/// Where an alias comes from.
fn origin(alias: &Alias<'static>) -> (&'static Table, usize) {
    let (file, line) = alias.origin().expect("a row");
    (table(file.trim_start_matches("data/").trim_end_matches(".tsv")), line as usize)
}

/// The aliases of two entities of one kind that nothing tells apart.
///
/// Surnames and given names of officials are exempt: their bearers are told apart by the text and the date.
#[test]
fn aliases_of_two_entities() {
    let mut findings = Findings::default();
    type Form = (&'static str, &'static EntityKind, CasePolicy);
    let mut by_form: HashMap<Form, Vec<(&str, Alias<'static>)>> = HashMap::new();
    for entity in gazetteer().entities() {
        for alias in entity.aliases() {
            let part = matches!(alias.kind(), AliasKind::Surname | AliasKind::Given);
            if !(part && *entity.kind() == EntityKind::Official) && alias.policy() == Policy::Always {
                by_form.entry((alias.folded(), entity.kind(), alias.case())).or_default().push((entity.id(), alias));
            }
        }
    }
    for ((form, ..), mut aliases) in by_form {
        aliases.sort_by_key(|(id, alias)| (std::cmp::Reverse(alias.priority()), *id));
        aliases.dedup_by_key(|(id, _)| *id);
        let [(first, preferred), rivals @ ..] = &aliases[..] else { continue };
        for (second, alias) in rivals {
            let dated = |alias: &Alias<'_>| alias.valid() != Interval::default();
            if alias.priority() == preferred.priority() && !(dated(alias) || dated(preferred)) {
                let (table, line) = origin(alias);
                let hint = "give one a priority, a policy or the dates of its use";
                findings.add(table, line, format!("{form:?} is {first} ({}) as well as {second}; {hint}", place(preferred)));
            }
        }
    }
    findings.report();
}

fn place(alias: &Alias<'static>) -> String {
    let (table, line) = origin(alias);
    format!("data/{}.tsv:{line}", table.name)
}

/// An English word in lower case must not count by itself.
#[test]
fn aliases_that_are_english_words() {
    let english: HashSet<String> =
        table("english_words").cells(["english_word"]).map(|(_, [word])| word.to_lowercase()).collect();
    let mut findings = Findings::default();
    for alias in gazetteer().entities().flat_map(|entity| entity.aliases()) {
        let matches_lower_case = alias.case() == CasePolicy::Any || !alias.text().contains(char::is_uppercase);
        if matches_lower_case && alias.policy() == Policy::Always && english.contains(alias.folded()) {
            let (table, line) = origin(&alias);
            let hint = "set case to exact or capitalized with a capital, or policy to context";
            findings.add(table, line, format!("{:?} is an English word and counts in lower case; {hint}", alias.text()));
        }
    }
    findings.report();
}

/// A surname begins with a small letter where the whole name writes it so (`de Klerk`): the text may begin it with a capital then, too.
#[test]
fn particles_of_surnames() {
    let names: HashMap<&str, &str> = table("officials").cells(["id", "name"]).map(|(_, [id, name])| (id, name)).collect();
    let aliases = table("official_aliases");
    let mut findings = Findings::default();
    for (row, [id, alias, _]) in aliases.cells(["id", "alias", "kind"]).filter(|(_, [.., kind])| *kind == "surname") {
        let small = alias.char_indices().map(|(i, c)| if i == 0 { c.to_ascii_lowercase() } else { c }).collect::<String>();
        let written = || names.get(id).is_some_and(|name| name.ends_with(&format!(" {small}")));
        if small != alias && written() {
            findings.cell(aliases, row, "alias", format!("{} has it in small letters: write {small:?}", names[id]));
        }
    }
    findings.report();
}

/// Every row of aliases and decoys can be found: it has something to match, and no other row comes before it everywhere.
#[test]
fn unreachable_aliases() {
    let mut findings = Findings::default();
    let gazetteer = gazetteer();
    let mut reached = HashSet::new();
    for alias in gazetteer.entities().flat_map(|entity| entity.aliases()) {
        let (table, line) = origin(&alias);
        reached.insert((table.name.as_str(), line));
    }
    for table in TABLES.iter().filter(|table| table.has(&["id", "alias"])) {
        for (row, [id, alias]) in table.cells(["id", "alias"]) {
            if !reached.contains(&(table.name.as_str(), row.line)) {
                let message = format!("{alias:?} is the same as another alias of {id} once folded; take one of them out");
                findings.add(table, row.line, message);
            }
        }
    }
    // A decoy comes behind every entity that has the same words.
    let decoys = table("decoys");
    for (row, [decoy, policy]) in decoys.cells(["decoy", "policy"]).filter(|(_, [_, policy])| *policy != "context") {
        let own = |alias: &Alias<'_>| alias.policy() == Policy::Always && alias.valid() == Interval::default();
        let rival = gazetteer.find(decoy).find(|entity| {
            let forms = |alias: &Alias<'_>| own(alias) && gazetteer.find(alias.text()).eq(gazetteer.find(decoy));
            entity.aliases().any(|alias| forms(&alias) && alias.text().eq_ignore_ascii_case(decoy))
        });
        if let Some(entity) = rival {
            let message = format!("{decoy:?} is an alias of {} that always counts{policy}; take one of them out", entity.id());
            findings.add(decoys, row.line, message);
        }
    }
    findings.report();
}

/// Lists put the short name of a country first: a formal name that ends in it is known turned round, too.
#[test]
fn formal_names_turned_round() {
    let mut findings = Findings::default();
    let countries = table("countries");
    let mut turned = 0;
    for (row, [id, name, official]) in countries.cells(["id", "name", "official_name"]) {
        // `Republic of the` of `Republic of the Gambia`.
        let head = official.strip_suffix(name).map_or("", str::trim_end);
        if !head.ends_with(" of") && !head.ends_with(" of the") {
            continue;
        }
        for form in [format!("{name}, {head}"), format!("{name} ({head})")] {
            turned += 1;
            if !gazetteer().find(&form).any(|entity| entity.id() == id) {
                findings.add(
                    countries,
                    row.line,
                    format!("{form:?} is unknown; run data/tools/country_forms.py, or add it by hand"),
                );
            }
        }
    }
    findings.report();
    assert!(turned > 200, "{turned}");
}

/// The names of bodies are known in British and in American spelling.
#[test]
fn both_spellings() {
    const PAIRS: [(&str, &str); 9] = [
        ("Organisation", "Organization"),
        ("Centre", "Center"),
        ("Programme", "Program"),
        ("Defence", "Defense"),
        ("Labour", "Labor"),
        ("Co-operation", "Cooperation"),
        ("Co-ordination", "Coordination"),
        ("Stabilisation", "Stabilization"),
        ("Neighbouring", "Neighboring"),
    ];
    let mut findings = Findings::default();
    let bodies = |entity: &demarche::Entity<'_>| matches!(entity.kind(), EntityKind::Organization | EntityKind::Format);
    for entity in gazetteer().entities().filter(bodies) {
        for alias in entity.aliases() {
            // French stays as it is.
            let words: Vec<&str> = alias.text().split(' ').collect();
            if words.iter().any(|word| matches!(*word, "internationale" | "des" | "du")) {
                continue;
            }
            for (a, b) in PAIRS.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).filter(|(a, _)| words.contains(a)) {
                let other = alias.text().replace(a, b);
                if !gazetteer().find(&other).any(|known| known.id() == entity.id()) {
                    let (table, line) = origin(&alias);
                    findings.add(table, line, format!("{other:?} is unknown; add the other spelling"));
                }
            }
        }
    }
    findings.report();
}

#[test]
fn packed_tables_are_current() {
    let packed = Extractor::pack_tables(&folder()).unwrap_or_else(|error| panic!("{error}"));
    let shipped = std::fs::read(folder().join("gazetteer.bin")).expect("data/gazetteer.bin");
    assert!(shipped == packed, "data/gazetteer.bin is stale: run cargo run --release --example pack");
}
