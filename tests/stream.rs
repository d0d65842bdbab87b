//! A text that is read piece by piece gives the mentions of the whole, wherever the pieces end.
#![cfg(feature = "embedded")]

use std::io::{self, Read};

use demarche::{AliasRecord, EntityRecord, Extractor, Gazetteer, Options, OwnedMention, Profile, StreamError};
use proptest::prelude::*;

/// Gives a text `size` bytes at a time, with an interruption now and then.
struct Pieces<'t> {
    text: &'t [u8],
    size: usize,
    reads: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.reads += 1;
        if self.reads.is_multiple_of(5) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let len = self.size.min(out.len()).min(self.text.len());
        out[..len].copy_from_slice(&self.text[..len]);
        self.text = &self.text[len..];
        Ok(len)
    }
}

fn pieces(text: &[u8], size: usize) -> Pieces<'_> {
    Pieces { text, size, reads: 0 }
}

fn whole(extractor: &Extractor, text: &str, options: &Options) -> Vec<OwnedMention> {
    extractor.extract_with(text, options).map(|mention| mention.to_owned()).collect()
}

/// The mentions of a stream, and the error it ends with.
fn streamed(
    extractor: &Extractor,
    text: &[u8],
    options: &Options,
    size: usize,
    step: usize,
    lossy: bool,
) -> (Vec<OwnedMention>, Option<StreamError>) {
    let mut stream = extractor.extract_reader(pieces(text, size), options).step(step);
    if lossy {
        stream = stream.lossy();
    }
    let (mut mentions, mut end) = (Vec::new(), None);
    for mention in stream {
        match mention {
            Ok(mention) => mentions.push(mention),
            Err(error) => end = Some(error),
        }
    }
    (mentions, end)
}

fn assert_same(extractor: &Extractor, text: &str, options: &Options, size: usize, step: usize) {
    let (mentions, error) = streamed(extractor, text.as_bytes(), options, size, step, false);
    assert!(error.is_none(), "{error:?}");
    let expected = whole(extractor, text, options);
    if mentions != expected {
        let at = mentions.iter().zip(&expected).position(|(a, b)| a != b).unwrap_or(mentions.len().min(expected.len()));
        panic!("size {size}, step {step}: {:?} and not {:?}", mentions.get(at), expected.get(at));
    }
}

/// What news is made of, what rules look at, and what is made to be hard. Without spaces at the ends.
const PARTS: [&str; 48] = [
    "Kazakh President Kassym-Jomart Tokayev met US Secretary of State Antony Blinken in Astana.",
    "Tokayev said so.",
    "Blinken left for Tashkent on Tuesday.",
    "Mr. Brown and Bush spoke at length;",
    "George W. Bush",
    "Gordon Brown, the UK prime minister, agreed.",
    "the foreign minister of Uzbekistan",
    "Air France flew to Paris, Texas, and on to Lebanon, Ohio.",
    "Jordan Spieth won. Jordan was third.",
    "Georgia Hartwell met Georgia's prime minister in Georgia.",
    "AUSTRALIA, PAKISTAN OPEN WITH WIN",
    "THE US AND IT",
    "Putin Meets Xi in Beijing Before Summit",
    "see https://example.com/Iran/Iraq and press@Ukraine.example",
    "the C5+1, the G-20 and the Group\nof 20",
    "Guinea-Bissau, Guinea pig, Guinea",
    "Co\u{302}te d\u{2019}Ivoire and U.\u{a0}S. troops",
    "The U.S. and the U.S.S.R.",
    "\n\n",
    "\r\n",
    "\u{200b}\u{ad}\u{200b}",
    "                                        ",
    "--",
    ".",
    "a word and another word of no weight at all",
    "Это не английский текст. 我是中国人。",
    "“Merkel,” said former chancellor Gerhard Schröder.",
    "Chancellor Angela Merkel",
    "the European Commission's president, Ursula von der Leyen",
    "von der Leyen",
    "May",
    "Theresa May was to go in May 2019.",
    "former",
    "then-President Obama",
    "UN chief",
    "UN Secretary-General António Guterres",
    "Guterres",
    "Kim",
    "Kim Jong Un of North Korea",
    "New Mexico and Mexico City",
    "1.\tUnited States\t21\n2.\tChina\t14",
    "Bosnia and Herzegovina, Trinidad and Tobago; Saint Vincent and the Grenadines",
    "Minister of Foreign Affairs of the Republic of Kazakhstan Murat Nurtleu",
    "e\u{301}\u{301}\u{301}",
    "Tokayev, the Kazakh president, and Antony Blinken",
    ", the former US Secretary of State,",
    "his Kazakh counterpart",
    "(then President of Uzbekistan)",
];

/// A stray byte, a cut-off character of two, three and four bytes, a surrogate, an overlong one, further bytes without a first.
const BROKEN: [&[u8]; 7] = [b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x8c", b"\xed\xa0\x80", b"\xc0\xaf", b"\x80\x80"];

/// Long texts of such parts, with stretches without a name between them.
fn texts(parts: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let part = prop_oneof![
        12 => (0..PARTS.len()).prop_map(|i| PARTS[i].to_owned()),
        1 => (1..400usize).prop_map(|n| "and so on and on, ".repeat(n)),
        1 => (1..2500usize).prop_map(|n| "x".repeat(n)),
        1 => (1..600usize).prop_map(|n| " ".repeat(n)),
    ];
    let glue = prop_oneof![8 => Just(" "), 1 => Just(""), 1 => Just("\n")];
    proptest::collection::vec((part, glue), parts)
        .prop_map(|parts| parts.into_iter().flat_map(|(part, glue)| [part, glue.to_owned()]).collect())
}

fn options() -> impl Strategy<Value = Options> {
    let profiles = prop_oneof![Just(Profile::Precision), Just(Profile::Balanced), Just(Profile::Recall)];
    (any::<bool>(), any::<bool>(), any::<bool>(), profiles).prop_map(|(nested, dated, any_case, profile)| {
        let options = Options::new().nested(nested).profile(profile).any_case(any_case);
        if dated { options.as_of("2023-02-28".parse().expect("a date")) } else { options }
    })
}

/// A text two of three lines of which have no capitals, as people type them.
fn typed(text: &str) -> String {
    let lines = text.split_inclusive('\n').enumerate();
    lines.map(|(i, line)| if i % 3 == 0 { line.to_owned() } else { line.to_lowercase() }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 6 } else { 200 }, ..ProptestConfig::default() })]

    #[test]
    fn the_stream_is_the_whole(text in texts(50..900), options in options(), size in 1..9000usize, step in 500..20_000usize) {
        assert_same(Extractor::embedded(), &text, &options, size, step);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 1 } else { 30 }, ..ProptestConfig::default() })]

    /// The window moves with every byte.
    #[test]
    fn byte_by_byte(text in texts(40..80), options in options()) {
        assert_same(Extractor::embedded(), &text, &options, 1, 1);
    }

    #[test]
    fn in_any_case(text in texts(50..400), options in options(), size in 1..9000usize, step in 1..20_000usize) {
        let step = if text.len() > 6000 { step.max(500) } else { step };
        assert_same(Extractor::embedded(), &typed(&text), &options.any_case(true), size, step);
    }

    /// Bytes that are not UTF-8 in between: the same mentions, with spans in the bytes as they were.
    #[test]
    fn with_broken_bytes(
        text in texts(10..60),
        broken in proptest::collection::vec((any::<prop::sample::Index>(), prop::sample::select(&BROKEN)), 1..6),
        options in options(),
        size in 1..40usize,
        step in 1..2000usize,
    ) {
        let mut bytes = text.into_bytes();
        for (place, broken) in broken {
            let place = place.index(bytes.len());
            bytes.splice(place..place, broken.iter().copied());
        }
        let (mentions, error) = streamed(Extractor::embedded(), &bytes, &options, size, step, true);
        prop_assert!(error.is_none());
        // What each byte of the replaced text is in the bytes as they were.
        let (mut lossy, mut places) = (String::new(), Vec::new());
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            places.extend(at..at + chunk.valid().len());
            at += chunk.valid().len();
            lossy.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                places.extend([at; 3]);
                at += chunk.invalid().len();
                lossy.push(char::REPLACEMENT_CHARACTER);
            }
        }
        places.push(at);
        let expected = whole(Extractor::embedded(), &lossy, &options);
        prop_assert_eq!(mentions.len(), expected.len());
        for (mention, mut expected) in mentions.into_iter().zip(expected) {
            expected.end = places[expected.end - 1] + 1;
            expected.start = places[expected.start];
            prop_assert_eq!(mention, expected);
        }

        let (_, error) = streamed(Extractor::embedded(), &bytes, &options, size, step, false);
        let first = std::str::from_utf8(&bytes).err().map(|error| error.valid_up_to() as u64);
        prop_assert!(matches!(error, Some(StreamError::NotUtf8 { offset }) if Some(offset) == first), "{:?} {:?}", error, first);
    }
}

/// Every size and step up to 64, and the usual ones, on one text.
#[test]
fn every_step() {
    let text = PARTS.join(" and ").repeat(if cfg!(debug_assertions) { 8 } else { 40 });
    let options = Options::new().nested(true).as_of("2023-02-28".parse().expect("a date"));
    let steps = if cfg!(debug_assertions) { vec![13, 1000, 65_536] } else { (1..64).chain([1000, 4096, 65_536]).collect() };
    for step in steps {
        assert_same(Extractor::embedded(), &text, &options, step, step);
    }
}

/// Support from afar: a full name thousands of mentions before, and just within and without the reach of the look-ahead.
#[test]
fn support_from_afar() {
    let extractor = Extractor::embedded();
    for distance in (1900..2100).step_by(7) {
        let filler = "word ".repeat(distance / 5);
        let text = format!(
            "{}Brown spoke. {filler}{}Gordon Brown was there. {}Brown",
            "word ".repeat(4000),
            &"xxxxx"[..distance % 5],
            "Mali, ".repeat(9000)
        );
        assert_same(extractor, &text, &Options::new(), 5000, 3000);
    }
}

/// Aliases longer than any window by default, and texts that begin like them.
#[test]
fn long_aliases() {
    let mut builder = Gazetteer::builder();
    let long = vec!["alpha beta"; 3000].join(" ");
    builder.add(EntityRecord::new("x:long", long.clone()));
    builder.add(EntityRecord::new("x:short", "alpha").alias(AliasRecord::new("beta alpha")));
    let extractor = Extractor::new(&builder.build().expect("a gazetteer"));
    let capital = |text: &str| text.replace("alpha", "Alpha").replace("beta", "Beta");
    for text in [
        capital(&format!("{long} {long}, {long}")),
        capital(&format!("{} {long}", &long[..20_000])),
        capital(&format!("{}.", &long[..long.len() - 1])),
        capital(&long).replace(' ', &" ".repeat(20)),
    ] {
        for step in [3000, 70_000] {
            assert_same(&extractor, &text, &Options::new(), 1000, step);
        }
    }
}

#[test]
fn empty_and_tiny() {
    for text in ["", "M", "Mali", " Mali", "Mali.", "é"] {
        for step in [1, 2, 100] {
            assert_same(Extractor::embedded(), text, &Options::new(), 1, step);
        }
    }
}

/// Bytes that are not UTF-8: where they stand, and, where they are replaced, spans in the bytes as they were.
#[test]
fn invalid_utf8() {
    let extractor = Extractor::embedded();
    let mut bytes = Vec::new();
    for broken in BROKEN {
        bytes.extend_from_slice("Talks in Málaga and Astana: ".as_bytes());
        bytes.extend_from_slice(broken);
        bytes.extend_from_slice(b" Mali;");
    }
    for repeat in [1, 2000] {
        let bytes = bytes.repeat(repeat);
        let first = bytes.iter().position(|&b| b == 0xff).expect("a stray byte") as u64;
        let lossy = String::from_utf8_lossy(&bytes);
        let expected = whole(extractor, &lossy, &Options::new());
        for (size, step) in [(1, 1), (2, 7), (1000, 333), (70_000, 65_536)] {
            if cfg!(debug_assertions) && repeat > 1 && step < 100 {
                continue;
            }
            let (mentions, error) = streamed(extractor, &bytes, &Options::new(), size, step, false);
            assert!(matches!(error, Some(StreamError::NotUtf8 { offset }) if offset == first), "{error:?}");
            assert_eq!(mentions.iter().map(|mention| mention.text.as_str()).collect::<Vec<_>>(), ["Astana"]);

            let (mentions, error) = streamed(extractor, &bytes, &Options::new(), size, step, true);
            assert!(error.is_none());
            assert_eq!(mentions.len(), expected.len());
            for (mention, expected) in mentions.iter().zip(&expected) {
                assert_eq!((&mention.id, &mention.text), (&expected.id, &expected.text));
                assert_eq!(&bytes[mention.start..mention.end], mention.text.as_bytes());
            }
        }
    }
    // At the very end of the text.
    let (mentions, error) = streamed(extractor, b"Mali\xe2\x82", &Options::new(), 1, 1, false);
    assert!(matches!(error, Some(StreamError::NotUtf8 { offset: 4 })) && mentions.len() == 1);
    let (mentions, error) = streamed(extractor, b"Mali\xe2\x82", &Options::new(), 1, 1, true);
    assert!(error.is_none() && mentions.len() == 1);
}

#[test]
fn a_reader_that_fails() {
    struct Failing(usize);
    impl Read for Failing {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let text = b"Mali and ".repeat(100);
            self.0 += 1;
            if self.0 > 300 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            let len = text.len().min(out.len());
            out[..len].copy_from_slice(&text[..len]);
            Ok(len)
        }
    }
    let mut stream = Extractor::embedded().extract_reader(Failing(0), &Options::new());
    let given = stream.by_ref().take_while(Result::is_ok).count();
    // What may have gone on is not given.
    assert!((20_000..30_000).contains(&given), "{given}");
    assert!(stream.next().is_none());
    let error = Extractor::embedded().extract_reader(Failing(300), &Options::new()).visit(|_| ()).expect_err("a failure");
    assert!(error.to_string().starts_with("the text cannot be read: "), "{error}");
}

/// What a visitor sees is a whole mention.
#[test]
fn visitors_see_everything() {
    let (extractor, text) = (Extractor::embedded(), PARTS.join(" ").repeat(20));
    let options = Options::new().as_of("2023-02-28".parse().expect("a date"));
    let mut expected = extractor.extract_with(&text, &options);
    let stream = extractor.extract_reader(pieces(text.as_bytes(), 700), &options).step(900);
    stream
        .visit(|mention| {
            let other = expected.next().expect("no more than in the whole");
            assert_eq!((mention.span(), mention.text(), mention.id()), (other.span(), other.text(), other.id()));
            assert_eq!((mention.office(), mention.holds_office()), (other.office(), other.holds_office()));
            assert_eq!((mention.rule(), mention.modifier(), mention.status()), (other.rule(), other.modifier(), other.status()));
            assert_eq!(mention.holders().count(), other.holders().count());
        })
        .expect("a text");
    assert!(expected.next().is_none());
}

/// A line that never ends is looked at in parts, the same ones in a stream and in the whole text.
#[test]
fn in_any_case_without_line_breaks() {
    let text = "kazakh president tokayev met antony blinken of the united states; nobody spoke of turkey. ".repeat(700);
    let capital = format!("{}Mali{}", &text[..30_000], &text[30_000..]);
    for text in [text, capital] {
        let options = Options::new().any_case(true);
        let mentions = whole(Extractor::embedded(), &text, &options);
        assert!(mentions.len() > 2500, "{}", mentions.len());
        assert!(mentions.iter().all(|mention| text[mention.start..mention.end] == mention.text));
        for step in [100, 5000, 65_536] {
            assert_same(Extractor::embedded(), &text, &options, step, step);
        }
    }
}

/// The hits of a long text are judged in stretches: what supports a name may stand in the next one.
#[test]
fn support_in_the_next_stretch() {
    let expected = ["country:KZ", "official:james-baker", "official:james-baker", "country:FR"];
    for gap in (65_300..65_700).step_by(7) {
        let text = format!("Kazakhstan{} Baker said so. James Baker agreed.{} France", " x".repeat(gap / 2), " x".repeat(40_000));
        let found = whole(Extractor::embedded(), &text, &Options::new());
        assert_eq!(found.iter().map(|mention| mention.id.as_str()).collect::<Vec<_>>(), expected, "{gap}");
    }
}

/// The end of a long text that holds nothing else is no text of one entry, but that of a list is an entry.
#[test]
fn entries_at_the_end() {
    for (filler, count) in [("nothing to be found here ", 0), ("nothing to be found here\n", 0), ("Mali\nChad\n", 1)] {
        let text = filler.repeat(100_000 / filler.len()) + "Ukrane";
        let last = text.len() - "Ukrane".len();
        let found = whole(Extractor::embedded(), &text, &Options::new());
        assert_eq!(found.iter().filter(|mention| mention.start == last).count(), count, "{filler:?}");
        assert_same(Extractor::embedded(), &text, &Options::new(), 700, 900);
    }
}
