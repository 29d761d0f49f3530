//! `touchstone key signing`: the keys that sign codes.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context as _, bail};

use super::Database;
use crate::{
    access::Act,
    clock::Clock,
    signing,
    store::{AccessEntry, Outcome, SigningKey},
};

/// What to do with signing keys.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Makes a key: the private half in a new file, the public half on record. Codes that earlier
    /// keys signed stay valid.
    Create {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
        #[command(flatten)]
        file: File,
        #[command(flatten)]
        database: Database,
    },
    /// Lists a brand's keys with their days.
    List {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
        #[command(flatten)]
        database: Database,
    },
    /// Revokes a key whose private half may be in other hands: its signatures say nothing from now
    /// on, those on packs that are sold included.
    Revoke {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
        /// What codes call the key by, as `list` prints it.
        #[arg(long, value_name = "KEY", allow_hyphen_values = true)]
        key_id: String,
        #[command(flatten)]
        database: Database,
    },
}

/// Where the private key is.
#[derive(Debug, clap::Args)]
pub(super) struct File {
    /// The file of the private signing key, which belongs where other secrets are kept, on the
    /// machine that issues; a server needs it only to fill signed number pools.
    #[arg(
        long,
        env = "TOUCHSTONE_SIGNING_KEY",
        default_value = "touchstone.signing-key",
        value_name = "FILE"
    )]
    pub(super) signing_key: PathBuf,
}

pub(super) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    let now = Clock::System.now();
    match command {
        Command::Create {
            brand,
            file,
            database,
        } => {
            let store = database.open()?;
            store
                .read_blocking(|db| db.brand(brand))?
                .with_context(|| format!("there is no brand `{brand}`; import its record first"))?;
            let key = signing::create(&file.signing_key)?;
            let row = SigningKey {
                id: key.public().id().to_string(),
                brand: brand.clone(),
                public_key: key.public().bytes(),
                created_at: now,
                revoked_at: None,
            };
            let id = row.id.clone();
            let is_new = store.write_or_undo_blocking(move |tx| {
                let is_new = tx.put_signing_key(&row)?;
                if is_new {
                    let act = Act::SigningKeyMade;
                    tx.log_access(&AccessEntry::of_command(&row.brand, act, &row.id, now))?;
                }
                Ok(Outcome::Keep(is_new))
            })?;
            if !is_new {
                bail!(
                    "another key has the name {id} by chance; remove `{}` and make one more",
                    file.signing_key.display()
                );
            }
            println!("{id}");
            eprintln!(
                "made a new signing key in `{}`; keep a copy apart from the database: with it \
                 anybody can sign codes of `{brand}`",
                file.signing_key.display()
            );
        }
        Command::List { brand, database } => {
            for key in database
                .open()?
                .read_blocking(|db| db.signing_keys(brand))?
            {
                let created = key.created_at.date();
                match key.revoked_at {
                    None => println!("{} made {created}", key.id),
                    Some(at) => println!("{} made {created}, revoked {}", key.id, at.date()),
                }
            }
        }
        Command::Revoke {
            brand,
            key_id,
            database,
        } => {
            let store = database.open()?;
            let (of, id) = (brand.clone(), key_id.clone());
            let is_revoked = store.write_or_undo_blocking(move |tx| {
                let is_revoked = tx.revoke_signing_key(&of, &id, now)?;
                if is_revoked {
                    let act = Act::SigningKeyRevoked;
                    tx.log_access(&AccessEntry::of_command(&of, act, &id, now))?;
                }
                Ok(Outcome::Keep(is_revoked))
            })?;
            if !is_revoked {
                bail!("`{brand}` has no key `{key_id}` that is not revoked");
            }
            println!("{key_id} is revoked; make a new key before you issue again");
        }
    }
    Ok(ExitCode::SUCCESS)
}
