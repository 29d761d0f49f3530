//! Our own decoder, natively.

use std::{collections::BTreeMap, time::Instant};

use decoder::{Effort, Options};
use serde_json::{Value, json};

use super::{
    photographs,
    pictures::Picture,
    shot::{Shot, Sum, list},
};

/// Looks at every picture, and prints what came of it.
pub fn run(pictures: &[Picture], flags: &[String]) {
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
    for picture in pictures {
        let photograph = picture.open();
        let start = Instant::now();
        let symbols = photograph.scan(&options);
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let truth = picture.truth.clone();
        let score = photographs::score(&truth, &photographs::reads(&symbols));
        let shots = sets.entry(truth.set.clone()).or_default();
        shots.push(Shot {
            truth,
            score,
            ms,
            is_broken: false,
        });
    }
    if has("--json") {
        let sets: BTreeMap<&String, Value> = sets
            .iter()
            .map(|(name, shots)| (name, Sum::of(shots).json(shots)))
            .collect();
        println!(
            "{}",
            json!({ "effort": format!("{effort:?}"), "sets": sets })
        );
        return;
    }
    println!("set                   images read        codes found      false  median ms  p95 ms");
    for (name, shots) in &sets {
        println!("{}", line(name, &Sum::of(shots)));
    }
    list(sets.values().flatten(), has("--list"), "");
}

fn line(name: &str, sum: &Sum) -> String {
    format!(
        "{name:20} {:4} of {:4} {:5.1} %  {:4} of {:4} {:5.1} %  {:4} {:9.1} {:8.1}",
        sum.read,
        sum.images,
        sum.read_percent(),
        sum.found,
        sum.codes,
        sum.found_percent(),
        sum.wrong,
        sum.median_ms,
        sum.p95_ms,
    )
}
