//! Which symbol, how fine and with how long a serial, for a given area and way of printing.
//!
//! Sizes come from encoding worst cases: links as bytes, serials of mixed case and signs. What is
//! encoded in the end is never larger than what was advised, and may be smaller.

#[cfg(all(test, feature = "check"))]
mod made;
mod method;

pub use method::Method;

use crate::{Correction, Request, Symbology, Use, encode_with};

/// Room for a symbol with its quiet zone, in millimeters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// In millimeters.
    pub width: f64,
    /// In millimeters.
    pub height: f64,
}

impl Area {
    /// As high as wide.
    #[must_use]
    pub fn square(width: f64) -> Area {
        Area {
            width,
            height: width,
        }
    }
}

/// What is to be encoded.
#[derive(Clone, Copy, Debug)]
pub struct Need<'a> {
    /// How many characters a Digital Link has before its serial, such as 44 for
    /// `https://id.example.com/01/09506000134352/21/`; `None` where no link is wanted.
    pub link_stem: Option<usize>,
    /// Whether a GS1 element string of GTIN and serial will do as well.
    pub element_string: bool,
    /// The lengths of serial that will do, in characters, such as 8, 12, 16 and 20.
    pub serials: &'a [usize],
    /// What the module's width is judged by, besides the way of printing.
    pub usage: Use,
}

/// Why a choice ranks where it does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// A phone's camera opens the link without an app.
    OpensOnPhones,
    /// Only scanners and apps made for it read what it says.
    NeedsScanner,
    /// The module is at least a quarter larger than the smallest that is allowed.
    Comfortable {
        /// Module ÷ smallest module.
        ratio: f64,
    },
    /// The module is hardly larger than the smallest that is allowed: print trials are due.
    Tight {
        /// Module ÷ smallest module.
        ratio: f64,
    },
    /// The serial has less than 12 characters: others' serials can be guessed.
    ShortSerial {
        /// Characters.
        characters: usize,
    },
    /// The area would allow a larger module, GS1 does not.
    LargestModule {
        /// In millimeters.
        module_mm: f64,
    },
    /// Less of the symbol may be damaged than usual.
    LowCorrection,
}

/// A symbol, whether it fits or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What kind of symbol.
    pub symbology: Symbology,
    /// A GS1 element string; otherwise a Digital Link.
    pub gs1: bool,
    /// For QR Codes.
    pub correction: Option<Correction>,
    /// Characters of the serial.
    pub serial: usize,
    /// Modules, without the quiet zone.
    pub rows: usize,
    /// Modules, without the quiet zone.
    pub cols: usize,
    /// The largest module that fits, in whole dots, in millimeters.
    pub module_mm: f64,
    /// That module in dots of the method.
    pub dots: u32,
    /// With quiet zone, in millimeters.
    pub size: Area,
    /// What speaks for it and against it.
    pub reasons: Vec<Reason>,
}

/// A symbol that does not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Miss {
    /// What kind of symbol.
    pub symbology: Symbology,
    /// A GS1 element string; otherwise a Digital Link.
    pub gs1: bool,
    /// For QR Codes.
    pub correction: Option<Correction>,
    /// Characters of the serial.
    pub serial: usize,
    /// How large its modules could be, in millimeters; 0 where not even one dot fits.
    pub module_mm: f64,
    /// How large they must be, in millimeters.
    pub needed_mm: f64,
    /// The smallest area in which it would fit.
    pub needed: Area,
}

/// What fits, and what does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// What fits, the best first.
    pub choices: Vec<Choice>,
    /// Of each kind of symbol of which nothing fits, what comes closest; the smallest first.
    pub misses: Vec<Miss>,
}

/// From this ratio to the smallest module on, ordinary variation of a print does no harm.
const COMFORTABLE: f64 = 1.25;

/// 12 characters out of 30 and more are 58 bits: with a billion issued, a guess hits one in more
/// than a hundred million.
const ENOUGH_SERIAL: usize = 12;

/// Ranks what fits into the area.
///
/// What is comfortable comes before what is tight, serials that cannot be guessed before shorter
/// ones, links before element strings and squares before rectangles, correction level L last; then
/// larger modules, higher levels, longer serials. What another symbol of its kind outdoes in
/// everything is left out.
#[must_use]
pub fn advise(need: &Need<'_>, area: Area, method: Method) -> Advice {
    let mut advice = Advice::default();
    for (symbology, gs1) in [
        (Symbology::QrCode, false),
        (Symbology::DataMatrix, true),
        (Symbology::RectangularDataMatrix, true),
    ] {
        let candidates = candidates(need, symbology, gs1);
        let (fits, misses): (Vec<_>, Vec<_>) = candidates
            .into_iter()
            .map(|candidate| candidate.placed(need, area, method))
            .partition(Result::is_ok);
        let nearest = misses
            .into_iter()
            .filter_map(Result::err)
            .min_by(|a, b| extent(a).total_cmp(&extent(b)));
        if fits.is_empty() {
            advice.misses.extend(nearest);
        }
        advice.choices.extend(fits.into_iter().flatten());
    }
    let all = advice.choices.clone();
    advice
        .choices
        .retain(|choice| !all.iter().any(|other| is_better(other, choice)));
    advice.choices.sort_by(rank);
    advice
        .misses
        .sort_by(|a, b| extent(a).total_cmp(&extent(b)));
    advice
}

/// Whether one symbol is in nothing worse than another of its kind, and in something better.
fn is_better(one: &Choice, other: &Choice) -> bool {
    let merits = |choice: &Choice| {
        (
            choice.module_mm,
            -choice.size.width * choice.size.height,
            choice.correction,
            choice.serial,
        )
    };
    let (a, b) = (merits(one), merits(other));
    one.symbology == other.symbology
        && a != b
        && a.0 >= b.0
        && a.1 >= b.1
        && a.2 >= b.2
        && a.3 >= b.3
}

fn extent(miss: &Miss) -> f64 {
    miss.needed.width * miss.needed.height
}

fn rank(a: &Choice, b: &Choice) -> std::cmp::Ordering {
    let first = |choice: &Choice| {
        let is_tight = choice
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Tight { .. }));
        (
            is_tight,
            choice.serial < ENOUGH_SERIAL,
            choice.gs1,
            choice.symbology == Symbology::RectangularDataMatrix,
            choice.correction == Some(Correction::L),
        )
    };
    first(a)
        .cmp(&first(b))
        .then(b.module_mm.total_cmp(&a.module_mm))
        .then(b.correction.cmp(&a.correction))
        .then(b.serial.cmp(&a.serial))
}

/// A symbol before it is given a size.
struct Candidate {
    symbology: Symbology,
    gs1: bool,
    correction: Option<Correction>,
    serial: usize,
    rows: usize,
    cols: usize,
}

fn candidates(need: &Need<'_>, symbology: Symbology, gs1: bool) -> Vec<Candidate> {
    let levels: &[Option<Correction>] = match symbology {
        // High to low: a lower level that saves no module is no candidate.
        Symbology::QrCode => &[
            Some(Correction::H),
            Some(Correction::Q),
            Some(Correction::M),
            Some(Correction::L),
        ],
        _ => &[None],
    };
    let mut candidates: Vec<Candidate> = Vec::new();
    for serial in need.serials {
        let Some(content) = worst_case(need, gs1, *serial) else {
            continue;
        };
        let mut smallest = usize::MAX;
        for correction in levels {
            let request = Request {
                symbology,
                gs1,
                content: &content,
            };
            let Ok(modules) = encode_with(&request, correction.unwrap_or_default()) else {
                continue;
            };
            if modules.rows() >= smallest {
                continue;
            }
            smallest = modules.rows();
            candidates.push(Candidate {
                symbology,
                gs1,
                correction: *correction,
                serial: *serial,
                rows: modules.rows(),
                cols: modules.cols(),
            });
        }
    }
    candidates
}

/// A content of that length that takes the most room; nothing where it is not wanted.
fn worst_case(need: &Need<'_>, gs1: bool, serial: usize) -> Option<String> {
    if !gs1 {
        return need.link_stem.map(|stem| "a".repeat(stem + serial));
    }
    // Changes of case and signs keep every encodation of Data Matrix from packing the serial.
    let serial: String = "aB-".chars().cycle().take(serial).collect();
    need.element_string
        .then(|| format!("010950600013435221{serial}"))
}

impl Candidate {
    fn placed(self, need: &Need<'_>, area: Area, method: Method) -> Result<Choice, Miss> {
        // What comes out a hair below whole dots by computing is whole dots.
        let hair = 1e-6;
        let dot = method.dot_mm();
        let quiet = 2 * self.symbology.quiet_zone();
        let (cols, rows) = ((self.cols + quiet) as f64, (self.rows + quiet) as f64);
        let (allowed_from, allowed_to) = need.usage.modules_mm();
        let smallest = method.smallest_module_mm().max(allowed_from);
        let smallest = (smallest / dot - hair).ceil() * dot;
        let largest = (allowed_to / dot + hair).floor() * dot;
        let room = (area.width / cols).min(area.height / rows);
        let room = (room / dot + hair).floor().max(0.0) * dot;
        if room < smallest - hair {
            return Err(Miss {
                symbology: self.symbology,
                gs1: self.gs1,
                correction: self.correction,
                serial: self.serial,
                module_mm: room,
                needed_mm: smallest,
                needed: Area {
                    width: cols * smallest,
                    height: rows * smallest,
                },
            });
        }
        let module_mm = room.min(largest);
        let ratio = module_mm / smallest;
        let reasons = [
            Some(if self.gs1 {
                Reason::NeedsScanner
            } else {
                Reason::OpensOnPhones
            }),
            Some(if ratio >= COMFORTABLE {
                Reason::Comfortable { ratio }
            } else {
                Reason::Tight { ratio }
            }),
            (self.serial < ENOUGH_SERIAL).then_some(Reason::ShortSerial {
                characters: self.serial,
            }),
            (room > largest + hair).then_some(Reason::LargestModule { module_mm }),
            (self.correction == Some(Correction::L)).then_some(Reason::LowCorrection),
        ];
        Ok(Choice {
            symbology: self.symbology,
            gs1: self.gs1,
            correction: self.correction,
            serial: self.serial,
            rows: self.rows,
            cols: self.cols,
            module_mm,
            dots: (module_mm / dot).round() as u32,
            size: Area {
                width: cols * module_mm,
                height: rows * module_mm,
            },
            reasons: reasons.into_iter().flatten().collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Resolution;

    const NEED: Need<'_> = Need {
        link_stem: Some(44),
        element_string: true,
        serials: &[8, 12, 16, 20],
        usage: Use::General,
    };

    const STICKER: Area = Area {
        width: 14.0,
        height: 14.0,
    };

    /// Kind, level, serial, columns, dots.
    type Summary = (Symbology, Option<Correction>, usize, usize, u32);

    fn summary(choice: &Choice) -> Summary {
        let Choice {
            symbology,
            correction,
            serial,
            cols,
            dots,
            ..
        } = choice;
        (*symbology, *correction, *serial, *cols, *dots)
    }

    fn best(area: Area, method: Method) -> Summary {
        let advice = advise(&NEED, area, method);
        for choice in &advice.choices {
            assert!(choice.size.width <= area.width + 1e-6, "{choice:?}");
            assert!(choice.size.height <= area.height + 1e-6, "{choice:?}");
        }
        summary(&advice.choices[0])
    }

    #[test]
    fn a_fruit_sticker_holds_a_link() {
        let m = Some(Correction::M);
        assert_eq!(
            best(STICKER, Method::Offset),
            (Symbology::QrCode, m, 16, 33, 34)
        );
        // A link would have four dots a module, the least that is safe.
        assert_eq!(
            best(STICKER, Method::Thermal(Resolution::Dpi300)),
            (Symbology::DataMatrix, None, 12, 20, 7)
        );
    }

    #[test]
    fn a_stamp_has_room_to_spare() {
        let stamp = Area {
            width: 21.0,
            height: 24.0,
        };
        let m = Some(Correction::M);
        assert_eq!(
            best(stamp, Method::Offset),
            (Symbology::QrCode, m, 16, 33, 51)
        );
        let advice = advise(&NEED, stamp, Method::Offset);
        assert_eq!(advice.misses, []);
        assert!(advice.choices[0].reasons.contains(&Reason::OpensOnPhones));
    }

    #[test]
    fn inkjet_on_twelve_millimeters_is_tight() {
        let advice = advise(&NEED, Area::square(12.0), Method::Inkjet);
        let first = &advice.choices[0];
        assert_eq!(summary(first), (Symbology::DataMatrix, None, 20, 22, 2));
        assert!(matches!(
            first.reasons[..],
            [Reason::NeedsScanner, Reason::Tight { .. }]
        ));
        let qr = advice
            .misses
            .iter()
            .find(|miss| miss.symbology == Symbology::QrCode)
            .unwrap();
        assert_eq!(qr.needed, Area::square(18.5));
        assert_eq!((qr.module_mm, qr.needed_mm), (0.25, 0.5));
    }

    #[test]
    fn laser_on_eight_millimeters_trades_serial_for_module() {
        let advice = advise(&NEED, Area::square(8.0), Method::Laser);
        let all: Vec<_> = advice
            .choices
            .iter()
            .map(|choice| (choice.serial, choice.cols, choice.dots))
            .collect();
        // The short serial alone has comfortable modules; it says that it is short.
        assert_eq!(all, [(8, 18, 8), (12, 20, 7), (20, 22, 6)]);
        let short = Reason::ShortSerial { characters: 8 };
        assert!(advice.choices[0].reasons.contains(&short));
    }

    #[test]
    fn a_strip_takes_a_rectangle() {
        let strip = Area {
            width: 30.0,
            height: 5.0,
        };
        let (symbology, _, serial, _, dots) = best(strip, Method::Laser);
        assert_eq!(
            (symbology, serial, dots),
            (Symbology::RectangularDataMatrix, 8, 10)
        );
    }

    #[test]
    fn where_nothing_fits_it_says_what_would() {
        let advice = advise(&NEED, Area::square(8.0), Method::Inkjet);
        assert_eq!(advice.choices, []);
        assert_eq!(advice.misses[0].symbology, Symbology::DataMatrix);
        assert_eq!(advice.misses[0].needed, Area::square(10.0));
        assert_eq!(advice.misses.len(), 3);
    }

    #[test]
    fn what_is_not_wanted_is_not_advised() {
        let need = Need {
            element_string: false,
            ..NEED
        };
        let advice = advise(&need, STICKER, Method::Offset);
        assert!(advice.choices.iter().all(|choice| !choice.gs1));
        let need = Need {
            link_stem: None,
            usage: Use::RetailCheckout,
            ..NEED
        };
        let advice = advise(&need, STICKER, Method::Offset);
        assert!(advice.choices.iter().all(|choice| choice.gs1));
        let smallest = advice.choices.iter().map(|choice| choice.module_mm);
        assert!(smallest.fold(1.0, f64::min) >= 0.396);
    }
}
