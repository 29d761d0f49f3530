//! Acts on single packs, as a pharmacy's or a wholesaler's program tells them.

use serde::{Deserialize, Serialize};

/// `POST /v1/packs`: what a desk does to one pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PackRequest {
    /// `verify`, `supply`, `destroy`, `export`, `sample`, `free-sample`, `lock`, `stolen` or `undo`.
    pub act: String,
    /// The code as it was scanned: an element string, bracketed or not, or a Digital Link.
    pub code: String,
    /// The site: a GLN, or the identifier of a location in any spelling of GS1's.
    pub site: String,
    /// Which desk of the site, at most 40 characters; an undo by another one is fine, and only a
    /// second scan by the same one is the same scan.
    #[serde(default)]
    pub desk: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PackAnswer {
    /// As it was asked for.
    pub act: String,
    /// Whether the pack's state was changed just now.
    pub done: bool,
    /// `done`, `same-scan`, `active`, `inactive`, `expired`, `recalled`, `unknown-serial`,
    /// `unknown-batch`, `other-expiry`, `other-batch`, `undo-mismatch`, `already-so`, `undo-late`,
    /// `undo-elsewhere`, `already-inactive` or `not-possible`.
    pub outcome: String,
    /// The code of the European national systems, such as `NMVS_NC_PCK_22`, where this is an alert.
    pub alert: Option<String>,
    /// `active`, `supplied`, `destroyed`, `exported`, `sample`, `free-sample`, `locked`, `stolen` or
    /// `withdrawn`, as it stands now; `None` for a serial that is not on record.
    pub state: Option<String>,
    /// Since when, RFC 3339; `None` where nothing happened to it yet.
    pub since: Option<String>,
    /// The product's GTIN, 14 digits.
    pub gtin: String,
    /// The pack's serial.
    pub serial: String,
    /// The batch that the pack is on record with.
    pub batch: Option<String>,
    /// Its expiry on record, ISO 8601.
    pub expiry: Option<String>,
    /// The event that tells it: its hash (CBV 2.0), where something was changed.
    pub event: Option<String>,
}
