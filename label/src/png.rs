//! A label → PNG, one pixel a printer's dot, with its physical size.

use std::io;

use ::png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};

use crate::{
    Label, OutputError, Resolution,
    raster::{Plan, Raster},
};

impl Label {
    /// Writes the label as a grayscale PNG with one bit a pixel and one pixel a dot; a `pHYs` chunk
    /// holds the resolution, so that it comes out in its size.
    ///
    /// # Errors
    /// [`OutputError::Layout`] where the module is not whole dots, [`OutputError::Io`] where `out`
    /// does not take it.
    pub fn write_png(
        &self,
        out: &mut impl io::Write,
        resolution: Resolution,
    ) -> Result<(), OutputError> {
        let raster = Raster::of(self, &Plan::of(self, resolution)?);
        let mut encoder = Encoder::new(out, raster.width as u32, raster.height as u32);
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(BitDepth::One);
        let per_meter = (resolution.dots_per_mm() * 1000.0).round() as u32;
        encoder.set_pixel_dims(Some(PixelDimensions {
            xppu: per_meter,
            yppu: per_meter,
            unit: Unit::Meter,
        }));
        let light: Vec<u8> = raster.packed_rows().flatten().map(|byte| !byte).collect();
        let mut writer = encoder.write_header().map_err(io::Error::from)?;
        writer.write_image_data(&light).map_err(io::Error::from)?;
        writer.finish().map_err(io::Error::from)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use decoder::{Effort, Luma, Options, scan};

    use super::*;
    use crate::{
        Dots, Symbology,
        layout::tests::{GTIN_SERIAL, LINK, hri, label},
    };

    /// Luma, width, height, pixels a meter.
    fn decoded(png: &[u8]) -> (Vec<u8>, usize, usize, u32) {
        let mut decoder = ::png::Decoder::new(io::Cursor::new(png));
        decoder.set_transformations(::png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let per_meter = reader.info().pixel_dims.unwrap().xppu;
        (pixels, info.width as usize, info.height as usize, per_meter)
    }

    #[test]
    fn reads_back_in_its_size() {
        let cases = [
            (Symbology::QrCode, "]Q1", LINK),
            (Symbology::DataMatrix, "]d2", GTIN_SERIAL),
            (Symbology::RectangularDataMatrix, "]d2", GTIN_SERIAL),
        ];
        for (symbology, identifier, content) in cases {
            for resolution in Resolution::ALL {
                let module_mm = Dots::nearest(0.4, resolution).mm();
                let label = label(symbology, module_mm, &hri());
                let mut png = Vec::new();
                label.write_png(&mut png, resolution).unwrap();
                let (pixels, width, height, per_meter) = decoded(&png);
                let width_mm = width as f64 / f64::from(per_meter) * 1000.0;
                // The text rounds to whole dots a point.
                assert!((width_mm / label.width_mm() - 1.0).abs() < 0.4);
                let luma = Luma::new(&pixels, width, height, width).unwrap();
                let options = Options {
                    effort: Effort::Still,
                    ..Options::default()
                };
                let payload = scan(&luma, &options).remove(0).payload.unwrap();
                assert_eq!(payload.text(), content);
                assert_eq!(payload.symbology_identifier(), identifier);
            }
        }
    }

    #[test]
    fn the_size_of_a_bare_symbol_is_exact() {
        let label = label(Symbology::DataMatrix, 0.508, &[]);
        let mut png = Vec::new();
        label.write_png(&mut png, Resolution::Dpi300).unwrap();
        let (_, width, height, per_meter) = decoded(&png);
        let dots = (label.modules().cols() + 2) * 6;
        assert_eq!((width, height, per_meter), (dots, dots, 11811));
    }

    #[test]
    fn half_dots_are_refused() {
        let label = label(Symbology::QrCode, 0.45, &[]);
        let error = label.write_png(&mut Vec::new(), Resolution::Dpi203);
        assert!(matches!(error, Err(OutputError::Layout(_))));
    }
}
