//! What people say is wrong with a pack.

use serde::{Deserialize, Serialize};
use trace::Instant;

use super::{
    Db, Result, Tx,
    db::{from_json, to_json},
    picture::Picture,
    value::Row,
};

/// What a person said, and what staff did about it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct ReportRecord {
    /// What is wrong, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// What they compared and found different.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub differs: Option<String>,
    /// Where, as they typed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where, in degrees north and east, to about 5 km.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<[f64; 2]>,
    /// In which country that is, ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The language that they read, BCP 47.
    #[serde(default)]
    pub language: String,
    /// What staff found out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
}

/// A report as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// To be named when asking.
    pub reference: String,
    /// Whose product it is about.
    pub brand: String,
    /// The product's number in this database.
    pub product: i64,
    /// The path of the Digital Link.
    pub path: String,
    /// When it came.
    pub at: Instant,
    /// `open` until staff have looked into it, then `closed`.
    pub status: String,
    /// The rest.
    pub record: ReportRecord,
    /// Whose browser it came from: `Session::for_reports`.
    pub owner: Option<String>,
}

pub(super) fn read(row: &Row<'_>) -> Result<Report> {
    Ok(Report {
        reference: row.get(0)?,
        brand: row.get(1)?,
        product: row.get(2)?,
        path: row.get(3)?,
        at: Instant(row.get(4)?),
        status: row.get(5)?,
        record: from_json("report", &row.get::<String>(6)?)?,
        owner: row.get(7)?,
    })
}

impl Db<'_> {
    /// The report of that reference.
    pub fn report(&self, reference: &str) -> Result<Option<Report>> {
        self.row(
            "select reference, brand, product, path, at, status, record, owner
             from report where reference = ?1",
            [reference],
            read,
        )
    }

    /// A brand's reports that stand so, the latest first: some hundred, from the one before
    /// `behind`, which is when that came and its reference.
    pub fn reports_of(
        &self,
        brand: &str,
        status: &str,
        behind: (Instant, &str),
    ) -> Result<Vec<Report>> {
        let (at, reference) = behind;
        self.rows(
            "select reference, brand, product, path, at, status, record, owner
             from report
             where brand = ?1 and status = ?2
                 and (at < ?3 or at = ?3 and reference < ?4)
             order by at desc, reference desc limit 100",
            (brand, status, at.0, reference),
            read,
        )
    }

    /// How many of a brand's reports stand so.
    pub fn count_reports_of(&self, brand: &str, status: &str) -> Result<u64> {
        let count: Option<i64> = self.row(
            "select count(*) from report where brand = ?1 and status = ?2",
            (brand, status),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }

    /// How many reports there are about packs whose path that is.
    pub fn count_reports_about(&self, brand: &str, path: &str) -> Result<u64> {
        let count: Option<i64> = self.row(
            "select count(*) from report where brand = ?1 and path = ?2",
            (brand, path),
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }

    /// Whether a picture came with a report.
    pub fn has_report_photo(&self, reference: &str) -> Result<bool> {
        let count: Option<i64> = self.row(
            "select count(*) from report_photo where reference = ?1",
            [reference],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0) > 0)
    }

    /// The picture that came with a report.
    pub fn report_photo(&self, reference: &str) -> Result<Option<Picture>> {
        self.row(
            "select content_type, bytes from report_photo where reference = ?1",
            [reference],
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
    /// Keeps a report, with its picture where there is one; the same one again changes nothing.
    /// `false` where its reference stands for another.
    pub fn put_report(&self, new: &Report, photo: Option<&Picture>) -> Result<bool> {
        if let Some(known) = self.report(&new.reference)? {
            return Ok(known.path == new.path && known.record.words == new.record.words);
        }
        self.execute(
            "insert into report (reference, brand, product, path, at, status, record, owner)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                &new.reference,
                &new.brand,
                new.product,
                &new.path,
                new.at.0,
                &new.status,
                to_json("report", &new.record)?,
                &new.owner,
            ),
        )?;
        if let Some(photo) = photo {
            self.execute(
                "insert into report_photo (reference, content_type, bytes) values (?1, ?2, ?3)",
                (&new.reference, &photo.content_type, photo.bytes.as_slice()),
            )?;
        }
        Ok(true)
    }

    /// Closes a report with what was found out. `false` where it is not open.
    pub fn close_report(
        &self,
        reference: &str,
        record: &ReportRecord,
        now: Instant,
    ) -> Result<bool> {
        let closed = self.execute(
            "update report set status = 'closed', closed_at = ?1, record = ?2
             where reference = ?3 and status = 'open'",
            (now.0, to_json("report", record)?, reference),
        )?;
        Ok(closed == 1)
    }

    /// Forgets reports that were closed before a moment, with their pictures.
    pub fn forget_reports(&self, before: Instant) -> Result<usize> {
        self.execute(
            "delete from report_photo where reference in
                 (select reference from report where closed_at < ?1)",
            (before.0,),
        )?;
        self.execute("delete from report where closed_at < ?1", (before.0,))
    }
}
