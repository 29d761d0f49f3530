//! What the store knows about a code: `Code` → [`Known`].

mod holder;

use std::sync::Arc;

use trace::{Astray, Epc, Event, Life, Policy, Signal, Signature, Stage, UnitState};

use crate::{
    answer::Common,
    code::{Code, batch_epc, unit_epc},
    issue_key::{IssueKeyFile, Issued},
    recall::{self, Covering, Said},
    shelf::{Lot, Shelf, Trail, events_of},
    signing,
    store::{
        self, Db, ReadState, Registered, ReportKind, Reveal, Serial, UnitKey, UnitQuestion,
        UnitRecord, UnitReport, Version,
    },
};

/// Everything on record that bears on a code.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// How often what may be remembered had changed when this was read.
    pub version: Version,
    /// Whose product it is.
    pub brand: Option<Arc<wire::import::Brand>>,
    /// By what its brand has checks judged.
    pub policy: Arc<Policy>,
    /// The product.
    pub product: Option<Arc<store::Product>>,
    /// The unit's batch, or else that of the code.
    pub batch: Option<Arc<wire::import::Batch>>,
    /// Where more of the batch is than should be.
    pub astray: Option<Astray>,
    /// What staff dismissed of the batch.
    pub dismissed: Vec<Signal>,
    /// What answers about its batch, or about its product, have in common; `None` where nothing is
    /// remembered.
    pub common: Option<Arc<Common>>,
    /// The unit with its serial.
    pub unit: Option<(Serial, store::Unit)>,
    /// How the unit's serial was issued here, where it was.
    pub issued: Option<Issued>,
    /// What production lines reported of the unit.
    pub reports: Vec<UnitReport>,
    /// What became of the unit's hidden code, where it has one and it was revealed.
    pub reveal: Option<Reveal>,
    /// What the signature in the code amounts to.
    pub signature: Signature,
    /// The host that the code's link leads to, where that is none of its brand's.
    pub leads_to: Option<String>,
    /// The session that asks, as reveals are kept under.
    pub reader: Option<u64>,
    /// Recalls that cover it, or may, newest first.
    pub recalls: Vec<Covering>,
    /// Places that take the brand's recalled products back, where there is a recall.
    pub return_places: Arc<Vec<store::Place>>,
    /// Where it has been, oldest first.
    pub trail: Arc<Trail>,
    /// What has become of the unit.
    pub life: Life,
    /// Where that is said to have happened, where that is known here.
    pub life_place: Option<store::Place>,
    /// What the unit's checks amount to.
    pub checks: ReadState,
    /// The unit's registration, where somebody registered it.
    pub registered: Option<Registered>,
    /// How far the unit's serial has come.
    pub stage: Stage,
}

impl Known {
    /// The unit's key in the store, where it is on record.
    #[must_use]
    pub fn unit_key(&self) -> Option<UnitKey> {
        unit_key(self.product.as_ref()?, self)
    }

    /// What a production line reported of the unit, of one kind.
    #[must_use]
    pub fn reported(&self, kind: ReportKind) -> Option<&UnitReport> {
        self.reports.iter().find(|report| report.kind == kind)
    }

    /// Whether the code names a serial that its product doesn't have.
    #[must_use]
    pub fn is_guess(&self, code: &Code) -> bool {
        let is_numbered = self
            .product
            .as_ref()
            .is_some_and(|product| product.record.serials != wire::import::Serials::NotNumbered);
        let identity = code.identity.as_ref();
        is_numbered
            && self.unit.is_none()
            && identity.is_some_and(|identity| identity.serial.is_some())
    }
}

/// Looks up everything about a code, all of it in the database.
pub fn look_up(db: &Db<'_>, issue_key: &IssueKeyFile, code: &Code) -> store::Result<Known> {
    let Some(gtin) = code.gtin() else {
        return Ok(Known::default());
    };
    let Some(shelf) = Shelf::read(db, gtin)? else {
        return Ok(Known::default());
    };
    let asked = Asked::with_key(db, &shelf, issue_key, code)?;
    let record = db.unit_record(&asked.question())?;
    let lot = match asked.batch(&record) {
        Some(number) => shelf.lot(db, number)?,
        None => None,
    };
    let more = asked.more(db, &record)?;
    Ok(asked.known(lot.as_ref(), record, more))
}

/// A code of a product that is here.
pub struct Asked<'a> {
    shelf: &'a Shelf,
    code: &'a Code,
    serial: Option<Serial>,
    counter: Option<u64>,
}

/// What few units have, and what is read for these alone.
#[derive(Debug, Default)]
pub struct More {
    /// What production lines reported of it.
    pub reports: Vec<UnitReport>,
    /// The events that name it.
    pub events: Vec<Event>,
    /// Its way, where these begin one.
    pub trail: Option<Trail>,
    /// Where the last of them that changed its state took place.
    pub life_place: Option<store::Place>,
}

impl<'a> Asked<'a> {
    /// `None` where the issue key's file is to be read first.
    #[must_use]
    pub fn new(shelf: &'a Shelf, issue_key: &IssueKeyFile, code: &'a Code) -> Option<Asked<'a>> {
        let serial = code.serial();
        let counter = match serial.map(str::parse) {
            Some(Ok(serial)) => issue_key.known_key()?.issuer(&shelf.gtin).open(&serial),
            _ => None,
        };
        Some(Asked {
            shelf,
            code,
            serial: serial.and_then(Serial::new),
            counter,
        })
    }

    /// As [`Asked::new`]; reads the issue key's file where it was not read yet.
    ///
    /// # Errors
    /// The database holds serials of a key, and the file doesn't hold it.
    pub fn with_key(
        db: &Db<'_>,
        shelf: &'a Shelf,
        issue_key: &IssueKeyFile,
        code: &'a Code,
    ) -> store::Result<Asked<'a>> {
        let serial = code.serial();
        let counter = match serial {
            Some(serial) => issue_key.counter(db, &shelf.gtin, serial)?,
            None => None,
        };
        Ok(Asked {
            shelf,
            code,
            serial: serial.and_then(Serial::new),
            counter,
        })
    }

    /// What is to be asked about the unit.
    #[must_use]
    pub fn question(&self) -> UnitQuestion {
        let serial = self.serial.as_ref();
        UnitQuestion {
            product: self.shelf.id,
            serial: serial.cloned(),
            counter: self.counter,
            range: self
                .counter
                .and_then(|counter| self.shelf.ranges.of(counter)),
            brand: self.shelf.brand.id.clone(),
            epc: self.code.unit_epc().filter(|_| serial.is_some()),
        }
    }

    /// Remembers the range that was read with a record, as long as its shelf is.
    pub fn remember_range(&self, record: &UnitRecord) {
        let unknown = |counter: &u64| self.shelf.ranges.of(*counter).is_none();
        if let (Some(range), Some(_)) = (&record.range, self.counter.filter(unknown)) {
            self.shelf.ranges.remember(range);
        }
    }

    fn epc(&self) -> Epc {
        unit_epc(self.shelf.gtin, self.code.serial().unwrap_or_default())
    }

    /// The number of the unit's batch, or else that of the code.
    #[must_use]
    pub fn batch<'r>(&'r self, record: &'r UnitRecord) -> Option<&'r str> {
        on_record(record).or(self.code.batch())
    }

    /// Whether there is more to read about the unit than what is on record of every one.
    #[must_use]
    pub fn needs_more(&self, record: &UnitRecord) -> bool {
        // A serial that was never issued has no journey, whatever events say.
        on_record(record).is_some()
            && (record.has_events || (record.has_reports && record.range.is_some()))
    }

    /// Reads it.
    pub fn more(&self, db: &Db<'_>, record: &UnitRecord) -> store::Result<More> {
        let mut more = More::default();
        let Some(serial) = self.serial.as_ref().filter(|_| self.needs_more(record)) else {
            return Ok(more);
        };
        if record.range.is_some() {
            more.reports = db.unit_reports(self.shelf.id, serial)?;
        }
        if !record.has_events {
            return Ok(more);
        }
        let brand = &self.shelf.brand.id;
        let epc = self.epc();
        more.events = events_of(db, brand, &epc)?;
        let batch = self.batch(record);
        let batch = batch.map(|batch| batch_epc(self.shelf.gtin, batch));
        let start: Vec<Epc> = std::iter::once(epc.clone()).chain(batch).collect();
        more.trail = Some(Trail::read(db, brand, &start)?);
        let life = life_of(&more.events, &epc);
        more.life_place = match &life.location {
            Some(location) => db.place(location)?,
            None => None,
        };
        Ok(more)
    }

    /// Puts together what is known.
    #[must_use]
    pub fn known(&self, lot: Option<&Lot>, record: UnitRecord, more: More) -> Known {
        let said = Said::new(self.code, on_record(&record), lot.map(|lot| &*lot.record));
        let recalls = self.shelf.recalls.iter();
        let recalls = recalls
            .filter_map(|recall| recall::covers(recall, &said))
            .collect();
        let issued = record
            .range
            .zip(self.counter)
            .map(|(range, counter)| Issued { counter, range });
        let unit = record.unit.or_else(|| issued.as_ref().map(unit_of));
        let has_unit = unit.is_some();
        let mut known = Known {
            version: record.version,
            brand: Some(self.shelf.brand.clone()),
            policy: self.shelf.policy.clone(),
            product: Some(self.shelf.product.clone()),
            batch: lot.map(|lot| lot.record.clone()),
            astray: lot.and_then(|lot| lot.astray.clone()),
            common: Some(lot.map_or(&self.shelf.common, |lot| &lot.common).clone()),
            dismissed: lot.map(|lot| lot.dismissed.clone()).unwrap_or_default(),
            unit: self.serial.clone().zip(unit),
            signature: signing::judge(&self.shelf.keys, issued.as_ref(), self.code),
            issued,
            reports: more.reports,
            reveal: None,
            leads_to: None,
            reader: None,
            recalls,
            return_places: self.shelf.return_places.clone(),
            trail: Arc::default(),
            life: Life::default(),
            life_place: more.life_place,
            checks: record.checks,
            registered: record.registered,
            stage: Stage::default(),
        };
        if known.hidden_counter().is_some() {
            known.reveal = record.reveal;
        }
        // A serial that was never issued has no journey, and a batch's must not lend it one.
        if has_unit || self.code.serial().is_none() {
            known.trail = match more.trail {
                Some(trail) => Arc::new(trail),
                None => lot.map(|lot| lot.trail.clone()).unwrap_or_default(),
            };
        }
        if has_unit {
            known.life = life(&more.events, &self.epc(), &known);
        }
        known.stage = self.stage(&known, lot);
        known
    }

    /// How far the unit has come, by what was told and by where it was seen.
    fn stage(&self, known: &Known, lot: Option<&Lot>) -> Stage {
        let told = lot.map(|lot| told_stage(known, lot.stage));
        let batch = known.batch.as_ref();
        let batch = batch.map(|batch| batch_epc(self.shelf.gtin, &batch.batch));
        let seen = known.trail.journey.stage(batch.as_ref());
        told.unwrap_or_default().max(seen.unwrap_or_default())
    }
}

/// The number of the batch that a unit is on record with, by its own row or by its range.
fn on_record(record: &UnitRecord) -> Option<&str> {
    let own = record.unit.as_ref().map(|unit| unit.batch.as_str());
    own.or_else(|| Some(record.range.as_ref()?.batch.as_str()))
}

/// What has become of a unit by its events, in the order of their time.
pub(crate) fn life_of(events: &[Event], unit: &Epc) -> Life {
    let events = events.iter();
    events.fold(Life::default(), |life, event| life.after(event, unit))
}

/// What has become of a unit.
fn life(events: &[Event], unit: &Epc, known: &Known) -> Life {
    let life = life_of(events, unit);
    // What happened to the pack itself says more than that its code should not be on one.
    match (life.state, known.reported(ReportKind::Rejected)) {
        (UnitState::Active | UnitState::Sold, Some(rejected)) => Life {
            state: UnitState::Rejected,
            since: Some(rejected.at),
            location: None,
        },
        _ => life,
    }
}

fn unit_key(product: &store::Product, known: &Known) -> Option<UnitKey> {
    let (serial, _) = known.unit.as_ref()?;
    Some(UnitKey {
        product: product.id,
        serial: serial.clone(),
    })
}

/// A unit without a row of its own, out of a range that was issued here.
fn unit_of(issued: &Issued) -> store::Unit {
    store::Unit {
        batch: issued.range.batch.clone(),
        issued_on: Some(issued.range.issued_on.clone()),
        state: None,
    }
}

/// How far a unit has come by what was told of it, of its range and of its batch.
fn told_stage(known: &Known, of_batch: Option<Stage>) -> Stage {
    let told = known.unit.as_ref().and_then(|(_, unit)| unit.state);
    if let Some(corrected) = told.filter(|told| told.is_corrected) {
        return corrected.stage;
    }
    let issued = known.issued.as_ref();
    let printed = known.reported(ReportKind::Printed);
    [
        printed.map(|_| Stage::Printed),
        told.map(|told| told.stage),
        issued.map(|issued| issued.range.stage(issued.counter)),
        of_batch,
    ]
    .into_iter()
    .flatten()
    .max()
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> Shelf {
        let brand = r#"{"id":"acme","name":"Acme","prefixes":["9506000"]}"#;
        let record = r#"{"brand":"acme","gtin":"09506000100012","name":{"en":"Tea"},"sector":"food","serials":"declared"}"#;
        let gtin: gs1::Gtin = "09506000100012".parse().expect("a GTIN");
        Shelf {
            gtin,
            id: 1,
            brand: Arc::new(serde_json::from_str(brand).expect("a brand")),
            policy: Arc::default(),
            product: Arc::new(store::Product {
                id: 1,
                gtin,
                picture: None,
                printed: None,
                successor: None,
                record: serde_json::from_str(record).expect("a product"),
            }),
            recalls: Vec::new(),
            return_places: Arc::default(),
            keys: signed::KeyRing::default(),
            common: Arc::default(),
            ranges: crate::shelf::Ranges::default(),
        }
    }

    /// How long an answer takes follows from what is asked: of a serial that was never issued one
    /// question and no more, whatever else was told of it.
    #[test]
    fn of_a_serial_that_was_never_issued_nothing_more_is_asked() {
        let shelf = shelf();
        let link = "https://id.gs1.org/01/09506000100012/21/0123456789ABCDEF";
        let code = Code::read(link, None, false);
        let told = UnitRecord {
            has_events: true,
            has_reports: true,
            ..UnitRecord::default()
        };
        for (counter, record) in [
            (None, UnitRecord::default()),
            (None, told.clone()),
            // Made with the key, and in no range.
            (Some(9_999), told.clone()),
        ] {
            let asked = Asked {
                shelf: &shelf,
                code: &code,
                serial: code.serial().and_then(Serial::new),
                counter,
            };
            assert!(!asked.needs_more(&record), "{counter:?}");
            // One question, with the same parts in it.
            let question = asked.question();
            assert!(question.serial.is_some() && question.epc.is_some());
            // Nor is a batch looked up for it.
            assert_eq!(asked.batch(&record), None);
            let known = asked.known(None, record, More::default());
            assert!(known.is_guess(&code) && known.unit_key().is_none());
        }
        let issued = UnitRecord {
            unit: Some(store::Unit {
                batch: "T1".to_owned(),
                issued_on: None,
                state: None,
            }),
            ..told
        };
        let asked = Asked {
            shelf: &shelf,
            code: &code,
            serial: code.serial().and_then(Serial::new),
            counter: None,
        };
        assert!(asked.needs_more(&issued));
    }
}
