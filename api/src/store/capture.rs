//! Capture jobs: what was sent, and what became of it.

use serde::{Deserialize, Serialize};
use trace::Instant;

pub use super::event::Stored;
use super::{
    Db, Result, Tx,
    db::{from_json, to_json},
};

/// What was wrong in a captured document, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaptureFault {
    /// A JSON Pointer (RFC 6901) to the place.
    pub pointer: String,
    /// What is wrong, in a sentence.
    pub detail: String,
}

/// A capture job.
#[derive(Clone, Debug, PartialEq)]
pub struct Capture {
    /// Its identifier: random.
    pub id: String,
    /// Whose it is.
    pub brand: String,
    /// When it came.
    pub created_at: Instant,
    /// When it was done.
    pub finished_at: Instant,
    /// Whether everything was stored.
    pub is_success: bool,
    /// `rollback` or `proceed`.
    pub error_behaviour: String,
    /// What was wrong.
    pub faults: Vec<CaptureFault>,
}

impl Db<'_> {
    /// A brand's capture job.
    pub fn capture(&self, brand: &str, id: &str) -> Result<Option<Capture>> {
        let row: Option<(i64, i64, bool, String, String)> = self.row(
            "select created_at, finished_at, is_success, error_behaviour, faults
             from epcis_capture where id = ?1 and brand = ?2",
            (id, brand),
            |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                ))
            },
        )?;
        let Some((created_at, finished_at, is_success, error_behaviour, faults)) = row else {
            return Ok(None);
        };
        Ok(Some(Capture {
            id: id.to_owned(),
            brand: brand.to_owned(),
            created_at: Instant(created_at),
            finished_at: Instant(finished_at),
            is_success,
            error_behaviour,
            faults: from_json("epcis_capture", &faults)?,
        }))
    }
}

impl Db<'_> {
    /// A brand's capture jobs whose names begin like that, the newest first, some at a time; behind
    /// the one that was made then.
    pub fn captures(
        &self,
        brand: &str,
        prefix: &str,
        before: Option<(Instant, &str)>,
        limit: usize,
    ) -> Result<Vec<Capture>> {
        let (time, id) = before.map_or((i64::MAX, ""), |(time, id)| (time.0, id));
        type Found = (String, i64, i64, bool, String, String);
        let rows: Vec<Found> = self.rows(
            "select id, created_at, finished_at, is_success, error_behaviour, faults
             from epcis_capture where brand = ?1 and (created_at, id) < (?2, ?3)
             and substr(id, 1, ?6) = ?5
             order by created_at desc, id desc limit ?4",
            (brand, time, id, limit as i64, prefix, prefix.len() as i64),
            |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get(5)?,
                ))
            },
        )?;
        let captures = rows.into_iter().map(
            |(id, created_at, finished_at, is_success, error_behaviour, faults)| {
                Ok(Capture {
                    id,
                    brand: brand.to_owned(),
                    created_at: Instant(created_at),
                    finished_at: Instant(finished_at),
                    is_success,
                    error_behaviour,
                    faults: from_json("epcis_capture", &faults)?,
                })
            },
        );
        captures.collect()
    }
}

impl Tx<'_> {
    /// Puts a capture job in.
    pub fn put_capture(&self, job: &Capture) -> Result<()> {
        self.execute(
            "insert into epcis_capture
                 (id, brand, created_at, finished_at, is_success, error_behaviour, faults)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                &job.id,
                &job.brand,
                job.created_at.0,
                job.finished_at.0,
                job.is_success,
                &job.error_behaviour,
                to_json("epcis_capture", &job.faults)?,
            ),
        )?;
        Ok(())
    }
}
