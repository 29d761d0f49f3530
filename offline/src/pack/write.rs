//! Pack → bytes, all but the signature.

use std::ops::Range;

use signed::KnownKey;

use super::{
    Batch, Blocked, Brand, Days, Listed, MAGIC, Names, Numbered, Pack, PackKeyId, Product, Recall,
    VERSION, bytes::Sink as _,
};

/// Where the length of the whole stands: behind magic and version.
pub const LEN: Range<usize> = 10..18;

pub fn pack(pack: &Pack, key: PackKeyId) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&[0; 8]);
    out.extend_from_slice(&key.0);
    out.extend_from_slice(&pack.made_at.to_le_bytes());
    out.extend_from_slice(&pack.valid_until.to_le_bytes());
    out.extend_from_slice(&pack.seed);
    out.list(&pack.brands, brand);
    out.list(&pack.keys, known_key);
    out.list(&pack.products, product);
    out
}

fn brand(out: &mut Vec<u8>, brand: &Brand) {
    out.text(&brand.id);
    out.text(&brand.name);
    out.list(&brand.contact, |out, line| out.text(line));
}

fn known_key(out: &mut Vec<u8>, known: &KnownKey) {
    out.extend_from_slice(&known.key.bytes());
    out.list(&known.prefixes, |out, prefix| out.text(prefix));
    out.date(known.revoked_on);
}

fn product(out: &mut Vec<u8>, product: &Product) {
    out.text(&product.gtin);
    out.text(&product.brand);
    names(out, &product.names);
    out.push(u8::from(product.safety_critical));
    let (kind, since) = match product.numbered {
        Numbered::No => (0, None),
        Numbered::Partial => (1, None),
        Numbered::Declared(since) => (2, since),
    };
    out.push(kind);
    out.date(since);
    out.list(&product.batches, batch);
    out.list(&product.recalls, recall);
    out.list(&product.blocked, blocked);
    let (kind, filter) = match &product.listed {
        None => (0, Vec::new()),
        Some(Listed::Eight(filter)) => {
            let mut bytes = Vec::new();
            filter.write(&mut bytes);
            (8, bytes)
        }
        Some(Listed::Sixteen(filter)) => {
            let mut bytes = Vec::new();
            filter.write(&mut bytes);
            (16, bytes)
        }
    };
    out.push(kind);
    out.extend_from_slice(&(filter.len() as u64).to_le_bytes());
    out.extend_from_slice(&filter);
}

fn names(out: &mut Vec<u8>, names: &Names) {
    out.list(names, |out, (language, name)| {
        out.text(language);
        out.text(name);
    });
}

fn batch(out: &mut Vec<u8>, batch: &Batch) {
    out.text(&batch.number);
    out.date(batch.produced);
    out.date(batch.expiry);
    out.date(batch.best_before);
    out.list(&batch.markets, |out, market| out.extend_from_slice(market));
}

fn recall(out: &mut Vec<u8>, recall: &Recall) {
    out.text(&recall.number);
    out.date(Some(recall.on));
    names(out, &recall.headline);
    out.push(u8::from(recall.is_confirmed));
    out.push(u8::from(recall.names_more));
    out.list(&recall.batches, |out, batch| out.text(batch));
    out.list(&recall.serials, |out, serial| out.text(serial));
    out.list(&recall.ranges, |out, range| {
        out.text(&range.from);
        out.text(&range.to);
    });
    days(out, recall.produced);
    days(out, recall.expires);
}

fn days(out: &mut Vec<u8>, days: Option<Days>) {
    out.push(u8::from(days.is_some()));
    let days = days.unwrap_or_default();
    out.date(days.from);
    out.date(days.to);
}

fn blocked(out: &mut Vec<u8>, blocked: &Blocked) {
    out.text(&blocked.serial);
    out.text(&blocked.state);
}
