//! The mentions of a text of any length, in bounded memory: `cargo run --release --example stream -- [--lossy] [FILE]`.
//!
//! `--synthesize MB` makes a text of that many megabytes instead of reading one. Prints speed and, on Linux, the most memory used.

use std::io::{self, Read};
use std::time::Instant;

use demarche::{Extractor, Options};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let lossy = arguments.first().is_some_and(|first| first == "--lossy");
    arguments.drain(..usize::from(lossy));
    let reader: Box<dyn Read> = match &arguments[..] {
        [flag, megabytes] if flag == "--synthesize" => Box::new(text().take(megabytes.parse::<u64>()? * 1_000_000)),
        [file] => Box::new(std::fs::File::open(file)?),
        _ => Box::new(io::stdin().lock()),
    };
    let (mut stream, mut mentions, mut last) = (Extractor::embedded().extract_reader(reader, &Options::new()), 0u64, 0);
    if lossy {
        stream = stream.lossy();
    }
    let start = Instant::now();
    stream.visit(|mention| (mentions, last) = (mentions + 1, mention.end()))?;
    let (seconds, megabytes) = (start.elapsed().as_secs_f64(), last as f64 / 1e6);
    println!("{mentions} mentions up to byte {last}: {seconds:.2} s, {:.0} MB/s", megabytes / seconds);
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        status.lines().filter(|line| line.starts_with("VmHWM")).for_each(|line| println!("{line}"));
    }
    Ok(())
}

/// A text without end, of news with names and of words without.
fn text() -> impl Read {
    let names =
        ["Kazakh President Tokayev met Antony Blinken in Astana. ", "The UN chief left for Addis Ababa; Guterres had said so. "];
    let plain = "and then there was nothing more to say about the weather of that day, which had been fair and mild ".repeat(20);
    let pieces = names.map(|name| io::Cursor::new(format!("{name}{plain}\n\n")));
    Endless { pieces, at: 0 }
}

struct Endless {
    pieces: [io::Cursor<String>; 2],
    at: usize,
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let piece = &mut self.pieces[self.at % 2];
        let len = piece.read(out)?;
        if len == 0 {
            piece.set_position(0);
            self.at += 1;
            return self.read(out);
        }
        Ok(len)
    }
}
