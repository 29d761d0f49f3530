//! `touchstone export`: the database's records → JSON Lines that `import` takes.

use std::{
    cell::Cell,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::Context as _;

use super::Database;
use crate::export::{self, Options, Part};

/// How often progress is told.
const EVERY: Duration = Duration::from_secs(1);

/// The flags of `export`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file to write, or `-` for standard output.
    out: PathBuf,
    /// Only these, separated by commas; everything without it.
    #[arg(long, value_enum, value_delimiter = ',')]
    kind: Vec<Part>,
    /// Only what is this brand's; places are everybody's.
    #[arg(long, value_name = "ID")]
    brand: Option<String>,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let store = arguments.database.open()?;
    let options = Options {
        parts: arguments.kind.clone(),
        brand: arguments.brand.clone(),
    };
    let write = |out: Box<dyn Write + Send>| {
        export::run_blocking(&store, options, out, progress()).map_err(anyhow::Error::from)
    };
    let lines = if arguments.out == Path::new("-") {
        write(Box::new(BufWriter::new(io::stdout())))?
    } else {
        to_file(&arguments.out, write)?
    };
    eprintln!("{lines} lines written");
    Ok(ExitCode::SUCCESS)
}

/// Under another name until it is whole, so that half an export is never taken for one.
fn to_file(
    path: &Path,
    write: impl FnOnce(Box<dyn Write + Send>) -> anyhow::Result<usize>,
) -> anyhow::Result<usize> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let context = || format!("can't write `{}`", path.display());
    let file = File::create(&part).with_context(context)?;
    let handle = file.try_clone().with_context(context)?;
    let lines = write(Box::new(BufWriter::new(file)))?;
    handle.sync_all().with_context(context)?;
    fs::rename(&part, path).with_context(context)?;
    Ok(lines)
}

/// Says on standard error how far it is, once a second.
fn progress() -> impl Fn(usize) + Send + 'static {
    let told = Cell::new(Instant::now());
    move |lines| {
        if told.get().elapsed() >= EVERY {
            eprintln!("{lines} lines");
            told.set(Instant::now());
        }
    }
}
