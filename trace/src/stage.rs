//! How far a serial has come on its way onto a pack and out of the house.

/// Each includes those before it: `Ord` is their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Stage {
    /// The serial was made; nothing says yet that anything bears it.
    #[default]
    Allocated,
    /// It is on a label.
    Printed,
    /// The label is on a pack.
    Applied,
    /// The pack has left the brand.
    Shipped,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Stage; 4] = [
        Stage::Allocated,
        Stage::Printed,
        Stage::Applied,
        Stage::Shipped,
    ];

    /// A stable name in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Allocated => "allocated",
            Stage::Printed => "printed",
            Stage::Applied => "applied",
            Stage::Shipped => "shipped",
        }
    }
}
