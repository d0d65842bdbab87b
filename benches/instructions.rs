//! How many instructions does a byte of news cost? A figure that no noise of the machine touches.
//!
//! Needs valgrind. The bench runs itself under callgrind, which counts what a pass over a fixed text takes, behind a first one that
//! compiles what is compiled on first use. `--work JOB` does the work alone, for a profiler.

mod texts;

use std::hint::black_box;
use std::process::Command;

use demarche::{EntityRecord, Extractor, Gazetteer};
use texts::Names;

/// The jobs, and what they are.
const JOBS: [(&str, &str); 7] = [
    ("whole", "whole job, 1,000 names"),
    ("matcher", "  the matcher alone"),
    ("whole20000", "whole job, 20,000 names"),
    ("matcher20000", "  the matcher alone"),
    ("lower", "whole job, 1,000 names, one in fifty with a lower-case start"),
    ("embedded", "whole job, built-in gazetteer"),
    ("embedded-matcher", "  the matcher alone"),
];
const BYTES: usize = 1_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [work, job] = arguments.as_slice()
        && work == "--work"
    {
        return run(job);
    }
    println!("\ninstructions a byte of news");
    for (job, name) in JOBS {
        let Some(figure) = instructions_a_byte(job) else {
            return println!("no figures: valgrind does not run here");
        };
        println!("  {name:60} {figure:6.2}");
    }
}

fn run(job: &str) {
    let names = match job.split_once('-').map_or(job, |(gazetteer, _)| gazetteer) {
        "embedded" => 20_000,
        // `--work whole20000`, `--work densematcher20000`
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
    let pass = if job.contains("matcher") {
        Extractor::count_hits
    } else {
        |extractor: &Extractor, text: &str| extractor.extract(text).count()
    };
    black_box(pass(extractor, &text));
    counted_pass(pass, extractor, &text);
    println!("{}", text.len());
}

/// The pass that is counted.
#[inline(never)]
fn counted_pass(pass: fn(&Extractor, &str) -> usize, extractor: &Extractor, text: &str) {
    black_box(pass(extractor, black_box(text)));
}

/// What the counted pass of a process takes.
fn instructions_a_byte(job: &str) -> Option<f64> {
    let own = std::env::current_exe().ok()?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*counted_pass*"])
        .arg(own)
        .args(["--work", job])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let number = |text: &str| text.trim().parse().ok();
    let report = String::from_utf8_lossy(&output.stderr);
    let instructions: f64 = report.lines().find_map(|line| number(line.split_once("Collected :")?.1))?;
    let bytes: f64 = number(&String::from_utf8_lossy(&output.stdout))?;
    Some(instructions / bytes)
}
