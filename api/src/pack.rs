//! Acts on single packs → events, through the door that every event comes in by, and what came of
//! them as the European national systems would say it (`trace::act_on`).
//!
//! Nothing is kept beside the events: each carries its act, its desk and whose desk that was, and
//! the next act reads them there.

use gs1::Date;
use serde_json::{Value, json};
use trace::{Acted, Compared, Instant, Outcome as Came, Pack, PackAct, PackState};
use wire::pack::PackAnswer;

use crate::{
    capture,
    clock::rfc3339_ms,
    code::{self, Code},
    epcis::{Context, Incoming, Reading, canonical_location},
    error::ApiError,
    facts,
    known::{self, Known},
    random, sale,
    state::Shared,
    store::{self, CaptureFault, Checked, Outcome, Tx},
};

/// The namespace of what our events say beyond the standard.
const NAMESPACE: &str = "urn:touchstone:epcis:";
const ACT: &str = "touchstone:packAct";
const DESK: &str = "touchstone:desk";
const BY: &str = "touchstone:by";
/// The longest name of a desk, in characters.
const MAX_DESK: usize = 40;

/// Whose packs a desk may act on.
#[derive(Clone, Debug)]
pub enum Reach {
    /// Those of the brand that it works for.
    Brand(String),
    /// Medicine of every brand here, as a pharmacy does.
    Medicine,
}

/// A desk, and what it does.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What it does.
    pub act: PackAct,
    /// To what.
    pub code: Code,
    /// The site's location as a Digital Link.
    pub site: String,
    /// Which desk of it.
    pub desk: String,
    /// Whose desk it is: an organisation's identifier.
    pub by: String,
    /// Whose packs it may act on.
    pub reach: Reach,
}

impl Asked {
    /// Reads what somebody wrote.
    ///
    /// # Errors
    /// A field is wrong.
    pub fn read(
        act: &str,
        code: &str,
        site: &str,
        desk: &str,
        by: &str,
        reach: Reach,
    ) -> Result<Asked, ApiError> {
        let act = PackAct::from_name(act).ok_or_else(|| {
            let names = PackAct::ALL.map(PackAct::name).join(", ");
            field("act", &format!("write one of {names}"))
        })?;
        if code.len() > code::MAX_BYTES {
            return Err(field("code", "it has more than 4096 bytes"));
        }
        let code = Code::read(code.trim(), None, false);
        if code.is_broken() || code.gtin().is_none() || code.serial().is_none() {
            let detail = "it names no single pack; send a code with GTIN and serial as scanned";
            return Err(field("code", detail));
        }
        let desk = desk.trim();
        if desk.chars().count() > MAX_DESK || desk.chars().any(char::is_control) {
            return Err(field("desk", "write at most 40 characters"));
        }
        Ok(Asked {
            act,
            code,
            site: sale::location("site", site.trim())?,
            desk: desk.to_owned(),
            by: by.to_owned(),
            reach,
        })
    }
}

/// Does it, where it can be done.
pub async fn act(app: &Shared, asked: Asked) -> Result<PackAnswer, ApiError> {
    let (app, now) = (app.clone(), app.clock.now());
    let store = app.store.clone();
    if asked.act == PackAct::Verify {
        return store.read(|db| look(db, &app, &asked, now)).await?;
    }
    let capture = capture_id()?;
    store
        .write_or_undo(move |tx| {
            Ok(match act_within(tx, &app, &asked, &capture, now)? {
                Ok(answer) => Outcome::Keep(Ok(answer)),
                Err(error) => Outcome::Undo(Err(error)),
            })
        })
        .await?
}

/// What its events are captured under.
pub fn capture_id() -> Result<String, ApiError> {
    Ok(format!("pack:{}", random::hex(&random::bytes::<16>()?)))
}

/// What would come of it.
pub fn look(
    db: &store::Db<'_>,
    app: &Shared,
    asked: &Asked,
    now: Instant,
) -> store::Result<Result<PackAnswer, ApiError>> {
    Ok(Desk::of(db, app, asked, now)?.map(|desk| desk.answer(None)))
}

/// As [`act`], within a transaction that does more.
pub fn act_within(
    tx: &Tx<'_>,
    app: &Shared,
    asked: &Asked,
    capture: &str,
    now: Instant,
) -> store::Result<Result<PackAnswer, ApiError>> {
    let desk = match Desk::of(tx, app, asked, now)? {
        Ok(desk) => desk,
        Err(error) => return Ok(Err(error)),
    };
    if desk.came != Came::Done {
        return Ok(Ok(desk.answer(None)));
    }
    let event = desk.tell(tx, capture)?;
    Ok(event.map(|event| desk.answer(Some(event))))
}

/// A pack on a desk.
struct Desk<'a> {
    asked: &'a Asked,
    known: Known,
    pack: Option<Pack>,
    since: Option<Instant>,
    now: Instant,
    came: Came,
}

impl<'a> Desk<'a> {
    fn of(
        db: &store::Db<'_>,
        app: &Shared,
        asked: &'a Asked,
        now: Instant,
    ) -> store::Result<Result<Desk<'a>, ApiError>> {
        let known = known::look_up(db, &app.issue_key, &asked.code)?;
        if let Err(error) = may_act(&known, asked) {
            return Ok(Err(error));
        }
        let (pack, since) = match &known.unit {
            Some(_) => pack(db, &known, asked, now.date())?,
            None => (None, None),
        };
        let acted = Acted {
            act: asked.act,
            at: now,
            site: asked.site.clone(),
            desk: asked.desk.clone(),
        };
        let came = trace::act_on(pack.as_ref(), &acted);
        Ok(Ok(Desk {
            asked,
            known,
            pack,
            since,
            now,
            came,
        }))
    }

    /// Captures the event; its hash.
    fn tell(&self, tx: &Tx<'_>, capture: &str) -> store::Result<Result<String, ApiError>> {
        let Some(event) = self.event() else {
            return Ok(Err(ApiError::NotFound));
        };
        let incoming = match Incoming::read(&event, &Context::default(), Reading::Captured, "") {
            Ok(incoming) => incoming,
            Err(faults) => return Ok(Err(wrong(faults))),
        };
        let brand = self.known.brand.as_ref().map_or("", |brand| &brand.id);
        let hash = incoming.hash.to_string();
        let stored = capture::store_one(tx, brand, &incoming, capture, self.now)?;
        Ok(stored.map(|_| hash).map_err(wrong))
    }

    /// `None` at a time that no calendar has.
    fn event(&self) -> Option<Value> {
        let asked = self.asked;
        let gtin = asked.code.gtin()?;
        let epc = code::unit_epc(*gtin, asked.code.serial()?);
        let (step, disposition) = says(asked.act);
        let mut event = json!({
            "@context": [{ "touchstone": NAMESPACE }],
            "type": "ObjectEvent",
            "action": "OBSERVE",
            "eventTime": rfc3339_ms(self.now)?,
            "eventTimeZoneOffset": "+00:00",
            "epcList": [format!("{}/{}", gs1::CANONICAL_STEM, epc.0)],
            "disposition": disposition,
            "readPoint": { "id": asked.site },
            "bizLocation": { "id": asked.site },
            ACT: asked.act.name(),
            DESK: asked.desk,
            BY: asked.by,
        });
        if let Some(step) = step {
            event["bizStep"] = json!(step);
        }
        Some(event)
    }

    fn answer(&self, event: Option<String>) -> PackAnswer {
        let code = &self.asked.code;
        let is_done = event.is_some();
        let state = self.pack.as_ref().map(|pack| match is_done {
            true => self.asked.act.makes().unwrap_or(PackState::Active),
            false => pack.state,
        });
        let since = if is_done { Some(self.now) } else { self.since };
        let batch = self.known.batch.as_ref().filter(|_| self.pack.is_some());
        PackAnswer {
            act: self.asked.act.name().to_owned(),
            done: is_done,
            outcome: self.came.name().to_owned(),
            alert: self.came.alert().map(str::to_owned),
            state: state.map(|state| state.name().to_owned()),
            since: since.map(wire::convert::rfc3339),
            gtin: code.gtin().map(ToString::to_string).unwrap_or_default(),
            serial: code.serial().unwrap_or_default().to_owned(),
            batch: batch.map(|batch| batch.batch.clone()),
            expiry: batch.and_then(|batch| batch.expiry.clone()),
            event,
        }
    }
}

/// Whose pack it is decides who may act on it.
fn may_act(known: &Known, asked: &Asked) -> Result<(), ApiError> {
    let (Some(brand), Some(product)) = (&known.brand, &known.product) else {
        let detail = "its product is not known here; compare its number with the pack";
        return Err(field("code", detail));
    };
    match &asked.reach {
        Reach::Brand(own) if *own == brand.id => Ok(()),
        Reach::Brand(_) => Err(field("code", "its product is another brand's")),
        Reach::Medicine if product.record.sector == "medicine" => Ok(()),
        Reach::Medicine => Err(field("code", "its product is no medicine")),
    }
}

/// The pack with how it stands, and since when.
fn pack(
    db: &store::Db<'_>,
    known: &Known,
    asked: &Asked,
    today: Date,
) -> store::Result<(Option<Pack>, Option<Instant>)> {
    let facts = facts::facts(known, &asked.code, Checked::default(), None, today);
    let unit_batch = facts.unit.as_ref().and_then(|unit| unit.batch.as_deref());
    let batch = match (asked.code.batch(), unit_batch, &known.product) {
        (Some(code), Some(record), Some(product)) if code != record => {
            match db.batch(product.id, code)? {
                Some(_) => Compared::Differs,
                None => Compared::Unknown,
            }
        }
        _ => Compared::Fits,
    };
    let expiry = facts.batch.as_ref().and_then(|batch| batch.expiry);
    let markets = facts.batch.as_ref().map_or(&[][..], |batch| &batch.markets);
    let place = db.place(&canonical_location(&asked.site))?;
    let country = place.and_then(|place| trace::Country::new(&place.record.country));
    let last = last_act(db, known, asked)?;
    // Where an event came after it, the desk's act says nothing of the state any more.
    let by_act = last
        .as_ref()
        .filter(|last| known.life.since == Some(last.at))
        .and_then(|last| last.act.makes());
    let pack = Pack {
        state: by_act.unwrap_or_else(|| PackState::of(known.life.state)),
        last,
        batch,
        has_right_expiry: facts
            .code
            .expiry
            .zip(expiry)
            .is_none_or(|(code, record)| code == record),
        is_expired: expiry
            .or(facts.code.expiry)
            .is_some_and(|expiry| expiry < today),
        is_recalled: facts.is_recalled(),
        is_of_market: markets.is_empty()
            || country.is_none_or(|country| markets.contains(&country)),
    };
    Ok((Some(pack), known.life.since))
}

/// The last act of a desk, out of the pack's events.
fn last_act(db: &store::Db<'_>, known: &Known, asked: &Asked) -> store::Result<Option<Acted>> {
    let (Some(brand), Some(gtin), Some(serial)) =
        (&known.brand, asked.code.gtin(), asked.code.serial())
    else {
        return Ok(None);
    };
    let events = db.events_of(&brand.id, &code::unit_epc(*gtin, serial))?;
    let last = events.iter().rev().find_map(|(_, body)| acted(body));
    Ok(last)
}

/// `None` for an event that is no act of a desk.
fn acted(body: &str) -> Option<Acted> {
    let event: Value = serde_json::from_str(body).ok()?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Some(Acted {
        act: PackAct::from_name(event.get(ACT)?.as_str()?)?,
        at: crate::clock::parse_rfc3339(event.get("eventTime")?.as_str()?)?,
        site: text(event.get("readPoint")?.get("id")?)?,
        desk: event.get(DESK).and_then(text).unwrap_or_default(),
    })
}

/// The business step and disposition that an act is told with (CBV 2.0, sections 7.1 and 7.2).
fn says(act: PackAct) -> (Option<&'static str>, &'static str) {
    match act {
        PackAct::Supply => (Some("dispensing"), "dispensed"),
        PackAct::Destroy => (Some("destroying"), "destroyed"),
        PackAct::Export => (Some("decommissioning"), "inactive"),
        PackAct::Sample | PackAct::FreeSample => (Some("sampling"), "inactive"),
        PackAct::Lock => (Some("holding"), "unavailable"),
        PackAct::Stolen => (None, "stolen"),
        PackAct::Verify | PackAct::Undo => (Some("stocking"), "sellable_accessible"),
    }
}

fn wrong(faults: Vec<CaptureFault>) -> ApiError {
    let detail = faults.into_iter().next().map(|fault| fault.detail);
    field("code", detail.as_deref().unwrap_or("it is no pack"))
}

fn field(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.trim_end_matches('.').to_owned(),
    }
}
