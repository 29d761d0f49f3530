//! `/desk/log`: who did what with one's own organisation's things.

use std::collections::BTreeMap;

use app::pages::desk::LogLine;
use axum::{
    extract::{OriginalUri, State},
    response::Response,
};
use wire::convert::rfc3339;

use super::{super::visitor::query_value, Desk};
use crate::{error::ApiError, role::Permission, state::Shared};

/// Lines a page.
const LINES: i64 = 50;

/// A page of the log, the newest first; `?before=` is where the last one ended.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, ApiError> {
    desk.need(Permission::AccessLog)?;
    let before = query_value(uri.query(), "before")
        .and_then(|text| text.parse().ok())
        .unwrap_or(i64::MAX);
    let own = &desk.organisation.id;
    let (lines, next) = app
        .store
        .read(|db| {
            let rows = db.access_log(own, before, LINES)?;
            let next = rows.last().map(|(seq, _)| *seq);
            let next = next.filter(|_| rows.len() as i64 == LINES);
            // Few people stand behind many lines.
            let (mut people, mut houses) = (BTreeMap::new(), BTreeMap::new());
            let mut lines = Vec::new();
            for (_, entry) in rows {
                if !people.contains_key(&entry.by_staff) {
                    let name = db.staff_name(&entry.by_staff)?.unwrap_or_default();
                    people.insert(entry.by_staff.clone(), name);
                }
                for id in [&entry.by_organisation, &entry.organisation] {
                    if !houses.contains_key(id) {
                        let name = db.organisation(id)?.map(|found| found.name);
                        houses.insert(id.clone(), name.unwrap_or_default());
                    }
                }
                // Of another house only its name is said: who works there is its own business.
                let is_ours = entry.by_organisation == *own;
                lines.push(LogLine {
                    at: rfc3339(entry.at),
                    person: is_ours.then(|| people[&entry.by_staff].clone()),
                    organisation: (!is_ours).then(|| houses[&entry.by_organisation].clone()),
                    of: (entry.organisation != *own).then(|| houses[&entry.organisation].clone()),
                    act: entry.act,
                    subject: entry.subject,
                });
            }
            Ok((lines, next))
        })
        .await?;
    let page = app::pages::desk::log(&desk.view(&app)?, lines, next);
    Ok(desk.show(&app, &page))
}
