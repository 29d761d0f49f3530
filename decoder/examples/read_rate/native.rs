//! Our own decoder, natively.

use std::{collections::BTreeMap, time::Instant};

use decoder::{Effort, Luma, Options, Stream, Symbol};
use serde_json::{Value, json};

use super::{
    photographs::{self, Photograph},
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
    let frames = flags.iter().find_map(|flag| flag.strip_prefix("--frames="));
    let frames: Option<usize> = frames.map(|frames| frames.parse().unwrap());
    let mut sets: BTreeMap<String, Vec<Shot>> = BTreeMap::new();
    for picture in pictures {
        let photograph = picture.open();
        let (symbols, ms) = match frames {
            Some(frames) => streamed(&photograph, frames),
            None => {
                let start = Instant::now();
                let symbols = photograph.scan(&options);
                (symbols, vec![start.elapsed().as_secs_f64() * 1000.0])
            }
        };
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

/// What a camera that does not move sees of it in as many frames, and what each of them took in ms, up to
/// the first that was read.
fn streamed(photograph: &Photograph, frames: usize) -> (Vec<Symbol>, Vec<f64>) {
    let (width, height) = (photograph.width, photograph.height);
    let luma = Luma::new(&photograph.pixels, width, height, width).unwrap();
    let mut stream = Stream::new(Options::default());
    let (mut all, mut times): (Vec<Symbol>, Vec<f64>) = (Vec::new(), Vec::new());
    for _ in 0..frames {
        let start = Instant::now();
        let symbols = stream.frame(&luma);
        if all.is_empty() {
            times.push(start.elapsed().as_secs_f64() * 1000.0);
        }
        for symbol in symbols {
            let is_new = all.iter().all(|known| {
                known.payload != symbol.payload || {
                    let (a, b) = (known.corners.center(), symbol.corners.center());
                    (a.x - b.x).hypot(a.y - b.y) > 0.3 * symbol.corners.size()
                }
            });
            if symbol.payload.is_ok() && is_new {
                all.push(symbol);
            }
        }
    }
    (all, times)
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
