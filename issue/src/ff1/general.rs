//! FF1 as the standard writes it, step by step: any radix, any length, any tweak, any key of AES.
//!
//! Slow, and only for tests: it runs NIST's samples, and then says what the fast one must say.

use aes::{
    Block,
    cipher::{BlockCipherEncrypt, BlockSizeUser, consts::U16},
};

/// A number of any size: bytes, the most significant first.
type Number = Vec<u8>;

/// NUM with a radix: the numerals as a number of `len` bytes, which are enough.
fn num(numerals: &[u16], radix: u32, len: usize) -> Number {
    let mut number = vec![0; len];
    for numeral in numerals {
        let mut carry = u32::from(*numeral);
        for byte in number.iter_mut().rev() {
            carry += u32::from(*byte) * radix;
            *byte = carry as u8;
            carry >>= 8;
        }
        assert_eq!(carry, 0, "too few bytes");
    }
    number
}

/// STR with a radix of a number modulo radix^m.
fn str_mod(mut number: Number, radix: u32, m: usize) -> Vec<u16> {
    let mut numerals = vec![0; m];
    for numeral in numerals.iter_mut().rev() {
        let mut rest = 0;
        for byte in &mut number {
            rest = rest << 8 | u32::from(*byte);
            *byte = (rest / radix) as u8;
            rest %= radix;
        }
        *numeral = rest as u16;
    }
    numerals
}

/// (NUM(a) ± NUM(y)) mod radix^m as numerals.
fn plus_minus(a: &[u16], y: &[u16], radix: u32, is_plus: bool) -> Vec<u16> {
    let radix = i64::from(radix);
    let mut carry = 0;
    let mut sum = vec![0; a.len()];
    for i in (0..a.len()).rev() {
        let (a, y) = (i64::from(a[i]), i64::from(y[i]));
        let value = carry + if is_plus { a + y } else { a - y };
        sum[i] = value.rem_euclid(radix) as u16;
        carry = value.div_euclid(radix);
    }
    sum
}

/// b: the bytes that `v` numerals need at most.
fn bytes_of(v: usize, radix: u32) -> usize {
    // A numeral of a radix up to 2^16 is never more than two bytes.
    let highest = num(&vec![(radix - 1) as u16; v], radix, 2 * v);
    highest.iter().skip_while(|byte| **byte == 0).count()
}

fn aes<C>(cipher: &C, block: [u8; 16]) -> [u8; 16]
where
    C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16>,
{
    let mut block = Block::from(block);
    cipher.encrypt_block(&mut block);
    block.into()
}

fn xor(a: [u8; 16], b: &[u8]) -> [u8; 16] {
    std::array::from_fn(|i| a[i] ^ b[i])
}

/// Steps 1 to 7, forwards or backwards.
fn ff1<C>(cipher: &C, radix: u32, tweak: &[u8], x: &[u16], is_forward: bool) -> Vec<u16>
where
    C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16>,
{
    assert!((2..=1 << 16).contains(&radix));
    assert!(x.iter().all(|numeral| u32::from(*numeral) < radix));
    let (n, t) = (x.len(), tweak.len());
    let (u, v) = (n / 2, n - n / 2);
    let (mut a, mut b) = (x[..u].to_vec(), x[u..].to_vec());
    let bytes = bytes_of(v, radix);
    let d = 4 * bytes.div_ceil(4) + 4;

    let mut p = vec![1, 2, 1];
    p.extend(&radix.to_be_bytes()[1..]);
    p.extend([10, u as u8]);
    p.extend((n as u32).to_be_bytes());
    p.extend((t as u32).to_be_bytes());

    let rounds: Vec<u8> = if is_forward {
        (0..10).collect()
    } else {
        (0..10).rev().collect()
    };
    for i in rounds {
        let read = if is_forward { &b } else { &a };
        let mut q = tweak.to_vec();
        let padding = (-(t as i64) - bytes as i64 - 1).rem_euclid(16);
        q.extend(vec![0; padding as usize]);
        q.push(i);
        q.extend(num(read, radix, bytes));

        // PRF: CBC-MAC of P ‖ Q.
        let message = [p.clone(), q].concat();
        assert!(message.len().is_multiple_of(16));
        let r = message
            .chunks(16)
            .fold([0; 16], |r, block| aes(cipher, xor(r, block)));
        let mut s = r.to_vec();
        for j in 1u128.. {
            if s.len() >= d {
                break;
            }
            s.extend(aes(cipher, xor(r, &j.to_be_bytes())));
        }
        s.truncate(d);

        let m = if i % 2 == 0 { u } else { v };
        let y = str_mod(s, radix, m);
        if is_forward {
            let c = plus_minus(&a, &y, radix, true);
            (a, b) = (b, c);
        } else {
            let c = plus_minus(&b, &y, radix, false);
            (a, b) = (c, a);
        }
    }
    [a, b].concat()
}

pub(super) fn encrypt<C>(cipher: &C, radix: u32, tweak: &[u8], x: &[u16]) -> Vec<u16>
where
    C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16>,
{
    ff1(cipher, radix, tweak, x, true)
}

pub(super) fn decrypt<C>(cipher: &C, radix: u32, tweak: &[u8], x: &[u16]) -> Vec<u16>
where
    C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16>,
{
    ff1(cipher, radix, tweak, x, false)
}
