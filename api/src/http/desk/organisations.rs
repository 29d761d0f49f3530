//! `/desk/organisations`: partners and authorities, for the operator. Brands come with their
//! records.

use app::pages::desk::{Admitted, Organisations};
use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::{
    Desk, back,
    members::make_link,
    name,
    sent::{Chosen, Sent},
};
use crate::{
    access::Act,
    error::ApiError,
    organisation::{self, Kind, Organisation},
    role::{Permission, Role},
    state::{App, Shared},
    store::AccessEntry,
};

/// Whom to admit.
#[derive(Debug, Deserialize)]
pub struct NewOrganisation {
    id: String,
    kind: String,
    name: String,
}

/// Whom to invite into which.
#[derive(Debug, Deserialize)]
pub struct NewInvite {
    id: String,
    role: String,
    #[serde(default)]
    name: String,
}

/// Those that were admitted.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Organisations)?;
    page(&app, &desk, None).await
}

/// Admits one.
pub async fn admit(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<NewOrganisation>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Organisations)?;
    let kind = Kind::parse(&form.kind)
        .filter(|kind| matches!(kind, Kind::Partner | Kind::Authority))
        .ok_or_else(|| ApiError::Field {
            field: "kind",
            detail: "write `partner` or `authority`".to_owned(),
        })?;
    if !organisation::is_id(&form.id) {
        return Err(ApiError::Field {
            field: "id",
            detail: "it has 2 to 64 lower-case letters, digits and hyphens".to_owned(),
        });
    }
    let new = Organisation {
        id: form.id,
        kind,
        name: name("name", &form.name)?,
        suspended_at: None,
    };
    let actor = desk.clone();
    desk.act(&app, Some(Permission::Organisations), move |tx, now| {
        if !tx.admit(&new, now)? {
            return Ok(Err(ApiError::Field {
                field: "id",
                detail: "another organisation or brand has it; choose another".to_owned(),
            }));
        }
        tx.log_access(&about(&actor, &new.id, Act::Admitted, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/organisations"))
}

/// Invites the first person of an organisation, a brand's too.
pub async fn invite(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<NewInvite>,
) -> Result<Response, ApiError> {
    let id = form.id.trim().to_owned();
    let permission = Permission::Organisations;
    let link = make_link(&app, &desk, permission, id, &form.role, &form.name).await?;
    page(&app, &desk, Some(link)).await
}

/// Suspends one: from the next click on its people can do nothing.
pub async fn suspend(State(app): State<Shared>, sent: Sent<Chosen>) -> Result<Response, ApiError> {
    set(&app, sent, Act::Suspended).await
}

/// Lets it work again.
pub async fn resume(State(app): State<Shared>, sent: Sent<Chosen>) -> Result<Response, ApiError> {
    set(&app, sent, Act::Resumed).await
}

async fn set(app: &App, sent: Sent<Chosen>, act: Act) -> Result<Response, ApiError> {
    let Sent { desk, form } = sent;
    let actor = desk.clone();
    desk.act(app, Some(Permission::Organisations), move |tx, now| {
        if !tx.suspend(&form.id, (act == Act::Suspended).then_some(now))? {
            return Ok(Err(ApiError::NotFound));
        }
        tx.log_access(&about(&actor, &form.id, act, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/organisations"))
}

fn about(desk: &Desk, id: &str, act: Act, now: trace::Instant) -> AccessEntry {
    AccessEntry {
        organisation: id.to_owned(),
        ..desk.entry(act, id, now)
    }
}

async fn page(app: &App, desk: &Desk, link: Option<String>) -> Result<Response, ApiError> {
    let (admitted, brands) = app
        .store
        .read(|db| Ok((db.admitted_organisations()?, db.brands()?)))
        .await?;
    let admitted = admitted.into_iter().map(|row| Admitted {
        id: row.id,
        kind: row.kind.id(),
        is_suspended: row.suspended_at.is_some(),
        name: row.name,
    });
    let brands = brands.into_iter().map(|brand| Admitted {
        id: brand.id,
        kind: Kind::Brand.id(),
        is_suspended: false,
        name: brand.name,
    });
    let organisations = Organisations {
        rows: admitted.chain(brands).collect(),
        kinds: vec![Kind::Partner.id(), Kind::Authority.id()],
        roles: vec![Role::BrandManager.id(), Role::Manager.id()],
        link,
    };
    let page = app::pages::desk::organisations(&desk.view(app)?, organisations);
    Ok(desk.show(app, &page))
}
