//! What is advised, made and read back by our own decoder.

use std::collections::HashSet;

use super::*;
use crate::{Design, Dots, Label, Resolution};

/// What a company might want on anything: a link or an element string, with any of four serials.
const NEED: Need<'_> = Need {
    link_stem: Some(44),
    element_string: true,
    serials: &[8, 12, 16, 20],
    usage: Use::General,
};

/// Dots a module, as far as they are read back: three are the fewest that a label can be ordered with,
/// since what is read back has a pixel a dot, which no camera sees as little of. (Two, an inkjet's
/// drops, are too few for a QR Code at level L that is blurred and has ink gain at once.) More are no
/// harder to read, and take longer.
const DOTS: std::ops::RangeInclusive<u32> = 3..=5;

/// A link or element string with a serial of so many characters, of all kinds of them.
fn content(choice: &Choice) -> String {
    let letters = "7K3mQ-9x_Z2pTw0cR5hV";
    let serial = &letters[..choice.serial];
    match choice.gs1 {
        true => format!("010950600013435221{serial}"),
        false => format!("https://id.example.com/01/09506000134352/21/{serial}"),
    }
}

#[test]
fn whatever_is_advised_reads_back() {
    let stamp = Area {
        width: 21.0,
        height: 24.0,
    };
    let strip = Area {
        width: 30.0,
        height: 5.0,
    };
    // A fruit's sticker of 20 mm has a square of 14 mm in it.
    let areas = [
        Area::square(8.0),
        Area::square(12.0),
        Area::square(14.0),
        Area::square(20.0),
        stamp,
        strip,
    ];
    let thermal = Resolution::ALL.map(Method::Thermal);
    let mut made = HashSet::new();
    for method in [Method::Inkjet, Method::Laser, Method::Offset]
        .into_iter()
        .chain(thermal)
    {
        for area in areas {
            for choice in advise(&NEED, area, method).choices {
                let dots = choice.dots.clamp(*DOTS.start(), *DOTS.end());
                let content = content(&choice);
                if !made.insert((
                    content.clone(),
                    format!("{:?} {:?}", choice.symbology, choice.correction),
                    dots,
                )) {
                    continue;
                }
                let request = Request {
                    symbology: choice.symbology,
                    gs1: choice.gs1,
                    content: &content,
                };
                let correction = choice.correction.unwrap_or_default();
                let modules = encode_with(&request, correction).unwrap();
                assert!(modules.rows() <= choice.rows && modules.cols() <= choice.cols);
                // A dot is a dot, whatever its width: that of 203 dpi here, which all of them are in.
                let resolution = Resolution::Dpi203;
                let mut design = Design {
                    module_mm: Dots::nearest(
                        f64::from(dots) / resolution.dots_per_mm(),
                        resolution,
                    )
                    .mm(),
                    correction,
                    ..Design::default()
                };
                // Laid out by the module's width, and then made of as many dots as were advised.
                let module_mm = std::mem::replace(&mut design.module_mm, choice.module_mm);
                let mut label = Label::new(&request, design, &[]).unwrap();
                label.design.module_mm = module_mm;
                assert_eq!(
                    label.read_back(&request, resolution),
                    Ok(()),
                    "{method:?} {area:?} {choice:?}"
                );
            }
        }
    }
    assert!(made.len() > 20, "{made:?}");
}
