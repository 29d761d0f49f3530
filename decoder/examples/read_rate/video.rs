//! Videos of a hand-held camera: how long until a symbol is read, by a stream and frame by frame.

use std::time::Instant;

use decoder::{Luma, Options, Stream, Symbol, scan};
use label::{
    Request, Symbology, encode,
    scene::{Pose, Random, Scene, wobble},
};

/// Videos.
const VIDEOS: u64 = 20;

/// Frames of each, at the most.
const FRAMES: usize = 16;

/// Between two frames of a camera, in ms.
const FRAME_MS: f64 = 66.0;

const TEXT: &str = "https://id.example.com/01/09506000134352/21/K7M4Q2XT9PWB";

/// A symbol in a hand: each video has a module, noise, a blur and an exposure of its own, each frame its
/// grain and where the hand is.
fn frame(video: u64, index: usize) -> Scene {
    let mut random = Random::new(video * 7907 + 3);
    let symbology = match video % 2 {
        0 => Symbology::QrCode,
        _ => Symbology::DataMatrix,
    };
    let modules = encode(&Request {
        symbology,
        gs1: false,
        content: TEXT,
    })
    .unwrap();
    let (width, height) = (640, 480);
    let module = random.between(2.2, 5.0);
    let pose = Pose {
        module,
        rotation: random.between(-40.0, 40.0),
        tilt: (random.between(-25.0, 25.0), random.between(-25.0, 25.0)),
        ..Pose::upright(width, height, 1.0)
    };
    let (noise, blur) = (random.between(4.0, 36.0), random.between(0.15, 0.4));
    let mut scene = Scene::new(width, height);
    // A hand holds still now and then, and a lens looks for its focus.
    let swing = (index as f64 * 1.3 + video as f64).sin().abs();
    scene.blur = module * blur * (0.6 + 0.8 * swing);
    scene.noise = noise;
    scene.shade = random.between(0.0, 0.6);
    (scene.clutter, scene.seed) = (6, video * 1000 + index as u64);
    scene.symbols = vec![(modules, wobble(&pose, index, video), 4.0)];
    scene
}

/// Frames and milliseconds until the first right read; a false one is counted.
#[derive(Default)]
struct Times {
    frames: Vec<usize>,
    ms: Vec<f64>,
    missed: usize,
    wrong: usize,
}

impl Times {
    fn add(&mut self, video: u64, mut look: impl FnMut(&Luma<'_>) -> Vec<Symbol>) {
        // A frame comes when the one before is done with, and not before the camera has it.
        let mut clock = 0.0_f64;
        for index in 0..FRAMES {
            let picture = frame(video, index).render();
            let (width, height) = (picture.width, picture.height);
            let luma = Luma::new(&picture.pixels, width, height, width).unwrap();
            let start = Instant::now();
            let symbols = look(&luma);
            clock += start.elapsed().as_secs_f64() * 1000.0;
            let read = symbols.iter().find_map(|one| one.payload.as_ref().ok());
            match read.map(|payload| payload.text() == TEXT) {
                Some(true) => {
                    self.frames.push(index + 1);
                    self.ms.push(clock);
                    return;
                }
                Some(false) => self.wrong += 1,
                None => {}
            }
            clock = clock.max((index + 1) as f64 * FRAME_MS);
        }
        self.missed += 1;
        self.frames.push(FRAMES + 1);
        self.ms.push(f64::INFINITY);
    }

    fn print(mut self, name: &str) {
        self.frames.sort_unstable();
        self.ms.sort_by(f64::total_cmp);
        let at = |share: f64| ((self.ms.len() - 1) as f64 * share).round() as usize;
        let (half, most) = (at(0.5), at(0.95));
        println!(
            "{name:16} frames {:3} / {:3}   ms {:7.0} / {:7.0}   not read {:2} of {VIDEOS}   false {}",
            self.frames[half],
            self.frames[most],
            self.ms[half],
            self.ms[most],
            self.missed,
            self.wrong,
        );
    }
}

/// Prints both.
pub fn run() {
    let (mut streamed, mut alone) = (Times::default(), Times::default());
    for video in 0..VIDEOS {
        let mut stream = Stream::new(Options::default());
        streamed.add(video, |luma| stream.frame(luma));
        alone.add(video, |luma| scan(luma, &Options::default()));
    }
    println!("until the first right read, median / 95th of a hundred, a frame every {FRAME_MS} ms");
    streamed.print("stream");
    alone.print("frame by frame");
}
