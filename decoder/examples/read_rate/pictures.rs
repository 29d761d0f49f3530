//! What is looked at: photographs of `TOUCHSTONE_CORPUS`, where it is set, and pictures that are made.

use std::path::PathBuf;

use label::scene::hard::Set;

use super::photographs::{self, Photograph, Truth};

/// Pictures of each set that are made, where nobody says how many.
pub const MADE: u64 = 40;

/// A picture that is opened, or made, when it is looked at.
pub struct Picture {
    /// What is known of it.
    pub truth: Truth,
    source: Source,
}

enum Source {
    File(PathBuf),
    Made(Set, u64),
}

impl Picture {
    /// Its pixels.
    pub fn open(&self) -> Photograph {
        match &self.source {
            Source::File(path) => Photograph::open(path),
            Source::Made(set, index) => {
                let picture = set.take(*index).unwrap().picture;
                Photograph {
                    pixels: picture.pixels,
                    width: picture.width,
                    height: picture.height,
                }
            }
        }
    }
}

/// Those of the sets that are wanted, or all: a set is named whole or by how it begins. `made` of each set
/// are made.
pub fn pictures(wanted: &[String], made: u64) -> Vec<Picture> {
    let is_wanted =
        |set: &str| wanted.is_empty() || wanted.iter().any(|name| set.starts_with(name.as_str()));
    let mut out = Vec::new();
    if let Some(corpus) = photographs::corpus() {
        let truths = photographs::truths(&corpus).into_iter();
        out.extend(truths.filter(|truth| is_wanted(&truth.set)).map(|truth| {
            let source = Source::File(corpus.join(&truth.file));
            Picture { truth, source }
        }));
    }
    for set in Set::ALL.into_iter().filter(|set| is_wanted(set.name())) {
        for index in 0..made {
            let texts = set.take(index).unwrap().texts;
            out.push(Picture {
                truth: Truth {
                    file: format!("{}/{index}", set.name()),
                    set: set.name().to_owned(),
                    codes: texts.len(),
                    texts: Some(texts),
                    regions: None,
                },
                source: Source::Made(set, index),
            });
        }
    }
    out
}
