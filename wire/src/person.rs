//! Everything that is kept about one browser, as `/privacy` shows it and `/privacy/export` gives it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    feedback::{Consent, OwnFeedback},
    form::{ClaimView, RegistrationView},
    reward::Rewards,
};

/// All of it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct PersonalData {
    /// When this was put together, RFC 3339.
    pub made_at: String,
    /// What was registered: held, held before, or waited for as a buyer.
    pub registrations: Vec<RegistrationView>,
    /// Refunds, repairs and replacements that were asked for.
    pub claims: Vec<ClaimView>,
    /// Pictures of receipts that nobody has decided about, a JPEG in base64, by the registration's
    /// reference.
    #[serde(default)]
    pub receipts: BTreeMap<String, String>,
    /// Pictures that came with returns that nobody has decided about, a JPEG in base64, by the
    /// return's reference.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub return_photos: BTreeMap<String, String>,
    /// What was said to be wrong.
    pub reports: Vec<OwnReport>,
    /// What was thought of packs.
    pub feedback: Vec<OwnFeedback>,
    /// The yes to suggestions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestions: Option<Consent>,
    /// Recalls that the browser wants to be told of.
    pub follows: Vec<OwnFollow>,
    /// Checks in the log.
    pub checks: Vec<OwnCheck>,
    /// Units whose hidden code was typed in this browser first.
    pub reveals: Vec<OwnReveal>,
    /// Passkeys that open all this on another device.
    #[serde(default)]
    pub passkeys: Vec<OwnPasskey>,
    /// Devices that have it open.
    #[serde(default)]
    pub devices: Vec<OwnDevice>,
    /// The account of points.
    pub points: Rewards,
}

impl PersonalData {
    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let PersonalData {
            made_at: _,
            registrations,
            claims,
            receipts: _,
            return_photos: _,
            reports,
            feedback,
            suggestions,
            follows,
            checks,
            reveals,
            passkeys,
            devices,
            points,
        } = self;
        registrations.is_empty()
            && claims.is_empty()
            && reports.is_empty()
            && feedback.is_empty()
            && suggestions.is_none()
            && follows.is_empty()
            && checks.is_empty()
            && reveals.is_empty()
            && passkeys.is_empty()
            && devices.is_empty()
            && points.entries.is_empty()
            && points.waiting.is_empty()
    }
}

/// A report of something wrong.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnReport {
    /// To be named when asking, such as `W-7K3M-Q9XA`.
    pub reference: String,
    /// The path of the Digital Link.
    pub path: String,
    /// When it came, RFC 3339.
    pub at: String,
    /// `open` or `closed`.
    pub status: String,
    /// As given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// What was compared and found different.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub differs: Option<String>,
    /// Where, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where, in degrees north and east, to about 5 km.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<[f64; 2]>,
    /// ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The photo as it is kept, a JPEG in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
}

/// A wish to be told of recalls.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnFollow {
    /// The path of the Digital Link.
    pub path: String,
    /// `link`, `mail` or `push`.
    pub channel: String,
    /// The address or endpoint; empty for a link.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// Its private page, where it is ended.
    pub link: String,
    /// The language of what is told, BCP 47.
    pub language: String,
    /// Since when, RFC 3339.
    pub since: String,
    /// When whoever has the address said yes, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<String>,
}

/// A check in the log.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnCheck {
    /// When, RFC 3339.
    pub at: String,
    /// What the code named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
    /// What the code named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// Where, in degrees north and east, to about 5 km, where that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<[f64; 2]>,
    /// ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// A hidden code that was typed.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnReveal {
    /// The product's GTIN.
    pub gtin: String,
    /// The unit's serial.
    pub serial: String,
    /// When, RFC 3339.
    pub at: String,
}

/// A passkey that opens a person's products.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnPasskey {
    /// The device that it was made on: browser and system, or empty.
    pub device: String,
    /// When it was made, RFC 3339.
    pub made: String,
    /// When it last opened them, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<String>,
}

/// A device that has a person's products open.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnDevice {
    /// Browser and system, or empty.
    pub device: String,
    /// Since when, RFC 3339.
    pub since: String,
    /// When it was last seen, to the day, RFC 3339.
    pub seen: String,
}
