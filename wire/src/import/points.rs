//! What people earned and what it buys, as `touchstone export` writes it and an import takes it back.

use serde::{Deserialize, Serialize};

/// What a brand gives points for, and how fast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RewardRules {
    /// The identifier of the brand.
    pub brand: String,
    /// What a deed rests on at the least, so that points come without a look of staff: `claimed`,
    /// `supported` or `proven`.
    pub from: String,
    /// Deeds of one person in 24 hours.
    pub person_a_day: u32,
    /// Deeds of one person in 30 days.
    pub person_a_month: u32,
    /// Deeds out of one network in 24 hours that are not proven.
    pub network_a_day: u32,
    /// Points for giving a unit back.
    pub recycling: u32,
    /// Points for a report that staff find right.
    pub report: u32,
    /// Points for a review of a unit that the person holds.
    pub review: u32,
}

/// A kind of voucher.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VoucherKind {
    /// The identifier of the brand whose points it costs.
    pub brand: String,
    /// Its own identifier.
    pub id: String,
    /// What it is good for.
    pub name: String,
    /// What it costs, in points.
    pub points: u32,
    /// How many there are.
    pub count: u32,
    /// How many were taken.
    pub taken: u32,
    /// Until when it can be taken and redeemed, RFC 3339.
    pub ends: String,
    /// When it was made, RFC 3339.
    pub made: String,
}

/// A deed that earned points, or waits for them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reward {
    /// `registration`, `recycling`, `report` or `review`.
    pub act: String,
    /// The reference of the registration, report or review.
    pub reference: String,
    /// The identifier of the brand whose points they are.
    pub brand: String,
    /// The product's GTIN.
    pub gtin: String,
    /// AI 21 of the unit, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// Whose deed it is: a digest of their session; empty where they took it back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// `claimed`, `supported` or `proven`.
    pub basis: String,
    /// What it earns.
    pub points: u32,
    /// `granted`, `held`, `refused`, `returned` or `spent`.
    pub status: String,
    /// What it is held for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// When it was done, RFC 3339.
    pub at: String,
    /// When it was granted, refused or taken back, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<String>,
}

/// Points that went from one account to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PointsMoved {
    /// The identifier of the brand whose points they are.
    pub brand: String,
    /// When, RFC 3339.
    pub at: String,
    /// What for.
    pub reason: String,
    /// What it was for; empty where that was erased.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// The account that they left: `brand:…`, `held:…` or `person:…`.
    pub from: String,
    /// The account that has them now; also `vouchers:…`.
    pub to: String,
    /// How many.
    pub points: u32,
    /// How many movements before it were the same in all of this.
    #[serde(default, skip_serializing_if = "super::is_zero")]
    pub same_before: u32,
}

/// A voucher that somebody took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Voucher {
    /// The identifier of its kind.
    pub kind: String,
    /// Which of the kind it is, from 1.
    pub number: u32,
    /// SHA-256 of its code, in hexadecimal.
    pub digest: String,
    /// The code itself, so that its holder still sees it; missing where nobody sees it any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Who took it: a digest of their session; empty where they had that erased.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// When it was taken, RFC 3339.
    pub taken: String,
    /// When it was redeemed, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redeemed: Option<String>,
    /// Who redeemed it: a member of staff or a key.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub redeemed_by: String,
}
