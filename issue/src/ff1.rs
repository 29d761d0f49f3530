//! FF1 of NIST SP 800-38G with AES-256 over sixteen numerals of radix 32 and a tweak of 8 bytes.
//!
//! The standard's parameters, with its names: n = 16, so u = v = 8 numerals of 5 bits; a half is
//! 40 bits, b = 5 bytes; d = 4⌈b/4⌉ + 4 = 12 bytes of S, less than a block, so that S is the first
//! 12 bytes of R alone. With t = 8, Q is T ‖ 0 0 ‖ round ‖ NUM(B): 8 + 2 + 1 + 5 bytes, one block.
//! P does not change from round to round, and R = AES(AES(P) ⊕ Q): one AES a round.
//! As the radix is a power of two, NUM and STR are the bits as they are, and arithmetic modulo
//! 32^8 is arithmetic modulo 2^40.

#[cfg(test)]
mod general;
#[cfg(test)]
mod tests;

use aes::{
    Aes256Enc, Block,
    cipher::{BlockCipherEncrypt, KeyInit},
};

const HALF_BITS: u32 = 40;
const HALF_MASK: u64 = (1 << HALF_BITS) - 1;

/// An even number, so that after the last one the halves are where they were.
const ROUNDS: u64 = 10;

/// P: version, method, addition; the radix in 3 bytes; rounds; u; n and t in 4 bytes each.
const P: [u8; 16] = [1, 2, 1, 0, 0, 32, 10, 8, 0, 0, 0, 16, 0, 0, 0, 8];

/// Blocks that are encrypted at once. `aes` takes them 8 by 8 with AES-NI, 30 by 30 with VAES and
/// 64 by 64 with VAES on AVX-512; what is left over, one by one.
pub(crate) const BATCH: usize = 64;

/// A permutation of the numbers below 2^80, which stand for 16 numerals, the first in the highest
/// 5 bits.
pub(crate) struct Ff1 {
    cipher: Aes256Enc,
    /// The first 8 bytes of AES(P) ⊕ Q: the tweak is there, and it does not change.
    high: u64,
    /// The last 8 bytes of AES(P), for the rest of Q.
    low: u64,
}

impl Ff1 {
    pub(crate) fn new(key: &[u8; 32], tweak: [u8; 8]) -> Ff1 {
        let cipher = Aes256Enc::new(key.into());
        let mut block = Block::from(P);
        cipher.encrypt_block(&mut block);
        let p = u128::from_be_bytes(block.0);
        Ff1 {
            cipher,
            high: (p >> 64) as u64 ^ u64::from_be_bytes(tweak),
            low: p as u64,
        }
    }

    /// Each of the numbers, which are below 2^80; in batches as long as there are enough of them.
    pub(crate) fn encrypt_each(&self, numbers: &mut [u128]) {
        let (batches, rest) = numbers.as_chunks_mut::<BATCH>();
        for batch in batches {
            self.encrypt_batch(batch);
        }
        let (batches, rest) = rest.as_chunks_mut::<8>();
        for batch in batches {
            self.encrypt_batch(batch);
        }
        for number in rest {
            self.encrypt_batch(std::array::from_mut(number));
        }
    }

    /// The number that was encrypted to `number`, which is below 2^80.
    pub(crate) fn decrypt(&self, number: u128) -> u128 {
        let (mut a, mut b) = split([number]);
        for round in (0..ROUNDS).rev() {
            let (changed, read) = in_turn(round, &mut a, &mut b);
            let [y] = self.round(round, read);
            changed[0] = changed[0].wrapping_sub(y) & HALF_MASK;
        }
        let [number] = join(a, b);
        number
    }

    fn encrypt_batch<const N: usize>(&self, numbers: &mut [u128; N]) {
        let (mut a, mut b) = split(*numbers);
        for round in 0..ROUNDS {
            let (changed, read) = in_turn(round, &mut a, &mut b);
            for (half, y) in changed.iter_mut().zip(self.round(round, read)) {
                *half = half.wrapping_add(y) & HALF_MASK;
            }
        }
        *numbers = join(a, b);
    }

    /// y of the standard's step 6 for each of the halves, without what is beyond 64 bits: only its
    /// lowest 40 bits are asked for.
    fn round<const N: usize>(&self, round: u64, halves: &[u64; N]) -> [u64; N] {
        // The bytes 8 to 15 of Q: two zeros, the round, the half.
        let low = self.low ^ round << HALF_BITS;
        let mut blocks = halves.map(|half| {
            let block = u128::from(self.high) << 64 | u128::from(low ^ half);
            Block::from(block.to_be_bytes())
        });
        self.cipher.encrypt_blocks(&mut blocks);
        // S is the first 12 of 16 bytes, as one big-endian number.
        blocks.map(|block| (u128::from_be_bytes(block.0) >> 32) as u64)
    }
}

/// The half that a round changes and the half that it reads.
///
/// The standard swaps A and B after each round; here they stay, and the rounds alternate.
fn in_turn<'a, T>(round: u64, a: &'a mut T, b: &'a mut T) -> (&'a mut T, &'a T) {
    if round.is_multiple_of(2) {
        (a, b)
    } else {
        (b, a)
    }
}

/// A and B, the first 8 numerals and the others.
fn split<const N: usize>(numbers: [u128; N]) -> ([u64; N], [u64; N]) {
    let a = numbers.map(|number| (number >> HALF_BITS) as u64 & HALF_MASK);
    let b = numbers.map(|number| number as u64 & HALF_MASK);
    (a, b)
}

fn join<const N: usize>(a: [u64; N], b: [u64; N]) -> [u128; N] {
    std::array::from_fn(|i| u128::from(a[i]) << HALF_BITS | u128::from(b[i]))
}
