//! What people send in: registrations and claims, and what they get back.
//!
//! The same fields come as JSON from the app and as `application/x-www-form-urlencoded` from a
//! page without JavaScript.

use serde::{Deserialize, Serialize};

use crate::{
    answer::{Contact, Look, Product, Safety},
    returns::ReturnView,
};

/// `POST /v1/registrations`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RegistrationRequest {
    /// The path of the unit's Digital Link, as the answer's `code.path` has it.
    pub path: String,
    /// When it was bought, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bought_on: Option<String>,
    /// Where it was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// The number on the receipt, where the shop told one with its sale. It is compared, and not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
    /// An e-mail address, for warranty and recall notices only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The page's token against forged forms.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub csrf: String,
}

/// A registration, as the person who holds its code sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RegistrationView {
    /// To be named when asking, such as `R-7K3M-Q9XA`.
    pub reference: String,
    /// Known only to the person; shown once, when it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The path of the unit's Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The brand's name.
    pub brand: String,
    /// When it was registered, RFC 3339.
    pub registered_at: String,
    /// As given.
    pub bought_on: Option<String>,
    /// As given.
    pub shop: Option<String>,
    /// As given.
    pub email: Option<String>,
    /// What the registration rests on: `claimed` (the visible code), `supported` (a recorded sale, or
    /// a receipt that staff saw) or `proven` (the hidden code, or what the shop told with its sale).
    pub evidence: String,
    /// `held`; `waiting` for the yes of whoever holds it, `not-given` by them, or `lost` by them before
    /// they answered; or why it ended: `displaced`, `transferred`, `decided`, `returned`, `refused`
    /// where another held it all the time.
    pub state: String,
    /// When it ended, or until when whoever holds it may answer, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state_at: Option<String>,
    /// Since when the holder reports it stolen, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stolen_at: Option<String>,
    /// Until when a buyer waits for the holder's yes, RFC 3339, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer_waits_until: Option<String>,
    /// The receipt that was sent for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptView>,
    /// What the person disputed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute: Option<DisputeView>,
    /// When the warranty ends, ISO 8601, where there is one and the purchase date was given.
    pub warranty_until: Option<String>,
    /// Points in the person's account for it.
    pub points: u32,
    /// Points that wait for something, such as the hidden code.
    #[serde(default)]
    pub points_waiting: u32,
    /// In the list of what somebody holds: `certain` or `possible` where a recall covers it, or may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall: Option<String>,
}

/// Somebody's word that a unit is theirs that another has registered: a form, `POST /register/dispute`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct ContestRequest {
    /// The path of the unit's Digital Link.
    pub path: String,
    /// Why it is theirs; at most 2000 characters.
    pub message: String,
    /// When it was bought, ISO 8601.
    #[serde(default)]
    pub bought_on: Option<String>,
    /// Where it was bought.
    #[serde(default)]
    pub shop: Option<String>,
    /// An e-mail address for the decision.
    #[serde(default)]
    pub email: Option<String>,
    /// The page's token against forged forms.
    #[serde(default)]
    pub csrf: String,
}

/// What somebody saw who compared a pack with its picture: a form, `POST /compare`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct CompareRequest {
    /// The path of the Digital Link.
    pub path: String,
    /// `yes` or `no` to the first question; empty where it was not asked.
    #[serde(default)]
    pub look1: String,
    /// To the second.
    #[serde(default)]
    pub look2: String,
    /// To the third.
    #[serde(default)]
    pub look3: String,
    /// The page's token against forged forms.
    #[serde(default)]
    pub csrf: String,
}

/// What follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareView {
    /// The path of the Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The brand's name.
    pub brand: String,
    /// Where to ask.
    pub contact: Contact,
    /// What is not as it should be; empty where all is.
    pub differs: Vec<Look>,
    /// For a safety-critical product: what its brand says to do meanwhile.
    pub safety: Option<Safety>,
    /// Whether it is one.
    pub is_safety_critical: bool,
}

/// What somebody says is wrong with a pack: the fields of `POST /report` beside the picture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ReportRequest {
    /// The path of the Digital Link.
    pub path: String,
    /// What is wrong, in their words; at most 2000 characters.
    pub words: String,
    /// What they compared and found different; at most 500 characters.
    pub differs: String,
    /// Where, as a town or as `54.52,18.53`; at most 120 characters.
    pub near: String,
    /// `yes` where it may be kept beside the session's points.
    pub points: String,
}

/// A report, as whoever sent it sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportView {
    /// To be named when asking, such as `W-7K3M-Q9XA`.
    pub reference: String,
    /// The path of the Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The brand's name.
    pub brand: String,
    /// Whether a picture was kept.
    pub has_photo: bool,
    /// Whether a place was kept.
    pub has_place: bool,
    /// Points that wait for what staff find, noted beside the session; 0 where nothing is.
    pub points: u32,
}

/// How a receipt stands that its holder sent for a registration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReceiptView {
    /// `open`; `supported`: it backs the registration; `refused`.
    pub status: String,
    /// When it was sent, RFC 3339.
    pub sent_at: String,
    /// Why it was refused; empty otherwise.
    pub reason: String,
}

/// What somebody disputes about a registration, and what staff decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DisputeView {
    /// `open`; `kept`: whoever holds the unit keeps it; `given`: it is of whoever disputed.
    pub status: String,
    /// When it was opened, RFC 3339.
    pub opened_at: String,
    /// As given.
    pub message: String,
    /// Why staff decided so; empty before.
    pub reason: String,
}

/// What the holder of a registration does about it, with their reference and code.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnershipRequest {
    /// The reference.
    pub reference: String,
    /// The code that was shown with it; empty where the session that it is kept under asks.
    #[serde(default)]
    pub code: String,
    /// What they choose: days, or yes or no.
    #[serde(default)]
    pub choice: String,
    /// What they say; at most 2000 characters.
    #[serde(default)]
    pub message: String,
    /// The page's token against forged forms.
    #[serde(default)]
    pub csrf: String,
}

/// What a link shows to a buyer: that a unit's holder made it, and nobody's name.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofView {
    /// What stands in the link.
    pub token: String,
    /// The path of the unit's Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The brand's name.
    pub brand: String,
    /// AI 21.
    pub serial: String,
    /// As [`RegistrationView::evidence`].
    pub evidence: String,
    /// Whether the holder reports it stolen.
    pub is_stolen: bool,
    /// As [`RegistrationView::warranty_until`].
    pub warranty_until: Option<String>,
    /// When the link ends, RFC 3339.
    pub ends_at: String,
    /// Whether somebody has asked for the unit already.
    pub is_asked_for: bool,
}

/// Batch and date of a pack whose code can't be read: a form, `POST /typed/batch`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct BatchTyped {
    /// The path of a Digital Link of the product.
    pub path: String,
    /// As typed.
    pub batch: String,
    /// As typed, in whatever way it is printed.
    #[serde(default)]
    pub date: String,
    /// What was typed before and found wrong; the same again is meant so.
    #[serde(default)]
    pub again: String,
    /// The page's token against forged forms.
    #[serde(default)]
    pub csrf: String,
}

/// The number of a pack whose code can't be read: a form, `POST /typed/serial`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct SerialTyped {
    /// The path of a Digital Link of the product.
    pub path: String,
    /// As typed.
    pub serial: String,
    /// The page's token against forged forms.
    #[serde(default)]
    pub csrf: String,
}

/// What was typed and can't be right, or not yet.
#[derive(Clone, Debug, PartialEq)]
pub struct SlipView {
    /// The path of the product's Digital Link.
    pub path: String,
    /// The brand's name.
    pub brand: String,
    /// The product.
    pub product: Product,
    /// What is to be looked at again.
    pub slip: Slip,
}

/// What is to be looked at again.
#[derive(Clone, Debug, PartialEq)]
pub enum Slip {
    /// Groups of the serial, each with whether it is right.
    Groups(Vec<(String, bool)>),
    /// The serial, which has too many or too few characters.
    Length(String),
    /// The batch, which the brand doesn't have here.
    Batch(BatchTyped),
    /// The date, which is none.
    NoDate(BatchTyped),
    /// Batch and date, which don't belong together.
    Date(BatchTyped),
    /// The same, and they were typed twice.
    DateTwice(BatchTyped),
}

/// `POST /v1/claims`: a refund, repair or replacement under a recall.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ClaimRequest {
    /// The path of the Digital Link.
    pub path: String,
    /// The recall that it rests on.
    pub recall: String,
    /// `refund`, `repair` or `replacement`, one that the recall offers.
    pub remedy: String,
    /// What happened, in the person's words; at most 2000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where to write to about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The page's token against forged forms.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub csrf: String,
}

/// A claim, as the person who holds its code sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ClaimView {
    /// To be named when asking, such as `C-7K3M-Q9XA`.
    pub reference: String,
    /// Known only to the person; shown once, when it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The path of the Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The brand's name.
    pub brand: String,
    /// The recall that it rests on; empty for a return.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub recall: String,
    /// What it was opened with, where it is a return.
    #[serde(default, rename = "return", skip_serializing_if = "Option::is_none")]
    pub returned: Option<ReturnView>,
    /// The remedy asked for.
    pub remedy: String,
    /// `open` until staff act on it; `need-more`, `accepted`, `received`, `paid`, `repaired`,
    /// `replaced`, `advised` or `refused` after, or `withdrawn` by its holder.
    pub status: String,
    /// When it was opened, RFC 3339.
    pub opened_at: String,
    /// As given.
    pub note: Option<String>,
    /// As given.
    pub email: Option<String>,
    /// What became of it, in order.
    #[serde(default)]
    pub steps: Vec<ClaimStep>,
}

/// `POST /v1/claims/answer`: what staff asked the holder of a claim for.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ClaimAnswer {
    /// The claim's reference.
    pub reference: String,
    /// The code that was shown with it.
    pub code: String,
    /// The answer; at most 2000 characters.
    pub message: String,
    /// The page's token against forged forms.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub csrf: String,
}

/// Something that became of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ClaimStep {
    /// When, RFC 3339.
    pub at: String,
    /// How the claim stands since.
    pub status: String,
    /// Whether the brand took it, or a partner for it, and not the holder.
    pub by_brand: bool,
    /// The partner's name, where a partner took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_partner: Option<String>,
    /// What was said with it; empty for nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
}

/// `POST /v1/reveal`: the hidden code of a unit, from under its seal.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RevealRequest {
    /// The path of the unit's Digital Link, as the answer's `code.path` has it.
    pub path: String,
    /// The hidden code; blanks, hyphens and small letters do no harm.
    pub code: String,
    /// The page's token against forged forms.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub csrf: String,
}

/// What revealing a hidden code told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RevealView {
    /// `first`: nobody had revealed it. `yours`: this session had. `before`: another session had,
    /// which is a strong sign of a copy, or of a pack that was opened.
    pub outcome: String,
    /// When it was first revealed, RFC 3339.
    pub first_at: String,
    /// The path of the unit's Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The brand's name.
    pub brand: String,
}

/// Asks for, or erases, what a reference and its code stand for.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Holder {
    /// The reference.
    pub reference: String,
    /// The code that was shown with it; empty where the session that it is kept under asks.
    #[serde(default)]
    pub code: String,
    /// The page's token against forged forms.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub csrf: String,
}
