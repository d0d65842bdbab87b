//! Which country's name is written in a way that no alias is: run together, abbreviated, turned round, cut off, misspelt?
//!
//! For entries of lists alone: [`entries`](super::entries) says of which. Looks at the names that begin with the same letter.

use std::cell::Cell;
use std::ops::RangeInclusive;

use super::written::{JOINING, MOST_WRONG, Part, Parts, SAINTS, WORDS, abbreviates, is_misspelt, is_squeezed, squeezed, words};
use crate::context::text::phrases::{Entry, Phrases};
use crate::error::Error;
use crate::fold::{fold_onto, is_ignorable, narrow};
use crate::gazetteer::pack::{Reader, put_rows};
use crate::gazetteer::rows::{NONE, PropertyRow, Rows, Slice, packed_row};
use crate::gazetteer::{Tables, WordList};
use crate::kind::{AliasKind, EntityKind, Policy};

/// Articles behind a name; lists made from French ones have them, too: `Bolivie (la)`.
const ARTICLES: [&str; 7] = ["(the)", "[the]", ", the", "(le)", "(la)", "(les)", "(l')"];
/// A name is as good as its letters: so many make one that is run together,
const RUN_TOGETHER: usize = 5;
/// cut off,
const CUT: usize = 8;
/// misspelt alone and in a list of countries,
const MISSPELT: [usize; 2] = [6, 5];
/// and it differs from what it is misspelt as by fewer bytes than this, the words that join others among them.
const NEAR: usize = 8;
const LETTERS: usize = 26;

/// Room for what an entry is turned into.
#[derive(Default)]
struct Room {
    spaced: String,
    folded: String,
    letters: String,
}

thread_local! {
    /// Kept from entry to entry: a headline that names nothing takes no memory.
    static ROOM: Cell<Room> = const { Cell::new(Room { spaced: String::new(), folded: String::new(), letters: String::new() }) };
}

/// The names of countries that begin with a letter.
#[derive(Debug)]
pub(crate) struct Lands {
    names: Rows<Name>,
    shapes: Rows<Shape>,
    /// For each letter and number of words the first of its shapes, and the end.
    firsts: Rows<u32>,
}

packed_row! {
    /// A name of a country. Sorted by key.
    Name {
        key: u32,
        alias: u32,
        entity: u32,
    }
}

packed_row! {
    /// What tells at a glance that a name is not written. Sorted by first letter, then by how many words it has but for those that join
    /// them, then by name.
    Shape {
        /// Its row among the names.
        name: u32,
        /// Which bytes its words have: see [`bytes_of`].
        bytes: u32,
        /// How many bytes it has, and how many of them in letters and digits: no entry has more than such a number holds.
        len: u8,
        letters: u8,
        /// 1 if it counts outside of lists, too.
        sure: u8,
    }
}

impl Lands {
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut names = Vec::new();
        let countries = (0..).zip(tables.entities.iter());
        for (entity, _) in countries.filter(|(_, row)| tables.kinds[usize::from(row.kind)] == EntityKind::Country) {
            for alias in tables.aliases_of(entity).filter(|&alias| is_name(tables, alias)) {
                let key = tables.key_of_alias(alias);
                if !asks(tables, key) && !is_joined(tables.str(tables.aliases.at(alias as usize).text)) {
                    names.push(Name { key, alias, entity });
                }
            }
        }
        names.sort_unstable_by_key(|name| name.key);
        let mut shapes: Vec<(usize, Shape)> = (0..).zip(&names).filter_map(|(row, name)| Shape::of(tables, row, *name)).collect();
        shapes.sort_unstable_by_key(|(place, shape)| (*place, shape.name));
        let firsts = (0..=LETTERS * WORDS).map(|place| shapes.partition_point(|shape| shape.0 < place) as u32).collect();
        Lands { names: names.into_iter().collect(), shapes: shapes.into_iter().map(|(_, shape)| shape).collect(), firsts }
    }

    /// Appends them to what is packed.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        put_rows(out, &self.names);
        put_rows(out, &self.shapes);
        put_rows(out, &self.firsts);
    }

    /// Those that [`pack`](Self::pack) gave.
    pub(crate) fn unpack(reader: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Lands { names: reader.rows()?, shapes: reader.rows()?, firsts: reader.rows()? })
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The shapes of names that begin as a folded text does and have so many words.
    fn shapes(&self, folded: &str, words: RangeInclusive<usize>) -> Slice<'_, Shape> {
        let places = place(folded, *words.start()).zip(place(folded, *words.end()));
        let ends = places.and_then(|(first, last)| self.firsts.get(first).zip(self.firsts.get(last + 1)));
        ends.map_or(self.shapes.slice(0..0), |(from, to)| self.shapes.slice(from as usize..to as usize))
    }

    /// The alias of the country that an entry means; `listed` where its neighbours are countries.
    pub(super) fn find(&self, tables: &Tables, phrases: &Phrases, entry: &str, listed: bool) -> Option<u32> {
        let mut room = ROOM.take();
        let found = self.find_in(&mut room, tables, phrases, entry, listed);
        ROOM.set(room);
        found
    }

    fn find_in(&self, room: &mut Room, tables: &Tables, phrases: &Phrases, entry: &str, listed: bool) -> Option<u32> {
        let Room { spaced, folded, letters } = room;
        let seen = self::spaced(entry, spaced);
        if !listed && is_phrase(phrases, seen) {
            return None;
        }
        folded.clear();
        if !fold_onto(seen, folded) {
            return None;
        }
        let whole = without_article(folded);
        if whole.is_empty() || whole.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        // A name as others write it, but for its capitals or what stands around it; or words that mean something else.
        if let Some(key) = tables.key(whole) {
            return whole_name(tables, key);
        }
        let parts = Parts::of(&[whole])?;
        // `King of Spain` is no kingdom cut short.
        let other = |entry: Entry| entry.is_on(WordList::Remainder) || entry.is_role();
        if parts.iter().any(|part| phrases.get(part.word).is_some_and(other)) {
            return None;
        }
        if let [part] = *parts
            && (is_other_word(phrases, &part) || part.word.strip_suffix('s').is_some_and(|one| tables.key(one).is_some()))
        {
            return None;
        }
        letters.clear();
        letters.extend(squeezed(whole));
        let bytes = bytes_of(letters);
        let joined = |shape: &Shape| {
            usize::from(shape.letters) == letters.len()
                && shape.bytes & !bytes == 0
                && is_squeezed(self.text(tables, shape), letters)
                && words(self.text(tables, shape)).all(|word| word.len() > 1)
        };
        let run_together = || self.only(self.shapes(whole, 1..=WORDS), joined);
        let (count, bytes) = (parts.len(), bytes_of_all(&parts));
        // An accent is no slip: `Croatá` is a town.
        let accents = !listed && seen.chars().map(narrow).any(|c| c.is_alphabetic() && !c.is_ascii());
        let misspelt = |shape: &Shape| {
            shape.sure != 0
                && usize::from(shape.len).abs_diff(whole.len()) < NEAR
                && (shape.bytes ^ bytes).count_ones() <= 2 * MOST_WRONG
                && is_misspelt(&parts, self.text(tables, shape), listed, |part| is_other_word(phrases, part))
                && (!accents || !tables.str(tables.aliases.at(self.name(shape).alias as usize).text).is_ascii())
        };
        let misspelt = || self.only(self.shapes(whole, count..=count), misspelt);
        (letters.len() >= RUN_TOGETHER)
            .then(run_together)
            .flatten()
            .or_else(|| self.abbreviated(tables, whole, &parts))
            .or_else(|| self.cut(tables, whole))
            .or_else(|| self.with_realm(tables, phrases, &parts))
            .or_else(|| of_owner(tables, whole))
            .or_else(|| (letters.len() >= MISSPELT[usize::from(listed)]).then(misspelt).flatten())
    }

    fn name(&self, shape: &Shape) -> Name {
        self.names.at(shape.name as usize)
    }

    /// A name, folded.
    fn text<'t>(&self, tables: &'t Tables, shape: &Shape) -> &'t str {
        tables.folded(self.name(shape).key)
    }

    /// The alias of the only country some of whose names suits.
    fn only(&self, shapes: Slice<'_, Shape>, suits: impl Fn(&Shape) -> bool) -> Option<u32> {
        only_one(shapes.into_iter().filter(suits).map(|shape| self.name(&shape)))
    }

    /// `Cent. Afr. Rep.`, `Papua N. Guin.`, `Tanzania (Utd Rep)`: the words of a name in their order, or what stands behind a comma or in
    /// brackets first.
    fn abbreviated(&self, tables: &Tables, whole: &str, words: &[Part<'_>]) -> Option<u32> {
        let behind = whole.find([',', '(', '[', '/', ':']).map(|sign| (&whole[..sign], &whole[sign + 1..]));
        let turned = behind.and_then(|(first, second)| Parts::of(&[second, first]));
        let mut best: Option<(usize, Name)> = None;
        let mut shared = false;
        for words in [Some(words), turned.as_deref()].into_iter().flatten().filter(|words| !words.is_empty()) {
            let is_land = |part: &Part<'_>| tables.key(part.word).is_some_and(|key| whole_name(tables, key).is_some());
            let (count, bytes) = (words.len(), bytes_of_all(words));
            let shapes = self.shapes(words[0].word, count..=count).into_iter();
            for shape in shapes.filter(|shape| bytes & !shape.bytes == 0) {
                let Some(exact) = abbreviates(words, is_land, self.text(tables, &shape)) else { continue };
                let name = self.name(&shape);
                match best {
                    Some((most, other)) if other.entity == name.entity => {
                        best = Some((most.max(exact), if is_sure(tables, other) { other } else { name }));
                    }
                    Some((most, _)) if most > exact => {}
                    Some((most, _)) if most == exact => shared = true,
                    _ => (best, shared) = (Some((exact, name)), false),
                }
            }
        }
        // Names that count in lists alone are written in full.
        best.filter(|(_, name)| !shared && is_sure(tables, *name)).map(|(_, name)| name.alias)
    }

    /// `Bosnia and Herzegov`, `Trinidad and`: the beginning of names of one country that ends inside a word, or where one must follow.
    fn cut(&self, tables: &Tables, whole: &str) -> Option<u32> {
        let whole = whole.trim_end_matches(|c: char| !c.is_alphanumeric());
        let last = whole.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        let joins = JOINING.contains(&last) && last.len() < whole.len();
        // `Central A` may be America.
        let region = |alias: usize| tables.kinds[usize::from(tables.aliases.at(alias).entity_kind)] == EntityKind::Region;
        let from = tables.keys.partition_point(|key| tables.bytes(key) < whole.as_bytes());
        let mut others =
            (from..tables.keys.len()).take_while(|&row| tables.str(tables.keys.at(row)).starts_with(whole)).take(256);
        // Many places are called after one saint.
        let mut words = words(whole);
        let saint = words.next().is_some_and(|word| SAINTS.contains(&word)) && words.nth(1).is_none() && !joins;
        if whole.len() < CUT || saint || others.any(region) {
            return None;
        }
        // They stand together, since names are sorted.
        let text = |name: Name| tables.folded(name.key);
        let from = self.names.partition_point(|name| text(name) < whole);
        let behind = self.names.slice(from..self.names.len()).into_iter();
        let longer = behind.map_while(|name| Some((name, text(name).strip_prefix(whole)?)));
        let goes_on = |rest: &str| joins && !rest.is_empty() || rest.starts_with(char::is_alphanumeric);
        only_one(longer.filter(|(name, rest)| goes_on(rest) && is_sure(tables, *name)).map(|(name, _)| name))
    }

    /// `Gabon Republic`: a name and what its country is, where no other country's name begins so.
    fn with_realm(&self, tables: &Tables, phrases: &Phrases, parts: &[Part<'_>]) -> Option<u32> {
        let [name, realm] = parts else { return None };
        if !is_on(phrases, WordList::Realm, realm.word) {
            return None;
        }
        let begins = |shape: &Shape| {
            let rest = self.text(tables, shape).strip_prefix(name.word);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let own = |shape: &Shape| self.text(tables, shape) == name.word;
        let shapes = || self.shapes(name.word, 1..=WORDS);
        self.only(shapes(), begins).and_then(|_| self.only(shapes(), own))
    }
}

/// Which bytes a word has, a bit for each but for those that are alike in their last five bits.
fn bytes_of(word: &str) -> u32 {
    word.bytes().fold(0, |bytes, b| bytes | 1 << (b & 31))
}

fn bytes_of_all(parts: &[Part<'_>]) -> u32 {
    parts.iter().fold(0, |bytes, part| bytes | bytes_of(part.word))
}

impl Shape {
    /// The shape of a name, and its place among others.
    fn of(tables: &Tables, row: u32, name: Name) -> Option<(usize, Shape)> {
        let text = tables.folded(name.key);
        let [len, letters] =
            [text.len(), squeezed(text).map(char::len_utf8).sum()].map(|count| count.try_into().unwrap_or(u8::MAX));
        let sure = u8::from(is_sure(tables, name));
        let bytes = words(text).fold(0, |bytes, word| bytes | bytes_of(word));
        Some((place(text, words(text).count())?, Shape { name: row, bytes, len, letters, sure }))
    }
}

/// The place of names that begin as a folded text does and have so many words, if there are such.
fn place(folded: &str, words: usize) -> Option<usize> {
    let letter = usize::from(folded.bytes().next()?.wrapping_sub(b'a'));
    (letter < LETTERS && (1..=WORDS).contains(&words)).then(|| letter * WORDS + words - 1)
}

/// Whether a name counts outside of lists, too.
fn is_sure(tables: &Tables, name: Name) -> bool {
    tables.aliases.at(name.alias as usize).policy == Policy::Always as u8
}

/// The first of some names, if all are one country's.
fn only_one(mut names: impl Iterator<Item = Name>) -> Option<u32> {
    let first = names.next()?;
    names.all(|name| name.entity == first.entity).then_some(first.alias)
}

/// Whether an alias is a country's name, and how it is written by rule.
fn is_name(tables: &Tables, alias: u32) -> bool {
    let row = tables.aliases.at(alias as usize);
    let named = matches!(
        AliasKind::ALL[usize::from(row.kind)],
        AliasKind::Name | AliasKind::Official | AliasKind::Alternative | AliasKind::Historical
    );
    // Alone, or as an entry of a list.
    let cues = || tables.conditions.get(row.condition as usize).map_or("", |condition| tables.str(condition.cues));
    let counts =
        row.policy == Policy::Always as u8 || row.policy == Policy::Context as u8 && matches!(cues(), "*List" | "*Entry");
    row.entity != NONE && named && counts
}

/// Whether a name is another country's with a word before it, as `Virgin Islands` is.
fn asks(tables: &Tables, key: u32) -> bool {
    tables.aliases_of_key(key).map(|alias| tables.aliases.at(alias)).any(|row| {
        let forbids = tables.conditions.get(row.condition as usize).is_some_and(|condition| condition.not_before.len > 0);
        forbids && row.kind != AliasKind::Name as u8
    })
}

/// Whether a name is words run together: `SouthKorea`.
fn is_joined(name: &str) -> bool {
    name.as_bytes().windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase())
}

/// The alias of a country of a key that means nothing else.
fn whole_name(tables: &Tables, key: u32) -> Option<u32> {
    let mut aliases = tables.aliases_of_key(key).map(|alias| alias as u32);
    let land = aliases.clone().find(|&alias| is_name(tables, alias))?;
    let entity = tables.aliases.at(land as usize).entity;
    let is_land = tables.kinds[usize::from(tables.entities.at(entity as usize).kind)] == EntityKind::Country;
    (is_land && aliases.all(|alias| tables.aliases.at(alias as usize).entity == entity)).then_some(land)
}

/// `Falklands (UK)`: a territory with another country in brackets, whose it is.
fn of_owner(tables: &Tables, whole: &str) -> Option<u32> {
    let (name, owner) = whole.strip_suffix([')', ']'])?.split_once(['(', '['])?;
    let land = whole_name(tables, tables.key(name.trim_end())?)?;
    let entity = tables.aliases.at(land as usize).entity;
    let is_territory = |property: PropertyRow| (tables.str(property.name), tables.str(property.value)) == ("status", "territory");
    let is_other = |alias: usize| {
        let row = tables.aliases.at(alias);
        row.entity != entity && tables.kinds[usize::from(row.entity_kind)] == EntityKind::Country
    };
    let owned = tables.key(owner).is_some_and(|owner| tables.aliases_of_key(owner).any(is_other));
    (owned && tables.properties_of(entity).any(is_territory)).then_some(land)
}

/// A text without what cannot be seen, with a space where capitals part words, where dots do and for underscores: `Costa_Rica`, `CostaRica`,
/// `Dom.Rep.`
fn spaced<'r>(text: &'r str, room: &'r mut String) -> &'r str {
    // Mostly there is nothing to change.
    let plain = |b: u8| b.is_ascii() && b != b'_';
    let parts = |two: &[u8]| matches!(two[0], b'a'..=b'z' | b'.') && two[1].is_ascii_uppercase();
    if text.bytes().all(plain) && !text.as_bytes().windows(2).any(parts) {
        return text;
    }
    room.clear();
    let (mut small, mut dotted) = (false, false);
    for c in text.chars().filter(|&c| !is_ignorable(c)) {
        if (small || dotted) && c.is_uppercase() {
            room.push(' ');
        }
        dotted = small && c == '.';
        small = c.is_lowercase();
        room.push(if c == '_' { ' ' } else { c });
    }
    room
}

/// A folded name without its article.
fn without_article(folded: &str) -> &str {
    let folded = folded.strip_prefix("the ").unwrap_or(folded);
    ARTICLES.iter().find_map(|article| folded.strip_suffix(article)).unwrap_or(folded).trim_end()
}

/// Whether a folded word is on a list.
fn is_on(phrases: &Phrases, list: WordList, word: &str) -> bool {
    phrases.get(word).is_some_and(|entry| entry.is_on(list))
}

/// Whether a word is one of English, or without a dot a person's name.
fn is_other_word(phrases: &Phrases, part: &Part<'_>) -> bool {
    let plural = part.word.strip_suffix('s').is_some_and(|one| is_on(phrases, WordList::English, one));
    let name = || [WordList::GivenName, WordList::Surname].into_iter().any(|list| is_on(phrases, list, part.word));
    plural || is_on(phrases, WordList::English, part.word) || !part.dotted && name()
}

/// Whether an entry is a few words of English rather than a name: one of those in small letters is no part of names.
fn is_phrase(phrases: &Phrases, entry: &str) -> bool {
    let words = || entry.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let english = |word: &&str| {
        let small = word.starts_with(char::is_lowercase) && !JOINING.contains(word) && !is_on(phrases, WordList::Realm, word);
        small && is_on(phrases, WordList::English, word)
    };
    words().take(WORDS + 1).count() > WORDS || entry.contains(char::is_uppercase) && words().any(|word| english(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_capitals_part() {
        let mut room = String::new();
        for (written, seen) in [
            ("Costa_Rica", "Costa Rica"),
            ("PapuaNewGuinea", "Papua New Guinea"),
            ("Dom.Rep.", "Dom. Rep."),
            ("U.S.A.", "U.S.A."),
        ] {
            assert_eq!(spaced(written, &mut room), seen);
        }
        assert_eq!(without_article("the gambia"), "gambia");
        assert_eq!(without_article("bahamas (the)"), "bahamas");
        assert_eq!(without_article("bolivie (la)"), "bolivie");
    }
}
