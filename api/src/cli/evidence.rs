//! `touchstone evidence`: a report of an inspection, verified without a server.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use evidence::{Sealer, ServerKey, Verified, verify};
use wire::inspect::SealKeys;

/// The verbs of `evidence`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Checks a sealed report: its seal, every chain, every witness, every photograph. Says what it holds
    /// and what it does not prove; ends with 1 where anything was changed.
    Verify {
        /// The report.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The server's keys, as `/.well-known/touchstone-seal-keys.json` gave them; without them only a
        /// report that a device sealed by itself can be checked.
        #[arg(long, value_name = "FILE")]
        keys: Vec<PathBuf>,
    },
}

pub(super) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    let Command::Verify { file, keys } = command;
    let name = file.display();
    let report = std::fs::read(file).with_context(|| format!("can't read `{name}`"))?;
    let mut known = Vec::new();
    for path in keys {
        let name = path.display();
        let text = std::fs::read(path).with_context(|| format!("can't read `{name}`"))?;
        let set: SealKeys = serde_json::from_slice(&text)
            .with_context(|| format!("`{name}` holds no keys of a server"))?;
        for key in set.keys {
            let key = ServerKey::from_text(&key.public_key);
            known.push(key.with_context(|| format!("`{name}` holds no keys of a server"))?);
        }
    }
    match verify(&report, &known) {
        Ok(verified) => {
            tell(&verified);
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            println!("does not hold: {error}");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn tell(verified: &Verified) {
    let contents = &verified.contents;
    println!("holds: inspection {}", contents.inspection);
    match verified.sealed_by {
        Sealer::Server(key) => println!("sealed by the server {} with {key}", contents.origin),
        Sealer::Device(key) => {
            println!("sealed by the device {key} itself: no server vouches for it");
        }
    }
    println!("made at {}", contents.made_at);
    for chain in &verified.chains {
        println!(
            "chain of {:?} ({}): {} entries",
            chain.name,
            chain.device,
            chain.entries.len()
        );
        for (sequence, at) in &chain.witnessed {
            println!("  the server had entry {sequence} and all before it by {at}");
        }
        let unwitnessed = chain.unwitnessed();
        if unwitnessed > 0 {
            println!("  {unwitnessed} entries rest on the device's clock alone");
        }
    }
    println!("photographs: {}", verified.photos);
    for digest in &verified.missing {
        println!("  named and not in here: {digest}");
    }
    println!(
        "It does not prove that a device's clock and place were right before the times that the server \
         names, that a photograph shows what it is said to show, or that nothing was left unrecorded."
    );
}
