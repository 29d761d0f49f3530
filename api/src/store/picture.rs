//! Pictures, addressed by the digest of their bytes.

use super::{Change, Db, Result, Tx};

/// A picture's bytes and what they are.
#[derive(Clone, Debug)]
pub struct Picture {
    /// `image/svg+xml`, `image/png`, `image/jpeg` or `image/webp`.
    pub content_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Db<'_> {
    /// The picture of that digest.
    pub fn picture(&self, digest: &str) -> Result<Option<Picture>> {
        self.row(
            "select content_type, bytes from picture where digest = ?1",
            [digest],
            |row| {
                Ok(Picture {
                    content_type: row.get(0)?,
                    bytes: row.get(1)?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Puts a picture in.
    pub fn put_picture(&self, digest: &str, content_type: &str, bytes: &[u8]) -> Result<Change> {
        let added = self.execute(
            "insert into picture (digest, content_type, bytes) values (?1, ?2, ?3)
             on conflict (digest) do nothing",
            (digest, content_type, bytes),
        )?;
        Ok(if added == 1 {
            Change::Added
        } else {
            Change::Unchanged
        })
    }
}
