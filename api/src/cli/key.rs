//! `touchstone key`: API keys of brands, and the key of push messages.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::{Database, SealKeyAt};
use crate::{
    access::Act,
    clock::Clock,
    key,
    organisation::Kind,
    scope::{Scope, Scopes},
    seal_key::{self, SealKeyFile},
    store::{AccessEntry, Outcome},
    vapid::VapidKey,
};

/// What to do with keys.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Makes a key and prints it, this once.
    Create {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
        /// What it opens; may be given several times.
        #[arg(long, value_enum, default_value = "capture")]
        scope: Vec<Scope>,
        /// The partner that it is for: events that come with it are the partner's to see, and no
        /// others; with the scopes `capture`, `query` and `sales` alone.
        #[arg(long, value_name = "ID")]
        partner: Option<String>,
        /// What to call it, such as the machine that it is for.
        #[arg(long, default_value = "", value_name = "TEXT")]
        name: String,
        #[command(flatten)]
        database: Database,
    },
    /// Keys that sign codes.
    #[command(subcommand)]
    Signing(super::signing::Command),
    /// Prints the keys that count: a line each with its number, scopes, day and name.
    List {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
        #[command(flatten)]
        database: Database,
    },
    /// Revokes one key of a brand, or every one.
    Revoke {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
        /// The key's number, as `list` prints it; every key where it is left out.
        #[arg(long, value_name = "NUMBER")]
        key: Option<String>,
        #[command(flatten)]
        database: Database,
    },
    /// Makes the key that seals offline packs and reports in a new file, where the server can't make it
    /// by itself.
    Seal {
        /// The file, which belongs where other secrets are kept.
        #[arg(
            long,
            env = "TOUCHSTONE_SEAL_KEY",
            default_value = "touchstone.seal-key",
            value_name = "FILE"
        )]
        out: PathBuf,
    },
    /// Has another key seal from now on; reports and offline packs that the old one sealed still hold,
    /// since its public half stays published. Servers seal nothing with the old one any more.
    ReplaceSeal {
        #[command(flatten)]
        seal_key: SealKeyAt,
        /// The file of the new key, which is made where it is not there; start every node with it then.
        /// Without this the new key takes the name of the old one's file, which moves beside it, and
        /// servers that read it go on by themselves.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
        #[command(flatten)]
        database: Database,
    },
    /// Makes the key that signs push messages in a new file, and prints its public half.
    Vapid {
        /// The file, which belongs where other secrets are kept.
        #[arg(
            long,
            env = "TOUCHSTONE_VAPID_KEY",
            default_value = "touchstone.vapid.pem",
            value_name = "FILE"
        )]
        out: PathBuf,
    },
}

pub(super) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Signing(command) => return super::signing::run(command),
        Command::Create {
            brand,
            scope,
            partner,
            name,
            database,
        } => {
            let scopes = scope.iter().copied().collect();
            create(brand, partner.as_deref(), &scopes, name, database)?;
        }
        Command::List { brand, database } => list(brand, database)?,
        Command::Revoke {
            brand,
            key,
            database,
        } => revoke(brand, key.as_deref(), database)?,
        Command::Seal { out } => {
            SealKeyFile::new(out.clone()).make()?;
            println!("{}", out.display());
        }
        Command::ReplaceSeal {
            seal_key,
            to,
            database,
        } => {
            replace_seal(seal_key, to.as_deref(), database)?;
        }
        Command::Vapid { out } => println!("{}", VapidKey::create(out)?.public()),
    }
    Ok(ExitCode::SUCCESS)
}

fn replace_seal(
    seal_key: &SealKeyAt,
    to: Option<&Path>,
    database: &Database,
) -> anyhow::Result<()> {
    let (store, now) = (database.open()?, Clock::System.now());
    let old = seal_key.file();
    match to {
        Some(to) => {
            let new = SealKeyFile::new(to.to_owned());
            let (was, is) = seal_key::replace_blocking(&store, &old, &new, now)?;
            println!("replaced: {was} by {is}");
            println!(
                "now start every node with --seal-key {}; keep `{}` where backups are kept",
                to.display(),
                old.path().display()
            );
        }
        None => {
            let retired = seal_key::replace_in_place_blocking(&store, old.path(), now)?;
            println!("replaced: `{}` is the new key", old.path().display());
            if let Some(retired) = retired {
                println!("keep `{}` where backups are kept", retired.display());
            }
            println!(
                "servers that read this file seal with it from now on; copy it to the other nodes, which \
                 seal nothing until they have it"
            );
        }
    }
    Ok(())
}

fn create(
    brand: &str,
    partner: Option<&str>,
    scopes: &Scopes,
    name: &str,
    database: &Database,
) -> anyhow::Result<()> {
    let (may, whose) = match partner {
        None => (scopes.of(Kind::Brand), "brand's key"),
        Some(_) => (scopes.of_teller(), "key for a partner"),
    };
    if let Some(scope) = scopes.iter().find(|scope| !may.has(*scope)) {
        anyhow::bail!("no {whose} opens `{}`", scope.id());
    }
    let store = database.open()?;
    let now = Clock::System.now();
    match key::create_blocking(&store, brand, partner, name, scopes, now)? {
        Some(key) => println!("{key}"),
        None => match partner {
            Some(partner) if store.read_blocking(|db| db.brand(brand))?.is_some() => {
                anyhow::bail!("there is no partner `{partner}` that works; admit it first")
            }
            _ => anyhow::bail!("there is no brand `{brand}`; import its record first"),
        },
    }
    Ok(())
}

fn list(brand: &str, database: &Database) -> anyhow::Result<()> {
    let store = database.open()?;
    for row in store.read_blocking(|db| db.api_keys(brand))? {
        let partner = row
            .partner
            .map_or_else(String::new, |id| format!(" (for {id})"));
        let line = format!(
            "{}  {}  {}  {}{partner}",
            key::number(&row.digest),
            row.scopes.text(),
            row.created_at.date(),
            row.name
        );
        println!("{}", line.trim_end());
    }
    Ok(())
}

fn revoke(brand: &str, number: Option<&str>, database: &Database) -> anyhow::Result<()> {
    let store = database.open()?;
    let now = Clock::System.now();
    let (id, number) = (brand.to_owned(), number.map(str::to_owned));
    let revoked = store.write_or_undo_blocking(move |tx| {
        let mut revoked = 0;
        for row in tx.api_keys(&id)? {
            let key_number = key::number(&row.digest);
            let is_meant = number.as_ref().is_none_or(|number| *number == key_number);
            if is_meant && tx.revoke_api_key(&id, &row.digest, now)? {
                let subject = format!("{} ({key_number})", row.name);
                let subject = subject.trim_start();
                tx.log_access(&AccessEntry::of_command(&id, Act::KeyRevoked, subject, now))?;
                revoked += 1;
            }
        }
        Ok(Outcome::Keep(revoked))
    })?;
    println!("{revoked} keys of `{brand}` revoked");
    Ok(())
}
