//! How much work and time a picture may still cost.

use std::cell::Cell;

/// A clock of the caller's, and how long a picture may take by it. The crate has none, so that without one
/// the same picture gives the same answer on every machine.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// Milliseconds since some moment that is always the same; never less than the time before.
    pub now: fn() -> f64,
    /// Milliseconds after which a look ends with what it has. What is begun is finished: each part takes a
    /// few milliseconds at the most, but for the engines' detectors, which take what they take.
    pub most_ms: f64,
}

/// When a look must end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline {
    now: fn() -> f64,
    at: f64,
}

impl Deadline {
    /// From now on.
    pub(crate) fn of(clock: Clock) -> Deadline {
        let Clock { now, most_ms } = clock;
        Deadline {
            now,
            at: now() + most_ms,
        }
    }

    /// The same, or so many milliseconds from now where that is sooner.
    pub(crate) fn within(self, most_ms: f64) -> Deadline {
        Deadline {
            at: self.at.min((self.now)() + most_ms),
            ..self
        }
    }

    /// The same, or so many milliseconds from now where that is later.
    pub(crate) fn at_least(self, least_ms: f64) -> Deadline {
        Deadline {
            at: self.at.max((self.now)() + least_ms),
            ..self
        }
    }

    pub(crate) fn is_over(self) -> bool {
        (self.now)() >= self.at
    }
}

/// Work between two looks at the clock.
const BETWEEN: u64 = 10_000;

/// Work that is left, in looks at one module: about ten nanoseconds each, whatever the machine's
/// clock says; and the time until which there is any.
#[derive(Debug)]
pub(crate) struct Budget {
    granted: u64,
    left: Cell<u64>,
    deadline: Option<Deadline>,
    /// Work until the next look at the clock.
    until: Cell<u64>,
    is_over: Cell<bool>,
}

impl Budget {
    pub(crate) fn new(work: u64, deadline: Option<Deadline>) -> Budget {
        Budget {
            granted: work,
            left: Cell::new(work),
            deadline,
            until: Cell::new(BETWEEN),
            is_over: Cell::new(deadline.is_some_and(Deadline::is_over)),
        }
    }

    /// Takes what an act costs; what is begun is finished.
    pub(crate) fn spend(&self, work: usize) {
        let work = work as u64;
        self.left.set(self.left.get().saturating_sub(work));
        let Some(deadline) = self.deadline else {
            return;
        };
        let until = self.until.get();
        if work < until {
            self.until.set(until - work);
        } else {
            self.until.set(BETWEEN);
            self.is_over.set(self.is_over.get() || deadline.is_over());
        }
    }

    /// Work that a symbol brings that was read: more of them may be beside it.
    pub(crate) fn earn(&self, work: u64) {
        self.left.set(self.left.get().saturating_add(work));
    }

    /// A budget for one of several attempts: an `n`th of all that was granted, or what is left.
    pub(crate) fn share(&self, n: u64) -> Budget {
        Budget::new((self.granted / n).min(self.left.get()), self.deadline)
    }

    /// Takes what was spent of a share.
    pub(crate) fn settle(&self, share: &Budget) {
        self.left.set(self.left.get().saturating_sub(share.spent()));
        self.is_over.set(self.is_over.get() || share.is_over.get());
    }

    pub(crate) fn spent(&self) -> u64 {
        self.granted.saturating_sub(self.left.get())
    }

    pub(crate) fn is_spent(&self) -> bool {
        self.left.get() == 0 || self.is_over.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends() {
        let budget = Budget::new(10, None);
        budget.spend(9);
        assert!(!budget.is_spent());
        budget.spend(9);
        assert!(budget.is_spent());
        let whole = Budget::new(90, None);
        let share = whole.share(3);
        share.spend(20);
        whole.settle(&share);
        assert_eq!((share.left.get(), whole.left.get()), (10, 70));
    }

    #[test]
    fn a_part_ends_sooner_and_never_later() {
        thread_local! {
            static NOW: Cell<f64> = const { Cell::new(0.0) };
        }
        let now: fn() -> f64 = || NOW.with(Cell::get);
        let whole = Deadline::of(Clock {
            now,
            most_ms: 100.0,
        });
        for (began_at, ends_at) in [(0.0, 60.0), (30.0, 90.0), (80.0, 100.0)] {
            NOW.set(began_at);
            let part = whole.within(60.0);
            NOW.set(ends_at - 1.0);
            assert!(!part.is_over(), "begun at {began_at}");
            NOW.set(ends_at);
            assert!(part.is_over(), "begun at {began_at}");
        }
    }

    #[test]
    fn it_ends_by_the_clock() {
        thread_local! {
            static NOW: Cell<f64> = const { Cell::new(0.0) };
        }
        let clock = Clock {
            now: || NOW.with(Cell::get),
            most_ms: 20.0,
        };
        let whole = Budget::new(1_000_000, Some(Deadline::of(clock)));
        let share = whole.share(2);
        share.spend(BETWEEN as usize);
        assert!(!share.is_spent());
        NOW.set(20.0);
        share.spend(10);
        assert!(!share.is_spent(), "the clock is asked now and then");
        share.spend(BETWEEN as usize);
        assert!(share.is_spent());
        assert!(!whole.is_spent());
        whole.settle(&share);
        assert!(whole.is_spent());
        assert!(whole.share(1).is_spent());
    }
}
