//! What a printer can place: dots, and how many of them make a module.

use crate::LayoutError;

/// A printer's resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// 8 dots/mm, sold as 203 dpi.
    Dpi203,
    /// 300 dpi.
    Dpi300,
    /// 600 dpi.
    Dpi600,
}

impl Resolution {
    /// All of them, coarse to fine.
    pub const ALL: [Resolution; 3] = [Resolution::Dpi203, Resolution::Dpi300, Resolution::Dpi600];

    /// The nominal dots per inch.
    #[must_use]
    pub fn dpi(self) -> u32 {
        match self {
            Resolution::Dpi203 => 203,
            Resolution::Dpi300 => 300,
            Resolution::Dpi600 => 600,
        }
    }

    /// Dots per millimeter; 203 dpi printers have exactly 8.
    #[must_use]
    pub fn dots_per_mm(self) -> f64 {
        match self {
            Resolution::Dpi203 => 8.0,
            Resolution::Dpi300 => 300.0 / 25.4,
            Resolution::Dpi600 => 600.0 / 25.4,
        }
    }
}

/// A module's width in whole dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dots {
    count: u32,
    resolution: Resolution,
}

impl Dots {
    /// How far a module may be from whole dots, as a share of it: over a symbol of 100 modules that
    /// is less than what the symbologies allow, and it lets 0.5 mm at 203.2 dpi be what it is.
    const TOLERANCE: f64 = 0.01;

    /// The whole dots, one at least, that come closest to a module of that many millimeters.
    #[must_use]
    pub fn nearest(module_mm: f64, resolution: Resolution) -> Dots {
        Dots {
            count: (module_mm * resolution.dots_per_mm()).round().max(1.0) as u32,
            resolution,
        }
    }

    /// The whole dots of a module of that many millimeters, to within 1 %.
    ///
    /// # Errors
    /// [`LayoutError::NotWholeDots`] where it comes out between two; [`Dots::nearest`] says what
    /// would do.
    pub fn exact(module_mm: f64, resolution: Resolution) -> Result<Dots, LayoutError> {
        let dots = Dots::nearest(module_mm, resolution);
        if (dots.mm() - module_mm).abs() <= Dots::TOLERANCE * dots.mm() {
            return Ok(dots);
        }
        Err(LayoutError::NotWholeDots {
            module_mm,
            nearest_mm: dots.mm(),
            dpi: resolution.dpi(),
        })
    }

    /// How many dots, at least 1.
    #[must_use]
    pub fn count(self) -> u32 {
        self.count
    }

    /// Of which printer.
    #[must_use]
    pub fn resolution(self) -> Resolution {
        self.resolution
    }

    /// The module that these dots make, in millimeters.
    #[must_use]
    pub fn mm(self) -> f64 {
        f64::from(self.count) / self.resolution.dots_per_mm()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_dots() {
        let count = |mm, resolution| Dots::exact(mm, resolution).map(Dots::count);
        assert_eq!(count(0.5, Resolution::Dpi203), Ok(4));
        assert_eq!(count(0.508, Resolution::Dpi300), Ok(6));
        assert_eq!(count(0.254, Resolution::Dpi600), Ok(6));
        assert!(matches!(
            count(0.33, Resolution::Dpi203),
            Err(LayoutError::NotWholeDots {
                nearest_mm: 0.375,
                dpi: 203,
                ..
            })
        ));
        assert!(count(0.5, Resolution::Dpi300).is_err(), "5.9 dots");
    }

    #[test]
    fn nearest_is_exact() {
        for resolution in Resolution::ALL {
            for mm in [0.001, 0.26, 0.375, 0.5, 0.99] {
                let dots = Dots::nearest(mm, resolution);
                assert_eq!(Dots::exact(dots.mm(), resolution), Ok(dots));
            }
        }
    }
}
