//! What to compare with the pack in hand.

use serde::{Deserialize, Serialize};

use super::Text;

/// One thing to compare.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(
    untagged,
    expecting = "write a sentence by language, or a part: {\"part\": {\"en\": …}, \"look\": {\"en\": …}, \"at\": {\"x\": …, \"y\": …}}"
)]
pub enum Compare {
    /// A part of the pack, with a name.
    Part(ComparePart),
    /// A sentence alone.
    Line(Text),
}

/// A part of the pack, and how it looks where it is right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ComparePart {
    /// What it is: "Seal".
    pub part: Text,
    /// How it looks on a right pack, so that "yes" is right and "no" is not.
    pub look: Text,
    /// Where it is on the product's picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Spot>,
}

/// A point of a picture, in percent, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// Of its width, from the left.
    pub x: f64,
    /// Of its height, from the top.
    pub y: f64,
}

impl Spot {
    /// Whether it is on the picture.
    #[must_use]
    pub fn is_on_it(&self) -> bool {
        [self.x, self.y].iter().all(|at| (0.0..=100.0).contains(at))
    }
}

impl Compare {
    /// The sentence.
    #[must_use]
    pub fn look(&self) -> &Text {
        match self {
            Compare::Part(part) => &part.look,
            Compare::Line(line) => line,
        }
    }

    /// The part that it is about, where it is named.
    #[must_use]
    pub fn part(&self) -> Option<&ComparePart> {
        match self {
            Compare::Part(part) => Some(part),
            Compare::Line(_) => None,
        }
    }
}

/// Where on a pack it says which one it is.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// A file name in the import's `pictures` folder; the product's own picture where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// Where the batch stands on the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<Spot>,
    /// Where the date stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Spot>,
    /// Where the serial stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<Spot>,
    /// The same in a sentence.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub hint: Text,
}
