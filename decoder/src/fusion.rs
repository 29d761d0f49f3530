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

#[cfg(test)]
mod tests {
    use label::{Request, encode, scene::Random};

    use super::*;
    use crate::{
        Luma, Point, field::Field, lattice::Lattice, qr, sampled::Rule, threshold::Levels,
    };

    const WHOLE: Place = Place {
        scale: 1.0,
        origin: Point { x: 0.0, y: 0.0 },
    };

    /// A symbol of 4 pixels a module with its top left at (16 + `aside`, 16), as a frame of grain shows it.
    fn frame(text: &str, aside: usize, noise: f64, seed: u64) -> Sampled {
        let request = Request {
            symbology: label::Symbology::QrCode,
            gs1: false,
            content: text,
        };
        let modules = encode(&request).unwrap();
        let (count, mut random) = (modules.cols(), Random::new(seed));
        let size = count * 4 + 64;
        let mut pixels = vec![0u8; size * size];
        for (index, pixel) in pixels.iter_mut().enumerate() {
            let (x, y) = (index % size, index / size);
            let place = (x.checked_sub(16 + aside), y.checked_sub(16));
            let is_dark = match place {
                (Some(x), Some(y)) if x / 4 < count && y / 4 < count => modules.bit(y / 4, x / 4),
                _ => false,
            };
            let level = if is_dark { 60.0 } else { 190.0 } + noise * random.normal();
            *pixel = level.clamp(0.0, 255.0) as u8;
        }
        let luma = Luma::new(&pixels, size, size, size).unwrap();
        let levels = Levels::by_blocks(&luma);
        let field = Field {
            luma,
            levels: &levels,
            is_inverted: false,
        };
        let (left, top) = (16.0 + aside as f32, 16.0);
        let side = count as f32 * 4.0;
        let at = |x: f32, y: f32| Point {
            x: left + x * side,
            y: top + y * side,
        };
        let corners = [at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0)];
        Sampled::new(&field, &Lattice::new(count, count, corners))
    }

    fn text(sampled: &Sampled) -> Option<String> {
        let read = Rule::ALL
            .into_iter()
            .find_map(|rule| qr::decode::decode(&sampled.grid(rule), false).payload.ok());
        read.map(|payload| payload.text())
    }

    #[test]
    fn frames_say_together_what_none_says_alone() {
        let mut memory = Memory::default();
        let mut fused = None;
        for seed in 0..12 {
            let sampled = frame("a symbol in grain", seed as usize % 3, 130.0, 40 + seed);
            assert_eq!(text(&sampled), None, "frame {seed} alone");
            let sum = memory.fused(Symbology::QrCode, &sampled, WHOLE);
            assert_eq!(sum.is_some(), seed > 0);
            fused = fused.or(sum.and_then(|sum| text(&sum)));
            memory.settle();
        }
        assert_eq!(fused.as_deref(), Some("a symbol in grain"));
    }

    #[test]
    fn other_symbols_are_not_added() {
        let mut memory = Memory::default();
        let first = frame("a", 0, 20.0, 1);
        let far = Place {
            origin: Point { x: 90.0, y: 0.0 },
            ..WHOLE
        };
        assert!(memory.fused(Symbology::QrCode, &first, WHOLE).is_none());
        assert!(
            memory.fused(Symbology::QrCode, &first, WHOLE).is_none(),
            "one frame"
        );
        memory.settle();
        assert!(memory.fused(Symbology::DataMatrix, &first, WHOLE).is_none());
        assert!(memory.fused(Symbology::QrCode, &first, far).is_none());
        let larger = frame("a longer text, which needs more modules", 0, 20.0, 1);
        assert!(memory.fused(Symbology::QrCode, &larger, WHOLE).is_none());
        assert!(memory.fused(Symbology::QrCode, &first, WHOLE).is_some());
        for _ in 0..=FORGET {
            memory.settle();
        }
        assert!(
            memory.fused(Symbology::QrCode, &first, WHOLE).is_none(),
            "forgotten"
        );
    }
}
