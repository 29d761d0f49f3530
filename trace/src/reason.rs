//! Why a verdict is what it is: kinds and their evidence, without a language.

use gs1::Date;

use crate::{Country, Instant, PlaceSource, Standing};

/// A value that a reason's sentence needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// Text as the brand or the code wrote it.
    Text(String),
    /// A count or a whole measure; the name says the unit.
    Number(i64),
    /// A civil date.
    Date(Date),
    /// A moment.
    At(Instant),
    /// One country.
    Country(Country),
    /// Several countries.
    Countries(Vec<Country>),
    /// How a place is known.
    Source(PlaceSource),
}

macro_rules! reason_kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal, $standing:expr;)*) => {
        /// What a reason says; the locale files hold a sentence (`reason-NAME`) for each, and a
        /// sentence on its limit (`limit-NAME`) where it has one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ReasonKind { $($(#[$doc])* $kind,)* }

        impl ReasonKind {
            /// All of them.
            pub const ALL: &[ReasonKind] = &[$(ReasonKind::$kind,)*];

            /// A stable name in kebab case; locale files key on it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(ReasonKind::$kind => $name,)* }
            }

            /// The standing that this reason alone would give; `None` where it gives none.
            #[must_use]
            pub fn standing(self) -> Option<Standing> {
                match self { $(ReasonKind::$kind => $standing,)* }
            }
        }
    };
}

reason_kinds! {
    /// Under recall. Facts: `on` date, `scope` text (`product`, `batch`, `dates`, `serials`).
    Recalled = "recalled", Some(Standing::Recalled);
    /// Perhaps under recall: the code doesn't say enough, or the brand didn't confirm the notice.
    /// Facts: `on` date, `scope` text (`batch`, `dates`, `serials`, `notice`).
    PossiblyRecalled = "possibly-recalled", Some(Standing::PossiblyRecalled);
    /// Reported stolen. Facts: `since` moment?, `place` text?.
    UnitStolen = "unit-stolen", Some(Standing::Blocked);
    /// Whoever registered it says so, on the visible code alone. No facts.
    SaidStolen = "said-stolen", None;
    /// Destroyed or disposed of. Facts: `since`?, `place`?.
    UnitDestroyed = "unit-destroyed", Some(Standing::Blocked);
    /// Left the market that it was made for by a declared export. Facts: `since`?, `place`?.
    UnitExported = "unit-exported", Some(Standing::Blocked);
    /// Already dispensed, used up or taken out of service. Facts: `since`?, `place`?.
    UnitConsumed = "unit-consumed", Some(Standing::Blocked);
    /// Taken out of service by the brand. Facts: `since`?, `place`?.
    UnitDecommissioned = "unit-decommissioned", Some(Standing::Blocked);
    /// Rejected when it was printed. Facts: `since`?, `place`?.
    UnitRejected = "unit-rejected", Some(Standing::Blocked);
    /// Locked by the brand. Facts: `since`?, `place`?.
    UnitLocked = "unit-locked", Some(Standing::Blocked);
    /// Every serial is declared, and this is none of them. Facts: `brand`, `since` date?.
    NeverIssued = "never-issued", Some(Standing::NotIssued);
    /// As before, but the code was typed: first ask for a second look. Facts: `brand`.
    NeverIssuedTyped = "never-issued-typed", Some(Standing::Unknown);
    /// Seen at two places too far apart for the time between.
    /// Facts: `from` text, `to` text, `km`, `hours`, `source`.
    ImpossibleTravel = "impossible-travel", Some(Standing::Suspect);
    /// More separate checks than one unit explains. Facts: `sessions`, `days`.
    ManySessions = "many-sessions", Some(Standing::Suspect);
    /// More sessions than one household's came back on another day. Facts: `people`.
    ManyOwners = "many-owners", Some(Standing::Suspect);
    /// Checked in several countries by several sessions. Facts: `countries`.
    ManyCountries = "many-countries", Some(Standing::Suspect);
    /// Checked in several towns by several sessions. Facts: `towns`.
    ManyTowns = "many-towns", Some(Standing::Suspect);
    /// Sold in one place and seen in another, too far apart for the time between.
    /// Facts: `sold` moment, `from` text, `to` text, `km`, `hours`.
    SoldElsewhere = "sold-elsewhere", Some(Standing::Suspect);
    /// The trade reports it in two places at once, or sold twice.
    /// Facts: `first` moment, `again` moment, `from` text?, `to` text?.
    TwoPlaces = "two-places", Some(Standing::Suspect);
    /// Checked after it was destroyed. Facts: `since` moment, `last` moment.
    SeenAfterEnd = "seen-after-end", Some(Standing::Suspect);
    /// First checked after its date. Facts: `first` moment, `on` date.
    FirstSeenExpired = "first-seen-expired", Some(Standing::Suspect);
    /// More of its batch is in a country than should be.
    /// Facts: `seen` country, `units`, `of`, `source`.
    LotAstray = "lot-astray", Some(Standing::Suspect);
    /// Checked in a market that this batch was not made for.
    /// Facts: `intended` countries, `seen` country, `source`.
    WrongMarket = "wrong-market", Some(Standing::Suspect);
    /// The code is a link to a host that is none of its brand's. Facts: `brand`, `host` text.
    ForeignLink = "foreign-link", Some(Standing::Suspect);
    /// The signature in the code was not made over what the code says. No facts.
    SignatureWrong = "signature-wrong", Some(Standing::Suspect);
    /// The signature names a key that is none of the brand's. Facts: `brand`, `key`.
    SignatureUnknownKey = "signature-unknown-key", None;
    /// The signature is right, and its key was revoked. Facts: `brand`, `key`, `on` date.
    SignatureRevoked = "signature-revoked", None;
    /// The unit's codes are signed, and this one is not. Facts: `brand`.
    SignatureMissing = "signature-missing", None;
    /// The brand's key signed exactly what the code says. Facts: `brand`, `key`.
    SignatureValid = "signature-valid", None;
    /// Where it was last seen on its planned way. Facts: `at` moment, `place` text, `holder` text?.
    LastSeen = "last-seen", None;
    /// The batch in the code is not the batch on record. Facts: `code`, `record`.
    BatchDiffers = "batch-differs", Some(Standing::Mismatch);
    /// The expiry date in the code is not the one on record. Facts: `code` date, `record` date.
    ExpiryDiffers = "expiry-differs", Some(Standing::Mismatch);
    /// The expiry date has passed. Facts: `on` date, `days`.
    Expired = "expired", Some(Standing::Expired);
    /// The best-before date has passed. Facts: `on` date, `days`.
    PastBestBefore = "past-best-before", Some(Standing::Expired);
    /// No brand here has this product. No facts.
    UnknownProduct = "unknown-product", Some(Standing::Unknown);
    /// The product is known, its serials are not all declared, and this one is not among those
    /// that are. Facts: `brand`.
    UnknownSerial = "unknown-serial", Some(Standing::Unknown);
    /// The product is known and the batch in the code is not. Facts: `brand`, `batch`.
    UnknownBatch = "unknown-batch", Some(Standing::Unknown);
    /// Not an identity at all. No facts.
    NotAnIdentity = "not-an-identity", Some(Standing::Unknown);
    /// The code has no serial: single packs of it are not numbered, or this code does not say.
    NoSerial = "no-serial", None;
    /// Its number is the brand's own and not one of GS1's. Facts: `brand`.
    InHouseNumber = "in-house-number", None;
    /// The brand issued it. Facts: `brand`, `on` date?.
    Issued = "issued", None;
    /// It counts as issued since its number was made; nothing says yet that a pack bears it.
    IssuedWhenMade = "issued-when-made", None;
    /// The brand made the number, and says that it counts as issued only later on its way.
    /// Facts: `brand`, `state` text (`allocated`, `printed`, `applied`).
    NotYetIssued = "not-yet-issued", Some(Standing::Unknown);
    /// Its hidden second code was revealed once, by whoever asks. Facts: `at` moment.
    Revealed = "revealed", Some(Standing::Confirmed);
    /// Its hidden second code was revealed once, by somebody else. Facts: `at` moment.
    RevealedBefore = "revealed-before", None;
    /// Its hidden second code was revealed by two. Facts: `first` moment, `again` moment.
    RevealedAgain = "revealed-again", Some(Standing::Suspect);
    /// The first check of this code.
    FirstCheck = "first-check", None;
    /// Checked before. Facts: `checks`, `first` moment, `place` text?.
    CheckedBefore = "checked-before", None;
    /// Checked before in this very session only.
    CheckedByYou = "checked-by-you", None;
    /// Expires or is best before a date to come. Facts: `on` date, `days`.
    GoodUntil = "good-until", None;
}

/// One reason with the evidence that its sentence needs, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What it says.
    pub kind: ReasonKind,
    /// Named values, as the kind's documentation lists them; those marked `?` may be missing.
    pub evidence: Vec<(&'static str, Evidence)>,
    /// Whether it is told without changing the standing.
    pub is_note: bool,
}

impl Reason {
    /// A reason without evidence.
    #[must_use]
    pub fn new(kind: ReasonKind) -> Reason {
        Reason {
            kind,
            evidence: Vec::new(),
            is_note: false,
        }
    }

    /// The standing that it gives alone; `None` where it gives none.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.kind.standing().filter(|_| !self.is_note)
    }

    /// The same, told without changing the standing.
    #[must_use]
    pub fn as_note(mut self) -> Reason {
        self.is_note = true;
        self
    }

    /// Adds a named value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Evidence) -> Reason {
        self.evidence.push((name, value));
        self
    }

    /// Adds a named value where there is one.
    #[must_use]
    pub fn with_some(self, name: &'static str, value: Option<Evidence>) -> Reason {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}
