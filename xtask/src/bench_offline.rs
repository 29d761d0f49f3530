//! `cargo xtask bench offline`: an offline pack of a million serials against what was promised: its
//! size, how long it takes to build, how often it lists a serial that was never issued, and what a
//! judgement costs as wasm.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::{
    command::{command, output, root},
    tools, wasm,
};

/// Serials in each pack.
const SERIALS: u32 = 1_000_000;

/// Milliseconds to build one, keys of the serials included.
const BUILT_MS: f64 = 10_000.0;

/// Microseconds of one judgement as wasm.
const LOOK_UP_US: f64 = 10.0;

/// Bits of a fingerprint, with the bytes of a pack of a million.
const WIDTHS: [(u32, f64); 2] = [(8, 1_300_000.0), (16, 2_500_000.0)];

/// How far what is measured may be from what is said, in standard deviations.
const DEVIATIONS: f64 = 5.0;

/// Prints what was measured; fails where a promise is broken.
pub fn run_bench() -> Result<()> {
    let folder = wasm::target_folder().join("bench-offline");
    fs::create_dir_all(&folder)?;
    let built = wasm::example("offline", "look_up")?;
    let wasm = folder.join("look_up.wasm");
    wasm::optimized(&tools::for_wasm()?, &built, &wasm)?;
    let mut broken = Vec::new();
    for (bits, budget) in WIDTHS {
        let pack = folder.join(format!("{bits}.pack"));
        let made = make(bits, &pack)?;
        let phone = on_the_phone(&wasm, &pack)?;
        let mut hold = |name: &str, value: f64, most: f64| {
            println!("{bits:2} bits: {name:44} {value:12.2}, at the most {most:.2}");
            if value > most {
                broken.push(format!("{bits} bits: {name}"));
            }
        };
        hold("bytes", number(&made, "bytes")?, budget);
        hold("ms to build", number(&made, "built_ms")?, BUILT_MS);
        hold(
            "issued serials that are not listed",
            number(&made, "missed")?,
            0.0,
        );
        hold("the same as wasm", number(&phone, "missed")?, 0.0);
        let said = f64::from(1u32 << bits);
        for (name, told) in [("natively", &made), ("as wasm", &phone)] {
            let (asked, wrong) = (number(told, "asked")?, number(told, "wrong")?);
            let expected = asked / said;
            println!("{bits:2} bits: lists one in {:.1}, {name}", asked / wrong);
            let name = format!("deviations from one in {said}, {name}");
            hold(
                &name,
                (wrong - expected).abs() / expected.sqrt(),
                DEVIATIONS,
            );
        }
        hold(
            "µs a listed serial, wasm",
            number(&phone, "known_us")?,
            LOOK_UP_US,
        );
        hold(
            "µs another serial, wasm",
            number(&phone, "unknown_us")?,
            LOOK_UP_US,
        );
        println!(
            "{bits:2} bits: opened in {:.1} ms as wasm",
            number(&phone, "open_ms")?
        );
        println!(
            "{bits:2} bits: {:.0} ns a judgement natively",
            number(&made, "look_up_ns")?
        );
    }
    if !broken.is_empty() {
        bail!("broken: {}", broken.join("; "));
    }
    Ok(())
}

fn make(bits: u32, pack: &Path) -> Result<Value> {
    let mut cargo = command("cargo");
    cargo
        .args(["run", "--quiet", "--release", "-p", "offline"])
        .args(["--example", "make_pack", "--"])
        .args([SERIALS.to_string(), bits.to_string()])
        .arg(pack);
    serde_json::from_str(&output(&mut cargo)?).context("reading what make_pack told")
}

fn on_the_phone(wasm: &Path, pack: &Path) -> Result<Value> {
    let mut node = command("node");
    node.arg(root().join("offline/examples/look_up.mjs"))
        .args([wasm, pack])
        .arg(SERIALS.to_string());
    serde_json::from_str(&output(&mut node)?).context("reading what look_up.mjs told")
}

fn number(told: &Value, name: &str) -> Result<f64> {
    let value = told.get(name).and_then(Value::as_f64);
    value.with_context(|| format!("nothing was told of `{name}`"))
}
