//! Set by set: images read, codes found, false reads and milliseconds on the photographs of
//! `TOUCHSTONE_CORPUS`. `cargo xtask bench decode` runs it.
//!
//! `read_rate [--json] [--frame] [--list] [--work=N] [SET…]`: one effort for all sets, that of a photograph or
//! with `--frame` that of a camera frame; `--list` names the images in which codes were missed,
//! `--work` sets the units of work an image may cost.

#![allow(
    clippy::unwrap_used,
    reason = "a bench that panics has failed, and says where"
)]

#[cfg(not(target_arch = "wasm32"))]
mod measure;

fn main() {
    // Photographs are files, which wasm32 does not have.
    #[cfg(not(target_arch = "wasm32"))]
    measure::run();
}
