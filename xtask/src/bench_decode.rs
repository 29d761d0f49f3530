//! `cargo xtask bench decode`: what the decoder reads beside the readers that a page can load today, how
//! fast, and what wrongly, all in one worker of Chromium on the same pixels; `--native` for ours alone,
//! `--video` or `--video=N` for videos of a hand-held camera.

use std::{fs, process::Command};

use anyhow::Result;

use crate::{
    command::{command, root, run, target},
    tools, wasm,
};

const READ_RATE: [&str; 4] = ["-p", "decoder", "--example", "read_rate"];

/// What lets stages of the search be left out.
const ABLATION: [&str; 2] = ["--features", "ablation"];

/// Names one of the readers that take part; all do where none is named.
const READER: &str = "--reader=";

/// Makes the pictures natively, has every reader look at them in Chromium, and prints the table.
///
/// # Errors
/// Where something can't be built or installed, or an image can't be opened.
pub fn run_bench(arguments: &[String]) -> Result<()> {
    if arguments.iter().any(|argument| argument == "--native") {
        let rest = arguments.iter().filter(|argument| *argument != "--native");
        let is_ablation = arguments.iter().any(|one| one.starts_with("--ablation"));
        return run(read_rate(if is_ablation { &ABLATION } else { &[] }).args(rest));
    }
    let tools = tools::for_wasm()?;
    let chromium = tools::chromium()?;
    tools::bench_packages()?;
    let is_json = arguments.iter().any(|argument| argument == "--json");
    let say = |what: &str| {
        if !is_json {
            println!("▸ {what}");
        }
    };
    say("building the decoder as the worker has it");
    let ours = wasm::decoder_alone(&tools)?;
    let folder = target().join("bench-decode");
    let (frames, reads) = (folder.join("frames"), folder.join("reads.json"));
    // Videos in place of the pictures: those are made as they are wanted.
    let video = arguments.iter().find(|one| one.starts_with("--video"));
    let sets = || arguments.iter().filter(|one| !one.starts_with("--"));
    let made = || arguments.iter().filter(|one| one.starts_with("--made="));
    let mut film = String::new();
    if let Some(video) = video {
        run(command("cargo")
            .args(["build", "--quiet", "--release"])
            .args(READ_RATE))?;
        let program = target().join("release/examples/read_rate");
        film = format!("{} {video} --film", program.display());
    } else {
        say("writing the pictures");
        run(read_rate(&[])
            .arg(format!("--export={}", frames.display()))
            .args(made())
            .args(sets()))?;
    }
    say("reading them");
    let readers = arguments.iter().filter_map(|one| one.strip_prefix(READER));
    let rounds = arguments
        .iter()
        .find_map(|one| one.strip_prefix("--rounds="));
    let read = run(command("node")
        .arg(root().join("e2e/bench/run.mjs"))
        .args([&ours, &frames, &reads])
        .args(readers)
        .env("ROUNDS", rounds.unwrap_or("1"))
        .env("FILM", film)
        .env("TOUCHSTONE_CHROMIUM", chromium));
    // Hundreds of megabytes that can be made again.
    if video.is_none() {
        fs::remove_dir_all(&frames)?;
    }
    read?;
    let flags = arguments
        .iter()
        .filter(|one| matches!(one.as_str(), "--json" | "--list") || one.starts_with("--video"));
    run(read_rate(&[])
        .arg(format!("--score={}", reads.display()))
        .args(flags)
        .args(made())
        .args(sets()))
}

/// The decoder's own bench, with optimization.
fn read_rate(features: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo
        .args(["run", "--quiet", "--release"])
        .args(READ_RATE)
        .args(features)
        .arg("--");
    cargo
}
