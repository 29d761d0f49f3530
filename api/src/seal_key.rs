//! The server's own key, which seals offline packs and reports and signs what it witnessed: Ed25519, in
//! a file of its own like the other secrets.

use std::sync::Arc;

use ed25519_dalek::{Signer as _, SigningKey};
use evidence::ServerSigner;
use offline::{Pack, PackKey};
use trace::Instant;
use zeroize::Zeroizing;

use crate::{
    error::ApiError,
    key_file::{FileKey, KeyFile, KeyFileError, KeyKind, KnownKey},
    state::App,
    store::{Outcome, Store, StoreError},
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

/// Why the key wasn't replaced.
#[derive(Debug, thiserror::Error)]
pub enum ReplaceError {
    /// The store, or a key's file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Nothing was sealed yet, so that there is nothing to replace.
    #[error("this database rests on no seal key yet; start the server with the new one")]
    None,
    /// They are one.
    #[error("both files hold the same key; name a new file with --to")]
    Same,
    /// It has no public half that is of use.
    #[error("a key can't be used")]
    Weak,
}

/// Has the database rest on the key of another file, which is made where it is not there; what the old
/// one sealed can still be checked, since its public half stays published. The old and the new public
/// half.
///
/// # Errors
/// [`ReplaceError`]; nothing was replaced then, though the new file may be there.
pub fn replace_blocking(
    store: &Store,
    old: &SealKeyFile,
    new: &SealKeyFile,
    now: Instant,
) -> Result<(String, String), ReplaceError> {
    let public = |key: &SealKey| -> Result<String, ReplaceError> {
        let signer = key.signer().map_err(|_| ReplaceError::Weak)?;
        Ok(signer.public().to_text())
    };
    let known = store.read_blocking(|db| {
        let known = old.key(db)?;
        Ok(known.map(|known| (public(&known.key), known.digest().bytes())))
    })?;
    let (old_public, old_digest) = known.ok_or(ReplaceError::None)?;
    let old_public = old_public?;
    let known = new.read_or_make().map_err(StoreError::from)?;
    let new_public = public(&known.key)?;
    if new_public == old_public {
        return Err(ReplaceError::Same);
    }
    let (told, digest) = ((old_public, new_public), known.digest().bytes());
    let setting = SealKey::KIND.setting;
    let (from, to) = told.clone();
    let is_replaced = store.write_or_undo_blocking(move |tx| {
        // Another process may have replaced it since it was read.
        if tx.key_digest(setting)? != Some(old_digest) {
            return Ok(Outcome::Undo(false));
        }
        tx.replace_seal_key(&from, &to, setting, &digest, now)?;
        Ok(Outcome::Keep(true))
    })?;
    match is_replaced {
        true => Ok(told),
        false => Err(StoreError::from(KeyFileError::Raced(&SealKey::KIND)).into()),
    }
}
