//! Numbers from a seed: xoshiro256** (Blackman and Vigna, 2018), begun with SplitMix64.
//!
//! A generator of our own, because a world of a seed must stay the same world whatever version of
//! a library is built in.

/// A stream of numbers.
#[derive(Clone, Debug)]
pub struct Rng([u64; 4]);

impl Rng {
    /// The stream of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Rng {
        let mut state = seed;
        Rng(std::array::from_fn(|_| {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        }))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let s = &mut self.0;
        let result = s[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// From 0 up to, and without, 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True this often.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// From `low` up to, and without, `high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// From 0 up to, and without, `count`; 0 for a count of 0.
    pub fn below(&mut self, count: usize) -> usize {
        ((self.unit() * count as f64) as usize).min(count.saturating_sub(1))
    }

    /// Exponentially distributed, with that mean.
    pub fn wait(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.unit()).ln()
    }

    /// From `low` to `high`, each order of magnitude as often as another.
    pub fn log_uniform(&mut self, low: f64, high: f64) -> f64 {
        (self.between(low.ln(), high.ln())).exp()
    }

    /// One of the list, each as often as another; `None` for an empty one.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let index = self.below(list.len());
        list.get(index)
    }

    /// `count` different indexes below `of`, in a random order.
    pub fn choose(&mut self, count: usize, of: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..of).collect();
        for index in 0..count.min(of) {
            let other = index + self.below(of - index);
            all.swap(index, other);
        }
        all.truncate(count);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_published_numbers() {
        // SplitMix64 of 0 begins with 0xe220a8397b1dcdaf (Vigna's reference).
        let rng = Rng::new(0);
        assert_eq!(rng.0[0], 0xe220_a839_7b1d_cdaf);
        assert_eq!(rng.0[1], 0x6e78_9e6a_a1b9_65f4);
        // xoshiro256** of the state 1, 2, 3, 4 begins with 11520, 0, 1509978240.
        let mut rng = Rng([1, 2, 3, 4]);
        assert_eq!(
            [rng.bits(), rng.bits(), rng.bits()],
            [11520, 0, 1_509_978_240]
        );
    }

    #[test]
    fn draws_keep_to_their_ranges_and_means() {
        let mut rng = Rng::new(7);
        let waits: f64 = (0..20_000).map(|_| rng.wait(3.0)).sum();
        assert!((2.9..3.1).contains(&(waits / 20_000.0)));
        assert!((0..1000).all(|_| rng.below(3) < 3));
        assert!((0..1000).all(|_| (20.0..5000.0).contains(&rng.log_uniform(20.0, 5000.0))));
        let mut chosen = rng.choose(5, 5);
        chosen.sort_unstable();
        assert_eq!(chosen, [0, 1, 2, 3, 4]);
        assert_eq!(rng.pick::<u8>(&[]), None);
    }
}
