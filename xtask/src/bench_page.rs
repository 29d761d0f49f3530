//! `cargo xtask bench page`: what the pages cost a phone. Lighthouse on verdict pages, the time from a tap
//! to the preview and to the verdict with a quarter of a core, what 1,000 scans leave in memory, and an
//! inspector's shelves with a quarter of a core.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::{
    command::{command, output, root, run, target},
    frames, serve, tools,
};

/// The label of the demo brand that the fake camera sees.
const LABEL: &str = "coffee-issued";

/// Builds as `cargo xtask serve` does and measures; `parts` are of `lighthouse`, `taps`, `memory` and
/// `sweep`, all where none is named.
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
    let database = format!("sqlite:{}", folder.join("demo.db").display());
    let mut child = command(serve::server_path())
        .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--web"])
        .arg(root().join("dist"))
        .args(["--database", &database])
        .stdout(Stdio::piped())
        .spawn()
        .context("the server could not be started")?;
    let measured = || -> Result<()> {
        let origin = origin_of(&mut child)?;
        let spec = folder.join("spec.json");
        let labels = labels(&origin)?;
        let mut films = vec![film_of(&labels)?];
        for (count, columns) in [(12, 4), (30, 6)] {
            let packs = shelf_of(&labels, count)?;
            let name = format!("shelf-{count}");
            let list = Value::Array(packs.clone()).to_string();
            fs::write(folder.join(format!("{name}.json")), list)?;
            films.push(json!({ "name": name, "packs": packs, "columns": columns }));
        }
        fs::write(&spec, Value::Array(films).to_string())?;
        frames::run(&frames::Options {
            spec,
            out: folder.clone(),
        })?;
        let invites = [invite(&origin, &database)?, invite(&origin, &database)?];
        run(command("node")
            .arg(root().join("e2e/bench/page/run.mjs"))
            .arg(&origin)
            .arg(&folder)
            .args(parts)
            .env("TOUCHSTONE_INVITES", invites.join(" "))
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

/// An inspector's invitation.
fn invite(origin: &str, database: &str) -> Result<String> {
    let link = output(command(serve::server_path()).args([
        "invite",
        "--organisation",
        "northbeam",
        "--role",
        "inspector",
        "--public-origin",
        origin,
        "--database",
        database,
    ]))?;
    Ok(link.trim().to_owned())
}

/// The demo brand's labels, as the server at `origin` has them.
fn labels(origin: &str) -> Result<Vec<Value>> {
    let list = output(command("node").args([
        "-e",
        "fetch(process.argv[1]).then((answer) => answer.text()).then((text) => process.stdout.write(text))",
        &format!("{origin}/demo.json"),
    ]))?;
    serde_json::from_str(&list).context("/demo.json is no list")
}

/// The spec of a video of the label.
fn film_of(labels: &[Value]) -> Result<Value> {
    let label = labels
        .iter()
        .find(|label| label["id"] == LABEL)
        .with_context(|| format!("the demo has no label {LABEL}"))?;
    Ok(json!({
        "name": "film",
        "symbology": label["symbology"],
        "gs1": label["gs1"],
        "content": label["content"],
    }))
}

/// Packs for a shelf: one of each label that has a serial, and then ones whose serials nobody issued.
fn shelf_of(labels: &[Value], count: usize) -> Result<Vec<Value>> {
    let text = |label: &Value| label["content"].as_str().unwrap_or_default().to_owned();
    let mut packs: Vec<Value> = Vec::new();
    for label in labels {
        let content = text(label);
        let has_serial = content.contains("/21/") || content.contains("\u{1d}21");
        if has_serial && packs.iter().all(|known| text(known) != content) {
            packs.push(label.clone());
        }
    }
    let like = packs
        .iter()
        .find(|label| label["id"] == LABEL)
        .with_context(|| format!("the demo has no label {LABEL}"))?
        .clone();
    let (before, _) = text(&like)
        .split_once("/21/")
        .map(|(before, after)| (before.to_owned(), after.to_owned()))
        .context("the label is no link with a serial")?;
    for at in packs.len()..count {
        let mut made_up = like.clone();
        made_up["content"] = json!(format!("{before}/21/MADEUP{at}Q7ZZ"));
        made_up["expect_standing"] = json!("not-issued");
        packs.push(made_up);
    }
    packs.truncate(count);
    Ok(packs)
}
