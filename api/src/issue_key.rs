//! The key that serials are made and opened with: a file of its own, never in the database.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::PathBuf,
    sync::OnceLock,
};

use gs1::Gtin;
use issue::{IssueKey, Issuer, Serial};

use crate::{
    random,
    store::{self, Db, IssueRange, StoreError},
};

/// What the file begins with, by which a leaked one is recognised; 64 hexadecimal digits follow.
const PREFIX: &str = "touchstone_issue_";

/// Why serials can't be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum IssueKeyError {
    /// There are serials of a key, and no key.
    #[error(
        "the database holds serials of an issue key, and `{0}` is not there; name the key's file \
         with --issue-key"
    )]
    Missing(PathBuf),
    /// With it, every serial on record would be called false.
    #[error("`{0}` is not the issue key that the database's serials were made with")]
    Other(PathBuf),
    /// Two first issues at once.
    #[error("another issue key was taken meanwhile; issue again with that one")]
    Raced,
    /// It holds something else.
    #[error("`{0}` holds no issue key, which is `{PREFIX}` and 64 hexadecimal digits")]
    Malformed(PathBuf),
    /// It can't be read or made.
    #[error("`{0}` can't be used as the issue key's file: {1}")]
    File(PathBuf, #[source] io::Error),
    /// The operating system has no random bytes to give.
    #[error("no random bytes for an issue key")]
    Random,
}

/// The file of the key; read when the first serial asks for it.
#[derive(Debug)]
pub struct IssueKeyFile {
    path: PathBuf,
    key: OnceLock<KnownKey>,
}

/// The key, and the digest by which a database knows it.
#[derive(Debug)]
pub struct KnownKey {
    key: IssueKey,
    digest: [u8; 32],
}

impl KnownKey {
    fn new(bytes: [u8; 32]) -> KnownKey {
        KnownKey {
            digest: random::digest(&[b"issue-key", &bytes]),
            key: IssueKey::new(bytes),
        }
    }

    /// Makes and opens the serials of a product.
    #[must_use]
    pub fn issuer(&self, gtin: &Gtin) -> Issuer {
        let digits = gtin.as_str().bytes();
        let number = digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
        Issuer::new(&self.key, number)
    }

    /// What a database remembers of the key.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }
}

impl IssueKeyFile {
    /// Looks at nothing yet.
    #[must_use]
    pub fn new(path: PathBuf) -> IssueKeyFile {
        IssueKeyFile {
            path,
            key: OnceLock::new(),
        }
    }

    /// The range that a serial was issued in; `None` where it never was.
    ///
    /// # Errors
    /// The database holds serials of a key, and this file doesn't hold it.
    pub fn range(
        &self,
        db: &Db<'_>,
        product: &store::Product,
        serial: &str,
    ) -> store::Result<Option<IssueRange>> {
        let Ok(serial) = serial.parse::<Serial>() else {
            return Ok(None);
        };
        let Some(key) = self.key(db)? else {
            return Ok(None);
        };
        match key.issuer(&product.gtin).open(&serial) {
            Some(counter) => db.issue_range(product.id, counter),
            None => Ok(None),
        }
    }

    /// The key of the database's serials; `None` where it has none.
    ///
    /// # Errors
    /// As [`range`](IssueKeyFile::range).
    pub fn key(&self, db: &Db<'_>) -> store::Result<Option<&KnownKey>> {
        if let Some(key) = self.key.get() {
            return Ok(Some(key));
        }
        let Some(digest) = db.issue_key_digest()? else {
            return Ok(None);
        };
        let key = self
            .read()?
            .ok_or_else(|| IssueKeyError::Missing(self.path.clone()))?;
        if key.digest != digest {
            return Err(IssueKeyError::Other(self.path.clone()).into());
        }
        Ok(Some(self.key.get_or_init(|| key)))
    }

    /// The key, to issue with: that of the database's serials; where it has none, the file's, or a
    /// new one in a new file that only its owner may read. Says whether it is new.
    ///
    /// # Errors
    /// As [`range`](IssueKeyFile::range); or the file can't be made.
    pub fn key_to_issue(&self, db: &Db<'_>) -> store::Result<(&KnownKey, bool)> {
        if self.key(db)?.is_none() {
            let (key, is_new) = match self.read()? {
                Some(key) => (key, false),
                None => (self.create()?, true),
            };
            return Ok((self.key.get_or_init(|| key), is_new));
        }
        let key = self.key.get();
        key.map(|key| (key, false))
            .ok_or_else(|| IssueKeyError::Missing(self.path.clone()).into())
    }

    /// `None` where there is no file.
    fn read(&self) -> Result<Option<KnownKey>, IssueKeyError> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(IssueKeyError::File(self.path.clone(), error)),
        };
        let digits = text.trim().strip_prefix(PREFIX);
        digits
            .and_then(random::from_hex)
            .map(|bytes| Some(KnownKey::new(bytes)))
            .ok_or_else(|| IssueKeyError::Malformed(self.path.clone()))
    }

    fn create(&self) -> Result<KnownKey, IssueKeyError> {
        let bytes = random::bytes::<32>().map_err(|_| IssueKeyError::Random)?;
        let write = || -> io::Result<()> {
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&self.path)?;
            writeln!(file, "{PREFIX}{}", random::hex(&bytes))?;
            // What is printed must not outlive its key.
            file.sync_all()
        };
        write().map_err(|error| IssueKeyError::File(self.path.clone(), error))?;
        Ok(KnownKey::new(bytes))
    }
}

impl From<IssueKeyError> for StoreError {
    fn from(error: IssueKeyError) -> StoreError {
        StoreError::IssueKey(Box::new(error))
    }
}
