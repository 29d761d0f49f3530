//! `cargo xtask bench offline`: an offline pack of a million serials against what was promised: its
//! size, how long it takes to build, how often it lists a serial that was never issued, and what a
//! judgement costs as wasm; and how long a server takes to give one, from a database with a million
//! issued serials.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::{
    command::{command, output, root, run, target},
    load::Server,
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

/// A brand with a product of 8 bits and one of 16.
const RECORDS: &str = r#"{"type":"brand","id":"bench","name":"Bench","prefixes":["9506000"]}
{"type":"product","brand":"bench","gtin":"09506000134352","name":{"en":"Tea"},"sector":"food","serials":"declared"}
{"type":"product","brand":"bench","gtin":"09506000134369","name":{"en":"Pills"},"sector":"medicine","safety_critical":true,"serials":"declared"}
{"type":"batch","gtin":"09506000134352","batch":"L1","best_before":"2030-01-31"}
{"type":"batch","gtin":"09506000134369","batch":"L1","expiry":"2030-01-31"}
"#;

/// These, each with what it is called here and the bytes of its pack.
const PRODUCTS: [(&str, &str, f64); 2] = [
    ("09506000134352", "8 bits", 1_300_000.0),
    ("09506000134369", "16 bits", 2_500_000.0),
];

/// How far what is measured may be from what is said, in standard deviations.
const DEVIATIONS: f64 = 5.0;

/// Prints what was measured; fails where a promise is broken.
pub fn run_bench() -> Result<()> {
    let folder = target().join("bench-offline");
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
    for (gtin, what, bytes) in PRODUCTS {
        let given = from_a_server(&folder, gtin)?;
        for (name, value, most) in [
            ("ms from a server", given.ms, BUILT_MS),
            ("bytes from a server", given.bytes, bytes),
        ] {
            println!("{what}: {name:39} {value:12.2}, at the most {most:.2}");
            if value > most {
                broken.push(format!("{what}: {name}"));
            }
        }
    }
    if !broken.is_empty() {
        bail!("broken: {}", broken.join("; "));
    }
    Ok(())
}

/// What a server gave.
struct Given {
    /// From the connection to the last byte, in milliseconds.
    ms: f64,
    /// Of the pack.
    bytes: f64,
}

/// A new database with a million issued serials of a product, a server on it, and its first pack.
fn from_a_server(folder: &Path, gtin: &str) -> Result<Given> {
    let folder = folder.join(format!("server-{gtin}"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    run(command("cargo").args(["build", "--quiet", "--release", "-p", "api"]))?;
    let program = || {
        let mut program = Command::new(target().join("release/touchstone"));
        let database = format!("sqlite:{}", folder.join("bench.db").display());
        program
            .env("TOUCHSTONE_DATABASE", database)
            .env("TOUCHSTONE_ISSUE_KEY", folder.join("issue-key"))
            .env("TOUCHSTONE_SEAL_KEY", folder.join("seal-key"));
        program
    };
    let records = folder.join("records.jsonl");
    fs::write(&records, RECORDS)?;
    run(program().arg("import").arg(&records))?;
    let count = SERIALS.to_string();
    let mut issuing = program();
    issuing
        .args(["issue", "--gtin", gtin, "--batch", "L1", "--count", &count])
        .stdout(Stdio::null());
    run(&mut issuing)?;
    let mut making = program();
    making.args([
        "key",
        "create",
        "--brand",
        "bench",
        "--scope",
        "offline-pack",
    ]);
    let key = output(&mut making)?;
    let mut serving = program();
    serving.args(["serve", "--listen", "127.0.0.1:0", "--log-filter", "warn"]);
    let server = Server::start(&mut serving)?;
    let host = server.url().trim_start_matches("http://");
    let began = Instant::now();
    let mut stream = TcpStream::connect(host)?;
    write!(
        stream,
        "GET /v1/offline-pack?gtin={gtin} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {}\r\n\
         Connection: close\r\n\r\n",
        key.trim()
    )?;
    let mut said = Vec::new();
    stream.read_to_end(&mut said)?;
    let ms = began.elapsed().as_secs_f64() * 1000.0;
    let end = said.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.context("the server's answer has a head")?;
    let head = String::from_utf8_lossy(&said[..end]).to_ascii_lowercase();
    if !head.contains(&format!("touchstone-pack-serials: {SERIALS}")) {
        bail!("the server says {head}");
    }
    Ok(Given {
        ms,
        bytes: (said.len() - end - 4) as f64,
    })
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
