//! The public keys that codes are signed with: a JSON Web Key Set (RFC 7517, RFC 8037).

use serde::{Deserialize, Serialize};

/// `GET /.well-known/touchstone-keys.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KeySet {
    /// What their signatures are over; see `docs/signed-codes.md`.
    pub profile: String,
    /// All of them, revoked ones included.
    pub keys: Vec<Key>,
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Key {
    /// `OKP`.
    pub kty: String,
    /// `Ed25519`.
    pub crv: String,
    /// `EdDSA`.
    pub alg: String,
    /// `sig`.
    #[serde(rename = "use")]
    pub purpose: String,
    /// What codes call it by: four characters of base64url.
    pub kid: String,
    /// Its 32 bytes, base64url.
    pub x: String,
    /// The brand's identifier here.
    pub brand: String,
    /// The GS1 Company Prefixes whose products it may sign for.
    pub gs1_company_prefixes: Vec<String>,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// When it was revoked, RFC 3339: from then on none of its signatures says anything.
    pub revoked_at: Option<String>,
}
