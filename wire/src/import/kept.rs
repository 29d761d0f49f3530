//! What came about while a server ran, as `touchstone export` writes it and an import takes it back.

use serde::{Deserialize, Serialize};

/// Serials that a production line asked for; after the range that they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NumberPool {
    /// The identifier of the brand whose it is.
    pub brand: String,
    /// What reports call it by: 32 hexadecimal digits.
    pub id: String,
    /// The product's GTIN.
    pub gtin: String,
    /// The first counter of its range; all of the range is the pool's.
    pub first: u64,
    /// What stands before the path of its links.
    pub stem: String,
    /// The digest of the request that asked for it, in hexadecimal.
    pub request: String,
    /// When it was made, RFC 3339.
    pub created: String,
}

/// That a line's report was taken, so that a second delivery changes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PoolReport {
    /// The brand of the pool.
    pub brand: String,
    /// The pool.
    pub pool: String,
    /// A digest of the pool and of the report's own key, in hexadecimal.
    pub id: String,
    /// The digest of what was reported, in hexadecimal.
    pub request: String,
    /// When it came, RFC 3339.
    pub received: String,
}

/// What a line reported of units of a pool: the same of each of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitReports {
    /// The brand of the pool.
    pub brand: String,
    /// The pool.
    pub pool: String,
    /// What was reported.
    pub report: LineReport,
    /// When it happened, by the line, RFC 3339.
    pub at: String,
    /// Why they were rejected, or the Digital Link of what they were packed into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// AI 21 each.
    pub serials: Vec<String>,
}

/// What a line can report of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LineReport {
    /// Printed and good.
    Printed,
    /// Must not be used.
    Rejected,
    /// Packed into something.
    Aggregated,
}

/// That a unit's hidden code was revealed; the code is in no export.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    /// The product's GTIN.
    pub gtin: String,
    /// AI 21.
    pub serial: String,
    /// When it was first revealed, RFC 3339.
    pub first: String,
    /// A digest of the session in which it was: 16 hexadecimal digits.
    pub session: String,
    /// When it was last revealed in another session, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<String>,
}

/// What the checks of a unit amount to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// The product's GTIN.
    pub gtin: String,
    /// AI 21.
    pub serial: String,
    /// Consumers' checks, counted once a session.
    pub sessions: u32,
    /// Inspectors' and partners' checks.
    #[serde(default)]
    pub professional: u32,
    /// The earliest consumer's check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Sighting>,
    /// The latest sessions, newest last; at most twelve.
    #[serde(default)]
    pub recent: Vec<Sighting>,
    /// The fastest impossible travel that was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel: Option<Travel>,
    /// Sessions that looked again on another day.
    #[serde(default, skip_serializing_if = "super::is_zero")]
    pub returned: u32,
    /// Signals that staff looked into and found nothing wrong with, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<String>,
}

/// One session's latest look at a code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Sighting {
    /// RFC 3339.
    pub at: String,
    /// When the session first looked, RFC 3339; missing where it looked once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// A digest of the session: 16 hexadecimal digits.
    pub session: String,
    /// Where, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Seen>,
}

/// Where a code was seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// How that is known: `device`, `typed` or `address`.
    pub source: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Degrees north and east.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<(f64, f64)>,
    /// In meters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy_m: Option<f64>,
    /// As it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Two sightings too far apart for the time between.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Travel {
    /// The earlier place.
    pub from: String,
    /// The later place.
    pub to: String,
    /// Between them, in km.
    pub km: f64,
    /// Between them, in milliseconds.
    pub ms: u64,
    /// The weaker of the two sources, as [`Seen::source`].
    pub source: String,
}

/// A unit that a person registered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// As the person has it, such as `R-7K3M-Q9XA`.
    pub reference: String,
    /// SHA-256 of the code that only the person has, in hexadecimal.
    pub code_digest: String,
    /// The product's GTIN.
    pub gtin: String,
    /// AI 21.
    pub serial: String,
    /// The account that its points are in.
    pub account: String,
    /// When it was registered, RFC 3339.
    pub registered: String,
    /// Points that were booked for it.
    pub points: u32,
    /// The path of the unit's Digital Link.
    pub path: String,
    /// As given, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bought_on: Option<String>,
    /// As given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// As given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What it rests on, where that is more than the visible code: `supported` or `proven`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Since when its holder reports the unit stolen, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stolen: Option<String>,
    /// When it ended, RFC 3339, where it did without being erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// Why it ended: `displaced`, `transferred` or `decided`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A claim under a recall, or a return.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// As the person has it, such as `C-7K3M-Q9XA`.
    pub reference: String,
    /// SHA-256 of the code that only the person has, in hexadecimal.
    pub code_digest: String,
    /// The recall that it rests on; unset for a return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall: Option<String>,
    /// What it was opened with, where it is a return.
    #[serde(default, rename = "return", skip_serializing_if = "Option::is_none")]
    pub returned: Option<Return>,
    /// The product's GTIN.
    pub gtin: String,
    /// AI 21, where the code has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// The path of the Digital Link.
    pub path: String,
    /// When it was opened, RFC 3339.
    pub opened: String,
    /// What became of it; `open` at first.
    pub status: String,
    /// The remedy asked for.
    pub remedy: String,
    /// As given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// As given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The language that its holder reads, BCP 47.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// A digest of the session that it came from, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What became of it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<ClaimStep>,
}

/// What a return was opened with.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// The reference of the unit's registration.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub registration: String,
    /// What is wrong.
    pub reason: String,
    /// AI 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// As it was registered, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bought_on: Option<String>,
    /// As it was registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// The last day of the warranty, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warranty_until: Option<String>,
    /// What the registration rested on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// The identifier of the place that it is brought to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// Something that became of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClaimStep {
    /// When, RFC 3339.
    pub at: String,
    /// How the claim stands since.
    pub status: String,
    /// Who of the brand's staff; empty for the holder.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by_staff: String,
    /// What was said with it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
}
