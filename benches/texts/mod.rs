//! Texts and names for the benches: the same on every machine.
//!
//! [`Names`] are those of the crate's own tables, as many single words and first words among them as a gazetteer of politics has; more
//! than these are made of their parts. [`news`] strews them into prose with the figures of wire news: a word starts every 5.9 bytes, a
//! capital or digit every 18, a known name every 171; words are as frequent as
//! their rank says (Zipf's law) among some thirty thousand. [`Figures`] prints what a text has of these.
#![allow(dead_code, reason = "each bench uses its part")]

mod names;

pub use names::Names;

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

    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// A rank from 0 to below `n`: the frequencies are as 1 to rank + 3 (Zipf's law, as Mandelbrot wrote it).
    fn rank(&mut self, n: usize) -> usize {
        (3.0 * ((n + 3) as f64 / 3.0).powf(self.unit()) - 3.0) as usize % n
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
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

const CYRILLIC: &str = "вчера сегодня министр сообщил что переговоры между сторонами продолжатся на следующей неделе и в ходе встречи \
    будут обсуждать торговлю границу поставки газа нефти зерна также он отметил важность договора по словам представителя ведомства \
    участники подписали документ после долгой дискуссии о безопасности региона Однако решение пока не принято Вместе с тем Комиссия \
    рассмотрит новый проект закона который внесли депутаты осенью прошлого года";

const CHINESE: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞";

/// A text, and how many of the given names stand in it.
pub struct Text {
    pub text: String,
    pub known: usize,
}

/// The words of a language: the frequent ones first, then those of the table of English words and forms of them.
fn vocabulary() -> Vec<String> {
    let mut words: Vec<String> = WORDS.split_whitespace().map(str::to_owned).collect();
    let table = include_str!("../../data/english_words.tsv").lines().skip(1).filter_map(|row| row.split('\t').next());
    let mut rest: Vec<String> = Vec::new();
    for word in table.filter(|word| word.bytes().all(|b| b.is_ascii_lowercase()) && word.len() > 2) {
        rest.push(word.to_owned());
        rest.extend(["s", "ed", "ing"].iter().filter(|_| word.len() < 8).map(|ending| format!("{word}{ending}")));
    }
    // Short words are more frequent.
    let mut random = Random::new(3);
    rest.sort_by_cached_key(|word| (10 * word.len() + random.below(70), word.len()));
    words.extend(rest);
    words
}

/// Capitalised words that are nobody's name.
const CAPITALISED: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September \
    October November December Parliament Senate Supreme Court Treasury Christmas Easter Atlantic Catholic Protestant Olympic Street Square \
    North South East West Western Eastern Inc Corp Ltd Co Mr Mrs Dr Gen Col Sen Rep English Nobel Bible Internet Street Reuter I";

/// Prose of at least `bytes` bytes in which one of the names stands every 171 bytes.
///
/// One in ten of them is broken over a line, and one in twenty, if it is longer than one word, is written in capitals.
pub fn news(names: &Names, bytes: usize) -> Text {
    let mut random = Random::new(7);
    let words = vocabulary();
    let capitalised: Vec<&str> = CAPITALISED.split_whitespace().collect();
    let mut text = String::with_capacity(bytes + 200);
    let (mut known, mut line, mut in_sentence, mut sentences) = (0, 0, 0, 0);
    let mut plain = true;
    while text.len() < bytes {
        let before = text.len();
        let start = in_sentence == 0;
        let choice = random.unit();
        // A name is followed by a plain word, so that no two of them make a third.
        if choice < 0.0525 && plain && !start {
            let alias = names.known(&mut random);
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
        } else if choice < 0.22 && plain && !start {
            match random.below(4) {
                0 => text.push_str(&names.stranger(&mut random)),
                1 => text.push_str(random.pick(&capitalised)),
                _ => push_capitalised(&mut text, &words[random.rank(words.len())]),
            }
            plain = false;
        } else if choice < 0.385 && plain {
            // Small numbers are more frequent.
            let number = (random.unit().powi(3) * 3000.0) as u32;
            text.push_str(&number.to_string());
            plain = false;
        } else {
            let word = &words[random.rank(words.len())];
            if start {
                push_capitalised(&mut text, word);
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

fn push_capitalised(text: &mut String, word: &str) {
    text.push_str(&word[..1].to_uppercase());
    text.push_str(&word[1..]);
}

/// Every other word is one of `aliases`.
pub fn dense(aliases: &[&str], bytes: usize) -> Text {
    let mut random = Random::new(11);
    let words = vocabulary();
    let mut text = String::with_capacity(bytes + 100);
    let mut known = 0;
    while text.len() < bytes {
        text.push_str(aliases[random.below(aliases.len())]);
        text.push(' ');
        text.push_str(&words[random.rank(words.len())]);
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
        text.push(characters[random.rank(characters.len())]);
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

/// What a text is like, as far as engines feel it.
pub struct Figures {
    /// Bytes to a word start, and to one that is a capital or a digit.
    pub start: f64,
    pub high: f64,
    /// Different words, and the share of the hundred most frequent ones.
    pub words: usize,
    pub hundred: f64,
}

impl Figures {
    pub fn of(text: &str) -> Self {
        let mut words = std::collections::HashMap::<&str, usize>::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *words.entry(word).or_default() += 1;
        }
        let starts: usize = words.values().sum();
        let high = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let high: usize = words.iter().filter(|(word, _)| high(word)).map(|(_, count)| count).sum();
        let mut counts: Vec<usize> = words.values().copied().collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let hundred: usize = counts.iter().take(100).sum();
        Figures {
            start: text.len() as f64 / starts as f64,
            high: text.len() as f64 / high as f64,
            words: words.len(),
            hundred: hundred as f64 / starts as f64,
        }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "a word starts every {:.1} bytes, a capital or digit every {:.1}; {} different words, the first hundred make {:.0} % of all",
            self.start,
            self.high,
            self.words,
            100.0 * self.hundred
        )
    }
}

/// Checks that a generated text has the figures that the module promises.
pub fn assert_like_news(text: &Text) {
    let figures = Figures::of(&text.text);
    let every = text.text.len() as f64 / text.known as f64;
    assert!((5.6..6.2).contains(&figures.start), "a word starts every {:.2} bytes", figures.start);
    assert!((17.0..19.0).contains(&figures.high), "a capital or digit starts every {:.2} bytes", figures.high);
    assert!((160.0..182.0).contains(&every), "a known name stands every {every:.1} bytes");
}
