//! The offline pack of an inspector: which products → signed bytes.
//!
//! What is on record is gathered first, and its digest is the answer's `ETag`; only then are the
//! serials of one product after the other made into keys and a filter.

mod blocked;
mod records;

use std::collections::BTreeMap;

use gs1::Gtin;
use offline::{Brand, Listed, Numbered, Pack};
use sha2::{Digest as _, Sha256};
use signed::KnownKey;
use trace::Instant;
use wire::import::Serials;

use crate::{
    error::ApiError,
    issue_key::IssueKeyFile,
    random,
    shelf::Shelf,
    store::{self, Db, Serial, StoreError},
};

/// Products of one pack, at the most.
pub const MAX_PRODUCTS: usize = 2_000;

/// How packs are made.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct PackSettings {
    /// For how many hours a device may answer by an offline pack.
    #[arg(
        long = "offline-pack-hours",
        env = "TOUCHSTONE_OFFLINE_PACK_HOURS",
        default_value_t = 24,
        value_parser = clap::value_parser!(u32).range(1..=720),
        value_name = "HOURS"
    )]
    pub hours: u32,
    /// Serials in one offline pack, at the most: each takes about 30 bytes of memory while it is made.
    #[arg(
        long = "offline-pack-serials",
        env = "TOUCHSTONE_OFFLINE_PACK_SERIALS",
        default_value_t = 10_000_000,
        value_name = "COUNT"
    )]
    pub serials: u64,
}

/// As the flags have it where they are not given.
impl Default for PackSettings {
    fn default() -> PackSettings {
        PackSettings {
            hours: 24,
            serials: 10_000_000,
        }
    }
}

/// What a pack is about, before its serials.
#[derive(Debug)]
pub struct Records {
    pack: Pack,
    /// The products' numbers in the store, in the pack's order.
    numbers: Vec<(i64, Gtin)>,
    digest: Sha256,
}

/// A pack that was made.
#[derive(Debug)]
pub struct Made {
    /// As it is.
    pub pack: Pack,
    /// How many serials its filters are of.
    pub serials: u64,
}

/// What is on record of products; those that are not here are left out.
///
/// # Errors
/// [`ApiError::Internal`] where there are no random bytes for the seed.
pub fn records(
    db: &Db<'_>,
    gtins: &[Gtin],
    settings: PackSettings,
    now: Instant,
) -> store::Result<Records> {
    let mut brands: BTreeMap<String, Brand> = BTreeMap::new();
    let mut products = BTreeMap::new();
    let mut keys: Vec<KnownKey> = Vec::new();
    for gtin in gtins {
        let Some(shelf) = Shelf::read(db, gtin)? else {
            continue;
        };
        let brand = &shelf.brand;
        brands
            .entry(brand.id.clone())
            .or_insert_with(|| records::brand(brand));
        for known in &shelf.keys.0 {
            match keys.iter_mut().find(|key| key.key == known.key) {
                Some(key) => key.prefixes.extend(known.prefixes.iter().cloned()),
                None => keys.push(known.clone()),
            }
        }
        let batches = db.batches_of(shelf.id)?;
        let product = records::product(&shelf, &batches);
        products.insert(gtin.to_string(), (shelf.id, *gtin, product));
    }
    let mut by_events = BTreeMap::new();
    for brand in brands.keys() {
        by_events.extend(blocked::by_events(db, brand)?);
    }
    for (gtin, (number, _, product)) in &mut products {
        product.blocked = blocked::rejected(db, *number)?;
        product.blocked.extend(blocked::stolen(db, *number)?);
        let told = by_events.remove(gtin).unwrap_or_default();
        product.blocked.extend(told);
        blocked::each_once(&mut product.blocked);
    }
    let hours = i64::from(settings.hours);
    let pack = Pack {
        made_at: now.0,
        valid_until: now.0 + hours * 3_600_000,
        seed: random::bytes().map_err(|_| StoreError::Writer)?,
        brands: brands.into_values().collect(),
        keys,
        products: products
            .values()
            .map(|(_, _, product)| product.clone())
            .collect(),
    };
    let mut digest = Sha256::new();
    // Half of a pack's time is left to whoever keeps one that is called the same.
    digest.update((now.0 / (hours * 1_800_000)).to_le_bytes());
    digest.update(records::unsealed(&pack));
    let numbers = products
        .into_values()
        .map(|(number, gtin, _)| (number, gtin));
    Ok(Records {
        pack,
        numbers: numbers.collect(),
        digest,
    })
}

impl Records {
    /// Whether there is no product.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// What distinguishes it: records, and which serials there are. For serials of the brand's own that
    /// is each of them, for issued ones their ranges.
    pub fn etag(&mut self, db: &Db<'_>) -> store::Result<String> {
        for (number, _) in &self.numbers {
            for range in db.issue_ranges(*number)? {
                self.digest.update(range.first.to_le_bytes());
                self.digest.update(range.count.to_le_bytes());
            }
            each_unit(db, *number, |serial| {
                self.digest.update(serial);
                self.digest.update("\n");
            })?;
        }
        let digest: [u8; 32] = self.digest.clone().finalize().into();
        Ok(format!("\"{}\"", random::hex(&digest[..16])))
    }

    /// Adds the filters.
    ///
    /// # Errors
    /// [`ApiError::Field`] where there are more serials than the settings allow.
    pub fn made(
        mut self,
        db: &Db<'_>,
        issue_key: &IssueKeyFile,
        settings: PackSettings,
    ) -> store::Result<Result<Made, ApiError>> {
        let mut total = 0;
        for (at, (number, gtin)) in self.numbers.iter().enumerate() {
            let product = &mut self.pack.products[at];
            if product.numbered == Numbered::No {
                continue;
            }
            let key = |serial: &str| Pack::key(&self.pack.seed, gtin.as_str(), serial);
            let ranges = db.issue_ranges(*number)?;
            let issued: u64 = ranges.iter().map(|range| range.count).sum();
            total += issued;
            if total > settings.serials {
                return Ok(Err(too_many(settings)));
            }
            let mut keys = Vec::with_capacity(usize::try_from(issued).unwrap_or(0));
            if !ranges.is_empty() {
                let Some(known) = issue_key.key(db)? else {
                    continue;
                };
                let issuer = known.issuer(gtin);
                for range in &ranges {
                    let serials = issuer.serials(range.first..range.first + range.count);
                    keys.extend(serials.map(|serial| key(serial.as_str())));
                }
            }
            each_unit(db, *number, |serial| {
                total += 1;
                if total <= settings.serials {
                    keys.push(key(serial));
                }
            })?;
            if total > settings.serials {
                return Ok(Err(too_many(settings)));
            }
            if keys.is_empty() {
                continue;
            }
            let seed = u64::from_le_bytes(std::array::from_fn(|at| self.pack.seed[at]));
            match Listed::new(keys, product.safety_critical, seed) {
                Ok(listed) => product.listed = Some(listed),
                Err(error) => return Ok(Err(ApiError::Internal(error.into()))),
            }
        }
        Ok(Ok(Made {
            pack: self.pack,
            serials: total,
        }))
    }
}

/// Which serials of a product are known here.
fn numbered(product: &wire::import::Product) -> Numbered {
    let since = product.serials_since.as_ref();
    match product.serials {
        Serials::NotNumbered => Numbered::No,
        Serials::Partial => Numbered::Partial,
        Serials::Declared => Numbered::Declared(since.and_then(|since| since.parse().ok())),
    }
}

/// The serials of a brand's own, some ten thousand at a time.
fn each_unit(db: &Db<'_>, product: i64, mut each: impl FnMut(&str)) -> store::Result<()> {
    let mut last: Option<Serial> = None;
    loop {
        let units = db.units_after(product, last.as_ref())?;
        let Some((serial, _)) = units.last() else {
            return Ok(());
        };
        last = Some(serial.clone());
        for (serial, _) in &units {
            each(&serial.text());
        }
    }
}

fn too_many(settings: PackSettings) -> ApiError {
    let most = settings.serials;
    ApiError::Field {
        field: "gtin",
        detail: format!("these products have more than {most} serials; take fewer of them along"),
    }
}
