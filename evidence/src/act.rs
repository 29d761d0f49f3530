//! What an inspector does, as entries tell it.

use serde::{Deserialize, Serialize};

use crate::Digest;

/// What was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Act {
    /// The inspection began: the first entry of its chain on this device.
    Opened {
        /// Why one came, in words of the organisation.
        purpose: String,
        /// Where.
        shop: Shop,
        /// Who else takes part, as typed.
        team: Vec<String>,
        /// The consignment that is looked at; `None` for a shelf.
        consignment: Option<Consignment>,
        /// The last line that this device wrote in any other inspection, so that a whole inspection
        /// can't be left out unseen.
        after: Option<Digest>,
    },
    /// A pack was read and judged.
    Checked(Judged),
    /// What was judged without a network was asked again.
    Rechecked {
        /// The digest of the line that holds the first judgement.
        of: Digest,
        /// What the server says.
        now: Judged,
        /// Whether it says something else than the phone did.
        differs: bool,
    },
    /// Something is wrong.
    Found(Finding),
    /// A finding, a count or a record was a mistake; the line stays, and so does this one.
    Withdrawn {
        /// The digest of the line that is withdrawn.
        of: Digest,
    },
    /// Something was taken along or handed on.
    Custody(Custody),
    /// So many of these stand here.
    Counted(Counted),
    /// What becomes of the consignment or the goods.
    Decided {
        /// What.
        decision: Decision,
        /// The ground, from the organisation's list.
        ground: String,
        /// In the inspector's own words; may be empty.
        note: String,
        /// The consignment that is meant, where it was opened in the course of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        consignment: Option<Consignment>,
    },
    /// The inspection ended.
    Closed {
        /// In the inspector's own words; may be empty.
        note: String,
    },
}

/// A shop, a warehouse, a border post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shop {
    /// Its name as typed.
    pub name: String,
    /// Its address as typed; may be empty.
    pub address: String,
    /// Its Global Location Number, where it was scanned or chosen.
    pub gln: Option<String>,
}

/// A consignment, by what opens it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consignment {
    /// Serial Shipping Container Code, 18 digits.
    Sscc(String),
    /// A despatch note's number.
    DespatchNote(String),
}

impl Consignment {
    /// Eighteen digits are an SSCC, with its application identifier before them, too; anything else is
    /// a despatch note's number. `None` for nothing at all.
    #[must_use]
    pub fn read(text: &str) -> Option<Consignment> {
        let text = text.trim();
        let digits = text.strip_prefix("(00)").unwrap_or(text);
        let digits = match digits.len() {
            20 => digits.strip_prefix("00").unwrap_or(digits),
            _ => digits,
        };
        if digits.len() == 18 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Consignment::Sscc(digits.to_owned()));
        }
        (!text.is_empty()).then(|| Consignment::DespatchNote(text.to_owned()))
    }

    /// What opens it.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Consignment::Sscc(id) | Consignment::DespatchNote(id) => id,
        }
    }
}

/// A pack as it was judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// The text as scanned, with GS separators.
    pub code: String,
    /// ISO/IEC 15424, such as `]d2`; `None` for typed codes.
    pub symbology_identifier: Option<String>,
    /// The standing's or the offline answer's identifier, such as `issued` or `listed-as-issued`.
    pub answer: String,
    /// Of a listed serial: one in so many lists a wrong one.
    pub one_in: Option<u32>,
    /// What it was judged from: the digest of the offline pack; `None` where the server was asked.
    pub pack: Option<Digest>,
    /// When that was made, or the server answered; RFC 3339.
    pub as_of: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// To be put right.
    Minor,
    /// Not to be sold as it is.
    Major,
    /// A danger.
    Critical,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The pack's code; `None` for something without one.
    pub code: Option<String>,
    /// From the organisation's list.
    pub reason: String,
    /// How bad.
    pub severity: Severity,
    /// Of how many packs.
    pub quantity: u32,
    /// In the inspector's own words; may be empty.
    pub note: String,
    /// What shows it.
    pub photos: Vec<Photo>,
}

/// A photograph. It travels beside the entries, by its digest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// Of the picture that is kept: made smaller on the device, without what the camera wrote beside.
    pub sha256: Digest,
    /// Its size in bytes.
    pub bytes: u64,
    /// Of the picture as the camera gave it.
    pub original_sha256: Digest,
    /// When it was taken, by the device's clock; RFC 3339.
    pub taken_at: String,
}

/// What was taken along or handed on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Custody {
    /// Seized, or a sample.
    pub what: CustodyKind,
    /// The number on the bag or the seal.
    pub seal: String,
    /// What is in it, as typed or scanned.
    pub items: Vec<String>,
    /// How many packs.
    pub quantity: u32,
    /// The ground, from the organisation's list.
    pub ground: String,
    /// From whose hands.
    pub from: String,
    /// Into whose.
    pub to: String,
    /// In the inspector's own words; may be empty.
    pub note: String,
    /// What shows it.
    pub photos: Vec<Photo>,
}

/// Why something changes hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CustodyKind {
    /// Taken from its holder.
    Seizure,
    /// Taken to be looked at.
    Sample,
    /// Passed on, by the number of its seal.
    HandOver,
}

/// So many of these stand here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// GTIN, 14 digits.
    pub gtin: String,
    /// AI 10; `None` where it was not told apart.
    pub lot: Option<String>,
    /// Best before or expiry, `YYYY-MM-DD`.
    pub expiry: Option<String>,
    /// How many.
    pub quantity: u32,
    /// Whether some that expire later stand before them (first expired, first out).
    pub out_of_order: bool,
}

/// What becomes of goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// They may go on.
    Release,
    /// They stay where they are.
    Detain,
    /// They are taken.
    Seize,
}
