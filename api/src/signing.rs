//! Keys that sign codes: the private half in a file, the public half on record for everybody.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use signed::{KeyRing, SealFound, SigningKey};
use trace::Signature;

use crate::{code::Code, issue_key::Issued, key_file::create_secret, random, store};

/// What the file begins with, by which a leaked one is recognised; 64 hexadecimal digits follow.
const PREFIX: &str = "touchstone_signing_";

/// Why there is no key to sign with.
#[derive(Debug, thiserror::Error)]
pub enum SigningKeyError {
    /// It can't be read or made.
    #[error("`{0}` can't be used as a signing key's file: {1}")]
    File(PathBuf, #[source] io::Error),
    /// It holds something else.
    #[error("`{0}` holds no signing key, which is `{PREFIX}` and 64 hexadecimal digits")]
    Malformed(PathBuf),
    /// The operating system has no random bytes to give.
    #[error("no random bytes for a signing key")]
    Random,
}

/// The private key of a file.
pub fn read(path: &Path) -> Result<SigningKey, SigningKeyError> {
    let text =
        fs::read_to_string(path).map_err(|error| SigningKeyError::File(path.to_owned(), error))?;
    let bytes = text.trim().strip_prefix(PREFIX).and_then(random::from_hex);
    let key = bytes.and_then(|bytes: [u8; 32]| SigningKey::new(&bytes).ok());
    key.ok_or_else(|| SigningKeyError::Malformed(path.to_owned()))
}

/// The files of the private keys that a server signs number pools with.
///
/// They are read whenever they are needed, so that a key can be put in another's place.
#[derive(Debug, Default)]
pub struct SigningKeys(pub Vec<PathBuf>);

impl SigningKeys {
    /// The private half of the last of these public keys that a file holds.
    ///
    /// # Errors
    /// A file can't be read, or holds something else.
    pub fn find<'k>(
        &self,
        known: impl DoubleEndedIterator<Item = &'k store::SigningKey>,
    ) -> Result<Option<SigningKey>, SigningKeyError> {
        let mut held = Vec::new();
        for path in &self.0 {
            held.push(read(path)?);
        }
        let is = |held: &SigningKey, known: &store::SigningKey| {
            held.public().bytes() == known.public_key
        };
        let place = known
            .rev()
            .find_map(|known| held.iter().position(|held| is(held, known)));
        Ok(place.map(|place| held.swap_remove(place)))
    }
}

/// A new private key in a new file that only its owner may read.
pub fn create(path: &Path) -> Result<SigningKey, SigningKeyError> {
    let bytes = random::bytes::<32>().map_err(|_| SigningKeyError::Random)?;
    let key = SigningKey::new(&bytes).map_err(|_| SigningKeyError::Random)?;
    let text = format!("{PREFIX}{}\n", random::hex(&bytes));
    create_secret(path, text.as_bytes())
        .map_err(|error| SigningKeyError::File(path.to_owned(), error))?;
    Ok(key)
}

/// What the signature in a code amounts to, by the keys that may have made it.
#[must_use]
pub fn judge(keys: &KeyRing, issued: Option<&Issued>, code: &Code) -> Signature {
    let of_unit = issued.and_then(|issued| issued.range.signing_key.as_deref());
    if SealFound::of(&code.message) == SealFound::Absent {
        // Our own pages lead to units by shorter links; only what a scanner read is the pack's own.
        let is_scanned = code.message.symbology.is_some();
        return match of_unit {
            Some(_) if is_scanned => Signature::Missing,
            _ => Signature::Absent,
        };
    }
    let found = keys.judge(&code.message);
    let is_anothers = match &found {
        Signature::Valid { key } | Signature::Revoked { key, .. } => Some(key),
        Signature::UnknownKey { key } => Some(key),
        Signature::Absent | Signature::Missing | Signature::Wrong => None,
    }
    .is_some_and(|key| of_unit.is_some_and(|of_unit| of_unit != key));
    match is_anothers {
        // The record says which key signed this very unit's codes.
        true => Signature::Wrong,
        false => found,
    }
}
