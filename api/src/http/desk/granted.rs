//! `/desk/granted`: what brands let an authority see. Each look is in the brand's access log.

use app::pages::desk::{GrantedLook, GrantedProduct, GrantedRow};
use axum::{
    extract::{Path, Query, State, rejection::QueryRejection},
    response::Response,
};
use gs1::Gtin;
use serde::Deserialize;
use trace::{Epc, Limits, Way};
use wire::{convert::rfc3339, granted::Look};

use super::Desk;
use crate::{
    access::Act,
    code::{self, Code},
    depth::Depth,
    error::ApiError,
    granted,
    http::pedigree::classes,
    known::Known,
    pedigree::{self, Question, View},
    role::Permission,
    state::Shared,
    store::AccessEntry,
};

/// What of a product to look at: one of its packs, or else a batch.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    serial: String,
    #[serde(default)]
    batch: String,
}

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

/// A pack or a batch of it, as deep as was granted.
pub async fn look(
    State(app): State<Shared>,
    desk: Desk,
    Path(gtin): Path<String>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Granted)?;
    let gtin: Gtin = gtin.parse().map_err(|_| ApiError::NotFound)?;
    let Query(wanted) = wanted.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let thing = wanted.thing(gtin)?;
    let asked = Code::read(&format!("{}/{}", gs1::CANONICAL_STEM, thing.0), None, false);
    if asked.is_broken() {
        return Err(ApiError::Field {
            field: "serial",
            detail: "a serial or batch has 1 to 20 of GS1's characters; compare it with the pack"
                .to_owned(),
        });
    }
    app.limiter
        .look_up(desk.visitor.client, &asked, app.clock.now())?;
    let (actor, own, code) = (desk.clone(), app.clone(), asked.clone());
    let (look, known) = desk
        .act(&app, Some(Permission::Granted), move |tx, now| {
            let by = &actor.organisation.id;
            let Some((look, known)) = granted::look(tx, &own.issue_key, by, &code)? else {
                return Ok(Err(ApiError::NotFound));
            };
            let mine = actor.entry(Act::Looked, look.path.trim_start_matches('/'), now);
            tx.log_access(&AccessEntry {
                organisation: look.brand.clone(),
                ..mine
            })?;
            Ok(Ok((look, known)))
        })
        .await?;
    let way = match Depth::parse(&look.depth) {
        Some(depth) if Depth::Journey <= depth => {
            let question = question(&desk, &look, thing, &asked, &known);
            Some(pedigree::pedigree(&app, question, |answer| answer.into_owned()).await?)
        }
        _ => None,
    };
    let language = desk.visitor.language();
    let shown = GrantedLook {
        name: text(&look.product.name, language),
        look,
        way,
    };
    let page = app::pages::desk::granted_look(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

fn question(desk: &Desk, look: &Look, thing: Epc, code: &Code, known: &Known) -> Question {
    Question {
        brand: look.brand.clone(),
        thing,
        classes: classes(code, known),
        way: Way::Up,
        limits: Limits::default(),
        view: View::Full,
        language: desk.visitor.language().to_owned(),
    }
}

impl Wanted {
    fn thing(&self, gtin: Gtin) -> Result<Epc, ApiError> {
        match (self.serial.trim(), self.batch.trim()) {
            ("", "") => Err(ApiError::Field {
                field: "serial",
                detail: "write the serial or the batch that stands on the pack".to_owned(),
            }),
            ("", batch) => Ok(code::batch_epc(gtin, batch)),
            (serial, _) => Ok(code::unit_epc(gtin, serial)),
        }
    }
}

/// The text in a language, or in English, or in whatever there is.
fn text(texts: &wire::import::Text, language: &str) -> String {
    let found = texts.get(language).or_else(|| texts.get("en"));
    found
        .or_else(|| texts.values().next())
        .cloned()
        .unwrap_or_default()
}
