//! Whether what came out of transformations can have been made of what went in.

mod finding;
mod lots;
mod makings;
mod measure;
mod recipe;

pub use finding::{Certificate, Figures, Finding, FindingKind, Rules, weigh};
pub use lots::{Lot, lots};
pub use measure::{Amount, Content, Dimension, Uom};
pub use recipe::{Ingredient, Recipe};
