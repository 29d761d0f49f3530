//! `/desk/inspections`: what the inspectors of one's organisation found, and the sealed report of it.

use app::pages::desk::{
    ChainShown, EntryShown, FollowShown, InspectionFilter, InspectionRow, InspectionShown,
};
use axum::{
    extract::{Path, Query, State, rejection::QueryRejection},
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use evidence::{Chain, DeviceKey, Digest, Line, photos};
use gs1::Date;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use trace::Instant;
use wire::convert::rfc3339;

use super::{
    Desk, back,
    sent::{Chosen, Sent},
};
use crate::{
    error::ApiError,
    inspection_event,
    inspection_report::{self, Gathered},
    inspection_said::Lexicon,
    inspection_totals::totals,
    role::Permission,
    seal_key,
    state::{App, Shared},
    store::{self, Db, FollowUp, Inspection, InspectionLine, InspectionsWanted},
    submission,
};

/// Inspections of one page.
const PAGE: i64 = 50;

/// Which inspections; what is empty is not asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Opened before that, in milliseconds since 1970.
    before: Option<i64>,
    /// Somewhere in shop, address or purpose.
    q: String,
    /// `open` or `closed`.
    state: String,
    /// `on`: those alone in which something was found.
    found: String,
    /// The member who opened it.
    inspector: String,
    /// `YYYY-MM-DD`.
    since: String,
    /// `YYYY-MM-DD`, that day included.
    until: String,
    /// `open` where something is to be done, `done` where somebody said that it is.
    follow: String,
    /// The member who looks after it.
    assignee: String,
}

/// A day in milliseconds.
const DAY_MS: i64 = 24 * 3600 * 1000;

impl Asked {
    pub(super) fn wanted(&self) -> Result<InspectionsWanted, ApiError> {
        let since = day("since", &self.since)?.unwrap_or(0);
        let until = day("until", &self.until)?.map(|day| day + DAY_MS);
        let before = self
            .before
            .unwrap_or(i64::MAX)
            .min(until.unwrap_or(i64::MAX));
        Ok(InspectionsWanted {
            before: Instant(before),
            since: Instant(since),
            is_closed: match self.state.as_str() {
                "open" => Some(false),
                "closed" => Some(true),
                _ => None,
            },
            has_findings: !self.found.is_empty(),
            inspector: Some(self.inspector.clone()).filter(|inspector| !inspector.is_empty()),
            text: self.q.clone(),
            is_done: match self.follow.as_str() {
                "open" => Some(false),
                "done" => Some(true),
                _ => None,
            },
            assignee: Some(self.assignee.clone()).filter(|assignee| !assignee.is_empty()),
        })
    }

    /// The address of the same list from another moment on.
    fn older(&self, before: Instant) -> String {
        format!("/desk/inspections?before={}{}", before.0, self.fields())
    }

    /// What is asked for, as a query has it, each with `&` before it.
    pub(super) fn fields(&self) -> String {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let fields = [
            ("q", &self.q),
            ("state", &self.state),
            ("found", &self.found),
            ("inspector", &self.inspector),
            ("since", &self.since),
            ("until", &self.until),
            ("follow", &self.follow),
            ("assignee", &self.assignee),
        ];
        let asked = fields.iter().filter(|(_, value)| !value.is_empty());
        asked
            .map(|(name, value)| format!("&{name}={}", encode(value)))
            .collect()
    }
}

/// The first moment of a day in UTC; `None` for none.
fn day(field: &'static str, text: &str) -> Result<Option<i64>, ApiError> {
    if text.is_empty() {
        return Ok(None);
    }
    let date: Date = text.parse().map_err(|_| ApiError::Field {
        field,
        detail: "write a day as 2026-11-24".to_owned(),
    })?;
    Ok(Some(i64::from(date.days()) * DAY_MS))
}

/// The list.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspections)?;
    let Query(asked) = query.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let wanted = asked.wanted()?;
    let read = app.store.read(|db| {
        let organisation = &desk.organisation.id;
        let found = db.inspections_of(organisation, &wanted, PAGE)?;
        let older = found.last().filter(|_| found.len() as i64 == PAGE);
        let older = older.map(|last| asked.older(last.opened_at));
        let rows: store::Result<Vec<InspectionRow>> =
            found.iter().map(|found| row(db, found)).collect();
        let members = db.members(organisation)?;
        let members = members.into_iter().map(|member| (member.id, member.name));
        Ok((rows?, older, members.collect()))
    });
    let (rows, older, members) = read.await?;
    let filter = InspectionFilter {
        findings: format!("/desk/inspections/findings?all={}", asked.fields()),
        follow: asked.follow,
        assignee: asked.assignee,
        text: asked.q,
        state: asked.state,
        has_findings: !asked.found.is_empty(),
        inspector: asked.inspector,
        since: asked.since,
        until: asked.until,
        members,
    };
    let page = app::pages::desk::inspections(&desk.view(&app)?, rows, older, filter);
    Ok(desk.show(&app, &page))
}

/// What is said about one.
#[derive(Debug, Deserialize)]
pub struct Word {
    id: String,
    /// `open` or `done`.
    state: String,
    /// A member; empty for nobody.
    #[serde(default)]
    assignee: String,
    #[serde(default)]
    note: String,
}

/// Says what is to be done about one, and who looks after it.
pub async fn follow_up(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Word>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspections)?;
    let note = submission::short_text("note", Some(&form.note), 1000)?.unwrap_or_default();
    let (organisation, staff) = (desk.organisation.id.clone(), desk.staff.id.clone());
    let path = format!("/desk/inspections/{}", form.id);
    desk.act(&app, Some(Permission::Inspections), move |tx, now| {
        let found = tx.inspection(&form.id)?;
        if found.is_none_or(|found| found.organisation != organisation) {
            return Ok(Err(ApiError::NotFound));
        }
        let assignee = Some(form.assignee.clone()).filter(|assignee| !assignee.is_empty());
        let members = tx.members(&organisation)?;
        let is_member = |id: &String| members.iter().any(|member| member.id == *id);
        if !assignee.iter().all(is_member) {
            return Ok(Err(ApiError::Field {
                field: "assignee",
                detail: "it is no member of this organisation; choose one of the list".to_owned(),
            }));
        }
        let before = tx.follow_ups(&form.id)?;
        tx.add_follow_up(&FollowUp {
            inspection: form.id.clone(),
            number: before.first().map_or(1, |last| last.number + 1),
            is_done: form.state == "done",
            assignee,
            note: note.clone(),
            written_by: staff.clone(),
            written_at: now,
        })?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back(&path))
}

/// What became of events that were just told.
#[derive(Debug, Deserialize)]
pub struct Told {
    new: Option<u64>,
    known: Option<u64>,
    refused: Option<u64>,
}

/// One.
pub async fn one(
    State(app): State<Shared>,
    desk: Desk,
    Path(id): Path<String>,
    told: Result<Query<Told>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspections)?;
    let Query(told) = told.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let told = told.new.zip(told.known).zip(told.refused);
    let organisation = &desk.organisation.id;
    let read = app.store.read(|db| {
        let found = db.inspection(&id)?;
        let Some(found) = found.filter(|found| found.organisation == *organisation) else {
            return Ok(None);
        };
        let lines = db.inspection_lines(&id)?;
        let lexicon = Lexicon::of(db, organisation, &lines, desk.visitor.words)?;
        Ok(Some(InspectionShown {
            row: row(db, &found)?,
            totals: totals(&lines, &lexicon),
            chains: chains(db, organisation, &lines, &lexicon)?,
            follow_ups: follow_ups(db, &id)?,
            members: db
                .members(organisation)?
                .into_iter()
                .map(|member| (member.id, member.name))
                .collect(),
            may_tell: desk.organisation.brand().is_some(),
            told: told.map(|((new, known), refused)| [new, known, refused]),
        }))
    });
    let shown = read.await?.ok_or(ApiError::NotFound)?;
    let page = app::pages::desk::inspection(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// The sealed archive, which `touchstone evidence verify` checks.
pub async fn report(
    State(app): State<Shared>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, ApiError> {
    let gathered = gathered(&app, &desk, &id).await?;
    let key = seal_key::of(&app).await?;
    let origin = desk.visitor.origin.to_string();
    let bytes = gathered.sealed(&key.key, &origin, app.clock.now())?;
    file(bytes, "application/zip", &format!("{id}.zip"))
}

/// Its entries as a table.
pub async fn csv(
    State(app): State<Shared>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, ApiError> {
    let gathered = gathered(&app, &desk, &id).await?;
    file(
        gathered.csv()?,
        "text/csv; charset=utf-8",
        &format!("{id}.csv"),
    )
}

/// Tells the trade which of the brand's packs were looked at and taken, once.
pub async fn tell(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspections)?;
    let (brand, id) = (desk.brand()?.to_owned(), form.id);
    let path = format!("/desk/inspections/{id}");
    let told = desk
        .act(&app, Some(Permission::Inspections), move |tx, now| {
            let found = tx.inspection(&id)?;
            if found.is_none_or(|found| found.organisation != brand) {
                return Ok(Err(ApiError::NotFound));
            }
            let lines = tx.inspection_lines(&id)?;
            inspection_event::tell(tx, &brand, &id, &lines, now).map(Ok)
        })
        .await?;
    let (new, known, refused) = (told.new, told.known, told.refused);
    Ok(back(&format!(
        "{path}?new={new}&known={known}&refused={refused}"
    )))
}

async fn gathered(app: &App, desk: &Desk, id: &str) -> Result<Gathered, ApiError> {
    desk.need(Permission::Inspections)?;
    let organisation = &desk.organisation.id;
    let read = app
        .store
        .read(|db| inspection_report::gather(db, organisation, id, desk.visitor.words));
    read.await?.ok_or(ApiError::NotFound)
}

pub(super) fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Result<Response, ApiError> {
    // Names of inspections are letters, digits and hyphens.
    let name = HeaderValue::try_from(format!("attachment; filename=\"{name}\""))
        .map_err(|error| ApiError::Internal(error.into()))?;
    let kind = HeaderValue::from_static(kind);
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes).into_response())
}

/// What was said about one, the newest first.
fn follow_ups(db: &Db<'_>, inspection: &str) -> store::Result<Vec<FollowShown>> {
    let name = |id: &str| -> store::Result<String> {
        Ok(db.staff_name(id)?.unwrap_or_else(|| id.to_owned()))
    };
    let words = db.follow_ups(inspection)?.into_iter().map(|word| {
        let assignee = word.assignee.as_deref().map(&name).transpose()?;
        Ok(FollowShown {
            is_done: word.is_done,
            assignee: assignee.unwrap_or_default(),
            note: word.note,
            written_by: name(&word.written_by)?,
            written_at: rfc3339(word.written_at),
        })
    });
    words.collect()
}

fn row(db: &Db<'_>, found: &Inspection) -> store::Result<InspectionRow> {
    let inspector = db.member_name(&found.organisation, &found.inspector)?;
    Ok(InspectionRow {
        id: found.id.clone(),
        shop: found.shop.clone(),
        address: found.address.clone(),
        purpose: found.purpose.clone(),
        inspector: inspector.unwrap_or_else(|| found.inspector.clone()),
        opened_at: rfc3339(found.opened_at),
        heard_at: rfc3339(found.heard_at),
        is_closed: found.is_closed,
        checks: found.checks,
        findings: found.findings,
        point: found.point,
        follow: follow_ups(db, &found.id)?.into_iter().next(),
    })
}

/// Chain by chain, each held against its device's key anew.
fn chains(
    db: &Db<'_>,
    organisation: &str,
    lines: &[InspectionLine],
    lexicon: &Lexicon,
) -> store::Result<Vec<ChainShown>> {
    let mut chains = Vec::new();
    for of_device in lines.chunk_by(|a, b| a.device == b.device) {
        let Some(first) = of_device.first() else {
            continue;
        };
        let Some(device) = db.device(&first.device)? else {
            continue;
        };
        let broken = match DeviceKey::from_text(&device.public_key) {
            Err(error) => Some(error.to_string()),
            Ok(key) => {
                let mut chain = Chain::default();
                let each = of_device.iter().map(|line| Line {
                    entry: line.entry.clone(),
                    signature: line.signature.clone(),
                });
                each.map(|line| chain.take(&line, &key, &first.inspection))
                    .find_map(Result::err)
                    .map(|broken| broken.to_string())
            }
        };
        let mut entries = Vec::new();
        for (line, entry) in inspection_report::entries(of_device) {
            let mut here = Vec::new();
            for digest in photos(&entry.act) {
                here.push((digest.to_string(), is_here(db, organisation, &digest)?));
            }
            let said = lexicon.say(line, &entry);
            entries.push(EntryShown {
                at: entry.at.clone(),
                received_at: rfc3339(line.received_at),
                what: said.what,
                by: said.by,
                marks: said.marks,
                parts: said.parts,
                photos: here,
            });
        }
        chains.push(ChainShown {
            device: device.name,
            broken,
            entries,
        });
    }
    Ok(chains)
}

fn is_here(db: &Db<'_>, organisation: &str, digest: &Digest) -> store::Result<bool> {
    let photo = db.inspection_photo(organisation, &digest.0)?;
    Ok(photo.is_some_and(|photo| photo.done_at.is_some()))
}
