//! Points for what a person did: deed, rules, history → granted, held for a look, or none.
//!
//! Total and pure: the clock is in the counts of [`History`], and one sentence goes with each
//! [`Why`] in the locale files. What is doubtful is held and never refused; only what was rewarded
//! before, or earns nothing by the brand's rules, gets none.

/// What people get points for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// They registered a unit.
    Registration,
    /// They gave a unit back, and an event says what became of it.
    Recycling,
    /// They said what is wrong with a pack, and staff found it so.
    Report,
    /// They wrote what they think of a unit that they hold.
    Review,
}

impl Act {
    /// All of them.
    pub const ALL: [Act; 4] = [Act::Registration, Act::Recycling, Act::Report, Act::Review];

    /// A stable name in kebab case; the store and locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Act::Registration => "registration",
            Act::Recycling => "recycling",
            Act::Report => "report",
            Act::Review => "review",
        }
    }

    /// The act of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.name() == name)
    }
}

/// What a deed rests on, the weakest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// A code that all can see, on a shelf, in a picture or in a list.
    #[default]
    Claimed,
    /// A record that the person knew something of: the day of the sale.
    Supported,
    /// The hidden code, or the yes of staff.
    Proven,
}

impl Basis {
    /// All of them.
    pub const ALL: [Basis; 3] = [Basis::Claimed, Basis::Supported, Basis::Proven];

    /// A stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Basis::Claimed => "claimed",
            Basis::Supported => "supported",
            Basis::Proven => "proven",
        }
    }

    /// The basis of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Basis> {
        Basis::ALL.into_iter().find(|basis| basis.name() == name)
    }
}

/// What a brand gives, and how fast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// What a deed must rest on at the least, so that points come without anybody's look.
    pub from: Basis,
    /// Deeds of one person in 24 hours; more come later.
    pub person_a_day: u32,
    /// Deeds of one person in 30 days.
    pub person_a_month: u32,
    /// Deeds out of one network in 24 hours that are not proven.
    pub network_a_day: u32,
}

impl Default for Rules {
    /// A family's Christmas fits into a day, and a provider's shared address into a network.
    fn default() -> Rules {
        Rules {
            from: Basis::Proven,
            person_a_day: 12,
            person_a_month: 60,
            network_a_day: 40,
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Of which kind.
    pub act: Act,
    /// What it rests on.
    pub basis: Basis,
    /// What the brand gives for it, in points.
    pub points: u32,
}

/// What came before it, without the deed itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Whether this act was rewarded for this very unit before, whoever did it.
    pub is_rewarded: bool,
    /// Whether it was asked for before, and taken back.
    pub was_taken_back: bool,
    /// Rewards granted to this person in the 24 hours before.
    pub person_day: u32,
    /// In the 30 days before.
    pub person_month: u32,
    /// Rewards granted to anybody out of this network in the 24 hours before that are not proven.
    pub network_day: u32,
}

/// Why points are held, or none are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The brand gives none for this.
    NoPoints,
    /// The unit's reward for this act was given before.
    Once,
    /// It rests on too little.
    Basis,
    /// It was asked for before and taken back: what it rests on may have been tried out.
    Again,
    /// This person had many in a day or a month; the rest comes later by itself.
    Person,
    /// Many unproven ones came out of this network today; the rest comes later by itself.
    Network,
    /// Staff must look first.
    Staff,
}

impl Why {
    /// All of them.
    pub const ALL: [Why; 7] = [
        Why::NoPoints,
        Why::Once,
        Why::Basis,
        Why::Again,
        Why::Person,
        Why::Network,
        Why::Staff,
    ];

    /// A stable name; the store and locale files key on it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Why::NoPoints => "no-points",
            Why::Once => "once",
            Why::Basis => "basis",
            Why::Again => "again",
            Why::Person => "person",
            Why::Network => "network",
            Why::Staff => "staff",
        }
    }

    /// The reason of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|why| why.name() == name)
    }

    /// Whether what is held for it may be judged again: because time has passed, or because it
    /// rests on a proof now.
    #[must_use]
    pub fn may_pass(self, now: Basis) -> bool {
        match self {
            Why::Person | Why::Network => true,
            Why::Basis | Why::Again => now > Basis::Claimed,
            Why::NoPoints | Why::Once | Why::Staff => false,
        }
    }
}

/// What a deed earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reward {
    /// These points, now.
    Granted(u32),
    /// These points, once the reason is gone or staff say so.
    Held(u32, Why),
    /// Nothing.
    None(Why),
}

/// Judges a deed.
#[must_use]
pub fn reward(deed: Deed, rules: &Rules, history: &History) -> Reward {
    if deed.points == 0 {
        return Reward::None(Why::NoPoints);
    }
    if history.is_rewarded {
        return Reward::None(Why::Once);
    }
    let is_proven = deed.basis == Basis::Proven;
    let held = |why| Reward::Held(deed.points, why);
    // What staff found right needs no code, and is nobody's before they did.
    if deed.act == Act::Report && !is_proven {
        return held(Why::Staff);
    }
    if deed.basis < rules.from {
        return held(Why::Basis);
    }
    if history.was_taken_back && !is_proven {
        return held(Why::Again);
    }
    if history.person_day >= rules.person_a_day || history.person_month >= rules.person_a_month {
        return held(Why::Person);
    }
    if history.network_day >= rules.network_a_day && !is_proven {
        return held(Why::Network);
    }
    Reward::Granted(deed.points)
}
