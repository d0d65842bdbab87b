//! A gazetteer is rebuilt and swapped in while other threads scan: `cargo run --release --example swap`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use demarche::{EntityRecord, Error, Extractor, Gazetteer};

/// A gazetteer of so many ships, with one more at each generation.
fn extractor(ships: usize) -> Result<Extractor, Error> {
    let mut builder = Gazetteer::builder();
    (0..ships).for_each(|i| _ = builder.add(EntityRecord::new(format!("ship:{i}"), format!("Ship {i}"))));
    Ok(Extractor::new(&builder.build()?))
}

fn main() -> Result<(), Error> {
    let current = ArcSwap::from_pointee(extractor(1000)?);
    let (text, stop) = ("Ship 7 met Ship 1003, and Ship 1009 did not. ".repeat(200), AtomicBool::new(false));
    let started = Instant::now();
    let scans: usize = thread::scope(|scope| -> Result<usize, Error> {
        let scan = || {
            let (mut scans, mut most) = (0, 0);
            loop {
                // The scan that follows the end of the swaps is the last one.
                let last = stop.load(Ordering::Acquire);
                // One pointer is read; a scan keeps its gazetteer to the end, and no lock is held.
                let extractor = current.load_full();
                let found = extractor.extract(&text).count() / 200;
                assert!(found >= most, "a thread never sees an older gazetteer than before");
                (scans, most) = (scans + 1, found);
                if last {
                    assert_eq!(most, 3, "the last gazetteer knows all three ships");
                    return scans;
                }
            }
        };
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(scan)).collect();
        for ships in 1001..=1010 {
            current.store(extractor(ships)?.into());
            thread::sleep(Duration::from_millis(20));
        }
        stop.store(true, Ordering::Release);
        Ok(threads.into_iter().map(|thread| thread.join().expect("a scan")).sum())
    })?;
    println!("{scans} scans of {} bytes on 2 threads and 10 swaps in {:.0?}", text.len(), started.elapsed());
    Ok(())
}
