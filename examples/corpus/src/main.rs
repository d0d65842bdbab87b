//! Runs the crate over a corpus of any size, in parallel and in bounded memory.
//!
//! `cargo run --release -- INPUT --out FOLDER`; see the README beside this folder's Cargo.toml.

mod counts;
mod documents;
mod parts;
mod picture;
mod pipeline;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Parser;
use demarche::Profile;

/// Extracts the mentions of a corpus into JSON Lines and Parquet, and reports on them.
///
/// Stopped, by ctrl-C or by force, it goes on where it was when started again with the same arguments.
#[derive(Parser)]
pub struct Arguments {
    /// A folder of .txt files, a .jsonl file or a .parquet file; the latter two with id, text and, where known, date.
    input: PathBuf,
    /// Where the results go.
    #[arg(long)]
    out: PathBuf,
    /// How sure a mention must be: precision, balanced or recall.
    #[arg(long, default_value = "balanced")]
    profile: Profile,
    /// Also write mentions inside others.
    #[arg(long)]
    nested: bool,
    /// Documents a part: what a crash can lose.
    #[arg(long, default_value_t = 20_000)]
    part: usize,
    /// Longer documents are reported and left out.
    #[arg(long, default_value_t = 16 << 20, value_name = "BYTES")]
    max_bytes: usize,
}

/// What stops a run; a broken document does not.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    if let Err(error) = ctrlc::set_handler(move || asked.store(true, Ordering::Relaxed)) {
        eprintln!("ctrl-C will end the run at once: {error}");
    }
    match pipeline::run(&arguments, &stop).and_then(|problems| Ok((problems, report::write(&arguments.out)?))) {
        Ok(_) if stop.load(Ordering::Relaxed) => {
            eprintln!("stopped; what is written is complete, and the same command goes on from here");
            ExitCode::from(130)
        }
        Ok((0, summary)) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Ok((problems, summary)) => {
            println!("{summary}");
            eprintln!("{problems} broken documents were left out in this run");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
