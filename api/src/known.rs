//! What the store knows about a code: `Code` → [`Known`] → `trace::Facts`.

use gs1::Date;
use trace::{
    BatchFacts, CodeFacts, Country, Epc, Facts, Hidden, Input, Journey, Life, Place, ProductFacts,
    RecallFacts, Serials, Signature, Stage, UnitFacts, UnitState,
};

use crate::{
    code::{Code, batch_epc, unit_epc},
    epcis,
    issue_key::{IssueKeyFile, Issued},
    place, signing,
    store::{self, Checked, Db, ReportKind, Reveal, Serial, StoreError, UnitKey, UnitReport},
};

/// Everything on record that bears on a code.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Whose product it is.
    pub brand: Option<wire::import::Brand>,
    /// The product.
    pub product: Option<store::Product>,
    /// The unit's batch, or else that of the code.
    pub batch: Option<wire::import::Batch>,
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
    /// The session that asks, as reveals are kept under.
    pub reader: Option<u64>,
    /// Recalls that cover it, newest first, each with what it covers.
    pub recalls: Vec<(wire::import::Recall, &'static str)>,
    /// Where it has been, oldest first.
    pub journey: Journey,
    /// What has become of the unit.
    pub life: Life,
    /// The places that the journey names, by identifier.
    pub places: Vec<(String, store::Place)>,
    /// Whether somebody registered the unit.
    pub is_registered: bool,
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

    /// What the unit's hidden code is made from; `None` where it has none.
    #[must_use]
    pub fn hidden_counter(&self) -> Option<u64> {
        let issued = self.issued.as_ref().filter(|_| self.unit.is_some())?;
        issued.range.has_hidden.then_some(issued.counter)
    }

    /// What became of the unit's hidden code, for the session that asks.
    #[must_use]
    pub fn hidden(&self) -> Hidden {
        match self.reveal {
            None => Hidden::Sealed,
            Some(Reveal {
                first_at,
                again_at: Some(again),
                ..
            }) => Hidden::Again {
                first: first_at,
                again,
            },
            Some(reveal) if self.reader == Some(reveal.session) => {
                Hidden::ByReader(reveal.first_at)
            }
            Some(reveal) => Hidden::ByAnother(reveal.first_at),
        }
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

    /// The place of an event's location.
    #[must_use]
    pub fn place(&self, location: &str) -> Option<&store::Place> {
        let found = self.places.iter().find(|(id, _)| id == location)?;
        Some(&found.1)
    }
}

/// Looks up everything about a code.
pub fn look_up(db: &Db<'_>, issue_key: &IssueKeyFile, code: &Code) -> store::Result<Known> {
    let mut known = Known::default();
    let Some(identity) = &code.identity else {
        return Ok(known);
    };
    let Some(gtin) = identity.gtin() else {
        return Ok(known);
    };
    let Some(product) = db.product(gtin)? else {
        return Ok(known);
    };
    known.brand = db.brand(&product.record.brand)?;
    let serial = identity.serial.as_deref().and_then(Serial::new);
    if let Some(serial) = serial {
        known.is_registered = db.is_registered(product.id, &serial)?;
        known.issued = issue_key.issued(db, &product, &serial.text())?;
        known.unit = match (db.unit(product.id, &serial)?, &known.issued) {
            (Some(unit), _) => Some((serial, unit)),
            (None, Some(issued)) => Some((serial, unit_of(issued))),
            (None, None) => None,
        };
    }
    if let (Some((serial, _)), Some(_)) = (&known.unit, &known.issued) {
        known.reports = db.unit_reports(product.id, serial)?;
    }
    let on_record = known.unit.as_ref().map(|(_, unit)| unit.batch.as_str());
    let in_code = identity.batch.as_deref();
    if let Some(number) = on_record.or(in_code)
        && let Some(batch) = db.batch(product.id, number)?
    {
        known.stage = told_stage(&known, batch.stage);
        known.batch = Some(batch.record);
    }
    let current = db.current_product(&product)?;
    let batches = [on_record, in_code];
    let mut recalls = db.recalls(product.id)?;
    if let Some(current) = &current {
        recalls.extend(db.recalls(current.id)?);
        recalls.sort_by(|one, other| other.record.on.cmp(&one.record.on));
    }
    for recall in recalls {
        if let Some(scope) = covers(&recall.record, &batches, identity.serial.as_deref()) {
            known.recalls.push((recall.record, scope));
        }
    }

    known.signature = signing::judge(db, &product, known.issued.as_ref(), code)?;
    if let (Some(_), Some(unit)) = (known.hidden_counter(), unit_key(&product, &known)) {
        known.reveal = db.reveal(&unit)?;
    }

    // A serial that was never issued has no journey, and a batch's must not lend it one.
    let unit = known.unit.as_ref().map(|(serial, _)| serial.text());
    if unit.is_some() || identity.serial.is_none() {
        let epcs: Vec<Epc> = unit
            .iter()
            .map(|serial| unit_epc(product.gtin, serial))
            .chain(
                known
                    .batch
                    .iter()
                    .map(|batch| batch_epc(product.gtin, &batch.batch)),
            )
            .collect();
        known.journey = journey(db, &product.record.brand, &epcs)?;
    }
    if let Some(serial) = unit {
        let own = unit_epc(product.gtin, &serial);
        known.life = events_of(db, &product.record.brand, &own)?
            .iter()
            .fold(Life::default(), Life::after);
        // What happened to the pack itself says more than that its code should not be on one.
        if let (UnitState::Active | UnitState::Sold, Some(rejected)) =
            (known.life.state, known.reported(ReportKind::Rejected))
        {
            known.life = Life {
                state: UnitState::Rejected,
                since: Some(rejected.at),
                location: None,
            };
        }
    }
    let batch = known.batch.as_ref();
    let batch = batch.map(|batch| batch_epc(product.gtin, &batch.batch));
    known.stage = known
        .stage
        .max(known.journey.stage(batch.as_ref()).unwrap_or_default());
    known.places = places(db, &known)?;
    known.product = Some(match current {
        Some(current) => answering_as(product, current),
        None => product,
    });
    Ok(known)
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
        record,
        ..product
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

/// What a recall covers of this code; `None` where it doesn't cover it.
fn covers(
    recall: &wire::import::Recall,
    batches: &[Option<&str>],
    serial: Option<&str>,
) -> Option<&'static str> {
    let has = |list: &[String], value: &str| list.iter().any(|item| item == value);
    let in_batch = recall.batches.is_empty()
        || batches
            .iter()
            .flatten()
            .any(|batch| has(&recall.batches, batch));
    let in_serials =
        recall.serials.is_empty() || serial.is_some_and(|serial| has(&recall.serials, serial));
    if !in_batch || !in_serials {
        return None;
    }
    Some(match (&recall.batches[..], &recall.serials[..]) {
        (_, [_, ..]) => "serials",
        ([_, ..], []) => "batch",
        ([], []) => "product",
    })
}

fn events_of(db: &Db<'_>, brand: &str, epc: &Epc) -> store::Result<Vec<trace::Event>> {
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

fn places(db: &Db<'_>, known: &Known) -> store::Result<Vec<(String, store::Place)>> {
    let mut places: Vec<(String, store::Place)> = Vec::new();
    let stations = known.journey.stations.iter();
    let locations = stations
        .filter_map(|station| station.location.as_deref())
        .chain(known.life.location.as_deref());
    for location in locations {
        if places.iter().all(|(id, _)| id != location)
            && let Some(place) = db.place(location)?
        {
            places.push((location.to_owned(), place));
        }
    }
    Ok(places)
}

/// What the verdict rule looks at.
#[must_use]
pub fn facts(
    known: &Known,
    code: &Code,
    checked: Checked,
    place: Option<Place>,
    today: Date,
) -> Facts {
    let input = if code.typed {
        Input::Typed
    } else {
        Input::Scanned
    };
    let facts = Facts::unknown(input, code_facts(code, today));
    let (Some(product), Some(brand)) = (&known.product, &known.brand) else {
        return Facts { place, ..facts };
    };
    Facts {
        product: Some(ProductFacts {
            brand: brand.name.clone(),
            safety_critical: product.record.safety_critical,
            serials: serials(&product.record, known.batch.as_ref()),
            is_in_house: product.current_gtin().is_restricted(),
        }),
        batch: known.batch.as_ref().map(batch_facts),
        unit: known.unit.as_ref().map(|(_, unit)| UnitFacts {
            batch: Some(unit.batch.clone()),
            issued_on: date(unit.issued_on.as_ref()),
            life: Life {
                location: known.life.location.as_ref().map(|id| named(known, id)),
                ..known.life.clone()
            },
            hidden: known.hidden(),
            stage: known.stage,
            counts_from: known
                .batch
                .as_ref()
                .and_then(|batch| batch.counts_from)
                .map_or(Stage::Allocated, Stage::from),
        }),
        recalls: known
            .recalls
            .iter()
            .filter_map(|(recall, scope)| {
                Some(RecallFacts {
                    on: recall.on.parse().ok()?,
                    scope,
                })
            })
            .collect(),
        checks: checked.state,
        is_same_session: checked.is_same_session,
        signature: known.signature.clone(),
        place,
        journey: named_journey(known),
        ..facts
    }
}

fn code_facts(code: &Code, today: Date) -> CodeFacts {
    let Some(identity) = &code.identity else {
        return CodeFacts::default();
    };
    let date = |text: &Option<String>| {
        text.as_deref()
            .and_then(|text| Date::from_yymmdd(text, today))
    };
    CodeFacts {
        is_identity: true,
        batch: identity.batch.clone(),
        serial: identity.serial.clone(),
        expiry: date(&identity.expiry),
        best_before: date(&identity.best_before),
    }
}

/// A declaration "from a date on" says nothing about a batch that was made before that date.
fn serials(product: &wire::import::Product, batch: Option<&wire::import::Batch>) -> Serials {
    match product.serials {
        wire::import::Serials::NotNumbered => Serials::NotNumbered,
        wire::import::Serials::Partial => Serials::Partial,
        wire::import::Serials::Declared => {
            let since = date(product.serials_since.as_ref());
            let produced = date(batch.and_then(|batch| batch.produced.as_ref()));
            match (since, produced) {
                (Some(since), Some(produced)) if produced < since => Serials::Partial,
                _ => Serials::Declared(since),
            }
        }
    }
}

fn batch_facts(batch: &wire::import::Batch) -> BatchFacts {
    BatchFacts {
        number: batch.batch.clone(),
        expiry: date(batch.expiry.as_ref()),
        best_before: date(batch.best_before.as_ref()),
        markets: batch
            .markets
            .iter()
            .filter_map(|market| Country::new(market))
            .collect(),
    }
}

/// Dates are checked when they are imported.
fn date(text: Option<&String>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

fn named(known: &Known, location: &str) -> String {
    match known.place(location) {
        Some(found) => place::name_of(&found.record),
        None => location.to_owned(),
    }
}

/// The journey with its places by name: a reason quotes them.
fn named_journey(known: &Known) -> Journey {
    let mut journey = known.journey.clone();
    for station in &mut journey.stations {
        // A place that nobody here knows has no name to quote.
        station.location = station
            .location
            .take()
            .and_then(|id| known.place(&id))
            .map(|found| place::name_of(&found.record));
    }
    journey
}
