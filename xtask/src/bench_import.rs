//! `cargo xtask bench import`: units a second into SQLite, and bytes a unit there.

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::Path,
    time::Instant,
};

use anyhow::{Context as _, Result, bail};

use crate::command::{command, run, target};

/// Units that are imported.
const UNITS: u64 = 1_000_000;

/// Units a second on an idle machine; a busy one is told so, and nothing fails.
const GOAL: f64 = 200_000.0;

/// What a unit may take, in bytes: 1.4 times its 14 bytes of key and 5 of state.
const BUDGET: f64 = 1.4 * 19.0;

const RECORDS: &str = r#"{"type":"brand","id":"bench","name":"Bench","prefixes":["9506000"]}
{"type":"product","brand":"bench","gtin":"09506000134352","name":{"en":"Bench"},"sector":"food","serials":"declared"}
{"type":"batch","gtin":"09506000134352","batch":"L1"}
{"type":"batch","gtin":"09506000134352","batch":"L2"}
"#;

/// Prints both; fails where a unit takes more than its budget.
pub fn run_bench() -> Result<()> {
    run(command("cargo").args(["build", "--quiet", "--release", "-p", "api"]))?;
    let folder = target().join("bench-import");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let (records, units) = (folder.join("records.jsonl"), folder.join("units.csv"));
    fs::write(&records, RECORDS)?;
    write_units(&units, UNITS)?;
    let database = folder.join("bench.db");
    import(&database, &records)?;
    let before = fs::metadata(&database)?.len();
    let began = Instant::now();
    import(&database, &units)?;
    let rate = UNITS as f64 / began.elapsed().as_secs_f64();
    let bytes = (fs::metadata(&database)?.len() - before) as f64 / UNITS as f64;
    println!("{rate:.0} units/s, goal {GOAL:.0} on an idle machine");
    println!("{bytes:.1} bytes a unit, budget {BUDGET:.1}");
    fs::remove_dir_all(&folder)?;
    if bytes > BUDGET {
        bail!("a unit takes more than its budget");
    }
    Ok(())
}

/// Serials of twelve characters in no order, of two batches in turn, as a line's database has them.
pub fn write_units(path: &Path, count: u64) -> Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "gtin,batch,serial,issued_on,state")?;
    let mut state = 1u64;
    for number in 0..count {
        // A step of splitmix64: every serial once, in an order of its own.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let mut serial = [0; 12];
        for letter in &mut serial {
            *letter = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(mixed % 32) as usize];
            mixed /= 32;
        }
        let serial = std::str::from_utf8(&serial).context("letters")?;
        let batch = 1 + number % 2;
        writeln!(out, "09506000134352,L{batch},{serial},2026-11-24,applied")?;
    }
    out.flush()?;
    Ok(())
}

fn import(database: &Path, file: &Path) -> Result<()> {
    run(command(target().join("release/touchstone"))
        .arg("import")
        .arg("--database")
        .arg(format!("sqlite:{}", database.display()))
        .arg(file))
}
