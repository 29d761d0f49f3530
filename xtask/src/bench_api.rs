//! `cargo xtask bench api`: what a look-up costs, beside a hello-world of the same framework.
//!
//! All servers run at once and are asked in turn, so what the machine does beside this is shared.
//! A ratio is of the same round; the medians of the rounds count. Both programs are built alike.

use std::{path::Path, process::Command};

use anyhow::{Context as _, Result, bail};

use crate::{
    command::{run, step, target},
    dist::{self, Build},
    load::{Load, Round, Server},
    postgres::Postgres,
    tools,
};

/// Serials that are issued, as a range.
const UNITS: usize = 10_000_000;
const ROUNDS: usize = 5;
/// How long one server is asked in a round, in seconds.
const SECONDS: u32 = 5;

/// A way of asking a server.
struct Subject<'a> {
    name: &'static str,
    server: &'a Server,
    script: &'a Path,
    /// Of which subject its rate must be at least how much, in the median of the rounds.
    must: Option<(usize, f64)>,
}

/// What `docs/running.md` has operators set, for a machine of some gigabytes.
const POSTGRES: &str = "-c shared_buffers=512MB -c wal_compression=on -c max_wal_size=4GB \
    -c min_wal_size=1GB -c checkpoint_timeout=15min";

/// So many megabytes go through the log first, and its files are used again: a database that has been
/// running for a while has no new ones to write full of zeros, which every check would wait for.
const LOGGED_BEFORE_MB: u32 = 1100;

/// How much longer than hello's the 99th percentile of latency may be.
const P99_MOST: f64 = 6.0;

/// Prints a table; fails where a ratio is below what it must be. With `--guided` both programs are built as
/// `cargo xtask dist` does, which takes much longer.
pub fn run_bench(rest: &[String]) -> Result<()> {
    let build = match rest {
        [] => Build::Plain,
        [word] if word == "--guided" => Build::Guided,
        _ => bail!("`bench api` takes `--guided` and nothing else"),
    };
    tools::wrk()?;
    tools::postgres()?;
    let hello = Server::start(&mut Command::new(dist::hello(build)?))?;
    let load = Load::new(dist::server(build)?, target().join("bench-api"))?;
    let postgres = Postgres::start(POSTGRES).context("starting PostgreSQL")?;
    let serials = step("issuing 10 million serials on each engine", || {
        load.fill(&postgres.url, UNITS)?;
        load.fill(&load.sqlite(), UNITS)
    })?;
    use_log(&postgres)?;
    let on_sqlite = load.serve(&load.sqlite(), &[])?;
    let on_postgres = load.serve(&postgres.url, &[])?;
    for server in [&on_sqlite, &on_postgres] {
        server.knows(&serials[0])?;
    }
    let scripts = load.scripts(&serials)?;
    let subject = |name, server, script, must| Subject {
        name,
        server,
        script,
        must,
    };
    let subjects = [
        subject("hello", &hello, &*scripts.hello, None),
        subject("SQLite, check", &on_sqlite, &scripts.check, Some((0, 0.22))),
        subject("SQLite, read", &on_sqlite, &scripts.read, Some((0, 0.45))),
        subject(
            "PostgreSQL, check",
            &on_postgres,
            &scripts.check,
            Some((1, 0.8)),
        ),
        subject("PostgreSQL, read", &on_postgres, &scripts.read, None),
    ];
    let ask_all = || -> Result<Vec<Round>> {
        let asked = subjects
            .iter()
            .map(|subject| subject.server.ask(subject.script, SECONDS));
        asked.collect()
    };
    // Once around, so that no round is the one that finds everything cold.
    ask_all()?;
    let mut rounds: Vec<Vec<Round>> = Vec::new();
    for round in 0..ROUNDS {
        println!("round {} of {ROUNDS}", round + 1);
        rounds.push(ask_all()?);
    }
    report(&subjects, &rounds)
}

fn use_log(postgres: &Postgres) -> Result<()> {
    let fill = format!(
        "select pg_logical_emit_message(false, 'bench', repeat('x', 1000000))
         from generate_series(1, {LOGGED_BEFORE_MB})"
    );
    let mut psql = Command::new("psql");
    psql.args(["--no-psqlrc", "--quiet", "--output", "/dev/null"])
        .args(["--dbname", &postgres.url]);
    for statement in [fill.as_str(), "checkpoint"] {
        psql.args(["--command", statement]);
    }
    run(&mut psql)
}

fn report(subjects: &[Subject<'_>], rounds: &[Vec<Round>]) -> Result<()> {
    let median = |of: &dyn Fn(&[Round]) -> f64| -> f64 {
        let mut values: Vec<f64> = rounds.iter().map(|round| of(round)).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    println!(
        "{:18} {:>10} {:>8} {:>16} {:>10} {:>10} {:>10}",
        "", "answers/s", "of hello", "must", "p99 µs", "of hello", "CPU µs"
    );
    let mut is_below = false;
    for (index, subject) in subjects.iter().enumerate() {
        let ratio = |of: usize| median(&|round| round[index].rate / round[of].rate);
        let p99 = median(&|round| round[index].p99_us / round[0].p99_us);
        let must = match subject.must {
            Some((0, least)) => format!("{least:.2} of hello"),
            Some((of, least)) => format!("{least:.2} of {:.2}", ratio(0) / ratio(of)),
            None => String::new(),
        };
        println!(
            "{:18} {:10.0} {:8.3} {must:>16} {:10.0} {p99:10.2} {:10.1}",
            subject.name,
            median(&|round| round[index].rate),
            ratio(0),
            median(&|round| round[index].p99_us),
            median(&|round| round[index].cpu_us),
        );
        if let Some((of, least)) = subject.must {
            is_below |= ratio(of) < least || p99 > P99_MOST;
        }
    }
    if is_below {
        bail!("a ratio is not what it must be");
    }
    Ok(())
}
