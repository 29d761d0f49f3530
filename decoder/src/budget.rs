//! How much work a picture may still cost.

use std::cell::Cell;

/// Work that is left, in looks at one module: about ten nanoseconds each, whatever the machine's
/// clock says. The crate has no clock; who has one knows what a unit costs there.
#[derive(Debug)]
pub(crate) struct Budget {
    granted: u64,
    left: Cell<u64>,
}

impl Budget {
    pub(crate) fn new(work: u64) -> Budget {
        Budget {
            granted: work,
            left: Cell::new(work),
        }
    }

    /// Takes what an act costs; what is begun is finished.
    pub(crate) fn spend(&self, work: usize) {
        self.left.set(self.left.get().saturating_sub(work as u64));
    }

    /// Work that a symbol brings that was read: more of them may be beside it.
    pub(crate) fn earn(&self, work: u64) {
        self.left.set(self.left.get().saturating_add(work));
    }

    /// A budget for one of several attempts: an `n`th of all that was granted, or what is left.
    pub(crate) fn share(&self, n: u64) -> Budget {
        Budget::new((self.granted / n).min(self.left.get()))
    }

    /// Takes what was spent of a share.
    pub(crate) fn settle(&self, share: &Budget) {
        self.left.set(self.left.get().saturating_sub(share.spent()));
    }

    pub(crate) fn spent(&self) -> u64 {
        self.granted.saturating_sub(self.left.get())
    }

    pub(crate) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends() {
        let budget = Budget::new(10);
        budget.spend(9);
        assert!(!budget.is_spent());
        budget.spend(9);
        assert!(budget.is_spent());
        let whole = Budget::new(90);
        let share = whole.share(3);
        share.spend(20);
        whole.settle(&share);
        assert_eq!((share.left.get(), whole.left.get()), (10, 70));
    }
}
