//! What holds for every text: made of anything, or of real names, punctuation and the odd corners of Unicode.
//!
//! `PROPTEST_RNG_SEED=7 PROPTEST_CASES=100000 cargo test --release --test properties` looks harder; without a seed of its own every run
//! draws the same cases (`.cargo/config.toml`).
#![cfg(feature = "history")]

use std::sync::LazyLock;

use demarche::{Date, EntityKind, Extractor, Gazetteer, Mention, Options, Profile};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Every alias of the built-in gazetteer, as the tables write it.
static ALIASES: LazyLock<Vec<&str>> =
    LazyLock::new(|| Gazetteer::embedded().entities().flat_map(|entity| entity.aliases()).map(|alias| alias.text()).collect());

/// The aliases that offices are made of: of countries and bodies.
static OWNERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let owner = |kind: &EntityKind| matches!(kind, EntityKind::Country | EntityKind::Organization);
    let entities = Gazetteer::embedded().entities().filter(|entity| owner(entity.kind()));
    entities.flat_map(|entity| entity.aliases()).map(|alias| alias.text()).collect()
});

/// The roles, and names that offices have of their own.
static ROLES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let roles = include_str!("../data/roles.tsv").lines().skip(1).filter_map(|row| row.split('\t').next());
    let offices = Gazetteer::embedded().entities().filter(|entity| *entity.kind() == EntityKind::Office);
    let own = offices.flat_map(|entity| entity.aliases()).map(|alias| alias.text());
    roles.chain(own).collect()
});

/// What stands between names, and what a text should not be able to trip over.
const BETWEEN: [&str; 64] = [
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "; ",
    ": ",
    " - ",
    "-",
    "–",
    "—",
    "\u{2011}",
    "/",
    "'s ",
    "’s ",
    "' ",
    " “",
    "” ",
    " (",
    ") ",
    "\n",
    "\r\n",
    "\n\n",
    "\u{a0}",
    "\u{2009}",
    "\u{2028}",
    "\u{2029}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{202e}",
    "\u{301}",
    "\u{327}\u{308}",
    "\u{fe0f}",
    ".",
    "..",
    "…",
    "&",
    " & ",
    "+",
    " + ",
    "#",
    "@",
    "http://",
    ".com/",
    "\\",
    "_",
    "0",
    "1",
    "2023",
    "a",
    "A",
    "ß",
    "İ",
    "ı",
    "ﬁ",
    "Ǆ",
    "中",
    "ไ",
    "한",
    "👍🏽",
    "\0",
];

/// Words that the context rules ask about.
const WORDS: [&str; 40] = [
    "the",
    "The",
    "THE",
    "of",
    "in",
    "and",
    "said",
    "met",
    "President",
    "president",
    "PRESIDENT",
    "Prime Minister",
    "foreign minister",
    "Secretary of State",
    "King",
    "Mr",
    "Mrs.",
    "Dr",
    "former",
    "Former",
    "acting",
    "vice",
    "deputy",
    "then-",
    "ex-",
    "-elect",
    "-led",
    "presidents",
    "University",
    "Airlines",
    "Street",
    "Michael",
    "Anna",
    "May",
    "March",
    "US",
    "us",
    "WHO",
    "C5",
    "G",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => any::<prop::sample::Index>().prop_map(|index| (*index.get(&ALIASES)).to_owned()),
        1 => any::<prop::sample::Index>().prop_map(|index| index.get(&ALIASES).to_uppercase()),
        1 => any::<prop::sample::Index>().prop_map(|index| index.get(&ALIASES).to_lowercase()),
        1 => (any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(index, cut)| {
            let alias: Vec<char> = index.get(&ALIASES).chars().collect();
            alias[..cut.index(alias.len())].iter().collect()
        }),
        4 => office(),
        6 => select(&WORDS[..]).prop_map(str::to_owned),
        2 => "[a-zA-Z]{1,9}",
        1 => any::<char>().prop_map(String::from),
    ]
}

/// `Kazakh President`, `chancellor of Germany`, `the UN's secretary-general Antonio Guterres`, sensible or not.
fn office() -> impl Strategy<Value = String> {
    let index = any::<prop::sample::Index>;
    let joint = select(&[" ", " ", " ", "'s ", "’s ", "\n", " acting ", " former ", "-"][..]);
    (index(), index(), index(), joint, 0..6).prop_map(|(owner, role, person, joint, form)| {
        let (owner, role, person) = (owner.get(&OWNERS), role.get(&ROLES), person.get(&ALIASES));
        match form {
            0 => format!("{role} of {owner}"),
            1 => format!("{role} of the {owner} {person}"),
            2 => format!("{owner}{joint}{role}, {person}"),
            3 => format!("{owner}{joint}{} {person}", role.to_uppercase()),
            4 => format!("{owner}{joint}{role} {person}"),
            _ => format!("{owner}{joint}{role}"),
        }
    })
}

/// Names, words and what stands between them.
fn mixed() -> impl Strategy<Value = String> {
    vec((piece(), select(&BETWEEN[..])), 0..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, between)| [piece, between.to_owned()]).collect())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => mixed(), 1 => "\\PC{0,200}", 1 => vec(any::<char>(), 0..200).prop_map(String::from_iter)]
}

fn options() -> impl Strategy<Value = Options> {
    let date = prop::option::of((1900u16..2100, 1u8..=12, 1u8..=28).prop_map(|(year, month, day)| Date::new(year, month, day)));
    let profile = select(&[Profile::Precision, Profile::Balanced, Profile::Recall][..]);
    (date, profile).prop_map(|(date, profile)| {
        let options = Options::new().profile(profile);
        date.map_or(options.clone(), |date| options.as_of(date.expect("a day up to the 28th")))
    })
}

fn extract<'a>(text: &'a str, options: &Options) -> Vec<Mention<'a>> {
    Extractor::embedded().extract_with(text, options).collect()
}

proptest! {
    // Seeds mean other texts with the next change of the tables: a finding becomes a test of its own, as at the end.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_pieces_of_the_text(text in text(), options in options()) {
        for mention in extract(&text, &options.nested(true)) {
            prop_assert!(mention.start() < mention.end(), "{mention:?}");
            prop_assert_eq!(text.get(mention.span().range()), Some(mention.text()), "{:?}", mention);
            prop_assert!(!mention.text().starts_with(char::is_whitespace) && !mention.text().ends_with(char::is_whitespace));
        }
    }

    #[test]
    fn flat_mentions_do_not_overlap(text in text(), options in options()) {
        let mentions = extract(&text, &options);
        for pair in mentions.windows(2) {
            prop_assert!(pair[0].end() <= pair[1].start(), "{:?} and {:?}", pair[0], pair[1]);
        }
        prop_assert!(!mentions.iter().any(Mention::is_nested));
    }

    #[test]
    fn nested_mentions_lie_in_outer_ones_and_the_rest_is_flat(text in text(), options in options()) {
        let flat = extract(&text, &options);
        let all = extract(&text, &options.nested(true));
        let mut outer: Option<Mention<'_>> = None;
        for mention in &all {
            if mention.is_nested() {
                let holds = outer.is_some_and(|outer| outer.span().contains(mention.span()) && outer.span() != mention.span());
                prop_assert!(holds, "{:?} is not in {:?}", mention, outer);
            } else {
                outer = Some(*mention);
            }
        }
        prop_assert!(all.is_sorted_by_key(|mention| (mention.start(), std::cmp::Reverse(mention.end()))), "{:?}", all);
        let outer: Vec<_> = all.into_iter().filter(|mention| !mention.is_nested()).collect();
        prop_assert_eq!(outer, flat);
    }

    #[test]
    fn kinds_only_leave_out(text in text(), options in options(), nested: bool) {
        let options = options.nested(nested);
        let kinds = [EntityKind::Country, EntityKind::Official];
        let some = extract(&text, &options.clone().kinds(kinds.clone()));
        let all = extract(&text, &options).into_iter().filter(|mention| kinds.contains(mention.kind())).collect::<Vec<_>>();
        prop_assert_eq!(some, all);
    }

    #[test]
    fn a_bolder_profile_only_adds(text in text(), options in options()) {
        let with = |profile| extract(&text, &options.clone().profile(profile).nested(true));
        let (precision, balanced, recall) = (with(Profile::Precision), with(Profile::Balanced), with(Profile::Recall));
        prop_assert!(precision.iter().all(|mention| balanced.contains(mention)));
        prop_assert!(balanced.iter().all(|mention| recall.contains(mention)));
    }

    /// The text of a mention leads back to its entity, as [`Gazetteer::find`] folds it.
    #[test]
    fn what_is_found_can_be_looked_up(text in text(), options in options()) {
        for mention in extract(&text, &options.nested(true)).into_iter().filter(|mention| mention.alias().is_some()) {
            let found = Gazetteer::embedded().find(mention.text()).any(|entity| entity == mention.entity());
            prop_assert!(found, "{mention:?} as {:?}", mention.alias());
        }
    }

    #[test]
    fn mentions_know_themselves(text in text(), options in options()) {
        for mention in extract(&text, &options.nested(true)) {
            let entity = Gazetteer::embedded().get(mention.id());
            prop_assert_eq!(entity, Some(mention.entity()));
            prop_assert!(mention.id().starts_with(mention.kind().as_str()));
            prop_assert!((0.0..=1.0).contains(&mention.confidence()));
            prop_assert!(mention.rivals().all(|rival| rival != mention.entity()));
            if let Some(code) = mention.country() {
                let country = format!("country:{code}");
                prop_assert!(Gazetteer::embedded().get(&country).is_some(), "{} of {:?}", country, mention);
            }
            let owned = mention.to_owned();
            let json = serde_json::to_string(&owned).expect("JSON");
            prop_assert_eq!(serde_json::from_str::<demarche::OwnedMention>(&json).expect("the same"), owned);
            _ = (mention.status(), mention.holders().count(), mention.modifier(), mention.rule().as_str());
        }
    }

    #[test]
    fn the_same_text_gives_the_same_answer(text in text(), options in options()) {
        let again = Extractor::embedded().clone();
        prop_assert_eq!(extract(&text, &options), again.extract_with(&text, &options).collect::<Vec<_>>());
    }

    /// A blank line ends every match, so what stands behind it moves with it.
    #[test]
    fn spans_are_offsets_into_the_whole_text(text in mixed()) {
        // Something stands before in both: what is all of a text may be an entry of a list.
        let (text, moved) = (format!("e.\n\n{text}"), format!("é\u{301}…\n\n{text}"));
        let shift = moved.len() - text.len();
        let found = |text, shift| -> Vec<_> {
            extract(text, &Options::new().nested(true)).iter().map(|mention| (mention.start() - shift, mention.id().to_owned())).collect()
        };
        prop_assert_eq!(found(&text, 0), found(&moved, shift));
    }
}

/// One gazetteer compiled twice finds the same as the built-in one, which was compiled when the crate was made.
#[test]
fn compiling_is_deterministic() {
    let again = Extractor::new(Gazetteer::embedded());
    let text = ALIASES.iter().step_by(7).flat_map(|alias| [alias, " and "]).collect::<String>();
    let options = Options::new().nested(true);
    let found = extract(&text, &options);
    assert!(found.len() > 1_000);
    assert_eq!(found, again.extract_with(&text, &options).collect::<Vec<_>>());
}

/// A composed office hides the titles it covers.
#[test]
fn offices_in_offices() {
    let mentions = extract("Andorra Secretary of State for Defence, Andorra", &Options::new());
    let found: Vec<_> = mentions.iter().map(Mention::text).collect();
    assert_eq!(found, ["Andorra Secretary of State for Defence", "Andorra"]);
}

/// What stands in an office is no surer than the office, and goes with it where a profile asks for more.
#[test]
fn no_profile_leaves_a_part_without_its_whole() {
    let text = "UN special coordinator for the Middle East peace process";
    let found = |profile| extract(text, &Options::new().nested(true).profile(profile)).len();
    assert_eq!((found(Profile::Balanced), found(Profile::Precision)), (2, 0));
}

/// Weak candidates do not overlap either, though a longer and a shorter one were both judged.
#[test]
fn weak_candidates_are_flat() {
    for text in ["the King\u{4e2d}", "the House of Commons Speaker "] {
        let found = extract(text, &Options::new().profile(Profile::Recall));
        assert!(found.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{found:?}");
    }
}
