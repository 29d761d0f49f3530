//! The private half, which never leaves the brand's side.

use std::fmt;

use ed25519_dalek::Signer as _;

use crate::{KeyError, PublicKey, Seal, Statement};

/// A private key; overwritten when it is dropped.
pub struct SigningKey {
    key: ed25519_dalek::SigningKey,
    public: PublicKey,
}

impl SigningKey {
    /// From 32 bytes of a cryptographic random generator.
    ///
    /// # Errors
    /// [`KeyError::Bytes`] for bytes whose public key is of no use, which random ones never are.
    pub fn new(bytes: &[u8; 32]) -> Result<SigningKey, KeyError> {
        let key = ed25519_dalek::SigningKey::from_bytes(bytes);
        let public = PublicKey::new(&key.verifying_key().to_bytes())?;
        Ok(SigningKey { key, public })
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The seal of a statement; of the same statement always the same.
    #[must_use]
    pub fn seal(&self, statement: &Statement) -> Seal {
        Seal {
            key: self.public.id(),
            signature: self.key.sign(statement.text().as_bytes()).to_bytes(),
        }
    }
}

/// Shows the public half.
impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("SigningKey");
        shown.field("public", &self.public).finish_non_exhaustive()
    }
}
