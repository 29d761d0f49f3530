//! Counter to serial and back.

use std::{fmt, iter::FusedIterator, ops::Range};

use crate::{
    IssueKey, MAX_COUNTER, Serial, base32,
    ff1::{BATCH, Ff1},
};

/// A counter that has no serial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the counter {0} is not below 2^40")]
pub struct CounterError(pub u64);

/// Makes and opens the serials of one product.
pub struct Issuer {
    product: u64,
    ff1: Ff1,
}

impl Issuer {
    /// For a product: its GTIN as a number.
    ///
    /// The same key serves every product: each has a permutation of its own.
    #[must_use]
    pub fn new(key: &IssueKey, product: u64) -> Issuer {
        let ff1 = Ff1::new(key.bytes(), product.to_be_bytes());
        Issuer { product, ff1 }
    }

    /// The serial of one counter; [`serials`](Issuer::serials) makes many of them several times as
    /// fast.
    ///
    /// # Errors
    /// The counter is not below [`MAX_COUNTER`].
    ///
    /// ```
    /// # use issue::{CounterError, IssueKey, Issuer, MAX_COUNTER};
    /// let issuer = Issuer::new(&IssueKey::new([7; 32]), 9506000134352);
    /// let serial = issuer.serial(41).unwrap();
    /// assert_eq!(issuer.open(&serial), Some(41));
    /// assert_eq!(issuer.serial(MAX_COUNTER), Err(CounterError(MAX_COUNTER)));
    /// ```
    pub fn serial(&self, counter: u64) -> Result<Serial, CounterError> {
        if counter >= MAX_COUNTER {
            return Err(CounterError(counter));
        }
        // The 40 bits above the counter are the redundancy: zeros.
        let mut number = u128::from(counter);
        self.ff1.encrypt_each(std::slice::from_mut(&mut number));
        Ok(Serial::of(number))
    }

    /// The serials of a range of counters, in their order.
    ///
    /// Ends at [`MAX_COUNTER`], whatever the range says: who takes a range from elsewhere checks its
    /// end before.
    pub fn serials(&self, counters: Range<u64>) -> impl FusedIterator<Item = Serial> {
        Serials {
            ff1: &self.ff1,
            counters: counters.start..counters.end.min(MAX_COUNTER),
            numbers: [0; BATCH],
            ready: 0..0,
        }
    }

    /// The counter that a serial was made from; `None` where it was made from none.
    ///
    /// Any of the 2^40 counters may come out, used or not: the caller compares it with how many were
    /// issued. A random serial passes both with odds of (how many were issued) in 2^80.
    #[must_use]
    pub fn open(&self, serial: &Serial) -> Option<u64> {
        // Only characters of the alphabet are in a serial.
        let number = base32::number(serial.as_bytes())?;
        let counter = u64::try_from(self.ff1.decrypt(number)).ok()?;
        (counter < MAX_COUNTER).then_some(counter)
    }
}

/// Shows the product, and nothing of the key.
impl fmt::Debug for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Issuer");
        shown
            .field("product", &self.product)
            .finish_non_exhaustive()
    }
}

struct Serials<'a> {
    ff1: &'a Ff1,
    /// What is not in `numbers` yet.
    counters: Range<u64>,
    numbers: [u128; BATCH],
    /// Which of `numbers` are still to be given out.
    ready: Range<usize>,
}

impl Serials<'_> {
    /// Encrypts the next counters, at most a batch of them.
    fn refill(&mut self) {
        let mut len = 0;
        for (number, counter) in self.numbers.iter_mut().zip(&mut self.counters) {
            *number = u128::from(counter);
            len += 1;
        }
        self.ff1.encrypt_each(&mut self.numbers[..len]);
        self.ready = 0..len;
    }
}

impl Iterator for Serials<'_> {
    type Item = Serial;

    fn next(&mut self) -> Option<Serial> {
        if self.ready.is_empty() {
            self.refill();
        }
        let number = self.numbers[self.ready.next()?];
        Some(Serial::of(number))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // Where a usize has 32 bits, there may be more than it can say.
        let ahead = self.counters.end.saturating_sub(self.counters.start);
        let all = usize::try_from(ahead)
            .ok()
            .and_then(|ahead| ahead.checked_add(self.ready.len()));
        (all.unwrap_or(usize::MAX), all)
    }
}

impl FusedIterator for Serials<'_> {}
