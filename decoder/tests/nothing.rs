//! Frames without a code: nothing may be read in them, whatever they hold, and no picture may do
//! harm.
//!
//! The everyday suite looks at two thousand frames, `TOUCHSTONE_DEEP=1` at twenty thousand, and
//! `TOUCHSTONE_FRAMES=N` at N.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use decoder::{Effort, Luma, Options, Symbol, scan};
use label::scene::{Picture, Random, Scene};
use proptest::prelude::*;

mod pixels;
use pixels::Pixels;

fn look(picture: &Picture, options: &Options) -> Vec<Symbol> {
    let (width, height) = (picture.width, picture.height);
    scan(
        &Luma::new(&picture.pixels, width, height, width).unwrap(),
        options,
    )
}

fn read(picture: &Picture, options: &Options) -> Vec<String> {
    let symbols = look(picture, options);
    let payloads = symbols.into_iter().filter_map(|symbol| symbol.payload.ok());
    payloads.map(|payload| payload.text()).collect()
}

/// A frame by its number: clutter, a texture of modules, bars, or several of them, under noise.
fn frame(seed: u64) -> Picture {
    let mut random = Random::new(seed);
    let mut scene = Scene::new(160, 120);
    (scene.clutter, scene.seed) = (random.below(40), seed);
    scene.noise = random.between(0.0, 12.0);
    scene.blur = random.between(0.0, 1.2);
    let mut picture = scene.render();
    let kinds = random.below(4);
    if kinds & 1 == 1 {
        texture(&mut picture, &mut random, false);
    }
    if kinds & 2 == 2 {
        texture(&mut picture, &mut random, true);
    }
    picture
}

/// Modules dark or light at random in a rectangle, or bars; half of them with two solid sides.
fn texture(picture: &mut Picture, random: &mut Random, bars: bool) {
    let module = 2 + random.below(4);
    let (cols, rows) = (8 + random.below(24), 8 + random.below(16));
    let (left, top) = (random.below(60), random.below(40));
    let has_sides = random.below(2) == 0;
    let levels = (20 + random.below(60), 140 + random.below(110));
    let mut bits: Vec<bool> = (0..rows * cols).map(|_| random.below(2) == 0).collect();
    for row in 0..rows {
        for col in 0..cols {
            let is_side = has_sides && (col == 0 || row == rows - 1);
            if bars {
                bits[row * cols + col] = bits[col];
            }
            bits[row * cols + col] |= is_side;
        }
    }
    for y in top..(top + rows * module).min(picture.height) {
        for x in left..(left + cols * module).min(picture.width) {
            let is_dark = bits[(y - top) / module * cols + (x - left) / module];
            let level = if is_dark { levels.0 } else { levels.1 };
            picture.pixels[y * picture.width + x] = level as u8;
        }
    }
}

#[test]
fn nothing_is_read_where_nothing_is() {
    let count = match std::env::var("TOUCHSTONE_FRAMES") {
        Ok(count) => count.parse().unwrap(),
        Err(_) if std::env::var_os("TOUCHSTONE_DEEP").is_some() => 20_000,
        Err(_) => 2_000,
    };
    for seed in 0..count {
        let found = read(&frame(seed), &Options::default());
        assert_eq!(found, [""; 0], "frame {seed}");
    }
}

#[test]
fn a_photograph_without_a_code() {
    let still = Options {
        effort: Effort::Still,
        ..Options::default()
    };
    for seed in 0..100 {
        assert_eq!(read(&frame(seed), &still), [""; 0], "frame {seed}");
    }
}

#[test]
fn without_work_there_is_no_search() {
    for work in [0, 1, 1_000, 100_000] {
        let options = Options {
            work: Some(work),
            ..Options::default()
        };
        for seed in 0..20 {
            assert_eq!(read(&frame(seed), &options), [""; 0]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the pixels are, and however they are turned, the search ends, and what it says lies
    /// somewhere.
    #[test]
    fn any_pixels(
        (width, height) in (0..90usize, 0..90usize),
        bytes in proptest::collection::vec(any::<u8>(), 0..600),
        levels in 1..256usize,
        block in 1..6usize,
    ) {
        let bytes: Vec<u8> = bytes.iter().map(|byte| quantized(*byte, levels)).collect();
        for one in Pixels::of(width, height, block, &bytes).orientations() {
            pixels::look(&one);
        }
    }

    /// The same of a camera's frames, whatever follows what.
    #[test]
    fn any_frames(
        sizes in proptest::collection::vec((0..90usize, 0..90usize), 1..3),
        bytes in proptest::collection::vec(any::<u8>(), 0..600),
        block in 1..6usize,
    ) {
        let frames: Vec<Pixels> = sizes
            .iter()
            .flat_map(|(width, height)| Pixels::of(*width, *height, block, &bytes).orientations())
            .collect();
        pixels::watch(&frames);
    }
}

/// Fewer levels make more of what looks like print.
fn quantized(byte: u8, levels: usize) -> u8 {
    (usize::from(byte) * levels / 256 * 255 / levels) as u8
}
