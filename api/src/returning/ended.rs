//! A unit was brought back for good: its registration ends, and an event says so, through the door that
//! every event comes in by.

use serde_json::{Value, json};
use trace::{Instant, UnitState, reward::Act};

use crate::{
    capture,
    clock::rfc3339_ms,
    code::{self, Code},
    epcis::{Context, Incoming, Reading},
    error::ApiError,
    key::Teller,
    known, random,
    registration::code_of_path,
    reward, sale,
    state::App,
    store::{self, Claim, Ended, Ground, Tx},
};

/// What becomes of a unit that was brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Afterwards {
    /// It may be sold again.
    Sellable,
    /// It is not to be sold again.
    NotSellable,
}

impl Afterwards {
    /// As a form has it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Afterwards> {
        match text {
            "sellable" => Some(Afterwards::Sellable),
            "not-sellable" => Some(Afterwards::NotSellable),
            _ => None,
        }
    }

    /// The disposition of CBV 2.0 that says so.
    fn disposition(self) -> &'static str {
        match self {
            Afterwards::Sellable => "returned",
            Afterwards::NotSellable => "non_sellable_other",
        }
    }
}

/// Ends what its holder had of a unit that was paid back or replaced, and tells what it is now, as who decided.
///
/// # Errors
/// Inside: the event is refused, as at every door.
pub fn end(
    tx: &Tx<'_>,
    app: &App,
    (claim, teller): (&Claim, &Teller),
    afterwards: Afterwards,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let Ground::Return(returned) = &claim.ground else {
        return Ok(Ok(()));
    };
    if let Some(registration) = tx.registration(&returned.registration)? {
        // Points for a unit that went back go back with it.
        for act in [Act::Registration, Act::Recycling] {
            reward::give_back(tx, act, &registration.reference, now)?;
        }
        tx.end_registration(&registration, now, Ended::Returned)?;
    }
    let Ok(code) = code_of_path(&claim.path) else {
        return Ok(Ok(()));
    };
    let known = known::look_up(tx, &app.issue_key, &code)?;
    // Of what was stolen or destroyed it is told that it came back, and no more.
    let is_about = matches!(known.life.state, UnitState::Active | UnitState::Sold);
    let disposition = is_about.then(|| afterwards.disposition());
    let Some(event) = event(&code, returned.place.as_deref(), disposition, now) else {
        return Ok(Ok(()));
    };
    let incoming = match Incoming::read(&event, &Context::default(), Reading::Captured, "") {
        Ok(incoming) => incoming,
        Err(faults) => return Ok(Err(refused(&faults))),
    };
    let capture = format!("{}return:{}", teller.prefix(), claim_capture(claim));
    let stored = capture::store_one(tx, &teller.brand, &incoming, &capture, now)?;
    Ok(stored.map(drop).map_err(|faults| refused(&faults)))
}

/// What the event is captured under: nothing that leads to the return.
fn claim_capture(claim: &Claim) -> String {
    random::hex(&random::digest(&[b"return", &claim.code_digest])[..16])
}

/// `None` for what names no single unit.
fn event(
    code: &Code,
    place: Option<&str>,
    disposition: Option<&str>,
    now: Instant,
) -> Option<Value> {
    let (gtin, serial) = code.gtin().zip(code.serial())?;
    let epc = code::unit_epc(*gtin, serial);
    let mut event = json!({
        "type": "ObjectEvent",
        "action": "OBSERVE",
        "eventTime": rfc3339_ms(now)?,
        "eventTimeZoneOffset": "+00:00",
        "epcList": [format!("{}/{}", gs1::CANONICAL_STEM, epc.0)],
        "bizStep": "receiving",
    });
    if let Some(disposition) = disposition {
        event["disposition"] = disposition.into();
    }
    // A place without a GLN is none that an event can name.
    let location = place.map(|place| sale::location("place", place));
    if let Some(Ok(location)) = location {
        event["readPoint"] = json!({ "id": location });
    }
    Some(event)
}

fn refused(faults: &[store::CaptureFault]) -> ApiError {
    let detail = faults.first().map(|fault| fault.detail.clone());
    ApiError::Field {
        field: "code",
        detail: detail.unwrap_or_default().trim_end_matches('.').to_owned(),
    }
}
