//! Signs of cloning and diversion: `Facts` → [`Sign`]s, each with its weight and its evidence.
//!
//! No sign is a proof, so each has a weight, and the weights are added: where a code is on many packs,
//! some of these are also where they were not meant to be.
//! From [`Policy::suspect_from`] on a code is suspect; what weighs [`Policy::told_from`] alone is
//! told, and asks no more than to be careful.

mod clone;
mod market;
mod sale;

use crate::{Facts, Policy, Reason, ReasonKind};

/// What a sign is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// The code is on more packs than one.
    Clone,
    /// The pack is where it was not meant to be.
    Diversion,
}

macro_rules! signals {
    ($($(#[$doc:meta])* $signal:ident = $name:literal, $trouble:ident, $kind:ident;)*) => {
        /// A signal. Its weight is explained in one sentence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Signal { $($(#[$doc])* $signal,)* }

        impl Signal {
            /// All of them.
            pub const ALL: &[Signal] = &[$(Signal::$signal,)*];

            /// A stable name in kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Signal::$signal => $name,)* }
            }

            /// What it is a sign of.
            #[must_use]
            pub fn trouble(self) -> Trouble {
                match self { $(Signal::$signal => Trouble::$trouble,)* }
            }

            /// What a reader is told.
            #[must_use]
            pub fn reason(self) -> ReasonKind {
                match self { $(Signal::$signal => ReasonKind::$kind,)* }
            }

            /// The signal of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Signal> {
                Signal::ALL.iter().copied().find(|signal| signal.name() == name)
            }
        }
    };
}

signals! {
    /// 100: no pack is in two places that far apart, as two devices said, within that time.
    Travel = "travel", Clone, ImpossibleTravel;
    /// 40, and added to nothing: a network's address may be a VPN's, so it asks for care only.
    AddressTravel = "address-travel", Clone, ImpossibleTravel;
    /// 15 for each session beyond those of a household; 75 at the most for a unit that no shop told
    /// to have sold, since a piece on display has as many.
    Sessions = "sessions", Clone, ManySessions;
    /// 25 for each session beyond the first that looked again on another day, and beyond one of
    /// sixteen: who comes back has a pack at home, passers-by don't. 75 at the most.
    Owners = "owners", Clone, ManyOwners;
    /// 40 for each session outside of the country where most were, beyond the first and beyond one
    /// of six: one may be on a journey or behind a VPN, more of them rarely. 100 at the most.
    Countries = "countries", Clone, ManyCountries;
    /// 25 for each further town by devices' own location: a pack that is given away moves once.
    Towns = "towns", Clone, ManyTowns;
    /// 100: it was sold in one place, and was elsewhere sooner than anything travels.
    SoldElsewhere = "sold-elsewhere", Clone, SoldElsewhere;
    /// 100: two partners had it, too far apart for the time between, or both sold it.
    TwoPlaces = "two-places", Clone, TwoPlaces;
    /// 100: what was destroyed can't be looked at.
    AfterEnd = "after-end", Clone, SeenAfterEnd;
    /// 30: an old code that nobody ever looked at is what a forger copies from waste.
    FirstSeenExpired = "first-seen-expired", Clone, FirstSeenExpired;
    /// 40 for a session that a device or a person places in another market and 25 for each further
    /// one, 15 for each by its address but for the first alone: one may be a journey or a VPN. 100
    /// where shops report every sale, and this one is none.
    WrongMarket = "wrong-market", Diversion, WrongMarket;
    /// 100 in the country where more of its lot are than journeys, gifts and VPNs explain.
    LotAstray = "lot-astray", Diversion, LotAstray;
}

/// One sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Which signal.
    pub signal: Signal,
    /// What it weighs here.
    pub weight: u32,
    /// What is told, with its evidence.
    pub reason: Reason,
}

impl Sign {
    fn new(signal: Signal, weight: u32) -> Sign {
        Sign {
            signal,
            weight,
            reason: Reason::new(signal.reason()),
        }
    }

    fn with(mut self, name: &'static str, value: crate::Evidence) -> Sign {
        self.reason = self.reason.with(name, value);
        self
    }

    fn with_some(mut self, name: &'static str, value: Option<crate::Evidence>) -> Sign {
        self.reason = self.reason.with_some(name, value);
        self
    }
}

/// Every sign that the facts give, heaviest first. What staff dismissed weighs nothing.
#[must_use]
pub fn signs(facts: &Facts, policy: &Policy) -> Vec<Sign> {
    let mut signs = clone::signs(facts, policy);
    signs.extend(sale::signs(facts, policy));
    signs.extend(market::signs(facts, policy));
    for sign in &mut signs {
        sign.weight = match facts.is_dismissed(sign.signal) {
            true => 0,
            false => policy.weigh(sign.signal, sign.weight),
        };
    }
    signs.retain(|sign| sign.weight > 0);
    signs.sort_by(|one, other| {
        other
            .weight
            .cmp(&one.weight)
            .then(one.signal.cmp(&other.signal))
    });
    signs
}

/// What the signs are signs of, where they weigh enough together; none where they don't. Travel by
/// addresses alone adds to nothing.
#[must_use]
pub fn troubles(signs: &[Sign], policy: &Policy) -> Vec<Trouble> {
    let counted = || {
        signs
            .iter()
            .filter(|sign| sign.signal != Signal::AddressTravel)
    };
    let weight = counted().fold(0_u32, |sum, sign| sum.saturating_add(sign.weight));
    let all = [Trouble::Clone, Trouble::Diversion];
    let is_there = |trouble: &Trouble| counted().any(|sign| sign.signal.trouble() == *trouble);
    let found = all.into_iter().filter(is_there);
    found.filter(|_| weight >= policy.suspect_from).collect()
}

/// What a verdict tells of the signs: all of a trouble that makes the code suspect, and of any
/// other what weighs enough alone, as a note.
#[must_use]
pub fn signals(facts: &Facts, policy: &Policy) -> Vec<Reason> {
    let signs = signs(facts, policy);
    let troubles = troubles(&signs, policy);
    let told = signs.into_iter().filter_map(|sign| {
        if !troubles.is_empty() && sign.signal != Signal::AddressTravel {
            Some(sign.reason)
        } else {
            (sign.weight >= policy.told_from).then(|| sign.reason.as_note())
        }
    });
    told.collect()
}
