//! What only a server does: it witnesses and seals.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signer as _, SigningKey};

use crate::{
    Contents, KeyError, ReportError, ServerKey, Statement, Witness,
    report::{Sealer, Unsealed},
};

/// The server's private key; overwritten when it is dropped.
pub struct ServerSigner {
    key: SigningKey,
    public: ServerKey,
}

impl ServerSigner {
    /// From 32 bytes of a cryptographic random generator.
    ///
    /// # Errors
    /// [`KeyError::Server`] for bytes whose public key is of no use, which random ones never are.
    pub fn new(bytes: &[u8; 32]) -> Result<ServerSigner, KeyError> {
        let key = SigningKey::from_bytes(bytes);
        let public = ServerKey::from_bytes(&key.verifying_key().to_bytes())?;
        Ok(ServerSigner { key, public })
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> &ServerKey {
        &self.public
    }

    /// Signs what the server saw.
    #[must_use]
    pub fn witness(&self, statement: &Statement) -> Witness {
        // Texts, a digest and a number are always written.
        let statement = serde_json::to_string(statement).unwrap_or_default();
        let signature = self.key.sign(statement.as_bytes()).to_bytes();
        Witness {
            statement,
            key: self.public.id(),
            signature: STANDARD.encode(signature),
        }
    }

    /// Makes a report of these files: chains ([`crate::chain_file`]), `witnesses.jsonl`, photographs
    /// and what is for people.
    ///
    /// # Errors
    /// [`ReportError::Archive`], for two files of one name.
    pub fn seal(
        &self,
        contents: &Contents,
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Vec<u8>, ReportError> {
        let unsealed = Unsealed::of(contents, files)?;
        let signature = self.key.sign(&unsealed.to_sign()).to_bytes();
        Ok(unsealed.sealed(Sealer::Server(self.public.id()), &signature))
    }
}

/// Shows the public half.
impl fmt::Debug for ServerSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("ServerSigner");
        shown.field("public", &self.public).finish_non_exhaustive()
    }
}
