//! How many instructions does a byte of news cost? A figure that no noise of the machine touches.
//!
//! Needs valgrind. The bench runs itself under callgrind, which counts, with one pass over a fixed text and with three; what the two
//! more passes took is what a pass takes. `--work JOB PASSES` does the work alone, for a profiler.

mod texts;

use std::hint::black_box;
use std::process::Command;

use demarche::{EntityRecord, Extractor, Gazetteer};
use texts::Names;

/// The jobs, and what they are.
const JOBS: [(&str, &str); 5] = [
    ("whole", "whole job, 1,000 names"),
    ("matcher", "  the matcher alone"),
    ("lower", "whole job, 1,000 names, one in fifty with a lower-case start"),
    ("embedded", "whole job, built-in gazetteer"),
    ("embedded-matcher", "  the matcher alone"),
];
const BYTES: usize = 1_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [work, job, passes] = arguments.as_slice()
        && work == "--work"
    {
        return run(job, passes.parse().expect("a number of passes"));
    }
    println!("\ninstructions a byte, news of {BYTES} bytes");
    for (job, name) in JOBS {
        let (Some(one), Some(three)) = (count(job, 1), count(job, 3)) else {
            return println!("no figures: valgrind does not run here");
        };
        println!("  {name:60} {:6.1}", (three - one) as f64 / 2.0 / BYTES as f64);
    }
}

fn run(job: &str, passes: usize) {
    let names = match job.split_once('-').map_or(job, |(gazetteer, _)| gazetteer) {
        "embedded" => 20_000,
        // `--work whole20000 PASSES`, `--work densematcher20000 PASSES`
        job => job.trim_start_matches(|c: char| c.is_alphabetic()).parse().unwrap_or(1_000),
    };
    let names = Names::new(names, job == "lower");
    let mut text = match std::env::var_os("DEMARCHE_TEXT") {
        Some(_) => texts::own_text().expect("a text"),
        None if job.starts_with("dense") => {
            texts::dense(&names.aliases.iter().map(String::as_str).collect::<Vec<_>>(), BYTES).text
        }
        None if job.starts_with("repeated") => texts::repeated("Al ", BYTES),
        None => texts::news(&names, BYTES).text,
    };
    if job.ends_with("upper") {
        text.make_ascii_uppercase();
    }
    let own;
    let extractor = if job.starts_with("embedded") {
        Extractor::embedded()
    } else {
        let mut builder = Gazetteer::builder();
        for (i, name) in names.aliases.iter().enumerate() {
            builder.add(EntityRecord::new(format!("name:{i}"), name.as_str()));
        }
        own = Extractor::new(&builder.build().expect("a gazetteer"));
        &own
    };
    for _ in 0..passes {
        let text = black_box(text.as_str());
        black_box(if job.contains("matcher") { extractor.count_hits(text) } else { extractor.extract(text).count() });
    }
}

/// Instructions of a process.
fn count(job: &str, passes: usize) -> Option<u64> {
    let own = std::env::current_exe().ok()?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(own)
        .args(["--work", job, &passes.to_string()])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let report = String::from_utf8_lossy(&output.stderr);
    report.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
}
