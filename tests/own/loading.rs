//! Tables of every format are read alike, and each error of a broken one is told with its place.

use demarche::{ErrorKind, Gazetteer, GazetteerBuilder};

use crate::{built, found, pairs};

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
    let mut all: Vec<Gazetteer> = Vec::new();
    #[cfg(feature = "csv")]
    all.push(built(|builder| {
        builder
            .read_csv("t", "\u{feff}id,name,flag\r\nship:vega,Vega,\"MT\"\r\n\r\nship:orion,\" Orion \",\r\n")
            .expect("entities");
        builder.read_csv("a", "id,alias,kind,case\nship:vega,M/V Vega,official,\nship:orion,\"Orion\n2\",,any").expect("aliases");
    }));
    // Once more, so that there is one in any case.
    all.push(built(|builder| {
        builder.read_tsv("a", "alias\tid\tcase\nM/V Vega\tship:vega\t\nOrion 2\tship:orion\tany\n").expect("aliases");
        builder.read_tsv("t", "flag\tname\tid\nMT\tVega\tship:vega\n\t Orion \tship:orion").expect("entities");
    }));
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
    #[cfg(feature = "csv")]
    builder.load(write("b.CSV", b"name,alias\nOrion,M/V Orion\n")).expect("a table");
    #[cfg(not(feature = "csv"))]
    {
        assert!(builder.load(write("b.CSV", b"")).expect_err("no feature").to_string().contains("feature csv"));
        builder.load(write("b.txt", b"name\talias\nOrion\tM/V Orion\n")).expect("a table");
    }
    builder.load_flashtext(write("c.txt", b"mv lyra=>Lyra\n"), "ship").expect("keywords");
    #[cfg(feature = "json")]
    builder.load(write("d.jsonl", b"{\"name\": \"Cygnus\"}\n")).expect("a table");
    #[cfg(not(feature = "json"))]
    assert!(builder.load(write("d.json", b"[]")).expect_err("no feature").to_string().contains("feature json"));
    let gazetteer = builder.build().expect("a gazetteer");
    assert_eq!(found(&gazetteer, "M/V Vega, M/V Orion, MV Lyra").len(), 3);
    let origin = gazetteer.get("entity:orion").and_then(|ship| ship.origin()).expect("an origin");
    assert!(origin.0.contains("b.") && origin.1 == 2);

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

/// A name is read as the texts are.
#[test]
fn names_with_markup() {
    let mut builder = demarche::Gazetteer::builder();
    builder.read_tsv("own.tsv", "name\nLab&amp;nbsp;Nine\nAreas [u] of P[u]o\nOr&eacute;e &amp; Sons\n").expect("a table");
    let gazetteer = builder.build().expect("names");
    let extractor = demarche::Extractor::new(&gazetteer);
    for (text, name) in [
        ("At Lab Nine today", "Lab&amp;nbsp;Nine"),
        ("Areas [u] of P[u]o", "Areas [u] of P[u]o"),
        ("Oree and Sons, Or&eacute;e &amp; Sons", "Or&eacute;e &amp; Sons"),
    ] {
        assert!(extractor.extract(text).any(|mention| mention.entity().name() == name), "{text}");
        assert!(gazetteer.find(name).any(|entity| entity.name() == name), "{name}");
    }
}

/// A table in one line takes time by its length; what stands before a row is not counted anew for each.
#[cfg(feature = "json")]
#[test]
fn a_table_in_one_line() {
    let rows: Vec<String> = (0..60_000)
        .map(|i| format!("{{\"id\": \"ship:{i}\", \"name\": \"Véga {i}\", \"aliases\": [\"V {i}\", {{\"alias\": \"W {i}\"}}]}}"))
        .collect();
    let mut builder = Gazetteer::builder();
    builder.read_json("t", &format!("[{}]", rows.join(", "))).expect("a table");
    let error = builder.read_json("u", &format!("[{}, {{\"id\": 1}}]", rows.join(", "))).expect_err("no name");
    assert!(error.column() > Some(4_000_000), "{error}");
    assert_eq!(builder.build().expect("a gazetteer").alias_count(), 180_000);
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

/// What a table of each format that is not right is told, and that nothing of it is kept.
#[test]
fn errors_say_where_and_what_to_do() {
    type Read = fn(&mut GazetteerBuilder, &str) -> Result<(), demarche::Error>;
    let tsv: Read = |builder, text| builder.read_tsv("t", text).map(drop);
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
        (flash, "", "t:1: the list is empty; its lines are keyword=>clean name, or a keyword"),
        (flash, "java\njava_2e=>\n", "t:2:1: \"java_2e=>\" is no keyword; write keyword=>clean name, or a keyword alone"),
    ];
    #[cfg(feature = "csv")]
    {
        let csv: Read = |builder, text| builder.read_csv("t", text).map(drop);
        let more: [(Read, &str, &str); 12] = [
            (csv, "", "t:1: the table is empty; its first line names the columns"),
            (csv, "\r\n\n", "t:1: the table is empty; its first line names the columns"),
            (csv, "\"name\n", "t:1:1: a quote is opened here and never closed; double a quote that belongs to the text"),
            (csv, "name;alias\nVega;M/V\n", "t:1: the columns are separated by a semicolon, not by a comma: \"name alias\""),
            (
                csv,
                "name,alias\n\n\"Vega\nII\",\"M/V\n",
                "t:4:5: a quote is opened here and never closed; double a quote that belongs to the text",
            ),
            (
                csv,
                "name,alias\r\n\r\n\"Véga\r\nII\",\"M/V \"\"\r\n",
                "t:4:5: a quote is opened here and never closed; double a quote that belongs to the text",
            ),
            (
                csv,
                "name,alias\nVega,\"M/V\" Vega\n",
                "t:2:10: text follows a closing quote; double a quote that belongs to the text",
            ),
            (
                csv,
                "name,alias\nVega,\"M/V\nand \" Vega\"\n",
                "t:3:5: text follows a closing quote; double a quote that belongs to the text",
            ),
            (csv, "name,alias\nVega\n", "t:2: the row has 1 cells, the header 2; cells are separated by one comma each"),
            (csv, "id,alias,case\na:b,\"X, \"\"Y\"\"\",low\n", "t:2:16: case: unknown case policy \"low\""),
            (csv, "\u{feff}id,alias,case\r\na:b,\"X\r\né\",low\r\n", "t:3:4: case: unknown case policy \"low\""),
            (csv, "id,alias,case\ra:b,X,any\r\ra:b,X,low\r", "t:4:7: case: unknown case policy \"low\""),
        ];
        cases.extend(more);
    }
    #[cfg(feature = "json")]
    {
        let json: Read = |builder, text| builder.read_json("t", text).map(drop);
        let lines: Read = |builder, text| builder.read_json_lines("t", text).map(drop);
        let spacy: Read = |builder, text| builder.read_spacy("t", text, Default::default()).map(drop);
        let more: [(Read, &str, &str); 24] = [
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
                "{\"label\": \"ORG\", \"pattern\": [{\"LEMMA\": \"x\"}]}",
                "t:1:30: pattern: the token has LEMMA, and a text of its own has only ORTH or LOWER; write the texts it means as patterns",
            ),
            (
                spacy,
                "{\"label\": \"ORG\", \"pattern\": [{\"LOWER\": \"x\", \"OP\": \"+\"}]}",
                "t:1:30: pattern: the token has LOWER and OP, and a text",
            ),
            (spacy, "{\"label\": \"ORG\", \"pattern\": [{}]}", "t:1:30: pattern: the token has nothing, and a text"),
            (
                spacy,
                "{\"label\": \"ORG\", \"pattern\": [{\"LOWER\": {\"IN\": [\"x\"]}}]}",
                "t:1:40: pattern: the LOWER of the token is not one text",
            ),
            (
                spacy,
                "{\"label\": \"ORG\", \"pattern\": [{\"LOWER\": \"X\"}]}",
                "t:1:40: pattern: the token \"X\" has capitals, which no LOWER has",
            ),
            (
                spacy,
                "{\"label\": \"ORG\", \"pattern\": [{\"ORTH\": \"X\"}, {\"ORTH\": \"'s\"}]}",
                "t:1:54: pattern: the token \"'s\" is not a word of letters and digits",
            ),
            (
                spacy,
                "{\"label\": \"ORG\", \"pattern\": [{\"ORTH\": \"X\"}, {\"LOWER\": \"y\"}]}",
                "t:1:45: pattern: some tokens have a case and others none",
            ),
            (spacy, "{\"label\": \"ORG\", \"pattern\": []}", "t:1:29: pattern: the list of tokens is empty"),
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
