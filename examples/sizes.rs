//! What the built-in gazetteer costs with the features at hand: `cargo run --release --example sizes`.

use std::fs;
use std::path::Path;
use std::time::Instant;

use demarche::{EntityKind, Extractor};

fn main() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (packed, text, wider) = (size(&data, "bin"), size(&data, "tsv"), size(&data.join("wider"), "tsv"));
    println!("in the package, before it is compressed: packed {packed}, tables {text}, tables of `wider` {wider} bytes");
    let start = Instant::now();
    let mut officials = 0;
    let used = allocation_counter::measure(|| {
        let entities = Extractor::embedded().gazetteer().entities();
        officials = entities.filter(|entity| *entity.kind() == EntityKind::Official).count();
    });
    println!("officials {officials}; on the heap {} bytes (peak {})", used.bytes_current, used.bytes_max);
    println!("ready after {:.1} ms; this program takes {} bytes", start.elapsed().as_secs_f64() * 1e3, program());
}

/// The bytes of the files of a folder with this ending.
fn size(folder: &Path, ending: &str) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = files.filter(|file| file.path().extension().is_some_and(|found| found == ending));
    files.filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum()
}

fn program() -> u64 {
    std::env::current_exe().and_then(fs::metadata).map_or(0, |file| file.len())
}
