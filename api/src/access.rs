//! What the access log says was done.

/// An act of the access log; its words are in the locale files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Somebody was invited; the role.
    Invited,
    /// An invitation was withdrawn; the role.
    Withdrawn,
    /// Somebody joined; the role.
    Joined,
    /// Somebody signed in; the device.
    SignedIn,
    /// Somebody ended all of their sessions.
    SignedOutEverywhere,
    /// A passkey was added; the device.
    PasskeyAdded,
    /// A passkey was removed; the device.
    PasskeyRemoved,
    /// A member got another role; who and which.
    RoleChanged,
    /// A member was removed; who.
    Removed,
    /// An API key was made; its number and name.
    KeyMade,
    /// An API key was revoked; its number.
    KeyRevoked,
    /// A key that signs codes was made; its name.
    SigningKeyMade,
    /// A key that signs codes was revoked; its name.
    SigningKeyRevoked,
    /// An authority was let look; which product and how deep.
    Granted,
    /// That was ended; which product.
    GrantEnded,
    /// An authority looked; into which product.
    Looked,
    /// A partner or an authority was admitted; its identifier.
    Admitted,
    /// It was suspended.
    Suspended,
    /// It may work again.
    Resumed,
    /// A signal was looked into and nothing is wrong; of what, and which.
    SignalDismissed,
    /// A link was put in, or changed; what it is called.
    LinkPut,
    /// A link was taken out; what it is called.
    LinkRemoved,
    /// Something was done to a single pack; what and to which.
    PackActed,
    /// A claim was decided about; its reference and how it stands.
    ClaimDecided,
    /// It was decided whether a notice is about a product; which recall and what.
    NoticeDecided,
    /// A report was closed; its reference.
    ReportClosed,
    /// Feedback was answered; its reference.
    FeedbackAnswered,
    /// Feedback was hidden; its reference and why.
    FeedbackHidden,
    /// Feedback that was hidden is shown again; its reference.
    FeedbackShown,
    /// The photo of a feedback was let be seen, or no longer; its reference and which.
    FeedbackPhoto,
    /// It was decided whether a receipt backs a registration; which, and how.
    ReceiptDecided,
    /// A dispute about a registration was decided; which, and how.
    DisputeDecided,
    /// The hidden codes of a number pool were handed out; which pool.
    HiddenCodesTaken,
    /// The rules for points were set; what they come from on.
    RewardRulesSet,
    /// The thresholds that the brand's checks are judged by were set; what was changed.
    ThresholdsSet,
    /// Points that waited were given or refused; for what, and which.
    RewardDecided,
    /// Vouchers were made; what they are good for.
    VouchersMade,
    /// A device was registered that signs inspections; what it is called.
    DeviceRegistered,
    /// A device was locked; what it is called.
    DeviceLocked,
    /// A device may sign again; what it is called.
    DeviceUnlocked,
    /// A list that inspectors choose from was changed; which, and what of it.
    InspectionListChanged,
    /// A voucher was redeemed; what it was good for, and its number.
    VoucherRedeemed,
    /// Records were sent; how many are new and how many changed.
    Imported,
    /// A recall was published, or changed; what it is called.
    RecallPublished,
    /// A recall was taken back; what it is called.
    RecallWithdrawn,
    /// A sale was told at the desk, or undone; of which packs.
    SaleTold,
    /// It was told what became of packs, or that was undone; of which.
    ProcessingTold,
}

impl Act {
    /// All of them.
    pub const ALL: [Act; 47] = [
        Act::Invited,
        Act::Withdrawn,
        Act::Joined,
        Act::SignedIn,
        Act::SignedOutEverywhere,
        Act::PasskeyAdded,
        Act::PasskeyRemoved,
        Act::RoleChanged,
        Act::Removed,
        Act::KeyMade,
        Act::KeyRevoked,
        Act::SigningKeyMade,
        Act::SigningKeyRevoked,
        Act::Granted,
        Act::GrantEnded,
        Act::Looked,
        Act::Admitted,
        Act::Suspended,
        Act::Resumed,
        Act::SignalDismissed,
        Act::LinkPut,
        Act::LinkRemoved,
        Act::PackActed,
        Act::ClaimDecided,
        Act::NoticeDecided,
        Act::ReportClosed,
        Act::FeedbackAnswered,
        Act::FeedbackHidden,
        Act::FeedbackShown,
        Act::FeedbackPhoto,
        Act::ReceiptDecided,
        Act::DisputeDecided,
        Act::HiddenCodesTaken,
        Act::RewardRulesSet,
        Act::ThresholdsSet,
        Act::RewardDecided,
        Act::VouchersMade,
        Act::DeviceRegistered,
        Act::DeviceLocked,
        Act::DeviceUnlocked,
        Act::InspectionListChanged,
        Act::VoucherRedeemed,
        Act::Imported,
        Act::RecallPublished,
        Act::RecallWithdrawn,
        Act::SaleTold,
        Act::ProcessingTold,
    ];

    /// As it is stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Act::Invited => "invited",
            Act::Withdrawn => "withdrawn",
            Act::Joined => "joined",
            Act::SignedIn => "signed-in",
            Act::SignedOutEverywhere => "signed-out-everywhere",
            Act::PasskeyAdded => "passkey-added",
            Act::PasskeyRemoved => "passkey-removed",
            Act::RoleChanged => "role-changed",
            Act::Removed => "removed",
            Act::KeyMade => "key-made",
            Act::KeyRevoked => "key-revoked",
            Act::SigningKeyMade => "signing-key-made",
            Act::SigningKeyRevoked => "signing-key-revoked",
            Act::Granted => "granted",
            Act::GrantEnded => "grant-ended",
            Act::Looked => "looked",
            Act::Admitted => "admitted",
            Act::Suspended => "suspended",
            Act::Resumed => "resumed",
            Act::SignalDismissed => "signal-dismissed",
            Act::LinkPut => "link-put",
            Act::LinkRemoved => "link-removed",
            Act::PackActed => "pack-acted",
            Act::ClaimDecided => "claim-decided",
            Act::NoticeDecided => "notice-decided",
            Act::ReportClosed => "report-closed",
            Act::FeedbackAnswered => "feedback-answered",
            Act::FeedbackHidden => "feedback-hidden",
            Act::FeedbackShown => "feedback-shown",
            Act::FeedbackPhoto => "feedback-photo",
            Act::ReceiptDecided => "receipt-decided",
            Act::DisputeDecided => "dispute-decided",
            Act::HiddenCodesTaken => "hidden-codes-taken",
            Act::RewardRulesSet => "reward-rules-set",
            Act::ThresholdsSet => "thresholds-set",
            Act::RewardDecided => "reward-decided",
            Act::VouchersMade => "vouchers-made",
            Act::DeviceRegistered => "device-registered",
            Act::DeviceLocked => "device-locked",
            Act::InspectionListChanged => "inspection-list-changed",
            Act::DeviceUnlocked => "device-unlocked",
            Act::VoucherRedeemed => "voucher-redeemed",
            Act::Imported => "imported",
            Act::RecallPublished => "recall-published",
            Act::RecallWithdrawn => "recall-withdrawn",
            Act::SaleTold => "sale-told",
            Act::ProcessingTold => "processing-told",
        }
    }
}
