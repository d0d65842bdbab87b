//! How do documents become results: one thread reads, all extract, one writes, with a few batches in between.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use demarche::{Extractor, Gazetteer, Options};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Serialize;

use crate::documents::{self, Broken, Document, Documents};
use crate::parts::{Answer, Part, Run};
use crate::{Arguments, Failure};

/// Documents and bytes of text after which a batch is full.
const BATCH: (usize, usize) = (512, 4 << 20);

/// What is read, then what is found, and where in the input the next batch starts.
struct Batch<T> {
    items: Vec<T>,
    broken: Vec<Broken>,
    next: u64,
}

/// Runs until the end of the input or until it is to stop; gives the number of broken documents.
pub fn run(arguments: &Arguments, stop: &AtomicBool) -> Result<u64, Failure> {
    let len = documents::open(&arguments.input, 0, arguments.max_bytes)?.len();
    let run = Run {
        input: arguments.input.canonicalize()?,
        len,
        profile: format!("{:?}", arguments.profile),
        nested: arguments.nested,
        data_version: Gazetteer::embedded().data_version().into(),
    };
    let (parts, position) = run.resume(&arguments.out)?;
    let documents = documents::open(&arguments.input, position, arguments.max_bytes)?;
    let bar = ProgressBar::new(len).with_position(position);
    bar.set_style(ProgressStyle::with_template("{bar:40} {percent}% {msg} {elapsed} gone, {eta} left")?);
    if position > 0 && position < len {
        eprintln!("going on behind part {parts}");
    }

    thread::scope(|scope| {
        let (give_read, read) = sync_channel(1);
        let (give_found, found) = sync_channel(1);
        scope.spawn(move || read_all(documents, stop, &give_read));
        scope.spawn(move || {
            for batch in read {
                if give_found.send(extract(batch, arguments)).is_err() {
                    break;
                }
            }
        });
        write_all(found.into_iter(), arguments, parts, &bar)
    })
}

fn read_all(mut documents: Box<dyn Documents>, stop: &AtomicBool, give: &SyncSender<Batch<Document>>) {
    loop {
        let (mut items, mut broken, mut bytes, mut ended) = (Vec::new(), Vec::new(), 0, false);
        while items.len() + broken.len() < BATCH.0 && bytes < BATCH.1 && !ended {
            match documents.next() {
                Some(Ok(document)) => {
                    bytes += document.text.len();
                    items.push(document);
                }
                Some(Err(problem)) => broken.push(problem),
                None => ended = true,
            }
        }
        let next = documents.position();
        if give.send(Batch { items, broken, next }).is_err() || ended || stop.load(Ordering::Relaxed) {
            return;
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<demarche::Date>,
    mentions: &'a [demarche::OwnedMention],
}

fn extract(batch: Batch<Document>, arguments: &Arguments) -> Batch<Answer> {
    let answer = |Document { id, text, date }: Document| {
        let mut options = Options::new().profile(arguments.profile).nested(arguments.nested);
        if let Some(date) = date {
            options = options.as_of(date);
        }
        let mentions: Vec<_> = Extractor::embedded().extract_with(&text, &options).map(|mention| mention.to_owned()).collect();
        let mut line = serde_json::to_vec(&Line { id: &id, date, mentions: &mentions }).expect("texts and numbers");
        line.push(b'\n');
        Answer { id, date, bytes: text.len(), mentions, line }
    };
    let items = batch.items.into_par_iter().with_min_len(8).map(answer).collect();
    Batch { items, broken: batch.broken, next: batch.next }
}

fn write_all(
    batches: impl Iterator<Item = Batch<Answer>>,
    arguments: &Arguments,
    mut number: u32,
    bar: &ProgressBar,
) -> Result<u64, Failure> {
    let mut part: Option<Part> = None;
    let (mut broken, mut documents, mut next) = (0, 0, bar.position());
    for batch in batches {
        for problem in &batch.broken {
            bar.suspend(|| eprintln!("{}: {}", problem.place, problem.message));
        }
        broken += batch.broken.len() as u64;
        documents += batch.items.len();
        next = batch.next;
        bar.set_message(format!("{documents} documents,"));
        bar.set_position(next);
        if batch.items.is_empty() && batch.broken.is_empty() {
            continue;
        }
        if part.is_none() {
            number += 1;
            part = Some(Part::create(&arguments.out, number)?);
        }
        let open = part.as_mut().expect("it was made");
        open.write(&batch.items)?;
        open.counts.broken += batch.broken.len() as u64;
        if open.counts.documents >= arguments.part as u64
            && let Some(full) = part.take()
        {
            full.finish(next)?;
        }
    }
    if let Some(last) = part {
        last.finish(next)?;
    }
    bar.finish_and_clear();
    Ok(broken)
}
