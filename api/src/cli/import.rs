//! `touchstone import`: files of a brand → the database, with a report by line.

use std::{
    fs::File,
    path::PathBuf,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::Context;

use super::Database;
use crate::{
    clock::Clock,
    import::{self, Kind, Mode, Options, Source},
};

/// How often progress is told.
const EVERY: Duration = Duration::from_secs(1);

/// The flags of `import`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// CSV, JSON Lines, EPCIS documents, or folders of them with their `pictures`; `-` for standard
    /// input.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// What the files hold; by default that is seen by their beginnings.
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// Keeps the good lines where others are wrong, some thousand at a time: a server on the same
    /// database goes on meanwhile.
    #[arg(long)]
    keep_good: bool,
    /// Whose products and events these are, where they don't say it; not needed for the events of
    /// an only brand.
    #[arg(long, value_name = "ID")]
    brand: Option<String>,
    /// Writes everything that is wrong there, as CSV; the report shows the first of it.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
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
    let faults = arguments.report.as_ref().map(|path| {
        File::create(path)
            .map(Arc::new)
            .with_context(|| format!("can't write `{}`", path.display()))
    });
    let options = Options {
        mode: if arguments.keep_good {
            Mode::KeepGood
        } else {
            Mode::AllOrNothing
        },
        kind: arguments.kind,
        faults: faults.transpose()?,
        progress: Some(progress()),
        sender: None,
    };
    let report = import::run_blocking(&store, sources, options, Clock::System.now()).context(
        "the import ended early; the same one again goes on where it has to, and changes nothing \
         that was kept",
    )?;
    print!("{report}");
    Ok(if report.wrong == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Says on standard error how far it is, once a second.
fn progress() -> Arc<dyn Fn(usize) + Send + Sync> {
    let told = Mutex::new((Instant::now(), 0));
    Arc::new(move |lines| {
        let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, before) = *told;
        let passed = at.elapsed();
        if passed >= EVERY {
            let rate = lines.saturating_sub(before) as f64 / passed.as_secs_f64();
            eprintln!("{lines} lines, {rate:.0} a second");
            *told = (Instant::now(), lines);
        }
    })
}
