//! Points: what a person has, what waits, what vouchers they took.

use serde::{Deserialize, Serialize};

/// `GET /v1/rewards`: the account of this session.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Rewards {
    /// The sum of the entries.
    pub points: i64,
    /// Newest first.
    pub entries: Vec<RewardEntry>,
    /// What each brand gave: points of one buy nothing of another.
    #[serde(default)]
    pub brands: Vec<BrandPoints>,
    /// Points that wait for something, the latest first.
    #[serde(default)]
    pub waiting: Vec<WaitingPoints>,
}

/// One line of the account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RewardEntry {
    /// When, RFC 3339.
    pub at: String,
    /// What for: `registration`, `recycling`, `report`, `review`, one of them with `-erased`, or
    /// `voucher`.
    pub reason: String,
    /// May be negative.
    pub points: i64,
    /// What it was for: a registration's reference.
    pub reference: String,
}

/// Points of one brand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BrandPoints {
    /// The brand's identifier.
    pub brand: String,
    /// Its name.
    pub name: String,
    /// To spend.
    pub points: i64,
    /// That wait for something.
    pub waiting: u32,
}

/// Points that wait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct WaitingPoints {
    /// When it was done, RFC 3339.
    pub at: String,
    /// What was done.
    pub act: String,
    /// How many.
    pub points: u32,
    /// Its reference.
    pub reference: String,
    /// What they wait for: `basis` (the hidden code, or staff), `again`, `person` and `network`
    /// (they come later by themselves), `staff`.
    pub why: String,
    /// The product's name.
    pub product: String,
    /// The path of the pack's Digital Link; empty where it is none's.
    pub path: String,
    /// Whether the pack has a hidden code.
    pub has_hidden: bool,
}
