//! A pedigree as programs and pages get it: things, how they are tied, and what was told of each.
//!
//! There are thousands of steps, so what they say may be borrowed from whatever tells it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The whole of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pedigree<'a> {
    /// When this was put together, RFC 3339.
    pub made_at: String,
    /// The language that the brand's texts are in, BCP 47.
    pub language: String,
    /// The path of the Digital Link that was asked about, or the EPC's URI.
    pub path: String,
    /// The brand's name.
    pub brand: String,
    /// `public` for everybody, `full` for the brand and whom it lets look.
    pub view: String,
    /// What happened, by time.
    pub steps: Vec<Step<'a>>,
    /// The things; the first is the one that was asked about.
    pub things: Vec<Thing>,
    /// How they are tied.
    pub bonds: Vec<Bond>,
    /// What is missing.
    pub gaps: Vec<Gap>,
    /// What sensors told along the way of the first thing.
    pub exposures: Vec<Exposure>,
    /// What does not add up.
    pub findings: Vec<Finding>,
    /// How much is left of the lots that went in; empty in the public view.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<Lot>,
    /// Certificates, each once.
    pub certificates: Vec<Certificate>,
    /// Documents and pictures, each once.
    pub documents: Vec<Document>,
    /// The places, each once.
    pub places: Vec<Place>,
    /// Where the walk stopped before it was done: `levels`, `things` or `events`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
}

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Step<'a> {
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// The bare name of what was done, or of the event's kind.
    pub did: Cow<'a, str>,
    /// What it was thereafter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposition: Option<Cow<'a, str>>,
    /// Dispositions that last from here on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set: Vec<Cow<'a, str>>,
    /// Dispositions that end here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unset: Vec<Cow<'a, str>>,
    /// Where: an index into `places`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
    /// That it was declared to be an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<DeclaredError>,
    /// Indexes into `certificates`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<usize>,
    /// Indexes into `documents`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<usize>,
    /// The event's hash; not in the public view, like all below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Cow<'a, str>>,
    /// How much of which class.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<Quantity<'a>>,
    /// Documents of business: type and identifier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transactions: Vec<(String, String)>,
    /// Who gave it away: type and identifier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<(String, String)>,
    /// Who was to get it: type and identifier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub destinations: Vec<(String, String)>,
}

/// That an event was declared to be an error. Nothing rests on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DeclaredError {
    /// When that was declared, RFC 3339.
    pub at: String,
    /// The bare name of the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The events that stand in its place, by identifier; not in the public view.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected_by: Vec<String>,
}

/// How much of a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Quantity<'a> {
    /// `in`, `out` or `of`.
    pub role: Cow<'a, str>,
    /// The class: the path of its Digital Link.
    pub class: String,
    /// How much; `None` where the event doesn't say.
    pub quantity: Option<f64>,
    /// UN/CEFACT Recommendation 20; `None` counts pieces.
    pub uom: Option<Cow<'a, str>>,
}

/// A thing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Thing {
    /// The path of its Digital Link, or its URI.
    pub path: String,
    /// What it is to the first one: `subject`, `class`, `container`, `content`, `source`, `product`.
    pub side: String,
    /// Steps through transformations: below 0 what it was made of, above 0 what was made of it.
    pub level: i32,
    /// What it is called, where that is known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The path of its picture on this server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// Its batch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// Its serial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// What is told of it, by time.
    pub story: Vec<Told>,
    /// Indexes into `certificates`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<usize>,
    /// Indexes into `documents`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<usize>,
}

/// A step in a thing's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Told {
    /// An index into `steps`.
    pub step: usize,
    /// The container that it is told of, an index into `things`; missing where it is told of the
    /// thing itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<usize>,
}

/// A tie between two things.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Bond {
    /// An index into `things`.
    pub from: usize,
    /// An index into `things`.
    pub to: usize,
    /// `made`: the first was used up for the second; `packed`: it was put into it; `member`: it is
    /// one of it.
    pub kind: String,
    /// The step that tells it, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<usize>,
    /// Until when it held, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// Something that is missing in a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Gap {
    /// Whose story: an index into `things`.
    pub thing: usize,
    /// `silence`, `origin`, `inputs`, `receipt`, `dispatch`, `packing` or `end`.
    pub kind: String,
    /// The step before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<usize>,
    /// The step behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<usize>,
    /// How long, in days.
    pub days: i64,
}

/// A curve of what was measured, with its limits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Exposure {
    /// `temperature`, or another measure.
    pub measure: String,
    /// UN/CEFACT Recommendation 20.
    pub uom: String,
    /// Not below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Not above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Minutes outside of the limits that do no harm.
    pub minutes: i64,
    /// Whether it was outside for longer.
    pub is_broken: bool,
    /// What was read, by time.
    pub samples: Vec<Sample>,
    /// When it was outside.
    pub spells: Vec<Spell>,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sample {
    /// When it began, RFC 3339.
    pub from: String,
    /// When it ended; the same for a moment.
    pub until: String,
    /// The lowest.
    pub min: f64,
    /// The highest.
    pub max: f64,
    /// The step that tells it.
    pub step: usize,
}

/// A time outside of the limits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Spell {
    /// When it began, RFC 3339.
    pub from: String,
    /// When it was over.
    pub until: String,
    /// How long, in minutes.
    pub minutes: i64,
    /// The value farthest outside.
    pub worst: f64,
    /// Whether that was longer than does no harm.
    pub is_broken: bool,
}

/// Something that does not add up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Finding {
    /// A kebab-case name; the locale files hold a sentence (`finding-KIND`).
    pub kind: String,
    /// What is put in doubt, as people call it.
    pub about: String,
    /// The path of that.
    pub about_path: String,
    /// What went in, as people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// When, RFC 3339.
    pub at: String,
    /// The step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<usize>,
    /// The kind of certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// The last day on which a certificate or lot was good, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// How much was made, used or taken; not in the public view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<f64>,
    /// How much there can have been at the most, or must have been at the least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// In what both are: `KGM`, `LTR`, `MTR`, `MTK` or `H87`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uom: Option<String>,
}

/// A lot's account book.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Lot {
    /// The path of its Digital Link.
    pub path: String,
    /// As people call it.
    pub name: String,
    /// How much there ever was, where events tell it.
    pub had: Option<f64>,
    /// How much was used.
    pub taken: f64,
    /// In what both are: `KGM`, `LTR`, `MTR`, `MTK` or `H87`.
    pub uom: String,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Certificate {
    /// What it certifies, such as `organic`; empty where only an event names it.
    pub kind: String,
    /// What people read of it.
    pub title: String,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The first day, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last day, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// An `https` address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// A document or a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Document {
    /// What it is: `picture`, `analysis`, `invoice`, or another word.
    pub kind: String,
    /// What people read of it.
    pub title: String,
    /// An `https` address, or the path of a picture on this server.
    pub href: String,
    /// Whether that is a picture on this server.
    pub is_picture: bool,
    /// BCP 47, where it has one language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Place {
    /// As people call it; empty where it is not known here.
    pub name: String,
    /// ISO 3166-1 alpha-2; empty where it is not known here.
    pub country: String,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// Degrees north and east.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<[f64; 2]>,
    /// The path of its picture on this server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// The identifier as events write it; not in the public view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl Pedigree<'_> {
    /// The same, with what was borrowed for its own.
    #[must_use]
    pub fn into_owned(self) -> Pedigree<'static> {
        let steps = self.steps.into_iter().map(Step::into_owned).collect();
        Pedigree {
            made_at: self.made_at,
            language: self.language,
            path: self.path,
            brand: self.brand,
            view: self.view,
            steps,
            things: self.things,
            bonds: self.bonds,
            gaps: self.gaps,
            exposures: self.exposures,
            findings: self.findings,
            lots: self.lots,
            certificates: self.certificates,
            documents: self.documents,
            places: self.places,
            cut: self.cut,
        }
    }
}

impl Step<'_> {
    fn into_owned(self) -> Step<'static> {
        let texts = |list: Vec<Cow<'_, str>>| list.into_iter().map(owned).collect();
        Step {
            at: self.at,
            did: owned(self.did),
            disposition: self.disposition.map(owned),
            set: texts(self.set),
            unset: texts(self.unset),
            place: self.place,
            error: self.error,
            certificates: self.certificates,
            documents: self.documents,
            event: self.event.map(owned),
            quantities: self
                .quantities
                .into_iter()
                .map(|own| Quantity {
                    role: owned(own.role),
                    class: own.class,
                    quantity: own.quantity,
                    uom: own.uom.map(owned),
                })
                .collect(),
            transactions: self.transactions,
            sources: self.sources,
            destinations: self.destinations,
        }
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}
