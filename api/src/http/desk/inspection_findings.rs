//! `/desk/inspections/findings`: what was found and done in all visits that a list was asked for, as a
//! page and as a table.

use app::{
    Words,
    pages::desk::{FindingRow, Findings},
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
};
use evidence::{Act, CustodyKind, Decision};

use super::{
    Desk,
    inspections::{Asked, file},
};
use crate::{
    error::ApiError,
    inspection_report::{cells, entries, harmless},
    inspection_said::Lexicon,
    role::Permission,
    state::{App, Shared},
    store::{self, Db, Inspection},
};

/// Visits that are looked through at once, the newest.
const VISITS: i64 = 500;

/// The page.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    let (asked, found, is_cut) = found(&app, &desk, query).await?;
    let shown = Findings {
        rows: found.into_iter().map(|found| found.row).collect(),
        table: format!("/desk/inspections/findings.csv?all={}", asked.fields()),
        is_cut,
    };
    let page = app::pages::desk::inspection_findings(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// The same as a table (RFC 4180).
pub async fn csv(
    State(app): State<Shared>,
    desk: Desk,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    let (_, found, _) = found(&app, &desk, query).await?;
    let broken = |error: csv::Error| ApiError::Internal(error.into());
    let mut table = csv::Writer::from_writer(Vec::new());
    let head = [
        "inspection",
        "shop",
        "address",
        "opened_at",
        "at",
        "inspector_name",
        "kind",
        "code",
        "answer",
        "reason",
        "severity",
        "quantity",
        "note",
        "photos",
        "said",
        "marks",
        "follow_up",
        "assignee",
    ];
    table.write_record(head).map_err(broken)?;
    for Found { row, cells, visit } in found {
        let [kind, code, answer, reason, severity, quantity, note, photos] = cells;
        let (state, assignee) = row.follow;
        let cells = [
            row.inspection,
            visit.shop,
            visit.address,
            row.opened_at,
            row.at,
            row.by,
            kind,
            code,
            answer,
            reason,
            severity,
            quantity,
            note,
            photos,
            format!("{}: {}", row.what, row.parts.join(" · ")),
            row.marks.join(" "),
            state,
            assignee,
        ];
        let cells = cells.map(harmless);
        table.write_record(cells).map_err(broken)?;
    }
    let bytes = table
        .into_inner()
        .map_err(|error| ApiError::Internal(anyhow::anyhow!("{error}")))?;
    file(bytes, "text/csv; charset=utf-8", "findings.csv")
}

/// A finding, with what a table says of it beside.
struct Found {
    row: FindingRow,
    cells: [String; 8],
    visit: Inspection,
}

/// What was asked for, what was found, and whether there are more visits than were looked through.
async fn found(
    app: &App,
    desk: &Desk,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<(Asked, Vec<Found>, bool), ApiError> {
    desk.need(Permission::Inspections)?;
    let Query(asked) = query.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let wanted = asked.wanted()?;
    let read = app.store.read(|db| {
        let visits = db.inspections_of(&desk.organisation.id, &wanted, VISITS)?;
        let is_cut = visits.len() as i64 == VISITS;
        let mut found = Vec::new();
        for visit in &visits {
            found.extend(of_visit(db, visit, desk.visitor.words)?);
        }
        Ok((found, is_cut))
    });
    let (found, is_cut) = read.await?;
    Ok((asked, found, is_cut))
}

fn of_visit(db: &Db<'_>, visit: &Inspection, words: Words) -> store::Result<Vec<Found>> {
    let lines = db.inspection_lines(&visit.id)?;
    let lexicon = Lexicon::of(db, &visit.organisation, &lines, words)?;
    let follow = match db.follow_ups(&visit.id)?.into_iter().next() {
        Some(word) => {
            let assignee = word.assignee.unwrap_or_default();
            let name = db.member_name(&visit.organisation, &assignee)?;
            let state = if word.is_done { "done" } else { "open" };
            (state.to_owned(), name.unwrap_or(assignee))
        }
        None => Default::default(),
    };
    let opened_at = wire::convert::rfc3339(visit.opened_at);
    let found = entries(&lines).filter(|(_, entry)| is_told(&entry.act));
    let found = found.map(|(line, entry)| {
        let said = lexicon.say(line, &entry);
        Found {
            cells: cells(&entry.act),
            visit: visit.clone(),
            row: FindingRow {
                inspection: visit.id.clone(),
                shop: visit.shop.clone(),
                opened_at: opened_at.clone(),
                at: entry.at,
                by: said.by,
                what: said.what,
                parts: said.parts,
                marks: said.marks,
                follow: follow.clone(),
            },
        }
    });
    Ok(found.collect())
}

/// What is wrong, and what was taken or held for it.
fn is_told(act: &Act) -> bool {
    match act {
        Act::Found(_) => true,
        Act::Custody(custody) => custody.what != CustodyKind::HandOver,
        Act::Decided { decision, .. } => *decision != Decision::Release,
        _ => false,
    }
}
