//! Entities in SQL, on one machine or on several: `extract_entities(text [, date])` for Apache DataFusion and Apache Ballista.

mod cluster;
mod function;
mod sample;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use ballista::prelude::SessionContextExt;
use ballista_core::utils::default_config_producer;
use clap::{Parser, Subcommand};
use datafusion::arrow::array::{Array, ArrayRef, RecordBatch, StringArray};
use datafusion::arrow::csv::Writer;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};

/// Entities in SQL, on one machine or on several.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes documents to try it on (id, text, date) as Parquet files.
    Sample {
        folder: PathBuf,
        #[arg(long, default_value_t = 100_000)]
        documents: usize,
        #[arg(long, default_value_t = 8)]
        files: usize,
    },
    /// Answers a query over the Parquet files of a folder, the table `docs`; CSV to standard output, the time to standard error.
    Query {
        folder: String,
        /// It may start with a comment.
        #[arg(allow_hyphen_values = true)]
        sql: String,
        /// Where a scheduler listens; without it the query runs in this process.
        #[arg(long)]
        scheduler: Option<SocketAddr>,
        /// Parts that run side by side.
        #[arg(long, default_value_t = 2)]
        partitions: usize,
    },
    /// Runs a Ballista scheduler.
    Scheduler { address: SocketAddr },
    /// Runs a Ballista executor; it takes this port and the next.
    Executor {
        scheduler: SocketAddr,
        address: SocketAddr,
        /// Parts of queries that it does at a time.
        #[arg(long, default_value_t = 1)]
        cores: usize,
    },
}

type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Sample { folder, documents, files } => sample::write(&folder, documents, files.max(1)),
        Command::Query { folder, sql, scheduler, partitions } => query(&folder, &sql, scheduler, partitions.max(1)).await,
        Command::Scheduler { address } => cluster::scheduler(address).await,
        Command::Executor { scheduler, address, cores } => cluster::executor(scheduler, address, cores.max(1)).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn query(folder: &str, sql: &str, scheduler: Option<SocketAddr>, partitions: usize) -> Result<(), Failure> {
    // The one line in which a cluster differs from a single process.
    let context = match scheduler {
        Some(address) => {
            cluster::reachable(address)?;
            let config = default_config_producer().with_target_partitions(partitions);
            SessionContext::remote_with_state(&format!("df://{address}"), cluster::session(config)?).await?
        }
        None => SessionContext::new_with_state(cluster::session(SessionConfig::new().with_target_partitions(partitions))?),
    };
    // Ballista gives its sessions functions of its own in place of those that the state had.
    context.register_udf(function::extract_entities());
    if !Path::new(folder).exists() {
        return Err(format!("{folder}: no such file or folder; `sample {folder}` makes one to try").into());
    }
    context.register_parquet("docs", folder, ParquetReadOptions::default()).await?;
    let start = Instant::now();
    let batches = context.sql(sql).await?.collect().await?;
    let seconds = start.elapsed().as_secs_f64();
    let mut writer = Writer::new(std::io::stdout().lock());
    for batch in &batches {
        writer.write(&flat(batch)?)?;
    }
    eprintln!("{} rows in {seconds:.2} s", batches.iter().map(|batch| batch.num_rows()).sum::<usize>());
    Ok(())
}

/// A batch with its lists and structs written out as text, as CSV needs it.
fn flat(batch: &RecordBatch) -> Result<RecordBatch, Failure> {
    let mut columns: Vec<(&str, ArrayRef)> = Vec::new();
    for (field, column) in batch.schema_ref().fields().iter().zip(batch.columns()) {
        let column = if column.data_type().is_nested() {
            let options = FormatOptions::default();
            let shown = ArrayFormatter::try_new(column, &options)?;
            Arc::new(StringArray::from_iter_values((0..column.len()).map(|row| shown.value(row).to_string())))
        } else {
            Arc::clone(column)
        };
        columns.push((field.name(), column));
    }
    Ok(RecordBatch::try_from_iter(columns)?)
}
