//! `cargo xtask upgrade REVISION`: the program of an earlier revision and this one, in turn on one database.
//!
//! The earlier one fills it, this one brings it up to date and serves, the earlier one goes on with the tables of
//! now, as where an upgrade is taken back, and this one has the end. Each counts checks, and nothing that one
//! of them acknowledged may be missing.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::{
    command::{command, run, step, target},
    load::{CONNECTIONS, Load},
    postgres::Postgres,
    tools,
};

/// Serials that are issued.
const ISSUED: usize = 100_000;
/// How long each program is asked, for checks and for pages, in seconds.
const SECONDS: u32 = 3;

/// Which one is the earlier.
#[derive(clap::Args)]
pub struct Options {
    /// The commit or tag of the release before.
    revision: String,
}

/// Builds both, and has them take turns on each engine.
pub fn run_upgrade(options: &Options) -> Result<()> {
    tools::wrk()?;
    tools::postgres()?;
    let before = step(&format!("building {}", options.revision), || {
        earlier(&options.revision)
    })?;
    let now = step("building what is here", || {
        run(command("cargo").args(["build", "--package", "api"]))?;
        Ok(target().join("debug/touchstone"))
    })?;
    let load = Load::new(before, target().join("upgrade"))?;
    let postgres = Postgres::start("").context("starting PostgreSQL")?;
    for database in [&load.sqlite(), &postgres.url] {
        step(&format!("taking turns on {database}"), || {
            take_turns(&load, &load.with(now.clone()), database)
        })?;
    }
    Ok(())
}

/// The earlier program, built from a tree of its own, which stays for the next time.
fn earlier(revision: &str) -> Result<PathBuf> {
    let (tree, built) = (
        target().join("upgrade-tree"),
        target().join("upgrade-build"),
    );
    let mut git = command("git");
    if tree.exists() {
        git.arg("-C")
            .arg(&tree)
            .args(["checkout", "--quiet", "--detach"]);
    } else {
        // `--force`: a tree of before may have gone with the target folder.
        git.args(["worktree", "add", "--quiet", "--detach", "--force"])
            .arg(&tree);
    }
    run(git.arg(revision))?;
    run(command("cargo")
        .current_dir(&tree)
        .env("CARGO_TARGET_DIR", &built)
        .args(["build", "--package", "api"]))?;
    Ok(built.join("debug/touchstone"))
}

fn take_turns(before: &Load, now: &Load, database: &str) -> Result<()> {
    let serials = before.fill(database, ISSUED)?;
    let scripts = before.scripts(&serials)?;
    let mut acknowledged = 0.0;
    // On each connection one more may have been under way when wrk ended.
    let mut under_way = 0.0;
    let mut turn = |program: &Load, what: &str| -> Result<PathBuf> {
        let server = program.serve(database, &["--demo"])?;
        server.knows(&serials[0])?;
        acknowledged += server.ask(&scripts.check, SECONDS)?.answers;
        under_way += f64::from(CONNECTIONS);
        for script in [&scripts.read, &scripts.page] {
            server.ask(script, SECONDS)?;
        }
        server.end()?;
        let exported = program.file(&format!("{what}.jsonl"));
        run(program
            .command(database)
            .args(["export", "--with-people"])
            .arg(&exported))?;
        let counted = counted(&exported)?;
        println!("  {what}: {acknowledged} checks acknowledged so far, {counted} on record");
        ensure!(
            (acknowledged..=acknowledged + under_way).contains(&counted),
            "checks are missing, or were counted twice"
        );
        Ok(exported)
    };
    let first = turn(before, "before")?;
    run(now.command(database).arg("migrate"))?;
    let second = turn(now, "now")?;
    let third = turn(before, "before, on the tables of now")?;
    let last = turn(now, "now, again")?;
    for earlier in [&first, &second, &third] {
        has_all_of(&last, earlier)?;
    }
    for exported in [first, second, third, last] {
        fs::remove_file(exported)?;
    }
    Ok(())
}

fn lines(exported: &Path) -> Result<impl Iterator<Item = Result<String>>> {
    let file = File::open(exported)?;
    Ok(BufReader::new(file).lines().map(|line| Ok(line?)))
}

/// A line of what grows with each check.
fn is_of_checks(line: &str) -> bool {
    line.starts_with(r#"{"type":"checks""#)
}

/// How many checks are on record of the units that were issued: each came without a cookie, and is a session.
fn counted(exported: &Path) -> Result<f64> {
    let mut sum = 0.0;
    for line in lines(exported)? {
        let line = line?;
        if is_of_checks(&line) && Load::is_about(&line) {
            let checks: Value = serde_json::from_str(&line)?;
            sum += checks["sessions"].as_f64().context("no sessions")?;
        }
    }
    Ok(sum)
}

/// What stays of a line while a server goes on: what checks tell of a unit is told again and again.
fn lasting(line: &str) -> &str {
    let grows_from = if is_of_checks(line) {
        r#","sessions":"#
    } else if line.starts_with(r#"{"type":"signal""#) {
        r#","weight":"#
    } else {
        return line;
    };
    line.split_once(grows_from)
        .map_or(line, |(lasting, _)| lasting)
}

/// Whatever was on record before is so now.
fn has_all_of(last: &Path, first: &Path) -> Result<()> {
    let known: Vec<String> = lines(last)?.collect::<Result<_>>()?;
    let known: HashSet<&str> = known.iter().map(|line| lasting(line)).collect();
    let mut count = 0;
    for line in lines(first)? {
        let line = line?;
        count += 1;
        if !known.contains(lasting(&line)) {
            bail!("no longer on record: {line}");
        }
    }
    println!("  all of {count} records are still there");
    Ok(())
}
