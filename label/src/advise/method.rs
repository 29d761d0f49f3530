//! Ways of printing, and how fine they are.

use crate::Resolution;

/// How a symbol gets onto its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Offset and other plate printing: dots of 0.01 mm (2400 dpi plates), modules from 0.25 mm.
    /// Finer ones register well but lose to ink gain, which is a fixed 0.02 to 0.04 mm an edge.
    Offset,
    /// Thermal transfer and direct thermal, in whole dots: 3 dots at 203 dpi (0.375 mm), 4 at
    /// 300 dpi (0.339 mm), 6 at 600 dpi (0.254 mm): below that, one dot too many, as heat that
    /// lingers in the head burns it, takes more than a third of the module next to it.
    Thermal(Resolution),
    /// Continuous inkjet on a line: drops every 0.25 mm, modules from 0.5 mm, two drops, because
    /// drops land off by half a drop on whatever moves past.
    Inkjet,
    /// Laser marking and coding: spots every 0.05 mm, modules from 0.3 mm, six spots, because spots
    /// scatter by about one on each side and what is marked has little contrast.
    Laser,
}

impl Method {
    /// The typical distance from dot to dot, in millimeters; modules are whole dots.
    #[must_use]
    pub fn dot_mm(self) -> f64 {
        match self {
            Method::Offset => 0.01,
            Method::Thermal(resolution) => 1.0 / resolution.dots_per_mm(),
            Method::Inkjet => 0.25,
            Method::Laser => 0.05,
        }
    }

    /// The smallest module that is safe, in millimeters.
    #[must_use]
    pub fn smallest_module_mm(self) -> f64 {
        match self {
            Method::Offset => 0.25,
            Method::Thermal(Resolution::Dpi203) => 3.0 * self.dot_mm(),
            Method::Thermal(Resolution::Dpi300) => 4.0 * self.dot_mm(),
            Method::Thermal(Resolution::Dpi600) => 6.0 * self.dot_mm(),
            Method::Inkjet => 0.5,
            Method::Laser => 0.3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smallest_modules_are_whole_dots() {
        let thermal = Resolution::ALL.map(Method::Thermal);
        let others = [Method::Offset, Method::Inkjet, Method::Laser];
        for method in thermal.into_iter().chain(others) {
            let dots = method.smallest_module_mm() / method.dot_mm();
            assert!((dots - dots.round()).abs() < 1e-9, "{method:?}: {dots}");
        }
    }
}
