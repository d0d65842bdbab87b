//! A gazetteer of a million aliases, synthesized: `cargo run --release --example scale -- [NUMBER]...`
//!
//! Prints, by the number of aliases, the time to read them from a table, to build, to compile, and to load what was saved, the heap that
//! gazetteer and extractor take, the most there was on the way, and the speed on 20 MB of text. Every entity has two aliases and three properties.

use std::time::Instant;

use demarche::{Extractor, Gazetteer};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let numbers: Vec<usize> = std::env::args().skip(1).map(|number| number.parse()).collect::<Result<_, _>>()?;
    println!("  aliases   read ms  build ms  compile ms  load ms  saved MB  heap MB  peak MB    MB/s  mentions");
    for number in if numbers.is_empty() { vec![1_000, 20_000, 200_000, 1_000_000] } else { numbers } {
        let (entities, aliases) = tables(number / 2);
        let mut times = Vec::new();
        let mut clock = Instant::now();
        let mut lap = || times.push(std::mem::replace(&mut clock, Instant::now()).elapsed().as_secs_f64() * 1e3);
        let read = || {
            let mut builder = Gazetteer::builder();
            builder.read_tsv("entities", &entities).and_then(|builder| builder.read_tsv("aliases", &aliases)).expect("tables");
            builder
        };
        let builder = read();
        lap();
        let gazetteer = builder.build()?;
        lap();
        let extractor = Extractor::new(&gazetteer);
        lap();
        let saved = postcard::to_stdvec(extractor.gazetteer())?;
        lap();
        let loaded: Gazetteer = postcard::from_bytes(&saved)?;
        lap();
        assert_eq!((loaded.len(), loaded.alias_count()), (number / 2, extractor.gazetteer().alias_count()));
        let text = text(number / 2);
        lap();
        let mentions = extractor.extract(&text).count();
        lap();
        // Once more, since counting allocations takes time.
        drop((loaded, gazetteer, extractor));
        let mut kept = None;
        let heap = allocation_counter::measure(|| kept = read().build().ok().map(|gazetteer| Extractor::new(&gazetteer)));
        let megabytes = text.len() as f64 / 1e6;
        let (heap, peak) = (heap.bytes_current as f64 / 1e6, heap.bytes_max as f64 / 1e6);
        let (speed, saved) = (megabytes / times[6] * 1e3, saved.len() as f64 / 1e6);
        println!(
            "{number:9} {:9.1} {:9.1} {:11.1} {:8.1} {saved:9.2} {heap:8.2} {peak:8.2} {speed:7.0} {mentions:9}",
            times[0], times[1], times[2], times[4]
        );
    }
    Ok(())
}

/// A word made of syllables by a number: different for different numbers.
fn word(mut number: usize) -> String {
    let mut word = String::new();
    loop {
        word.push(char::from(b"bdfgklmnprstvz"[number % 14]));
        word.push(char::from(b"aeiou"[number / 14 % 5]));
        number /= 70;
        if number == 0 {
            word[..1].make_ascii_uppercase();
            return word;
        }
    }
}

/// The two words that a company's name is made of.
fn name(company: usize) -> (String, String) {
    (word(company % 4096 + 70), word(company + 5000))
}

/// Companies with a name and a further alias each, and a few properties that many share.
fn tables(count: usize) -> (String, String) {
    let (mut entities, mut aliases) = ("id\tname\tcountry_code\tsector\tlisted\n".to_owned(), "id\talias\n".to_owned());
    for i in 0..count {
        let (first, last) = name(i);
        entities.push_str(&format!("company:{i}\t{first} {last}\tX{}\tsector {}\tyes\n", i % 200, i % 30));
        aliases.push_str(&format!("company:{i}\t{last} {first} Group\n"));
    }
    (entities, aliases)
}

/// Words with a name now and then.
fn text(count: usize) -> String {
    let mut text = String::new();
    for i in 0.. {
        let (first, last) = name(i * 7919 % count);
        text.push_str(&format!("Shares of {first} {last} rose on Monday while those of the others in the sector did not move. "));
        if text.len() > 20_000_000 {
            return text;
        }
    }
    text
}
