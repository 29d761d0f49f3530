//! What an API key opens.

use std::collections::BTreeSet;

/// One thing that a machine may do for its brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, clap::ValueEnum)]
pub enum Scope {
    /// Capture events, and see what became of them.
    Capture,
    /// Ask for events, and keep queries and subscriptions.
    Query,
    /// Take serials from number pools, and report what became of them.
    Issue,
    /// Take the hidden codes of number pools.
    Hidden,
    /// Keep the brand's links up to date.
    Links,
    /// Tell sales.
    Sales,
    /// See what to look into, and dismiss it.
    Signals,
    /// Verify single packs, supply them, and undo that.
    Packs,
    /// Ask for a pack's product identifier as the DSCSA has it.
    Verification,
}

impl Scope {
    /// All of them.
    pub const ALL: [Scope; 9] = [
        Scope::Capture,
        Scope::Query,
        Scope::Issue,
        Scope::Hidden,
        Scope::Links,
        Scope::Sales,
        Scope::Signals,
        Scope::Packs,
        Scope::Verification,
    ];

    /// As it is stored, and typed on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Scope::Capture => "capture",
            Scope::Query => "query",
            Scope::Issue => "issue",
            Scope::Hidden => "hidden",
            Scope::Links => "links",
            Scope::Sales => "sales",
            Scope::Signals => "signals",
            Scope::Packs => "packs",
            Scope::Verification => "verification",
        }
    }

    /// From its identifier.
    #[must_use]
    pub fn parse(id: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.id() == id)
    }
}

/// The scopes of one key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(BTreeSet<Scope>);

impl Scopes {
    /// As it is stored: identifiers between blanks. A scope of a later version opens nothing here.
    #[must_use]
    pub fn parse(text: &str) -> Scopes {
        Scopes(text.split(' ').filter_map(Scope::parse).collect())
    }

    /// As it is stored.
    #[must_use]
    pub fn text(&self) -> String {
        let ids: Vec<&str> = self.iter().map(Scope::id).collect();
        ids.join(" ")
    }

    /// Whether it opens that.
    #[must_use]
    pub fn has(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    /// Whether it opens nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Scope> {
        self.0.iter().copied()
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Scopes {
        Scopes(scopes.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_stored() {
        let check = |text: &str, expected: &str| assert_eq!(Scopes::parse(text).text(), expected);
        check("capture", "capture");
        check("issue capture issue", "capture issue");
        check("", "");
        check("capture everything", "capture");
        let scopes: Scopes = [Scope::Issue].into_iter().collect();
        assert!(scopes.has(Scope::Issue) && !scopes.has(Scope::Capture));
    }
}
