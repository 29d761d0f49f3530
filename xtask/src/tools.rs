//! The tools that a build needs: found, or installed into a folder by version, never globally.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use anyhow::{Context as _, Result, bail};

use crate::command::{command, is_there, output, root, run, step};

/// Newer ones need a newer compiler.
const TRUNK: &str = "0.21.14";
/// The npm package that holds `wasm-opt`; Debian's is too old.
const BINARYEN: &str = "132.0.0";

/// What the wasm build needs, with a PATH on which all of it is found.
pub struct Tools {
    path: String,
}

impl Tools {
    /// A command that finds the tools.
    pub fn command(&self, program: &str) -> Command {
        let mut command = command(program);
        command.env("PATH", &self.path);
        command
    }
}

/// Where tools are kept between builds.
fn folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("TOUCHSTONE_TOOLS") {
        return Ok(folder.into());
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = env::var_os("HOME").map(|home| Path::new(&home).join(".cache"));
    let cache = cache
        .or(home)
        .context("neither TOUCHSTONE_TOOLS nor HOME is set")?;
    Ok(cache.join("touchstone/tools"))
}

/// Everything that the wasm build needs; what is missing is installed, side by side.
pub fn for_wasm() -> Result<Tools> {
    c_compiler()?;
    target("wasm32-unknown-unknown")?;
    let folder = folder()?;
    fs::create_dir_all(&folder)?;
    let bindgen = locked_version("wasm-bindgen")?;
    let crates = [
        ("wasm-bindgen-cli", bindgen.as_str(), "wasm-bindgen"),
        ("trunk", TRUNK, "trunk"),
    ];
    let mut paths = Vec::new();
    thread::scope(|scope| -> Result<()> {
        let npm = scope.spawn(|| wasm_opt(&folder));
        for (name, version, program) in crates {
            paths.push(from_crates(&folder, name, version, program)?);
        }
        match npm.join() {
            Ok(path) => paths.push(path?),
            Err(_) => bail!("installing wasm-opt panicked"),
        }
        Ok(())
    })?;
    let known = env::var_os("PATH").unwrap_or_default();
    let all = paths.into_iter().chain(env::split_paths(&known));
    let path = env::join_paths(all)?.into_string();
    Ok(Tools {
        path: path.map_err(|_| anyhow::anyhow!("PATH is not UTF-8"))?,
    })
}

/// SQLite is compiled from its C source.
fn c_compiler() -> Result<()> {
    if is_there("cc") {
        return Ok(());
    }
    bail!(
        "no C compiler (`cc`) was found; install one, on Debian with `apt-get install build-essential`"
    )
}

/// Adds a compilation target where rustup has it not yet.
pub fn target(name: &str) -> Result<()> {
    let libdir = output(command("rustc").args(["--print", "target-libdir", "--target", name]))?;
    if Path::new(libdir.trim()).is_dir() {
        return Ok(());
    }
    step(&format!("adding the target {name}"), || {
        run(command("rustup").args(["target", "add", name]))
    })
}

/// What this machine is for the compiler.
pub fn host() -> Result<String> {
    let said = output(command("rustc").args(["--version", "--verbose"]))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc names no host")
}

/// One of the compiler's own tools, of its own version.
pub fn llvm(name: &str) -> Result<PathBuf> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    let bin = format!("{}/lib/rustlib/{}/bin", sysroot.trim(), host()?);
    let path = Path::new(&bin).join(name);
    if !path.exists() {
        step("adding the compiler's tools", || {
            run(command("rustup").args(["component", "add", "llvm-tools"]))
        })?;
    }
    Ok(path)
}

/// The version that `Cargo.lock` holds.
fn locked_version(name: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("reading Cargo.lock")?;
    version_in(&lock, name).with_context(|| format!("Cargo.lock holds no `{name}`"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

/// Builds without optimization: a build tool's own speed matters less than the wait for it.
fn from_crates(folder: &Path, name: &str, version: &str, program: &str) -> Result<PathBuf> {
    let place = folder.join(format!("{name}-{version}"));
    let bin = place.join("bin");
    if bin.join(program).exists() {
        return Ok(bin);
    }
    step(
        &format!("installing {name} {version} (some minutes, once)"),
        || {
            let has_binstall = is_there("cargo-binstall");
            if has_binstall {
                let binstall = run(command("cargo")
                    .args(["binstall", "--no-confirm", "--version", version, "--root"])
                    .arg(&place)
                    .arg(name));
                if binstall.is_ok() {
                    return Ok(());
                }
            }
            run(command("cargo")
                // In a folder of its own, whose lock no other build holds.
                .env_remove("CARGO_TARGET_DIR")
                .args([
                    "install",
                    "--locked",
                    "--debug",
                    "--version",
                    version,
                    "--root",
                ])
                .arg(&place)
                .arg(name))
        },
    )?;
    Ok(bin)
}

/// A PATH on which `cargo fuzz` is found.
pub fn cargo_fuzz(version: &str) -> Result<OsString> {
    let bin = from_crates(&folder()?, "cargo-fuzz", version, "cargo-fuzz")?;
    let known = env::var_os("PATH").unwrap_or_default();
    let all = [bin].into_iter().chain(env::split_paths(&known));
    Ok(env::join_paths(all)?)
}

fn wasm_opt(folder: &Path) -> Result<PathBuf> {
    let place = folder.join(format!("binaryen-{BINARYEN}"));
    let bin = place.join("node_modules/.bin");
    if bin.join("wasm-opt").exists() {
        return Ok(bin);
    }
    step(
        &format!("installing wasm-opt (binaryen {BINARYEN})"),
        || {
            fs::create_dir_all(&place)?;
            npm()?;
            run(command("npm")
                .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
                .arg(&place)
                .arg(format!("binaryen@{BINARYEN}")))
        },
    )?;
    Ok(bin)
}

fn npm() -> Result<()> {
    if is_there("npm") {
        return Ok(());
    }
    bail!("`npm` was not found; install Node.js 20 or newer")
}

/// Chromium for the browser tests: `TOUCHSTONE_CHROMIUM`, or Debian's.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = env::var_os("TOUCHSTONE_CHROMIUM") {
        return Ok(path.into());
    }
    let found = || {
        let known = [
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        ];
        known.iter().map(PathBuf::from).find(|path| path.exists())
    };
    if let Some(path) = found() {
        return Ok(path);
    }
    step("installing Chromium", || {
        debian(&["chromium", "fonts-dejavu-core"])
            .context("install Chromium by hand, or name one in TOUCHSTONE_CHROMIUM")
    })?;
    found().context("Chromium is still not there; name one in TOUCHSTONE_CHROMIUM")
}

/// PostgreSQL, for the tests that run on both engines; they start one of their own.
pub fn postgres() -> Result<()> {
    if Path::new("/usr/lib/postgresql").exists() || is_there("initdb") {
        return Ok(());
    }
    step("installing PostgreSQL", || {
        debian(&["postgresql"]).context("install PostgreSQL by hand, with `initdb` on the PATH")
    })
}

/// wrk, which asks servers as fast as it can.
pub fn wrk() -> Result<()> {
    // Whatever its exit status says: it starts.
    if command("wrk").arg("-v").output().is_ok() {
        return Ok(());
    }
    step("installing wrk", || {
        debian(&["wrk"]).context("install wrk by hand")
    })
}

/// Installs Debian's packages.
fn debian(packages: &[&str]) -> Result<()> {
    let apt = |arguments: &[&str]| {
        run(command("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(arguments))
    };
    apt(&["update", "-q"])?;
    apt(&[&["install", "-y", "-q"], packages].concat())
}

/// The browser tests' npm packages, as locked.
pub fn e2e_packages() -> Result<()> {
    packages("e2e", "the browser tests' npm packages")
}

/// The readers that the decoder is measured beside: apart from the tests' packages, which must not grow
/// by them.
pub fn bench_packages() -> Result<()> {
    packages("e2e/bench", "the readers to measure beside")
}

/// Lighthouse, which only `bench page` asks.
pub fn page_bench_packages() -> Result<()> {
    packages("e2e/bench/page", "Lighthouse")
}

fn packages(folder: &str, what: &str) -> Result<()> {
    let folder = root().join(folder);
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("reading package-lock.json in {}", folder.display()))?;
    let stamp = folder.join("node_modules/.touchstone-lock");
    if fs::read(&stamp).is_ok_and(|known| known == lock) {
        return Ok(());
    }
    step(&format!("installing {what}"), || {
        npm()?;
        run(command("npm")
            .current_dir(&folder)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .args(["ci", "--silent", "--no-audit", "--no-fund"]))?;
        fs::write(&stamp, &lock).context("noting which packages are installed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_come_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.76\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
