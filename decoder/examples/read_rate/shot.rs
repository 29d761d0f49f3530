//! One image as one reader read it, and what many of them amount to.

use serde_json::{Value, json};

use super::photographs::{Score, Truth};

/// One image, measured.
pub struct Shot {
    /// What is known of it.
    pub truth: Truth,
    /// How the reader did.
    pub score: Score,
    /// How long each look took, in ms: one, or a camera's frames up to the first that was read.
    pub ms: Vec<f64>,
    /// The reader broke instead of answering.
    pub is_broken: bool,
}

/// What the images of a set amount to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    /// Images.
    pub images: usize,
    /// Images in which at least one symbol was read rightly.
    pub read: usize,
    /// Symbols found.
    pub found: usize,
    /// Symbols there.
    pub codes: usize,
    /// False reads.
    pub wrong: usize,
    /// Images on which the reader broke.
    pub broken: usize,
    /// Half of the looks took less.
    pub median_ms: f64,
    /// One look in twenty took longer.
    pub p95_ms: f64,
}

impl Sum {
    /// Of all images of a set.
    pub fn of(shots: &[Shot]) -> Sum {
        let sum = |of: fn(&Shot) -> usize| shots.iter().map(of).sum();
        let looks: Vec<f64> = shots.iter().flat_map(|shot| &shot.ms).copied().collect();
        Sum {
            images: shots.len(),
            read: sum(|shot| usize::from(shot.score.is_read)),
            found: sum(|shot| shot.score.codes),
            codes: sum(|shot| shot.truth.codes),
            wrong: sum(|shot| shot.score.wrong.len()),
            broken: sum(|shot| usize::from(shot.is_broken)),
            median_ms: quantile(looks.clone(), 0.5),
            p95_ms: quantile(looks, 0.95),
        }
    }

    /// Images read, in percent.
    pub fn read_percent(&self) -> f64 {
        percent(self.read, self.images)
    }

    /// Symbols found, in percent.
    pub fn found_percent(&self) -> f64 {
        percent(self.found, self.codes)
    }

    /// For scripts, with each image.
    pub fn json(&self, shots: &[Shot]) -> Value {
        let each: Vec<Value> = shots
            .iter()
            .map(|shot| {
                json!({
                    "file": shot.truth.file,
                    "read": shot.score.is_read,
                    "codes_found": shot.score.codes,
                    "codes": shot.truth.codes,
                    "false_reads": shot.score.wrong,
                    "broken": shot.is_broken,
                    "ms": shot.ms,
                })
            })
            .collect();
        json!({
            "images": self.images,
            "images_read": self.read,
            "codes": self.codes,
            "codes_found": self.found,
            "false_reads": self.wrong,
            "broken": self.broken,
            "median_ms": self.median_ms,
            "p95_ms": self.p95_ms,
            "each": each,
        })
    }
}

fn percent(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64 * 100.0
}

/// What `share` of the values stay under; 0 where there are none.
pub fn quantile(mut times: Vec<f64>, share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let at = (times.len().saturating_sub(1) as f64 * share).round() as usize;
    times.get(at).copied().unwrap_or(0.0)
}

/// Names the images in which codes were missed, where that was asked for, and every false read.
pub fn list<'a>(shots: impl Iterator<Item = &'a Shot>, with_missed: bool, reader: &str) {
    for shot in shots {
        let (file, score) = (&shot.truth.file, &shot.score);
        if with_missed && score.codes < shot.truth.codes {
            println!("{reader}{file} {} of {}", score.codes, shot.truth.codes);
        }
        for text in &score.wrong {
            println!("{reader}false read: {file}: {text:?}");
        }
    }
}
