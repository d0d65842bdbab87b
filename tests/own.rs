//! A user's own gazetteer: read from every format, put together, and every error told with its place.

use demarche::{AliasRecord, Clash, EntityRecord, ErrorKind, Extractor, Gazetteer, GazetteerBuilder, Options, Policy};

/// Builds a gazetteer of whatever `fill` adds.
fn built(fill: impl FnOnce(&mut GazetteerBuilder)) -> Gazetteer {
    let mut builder = Gazetteer::builder();
    fill(&mut builder);
    builder.build().expect("a gazetteer")
}

fn found(gazetteer: &Gazetteer, text: &str) -> Vec<(String, String)> {
    let extractor = Extractor::new(gazetteer);
    extractor.extract(text).map(|mention| (mention.text().into(), mention.id().into())).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(text, id)| (text.into(), id.into())).collect()
}

// ---- reading ----

const TEXT: &str = "M/V Vega met the Orion, the ORION 2 and Vega’s crew.";

/// The same two ships in every format.
#[test]
fn formats_agree() {
    let tsv = built(|builder| {
        builder.read_tsv("t", "\u{feff}id\tname\tflag\r\nship:vega\tVega\tMT\r\n\r\nship:orion\tOrion\t\r\n").expect("entities");
        builder
            .read_tsv("a", "id\talias\tkind\tcase\nship:vega\tM/V Vega\tofficial\t\nship:orion\tOrion 2\t\tany\n")
            .expect("aliases");
    });
    let expected = pairs(&[("M/V Vega", "ship:vega"), ("Orion", "ship:orion"), ("ORION 2", "ship:orion"), ("Vega", "ship:vega")]);
    assert_eq!(found(&tsv, TEXT), expected);
    let csv = built(|builder| {
        builder
            .read_csv("t", "\u{feff}id,name,flag\r\nship:vega,Vega,\"MT\"\r\n\r\nship:orion,\" Orion \",\r\n")
            .expect("entities");
        builder.read_csv("a", "id,alias,kind,case\nship:vega,M/V Vega,official,\nship:orion,\"Orion\n2\",,any").expect("aliases");
    });
    #[allow(unused_mut)]
    let mut all = vec![csv];
    #[cfg(feature = "json")]
    {
        all.push(built(|builder| {
            let table = r#"[{"id": "ship:vega", "name": "Vega", "flag": "MT", "aliases": [{"alias": "M/V Vega", "kind": "official"}]},
                {"id": "ship:orion", "name": "Orion", "flag": null}, {"id": "ship:orion", "alias": "Orion 2", "case": "any"}]"#;
            builder.read_json("t", table).expect("a table");
        }));
        all.push(built(|builder| {
            let lines = "{\"id\": \"ship:vega\", \"name\": \"Vega\", \"flag\": \"MT\"}\r\n\n\
                {\"id\": \"ship:orion\", \"name\": \"Or\\u0069on\", \"aliases\": []}\n\
                {\"id\": \"ship:vega\", \"alias\": \"M/V Vega\", \"kind\": \"official\"}\n\
                {\"id\": \"ship:orion\", \"alias\": \"Orion 2\", \"case\": \"any\"}";
            builder.read_json_lines("t", lines).expect("a table");
        }));
    }
    for gazetteer in all {
        assert_eq!(found(&gazetteer, TEXT), expected);
        assert_eq!(gazetteer.get("ship:vega").expect("a ship").property("flag"), Some("MT"));
        assert_eq!(gazetteer.get("ship:orion").expect("a ship").property("flag"), None);
    }
}

#[test]
fn files_by_their_ending() {
    let folder = std::env::temp_dir().join(format!("demarche-own-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let write = |name: &str, text: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let mut builder = Gazetteer::builder();
    builder.load(write("a.tsv", b"name\talias\nVega\tM/V Vega\n")).expect("a table");
    builder.load(write("b.CSV", b"name,alias\nOrion,M/V Orion\n")).expect("a table");
    builder.load_flashtext(write("c.txt", b"mv lyra=>Lyra\n"), "ship").expect("keywords");
    #[cfg(feature = "json")]
    builder.load(write("d.jsonl", b"{\"name\": \"Cygnus\"}\n")).expect("a table");
    #[cfg(not(feature = "json"))]
    assert!(builder.load(write("d.json", b"[]")).expect_err("no feature").to_string().contains("feature json"));
    let gazetteer = builder.build().expect("a gazetteer");
    assert_eq!(found(&gazetteer, "M/V Vega, M/V Orion, MV Lyra").len(), 3);
    let origin = gazetteer.get("entity:orion").and_then(|ship| ship.origin()).expect("an origin");
    assert!(origin.0.ends_with("b.CSV") && origin.1 == 2);

    let latin = write("latin.tsv", b"name\talias\nVega\tM/V\nOri\xc3\xb3n\t\xff\n");
    let error = Gazetteer::builder().load(&latin).expect_err("Latin-1").to_string();
    assert_eq!(error, format!("{}:3:7: byte 27 of the file is not UTF-8; save the table as UTF-8", latin.display()));
    let missing = folder.join("missing.tsv");
    let error = Gazetteer::builder().load(&missing).expect_err("no file");
    assert!(matches!(error.kind(), ErrorKind::Io(_)) && error.file() == Some(&*missing));
    std::fs::remove_dir_all(&folder).expect("the folder");
}

/// Kinds of the user's own, and names that have the same letters and digits.
#[test]
fn names_and_aliases() {
    let gazetteer = built(|builder| {
        let table = "name\talias\tkind\tcase\nAmu Darya\tOxus\triver\t\nAmu Darya\tJayhun\triver\t\nC++\tC Plus Plus\tlanguage\t\n\
            C\tANSI C\tlanguage\texact\nC++\tCpp\tlanguage\tany\nAmu Darya\t\tship\t\n";
        builder.read_tsv("t", table).expect("a table");
        // A second table goes on with the same names.
        builder.read_tsv("u", "name\talias\tkind\nC\tthe C language\tlanguage\n").expect("a table");
    });
    let ids: Vec<&str> = gazetteer.entities().map(|entity| entity.id()).collect();
    assert_eq!(ids, ["language:c", "language:c-2", "river:amu-darya", "ship:amu-darya"]);
    assert_eq!(gazetteer.get("river:amu-darya").expect("a river").kind().as_str(), "river");
    let expected = pairs(&[
        ("Jayhun", "river:amu-darya"),
        ("cpp", "language:c"),
        ("ANSI C", "language:c-2"),
        ("The C Language", "language:c-2"),
    ]);
    assert_eq!(found(&gazetteer, "Jayhun: cpp; ANSI C. The C Language. ansi c"), expected);
}

#[test]
fn many_files() {
    let gazetteer = built(|builder| {
        for i in 0..300 {
            builder.read_tsv(&format!("{i}.tsv"), &format!("id\tname\nship:{i}\tShip {i}\n")).expect("a table");
        }
        // Beyond 255 files an error still has its place.
        let error = builder.read_tsv("last.tsv", "id\tname\nship\tShip\n").expect_err("no id").to_string();
        assert!(error.starts_with("last.tsv:2:1: id: "), "{error}");
    });
    assert_eq!(gazetteer.get("ship:254").and_then(|ship| ship.origin()), Some(("254.tsv", 2)));
    assert_eq!(gazetteer.get("ship:255").and_then(|ship| ship.origin()), None);
    assert_eq!(gazetteer.len(), 300);
}

// ---- errors ----

/// What a table of each format that is not right is told, and that nothing of it is kept.
#[test]
fn errors_say_where_and_what_to_do() {
    type Read = fn(&mut GazetteerBuilder, &str) -> Result<(), demarche::Error>;
    let tsv: Read = |builder, text| builder.read_tsv("t", text).map(drop);
    let csv: Read = |builder, text| builder.read_csv("t", text).map(drop);
    let flash: Read = |builder, text| builder.read_flashtext("t", text, "skill").map(drop);
    let long = format!("id\tname\nship:vega\t{}\n", "x".repeat((1 << 20) + 1));
    #[allow(unused_mut)]
    let mut cases: Vec<(Read, &str, &str)> = vec![
        (tsv, "", "t:1: the table is empty; its first line names the columns"),
        (tsv, "\u{feff}", "t:1: the table is empty; its first line names the columns"),
        (tsv, "\nname\n", "t:1: the table is empty; its first line names the columns"),
        (tsv, "nmae\talias\nVega\tM/V\n", "t:1:1: no table has the columns nmae, alias; did you mean \"name\" by \"nmae\"?"),
        (
            tsv,
            "Vega\tOrion\n",
            "t:1: no table has the columns Vega, Orion; the first line names them, and a table needs one of: id+alias,",
        ),
        (tsv, "id\talias\tpolcy\nship:vega\tVega\tnever\n", "t:1:10: unknown column \"polcy\"; did you mean \"policy\"?"),
        (tsv, "id\talias\tweight\nship:vega\tVega\t2\n", "t:1:10: unknown column \"weight\"; known are: id, alias, kind, case,"),
        (
            tsv,
            "name\talias\tqid\nVega\tM/V\tQ1\n",
            "t:1:12: unknown column \"qid\"; a table of names and aliases has no properties; give its rows an id",
        ),
        (tsv, "id\tname\tid\n", "t:1:9: the column \"id\" is there twice"),
        (tsv, "id\tname\nship:vega\n", "t:2: the row has 1 cells, the header 2; cells are separated by one tab each"),
        (tsv, "id\tname\nship:vega\tVega\tMT\n", "t:2: the row has 3 cells, the header 2; cells are separated by one tab each"),
        (tsv, "id\tname\nvega\tVega\n", "t:2:1: id: \"vega\" is no id; write kind:key, such as agency:frontex"),
        (tsv, "id\tname\nship:vega\t\n", "t:2:11: name: the cell is empty, but every row needs it"),
        (tsv, "name\talias\tkind\nÉtoile\tVega\ta:b\n", "t:2:13: kind: \"a:b\" is no kind; a kind has a name without a colon"),
        (tsv, "name\n---\n", "t:2:1: name: \"---\" has no letter or digit"),
        (
            tsv,
            "id\talias\tcase\na:b\tX\tupper\n",
            "t:2:7: case: unknown case policy \"upper\"; known are: exact, capitalized, any",
        ),
        (
            tsv,
            "id\talias\tpriority\na:b\tX\thigh\n",
            "t:2:7: priority: \"high\" is no priority; write a whole number from -128 to 127",
        ),
        (
            tsv,
            "id\tname\tvalid_from\na:b\tX\t2023-13\n",
            "t:2:7: valid_from: \"2023-13\" is no date: there is no such month; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (tsv, "id\tname\tvalid_from\tvalid_to\na:b\tX\t2020\t2019\n", "t:2:12: valid_to: 2019 lies before the start 2020"),
        (tsv, "id\tname\na:b\tVe\0ga\n", "t:2:5: name: the cell holds a NUL character; take it out, or save the table as UTF-8"),
        (tsv, &long, "t:2:11: name: the cell has 1048577 bytes, 1048576 at most; is a quote or a separator missing?"),
        (csv, "", "t:1: the table is empty; its first line names the columns"),
        (csv, "name;alias\nVega;M/V\n", "t:1: the columns are separated by a semicolon, not by a comma: \"name alias\""),
        (
            csv,
            "name,alias\n\n\"Vega\nII\",\"M/V\n",
            "t:4:5: a quote is opened here and never closed; double a quote that belongs to the text",
        ),
        (csv, "name,alias\nVega,\"M/V\" Vega\n", "t:2:10: text follows a closing quote; double a quote that belongs to the text"),
        (csv, "name,alias\nVega\n", "t:2: the row has 1 cells, the header 2; cells are separated by one comma each"),
        (csv, "id,alias,case\na:b,\"X, \"\"Y\"\"\",low\n", "t:2:16: case: unknown case policy \"low\""),
        (flash, "", "t:1: the list is empty; its lines are keyword=>clean name, or a keyword"),
        (flash, "java\njava_2e=>\n", "t:2:1: \"java_2e=>\" is no keyword; write keyword=>clean name, or a keyword alone"),
    ];
    #[cfg(feature = "json")]
    {
        let json: Read = |builder, text| builder.read_json("t", text).map(drop);
        let lines: Read = |builder, text| builder.read_json_lines("t", text).map(drop);
        let spacy: Read = |builder, text| builder.read_spacy("t", text, Default::default()).map(drop);
        let more: [(Read, &str, &str); 17] = [
            (json, "", "t:1:1: this is no JSON of a table: EOF while parsing a value"),
            (json, "[]", "t:1: the table is empty; it needs an object for each row"),
            (json, "{}", "t:1:1: a table is an array of objects: [{…}, {…}]; one object a line is JSON Lines"),
            (json, "[{\"name\": \"É\", \"x}]", "t:1:19: this is no JSON of a table: EOF while parsing a string"),
            (json, "[\n {\"name\": \"Vega\"},\n \"Orion\"]", "t:3:2: this is no JSON of a table: invalid type: string \"Orion\""),
            (
                json,
                "[{\"name\": \"Vega\",\n  \"polcy\": \"never\"}]",
                "t:2:12: unknown column \"polcy\"; did you mean \"policy\"?",
            ),
            (
                json,
                "[{\"id\": \"a:b\", \"name\": {}}]",
                "t:1:24: name: the value is an object; a cell is a text or a list of texts",
            ),
            (
                json,
                "[{\"id\": \"a:b\", \"alias\": \"c\", \"cues\": [\"d;e\"]}]",
                "t:1:38: cues: \"d;e\" holds a semicolon, which separates the texts of a list",
            ),
            (json, "[{\"id\": \"a:b\", \"name\": \"\\u0000\"}]", "t:1:24: name: the cell holds a NUL character"),
            (
                json,
                "[{\"id\": \"a:b\", \"name\": \"c\", \"aliases\": [{\"alias\": \"d\", \"kid\": \"e\"}]}]",
                "t:1:41: aliases: unknown column \"kid\"; did you mean \"kind\"?",
            ),
            (
                json,
                "[{\"name\": \"c\", \"aliases\": [\"d\"]}]",
                "t:1:27: aliases: only a row of an entity, with id and name, has its aliases in it",
            ),
            (lines, "\n\n", "t:1: the table is empty; it needs an object in each line"),
            (lines, "{\"name\": \"Vega\"}\n{\"name\": }\n", "t:2:10: this is no JSON of a table: expected value"),
            (spacy, "{\"label\": \"ORG\"}", "t:1:1: a pattern has a label, a pattern and perhaps an id, this one has: label"),
            (spacy, "{\"label\": \"O:RG\", \"pattern\": \"x\"}", "t:1:11: label: \"O:RG\" is no kind"),
            (
                spacy,
                "{\"label\": \"ORG\", \"pattern\": [{\"LOWER\": \"x\"}]}",
                "t:1:29: pattern: a list of tokens cannot be an alias; write the texts it means as patterns",
            ),
            (flash, "{\"java\": \"java_2e\"}", "t:1:10: keyword: the keywords of \"java\" are no list of texts"),
        ];
        cases.extend(more);
    }
    let mut wrong = Vec::new();
    for (read, text, says) in cases {
        let mut builder = Gazetteer::builder();
        builder.read_tsv("before", "id\tname\nship:argo\tArgo\n").expect("a table");
        let error = read(&mut builder, text).expect_err(says);
        if !error.to_string().starts_with(says) || error.to_string().lines().count() > 1 {
            wrong.push(format!("{error}\n  and not {says}"));
        }
        // What was there stays, and nothing of the broken table is.
        let gazetteer = builder.build().expect("the tables before");
        assert_eq!((gazetteer.len(), gazetteer.alias_count()), (1, 1), "{says}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Errors that show only once all tables are there.
#[test]
fn errors_between_tables() {
    for (tables, says) in [
        (
            &["id\tname\na:b\tX\n", "id\tname\na:c\tZ\na:b\tY\n"][..],
            "1:3: the id \"a:b\" is defined twice (first in 0:2); keep one row",
        ),
        (&["id\talias\na:b\tX\n"], "0:2: unknown id \"a:b\"; an entity row must define it"),
        (&["group\tmember\na:b\ta:c\n"], "0:2: unknown id \"a:b\""),
        (&["id\tname\tcountry\nplace:x\tX\tcountry:QQ\n"], "0:2: unknown id \"country:QQ\""),
        (&["id\tname\na:b\t…\n"], "0:2: alias: \"…\" has no letter or digit to match"),
    ] {
        let mut builder = Gazetteer::builder();
        for (i, table) in tables.iter().enumerate() {
            builder.read_tsv(&i.to_string(), table).expect(says);
        }
        let error = builder.build().expect_err(says).to_string();
        assert!(error.starts_with(says), "{error}\n{says}");
    }
}

#[test]
fn every_error_or_the_first() {
    let table = "id\talias\tcase\na:b\tX\tupper\na:b\tX\na:b\tX\tany\na:b\t\tany\n";
    let places = |error: &demarche::Error| error.each().map(|error| (error.line(), error.column())).collect::<Vec<_>>();
    let mut builder = Gazetteer::builder();
    let error = builder.read_tsv("t", table).expect_err("errors");
    assert_eq!(places(&error), [(Some(2), Some(7))]);
    builder.every_error(true);
    let error = builder.read_tsv("t", table).expect_err("errors");
    assert_eq!(places(&error), [(Some(2), Some(7)), (Some(3), None), (Some(5), Some(5))]);
    assert_eq!(error.to_string().lines().count(), 3);
    assert!(error.to_string().lines().all(|line| line.starts_with("t:")), "{error}");

    // The tables are right one by one, but not together.
    builder.read_tsv("t", "id\talias\na:b\tX\na:c\tY\n").expect("a table");
    builder.read_tsv("u", "id\tname\na:d\tX\na:d\tY\n").expect("a table");
    let error = builder.build().expect_err("errors");
    assert_eq!(places(&error).len(), 3);

    // However many there are, a thousand are enough.
    let mut builder = Gazetteer::builder();
    let error = builder.every_error(true).read_tsv("t", &format!("id\tname\n{}", "x\n".repeat(5000))).expect_err("errors");
    assert_eq!(error.each().count(), 1000);
}

// ---- putting together ----

#[test]
fn taking_out_and_replacing() {
    let mut builder = Gazetteer::builder();
    builder.read_tsv("c", "id\tname\ncountry:AA\tArgo\ncountry:BB\tBoreas\norganization:o\tOlympus\n").expect("countries");
    builder.read_tsv("p", "id\tname\tcountry\nplace:AA/a\tAiolia\tcountry:AA\nplace:BB/b\tBoria\tcountry:BB\n").expect("places");
    builder.read_tsv("o", "id\tname\tbody\noffice:AA/x\tPresident of Argo\tcountry:AA\n").expect("offices");
    builder.read_tsv("h", "id\tname\nofficial:jason\tJason Iolcus\n").expect("officials");
    builder.read_tsv("t", "official\toffice\tfrom\nofficial:jason\toffice:AA/x\t2020\n").expect("tenures");
    builder.read_tsv("m", "group\tmember\norganization:o\tcountry:AA\norganization:o\tcountry:BB\n").expect("members");
    builder.read_tsv("a", "id\talias\ncountry:AA\tArgos\ncountry:BB\tBoreia\n").expect("aliases");

    assert!(builder.clone().remove("country:AA"));
    let mut smaller = builder.clone();
    assert!(!smaller.remove("country:CC"));
    assert_eq!(smaller.remove_all(|id| id == "country:AA"), 3);
    let gazetteer = smaller.build().expect("what is left fits together");
    let ids: Vec<&str> = gazetteer.entities().map(|entity| entity.id()).collect();
    assert_eq!(ids, ["country:BB", "official:jason", "organization:o", "place:BB/b"]);
    assert_eq!(gazetteer.memberships("organization:o").count(), 1);
    assert_eq!(gazetteer.tenures("official:jason").count(), 0);
    assert!(found(&gazetteer, "Argos").is_empty());

    // Tenures and memberships of a replaced entity stay, its aliases go.
    assert!(builder.replace(EntityRecord::new("country:AA", "New Argo")));
    let gazetteer = builder.build().expect("it fits together");
    assert_eq!(gazetteer.memberships("organization:o").count(), 2);
    assert_eq!(found(&gazetteer, "New Argo, Argo, Argos"), pairs(&[("New Argo", "country:AA")]));
}

#[test]
fn aliases_taken_out_or_never_extracted() {
    let table = "id\talias\tcase\nship:vega\tVEGA\texact\nship:vega\tM/V Vega\t\nship:vega\tM/V Véga\texact\n";
    let builder = || {
        let mut builder = Gazetteer::builder();
        builder.add(EntityRecord::new("ship:vega", "Vega"));
        builder.add(EntityRecord::new("star:vega", "Vega Star").alias(AliasRecord::new("Vega")));
        builder.read_tsv("t", table).expect("a table");
        builder
    };
    let text = "Vega, VEGA, M/V Vega, Vega Star";
    let ids = |builder: GazetteerBuilder| -> Vec<String> {
        found(&builder.build().expect("a gazetteer"), text).into_iter().map(|(_, id)| id).collect()
    };
    assert_eq!(ids(builder()), ["ship:vega", "ship:vega", "ship:vega", "star:vega"]);
    // What another entity is called by is its own.
    let mut without = builder();
    assert!(without.remove_alias("ship:vega", "vega"));
    assert!(!without.remove_alias("ship:vega", "vega"));
    assert_eq!(ids(without), ["star:vega", "star:vega", "ship:vega", "star:vega"]);
    let mut without = builder();
    without.remove_alias("ship:vega", "Vega");
    without.remove_alias("star:vega", "Vega");
    without.never_extract("ship:vega", "M/V Vega");
    assert_eq!(ids(without), ["star:vega"]);
    // The same from a gazetteer that has been built.
    let mut again = builder().build().expect("a gazetteer").to_builder();
    assert!(again.remove_alias("ship:vega", "Vega"));
    again.never_extract("star:vega", "Vega");
    let gazetteer = again.build().expect("a gazetteer");
    assert_eq!(found(&gazetteer, text), pairs(&[("M/V Vega", "ship:vega"), ("Vega Star", "star:vega")]));
    assert_eq!(gazetteer.find("vega").next().map(|entity| entity.id()), Some("star:vega"));
    let why = Extractor::new(&gazetteer).explain("Vega", &Options::new())[0].to_string();
    assert!(why.contains("star:vega: dropped by decoy"), "{why}");
    // An alias that was none is known and never extracted.
    let mut builder = builder();
    assert!(!builder.never_extract("ship:vega", "Vega the Third"));
    let gazetteer = builder.build().expect("a gazetteer");
    assert_eq!(found(&gazetteer, "Vega the Third"), []);
    let alias = gazetteer.get("ship:vega").expect("a ship").aliases().find(|alias| alias.text() == "Vega the Third");
    assert_eq!(alias.map(|alias| alias.policy()), Some(Policy::Never));
}

#[test]
fn merging() {
    let ours = || {
        let mut builder = Gazetteer::builder();
        builder
            .read_tsv("ours.tsv", "id\tname\tflag\nship:vega\tVega\tMT\nship:argo\tArgo\t\norganization:o\tO Club\t\n")
            .expect("ships");
        builder.read_tsv("m.tsv", "group\tmember\tfrom\norganization:o\tship:vega\t2020\n").expect("members");
        builder.add_decoy(AliasRecord::new("Vega Street"));
        builder
    };
    let theirs = built(|builder| {
        builder
            .read_tsv(
                "theirs.tsv",
                "id\tname\tflag\timo\nship:vega\tVega II\tPA\t91\nship:lyra\tLyra\t\t\norganization:o\tO Club\t\t\n",
            )
            .expect("ships");
        builder
            .read_tsv("m.tsv", "group\tmember\tfrom\norganization:o\tship:vega\t2020\norganization:o\tship:lyra\t2021\n")
            .expect("members");
    });
    let merged = |clash| {
        let mut builder = ours();
        builder.merge(&theirs, clash).expect("a merger");
        builder.build().expect("it fits together")
    };
    let error = ours().merge(&theirs, Clash::Refuse).expect_err("a clash").to_string();
    assert_eq!(
        error,
        "theirs.tsv:4: the id \"organization:o\" is defined twice (first in ours.tsv:4); keep one row, and write further names as aliases"
    );
    let mut every = ours();
    every.every_error(true);
    assert_eq!(every.merge(&theirs, Clash::Refuse).expect_err("clashes").each().count(), 2);
    assert_eq!(every.build().expect("as before").len(), 3);

    let text = "Vega II, Lyra, Vega Street, Argo";
    for (clash, name, flag, imo, members, texts) in [
        (Clash::KeepOld, "Vega", "MT", None, 1, &["Vega", "Lyra", "Argo"][..]),
        (Clash::TakeNew, "Vega II", "PA", Some("91"), 2, &["Vega II", "Lyra", "Argo"]),
        (Clash::Join, "Vega", "MT", Some("91"), 2, &["Vega II", "Lyra", "Argo"]),
    ] {
        let gazetteer = merged(clash);
        let vega = gazetteer.get("ship:vega").expect("a ship");
        assert_eq!((vega.name(), vega.property("flag"), vega.property("imo")), (name, Some(flag), imo), "{clash:?}");
        assert_eq!(gazetteer.memberships("organization:o").count(), members, "{clash:?}");
        let found: Vec<String> = found(&gazetteer, text).into_iter().map(|(text, _)| text).collect();
        assert_eq!(found, texts, "{clash:?}");
        assert_eq!(gazetteer.get("ship:lyra").and_then(|ship| ship.origin()), Some(("theirs.tsv", 3)));
        assert_eq!(gazetteer.get("ship:argo").and_then(|ship| ship.origin()), Some(("ours.tsv", 3)));
    }
}

#[cfg(feature = "embedded")]
#[test]
fn merging_the_built_in_gazetteer_with_itself_changes_nothing() {
    let embedded = Gazetteer::embedded();
    let mut builder = embedded.to_builder();
    builder.merge(embedded, Clash::Join).expect("a merger");
    let again = builder.build().expect("it fits together");
    assert_eq!((again.len(), again.alias_count()), (embedded.len(), embedded.alias_count()));
    let text =
        "Kazakh President Tokayev met Antony Blinken, the US Secretary of State, in Astana; Georgia's prime minister did not.";
    assert_eq!(found(&again, text), found(embedded, text));
    for id in ["office:US/secretary-of-state", "organization:nato"] {
        assert_eq!(again.tenures_of_office(id).count(), embedded.tenures_of_office(id).count());
        assert_eq!(again.memberships(id).count(), embedded.memberships(id).count());
    }
}

// ---- moving over ----

/// The keywords and the answers of FlashText 2.7 (`extract_keywords` with `span_info`).
#[test]
fn a_list_of_flashtext_finds_the_same() {
    let keywords = "java_2e=>java\njava programing=>java\nproduct management=>product management\n\
        product management techniques=>product management\nnew york city=>New York\nnyc=>New York\nbig apple=>New York\npython\n\
        c++=>C++\nr&d=>research\n";
    let text = "I know java_2e and Java Programing, Product Management Techniques in NYC (the Big Apple), and PYTHON. New York City has \
        R&D; product management too. Pythons are no match, nor is pythonic.";
    let gazetteer = built(|builder| _ = builder.read_flashtext("keywords.txt", keywords, "skill").expect("keywords"));
    let expected = [
        (7, 14, "java"),
        (19, 34, "java"),
        (36, 65, "product management"),
        (69, 72, "New York"),
        (78, 87, "New York"),
        (94, 100, "python"),
        (102, 115, "New York"),
        (120, 123, "research"),
        (125, 143, "product management"),
    ];
    assert_eq!(spans_and_names(&gazetteer, text), expected);

    #[cfg(feature = "json")]
    {
        let dict = r#"{"java": ["java_2e", "java programing"], "product management": ["PM", "product manager"]}"#;
        let gazetteer = built(|builder| _ = builder.read_flashtext("keywords.json", dict, "skill").expect("keywords"));
        let text = "The PM wrote java_2e and Java programing; a Product Manager did not.";
        let expected = [(4, 6, "product management"), (13, 20, "java"), (25, 40, "java"), (44, 59, "product management")];
        assert_eq!(spans_and_names(&gazetteer, text), expected);
    }
}

fn spans_and_names<'g>(gazetteer: &'g Gazetteer, text: &str) -> Vec<(usize, usize, &'g str)> {
    let extractor = Extractor::new(gazetteer);
    let name = |id: &str| gazetteer.get(id).expect("an entity").name();
    extractor.extract(text).map(|mention| (mention.start(), mention.end(), name(mention.id()))).collect()
}

/// The patterns and the answers of spaCy 3.8.18 (`spacy.blank("en")` with an `entity_ruler`), its offsets as bytes.
#[cfg(feature = "json")]
#[test]
fn patterns_of_spacy_find_the_same() {
    let patterns = r#"{"label": "SHIP", "pattern": "Vega", "id": "vega"}
{"label": "SHIP", "pattern": "M/V Vega", "id": "vega"}
{"label": "SHIP", "pattern": "Vega Star", "id": "vega-star"}
{"label": "AGENCY", "pattern": "Coastal Survey Office"}
{"label": "AGENCY", "pattern": "CSO", "id": "cso"}
{"label": "PORT", "pattern": "Port of Sundholm", "id": "sundholm"}
{"label": "PORT", "pattern": "Sundholm", "id": "sundholm"}
{"label": "PORT", "pattern": "São Brás", "id": "sao-bras"}
{"label": "RULE", "pattern": "rule 12", "id": "r12"}
"#;
    let text = "The Vega Star left the Port of Sundholm; M/V Vega stayed in Sundholm, said the CSO. The Coastal Survey Office (CSO) cited \
        rule 12. \"Vega's crew\" went on to São Brás, not sundholm. VEGA is no match, nor is Vegas.";
    let mut builder = Gazetteer::builder();
    assert!(builder.read_spacy("patterns.jsonl", patterns, Default::default()).expect("patterns").is_empty());
    let gazetteer = builder.build().expect("a gazetteer");
    let extractor = Extractor::new(&gazetteer);
    let found: Vec<(usize, usize, &str)> =
        extractor.extract(text).map(|mention| (mention.start(), mention.end(), mention.id())).collect();
    let expected = [
        (4, 13, "SHIP:vega-star"),
        (23, 39, "PORT:sundholm"),
        (41, 49, "SHIP:vega"),
        (60, 68, "PORT:sundholm"),
        (79, 82, "AGENCY:cso"),
        (88, 109, "AGENCY:coastal-survey-office"),
        (111, 114, "AGENCY:cso"),
        (122, 129, "RULE:r12"),
        (132, 136, "SHIP:vega"),
        (156, 166, "PORT:sao-bras"),
    ];
    assert_eq!(found, expected);
    assert_eq!(gazetteer.get("PORT:sundholm").map(|port| port.name()), Some("Port of Sundholm"));
}

// ---- lint ----

#[test]
fn lint_tells_what_is_odd() {
    let mut builder = Gazetteer::builder();
    for (name, table) in [
        (
            "e",
            "id\tname\tvalid_form\tvalid_from\tvalid_to\nship:vega\tVega\t1990\t\t\nship:lyra\tLyra\t\t1900\t1950\nship:vega\tVega II\t\t\t\nstar:vega\tVega\t\t\t\n",
        ),
        (
            "a",
            "id\talias\tkind\tcase\tpolicy\tcues\tpriority\tvalid_from\nship:vega\tM/V Vega\t\t\t\t\t\t\nship:vega\tm/v véga\t\t\t\t\t\t\n\
             ship:lyra\tLyra\tname\texact\t\t\t\t\nship:lyra\tm/v vega\t\t\t\t\t\t\nship:lyra\tM/V Vega\t\t\t\t\t-1\t\nship:lyra\tPearl\t\t\t\t\t\t\n\
             ship:lyra\tRuby\t\tcapitalized\t\t\t\t\nship:lyra\tgold\t\tany\t\t\t\t\nship:lyra\t…\t\t\t\t\t\t\nship:lyra\tlyra.example.com\t\t\t\t\t\t\n\
             ship:lyra\t\"Lyra Two\"\t\t\t\t\t\t\nship:lyra\tLy\u{fffd}ra\t\t\t\t\t\t\nship:lyra\tOld Lyra\t\t\t\t\t\t1960\nship:lira\tLira\t\t\t\t\t\t\n",
        ),
        ("w", "english_word\npearl\nruby\ngold\n"),
        ("d", "decoy\tpriority\nPearl\t1\n"),
    ] {
        builder.read_tsv(name, table).expect(name);
    }
    builder.add(
        EntityRecord::new("ship:orion", "Orion").without_name().alias(AliasRecord::new("the hunter").policy(Policy::Context)),
    );
    let found: Vec<String> = builder.lint().iter().map(ToString::to_string).collect();
    let expected = [
        "\"the hunter\" needs support, and has no cue, nor ship:orion another alias that always counts [unreachable-alias]",
        "a:3:11: \"m/v véga\" is an alias of ship:vega already (a:2); take one out [duplicate-alias]",
        "a:6:11: \"M/V Vega\" is an alias of ship:lyra already (a:5); take one out [duplicate-alias]",
        "a:7:11: \"Pearl\" is never found: a decoy (d:2) goes before it [shadowed-alias]",
        "a:7:11: \"Pearl\" is a word of English; give it a case (exact, capitalized) or the policy context with cues [dictionary-word]",
        "a:9:11: \"gold\" is a word of English; give it a case (exact, capitalized) or the policy context with cues [dictionary-word]",
        "a:10:11: \"…\" has no letter or digit to match, or a blank line [unreachable-alias]",
        "a:12:11: \"\\\"Lyra Two\\\"\" stands in quotes, which belong to it in this format; take them off [unreachable-alias]",
        "a:13:11: \"Ly\u{fffd}ra\" holds a replacement character: the file was read in a wrong encoding [unreachable-alias]",
        "a:14:11: \"Old Lyra\" is in use only when ship:lyra does not exist [impossible-dates]",
        "a:15:1: no row defines ship:lira; did you mean ship:lyra? [unknown-entity]",
        "e:2: the column \"valid_form\" is a property; did you mean \"valid_from\"? [misspelt-column]",
        "e:4:11: ship:vega is defined already (e:2); keep one row [duplicate-entity]",
        "e:5:11: \"Vega\" is an alias of ship:vega (e:2), too, which is found; give one a priority [shared-alias]",
    ];
    assert_eq!(found, expected, "{found:#?}");
    assert!(builder.lint().iter().all(|lint| lint.line().is_some() == lint.file().is_some()));
}

/// What the lint says can never be found is not, and what it says nothing of is.
#[test]
fn lint_is_right_about_what_can_be_found() {
    for (alias, reachable) in [
        ("Vega", true),
        ("M/V Vega", true),
        ("O'Neill & Sons, Inc.", true),
        ("中国", true),
        ("lyra.example.com", true),
        ("press@vega.example", true),
        ("C:\\vega", true),
        ("U.S.", true),
        ("(Vega)", false),
        ("St. Vega", true),
    ] {
        let mut builder = Gazetteer::builder();
        builder.add(EntityRecord::new("ship:vega", "Zzyzx").alias(AliasRecord::new(alias)));
        let odd = builder.lint().iter().any(|lint| lint.kind() == demarche::LintKind::UnreachableAlias);
        assert_eq!(odd, !reachable, "{alias}");
        let gazetteer = builder.build().expect("a gazetteer");
        assert_eq!(!found(&gazetteer, alias).is_empty(), reachable, "{alias}");
    }
}

// ---- saving ----

/// A gazetteer with something in every table.
fn everything() -> Gazetteer {
    built(|builder| {
        for table in [
            "id\tname\tflag\tvalid_from\nship:vega\tVega\tMT\t1990\ncountry:AA\tArgo\t\t\norganization:o\tO Club\t\t\n",
            "id\tname\tbody\tfunction\noffice:AA/x\tPresident of Argo\tcountry:AA\thead_of_state\n",
            "id\tname\nofficial:j\tJason Iolcus\n",
            "id\talias\tkind\tpolicy\tcues\nship:vega\tM/V Vega\t\t\t\nofficial:j\tIolcus\tsurname\tcontext\tArgo\ncountry:AA\tArgive\tdemonym\t\t\n",
            "official\toffice\tfrom\tto\tdoubt\nofficial:j\toffice:AA/x\t2020-02\t\tperhaps\n",
            "group\tmember\tfrom\norganization:o\tcountry:AA\t2020\n",
            "decoy\nVega Street\n",
            "term\tkey\tfunction\npresident\tx\thead_of_state\n",
            "modifier\teffect\tcode\nformer\tcarry\tformer\n",
        ] {
            builder.read_tsv("t", table).expect(table);
        }
    })
}

#[test]
fn saved_and_loaded() {
    let (gazetteer, text) = (everything(), "Former Argive President Jason Iolcus met Iolcus on M/V Vega in Vega Street, Argo.");
    let expected = found(&gazetteer, text);
    assert!(expected.len() > 4, "{expected:?}");
    let json = serde_json::to_string(&gazetteer).expect("JSON");
    let bytes = postcard::to_stdvec(&gazetteer).expect("bytes");
    let loaded: [Gazetteer; 3] = [
        serde_json::from_str(&json).expect("JSON"),
        serde_json::from_value(serde_json::from_str(&json).expect("JSON")).expect("a value"),
        postcard::from_bytes(&bytes).expect("bytes"),
    ];
    for again in loaded {
        assert_eq!(found(&again, text), expected);
        assert_eq!(serde_json::to_string(&again).expect("JSON"), json);
        assert_eq!(again.get("ship:vega").and_then(|ship| ship.origin()), Some(("t", 2)));
    }
    let says = |saved: &str| serde_json::from_str::<Gazetteer>(saved).expect_err(saved).to_string();
    assert!(
        says(&json.replace("\"schema\":1", "\"schema\":7"))
            .contains("saved with schema 7, and this version of demarche reads up to 1")
    );
    assert!(says("{\"schema\":1}").contains("missing field `tables`"));
    assert!(says("{\"tables\":\"\"}").contains("missing field `schema`"));
    assert!(says("{\"schema\":1,\"tables\":\"é\"}").contains("not base64"));
    assert!(says("{\"schema\":1,\"tables\":\"AAAA\"}").contains("packed tables: "));
}

#[cfg(feature = "embedded")]
#[test]
fn the_built_in_gazetteer_saved_and_loaded() {
    let bytes = postcard::to_stdvec(Gazetteer::embedded()).expect("bytes");
    let again: Gazetteer = postcard::from_bytes(&bytes).expect("what was saved is sound");
    assert_eq!((again.len(), again.data_version()), (Gazetteer::embedded().len(), Gazetteer::embedded().data_version()));
}

proptest::proptest! {
    /// Saved data that was tampered with gives an error, or a gazetteer that works; never a panic.
    #[test]
    fn tampered_data(changes in proptest::collection::vec((proptest::prelude::any::<proptest::sample::Index>(), proptest::prelude::any::<u8>()), 1..6), cut in proptest::option::of(proptest::prelude::any::<proptest::sample::Index>())) {
        let mut bytes = postcard::to_stdvec(&everything()).expect("bytes");
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(gazetteer) = postcard::from_bytes::<Gazetteer>(&bytes) {
            use_everything(&gazetteer);
        }
    }
}

/// Calls whatever reads the tables.
fn use_everything(gazetteer: &Gazetteer) {
    let text = "Former Argive President Jason Iolcus met Iolcus on M/V Vega in Vega Street, Argo. Vega, O Club.";
    let extractor = Extractor::new(gazetteer);
    for mention in extractor.extract_with(text, &Options::new().nested(true).as_of("2021".parse().expect("a date"))) {
        _ = (mention.to_owned(), mention.holders().count(), mention.rivals().count(), mention.status(), mention.modifier());
    }
    _ = extractor.explain(text, &Options::new()).iter().map(ToString::to_string).collect::<String>();
    for entity in gazetteer.entities() {
        _ = (entity.properties().count(), entity.origin(), entity.owner(), entity.country(), entity.functions().count());
        entity.aliases().for_each(|alias| _ = (alias.folded().len(), alias.valid()));
        _ = (gazetteer.tenures(entity.id()).count(), gazetteer.tenures_of_office(entity.id()).count());
        _ = (gazetteer.memberships(entity.id()).count(), gazetteer.memberships_of(entity.id()).count());
        _ = gazetteer.find(entity.name()).count();
    }
    _ = gazetteer.to_builder().lint();
    _ = gazetteer.to_builder().build();
}

// ---- many at once ----

#[cfg(all(feature = "rayon", feature = "embedded"))]
#[test]
fn one_bad_document_loses_no_other() {
    use demarche::DocumentError;
    let extractor = Extractor::embedded();
    let texts: Vec<String> = (0..200).map(|i| "Mali and Peru, ".repeat(i)).collect();
    let answers = extractor.par_map(&texts, |extractor, text| match text.len() / 15 {
        50 => Err("not that one"),
        51 => panic!("number {}", 51),
        _ => Ok(extractor.extract(text).count()),
    });
    for (i, answer) in answers.iter().enumerate() {
        match (i, answer) {
            (50, Err(DocumentError::Failed(says))) => assert_eq!(*says, "not that one"),
            (51, Err(panicked)) => assert_eq!(panicked.to_string(), "the job panicked: number 51"),
            (_, answer) => assert_eq!(*answer.as_ref().expect("an answer"), 2 * i),
        }
    }
    let counts: Vec<usize> =
        extractor.par_extract(&texts, &Options::new()).into_iter().map(|mentions| mentions.expect("an answer").len()).collect();
    assert_eq!(counts, (0..200).map(|i| 2 * i).collect::<Vec<_>>());
}
