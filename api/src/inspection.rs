//! Inspections: lines that devices signed → chains that hold, and what the lines tell.

use evidence::{Act, Broken, Chain, DeviceKey, Digest, Entry, Line, photos};
use trace::Instant;

use crate::{
    clock::parse_rfc3339,
    error::ApiError,
    inspection_report::entries,
    organisation::Organisation,
    store::{self, Inspection, InspectionLine, Tx},
};

/// How much of inspections is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::Args)]
pub struct InspectionLimits {
    /// How much room the photographs of one organisation's inspections may take up, in megabytes.
    #[arg(
        long = "limit-inspection-photos",
        env = "TOUCHSTONE_LIMIT_INSPECTION_PHOTOS",
        default_value_t = InspectionLimits::default().photos_mb,
        value_name = "MB"
    )]
    pub photos_mb: u32,
}

impl Default for InspectionLimits {
    fn default() -> InspectionLimits {
        InspectionLimits { photos_mb: 50_000 }
    }
}

/// What became of lines that were sent.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The last of them, as it is kept.
    pub last: InspectionLine,
    /// Where its chain ends.
    pub head: InspectionLine,
    /// When the device was locked, where it is.
    pub locked_at: Option<Instant>,
    /// How many of them were not here before.
    pub added: usize,
}

/// How lines came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    /// From their device, now.
    Sent,
    /// Out of an export, with what was known of them when they were sent.
    Restored {
        /// Whether the device was locked then.
        after_lock: bool,
        /// Whether their inspector was no member of the organisation then.
        is_strangers: bool,
    },
}

/// Takes lines of one chain that came at a moment, all or none; nothing is written unless all of them
/// hold. Those that are here already are the same, or refused.
pub fn take(
    tx: &Tx<'_>,
    organisation: &Organisation,
    lines: &[Line],
    coming: Coming,
    at: Instant,
) -> store::Result<Result<Taken, ApiError>> {
    let first = match lines.first().map(Line::read) {
        Some(Ok(first)) => first,
        Some(Err(error)) => return Ok(Err(wrong(&error.to_string()))),
        None => return Ok(Err(wrong("there are none"))),
    };
    let device = tx.device(&first.device.0)?;
    let Some(device) = device.filter(|device| device.organisation == organisation.id) else {
        return Ok(Err(ApiError::NoDevice));
    };
    let key = match DeviceKey::from_text(&device.public_key) {
        Ok(key) => key,
        Err(error) => return Ok(Err(ApiError::Internal(error.into()))),
    };
    let name = &first.inspection;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if !(1..=64).contains(&name.len()) || !name.chars().all(is_name) {
        let told = "an inspection's name has 1 to 64 letters, digits and hyphens";
        return Ok(Err(wrong(told)));
    }
    let known = tx.inspection(name)?;
    if known
        .as_ref()
        .is_some_and(|known| known.organisation != organisation.id)
    {
        let told = "an inspection of this name is another organisation's";
        return Ok(Err(ApiError::Chain(told.to_owned())));
    }
    let head = tx.last_inspection_line(name, &device.id)?;
    let mut chain = head.as_ref().map_or_else(Chain::default, |head| Chain {
        sequence: head.sequence,
        last: Some(Digest(head.digest)),
    });
    let mut told = known;
    let mut last = None;
    let mut new = Vec::new();
    for line in lines {
        let entry = match line.read() {
            Ok(entry) => entry,
            Err(error) => return Ok(Err(wrong(&error.to_string()))),
        };
        if entry.inspection == *name && entry.sequence <= chain.sequence && entry.sequence > 0 {
            // It came before: the same line is answered as it was then.
            let mut taken = new.iter().map(|(kept, _): &(InspectionLine, _)| kept);
            let kept = match taken.find(|kept| kept.sequence == entry.sequence) {
                Some(kept) => Some(kept.clone()),
                None => tx.inspection_line(name, &device.id, entry.sequence)?,
            };
            match kept.filter(|kept| kept.digest == line.digest().0) {
                Some(kept) => last = Some(kept),
                None => return Ok(Err(fork(entry.sequence))),
            }
            continue;
        }
        let entry = match chain.take(line, &key, name) {
            Ok(entry) => entry,
            Err(Broken::Line { error, .. }) => return Ok(Err(wrong(&error.to_string()))),
            Err(broken) => return Ok(Err(ApiError::Chain(broken.to_string()))),
        };
        let Some(written) = parse_rfc3339(&entry.at) else {
            return Ok(Err(wrong("an entry's time is no RFC 3339")));
        };
        told = match after(told, &entry, written, organisation, at) {
            Some(told) => Some(told),
            None => {
                let told = "an inspection begins with its opening, on the device that opened it";
                return Ok(Err(ApiError::Chain(told.to_owned())));
            }
        };
        if let (Act::Withdrawn { of }, Some(told)) = (&entry.act, &mut told)
            && is_closing(tx, name, *of, &new)?
        {
            told.is_closed = false;
        }
        let (after_lock, is_strangers) = match coming {
            Coming::Sent => (
                device.locked_at.is_some(),
                !is_member(tx, organisation, &entry.inspector)?,
            ),
            Coming::Restored {
                after_lock,
                is_strangers,
            } => (after_lock, is_strangers),
        };
        let kept = InspectionLine {
            inspection: name.clone(),
            device: device.id,
            sequence: entry.sequence,
            digest: line.digest().0,
            entry: line.entry.clone(),
            signature: line.signature.clone(),
            received_at: at,
            after_lock,
            is_strangers,
        };
        new.push((kept, photos(&entry.act)));
    }
    if let (Some(told), false) = (&told, new.is_empty()) {
        tx.put_inspection(told)?;
    }
    for (kept, named) in &new {
        tx.add_inspection_line(kept)?;
        for digest in named {
            tx.name_inspection_photo(&organisation.id, &digest.0, name)?;
        }
    }
    if coming == Coming::Sent {
        tx.see_device(&device.id, at)?;
    }
    let added = new.len();
    let last = new.pop().map(|(kept, _)| kept).or(last);
    let head = tx.last_inspection_line(name, &device.id)?;
    Ok(match (last, head) {
        (Some(last), Some(head)) => Ok(Taken {
            last,
            head,
            locked_at: device.locked_at,
            added,
        }),
        _ => Err(wrong("there are none")),
    })
}

/// Whether a line of an inspection is its end: who takes that back goes on with it.
fn is_closing(
    tx: &Tx<'_>,
    inspection: &str,
    digest: Digest,
    new: &[(InspectionLine, Vec<Digest>)],
) -> store::Result<bool> {
    let is_it = |line: &InspectionLine, entry: &Entry| {
        line.digest == digest.0 && matches!(entry.act, Act::Closed { .. })
    };
    let new: Vec<InspectionLine> = new.iter().map(|(line, _)| line.clone()).collect();
    let is_new = entries(&new).any(|(line, entry)| is_it(line, &entry));
    Ok(is_new
        || entries(&tx.inspection_lines(inspection)?).any(|(line, entry)| is_it(line, &entry)))
}

/// Whether somebody works for an organisation now. Who signed a phone in need not be who sends its lines:
/// a phone that is passed on sends those of others, too.
fn is_member(tx: &Tx<'_>, organisation: &Organisation, staff: &str) -> store::Result<bool> {
    let found = tx.staff(staff)?;
    Ok(found.is_some_and(|staff| staff.organisation == organisation.id))
}

/// What is told of an inspection after one more entry; `None` for one that has not begun.
fn after(
    told: Option<Inspection>,
    entry: &Entry,
    at: Instant,
    organisation: &Organisation,
    now: Instant,
) -> Option<Inspection> {
    let mut told = match (told, &entry.act) {
        (Some(told), _) => told,
        (None, Act::Opened { purpose, shop, .. }) => Inspection {
            id: entry.inspection.clone(),
            organisation: organisation.id.clone(),
            inspector: entry.inspector.clone(),
            purpose: purpose.clone(),
            shop: shop.name.clone(),
            address: shop.address.clone(),
            point: entry.place.map(|place| [place.latitude, place.longitude]),
            opened_at: at,
            last_at: at,
            is_closed: false,
            checks: 0,
            findings: 0,
            received_at: now,
            heard_at: now,
        },
        (None, _) => return None,
    };
    // Out of an export the chains of several devices come one after the other.
    told.received_at = told.received_at.min(now);
    told.heard_at = told.heard_at.max(now);
    told.last_at = told.last_at.max(at);
    match entry.act {
        Act::Checked(_) => told.checks += 1,
        Act::Found(_) => told.findings += 1,
        Act::Closed { .. } => told.is_closed = true,
        _ => {}
    }
    Some(told)
}

/// Forgets one inspection that was last heard of before a moment, with what was said about it and its
/// photographs; `false` where there is none. A photograph that was asked for since, or that another one names,
/// stays.
pub fn forget_one(tx: &Tx<'_>, before: Instant) -> store::Result<bool> {
    let Some((id, organisation)) = tx.inspection_before(before)? else {
        return Ok(false);
    };
    let lines = tx.inspection_lines(&id)?;
    tx.forget_inspection(&id)?;
    for (_, entry) in entries(&lines) {
        for digest in photos(&entry.act) {
            tx.forget_inspection_photo(&organisation, &digest.0, before)?;
        }
    }
    Ok(true)
}

/// Forgets one photograph that no entry names and that was last asked for before a moment; `false` where
/// there is none.
pub fn forget_unnamed(tx: &Tx<'_>, before: Instant) -> store::Result<bool> {
    let Some((organisation, sha256)) = tx.unnamed_photo(before)? else {
        return Ok(false);
    };
    // What is noted is an index: a node of an earlier version takes lines without it.
    match tx.inspection_that_says(&organisation, &Digest(sha256).to_string())? {
        Some(inspection) => tx.name_inspection_photo(&organisation, &sha256, &inspection)?,
        None => tx.drop_inspection_photo(&organisation, &sha256)?,
    }
    Ok(true)
}

fn wrong(detail: &str) -> ApiError {
    ApiError::Field {
        field: "lines",
        detail: detail.to_owned(),
    }
}

fn fork(sequence: u64) -> ApiError {
    ApiError::Chain(format!(
        "line {sequence} is here already, and is another one: one of them was replaced"
    ))
}
