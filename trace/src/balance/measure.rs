//! Quantities with units of measure, and what of one is how much of another.

use crate::Quantity;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// In kilograms.
    Mass,
    /// In litres.
    Volume,
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In pieces.
    Count,
}

/// A unit of measure of UN/CEFACT Recommendation 20.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uom {
    /// What it measures.
    pub dimension: Dimension,
    /// How many kilograms, litres, metres, square metres or pieces it is.
    pub factor: f64,
}

/// Codes with what they measure, in which multiple. Those of trade; an unknown one is said to be so.
const UNITS: [(&str, Dimension, f64); 58] = [
    ("KGM", Dimension::Mass, 1.0),
    ("GRM", Dimension::Mass, 1e-3),
    ("MGM", Dimension::Mass, 1e-6),
    ("MC", Dimension::Mass, 1e-9),
    ("DJ", Dimension::Mass, 1e-2),
    ("HGM", Dimension::Mass, 0.1),
    ("DG", Dimension::Mass, 1e-4),
    ("CGM", Dimension::Mass, 1e-5),
    ("DTN", Dimension::Mass, 100.0),
    ("TNE", Dimension::Mass, 1_000.0),
    ("KTN", Dimension::Mass, 1e6),
    ("LBR", Dimension::Mass, 0.453_592_37),
    ("ONZ", Dimension::Mass, 0.028_349_523_125),
    ("STN", Dimension::Mass, 907.184_74),
    ("LTN", Dimension::Mass, 1_016.046_908_8),
    ("CWA", Dimension::Mass, 45.359_237),
    ("CWI", Dimension::Mass, 50.802_345_44),
    ("GRN", Dimension::Mass, 6.479_891e-5),
    ("LTR", Dimension::Volume, 1.0),
    ("DLT", Dimension::Volume, 0.1),
    ("CLT", Dimension::Volume, 0.01),
    ("MLT", Dimension::Volume, 1e-3),
    ("4G", Dimension::Volume, 1e-6),
    ("HLT", Dimension::Volume, 100.0),
    ("MAL", Dimension::Volume, 1e6),
    ("MTQ", Dimension::Volume, 1_000.0),
    ("DMQ", Dimension::Volume, 1.0),
    ("CMQ", Dimension::Volume, 1e-3),
    ("MMQ", Dimension::Volume, 1e-6),
    ("GLL", Dimension::Volume, 3.785_411_784),
    ("GLI", Dimension::Volume, 4.546_09),
    ("PTL", Dimension::Volume, 0.473_176_473),
    ("PTI", Dimension::Volume, 0.568_261_25),
    ("QTL", Dimension::Volume, 0.946_352_946),
    ("QTI", Dimension::Volume, 1.136_522_5),
    ("OZA", Dimension::Volume, 0.029_573_529_562_5),
    ("OZI", Dimension::Volume, 0.028_413_062_5),
    ("BLL", Dimension::Volume, 158.987_294_928),
    ("INQ", Dimension::Volume, 0.016_387_064),
    ("FTQ", Dimension::Volume, 28.316_846_592),
    ("MTR", Dimension::Length, 1.0),
    ("CMT", Dimension::Length, 0.01),
    ("MMT", Dimension::Length, 1e-3),
    ("KMT", Dimension::Length, 1_000.0),
    ("INH", Dimension::Length, 0.025_4),
    ("FOT", Dimension::Length, 0.304_8),
    ("YRD", Dimension::Length, 0.914_4),
    ("MTK", Dimension::Area, 1.0),
    ("CMK", Dimension::Area, 1e-4),
    ("FTK", Dimension::Area, 0.092_903_04),
    ("H87", Dimension::Count, 1.0),
    ("C62", Dimension::Count, 1.0),
    ("EA", Dimension::Count, 1.0),
    ("PR", Dimension::Count, 2.0),
    ("DZN", Dimension::Count, 12.0),
    ("GRO", Dimension::Count, 144.0),
    ("CEN", Dimension::Count, 100.0),
    ("MIL", Dimension::Count, 1_000.0),
];

impl Uom {
    /// One piece.
    pub const PIECE: Uom = Uom {
        dimension: Dimension::Count,
        factor: 1.0,
    };

    /// Of a code; `None` for one that is not known here.
    #[must_use]
    pub fn new(code: &str) -> Option<Uom> {
        let found = UNITS.iter().find(|(known, _, _)| *known == code)?;
        Some(Uom {
            dimension: found.1,
            factor: found.2,
        })
    }
}

/// So much of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// In kilograms, litres, metres, square metres or pieces.
    pub value: f64,
    /// Of what.
    pub dimension: Dimension,
}

/// What one piece, or one litre, of a thing holds: how its quantities convert.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Content {
    /// Kilograms of one piece.
    pub kg_per_piece: Option<f64>,
    /// Litres of one piece.
    pub litres_per_piece: Option<f64>,
    /// Kilograms of one litre.
    pub kg_per_litre: Option<f64>,
}

impl Amount {
    /// So many of a unit.
    #[must_use]
    pub fn new(value: f64, unit: Uom) -> Amount {
        Amount {
            value: value * unit.factor,
            dimension: unit.dimension,
        }
    }

    /// What an event says; `None` where it says no quantity, or in a unit that is not known here.
    #[must_use]
    pub fn of(quantity: &Quantity) -> Option<Amount> {
        let unit = match &quantity.uom {
            Some(code) => Uom::new(code)?,
            None => Uom::PIECE,
        };
        let value = quantity.quantity.filter(|value| value.is_finite())?;
        Some(Amount::new(value, unit))
    }

    /// The same in another dimension; `None` where nobody said how to convert.
    #[must_use]
    pub fn to(self, dimension: Dimension, content: &Content) -> Option<Amount> {
        let value = match (self.dimension, dimension) {
            (from, to) if from == to => self.value,
            (Dimension::Count, Dimension::Mass) => self.value * content.kg_of_piece()?,
            (Dimension::Mass, Dimension::Count) => self.value / content.kg_of_piece()?,
            (Dimension::Count, Dimension::Volume) => self.value * content.litres_of_piece()?,
            (Dimension::Volume, Dimension::Count) => self.value / content.litres_of_piece()?,
            (Dimension::Volume, Dimension::Mass) => self.value * content.kg_per_litre?,
            (Dimension::Mass, Dimension::Volume) => self.value / content.kg_per_litre?,
            _ => return None,
        };
        value.is_finite().then_some(Amount { value, dimension })
    }
}

impl Content {
    fn kg_of_piece(&self) -> Option<f64> {
        self.kg_per_piece
            .or_else(|| Some(self.litres_per_piece? * self.kg_per_litre?))
    }

    fn litres_of_piece(&self) -> Option<f64> {
        self.litres_per_piece
            .or_else(|| Some(self.kg_per_piece? / self.kg_per_litre?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Epc;

    #[test]
    fn amounts_meet_in_one_unit() {
        let beans = Content {
            kg_per_piece: Some(0.25),
            ..Content::default()
        };
        let oil = Content {
            kg_per_litre: Some(0.91),
            litres_per_piece: Some(0.5),
            ..Content::default()
        };
        let check = |quantity: f64, uom: Option<&str>, to, content: &Content, expected| {
            let amount = Amount::of(&Quantity {
                class: Epc(String::new()),
                quantity: Some(quantity),
                uom: uom.map(str::to_owned),
            });
            let found = amount.and_then(|amount| amount.to(to, content));
            let found = found.map(|amount| (amount.value * 1e9).round() / 1e9);
            assert_eq!(found, expected, "{quantity} {uom:?}");
        };
        let none = Content::default();
        check(2.5, Some("TNE"), Dimension::Mass, &none, Some(2_500.0));
        check(900.0, Some("GRM"), Dimension::Mass, &none, Some(0.9));
        check(
            16.0,
            Some("ONZ"),
            Dimension::Mass,
            &none,
            Some(0.453_592_37),
        );
        check(750.0, Some("MLT"), Dimension::Volume, &none, Some(0.75));
        check(4.0, None, Dimension::Mass, &beans, Some(1.0));
        check(4.0, Some("H87"), Dimension::Mass, &beans, Some(1.0));
        check(2.0, Some("DZN"), Dimension::Mass, &beans, Some(6.0));
        check(1.0, Some("KGM"), Dimension::Count, &beans, Some(4.0));
        check(240.0, Some("LTR"), Dimension::Mass, &oil, Some(218.4));
        check(2.0, None, Dimension::Mass, &oil, Some(0.91));
        check(4.0, None, Dimension::Mass, &none, None);
        check(4.0, Some("XBX"), Dimension::Count, &none, None);
        check(f64::NAN, None, Dimension::Count, &none, None);
    }

    #[test]
    fn each_code_once() {
        for (index, (code, _, factor)) in UNITS.iter().enumerate() {
            assert!(*factor > 0.0, "{code}");
            assert!(UNITS[..index].iter().all(|(known, _, _)| known != code));
        }
    }
}
