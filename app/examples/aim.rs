//! How soon a hand that can't see reads a code by what is said to it: `cargo run --release -p app
//! --example aim -- [TRIES]`, or `cargo xtask bench aim`.

use std::thread;

#[path = "../tests/aim/hand.rs"]
mod hand;

use hand::{Camera, PATIENCE_S, Try, aim};

/// As a phone's camera gives them to a browser.
const CAMERA: Camera = Camera {
    width: 720,
    height: 1280,
};

/// Percent of the tries that must read within ten seconds.
const LEAST_READ: f64 = 90.0;

/// In seconds.
const MOST_MEDIAN_S: f64 = 5.0;

fn main() {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok());
    let count: u64 = count.unwrap_or(200);
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    let mut tries: Vec<(u64, Try)> = thread::scope(|scope| {
        let runs: Vec<_> = (0..threads)
            .map(|first| {
                let seeds = (1 + first..=count).step_by(threads as usize);
                scope.spawn(move || {
                    seeds
                        .map(|seed| (seed, aim(CAMERA, seed)))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        runs.into_iter()
            .flat_map(|run| run.join().expect("no try panics"))
            .collect()
    });
    tries.sort_by_key(|(seed, _)| *seed);
    let mut times: Vec<f64> = tries
        .iter()
        .map(|(_, result)| result.read_after.unwrap_or(PATIENCE_S))
        .collect();
    times.sort_by(f64::total_cmp);
    let share = |within: f64| {
        let reached = times.iter().filter(|time| **time <= within).count();
        100.0 * reached as f64 / times.len().max(1) as f64
    };
    let quantile = |q: f64| {
        times
            .get(((times.len() as f64 - 1.0) * q) as usize)
            .copied()
    };
    let began = tries
        .iter()
        .filter(|(_, result)| result.began_in_view)
        .count();
    let said: usize = tries.iter().map(|(_, result)| result.said).sum();
    println!("{count} poses, {began} with a code in view at the beginning");
    println!(
        "read within 10 s: {:.1} %, within 5 s: {:.1} %",
        share(10.0),
        share(5.0)
    );
    println!(
        "median {:.1} s, p90 {:.1} s; {:.1} announcements a try",
        quantile(0.5).unwrap_or_default(),
        quantile(0.9).unwrap_or_default(),
        said as f64 / count.max(1) as f64,
    );
    let missed: Vec<u64> = tries
        .iter()
        .filter(|(_, result)| result.read_after.is_none_or(|after| after > 10.0))
        .map(|(seed, _)| *seed)
        .collect();
    println!("not within 10 s: {missed:?}");
    let median = quantile(0.5).unwrap_or(PATIENCE_S);
    if share(10.0) < LEAST_READ || median > MOST_MEDIAN_S {
        eprintln!("must be: {LEAST_READ} % within 10 s, median {MOST_MEDIAN_S} s at the most");
        std::process::exit(1);
    }
}
