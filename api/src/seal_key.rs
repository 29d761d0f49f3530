//! The server's own key, which seals offline packs and reports and signs what it witnessed: Ed25519, in
//! a file of its own like the other secrets.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use ed25519_dalek::{Signer as _, SigningKey};
use evidence::{ServerKey, ServerSigner};
use offline::{Pack, PackKey};
use trace::Instant;
use zeroize::Zeroizing;

use crate::{
    error::ApiError,
    key_file::{FileKey, KeyFile, KeyFileError, KeyKind, KnownKey},
    state::App,
    store::{self, Db, Outcome, SealPublicKey, Store, StoreError},
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

/// The file that a running server seals with. A key that was replaced meanwhile seals nothing more: the
/// file is read again until it holds the one that the database rests on.
#[derive(Debug)]
pub struct Sealing {
    path: PathBuf,
    file: RwLock<Arc<SealKeyFile>>,
}

impl Sealing {
    /// Looks at nothing yet.
    #[must_use]
    pub fn new(path: PathBuf) -> Sealing {
        let file = RwLock::new(Arc::new(SealKeyFile::new(path.clone())));
        Sealing { path, file }
    }

    /// The key to seal with, and whether the database rests on it already.
    ///
    /// # Errors
    /// The database rests on a key, and the file doesn't hold it.
    pub fn key(&self, db: &Db<'_>) -> store::Result<(Arc<KnownKey<SealKey>>, bool)> {
        let rests_on = db.key_digest(SealKey::KIND.setting)?;
        let mut file = self.file.read().map_or_else(
            |poisoned| poisoned.into_inner().clone(),
            |file| file.clone(),
        );
        let read = file.known_key().map(|key| key.digest().bytes());
        if read.is_some() && read != rests_on {
            file = Arc::new(SealKeyFile::new(self.path.clone()));
            let mut current = self.file.write().unwrap_or_else(PoisonError::into_inner);
            *current = file.clone();
        }
        let (key, _) = file.key_to_make(db)?;
        Ok((key, rests_on.is_some()))
    }
}

/// The key that the database rests on; where it rests on none, the file's, or a new one.
///
/// # Errors
/// As [`Sealing::key`]: nothing is sealed with a key that was replaced.
pub async fn of(app: &App) -> Result<Arc<KnownKey<SealKey>>, ApiError> {
    let (key, is_known) = app.store.read(|db| app.seal_key.key(db)).await?;
    if !is_known {
        let (digest, public) = (key.digest(), noted(&key.key)?);
        let keep = app.store.write(move |tx| {
            digest.keep(tx)?;
            tx.put_seal_key(&public).map(drop)
        });
        keep.await?;
    }
    Ok(key)
}

/// The public half of a key that is there from the beginning.
fn noted(key: &SealKey) -> Result<SealPublicKey, ApiError> {
    Ok(SealPublicKey {
        public_key: key.signer()?.public().to_text(),
        since: Instant(0),
        retired_at: None,
    })
}

/// Writes the public half of the key that the database rests on down, where an earlier version did not,
/// so that it is published and exported when the key is elsewhere.
///
/// # Errors
/// The store; or the database rests on a key, and the file doesn't hold it.
pub async fn note(store: &Store, file: &SealKeyFile) -> Result<(), ApiError> {
    let missing = store.read_blocking(|db| {
        let Some(known) = file.key(db)? else {
            return Ok(None);
        };
        let public = noted(&known.key);
        let written = db.seal_public_keys()?;
        let is_there = |public: &SealPublicKey| written.contains(&public.public_key);
        Ok((!public.as_ref().is_ok_and(is_there)).then_some(public))
    })?;
    if let Some(public) = missing.transpose()? {
        store
            .write(move |tx| tx.put_seal_key(&public).map(drop))
            .await?;
    }
    Ok(())
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
    /// The database rests on the new key, and its file is not in its place yet.
    #[error(
        "the key was replaced, and `{}` can't be moved to `{}`; run this again, or move it by hand",
        .0.display(), .1.display()
    )]
    Move(PathBuf, PathBuf, #[source] io::Error),
}

fn public(key: &SealKey) -> Result<ServerKey, ReplaceError> {
    let signer = key.signer().map_err(|_| ReplaceError::Weak)?;
    Ok(signer.public().clone())
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
    let public = |key: &SealKey| public(key).map(|key| key.to_text());
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

/// As [`replace_blocking`], with the new key under the old one's name, so that servers which read that
/// file go on with the new key by themselves; where the old one's file went. Broken off, it is finished
/// when it is done again.
///
/// # Errors
/// [`ReplaceError`].
pub fn replace_in_place_blocking(
    store: &Store,
    path: &Path,
    now: Instant,
) -> Result<Option<PathBuf>, ReplaceError> {
    let read = |path: &Path| {
        let read = SealKeyFile::new(path.to_owned()).read();
        read.map_err(StoreError::from)
    };
    let next = beside(path, ".next");
    let rests_on = store.read_blocking(|db| db.key_digest(SealKey::KIND.setting))?;
    let is_half_done = read(&next)?.is_some_and(|key| Some(key.digest().bytes()) == rests_on);
    if !is_half_done {
        let [old, new] = [path, &next].map(|path| SealKeyFile::new(path.to_owned()));
        replace_blocking(store, &old, &new, now)?;
    }
    let retired = match read(path)? {
        Some(old) => {
            let id = public(&old.key)?.id().to_string();
            Some(beside(path, &format!(".retired-{}", &id[..8])))
        }
        None => None,
    };
    if let Some(retired) = &retired {
        rename(path, retired)?;
    }
    rename(&next, path)?;
    Ok(retired)
}

fn rename(from: &Path, to: &Path) -> Result<(), ReplaceError> {
    fs::rename(from, to).map_err(|error| ReplaceError::Move(from.into(), to.into(), error))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}
