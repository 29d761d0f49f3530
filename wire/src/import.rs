//! A line of an import file (JSON Lines), as `touchstone import` and the demo read it.
//!
//! Every record names itself by `type`. The same file twice changes nothing.
//! Texts are given by language: `{"en": "…", "de": "…"}`; English is the fallback.

mod batch;
mod compare;
mod inspected;
mod kept;
mod link;
mod master_data;
mod paper;
mod points;
mod recall;
mod returns;
mod safety;
mod stage;
mod suggest;
mod thresholds;
mod watched;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use batch::Batch;
pub use compare::{Compare, ComparePart, Printed, Spot};
pub use inspected::{
    InspectionFollowUp, InspectionLines, InspectionPhotoPart, InspectionTerm, InspectorDevice,
    SealPublicKey, SignedLine,
};
pub use kept::{
    Checks, Claim, ClaimStep, LineReport, NumberPool, PoolReport, Registration, Return, Reveal,
    Seen, Sighting, Travel, UnitReports,
};
pub use link::{Link, SerialRange};
pub use master_data::{MasterData, MasterDatum};
pub use paper::{Certificate, Content, Document, Ingredient, Recipe, Storage};
pub use points::{PointsMoved, Reward, RewardRules, Voucher, VoucherKind};
pub use recall::{Days, Notice, Recall};
pub use returns::{RETURN_REMEDIES, Returns};
pub use safety::Safety;
pub use stage::Stage;
pub use suggest::Suggests;
pub use thresholds::Thresholds;
pub use watched::{LotSeen, NeverIssued, SignalSeen};

use crate::answer::Contact;

/// A text by BCP 47 language.
pub type Text = BTreeMap<String, String>;

/// One line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Record {
    /// A brand; before anything of its own.
    Brand(Brand),
    /// A product of a brand.
    Product(Product),
    /// A batch of a product.
    Batch(Batch),
    /// Units with serials of the brand's own.
    Units(Units),
    /// A place where things are made, kept, sold, recycled or returned.
    Place(Place),
    /// A recall.
    Recall(Recall),
    /// Where a resolver sends who asks for one kind of thing about an item.
    Link(Link),
    /// How a product is made.
    Recipe(Recipe),
    /// How a product must be kept.
    Storage(Storage),
    /// A certificate.
    Certificate(Certificate),
    /// A document or picture.
    Document(Document),
    /// How far a batch or a range of issued serials has come.
    State(State),
    /// A public key that codes are signed with.
    SigningKey(SigningKey),
    /// A picture that later records name.
    Picture(Picture),
    /// A range of issued serials.
    Issued(Issued),
    /// Serials that a production line asked for.
    NumberPool(NumberPool),
    /// What a line reported of units of a pool.
    UnitReports(UnitReports),
    /// That a line's report was taken.
    PoolReport(PoolReport),
    /// That a unit's hidden code was revealed.
    Reveal(Reveal),
    /// What the checks of a unit amount to.
    Checks(Checks),
    /// Something that a brand should look into, or has looked into.
    Signal(SignalSeen),
    /// Where the units of a batch were checked.
    LotSeen(LotSeen),
    /// How many serials were scanned that nobody issued.
    NeverIssued(NeverIssued),
    /// What a brand gives points for.
    RewardRules(RewardRules),
    /// A kind of voucher.
    VoucherKind(VoucherKind),
    /// A deed that earned points, or waits for them.
    Reward(Reward),
    /// Points that went from one account to another.
    PointsMoved(PointsMoved),
    /// A voucher that somebody took.
    Voucher(Voucher),
    /// A unit that a person registered.
    Registration(Registration),
    /// A claim under a recall.
    Claim(Claim),
    /// A key that seals reports of inspections.
    SealPublicKey(SealPublicKey),
    /// What inspectors choose from.
    InspectionTerm(InspectionTerm),
    /// A device of inspectors.
    InspectorDevice(InspectorDevice),
    /// What was written down on one.
    InspectionLines(InspectionLines),
    /// What was said about an inspection.
    InspectionFollowUp(InspectionFollowUp),
    /// A part of a photograph of an inspection.
    InspectionPhotoPart(InspectionPhotoPart),
    /// What documents of events say in their headers.
    MasterData(MasterData),
    /// An EPCIS event.
    Event(Event),
}

/// A brand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// Lower-case letters, digits and hyphens; unique here.
    pub id: String,
    /// Its name.
    pub name: String,
    /// GS1 Company Prefixes, digits only; its GTINs must begin with one of them, or be restricted
    /// circulation numbers (02, 04, 20 to 29), which are nobody's and told as in-house.
    pub prefixes: Vec<String>,
    /// Its own GLN, by which the trade knows who answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gln: Option<String>,
    /// Where people can ask.
    #[serde(default)]
    pub contact: Contact,
    /// The domains that its own links lead to, such as `northbeam.example`; each stands for what is
    /// below it, too. Where there are any, links elsewhere are told not to lead to the brand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// The origins of its own pages that may register its units, such as
    /// `https://shop.northbeam.example`, by a request or in a frame.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
    /// How its checks are judged, where that differs from the usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thresholds: Option<Thresholds>,
    /// Whether a unit can be registered only once its sale is on record here, as the brand's shops
    /// report it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub registers_sold_only: bool,
}

/// A product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// The brand's identifier.
    pub brand: String,
    /// 8, 12, 13 or 14 digits with a right check digit.
    pub gtin: String,
    /// Its name.
    pub name: Text,
    /// `medicine`, `food`, `electronics`, `cosmetics`, `battery` or another sector's name.
    pub sector: String,
    /// One sentence.
    #[serde(default)]
    pub description: Text,
    /// How to use and store it.
    #[serde(default)]
    pub usage: Text,
    /// A file name in the import's `pictures` folder (SVG, PNG, JPEG or WebP).
    #[serde(default)]
    pub picture: Option<String>,
    /// What people may be allergic to, in every batch that doesn't say it for itself.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub allergens: Text,
    /// What to compare with the pack in hand: seal, batch, color. The first three are asked.
    #[serde(default)]
    pub compare: Vec<Compare>,
    /// Where on the pack batch, date and serial stand, for who types them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<Printed>,
    /// Medicine, infant food and the like.
    #[serde(default)]
    pub safety_critical: bool,
    /// With `safety_critical`: what to do while it is in trouble.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<Safety>,
    /// Which serials of it are known here.
    pub serials: Serials,
    /// With `declared`: from which date of issue on all serials are here, ISO 8601.
    #[serde(default)]
    pub serials_since: Option<String>,
    /// Months of warranty from the purchase.
    #[serde(default)]
    pub warranty_months: Option<u32>,
    /// Points for registering a unit.
    #[serde(default)]
    pub registration_points: u32,
    /// Parts of the product and its pack.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// What its brand does about one that doesn't work, or isn't wanted; unset: nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns: Option<Returns>,
    /// What its holders may be told of beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggests: Vec<Suggests>,
    /// GTINs that it had before: their codes answer as this product, and stay valid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
}

/// Which serials of a product are known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Serials {
    /// Packs are not numbered.
    NotNumbered,
    /// Some are imported; absence says nothing.
    Partial,
    /// All are.
    Declared,
}

/// Materials that parts are made of and recycling places take.
pub const MATERIALS: [&str; 12] = [
    "glass",
    "paper",
    "cardboard",
    "pet",
    "plastic",
    "metal",
    "aluminium",
    "organic",
    "electronics",
    "batteries",
    "medicine",
    "residual",
];

/// A part of a product or its pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it is.
    pub name: Text,
    /// One of [`MATERIALS`].
    pub material: String,
    /// In grams.
    #[serde(default)]
    pub grams: Option<f64>,
    /// How much of the material is recycled, in percent of its mass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recycled_percent: Option<f64>,
    /// Whether it is made to be used again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reusable: Option<bool>,
    /// The markets whose packs have it, ISO 3166-1 alpha-2; empty for all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markets: Vec<String>,
    /// What to do with it.
    pub advice: Text,
    /// What holds in single countries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub local: Vec<LocalPart>,
}

/// What holds for a part in one country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalPart {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// What to do with it there, where that is something else.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub advice: Text,
    /// What one gets back for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit: Option<Deposit>,
}

/// What one gets back for an empty part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Deposit {
    /// In the currency's main unit.
    pub amount: f64,
    /// ISO 4217.
    pub currency: String,
    /// What the scheme is called there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
}

/// Units of a batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Units {
    /// The product's GTIN.
    pub gtin: String,
    /// The batch's number.
    pub batch: String,
    /// When they were issued, ISO 8601.
    #[serde(default)]
    pub issued_on: Option<String>,
    /// How far they have come; nothing is said where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Stage>,
    /// Whether the state holds even where it is less than what is on record.
    #[serde(default, skip_serializing_if = "is_false")]
    pub correction: bool,
    /// AI 21 each: 1 to 20 characters of GS1's character set 82.
    pub serials: Vec<String>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// A place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// A GLN (13 digits with a right check digit), or an identifier of the source's own.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `farm`, `plant`, `warehouse`, `shop`, `recycling`, or another.
    pub kind: String,
    /// Street and number.
    #[serde(default)]
    pub street: Option<String>,
    /// Town.
    pub town: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Who runs it.
    #[serde(default)]
    pub holder: Option<String>,
    /// Opening hours.
    #[serde(default)]
    pub hours: Option<String>,
    /// A file name in the import's `pictures` folder.
    #[serde(default)]
    pub picture: Option<String>,
    /// Materials that it takes, as in [`Part::material`].
    #[serde(default)]
    pub accepts: Vec<String>,
    /// Brands all of whose products it takes back, by identifier.
    #[serde(default)]
    pub returns: Vec<String>,
    /// Products that it takes back beside those, by GTIN.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub return_products: Vec<String>,
    /// What it gives for what is brought back, of `repair`, `replacement` and `refund`; where it says
    /// none, it takes whatever is brought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<String>,
}

/// A picture, for the records of the same import that name it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// As the records behind it name it.
    pub name: String,
    /// The file, in base64 (RFC 4648, section 4).
    pub base64: String,
}

/// Serials that were issued together, none of them written out: the issue key makes them anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// The product's GTIN.
    pub gtin: String,
    /// The batch's number.
    pub batch: String,
    /// The first counter.
    pub first: u64,
    /// How many there are.
    pub count: u64,
    /// When they were issued, ISO 8601.
    pub issued_on: String,
    /// The digest of the issue key, in hexadecimal; the key itself is in no export.
    pub key: String,
    /// That of the hidden key, where each has a hidden code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden_key: Option<String>,
    /// The name of the key that signs their codes, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing_key: Option<String>,
}

/// An EPCIS event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The identifier of the brand that captured it.
    pub brand: String,
    /// When it was captured, RFC 3339; now where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<String>,
    /// The event as EPCIS 2.0 writes it in JSON.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub event: serde_json::Value,
}

/// How far many units have come at once; single ones are told by [`Units`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct State {
    /// The product's GTIN.
    pub gtin: String,
    /// The batch's number.
    pub batch: String,
    /// How far.
    pub state: Stage,
    /// The first counter of a range of issued serials; the whole batch where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<u64>,
    /// How many of that range, from its first on; all where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// Whether it holds even where it is less than what is on record.
    #[serde(default, skip_serializing_if = "is_false")]
    pub correction: bool,
}

/// A public key that codes are signed with; the private one is in no export.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SigningKey {
    /// The identifier of the brand whose it is.
    pub brand: String,
    /// What codes call it by.
    pub id: String,
    /// Ed25519, in hexadecimal.
    pub public_key: String,
    /// When it was made, RFC 3339.
    pub created: String,
    /// When it was revoked, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<String>,
}
