//! What inspectors wrote down, as `touchstone export` writes it and an import takes it back: lines as
//! devices signed them, so that their chains hold on the other side, too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The public half of a key that seals reports and signs what the server witnessed, in use or retired.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SealPublicKey {
    /// Base64 of 32 bytes.
    pub public_key: String,
    /// Since when it seals, RFC 3339; missing for one that was there from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// When another one took its place, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<String>,
}

/// A reason of findings, or a ground of decisions, in an organisation's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InspectionTerm {
    /// Whose inspectors choose from it.
    pub organisation: String,
    /// `reason` or `ground`.
    pub list: String,
    /// As entries name it: 1 to 40 small letters, digits and hyphens.
    pub id: String,
    /// What people call it, by language.
    pub words: BTreeMap<String, String>,
    /// Of a reason: `minor`, `major` or `critical`, unless the inspector says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// Of a ground: `release`, `detain`, `seize`; empty for everything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<String>,
    /// Its place in the list, the least first.
    pub position: i64,
    /// When it was taken out of the list, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<String>,
}

/// A device that signs what inspectors write down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InspectorDevice {
    /// Whose findings it signs.
    pub organisation: String,
    /// Base64 of the 65 bytes of an uncompressed point of P-256.
    pub public_key: String,
    /// What people call it.
    pub name: String,
    /// Who signed it in last: the member's identifier.
    pub staff: String,
    /// When it was registered first, RFC 3339.
    pub registered: String,
    /// When it was last here, RFC 3339.
    pub seen: String,
    /// When it was locked, RFC 3339, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked: Option<String>,
}

/// Lines of one chain that came at once, in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InspectionLines {
    /// Whose inspection it is.
    pub organisation: String,
    /// When the server had them first, RFC 3339.
    pub received: String,
    /// Whether the device was locked by then.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub after_lock: bool,
    /// Whether who wrote them was no member of the organisation by then.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub by_stranger: bool,
    /// The lines; each names its inspection, its device and its number.
    pub lines: Vec<SignedLine>,
}

/// A line as it was signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignedLine {
    /// The entry's JSON, byte by byte.
    pub entry: String,
    /// Base64 of the device's signature over it.
    pub signature: String,
}

/// What was said at the desk about an inspection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InspectionFollowUp {
    /// The inspection's name.
    pub inspection: String,
    /// 1 for the first word about it.
    pub number: i64,
    /// Whether it is done.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub done: bool,
    /// The member who looks after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// What is to be done, or was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The member who wrote this.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
}

/// A part of a photograph; the parts follow each other, and with the last the digest must fit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InspectionPhotoPart {
    /// Whose it is.
    pub organisation: String,
    /// Of the whole, 64 digits of hexadecimal: as lines name it.
    pub sha256: String,
    /// Bytes of the whole.
    pub size: u64,
    /// How many bytes come before this part.
    pub at: u64,
    /// When it was last asked for, RFC 3339.
    pub begun: String,
    /// When all of it was here, RFC 3339.
    pub done: String,
    /// The part's bytes.
    pub base64: String,
}
