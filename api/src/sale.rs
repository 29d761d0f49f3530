//! A sale → a retail event, through the door that every event comes in by.

use std::collections::BTreeMap;

use gs1::Gtin;
use serde_json::{Value, json};
use trace::Instant;
use wire::sale::{SaleRequest, Sold};

use crate::{
    capture,
    clock::parse_rfc3339,
    code::{self, Code},
    epcis::{Context, Incoming, Reading},
    error::ApiError,
    key::Teller,
    random,
    receipt_number::ReceiptNumber,
    store::{self, CaptureFault, Outcome, SaleReceipt, Serial, Store, Stored, Tx, UnitKey},
};

/// The most packs of one sale.
const MAX_PACKS: usize = 1000;
/// How far a till's clock may be ahead, in milliseconds.
const MAX_AHEAD_MS: i64 = 300_000;
/// What the names of captures of sales begin with, behind whoever told them.
pub(crate) const CAPTURE: &str = "sale:";

/// A sale that was read, and is told by [`Sale::tell_within`].
#[derive(Debug)]
pub struct Sale {
    /// By their canonical links.
    packs: BTreeMap<String, (Gtin, Serial)>,
    receipt: Option<ReceiptNumber>,
    sold_at: Instant,
    event: Incoming,
}

impl Sale {
    /// Reads what a till or a desk tells.
    ///
    /// # Errors
    /// A field is wrong.
    pub fn read(sale: &SaleRequest, now: Instant) -> Result<Sale, ApiError> {
        let packs = packs(&sale.codes)?;
        let receipt = ReceiptNumber::read(sale.receipt.as_deref())?;
        let event = event(sale, packs.keys(), now)?;
        let event = Incoming::read(&event, &Context::default(), Reading::Captured, "");
        Ok(Sale {
            packs,
            receipt,
            sold_at: parse_rfc3339(&sale.sold_at).unwrap_or(now),
            event: event.map_err(wrong)?,
        })
    }

    /// Tells it for a brand, or for a partner of it, in a transaction that may do more. The same sale
    /// again is the same event: its content is what it is known by. `id` is a random name of the capture.
    ///
    /// # Errors
    /// Inside: the event is refused, as at every door.
    pub fn tell_within(
        &self,
        tx: &Tx<'_>,
        teller: &Teller,
        secret: &[u8; 32],
        id: &str,
        now: Instant,
    ) -> store::Result<Result<Stored, ApiError>> {
        let capture = format!("{}{CAPTURE}{id}", teller.prefix());
        let brand = &teller.brand;
        let stored = capture::store_one(tx, brand, &self.event, &capture, now)?;
        if let (Ok(_), Some(receipt)) = (&stored, &self.receipt) {
            for pack in self.packs.values() {
                keep(tx, brand, pack, receipt, self.sold_at, secret)?;
            }
        }
        Ok(stored.map_err(wrong))
    }
}

/// Tells a sale for a brand, or for a partner of it.
pub async fn tell(
    store: &Store,
    teller: &Teller,
    sale: &SaleRequest,
    now: Instant,
) -> Result<Sold, ApiError> {
    let sale = Sale::read(sale, now)?;
    let (event, packs) = (sale.event.hash.to_string(), sale.packs.len());
    let id = random::hex(&random::bytes::<16>()?);
    let (teller, secret) = (teller.clone(), *store.secret());
    let stored = store
        .write_or_undo(
            move |tx| match sale.tell_within(tx, &teller, &secret, &id, now)? {
                Ok(stored) => Ok(Outcome::Keep(Ok(stored))),
                Err(error) => Ok(Outcome::Undo(Err(error))),
            },
        )
        .await??;
    Ok(Sold {
        event,
        packs,
        known: stored != Stored::Added,
    })
}

/// Keeps what the buyer of a pack shares with the shop; for the brand's own products.
fn keep(
    tx: &Tx<'_>,
    brand: &str,
    (gtin, serial): &(Gtin, Serial),
    receipt: &ReceiptNumber,
    sold_at: Instant,
    secret: &[u8; 32],
) -> store::Result<()> {
    let product = tx.product(gtin)?;
    let Some(product) = product.filter(|product| product.record.brand == brand) else {
        return Ok(());
    };
    let unit = UnitKey {
        product: product.id,
        serial: serial.clone(),
    };
    let told = SaleReceipt {
        sold_at,
        digest: receipt.digest(secret, product.id, serial),
    };
    tx.put_sale_receipt(&unit, told)
}

/// Each pack once, by its canonical link, in an order of their own: the till's is no part of the sale.
fn packs(codes: &[String]) -> Result<BTreeMap<String, (Gtin, Serial)>, ApiError> {
    if codes.is_empty() || codes.len() > MAX_PACKS {
        return Err(field("codes", "send 1 to 1000 codes"));
    }
    codes.iter().map(|text| pack(text)).collect()
}

/// The pack that a code names, behind its canonical link.
fn pack(text: &str) -> Result<(String, (Gtin, Serial)), ApiError> {
    let shown: String = text.chars().take(80).collect();
    if text.len() > code::MAX_BYTES {
        return Err(field("codes", &format!("`{shown}…` is no code")));
    }
    let code = Code::read(text, None, false);
    let named = code.gtin().zip(code.serial()).filter(|_| !code.is_broken());
    let named = named.and_then(|(gtin, serial)| Some((gtin, serial, Serial::new(serial)?)));
    let Some((gtin, serial, kept)) = named else {
        let detail = format!("`{shown}` names no single pack; send a code with a serial");
        return Err(field("codes", &detail));
    };
    let epc = code::unit_epc(*gtin, serial);
    let link = format!("{}/{}", gs1::CANONICAL_STEM, epc.0);
    Ok((link, (*gtin, kept)))
}

fn event<'p>(
    sale: &SaleRequest,
    packs: impl Iterator<Item = &'p String>,
    now: Instant,
) -> Result<Value, ApiError> {
    let packs: Vec<&String> = packs.collect();
    let at = parse_rfc3339(&sale.sold_at)
        .filter(|at| at.0 <= now.0 + MAX_AHEAD_MS)
        .zip(offset(&sale.sold_at));
    let Some((_, offset)) = at else {
        return Err(field(
            "sold_at",
            "write when it was, with an offset, as 2026-11-24T10:20:30+01:00",
        ));
    };
    let mut event = json!({
        "type": "ObjectEvent",
        "action": "OBSERVE",
        "eventTime": sale.sold_at,
        "eventTimeZoneOffset": offset,
        "epcList": packs,
        "bizStep": "retail_selling",
        "disposition": "retail_sold",
    });
    if let Some(place) = &sale.place {
        let place = location("place", place)?;
        event["readPoint"] = json!({ "id": place });
        event["bizLocation"] = json!({ "id": place });
    }
    Ok(event)
}

/// `+01:00` of `2026-11-24T10:20:30+01:00`.
fn offset(time: &str) -> Option<&str> {
    if time.ends_with(['Z', 'z']) {
        return Some("+00:00");
    }
    time.get(time.len().checked_sub(6)?..)
}

/// A location as a Digital Link.
///
/// # Errors
/// The field of that name holds none.
pub(crate) fn location(name: &'static str, text: &str) -> Result<String, ApiError> {
    let is_gln = text.len() == 13 && text.bytes().all(|byte| byte.is_ascii_digit());
    let bracketed = format!("(414){text}");
    let text = if is_gln { &bracketed } else { text };
    let (message, faults) = gs1::parse(text, None);
    let link = message
        .canonical_digital_link()
        .filter(|link| faults.is_empty() && link.contains("/414/"));
    link.ok_or_else(|| {
        field(
            name,
            "write the 13 digits of a GLN, or the location as a Digital Link",
        )
    })
}

fn wrong(faults: Vec<CaptureFault>) -> ApiError {
    let detail = faults.into_iter().next().map(|fault| fault.detail);
    field("codes", detail.as_deref().unwrap_or("it is no sale"))
}

fn field(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.trim_end_matches('.').to_owned(),
    }
}
