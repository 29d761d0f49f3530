//! Photographs of inspections, in the parts in which they came.

use trace::Instant;

use super::{Db, Result, Tx};

/// A photograph that is here, or on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InspectionPhoto {
    /// How many bytes it has.
    pub size: u64,
    /// How many of them are here.
    pub received: u64,
    /// When all of them were, and fitted its digest.
    pub done_at: Option<Instant>,
}

impl Db<'_> {
    /// An organisation's photograph of that digest.
    pub fn inspection_photo(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
    ) -> Result<Option<InspectionPhoto>> {
        self.row(
            "select size, received, done_at from inspection_photo
             where organisation = ?1 and sha256 = ?2",
            (organisation, sha256.as_slice()),
            |row| {
                Ok(InspectionPhoto {
                    size: row.get::<i64>(0)?.cast_unsigned(),
                    received: row.get::<i64>(1)?.cast_unsigned(),
                    done_at: row.get::<Option<i64>>(2)?.map(Instant),
                })
            },
        )
    }

    /// What is here of its bytes.
    pub fn inspection_photo_bytes(&self, organisation: &str, sha256: &[u8; 32]) -> Result<Vec<u8>> {
        let parts: Vec<Vec<u8>> = self.rows(
            "select bytes from inspection_photo_part
             where organisation = ?1 and sha256 = ?2 order by at",
            (organisation, sha256.as_slice()),
            |row| row.get(0),
        )?;
        Ok(parts.concat())
    }
}

impl Tx<'_> {
    /// Begins a photograph; one that has begun stays as it is.
    pub fn begin_inspection_photo(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
        size: u64,
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "insert into inspection_photo (organisation, sha256, size, received, begun_at)
             values (?1, ?2, ?3, 0, ?4) on conflict (organisation, sha256) do nothing",
            (organisation, sha256.as_slice(), size.cast_signed(), now.0),
        )?;
        Ok(())
    }

    /// Adds the bytes that come next.
    pub fn add_inspection_photo(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
        at: u64,
        bytes: &[u8],
    ) -> Result<()> {
        self.execute(
            "insert into inspection_photo_part (organisation, sha256, at, bytes)
             values (?1, ?2, ?3, ?4)",
            (organisation, sha256.as_slice(), at.cast_signed(), bytes),
        )?;
        self.execute(
            "update inspection_photo set received = ?3 where organisation = ?1 and sha256 = ?2",
            (
                organisation,
                sha256.as_slice(),
                (at + bytes.len() as u64).cast_signed(),
            ),
        )?;
        Ok(())
    }

    /// Notes that all of it is here and right.
    pub fn end_inspection_photo(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "update inspection_photo set done_at = ?3 where organisation = ?1 and sha256 = ?2",
            (organisation, sha256.as_slice(), now.0),
        )?;
        Ok(())
    }

    /// Forgets one that came out as something else, so that it can begin anew.
    pub fn drop_inspection_photo(&self, organisation: &str, sha256: &[u8; 32]) -> Result<()> {
        self.execute(
            "delete from inspection_photo_part where organisation = ?1 and sha256 = ?2",
            (organisation, sha256.as_slice()),
        )?;
        self.execute(
            "delete from inspection_photo where organisation = ?1 and sha256 = ?2",
            (organisation, sha256.as_slice()),
        )?;
        Ok(())
    }
}
