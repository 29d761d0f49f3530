//! What people think of packs: what a page shows of it, what its author sees, and what may be quoted.

use serde::{Deserialize, Serialize};

/// What others think of a product, and what this browser said of the pack.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Feedback {
    /// Whether this pack may be talked about: one that is recalled, blocked or in doubt may not.
    pub is_open: bool,
    /// The batch's number.
    pub batch: String,
    /// How many gave the product how many stars.
    pub sums: Sums,
    /// The newest words, those about this batch first.
    pub said: Vec<Said>,
    /// What this browser said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnFeedback>,
    /// Whether this browser registered the unit.
    pub is_owner: bool,
    /// Whether the author is asked for a yes to being quoted: not of medicine, which laypeople may
    /// not recommend in advertising (Directive 2001/83/EC, Article 90).
    pub asks_quote: bool,
    /// What the brand gives the registered owner for it, in points, whatever the stars.
    pub points: u32,
}

/// How many gave how many stars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sums {
    /// One star first.
    pub stars: [u32; 5],
    /// Of these, how many have words that the brand hid.
    pub hidden: u32,
    /// Of these, how many had registered the unit.
    pub owners: u32,
}

impl Sums {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.stars.iter().sum()
    }

    /// The average in tenths of a star, rounded half up; `None` of nothing.
    #[must_use]
    pub fn average_tenths(&self) -> Option<u64> {
        let count = u64::from(self.count());
        let sum: u64 = (1..)
            .zip(self.stars)
            .map(|(stars, count)| stars * u64::from(count))
            .sum();
        (20 * sum + count).checked_div(2 * count)
    }
}

/// What somebody else said.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Said {
    /// 1 to 5.
    pub stars: u32,
    /// In their words.
    pub words: String,
    /// When, RFC 3339.
    pub at: String,
    /// About which batch.
    pub batch: String,
    /// Whether they had registered the unit; nobody else is shown to be a buyer.
    pub is_owner: bool,
    /// Whether the brand gave points for it, or they wait.
    pub for_points: bool,
    /// Path of the photo that came with it, where the brand's staff looked at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    /// What the brand answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answered>,
}

/// What a brand answers.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Answered {
    /// When, RFC 3339.
    pub at: String,
    /// In its words.
    pub text: String,
    /// Whether what it answers was changed since.
    pub is_before: bool,
}

/// What this browser said of a pack, and what became of it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OwnFeedback {
    /// To be named when asking, such as `F-7K3M-Q9XA`.
    pub reference: String,
    /// The path of the Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The brand's name.
    pub brand: String,
    /// The batch's number.
    pub batch: String,
    /// 1 to 5.
    pub stars: u32,
    /// As given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// When it was first sent, RFC 3339.
    pub at: String,
    /// When it was changed last, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<String>,
    /// Whether it is shown as a registered owner's.
    pub is_owner: bool,
    /// Whether a photo is kept with it.
    pub has_photo: bool,
    /// Whether others see the photo.
    pub photo_shown: bool,
    /// The photo as it is kept, a JPEG in base64; in the copy of everything alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    /// The yes to being quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Consent>,
    /// What the brand answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answered>,
    /// Why nobody else sees the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<Hidden>,
    /// Points that were given for it.
    pub points: u32,
    /// Points that wait.
    pub points_waiting: u32,
}

/// A yes, with what was asked.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Consent {
    /// When, RFC 3339.
    pub at: String,
    /// What was asked, as it was shown.
    pub text: String,
    /// In which language, BCP 47.
    pub language: String,
}

/// What staff hid, and why.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Hidden {
    /// When, RFC 3339.
    pub at: String,
    /// `spam`, which counts no more, `insult`, `person`, `elsewhere` or `unlawful`.
    pub why: String,
    /// What staff say beside it; empty for nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What somebody thinks of a pack: the fields of `POST /feedback` beside the picture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct FeedbackRequest {
    /// The path of the Digital Link.
    pub path: String,
    /// `1` to `5`.
    pub stars: String,
    /// In their words; at most 2000 characters.
    pub words: String,
    /// `yes` where the words may be quoted.
    pub quote: String,
    /// The language that the question was shown in, BCP 47.
    pub asked_in: String,
    /// `yes` where the photo that was kept before goes.
    pub no_photo: String,
}

/// Which feedback is erased, or not to be quoted any more: forms, `POST /feedback/erase` and
/// `POST /feedback/unquote`.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct FeedbackChosen {
    /// Its reference.
    pub reference: String,
    /// The page's token against forged forms.
    #[serde(default)]
    pub csrf: String,
}

/// Words that their author lets the brand quote: `GET /v1/feedback/quotes`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Quote {
    /// To be named when asking, such as `F-7K3M-Q9XA`.
    pub reference: String,
    /// The product's number.
    pub gtin: String,
    /// The product's name.
    pub product: String,
    /// The batch's number.
    pub batch: String,
    /// 1 to 5.
    pub stars: u32,
    /// As they stand now.
    pub words: String,
    /// The language that their author reads, BCP 47.
    pub language: String,
    /// When they were sent, RFC 3339.
    pub at: String,
    /// Whether their author had registered the unit.
    pub is_owner: bool,
    /// Whether the brand gave points for them, or they wait.
    pub for_points: bool,
    /// The proof: when their author said yes, and to which question.
    pub consent: Consent,
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Quotes {
    /// By reference.
    pub quotes: Vec<Quote>,
    /// What the next page comes after; missing on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn averages() {
        let check = |stars: [u32; 5], expected: Option<u64>| {
            let sums = Sums {
                stars,
                ..Sums::default()
            };
            assert_eq!(sums.average_tenths(), expected, "{stars:?}");
        };
        check([0; 5], None);
        check([1, 0, 0, 0, 0], Some(10));
        check([0, 0, 0, 0, 3], Some(50));
        check([1, 0, 0, 0, 1], Some(30));
        check([0, 0, 0, 1, 2], Some(47));
        check([0, 0, 0, 3, 1], Some(43));
        check([u32::MAX / 5; 5], Some(30));
    }
}
