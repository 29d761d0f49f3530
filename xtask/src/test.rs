//! `cargo xtask test`: every test of every package and target, the browser tests, and the checks.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    thread,
};

use anyhow::{Context as _, Result, bail};

use crate::{
    bench,
    command::{self, command, root, step},
    fuzz, parity, tidy, tools, wasm,
};

/// How much to test.
#[derive(clap::Args)]
pub struct Options {
    /// The long tests too: all photographs, more seeds, ten minutes of each fuzz target.
    #[arg(long)]
    deep: bool,
    /// Leave out the browser tests.
    #[arg(long)]
    no_browser: bool,
    /// Nothing but the browser tests, or those of the named files: `--browser tests/scan.spec.ts`.
    #[arg(long, num_args = 0.., value_name = "FILE", conflicts_with = "no_browser")]
    browser: Option<Vec<String>>,
}

/// What the runners counted.
#[derive(Default)]
struct Tally {
    passed: u64,
    failed: u64,
    /// Steps that failed without a count of their own.
    broken: Vec<String>,
    /// What each failed test is called, and the first lines of what it said.
    words: Vec<String>,
}

/// So many lines of what a failed test said are told again at the end.
const LINES_OF_A_FAILURE: usize = 12;

/// Goes on after a failure where that makes sense, and fails in the end.
pub fn run(options: &Options) -> Result<()> {
    let mut tally = Tally::default();
    if let Some(files) = &options.browser {
        let tools = tools::for_wasm()?;
        app_for_the_tests(&tools)?;
        in_browser(files, SERVER_ALONE, &mut tally)?;
        return tally.told();
    }
    tools::target("wasm32-unknown-unknown")?;
    tools::postgres()?;
    // Two things at a time where neither has work for all cores to its end: crates that many others wait for are
    // compiled on one.
    let tools = thread::scope(|scope| {
        let tools = scope.spawn(tools::for_wasm);
        checks(&mut tally);
        joined(tools)
    })?;
    let app = thread::scope(|scope| {
        let app = (!options.no_browser).then(|| scope.spawn(|| app_for_the_tests(&tools)));
        tests(&tools, options.deep, &mut tally);
        app.map(joined).transpose()
    });
    if options.deep && fuzz::run(&fuzz::Options::deep()).is_err() {
        tally.broken.push("fuzzing".to_owned());
    }
    let browser = app.and_then(|app| match app {
        Some(()) => in_browser(&[], BUILT_FOR_THE_TESTS, &mut tally),
        None => Ok(()),
    });
    if let Err(error) = browser {
        println!("  {error:#}");
        tally.broken.push("tests, browser".to_owned());
    }
    tally.told()
}

fn joined<T>(thread: thread::ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    let result = thread.join();
    result.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// What can be told without running anything.
fn checks(tally: &mut Tally) {
    let mut check = |what: &str, act: &mut dyn FnMut() -> Result<()>| {
        if step(what, act).is_err() {
            tally.broken.push(what.to_owned());
        }
    };
    check("format", &mut || {
        command::run(command("cargo").args(["fmt", "--all", "--check"]))
    });
    check("tidy", &mut || tidy::run(&root()));
    check("clippy, native", &mut || {
        command::run(command("cargo").args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ]))
    });
    check("clippy, wasm32", &mut || {
        command::run(command("cargo").args([
            "clippy",
            "-p",
            "app",
            "-p",
            "worker",
            "-p",
            "inspector",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ]))
    });
    check("documentation", &mut || {
        command::run(command("cargo").env("RUSTDOCFLAGS", "-D warnings").args([
            "doc",
            "--workspace",
            "--no-deps",
            "--quiet",
            "--lib",
        ]))
    });
}

/// All but those in a browser.
fn tests(tools: &tools::Tools, deep: bool, tally: &mut Tally) {
    let native = || {
        let mut cargo = command("cargo");
        cargo.args(["test", "--workspace", "--no-fail-fast"]);
        if deep {
            cargo.env("TOUCHSTONE_DEEP", "1");
        }
        cargo
    };
    counted("tests, native", native(), tally);
    if let Err(error) = pure_on_wasm(tally) {
        println!("  {error:#}");
        tally.broken.push("tests, wasm32".to_owned());
    }
    match parity::runner(tools, deep) {
        Ok(runner) => counted("tests, decoder natively and as wasm", runner, tally),
        Err(error) => {
            println!("  {error:#}");
            tally.broken.push("tests, decoder as wasm".to_owned());
        }
    }
}

impl Tally {
    /// The runner's own last lines.
    ///
    /// # Errors
    /// Where anything failed.
    fn told(&self) -> Result<()> {
        // Once more, at the end: a log may be kept by its last lines only.
        for words in &self.words {
            println!("{words}");
        }
        for what in &self.broken {
            println!("failed: {what}");
        }
        println!(
            "touchstone: {} passed, {} failed",
            self.passed,
            self.failed + self.broken.len() as u64
        );
        if self.failed > 0 || !self.broken.is_empty() {
            bail!("not everything passed");
        }
        Ok(())
    }
}

/// The pure crates' own tests as 32-bit wasm, on Node's WASI.
fn pure_on_wasm(tally: &mut Tally) -> Result<()> {
    const TARGET: &str = "wasm32-wasip1";
    tools::target(TARGET)?;
    let runner = format!(
        "node --no-warnings {}",
        root().join("xtask/wasi.mjs").display()
    );
    let mut cargo = command("cargo");
    cargo
        .env("CARGO_TARGET_WASM32_WASIP1_RUNNER", runner)
        // As optimized as the native ones, some of them end Node 20 with a fault of its own.
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "0")
        .args([
            "test",
            "--no-fail-fast",
            "--target",
            TARGET,
            "--lib",
            "--tests",
        ])
        .args([
            "-p",
            "gs1",
            "-p",
            "trace",
            "-p",
            "decoder",
            "-p",
            "signed",
            "-p",
            "evidence",
            "-p",
            "offline",
            "--features",
            "signed/sign",
        ]);
    counted("tests, wasm32", cargo, tally);
    Ok(())
}

/// What builds the server and the frames' generator, and nothing else.
const SERVER_ALONE: &[&str] = &["build", "-p", "api", "-p", "xtask", "--quiet"];
/// What builds every program for the native tests, and has nothing more to do after them: other packages
/// beside each other could mean other features of what they depend on, and all of it once more.
pub const BUILT_FOR_THE_TESTS: &[&str] = &["test", "--workspace", "--no-run", "--quiet"];

/// The app as a browser gets it.
fn app_for_the_tests(tools: &tools::Tools) -> Result<()> {
    step("building the app for the browser tests", || {
        // The same page with one quicker profile for both parts.
        let page = std::fs::read_to_string(root().join("index.html"))?;
        let quick = page
            .replace("\"wasm-app\"", "\"wasm-ci\"")
            .replace("\"wasm-worker\"", "\"wasm-ci\"");
        let quick = quick
            .replace("data-wasm-opt=\"z\"", "")
            .replace("data-wasm-opt=\"3\"", "")
            .replace(
                &format!("data-wasm-opt-params=\"{}\"", wasm::WORKER_PARAMS),
                "",
            );
        let path = root().join(".index.test.html");
        std::fs::write(&path, quick)?;
        let built = command::run(
            tools
                .command("trunk")
                .env_remove("NO_COLOR")
                .args([
                    "build",
                    ".index.test.html",
                    "--release",
                    "--offline",
                    "--dist",
                    "target/dist-test",
                ])
                .args(["--filehash", "true"]),
        );
        std::fs::remove_file(&path)?;
        built
    })
}

/// The server and Playwright, with the app that was built.
fn in_browser(files: &[String], server: &[&str], tally: &mut Tally) -> Result<()> {
    let chromium = tools::chromium()?;
    tools::e2e_packages()?;
    step("looking for GS1 syntax in the main bundle", || {
        let dist = root().join("target/dist-test");
        bench::worker_is_free_of_character_sets(&dist)?;
        bench::main_bundle_is_free_of_gs1(&dist)
    })?;
    step(
        "building the server and the frames' generator for the browser tests",
        || command::run(command("cargo").args(server)),
    )?;
    let target = command::target();
    let mut playwright = command("npx");
    playwright
        .current_dir(root().join("e2e"))
        .env("TOUCHSTONE_CHROMIUM", chromium)
        .env("TOUCHSTONE_SERVER", target.join("debug/touchstone"))
        .env("TOUCHSTONE_XTASK", target.join("debug/xtask"))
        .env("TOUCHSTONE_WEB", root().join("target/dist-test"))
        .args(["playwright", "test"])
        .args(files);
    counted("tests, browser", playwright, tally);
    Ok(())
}

/// Runs a test runner, shows its output, and adds up its summary lines.
fn counted(what: &str, mut runner: Command, tally: &mut Tally) {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    // Lines that are still to be kept of the failure that is being told.
    let mut keep = 0;
    let result = step(what, || {
        let mut child = runner
            .stdout(Stdio::piped())
            .spawn()
            .context("could not be started")?;
        let stdout = child.stdout.take().context("no output")?;
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("{line}");
            if names_a_failure(&line) {
                tally.words.push(format!("failed: {what}"));
                keep = LINES_OF_A_FAILURE;
            } else if line.starts_with("failures:") {
                keep = 0;
            }
            if keep > 0 && !line.trim().is_empty() {
                tally.words.push(format!("    {}", line.trim_end()));
                keep -= 1;
            }
            for (word, count) in summary(&line) {
                *counts.entry(word).or_default() += count;
            }
        }
        let status = child.wait()?;
        if !status.success() {
            bail!("{status}");
        }
        Ok(())
    });
    let failed = counts.get("failed").copied().unwrap_or(0);
    tally.passed += counts.get("passed").copied().unwrap_or(0);
    tally.failed += failed;
    if result.is_err() && failed == 0 {
        tally.broken.push(what.to_owned());
    }
}

/// Whether a runner's line is the head of what a failed test said: `---- name stdout ----` of
/// cargo, `  1) tests/scan.spec.ts:3:1 › reads ───` of Playwright.
fn names_a_failure(line: &str) -> bool {
    let text = line.trim();
    let cargo = text.starts_with("---- ") && text.ends_with(" ----");
    let playwright = text.split_once(") ").is_some_and(|(number, rest)| {
        number.parse::<u32>().is_ok() && rest.contains(".spec.ts:") && rest.contains(" › ")
    });
    cargo || playwright
}

/// `test result: ok. 3 passed; 0 failed; …` of cargo, `  3 passed (4.1s)` of Playwright.
fn summary(line: &str) -> Vec<(&'static str, u64)> {
    let text = line.trim().trim_start_matches(['\u{1b}', '[']);
    let parts: Vec<&str> = match text.strip_prefix("test result: ") {
        Some(rest) => rest
            .split_once(". ")
            .map_or(vec![], |(_, counts)| counts.split(';').collect()),
        None => vec![text],
    };
    let count = |part: &str| {
        let mut words = part.split_whitespace();
        let number: u64 = words.next()?.parse().ok()?;
        let word = words.next()?;
        let rest = words.next();
        // Playwright's own line ends there, or with its time in brackets.
        if rest.is_some_and(|rest| !rest.starts_with('(')) {
            return None;
        }
        ["passed", "failed", "flaky"]
            .into_iter()
            .find(|known| *known == word)
            .map(|word| (if word == "flaky" { "failed" } else { word }, number))
    };
    parts.into_iter().filter_map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::{names_a_failure, summary};

    #[test]
    fn heads_of_failures_of_both_runners() {
        assert!(names_a_failure("---- stream::reads_it stdout ----"));
        assert!(names_a_failure(
            "  1) tests/scan.spec.ts:12:1 › a shelf of 30 ─────────"
        ));
        assert!(!names_a_failure("test stream::reads_it ... FAILED"));
        assert!(!names_a_failure(
            "  ✓  12 tests/scan.spec.ts:12:1 › a shelf of 30 (4s)"
        ));
        assert!(!names_a_failure("1) a step"));
    }

    #[test]
    fn summaries_of_both_runners() {
        let cargo = "test result: ok. 12 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(summary(cargo), [("passed", 12), ("failed", 1)]);
        assert_eq!(summary("  31 passed (1.2m)"), [("passed", 31)]);
        assert_eq!(summary("  2 failed"), [("failed", 2)]);
        assert_eq!(summary("  1 flaky"), [("failed", 1)]);
        assert_eq!(summary("3 passed tests are nice"), []);
        assert_eq!(summary("running 3 tests"), []);
    }
}
