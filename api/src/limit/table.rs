//! Token buckets in a table of fixed size.
//!
//! A bucket is one number, the moment at which it would be full again (the "theoretical arrival
//! time" of the generic cell rate algorithm), so a bucket that is full is the same as none.
//! The table is set-associative: a key has one set to be in, and takes the place of the bucket there
//! that is nearest to full. However many addresses somebody comes from, the table stays as large as
//! it is, and what the newcomers push out are those that had used least.

use std::{
    hash::{BuildHasher, RandomState},
    sync::{Mutex, PoisonError},
};

use super::Rate;

/// Sets behind one lock; and how many there are of each.
const SETS: usize = 512;
const SHARDS: usize = 16;
/// Buckets a set.
const WAYS: usize = 8;
/// How far a bucket may be in debt, in tokens: what is paid for afterwards by requests that ran
/// side by side.
const DEBT: u64 = 32;

/// A key, hashed with a secret of this process: no address is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64);

#[derive(Clone, Copy, Default)]
struct Bucket {
    key: u64,
    /// When it is full again, in microseconds since 1970; in the past for one that is full.
    full_at_us: u64,
}

/// 65,536 buckets, 1 MB.
pub(super) struct Table {
    secret: RandomState,
    shards: Vec<Mutex<Vec<[Bucket; WAYS]>>>,
}

impl Table {
    pub(super) fn new() -> Table {
        let shard = || Mutex::new(vec![[Bucket::default(); WAYS]; SETS]);
        Table {
            secret: RandomState::new(),
            shards: std::iter::repeat_with(shard).take(SHARDS).collect(),
        }
    }

    pub(super) fn key(&self, of: impl std::hash::Hash) -> Key {
        // 0 is an empty place.
        Key(self.secret.hash_one(of).max(1))
    }

    /// How long until the bucket holds a token, in microseconds; 0 where it holds one.
    pub(super) fn wait_us(&self, key: Key, rate: Rate, now_us: u64) -> u64 {
        self.with(key, |set| {
            let found = set.iter().find(|bucket| bucket.key == key.0);
            found.map_or(0, |bucket| wait(bucket.full_at_us, rate, now_us))
        })
    }

    /// Takes a token; where there is none, says how long until there is, in microseconds.
    pub(super) fn take(&self, key: Key, rate: Rate, now_us: u64) -> Result<(), u64> {
        self.with(key, |set| {
            let bucket = place(set, key);
            match wait(bucket.full_at_us, rate, now_us) {
                0 => {
                    bucket.full_at_us = after_one(bucket.full_at_us, rate, now_us);
                    Ok(())
                }
                wait => Err(wait),
            }
        })
    }

    /// Takes so many tokens at once, or none; where there are too few, says how long until there are, in
    /// microseconds. More than the bucket holds are taken from a full one.
    pub(super) fn take_many(
        &self,
        key: Key,
        rate: Rate,
        count: u32,
        now_us: u64,
    ) -> Result<(), u64> {
        self.with(key, |set| {
            let bucket = place(set, key);
            let asked_us = u64::from(count.min(rate.burst())) * rate.interval_us();
            let used_us = bucket.full_at_us.saturating_sub(now_us) + asked_us;
            match used_us.saturating_sub(capacity_us(rate)) {
                0 => {
                    bucket.full_at_us = bucket.full_at_us.max(now_us) + asked_us;
                    Ok(())
                }
                wait => Err(wait),
            }
        })
    }

    /// Takes a token that was used already, and be it on credit.
    pub(super) fn charge(&self, key: Key, rate: Rate, now_us: u64) {
        self.with(key, |set| {
            let bucket = place(set, key);
            bucket.full_at_us = after_one(bucket.full_at_us, rate, now_us);
        });
    }

    /// Marks a key for a while; whether it was marked already.
    pub(super) fn mark(&self, key: Key, until_us: u64, now_us: u64) -> bool {
        self.with(key, |set| {
            let bucket = place(set, key);
            let was_marked = bucket.full_at_us > now_us;
            bucket.full_at_us = until_us;
            was_marked
        })
    }

    fn with<T>(&self, key: Key, act: impl FnOnce(&mut [Bucket; WAYS]) -> T) -> T {
        let (shard, set) = (key.0 as usize % SHARDS, key.0 as usize / SHARDS % SETS);
        // Buckets are single numbers: a poisoned lock holds good ones.
        let mut sets = self.shards[shard]
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        act(&mut sets[set])
    }
}

/// The key's bucket; a new one in the place of the one that is nearest to full.
fn place(set: &mut [Bucket; WAYS], key: Key) -> &mut Bucket {
    let mut index = 0;
    for (way, bucket) in set.iter().enumerate() {
        if bucket.key == key.0 {
            return &mut set[way];
        }
        if bucket.full_at_us < set[index].full_at_us {
            index = way;
        }
    }
    set[index] = Bucket {
        key: key.0,
        full_at_us: 0,
    };
    &mut set[index]
}

fn capacity_us(rate: Rate) -> u64 {
    u64::from(rate.burst()) * rate.interval_us()
}

fn wait(full_at_us: u64, rate: Rate, now_us: u64) -> u64 {
    let used = full_at_us.saturating_sub(now_us) + rate.interval_us();
    used.saturating_sub(capacity_us(rate))
}

/// Debt has an end, and so has what a clock that was set back makes of it.
fn after_one(full_at_us: u64, rate: Rate, now_us: u64) -> u64 {
    let longest = now_us + capacity_us(rate) + DEBT * rate.interval_us();
    (full_at_us.max(now_us) + rate.interval_us()).min(longest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limit::Limit;

    fn rate(text: &str) -> Rate {
        text.parse::<Limit>().unwrap().0.unwrap()
    }

    #[test]
    fn a_bucket_empties_and_fills() {
        let (table, rate) = (Table::new(), rate("3+1/s"));
        let key = table.key("a");
        let mut now_us = 1_000_000_000;
        for _ in 0..3 {
            assert_eq!(table.take(key, rate, now_us), Ok(()));
        }
        assert_eq!(table.take(key, rate, now_us), Err(1_000_000));
        assert_eq!(table.take(table.key("b"), rate, now_us), Ok(()));
        now_us += 999_999;
        assert_eq!(table.take(key, rate, now_us), Err(1));
        now_us += 1;
        assert_eq!(table.take(key, rate, now_us), Ok(()));
        assert_eq!(table.wait_us(key, rate, now_us), 1_000_000);
        now_us += 60_000_000;
        for _ in 0..3 {
            assert_eq!(table.take(key, rate, now_us), Ok(()));
        }
        assert!(table.take(key, rate, now_us).is_err(), "no more than fits");
    }

    #[test]
    fn debt_is_paid_and_bounded() {
        let (table, rate) = (Table::new(), rate("2+1/s"));
        let key = table.key("a");
        for _ in 0..1_000 {
            table.charge(key, rate, 0);
        }
        let longest = (DEBT + 1) * 1_000_000;
        assert_eq!(table.wait_us(key, rate, 0), longest);
        assert_eq!(table.wait_us(key, rate, longest), 0);
    }

    #[test]
    fn a_flood_of_addresses_pushes_out_those_that_used_least() {
        let (table, rate) = (Table::new(), rate("100+1/s"));
        let guilty = table.key("guilty");
        for _ in 0..150 {
            table.charge(guilty, rate, 0);
        }
        for address in 0..1_000_000u32 {
            table.charge(table.key(address), rate, 0);
        }
        assert!(table.wait_us(guilty, rate, 0) > 0);
        let buckets: usize = table
            .shards
            .iter()
            .map(|shard| shard.lock().unwrap().len() * WAYS)
            .sum();
        assert_eq!(buckets, SETS * SHARDS * WAYS);
    }
}
