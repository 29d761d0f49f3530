//! Set by set: images read, codes found, false reads and milliseconds, on pictures that are made and on
//! the photographs of `TOUCHSTONE_CORPUS`. `cargo xtask bench decode` runs it.
//!
//! `read_rate [--json] [--frame] [--list] [--work=N] [--frames=N] [SET…]` reads them natively: one effort for all
//! sets, that of a photograph or with `--frame` that of a camera frame; `--list` names the images in
//! which codes were missed, `--work` sets the units of work an image may cost. With `--frames=N` each is
//! shown N times to a stream, as a camera that does not move sees it; the milliseconds are then those of
//! the frames up to the first that was read.
//!
//! `--ablation`, with the crate's feature `ablation`, leaves one stage out after the other and says what is
//! still read; `--ablation=STAGE` that one.
//!
//! `--made=N` makes N pictures of each set instead of forty.
//!
//! `read_rate --video[=N]` makes videos of a hand-held camera, and says how long it takes until they are read,
//! by a stream, or with `--alone` frame by frame; `--list` names those that take long. With `--film` it gives
//! their frames to readers elsewhere, and with `--score=FILE` says how those did. `--still=FOLDER` writes some
//! frames as PGM.
//!
//! `read_rate --export=FOLDER [SET…]` writes them as `index.json` and `N.luma`, row-major without gaps,
//! for readers elsewhere; `read_rate --score=FILE [--json] [--list] [SET…]` says how those did, which were
//! given the same sets, from what `e2e/bench/run.mjs` writes.

#![allow(
    clippy::unwrap_used,
    reason = "a bench that panics has failed, and says where"
)]

#[cfg(all(feature = "ablation", not(target_arch = "wasm32")))]
mod ablation;
#[cfg(not(target_arch = "wasm32"))]
mod exchange;
#[cfg(not(target_arch = "wasm32"))]
mod hand;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/photographs/mod.rs"]
mod photographs;
#[cfg(not(target_arch = "wasm32"))]
mod pictures;
#[cfg(not(target_arch = "wasm32"))]
mod shot;
#[cfg(not(target_arch = "wasm32"))]
mod video;

fn main() {
    // Photographs are files, which wasm32 does not have.
    #[cfg(not(target_arch = "wasm32"))]
    {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let (flags, sets): (Vec<String>, Vec<String>) = arguments
            .into_iter()
            .partition(|argument| argument.starts_with("--"));
        let value = |name: &str| flags.iter().find_map(|flag| flag.strip_prefix(name));
        let has = |name: &str| flags.iter().any(|flag| flag == name);
        let videos = match has("--video") {
            true => Some(video::VIDEOS),
            false => value("--video=").map(|videos| videos.parse().unwrap()),
        };
        if let Some(videos) = videos {
            return match (has("--film"), value("--score="), value("--still=")) {
                (true, ..) => video::serve(videos),
                (_, Some(file), _) => video::score(file.as_ref(), has("--json"), has("--list")),
                (.., Some(folder)) => video::stills(folder.as_ref(), videos),
                _ => video::run(videos, has("--alone"), has("--list")),
            };
        }
        let made = value("--made=").map_or(pictures::MADE, |made| made.parse().unwrap());
        let pictures = pictures::pictures(&sets, made);
        #[cfg(feature = "ablation")]
        if let Some(stage) = value("--ablation") {
            let effort = match has("--frame") {
                true => decoder::Effort::Frame,
                false => decoder::Effort::Still,
            };
            return ablation::run(&pictures, effort, stage.trim_start_matches('='));
        }
        if let Some(folder) = value("--export=") {
            exchange::export(folder.as_ref(), &pictures);
        } else if let Some(file) = value("--score=") {
            exchange::score(file.as_ref(), &pictures, &flags);
        } else {
            native::run(&pictures, &flags);
        }
    }
}
