//! `touchstone issue`: a batch and a number → so many serials that nobody can guess.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, bail};
use gs1::Gtin;
use signed::SigningKey;

use super::{Database, HiddenKey, IssueKey, signing::File as SigningFile};
use crate::{
    clock::Clock,
    issue_key::IssueKeyFile,
    issuing::{Codes, Format, HiddenOut, Order, key_to_make},
    key_file::{FileKey, KeyFile, KnownKey},
    signing,
    store::{Batch, IssueRange, Product, Store},
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
    /// Makes a hidden code for each unit, too: a second secret, for under a seal or in the pack.
    #[arg(long, requires = "hidden_out", conflicts_with = "again")]
    with_hidden: bool,
    /// Where the hidden codes go, as CSV, each beside its serial: a new file that only its owner may
    /// read, or a pipe.
    #[arg(long, value_name = "FILE")]
    hidden_out: Option<PathBuf>,
    /// Signs each code with the brand's signing key, so that a phone can verify it without a
    /// network; the symbols grow by 90 characters.
    #[arg(long, conflicts_with = "again")]
    signed: bool,
    #[command(flatten)]
    signing_key: SigningFile,
    #[command(flatten)]
    hidden_key: HiddenKey,
    #[command(flatten)]
    issue_key: IssueKey,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let store = arguments.database.open()?;
    let (product, batch) = records(&store, arguments)?;
    let issue_file: IssueKeyFile = arguments.issue_key.file();
    let issue_key = known_key(&store, &issue_file)?;
    let issuer = issue_key.issuer(&arguments.gtin);
    if arguments.with_hidden && arguments.issue_key.issue_key == arguments.hidden_key.hidden_key {
        bail!("the issue key and the hidden key can't be in one file");
    }

    let again = match arguments.again {
        Some(first) => Some(earlier(&store, &product, &batch, first)?),
        None => None,
    };
    let has_hidden = again
        .as_ref()
        .map_or(arguments.with_hidden, |range| range.has_hidden);
    let signing_key = match (&again, arguments.signed) {
        (Some(range), _) => range.signing_key.clone().map(Wanted::Named),
        (None, true) => Some(Wanted::Any),
        (None, false) => None,
    };
    let signing_key = match signing_key {
        Some(wanted) => Some(signer(&store, &product, arguments, &wanted)?),
        None => None,
    };
    let stem = &arguments.stem;
    let codes = Codes::new(&product, &batch, &issuer, stem, signing_key.as_ref())
        .with_context(|| format!("`{stem}` is no stem of a GS1 Digital Link"))?;
    let hidden_file = arguments.hidden_key.file();
    let (mut hidden_out, hidden_key) = match (&arguments.hidden_out, has_hidden) {
        (None, _) => (None, None),
        (Some(_), false) if again.is_some() => {
            bail!("the serials of that range were issued without hidden codes")
        }
        (Some(_), false) => bail!("--hidden-out is for --with-hidden"),
        (Some(path), true) => {
            let key = known_key(&store, &hidden_file)?;
            (Some(BufWriter::new(secret_out(path)?)), Some(key))
        }
    };
    let range = match (again, arguments.count) {
        (Some(range), _) => range,
        (None, Some(count)) => {
            let now = Clock::System.now();
            let order = Order::new(
                &product,
                &batch,
                count,
                &issue_key,
                hidden_key.as_deref(),
                now,
            );
            let order = order.signed_with(signing_key.as_ref());
            let Some(range) = order.take_blocking(&store)? else {
                bail!(
                    "{} has fewer than {count} serials left of 2^40",
                    product.gtin
                );
            };
            range
        }
        (None, None) => bail!("say how many with --count"),
    };

    let IssueRange { first, count, .. } = range;
    let hidden = match (&mut hidden_out, &hidden_key) {
        (Some(out), Some(key)) => Some(HiddenOut::new(key.issuer(&arguments.gtin), out)),
        _ => None,
    };
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let progress = |written| eprintln!("{written} of {count}");
    codes
        .write(
            &mut out,
            hidden,
            arguments.format,
            &issuer,
            &range,
            progress,
        )
        .with_context(|| {
            format!("{count} serials are issued, and not all are printed; use --again {first}")
        })?;
    eprintln!("issued {count} serials; --again {first} prints the same ones");
    Ok(ExitCode::SUCCESS)
}

/// Which signing key is asked for.
enum Wanted {
    /// One that the brand has not revoked.
    Any,
    /// The one that signed the range before.
    Named(String),
}

/// The private key of the file, where the brand's record has its public half.
fn signer(
    store: &Store,
    product: &Product,
    arguments: &Arguments,
    wanted: &Wanted,
) -> anyhow::Result<SigningKey> {
    let brand = &product.record.brand;
    let path = arguments.signing_key.signing_key.display();
    let key = signing::read(&arguments.signing_key.signing_key).with_context(|| {
        format!("there is nothing to sign with; `touchstone key signing create --brand {brand}`")
    })?;
    let id = key.public().id().to_string();
    let known = store
        .read_blocking(|db| db.signing_keys(brand))?
        .into_iter()
        .find(|known| known.public_key == key.public().bytes())
        .with_context(|| format!("the key {id} in `{path}` is none of `{brand}`"))?;
    match wanted {
        Wanted::Any if known.revoked_at.is_some() => {
            bail!("the key {id} in `{path}` is revoked; make a new one")
        }
        Wanted::Named(name) if *name != id => {
            bail!("that range was signed with the key {name}, and `{path}` holds {id}")
        }
        Wanted::Any | Wanted::Named(_) => Ok(key),
    }
}

fn records(store: &Store, arguments: &Arguments) -> anyhow::Result<(Product, Batch)> {
    let Arguments { gtin, batch, .. } = arguments;
    let product = store
        .read_blocking(|db| db.product(gtin))?
        .with_context(|| format!("there is no product {gtin}; import its record first"))?;
    let batch = store
        .read_blocking(|db| db.batch(product.id, batch))?
        .with_context(|| {
            format!("there is no batch `{batch}` of {gtin}; import its record first")
        })?;
    Ok((product, batch))
}

fn earlier(
    store: &Store,
    product: &Product,
    batch: &Batch,
    first: u64,
) -> anyhow::Result<IssueRange> {
    let number = &batch.record.batch;
    store
        .read_blocking(|db| db.issue_range(product.id, first))?
        .filter(|range| range.first == first && range.batch == *number)
        .with_context(|| format!("no range of batch `{number}` begins at {first}"))
}

/// The key, made where there is none.
fn known_key<K: FileKey>(store: &Store, file: &KeyFile<K>) -> anyhow::Result<Arc<KnownKey<K>>> {
    let (key, is_new) = key_to_make(store, file)?;
    if is_new {
        eprintln!(
            "made a new {} in `{}`; keep a copy apart from the database: without it no {} can be \
             checked, and with it anybody can make more",
            K::KIND.name,
            file.path().display(),
            K::KIND.makes
        );
    }
    Ok(key)
}

/// A new file for its owner alone, or a pipe or device that is there.
fn secret_out(path: &Path) -> anyhow::Result<File> {
    let is_stream = fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir());
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600).create_new(!is_stream);
    options
        .open(path)
        .with_context(|| format!("can't make `{}` for the hidden codes", path.display()))
}
