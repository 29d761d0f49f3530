//! A caller's clock ends a look, and what was read by then is given.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use std::{cell::Cell, collections::BTreeSet};

use decoder::{Clock, Effort, Luma, Options, Stream, scan};
use label::{
    Request, Symbology, encode,
    scene::{Picture, Pose, Scene, hard::Set},
};

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
    static TICK_MS: Cell<f64> = const { Cell::new(1.0) };
}

/// A clock on which every look at it takes a millisecond.
fn clock(most_ms: f64) -> Option<Clock> {
    ticking(1.0, most_ms)
}

/// A clock on which every look at it takes so many milliseconds: the more, the slower the machine.
fn ticking(tick_ms: f64, most_ms: f64) -> Option<Clock> {
    ASKED.set(0);
    TICK_MS.set(tick_ms);
    let now = || {
        ASKED.set(ASKED.get() + 1);
        f64::from(ASKED.get()) * TICK_MS.get()
    };
    Some(Clock { now, most_ms })
}

fn luma(picture: &Picture) -> Luma<'_> {
    let (width, height) = (picture.width, picture.height);
    Luma::new(&picture.pixels, width, height, width).unwrap()
}

#[test]
fn a_look_ends_when_its_time_is_over() {
    let hard = Set::Noise.take(0).unwrap();
    for effort in [Effort::Frame, Effort::Still] {
        let ends_after = |most_ms| {
            let options = Options {
                effort,
                clock: clock(most_ms),
                ..Options::default()
            };
            let symbols = scan(&luma(&hard.picture), &options);
            assert!(symbols.len() <= options.max_symbols);
            ASKED.get()
        };
        let whole = ends_after(f64::INFINITY);
        assert!(whole > 100, "{effort:?}: {whole}");
        for most in [1.0, 10.0, 40.0] {
            let asked = f64::from(ends_after(most));
            // Each step that is left asks once before it does not begin.
            assert!(asked < most + 30.0, "{effort:?}: {asked} of {most}");
        }
    }
}

#[test]
fn what_was_read_by_then_is_given() {
    let hard = Set::Several.take(1).unwrap();
    let count = |most_ms| {
        let options = Options {
            effort: Effort::Still,
            clock: clock(most_ms),
            ..Options::default()
        };
        let symbols = scan(&luma(&hard.picture), &options);
        let read = symbols.iter().filter(|symbol| symbol.payload.is_ok());
        read.count()
    };
    let all = count(f64::INFINITY);
    assert_eq!(all, hard.texts.len());
    let counts: Vec<usize> = (0..40).map(|most| count(f64::from(most))).collect();
    assert_eq!(counts[0], 0);
    assert!(
        counts.iter().any(|count| (1..all).contains(count)),
        "{counts:?}"
    );
}

#[test]
fn what_a_frame_had_no_time_for_comes_later() {
    let mut read = 0;
    for index in 0..6 {
        let hard = Set::Plain.take(index).unwrap();
        let options = Options {
            clock: clock(12.0),
            ..Options::default()
        };
        let mut stream = Stream::new(options);
        let mut frames = (0..20).map(|_| {
            let before = ASKED.get();
            let symbols = stream.frame(&luma(&hard.picture));
            assert!(ASKED.get() - before < 60, "{index}");
            symbols.iter().any(|symbol| symbol.payload.is_ok())
        });
        read += usize::from(frames.any(|is_read| is_read));
    }
    assert!(read >= 5, "{read} of 6");
}

/// Packs on a shelf, each with its own serial, QR Codes and Data Matrix symbols by turns.
fn shelf(count: usize, columns: usize, seed: u64) -> Picture {
    let mut scene = Scene::new(1280, 720);
    (scene.blur, scene.noise, scene.seed) = (0.7, 4.0, seed);
    let cell = (
        1280.0 / columns as f64,
        720.0 / count.div_ceil(columns) as f64,
    );
    let placed = (0..count).map(|at| {
        let symbology = [Symbology::QrCode, Symbology::DataMatrix][at % 2];
        let content = format!("010950600013435221K7M4Q2XT9PW{at:03}");
        let request = Request {
            symbology,
            gs1: true,
            content: &content,
        };
        let modules = encode(&request).unwrap();
        let across = (modules.cols() + 8) as f64;
        let (column, row) = (at % columns, at / columns);
        let pose = Pose {
            center: ((column as f64 + 0.5) * cell.0, (row as f64 + 0.5) * cell.1),
            module: cell.0.min(cell.1) * 0.86 / across,
            rotation: ((at * 37 + 11) % 17) as f64 - 8.0,
            ..Pose::upright(1280, 720, 1.0)
        };
        (modules, pose, 4.0)
    });
    scene.symbols = placed.collect();
    scene.render()
}

#[test]
fn of_many_symbols_no_frame_has_time_for_all_and_all_are_read() {
    let pictures: Vec<Picture> = (1..5).map(|seed| shelf(30, 6, seed)).collect();
    for tick_ms in [8.0, 10.0, 12.0, 14.0] {
        let mut stream = Stream::new(Options {
            clock: ticking(tick_ms, 120.0),
            ..Options::default()
        });
        let mut counts = Vec::new();
        let mut all = BTreeSet::new();
        for frame in 0..20 {
            let symbols = stream.frame(&luma(&pictures[frame % 4]));
            let read = symbols
                .iter()
                .filter_map(|symbol| symbol.payload.as_ref().ok());
            all.extend(read.map(|payload| payload.text()));
            counts.push(all.len());
        }
        assert!(counts[0] < 30, "{tick_ms}: {counts:?}");
        assert_eq!(all.len(), 30, "{tick_ms}: {counts:?}");
    }
}
