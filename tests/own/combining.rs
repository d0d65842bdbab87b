//! Taking out, replacing, merging, and what the lint tells of the result.

use demarche::{AliasRecord, Clash, EntityRecord, Extractor, Gazetteer, GazetteerBuilder, Options, Policy};

use crate::{built, found, pairs};

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
