//! What an API key opens.

use std::collections::BTreeSet;

use crate::organisation::Kind;

/// One thing that a machine may do for its organisation.
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
    /// Put products, batches, texts and pictures in.
    Records,
    /// Publish recalls, and take them back.
    Recalls,
    /// Tell sales.
    Sales,
    /// See what to look into, and dismiss it.
    Signals,
    /// Take what people let the brand quote.
    Feedback,
    /// Verify single packs, supply them, and undo that.
    Packs,
    /// Ask for a pack's product identifier as the DSCSA has it.
    Verification,
    /// Look into what brands have granted an authority.
    Granted,
    /// Take offline packs of what one's inspectors may see.
    OfflinePack,
}

impl Scope {
    /// All of them.
    pub const ALL: [Scope; 14] = [
        Scope::Capture,
        Scope::Query,
        Scope::Issue,
        Scope::Hidden,
        Scope::Links,
        Scope::Records,
        Scope::Recalls,
        Scope::Sales,
        Scope::Signals,
        Scope::Feedback,
        Scope::Packs,
        Scope::Verification,
        Scope::Granted,
        Scope::OfflinePack,
    ];

    /// What a key of an organisation of that kind can open, and no more.
    ///
    /// A partner's machine does to single packs what a pharmacist of theirs does at the desk, and
    /// asks a brand about a pack as the trade does; an authority's sees what brands granted.
    #[must_use]
    pub fn of(kind: Kind) -> &'static [Scope] {
        match kind {
            Kind::Operator => &[],
            Kind::Brand => &[
                Scope::Capture,
                Scope::Query,
                Scope::Issue,
                Scope::Hidden,
                Scope::Links,
                Scope::Records,
                Scope::Recalls,
                Scope::Sales,
                Scope::Signals,
                Scope::Feedback,
                Scope::Packs,
                Scope::Verification,
                Scope::OfflinePack,
            ],
            Kind::Partner => &[Scope::Packs, Scope::Verification, Scope::OfflinePack],
            Kind::Authority => &[Scope::Granted, Scope::OfflinePack],
        }
    }

    /// What a key that a brand made for a partner can open: to tell events, and to see those that it
    /// told.
    pub const FOR_PARTNERS: [Scope; 3] = [Scope::Capture, Scope::Query, Scope::Sales];

    /// As it is stored, and typed on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Scope::Capture => "capture",
            Scope::Query => "query",
            Scope::Issue => "issue",
            Scope::Hidden => "hidden",
            Scope::Links => "links",
            Scope::Records => "records",
            Scope::Recalls => "recalls",
            Scope::Sales => "sales",
            Scope::Signals => "signals",
            Scope::Feedback => "feedback",
            Scope::Packs => "packs",
            Scope::Verification => "verification",
            Scope::Granted => "granted",
            Scope::OfflinePack => "offline-pack",
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

    /// Those of them that a key of an organisation of that kind can have.
    #[must_use]
    pub fn of(&self, kind: Kind) -> Scopes {
        let may = Scope::of(kind);
        self.iter().filter(|scope| may.contains(scope)).collect()
    }

    /// Those of them that a key for a partner can have.
    #[must_use]
    pub fn of_teller(&self) -> Scopes {
        let may = Scope::FOR_PARTNERS;
        self.iter().filter(|scope| may.contains(scope)).collect()
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
    fn each_is_somebody_s() {
        for scope in Scope::ALL {
            let is_of = |kind: &Kind| Scope::of(*kind).contains(&scope);
            assert!(Kind::ALL.iter().any(is_of), "{scope:?}");
        }
        let all: Scopes = Scope::ALL.into_iter().collect();
        assert_eq!(all.of(Kind::Authority).text(), "granted offline-pack");
        assert!(all.of(Kind::Operator).is_empty());
    }

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
