//! How a claim stands, and what may come next: a small state machine for each kind of claim.
//!
//! Only staff close a claim, with an act that leaves a step: nothing here happens by itself. Whoever
//! asks for a repair or brings something back may withdraw that, for as long as they have the thing.

/// What a claim rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// A recall.
    Recall,
    /// What is wrong with a registered unit, or that it isn't wanted.
    Return,
}

impl ClaimKind {
    /// Both.
    pub const ALL: [ClaimKind; 2] = [ClaimKind::Recall, ClaimKind::Return];

    /// As it is stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            ClaimKind::Recall => "recall",
            ClaimKind::Return => "return",
        }
    }

    /// How one of them can stand.
    #[must_use]
    pub fn statuses(self) -> &'static [ClaimStatus] {
        use ClaimStatus as S;
        match self {
            ClaimKind::Recall => &[
                S::Open,
                S::NeedMore,
                S::Accepted,
                S::Paid,
                S::Repaired,
                S::Replaced,
                S::Refused,
            ],
            ClaimKind::Return => &ClaimStatus::ALL,
        }
    }
}

/// How a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimStatus {
    /// Nobody has decided yet.
    Open,
    /// Staff asked its holder for something.
    NeedMore,
    /// It will be settled.
    Accepted,
    /// The thing is with the brand.
    Received,
    /// Settled: the money was paid back.
    Paid,
    /// Settled: the product was repaired.
    Repaired,
    /// Settled: another one was given for it.
    Replaced,
    /// Closed with advice, and nothing is given.
    Advised,
    /// Closed: nothing is given, for a reason.
    Refused,
    /// Closed by its holder.
    Withdrawn,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Somebody of the brand's.
    Staff,
    /// The person whose claim it is.
    Holder,
}

impl ClaimStatus {
    /// All of them.
    pub const ALL: [ClaimStatus; 10] = [
        ClaimStatus::Open,
        ClaimStatus::NeedMore,
        ClaimStatus::Accepted,
        ClaimStatus::Received,
        ClaimStatus::Paid,
        ClaimStatus::Repaired,
        ClaimStatus::Replaced,
        ClaimStatus::Advised,
        ClaimStatus::Refused,
        ClaimStatus::Withdrawn,
    ];

    /// As it is stored; its words are in the locale files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            ClaimStatus::Open => "open",
            ClaimStatus::NeedMore => "need-more",
            ClaimStatus::Accepted => "accepted",
            ClaimStatus::Received => "received",
            ClaimStatus::Paid => "paid",
            ClaimStatus::Repaired => "repaired",
            ClaimStatus::Replaced => "replaced",
            ClaimStatus::Advised => "advised",
            ClaimStatus::Refused => "refused",
            ClaimStatus::Withdrawn => "withdrawn",
        }
    }

    /// From its identifier.
    #[must_use]
    pub fn parse(id: &str) -> Option<ClaimStatus> {
        ClaimStatus::ALL
            .into_iter()
            .find(|status| status.id() == id)
    }

    /// Whether something was given for it.
    #[must_use]
    pub fn is_settled(self) -> bool {
        matches!(
            self,
            ClaimStatus::Paid | ClaimStatus::Repaired | ClaimStatus::Replaced
        )
    }

    /// Whether nothing more is to be decided about it.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self.is_settled()
            || matches!(
                self,
                ClaimStatus::Advised | ClaimStatus::Refused | ClaimStatus::Withdrawn
            )
    }

    /// Whether the unit is its holder's no more.
    #[must_use]
    pub fn ends_ownership(self) -> bool {
        matches!(self, ClaimStatus::Paid | ClaimStatus::Replaced)
    }

    /// What may come next, by whom.
    #[must_use]
    pub fn next(self, kind: ClaimKind, by: By) -> &'static [ClaimStatus] {
        match kind {
            ClaimKind::Recall => self.next_of_recall(by),
            ClaimKind::Return => self.next_of_return(by),
        }
    }

    fn next_of_recall(self, by: By) -> &'static [ClaimStatus] {
        use ClaimStatus as S;
        match (self, by) {
            (S::Open, By::Staff) => &[S::NeedMore, S::Accepted, S::Refused],
            (S::NeedMore, By::Staff) => &[S::Accepted, S::Refused],
            (S::NeedMore, By::Holder) => &[S::Open],
            (S::Accepted, By::Staff) => &[S::Paid, S::Repaired, S::Replaced, S::Refused],
            // A mistake is put right by opening it again, which its holder is told.
            (S::Paid | S::Repaired | S::Replaced | S::Refused, By::Staff) => &[S::Open],
            (S::Received | S::Advised | S::Withdrawn, By::Staff) | (_, By::Holder) => &[],
        }
    }

    fn next_of_return(self, by: By) -> &'static [ClaimStatus] {
        use ClaimStatus as S;
        match (self, by) {
            (S::Open, By::Staff) => &[S::NeedMore, S::Accepted, S::Advised, S::Refused],
            (S::NeedMore, By::Staff) => &[S::Accepted, S::Advised, S::Refused],
            (S::NeedMore, By::Holder) => &[S::Open, S::Withdrawn],
            (S::Accepted, By::Staff) => &[S::Received, S::Advised, S::Refused],
            // For as long as they have it.
            (S::Open | S::Accepted, By::Holder) => &[S::Withdrawn],
            // Nothing is settled that nobody has seen.
            (S::Received, By::Staff) => &[S::Repaired, S::Replaced, S::Paid, S::Refused],
            (S::Repaired | S::Advised | S::Refused, By::Staff) => &[S::Open],
            // The unit is nobody's by now, and may be another's tomorrow.
            (S::Paid | S::Replaced | S::Withdrawn, By::Staff) | (_, By::Holder) => &[],
        }
    }

    /// Whether who takes this step must say why.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        matches!(
            self,
            ClaimStatus::NeedMore | ClaimStatus::Advised | ClaimStatus::Refused | ClaimStatus::Open
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_but_staff_closes_a_claim() {
        for kind in ClaimKind::ALL {
            for from in ClaimStatus::ALL {
                assert_eq!(ClaimStatus::parse(from.id()), Some(from));
                let by_holder = from.next(kind, By::Holder);
                // To withdraw is to want nothing more, and to be given nothing.
                assert!(
                    by_holder
                        .iter()
                        .all(|next| !next.is_closed() || *next == ClaimStatus::Withdrawn),
                    "{from:?}"
                );
                let by_staff = from.next(kind, By::Staff);
                assert!(!by_staff.contains(&from), "{from:?}");
                assert!(!by_staff.contains(&ClaimStatus::Withdrawn), "{from:?}");
                for next in by_staff.iter().chain(by_holder) {
                    assert!(kind.statuses().contains(next), "{from:?} {next:?}");
                }
                // Whatever is not closed leads on.
                let is_one = kind.statuses().contains(&from);
                assert!(
                    from.is_closed() || by_staff.is_empty() != is_one,
                    "{from:?}"
                );
            }
        }
    }

    #[test]
    fn money_follows_a_yes_and_the_thing() {
        let pays = |kind: ClaimKind| -> Vec<ClaimStatus> {
            let all = ClaimStatus::ALL.into_iter();
            all.filter(|from| from.next(kind, By::Staff).contains(&ClaimStatus::Paid))
                .collect()
        };
        assert_eq!(pays(ClaimKind::Recall), [ClaimStatus::Accepted]);
        assert_eq!(pays(ClaimKind::Return), [ClaimStatus::Received]);
        let received = ClaimStatus::Received;
        let all = ClaimStatus::ALL.into_iter();
        let before: Vec<ClaimStatus> = all
            .filter(|from| from.next(ClaimKind::Return, By::Staff).contains(&received))
            .collect();
        assert_eq!(before, [ClaimStatus::Accepted]);
    }

    #[test]
    fn what_is_with_the_brand_is_not_withdrawn() {
        for from in ClaimStatus::ALL {
            let may = from
                .next(ClaimKind::Return, By::Holder)
                .contains(&ClaimStatus::Withdrawn);
            let has_it = matches!(
                from,
                ClaimStatus::Open | ClaimStatus::NeedMore | ClaimStatus::Accepted
            );
            assert_eq!(may, has_it, "{from:?}");
        }
    }
}
