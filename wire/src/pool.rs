//! Number pools: serials that a production line asks for, and what it reports back of them.

use serde::{Deserialize, Serialize};

/// `POST /v1/number-pools`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PoolRequest {
    /// The product's GTIN, 14 digits.
    pub gtin: String,
    /// The batch's number.
    pub batch: String,
    /// How many serials, 1 to 100 000.
    pub count: u64,
    /// What stands before the path of each link, such as `https://id.example`; without it, this
    /// server's own origin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stem: Option<String>,
    /// Whether each unit gets a hidden code, too: a second secret, for under a seal or in the pack.
    #[serde(default, skip_serializing_if = "is_false")]
    pub with_hidden: bool,
    /// Whether the codes are signed with the brand's key, so that a phone can verify them without a
    /// network.
    #[serde(default, skip_serializing_if = "is_false")]
    pub signed: bool,
}

// serde hands references to what it calls.
fn is_false(claim: &bool) -> bool {
    !claim
}

/// A pool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pool {
    /// To be named in reports.
    pub id: String,
    /// The product's GTIN.
    pub gtin: String,
    /// The batch's number.
    pub batch: String,
    /// How many serials.
    pub count: u64,
    /// Whether each has a hidden code, which `GET /v1/number-pools/{id}/hidden-codes` gives.
    pub with_hidden: bool,
    /// The key that signed the codes, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing_key: Option<String>,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// What was reported of them so far.
    pub reported: Reported,
    /// Their codes, always in the same order.
    pub codes: Vec<PoolCode>,
}

/// The code of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PoolCode {
    /// Its serial, AI 21.
    pub serial: String,
    /// For a QR Code.
    pub digital_link: String,
    /// For a GS1 Data Matrix, bracketed.
    pub element_string: String,
}

/// `GET /v1/number-pools/{id}/hidden-codes`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct HiddenCodes {
    /// The pool.
    pub id: String,
    /// The product's GTIN.
    pub gtin: String,
    /// In the order of the pool's codes.
    pub hidden_codes: Vec<UnitHiddenCode>,
}

/// The hidden code of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct UnitHiddenCode {
    /// Its serial, AI 21.
    pub serial: String,
    /// 13 characters, to be printed where nobody sees them before the pack is opened.
    pub hidden_code: String,
}

/// How many units of a pool were reported as what; each counts once a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Reported {
    /// Printed and good.
    pub printed: u64,
    /// Rejected: printed badly, or never.
    pub rejected: u64,
    /// Packed into something.
    pub aggregated: u64,
}

/// `POST /v1/number-pools/{id}/reports`; at least one serial, at most 5 000.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportRequest {
    /// When it happened, RFC 3339; without it, now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Where, as an EPCIS read point: `https://id.gs1.org/414/…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_point: Option<String>,
    /// Serials that were printed and are good.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub printed: Vec<String>,
    /// Serials that must not be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<Rejected>,
    /// What was packed into what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aggregated: Vec<Aggregated>,
}

/// A serial that must not be used: its code is answered as rejected in print from now on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rejected {
    /// Which.
    pub serial: String,
    /// Why, for the brand's own eyes; at most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Units that were packed into something; captured as an EPCIS AggregationEvent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Aggregated {
    /// The case or pallet: the 18 digits of an SSCC, or any EPC as a Digital Link or URN.
    pub parent: String,
    /// What was packed into it.
    pub serials: Vec<String>,
}
