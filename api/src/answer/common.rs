//! What answers about units of one batch have in common: made and written once a language and day.

use std::sync::{Arc, Mutex, PoisonError};

use gs1::Date;
use serde::Serialize;
use trace::Instant;
use wire::{
    answer::{Batch, Brand, Product},
    shared::Shared,
};

use super::Reader;
use crate::{
    known::Known,
    store::{self, Place},
};

/// Languages and days that are remembered at once.
const MOST: usize = 16;

/// Remembered as long as what it was made of.
#[derive(Debug, Default)]
pub struct Common(Mutex<Vec<Kept>>);

/// Parts with what they were made of and for.
#[derive(Debug)]
struct Kept {
    brand: Arc<wire::import::Brand>,
    product: Arc<store::Product>,
    batch: Option<Arc<wire::import::Batch>>,
    language: String,
    today: Date,
    parts: Parts,
}

/// The parts of an answer that don't tell one unit from another.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    pub(super) brand: Option<Shared<Brand>>,
    pub(super) product: Option<Shared<Product>>,
    pub(super) batch: Option<Shared<Batch>>,
}

impl Parts {
    /// For a reader; out of memory for one of whom no more is known than their language.
    pub(super) fn of(known: &Known, takers: Vec<Place>, reader: &Reader, now: Instant) -> Parts {
        let (Some(brand), Some(product)) = (&known.brand, &known.product) else {
            return Parts::default();
        };
        let is_anybody = reader.near.is_none() && reader.country.is_none();
        let Some(Common(common)) = known.common.as_deref().filter(|_| is_anybody) else {
            return Parts::new(known, takers, reader, now, false);
        };
        // A list of what is kept is never half-changed: a poisoned lock holds a good one.
        let mut common = common.lock().unwrap_or_else(PoisonError::into_inner);
        let today = now.date();
        let found = common.iter().find(|kept| {
            kept.language == reader.language
                && kept.today == today
                && Arc::ptr_eq(&kept.product, product)
                && Arc::ptr_eq(&kept.brand, brand)
                && kept.batch.as_ref().map(Arc::as_ptr) == known.batch.as_ref().map(Arc::as_ptr)
        });
        if let Some(kept) = found {
            return kept.parts.clone();
        }
        let parts = Parts::new(known, takers, reader, now, true);
        if common.len() >= MOST {
            common.clear();
        }
        common.push(Kept {
            brand: brand.clone(),
            product: product.clone(),
            batch: known.batch.clone(),
            language: reader.language.clone(),
            today,
            parts: parts.clone(),
        });
        parts
    }

    fn new(
        known: &Known,
        takers: Vec<Place>,
        reader: &Reader,
        now: Instant,
        is_kept: bool,
    ) -> Parts {
        let record = known.batch.as_deref();
        let brand = known.brand.as_ref().map(|brand| Brand {
            id: brand.id.clone(),
            name: brand.name.clone(),
            contact: brand.contact.clone(),
        });
        let of_product = known.product.as_ref();
        let product = of_product.map(|product| super::product(product, record, takers, reader));
        let batch = record.map(|record| super::batch(record, known, reader, now));
        Parts {
            brand: brand.map(|brand| shared(brand, is_kept)),
            product: product.map(|product| shared(product, is_kept)),
            batch: batch.map(|batch| shared(batch, is_kept)),
        }
    }
}

fn shared<T: Serialize>(part: T, is_kept: bool) -> Shared<T> {
    match is_kept {
        true => Shared::written(part),
        false => part.into(),
    }
}
