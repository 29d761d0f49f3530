//! Real photographs, where `TOUCHSTONE_CORPUS` names a folder of them; skipped elsewhere.
//!
//! Each set has a floor a little under what was measured: a change that reads less is seen.
//! The everyday suite looks at every third image; `TOUCHSTONE_DEEP=1` looks at all.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]
#![cfg(not(target_arch = "wasm32"))]

mod photographs;

use std::collections::BTreeMap;

use decoder::{Effort, Options};
use photographs::Photograph;

/// Lowest share of images read, in percent, by set.
const FLOORS: &[(&str, f64)] = &[
    ("dm-puck", 90.0),
    ("dm-zxing-cpp", 87.0),
    ("qr-boofcv", 80.0),
    ("qr-jsqr", 80.0),
    ("qr-zxing-cpp", 91.0),
    ("qr-zxing-java", 90.0),
];

#[test]
fn photographs() {
    let Some(corpus) = photographs::corpus() else {
        println!("skipped: TOUCHSTONE_CORPUS names no folder of photographs");
        return;
    };
    let every = if std::env::var_os("TOUCHSTONE_DEEP").is_some() {
        1
    } else {
        3
    };
    let options = Options {
        effort: Effort::Still,
        ..Options::default()
    };
    let mut sets: BTreeMap<String, [usize; 4]> = BTreeMap::new();
    let mut false_reads = Vec::new();
    for truth in photographs::truths(&corpus).into_iter().step_by(every) {
        let symbols = Photograph::open(&corpus.join(&truth.file)).scan(&options);
        let score = photographs::score(&truth, &photographs::reads(&symbols));
        let entry = sets.entry(truth.set.clone()).or_default();
        let counts = [usize::from(score.is_read), 1, score.codes, truth.codes];
        for (sum, count) in entry.iter_mut().zip(counts) {
            *sum += count;
        }
        let wrong = score.wrong.into_iter();
        false_reads.extend(wrong.map(|text| format!("{}: {text:?}", truth.file)));
    }
    for (set, [read, all, found, codes]) in &sets {
        println!(
            "{set:20} {read:4} of {all:4}  {:5.1} %, codes {found:4} of {codes:4}",
            *read as f64 / *all as f64 * 100.0
        );
    }
    println!("false reads: {false_reads:#?}");
    for (set, floor) in FLOORS {
        let [read, all, ..] = sets[*set];
        let share = read as f64 / all as f64 * 100.0;
        assert!(share >= *floor, "{set}: {share:.1} % is under {floor} %");
    }
    assert!(false_reads.is_empty(), "{false_reads:#?}");
}
