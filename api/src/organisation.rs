//! Organisations: whom a member of staff works for.

/// The identifier of the one that runs this server.
pub const OPERATOR: &str = "operator";

/// What an organisation is here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Kind {
    /// Runs this server, and admits the others.
    Operator,
    /// Issues identities. Its identifier is that of its brand record.
    Brand,
    /// A supplier, carrier or shop: writes the events of what passes through its hands.
    Partner,
    /// Customs, market surveillance, a chain's own inspectors: sees what brands grant it.
    Authority,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::Operator, Kind::Brand, Kind::Partner, Kind::Authority];

    /// As it is stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Kind::Operator => "operator",
            Kind::Brand => "brand",
            Kind::Partner => "partner",
            Kind::Authority => "authority",
        }
    }

    /// Whether brands can let it look into their products: an authority, or a partner whose inspectors
    /// go out for brands.
    #[must_use]
    pub fn is_granted(self) -> bool {
        matches!(self, Kind::Partner | Kind::Authority)
    }

    /// From its identifier.
    #[must_use]
    pub fn parse(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Lower-case letters, digits and hyphens; unique here.
    pub id: String,
    /// What it is here for.
    pub kind: Kind,
    /// For people.
    pub name: String,
    /// Since when its people can do nothing; `None` for one that works.
    pub suspended_at: Option<trace::Instant>,
}

impl Organisation {
    /// The brand whose records it may see; `None` for every other kind, whatever its identifier.
    #[must_use]
    pub fn brand(&self) -> Option<&str> {
        (self.kind == Kind::Brand).then_some(self.id.as_str())
    }
}

/// Whether a text can be an identifier: 2 to 64 lower-case letters, digits and hyphens.
#[must_use]
pub fn is_id(text: &str) -> bool {
    (2..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        let check = |text: &str, expected| assert_eq!(is_id(text), expected, "{text}");
        check("customs-pl", true);
        check("a1", true);
        check("a", false);
        check("Customs", false);
        check("customs pl", false);
        check("", false);
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.id()), Some(kind));
        }
        assert_eq!(Kind::parse("shop"), None);
    }

    #[test]
    fn only_a_brand_has_a_brand_s_records() {
        for kind in Kind::ALL {
            let organisation = Organisation {
                id: "acme".to_owned(),
                kind,
                name: "Acme".to_owned(),
                suspended_at: None,
            };
            assert_eq!(organisation.brand().is_some(), kind == Kind::Brand);
        }
    }
}
