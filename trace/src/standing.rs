//! The one word that a verdict leads with.

/// What a code stands for, most serious first: `Ord` is the order of seriousness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The product, batch, serial or date is under recall.
    Recalled,
    /// The unit exists and is stolen, destroyed, exported, consumed, rejected or locked.
    Blocked,
    /// The brand declared all its serials, and this is none of them.
    NotIssued,
    /// A recall may cover it: the code doesn't say enough, or the brand didn't confirm the notice.
    PossiblyRecalled,
    /// Signals of cloning or diversion.
    Suspect,
    /// What the code says and what the record says differ.
    Mismatch,
    /// Past its date, by the record or by the code.
    Expired,
    /// No identity of any brand here; not the same as fake.
    Unknown,
    /// A code without batch and serial.
    Product,
    /// A code with a batch, without a serial.
    Batch,
    /// Issued by the brand, no warning signs.
    Issued,
    /// Whoever asks revealed its hidden second code, and nobody else did; or an inspector confirmed
    /// the pack.
    Confirmed,
}

impl Standing {
    /// All of them, most serious first.
    pub const ALL: [Standing; 12] = [
        Standing::Recalled,
        Standing::Blocked,
        Standing::NotIssued,
        Standing::PossiblyRecalled,
        Standing::Suspect,
        Standing::Mismatch,
        Standing::Expired,
        Standing::Unknown,
        Standing::Product,
        Standing::Batch,
        Standing::Issued,
        Standing::Confirmed,
    ];

    /// A stable name in kebab case; locale files and style sheets key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Standing::Recalled => "recalled",
            Standing::Blocked => "blocked",
            Standing::NotIssued => "not-issued",
            Standing::PossiblyRecalled => "possibly-recalled",
            Standing::Suspect => "suspect",
            Standing::Mismatch => "mismatch",
            Standing::Expired => "expired",
            Standing::Unknown => "unknown",
            Standing::Product => "product",
            Standing::Batch => "batch",
            Standing::Issued => "issued",
            Standing::Confirmed => "confirmed",
        }
    }

    /// Whether this standing is a trouble, in the sense that a person should act on it.
    #[must_use]
    pub fn is_trouble(self) -> bool {
        self <= Standing::Expired
    }
}
