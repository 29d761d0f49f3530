//! `touchstone import`: files of a brand → the database, with a report by line.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context;

use super::Database;
use crate::{
    clock::Clock,
    import::{self, Mode, Source},
};

/// The flags of `import`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// JSON Lines of records, EPCIS documents, or folders of both with their `pictures`.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Keeps the good lines where others are wrong.
    #[arg(long)]
    keep_good: bool,
    /// The brand that captures the events; not needed where there is only one.
    #[arg(long, value_name = "ID")]
    brand: Option<String>,
    #[command(flatten)]
    database: Database,
}

/// Succeeds where nothing was wrong.
pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let store = arguments.database.open()?;
    let mut sources = Vec::new();
    for path in &arguments.paths {
        let found = Source::of_path(path, arguments.brand.as_deref())
            .with_context(|| format!("can't read `{}`", path.display()))?;
        sources.extend(found);
    }
    let mode = if arguments.keep_good {
        Mode::KeepGood
    } else {
        Mode::AllOrNothing
    };
    let report = import::run_blocking(&store, sources, mode, Clock::System.now())?;
    print!("{report}");
    Ok(if report.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
