//! What brands should look into: noted in memory as checks are judged, and written every half
//! minute, so that no check waits for it.
//!
//! A process that dies loses the counts of its last half minute; no verdict on a single unit rests
//! on them.

use std::{
    collections::{BTreeMap, HashSet},
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{Arc, Mutex, PoisonError},
};

use gs1::Gtin;
use trace::{CheckState, Country, Facts, Input, Instant, Policy, Signal, Standing, Verdict};

use crate::{
    code::{Code, batch_epc, unit_epc},
    known::Known,
    store::{self, BURST, Product, Store, Tx, UnitKey},
    thresholds,
};

/// Units, batches and products that are noted between two writes, each at the most; what a flood
/// brings beyond that is not.
const MOST: usize = 10_000;
/// Serials of a product and day that are told apart.
const MOST_SERIALS: usize = 2_000;

/// What was noted since it was last written.
#[derive(Default)]
pub struct Watch(Mutex<Noted>);

#[derive(Default)]
struct Noted {
    lots: BTreeMap<LotKey, BTreeMap<Country, u32>>,
    signs: BTreeMap<(String, String, Signal), (u32, Instant)>,
    never_issued: BTreeMap<i64, NeverIssued>,
}

/// A batch of a brand's product.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct LotKey {
    brand: String,
    product: i64,
    gtin: Gtin,
    batch: String,
}

#[derive(Clone)]
struct NeverIssued {
    brand: String,
    gtin: Gtin,
    day: i64,
    /// Digests of those that were counted.
    serials: HashSet<u64>,
    unwritten: u32,
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Watch").finish_non_exhaustive()
    }
}

impl Watch {
    /// Notes what a check that counted amounts to. `new_country` is where the unit was not known to
    /// have been before.
    pub fn note(
        &self,
        known: &Known,
        code: &Code,
        new_country: Option<Country>,
        judged: (&Facts, &Policy, &Verdict),
        now: Instant,
    ) {
        let (Some(brand), Some(product), Some(gtin)) = (&known.brand, &known.product, code.gtin())
        else {
            return;
        };
        let (facts, policy, verdict) = judged;
        let is_suspect =
            verdict.standing == Standing::Suspect || verdict.also.contains(&Standing::Suspect);
        let is_never_issued =
            verdict.standing == Standing::NotIssued && facts.input == Input::Scanned;
        if new_country.is_none() && !is_suspect && !is_never_issued {
            return;
        }
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(country), Some((_, unit))) = (new_country, &known.unit) {
            let key = LotKey {
                brand: brand.id.clone(),
                product: product.id,
                gtin: *gtin,
                batch: unit.batch.clone(),
            };
            noted.seen(key, country);
        }
        if let (true, Some(serial)) = (is_suspect, code.serial()) {
            let subject = unit_epc(*gtin, serial).0;
            for sign in trace::signs(facts, policy) {
                noted.sign(
                    (brand.id.clone(), subject.clone(), sign.signal),
                    sign.weight,
                    now,
                );
            }
        }
        if let (true, Some(serial)) = (is_never_issued, code.serial()) {
            noted.never_issued(&brand.id, product, *gtin, serial, now);
        }
    }

    /// Writes what was noted, and finds batches astray and bursts by it.
    pub async fn write(&self, store: &Store, now: Instant) -> store::Result<()> {
        let noted = {
            let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::new(noted.take())
        };
        if noted.lots.is_empty() && noted.signs.is_empty() && noted.never_issued.is_empty() {
            return Ok(());
        }
        store.write(move |tx| write(tx, &noted, now)).await
    }
}

impl Noted {
    fn seen(&mut self, key: LotKey, country: Country) {
        if self.lots.len() < MOST || self.lots.contains_key(&key) {
            let units = self.lots.entry(key).or_default();
            let count = units.entry(country).or_default();
            *count = count.saturating_add(1);
        }
    }

    fn sign(&mut self, key: (String, String, Signal), weight: u32, at: Instant) {
        if self.signs.len() < MOST || self.signs.contains_key(&key) {
            self.signs.insert(key, (weight, at));
        }
    }

    fn never_issued(
        &mut self,
        brand: &str,
        product: &Product,
        gtin: Gtin,
        serial: &str,
        at: Instant,
    ) {
        let day = at.0.div_euclid(86_400_000);
        if self.never_issued.len() >= MOST && !self.never_issued.contains_key(&product.id) {
            return;
        }
        let new = || NeverIssued {
            brand: brand.to_owned(),
            gtin,
            day,
            serials: HashSet::new(),
            unwritten: 0,
        };
        let of_product = self.never_issued.entry(product.id).or_insert_with(new);
        if of_product.day != day {
            *of_product = new();
        }
        let mut hasher = DefaultHasher::new();
        serial.hash(&mut hasher);
        let is_new =
            of_product.serials.len() < MOST_SERIALS && of_product.serials.insert(hasher.finish());
        of_product.unwritten += u32::from(is_new);
    }

    /// What is to be written. Which serials were counted today is still known.
    fn take(&mut self) -> Noted {
        let mut never_issued = BTreeMap::new();
        for (product, of_product) in &mut self.never_issued {
            let unwritten = std::mem::take(&mut of_product.unwritten);
            if unwritten > 0 {
                let written = NeverIssued {
                    brand: of_product.brand.clone(),
                    serials: HashSet::new(),
                    unwritten,
                    ..*of_product
                };
                never_issued.insert(*product, written);
            }
        }
        Noted {
            lots: std::mem::take(&mut self.lots),
            signs: std::mem::take(&mut self.signs),
            never_issued,
        }
    }
}

fn write(tx: &Tx<'_>, noted: &Noted, now: Instant) -> store::Result<()> {
    for (lot, countries) in &noted.lots {
        let Some(batch) = tx.batch(lot.product, &lot.batch)? else {
            continue;
        };
        for (country, units) in countries {
            tx.count_lot(batch.id, *country, *units)?;
        }
        let markets: Vec<Country> = thresholds::markets(&batch.record);
        if let Some(astray) = tx.lot_seen(batch.id)?.astray(&markets) {
            let subject = batch_epc(lot.gtin, &lot.batch).0;
            let name = Signal::LotAstray.name();
            tx.put_signal(&lot.brand, &subject, name, astray.units, now)?;
        }
    }
    for ((brand, subject, signal), (weight, at)) in &noted.signs {
        tx.put_signal(brand, subject, signal.name(), *weight, *at)?;
    }
    for (product, of_product) in &noted.never_issued {
        let all = tx.count_never_issued(*product, of_product.day, of_product.unwritten)?;
        let Some(brand) = tx.brand(&of_product.brand)? else {
            continue;
        };
        if all >= thresholds::policy(&brand).burst_from {
            let subject = format!("01/{}", of_product.gtin);
            tx.put_signal(&brand.id, &subject, BURST, all, now)?;
        }
    }
    Ok(())
}

/// Staff looked into a signal and found nothing wrong: it weighs nothing from now on, of that unit
/// or of that batch. Whether the brand had such a signal.
pub fn dismiss(
    tx: &Tx<'_>,
    brand: &str,
    subject: &str,
    name: &str,
    by: &str,
    now: Instant,
) -> store::Result<bool> {
    if !tx.dismiss_signal(brand, subject, name, by, now)? {
        return Ok(false);
    }
    // A unit's is kept with what its checks amount to, where a check reads it anyway.
    if let (Some(signal), Some(unit)) = (Signal::from_name(name), unit_of(tx, subject)?) {
        let mut told = CheckState::default();
        told.dismiss(signal);
        tx.put_known_checks(&unit, told)?;
    }
    Ok(true)
}

fn unit_of(tx: &Tx<'_>, subject: &str) -> store::Result<Option<UnitKey>> {
    let code = Code::read(&format!("{}/{subject}", gs1::CANONICAL_STEM), None, false);
    let (Some(gtin), Some(serial)) = (code.gtin(), code.serial()) else {
        return Ok(None);
    };
    let product = tx.product(gtin)?;
    Ok(product
        .zip(store::Serial::new(serial))
        .map(|(product, serial)| UnitKey {
            product: product.id,
            serial,
        }))
}
