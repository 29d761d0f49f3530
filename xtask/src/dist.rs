//! `cargo xtask dist`: the server, laid out by what it was seen to do under a load.
//!
//! A look-up walks through more code than a processor's first caches hold, so what is used often has to lie
//! together. The program is built twice: one that counts where it comes along while it does what a server
//! does, and one that is made by these counts.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::{
    bench_import::write_units,
    command::{command, run, step, target},
    load::{Load, Server},
    postgres::Postgres,
    tools,
};

/// Serials that are issued to be asked for.
const ISSUED: usize = 200_000;
/// Units that are imported.
const IMPORTED: u64 = 200_000;
/// How long each thing is asked for, in seconds.
const SECONDS: u32 = 8;

/// Builds and says where the program is.
pub fn run_dist() -> Result<()> {
    println!("\n  {}", server(Build::Guided)?.display());
    Ok(())
}

/// How a program that is measured is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// By the profile `dist` alone.
    Plain,
    /// By what it was seen to do, too.
    Guided,
}

/// A program by the profile alone.
fn plain(package: &str) -> Result<PathBuf> {
    step(&format!("building {package}"), || {
        run(command("cargo").args(["build", "--profile", "dist", "--package", package]))
    })?;
    Ok(target().join("dist"))
}

/// The server.
pub fn server(build: Build) -> Result<PathBuf> {
    if build == Build::Plain {
        return Ok(plain("api")?.join("touchstone"));
    }
    tools::wrk()?;
    tools::postgres()?;
    guided("api", "touchstone", |program| {
        let load = Load::new(program, target().join("dist-load"))?;
        let (units, exported) = (load.file("units.csv"), load.file("export.jsonl"));
        write_units(&units, IMPORTED)?;
        let postgres = Postgres::start("").context("starting PostgreSQL")?;
        for database in [&load.sqlite(), &postgres.url] {
            let serials = load.fill(database, ISSUED)?;
            run(load.command(database).arg("import").arg(&units))?;
            let server = load.serve(database, &["--demo"])?;
            server.knows(&serials[0])?;
            let scripts = load.scripts(&serials)?;
            for script in [&scripts.check, &scripts.read, &scripts.page] {
                server.ask(script, SECONDS)?;
            }
            server.end()?;
            run(load.command(database).arg("export").arg(&exported))?;
        }
        Ok(())
    })
}

/// What the server is compared with, built like it.
pub fn hello(build: Build) -> Result<PathBuf> {
    if build == Build::Plain {
        return Ok(plain("hello")?.join("hello"));
    }
    tools::wrk()?;
    guided("hello", "hello", |program| {
        let load = Load::new(program.clone(), target().join("dist-load"))?;
        let server = Server::start(&mut Command::new(program))?;
        server.ask(&load.scripts(&[])?.hello, SECONDS)?;
        server.end()
    })
}

/// A program that was built by what it counts while something is done with it. Where nothing of it has
/// changed, nothing is built or done again.
fn guided(package: &str, name: &str, act: impl FnOnce(PathBuf) -> Result<()>) -> Result<PathBuf> {
    let counts = target().join("dist-counts").join(name);
    let counting = step(&format!("building {name} with counts"), || {
        build(package, name, "-Cprofile-generate", &counts)
    })?;
    // By the program's content: the compiler doesn't look whether a file of that name is another.
    let digest = Sha256::digest(fs::read(&counting)?);
    let known: String = digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let merged = target().join(format!("dist-counts/{name}-{known}.profdata"));
    if !merged.exists() {
        step(&format!("counting what {name} does"), || {
            if counts.exists() {
                fs::remove_dir_all(&counts)?;
            }
            act(counting)?;
            run(Command::new(tools::llvm("llvm-profdata")?)
                .args(["merge", "--output"])
                .arg(&merged)
                .arg(&counts))
        })?;
    }
    let built = step(&format!("building {name} by its counts"), || {
        build(package, name, "-Cprofile-use", &merged)
    })?;
    let folder = target().join("dist-guided");
    fs::create_dir_all(&folder)?;
    let place = folder.join(name);
    fs::copy(&built, &place)?;
    Ok(place)
}

/// Only the program is built with the flag, and not what runs while it is built: that is why a target is
/// named.
fn build(package: &str, name: &str, flag: &str, value: &Path) -> Result<PathBuf> {
    let host = tools::host()?;
    let mut flag = OsString::from(format!("{flag}="));
    flag.push(value);
    run(command("cargo")
        .args(["build", "--profile", "dist", "--target", &host])
        .args(["--package", package])
        .env("CARGO_ENCODED_RUSTFLAGS", flag))?;
    Ok(target().join(host).join("dist").join(name))
}
