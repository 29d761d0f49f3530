//! `touchstone sweep`: forgets what is old enough; `serve` does it once a day.

use std::process::ExitCode;

use super::Database;
use crate::{
    clock::Clock,
    retention::{self, Retention},
};

/// The flags of `sweep`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    retention: Retention,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let store = arguments.database.open()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let swept = runtime.block_on(retention::sweep(
        &store,
        arguments.retention,
        Clock::System.now(),
    ))?;
    println!(
        "{} checks, {} deliveries, {} capture jobs and {} inspections forgotten",
        swept.checks, swept.deliveries, swept.captures, swept.inspections
    );
    Ok(ExitCode::SUCCESS)
}
