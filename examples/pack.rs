//! Packs the tables in `data/` into `data/gazetteer.bin`, which the crate ships: `cargo run --release --example pack`.
//!
//! With `--check` it only tells whether the packed file is current.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let packed = demarche::Extractor::pack_tables(&data)?;
    let target = data.join("gazetteer.bin");
    if std::env::args().any(|arg| arg == "--check") {
        let current = std::fs::read(&target)? == packed;
        println!("data/gazetteer.bin is {}", if current { "current" } else { "stale: run cargo run --release --example pack" });
        return Ok(if current { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    std::fs::write(&target, &packed)?;
    println!("data/gazetteer.bin: {} bytes", packed.len());
    Ok(ExitCode::SUCCESS)
}
