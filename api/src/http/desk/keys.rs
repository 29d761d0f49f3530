//! `/desk/keys`: API keys of one's own organisation.

use app::pages::desk::{Key, Keys};
use axum::{extract::State, response::Response};
use serde::Deserialize;
use wire::convert::rfc3339;

use super::{
    Desk, back, name,
    sent::{Chosen, Sent},
};
use crate::{
    access::Act,
    error::ApiError,
    key,
    role::Permission,
    scope::{Scope, Scopes},
    state::{App, Shared},
};

/// What the new key is called and opens. A box that isn't ticked isn't sent.
#[derive(Debug, Deserialize)]
pub struct NewKey {
    name: String,
    #[serde(default)]
    capture: String,
    #[serde(default)]
    query: String,
    #[serde(default)]
    issue: String,
    #[serde(default)]
    hidden: String,
    #[serde(default)]
    links: String,
    #[serde(default)]
    sales: String,
    #[serde(default)]
    signals: String,
    #[serde(default)]
    packs: String,
    #[serde(default)]
    verification: String,
    #[serde(default)]
    granted: String,
}

/// The keys that count.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Keys)?;
    page(&app, &desk, None).await
}

/// Makes a key; the page that answers shows it, this once.
pub async fn create(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<NewKey>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Keys)?;
    let name = name("name", &form.name)?;
    let scopes: Scopes = Scope::ALL
        .into_iter()
        .filter(|scope| !form.chosen(*scope).is_empty())
        .collect();
    let scopes = scopes.of(desk.organisation.kind);
    if scopes.is_empty() {
        return Err(ApiError::Field {
            field: "scopes",
            detail: "a key that opens nothing is no use; tick what it is for".to_owned(),
        });
    }
    let key = key::new()?;
    let (digest, actor) = (key::digest(&key), desk.clone());
    desk.act(&app, Some(Permission::Keys), move |tx, now| {
        key::put(tx, &actor.organisation, &digest, &name, &scopes, now)?;
        let subject = format!("{name} ({}): {}", key::number(&digest), scopes.text());
        tx.log_access(&actor.entry(Act::KeyMade, &subject, now))?;
        Ok(Ok(()))
    })
    .await?;
    page(&app, &desk, Some(key)).await
}

/// Revokes a key, from the next request on.
pub async fn revoke(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Keys)?;
    let actor = desk.clone();
    desk.act(&app, Some(Permission::Keys), move |tx, now| {
        let keys = key::list(tx, &actor.organisation)?;
        let Some(row) = keys.iter().find(|row| key::number(&row.digest) == form.id) else {
            return Ok(Err(ApiError::NotFound));
        };
        key::revoke(tx, &actor.organisation, &row.digest, now)?;
        let subject = format!("{} ({})", row.name, form.id);
        tx.log_access(&actor.entry(Act::KeyRevoked, subject.trim_start(), now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/keys"))
}

impl NewKey {
    fn chosen(&self, scope: Scope) -> &str {
        match scope {
            Scope::Capture => &self.capture,
            Scope::Query => &self.query,
            Scope::Issue => &self.issue,
            Scope::Hidden => &self.hidden,
            Scope::Links => &self.links,
            Scope::Sales => &self.sales,
            Scope::Signals => &self.signals,
            Scope::Packs => &self.packs,
            Scope::Verification => &self.verification,
            Scope::Granted => &self.granted,
        }
    }
}

async fn page(app: &App, desk: &Desk, new: Option<String>) -> Result<Response, ApiError> {
    let rows = app.store.read(|db| key::list(db, &desk.organisation));
    let rows = rows.await?;
    let scopes = Scope::of(desk.organisation.kind);
    let keys = Keys {
        scopes: scopes.iter().copied().map(Scope::id).collect(),
        keys: rows
            .into_iter()
            .map(|row| Key {
                id: key::number(&row.digest),
                name: row.name,
                scopes: row.scopes.iter().map(Scope::id).collect(),
                made_at: rfc3339(row.created_at),
            })
            .collect(),
        new,
    };
    let page = app::pages::desk::keys(&desk.view(app)?, keys);
    Ok(desk.show(app, &page))
}
