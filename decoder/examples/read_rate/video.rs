//! Videos of a hand-held camera: how long until a symbol is read, by a stream, frame by frame, and by
//! readers elsewhere.

use std::{fs, path::Path, time::Instant};

use decoder::{Luma, Options, Payload, Stream, Symbol, scan};
use label::{
    Request, Symbology, encode,
    scene::{Pose, Random, Scene, wobble},
};
use serde_json::{Value, json};

/// Videos.
const VIDEOS: u64 = 40;

/// Frames of each: two seconds.
const FRAMES: usize = 30;

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

/// One video as one reader read it: what each frame took in ms, and what was read in it.
struct Take {
    frames: Vec<(f64, Vec<String>)>,
}

/// How soon the first right read came.
struct Outcome {
    /// Frames that the camera had made by then.
    frames: usize,
    /// Since the first frame.
    ms: f64,
    /// False reads up to then.
    wrong: usize,
}

impl Take {
    /// As an app has it: a frame that comes while the one before is looked at waits, and the newest wins.
    fn outcome(&self) -> Outcome {
        let (mut clock, mut wrong) = (0.0_f64, 0);
        for (index, (ms, texts)) in self.frames.iter().enumerate() {
            let comes = index as f64 * FRAME_MS;
            let is_last = index + 1 == self.frames.len();
            if !is_last && comes + FRAME_MS <= clock {
                continue;
            }
            clock = clock.max(comes) + ms;
            wrong += texts.iter().filter(|text| *text != TEXT).count();
            if texts.iter().any(|text| text == TEXT) {
                return Outcome {
                    frames: index + 1,
                    ms: clock,
                    wrong,
                };
            }
        }
        Outcome {
            frames: self.frames.len() + 1,
            ms: f64::INFINITY,
            wrong,
        }
    }

    /// By looking at every frame.
    fn of(video: u64, mut look: impl FnMut(&Luma<'_>) -> Vec<Symbol>) -> Take {
        let frames = (0..FRAMES).map(|index| {
            let picture = frame(video, index).render();
            let (width, height) = (picture.width, picture.height);
            let luma = Luma::new(&picture.pixels, width, height, width).unwrap();
            let start = Instant::now();
            let symbols = look(&luma);
            let ms = start.elapsed().as_secs_f64() * 1000.0;
            let read = symbols.iter().filter_map(|one| one.payload.as_ref().ok());
            (ms, read.map(Payload::text).collect())
        });
        Take {
            frames: frames.collect(),
        }
    }
}

/// Of all videos, as one reader read them.
#[derive(Default)]
struct Times(Vec<Outcome>);

impl Times {
    /// The value that `share` of the videos stay under.
    fn at(&self, share: f64, of: fn(&Outcome) -> f64) -> f64 {
        let mut values: Vec<f64> = self.0.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[((values.len() - 1) as f64 * share).round() as usize]
    }

    fn missed(&self) -> usize {
        self.0.iter().filter(|one| one.ms.is_infinite()).count()
    }

    fn wrong(&self) -> usize {
        self.0.iter().map(|one| one.wrong).sum()
    }

    fn print(&self, name: &str) {
        let three = |of: fn(&Outcome) -> f64| {
            let at = [0.5, 0.9, 0.95].map(|share| self.at(share, of));
            at.map(|value| match value.is_finite() {
                true => format!("{value:.0}"),
                false => "–".to_owned(),
            })
            .join(" / ")
        };
        println!(
            "{name:18} frames {:16} ms {:20} not read {:2} of {VIDEOS}   false {}",
            three(|one| one.frames as f64),
            three(|one| one.ms),
            self.missed(),
            self.wrong(),
        );
    }

    fn json(&self) -> Value {
        // What was not read within the video is null.
        let at = |share| self.at(share, |one| one.ms);
        json!({
            "videos": VIDEOS,
            "not_read": self.missed(),
            "false_reads": self.wrong(),
            "p50_ms": at(0.5),
            "p90_ms": at(0.9),
            "p95_ms": at(0.95),
        })
    }
}

fn title() {
    println!(
        "until the first right read, a half / 90 / 95 of a hundred videos, a frame every {FRAME_MS} ms; \
         –: not within {FRAMES} frames"
    );
}

/// Prints how a stream and frame by frame do.
pub fn run() {
    let (mut streamed, mut alone) = (Times::default(), Times::default());
    for video in 0..VIDEOS {
        let mut stream = Stream::new(Options::default());
        let take = Take::of(video, |luma| stream.frame(luma));
        streamed.0.push(take.outcome());
        let take = Take::of(video, |luma| scan(luma, &Options::default()));
        alone.0.push(take.outcome());
    }
    title();
    streamed.print("stream");
    alone.print("frame by frame");
}

/// Writes every frame as `N.luma`, and `index.json`, which says of each whose video it is.
pub fn export(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let mut index = Vec::new();
    for video in 0..VIDEOS {
        for at in 0..FRAMES {
            let picture = frame(video, at).render();
            fs::write(
                folder.join(format!("{}.luma", index.len())),
                &picture.pixels,
            )
            .unwrap();
            index.push(json!({
                "video": video,
                "width": picture.width,
                "height": picture.height,
            }));
        }
    }
    fs::write(folder.join("index.json"), Value::from(index).to_string()).unwrap();
}

/// Prints how every reader did that `e2e/bench/run.mjs` showed them to.
pub fn score(file: &Path, is_json: bool) {
    let result: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let images = result["images"].as_array().unwrap();
    assert_eq!(images.len(), VIDEOS as usize * FRAMES, "other videos");
    let mut all: Vec<(String, Times)> = Vec::new();
    for reader in result["readers"].as_array().unwrap() {
        let reader = reader.as_str().unwrap();
        let takes = images.chunks(FRAMES).map(|frames| Take {
            frames: frames.iter().map(|frame| read(&frame[reader])).collect(),
        });
        let times = Times(takes.map(|take| take.outcome()).collect());
        all.push((reader.to_owned(), times));
    }
    if is_json {
        let all = all
            .iter()
            .map(|(reader, times)| (reader.clone(), times.json()));
        println!("{}", Value::Object(all.collect()));
        return;
    }
    title();
    for (reader, times) in &all {
        times.print(reader);
    }
}

/// What one frame took one reader, and what it read in it.
fn read(frame: &Value) -> (f64, Vec<String>) {
    let ms = frame["ms"].as_array().unwrap().iter();
    let reads = frame["reads"].as_array().unwrap().iter();
    let texts = reads.map(|one| one["text"].as_str().unwrap_or_default().to_owned());
    (ms.filter_map(Value::as_f64).sum(), texts.collect())
}
