//! `/desk/inspections/lists`: what inspectors choose from, in the organisation's words.

use std::collections::BTreeMap;

use app::{
    Words,
    pages::desk::{InspectionList, InspectionTermShown},
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
};
use serde::Deserialize;
use trace::Instant;

use super::{Desk, back, sent::Sent};
use crate::{
    access::Act,
    error::ApiError,
    inspection_list::{DECISIONS, List, Lists, MAX_TERMS, SEVERITIES, called, settle},
    role::Permission,
    state::{App, Shared},
    store::{self, InspectionTerm, Tx},
    submission,
};

const PATH: &str = "/desk/inspections/lists";

/// What became of the act before.
#[derive(Debug, Deserialize)]
pub struct Asked {
    kept: Option<String>,
}

/// Both lists.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspectors)?;
    let Query(asked) = query.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let organisation = desk.organisation.id.clone();
    let lists = app
        .store
        .read(move |db| Lists::of(db, &organisation))
        .await?;
    let shown = List::ALL.map(|list| shown(&lists, list, desk.visitor.words));
    let page =
        app::pages::desk::inspection_lists(&desk.view(&app)?, shown.into(), asked.kept.is_some());
    Ok(desk.show(&app, &page))
}

fn shown(lists: &Lists, list: List, words: Words) -> InspectionList {
    let term = |term: &InspectionTerm| InspectionTermShown {
        id: term.id.clone(),
        called: called(&term.words, words.of_desk().locale.tag()).to_owned(),
        en: term.words.get("en").cloned().unwrap_or_default(),
        de: term.words.get("de").cloned().unwrap_or_default(),
        severity: term.severity.clone().unwrap_or_default(),
        decisions: term.decisions.clone(),
        position: term.position,
    };
    let removed = lists.all(list).iter();
    let removed = removed.filter(|term| term.removed_at.is_some());
    InspectionList {
        list: list.id(),
        is_own: lists.is_own(list),
        terms: lists.offered(list).map(term).collect(),
        removed: removed.map(|removed| term(removed).called).collect(),
    }
}

/// A term as it is to be.
#[derive(Debug, Deserialize)]
pub struct Put {
    list: String,
    id: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    de: String,
    /// Of a reason; empty for none.
    #[serde(default)]
    severity: String,
    /// Of a ground: a box for each.
    #[serde(default)]
    release: String,
    #[serde(default)]
    detain: String,
    #[serde(default)]
    seize: String,
    /// Empty for the end of the list.
    #[serde(default)]
    position: String,
}

impl Put {
    fn read(&self) -> Result<(List, InspectionTerm), ApiError> {
        let list = List::parse(&self.list).ok_or(wrong("list", "it is reason or ground"))?;
        let is_id =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if !(1..=40).contains(&self.id.len()) || !self.id.chars().all(is_id) {
            return Err(wrong(
                "id",
                "it has 1 to 40 small letters, digits and hyphens",
            ));
        }
        let mut words = BTreeMap::new();
        for (field, tag, text) in [("en", "en", &self.en), ("de", "de", &self.de)] {
            if let Some(text) = submission::short_text(field, Some(text), 120)? {
                words.insert(tag.to_owned(), text);
            }
        }
        if words.is_empty() {
            return Err(wrong("en", "say it in one language at least"));
        }
        let severity = Some(self.severity.clone()).filter(|severity| !severity.is_empty());
        let is_severity = |severity: &String| SEVERITIES.contains(&severity.as_str());
        if !severity.iter().all(is_severity) || (list == List::Ground && severity.is_some()) {
            return Err(wrong("severity", "of a reason: minor, major or critical"));
        }
        let boxes = [&self.release, &self.detain, &self.seize];
        let decisions: Vec<String> = DECISIONS
            .iter()
            .zip(boxes)
            .filter(|(_, is_on)| list == List::Ground && !is_on.is_empty())
            .map(|(decision, _)| (*decision).to_owned())
            .collect();
        let position = match self.position.trim() {
            "" => i64::MAX,
            text => text
                .parse()
                .ok()
                .filter(|position| (1..=9999).contains(position))
                .ok_or(wrong("position", "it is a number from 1 to 9999"))?,
        };
        let term = InspectionTerm {
            list: list.id().to_owned(),
            id: self.id.clone(),
            words,
            severity,
            decisions,
            position,
            removed_at: None,
        };
        Ok((list, term))
    }
}

/// Changes a list, which is the organisation's own from then on, and writes that down.
async fn change(
    app: &App,
    desk: &Desk,
    (list, id): (List, String),
    act: impl Fn(&Tx<'_>, &str, &Lists, Instant) -> store::Result<Result<(), ApiError>> + Send + 'static,
) -> Result<Response, ApiError> {
    let actor = desk.clone();
    desk.act(app, Some(Permission::Inspectors), move |tx, now| {
        let organisation = &actor.organisation.id;
        settle(tx, organisation, list)?;
        if let Err(refusal) = act(tx, organisation, &Lists::of(tx, organisation)?, now)? {
            return Ok(Err(refusal));
        }
        let subject = format!("{} {id}", list.id());
        tx.log_access(&actor.entry(Act::InspectionListChanged, &subject, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back(&format!("{PATH}?kept=yes")))
}

/// Adds a term, or changes one; one that was taken out comes back.
pub async fn put(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Put>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspectors)?;
    let (list, term) = form.read()?;
    let named = (list, term.id.clone());
    change(&app, &desk, named, move |tx, organisation, lists, _| {
        let all = lists.all(list);
        let is_new = all.iter().all(|known| known.id != term.id);
        if is_new && all.len() >= MAX_TERMS {
            return Ok(Err(wrong(
                "id",
                "the list holds 200 already; change one of them",
            )));
        }
        let mut offered: Vec<InspectionTerm> = lists.offered(list).cloned().collect();
        offered.retain(|known| known.id != term.id);
        let place = usize::try_from(term.position - 1).unwrap_or(usize::MAX);
        offered.insert(place.min(offered.len()), term.clone());
        for (position, mut term) in (1..).zip(offered) {
            term.position = position;
            tx.put_inspection_term(organisation, &term)?;
        }
        Ok(Ok(()))
    })
    .await
}

/// A term of a list.
#[derive(Debug, Deserialize)]
pub struct Named {
    list: String,
    id: String,
}

/// Takes a term out of the list; entries that name it are still told in its words.
pub async fn remove(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Named>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspectors)?;
    let list = List::parse(&form.list).ok_or(ApiError::NotFound)?;
    let named = (list, form.id.clone());
    change(&app, &desk, named, move |tx, organisation, lists, now| {
        let found = lists.offered(list).find(|term| term.id == form.id);
        let Some(term) = found else {
            return Ok(Err(ApiError::NotFound));
        };
        if lists.offered(list).count() == 1 {
            // An empty list would leave nothing to choose, and entries need one.
            return Ok(Err(wrong(
                "id",
                "it is the last one; add another one first",
            )));
        }
        let mut term = term.clone();
        term.removed_at = Some(now);
        tx.put_inspection_term(organisation, &term)?;
        Ok(Ok(()))
    })
    .await
}

fn wrong(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.to_owned(),
    }
}
