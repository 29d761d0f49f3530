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
    organisation::Kind,
    role::Permission,
    scope::{Scope, Scopes},
    state::{App, Shared},
};

/// What the new key is called and opens. A box that isn't ticked isn't sent.
#[derive(Debug, Deserialize)]
pub struct NewKey {
    name: String,
    /// Which partner it is for; empty for the organisation itself.
    #[serde(default)]
    partner: String,
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
    records: String,
    #[serde(default)]
    recalls: String,
    #[serde(default)]
    sales: String,
    #[serde(default)]
    signals: String,
    #[serde(default)]
    feedback: String,
    #[serde(default)]
    packs: String,
    #[serde(default)]
    verification: String,
    #[serde(default)]
    granted: String,
    #[serde(default, rename = "offline-pack")]
    offline_pack: String,
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
    let partner = Some(form.partner.trim().to_owned()).filter(|partner| !partner.is_empty());
    let scopes = match &partner {
        None => scopes.of(desk.organisation.kind),
        Some(_) => scopes.of_teller(),
    };
    if scopes.is_empty() {
        return Err(ApiError::Field {
            field: "scopes",
            detail: "a key that opens nothing is no use; tick what it is for, of a partner's \
                     what it may"
                .to_owned(),
        });
    }
    let key = key::new()?;
    let (digest, actor) = (key::digest(&key), desk.clone());
    desk.act(&app, Some(Permission::Keys), move |tx, now| {
        let organisation = &actor.organisation;
        match (&partner, organisation.brand()) {
            (None, _) => key::put(tx, organisation, &digest, &name, &scopes, now)?,
            (Some(partner), Some(brand)) => {
                if !key::put_for_partner(tx, brand, partner, &digest, &name, &scopes, now)? {
                    return Ok(Err(ApiError::NotFound));
                }
            }
            (Some(_), None) => return Ok(Err(ApiError::NotFound)),
        }
        let subject = key::subject(&name, partner.as_deref(), &digest, &scopes);
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
            Scope::Records => &self.records,
            Scope::Recalls => &self.recalls,
            Scope::Sales => &self.sales,
            Scope::Signals => &self.signals,
            Scope::Feedback => &self.feedback,
            Scope::Packs => &self.packs,
            Scope::Verification => &self.verification,
            Scope::Granted => &self.granted,
            Scope::OfflinePack => &self.offline_pack,
        }
    }
}

async fn page(app: &App, desk: &Desk, new: Option<String>) -> Result<Response, ApiError> {
    let found = app.store.read(|db| {
        let partners = match desk.organisation.brand() {
            Some(_) => db.admitted_organisations()?,
            None => Vec::new(),
        };
        Ok((key::list(db, &desk.organisation)?, partners))
    });
    let (rows, organisations) = found.await?;
    let partners = organisations.into_iter();
    let partners: Vec<(String, String)> = partners
        .filter(|row| row.kind == Kind::Partner)
        .map(|row| (row.id, row.name))
        .collect();
    let named = |id: String| {
        let found = partners.iter().find(|(known, _)| *known == id);
        found.map_or(id, |(_, name)| name.clone())
    };
    let scopes = Scope::of(desk.organisation.kind);
    let keys = Keys {
        scopes: scopes.iter().copied().map(Scope::id).collect(),
        keys: rows
            .into_iter()
            .map(|row| Key {
                id: key::number(&row.digest),
                name: row.name,
                partner: row.partner.map(named),
                scopes: row.scopes.iter().map(Scope::id).collect(),
                made_at: rfc3339(row.created_at),
            })
            .collect(),
        partners: partners.clone(),
        new,
    };
    let page = app::pages::desk::keys(&desk.view(app)?, keys);
    Ok(desk.show(app, &page))
}
