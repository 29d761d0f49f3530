//! Frames of a camera, one after the other.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use decoder::{Effort, Luma, Options, Stream, scan};
use label::{
    Request, Symbology, encode,
    scene::{Picture, Pose, Scene, hard::Set, wobble},
};

const LINK: &str = "https://id.example.com/01/09506000134352/10/L7/21/K7M4Q2XT9PWB";

fn texts(stream: &mut Stream, picture: &Picture) -> Vec<String> {
    let (pixels, width, height) = (&picture.pixels, picture.width, picture.height);
    let luma = Luma::new(pixels, width, height, width).unwrap();
    let symbols = stream.frame(&luma);
    let read = symbols
        .iter()
        .filter_map(|symbol| symbol.payload.as_ref().ok());
    read.map(|payload| payload.text()).collect()
}

/// A hand-held symbol in so much noise that each frame has its own.
fn noisy(symbology: Symbology, noise: f64, index: usize) -> Picture {
    let request = Request {
        symbology,
        gs1: false,
        content: LINK,
    };
    let modules = encode(&request).unwrap();
    let mut scene = Scene::new(320, 240);
    (scene.blur, scene.noise, scene.seed) = (0.8, noise, 71 + index as u64);
    let pose = Pose {
        module: 4.0,
        rotation: 8.0,
        ..Pose::upright(320, 240, 1.0)
    };
    scene.symbols = vec![(modules, wobble(&pose, index, 5), 4.0)];
    scene.render()
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
fn a_stream_reads_what_its_frames_say_alone() {
    for symbology in [Symbology::QrCode, Symbology::DataMatrix] {
        let (mut by_stream, mut alone) = (0, 0);
        for start in 0..3 {
            let mut stream = Stream::new(Options::default());
            let (mut is_read, mut is_alone) = (false, false);
            for index in start * 8..start * 8 + 8 {
                let picture = noisy(symbology, 85.0, index);
                let read = texts(&mut stream, &picture);
                assert!(read.iter().all(|text| text == LINK), "{read:?}");
                is_read |= !read.is_empty();
                let luma = Luma::new(&picture.pixels, 320, 240, 320).unwrap();
                let options = Options {
                    effort: Effort::Frame,
                    ..Options::default()
                };
                let found = scan(&luma, &options);
                is_alone |= found.iter().any(|symbol| symbol.payload.is_ok());
            }
            by_stream += usize::from(is_read);
            alone += usize::from(is_alone);
        }
        println!("{symbology:?}: {by_stream} of 3 by the stream, {alone} frame by frame");
        assert!(by_stream >= alone, "{symbology:?}: {by_stream} {alone}");
    }
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
