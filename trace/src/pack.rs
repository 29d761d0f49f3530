//! What a desk does to a single pack, and what comes of it: [`Pack`] + [`Asked`] → [`Outcome`].
//!
//! For medicine, as pharmacies and wholesalers in the European Union do it: verify, supply, take
//! out of the market for another reason, and undo that (Delegated Regulation (EU) 2016/161, Articles
//! 11 to 13 and 22 to 23). The codes are those of the national systems (NMVS).

use crate::{Instant, UnitState};

/// A second scan by the same desk within this is the same scan, in milliseconds.
pub const SAME_SCAN_MS: i64 = 60_000;
/// How long an act can be undone, in days (Article 13).
pub const UNDO_DAYS: i64 = 10;

/// What a desk does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PackAct {
    /// Looks, and changes nothing.
    Verify,
    /// Hands it to a patient.
    Supply,
    /// Destroys it.
    Destroy,
    /// Sends it out of the Union.
    Export,
    /// Takes it as a sample for an authority.
    Sample,
    /// Gives it away as a free sample.
    FreeSample,
    /// Sets it aside until something about it is found out.
    Lock,
    /// Reports it stolen.
    Stolen,
    /// Takes the last act back.
    Undo,
}

impl PackAct {
    /// All of them.
    pub const ALL: [PackAct; 9] = [
        PackAct::Verify,
        PackAct::Supply,
        PackAct::Destroy,
        PackAct::Export,
        PackAct::Sample,
        PackAct::FreeSample,
        PackAct::Lock,
        PackAct::Stolen,
        PackAct::Undo,
    ];

    /// A stable name in kebab case; events and locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            PackAct::Verify => "verify",
            PackAct::Supply => "supply",
            PackAct::Destroy => "destroy",
            PackAct::Export => "export",
            PackAct::Sample => "sample",
            PackAct::FreeSample => "free-sample",
            PackAct::Lock => "lock",
            PackAct::Stolen => "stolen",
            PackAct::Undo => "undo",
        }
    }

    /// The act of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<PackAct> {
        PackAct::ALL.into_iter().find(|act| act.name() == name)
    }

    /// What it makes of an active pack; `None` where it sets no state of its own.
    #[must_use]
    pub fn makes(self) -> Option<PackState> {
        match self {
            PackAct::Verify | PackAct::Undo => None,
            PackAct::Supply => Some(PackState::Supplied),
            PackAct::Destroy => Some(PackState::Destroyed),
            PackAct::Export => Some(PackState::Exported),
            PackAct::Sample => Some(PackState::Sample),
            PackAct::FreeSample => Some(PackState::FreeSample),
            PackAct::Lock => Some(PackState::Locked),
            PackAct::Stolen => Some(PackState::Stolen),
        }
    }

    /// Whether it brings a pack to a person, who must not get one that is expired or recalled.
    fn reaches_people(self) -> bool {
        matches!(self, PackAct::Supply | PackAct::FreeSample)
    }
}

/// How a pack stands in its trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PackState {
    /// It may be supplied.
    Active,
    /// With a patient.
    Supplied,
    /// Gone.
    Destroyed,
    /// Out of the Union.
    Exported,
    /// A sample for an authority.
    Sample,
    /// Given away.
    FreeSample,
    /// Set aside.
    Locked,
    /// Stolen.
    Stolen,
    /// Out of the trade for another reason, as its brand's events say.
    Withdrawn,
}

impl PackState {
    /// All of them.
    pub const ALL: [PackState; 9] = [
        PackState::Active,
        PackState::Supplied,
        PackState::Destroyed,
        PackState::Exported,
        PackState::Sample,
        PackState::FreeSample,
        PackState::Locked,
        PackState::Stolen,
        PackState::Withdrawn,
    ];

    /// A stable name in kebab case; locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            PackState::Active => "active",
            PackState::Supplied => "supplied",
            PackState::Destroyed => "destroyed",
            PackState::Exported => "exported",
            PackState::Sample => "sample",
            PackState::FreeSample => "free-sample",
            PackState::Locked => "locked",
            PackState::Stolen => "stolen",
            PackState::Withdrawn => "withdrawn",
        }
    }

    /// By what events say of the unit, where no desk's act says it more closely.
    #[must_use]
    pub fn of(unit: UnitState) -> PackState {
        match unit {
            UnitState::Active => PackState::Active,
            UnitState::Sold => PackState::Supplied,
            UnitState::Stolen => PackState::Stolen,
            UnitState::Destroyed => PackState::Destroyed,
            UnitState::Exported => PackState::Exported,
            UnitState::Locked => PackState::Locked,
            UnitState::Consumed | UnitState::Decommissioned | UnitState::Rejected => {
                PackState::Withdrawn
            }
        }
    }

    /// Whether what made it so can be undone (Article 13).
    fn can_be_undone(self) -> bool {
        matches!(
            self,
            PackState::Supplied
                | PackState::Exported
                | PackState::Sample
                | PackState::FreeSample
                | PackState::Locked
        )
    }
}

/// Who acts, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acted {
    /// What they do or did.
    pub act: PackAct,
    /// When.
    pub at: Instant,
    /// At which site: the identifier of its location.
    pub site: String,
    /// At which desk of it.
    pub desk: String,
}

/// How what a code says compares with the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Compared {
    /// The same, or the code says nothing of it.
    #[default]
    Fits,
    /// The pack's own is another.
    Differs,
    /// Nothing of that name is on record.
    Unknown,
}

/// A pack whose serial is on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// How it stands.
    pub state: PackState,
    /// The last that a desk did to it.
    pub last: Option<Acted>,
    /// The code's batch beside the record's.
    pub batch: Compared,
    /// Whether the code's expiry is the batch's, or it has none.
    pub has_right_expiry: bool,
    /// Whether its expiry has passed.
    pub is_expired: bool,
    /// Whether a recall covers it.
    pub is_recalled: bool,
    /// Whether it was made for the market of the desk, as far as known.
    pub is_of_market: bool,
}

/// What comes of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is done.
    Done,
    /// It is the same scan once more; nothing changes.
    SameScan,
    /// Verified: it may be supplied.
    Active,
    /// Verified: it is not active.
    Inactive,
    /// It has expired.
    Expired,
    /// It is recalled.
    Recalled,
    /// Its serial is not on record.
    UnknownSerial,
    /// Its batch is not on record.
    UnknownBatch,
    /// Its expiry is another batch's.
    OtherExpiry,
    /// Its batch is another pack's.
    OtherBatch,
    /// There is nothing that could be undone.
    UndoMismatch,
    /// It stands so already, in another market.
    AlreadySo,
    /// It was done too long ago to be undone.
    UndoLate,
    /// Another site did what should be undone.
    UndoElsewhere,
    /// It is not active any more.
    AlreadyInactive,
    /// It is not active any more, in another market.
    NotPossible,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Outcome; 16] = [
        Outcome::Done,
        Outcome::SameScan,
        Outcome::Active,
        Outcome::Inactive,
        Outcome::Expired,
        Outcome::Recalled,
        Outcome::UnknownSerial,
        Outcome::UnknownBatch,
        Outcome::OtherExpiry,
        Outcome::OtherBatch,
        Outcome::UndoMismatch,
        Outcome::AlreadySo,
        Outcome::UndoLate,
        Outcome::UndoElsewhere,
        Outcome::AlreadyInactive,
        Outcome::NotPossible,
    ];

    /// A stable name in kebab case; locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::SameScan => "same-scan",
            Outcome::Active => "active",
            Outcome::Inactive => "inactive",
            Outcome::Expired => "expired",
            Outcome::Recalled => "recalled",
            Outcome::UnknownSerial => "unknown-serial",
            Outcome::UnknownBatch => "unknown-batch",
            Outcome::OtherExpiry => "other-expiry",
            Outcome::OtherBatch => "other-batch",
            Outcome::UndoMismatch => "undo-mismatch",
            Outcome::AlreadySo => "already-so",
            Outcome::UndoLate => "undo-late",
            Outcome::UndoElsewhere => "undo-elsewhere",
            Outcome::AlreadyInactive => "already-inactive",
            Outcome::NotPossible => "not-possible",
        }
    }

    /// The code under which national systems raise an alert; `None` where they raise none.
    #[must_use]
    pub fn alert(self) -> Option<&'static str> {
        match self {
            Outcome::UnknownBatch => Some("NMVS_FE_LOT_03"),
            Outcome::OtherExpiry => Some("NMVS_FE_LOT_12"),
            Outcome::OtherBatch => Some("NMVS_FE_LOT_13"),
            Outcome::UnknownSerial => Some("NMVS_NC_PC_02"),
            Outcome::UndoMismatch => Some("NMVS_NC_PCK_06"),
            Outcome::AlreadySo => Some("NMVS_NC_PCK_19"),
            Outcome::UndoLate => Some("NMVS_NC_PCK_20"),
            Outcome::UndoElsewhere => Some("NMVS_NC_PCK_21"),
            Outcome::AlreadyInactive => Some("NMVS_NC_PCK_22"),
            Outcome::NotPossible => Some("NMVS_NC_PCK_27"),
            Outcome::Done
            | Outcome::SameScan
            | Outcome::Active
            | Outcome::Inactive
            | Outcome::Expired
            | Outcome::Recalled => None,
        }
    }
}

/// What comes of an act; `None` for a pack whose serial is not on record.
#[must_use]
pub fn act_on(pack: Option<&Pack>, asked: &Acted) -> Outcome {
    let Some(pack) = pack else {
        return Outcome::UnknownSerial;
    };
    match pack.batch {
        Compared::Fits => {}
        Compared::Differs => return Outcome::OtherBatch,
        Compared::Unknown => return Outcome::UnknownBatch,
    }
    if !pack.has_right_expiry {
        return Outcome::OtherExpiry;
    }
    match asked.act {
        PackAct::Verify => verified(pack),
        _ if is_same_scan(pack, asked) => Outcome::SameScan,
        PackAct::Undo => undone(pack, asked),
        act => changed(pack, act),
    }
}

fn verified(pack: &Pack) -> Outcome {
    if pack.is_recalled {
        return Outcome::Recalled;
    }
    match pack.state {
        PackState::Active if pack.is_expired => Outcome::Expired,
        PackState::Active => Outcome::Active,
        _ => Outcome::Inactive,
    }
}

/// A finger that slips, a scanner that reads twice, a till that sends again.
fn is_same_scan(pack: &Pack, asked: &Acted) -> bool {
    let holds = match asked.act.makes() {
        Some(state) => pack.state == state,
        None => pack.state == PackState::Active,
    };
    holds
        && pack.last.as_ref().is_some_and(|last| {
            last.act == asked.act
                && (&last.site, &last.desk) == (&asked.site, &asked.desk)
                && (0..=SAME_SCAN_MS).contains(&(asked.at.0 - last.at.0))
        })
}

fn undone(pack: &Pack, asked: &Acted) -> Outcome {
    let made = pack
        .last
        .as_ref()
        .filter(|last| last.act.makes() == Some(pack.state) && pack.state.can_be_undone());
    let Some(made) = made else {
        return Outcome::UndoMismatch;
    };
    if made.site != asked.site {
        return Outcome::UndoElsewhere;
    }
    if asked.at.0 > made.at.plus_days(UNDO_DAYS).0 {
        return Outcome::UndoLate;
    }
    // What left the stock for good reason doesn't come back into it.
    if pack.is_recalled {
        return Outcome::Recalled;
    }
    if pack.is_expired {
        return Outcome::Expired;
    }
    Outcome::Done
}

fn changed(pack: &Pack, act: PackAct) -> Outcome {
    if pack.state != PackState::Active {
        return match (pack.is_of_market, act.makes() == Some(pack.state)) {
            (true, _) => Outcome::AlreadyInactive,
            (false, true) => Outcome::AlreadySo,
            (false, false) => Outcome::NotPossible,
        };
    }
    if act.reaches_people() && pack.is_recalled {
        return Outcome::Recalled;
    }
    if act.reaches_people() && pack.is_expired {
        return Outcome::Expired;
    }
    Outcome::Done
}
