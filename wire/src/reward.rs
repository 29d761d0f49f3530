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
    /// What was taken for points, the latest first.
    #[serde(default)]
    pub vouchers: Vec<OwnVoucher>,
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
    /// What the brand gives for points, the cheapest first.
    #[serde(default)]
    pub offers: Vec<VoucherOffer>,
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

/// A kind of voucher that can be taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct VoucherOffer {
    /// Its identifier.
    pub id: String,
    /// What it is good for.
    pub name: String,
    /// What it costs.
    pub points: u32,
    /// Whether the points are enough.
    pub is_affordable: bool,
    /// How many of it were taken by the same person.
    pub nth: u32,
    /// Its last day, ISO 8601.
    pub ends_on: String,
}

/// A voucher that was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OwnVoucher {
    /// What it is good for.
    pub name: String,
    /// The brand's name.
    pub brand: String,
    /// What the shop takes; it counts once.
    pub code: String,
    /// Its last day, ISO 8601.
    pub ends_on: String,
    /// When it was redeemed, RFC 3339.
    pub redeemed_at: Option<String>,
}

/// Somebody takes a voucher: a form, `POST /rewards/take`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VoucherRequest {
    /// The kind's identifier.
    pub kind: String,
    /// How many of it they had when the form was shown: sent twice, it takes one.
    pub nth: u32,
    /// The page's token against forged forms.
    #[serde(default)]
    pub csrf: String,
}

/// `POST /v1/vouchers/redeem`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RedeemRequest {
    /// As its holder shows it, such as `7K3M-Q9XA-22PT-ZZ0C`.
    pub code: String,
}

/// A voucher that was redeemed just now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct VoucherView {
    /// What it is good for.
    pub name: String,
    /// Which of its kind it is, from 1.
    pub number: u32,
}
