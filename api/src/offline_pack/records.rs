//! Records of the store → records of a pack.

use gs1::Date;
use offline::{Batch, Brand, Days, Names, Pack, PackKeyId, Product, Recall, SerialRange};

use super::numbered;
use crate::{shelf::Shelf, store};

pub fn brand(brand: &wire::import::Brand) -> Brand {
    let contact = &brand.contact;
    let lines = [&contact.phone, &contact.email, &contact.url];
    Brand {
        id: brand.id.clone(),
        name: brand.name.clone(),
        contact: lines.into_iter().flatten().cloned().collect(),
    }
}

/// Without its serials, and without what is blocked.
pub fn product(shelf: &Shelf, batches: &[store::Batch]) -> Product {
    let record = &shelf.product.record;
    Product {
        gtin: shelf.gtin.to_string(),
        brand: shelf.brand.id.clone(),
        names: names(&record.name),
        safety_critical: record.safety_critical,
        numbered: numbered(record),
        batches: batches
            .iter()
            .map(|batch| of_batch(&batch.record))
            .collect(),
        recalls: shelf
            .recalls
            .iter()
            .filter_map(|recall| of_recall(recall))
            .collect(),
        blocked: Vec::new(),
        listed: None,
    }
}

/// What of a pack doesn't change with the moment at which it is made.
pub fn unsealed(pack: &Pack) -> Vec<u8> {
    let pack = Pack {
        made_at: 0,
        valid_until: 0,
        seed: [0; 16],
        ..pack.clone()
    };
    pack.unsealed(PackKeyId([0; 8]))
}

fn names(text: &wire::import::Text) -> Names {
    text.iter()
        .map(|(language, text)| (language.clone(), text.clone()))
        .collect()
}

fn of_batch(batch: &wire::import::Batch) -> Batch {
    let markets = batch.markets.iter();
    Batch {
        number: batch.batch.clone(),
        produced: date(batch.produced.as_ref()),
        expiry: date(batch.expiry.as_ref()),
        best_before: date(batch.best_before.as_ref()),
        markets: markets
            .filter_map(|market| market.as_bytes().try_into().ok())
            .collect(),
    }
}

/// `None` for one that covers nothing.
fn of_recall(recall: &wire::import::Recall) -> Option<Recall> {
    let notice = recall.notice.as_ref();
    if recall.is_void() {
        return None;
    }
    let ranges = recall.serial_ranges.iter().map(|range| SerialRange {
        from: range.from.clone(),
        to: range.to.clone(),
    });
    Some(Recall {
        number: recall.number.clone().unwrap_or_else(|| recall.id.clone()),
        on: recall.on.parse().ok()?,
        headline: names(&recall.hazard),
        is_confirmed: notice.is_none_or(|notice| notice.confirmed),
        names_more: notice.is_some_and(|notice| notice.names_more),
        batches: recall.batches.clone(),
        serials: recall.serials.clone(),
        ranges: ranges.collect(),
        produced: recall.produced.as_ref().map(days),
        expires: recall.expires.as_ref().map(days),
    })
}

fn days(days: &wire::import::Days) -> Days {
    Days {
        from: date(days.from.as_ref()),
        to: date(days.to.as_ref()),
    }
}

/// Dates are checked when they are imported.
fn date(text: Option<&String>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}
