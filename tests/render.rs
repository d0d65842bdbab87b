//! Whether each format says what was found, read back by the rules of that format.
#![cfg(feature = "embedded")]

use demarche::render::{Document, Format};
use demarche::{EntityRecord, Extractor, Gazetteer, Options, OwnedMention};
use proptest::prelude::*;
use serde_json::Value;

/// Texts with what formats stumble over: nesting, breaks in names, quotes, markup, other scripts, astral characters, controls.
const TEXTS: [&str; 8] = [
    "Kazakh President Tokayev met US Secretary of State Antony Blinken in Astana.",
    "The foreign minister of\r\nUzbekistan, and the President of\nFrance\n\nJapan, Chad, Niger.",
    "<script>alert(\"Kazakhstan\")</script> & 'France' </mark> <!-- Japan --> &amp;",
    "𝄞 Côte d’Ivoire, Co\u{302}te d'Ivoire, Tu\u{308}rkiye, U.\u{a0}S., Kazakh\u{ad}stan\u{85}Peru\u{2028}Chad",
    "التقى Antony Blinken في Astana، ثم France. שר החוץ של Israel.",
    "\tItaly\u{0}Spain\u{1c}Poland\u{b}Peru\u{c} Norway\r",
    "pro-US non-EU Sino-Russian US-China",
    "",
];

fn document(text: &str) -> Document<'_> {
    let options = Options::new().nested(true).as_of("2023-02-28".parse().unwrap());
    Document::new("news, \"1\"", Extractor::embedded().extract_with(text, &options))
}

/// The characters from `start` to `end`, as Python counts.
fn slice(text: &str, start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

fn json_lines(text: &str) {
    let document = document(text);
    let out = document.render(Format::JsonLines);
    assert_eq!(out.lines().count(), 1);
    let line: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(line["id"], document.id());
    let mentions: Vec<OwnedMention> = serde_json::from_value(line["mentions"].clone()).unwrap();
    assert_eq!(mentions, document.mentions().iter().map(|mention| mention.to_owned()).collect::<Vec<_>>());
    // Key by key what serde writes.
    assert_eq!(line["mentions"].as_array().unwrap().len(), document.mentions().len());
    for (row, mention) in line["mentions"].as_array().unwrap().iter().zip(document.mentions()) {
        let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(row), keys(&serde_json::to_value(mention.to_owned()).unwrap()));
    }
}

/// Splits RFC 4180 into records.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted && chars.next_if_eq(&'\n').is_some() => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            c => field.push(c),
        }
    }
    assert!(!quoted && record.is_empty() && field.is_empty(), "the last record ends");
    records
}

fn csv(text: &str) {
    let document = document(text);
    let records = read_csv(&(Format::Csv.header().to_owned() + &document.render(Format::Csv)));
    assert_eq!(records[0], ["document", "start", "end", "text", "kind", "name", "id", "alias_kind", "confidence", "country"]);
    assert_eq!(records.len(), document.mentions().len() + 1);
    for (record, mention) in records[1..].iter().zip(document.mentions()) {
        let number = |i: usize| record[i].parse::<usize>().unwrap();
        assert_eq!((number(1), number(2)), (mention.start(), mention.end()));
        let texts = [0, 3, 4, 5, 6, 7, 9].map(|i: usize| record[i].as_str());
        let country = mention.country().unwrap_or("");
        let kinds = (mention.kind().as_str(), mention.alias_kind().as_str());
        assert_eq!(texts, [document.id(), mention.text(), kinds.0, mention.name(), mention.id(), kinds.1, country]);
        assert_eq!(record[8].parse::<f32>().unwrap(), mention.confidence());
    }
}

fn conll(text: &str) {
    let document = document(text);
    let out = document.render(Format::Conll);
    let mut lines = out.split('\n');
    assert_eq!((lines.next(), lines.next()), (Some("-DOCSTART-\t-\tO"), Some("")));
    let mut at = 0;
    let mut spans: Vec<(usize, usize, String)> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let [token, id, tag] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line:?} has three columns") };
        // What lies between two tokens is invisible.
        let start = at + text[at..].find(token).unwrap_or_else(|| panic!("{token:?} in {text:?} from {at}"));
        assert!(text[at..start].chars().all(|c| c.is_whitespace() || c.is_control()), "{:?}", &text[at..start]);
        at = start + token.len();
        match tag.split_once('-') {
            None => assert_eq!((tag, id), ("O", "-")),
            Some(("B", label)) => {
                assert_eq!(label.to_lowercase(), id.split_once(':').unwrap().0);
                spans.push((start, at, id.into()));
            }
            Some(("I", _)) => {
                let last = spans.last_mut().expect("I follows B");
                assert_eq!(last.2, id);
                last.1 = at;
            }
            other => panic!("{other:?} is no tag"),
        }
    }
    assert!(text[at..].chars().all(|c| c.is_whitespace() || c.is_control()));
    let mut end = 0;
    let outer = document.mentions().iter().filter(|mention| {
        let outer = mention.start() >= end;
        end = end.max(mention.end());
        outer
    });
    assert_eq!(spans, outer.map(|mention| (mention.start(), mention.end(), mention.id().into())).collect::<Vec<_>>());
}

fn brat(text: &str) {
    let document = document(text);
    let out = document.render(Format::Brat);
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(lines.len(), 2 * document.mentions().len());
    for (i, (pair, mention)) in lines.chunks(2).zip(document.mentions()).enumerate() {
        let [id, place, quote] = pair[0].split('\t').collect::<Vec<_>>()[..] else { panic!("{:?}", pair[0]) };
        assert_eq!(id, format!("T{}", i + 1));
        let (label, fragments) = place.split_once(' ').unwrap();
        assert_eq!(label.to_lowercase(), mention.kind().as_str());
        let fragments = fragments.split(';').map(|fragment| {
            let (start, end) = fragment.split_once(' ').unwrap();
            let text = slice(text, &start.parse().unwrap(), &end.parse().unwrap());
            assert!(!text.contains(['\r', '\n', '\t']));
            text
        });
        assert_eq!(fragments.collect::<Vec<_>>().join(" "), quote);
        let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(visible(quote), visible(mention.text()));
        assert_eq!(pair[1], format!("N{0}\tReference T{0} demarche:{1}\t{2}", i + 1, mention.id(), mention.name()));
    }
}

fn spacy(text: &str) {
    let document = document(text);
    let doc: Value = serde_json::from_str(&document.render(Format::Spacy)).unwrap();
    assert_eq!(doc["text"], text);
    let spans = doc["spans"]["demarche"].as_array().unwrap();
    assert_eq!(spans.len(), document.mentions().len());
    for (span, mention) in spans.iter().zip(document.mentions()) {
        assert_eq!(slice(text, &span["start"], &span["end"]), mention.text());
        assert_eq!(span["kb_id"], mention.id());
        assert_eq!(span["label"].as_str().unwrap().to_lowercase(), mention.kind().as_str());
    }
    let ends = doc["ents"].as_array().unwrap().iter().map(|ent| (ent["start"].as_u64(), ent["end"].as_u64()));
    assert!(ends.collect::<Vec<_>>().windows(2).all(|two| two[0].1 <= two[1].0), "entities do not overlap");
    // Tokens are the text, but for single spaces behind them; each span is whole tokens.
    let tokens = doc["tokens"].as_array().unwrap();
    let mut at = 0;
    for (i, token) in tokens.iter().enumerate() {
        assert_eq!(token["id"], i);
        let start = token["start"].as_u64().unwrap();
        let between = slice(text, &at.into(), &start.into());
        assert!(between.is_empty() || between == " ");
        at = token["end"].as_u64().unwrap();
    }
    assert!(text.chars().count() as u64 - at <= 1);
    for span in spans {
        assert!(tokens.iter().any(|token| token["start"] == span["start"]));
        assert!(tokens.iter().any(|token| token["end"] == span["end"]));
    }
}

fn web_annotation(text: &str) {
    let document = document(text);
    let page: Value = serde_json::from_str(&document.render(Format::WebAnnotation)).unwrap();
    assert_eq!((&page["@context"], &page["type"]), (&"http://www.w3.org/ns/anno.jsonld".into(), &"AnnotationPage".into()));
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), document.mentions().len());
    for (item, mention) in items.iter().zip(document.mentions()) {
        assert_eq!(item["type"], "Annotation");
        assert_eq!(item["body"][0]["source"], format!("urn:demarche:{}", mention.id()));
        assert_eq!(item["target"]["source"], "urn:demarche:document:news%2C%20%221%22");
        let (position, quote) = (&item["target"]["selector"][0], &item["target"]["selector"][1]);
        assert_eq!((&position["type"], &quote["type"]), (&"TextPositionSelector".into(), &"TextQuoteSelector".into()));
        assert_eq!(slice(text, &position["start"], &position["end"]), mention.text());
        let part = |name: &str| quote[name].as_str().unwrap();
        assert_eq!(part("exact"), mention.text());
        assert!(text[..mention.start()].ends_with(part("prefix")) && text[mention.end()..].starts_with(part("suffix")));
        let all = |quoted: &str, there: &str| quoted.chars().count() == there.chars().count().min(32);
        assert!(all(part("prefix"), &text[..mention.start()]) && all(part("suffix"), &text[mention.end()..]));
    }
}

/// The text that a browser would show of markup without entities but those that the page uses.
fn shown(markup: &str) -> String {
    let mut out = String::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at + rest[at..].find('>').expect("a tag ends") + 1..];
    }
    out.push_str(rest);
    for (entity, text) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")] {
        out = out.replace(entity, text);
    }
    out
}

fn html(text: &str) {
    let document = document(text);
    let page = document.render(Format::Html);
    let (_, body) = page.split_once("id=\"text\" dir=\"auto\">").expect("the text");
    let (body, rest) = body.split_once("</div></section>").expect("its end");
    assert_eq!(shown(body), text.replace('\0', "\u{fffd}"));
    // Marks are the mentions, nested as they are.
    let mut spans = Vec::new();
    let mut open = Vec::new();
    let mut at = 0;
    for part in body.split_inclusive('>') {
        let (text, tag) = part.split_once('<').unwrap_or((part, ""));
        at += shown(text).len();
        if tag.starts_with("mark ") {
            open.push(spans.len());
            spans.push((at, 0));
        } else if tag == "/mark>" {
            spans[open.pop().expect("an open mark")].1 = at;
        }
    }
    assert!(open.is_empty());
    let place = |at: usize| text[..at].replace('\0', "\u{fffd}").len();
    assert_eq!(
        spans,
        document.mentions().iter().map(|mention| (place(mention.start()), place(mention.end()))).collect::<Vec<_>>()
    );
    assert_eq!(page.matches("<script").count(), 1, "only the page's own script");
    // Every card that a mention names is there, and says why.
    for card in body.split("data-card=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let (_, card) = rest.split_once(&format!("<div id=\"{card}\"")).expect("the card");
        assert!(card.split_once("</div>").unwrap().0.contains("<dt>Why</dt>"));
    }
}

const CHECKS: [fn(&str); 7] = [json_lines, csv, conll, brat, spacy, web_annotation, html];

#[test]
fn every_format_reads_back() {
    for text in TEXTS {
        for check in CHECKS {
            check(text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_format_reads_back_whatever_the_text(
        parts in prop::collection::vec(
            prop_oneof![
                prop::sample::select(&["Kazakh President", "Tokayev", "the US", "C5+1", "Côte d'Ivoire", "President of\nFrance"][..])
                    .prop_map(String::from),
                prop::sample::select(&[" ", "\n", "\r\n", ", ", "<b>", "&", "\"", "\t", "\0", "\u{301}", "\u{200d}", "𝄞", "-"][..])
                    .prop_map(String::from),
                ".{0,3}",
            ],
            0..24,
        )
    ) {
        let text = parts.concat();
        for check in CHECKS {
            check(&text);
        }
    }
}

#[test]
fn a_break_inside_a_name_makes_fragments() {
    let out = document("the President of\r\n  France").render(Format::Brat);
    assert!(out.starts_with("T1\tOFFICE 4 16;20 26\tPresident of France\n"), "{out}");
}

#[test]
fn a_page_tells_holder_and_rule() {
    let page = document("The US Secretary of State spoke. Lavrov did not.").render(Format::Html);
    for part in [
        "Antony Blinken, <time>2021-01-26</time> to <time>2025-01-20</time>",
        "composed from a country or body and a role (composed-office)",
        "Foreign Minister of Russia, since <time>2004-03-09</time>",
        "a distinctive surname (distinctive)",
        "official_aliases.tsv:",
        "as of <time>2023-02-28</time>",
        "Offices over time",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let undated = Document::new("", Extractor::embedded().extract("The US Secretary of State spoke.")).render(Format::Html);
    assert!(!undated.contains("Antony Blinken") && !undated.contains("Offices over time"), "nothing is claimed without a date");
}

#[test]
fn own_kinds_have_labels_and_are_escaped() {
    let mut builder = Gazetteer::builder();
    builder.add(EntityRecord::new("water <b>:amu", "Amu <Darya>"));
    let extractor = Extractor::new(&builder.build().unwrap());
    let document = Document::new("1", extractor.extract("The Amu <Darya> flows."));
    assert_eq!(document.mentions().len(), 1);
    assert!(
        document.render(Format::Brat).starts_with("T1\tWATER__B_ 4 15\tAmu <Darya>\nN1\tReference T1 demarche:water_<b>:amu\t")
    );
    let page = document.render(Format::Html);
    assert!(page.contains("<mark class=\"custom\"") && page.contains("data-kind=\"water &lt;b&gt;\""));
    assert!(!page.contains("<Darya") && !page.contains("<b>:amu"));
}

#[test]
fn a_document_can_be_thinned() {
    let mut document = document("Kazakh President Tokayev");
    document.retain(|mention| mention.kind().as_str() == "country");
    assert_eq!(document.mentions().len(), 1);
    assert!(document.render(Format::Conll).contains("Kazakh\tcountry:KZ\tB-COUNTRY\nPresident\t-\tO"));
    assert_eq!("spacy".parse::<Format>(), Ok(Format::Spacy));
    assert!(
        "rtf".parse::<Format>().unwrap_err().to_string().contains("json-lines, csv, conll, brat, spacy, web-annotation, html")
    );
}
