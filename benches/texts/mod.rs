//! Texts and names for the benches, made from seeds: the same on every machine.
//!
//! [`Names`] are invented persons and bodies; [`news`] strews them into English prose with the densities of wire news: a word starts
//! every 5.9 bytes, a capital or digit every 18, a known name every 171.
#![allow(dead_code, reason = "each bench uses its part")]

use std::collections::HashSet;

/// Pseudo-random numbers (SplitMix64).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    /// A number from 0 to 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    pub fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// A number from 0 to below `n`, the smaller ones more often; the higher the power the more so.
    fn skewed(&mut self, n: usize, power: i32) -> usize {
        (self.unit().powi(power) * n as f64) as usize
    }

    /// A rank from 0 to below `n`. With power 1 the second is half as frequent as the first, the third a third (Zipf's law); with
    /// power 2 half of all are among the first ten of thousands, as with the names in news.
    fn rank(&mut self, n: usize, power: i32) -> usize {
        ((n as f64).powf(self.unit().powi(power)) as usize - 1).min(n - 1)
    }
}

/// English words as news uses them, the frequent ones first.
const WORDS: &str = "the of to and in a said for that on is it was by at with from as be are not will has its an have but he or been \
    were which this would they had who more their after about than two also we no over other could one if all new first last there when \
    out up last year against some while his percent people only told three may into can week before under most made such month now any \
    made own between since during because four where off late being down both then time still next set since through should next early \
    price market trade talks week plan rate share bank oil group part state report deal high end day move back per cent work tax law \
    vote cut call need aid court case arms army staff force war peace crisis border price police public party local major foreign \
    leader leaders official officials minister ministers president government policy reform budget growth export exports import \
    imports currency inflation quarter profit loss losses company companies industry bankers traders dealers analysts investors \
    economic financial political military central national federal regional joint common strong weak rise rose fall fell gain gained \
    lower higher record level levels ahead meeting summit visit session agreement treaty statement proposal decision agenda issue \
    issues problem problems effort efforts pressure support demand supply output grain wheat sugar coffee cotton copper crude barrel \
    barrels tonnes miles metres bridge harbour railway airport village district province island river valley winter summer spring \
    morning evening night weekend yesterday today tomorrow earlier later recently already almost nearly around within without despite \
    although however whether among across along behind beyond toward near far long short small large big great good better best worse \
    worst full half whole single double third fourth fifth sixth hundred thousand million billion dollar dollars pounds francs marks \
    lira peso rupee bonds bond stock stocks shares dividend offer bid stake merger buyer seller owner owners worker workers farmer \
    farmers teacher teachers student students doctor doctors soldier soldiers pilot judge lawyer editor writer singer player coach \
    committee commission council assembly parliament senate cabinet ministry embassy delegation mission observers monitors \
    inspectors refugees migrants hostages prisoners rebels guerrillas militia troops convoy shelling ceasefire truce sanctions \
    embargo blockade reactor missile missiles warhead satellite launch test tests treaty verification withdrawal elections ballot \
    turnout coalition opposition majority minority constitution amendment referendum independence sovereignty autonomy negotiations \
    consultations cooperation development environment agriculture transport education health housing energy electricity telephone \
    television newspaper magazine interview conference briefing spokesman spokeswoman secretary chairman governor director manager \
    estimated expected announced declined rejected approved signed agreed warned accused denied admitted confirmed suggested proposed \
    demanded insisted reported described explained added noted began ended opened closed started stopped continued returned arrived";

/// Capitalised words that are nobody's name.
const CAPITALISED: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September \
    October November December Parliament Senate Supreme Court Treasury Christmas Easter Atlantic Catholic Protestant Olympic Street Square \
    North South East West Western Eastern Inc Corp Ltd Co Mr Mrs Dr Gen Col Sen Rep English Nobel Bible Internet Street Reuter";

const CYRILLIC: &str = "вчера сегодня министр сообщил что переговоры между сторонами продолжатся на следующей неделе и в ходе встречи \
    будут обсуждать торговлю границу поставки газа нефти зерна также он отметил важность договора по словам представителя ведомства \
    участники подписали документ после долгой дискуссии о безопасности региона Однако решение пока не принято Вместе с тем Комиссия \
    рассмотрит новый проект закона который внесли депутаты осенью прошлого года";

const CHINESE: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞";

/// Invented names, and the parts that news makes other names of.
pub struct Names {
    pub aliases: Vec<String>,
    /// First names of the aliases, the frequent ones first.
    given: Vec<String>,
    /// Surnames that no alias has.
    strangers: Vec<String>,
    /// Capitalised words that name nobody.
    capitalised: Vec<&'static str>,
}

impl Names {
    /// `count` aliases: mostly two words, a fifth of them single surnames, a few with hyphens, accents, initials or all in capitals.
    /// With `lower`, one in fifty starts with a lower-case word (`al-Dravor`, `van Stenwick`).
    pub fn new(count: usize, lower: bool) -> Self {
        let mut random = Random::new(count as u64);
        let mut taken: HashSet<String> =
            WORDS.split_whitespace().chain(CAPITALISED.split_whitespace()).map(str::to_lowercase).collect();
        let mut seen = taken.clone();
        let mut pool = |n: usize, surname: bool| {
            let mut pool = Vec::with_capacity(n);
            while pool.len() < n {
                let name = invent(&mut random, surname);
                if taken.insert(name.to_lowercase()) {
                    pool.push(name);
                }
            }
            pool
        };
        let given = pool(count / 6 + 20, false);
        let surnames = pool(count * 2 / 5 + 20, true);
        let strangers = pool(count / 10 + 200, true);
        let mut aliases = Vec::with_capacity(count);
        while aliases.len() < count {
            let first = &given[random.skewed(given.len(), 2)];
            let last = &surnames[random.below(surnames.len())];
            let alias = match random.below(1000) {
                0..210 => last.clone(),
                210..220 => abbreviation(&mut random),
                220..250 => format!("{first} {last}-{}", surnames[random.below(surnames.len())]),
                250..270 => format!("{first} {}", last.replacen('a', "á", 1).replacen('o', "ö", 1)),
                270..340 => format!("{first} {}. {last}", char::from(b'A' + random.below(26) as u8)),
                340..400 => format!("{first} {} {last}", given[random.below(given.len())]),
                400..410 => format!("Al {last}"),
                410..430 if lower => format!("{}{last}", random.pick(&["al-", "van ", "de la ", "bin "])),
                _ => format!("{first} {last}"),
            };
            let plain = alias.replace('á', "a").replace('ö', "o").to_lowercase();
            if seen.insert(plain) {
                aliases.push(alias);
            }
        }
        Names { aliases, given, strangers, capitalised: CAPITALISED.split_whitespace().collect() }
    }

    /// A capitalised piece of prose that is no alias, though it may start like one.
    fn stranger(&self, random: &mut Random) -> String {
        let last = &self.strangers[random.rank(self.strangers.len(), 2)];
        match random.below(4) {
            0 => format!("{} {last}", self.given[random.rank(self.given.len(), 2)]),
            1 => last.clone(),
            _ => random.pick(&self.capitalised).to_owned(),
        }
    }
}

fn invent(random: &mut Random, surname: bool) -> String {
    const ONSETS: [&str; 28] = [
        "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kh", "l", "m", "n", "p", "pr", "r", "s", "sh", "st",
        "t", "th", "tr", "v", "y", "z",
    ];
    const VOWELS: [&str; 9] = ["a", "e", "i", "o", "u", "a", "e", "ai", "ou"];
    const SURNAMES: [&str; 20] = [
        "nov", "sky", "rsen", "ndez", "llini", "wick", "mura", "sson", "rri", "yev", "dze", "kis", "nko", "lds", "rton", "nga",
        "vich", "zai", "lu", "ck",
    ];
    const GIVEN: [&str; 12] = ["n", "ra", "l", "s", "na", "rt", "m", "d", "la", "ck", "sha", "v"];
    let mut name = String::new();
    for _ in 0..1 + random.below(2) {
        name.push_str(random.pick(&ONSETS));
        name.push_str(random.pick(&VOWELS));
    }
    name.push_str(if surname { random.pick(&SURNAMES) } else { random.pick(&GIVEN) });
    let mut capitalised = name[..1].to_uppercase();
    capitalised.push_str(&name[1..]);
    capitalised
}

fn abbreviation(random: &mut Random) -> String {
    (0..3 + random.below(3)).map(|_| char::from(b'A' + random.below(26) as u8)).collect()
}

/// A text, and how many of the given names stand in it.
pub struct Text {
    pub text: String,
    pub known: usize,
}

/// Prose of at least `bytes` bytes in which one of `aliases` stands every 171 bytes.
///
/// One in ten of them is broken over a line, and one in twenty, if it is longer than one word, is written in capitals.
pub fn news(names: &Names, aliases: &[&str], bytes: usize) -> Text {
    let mut random = Random::new(7);
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut text = String::with_capacity(bytes + 200);
    let (mut known, mut line, mut in_sentence, mut sentences) = (0, 0, 0, 0);
    let mut plain = true;
    while text.len() < bytes {
        let before = text.len();
        let start = in_sentence == 0;
        let choice = random.unit();
        // A name is followed by a plain word, so that no two of them make a third.
        if choice < 0.0455 && plain {
            let alias = aliases[random.rank(aliases.len(), 2)];
            match random.below(20) {
                0 | 1 => text.push_str(&alias.replacen(' ', "\n", 1)),
                2 if alias.contains(' ') => text.push_str(&alias.to_uppercase()),
                _ => text.push_str(alias),
            }
            if random.chance(0.08) {
                text.push_str("'s");
            }
            known += 1;
            plain = false;
        } else if choice < 0.20 && plain {
            text.push_str(&names.stranger(&mut random));
            plain = false;
        } else if choice < 0.325 && plain {
            let number = random.skewed(3000, 3).to_string();
            text.push_str(&number);
            plain = false;
        } else {
            let word = words[random.skewed(words.len(), 3)];
            if start {
                text.push_str(&word[..1].to_uppercase());
                text.push_str(&word[1..]);
            } else {
                text.push_str(word);
            }
            plain = true;
        }
        in_sentence += 1;
        if in_sentence > 8 && random.chance(0.09) {
            text.push('.');
            (in_sentence, plain) = (0, true);
            sentences += 1;
        } else if random.chance(0.05) {
            text.push(',');
        }
        line += text.len() - before;
        if in_sentence == 0 && sentences % 4 == 0 {
            text.push_str("\n\n");
            line = 0;
        } else if line > 66 {
            text.push('\n');
            line = 0;
        } else {
            text.push(' ');
        }
    }
    Text { text, known }
}

/// Every other word is one of `aliases`.
pub fn dense(aliases: &[&str], bytes: usize) -> Text {
    let mut random = Random::new(11);
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut text = String::with_capacity(bytes + 100);
    let mut known = 0;
    while text.len() < bytes {
        text.push_str(aliases[random.below(aliases.len())]);
        text.push(' ');
        text.push_str(words[random.skewed(words.len(), 3)]);
        text.push(if random.chance(0.1) { '\n' } else { ' ' });
        known += 1;
    }
    Text { text, known }
}

pub fn cyrillic(bytes: usize) -> String {
    let mut random = Random::new(13);
    let words: Vec<&str> = CYRILLIC.split_whitespace().collect();
    let mut text = String::with_capacity(bytes + 50);
    while text.len() < bytes {
        text.push_str(words[random.below(words.len())]);
        text.push_str(if random.chance(0.1) { ". " } else { " " });
    }
    text
}

pub fn chinese(bytes: usize) -> String {
    let mut random = Random::new(17);
    let characters: Vec<char> = CHINESE.chars().collect();
    let mut text = String::with_capacity(bytes + 50);
    while text.len() < bytes {
        text.push(characters[random.skewed(characters.len(), 2)]);
        if random.chance(0.07) {
            text.push(if random.chance(0.3) { '。' } else { '，' });
        }
    }
    text
}

/// `piece` again and again.
pub fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// The file that `DEMARCHE_TEXT` names, if it names one.
pub fn own_text() -> Option<String> {
    let path = std::env::var_os("DEMARCHE_TEXT")?;
    Some(std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("DEMARCHE_TEXT={}: {error}", path.display())))
}

/// How many bytes of `text` there are to a word start, and to a word start that is a capital or a digit.
pub fn densities(text: &str) -> (f64, f64) {
    let (mut starts, mut high, mut inside) = (0usize, 0usize, false);
    for c in text.chars() {
        let word = c.is_alphanumeric();
        if word && !inside {
            starts += 1;
            high += usize::from(c.is_uppercase() || c.is_numeric());
        }
        inside = word;
    }
    (text.len() as f64 / starts as f64, text.len() as f64 / high as f64)
}

/// Checks that a generated text has the densities that the module promises.
pub fn assert_like_news(text: &Text) {
    let (start, high) = densities(&text.text);
    let every = text.text.len() as f64 / text.known as f64;
    assert!((5.6..6.2).contains(&start), "a word starts every {start:.2} bytes");
    assert!((17.0..19.0).contains(&high), "a capital or digit starts every {high:.2} bytes");
    assert!((160.0..182.0).contains(&every), "a known name stands every {every:.1} bytes");
}
