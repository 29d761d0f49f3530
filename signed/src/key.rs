//! The public half of a brand's key, and the short name that codes call it by.

use std::{fmt, str::FromStr};

use ed25519_dalek::VerifyingKey;
use sha2::{Digest as _, Sha256};

use crate::{Seal, Statement, base64url};

/// What codes call a key by: the first 24 bits of the SHA-256 of its 32 public bytes, written as
/// four characters.
///
/// It chooses among a brand's few keys and proves nothing: whoever makes a key with the same
/// identifier still can't make the other key's signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub(crate) [u8; 3]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&base64url::encode(&self.0))
    }
}

/// Why something is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// An identifier has four characters of base64url.
    #[error("this is no key identifier, which has four letters, digits, hyphens or underscores")]
    Id,
    /// They are no point of the curve, or one that any signature fits.
    #[error("these bytes are no Ed25519 public key")]
    Bytes,
}

impl FromStr for KeyId {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<KeyId, KeyError> {
        base64url::decode(text).map(KeyId).ok_or(KeyError::Id)
    }
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// From its 32 bytes.
    ///
    /// # Errors
    /// [`KeyError::Bytes`].
    pub fn new(bytes: &[u8; 32]) -> Result<PublicKey, KeyError> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::Bytes)?;
        if key.is_weak() {
            return Err(KeyError::Bytes);
        }
        Ok(PublicKey(key))
    }

    /// Its 32 bytes.
    #[must_use]
    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// What codes call it by.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let digest: [u8; 32] = Sha256::digest(self.bytes()).into();
        KeyId([digest[0], digest[1], digest[2]])
    }

    /// Whether it made this seal of this statement. Strict: of each signature there is one
    /// spelling, and keys that any signature fits are none.
    #[must_use]
    pub fn has_sealed(&self, statement: &Statement, seal: &Seal) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(&seal.signature);
        self.0
            .verify_strict(statement.text().as_bytes(), &signature)
            .is_ok()
    }
}
