//! Videos of a hand-held camera: how long until a symbol is read, by a stream, frame by frame, and by
//! readers elsewhere.
//!
//! A reader is given what an app would give it: the newest frame once it is done with the one before. Those
//! that come while it works are dropped. A video that it does not read counts as long as the video is.

use std::{
    fs,
    io::{BufRead, Write},
    path::Path,
    time::Instant,
};

use decoder::{Luma, Options, Payload, Stream, scan};
use serde_json::{Value, json};

use super::hand::{FRAME_MS, FRAMES, Film, SIZE};

/// Videos, where nobody says how many.
pub const VIDEOS: u64 = 120;

/// How soon the first right read came.
struct Outcome {
    /// Frames that the camera had made by then; `None` where it never came.
    frames: Option<usize>,
    /// Since the first frame; the video's length where it never came.
    ms: f64,
    /// False reads up to then.
    wrong: usize,
}

/// One reader before one video.
struct Viewer {
    clock: f64,
    outcome: Outcome,
}

impl Viewer {
    fn new() -> Viewer {
        let outcome = Outcome {
            frames: None,
            ms: FRAMES as f64 * FRAME_MS,
            wrong: 0,
        };
        Viewer {
            clock: 0.0,
            outcome,
        }
    }

    /// Whether this frame is the newest one when the reader is free, and still wanted.
    fn wants(&self, index: usize) -> bool {
        self.outcome.frames.is_none() && (index + 1) as f64 * FRAME_MS > self.clock
    }

    /// Looked at a frame for as long, and read that.
    fn saw(&mut self, index: usize, ms: f64, texts: &[String], truth: &str) {
        self.clock = self.clock.max(index as f64 * FRAME_MS) + ms;
        self.outcome.wrong += texts.iter().filter(|text| *text != truth).count();
        if self.clock <= self.outcome.ms && texts.iter().any(|text| text == truth) {
            (self.outcome.frames, self.outcome.ms) = (Some(index + 1), self.clock);
        }
    }
}

/// Of all videos, as one reader read them.
#[derive(Default)]
struct Times(Vec<Outcome>);

impl Times {
    /// What `share` of the videos stay under, in ms.
    fn at(&self, share: f64) -> f64 {
        let mut values: Vec<f64> = self.0.iter().map(|one| one.ms).collect();
        values.sort_by(f64::total_cmp);
        values[((values.len() - 1) as f64 * share).round() as usize]
    }

    fn missed(&self) -> usize {
        self.0.iter().filter(|one| one.frames.is_none()).count()
    }

    fn wrong(&self) -> usize {
        self.0.iter().map(|one| one.wrong).sum()
    }

    fn print(&self, name: &str) {
        println!(
            "{name:18} {:8.0} {:8.0} {:8.0} {:8.0}   not read {:3}   false {}",
            self.at(0.5),
            self.at(0.9),
            self.at(0.95),
            self.0.iter().map(|one| one.ms).sum::<f64>() / self.0.len() as f64,
            self.missed(),
            self.wrong(),
        );
    }

    fn json(&self) -> Value {
        let each = self
            .0
            .iter()
            .map(|one| json!({ "ms": one.ms, "frames": one.frames, "false_reads": one.wrong }));
        json!({
            "videos": self.0.len(),
            "not_read": self.missed(),
            "false_reads": self.wrong(),
            "p50_ms": self.at(0.5),
            "p90_ms": self.at(0.9),
            "p95_ms": self.at(0.95),
            "each": each.collect::<Vec<Value>>(),
        })
    }

    /// Those that were read late or never, the slowest first.
    fn list(&self, name: &str) {
        let mut slow: Vec<(usize, &Outcome)> = self.0.iter().enumerate().collect();
        slow.sort_by(|a, b| b.1.ms.total_cmp(&a.1.ms));
        for (video, one) in slow.iter().take(self.0.len() / 8) {
            let read = if one.frames.is_some() {
                ""
            } else {
                ", not read"
            };
            println!("{name}: video {video} after {:.0} ms{read}", one.ms);
        }
    }
}

fn title(videos: usize) {
    println!(
        "{videos} videos of {:.0} s, a frame every {FRAME_MS:.0} ms; until the first right read, in ms",
        FRAMES as f64 * FRAME_MS / 1000.0
    );
    println!(
        "{:18} {:>8} {:>8} {:>8} {:>8}",
        "", "p50", "p90", "p95", "mean"
    );
}

/// Prints how a stream does, or each frame alone; `with_slow` names the videos that take long.
pub fn run(videos: u64, is_alone: bool, with_slow: bool) {
    let mut times = Times::default();
    for video in 0..videos {
        let film = Film::of(video);
        let mut stream = Stream::new(Options::default());
        let mut viewer = Viewer::new();
        for index in 0..FRAMES {
            if !viewer.wants(index) {
                continue;
            }
            let picture = film.frame(index);
            let luma = Luma::new(&picture, SIZE.0, SIZE.1, SIZE.0).unwrap();
            let start = Instant::now();
            let symbols = match is_alone {
                true => scan(&luma, &Options::default()),
                false => stream.frame(&luma),
            };
            let ms = start.elapsed().as_secs_f64() * 1000.0;
            let read = symbols.iter().filter_map(|one| one.payload.as_ref().ok());
            let texts: Vec<String> = read.map(Payload::text).collect();
            viewer.saw(index, ms, &texts, &film.text);
        }
        times.0.push(viewer.outcome);
    }
    title(times.0.len());
    let name = if is_alone { "frame by frame" } else { "stream" };
    times.print(name);
    if with_slow {
        times.list(name);
    }
}

/// Gives frames to who asks for them, as they are wanted, for all of them would be gigabytes: the first line
/// says what there is; then a line `VIDEO FRAME` on standard input is answered with its luma.
pub fn serve(videos: u64) {
    let mut out = std::io::stdout().lock();
    let texts: Vec<String> = (0..videos).map(|video| Film::of(video).text).collect();
    let about = json!({
        "frames": FRAMES,
        "frame_ms": FRAME_MS,
        "width": SIZE.0,
        "height": SIZE.1,
        "texts": texts,
    });
    writeln!(out, "{about}").unwrap();
    out.flush().unwrap();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (video, index) = line.split_once(' ').unwrap();
        let film = Film::of(video.parse().unwrap());
        let picture = film.frame(index.parse().unwrap());
        out.write_all(&picture).unwrap();
        out.flush().unwrap();
    }
}

/// Writes two frames of each second, to be looked at.
pub fn stills(folder: &Path, videos: u64) {
    fs::create_dir_all(folder).unwrap();
    for video in 0..videos {
        let film = Film::of(video);
        for index in (0..FRAMES).step_by(15) {
            let picture = film.frame(index);
            let mut file = format!("P5\n{} {}\n255\n", SIZE.0, SIZE.1).into_bytes();
            file.extend(&picture);
            fs::write(folder.join(format!("{video:03}-{index:03}.pgm")), file).unwrap();
        }
    }
}

/// Prints how every reader did that `e2e/bench/run.mjs` showed them to.
pub fn score(file: &Path, is_json: bool, with_slow: bool) {
    let result: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let videos = result["videos"].as_array().unwrap();
    let readers = result["readers"].as_array().unwrap().iter();
    let all: Vec<(&str, Times)> = readers
        .map(|reader| {
            let reader = reader.as_str().unwrap();
            let each = videos.iter().map(|video| read(&video[reader]));
            (reader, Times(each.collect()))
        })
        .collect();
    if is_json {
        let all = all
            .iter()
            .map(|(reader, times)| ((*reader).to_owned(), times.json()));
        println!("{}", Value::Object(all.collect()));
        return;
    }
    title(videos.len());
    for (reader, times) in &all {
        times.print(reader);
    }
    for (reader, times) in all.iter().filter(|_| with_slow) {
        times.list(reader);
    }
}

/// How one reader did with one video.
fn read(video: &Value) -> Outcome {
    Outcome {
        frames: video["frames"].as_u64().map(|frames| frames as usize),
        ms: video["ms"].as_f64().unwrap(),
        wrong: video["wrong"].as_u64().unwrap() as usize,
    }
}
