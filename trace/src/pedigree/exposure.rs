//! What a thing was exposed to: what sensors read on its way, against how it must be kept.

use super::{Pedigree, Reading, Telling};
use crate::Instant;

/// How a product must be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Storage {
    /// The bare name of what is measured: `temperature`.
    pub measure: String,
    /// The unit of the limits, UN/CEFACT Recommendation 20 (`CEL`).
    pub uom: String,
    /// Not below; `None` for no limit.
    pub min: Option<f64>,
    /// Not above; `None` for no limit.
    pub max: Option<f64>,
    /// Minutes outside of the limits that do no harm.
    pub minutes: i64,
}

/// What was read, at one place of the curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The account that tells it.
    pub account: usize,
    /// When it began.
    pub from: Instant,
    /// When it ended; the same for a moment.
    pub until: Instant,
    /// The lowest, in the unit of the limits.
    pub min: f64,
    /// The highest, in the unit of the limits.
    pub max: f64,
}

/// A time outside of the limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Spell {
    /// When it began.
    pub from: Instant,
    /// When it was over.
    pub until: Instant,
    /// The value farthest outside.
    pub worst: f64,
    /// Whether that was longer than does no harm.
    pub is_broken: bool,
}

/// A curve with its limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    /// How it must be kept; without limits where nobody said.
    pub storage: Storage,
    /// What was read, by time.
    pub samples: Vec<Sample>,
    /// When it was outside of the limits.
    pub spells: Vec<Spell>,
}

impl Exposure {
    /// Whether it was outside for longer than does no harm.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.spells.iter().any(|spell| spell.is_broken)
    }
}

impl Storage {
    fn is_outside(&self, sample: &Sample) -> bool {
        self.min.is_some_and(|min| sample.min < min) || self.max.is_some_and(|max| sample.max > max)
    }

    /// How far outside a value lies.
    fn beyond(&self, value: f64) -> f64 {
        let below = self.min.map_or(0.0, |min| min - value);
        let above = self.max.map_or(0.0, |max| value - max);
        below.max(above)
    }
}

/// The curves of what sensors read along a story; one for each thing measured.
///
/// What no `storage` speaks of has a curve without limits.
#[must_use]
pub fn exposures(pedigree: &Pedigree, story: &[Telling], storage: &[Storage]) -> Vec<Exposure> {
    let mut curves: Vec<Exposure> = Vec::new();
    for telling in story {
        let account = &pedigree.accounts[telling.account];
        let Some(more) = account.more.as_ref().filter(|_| account.counts()) else {
            continue;
        };
        for reading in &more.readings {
            let at = curves
                .iter()
                .position(|curve| curve.storage.measure == reading.measure);
            let at = at.unwrap_or_else(|| {
                let known = storage
                    .iter()
                    .find(|known| known.measure == reading.measure);
                curves.push(Exposure {
                    storage: known.cloned().unwrap_or_else(|| unlimited(reading)),
                    samples: Vec::new(),
                    spells: Vec::new(),
                });
                curves.len() - 1
            });
            let curve = &mut curves[at];
            if let Some(sample) = sample(reading, telling.account, &curve.storage.uom) {
                curve.samples.push(sample);
            }
        }
    }
    for curve in &mut curves {
        curve
            .samples
            .sort_by_key(|sample| (sample.from, sample.until));
        curve.spells = spells(&curve.storage, &curve.samples);
    }
    curves
}

fn unlimited(reading: &Reading) -> Storage {
    Storage {
        measure: reading.measure.clone(),
        uom: reading.uom.clone(),
        min: None,
        max: None,
        minutes: 0,
    }
}

/// `None` where the unit can't be converted to that of the limits.
fn sample(reading: &Reading, account: usize, uom: &str) -> Option<Sample> {
    Some(Sample {
        account,
        from: reading.from,
        until: reading.until,
        min: converted(reading.min, &reading.uom, uom)?,
        max: converted(reading.max, &reading.uom, uom)?,
    })
}

fn converted(value: f64, from: &str, to: &str) -> Option<f64> {
    if from == to {
        return Some(value);
    }
    let celsius = match from {
        "CEL" => value,
        "FAH" => (value - 32.0) / 1.8,
        "KEL" => value - 273.15,
        _ => return None,
    };
    match to {
        "CEL" => Some(celsius),
        "FAH" => Some(celsius * 1.8 + 32.0),
        "KEL" => Some(celsius + 273.15),
        _ => None,
    }
}

/// A spell lasts from the first reading outside to the next one inside; where none follows, to the
/// end of the last one outside.
fn spells(storage: &Storage, samples: &[Sample]) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    let mut open: Option<Spell> = None;
    for sample in samples {
        let is_outside = storage.is_outside(sample);
        if is_outside {
            let worst = if storage.beyond(sample.min) > storage.beyond(sample.max) {
                sample.min
            } else {
                sample.max
            };
            let spell = open.get_or_insert(Spell {
                from: sample.from,
                until: sample.until,
                worst,
                is_broken: false,
            });
            spell.until = spell.until.max(sample.until);
            if storage.beyond(worst) > storage.beyond(spell.worst) {
                spell.worst = worst;
            }
        } else if let Some(spell) = open.take() {
            let until = spell.until.max(sample.from);
            spells.push(Spell { until, ..spell });
        }
    }
    spells.extend(open);
    for spell in &mut spells {
        let minutes = (spell.until.0 - spell.from.0) / 60_000;
        spell.is_broken = minutes >= storage.minutes;
    }
    spells
}
