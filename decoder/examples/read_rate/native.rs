//! The photographs, one by one.

#[path = "../../tests/photographs/mod.rs"]
mod photographs;

use std::{collections::BTreeMap, time::Instant};

use decoder::{Effort, Options};
use photographs::{Photograph, Score, Truth};
use serde_json::{Value, json};

/// One image, measured.
struct Shot {
    truth: Truth,
    score: Score,
    ms: f64,
}

/// Looks at every photograph that was asked for, and prints what came of it.
pub fn run() {
    let Some(corpus) = photographs::corpus() else {
        println!("TOUCHSTONE_CORPUS names no folder of photographs: there is nothing to measure");
        return;
    };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (flags, wanted): (Vec<String>, Vec<String>) = arguments
        .into_iter()
        .partition(|argument| argument.starts_with("--"));
    let has = |flag: &str| flags.iter().any(|one| one == flag);
    let effort = if has("--frame") {
        Effort::Frame
    } else {
        Effort::Still
    };
    let work = flags.iter().find_map(|flag| flag.strip_prefix("--work="));
    let options = Options {
        effort,
        work: work.map(|work| work.parse().unwrap()),
        ..Options::default()
    };
    let mut sets: BTreeMap<String, Vec<Shot>> = BTreeMap::new();
    for truth in photographs::truths(&corpus) {
        if !wanted.is_empty() && !wanted.contains(&truth.set) {
            continue;
        }
        let photograph = Photograph::open(&corpus.join(&truth.file));
        let start = Instant::now();
        let symbols = photograph.scan(&options);
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let score = photographs::score(&truth, &symbols);
        let shots = sets.entry(truth.set.clone()).or_default();
        shots.push(Shot { truth, score, ms });
    }
    if has("--json") {
        let sets: BTreeMap<&String, Value> = sets
            .iter()
            .map(|(name, shots)| (name, as_json(shots)))
            .collect();
        println!(
            "{}",
            json!({ "effort": format!("{effort:?}"), "sets": sets })
        );
        return;
    }
    println!("set                   images read        codes found      false  median ms  p95 ms");
    for (name, shots) in &sets {
        println!("{}", line(name, shots));
    }
    for shot in sets.values().flatten() {
        if has("--list") && shot.score.codes < shot.truth.codes {
            println!(
                "{} {} of {}",
                shot.truth.file, shot.score.codes, shot.truth.codes
            );
        }
        for text in &shot.score.wrong {
            println!("false read: {}: {text:?}", shot.truth.file);
        }
    }
}

/// Images read, codes found, codes there, false reads.
fn counts(shots: &[Shot]) -> [usize; 4] {
    let sum = |of: fn(&Shot) -> usize| shots.iter().map(of).sum();
    [
        sum(|shot| usize::from(shot.score.is_read)),
        sum(|shot| shot.score.codes),
        sum(|shot| shot.truth.codes),
        sum(|shot| shot.score.wrong.len()),
    ]
}

/// The time that `share` of the images stay under, in ms.
fn quantile(shots: &[Shot], share: f64) -> f64 {
    let mut times: Vec<f64> = shots.iter().map(|shot| shot.ms).collect();
    times.sort_by(f64::total_cmp);
    let at = (times.len().saturating_sub(1) as f64 * share).round() as usize;
    times.get(at).copied().unwrap_or(0.0)
}

fn line(name: &str, shots: &[Shot]) -> String {
    let [read, found, codes, wrong] = counts(shots);
    let percent = |part: usize, all: usize| part as f64 / all.max(1) as f64 * 100.0;
    let all = shots.len();
    format!(
        "{name:20} {read:4} of {all:4} {:5.1} %  {found:4} of {codes:4} {:5.1} %  {wrong:4} {:9.1} {:8.1}",
        percent(read, all),
        percent(found, codes),
        quantile(shots, 0.5),
        quantile(shots, 0.95),
    )
}

fn as_json(shots: &[Shot]) -> Value {
    let [read, found, codes, wrong] = counts(shots);
    let images: Vec<Value> = shots
        .iter()
        .map(|shot| {
            json!({
                "file": shot.truth.file,
                "read": shot.score.is_read,
                "codes_found": shot.score.codes,
                "codes": shot.truth.codes,
                "false_reads": shot.score.wrong,
                "ms": shot.ms,
            })
        })
        .collect();
    json!({
        "images": shots.len(),
        "images_read": read,
        "codes": codes,
        "codes_found": found,
        "false_reads": wrong,
        "median_ms": quantile(shots, 0.5),
        "p95_ms": quantile(shots, 0.95),
        "each": images,
    })
}
