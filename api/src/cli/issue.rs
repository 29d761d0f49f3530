//! `touchstone issue`: a batch and a number → so many serials that nobody can guess.

use std::{
    io::{self, BufWriter},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use gs1::Gtin;

use super::{Database, IssueKey};
use crate::{
    clock::Clock,
    issuing::{self, Codes, Format},
    store::IssueRange,
};

/// The flags of `issue`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The product; its record must be here.
    #[arg(long)]
    gtin: Gtin,
    /// Its batch; its record must be here.
    #[arg(long)]
    batch: String,
    /// How many serials to issue.
    #[arg(
        long,
        value_name = "N",
        required_unless_present = "again",
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    count: Option<u64>,
    /// Prints an earlier range again instead, by its first counter.
    #[arg(long, value_name = "FIRST", conflicts_with = "count")]
    again: Option<u64>,
    /// What stands before the path of each link.
    #[arg(long, value_name = "ORIGIN", default_value = "https://id.gs1.org")]
    stem: String,
    /// What to print.
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    #[command(flatten)]
    issue_key: IssueKey,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let store = arguments.database.open()?;
    let Arguments { gtin, batch, .. } = arguments;
    let product = store
        .read(|db| db.product(gtin))?
        .with_context(|| format!("there is no product {gtin}; import its record first"))?;
    let batch = store
        .read(|db| db.batch(product.id, batch))?
        .with_context(|| {
            format!("there is no batch `{batch}` of {gtin}; import its record first")
        })?;
    let file = arguments.issue_key.file();
    let (key, is_new) = issuing::key_to_issue(&store, &file)?;
    if is_new {
        eprintln!(
            "made a new issue key in `{}`; keep a copy apart from the database: without it no \
             serial of it can be checked, and with it anybody can make more",
            arguments.issue_key.issue_key.display()
        );
    }
    let issuer = key.issuer(gtin);
    let codes = Codes::new(&product, &batch, &issuer, &arguments.stem)
        .with_context(|| format!("`{}` is no stem of a GS1 Digital Link", arguments.stem))?;

    let range = match (arguments.again, arguments.count) {
        (Some(first), _) => store
            .read(|db| db.issue_range(product.id, first))?
            .filter(|range| range.first == first && range.batch == batch.record.batch)
            .with_context(|| {
                format!(
                    "no range of batch `{}` begins at {first}",
                    batch.record.batch
                )
            })?,
        (None, Some(count)) => {
            let now = Clock::System.now();
            let range = issuing::issue_blocking(&store, key, &product, &batch, count, now)?;
            let Some(range) = range else {
                bail!("{gtin} has fewer than {count} serials left of 2^40");
            };
            range
        }
        (None, None) => bail!("say how many with --count"),
    };
    let IssueRange { first, count, .. } = range;
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    codes
        .write(&mut out, arguments.format, &issuer, &range, |written| {
            eprintln!("{written} of {count}");
        })
        .with_context(|| {
            format!("{count} serials are issued, and not all are printed; use --again {first}")
        })?;
    eprintln!("issued {count} serials; --again {first} prints the same ones");
    Ok(ExitCode::SUCCESS)
}
