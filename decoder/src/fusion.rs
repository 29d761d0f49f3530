//! Frames of one symbol → its modules as all of them saw them: noise evens out before error correction.

use crate::{Corners, Symbology, geometry::Place, sampled::Sampled};

/// What frames said of one symbol's modules.
#[derive(Clone, Debug)]
struct Trail {
    symbology: Symbology,
    /// Where the latest frame saw it, in pixels of the frame.
    corners: Corners,
    /// The sum of what frames said, older ones for less.
    sum: Sampled,
    /// The latest frame that said something.
    frame: u64,
}

/// Symbols that are seen and not read, from frame to frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    trails: Vec<Trail>,
    frame: u64,
    /// Symbols of this frame: each says something once a frame, for the same pixels twice are no news.
    news: Vec<Trail>,
}

/// Symbols that are remembered, at the most.
const MOST: usize = 4;

/// Frames after which a symbol that was not seen again is forgotten.
const FORGET: u64 = 6;

/// What each frame before counts against the one after it.
const FADE: f32 = 0.85;

/// How far each corner may have moved from one frame to the next, in sides of the symbol: a hand moves less,
/// and a symbol that is turned by a quarter has its corners further off.
const TRACK: f32 = 0.4;

impl Memory {
    /// These modules with what earlier frames said of them; `None` where none did.
    pub(crate) fn fused(
        &mut self,
        symbology: Symbology,
        sampled: &Sampled,
        place: Place,
    ) -> Option<Sampled> {
        let now = Trail {
            symbology,
            corners: place.out(sampled.corners()),
            sum: sampled.clone(),
            frame: self.frame,
        };
        let before = self.trails.iter().find(|trail| trail.continues_as(&now));
        let fused = before.map(|trail| sampled.plus(&trail.sum, FADE));
        if self.news.len() < MOST && !self.news.iter().any(|trail| trail.continues_as(&now)) {
            self.news.push(now);
        }
        fused
    }

    /// A frame ends: what it said is added to what was said before.
    pub(crate) fn settle(&mut self) {
        for mut now in std::mem::take(&mut self.news) {
            if let Some(at) = self
                .trails
                .iter()
                .position(|trail| trail.continues_as(&now))
            {
                now.sum = now.sum.plus(&self.trails[at].sum, FADE);
                self.trails.remove(at);
            }
            self.trails.insert(0, now);
        }
        self.trails.truncate(MOST);
        let frame = self.frame;
        self.trails.retain(|trail| frame - trail.frame < FORGET);
        self.frame += 1;
    }
}

impl Trail {
    /// Whether it is the same symbol a frame later: as many modules, of the same polarity, and no corner
    /// further off than a hand moves.
    fn continues_as(&self, now: &Trail) -> bool {
        let reach = TRACK * now.corners.size();
        let corners = self
            .corners
            .to_array()
            .into_iter()
            .zip(now.corners.to_array());
        self.symbology == now.symbology
            && self.sum.is_alike(&now.sum)
            && corners.into_iter().all(|(a, b)| a.distance(b) < reach)
    }
}
