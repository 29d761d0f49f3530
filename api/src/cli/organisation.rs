//! `touchstone organisation`: partners and authorities. Brands come with their records.

use std::process::ExitCode;

use super::Database;
use crate::{
    access::Act,
    clock::Clock,
    organisation::{self, Kind, Organisation},
    store::{AccessEntry, Outcome},
};

/// What to do with organisations.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Admits one; `touchstone invite` then brings its first person in.
    Admit {
        /// 2 to 64 lower-case letters, digits and hyphens.
        id: String,
        /// What it is.
        #[arg(long, value_enum)]
        kind: AdmittedKind,
        /// What people call it.
        #[arg(long, value_name = "TEXT")]
        name: String,
        #[command(flatten)]
        database: Database,
    },
    /// Prints those that were admitted: a line each with identifier, kind and name.
    List {
        #[command(flatten)]
        database: Database,
    },
}

/// The kinds that are admitted.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum AdmittedKind {
    /// A supplier, carrier or shop.
    Partner,
    /// Customs, market surveillance, inspectors.
    Authority,
}

pub(super) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Admit {
            id,
            kind,
            name,
            database,
        } => admit(id, *kind, name, database)?,
        Command::List { database } => list(database)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn admit(id: &str, kind: AdmittedKind, name: &str, database: &Database) -> anyhow::Result<()> {
    if !organisation::is_id(id) {
        anyhow::bail!("`{id}` is no identifier: 2 to 64 lower-case letters, digits and hyphens");
    }
    let new = Organisation {
        id: id.to_owned(),
        kind: match kind {
            AdmittedKind::Partner => Kind::Partner,
            AdmittedKind::Authority => Kind::Authority,
        },
        name: name.trim().to_owned(),
        suspended_at: None,
    };
    let store = database.open()?;
    let now = Clock::System.now();
    let is_new = store.write_or_undo_blocking(move |tx| {
        if !tx.admit(&new, now)? {
            return Ok(Outcome::Undo(false));
        }
        tx.log_access(&AccessEntry::of_command(
            &new.id,
            Act::Admitted,
            &new.id,
            now,
        ))?;
        Ok(Outcome::Keep(true))
    })?;
    if !is_new {
        anyhow::bail!("there is an organisation or a brand `{id}` already; choose another");
    }
    println!("`{id}` is admitted");
    Ok(())
}

fn list(database: &Database) -> anyhow::Result<()> {
    let store = database.open()?;
    for row in store.read_blocking(|db| db.admitted_organisations())? {
        let suspended = row.suspended_at.map_or("", |_| "  (suspended)");
        println!("{}  {}  {}{suspended}", row.id, row.kind.id(), row.name);
    }
    Ok(())
}
