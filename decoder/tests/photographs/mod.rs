//! A corpus of photographs and what is known of each; shared by the test and the bench.
//!
//! `truth.jsonl` has a line an image: `file`, `set`, `texts` (exact contents, or null), `regions`
//! (labelled quadrilaterals in pixels, or null), `codes` (how many there are).

use std::path::{Path, PathBuf};

use decoder::{Luma, Options, Symbol, scan};

/// What one line of `truth.jsonl` says, as far as it is needed here.
#[derive(Clone, Debug)]
pub struct Truth {
    /// The path from the corpus's folder.
    pub file: String,
    /// The set that the image belongs to.
    pub set: String,
    /// What is in it, where that is known.
    pub texts: Option<Vec<String>>,
    /// Where symbols are, where only that is known.
    pub regions: Option<Vec<Vec<[f64; 2]>>>,
    /// How many symbols there are.
    pub codes: usize,
}

/// What was read in one image, against what is known of it.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// At least one symbol was read rightly.
    pub is_read: bool,
    /// Known texts that were read, or regions in which something was read.
    pub codes: usize,
    /// Texts that contradict what is known.
    pub wrong: Vec<String>,
}

/// An image's brightness, row by row without gaps.
pub struct Photograph {
    /// `width` × `height` bytes.
    pub pixels: Vec<u8>,
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
}

/// A symbol that some reader read.
#[derive(Clone, Debug)]
pub struct Read {
    /// What it says.
    pub text: String,
    /// The middle of it, in pixels of the image.
    pub center: [f64; 2],
}

impl Photograph {
    /// Reads a file of any common format.
    pub fn open(path: &Path) -> Photograph {
        let image = image::open(path).unwrap().into_luma8();
        let (width, height) = (image.width() as usize, image.height() as usize);
        Photograph {
            pixels: image.into_raw(),
            width,
            height,
        }
    }

    /// Every symbol in it.
    pub fn scan(&self, options: &Options) -> Vec<Symbol> {
        let luma = Luma::new(&self.pixels, self.width, self.height, self.width).unwrap();
        scan(&luma, options)
    }
}

/// The folder that `TOUCHSTONE_CORPUS` names.
pub fn corpus() -> Option<PathBuf> {
    std::env::var_os("TOUCHSTONE_CORPUS").map(PathBuf::from)
}

/// All that is known, image by image.
pub fn truths(corpus: &Path) -> Vec<Truth> {
    let text = std::fs::read_to_string(corpus.join("truth.jsonl")).unwrap();
    let lines = text.lines().map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let string = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Truth {
            file: string("file"),
            set: string("set"),
            texts: serde_json::from_value(value["texts"].clone()).unwrap(),
            regions: serde_json::from_value(value["regions"].clone()).unwrap(),
            codes: value["codes"].as_u64().unwrap_or(0) as usize,
        }
    });
    lines.collect()
}

/// Line ends, GS and NUL are ignored in the comparison.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\r' | '\n' | '\u{1d}' | '\0'))
        .collect()
}

/// Those of our own symbols that were read.
pub fn reads(symbols: &[Symbol]) -> Vec<Read> {
    let read = symbols.iter().filter_map(|symbol| {
        let center = symbol.corners.center();
        Some(Read {
            text: symbol.payload.as_ref().ok()?.text(),
            center: [f64::from(center.x), f64::from(center.y)],
        })
    });
    read.collect()
}

/// Compares what was read with what is known.
pub fn score(truth: &Truth, reads: &[Read]) -> Score {
    let texts_read: Vec<String> = reads.iter().map(|read| plain(&read.text)).collect();
    if truth.set.starts_with("none-") {
        return Score {
            is_read: reads.is_empty(),
            codes: 0,
            wrong: texts_read,
        };
    }
    if let Some(texts) = &truth.texts {
        let known: Vec<String> = texts.iter().map(|text| plain(text)).collect();
        let is_found = |one: &&String| texts_read.contains(*one);
        let codes = known.iter().filter(is_found).count();
        // Other texts may be another reading of a character set.
        let wrong = texts_read
            .iter()
            .filter(|text| !known.contains(text) && text.is_ascii());
        return Score {
            is_read: codes > 0,
            codes,
            wrong: wrong.cloned().collect(),
        };
    }
    let Some(regions) = &truth.regions else {
        // Nothing is known but how many there are: whatever error correction confirms counts.
        return Score {
            is_read: !reads.is_empty(),
            codes: reads.len().min(truth.codes),
            wrong: Vec::new(),
        };
    };
    let is_hit = |region: &&Vec<[f64; 2]>| {
        let is_in = |read: &Read| is_inside(region, read.center[0], read.center[1]);
        reads.iter().any(is_in)
    };
    let codes = regions.iter().filter(is_hit).count();
    Score {
        is_read: codes > 0,
        codes,
        wrong: Vec::new(),
    }
}

/// Inside the quadrilateral's bounding box, inflated by 15 %.
fn is_inside(region: &[[f64; 2]], x: f64, y: f64) -> bool {
    let range = |axis: usize| {
        let values = region.iter().map(|point| point[axis]);
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), v| {
            (low.min(v), high.max(v))
        });
        let margin = (high - low) * 0.15;
        low - margin..high + margin
    };
    range(0).contains(&x) && range(1).contains(&y)
}
