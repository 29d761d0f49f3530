//! Pictures out of bytes that mean nothing, and what holds whatever a picture is: for the property tests
//! and the fuzz targets.

use decoder::{Effort, Luma, Options, Stream, Symbol, scan};

/// A picture in luma, row-major without gaps.
#[derive(Clone, Debug)]
pub struct Pixels {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// `width` × `height` bytes.
    pub levels: Vec<u8>,
}

impl Pixels {
    /// Blocks of `block` pixels a side, their levels taken from the bytes over and over; black without one.
    pub fn of(width: usize, height: usize, block: usize, bytes: &[u8]) -> Pixels {
        let across = width.div_ceil(block);
        let mut levels = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let at = y / block * across + x / block;
                levels.push(bytes.get(at % bytes.len().max(1)).copied().unwrap_or(0));
            }
        }
        Pixels {
            width,
            height,
            levels,
        }
    }

    /// Turned by a quarter, clockwise.
    pub fn turned(&self) -> Pixels {
        let (width, height) = (self.height, self.width);
        let mut levels = Vec::with_capacity(self.levels.len());
        for y in 0..height {
            for x in 0..width {
                levels.push(self.levels[(self.height - 1 - x) * self.width + y]);
            }
        }
        Pixels {
            width,
            height,
            levels,
        }
    }

    /// Left and right exchanged.
    pub fn mirrored(&self) -> Pixels {
        let mut levels = self.levels.clone();
        for row in levels.chunks_mut(self.width.max(1)) {
            row.reverse();
        }
        Pixels {
            levels,
            ..self.clone()
        }
    }

    /// Its eight orientations.
    pub fn orientations(&self) -> Vec<Pixels> {
        let mut out = vec![self.clone(), self.mirrored()];
        for at in 0..6 {
            out.push(out[at].turned());
        }
        out
    }
}

/// Looks at it once, with the effort of a frame and of a photograph.
pub fn look(pixels: &Pixels) {
    for effort in [Effort::Frame, Effort::Still] {
        let options = Options {
            effort,
            work: Some(2_000_000),
            ..Options::default()
        };
        hold(pixels, &scan(&luma(pixels), &options));
    }
}

/// Shows a camera these pictures, twice in turn.
pub fn watch(frames: &[Pixels]) {
    let mut stream = Stream::new(Options::default());
    for pixels in frames.iter().chain(frames) {
        hold(pixels, &stream.frame(&luma(pixels)));
    }
}

fn luma(pixels: &Pixels) -> Luma<'_> {
    Luma::new(&pixels.levels, pixels.width, pixels.height, pixels.width).unwrap()
}

/// What holds of symbols, whatever the picture is.
fn hold(pixels: &Pixels, symbols: &[Symbol]) {
    assert!(symbols.len() <= Options::default().max_symbols);
    for symbol in symbols {
        let reach = 4.0 * (pixels.width + pixels.height) as f32;
        for corner in symbol.corners.to_array() {
            assert!(
                corner.x.abs() <= reach && corner.y.abs() <= reach,
                "{symbol:?}"
            );
        }
        assert_eq!(symbol.trouble.is_some(), symbol.payload.is_err());
        assert!((0.0..=1.0).contains(&symbol.confidence));
        if let Ok(payload) = &symbol.payload {
            assert!(!payload.bytes.is_empty());
            assert_eq!(payload.marks.first().map(|mark| mark.at), Some(0));
            let _ = payload.text_by(|_, _| None);
        }
    }
}
