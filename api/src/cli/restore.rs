//! `touchstone restore`: a file that `backup` made → the database.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;

use super::{Database, backup::progress};
use crate::store;

/// The flags of `restore`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The backup.
    file: PathBuf,
    /// Puts it in the place of a database that is there, which is kept beside it.
    #[arg(long)]
    overwrite: bool,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let database = arguments.database.file(
        "a PostgreSQL database is restored by its own tool: `pg_restore --clean --if-exists \
         --dbname=URL FILE`; see docs/running.md",
    )?;
    let file = &arguments.file;
    let kept = store::restore(file, &database, arguments.overwrite, progress())
        .with_context(|| format!("`{}` is as it was", database.display()))?;
    if let Some(kept) = kept {
        println!("the database that was there is `{}` now", kept.display());
    }
    // A backup of an earlier version is restored, and told.
    if let Err(error) = arguments.database.open() {
        println!("`{}` holds the backup; {error:#}", database.display());
        return Ok(ExitCode::FAILURE);
    }
    println!("`{}` holds the backup, checked", database.display());
    Ok(ExitCode::SUCCESS)
}
