//! The sealed report of an inspection: its chains, witnesses and photographs in one archive, with a
//! table for people.

use std::collections::BTreeMap;

use app::Words;
use evidence::{Act, Contents, Digest, Entry, Line, chain_file, photos};
use trace::Instant;

use crate::{
    clock::rfc3339_ms,
    error::ApiError,
    http::inspect::entries::statement,
    inspection_event,
    inspection_pdf::pdf,
    inspection_said::Lexicon,
    picture::photo_type,
    seal_key::SealKey,
    store::{self, Db, InspectionLine},
};

/// What a report is made of.
#[derive(Debug)]
pub struct Gathered {
    inspection: String,
    lines: Vec<InspectionLine>,
    /// Names and public keys, in the order of the chains.
    devices: Vec<(String, String)>,
    photos: BTreeMap<Digest, Vec<u8>>,
    lexicon: Lexicon,
}

/// The entries of an inspection, each with its line.
pub fn entries(lines: &[InspectionLine]) -> impl Iterator<Item = (&InspectionLine, Entry)> {
    lines.iter().filter_map(|line| {
        let entry = Line {
            entry: line.entry.clone(),
            signature: line.signature.clone(),
        };
        // Only entries get in.
        Some((line, entry.read().ok()?))
    })
}

/// Reads everything that belongs to an organisation's inspection; `None` where there is none.
pub fn gather(
    db: &Db<'_>,
    organisation: &str,
    id: &str,
    words: Words,
) -> store::Result<Option<Gathered>> {
    let found = db.inspection(id)?;
    if found.is_none_or(|found| found.organisation != organisation) {
        return Ok(None);
    }
    let lines = db.inspection_lines(id)?;
    let mut devices: Vec<(String, String)> = Vec::new();
    let mut last = None;
    for line in &lines {
        if last != Some(line.device)
            && let Some(device) = db.device(&line.device)?
        {
            devices.push((device.name, device.public_key));
        }
        last = Some(line.device);
    }
    let mut found = BTreeMap::new();
    for (_, entry) in entries(&lines) {
        for digest in photos(&entry.act) {
            let photo = db.inspection_photo(organisation, &digest.0)?;
            if photo.is_some_and(|photo| photo.done_at.is_some()) {
                let bytes = db.inspection_photo_bytes(organisation, &digest.0)?;
                found.insert(digest, bytes);
            }
        }
    }
    Ok(Some(Gathered {
        inspection: id.to_owned(),
        lexicon: Lexicon::of(db, organisation, &lines, words)?,
        lines,
        devices,
        photos: found,
    }))
}

impl Gathered {
    /// The archive.
    ///
    /// # Errors
    /// [`ApiError::Internal`] where it can't be put together.
    pub fn sealed(self, key: &SealKey, origin: &str, now: Instant) -> Result<Vec<u8>, ApiError> {
        let signer = key.signer()?;
        let mut chains: BTreeMap<[u8; 32], String> = BTreeMap::new();
        let mut witnesses = String::new();
        for (at, line) in self.lines.iter().enumerate() {
            let text = Line {
                entry: line.entry.clone(),
                signature: line.signature.clone(),
            };
            let chain = chains.entry(line.device).or_default();
            chain.push_str(&text.to_text());
            chain.push('\n');
            // A witness covers all that came with it: one for each time at which something came.
            let next = self.lines.get(at + 1);
            let is_last = next.is_none_or(|next| {
                next.device != line.device || next.received_at != line.received_at
            });
            if is_last {
                witnesses.push_str(&signer.witness(&statement(line)).to_text());
                witnesses.push('\n');
            }
        }
        let mut files: Vec<(String, Vec<u8>)> = chains
            .into_iter()
            .map(|(device, text)| (chain_file(Digest(device)), text.into_bytes()))
            .collect();
        files.push(("witnesses.jsonl".to_owned(), witnesses.into_bytes()));
        files.push(("entries.csv".to_owned(), csv(&self.lines, &self.lexicon)?));
        let made_at = rfc3339_ms(now).unwrap_or_default();
        let events = inspection_event::document(&self.lines, &made_at);
        files.push(("events.jsonld".to_owned(), events.to_string().into_bytes()));
        let pages = pdf(
            &self.inspection,
            &self.lines,
            &self.devices,
            &self.photos,
            origin,
            &self.lexicon,
        )?;
        files.push(("report.pdf".to_owned(), pages));
        for (digest, bytes) in self.photos {
            let ending = match photo_type(&bytes) {
                Some("image/png") => "png",
                Some("image/webp") => "webp",
                _ => "jpg",
            };
            files.push((format!("photos/{digest}.{ending}"), bytes));
        }
        let contents = Contents::new(self.inspection, origin.to_owned(), made_at, self.devices);
        signer
            .seal(&contents, files)
            .map_err(|error| ApiError::Internal(error.into()))
    }

    /// Its entries as a table (RFC 4180).
    pub fn csv(&self) -> Result<Vec<u8>, ApiError> {
        csv(&self.lines, &self.lexicon)
    }
}

/// A row an entry: when by the device's clock and by the server's, where, by whom, what; then the same in
/// words, and what a reader should know beside it.
fn csv(lines: &[InspectionLine], lexicon: &Lexicon) -> Result<Vec<u8>, ApiError> {
    let broken = |error: csv::Error| ApiError::Internal(error.into());
    let mut table = csv::Writer::from_writer(Vec::new());
    let head = [
        "device",
        "sequence",
        "at",
        "received_at",
        "after_lock",
        "latitude",
        "longitude",
        "accuracy_m",
        "inspector",
        "kind",
        "code",
        "answer",
        "reason",
        "severity",
        "quantity",
        "note",
        "photos",
        "inspector_name",
        "said",
        "marks",
    ];
    table.write_record(head).map_err(broken)?;
    for (line, entry) in entries(lines) {
        let place = entry.place;
        let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
        let mut row = vec![
            entry.device.to_string(),
            entry.sequence.to_string(),
            entry.at.clone(),
            rfc3339_ms(line.received_at).unwrap_or_default(),
            line.after_lock.to_string(),
            number(place.map(|place| place.latitude)),
            number(place.map(|place| place.longitude)),
            number(place.map(|place| place.accuracy_m)),
            entry.inspector.clone(),
        ];
        row.extend(cells(&entry.act));
        let said = lexicon.say(line, &entry);
        row.push(said.by);
        row.push(format!("{}: {}", said.what, said.parts.join(" · ")));
        row.push(said.marks.join(" "));
        let row: Vec<String> = row.into_iter().map(harmless).collect();
        table.write_record(&row).map_err(broken)?;
    }
    table
        .into_inner()
        .map_err(|error| ApiError::Internal(anyhow::anyhow!("{error}")))
}

/// A spreadsheet takes what begins so for a formula.
pub(crate) fn harmless(cell: String) -> String {
    match cell.starts_with(['=', '+', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell,
    }
}

/// Kind, code, answer, reason, severity, quantity, note, photographs.
#[must_use]
pub fn cells(act: &Act) -> [String; 8] {
    let none = String::new;
    let listed = || {
        let names: Vec<String> = photos(act).iter().map(Digest::to_string).collect();
        names.join(" ")
    };
    let kebab = |value: serde_json::Result<serde_json::Value>| {
        let value = value.ok();
        let text = value.as_ref().and_then(|value| value.as_str());
        text.unwrap_or_default().to_owned()
    };
    match act {
        Act::Opened { purpose, shop, .. } => [
            "opened".to_owned(),
            none(),
            none(),
            purpose.clone(),
            none(),
            none(),
            format!("{}, {}", shop.name, shop.address),
            none(),
        ],
        Act::Checked(judged) => [
            "checked".to_owned(),
            judged.code.clone(),
            judged.answer.clone(),
            none(),
            none(),
            none(),
            judged.as_of.clone(),
            none(),
        ],
        Act::Rechecked { now, differs, .. } => [
            "rechecked".to_owned(),
            now.code.clone(),
            now.answer.clone(),
            if *differs {
                "differs".to_owned()
            } else {
                none()
            },
            none(),
            none(),
            now.as_of.clone(),
            none(),
        ],
        Act::Found(finding) => [
            "found".to_owned(),
            finding.code.clone().unwrap_or_default(),
            none(),
            finding.reason.clone(),
            kebab(serde_json::to_value(finding.severity)),
            finding.quantity.to_string(),
            finding.note.clone(),
            listed(),
        ],
        Act::Withdrawn { of } => [
            "withdrawn".to_owned(),
            none(),
            none(),
            none(),
            none(),
            none(),
            of.to_string(),
            none(),
        ],
        Act::Custody(custody) => [
            kebab(serde_json::to_value(custody.what)),
            custody.items.join(" "),
            custody.seal.clone(),
            custody.ground.clone(),
            none(),
            custody.quantity.to_string(),
            format!("{} → {}. {}", custody.from, custody.to, custody.note),
            listed(),
        ],
        Act::Counted(counted) => [
            "counted".to_owned(),
            counted.gtin.clone(),
            counted.lot.clone().unwrap_or_default(),
            if counted.out_of_order {
                "out-of-order".to_owned()
            } else {
                none()
            },
            none(),
            counted.quantity.to_string(),
            counted.expiry.clone().unwrap_or_default(),
            none(),
        ],
        Act::Decided {
            decision,
            ground,
            note,
            consignment,
        } => [
            "decided".to_owned(),
            consignment
                .as_ref()
                .map_or_else(none, |consignment| consignment.id().to_owned()),
            kebab(serde_json::to_value(decision)),
            ground.clone(),
            none(),
            none(),
            note.clone(),
            none(),
        ],
        Act::Closed { note } => [
            "closed".to_owned(),
            none(),
            none(),
            none(),
            none(),
            none(),
            note.clone(),
            none(),
        ],
    }
}
