//! `touchstone key`: API keys of brands.

use std::process::ExitCode;

use super::Database;
use crate::{clock::Clock, key, store::Outcome};

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
    /// Revokes every key of a brand.
    Revoke {
        /// The brand's identifier.
        #[arg(long, value_name = "ID")]
        brand: String,
        #[command(flatten)]
        database: Database,
    },
}

pub(super) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    let now = Clock::System.now();
    match command {
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
    }
    Ok(ExitCode::SUCCESS)
}
