//! How long does a fresh process take to its first mention with the built-in gazetteer?
//!
//! The bench starts itself many times over. A child tells the time it took itself; the parent takes the time around the whole process,
//! and around one that does nothing.

use std::process::Command;
use std::time::{Duration, Instant};

use demarche::{Extractor, Gazetteer};

const RUNS: usize = 40;
const TEXT: &str = "The Kazakh foreign minister flew to Astana.";

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("--child") => child(),
        Some("--nothing") => {}
        _ => parent(),
    }
}

/// Prints, in nanoseconds since the start of `main`, when the gazetteer was there, when it was compiled, and when the first mention was.
fn child() {
    let start = Instant::now();
    assert!(!Gazetteer::embedded().is_empty());
    let unpacked = start.elapsed();
    let extractor = Extractor::embedded();
    let compiled = start.elapsed();
    let first = extractor.extract(TEXT).next();
    let done = start.elapsed();
    assert_eq!(first.map(|mention| mention.id()), Some("office:KZ/foreign-minister"));
    println!("{} {} {}", unpacked.as_nanos(), compiled.as_nanos(), done.as_nanos());
}

fn parent() {
    let mut rows: [(&str, Vec<Duration>); 5] = [
        ("gazetteer unpacked", Vec::new()),
        ("compiled", Vec::new()),
        ("first mention", Vec::new()),
        ("whole process", Vec::new()),
        ("a process that does nothing", Vec::new()),
    ];
    for _ in 0..RUNS {
        let (output, elapsed) = run("--child");
        let times = output.split_whitespace().map(|time| Duration::from_nanos(time.parse().expect("nanoseconds")));
        for (row, time) in rows.iter_mut().zip(times.chain([elapsed, run("--nothing").1])) {
            row.1.push(time);
        }
    }
    println!("\nstart-up of a fresh process, built-in gazetteer, {RUNS} runs; ms after the start of main");
    println!("{:30} {:>8} {:>8}", "", "min", "median");
    for (name, mut times) in rows {
        times.sort_unstable();
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!("{name:30} {:8.2} {:8.2}", ms(times[0]), ms(times[times.len() / 2]));
    }
}

fn run(mode: &str) -> (String, Duration) {
    let start = Instant::now();
    let output = Command::new(std::env::current_exe().expect("this bench")).arg(mode).output().expect("a child");
    let elapsed = start.elapsed();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).expect("text"), elapsed)
}
