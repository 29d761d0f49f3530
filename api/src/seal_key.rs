//! The server's own key, which seals offline packs and reports and signs what it witnessed: Ed25519, in
//! a file of its own like the other secrets.

use std::sync::Arc;

use ed25519_dalek::{Signer as _, SigningKey};
use evidence::ServerSigner;
use offline::{Pack, PackKey};
use zeroize::Zeroizing;

use crate::{
    error::ApiError,
    key_file::{FileKey, KeyFile, KeyKind, KnownKey},
    state::App,
};

/// The private half; overwritten when it is dropped.
pub struct SealKey(Zeroizing<[u8; 32]>);

/// The file that it is in.
pub type SealKeyFile = KeyFile<SealKey>;

impl FileKey for SealKey {
    const KIND: KeyKind = KeyKind {
        name: "seal key",
        makes: "seals and witnesses",
        flag: "--seal-key",
        prefix: "touchstone_seal_",
        purpose: "seal-key",
        setting: "seal_key",
    };

    fn from_bytes(bytes: [u8; 32]) -> SealKey {
        SealKey(Zeroizing::new(bytes))
    }
}

impl SealKey {
    /// What witnesses and seals reports.
    ///
    /// # Errors
    /// Only for bytes whose public key is of no use, which random ones never are.
    pub fn signer(&self) -> Result<ServerSigner, ApiError> {
        ServerSigner::new(&self.0).map_err(|error| ApiError::Internal(error.into()))
    }

    /// The bytes of an offline pack.
    ///
    /// # Errors
    /// As [`SealKey::signer`].
    pub fn seal_pack(&self, pack: &Pack) -> Result<Vec<u8>, ApiError> {
        let key = SigningKey::from_bytes(&self.0);
        let public = PackKey::new(&key.verifying_key().to_bytes())
            .ok_or_else(|| ApiError::Internal(anyhow::anyhow!("the seal key is a weak one")))?;
        Ok(pack.seal(&public, |content| key.sign(content).to_bytes()))
    }
}

/// Says nothing of the key.
impl std::fmt::Debug for SealKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealKey(..)")
    }
}

/// The key that the database rests on; where it rests on none, the file's, or a new one.
pub async fn of(app: &App) -> Result<Arc<KnownKey<SealKey>>, ApiError> {
    let is_known = app.seal_key.known_key().is_some();
    let (key, _) = app.store.read(|db| app.seal_key.key_to_make(db)).await?;
    if !is_known {
        let digest = key.digest();
        app.store.write(move |tx| digest.keep(tx)).await?;
    }
    Ok(key)
}
