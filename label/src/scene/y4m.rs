//! Pictures → a YUV4MPEG2 stream, which Chromium takes as a fake camera.

use std::io::{self, Write};

use super::{Picture, Pose, Random};

/// Writes frames of one size, 4:2:0 with neutral chroma.
pub struct Y4m<W> {
    out: W,
    width: usize,
    height: usize,
}

impl<W: Write> Y4m<W> {
    /// Writes the header. Width and height must be even.
    ///
    /// # Errors
    /// Those of the writer; `InvalidInput` for an odd size.
    pub fn new(mut out: W, width: usize, height: usize, frames_per_s: u32) -> io::Result<Y4m<W>> {
        if !width.is_multiple_of(2) || !height.is_multiple_of(2) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "width and height must be even",
            ));
        }
        writeln!(
            out,
            "YUV4MPEG2 W{width} H{height} F{frames_per_s}:1 Ip A1:1 C420jpeg"
        )?;
        Ok(Y4m { out, width, height })
    }

    /// Writes one frame.
    ///
    /// # Errors
    /// Those of the writer; `InvalidInput` for a picture of another size.
    pub fn frame(&mut self, picture: &Picture) -> io::Result<()> {
        if (picture.width, picture.height) != (self.width, self.height) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "a frame of another size",
            ));
        }
        self.out.write_all(b"FRAME\n")?;
        self.out.write_all(&picture.pixels)?;
        self.out.write_all(&vec![128; self.width * self.height / 2])
    }
}

/// The pose of a hand-held camera at frame `index`: a few pixels and degrees around `pose`.
#[must_use]
pub fn wobble(pose: &Pose, index: usize, seed: u64) -> Pose {
    let mut random = Random::new(seed);
    let mut swing = |size: f64| {
        let (speed, phase) = (random.between(0.15, 0.5), random.between(0.0, 6.3));
        size * (index as f64 * speed + phase).sin()
    };
    Pose {
        center: (pose.center.0 + swing(9.0), pose.center.1 + swing(7.0)),
        module: pose.module * (1.0 + swing(0.03)),
        rotation: pose.rotation + swing(2.5),
        tilt: (pose.tilt.0 + swing(3.0), pose.tilt.1 + swing(3.0)),
        ..pose.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_has_header_and_frames() {
        let mut out = Vec::new();
        let mut y4m = Y4m::new(&mut out, 4, 2, 10).unwrap();
        let picture = Picture {
            width: 4,
            height: 2,
            pixels: vec![7; 8],
        };
        y4m.frame(&picture).unwrap();
        assert!(
            y4m.frame(&Picture {
                width: 2,
                height: 2,
                pixels: vec![0; 4]
            })
            .is_err()
        );
        let header = b"YUV4MPEG2 W4 H2 F10:1 Ip A1:1 C420jpeg\n";
        assert!(out.starts_with(header));
        assert_eq!(out.len(), header.len() + 6 + 8 + 4);
        assert!(Y4m::new(Vec::new(), 3, 2, 10).is_err());
    }
}
