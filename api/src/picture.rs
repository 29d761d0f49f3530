//! A photograph: bytes of a file → luma → symbols. Runs where a panic or a loop hurts nobody.

use std::io::Cursor;

use decoder::{Luma, Options, Symbol};
use image::{
    DynamicImage, GrayImage, ImageDecoder, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};

/// Pixels of a picture, at the most.
pub const MAX_PIXELS: u64 = 40_000_000;

/// Why there is no picture in a file.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// No format that is read here.
    #[error("it is no picture of a known format")]
    Format,
    /// More pixels than are looked at.
    #[error("it has {width} × {height} pixels, and at most 40 million are read")]
    TooManyPixels {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// The file is damaged.
    #[error("it is damaged")]
    Damaged(#[source] image::ImageError),
}

/// The longest side of a picture that is kept, in pixels.
pub const REDUCED: u32 = 1600;
/// Of a picture that is kept, 0 to 100.
const QUALITY: u8 = 82;

/// The brightness of a picture, after its size was looked at and before its pixels were.
pub fn luma_of(bytes: &[u8]) -> Result<GrayImage, PictureError> {
    let picture = DynamicImage::from_decoder(decoder_of(bytes)?).map_err(PictureError::Damaged)?;
    Ok(picture.into_luma8())
}

/// A picture as it is looked at, upright and no larger than [`REDUCED`], as a JPEG with nothing in it
/// but the picture.
pub fn reduced(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut decoder = decoder_of(bytes)?;
    // A camera says how it was held beside the picture, which is left behind here.
    let orientation = decoder.orientation().map_err(PictureError::Damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(PictureError::Damaged)?;
    if picture.width().max(picture.height()) > REDUCED {
        picture = picture.resize(REDUCED, REDUCED, FilterType::Triangle);
    }
    picture.apply_orientation(orientation);
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    picture
        .into_rgb8()
        .write_with_encoder(encoder)
        .map_err(PictureError::Damaged)?;
    Ok(jpeg)
}

fn decoder_of(bytes: &[u8]) -> Result<impl ImageDecoder, PictureError> {
    let reader = || {
        ImageReader::new(Cursor::new(bytes))
            .with_guessed_format()
            .map_err(|_| PictureError::Format)
    };
    let (width, height) = reader()?.into_dimensions().map_err(|error| match error {
        image::ImageError::Unsupported(_) => PictureError::Format,
        other => PictureError::Damaged(other),
    })?;
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let mut reader = reader()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(768 * 1024 * 1024);
    reader.limits(limits);
    reader.into_decoder().map_err(PictureError::Damaged)
}

/// Scaled down to fit, as a camera frame would be; a smaller picture stays as it is.
#[must_use]
pub fn fit(luma: GrayImage, width: u32, height: u32) -> GrayImage {
    if luma.width() <= width && luma.height() <= height {
        return luma;
    }
    let scale = (f64::from(width) / f64::from(luma.width()))
        .min(f64::from(height) / f64::from(luma.height()));
    let scaled = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    image::imageops::resize(
        &luma,
        scaled(luma.width()),
        scaled(luma.height()),
        FilterType::Triangle,
    )
}

/// Every symbol in a picture.
#[must_use]
pub fn symbols_of(luma: &GrayImage, options: &Options) -> Vec<Symbol> {
    let (width, height) = (luma.width() as usize, luma.height() as usize);
    match Luma::new(luma.as_raw(), width, height, width) {
        Ok(luma) => decoder::scan(&luma, options),
        // A picture without a pixel holds no symbol.
        Err(_) => Vec::new(),
    }
}

/// The media type of a photograph, by what its bytes begin with, whatever its name says.
#[must_use]
pub fn photo_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some("image/png"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("image/webp"),
        _ => None,
    }
}
