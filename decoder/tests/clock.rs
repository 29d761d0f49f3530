//! A caller's clock ends a look, and what was read by then is given.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use std::cell::Cell;

use decoder::{Clock, Effort, Luma, Options, Stream, scan};
use label::scene::{Picture, hard::Set};

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// A clock on which every look at it takes a millisecond.
fn clock(most_ms: f64) -> Option<Clock> {
    ASKED.set(0);
    let now = || {
        ASKED.set(ASKED.get() + 1);
        f64::from(ASKED.get())
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
