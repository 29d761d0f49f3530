//! `GET /v1/inspector`: who is signed in on a phone, and what it needs to go on without a network.

use std::collections::BTreeSet;

use axum::{Json, extract::State};
use wire::{inspect::InspectorMe, problem::Problem};

use super::Inspector;
use crate::{
    error::ApiError,
    inspection_list::{List, Lists, called},
    organisation::Kind,
    state::Shared,
};

/// Whose hand the phone is in.
#[utoipa::path(
    get, path = "/v1/inspector", tag = "inspect",
    responses(
        (status = 200, description = "Who is signed in, and whose products they may take along.", body = InspectorMe),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    inspector: Inspector,
) -> Result<Json<InspectorMe>, ApiError> {
    let organisation = inspector.organisation.clone();
    let brands = app.store.read(move |db| {
        let ids: BTreeSet<String> = match organisation.kind {
            Kind::Brand => BTreeSet::from([organisation.id.clone()]),
            Kind::Authority | Kind::Partner => {
                let grants = db.grants_to(&organisation.id)?.into_iter();
                grants.map(|grant| grant.brand).collect()
            }
            Kind::Operator => BTreeSet::new(),
        };
        let mut brands = Vec::new();
        for id in ids {
            if let Some(brand) = db.brand(&id)? {
                brands.push((id, brand.name));
            }
        }
        Ok((brands, Lists::of(db, &organisation.id)?))
    });
    let (brands, lists) = brands.await?;
    let language = inspector.visitor.words.locale.tag();
    // A list that nobody changed is left to the phone, which has it in all of its languages.
    let offered = |list: List| match lists.is_own(list) {
        false => Vec::new(),
        true => lists
            .offered(list)
            .map(|term| (term.id.clone(), called(&term.words, language).to_owned()))
            .collect(),
    };
    Ok(Json(InspectorMe {
        inspector: inspector.staff.id.clone(),
        name: inspector.staff.name.clone(),
        organisation: inspector.organisation.name.clone(),
        brands,
        reasons: offered(List::Reason),
        grounds: offered(List::Ground),
        severities: lists
            .offered(List::Reason)
            .filter_map(|term| Some((term.id.clone(), term.severity.clone()?)))
            .collect(),
        ground_decisions: lists
            .offered(List::Ground)
            .flat_map(|term| {
                let decisions = term.decisions.iter();
                decisions.map(|decision| (term.id.clone(), decision.clone()))
            })
            .collect(),
    }))
}
