//! What is on record beside events, as weighing asks for it: recipes, certificates, dates.

use std::collections::{BTreeMap, BTreeSet};

use gs1::Date;
use trace::{Amount, Certificate, Content, Epc, Ingredient, Pedigree, Recipe, Rules, Storage, Uom};
use wire::import;

use super::{
    names::{Names, Parts},
    papers::{Papers, place_item},
};
use crate::store;

/// The records that bear on one pedigree.
#[derive(Default)]
pub(super) struct Records {
    recipes: BTreeMap<Epc, Recipe>,
    storage: BTreeMap<Epc, Vec<Storage>>,
    certificates: BTreeMap<Epc, Vec<Certificate>>,
    expiries: BTreeMap<Epc, Date>,
}

impl Records {
    pub(super) fn read(
        names: &mut Names<'_, '_>,
        pedigree: &Pedigree,
        papers: &Papers,
    ) -> store::Result<Records> {
        let mut records = Records::default();
        let mut products: BTreeSet<Epc> = BTreeSet::new();
        for thing in &pedigree.things {
            products.insert(product_of(&thing.epc));
        }
        for account in &pedigree.accounts {
            products.extend(account.outputs().map(product_of));
            for input in account.inputs() {
                let Some(batch) = names.batch(input)? else {
                    continue;
                };
                let expiry = batch.expiry.as_deref().and_then(|date| date.parse().ok());
                if let Some(expiry) = expiry {
                    records.expiries.insert(input.clone(), expiry);
                }
            }
        }
        for product in products {
            let Some(parts) = Parts::of(&product) else {
                continue;
            };
            let rules = names.rules(&parts.gtin)?;
            if let Some(recipe) = rules.recipe.as_ref().and_then(recipe) {
                records.recipes.insert(product.clone(), recipe);
            }
            records
                .storage
                .insert(product, rules.storage.iter().map(storage).collect());
        }
        records.certify(pedigree, papers);
        Ok(records)
    }

    /// The certificates of each thing: its own, its product's, and, of kinds that a recipe asks for,
    /// those of the places where it was.
    fn certify(&mut self, pedigree: &Pedigree, papers: &Papers) {
        let recipes = self.recipes.values().flat_map(|recipe| &recipe.inputs);
        let needed: BTreeSet<String> = recipes
            .filter_map(|ingredient| ingredient.certificate.clone())
            .collect();
        for thing in &pedigree.things {
            let mut own: Vec<Certificate> = papers
                .certificates_at(&thing.epc.0)
                .chain(papers.certificates_at(&product_of(&thing.epc).0))
                .collect();
            let told = pedigree.told(&thing.story).filter(|_| !needed.is_empty());
            let places: BTreeSet<&str> = told
                .filter_map(|account| account.event.location())
                .collect();
            for place in places {
                let item = place_item(place);
                let of_place = papers.certificates_at(&item);
                own.extend(of_place.filter(|own| needed.contains(&own.kind)));
            }
            if !own.is_empty() {
                self.certificates.insert(thing.epc.clone(), own);
            }
        }
    }

    /// How a thing must be kept.
    pub(super) fn storage(&self, epc: &Epc) -> &[Storage] {
        let own = self.storage.get(&product_of(epc));
        own.map_or(&[], Vec::as_slice)
    }

    /// How the quantities of a thing convert.
    pub(super) fn content(&self, epc: &Epc) -> Content {
        let product = product_of(epc);
        if let Some(recipe) = self.recipes.get(&product) {
            return recipe.content;
        }
        let mut ingredients = self.recipes.values().flat_map(|recipe| &recipe.inputs);
        let taken = ingredients.find(|ingredient| ingredient.product == product);
        taken
            .map(|ingredient| ingredient.content)
            .unwrap_or_default()
    }

    /// Whether a thing's product is made of others.
    pub(super) fn needs_inputs(&self, epc: &Epc) -> bool {
        self.recipes
            .get(&product_of(epc))
            .is_some_and(|recipe| !recipe.inputs.is_empty())
    }
}

/// The product of a trade item: `01/GTIN`.
pub(super) fn product_of(epc: &Epc) -> Epc {
    Epc(epc.0.split('/').take(2).collect::<Vec<_>>().join("/"))
}

impl Rules for Records {
    fn recipe(&self, product: &Epc) -> Option<&Recipe> {
        self.recipes.get(product)
    }

    fn certificates(&self, epc: &Epc) -> Vec<Certificate> {
        self.certificates.get(epc).cloned().unwrap_or_default()
    }

    fn expiry(&self, epc: &Epc) -> Option<Date> {
        self.expiries.get(epc).copied()
    }
}

/// `None` where a unit is not known here: the import lets none in.
fn recipe(record: &import::Recipe) -> Option<Recipe> {
    let inputs = record.inputs.iter().map(|input| {
        Some(Ingredient {
            product: Epc(format!("01/{}", input.gtin.parse::<gs1::Gtin>().ok()?)),
            amount: amount(input.quantity, input.uom.as_deref())?,
            content: content(&input.content),
            certificate: input.certificate.clone(),
        })
    });
    let [from, to] = record.loss_percent;
    Some(Recipe {
        makes: amount(record.makes, record.uom.as_deref())?,
        content: content(&record.content),
        inputs: inputs.collect::<Option<Vec<_>>>()?,
        loss: (from / 100.0, to / 100.0),
        tolerance: record.tolerance_percent / 100.0,
    })
}

fn amount(quantity: f64, uom: Option<&str>) -> Option<Amount> {
    let uom = uom.map_or(Some(Uom::PIECE), Uom::new)?;
    Some(Amount::new(quantity, uom))
}

fn content(record: &import::Content) -> Content {
    Content {
        kg_per_piece: record.kg_per_piece,
        litres_per_piece: record.litres_per_piece,
        kg_per_litre: record.kg_per_litre,
    }
}

fn storage(record: &import::Storage) -> Storage {
    Storage {
        measure: record.measure.clone(),
        uom: record.uom.clone(),
        min: record.min,
        max: record.max,
        minutes: i64::from(record.minutes),
    }
}
