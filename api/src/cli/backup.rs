//! `touchstone backup`: the database, as it is at one moment → a file.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;

use super::Database;
use crate::store;

/// The flags of `backup`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file to make. Only its owner may read it: it holds what people gave.
    file: PathBuf,
    /// Writes over a file that is there.
    #[arg(long)]
    overwrite: bool,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let database = arguments.database.file(
        "a PostgreSQL database is backed up by its own tool: `pg_dump --format=custom \
         --file=FILE URL`; see docs/running.md",
    )?;
    let file = &arguments.file;
    store::backup(&database, file, arguments.overwrite, progress())
        .with_context(|| format!("no backup was made of `{}`", database.display()))?;
    println!(
        "`{}` holds the database, checked; keys are files of their own and not in it",
        file.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// A line at every tenth of the way.
pub(super) fn progress() -> impl FnMut(u32, u32) {
    let mut last = 0;
    move |done, all| {
        let tenth = 10 * u64::from(done) / u64::from(all.max(1));
        if tenth > last {
            last = tenth;
            eprintln!("{} %", tenth * 10);
        }
    }
}
