//! `GET /v1/offline-pack`: what an inspector's phone judges by without a network, and
//! `/.well-known/touchstone-seal-keys.json`: the key that it is signed with.

use axum::{
    Json,
    extract::{FromRequestParts, Query, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use evidence::ServerKey;
use gs1::Gtin;
use serde::Deserialize;
use wire::{convert::rfc3339, inspect::SealKeys, problem::Problem};

use super::{Inspector, field};
use crate::{
    access::Act,
    code::Code,
    error::ApiError,
    granted,
    key::{self, Holder},
    offline_pack::{self, MAX_PRODUCTS, Made},
    organisation::{Kind, Organisation},
    scope::Scope,
    seal_key,
    state::Shared,
    store::{self, AccessEntry, Db},
};

/// What a pack is asked about.
#[derive(Debug, Deserialize)]
pub struct Asked {
    /// Brands, with commas between.
    #[serde(default)]
    brand: String,
    /// GTINs, with commas between.
    #[serde(default)]
    gtin: String,
}

/// Who asks for one.
#[derive(Debug)]
pub enum Asker {
    /// An inspector who is signed in.
    Inspector(Box<Inspector>),
    /// A machine of an organisation whose inspectors could.
    Machine(Organisation),
}

impl Asker {
    fn organisation(&self) -> &Organisation {
        match self {
            Asker::Inspector(inspector) => &inspector.organisation,
            Asker::Machine(organisation) => organisation,
        }
    }
}

impl FromRequestParts<Shared> for Asker {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Asker, ApiError> {
        if !parts.headers.contains_key(header::AUTHORIZATION) {
            let inspector = Inspector::from_request_parts(parts, app).await?;
            return Ok(Asker::Inspector(Box::new(inspector)));
        }
        let id = match key::holder(app, &parts.headers, Scope::OfflinePack).await? {
            Holder::Brand(id) | Holder::Partner(id) | Holder::Authority(id) => id,
            Holder::Teller(_) => return Err(ApiError::ForPartner),
        };
        let organisation = app.store.read(move |db| db.organisation(&id)).await?;
        organisation
            .map(Asker::Machine)
            .ok_or(ApiError::Unauthorized)
    }
}

/// An offline pack of products: of the inspector's own brand, or of what brands let their authority or
/// partner see; for machines of theirs, too.
#[utoipa::path(
    get, path = "/v1/offline-pack", tag = "inspect",
    security((), ("api_key" = [])),
    params(
        ("brand" = Option<String>, Query, description = "Brands by identifier, with commas between; all that one may see where it is missing."),
        ("gtin" = Option<String>, Query, description = "Products, with commas between; all of the brands where it is missing."),
    ),
    responses(
        (status = 200, description = "The pack, as docs/offline-pack.md has it; `Touchstone-Pack-Made-At`, `-Valid-Until`, `-Bytes`, `-Products` and `-Serials` say what is in it.", content_type = "application/octet-stream"),
        (status = 304, description = "The pack of that `ETag` has the same in it, and more than half of its time left."),
        (status = 401, description = "Nobody is signed in, and there is no API key that counts.", body = Problem),
        (status = 403, description = "Their role doesn't inspect, or the key lacks the scope `offline-pack`.", body = Problem),
        (status = 404, description = "No such product that one may see.", body = Problem),
        (status = 422, description = "Too many products or serials.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    asker: Asker,
    headers: HeaderMap,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    let Query(asked) = query.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let key = seal_key::of(&app).await?;
    let own = asker.organisation().clone();
    let gtins = app.store.read(move |db| chosen(db, &own, &asked)).await??;
    if gtins.len() > MAX_PRODUCTS {
        let told = format!("one pack has {MAX_PRODUCTS} products at the most; name fewer");
        return Err(field("gtin", &told));
    }
    let now = app.clock.now();
    let known = headers.get(header::IF_NONE_MATCH).cloned();
    let _turn = app.packs.acquire().await.map_err(|_| ApiError::Busy)?;
    let of_app = app.clone();
    // It may take seconds, in which no other request should wait for this thread.
    let made = tokio::task::spawn_blocking(move || {
        of_app.store.read_blocking(|db| {
            let settings = of_app.pack_settings;
            let mut records = offline_pack::records(db, &gtins, settings, now)?;
            if records.is_empty() {
                return Ok(Err(ApiError::NotFound));
            }
            let etag = records.etag(db)?;
            if known.is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
                return Ok(Ok((etag, None)));
            }
            let made = records.made(db, &of_app.issue_key, settings)?;
            Ok(made.map(|made| (etag, Some(made))))
        })
    });
    let made = made
        .await
        .map_err(|error| ApiError::Internal(error.into()))?;
    let (etag, made) = made??;
    let etag = [(header::ETAG, text(etag)?)];
    let Some(made) = made else {
        return Ok((StatusCode::NOT_MODIFIED, etag).into_response());
    };
    note(&app, &asker, &made).await?;
    let bytes = key.key.seal_pack(&made.pack)?;
    let pack = &made.pack;
    let told = [
        (
            "touchstone-pack-made-at",
            rfc3339(trace::Instant(pack.made_at)),
        ),
        (
            "touchstone-pack-valid-until",
            rfc3339(trace::Instant(pack.valid_until)),
        ),
        ("touchstone-pack-bytes", bytes.len().to_string()),
        ("touchstone-pack-products", pack.products.len().to_string()),
        ("touchstone-pack-serials", made.serials.to_string()),
    ];
    let kind = [(header::CONTENT_TYPE, "application/octet-stream")];
    let mut response = (etag, kind, bytes).into_response();
    for (name, value) in told {
        let name = HeaderName::from_static(name);
        response.headers_mut().insert(name, text(value)?);
    }
    Ok(response)
}

/// The products that were asked for, of those that one may see.
fn chosen(
    db: &Db<'_>,
    organisation: &Organisation,
    asked: &Asked,
) -> store::Result<Result<Vec<Gtin>, ApiError>> {
    let brands: Vec<&str> = listed(&asked.brand).collect();
    let mut gtins = Vec::new();
    for text in listed(&asked.gtin) {
        match text.parse::<Gtin>() {
            Ok(gtin) => gtins.push(gtin),
            Err(_) => {
                let told = format!("`{text}` is no GTIN; write 8, 12, 13 or 14 digits");
                return Ok(Err(field("gtin", &told)));
            }
        }
    }
    let is_asked = |brand: &str| brands.is_empty() || brands.contains(&brand);
    if gtins.is_empty() {
        let mut all = Vec::new();
        match organisation.kind {
            Kind::Brand if is_asked(&organisation.id) => {
                all.extend(of_brand(db, &organisation.id)?);
            }
            Kind::Authority | Kind::Partner => {
                for grant in db.grants_to(&organisation.id)? {
                    match grant.gtin.and_then(|gtin| gtin.parse().ok()) {
                        _ if !is_asked(&grant.brand) => {}
                        Some(gtin) => all.push(gtin),
                        None => all.extend(of_brand(db, &grant.brand)?),
                    }
                }
            }
            Kind::Brand | Kind::Operator => {}
        }
        all.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
        all.dedup();
        return Ok(Ok(all));
    }
    for gtin in &gtins {
        let brand = db.product(gtin)?.map(|product| product.record.brand);
        let may = match (brand, organisation.kind) {
            (Some(brand), Kind::Brand) => brand == organisation.id && is_asked(&brand),
            (Some(brand), Kind::Authority | Kind::Partner) => {
                let code = Code::read(&format!("(01){gtin}"), None, false);
                is_asked(&brand) && granted::depth(db, &organisation.id, &code)?.is_some()
            }
            _ => false,
        };
        if !may {
            return Ok(Err(ApiError::NotFound));
        }
    }
    Ok(Ok(gtins))
}

fn of_brand(db: &Db<'_>, brand: &str) -> store::Result<Vec<Gtin>> {
    let products = db.products_of(brand)?;
    Ok(products.into_iter().map(|product| product.gtin).collect())
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|one| !one.is_empty())
}

/// That an authority or a partner took a brand's products along is in the brand's access log.
async fn note(app: &Shared, asker: &Asker, made: &Made) -> Result<(), ApiError> {
    if !asker.organisation().kind.is_granted() {
        return Ok(());
    }
    let now = app.clock.now();
    let entries: Vec<AccessEntry> = made
        .pack
        .brands
        .iter()
        .map(|brand| {
            let of_brand = made.pack.products.iter();
            let count = of_brand.filter(|product| product.brand == brand.id).count();
            let subject = format!("offline pack ({count})");
            let looked = match asker {
                Asker::Inspector(inspector) => inspector.entry(Act::Looked, &subject, now),
                Asker::Machine(organisation) => {
                    AccessEntry::of_machine(&organisation.id, Act::Looked, &subject, now)
                }
            };
            AccessEntry {
                organisation: brand.id.clone(),
                ..looked
            }
        })
        .collect();
    let write = app.store.write(move |tx| {
        for entry in &entries {
            tx.log_access(entry)?;
        }
        Ok(())
    });
    write.await?;
    Ok(())
}

fn text(value: String) -> Result<HeaderValue, ApiError> {
    HeaderValue::try_from(value).map_err(|error| ApiError::Internal(error.into()))
}

/// The public halves of the keys that offline packs, reports and witnesses are signed with, and were.
#[utoipa::path(
    get, path = "/.well-known/touchstone-seal-keys.json", tag = "inspect",
    responses((status = 200, description = "The keys.", body = SealKeys)),
)]
pub async fn keys(State(app): State<Shared>) -> Result<Json<SealKeys>, ApiError> {
    let written = app.store.read(|db| db.seal_public_keys()).await?;
    let own = match seal_key::of(&app).await {
        Ok(known) => Some(known.key.signer()?.public().clone()),
        // What was sealed can be checked, whether more can be sealed here or not.
        Err(_) if !written.is_empty() => None,
        Err(error) => return Err(error),
    };
    let written = written.iter();
    let written = written.filter_map(|text| ServerKey::from_text(text).ok());
    let mut keys = Vec::new();
    for key in own.into_iter().chain(written) {
        let key = wire::inspect::SealKey {
            id: key.id().to_string(),
            public_key: key.to_text(),
        };
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(Json(SealKeys { keys }))
}
