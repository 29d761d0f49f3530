//! Service and returns: what is known when one is opened, what its holder adds, and how it stands.

use serde::{Deserialize, Serialize};

use crate::{answer::Contact, place::RecyclingPlace};

/// A unit that the session that asks has registered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OwnUnit {
    /// The reference of its registration.
    pub registration: String,
    /// The path of the page where a repair or return is opened, or of the one that is open.
    pub href: String,
    /// How the open one stands, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// A day until which something can be asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The last day, ISO 8601.
    pub until: String,
    /// Whether that is to come, or today.
    pub runs: bool,
}

/// A claim or return that there is already about a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenCase {
    /// Its reference.
    pub reference: String,
    /// `recall` or `return`.
    pub kind: String,
    /// How it stands.
    pub status: String,
    /// Whether the browser that asks opened it.
    pub is_own: bool,
}

/// All that is known of a registered unit when a return of it is opened.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ReturnOffer {
    /// The reference of its registration.
    pub registration: String,
    /// The path of the unit's Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The path of its picture.
    pub picture: Option<String>,
    /// The brand's name.
    pub brand: String,
    /// AI 10.
    pub batch: Option<String>,
    /// AI 21.
    pub serial: String,
    /// As given, ISO 8601.
    pub bought_on: Option<String>,
    /// As given.
    pub shop: Option<String>,
    /// As [`crate::form::RegistrationView::evidence`].
    pub evidence: String,
    /// Months of warranty, where the brand gives one.
    pub warranty_months: Option<u32>,
    /// Its warranty, where there is one and the day of the purchase is known.
    pub warranty: Option<Term>,
    /// For so many days from the purchase it is taken back without anything being wrong.
    pub days: Option<u32>,
    /// Until when that is, where the day of the purchase is known.
    pub no_fault: Option<Term>,
    /// What the brand offers; empty where it takes none back here.
    pub remedies: Vec<String>,
    /// What can be said to be wrong.
    pub reasons: Vec<String>,
    /// How it goes, in the brand's words.
    pub text: Option<String>,
    /// What whoever bought it has by law, in the brand's words.
    pub rights: Option<String>,
    /// The manufacturer's service, or else the brand's contact.
    pub contact: Contact,
    /// Where it can be brought, the nearest first where that is known.
    pub places: Vec<RecyclingPlace>,
    /// Whether a recall covers it that offers something: that is asked for on the unit's page.
    pub is_recalled: bool,
    /// What there is already.
    pub case: Option<OpenCase>,
}

/// What its holder adds: the fields of `POST /returns` beside the picture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ReturnRequest {
    /// The reference of the unit's registration.
    pub registration: String,
    /// What is wrong, of [`ReturnOffer::reasons`].
    pub reason: String,
    /// The same in their words; at most 2000 characters.
    pub words: String,
    /// What they would like, of [`ReturnOffer::remedies`].
    pub remedy: String,
    /// The identifier of a place that it is brought to; empty for none.
    pub place: String,
    /// Where to write to about it; empty for nowhere.
    pub email: String,
}

/// What a return was opened with, beside what every claim has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReturnView {
    /// What is wrong: `does-not-work`, `damaged`, `wrong-product`, `part-missing`, `changed-mind` or
    /// `other`.
    pub reason: String,
    /// AI 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// AI 21.
    pub serial: String,
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
    pub evidence: String,
    /// Where it is brought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<RecyclingPlace>,
    /// Whether its picture is still kept.
    pub has_photo: bool,
    /// Whether its holder can withdraw it.
    pub can_withdraw: bool,
}
