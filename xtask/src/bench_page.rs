//! `cargo xtask bench page`: what the pages cost a phone. Lighthouse on verdict pages, the time from a tap
//! to the preview and to the verdict with a quarter of a core, and what 1,000 scans leave in memory.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::{
    bench_import::target,
    command::{command, output, root, run},
    frames, serve, tools,
};

/// The label of the demo brand that the fake camera sees.
const LABEL: &str = "coffee-issued";

/// Builds as `cargo xtask serve` does and measures; `parts` are of `lighthouse`, `taps` and `memory`, all
/// where none is named.
///
/// # Errors
/// Where something can't be built or installed, or a budget is passed.
pub fn run_bench(parts: &[String]) -> Result<()> {
    let chromium = tools::chromium()?;
    tools::page_bench_packages()?;
    serve::build()?;
    let folder = target().join("bench-page");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut child = command(serve::server_path())
        .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--web"])
        .arg(root().join("dist"))
        .arg("--database")
        .arg(format!("sqlite:{}", folder.join("demo.db").display()))
        .stdout(Stdio::piped())
        .spawn()
        .context("the server could not be started")?;
    let measured = || -> Result<()> {
        let origin = origin_of(&mut child)?;
        let film = folder.join("film.y4m");
        let spec = folder.join("spec.json");
        fs::write(&spec, film_of(&origin)?.to_string())?;
        frames::run(&frames::Options {
            spec,
            out: folder.clone(),
        })?;
        run(command("node")
            .arg(root().join("e2e/bench/page/run.mjs"))
            .arg(&origin)
            .arg(&film)
            .args(parts)
            .env("TOUCHSTONE_CHROMIUM", &chromium))
    }();
    child.kill()?;
    child.wait()?;
    fs::remove_dir_all(&folder)?;
    measured
}

/// Where the server listens; a browser takes `localhost` for secure.
fn origin_of(child: &mut Child) -> Result<String> {
    let out = child.stdout.take().context("the server has no output")?;
    for line in BufReader::new(out).lines() {
        if let Some(address) = line?.strip_prefix("listening on ") {
            return Ok(address.replace("127.0.0.1", "localhost"));
        }
    }
    bail!("the server ended before it listened")
}

/// The spec of a video of the label, as the server at `origin` has it.
fn film_of(origin: &str) -> Result<Value> {
    let list = output(command("node").args([
        "-e",
        "fetch(process.argv[1]).then((answer) => answer.text()).then((text) => process.stdout.write(text))",
        &format!("{origin}/demo.json"),
    ]))?;
    let list: Value = serde_json::from_str(&list).context("/demo.json is no JSON")?;
    let label = list
        .as_array()
        .and_then(|labels| labels.iter().find(|label| label["id"] == LABEL))
        .with_context(|| format!("the demo has no label {LABEL}"))?;
    Ok(json!([{
        "name": "film",
        "symbology": label["symbology"],
        "gs1": label["gs1"],
        "content": label["content"],
    }]))
}
