//! A pedigree for people: what doesn't fit, the way, the curve, what it was made of, the graph.

mod amounts;
mod curve;
mod graph;
mod notices;
mod papers;
mod route;
mod story;

pub use curve::Curve;
pub use graph::Graph;
pub use notices::Notices;
pub use papers::Certificates;
pub use route::Route;
pub use story::{Sources, Story};

use wire::pedigree::Thing;

use crate::Words;

/// A thing as people call it: its name and which one, or what kind of thing it is.
pub fn called(words: Words, thing: &Thing) -> String {
    let name = thing.name.clone().unwrap_or_else(|| {
        let what = match thing.path.split('/').nth(1) {
            Some("00") => words.pedigree_case(),
            _ => words.pedigree_thing(),
        };
        what.to_owned()
    });
    match &thing.batch {
        Some(batch) => format!("{name} ({batch})"),
        None => name,
    }
}

/// A number with two decimals at the most, as the language writes it.
fn number(words: Words, value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.replace('.', words.locale.decimal_mark().encode_utf8(&mut [0; 4]))
}

/// A unit of measure as people write it; its code where they don't.
fn unit(words: Words, uom: &str) -> &str {
    match uom {
        "KGM" => "kg",
        "GRM" => "g",
        "LTR" => "l",
        "MTR" => "m",
        "MTK" => "m²",
        "CEL" => "°C",
        "FAH" => "°F",
        "H87" | "" => words.pedigree_pieces(),
        other => other,
    }
}

/// A number with its unit.
fn measured(words: Words, value: f64, uom: &str) -> String {
    format!("{} {}", number(words, value), unit(words, uom))
}
