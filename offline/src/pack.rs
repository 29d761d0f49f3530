//! The pack itself: [`Pack`] ↔ signed bytes.

mod bytes;
mod read;
mod write;

use ed25519_dalek::{Signature, VerifyingKey};
use gs1::Date;
use sha2::{Digest as _, Sha256};
use signed::KnownKey;

use crate::{Filter, FilterError, Fingerprint as _};
use bytes::Source;

/// What every pack begins with, and what is signed with the rest.
pub const MAGIC: &[u8; 8] = b"TSOFFPCK";

/// The version of the format that this code writes, and reads.
pub const VERSION: u16 = 1;

/// Bytes of the signature at the end.
const SIGNATURE_LEN: usize = 64;

/// Why bytes are no pack that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// They are something else.
    #[error("this is no offline pack")]
    NotAPack,
    /// Some are missing at the end, or there are too many.
    #[error("the pack should have {expected} bytes, and has {found}")]
    Truncated {
        /// As it says itself.
        expected: u64,
        /// How many there are.
        found: u64,
    },
    /// A later version wrote it.
    #[error("the pack is of version {0}, and this reads version {VERSION}: update first")]
    NewerVersion(u16),
    /// None of the given keys has the name that the pack gives.
    #[error("the pack was signed with a key that is not known here")]
    UnknownKey(PackKeyId),
    /// Something was changed after it was signed.
    #[error("the pack's signature is not right: something in it was changed")]
    WrongSignature,
    /// It was signed as it is, and what is in it can't be read.
    #[error("the pack can't be read from byte {0} on")]
    Malformed(usize),
}

/// What a pack calls its server's key by: the first 8 bytes of the SHA-256 of its 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackKeyId(pub [u8; 8]);

/// The public half of a key that a server signs packs with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackKey(VerifyingKey);

impl PackKey {
    /// From its 32 bytes; `None` where they are no Ed25519 key, or one that any signature fits.
    #[must_use]
    pub fn new(bytes: &[u8; 32]) -> Option<PackKey> {
        let key = VerifyingKey::from_bytes(bytes).ok()?;
        (!key.is_weak()).then_some(PackKey(key))
    }

    /// What packs call it by.
    #[must_use]
    pub fn id(&self) -> PackKeyId {
        let digest: [u8; 32] = Sha256::digest(self.0.to_bytes()).into();
        PackKeyId(std::array::from_fn(|at| digest[at]))
    }
}

/// What is judged by.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// When the server put it together, in milliseconds since 1970-01-01T00:00Z.
    pub made_at: i64,
    /// Until when a device may answer by it, in the same.
    pub valid_until: i64,
    /// What keys of serials are made with: another one in every pack, so that a serial that happens to
    /// be listed in one is not in the next.
    pub seed: [u8; 16],
    /// The brands that its products are of.
    pub brands: Vec<Brand>,
    /// The products, by their GTINs.
    pub products: Vec<Product>,
    /// The keys that codes may be signed with, revoked ones among them.
    pub keys: Vec<KnownKey>,
}

/// Texts by their BCP 47 language, in the order of these.
pub type Names = Vec<(String, String)>;

/// A brand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How to reach it, a line each; may be empty.
    pub contact: Vec<String>,
}

/// A product.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// 14 digits.
    pub gtin: String,
    /// The identifier of its brand.
    pub brand: String,
    /// Its name.
    pub names: Names,
    /// Whether trouble can hurt.
    pub safety_critical: bool,
    /// Which of its serials are known to the server.
    pub numbered: Numbered,
    /// Its batches, by their numbers.
    pub batches: Vec<Batch>,
    /// Its recalls, newest first.
    pub recalls: Vec<Recall>,
    /// Units that exist and are not to be sold or used, by their serials.
    pub blocked: Vec<Blocked>,
    /// Which serials were issued; `None` where its packs are not numbered, or none were.
    pub listed: Option<Listed>,
}

/// Which serials of a product a server knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// Its packs are not numbered one by one.
    No,
    /// Some: that one is not listed says nothing.
    Partial,
    /// All, from that date of issue on where there is one.
    Declared(Option<Date>),
}

/// A batch.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Batch {
    /// AI 10.
    pub number: String,
    /// When it was made.
    pub produced: Option<Date>,
    /// Not to be used after this date.
    pub expiry: Option<Date>,
    /// Best before this date.
    pub best_before: Option<Date>,
    /// The markets that it was made for, two letters each; empty says nothing.
    pub markets: Vec<[u8; 2]>,
}

/// A recall, with all that it asks for; what is empty or `None` is not asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recall {
    /// Its number with an authority, or its identifier.
    pub number: String,
    /// When it was published.
    pub on: Date,
    /// The hazard, by language.
    pub headline: Names,
    /// Whether somebody of the brand stands behind it; a notice of an authority's that nobody
    /// confirmed covers nothing for certain.
    pub is_confirmed: bool,
    /// Whether it names batches besides, in words that no program reads.
    pub names_more: bool,
    /// Batches.
    pub batches: Vec<String>,
    /// Single serials.
    pub serials: Vec<String>,
    /// Ranges of serials.
    pub ranges: Vec<SerialRange>,
    /// Days of production.
    pub produced: Option<Days>,
    /// Expiry and best-before dates.
    pub expires: Option<Days>,
}

/// Serials of one length, from one to another in the order of their characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerialRange {
    /// The first.
    pub from: String,
    /// The last.
    pub to: String,
}

/// Days from one to another, both included; one that is missing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Days {
    /// The first.
    pub from: Option<Date>,
    /// The last.
    pub to: Option<Date>,
}

/// A unit that is not to be sold or used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// AI 21.
    pub serial: String,
    /// `stolen`, `destroyed`, `decommissioned`, …, as `trace::UnitState` names them.
    pub state: String,
}

/// The serials that were issued.
#[derive(Clone, Debug, PartialEq)]
pub enum Listed {
    /// 8 bits each: of the serials that were not issued, one in 256 is listed, too.
    Eight(Filter<u8>),
    /// 16 bits each, for safety-critical products: one in 65,536.
    Sixteen(Filter<u16>),
}

impl Listed {
    /// Of the keys of serials, as [`Pack::key`] makes them; with 16 bits where asked.
    ///
    /// # Errors
    /// As [`Filter::new`].
    pub fn new(keys: Vec<u64>, is_critical: bool, seed: u64) -> Result<Listed, FilterError> {
        Ok(match is_critical {
            true => Listed::Sixteen(Filter::new(keys, seed)?),
            false => Listed::Eight(Filter::new(keys, seed)?),
        })
    }

    /// Whether it lists a key.
    #[must_use]
    pub fn contains(&self, key: u64) -> bool {
        match self {
            Listed::Eight(filter) => filter.contains(key),
            Listed::Sixteen(filter) => filter.contains(key),
        }
    }

    /// Of so many keys that were not issued, it lists one.
    #[must_use]
    pub fn one_in(&self) -> u32 {
        match self {
            Listed::Eight(_) => u8::ONE_IN,
            Listed::Sixteen(_) => u16::ONE_IN,
        }
    }
}

impl Pack {
    /// The key of a serial: 64 bits of the SHA-256 of seed, GTIN, a slash and serial.
    ///
    /// Whoever has a pack can find serials that it lists by trying; the seed makes that worth nothing
    /// against the next pack, and that takes a digest that nobody can steer. SHA-256 is in the wasm
    /// anyway, for photographs and chains, and what it costs here is a small part of the budget.
    #[must_use]
    pub fn key(seed: &[u8; 16], gtin: &str, serial: &str) -> u64 {
        let mut digest = Sha256::new();
        digest.update(seed);
        digest.update(gtin);
        digest.update("/");
        digest.update(serial);
        let digest: [u8; 32] = digest.finalize().into();
        u64::from_le_bytes(std::array::from_fn(|at| digest[at]))
    }

    /// The product of a GTIN of 14 digits.
    #[must_use]
    pub fn product(&self, gtin: &str) -> Option<&Product> {
        let products = &self.products;
        let at = products.binary_search_by(|product| product.gtin.as_str().cmp(gtin));
        products.get(at.ok()?)
    }

    /// The brand of that identifier.
    #[must_use]
    pub fn brand(&self, id: &str) -> Option<&Brand> {
        self.brands.iter().find(|brand| brand.id == id)
    }

    /// Its bytes before the signature, the length of the whole left at 0: the same for the same pack.
    #[must_use]
    pub fn unsealed(&self, key: PackKeyId) -> Vec<u8> {
        write::pack(self, key)
    }

    /// Its bytes, with the signature that `sign` makes of all those before it.
    #[must_use]
    pub fn seal(&self, key: &PackKey, sign: impl FnOnce(&[u8]) -> [u8; 64]) -> Vec<u8> {
        let mut out = write::pack(self, key.id());
        let len = (out.len() + SIGNATURE_LEN) as u64;
        out[write::LEN].copy_from_slice(&len.to_le_bytes());
        let signature = sign(&out);
        out.extend_from_slice(&signature);
        out
    }

    /// Reads a pack that one of the given keys has signed.
    ///
    /// # Errors
    /// [`PackError`]; nothing of a pack is read before its signature is known to be right.
    pub fn open(bytes: &[u8], keys: &[PackKey]) -> Result<Pack, PackError> {
        let mut source = Source::new(bytes);
        if source.take(MAGIC.len()) != Ok(MAGIC.as_slice()) {
            return Err(PackError::NotAPack);
        }
        let found = bytes.len() as u64;
        let short = |_| PackError::Truncated {
            expected: (write::LEN.end + SIGNATURE_LEN) as u64,
            found,
        };
        let version = source.u16().map_err(short)?;
        if version > VERSION {
            return Err(PackError::NewerVersion(version));
        }
        let expected = source.u64().map_err(short)?;
        if expected != found {
            return Err(PackError::Truncated { expected, found });
        }
        let named = PackKeyId(source.array().map_err(short)?);
        let (content, signature) = bytes
            .len()
            .checked_sub(SIGNATURE_LEN)
            .and_then(|at| bytes.split_at_checked(at))
            .ok_or(PackError::NotAPack)?;
        let known: Vec<&PackKey> = keys.iter().filter(|key| key.id() == named).collect();
        if known.is_empty() {
            return Err(PackError::UnknownKey(named));
        }
        let signature = Signature::from_slice(signature).map_err(|_| PackError::WrongSignature)?;
        let is_right = |key: &&PackKey| key.0.verify_strict(content, &signature).is_ok();
        if !known.iter().any(is_right) {
            return Err(PackError::WrongSignature);
        }
        read::pack(source.until(content.len()))
    }
}
