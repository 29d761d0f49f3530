//! How deep a brand lets an authority look into a product.

/// Each holds what the ones before it hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// What is on record of a product, its batches and units.
    Record,
    /// And where its units have been.
    Journey,
    /// And the checks behind a warning: when and about where.
    Evidence,
}

impl Depth {
    /// All of them, the shallowest first.
    pub const ALL: [Depth; 3] = [Depth::Record, Depth::Journey, Depth::Evidence];

    /// As it is stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Depth::Record => "record",
            Depth::Journey => "journey",
            Depth::Evidence => "evidence",
        }
    }

    /// From its identifier.
    #[must_use]
    pub fn parse(id: &str) -> Option<Depth> {
        Depth::ALL.into_iter().find(|depth| depth.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deeper_holds_the_shallower() {
        assert!(Depth::ALL.is_sorted());
        for depth in Depth::ALL {
            assert_eq!(Depth::parse(depth.id()), Some(depth));
        }
        assert_eq!(Depth::parse("everything"), None);
    }
}
