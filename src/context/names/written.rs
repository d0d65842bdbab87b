//! Do the words of an entry write a name: run together, abbreviated, misspelt?
//!
//! All of it is folded; the words that join others may lack or stand more often.

/// What joins the words of a name, and may lack or stand more often.
pub(super) const JOINING: [&str; 11] = ["and", "of", "the", "de", "et", "du", "des", "y", "e", "da", "del"];
/// What stands before the name of a saint, after whom many places are called.
pub(super) const SAINTS: [&str; 8] = ["st", "saint", "sainte", "san", "santa", "santo", "sao", "sint"];
/// So many letters make an abbreviation, of one word and of several,
const ABBREVIATED: [usize; 2] = [5, 6];
/// A word of so many letters may have one wrong, of so many two.
const WRONG_LETTERS: [usize; 2] = [5, 10];
/// No name has more of them wrong.
pub(super) const MOST_WRONG: u32 = 2;
/// A name of so many letters may be written as it sounds.
const SOUNDING: usize = 6;
/// Consonants that sound alike.
const ALIKE: [[u8; 2]; 6] = [*b"ck", *b"vw", *b"sz", *b"bv", *b"qk", *b"gj"];
/// An abbreviation of so many letters needs no dot, and a word of so many is one that tells whose name it is.
const TELLING: [usize; 2] = [3, 4];

/// No name has more words.
pub(super) const WORDS: usize = 12;

/// A word of an entry, folded.
#[derive(Clone, Copy, Default)]
pub(super) struct Part<'t> {
    pub(in crate::context) word: &'t str,
    pub(super) dotted: bool,
}

/// The words of an entry, but for those that join them.
#[derive(Default)]
pub(super) struct Parts<'t> {
    parts: [Part<'t>; WORDS],
    count: usize,
}

impl<'t> Parts<'t> {
    /// Those of folded texts, one behind the other; none if there are more than names have.
    pub(in crate::context) fn of(texts: &[&'t str]) -> Option<Self> {
        let mut parts = Parts::default();
        for text in texts {
            let mut rest = *text;
            while let Some(start) = rest.find(char::is_alphanumeric) {
                let end = rest[start..].find(|c: char| !c.is_alphanumeric()).map_or(rest.len(), |len| start + len);
                if !JOINING.contains(&&rest[start..end]) {
                    *parts.parts.get_mut(parts.count)? = Part { word: &rest[start..end], dotted: rest[end..].starts_with('.') };
                    parts.count += 1;
                }
                rest = &rest[end..];
            }
        }
        Some(parts)
    }
}

impl<'t> std::ops::Deref for Parts<'t> {
    type Target = [Part<'t>];

    fn deref(&self) -> &[Part<'t>] {
        &self.parts[..self.count]
    }
}

/// Whether letters are those of a folded text.
pub(super) fn is_squeezed(folded: &str, letters: &str) -> bool {
    squeezed(folded).eq(letters.chars())
}

/// The letters of a folded text.
pub(super) fn squeezed(folded: &str) -> impl Iterator<Item = char> {
    folded.chars().filter(|c| c.is_alphanumeric())
}

/// The words of a name, but for those that join them.
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !JOINING.contains(word))
}

/// Whether words abbreviate those of a name, and if so, how many letters of words in full they have. Names of countries by themselves, of
/// which `is_land` tells, abbreviate nothing.
pub(super) fn abbreviates(words: &[Part<'_>], is_land: impl Fn(&Part<'_>) -> bool, name: &str) -> Option<usize> {
    let mut full = self::words(name);
    let (mut exact, mut letters, mut telling, mut initials) = (0, 0, false, false);
    for part in words {
        let word = full.next()?;
        letters += part.word.len();
        if part.word == word {
            exact += word.len();
            telling |= word.len() >= TELLING[1];
        } else if !shortens(part, word) || is_land(part) {
            return None;
        }
        initials |= part.word.len() < TELLING[0];
    }
    let enough = match words {
        // `Bella Bella`
        [one, other] if one.word == other.word => false,
        [part] => part.dotted && letters >= ABBREVIATED[0],
        _ => letters >= ABBREVIATED[1] && (telling || !initials),
    };
    (full.next().is_none() && enough).then_some(exact)
}

/// Whether a word is a shorter form of another: its beginning, or its first and last letter with some between.
fn shortens(part: &Part<'_>, word: &str) -> bool {
    let short = part.word;
    if short.len() >= word.len() || short.as_bytes()[0] != word.as_bytes()[0] {
        return false;
    }
    if word.starts_with(short) {
        return part.dotted || short.len() == 1 || short.len() >= TELLING[0];
    }
    let mut rest = word.bytes();
    let within = short.bytes().all(|b| rest.any(|other| other == b));
    // `nes` is no `Netherlands`.
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let dense = short.len() > TELLING[1] || !short.bytes().skip(1).take(short.len().saturating_sub(2)).any(vowel);
    within && dense && short.bytes().last() == word.bytes().last()
}

/// Whether words are those of a name with a letter wrong here and there: in a list two in a long word, elsewhere one, and in no word that is
/// another, of which `is_other` tells; where no other word bears it out, in a short one only as it happens to those who write.
pub(super) fn is_misspelt(words: &[Part<'_>], name: &str, listed: bool, is_other: impl Fn(&Part<'_>) -> bool) -> bool {
    let borne_out = words.len() > 1 && !SAINTS.contains(&words[0].word);
    let mut full = self::words(name);
    let mut left = MOST_WRONG as usize;
    for part in words {
        let Some(word) = full.next() else { return false };
        let most = 1 + usize::from(listed);
        let admitted = WRONG_LETTERS[..most].iter().filter(|&&letters| word.len() >= letters).count().min(left);
        let differs = |&wrong: &usize| differs_by(part.word.as_bytes(), word.as_bytes(), wrong);
        let wrong = (0..=admitted).find(differs).filter(|&wrong| {
            let slip = || borne_out || word.len() >= WRONG_LETTERS[1] || is_slip(part.word.as_bytes(), word.as_bytes());
            wrong == 0 || listed || slip() && !is_other(part)
        });
        let Some(wrong) = wrong else { return false };
        left -= wrong;
    }
    full.next().is_none()
}

/// Whether a word is another with a letter missing or twice, two exchanged, a vowel for or beside a vowel, an `h` that is not heard, or a letter
/// for one that sounds like it: `Ukrane`, `Mallawi`, `Kuwiat`, `Norwey`, `Portugual`, `Pakisthan`, `Jamaika`.
/// With another letter more or for another it is mostly a word of its own, as `Nakuru` and `Ankola` are towns.
fn is_slip(word: &[u8], name: &[u8]) -> bool {
    let same = word.iter().zip(name).take_while(|(a, b)| a == b).count();
    let (rest, other) = (&word[same..], &name[same..]);
    let behind = rest.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let vowel = |b: &u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    // In short names these make words of their own: `Maicao` is a town.
    let long = name.len() >= SOUNDING;
    match (&rest[..rest.len() - behind], &other[..other.len() - behind]) {
        ([], [_]) => true,
        // What is the same before takes the first of two.
        ([more], []) => {
            let beside = [word[..same].last(), rest.get(1)];
            let unheard = vowel(more) && beside.into_iter().flatten().any(vowel) || *more == b'h' && same > 0;
            beside[0] == Some(more) || long && unheard && rest.len() > 1
        }
        ([a], [b]) => vowel(a) && vowel(b) || long && ALIKE.iter().any(|pair| pair.contains(a) && pair.contains(b)),
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Whether at most so many letters of two words are wrong, missing, too many or exchanged with their neighbour.
fn differs_by(one: &[u8], other: &[u8], most: usize) -> bool {
    if one.len().abs_diff(other.len()) > most {
        return false;
    }
    // What they have in common at both ends.
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - same], &other[..other.len() - same]);
    match (one, other) {
        ([], _) | (_, []) => one.len() + other.len() <= most,
        _ if most == 0 => false,
        ([a, b, one @ ..], [c, d, other @ ..]) if a == d && b == c && differs_by(one, other, most - 1) => true,
        ([_, rest @ ..], [_, others @ ..]) => {
            differs_by(rest, others, most - 1) || differs_by(rest, other, most - 1) || differs_by(one, others, most - 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_letters() {
        let least = |one: &str, other: &str| (0..3).find(|&most| differs_by(one.as_bytes(), other.as_bytes(), most));
        for (one, other, wrong) in [
            ("mali", "mali", Some(0)),
            ("kyrgystan", "kyrgyzstan", Some(1)),
            ("phillipines", "philippines", Some(2)),
            ("isreal", "israel", Some(1)),
            ("venezuala", "venezuela", Some(1)),
            ("slovakia", "slovenia", Some(2)),
            ("iran", "oman", Some(2)),
            ("niger", "malta", None),
        ] {
            assert_eq!(least(one, other), wrong, "{one} {other}");
            assert_eq!(least(other, one), wrong, "{other} {one}");
        }
    }

    #[test]
    fn slips_of_writers() {
        for (word, name) in [
            ("ukrane", "ukraine"),
            ("mallawi", "malawi"),
            ("kuwiat", "kuwait"),
            ("norwey", "norway"),
            ("icland", "iceland"),
            ("portugual", "portugal"),
            ("pakisthan", "pakistan"),
            ("jamaika", "jamaica"),
        ] {
            assert!(is_slip(word.as_bytes(), name.as_bytes()), "{word}");
        }
        for (word, name) in [
            ("nakuru", "nauru"),
            ("ankola", "angola"),
            ("tainan", "taiwan"),
            ("alvand", "aland"),
            ("mali", "mali"),
            ("rubanda", "ruanda"),
            ("senekal", "senegal"),
            ("maicao", "macao"),
            ("marianao", "marianas"),
            ("mongoliay", "mongolia"),
        ] {
            assert!(!is_slip(word.as_bytes(), name.as_bytes()), "{word}");
        }
    }

    #[test]
    fn shorter_forms() {
        let shortens = |short: &str, word: &str| shortens(&Parts::of(&[short]).expect("a word")[0], word);
        for (short, word) in [
            ("utd", "united"),
            ("kgdm", "kingdom"),
            ("isds", "islands"),
            ("st", "saint"),
            ("re.", "republic"),
            ("afr", "african"),
        ] {
            assert!(shortens(short, word), "{short} {word}");
        }
        for (short, word) in [("re", "republic"), ("nes", "netherlands"), ("mali", "mali"), ("rc", "rica"), ("tex", "mexico")] {
            assert!(!shortens(short, word), "{short} {word}");
        }
    }
}
