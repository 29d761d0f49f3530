//! `cargo xtask fuzz`: each fuzz target for a while, from its seeds.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, bail};

use crate::{
    command::{self, command, root, step},
    tools,
};

/// The version that is known to build here.
const CARGO_FUZZ: &str = "0.13.2";

/// How long, and which.
#[derive(clap::Args)]
pub struct Options {
    /// Seconds for each target.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Only these; all of them without a name.
    targets: Vec<String>,
}

impl Options {
    /// Ten minutes of each.
    pub fn deep() -> Options {
        Options {
            seconds: 600,
            targets: Vec::new(),
        }
    }
}

/// The crates with fuzz targets, and bytes of an input at the most.
const CRATES: [(&str, &str); 2] = [("gs1", "400"), ("decoder", "2000")];

/// Goes on after a failure; what failed is in the `fuzz/artifacts` of its crate.
pub fn run(options: &Options) -> Result<()> {
    let mut failed = Vec::new();
    for (package, length) in CRATES {
        failed.extend(run_all(options, package, length)?);
    }
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// Gives the targets of one crate that failed.
fn run_all(options: &Options, package: &str, length: &str) -> Result<Vec<String>> {
    let cargo_fuzz = tools::cargo_fuzz(CARGO_FUZZ)?;
    let fuzz = root().join(package).join("fuzz");
    let mut failed = Vec::new();
    for target in targets(&fuzz)? {
        if !options.targets.is_empty() && !options.targets.contains(&target) {
            continue;
        }
        let result = step(
            &format!("fuzzing {target} for {} s", options.seconds),
            || {
                let corpus = fuzz.join("corpus").join(&target);
                fs::create_dir_all(&corpus)?;
                command::run(
                    command("cargo")
                        .current_dir(root().join(package))
                        .env("PATH", &cargo_fuzz)
                        // The project's own toolchain has no fuzzing.
                        .env("RUSTUP_TOOLCHAIN", "nightly")
                        .args(["fuzz", "run", "--sanitizer", "none", &target])
                        .arg(&corpus)
                        .arg(fuzz.join("seeds").join(&target))
                        .arg("--")
                        .arg(format!("-max_total_time={}", options.seconds))
                        .arg(format!("-max_len={length}"))
                        .arg("-verbosity=0"),
                )
            },
        );
        if result.is_err() {
            failed.push(target);
        }
    }
    Ok(failed)
}

fn targets(fuzz: &Path) -> Result<Vec<String>> {
    let folder = fuzz.join("fuzz_targets");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if let Some(name) = path.file_stem() {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
