//! How a claim stands, and what may come next: a small state machine.
//!
//! Only staff close a claim, with an act that leaves a step: nothing here happens by itself.

/// How a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimStatus {
    /// Nobody has decided yet.
    Open,
    /// Staff asked its holder for something.
    NeedMore,
    /// It will be settled.
    Accepted,
    /// Settled: the money was paid back.
    Paid,
    /// Settled: the product was repaired.
    Repaired,
    /// Settled: another one was given for it.
    Replaced,
    /// Settled: nothing is given, for a reason.
    Refused,
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
    pub const ALL: [ClaimStatus; 7] = [
        ClaimStatus::Open,
        ClaimStatus::NeedMore,
        ClaimStatus::Accepted,
        ClaimStatus::Paid,
        ClaimStatus::Repaired,
        ClaimStatus::Replaced,
        ClaimStatus::Refused,
    ];

    /// As it is stored; its words are in the locale files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            ClaimStatus::Open => "open",
            ClaimStatus::NeedMore => "need-more",
            ClaimStatus::Accepted => "accepted",
            ClaimStatus::Paid => "paid",
            ClaimStatus::Repaired => "repaired",
            ClaimStatus::Replaced => "replaced",
            ClaimStatus::Refused => "refused",
        }
    }

    /// Whether something was given for it.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.is_closed() && self != ClaimStatus::Refused
    }

    /// From its identifier.
    #[must_use]
    pub fn parse(id: &str) -> Option<ClaimStatus> {
        ClaimStatus::ALL
            .into_iter()
            .find(|status| status.id() == id)
    }

    /// Whether it is settled.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(
            self,
            ClaimStatus::Paid
                | ClaimStatus::Repaired
                | ClaimStatus::Replaced
                | ClaimStatus::Refused
        )
    }

    /// What may come next, by whom.
    #[must_use]
    pub fn next(self, by: By) -> &'static [ClaimStatus] {
        use ClaimStatus as S;
        match (self, by) {
            (S::Open, By::Staff) => &[S::NeedMore, S::Accepted, S::Refused],
            (S::NeedMore, By::Staff) => &[S::Accepted, S::Refused],
            (S::NeedMore, By::Holder) => &[S::Open],
            (S::Accepted, By::Staff) => &[S::Paid, S::Repaired, S::Replaced, S::Refused],
            // A mistake is put right by opening it again, which its holder is told.
            (S::Paid | S::Repaired | S::Replaced | S::Refused, By::Staff) => &[S::Open],
            (_, By::Holder) => &[],
        }
    }

    /// Whether who takes this step must say why.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        matches!(
            self,
            ClaimStatus::NeedMore | ClaimStatus::Refused | ClaimStatus::Open
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_but_staff_closes_a_claim() {
        for from in ClaimStatus::ALL {
            let by_holder = from.next(By::Holder);
            assert!(by_holder.iter().all(|next| !next.is_closed()), "{from:?}");
            // Each leads on, and none to itself.
            assert!(!from.next(By::Staff).is_empty(), "{from:?}");
            assert!(!from.next(By::Staff).contains(&from), "{from:?}");
            assert_eq!(ClaimStatus::parse(from.id()), Some(from));
        }
    }

    #[test]
    fn money_follows_a_yes() {
        let pays = |from: ClaimStatus| from.next(By::Staff).contains(&ClaimStatus::Paid);
        let from: Vec<ClaimStatus> = ClaimStatus::ALL.into_iter().filter(|s| pays(*s)).collect();
        assert_eq!(from, [ClaimStatus::Accepted]);
    }
}
