//! A pack as bytes, and everything that can happen to these.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing must fail")]

mod world;

use ed25519_dalek::{Signer as _, SigningKey};
use offline::{MAGIC, Pack, PackError, PackKey, VERSION};
use world::pack;

fn key(seed: u8) -> (SigningKey, PackKey) {
    let private = SigningKey::from_bytes(&[seed; 32]);
    let public = PackKey::new(&private.verifying_key().to_bytes()).unwrap();
    (private, public)
}

fn sealed(pack: &Pack) -> Vec<u8> {
    let (private, public) = key(1);
    pack.seal(&public, |content| private.sign(content).to_bytes())
}

fn open(bytes: &[u8]) -> Result<Pack, PackError> {
    Pack::open(bytes, &[key(2).1, key(1).1])
}

/// Signed anew after a change, as only the server could.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let content = bytes.len() - 64;
    let signature = key(1).0.sign(&bytes[..content]).to_bytes();
    bytes[content..].copy_from_slice(&signature);
    bytes
}

#[test]
fn what_was_sealed_is_read() {
    let bytes = sealed(&pack());
    assert_eq!(open(&bytes), Ok(pack()));
    assert_eq!(sealed(&open(&bytes).unwrap()), bytes, "byte by byte");
}

#[test]
fn one_byte_changed_anywhere_is_noticed() {
    let bytes = sealed(&pack());
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(open(&changed).is_err(), "byte {at}");
    }
}

#[test]
fn each_reason_is_told() {
    let bytes = sealed(&pack());
    let len = bytes.len() as u64;
    let check = |bytes: &[u8], expected: PackError| assert_eq!(open(bytes), Err(expected));
    check(b"", PackError::NotAPack);
    check(b"{\"type\":\"problem\"}", PackError::NotAPack);
    let short = PackError::Truncated {
        expected: len,
        found: len - 1,
    };
    check(&bytes[..bytes.len() - 1], short);
    let long = PackError::Truncated {
        expected: len,
        found: len + 1,
    };
    check(&[&bytes[..], b"x"].concat(), long);
    for cut in MAGIC.len()..18 {
        let told = open(&bytes[..cut]);
        assert!(matches!(told, Err(PackError::Truncated { .. })), "{cut}");
    }
    let mut newer = bytes.clone();
    newer[8..10].copy_from_slice(&(VERSION + 1).to_le_bytes());
    check(&newer, PackError::NewerVersion(VERSION + 1));
    let others = Pack::open(&bytes, &[key(2).1]);
    assert_eq!(others, Err(PackError::UnknownKey(key(1).1.id())));
    let mut changed = bytes.clone();
    changed[40] ^= 1;
    check(&changed, PackError::WrongSignature);
}

/// Whoever has the key can seal what is none: it is refused, and nothing panics.
#[test]
fn sealed_nonsense_is_refused() {
    let bytes = sealed(&pack());
    let mut refused = 0;
    for at in 34..bytes.len() - 64 {
        for value in [0, 1, 0x7f, 0xff] {
            let mut changed = bytes.clone();
            changed[at] = value;
            match open(&resealed(changed)) {
                Ok(_) => {}
                Err(PackError::Malformed(from)) => {
                    refused += 1;
                    assert!(from <= bytes.len());
                }
                Err(other) => panic!("byte {at}: {other}"),
            }
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn a_weak_key_is_none() {
    assert!(PackKey::new(&[0; 32]).is_none());
}
