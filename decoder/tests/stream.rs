//! Frames of a camera, one after the other.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use decoder::{Luma, Options, Stream};
use label::scene::{Picture, hard::Set};

fn texts(stream: &mut Stream, picture: &Picture) -> Vec<String> {
    let (pixels, width, height) = (&picture.pixels, picture.width, picture.height);
    let luma = Luma::new(pixels, width, height, width).unwrap();
    let symbols = stream.frame(&luma);
    let read = symbols
        .iter()
        .filter_map(|symbol| symbol.payload.as_ref().ok());
    read.map(|payload| payload.text()).collect()
}

#[test]
fn what_is_easy_is_read_at_once_or_soon() {
    let mut at_once = 0;
    for index in 0..12 {
        let hard = Set::Plain.take(index).unwrap();
        let mut stream = Stream::new(Options::default());
        let first = (0..5).find(|_| texts(&mut stream, &hard.picture) == hard.texts);
        assert!(first.is_some(), "{index}");
        at_once += usize::from(first == Some(0));
    }
    assert!(at_once >= 10, "{at_once} of 12 by the first frame");
}

#[test]
fn frames_of_grain_are_read_sooner_or_later() {
    let mut count = 0;
    for index in 0..8 {
        let hard = Set::Noise.take(index).unwrap();
        let mut stream = Stream::new(Options::default());
        let mut read = (0..12).flat_map(|_| texts(&mut stream, &hard.picture));
        if let Some(text) = read.next() {
            assert_eq!([text], hard.texts[..], "{index}");
            count += 1;
        }
    }
    assert!(count >= 5, "{count} of 8");
}

#[test]
fn another_size_begins_anew() {
    let mut stream = Stream::new(Options::default());
    let large = Set::Plain.take(0).unwrap();
    let small = Set::Contrast.take(2).unwrap();
    assert_eq!(texts(&mut stream, &large.picture), large.texts);
    for _ in 0..3 {
        texts(&mut stream, &small.picture);
    }
    assert_eq!(texts(&mut stream, &large.picture), large.texts);
    let luma = Luma::new(&[], 0, 0, 0).unwrap();
    assert!(stream.frame(&luma).is_empty());
}

#[test]
fn nothing_is_nothing_however_often_it_comes() {
    for index in 0..6 {
        let hard = Set::Nothing.take(index).unwrap();
        let mut stream = Stream::new(Options::default());
        for _ in 0..14 {
            assert_eq!(texts(&mut stream, &hard.picture), [""; 0], "{index}");
        }
    }
}
