//! The `touchstone` command: its verbs and flags.

mod advise;
mod backup;
mod decode;
mod decode_upload;
mod doctor;
mod epcis;
mod evidence;
mod export;
mod gs1;
mod import;
mod invite;
mod issue;
mod key;
mod label;
mod log;
mod migrate;
mod notify;
mod organisation;
mod restore;
mod sales;
mod serve;
mod settings;
mod signing;
mod sweep;
mod tls_files;

use std::path::PathBuf;

use anyhow::Context;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use self::settings::Settings;
use crate::{
    issue_key::{HiddenKeyFile, IssueKeyFile},
    seal_key::SealKeyFile,
    store::{Address, Store},
};

/// Scan any serialised product; know what it is, whether to trust it, and what to do next.
#[derive(Debug, Parser)]
#[command(name = "touchstone", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the app, its pages and its API.
    Serve(Box<serve::Arguments>),
    /// Reads the symbols in pictures; a JSON line a file.
    Decode(decode::Arguments),
    /// Reads GS1 data as scanned, bracketed or as a link; a JSON line each.
    Gs1(gs1::Arguments),
    /// Events of EPCIS documents.
    #[command(subcommand)]
    Epcis(epcis::Command),
    /// Reports of inspections, verified without a server.
    #[command(subcommand)]
    Evidence(evidence::Command),
    /// Imports brands, products, batches, units, places, recalls and events.
    Import(import::Arguments),
    /// Tells what a till sold, from its list as CSV.
    Sales(sales::Arguments),
    /// Writes everything that was imported, captured and issued, as JSON Lines for `import`.
    Export(export::Arguments),
    /// Issues serials of a batch that nobody can guess, as CSV or a code a line.
    Issue(issue::Arguments),
    /// Makes print-ready labels of codes, and reads each back first.
    Label(label::Arguments),
    /// Says which symbol will read in a room and a way of printing, and why.
    Advise(advise::Arguments),
    /// API keys of brands.
    #[command(subcommand)]
    Key(key::Command),
    /// Invites somebody to the desk: prints a link that lets one person join, once.
    Invite(invite::Arguments),
    /// Admits partners and authorities.
    #[command(subcommand)]
    Organisation(organisation::Command),
    /// Brings a database of an earlier version up to date.
    Migrate(migrate::Arguments),
    /// Copies the database to a file while it is in use, and checks the copy.
    Backup(backup::Arguments),
    /// Puts a backup in the place of the database, checked first.
    Restore(restore::Arguments),
    /// Forgets what is old enough; `serve` does so once a day.
    Sweep(sweep::Arguments),
    /// Looks whether everything is there that a server needs, and says what to do.
    Doctor(Box<doctor::Arguments>),
    /// Reads one picture from standard input, within limits. For the server's own use.
    #[command(hide = true)]
    DecodeUpload(decode_upload::Arguments),
}

impl Cli {
    /// Does what the process was asked for; its exit status. Ends it where the command line is
    /// wrong.
    pub fn run() -> anyhow::Result<std::process::ExitCode> {
        let mut command = Cli::command();
        let matches = command.get_matches_mut();
        let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
        match cli.command {
            Command::Serve(arguments) => {
                let serve = command.find_subcommand("serve").zip(matches.subcommand());
                let settings = serve.map(|(serve, (_, given))| Settings::of(serve, given));
                serve::run(&arguments, settings)
            }
            Command::Decode(arguments) => decode::run(&arguments),
            Command::Gs1(arguments) => gs1::run(&arguments),
            Command::Epcis(command) => epcis::run(&command),
            Command::Evidence(command) => evidence::run(&command),
            Command::Import(arguments) => import::run(&arguments),
            Command::Export(arguments) => export::run(&arguments),
            Command::Issue(arguments) => issue::run(&arguments),
            Command::Label(arguments) => label::run(&arguments),
            Command::Advise(arguments) => advise::run(&arguments),
            Command::Key(command) => key::run(&command),
            Command::Invite(arguments) => invite::run(&arguments),
            Command::Organisation(command) => organisation::run(&command),
            Command::Migrate(arguments) => migrate::run(&arguments),
            Command::Backup(arguments) => backup::run(&arguments),
            Command::Restore(arguments) => restore::run(&arguments),
            Command::Sales(arguments) => sales::run(&arguments),
            Command::Sweep(arguments) => sweep::run(&arguments),
            Command::Doctor(arguments) => doctor::run(&arguments),
            Command::DecodeUpload(arguments) => decode_upload::run(arguments),
        }
    }
}

/// Where the data is.
#[derive(Debug, clap::Args)]
struct Database {
    /// `sqlite:PATH`, which is made where there is none, or `postgres://USER@HOST/DATABASE`.
    #[arg(
        long,
        env = "TOUCHSTONE_DATABASE",
        hide_env_values = true,
        default_value = "sqlite:touchstone.db",
        value_name = "URL"
    )]
    database: Address,
}

impl Database {
    fn open(&self) -> anyhow::Result<Store> {
        Store::open(&self.database)
            .with_context(|| format!("can't open the database `{}`", self.database))
    }

    /// The file, where it is one; or what to do instead.
    fn file(&self, instead: &str) -> anyhow::Result<PathBuf> {
        match &self.database {
            Address::Sqlite(path) => Ok(path.clone()),
            Address::Postgres(_) => anyhow::bail!("{instead}"),
        }
    }
}

/// Where the key is that serials are made and opened with.
#[derive(Debug, clap::Args)]
struct IssueKey {
    /// The file of the key of issued serials, which belongs where other secrets are kept; `issue`
    /// makes it before the first serial.
    #[arg(
        long,
        env = "TOUCHSTONE_ISSUE_KEY",
        default_value = "touchstone.issue-key",
        value_name = "FILE"
    )]
    issue_key: PathBuf,
}

impl IssueKey {
    fn file(&self) -> IssueKeyFile {
        IssueKeyFile::new(self.issue_key.clone())
    }
}

/// Where the key is that seals.
#[derive(Debug, clap::Args)]
struct SealKeyAt {
    /// The file of the key that offline packs, reports of inspections and what the server witnessed are
    /// signed with; it is made when it is first needed, and belongs where other secrets are kept.
    #[arg(
        long,
        env = "TOUCHSTONE_SEAL_KEY",
        default_value = "touchstone.seal-key",
        value_name = "FILE"
    )]
    seal_key: PathBuf,
}

impl SealKeyAt {
    fn file(&self) -> SealKeyFile {
        SealKeyFile::new(self.seal_key.clone())
    }
}

/// Where the keys are that sign codes of number pools.
#[derive(Debug, clap::Args)]
struct SigningKeysAt {
    /// A private key that signs codes of number pools; may be repeated, for several brands. Without
    /// one, `touchstone issue --signed` signs elsewhere.
    #[arg(
        long = "signing-key",
        env = "TOUCHSTONE_SIGNING_KEY",
        value_name = "FILE",
        value_delimiter = ','
    )]
    signing_keys: Vec<PathBuf>,
}

/// Where the key is that hidden codes are made and checked with.
#[derive(Debug, clap::Args)]
struct HiddenKey {
    /// The file of the key of hidden codes, which belongs where other secrets are kept, apart from
    /// the issue key; `issue --with-hidden` makes it before the first code.
    #[arg(
        long,
        env = "TOUCHSTONE_HIDDEN_KEY",
        default_value = "touchstone.hidden-key",
        value_name = "FILE"
    )]
    hidden_key: PathBuf,
}

impl HiddenKey {
    fn file(&self) -> HiddenKeyFile {
        HiddenKeyFile::new(self.hidden_key.clone())
    }
}

/// A printer's resolution.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Dpi {
    #[value(name = "203")]
    Dpi203,
    #[value(name = "300")]
    Dpi300,
    #[value(name = "600")]
    Dpi600,
}

impl Dpi {
    fn resolution(self) -> ::label::Resolution {
        match self {
            Dpi::Dpi203 => ::label::Resolution::Dpi203,
            Dpi::Dpi300 => ::label::Resolution::Dpi300,
            Dpi::Dpi600 => ::label::Resolution::Dpi600,
        }
    }
}
