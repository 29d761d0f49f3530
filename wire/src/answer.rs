//! The answer to a check: everything that the product page shows.
//!
//! Texts that a brand wrote are already in the reader's language; everything that Touchstone says
//! is a kind with its evidence, and becomes a sentence in the view.

mod batch;
mod link;

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    feedback::Feedback,
    follow::FollowOffer,
    import::{Days, Notice, Spot},
    place::RecyclingPlace,
    returns::OwnUnit,
    shared::Shared,
    suggestion::Suggestions,
};

pub use batch::Batch;
pub use link::Link;

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Answer {
    /// When this was judged, RFC 3339; an offline copy shows its age from it.
    pub judged_at: String,
    /// The language that the brand's texts are in, BCP 47.
    pub language: String,
    /// What the code said.
    pub code: Code,
    /// What is said of it.
    pub verdict: Verdict,
    /// Whose it is.
    #[cfg_attr(feature = "schema", schema(value_type = Option<Brand>))]
    pub brand: Option<Shared<Brand>>,
    /// What it is.
    #[cfg_attr(feature = "schema", schema(value_type = Option<Product>))]
    pub product: Option<Shared<Product>>,
    /// Of which batch.
    #[cfg_attr(feature = "schema", schema(value_type = Option<Batch>))]
    pub batch: Option<Shared<Batch>>,
    /// Which one.
    pub unit: Option<Unit>,
    /// Recalls that cover it, newest first.
    pub recalls: Vec<Recall>,
    /// Where it has been, oldest first.
    pub journey: Vec<Stop>,
    /// How to register it.
    pub registration: Registration,
    /// Its hidden code, where the unit has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<HiddenCode>,
    /// What the brand offers about it elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// How to be told of a later recall, where there is something to follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow: Option<FollowOffer>,
    /// The registration of whoever asks, where the unit is theirs; on pages alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnUnit>,
    /// What people think of it; on pages alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Feedback>,
    /// What its brand suggests beside it; on pages alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestions: Option<Suggestions>,
}

/// What the code said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Code {
    /// The text as scanned.
    pub text: String,
    /// Whether a person typed it.
    pub typed: bool,
    /// `element-string`, `bracketed`, `digital-link`, `plain-gtin`, `other-uri` or `other-text`.
    pub form: String,
    /// Its elements, in the order of the code.
    pub elements: Vec<Element>,
    /// The path of its Digital Link, such as `/01/09506000134352/21/A1`; `None` without an identity.
    pub path: Option<String>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// For a link that is no product's: the brand here that it seems to lead to, and doesn't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pretends: Option<String>,
}

/// One element of an element string or Digital Link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Element {
    /// Application identifier, such as `01`.
    pub ai: String,
    /// Data title, such as `GTIN`.
    pub title: String,
    /// The value as scanned.
    pub value: String,
}

/// Something wrong in a code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Fault {
    /// A kebab-case name; the locale files hold a sentence (`fault-KIND`).
    pub kind: String,
    /// The application identifier that it concerns.
    pub ai: Option<String>,
    /// From where to where in the scanned text, in bytes.
    pub span: [usize; 2],
    /// What the sentence needs besides: the identifiers that are required (`01,02` for one of them,
    /// `01+21` for both), the other identifier of a pair, the name of a coupon's part; or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// Whether a text of this form is a link or a note of another kind: named, and never followed.
#[must_use]
pub fn is_other(form: &str, faults: &[Fault]) -> bool {
    // Nothing at all is no note.
    let is_empty = faults.iter().any(|fault| fault.kind == "empty");
    matches!(form, "other-uri" | "other-text") && !is_empty
}

/// What is said of a code; see `trace::Verdict`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Verdict {
    /// `recalled`, `blocked`, `not-issued`, `suspect`, `mismatch`, `expired`, `unknown`, `product`,
    /// `batch`, `issued` or `confirmed`.
    pub standing: String,
    /// Further troubles, most serious first.
    pub also: Vec<String>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What to do; the first is the main step.
    pub steps: Vec<String>,
    /// For safety-critical products in trouble: `do-not-use` or `do-not-use-until-clear`.
    pub caution: Option<String>,
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Reason {
    /// A kebab-case name; the locale files hold a sentence (`reason-KIND`) and, where it has one,
    /// its limit (`limit-KIND`).
    pub kind: String,
    /// What the sentence needs, by name.
    #[cfg_attr(feature = "schema", schema(value_type = BTreeMap<String, Evidence>))]
    pub evidence: Named,
}

/// Values by name, in the order of their names; a JSON object.
///
/// They are few: a list is faster to make and to search than a map.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Named(Vec<(Cow<'static, str>, Evidence)>);

impl Named {
    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Evidence> {
        self.iter()
            .find_map(|(known, value)| (known == name).then_some(value))
    }

    /// Each with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Evidence)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }
}

impl<N: Into<Cow<'static, str>>> FromIterator<(N, Evidence)> for Named {
    fn from_iter<I: IntoIterator<Item = (N, Evidence)>>(values: I) -> Named {
        let values = values.into_iter();
        let mut values: Vec<_> = values.map(|(name, value)| (name.into(), value)).collect();
        values.sort_by(|(one, _), (other, _)| one.cmp(other));
        Named(values)
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Named, D::Error> {
        let values = BTreeMap::<String, Evidence>::deserialize(deserializer)?;
        Ok(values.into_iter().collect())
    }
}

/// A value in a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// Text as the brand or the code wrote it.
    Text(String),
    /// A whole number.
    Number(i64),
    /// ISO 8601.
    Date(String),
    /// RFC 3339.
    At(String),
    /// ISO 3166-1 alpha-2.
    Countries(Vec<String>),
    /// `device`, `typed` or `address`.
    Source(String),
}

/// The brand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Brand {
    /// Its identifier here.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where to ask.
    pub contact: Contact,
}

/// How to reach somebody; each may be missing.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// An e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A telephone number with country code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// An `https` address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Product {
    /// 14 digits.
    pub gtin: String,
    /// Its name.
    pub name: String,
    /// `medicine`, `food`, `electronics`, `cosmetics`, `battery` or another sector's name.
    pub sector: String,
    /// One sentence.
    pub description: Option<String>,
    /// How to use and store it.
    pub usage: Option<String>,
    /// Path of its picture on this server.
    pub picture: Option<String>,
    /// What people may be allergic to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allergens: Option<String>,
    /// What to compare with the pack in hand, a line each.
    pub compare: Vec<String>,
    /// The same with its parts; the first three are asked about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub looks: Vec<Look>,
    /// Where on the pack batch, date and serial stand, where the brand shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<Printed>,
    /// Whether trouble first says whether to use it meanwhile.
    pub safety_critical: bool,
    /// What its brand says to do while it is in trouble.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<Safety>,
    /// Whether its packs are numbered one by one.
    pub serialized: bool,
    /// Parts of the product and its pack with what to do with each.
    pub parts: Vec<Part>,
    /// Where its parts can be brought; nearest first where a place was given, else empty.
    pub places: Vec<RecyclingPlace>,
}

/// Where on a pack it says which one it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Printed {
    /// Path of the picture on this server.
    pub picture: Option<String>,
    /// Where the batch stands on it.
    pub batch: Option<Spot>,
    /// Where the date stands on it.
    pub date: Option<Spot>,
    /// Where the serial stands on it.
    pub serial: Option<Spot>,
    /// The same in a sentence.
    pub hint: Option<String>,
}

/// What to do while a safety-critical product is in trouble.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Safety {
    /// Whether to use it meanwhile.
    pub meanwhile: Option<String>,
    /// Whom to ask.
    pub ask: Option<String>,
    /// How to reach them.
    pub contact: Contact,
}

/// Something to compare with the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Look {
    /// The part of the pack ("Seal"), where the brand names one.
    pub part: Option<String>,
    /// How it looks on a right pack.
    pub look: String,
    /// Where it is on the picture.
    pub at: Option<Spot>,
}

/// A part of the product or its pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Part {
    /// What it is ("bottle").
    pub name: String,
    /// What it is made of, a name that recycling places use too (`glass`, `paper`, `pet`, `batteries`).
    pub material: String,
    /// In grams.
    pub grams: Option<f64>,
    /// How much of the material is recycled, in percent of its mass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recycled_percent: Option<f64>,
    /// Whether it is made to be used again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reusable: Option<bool>,
    /// What to do with it, in a sentence: where the reader is, if that is known and told apart.
    pub advice: String,
    /// What one gets back for it: in the reader's country alone where that is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deposits: Vec<Deposit>,
}

/// What one gets back for an empty part in a country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Deposit {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// In the currency's main unit.
    pub amount: f64,
    /// ISO 4217.
    pub currency: String,
    /// What the scheme is called there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
}

/// The unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Unit {
    /// Its serial.
    pub serial: String,
    /// `active`, `sold`, `stolen`, …; see `trace::UnitState`.
    pub state: String,
    /// Consumers' checks so far, this one included, counted once a session.
    pub checks: u32,
}

/// A recall, with what GPSR Article 36 asks of a notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Recall {
    /// Its identifier.
    pub id: String,
    /// When it was published, ISO 8601.
    pub on: String,
    /// The hazard, without softening words.
    pub hazard: String,
    /// What to do now.
    pub instruction: String,
    /// `refund`, `repair`, `replacement`; at least one.
    pub remedies: Vec<String>,
    /// Where to ask about it.
    pub contact: Contact,
    /// Where to bring it; nearest first where a place was given.
    pub return_places: Vec<RecyclingPlace>,
    /// `certain`, or `possible` where the code doesn't say enough, or where nobody of the brand
    /// confirmed the notice that it was taken from.
    #[serde(default = "certain")]
    pub certainty: String,
    /// Its number with an authority, or its identifier.
    #[serde(default)]
    pub number: String,
    /// Path of a picture of what is recalled on this server.
    #[serde(default)]
    pub picture: Option<String>,
    /// Where on the product its batch or number stands.
    #[serde(default)]
    pub identification: Option<String>,
    /// When, where and by whom it was sold.
    #[serde(default)]
    pub sold: Option<String>,
    /// The batches that it covers; empty for all.
    #[serde(default)]
    pub batches: Vec<String>,
    /// The serials that it covers, single ones and ranges, `A1 – A9`; empty for all.
    #[serde(default)]
    pub serials: Vec<String>,
    /// Days of production that it covers alone.
    #[serde(default)]
    pub produced: Option<Days>,
    /// Expiry and best-before dates that it covers alone.
    #[serde(default)]
    pub expires: Option<Days>,
    /// The authority's notice that it was taken from, where it was.
    #[serde(default)]
    pub notice: Option<Notice>,
}

fn certain() -> String {
    "certain".to_owned()
}

/// One stop of the journey, or a gap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Stop {
    /// When, RFC 3339.
    pub at: String,
    /// The bare CBV business step (`shipping`) or the event's kind; the locale files hold a
    /// word (`step-KIND`) for the ones that people meet.
    pub step: String,
    /// The bare CBV disposition.
    pub disposition: Option<String>,
    /// The place's name and town, where the place is known here; `None` also where it is not public.
    pub place: Option<String>,
    /// Its country.
    pub country: Option<String>,
    /// Path of a picture of the place on this server.
    pub picture: Option<String>,
    /// Who holds the place, where known.
    pub holder: Option<String>,
    /// What the stop is about, where it is not the unit itself: a batch of an ingredient, a pallet.
    pub about: Option<String>,
    /// Steps back from the unit: 0 itself, 1 what it was made from, and so on.
    pub depth: usize,
    /// Days after this stop about which nothing is known, where that is a gap.
    pub gap_days: Option<i64>,
}

/// What became of a unit's hidden code; see `trace::Hidden`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct HiddenCode {
    /// `sealed`; `yours` and `revealed` for once, in this session or in another; `revealed-again`.
    pub state: String,
    /// When it was first revealed, RFC 3339.
    pub first_at: Option<String>,
}

/// Whether this unit can be registered now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Registration {
    /// Whether the form is open for it.
    pub open: bool,
    /// Whether somebody registered it already; never who.
    pub taken: bool,
    /// Points for registering.
    pub points: u32,
    /// Months of warranty from the purchase.
    pub warranty_months: Option<u32>,
    /// Whether its sale is on record: then the number on the receipt may prove whose it is.
    pub is_sold: bool,
    /// Whether somebody has it registered; never who. They may be displaced by who proves more.
    pub is_held: bool,
}
