//! `touchstone sales`: a till's list of what it sold (CSV) → the events of sales that `POST /v1/sales` tells.

use std::{fs::File, io, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use serde::Deserialize;
use wire::sale::SaleRequest;

use super::Database;
use crate::{clock::Clock, key::Teller, sale};

/// Packs of one sale, at the most.
const MAX_PACKS: usize = 1000;

/// The flags of `sales`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// CSV with the columns `code` and `sold_at`, and `place` and `receipt` where they are known; `-` for
    /// standard input. Lines one after the other with the same time, place and receipt are one sale.
    file: PathBuf,
    /// The brand whose packs were sold.
    #[arg(long, value_name = "ID")]
    brand: String,
    #[command(flatten)]
    database: Database,
}

/// A pack that was sold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    sold_at: String,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    receipt: Option<String>,
}

/// Tells each sale by itself: those that are wrong are named by the line on which they begin, and the
/// others are kept. The same file again tells nothing twice. Succeeds where nothing was wrong.
pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let store = arguments.database.open()?;
    let known = store.read_blocking(|db| db.brand(&arguments.brand))?;
    if known.is_none() {
        anyhow::bail!("there is no brand `{}`", arguments.brand);
    }
    let input: Box<dyn io::Read> = match arguments.file.as_os_str().to_str() {
        Some("-") => Box::new(io::stdin()),
        _ => {
            let name = arguments.file.display();
            Box::new(File::open(&arguments.file).with_context(|| format!("can't read `{name}`"))?)
        }
    };
    let mut table = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(input);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let teller = Teller::brand(arguments.brand.clone());
    let [mut new, mut again, mut wrong] = [0_usize; 3];
    let mut tell = |line: u64, sale: SaleRequest| {
        let told = runtime.block_on(sale::tell(&store, &teller, &sale, Clock::System.now()));
        match told {
            Ok(sold) if sold.known => again += 1,
            Ok(_) => new += 1,
            Err(error) => {
                wrong += 1;
                println!("line {line}: {error}");
            }
        }
    };
    let mut unread = 0;
    let mut open: Option<(u64, SaleRequest)> = None;
    let head = table.headers()?.clone();
    for record in table.records() {
        let record = record.context("can't read the file")?;
        let line = record.position().map_or(0, csv::Position::line);
        let row: Row = match record.deserialize(Some(&head)) {
            Ok(row) => row,
            Err(error) => {
                unread += 1;
                println!("line {line}: {error}");
                continue;
            }
        };
        let place = row.place.filter(|place| !place.is_empty());
        let receipt = row.receipt.filter(|receipt| !receipt.is_empty());
        match &mut open {
            Some((_, sale))
                if sale.sold_at == row.sold_at
                    && sale.place == place
                    && sale.receipt == receipt
                    && sale.codes.len() < MAX_PACKS =>
            {
                sale.codes.push(row.code);
            }
            _ => {
                let next = SaleRequest {
                    codes: vec![row.code],
                    sold_at: row.sold_at,
                    place,
                    receipt,
                };
                if let Some((line, sale)) = open.replace((line, next)) {
                    tell(line, sale);
                }
            }
        }
    }
    if let Some((line, sale)) = open {
        tell(line, sale);
    }
    println!(
        "new: {new}, told before: {again}, wrong: {}",
        wrong + unread
    );
    Ok(match wrong + unread {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}
