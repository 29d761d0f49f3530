//! The general FF1 against NIST's samples; the fast one against the general one and `fpe`.

use aes::{
    Aes128, Aes192, Aes256,
    cipher::{BlockCipherEncrypt, BlockSizeUser, KeyInit, consts::U16},
};
use fpe::ff1::{FF1, FlexibleNumeralString};
use proptest::prelude::*;

use super::{BATCH, Ff1, general};

/// SplitMix64: the same numbers in every run.
struct Random(u64);

impl Random {
    fn u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    /// Below 2^80; one in eight has a half that is all zeros or all ones.
    fn number(&mut self) -> u128 {
        let number = u128::from(self.u64()) << 64 | u128::from(self.u64());
        let number = number & ((1 << 80) - 1);
        let half = (1u128 << 40) - 1;
        match self.u64() % 32 {
            0 => number & half,
            1 => number & half << 40,
            2 => number | half,
            3 => number | half << 40,
            _ => number,
        }
    }

    fn key(&mut self) -> [u8; 32] {
        std::array::from_fn(|_| self.u64() as u8)
    }
}

fn numerals(number: u128) -> Vec<u16> {
    (0..16)
        .rev()
        .map(|i| (number >> (5 * i)) as u16 & 31)
        .collect()
}

fn number(numerals: &[u16]) -> u128 {
    numerals
        .iter()
        .fold(0, |number, numeral| number << 5 | u128::from(*numeral))
}

fn encrypt(ff1: &Ff1, number: u128) -> u128 {
    let mut numbers = [number];
    ff1.encrypt_each(&mut numbers);
    numbers[0]
}

const NIST_KEY: [u8; 32] = [
    0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6, 0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c,
    0xef, 0x43, 0x59, 0xd8, 0xd5, 0x80, 0xaa, 0x4f, 0x7f, 0x03, 0x6d, 0x6f, 0x04, 0xfc, 0x6a, 0x94,
];

/// Plain texts with their radix and tweak, the same for each size of key.
const NIST_SAMPLES: [(u32, &[u8], &str); 3] = [
    (10, &[], "0123456789"),
    (
        10,
        &[0x39, 0x38, 0x37, 0x36, 0x35, 0x34, 0x33, 0x32, 0x31, 0x30],
        "0123456789",
    ),
    (
        36,
        &[
            0x37, 0x37, 0x37, 0x37, 0x70, 0x71, 0x72, 0x73, 0x37, 0x37, 0x37,
        ],
        "0123456789abcdefghi",
    ),
];

fn samples<C>(cipher: &C, expected: [&str; 3])
where
    C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16>,
{
    let values = |text: &str| -> Vec<u16> {
        text.chars()
            .map(|c| c.to_digit(36).unwrap() as u16)
            .collect()
    };
    for ((radix, tweak, plain), expected) in NIST_SAMPLES.into_iter().zip(expected) {
        let (plain, expected) = (values(plain), values(expected));
        assert_eq!(general::encrypt(cipher, radix, tweak, &plain), expected);
        assert_eq!(general::decrypt(cipher, radix, tweak, &expected), plain);
    }
}

#[test]
fn nist_samples() {
    samples(
        &Aes128::new(NIST_KEY[..16].try_into().unwrap()),
        ["2433477484", "6124200773", "a9tv40mll9kdu509eum"],
    );
    samples(
        &Aes192::new(NIST_KEY[..24].try_into().unwrap()),
        ["2830668132", "2496655549", "xbj3kv35jrawxv32ysr"],
    );
    samples(
        &Aes256::new(&NIST_KEY.into()),
        ["6657667009", "1001623463", "xs8a0azh2avyalyzuwd"],
    );
}

#[test]
fn the_general_one_is_like_fpe_elsewhere() {
    let mut random = Random(3);
    for radix in [2, 3, 10, 31, 32, 255, 256, 257, 1000, 65_535, 65_536] {
        for len in [20, 21, 64, 100] {
            for tweak_len in [0, 1, 7, 8, 9, 10, 16, 31] {
                let key = random.key();
                let tweak: Vec<u8> = (0..tweak_len).map(|_| random.u64() as u8).collect();
                let plain: Vec<u16> = (0..len)
                    .map(|_| (random.u64() % u64::from(radix)) as u16)
                    .collect();
                let ours = general::encrypt(&Aes256::new(&key.into()), radix, &tweak, &plain);
                let theirs = FF1::<Aes256>::new(&key, radix).unwrap();
                let theirs = theirs
                    .encrypt(&tweak, &FlexibleNumeralString::from(plain))
                    .unwrap();
                assert_eq!(ours, Vec::from(theirs), "{radix} {len} {tweak_len}");
            }
        }
    }
}

#[test]
fn the_fast_one_is_like_the_general_one() {
    let mut random = Random(1);
    for _ in 0..200 {
        let (key, tweak) = (random.key(), random.u64().to_be_bytes());
        let (fast, cipher) = (Ff1::new(&key, tweak), Aes256::new(&key.into()));
        for _ in 0..50 {
            let plain = random.number();
            let expected = general::encrypt(&cipher, 32, &tweak, &numerals(plain));
            assert_eq!(encrypt(&fast, plain), number(&expected));
            assert_eq!(fast.decrypt(number(&expected)), plain);
            // And a number that was not encrypted.
            let expected = general::decrypt(&cipher, 32, &tweak, &numerals(plain));
            assert_eq!(fast.decrypt(plain), number(&expected));
        }
    }
}

/// In batches of 1,000, so that whole batches, eights and single ones all occur; a million inputs, on
/// as many threads as there are processors.
#[test]
fn the_fast_one_is_like_fpe() {
    const BATCHES: u64 = 1000;
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    let compared: u64 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || {
                    let batches = (first..BATCHES).step_by(threads as usize);
                    batches
                        .map(|batch| compare_with_fpe(2 + batch))
                        .sum::<u64>()
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .sum()
    });
    assert_eq!(compared, 1_000_000);
}

/// Under one key and tweak; how many inputs.
fn compare_with_fpe(seed: u64) -> u64 {
    // Far from each other, though the seeds are not: no batch goes on with another's numbers.
    let mut random = Random(Random(seed).u64());
    let (key, tweak) = (random.key(), random.u64().to_be_bytes());
    let fast = Ff1::new(&key, tweak);
    let theirs = FF1::<Aes256>::new(&key, 32).unwrap();
    let plain: Vec<u128> = (0..1000).map(|_| random.number()).collect();
    let mut encrypted = plain.clone();
    fast.encrypt_each(&mut encrypted);
    for (plain, encrypted) in plain.iter().zip(encrypted) {
        let text = FlexibleNumeralString::from(numerals(*plain));
        let expected = Vec::from(theirs.encrypt(&tweak, &text).unwrap());
        assert_eq!(encrypted, number(&expected));
        assert_eq!(fast.decrypt(encrypted), *plain);
    }
    plain.len() as u64
}

#[test]
fn every_length_of_a_batch() {
    let mut random = Random(4);
    let fast = Ff1::new(&random.key(), [9; 8]);
    for len in 0..=2 * BATCH + 17 {
        let plain: Vec<u128> = (0..len).map(|_| random.number()).collect();
        let mut encrypted = plain.clone();
        fast.encrypt_each(&mut encrypted);
        let one_by_one: Vec<u128> = plain.iter().map(|plain| encrypt(&fast, *plain)).collect();
        assert_eq!(encrypted, one_by_one);
    }
}

proptest! {
    #[test]
    fn there_and_back(key: [u8; 32], tweak: [u8; 8], number in 0..1u128 << 80) {
        let ff1 = Ff1::new(&key, tweak);
        let encrypted = encrypt(&ff1, number);
        prop_assert!(encrypted < 1 << 80);
        prop_assert_eq!(ff1.decrypt(encrypted), number);
        prop_assert_eq!(encrypt(&ff1, ff1.decrypt(number)), number);
    }
}
