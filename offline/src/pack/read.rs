//! Bytes behind the key's name → pack.

use signed::{KnownKey, PublicKey};

use super::{
    Batch, Blocked, Brand, Days, Listed, Names, Numbered, Pack, PackError, Product, Recall,
    SerialRange, bytes::Source,
};
use crate::Filter;

type Read<T> = Result<T, PackError>;

pub fn pack(mut source: Source<'_>) -> Read<Pack> {
    let pack = Pack {
        made_at: source.i64()?,
        valid_until: source.i64()?,
        seed: source.array()?,
        brands: source.list(brand)?,
        keys: source.list(known_key)?,
        products: source.list(product)?,
    };
    // They are looked up by halves.
    let is_sorted = pack.products.is_sorted_by(|a, b| a.gtin < b.gtin);
    match is_sorted && source.is_at_end() {
        true => Ok(pack),
        false => Err(source.malformed()),
    }
}

fn brand(source: &mut Source<'_>) -> Read<Brand> {
    Ok(Brand {
        id: source.text()?,
        name: source.text()?,
        contact: source.list(Source::text)?,
    })
}

fn known_key(source: &mut Source<'_>) -> Read<KnownKey> {
    let malformed = source.malformed();
    Ok(KnownKey {
        key: PublicKey::new(&source.array()?).map_err(|_| malformed)?,
        prefixes: source.list(Source::text)?,
        revoked_on: source.date()?,
    })
}

fn product(source: &mut Source<'_>) -> Read<Product> {
    Ok(Product {
        gtin: source.text()?,
        brand: source.text()?,
        names: names(source)?,
        safety_critical: source.flag()?,
        numbered: numbered(source)?,
        batches: source.list(batch)?,
        recalls: source.list(recall)?,
        blocked: source.list(blocked)?,
        listed: listed(source)?,
    })
}

fn numbered(source: &mut Source<'_>) -> Read<Numbered> {
    let kind = source.u8()?;
    let since = source.date()?;
    match kind {
        0 => Ok(Numbered::No),
        1 => Ok(Numbered::Partial),
        2 => Ok(Numbered::Declared(since)),
        _ => Err(source.malformed()),
    }
}

fn names(source: &mut Source<'_>) -> Read<Names> {
    source.list(|source| Ok((source.text()?, source.text()?)))
}

fn batch(source: &mut Source<'_>) -> Read<Batch> {
    Ok(Batch {
        number: source.text()?,
        produced: source.date()?,
        expiry: source.date()?,
        best_before: source.date()?,
        markets: source.list(Source::array)?,
    })
}

fn recall(source: &mut Source<'_>) -> Read<Recall> {
    Ok(Recall {
        number: source.text()?,
        on: source.date()?.ok_or(source.malformed())?,
        headline: names(source)?,
        is_confirmed: source.flag()?,
        names_more: source.flag()?,
        batches: source.list(Source::text)?,
        serials: source.list(Source::text)?,
        ranges: source.list(|source| {
            Ok(SerialRange {
                from: source.text()?,
                to: source.text()?,
            })
        })?,
        produced: days(source)?,
        expires: days(source)?,
    })
}

fn days(source: &mut Source<'_>) -> Read<Option<Days>> {
    let is_asked = source.flag()?;
    let days = Days {
        from: source.date()?,
        to: source.date()?,
    };
    Ok(is_asked.then_some(days))
}

fn blocked(source: &mut Source<'_>) -> Read<Blocked> {
    Ok(Blocked {
        serial: source.text()?,
        state: source.text()?,
    })
}

fn listed(source: &mut Source<'_>) -> Read<Option<Listed>> {
    let kind = source.u8()?;
    let malformed = source.malformed();
    let len = usize::try_from(source.u64()?).map_err(|_| malformed)?;
    let bytes = source.take(len)?;
    match kind {
        0 if len == 0 => Ok(None),
        8 => Ok(Some(Listed::Eight(
            Filter::read(bytes).map_err(|_| malformed)?,
        ))),
        16 => Ok(Some(Listed::Sixteen(
            Filter::read(bytes).map_err(|_| malformed)?,
        ))),
        _ => Err(malformed),
    }
}
