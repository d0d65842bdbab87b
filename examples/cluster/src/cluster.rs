//! The two kinds of processes of a Ballista cluster, both with the function registered. Nothing distributed is written here.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::{FunctionRegistry, SessionState};
use datafusion::prelude::SessionConfig;

use crate::Failure;
use crate::function::extract_entities;

/// A session that knows the function.
pub fn session(config: SessionConfig) -> datafusion::error::Result<SessionState> {
    let mut state = default_session_builder(config)?;
    state.register_udf(Arc::new(extract_entities()))?;
    Ok(state)
}

/// Plans queries and hands their parts to executors, until it is stopped.
pub async fn scheduler(address: SocketAddr) -> Result<(), Failure> {
    free(address)?;
    let config = SchedulerConfig {
        bind_host: address.ip().to_string(),
        bind_port: address.port(),
        external_host: address.ip().to_string(),
        override_session_builder: Some(Arc::new(session)),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await?;
    Ok(start_server(cluster, address, Arc::new(config)).await?)
}

/// Does the parts of queries that the scheduler hands out, `cores` at a time, until it is stopped.
pub async fn executor(scheduler: SocketAddr, address: SocketAddr, cores: usize) -> Result<(), Failure> {
    let next = address.port().checked_add(1).ok_or("an executor takes its port and the next, which there is not behind 65535")?;
    free(address)?;
    free(SocketAddr::new(address.ip(), next))?;
    reachable(scheduler)?;
    let mut functions = BallistaFunctionRegistry::default();
    let function = extract_entities();
    functions.scalar_functions.insert(function.name().to_owned(), Arc::new(function));
    let config = ExecutorProcessConfig {
        bind_host: address.ip().to_string(),
        external_host: Some(address.ip().to_string()),
        port: address.port(),
        grpc_port: next,
        scheduler_host: scheduler.ip().to_string(),
        scheduler_port: scheduler.port(),
        scheduler_connect_timeout_seconds: 30,
        vcores: cores,
        override_function_registry: Some(Arc::new(functions)),
        ..ExecutorProcessConfig::default()
    };
    Ok(start_executor_process(Arc::new(config)).await?)
}

/// Whether an address can be listened on, said plainly and at once.
fn free(address: SocketAddr) -> Result<(), Failure> {
    TcpListener::bind(address).map(drop).map_err(|error| format!("{address}: {error}; give another port").into())
}

/// Whether a scheduler listens on an address.
pub fn reachable(scheduler: SocketAddr) -> Result<(), Failure> {
    TcpStream::connect_timeout(&scheduler, Duration::from_secs(10))
        .map(drop)
        .map_err(|error| format!("no scheduler at {scheduler}: {error}").into())
}
