//! The `touchstone` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    match api::cli::Cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("touchstone: {error:#}");
            ExitCode::FAILURE
        }
    }
}
