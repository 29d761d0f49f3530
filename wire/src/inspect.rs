//! What a field inspector's phone and the server say to each other.

use serde::{Deserialize, Serialize};

use crate::{
    answer::{Fault, Named},
    granted,
    verify::PlaceGiven,
};

/// Reasons of findings where the organisation has no list of its own.
pub const REASONS: [&str; 10] = [
    "suspected-counterfeit",
    "recalled-on-sale",
    "expired-on-sale",
    "wrong-market",
    "seal-broken",
    "label-damaged",
    "code-unreadable",
    "stored-wrong",
    "no-papers",
    "other",
];

/// Grounds of decisions where the organisation has no list of its own.
pub const GROUNDS: [&str; 6] = [
    "suspected-counterfeit",
    "recalled",
    "expired",
    "wrong-market",
    "papers-missing",
    "nothing-found",
];

/// `POST /v1/sweep`: many codes at once, in the order in which they were read.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SweepRequest {
    /// At most 200.
    pub codes: Vec<SweptCode>,
    /// The market that the inspector is in, ISO 3166-1 alpha-2, where they said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
    /// Where they are, as far as their device said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceGiven>,
    /// The inspection that the codes are read in, as the device calls it; at most 64 letters, digits
    /// and hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inspection: Option<String>,
}

/// One code of a sweep.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SweptCode {
    /// The text as scanned, GS separators (U+001D) included; at most 4096 bytes.
    pub code: String,
    /// The ISO/IEC 15424 identifier of the symbol, such as `]d2`, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbology_identifier: Option<String>,
    /// When it was scanned, RFC 3339; may lie in the past, and is clamped to the last 31 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scanned_at: Option<String>,
}

/// The answer to a sweep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SweepAnswer {
    /// When this was judged, RFC 3339.
    pub judged_at: String,
    /// The language of the texts, BCP 47.
    pub language: String,
    /// The market that everything was judged for, where one was said or follows from the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
    /// One for each code, in the order of the question.
    pub answers: Vec<Swept>,
}

/// What is said of one code: the consumer's answer, and the inspector's view of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Swept {
    /// `element-string`, `bracketed`, `digital-link`, `plain-gtin`, `other-uri` or `other-text`.
    pub form: String,
    /// The path of its Digital Link, such as `/01/09506000134352/21/A1`; `None` without an identity.
    pub path: Option<String>,
    /// What is wrong with the code.
    pub faults: Vec<Fault>,
    /// As in [`crate::answer::Verdict::standing`].
    pub standing: String,
    /// Further troubles, most serious first.
    pub also: Vec<String>,
    /// Why, signals with their evidence among it.
    pub reasons: Vec<SweptReason>,
    /// What to do; the first is the main step.
    pub steps: Vec<String>,
    /// For safety-critical products in trouble: `do-not-use` or `do-not-use-until-clear`.
    pub caution: Option<String>,
    /// The brand's name.
    pub brand: Option<String>,
    /// What it is.
    pub product: Option<SweptProduct>,
    /// The number of its batch: of the code, or else of the record.
    pub batch: Option<String>,
    /// Its serial, as the code says.
    pub serial: Option<String>,
    /// When it expires.
    pub expiry: Option<Expiry>,
    /// The recalls that cover it, or may, newest first: what each is about in one sentence.
    pub recalls: Vec<SweptRecall>,
    /// What only an inspector sees; `None` where the brand did not let them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<InspectorView>,
}

/// A reason with its sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SweptReason {
    /// A kebab-case name.
    pub kind: String,
    /// What the sentence rests on, by name.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, crate::answer::Evidence>))]
    pub evidence: Named,
    /// The sentence, in the reader's language.
    pub sentence: String,
    /// What it does not say, where it has a limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
    /// The signal's name where the reason is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signal: Option<String>,
}

/// The product, in short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SweptProduct {
    /// 14 digits.
    pub gtin: String,
    /// Its name, in the reader's language where the brand gave it.
    pub name: String,
    /// Path of its picture on this server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// Whether trouble can hurt.
    pub safety_critical: bool,
}

/// A recall, in short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SweptRecall {
    /// Its number with an authority, or its identifier.
    pub number: String,
    /// When it was published, ISO 8601.
    pub on: String,
    /// The hazard.
    pub hazard: String,
    /// `certain` or `possible`.
    pub certainty: String,
}

/// When something expires, and how it stands in the order of a sweep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Expiry {
    /// ISO 8601.
    pub on: String,
    /// `expiry` or `best-before`.
    pub kind: String,
    /// Whole days left; negative once it passed.
    pub days_left: i64,
    /// First expired, first out: 1 for what is to go first of all packs of its product in this sweep;
    /// packs of the same date have the same place.
    pub order: u32,
}

/// What only an inspector sees.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct InspectorView {
    /// `own` for the brand's own inspectors; else as deep as the brand granted: `record`, `journey`
    /// or `evidence`, each of which holds the ones before it.
    pub depth: String,
    /// The markets that its batch was made for, ISO 3166-1 alpha-2; empty says nothing.
    pub markets: Vec<String>,
    /// Whether it is where it was meant to be; `None` where its markets or the inspector's market are
    /// not known.
    pub is_in_market: Option<bool>,
    /// `active`, `sold`, `stolen`, …; `None` where its serial is on no record.
    pub state: Option<String>,
    /// Since when, RFC 3339.
    pub since: Option<String>,
    /// `allocated`, `printed`, `applied` or `shipped`; `None` where its serial is on no record.
    pub stage: Option<String>,
    /// When it was made, ISO 8601.
    pub produced: Option<String>,
    /// From `journey` on: where it was last seen on its way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LastPlace>,
    /// From `journey` on: what it belongs in, the innermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<Parent>,
    /// From `journey` on: how long it has been in the trade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Age>,
    /// From `evidence` on: what checks tell, and the warnings on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<granted::Evidence>,
    /// From `evidence` on: checks of inspectors and of the trade, this one included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub professional_checks: Option<u32>,
}

/// Where something was last seen on its way, before any report of loss.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LastPlace {
    /// The place's name and town, or its identifier where it is not known here.
    pub place: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Who holds the place.
    pub holder: Option<String>,
    /// The bare CBV business step.
    pub step: String,
    /// When, RFC 3339.
    pub at: String,
}

/// What a pack belongs in.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Parent {
    /// Its EPC as events name it: `00/106141412345678908`.
    pub epc: String,
    /// 18 digits, where it is a logistic unit.
    pub sscc: Option<String>,
    /// How many packings away: 1 for what the pack itself is in.
    pub level: u32,
    /// When the pack, or what it is in, was put in, RFC 3339.
    pub since: String,
    /// Whether it was taken out since, RFC 3339.
    pub until: Option<String>,
    /// Where and when it was last received, where events say so.
    pub received: Option<LastPlace>,
}

/// How long something has been in the trade.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Age {
    /// `received`, `shipped` or `produced`: what the days are counted from, the latest known.
    pub from: String,
    /// ISO 8601.
    pub on: String,
    /// Whole days since.
    pub days: i64,
}

/// `POST /v1/inspector/devices`: the key of a device that a member signs on.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DeviceAsked {
    /// What people call it; 1 to 60 characters.
    pub name: String,
    /// Its ECDSA P-256 public key: the 65 bytes of the uncompressed point in base64 with padding, as
    /// `exportKey("raw", …)` gives them.
    pub public_key: String,
}

/// A device that signs what is found.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Device {
    /// SHA-256 of those 65 bytes, in 64 lower-case hexadecimal digits.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Who signed it in last, as colleagues call them.
    pub inspector: String,
    /// The same as entries name them: the member's identifier.
    pub inspector_id: String,
    /// When it was registered first, RFC 3339.
    pub registered_at: String,
    /// When it was last here, RFC 3339.
    pub seen_at: String,
    /// When it was locked, RFC 3339, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked_at: Option<String>,
}

/// `GET /v1/inspector/devices`: those of the member who asks.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Devices {
    /// The newest first.
    pub devices: Vec<Device>,
}

/// `/.well-known/touchstone-seal-keys.json`: what offline packs, reports and witnesses are signed with.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SealKeys {
    /// The newest first.
    pub keys: Vec<SealKey>,
}

/// A public key of the server's.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SealKey {
    /// SHA-256 of its 32 bytes, in 64 lower-case hexadecimal digits; packs name the first 16 of them.
    pub id: String,
    /// Ed25519: its 32 bytes in base64 with padding.
    pub public_key: String,
}

/// `POST /v1/inspections/entries`: lines of one chain, which is one inspection on one device.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LinesSent {
    /// In their order, at most 200.
    pub lines: Vec<LineSent>,
}

/// A line as the device has it; `evidence::Line`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LineSent {
    /// The JSON of an entry, exactly as it was signed.
    pub entry: String,
    /// The device's signature over it: base64 of 64 bytes.
    pub signature: String,
}

/// The answer to it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// That the server had the last line of the request, and all before it; the same again for the
    /// same line.
    pub witness: WitnessGiven,
    /// Where the chain ends on the server.
    pub head: ChainHead,
    /// When the device was locked, RFC 3339, where it is: it sends what it has, and signs no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked_at: Option<String>,
}

/// What the server witnessed; `evidence::Witness`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct WitnessGiven {
    /// The JSON of a statement, exactly as it was signed.
    pub statement: String,
    /// What the server's key is called.
    pub key: String,
    /// Base64 of the 64 bytes of its signature.
    pub signature: String,
}

/// `GET /v1/inspections/entries/{device}`: where each of a device's chains ends on the server.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ChainHeads {
    /// The inspection that began last first; at most 200.
    pub heads: Vec<ChainHead>,
    /// When the device was locked, RFC 3339, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked_at: Option<String>,
}

/// The end of a chain as the server has it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ChainHead {
    /// The inspection.
    pub inspection: String,
    /// The last line's number; 0 while there is none.
    pub sequence: u64,
    /// Its digest, in 64 lower-case hexadecimal digits; empty while there is none.
    pub digest: String,
}

/// `GET /v1/consignments/{id}`: what is in a consignment, by the events of brands whose products one may
/// follow.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ConsignmentFound {
    /// As it was asked for.
    pub id: String,
    /// `sscc` or `despatch-note`.
    pub kind: String,
    /// Where it last left somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipped: Option<LastPlace>,
    /// Where it last came to somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<LastPlace>,
    /// Where the last of it was taken out, where nothing is in it any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unpacked: Option<LastPlace>,
    /// What is in it now, the outer before the inner; of one that was unpacked, what was in it before.
    pub things: Vec<PackedThing>,
    /// Whether there is more than the list holds, which is 5000.
    pub is_cut: bool,
}

/// A case, a pallet, a pack, or so many of a batch.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PackedThing {
    /// As events name it: `00/106141412345678908`, `01/09506000134352/21/A1`.
    pub epc: String,
    /// What it is in; `None` for the outermost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// How many packings deep: 0 for the outermost.
    pub level: u32,
    /// The identifier of the brand that says so.
    pub brand: String,
    /// 18 digits, of a logistic unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sscc: Option<String>,
    /// 14 digits, of a trade item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
    /// AI 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// AI 21.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// How many, where they are not numbered one by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<f64>,
}

/// `GET /v1/inspector`: whose hand a phone is in; it keeps this for when it has no network.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct InspectorMe {
    /// The member's identifier, as entries name it.
    pub inspector: String,
    /// As colleagues call them.
    pub name: String,
    /// Whom they work for.
    pub organisation: String,
    /// The brands whose products they may take along: identifier and name.
    pub brands: Vec<(String, String)>,
    /// Reasons of findings, identifier and text, where the organisation has a list of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<(String, String)>,
    /// Grounds of decisions and seizures, identifier and text, where it has one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<(String, String)>,
    /// How bad findings of a reason are unless the inspector says otherwise: the reason's identifier and
    /// `minor`, `major` or `critical`; reasons without one are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub severities: Vec<(String, String)>,
    /// What a ground is for: its identifier and `release`, `detain` or `seize`, a pair for each; a ground
    /// without a pair is for all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ground_decisions: Vec<(String, String)>,
}
