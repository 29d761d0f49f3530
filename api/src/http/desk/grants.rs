//! `/desk/grants`: which authorities and partners a brand lets look, at what and how deep.

use app::pages::desk::{Authority, Given, Grants};
use axum::{extract::State, response::Response};
use gs1::Gtin;
use serde::Deserialize;
use wire::convert::rfc3339;

use super::{
    Desk, back,
    sent::{Chosen, Sent},
};
use crate::{
    access::Act, depth::Depth, error::ApiError, organisation::Kind, random, role::Permission,
    state::Shared, store::Grant,
};

/// Who may look at what, and how deep.
#[derive(Debug, Deserialize)]
pub struct NewGrant {
    authority: String,
    depth: String,
    /// Empty for every product.
    #[serde(default)]
    gtin: String,
    /// There where a partner's people may tell, too.
    tells: Option<String>,
}

/// What was given.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Grants)?;
    let brand = desk.brand()?;
    let (grants, organisations) = app
        .store
        .read(|db| {
            let mut named = Vec::new();
            for grant in db.grants_of_brand(brand)? {
                let authority = db.organisation(&grant.authority)?;
                let by = db.staff_name(&grant.given_by)?;
                named.push((grant, authority, by));
            }
            Ok((named, db.admitted_organisations()?))
        })
        .await?;
    let grants = Grants {
        authorities: organisations
            .into_iter()
            .filter(|row| row.kind.is_granted() && row.suspended_at.is_none())
            .map(|row| Authority {
                id: row.id,
                name: row.name,
            })
            .collect(),
        depths: Depth::ALL.map(Depth::id).to_vec(),
        given: grants
            .into_iter()
            .map(|(grant, authority, by)| Given {
                id: grant.id,
                authority: authority.map_or(grant.authority, |authority| authority.name),
                gtin: grant.gtin,
                depth: grant.depth.id(),
                tells: grant.tells,
                given_at: rfc3339(grant.given_at),
                given_by: by.unwrap_or_default(),
            })
            .collect(),
    };
    let page = app::pages::desk::grants(&desk.view(&app)?, grants);
    Ok(desk.show(&app, &page))
}

/// Lets an authority look.
pub async fn give(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<NewGrant>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Grants)?;
    let depth = Depth::parse(&form.depth).ok_or_else(|| ApiError::Field {
        field: "depth",
        detail: "write `record`, `journey` or `evidence`".to_owned(),
    })?;
    let gtin = match form.gtin.trim() {
        "" => None,
        text => Some(text.parse::<Gtin>().map_err(|_| ApiError::Field {
            field: "gtin",
            detail: "it has no right check digit; compare it with the pack".to_owned(),
        })?),
    };
    let id = random::hex(&random::bytes::<8>()?);
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    desk.act(&app, Some(Permission::Grants), move |tx, now| {
        let authority = tx.settle_organisation(&form.authority, now)?;
        let Some(authority) = authority.filter(|row| row.kind.is_granted()) else {
            return Ok(Err(ApiError::NotFound));
        };
        let tells = form.tells.is_some();
        if tells && authority.kind != Kind::Partner {
            return Ok(Err(ApiError::Field {
                field: "tells",
                detail: "only a partner's people tell what they do with packs".to_owned(),
            }));
        }
        // A product of another brand is not there.
        if let Some(gtin) = &gtin {
            let product = tx.product(gtin)?;
            if product.is_none_or(|product| product.record.brand != brand) {
                return Ok(Err(ApiError::NotFound));
            }
        }
        let gtin = gtin.map(|gtin| gtin.as_str().to_owned());
        let subject = format!(
            "{}, {}: {}{}",
            form.authority,
            gtin.as_deref().unwrap_or("*"),
            depth.id(),
            if tells { " + tells" } else { "" }
        );
        tx.give_grant(&Grant {
            id: id.clone(),
            brand: brand.clone(),
            authority: form.authority.clone(),
            gtin,
            depth,
            tells,
            given_by: actor.staff.id.clone(),
            given_at: now,
        })?;
        tx.log_access(&actor.entry(Act::Granted, &subject, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/grants"))
}

/// Ends a grant, from the next look on.
pub async fn end(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Grants)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    desk.act(&app, Some(Permission::Grants), move |tx, now| {
        let grants = tx.grants_of_brand(&brand)?;
        let Some(grant) = grants.into_iter().find(|grant| grant.id == form.id) else {
            return Ok(Err(ApiError::NotFound));
        };
        tx.end_grant(&brand, &grant.id, now)?;
        let gtin = grant.gtin.as_deref().unwrap_or("*");
        let subject = format!("{}, {gtin}", grant.authority);
        tx.log_access(&actor.entry(Act::GrantEnded, &subject, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/grants"))
}
