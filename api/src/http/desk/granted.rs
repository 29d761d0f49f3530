//! `/desk/granted`: what brands let an authority see. Each look is in the brand's access log.

use app::pages::desk::{GrantedProduct, GrantedRow};
use axum::{
    extract::{Path, State},
    response::Response,
};
use gs1::Gtin;
use wire::convert::rfc3339;

use super::Desk;
use crate::{access::Act, error::ApiError, role::Permission, state::Shared, store::AccessEntry};

/// What was granted, by brand.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Granted)?;
    let language = desk.visitor.language();
    let rows = app
        .store
        .read(|db| {
            let mut rows = Vec::new();
            for grant in db.grants_to(&desk.organisation.id)? {
                let brand = db.organisation(&grant.brand)?;
                let product = match grant.gtin.as_deref().and_then(|gtin| gtin.parse().ok()) {
                    Some(gtin) => db.product(&gtin)?,
                    None => None,
                };
                rows.push(GrantedRow {
                    brand: brand.map_or(grant.brand, |brand| brand.name),
                    product: product.map(|product| text(&product.record.name, language)),
                    gtin: grant.gtin,
                    depth: grant.depth.id(),
                    given_at: rfc3339(grant.given_at),
                });
            }
            Ok(rows)
        })
        .await?;
    let page = app::pages::desk::granted(&desk.view(&app)?, rows);
    Ok(desk.show(&app, &page))
}

/// One product. One that was not granted is not there.
pub async fn product(
    State(app): State<Shared>,
    desk: Desk,
    Path(gtin): Path<String>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Granted)?;
    let gtin: Gtin = gtin.parse().map_err(|_| ApiError::NotFound)?;
    let (actor, language) = (desk.clone(), desk.visitor.language());
    let seen = desk
        .act(&app, Some(Permission::Granted), move |tx, now| {
            let Some(product) = tx.product(&gtin)? else {
                return Ok(Err(ApiError::NotFound));
            };
            let brand = &product.record.brand;
            let depth = tx.granted_depth(&actor.organisation.id, brand, gtin.as_str())?;
            let Some(depth) = depth else {
                return Ok(Err(ApiError::NotFound));
            };
            let mine = actor.entry(Act::Looked, gtin.as_str(), now);
            tx.log_access(&AccessEntry {
                organisation: brand.clone(),
                ..mine
            })?;
            let owner = tx.organisation(brand)?;
            Ok(Ok(GrantedProduct {
                gtin: gtin.as_str().to_owned(),
                name: text(&product.record.name, language),
                brand: owner.map_or_else(|| brand.clone(), |owner| owner.name),
                sector: product.record.sector.clone(),
                is_safety_critical: product.record.safety_critical,
                depth: depth.id(),
            }))
        })
        .await?;
    let page = app::pages::desk::granted_product(&desk.view(&app)?, seen);
    Ok(desk.show(&app, &page))
}

/// The text in a language, or in English, or in whatever there is.
fn text(texts: &wire::import::Text, language: &str) -> String {
    let found = texts.get(language).or_else(|| texts.get("en"));
    found
        .or_else(|| texts.values().next())
        .cloned()
        .unwrap_or_default()
}
