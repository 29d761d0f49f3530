//! What was written down: visits and their chains of lines, each kept before it is shown.

use std::collections::HashSet;

use evidence::{Act, Consignment, Digest, Entry, FORMAT, Line, Shop, Witness};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::{
    device::Device,
    place,
    store::{Put, Shelf, Store, StoreError},
};
use crate::waiting::Stage;

/// Under which the digest of the last line is kept.
const LATEST: &str = "latest";
/// Another tab may be writing, too; it is no more than two or three.
const ATTEMPTS: u32 = 8;

/// A visit, as this device has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// A random name.
    pub inspection: String,
    /// Where.
    pub shop: Shop,
    /// Why.
    pub purpose: String,
    /// The consignment that is looked at, where it is one.
    #[serde(default)]
    pub consignment: Option<Consignment>,
    /// Who began it: the member's identifier.
    pub inspector: String,
    /// When, RFC 3339.
    pub opened_at: String,
    /// When it was closed.
    pub closed_at: Option<String>,
    /// The line that closed it.
    #[serde(default)]
    pub closed_by: Option<Digest>,
    /// The last line's number.
    pub sequence: u64,
    /// The last line's digest.
    pub last: Option<Digest>,
}

/// A line, and how far it has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The inspection.
    pub inspection: String,
    /// Its number.
    pub sequence: u64,
    /// The entry as it was signed.
    pub line: Line,
    /// How far.
    pub stage: Stage,
    /// The server's word that it had it.
    pub witness: Option<Witness>,
    /// Why the server did not take it.
    pub refused: Option<String>,
}

impl Kept {
    /// Its key in the store: in order of inspections and numbers.
    pub fn key(&self) -> String {
        key(&self.inspection, self.sequence)
    }

    /// What it says.
    pub fn entry(&self) -> Option<Entry> {
        self.line.read().ok()
    }
}

/// How far a picture has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhotoKept {
    /// Of the picture.
    pub sha256: Digest,
    /// Of the inspection that names it.
    pub inspection: String,
    /// Its size.
    pub bytes: u64,
    /// How much of it the server has.
    pub sent: u64,
    /// How far.
    pub stage: Stage,
    /// Why the server did not take it.
    pub refused: Option<String>,
    /// Whether its bytes were taken away from this phone, since the server has them.
    #[serde(default)]
    pub is_cleared: bool,
}

/// A picture to be kept with a line.
#[derive(Clone)]
pub struct Picture {
    /// As the entry names it.
    pub photo: evidence::Photo,
    /// Its bytes.
    pub blob: JsValue,
}

/// Why something was not written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalError {
    /// The store.
    Store(StoreError),
    /// The browser would not sign.
    Sign,
}

impl From<StoreError> for JournalError {
    fn from(error: StoreError) -> JournalError {
        JournalError::Store(error)
    }
}

/// What every entry says beside the act.
pub struct Hand<'a> {
    /// The device.
    pub device: &'a Device,
    /// The member's identifier.
    pub inspector: &'a str,
    /// How far the device's clock is ahead of the server's, in milliseconds.
    pub ahead_ms: Option<i64>,
}

/// Begins a visit with its first line.
///
/// # Errors
/// [`JournalError`]; nothing is kept then.
pub async fn open(
    store: &Store,
    hand: &Hand<'_>,
    inspection: String,
    opening: Act,
) -> Result<(Visit, Kept), JournalError> {
    let Act::Opened {
        shop,
        purpose,
        consignment,
        ..
    } = &opening
    else {
        return Err(JournalError::Sign);
    };
    let visit = Visit {
        inspection,
        shop: shop.clone(),
        purpose: purpose.clone(),
        consignment: consignment.clone(),
        inspector: hand.inspector.to_owned(),
        opened_at: app::browser::page::now(),
        closed_at: None,
        closed_by: None,
        sequence: 0,
        last: None,
    };
    append(store, hand, visit, opening, Vec::new()).await
}

/// Visits, and the codes whose checks were written down in them.
pub fn checked(lines: &[Kept]) -> HashSet<(String, String)> {
    let codes = lines.iter().filter_map(|kept| match kept.entry()?.act {
        Act::Checked(judged) => Some((kept.inspection.clone(), judged.code)),
        _ => None,
    });
    codes.collect()
}

/// The last line that this device wrote in any visit.
pub async fn latest(store: &Store) -> Option<Digest> {
    store.json(Shelf::Device, LATEST).await
}

/// Writes the next line of a visit: signed, chained, and kept together with its pictures.
///
/// # Errors
/// [`JournalError`]; nothing is kept then.
pub async fn append(
    store: &Store,
    hand: &Hand<'_>,
    mut visit: Visit,
    act: Act,
    pictures: Vec<Picture>,
) -> Result<(Visit, Kept), JournalError> {
    for _ in 0..ATTEMPTS {
        // Another tab of this device may have gone on with the same visit.
        if let Some(known) = store.json::<Visit>(Shelf::Visits, &visit.inspection).await {
            visit = known;
        }
        let at = app::browser::page::now();
        let entry = Entry {
            format: FORMAT.to_owned(),
            inspection: visit.inspection.clone(),
            device: hand.device.id(),
            sequence: visit.sequence + 1,
            previous: visit.last,
            at: at.clone(),
            ahead_ms: hand.ahead_ms,
            inspector: hand.inspector.to_owned(),
            place: place::now(),
            act: act.clone(),
        };
        let entry = serde_json::to_string(&entry).map_err(|_| JournalError::Sign)?;
        let signature = hand.device.signed(&entry).await.ok_or(JournalError::Sign)?;
        let line = Line { entry, signature };
        let mut next = visit.clone();
        next.sequence += 1;
        next.last = Some(line.digest());
        match &act {
            Act::Closed { .. } => {
                next.closed_at = Some(at);
                next.closed_by = next.last;
            }
            // It was a mistake: one goes on.
            Act::Withdrawn { of } if next.closed_by == Some(*of) => {
                next.closed_at = None;
                next.closed_by = None;
            }
            _ => {}
        }
        let kept = Kept {
            inspection: next.inspection.clone(),
            sequence: next.sequence,
            line,
            stage: Stage::Here,
            witness: None,
            refused: None,
        };
        let mut things = vec![
            Put::json(Shelf::Lines, &kept.key(), &kept).if_absent(),
            Put::json(Shelf::Visits, &next.inspection, &next),
            Put::json(Shelf::Device, LATEST, &next.last),
        ];
        for picture in &pictures {
            let photo = PhotoKept {
                sha256: picture.photo.sha256,
                inspection: next.inspection.clone(),
                bytes: picture.photo.bytes,
                sent: 0,
                stage: Stage::Here,
                refused: None,
                is_cleared: false,
            };
            let name = photo.sha256.to_string();
            things.push(Put::raw(Shelf::Pictures, &name, picture.blob.clone()));
            things.push(Put::json(Shelf::Photos, &name, &photo));
        }
        match store.put(things).await {
            Ok(()) => return Ok((next, kept)),
            Err(StoreError::Taken) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Taken.into())
}

fn key(inspection: &str, sequence: u64) -> String {
    format!("{inspection}/{sequence:08}")
}
