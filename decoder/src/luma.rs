//! A picture's brightness: borrowed, never copied.

use crate::{Point, geometry::Area};

/// Why a buffer is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LumaError {
    /// The buffer is shorter than the rows need.
    #[error("{len} bytes are too few for {width} × {height} pixels with a stride of {stride}")]
    TooShort {
        /// Bytes that are there.
        len: usize,
        /// Pixels a row.
        width: usize,
        /// Rows.
        height: usize,
        /// Bytes from row to row.
        stride: usize,
    },
    /// The stride is smaller than a row.
    #[error("a stride of {stride} is less than a row of {width}")]
    Stride {
        /// Bytes from row to row.
        stride: usize,
        /// Pixels a row.
        width: usize,
    },
}

/// A view of 8-bit luma, row-major, 0 black to 255 white.
#[derive(Clone, Copy, Debug)]
pub struct Luma<'a> {
    data: &'a [u8],
    width: usize,
    height: usize,
    stride: usize,
}

impl<'a> Luma<'a> {
    /// `stride` is the distance in bytes from one row to the next, at least `width`.
    ///
    /// # Errors
    /// Where the buffer does not hold that many rows.
    pub fn new(
        data: &'a [u8],
        width: usize,
        height: usize,
        stride: usize,
    ) -> Result<Luma<'a>, LumaError> {
        if stride < width {
            return Err(LumaError::Stride { stride, width });
        }
        let needed = match height {
            0 => Some(0),
            rows => stride
                .checked_mul(rows - 1)
                .and_then(|bytes| bytes.checked_add(width)),
        };
        match needed {
            Some(needed) if needed <= data.len() => Ok(Luma {
                data,
                width,
                height,
                stride,
            }),
            _ => Err(LumaError::TooShort {
                len: data.len(),
                width,
                height,
                stride,
            }),
        }
    }

    /// Pixels a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// One row, `width` bytes.
    #[must_use]
    pub fn row(&self, y: usize) -> &'a [u8] {
        let start = y * self.stride;
        &self.data[start..start + self.width]
    }

    /// The part within an area, and where its top left lies; `None` where it is less than 16 pixels wide
    /// or high.
    pub(crate) fn part(&self, area: Area) -> Option<(Luma<'a>, Point)> {
        let limit = |value: f32, most: usize| (value.max(0.0) as usize).min(most);
        let (left, top) = (limit(area.left, self.width), limit(area.top, self.height));
        let right = limit(area.right.ceil(), self.width);
        let bottom = limit(area.bottom.ceil(), self.height);
        if right < left + 16 || bottom < top + 16 {
            return None;
        }
        let part = Luma {
            data: &self.data[top * self.stride + left..],
            width: right - left,
            height: bottom - top,
            stride: self.stride,
        };
        let origin = Point {
            x: left as f32,
            y: top as f32,
        };
        Some((part, origin))
    }

    /// The level between the pixels around a point, 0 to 255; the edge goes on outside.
    pub(crate) fn level(&self, point: Point) -> f32 {
        if self.width == 0 || self.height == 0 {
            return 0.0;
        }
        let x = (point.x - 0.5).clamp(0.0, (self.width - 1) as f32);
        let y = (point.y - 0.5).clamp(0.0, (self.height - 1) as f32);
        let (left, top) = (x as usize, y as usize);
        let right = (left + 1).min(self.width - 1);
        let bottom = (top + 1).min(self.height - 1);
        let (to_right, to_bottom) = (x - left as f32, y - top as f32);
        let at = |x: usize, y: usize| f32::from(self.data[y * self.stride + x]);
        let upper = at(left, top) + (at(right, top) - at(left, top)) * to_right;
        let lower = at(left, bottom) + (at(right, bottom) - at(left, bottom)) * to_right;
        upper + (lower - upper) * to_bottom
    }

    /// With that many pixels around, as light as the lightest; and how wide and high it is.
    pub(crate) fn framed(&self, margin: usize) -> (Vec<u8>, usize, usize) {
        let rows = || (0..self.height).map(|y| self.row(y));
        let lightest = rows().flatten().copied().max().unwrap_or(0);
        let (width, height) = (self.width + 2 * margin, self.height + 2 * margin);
        let mut out = vec![lightest; width * height];
        for (row, line) in rows().zip(out.chunks_exact_mut(width).skip(margin)) {
            line[margin..margin + self.width].copy_from_slice(row);
        }
        (out, width, height)
    }

    /// Half as wide and high, by the mean of four pixels: noise, dots and blurred edges even out.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(crate) fn halved(&self) -> (Vec<u8>, usize, usize) {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut out = Vec::with_capacity(width * height);
        for y in 0..height {
            let (top, bottom) = (self.row(2 * y), self.row(2 * y + 1));
            let pairs = top.chunks_exact(2).zip(bottom.chunks_exact(2));
            out.extend(pairs.map(|(top, bottom)| {
                let sum: u16 = top
                    .iter()
                    .chain(bottom)
                    .map(|level| u16::from(*level))
                    .sum();
                ((sum + 2) / 4) as u8
            }));
        }
        (out, width, height)
    }

    /// Twice as wide and high, bilinear: small modules get more than one pixel to be judged by.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(crate) fn doubled(&self) -> Vec<u8> {
        let (width, height) = (self.width, self.height);
        let mut out = vec![0u8; width * height * 4];
        for y in 0..height {
            let (row, next) = (self.row(y), self.row((y + 1).min(height - 1)));
            let (top, rest) = out[y * width * 4..].split_at_mut(width * 2);
            let bottom = &mut rest[..width * 2];
            for x in 0..width {
                let right = (x + 1).min(width - 1);
                let at = |row: &[u8], x: usize| u16::from(row[x]);
                let (a, b, c, d) = (at(row, x), at(row, right), at(next, x), at(next, right));
                top[2 * x] = a as u8;
                top[2 * x + 1] = ((a + b).div_ceil(2)) as u8;
                bottom[2 * x] = ((a + c).div_ceil(2)) as u8;
                bottom[2 * x + 1] = ((a + b + c + d + 2) / 4) as u8;
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_checked() {
        assert!(Luma::new(&[0; 6], 3, 2, 3).is_ok());
        assert!(
            Luma::new(&[0; 7], 3, 2, 4).is_ok(),
            "the last row needs no gap"
        );
        assert!(matches!(
            Luma::new(&[0; 6], 3, 2, 4),
            Err(LumaError::TooShort { len: 6, .. })
        ));
        assert!(matches!(
            Luma::new(&[0; 6], 3, 2, 2),
            Err(LumaError::Stride { .. })
        ));
        assert!(Luma::new(&[], usize::MAX, usize::MAX, usize::MAX).is_err());
        assert!(Luma::new(&[], 0, 0, 0).is_ok());
    }

    #[test]
    fn gaps_between_rows_are_no_pixels() {
        let luma = Luma::new(&[1, 2, 9, 3, 4], 2, 2, 3).unwrap();
        assert_eq!(luma.row(1), [3, 4]);
    }

    #[test]
    fn halving_takes_the_mean() {
        let luma = Luma::new(&[0, 100, 9, 200, 42, 9, 7, 7, 7], 3, 3, 3).unwrap();
        assert_eq!(luma.halved(), (vec![86], 1, 1));
    }

    #[test]
    fn doubling_keeps_what_is_there() {
        let luma = Luma::new(&[0, 100, 200, 40], 2, 2, 2).unwrap();
        let doubled = luma.doubled();
        assert_eq!(&doubled[..4], [0, 50, 100, 100]);
        assert_eq!(&doubled[4..8], [100, 85, 70, 70]);
        assert_eq!(doubled[8], 200);
    }
}
