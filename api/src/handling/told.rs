//! The events that tell what a desk did, through the door that every event comes in by; and their undo, by
//! the error declarations of EPCIS 2.0.

use serde_json::{Value, json};
use trace::{Epc, Instant};
use wire::sale::SaleRequest;

use super::{Asked, Deed, Pack, Trade, field};
use crate::{
    capture,
    clock::{parse_rfc3339, rfc3339_ms},
    code::{self, Code},
    epcis::{Context, Incoming, Reading},
    error::ApiError,
    granted,
    key::Teller,
    organisation::Organisation,
    sale::Sale,
    state::App,
    store::{self, CaptureFault, Db, Tx},
};

/// The lists that name the packs of an event of ours.
const LISTS: [&str; 2] = ["epcList", "inputEPCList"];

/// Who tells what, and when.
pub(super) struct Telling<'a> {
    pub(super) app: &'a App,
    pub(super) organisation: &'a Organisation,
    pub(super) asked: &'a Asked,
    /// A random name for captures.
    pub(super) id: &'a str,
    pub(super) now: Instant,
}

impl Telling<'_> {
    /// Tells of packs of one brand.
    pub(super) fn tell(
        &self,
        tx: &Tx<'_>,
        teller: &Teller,
        packs: &[&Pack],
    ) -> store::Result<Result<(), ApiError>> {
        let event = match self.asked.deed {
            Deed::Sell => return self.sell(tx, teller, packs),
            Deed::Undo => return self.undo(tx, teller, packs),
            Deed::Recycle => self.end(packs, "OBSERVE", "collecting", "disposed"),
            Deed::Destroy => self.end(packs, "DELETE", "destroying", "destroyed"),
            Deed::Reprocess => match self.transform(tx, teller, packs)? {
                Ok(event) => event,
                Err(error) => return Ok(Err(error)),
            },
        };
        let told = self.capture(tx, teller, &event)?;
        Ok(told.map(drop))
    }

    /// As a till tells it.
    fn sell(
        &self,
        tx: &Tx<'_>,
        teller: &Teller,
        packs: &[&Pack],
    ) -> store::Result<Result<(), ApiError>> {
        let request = SaleRequest {
            codes: packs.iter().map(|pack| pack.link()).collect(),
            sold_at: rfc3339_ms(self.now).unwrap_or_default(),
            place: Some(self.asked.site.clone()),
            receipt: self.asked.receipt.clone(),
        };
        let sale = match Sale::read(&request, self.now) {
            Ok(sale) => sale,
            Err(error) => return Ok(Err(error)),
        };
        let secret = self.app.store.secret();
        let told = sale.tell_within(tx, teller, secret, self.id, self.now)?;
        Ok(told.map(drop))
    }

    /// What ends packs as they are.
    fn end(&self, packs: &[&Pack], action: &str, step: &str, disposition: &str) -> Value {
        json!({
            "type": "ObjectEvent",
            "action": action,
            "eventTime": rfc3339_ms(self.now),
            "eventTimeZoneOffset": "+00:00",
            "epcList": links(packs),
            "bizStep": step,
            "disposition": disposition,
            "readPoint": { "id": self.asked.site },
        })
    }

    /// What makes them into something else, which must be the same brand's, and told of by the same leave.
    fn transform(
        &self,
        tx: &Tx<'_>,
        teller: &Teller,
        packs: &[&Pack],
    ) -> store::Result<Result<Value, ApiError>> {
        let made = self.asked.into.as_ref();
        let Some((made, gtin)) = made.and_then(|made| Some((made, made.gtin()?))) else {
            return Ok(Err(field("into", "write what they were made into")));
        };
        let leave = match tx.product(gtin)? {
            Some(product) => granted::teller(tx, self.organisation, &product)?,
            None => None,
        };
        if leave.as_ref() != Some(teller) {
            let detail = "its product is another brand's, or not granted to your organisation";
            return Ok(Err(field("into", detail)));
        }
        let mut event = json!({
            "type": "TransformationEvent",
            "eventTime": rfc3339_ms(self.now),
            "eventTimeZoneOffset": "+00:00",
            "inputEPCList": links(packs),
            "readPoint": { "id": self.asked.site },
            "bizLocation": { "id": self.asked.site },
        });
        let (list, output) = output(made);
        event[list] = output;
        Ok(Ok(event))
    }

    /// Captures an event; its hash.
    fn capture(
        &self,
        tx: &Tx<'_>,
        teller: &Teller,
        event: &Value,
    ) -> store::Result<Result<String, ApiError>> {
        let incoming = match Incoming::read(event, &Context::default(), Reading::Captured, "") {
            Ok(incoming) => incoming,
            Err(faults) => return Ok(Err(wrong(faults))),
        };
        let hash = incoming.hash.to_string();
        let kind = self.asked.trade.capture();
        let capture = format!("{}{kind}{}", teller.prefix(), self.id);
        let stored = capture::store_one(tx, &teller.brand, &incoming, &capture, self.now)?;
        Ok(stored.map(|_| hash).map_err(wrong))
    }

    fn undo(
        &self,
        tx: &Tx<'_>,
        teller: &Teller,
        packs: &[&Pack],
    ) -> store::Result<Result<(), ApiError>> {
        for pack in packs {
            if let Err(error) = self.undo_one(tx, teller, pack)? {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    }

    /// Declares the event that made a pack what it is an error, and tells anew what it said of others.
    fn undo_one(
        &self,
        tx: &Tx<'_>,
        teller: &Teller,
        pack: &Pack,
    ) -> store::Result<Result<(), ApiError>> {
        // Another pack of the form may have been in the same event, which is told anew by now.
        let since = pack.known.as_ref().and_then(|known| known.life.since);
        let last = last_told(tx, self.asked.trade, teller, &pack.epc(), since)?;
        let Some(mut event) = last else {
            return Ok(Err(ApiError::NotFound));
        };
        let mut declaration = json!({
            "declarationTime": rfc3339_ms(self.now),
            "reason": "did_not_occur",
        });
        if let Some(others) = without(&event, &pack.link()) {
            match self.capture(tx, teller, &others)? {
                Ok(hash) => {
                    declaration["reason"] = "incorrect_data".into();
                    declaration["correctiveEventIDs"] = json!([hash]);
                }
                Err(error) => return Ok(Err(error)),
            }
        }
        let at = event["eventTime"].as_str().and_then(parse_rfc3339);
        event["errorDeclaration"] = declaration;
        if let Err(error) = self.capture(tx, teller, &event)? {
            return Ok(Err(error));
        }
        let unit = pack.known.as_ref().and_then(|known| known.unit_key());
        if let (Trade::Sale, Some(unit), Some(at)) = (self.asked.trade, unit, at) {
            tx.forget_sale_receipt(&unit, at)?;
        }
        Ok(Ok(()))
    }
}

fn links(packs: &[&Pack]) -> Vec<String> {
    packs.iter().map(|pack| pack.link()).collect()
}

/// The list that names what was made, and its entry: a unit, or else a batch.
fn output(made: &Code) -> (&'static str, Value) {
    if let Some(unit) = made.unit_epc() {
        let unit = format!("{}/{}", gs1::CANONICAL_STEM, unit.0);
        return ("outputEPCList", json!([unit]));
    }
    let batch = made.gtin().zip(made.batch());
    let class = batch.map(|(gtin, batch)| code::batch_epc(*gtin, batch));
    let class = class.map(|class| format!("{}/{}", gs1::CANONICAL_STEM, class.0));
    ("outputQuantityList", json!([{ "epcClass": class }]))
}

/// The event by which a pack stands as it does `since` its time, where it was told here in the same trade
/// by the same organisation.
pub(super) fn last_told(
    db: &Db<'_>,
    trade: Trade,
    teller: &Teller,
    epc: &Epc,
    since: Option<Instant>,
) -> store::Result<Option<Value>> {
    let begins = format!("{}{}", teller.prefix(), trade.capture());
    for (digest, body) in db.events_of(&teller.brand, epc)?.into_iter().rev() {
        let event: Value = serde_json::from_str(&body).unwrap_or_default();
        if event["eventTime"].as_str().and_then(parse_rfc3339) != since {
            continue;
        }
        let captures = db.captures_of(&teller.brand, &digest)?;
        if captures.iter().any(|capture| capture.starts_with(&begins)) {
            return Ok(Some(event));
        }
    }
    Ok(None)
}

/// The same event about its other packs; `None` where there are none.
fn without(event: &Value, link: &str) -> Option<Value> {
    let mut others = event.clone();
    let mut left = 0;
    for list in LISTS {
        if let Some(Value::Array(packs)) = others.get_mut(list) {
            packs.retain(|pack| pack.as_str() != Some(link));
            left += packs.len();
        }
    }
    (left > 0).then_some(others)
}

fn wrong(faults: Vec<CaptureFault>) -> ApiError {
    let detail = faults.into_iter().next().map(|fault| fault.detail);
    let detail = detail.unwrap_or_default();
    field("codes", detail.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_an_event_without_a_pack() {
        let event = json!({ "type": "ObjectEvent", "epcList": ["a", "b"], "bizStep": "x" });
        let left = without(&event, "a");
        assert_eq!(
            left,
            Some(json!({ "type": "ObjectEvent", "epcList": ["b"], "bizStep": "x" }))
        );
        assert_eq!(left.and_then(|left| without(&left, "b")), None);
        let event = json!({ "inputEPCList": ["a"], "outputEPCList": ["c"] });
        assert_eq!(without(&event, "a"), None);
    }

    #[test]
    fn a_unit_or_a_batch_is_made() {
        let check = |code: &str, list: &str, says: &str| {
            let (name, output) = output(&Code::read(code, None, false));
            assert_eq!(name, list, "{code}");
            assert!(output.to_string().contains(says), "{output}");
        };
        let batch = "https://id.gs1.org/01/09506000100043/10/M2\"";
        check("(01)09506000100043(10)M2", "outputQuantityList", batch);
        let unit = "https://id.gs1.org/01/09506000100043/21/M7\"";
        check("(01)09506000100043(10)M2(21)M7", "outputEPCList", unit);
    }
}
