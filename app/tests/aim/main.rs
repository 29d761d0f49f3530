//! Aiming by what is said alone. `cargo xtask bench aim` measures it on many more poses.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

mod hand;

use std::thread;

use app::aim::QUIET_MS;
use hand::{Camera, PATIENCE_S, Try, aim};

/// As a phone's camera gives them to a browser.
const CAMERA: Camera = Camera {
    width: 720,
    height: 1280,
};

#[test]
fn a_hand_that_only_listens_finds_most_codes() {
    let tries: Vec<Try> = thread::scope(|scope| {
        let runs: Vec<_> = (1..=8)
            .map(|seed| scope.spawn(move || aim(CAMERA, seed)))
            .collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    let in_time = tries
        .iter()
        .filter(|one| one.read_after.is_some_and(|after| after <= 10.0));
    let count = in_time.count();
    assert!(count >= 6, "{count} of 8 within 10 s: {tries:?}");
    assert!(tries.iter().any(|one| !one.began_in_view));
    for one in &tries {
        let most = one.read_after.unwrap_or(PATIENCE_S) * 1000.0 / QUIET_MS + 1.0;
        assert!(one.said as f64 <= most, "{one:?}");
    }
}
