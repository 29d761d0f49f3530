//! Which keys are in a set, in little more than one byte or two for each: a binary fuse filter.
//!
//! Graf and Lemire, "Binary Fuse Filters: Fast and Smaller Than Xor Filters", 2022, with three
//! places a key. Every key of the set is found; one that is not in it is found, too, in one of 256
//! cases with fingerprints of 8 bits, and in one of 65,536 with 16.
//!
//! ```text
//! hash of a key and the seed
//!   ├─ upper bits ─▶ segment s   ┌── s ──┬─ s+1 ─┬─ s+2 ─┐
//!   ├─ bits ───────▶ one place in│   x   │       │       │
//!   │                each of     │       │     x │  x    │   x ^ x ^ x = fingerprint
//!   └─ folded ─────▶ fingerprint └───────┴───────┴───────┘
//! ```

use std::fmt::Debug;

/// What is kept of a key: 8 or 16 bits.
pub trait Fingerprint: sealed::Sealed + Copy + Default + PartialEq + Debug {
    /// Bytes of one.
    const BYTES: usize;
    /// Of so many keys that are not in the set, one is found.
    const ONE_IN: u32;
    /// Of a hash.
    fn of(hash: u64) -> Self;
    /// Bit by bit.
    #[must_use]
    fn xor(self, other: Self) -> Self;
    /// Appends it, little-endian.
    fn write(self, out: &mut Vec<u8>);
    /// From exactly [`Fingerprint::BYTES`] bytes, little-endian.
    fn read(bytes: &[u8]) -> Option<Self>;
}

mod sealed {
    /// Only what this file knows is one.
    pub trait Sealed {}
    impl Sealed for u8 {}
    impl Sealed for u16 {}
}

macro_rules! fingerprint {
    ($word:ty) => {
        impl Fingerprint for $word {
            const BYTES: usize = size_of::<$word>();
            const ONE_IN: u32 = <$word>::MAX as u32 + 1;

            fn of(hash: u64) -> Self {
                (hash ^ (hash >> 32)) as $word
            }

            fn xor(self, other: Self) -> Self {
                self ^ other
            }

            fn write(self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            fn read(bytes: &[u8]) -> Option<Self> {
                Some(<$word>::from_le_bytes(bytes.try_into().ok()?))
            }
        }
    };
}

fingerprint!(u8);
fingerprint!(u16);

/// Why there is no filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// None of a hundred seeds gave one, which for keys of a good hash doesn't happen.
    #[error("none of {TRIES} seeds gives a filter of these keys")]
    NoSeed,
    /// There are more keys than places can be counted for.
    #[error("a filter holds {MOST} keys at the most")]
    TooMany,
    /// These bytes are none.
    #[error("these bytes are no filter")]
    Malformed,
}

/// Keys of one filter, at the most.
pub const MOST: usize = 1 << 30;

/// Seeds that are tried.
const TRIES: u64 = 100;

/// Bytes before the fingerprints: seed, segment length, segment count.
const HEAD: usize = 16;

/// A set that doesn't know its keys, but knows them again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter<F> {
    seed: u64,
    /// Places in a segment: a power of two.
    segment_len: u32,
    /// Segments that a key's first place can be in; two more follow.
    segments: u32,
    fingerprints: Vec<F>,
}

impl<F: Fingerprint> Filter<F> {
    /// Of keys, each with 64 bits of a good hash; the same keys and the same seed give the same
    /// filter, in whatever order the keys come and however often.
    ///
    /// Needs about 30 bytes of memory a key beside the keys themselves.
    ///
    /// # Errors
    /// [`FilterError::NoSeed`] and [`FilterError::TooMany`].
    pub fn new(mut keys: Vec<u64>, seed: u64) -> Result<Filter<F>, FilterError> {
        // A key that is in twice could never be peeled off.
        keys.sort_unstable();
        keys.dedup();
        if keys.len() > MOST {
            return Err(FilterError::TooMany);
        }
        let mut filter = Filter::empty(keys.len(), seed);
        let mut peel = Peel::new(filter.places(), keys.len());
        for attempt in 0..TRIES {
            filter.seed = mix(seed.wrapping_add(attempt));
            if peel.order(&filter, &keys) {
                filter.fill(&peel);
                return Ok(filter);
            }
        }
        Err(FilterError::NoSeed)
    }

    /// Room for so many keys.
    fn empty(len: usize, seed: u64) -> Filter<F> {
        let size = len as f64;
        // Constants of the paper's own code, for three places.
        let bits = match len {
            0 | 1 => 2,
            _ => ((size.ln() / 3.33_f64.ln() + 2.25).floor() as u32).min(18),
        };
        let segment_len = 1u32 << bits;
        let factor = match len {
            0 | 1 => 0.0,
            _ => (0.875 + 0.25 * 1_000_000_f64.ln() / size.ln()).max(1.125),
        };
        let capacity = (size * factor).round() as u32;
        let segments = capacity.div_ceil(segment_len).saturating_sub(2).max(1);
        let places = (segments as usize + 2) * segment_len as usize;
        Filter {
            seed,
            segment_len,
            segments,
            fingerprints: vec![F::default(); places],
        }
    }

    /// Whether a key is in the set; of those that are not, one in [`Fingerprint::ONE_IN`] is said to be.
    #[must_use]
    pub fn contains(&self, key: u64) -> bool {
        let hash = self.hash(key);
        let kept = self.places_of(hash).into_iter().map(|place| {
            // Places lie inside of what was built, and of what was read.
            self.fingerprints.get(place).copied().unwrap_or_default()
        });
        kept.fold(F::of(hash), F::xor) == F::default()
    }

    /// Appends it as [`Filter::read`] takes it.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.reserve(self.size_bytes());
        out.extend_from_slice(&self.seed.to_le_bytes());
        out.extend_from_slice(&self.segment_len.to_le_bytes());
        out.extend_from_slice(&self.segments.to_le_bytes());
        for fingerprint in &self.fingerprints {
            fingerprint.write(out);
        }
    }

    /// From the bytes of [`Filter::write`], all of them.
    ///
    /// # Errors
    /// [`FilterError::Malformed`].
    pub fn read(bytes: &[u8]) -> Result<Filter<F>, FilterError> {
        let (head, rest) = bytes.split_at_checked(HEAD).ok_or(FilterError::Malformed)?;
        let word = |from: usize| -> [u8; 4] { std::array::from_fn(|at| head[from + at]) };
        let (low, high) = (u32::from_le_bytes(word(0)), u32::from_le_bytes(word(4)));
        let segment_len = u32::from_le_bytes(word(8));
        let segments = u32::from_le_bytes(word(12));
        let places = (u64::from(segments) + 2) * u64::from(segment_len);
        let is_sound = segment_len.is_power_of_two()
            && segment_len <= 1 << 18
            && segments > 0
            && Some(places) == u64::try_from(rest.len() / F::BYTES).ok()
            && rest.len().is_multiple_of(F::BYTES);
        if !is_sound {
            return Err(FilterError::Malformed);
        }
        let fingerprints = rest.chunks_exact(F::BYTES).map(F::read);
        Ok(Filter {
            seed: u64::from(high) << 32 | u64::from(low),
            segment_len,
            segments,
            fingerprints: fingerprints
                .collect::<Option<_>>()
                .ok_or(FilterError::Malformed)?,
        })
    }

    /// How many bytes [`Filter::write`] writes.
    #[must_use]
    pub fn size_bytes(&self) -> usize {
        HEAD + self.fingerprints.len() * F::BYTES
    }

    fn places(&self) -> usize {
        self.fingerprints.len()
    }

    fn hash(&self, key: u64) -> u64 {
        mix(key.wrapping_add(self.seed))
    }

    /// One place in each of three segments that follow each other.
    fn places_of(&self, hash: u64) -> [usize; 3] {
        let starts = u64::from(self.segments) * u64::from(self.segment_len);
        let first = ((u128::from(hash) * u128::from(starts)) >> 64) as usize;
        let len = self.segment_len as usize;
        let mask = u64::from(self.segment_len - 1);
        let turn = |place: usize, bits: u64| place ^ (bits & mask) as usize;
        [
            first,
            turn(first + len, hash >> 18),
            turn(first + 2 * len, hash),
        ]
    }

    /// Last peeled, first filled: then the other two places of each are settled.
    fn fill(&mut self, peel: &Peel) {
        for (hash, which) in peel.order.iter().rev() {
            let places = self.places_of(*hash);
            let mut kept = F::of(*hash);
            for (at, place) in places.iter().enumerate() {
                if at != usize::from(*which) {
                    kept = kept.xor(self.fingerprints[*place]);
                }
            }
            self.fingerprints[places[usize::from(*which)]] = kept;
        }
    }
}

/// Takes key after key off a place that it has for itself.
struct Peel {
    /// For each place, how many keys have it, times four, and which of their places it is, all of
    /// them together by exclusive or: with one key left, its own.
    counts: Vec<u8>,
    /// For each place, the hashes of these keys by exclusive or.
    hashes: Vec<u64>,
    /// The hashes in the order in which they were taken off, and from which of their places.
    order: Vec<(u64, u8)>,
    /// Places with one key.
    alone: Vec<u32>,
}

impl Peel {
    fn new(places: usize, keys: usize) -> Peel {
        Peel {
            counts: vec![0; places],
            hashes: vec![0; places],
            order: Vec::with_capacity(keys),
            alone: Vec::new(),
        }
    }

    /// Whether all of them came off.
    fn order<F: Fingerprint>(&mut self, filter: &Filter<F>, keys: &[u64]) -> bool {
        self.counts.fill(0);
        self.hashes.fill(0);
        self.order.clear();
        self.alone.clear();
        for key in keys {
            let hash = filter.hash(*key);
            for (which, place) in (0..).zip(filter.places_of(hash)) {
                // More than 63 keys on one place: another seed spreads them better.
                let Some(count) = self.counts[place].checked_add(4) else {
                    return false;
                };
                self.counts[place] = count ^ which;
                self.hashes[place] ^= hash;
            }
        }
        for (place, count) in (0..).zip(&self.counts) {
            if count >> 2 == 1 {
                self.alone.push(place);
            }
        }
        while let Some(place) = self.alone.pop() {
            let place = place as usize;
            if self.counts[place] >> 2 != 1 {
                continue;
            }
            let hash = self.hashes[place];
            let which = self.counts[place] & 3;
            self.order.push((hash, which));
            for (other, place) in (0..).zip(filter.places_of(hash)) {
                self.counts[place] = (self.counts[place] - 4) ^ other;
                self.hashes[place] ^= hash;
                if self.counts[place] >> 2 == 1 {
                    // Places are counted in 32 bits.
                    self.alone.push(place as u32);
                }
            }
        }
        self.order.len() == keys.len()
    }
}

/// The finisher of MurmurHash3: every bit of the key moves half of the bits of the hash.
fn mix(key: u64) -> u64 {
    let key = (key ^ (key >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let key = (key ^ (key >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    key ^ (key >> 33)
}
