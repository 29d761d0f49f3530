//! What a product is made of, and how much of it may get lost on the way.

use super::{Amount, Content};
use crate::Epc;

/// A product's recipe.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// How much of the product the ingredients' amounts are for.
    pub makes: Amount,
    /// How its quantities convert.
    pub content: Content,
    /// What it is made of.
    pub inputs: Vec<Ingredient>,
    /// How much of what goes in gets lost, from and to, as shares of 1: water that evaporates,
    /// shells, what stays in the machine.
    pub loss: (f64, f64),
    /// How far measured quantities may be off, as a share of 1.
    pub tolerance: f64,
}

/// One of the things that a product is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Ingredient {
    /// The product: `01/GTIN`.
    pub product: Epc,
    /// How much of it is in the recipe's amount of the product, what gets lost not counted.
    pub amount: Amount,
    /// How its quantities convert.
    pub content: Content,
    /// The kind of certificate that each lot of it must have when it is used.
    pub certificate: Option<String>,
}

impl Ingredient {
    /// An amount of it in the recipe's dimension; `None` where nobody said how to convert.
    #[must_use]
    pub fn measured(&self, amount: Amount) -> Option<f64> {
        let amount = amount.to(self.amount.dimension, &self.content)?;
        Some(amount.value)
    }
}

impl Recipe {
    /// How many times the recipe's own amount that is.
    #[must_use]
    pub fn times(&self, made: Amount) -> Option<f64> {
        let made = made.to(self.makes.dimension, &self.content)?;
        (self.makes.value > 0.0).then(|| made.value / self.makes.value)
    }
}

/// The product that an EPC or class is of: `01/GTIN`; `None` for what is no trade item.
#[must_use]
pub(super) fn product_of(epc: &Epc) -> Option<Epc> {
    let gtin = epc.0.strip_prefix("01/")?.split('/').next()?;
    Some(Epc(format!("01/{gtin}")))
}
