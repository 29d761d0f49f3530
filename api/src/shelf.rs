//! What is told of a product and of its batches, whichever unit is asked about. It can be
//! remembered: `catalog.rs` does.

mod ranges;

use std::sync::Arc;

use gs1::Gtin;
use signed::{KeyRing, KnownKey, PublicKey};
use trace::{Astray, Epc, Event, Journey, Policy, Signal, Stage};

pub use self::ranges::Ranges;
use crate::{
    answer::Common,
    code::{Code, batch_epc},
    epcis, place,
    store::{self, Db, StoreError},
    thresholds,
};

/// A product.
#[derive(Debug)]
pub struct Shelf {
    /// The number on its packs.
    pub gtin: Gtin,
    /// Its number in this database.
    pub id: i64,
    /// Whose it is.
    pub brand: Arc<wire::import::Brand>,
    /// By what its checks are judged.
    pub policy: Arc<Policy>,
    /// What it is called and answers as today, which may be under another number.
    pub product: Arc<store::Product>,
    /// Its recalls, newest first.
    pub recalls: Vec<Arc<wire::import::Recall>>,
    /// Places that take the brand's recalled products back, where there is a recall.
    pub return_places: Arc<Vec<store::Place>>,
    /// The keys that its codes may be signed with.
    pub keys: KeyRing,
    /// What answers have in common about packs of no batch that is here.
    pub common: Arc<Common>,
    /// The ranges of its serials that were read since.
    pub ranges: Ranges,
}

/// A batch of a product.
#[derive(Debug)]
pub struct Lot {
    /// As imported.
    pub record: Arc<wire::import::Batch>,
    /// How far all of its units have come, where that was told.
    pub stage: Option<Stage>,
    /// Where more of it is than should be.
    pub astray: Option<Astray>,
    /// What staff dismissed of it.
    pub dismissed: Vec<Signal>,
    /// Where the batch has been.
    pub trail: Arc<Trail>,
    /// What answers about its packs have in common.
    pub common: Arc<Common>,
}

/// A journey, and what it names.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    /// With places as events name them.
    pub journey: Journey,
    /// With places as people call them, where they are known here.
    pub named: Journey,
    /// The places that it names, by identifier.
    places: Vec<(String, store::Place)>,
    /// What the product was made from, where that is known here.
    ingredients: Vec<(Epc, Ingredient)>,
}

/// Something that a product was made from.
#[derive(Clone, Debug)]
pub struct Ingredient {
    /// What it is called.
    pub name: wire::import::Text,
    /// Which batch of it.
    pub batch: Option<String>,
}

impl Shelf {
    /// Of the product of that number; `None` where it is not here.
    pub fn read(db: &Db<'_>, gtin: &Gtin) -> store::Result<Option<Shelf>> {
        let Some(own) = db.product(gtin)? else {
            return Ok(None);
        };
        let Some(brand) = db.brand(&own.record.brand)? else {
            return Ok(None);
        };
        let current = db.current_product(&own)?;
        let mut recalls = db.recalls(own.id)?;
        if let Some(current) = &current {
            recalls.extend(db.recalls(current.id)?);
            recalls.sort_by(|one, other| other.record.on.cmp(&one.record.on));
        }
        let return_places = match &recalls[..] {
            [] => Vec::new(),
            _ => {
                let current = current.as_ref().map_or(&own.gtin, |current| &current.gtin);
                db.places_for_return(&brand.id, [&own.gtin, current])?
            }
        };
        Ok(Some(Shelf {
            gtin: own.gtin,
            id: own.id,
            keys: ring(db, &brand.id, &own.gtin)?,
            policy: Arc::new(thresholds::policy(&brand)),
            brand: Arc::new(brand),
            product: Arc::new(match current {
                Some(current) => answering_as(own, current),
                None => own,
            }),
            recalls: recalls
                .into_iter()
                .map(|recall| Arc::new(recall.record))
                .collect(),
            return_places: Arc::new(return_places),
            common: Arc::default(),
            ranges: Ranges::default(),
        }))
    }

    /// Its batch of that number; `None` where it is not here.
    pub fn lot(&self, db: &Db<'_>, number: &str) -> store::Result<Option<Lot>> {
        let Some(batch) = db.batch(self.id, number)? else {
            return Ok(None);
        };
        let start = batch_epc(self.gtin, &batch.record.batch);
        let markets = thresholds::markets(&batch.record);
        Ok(Some(Lot {
            astray: db.lot_seen(batch.id)?.astray(&markets),
            dismissed: db.dismissed(&self.brand.id, &start.0)?,
            record: Arc::new(batch.record),
            stage: batch.stage,
            trail: Arc::new(Trail::read(db, &self.brand.id, &[start])?),
            common: Arc::default(),
        }))
    }
}

/// A product under its number of today. Its serials, events and checks are those of the code's own
/// number, and so is what is declared of them.
fn answering_as(product: store::Product, current: store::Product) -> store::Product {
    let record = wire::import::Product {
        serials: product.record.serials,
        serials_since: product.record.serials_since,
        ..current.record
    };
    store::Product {
        picture: current.picture,
        printed: current.printed,
        record,
        ..product
    }
}

/// A brand's keys, for one of its products.
fn ring(db: &Db<'_>, brand: &str, gtin: &Gtin) -> store::Result<KeyRing> {
    let keys = db.signing_keys(brand)?;
    let known = keys.into_iter().filter_map(|key| {
        Some(KnownKey {
            // Only keys get in.
            key: PublicKey::new(&key.public_key).ok()?,
            prefixes: vec![gtin.as_str()[1..].to_owned()],
            revoked_on: key.revoked_at.map(|at| at.date()),
        })
    });
    Ok(KeyRing(known.collect()))
}

impl Trail {
    /// The way of what the EPCs name, as a brand's events tell it.
    pub fn read(db: &Db<'_>, brand: &str, start: &[Epc]) -> store::Result<Trail> {
        let mut trail = Trail {
            journey: journey(db, brand, start)?,
            ..Trail::default()
        };
        for station in &trail.journey.stations {
            if let Some(location) = &station.location
                && trail.place(location).is_none()
                && let Some(place) = db.place(location)?
            {
                trail.places.push((location.clone(), place));
            }
            if station.depth > 0
                && trail.ingredient(&station.subject).is_none()
                && let Some(ingredient) = ingredient(db, &station.subject)?
            {
                let found = (station.subject.clone(), ingredient);
                trail.ingredients.push(found);
            }
        }
        trail.named = trail.journey.clone();
        for station in &mut trail.named.stations {
            // A place that nobody here knows has no name to quote.
            let found = station.location.take().and_then(|id| {
                let (_, place) = trail.places.iter().find(|(known, _)| *known == id)?;
                Some(place::name_of(&place.record))
            });
            station.location = found;
        }
        Ok(trail)
    }

    /// The place of an event's location.
    #[must_use]
    pub fn place(&self, location: &str) -> Option<&store::Place> {
        let found = self.places.iter().find(|(id, _)| id == location)?;
        Some(&found.1)
    }

    /// What of the things that it was made from is known here.
    #[must_use]
    pub fn ingredient(&self, epc: &Epc) -> Option<&Ingredient> {
        let found = self.ingredients.iter().find(|(known, _)| known == epc)?;
        Some(&found.1)
    }
}

/// A brand's events that name an EPC, by their time.
pub fn events_of(db: &Db<'_>, brand: &str, epc: &Epc) -> store::Result<Vec<Event>> {
    let rows = db.events_of(brand, epc)?;
    // A verdict without what can't be read could say that a stolen pack is fine.
    let events = rows.iter().map(|(digest, body)| {
        epcis::stored_event(digest, body).ok_or_else(|| StoreError::Event(digest.clone()))
    });
    events.collect()
}

fn journey(db: &Db<'_>, brand: &str, start: &[Epc]) -> store::Result<Journey> {
    // The walk takes a function that can't fail: a failure is kept here, and ends it.
    let mut failed = None;
    let journey = trace::journey(start, |epc| {
        events_of(db, brand, epc).unwrap_or_else(|error| {
            failed = Some(error);
            Vec::new()
        })
    });
    match failed {
        Some(error) => Err(error),
        None => Ok(journey),
    }
}

/// `None` for what isn't known here by name.
fn ingredient(db: &Db<'_>, epc: &Epc) -> store::Result<Option<Ingredient>> {
    let code = Code::read(&format!("https://id.gs1.org/{}", epc.0), None, false);
    let Some(gtin) = code.gtin() else {
        return Ok(None);
    };
    let product = db.product(gtin)?;
    Ok(product.map(|product| Ingredient {
        name: product.record.name,
        batch: code.identity.and_then(|identity| identity.batch),
    }))
}
