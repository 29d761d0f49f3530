//! Photographs of inspections, in the parts in which they came.

use evidence::{Entry, photos};
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

    /// A photograph that is whole, that no inspection is noted to name and that was last asked for before a
    /// moment: whose it is, and its digest.
    pub fn unnamed_photo(&self, before: Instant) -> Result<Option<(String, [u8; 32])>> {
        self.row(
            "select organisation, sha256 from inspection_photo photo
             where done_at is not null and begun_at < ?1 and not exists (
                 select 1 from inspection_photo_named named
                 where named.organisation = photo.organisation and named.sha256 = photo.sha256
             )
             order by begun_at limit 1",
            [before.0],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// An inspection of an organisation one of whose lines holds these letters and digits.
    pub fn inspection_that_says(&self, organisation: &str, text: &str) -> Result<Option<String>> {
        self.row(
            "select line.inspection from inspection_line line
             join inspection on inspection.id = line.inspection
             where inspection.organisation = ?1 and line.entry like ?2 limit 1",
            (organisation, format!("%{text}%")),
            |row| row.get(0),
        )
    }

    /// An organisation's photographs that are whole, after one: their digests, and when they were last asked
    /// for and done; empty after the last.
    pub fn whole_photos_after(
        &self,
        organisation: &str,
        after: &[u8],
    ) -> Result<Vec<([u8; 32], Instant, Instant)>> {
        self.rows(
            "select sha256, begun_at, done_at from inspection_photo
             where organisation = ?1 and sha256 > ?2 and done_at is not null
             order by sha256 limit 500",
            (organisation, after),
            |row| Ok((row.get(0)?, Instant(row.get(1)?), Instant(row.get(2)?))),
        )
    }

    /// The parts of a photograph that are here, in their order: where each begins, and its bytes.
    pub fn inspection_photo_parts(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
    ) -> Result<Vec<(u64, Vec<u8>)>> {
        self.rows(
            "select at, bytes from inspection_photo_part
             where organisation = ?1 and sha256 = ?2 order by at",
            (organisation, sha256.as_slice()),
            |row| Ok((row.get::<i64>(0)?.cast_unsigned(), row.get(1)?)),
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

    /// Notes that an inspection names a photograph.
    pub fn name_inspection_photo(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
        inspection: &str,
    ) -> Result<()> {
        self.execute(
            "insert into inspection_photo_named (organisation, sha256, inspection)
             values (?1, ?2, ?3) on conflict (organisation, sha256, inspection) do nothing",
            (organisation, sha256.as_slice(), inspection),
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

    /// Forgets a photograph that was last asked for before a moment, unless an inspection names it.
    pub fn forget_inspection_photo(
        &self,
        organisation: &str,
        sha256: &[u8; 32],
        before: Instant,
    ) -> Result<()> {
        let is_kept: Option<i64> = self.row(
            "select 1 from inspection_photo photo
             where organisation = ?1 and sha256 = ?2 and (begun_at >= ?3 or exists (
                 select 1 from inspection_photo_named named
                 where named.organisation = photo.organisation and named.sha256 = photo.sha256
             ))",
            (organisation, sha256.as_slice(), before.0),
            |row| row.get(0),
        )?;
        match is_kept {
            Some(_) => Ok(()),
            None => self.drop_inspection_photo(organisation, sha256),
        }
    }

    /// Forgets a photograph with all of its parts.
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

/// Notes which inspections name which photographs, for the lines that were here before that was noted.
pub(super) fn name_all(tx: &Tx<'_>) -> Result<()> {
    let lines: Vec<(String, String, String)> = tx.rows(
        "select inspection.organisation, line.inspection, line.entry from inspection_line line
         join inspection on inspection.id = line.inspection
         where line.entry like '%photos%sha256%'",
        (),
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    for (organisation, inspection, entry) in lines {
        // Only entries get in.
        let Ok(entry) = serde_json::from_str::<Entry>(&entry) else {
            continue;
        };
        for digest in photos(&entry.act) {
            tx.name_inspection_photo(&organisation, &digest.0, &inspection)?;
        }
    }
    Ok(())
}
