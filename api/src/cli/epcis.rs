//! `touchstone epcis`: what can be done with a document of events without a server.

use std::{io::Read as _, path::PathBuf, process::ExitCode};

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::epcis::{Context, event_hash, event_list, pre_hash};

/// The verbs of `epcis`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Prints the event hash (CBV 2.0) of each event of a document, a line each.
    Hash {
        /// Prints what is hashed instead.
        #[arg(long)]
        pre_hash: bool,
        /// An EPCISDocument, an EPCISQueryDocument or one event, in JSON; `-` is standard input.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

pub(super) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    let Command::Hash {
        pre_hash: is_plain,
        file,
    } = command;
    let name = file.display();
    let text = if file.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .context("can't read standard input")?;
        text
    } else {
        std::fs::read_to_string(file).with_context(|| format!("can't read `{name}`"))?
    };
    let text = text.trim_start_matches('\u{feff}');
    let document: Value =
        serde_json::from_str(text).with_context(|| format!("`{name}` is no JSON"))?;
    let context = Context::of(document.get("@context"));
    let events = match event_list(&document) {
        Some((_, events)) => events,
        None if document.get("eventTime").is_some() => std::slice::from_ref(&document),
        None => bail!("`{name}` holds no list of events; give an EPCIS 2.0 document in JSON"),
    };
    for event in events {
        if *is_plain {
            println!("{}", pre_hash(event, &context));
        } else {
            println!("{}", event_hash(event, &context));
        }
    }
    Ok(ExitCode::SUCCESS)
}
