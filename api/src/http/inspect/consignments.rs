//! `GET /v1/consignments/{id}`: what is in a consignment, by its SSCC or its despatch note.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, State},
};
use evidence::Consignment;
use wire::{inspect::ConsignmentFound, problem::Problem};

use super::{Inspector, field};
use crate::{
    access::Act,
    consignment::{self, Sight},
    depth::Depth,
    error::ApiError,
    organisation::Kind,
    role::Permission,
    state::Shared,
    store::{self, AccessEntry, Db},
};

/// Cases, packs and batches in a consignment, by a brand's own events, or by those of brands that let
/// one's authority see where their products go.
#[utoipa::path(
    get, path = "/v1/consignments/{consignment}", tag = "inspect",
    params(("consignment" = String, Path, description = "An SSCC's 18 digits, or a despatch note as events name it (`bizTransaction` of the type `desadv`) or by the number that is printed on it, percent-encoded.")),
    responses(
        (status = 200, description = "What is in it now.", body = ConsignmentFound),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
        (status = 404, description = "No event that one may see names it.", body = Problem),
        (status = 422, description = "It is empty, or too long.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    inspector: Inspector,
    Path(id): Path<String>,
) -> Result<Json<ConsignmentFound>, ApiError> {
    if id.trim().len() > 200 {
        return Err(field("consignment", "it has 1 to 200 characters"));
    }
    let Some(key) = Consignment::read(&id) else {
        return Err(field("consignment", "it has 1 to 200 characters"));
    };
    let actor = inspector.clone();
    let found = inspector
        .act(&app, Some(Permission::Inspections), move |tx, now| {
            let sights = sights(tx, &actor)?;
            let Some(found) = consignment::find(tx, &key, &sights)? else {
                return Ok(Err(ApiError::NotFound));
            };
            if actor.organisation.kind.is_granted() {
                let mut brands: Vec<&str> =
                    found.things.iter().map(|thing| &thing.brand[..]).collect();
                brands.sort_unstable();
                brands.dedup();
                for brand in brands {
                    tx.log_access(&AccessEntry {
                        organisation: brand.to_owned(),
                        ..actor.entry(Act::Looked, &found.id, now)
                    })?;
                }
            }
            Ok(Ok(found))
        })
        .await?;
    Ok(Json(found))
}

/// Whose events one may follow.
fn sights(db: &Db<'_>, inspector: &Inspector) -> store::Result<Vec<Sight>> {
    let organisation = &inspector.organisation;
    match organisation.kind {
        Kind::Brand => Ok(vec![Sight {
            brand: organisation.id.clone(),
            gtins: None,
        }]),
        Kind::Authority | Kind::Partner => {
            let mut sights: BTreeMap<String, Sight> = BTreeMap::new();
            let grants = db.grants_to(&organisation.id)?.into_iter();
            for grant in grants.filter(|grant| grant.depth >= Depth::Journey) {
                let sight = sights.entry(grant.brand.clone()).or_insert_with(|| Sight {
                    brand: grant.brand,
                    gtins: Some(Default::default()),
                });
                match (grant.gtin, &mut sight.gtins) {
                    (None, gtins) => *gtins = None,
                    (Some(gtin), Some(gtins)) => {
                        gtins.insert(gtin);
                    }
                    (Some(_), None) => {}
                }
            }
            Ok(sights.into_values().collect())
        }
        Kind::Operator => Ok(Vec::new()),
    }
}
