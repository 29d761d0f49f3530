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

    /// How much room an organisation's photographs take up, what is still missing of them included, in
    /// bytes.
    pub fn inspection_photos_size(&self, organisation: &str) -> Result<u64> {
        let size: Option<i64> = self.row(
            "select cast(coalesce(sum(size), 0) as bigint) from inspection_photo
             where organisation = ?1",
            [organisation],
            |row| row.get(0),
        )?;
        Ok(size.unwrap_or(0).cast_unsigned())
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
    /// Begins a photograph; one that has begun stays as it is, and is kept from then on anew.
    pub fn begin_inspection_photo(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
        size: u64,
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "insert into inspection_photo (organisation, sha256, size, received, begun_at)
             values (?1, ?2, ?3, 0, ?4) on conflict (organisation, sha256) do update set begun_at = excluded.begun_at",
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

    /// Forgets photographs that began before a moment and of which parts are missing; how many.
    pub fn forget_unfinished_photos(&self, before: Instant) -> Result<usize> {
        self.execute(
            "delete from inspection_photo_part where exists (
                 select 1 from inspection_photo photo
                 where photo.organisation = inspection_photo_part.organisation
                   and photo.sha256 = inspection_photo_part.sha256
                   and photo.done_at is null and photo.begun_at < ?1
             )",
            [before.0],
        )?;
        self.execute(
            "delete from inspection_photo where done_at is null and begun_at < ?1",
            [before.0],
        )
    }

    /// Forgets a photograph that was last asked for before a moment.
    pub fn forget_inspection_photo(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
        before: Instant,
    ) -> Result<()> {
        self.execute(
            "delete from inspection_photo_part
             where organisation = ?1 and sha256 = ?2 and exists (
                 select 1 from inspection_photo photo
                 where photo.organisation = ?1 and photo.sha256 = ?2 and photo.begun_at < ?3
             )",
            (organisation, sha256.as_slice(), before.0),
        )?;
        self.execute(
            "delete from inspection_photo
             where organisation = ?1 and sha256 = ?2 and begun_at < ?3",
            (organisation, sha256.as_slice(), before.0),
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
