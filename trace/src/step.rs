//! What to do next.

/// A next step; the first one of a verdict is the main one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Stop using it.
    StopUsing,
    /// Do not accept, buy or use it.
    DoNotAccept,
    /// Open a claim for a refund, repair or replacement.
    Claim,
    /// Compare the batch or number on the pack with those of a recall.
    CheckBatch,
    /// Compare the typed code with the pack once more.
    CheckTyping,
    /// Compare picture, seal and batch with the pack.
    ComparePack,
    /// Ask the brand.
    AskBrand,
    /// Tell the brand what is wrong.
    Report,
    /// Register it.
    Register,
    /// See how to recycle it.
    Recycle,
    /// Scan another code.
    ScanAnother,
}

impl Step {
    /// All of them.
    pub const ALL: [Step; 11] = [
        Step::StopUsing,
        Step::DoNotAccept,
        Step::Claim,
        Step::CheckBatch,
        Step::CheckTyping,
        Step::ComparePack,
        Step::AskBrand,
        Step::Report,
        Step::Register,
        Step::Recycle,
        Step::ScanAnother,
    ];

    /// A stable name in kebab case; locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Step::StopUsing => "stop-using",
            Step::DoNotAccept => "do-not-accept",
            Step::Claim => "claim",
            Step::CheckBatch => "check-batch",
            Step::CheckTyping => "check-typing",
            Step::ComparePack => "compare-pack",
            Step::AskBrand => "ask-brand",
            Step::Report => "report",
            Step::Register => "register",
            Step::Recycle => "recycle",
            Step::ScanAnother => "scan-another",
        }
    }
}

/// Said before everything else for a safety-critical product in trouble: may it be used meanwhile,
/// and whom to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caution {
    /// Do not use it; ask a pharmacist, a doctor or the brand.
    DoNotUse,
    /// Do not use it until the doubt is settled; ask a pharmacist, a doctor or the brand.
    DoNotUseUntilClear,
}

impl Caution {
    /// All of them.
    pub const ALL: [Caution; 2] = [Caution::DoNotUse, Caution::DoNotUseUntilClear];

    /// A stable name in kebab case; locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Caution::DoNotUse => "do-not-use",
            Caution::DoNotUseUntilClear => "do-not-use-until-clear",
        }
    }
}
