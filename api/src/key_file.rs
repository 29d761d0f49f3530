//! A secret in a file of its own, which the database knows by its digest alone.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    marker::PhantomData,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use crate::{
    random,
    store::{self, Db, StoreError},
};

/// What a secret is called, and where it is kept.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyKind {
    /// In sentences: `issue key`.
    pub name: &'static str,
    /// What is made with it, in sentences: `serials`.
    pub makes: &'static str,
    /// The flag that names its file.
    pub flag: &'static str,
    /// What the file begins with, by which a leaked one is recognised; 64 hexadecimal digits follow.
    pub prefix: &'static str,
    /// What keeps its digest apart from those of other secrets.
    pub purpose: &'static str,
    /// The name under which the store remembers the digest.
    pub setting: &'static str,
}

/// A secret that lives in a file.
pub trait FileKey {
    /// Which.
    const KIND: KeyKind;
    /// From its 32 bytes.
    fn from_bytes(bytes: [u8; 32]) -> Self;
}

/// Why what rests on a secret can't be made or checked.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The database rests on a secret, and there is none.
    #[error(
        "the database holds {makes} of {article} {name}, and `{path}` is not there; name the \
         key's file with {flag}", makes = .1.makes, article = article(.1), name = .1.name,
        path = .0.display(), flag = .1.flag
    )]
    Missing(PathBuf, &'static KeyKind),
    /// With it, everything true would be called false.
    #[error(
        "`{path}` is not the {name} that the database's {makes} were made with",
        path = .0.display(), name = .1.name, makes = .1.makes
    )]
    Other(PathBuf, &'static KeyKind),
    /// Two first ones at once.
    #[error("another {} was taken meanwhile; issue again with that one", .0.name)]
    Raced(&'static KeyKind),
    /// It holds something else.
    #[error(
        "`{path}` holds no {name}, which is `{prefix}` and 64 hexadecimal digits",
        path = .0.display(), name = .1.name, prefix = .1.prefix
    )]
    Malformed(PathBuf, &'static KeyKind),
    /// It can't be read or made.
    #[error("`{path}` can't be used as a key's file: {1}", path = .0.display())]
    File(PathBuf, #[source] io::Error),
    /// The operating system has no random bytes to give.
    #[error("no random bytes for a key")]
    Random,
}

fn article(kind: &KeyKind) -> &'static str {
    match kind.name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        true => "an",
        false => "a",
    }
}

impl From<KeyFileError> for StoreError {
    fn from(error: KeyFileError) -> StoreError {
        StoreError::Key(Box::new(error))
    }
}

/// The file of a secret; read when it is first asked for.
#[derive(Debug)]
pub struct KeyFile<K> {
    path: PathBuf,
    /// Only ever the one that the database rests on.
    key: OnceLock<Arc<KnownKey<K>>>,
}

/// A secret, and the digest by which a database knows it.
#[derive(Debug)]
pub struct KnownKey<K> {
    pub(crate) key: K,
    digest: KeyDigest<K>,
}

/// What a database remembers of a secret.
#[derive(Debug)]
pub struct KeyDigest<K>([u8; 32], PhantomData<fn() -> K>);

// Derives would ask the same of the secret itself, which is neither.
impl<K> Clone for KeyDigest<K> {
    fn clone(&self) -> KeyDigest<K> {
        *self
    }
}

impl<K> Copy for KeyDigest<K> {}

impl<K: FileKey> KnownKey<K> {
    fn new(bytes: [u8; 32]) -> KnownKey<K> {
        let digest = random::digest(&[K::KIND.purpose.as_bytes(), &bytes]);
        KnownKey {
            key: K::from_bytes(bytes),
            digest: KeyDigest(digest, PhantomData),
        }
    }

    /// What a database remembers of it.
    #[must_use]
    pub fn digest(&self) -> KeyDigest<K> {
        self.digest
    }
}

impl<K: FileKey> KeyDigest<K> {
    /// What the store remembers.
    pub(crate) fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// Has the database rest on this secret.
    ///
    /// # Errors
    /// It rests on another one.
    pub fn keep(self, tx: &store::Tx<'_>) -> store::Result<()> {
        // Another process may have made one since this one was read.
        match tx.key_digest(K::KIND.setting)? {
            Some(known) if known != self.0 => Err(KeyFileError::Raced(&K::KIND).into()),
            Some(_) => Ok(()),
            None => tx.put_key_digest(K::KIND.setting, &self.0),
        }
    }
}

impl<K: FileKey> KeyFile<K> {
    /// Looks at nothing yet.
    #[must_use]
    pub fn new(path: PathBuf) -> KeyFile<K> {
        KeyFile {
            path,
            key: OnceLock::new(),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The secret that the database rests on, where it was read before.
    #[must_use]
    pub fn known_key(&self) -> Option<&KnownKey<K>> {
        self.key.get().map(|key| &**key)
    }

    /// The secret that the database rests on; `None` where it rests on none.
    ///
    /// # Errors
    /// The database rests on one, and this file doesn't hold it.
    pub fn key(&self, db: &Db<'_>) -> store::Result<Option<&KnownKey<K>>> {
        Ok(self.known(db)?.map(|key| &**key))
    }

    fn known(&self, db: &Db<'_>) -> store::Result<Option<&Arc<KnownKey<K>>>> {
        if let Some(key) = self.key.get() {
            return Ok(Some(key));
        }
        let Some(digest) = db.key_digest(K::KIND.setting)? else {
            return Ok(None);
        };
        let key = self
            .read()?
            .ok_or_else(|| KeyFileError::Missing(self.path.clone(), &K::KIND))?;
        if key.digest.0 != digest {
            return Err(KeyFileError::Other(self.path.clone(), &K::KIND).into());
        }
        Ok(Some(self.key.get_or_init(|| Arc::new(key))))
    }

    /// The secret, to make something with: the one that the database rests on; where it rests on
    /// none, the file's, or a new one in a new file that only its owner may read. Says whether it
    /// is new.
    ///
    /// # Errors
    /// As [`key`](KeyFile::key); or the file can't be made.
    pub fn key_to_make(&self, db: &Db<'_>) -> store::Result<(Arc<KnownKey<K>>, bool)> {
        if let Some(key) = self.known(db)? {
            return Ok((key.clone(), false));
        }
        // Not remembered: another node may have the database rest on another one first.
        Ok(match self.read()? {
            Some(key) => (Arc::new(key), false),
            None => (Arc::new(self.create()?), true),
        })
    }

    /// Makes a new secret in a new file; one that is there is never written over.
    ///
    /// # Errors
    /// The file is there, or can't be made.
    pub fn make(&self) -> Result<(), KeyFileError> {
        self.create().map(drop)
    }

    /// The secret in the file, or a new one in a new file, whatever the database rests on: to have it rest
    /// on another one.
    ///
    /// # Errors
    /// The file holds something else, or can't be made.
    pub(crate) fn read_or_make(&self) -> Result<KnownKey<K>, KeyFileError> {
        match self.read()? {
            Some(key) => Ok(key),
            None => self.create(),
        }
    }

    /// What the file holds, whatever the database rests on; `None` where there is no file.
    ///
    /// # Errors
    /// It holds something else, or can't be read.
    pub(crate) fn read(&self) -> Result<Option<KnownKey<K>>, KeyFileError> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(KeyFileError::File(self.path.clone(), error)),
        };
        let digits = text.trim().strip_prefix(K::KIND.prefix);
        digits
            .and_then(random::from_hex)
            .map(|bytes| Some(KnownKey::new(bytes)))
            .ok_or_else(|| KeyFileError::Malformed(self.path.clone(), &K::KIND))
    }

    fn create(&self) -> Result<KnownKey<K>, KeyFileError> {
        let bytes = random::bytes::<32>().map_err(|_| KeyFileError::Random)?;
        let text = format!("{}{}\n", K::KIND.prefix, random::hex(&bytes));
        create_secret(&self.path, text.as_bytes())
            .map_err(|error| KeyFileError::File(self.path.clone(), error))?;
        Ok(KnownKey::new(bytes))
    }
}

/// Writes a new file that only its owner may read, and returns when it is on the disk: what is
/// made with a secret must not outlive it.
pub(crate) fn create_secret(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
