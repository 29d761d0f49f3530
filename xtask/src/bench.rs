//! `cargo xtask bench size`: what a browser loads, in brotli at its best.

use std::{fs, path::Path, process::Stdio};

use anyhow::{Context as _, Result, bail};

use crate::{
    command::{command, root},
    tools, wasm,
};

/// Parts with their budgets in KB of 1024 bytes. The main bundle's has the scanner in all languages; the worker's holds the decoder's own search, what of
/// the engines' detectors it calls, and GS1 syntax; what is aimed at is 120. On 29 November 2026 the worker passed its
/// budget: it weighed 181, after 147 without Micro QR Codes, rMQR, structured append and the stream.
/// The inspector's page is loaded by staff before they leave: it has GS1 syntax, the offline judge and the
/// check of reports, and nobody else loads it.
const BUDGETS: [(&str, &str, f64); 3] = [
    ("main bundle", "app", 200.0),
    ("worker", "worker", 150.0),
    ("inspector", "inspector", 460.0),
];

/// What GS1 syntax adds to the worker, in KB of 1024 bytes: dictionary and linters included.
const GS1_BUDGET: f64 = 60.0;

/// The decoder's wasm and its script, without what the worker does with a payload, in KB of 1024 bytes.
const DECODER_BUDGET: f64 = 120.0;

/// Prints the sizes; fails where a budget is passed.
pub fn size() -> Result<()> {
    let dist = root().join("dist");
    let mut is_over = gs1_share()? > GS1_BUDGET;
    is_over |= decoder_alone()? > DECODER_BUDGET;
    for (name, prefix, budget) in BUDGETS {
        let mut total = 0;
        for entry in
            fs::read_dir(&dist).context("reading dist: build it with `cargo xtask serve`")?
        {
            let path = entry?.path();
            let file = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let is_code = file.ends_with(".js") || file.ends_with(".wasm");
            if !is_code || !file.starts_with(prefix) {
                continue;
            }
            let bytes = brotli(&fs::read(&path)?)?;
            println!("  {file:48} {:7.1} KB", bytes as f64 / 1024.0);
            total += bytes;
        }
        let kilobytes = total as f64 / 1024.0;
        println!("{name:14} {kilobytes:7.1} KB brotli, budget {budget:.0} KB");
        is_over |= kilobytes > budget || total == 0;
    }
    if is_over {
        bail!("a budget is passed, or a part is missing");
    }
    Ok(())
}

/// How soon a hand that can't see reads a code by what it is told, from random poses.
pub fn aim(arguments: &[String]) -> Result<()> {
    crate::command::run(
        command("cargo")
            .args([
                "run",
                "--quiet",
                "--release",
                "-p",
                "app",
                "--example",
                "aim",
                "--",
            ])
            .args(arguments),
    )
}

/// The least wasm that reads a code with all of `gs1`: more than its share of the worker, which has
/// the allocator and the formatting around it anyway.
fn gs1_share() -> Result<f64> {
    let tools = tools::for_wasm()?;
    let built = wasm::example("gs1", "wasm_share")?;
    let optimized = built.with_extension("opt.wasm");
    wasm::optimized(&tools, &built, &optimized)?;
    let bytes = fs::read(&optimized)?;
    let kilobytes = brotli(&bytes)? as f64 / 1024.0;
    println!("gs1            {kilobytes:7.1} KB brotli, budget {GS1_BUDGET:.0} KB");
    Ok(kilobytes)
}

/// The decoder as the worker has it: wasm, optimized and bound, and the script that binds it.
fn decoder_alone() -> Result<f64> {
    let folder = wasm::decoder_alone(&tools::for_wasm()?)?;
    let mut total = 0;
    for file in ["decoder_alone_bg.wasm", "decoder_alone.js"] {
        let bytes = brotli(&fs::read(folder.join(file))?)?;
        println!("  {file:48} {:7.1} KB", bytes as f64 / 1024.0);
        total += bytes;
    }
    let kilobytes = total as f64 / 1024.0;
    println!("decoder        {kilobytes:7.1} KB brotli, budget {DECODER_BUDGET:.0} KB");
    Ok(kilobytes)
}

/// The main bundle must not carry what only the worker and the server need: fails where a data
/// title of the GS1 dictionary is in it.
pub fn main_bundle_is_free_of_gs1(dist: &Path) -> Result<()> {
    let mut count = 0;
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with("app") || !name.ends_with(".wasm") {
            continue;
        }
        count += 1;
        let bytes = fs::read(&path)?;
        let title = b"REFURB LOT";
        if bytes.windows(title.len()).any(|window| window == title) {
            bail!(
                "{name} holds the table of application identifiers: something in the main bundle uses `gs1`"
            );
        }
    }
    if count == 0 {
        bail!("there is no main bundle in {}", dist.display());
    }
    Ok(())
}

/// The browser has the tables of legacy character sets in its `TextDecoder`: fails where the worker
/// brings its own, 99 KB of them. Gives how many wasm files were looked at.
pub fn worker_is_free_of_character_sets(dist: &Path) -> Result<usize> {
    // The first kanji of JIS X 0208, as `encoding_rs` stores them.
    let kanji: Vec<u8> = "亜唖娃阿"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut count = 0;
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with("worker") || !name.ends_with(".wasm") {
            continue;
        }
        count += 1;
        let bytes = fs::read(&path)?;
        if bytes.windows(kanji.len()).any(|window| window == kanji) {
            bail!("{name} holds the tables of `encoding_rs`: the worker asks the browser for text");
        }
    }
    Ok(count)
}

/// Node has brotli built in; quality 11.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let script = "const b=require('fs').readFileSync(0);const z=require('zlib');\
                  console.log(z.brotliCompressSync(b,{params:{[z.constants.BROTLI_PARAM_QUALITY]:11,\
                  [z.constants.BROTLI_PARAM_SIZE_HINT]:b.length}}).length)";
    let mut child = command("node")
        .args(["-e", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("`node` could not be started")?;
    if let Some(mut stdin) = child.stdin.take() {
        std::io::Write::write_all(&mut stdin, bytes)?;
    }
    let output = child.wait_with_output()?;
    String::from_utf8_lossy(&output.stdout)
        .trim()
        .parse()
        .context("node printed no size")
}
