//! `touchstone key`: API keys of brands, and the key of push messages.

use std::{path::PathBuf, process::ExitCode};

use super::Database;
use crate::{clock::Clock, key, store::Outcome, vapid::VapidKey};

/// What to do with keys.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Makes a key and prints it, this once.
    Create {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
        #[command(flatten)]
        database: Database,
    },
    /// Keys that sign codes.
    #[command(subcommand)]
    Signing(super::signing::Command),
    /// Revokes every key of a brand.
    Revoke {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
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
    let now = Clock::System.now();
    match command {
        Command::Signing(command) => return super::signing::run(command),
        Command::Create { brand, database } => {
            let store = database.open()?;
            match key::create_blocking(&store, brand, now)? {
                Some(key) => println!("{key}"),
                None => anyhow::bail!("there is no brand `{brand}`; import its record first"),
            }
        }
        Command::Revoke { brand, database } => {
            let store = database.open()?;
            let id = brand.clone();
            let revoked = store.write_or_undo_blocking(move |tx| {
                Ok(Outcome::Keep(tx.revoke_api_keys(&id, now)?))
            })?;
            println!("{revoked} keys of `{brand}` revoked");
        }
        Command::Vapid { out } => println!("{}", VapidKey::create(out)?.public()),
    }
    Ok(ExitCode::SUCCESS)
}
