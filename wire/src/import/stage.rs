//! How far serials have come.

use serde::{Deserialize, Serialize};

/// How far a serial has come; each includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It was made.
    Allocated,
    /// It is on a label.
    Printed,
    /// The label is on a pack.
    Applied,
    /// The pack has left the brand.
    Shipped,
}

impl From<trace::Stage> for Stage {
    fn from(stage: trace::Stage) -> Stage {
        match stage {
            trace::Stage::Allocated => Stage::Allocated,
            trace::Stage::Printed => Stage::Printed,
            trace::Stage::Applied => Stage::Applied,
            trace::Stage::Shipped => Stage::Shipped,
        }
    }
}

impl From<Stage> for trace::Stage {
    fn from(stage: Stage) -> trace::Stage {
        match stage {
            Stage::Allocated => trace::Stage::Allocated,
            Stage::Printed => trace::Stage::Printed,
            Stage::Applied => trace::Stage::Applied,
            Stage::Shipped => trace::Stage::Shipped,
        }
    }
}
