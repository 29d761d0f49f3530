//! `/.well-known/touchstone-keys.json`: the keys that codes are signed with, for whoever verifies
//! them without asking us.

use axum::{Json, extract::State};
use signed::base64url;
use wire::{
    convert::rfc3339,
    signing::{Key, KeySet},
};

use crate::{error::ApiError, state::Shared, store::SigningKey};

/// All keys of all brands, revoked ones included.
#[utoipa::path(
    get, path = "/.well-known/touchstone-keys.json", tag = "verify",
    responses((status = 200, description = "A JSON Web Key Set.", body = KeySet)),
)]
pub async fn keys(State(app): State<Shared>) -> Result<Json<KeySet>, ApiError> {
    let keys = app
        .store
        .read(|db| {
            let mut keys = Vec::new();
            for id in db.brands_with_signing_keys()? {
                let prefixes = db.brand(&id)?.map(|brand| brand.prefixes);
                let prefixes = prefixes.unwrap_or_default();
                let of_brand = db.signing_keys(&id)?;
                keys.extend(of_brand.into_iter().map(|key| wire_key(key, &prefixes)));
            }
            Ok(keys)
        })
        .await?;
    let set = KeySet {
        profile: signed::PROFILE.to_owned(),
        keys,
    };
    Ok(Json(set))
}

fn wire_key(key: SigningKey, prefixes: &[String]) -> Key {
    Key {
        kty: "OKP".to_owned(),
        crv: "Ed25519".to_owned(),
        alg: "EdDSA".to_owned(),
        purpose: "sig".to_owned(),
        kid: key.id,
        x: base64url::encode(&key.public_key),
        brand: key.brand,
        gs1_company_prefixes: prefixes.to_vec(),
        created_at: rfc3339(key.created_at),
        revoked_at: key.revoked_at.map(rfc3339),
    }
}
