//! `cargo xtask bench decode`: what the decoder reads in photographs, how fast, and what wrongly.

use anyhow::Result;

use crate::command::{command, run};

/// Builds the decoder's own bench with optimization and gives it the arguments.
///
/// # Errors
/// Where it can't be built, or an image can't be opened.
pub fn run_bench(arguments: &[String]) -> Result<()> {
    run(command("cargo")
        .args(["run", "--quiet", "--release", "-p", "decoder"])
        .args(["--example", "read_rate", "--"])
        .args(arguments))
}
