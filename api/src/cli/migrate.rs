//! `touchstone migrate`: the tables of an earlier version → those of this one.

use std::process::ExitCode;

use anyhow::Context as _;

use super::Database;
use crate::store::Store;

/// The flags of `migrate`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let database = &arguments.database;
    let steps = Store::migrate(&database.database)
        .with_context(|| format!("can't migrate the database `{}`", database.database))?;
    match steps {
        0 => println!("up to date already"),
        1 => println!("up to date after 1 step"),
        steps => println!("up to date after {steps} steps"),
    }
    Ok(ExitCode::SUCCESS)
}
