//! What is known about one code at one moment: the input of the verdict rule.

use gs1::Date;

use crate::{Astray, CheckState, Country, Instant, Journey, Life, Place, Signal, Stage};

/// How the code came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Read from a symbol, or from a link that a symbol held.
    Scanned,
    /// Typed by a person, who may have slipped.
    Typed,
}

/// What the code itself says.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CodeFacts {
    /// Whether it holds an identity at all (a primary key with a right check digit).
    pub is_identity: bool,
    /// AI 10.
    pub batch: Option<String>,
    /// AI 21.
    pub serial: Option<String>,
    /// AI 17.
    pub expiry: Option<Date>,
    /// AI 15.
    pub best_before: Option<Date>,
}

/// Which serials of a product are known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serials {
    /// The product's packs are not numbered one by one.
    NotNumbered,
    /// Some are imported; absence says nothing.
    Partial,
    /// The brand declared that all are issued or imported here, from that date on where stated.
    Declared(Option<Date>),
}

/// What the signature in a code amounts to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Signature {
    /// The code has none, and nothing says that it should.
    #[default]
    Absent,
    /// The code has none, and by the record its unit's codes do.
    Missing,
    /// The brand's key made it, over exactly what the code says.
    Valid {
        /// What codes call the key by.
        key: String,
    },
    /// As before, and the key was revoked: since it may be in anybody's hands, it says nothing.
    Revoked {
        /// What codes call the key by.
        key: String,
        /// When it was revoked.
        on: Date,
    },
    /// No key of the brand's has the name that the code gives.
    UnknownKey {
        /// The name.
        key: String,
    },
    /// The key that it names did not make it over what the code says.
    Wrong,
}

/// The product's part.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductFacts {
    /// The brand's name.
    pub brand: String,
    /// Medicine, infant food and the like: trouble first says whether to use it meanwhile.
    pub safety_critical: bool,
    /// Which serials are known.
    pub serials: Serials,
    /// Whether its number is of those that anybody may use within their own walls.
    pub is_in_house: bool,
}

/// The batch's part, by the record.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct BatchFacts {
    /// The batch number.
    pub number: String,
    /// Not to be used after this date.
    pub expiry: Option<Date>,
    /// Best before this date.
    pub best_before: Option<Date>,
    /// The markets that it was made for; empty says nothing.
    pub markets: Vec<Country>,
    /// Where more of it is than should be.
    pub astray: Option<Astray>,
    /// What staff looked into for the whole batch, and found nothing wrong with.
    pub dismissed: Vec<Signal>,
}

/// The unit's part, by the record.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct UnitFacts {
    /// The batch on record for this serial.
    pub batch: Option<String>,
    /// When it was issued, where known.
    pub issued_on: Option<Date>,
    /// What became of it.
    pub life: Life,
    /// What became of its hidden second code.
    pub hidden: Hidden,
    /// Whether its holder reports it stolen.
    pub theft: Theft,
    /// How far its serial has come.
    pub stage: Stage,
    /// From where on the brand says that it counts as issued.
    pub counts_from: Stage,
}

impl UnitFacts {
    /// Whether it counts as issued: it has come as far as the brand says, or somebody has held its
    /// hidden code, which is in a pack.
    #[must_use]
    pub fn is_issued(&self) -> bool {
        self.stage >= self.counts_from || self.hidden != Hidden::Sealed
    }
}

/// Whether whoever registered a unit reports it stolen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theft {
    /// Nobody does.
    #[default]
    None,
    /// They do, and nothing backs that the unit is theirs.
    Said,
    /// They do, and a receipt, a sale or the hidden code backs that it is theirs.
    Supported,
}

/// What became of a unit's hidden second code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Hidden {
    /// It has none, or nobody has revealed it.
    #[default]
    Sealed,
    /// Revealed once, in the session that asks.
    ByReader(Instant),
    /// Revealed once, in another session.
    ByAnother(Instant),
    /// Revealed by one session, and later by another.
    Again {
        /// The first time.
        first: Instant,
        /// The last time by a session that was not the first.
        again: Instant,
    },
}

/// A recall that covers this code.
#[derive(Clone, Debug, PartialEq)]
pub struct RecallFacts {
    /// When it was published.
    pub on: Date,
    /// What it covers: `product`, `batch`, `dates` or `serials`; `notice` for one of an authority
    /// that the brand did not confirm.
    pub scope: &'static str,
    /// Whether it covers this code for certain.
    pub is_certain: bool,
}

/// A stop in the trade of this very unit, or of what contained it.
#[derive(Clone, Debug, PartialEq)]
pub struct Traded {
    /// When.
    pub at: Instant,
    /// Whether it was sold or dispensed to a person there.
    pub is_sale: bool,
    /// Where, as the event names it.
    pub location: Option<String>,
    /// The same, where that place is known here.
    pub place: Option<Place>,
}

/// Everything that the verdict rule looks at. `None` is *not known*, never an error.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// How the code came in.
    pub input: Input,
    /// What it says.
    pub code: CodeFacts,
    /// The product, where one is known here.
    pub product: Option<ProductFacts>,
    /// The batch: of the code, or else of the unit.
    pub batch: Option<BatchFacts>,
    /// The unit, where its serial is known here.
    pub unit: Option<UnitFacts>,
    /// Recalls that cover it, or may.
    pub recalls: Vec<RecallFacts>,
    /// The checks so far, this one included.
    pub checks: CheckState,
    /// Whether this very check is by a session that checked this code before.
    pub is_same_session: bool,
    /// What the signature in the code amounts to.
    pub signature: Signature,
    /// The host that the code's link leads to, where that is none of its brand's.
    pub leads_to: Option<String>,
    /// Where this check is made, as far as known.
    pub place: Option<Place>,
    /// The journey so far, for the last legitimate place.
    pub journey: Journey,
    /// Who had it at the last legitimate place of the journey, where that is known.
    pub holder: Option<String>,
    /// Its stops in the trade, oldest first.
    pub trade: Vec<Traded>,
}

impl Facts {
    /// Whether a recall covers it for certain.
    #[must_use]
    pub fn is_recalled(&self) -> bool {
        self.recalls.iter().any(|recall| recall.is_certain)
    }

    /// Facts of a code that nothing is known about.
    #[must_use]
    pub fn unknown(input: Input, code: CodeFacts) -> Facts {
        Facts {
            input,
            code,
            product: None,
            batch: None,
            unit: None,
            recalls: Vec::new(),
            checks: CheckState::default(),
            is_same_session: false,
            signature: Signature::Absent,
            leads_to: None,
            place: None,
            journey: Journey::default(),
            holder: None,
            trade: Vec::new(),
        }
    }

    /// Whether staff dismissed a signal, of this unit or of its batch.
    #[must_use]
    pub fn is_dismissed(&self, signal: Signal) -> bool {
        let of_batch = self.batch.iter().flat_map(|batch| &batch.dismissed);
        let mut dismissed = self.checks.dismissed.iter().chain(of_batch);
        dismissed.any(|one| *one == signal)
    }
}
