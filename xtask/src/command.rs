//! Other programs: started with their purpose said, and their failure named.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, Result, bail};

/// The project's root, wherever the chore was called from.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    let named = env::var_os("CARGO_TARGET_DIR").map(|folder| root().join(folder));
    named.unwrap_or_else(|| root().join("target"))
}

/// A command in the project's root, without what Cargo says of this program: some build scripts look at it,
/// and would run again whenever a chore builds what a person built, or the other way round.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command
}

/// Runs to its end; its output is seen as it comes.
pub fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("`{name}` could not be started"))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// Runs to its end; gives what it printed.
pub fn output(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{name}` could not be started"))?;
    if !output.status.success() {
        bail!("`{name}` failed ({})", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program is there and answers.
pub fn is_there(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Says what is being done, does it, and says how long it took.
pub fn step<T>(what: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n▸ {what}");
    let started = Instant::now();
    let result = act();
    let seconds = started.elapsed().as_secs_f64();
    match &result {
        Ok(_) => println!("  done in {seconds:.1} s: {what}"),
        Err(error) => println!("  failed after {seconds:.1} s: {what}: {error:#}"),
    }
    result
}
