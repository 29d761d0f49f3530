//! Real photographs, where `TOUCHSTONE_CORPUS` names a folder of them; skipped elsewhere.
//!
//! Each set has a floor a little under what was measured: a change that reads less is seen.
//! The everyday suite looks at every third image; `TOUCHSTONE_DEEP=1` looks at all.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeMap, path::Path};

use decoder::{Effort, Luma, Options, Symbol, scan};

/// What one line of `truth.jsonl` says, as far as it is needed here.
struct Truth {
    file: String,
    set: String,
    texts: Option<Vec<String>>,
    regions: Option<Vec<Vec<[f64; 2]>>>,
}

/// Lowest share of images read, in percent, by set.
const FLOORS: &[(&str, f64)] = &[
    ("dm-puck", 85.0),
    ("dm-zxing-cpp", 75.0),
    ("qr-boofcv", 75.0),
    ("qr-jsqr", 55.0),
    ("qr-zxing-cpp", 80.0),
    ("qr-zxing-java", 85.0),
];

#[test]
fn photographs() {
    let Some(corpus) = std::env::var_os("TOUCHSTONE_CORPUS") else {
        println!("skipped: TOUCHSTONE_CORPUS names no folder of photographs");
        return;
    };
    let corpus = Path::new(&corpus);
    let every = if std::env::var_os("TOUCHSTONE_DEEP").is_some() {
        1
    } else {
        3
    };
    let mut sets: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut false_reads = Vec::new();
    for (index, truth) in truths(corpus).into_iter().enumerate() {
        if index % every != 0 {
            continue;
        }
        let image = image::open(corpus.join(&truth.file)).unwrap().into_luma8();
        let (width, height) = (image.width() as usize, image.height() as usize);
        let luma = Luma::new(image.as_raw(), width, height, width).unwrap();
        let symbols = scan(
            &luma,
            &Options {
                effort: Effort::Still,
                ..Options::default()
            },
        );
        let (is_read, wrong) = score(&truth, &symbols);
        let entry = sets.entry(truth.set.clone()).or_default();
        entry.0 += usize::from(is_read);
        entry.1 += 1;
        false_reads.extend(
            wrong
                .into_iter()
                .map(|text| format!("{}: {text:?}", truth.file)),
        );
    }
    for (set, (read, all)) in &sets {
        println!(
            "{set:20} {read:4} of {all:4}  {:5.1} %",
            *read as f64 / *all as f64 * 100.0
        );
    }
    println!("false reads: {false_reads:#?}");
    for (set, floor) in FLOORS {
        let (read, all) = sets[*set];
        let share = read as f64 / all as f64 * 100.0;
        assert!(share >= *floor, "{set}: {share:.1} % is under {floor} %");
    }
    assert!(false_reads.len() <= 1, "{false_reads:#?}");
}

/// Line ends, GS and NUL are ignored in the comparison.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\r' | '\n' | '\u{1d}' | '\0'))
        .collect()
}

/// Whether the image counts as read, and the texts that contradict what is known of it.
fn score(truth: &Truth, symbols: &[Symbol]) -> (bool, Vec<String>) {
    let read: Vec<(&Symbol, String)> = symbols
        .iter()
        .filter_map(|symbol| Some((symbol, plain(&symbol.payload.as_ref().ok()?.text))))
        .collect();
    if truth.set.starts_with("none-") {
        return (
            read.is_empty(),
            read.into_iter().map(|(_, text)| text).collect(),
        );
    }
    if let Some(texts) = &truth.texts {
        let known: Vec<String> = texts.iter().map(|text| plain(text)).collect();
        let is_read = read.iter().any(|(_, text)| known.contains(text));
        // Other texts may be codes that nobody labelled, or another reading of a character set.
        let wrong = read.into_iter().map(|(_, text)| text).filter(|text| {
            !known.contains(text)
                && known.iter().any(|other| other.len() == text.len())
                && text.is_ascii()
        });
        return (is_read, wrong.collect());
    }
    let regions = truth.regions.as_deref().unwrap_or_default();
    let is_read = read.iter().any(|(symbol, _)| {
        let center = symbol.corners.center();
        regions
            .iter()
            .any(|region| is_inside(region, f64::from(center.x), f64::from(center.y)))
    });
    (is_read, Vec::new())
}

/// Inside the quadrilateral's bounding box, inflated by 15 %.
fn is_inside(region: &[[f64; 2]], x: f64, y: f64) -> bool {
    let range = |axis: usize| {
        let values = region.iter().map(|point| point[axis]);
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), v| {
            (low.min(v), high.max(v))
        });
        let margin = (high - low) * 0.15;
        low - margin..high + margin
    };
    range(0).contains(&x) && range(1).contains(&y)
}

fn truths(corpus: &Path) -> Vec<Truth> {
    let text = std::fs::read_to_string(corpus.join("truth.jsonl")).unwrap();
    let lines = text.lines().map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let string = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Truth {
            file: string("file"),
            set: string("set"),
            texts: serde_json::from_value(value["texts"].clone()).unwrap(),
            regions: serde_json::from_value(value["regions"].clone()).unwrap(),
        }
    });
    lines.collect()
}
