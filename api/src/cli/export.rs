//! `touchstone export`: the database's records → JSON Lines that `import` takes.

use std::{
    cell::Cell,
    fs::{self, File},
    io::{self, BufWriter, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::Context as _;

use super::Database;
use crate::export::{self, Options, Part, Written};

/// How often progress is told.
const EVERY: Duration = Duration::from_secs(1);

/// The flags of `export`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file to write, or `-` for standard output.
    out: PathBuf,
    /// Only these, separated by commas; without it everything but what people gave.
    #[arg(long, value_enum, value_delimiter = ',')]
    kind: Vec<Part>,
    /// Only what is this brand's; places are everybody's.
    #[arg(long, value_name = "ID")]
    brand: Option<String>,
    /// What people gave and wrote down, too: registrations and claims with their e-mail addresses, points
    /// and vouchers with their codes, inspections with their photographs. Redeem nothing here once it is
    /// written, and delete the file when the move is done.
    #[arg(long)]
    with_people: bool,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let store = arguments.database.open()?;
    let options = Options {
        parts: arguments.kind.clone(),
        brand: arguments.brand.clone(),
        with_people: arguments.with_people,
    };
    let write = |out: Box<dyn Write + Send>| {
        export::run_blocking(&store, options, out, progress()).map_err(anyhow::Error::from)
    };
    let written = if arguments.out == Path::new("-") {
        write(Box::new(BufWriter::new(io::stdout())))?
    } else {
        to_file(&arguments.out, write)?
    };
    let Written { lines, left_out } = written;
    eprintln!("{lines} lines written");
    if left_out > 0 {
        eprintln!(
            "{left_out} registrations, claims, points, vouchers and inspections were left out: \
             `--with-people` writes what people gave and wrote down, too"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Under another name until it is whole, so that half an export is never taken for one; for its
/// owner alone, whatever it holds.
fn to_file(
    path: &Path,
    write: impl FnOnce(Box<dyn Write + Send>) -> anyhow::Result<Written>,
) -> anyhow::Result<Written> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let context = || format!("can't write `{}`", path.display());
    let mut options = File::options();
    options.write(true).create(true).truncate(true).mode(0o600);
    let file = options.open(&part).with_context(context)?;
    let handle = file.try_clone().with_context(context)?;
    let written = write(Box::new(BufWriter::new(file)))?;
    handle.sync_all().with_context(context)?;
    fs::rename(&part, path).with_context(context)?;
    Ok(written)
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
