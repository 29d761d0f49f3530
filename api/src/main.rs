//! The `touchstone` command.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match api::cli::Cli::parse().run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("touchstone: {error:#}");
            ExitCode::FAILURE
        }
    }
}
