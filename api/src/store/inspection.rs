//! Inspections and the lines of their chains.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};

/// An inspection, as its lines tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    /// The name that a device gave it.
    pub id: String,
    /// Whose it is.
    pub organisation: String,
    /// Who opened it: a member's identifier, as the entry says.
    pub inspector: String,
    /// Why one came.
    pub purpose: String,
    /// The shop's name.
    pub shop: String,
    /// Its address; may be empty.
    pub address: String,
    /// Degrees north and east, where the device knew when it was opened.
    pub point: Option<[f64; 2]>,
    /// When it was opened, by the device's clock.
    pub opened_at: Instant,
    /// The latest entry, by devices' clocks.
    pub last_at: Instant,
    /// Whether it was closed.
    pub is_closed: bool,
    /// Packs that were judged.
    pub checks: u64,
    /// Findings, withdrawn ones too.
    pub findings: u64,
    /// When the server first heard of it.
    pub received_at: Instant,
    /// When the server last heard of it.
    pub heard_at: Instant,
}

/// A line of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectionLine {
    /// The inspection.
    pub inspection: String,
    /// The device.
    pub device: [u8; 32],
    /// 1 for the first of this inspection on this device.
    pub sequence: u64,
    /// Its digest.
    pub digest: [u8; 32],
    /// The entry as it was signed.
    pub entry: String,
    /// The signature.
    pub signature: String,
    /// When the server had it first.
    pub received_at: Instant,
    /// Whether the device was locked by then.
    pub after_lock: bool,
    /// Whether its inspector was no member of the organisation when it came.
    pub is_strangers: bool,
}

/// Which inspections of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectionsWanted {
    /// Opened before that.
    pub before: Instant,
    /// Opened then or later.
    pub since: Instant,
    /// Closed ones or open ones; `None` for both.
    pub is_closed: Option<bool>,
    /// Those alone in which something was found.
    pub has_findings: bool,
    /// Opened by that member; `None` for anybody.
    pub inspector: Option<String>,
    /// What shop, address or purpose hold somewhere; empty for anything.
    pub text: String,
    /// Those of which somebody said that they are done, or that there is something to do; `None` for all.
    pub is_done: Option<bool>,
    /// Those that this member looks after; `None` for all.
    pub assignee: Option<String>,
}

impl InspectionsWanted {
    /// The pattern of the last word about one: its state, a space, and who looks after it.
    fn followed(&self) -> String {
        let state = match self.is_done {
            Some(true) => "done",
            Some(false) => "open",
            None if self.assignee.is_none() => return "%".to_owned(),
            None => "%",
        };
        format!("{state} {}", self.assignee.as_deref().unwrap_or("%"))
    }
}

/// The pattern of a text that is somewhere in another, in whatever case its letters of ASCII are.
fn containing(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.trim().to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

fn read(row: &Row<'_>) -> Result<Inspection> {
    let count = |column: usize| -> Result<u64> { Ok(row.get::<i64>(column)?.cast_unsigned()) };
    Ok(Inspection {
        id: row.get(0)?,
        organisation: row.get(1)?,
        inspector: row.get(2)?,
        purpose: row.get(3)?,
        shop: row.get(4)?,
        address: row.get(5)?,
        point: row
            .get::<Option<f64>>(6)?
            .zip(row.get::<Option<f64>>(7)?)
            .map(|(lat, lon)| [lat, lon]),
        opened_at: Instant(row.get(8)?),
        last_at: Instant(row.get(9)?),
        is_closed: row.get::<i64>(10)? != 0,
        checks: count(11)?,
        findings: count(12)?,
        received_at: Instant(row.get(13)?),
        heard_at: Instant(row.get(14)?),
    })
}

fn read_line(row: &Row<'_>) -> Result<InspectionLine> {
    Ok(InspectionLine {
        inspection: row.get(0)?,
        device: row.get(1)?,
        sequence: row.get::<i64>(2)?.cast_unsigned(),
        digest: row.get(3)?,
        entry: row.get(4)?,
        signature: row.get(5)?,
        received_at: Instant(row.get(6)?),
        after_lock: row.get::<i64>(7)? != 0,
        is_strangers: row.get::<i64>(8)? != 0,
    })
}

impl Db<'_> {
    /// The inspection of that name.
    pub fn inspection(&self, id: &str) -> Result<Option<Inspection>> {
        self.row(
            "select id, organisation, inspector, purpose, shop, address, lat, lon, opened_at,
                    last_at, closed, checks, findings, received_at, heard_at
             from inspection where id = ?1",
            [id],
            read,
        )
    }

    /// An organisation's inspections of that kind, those that were opened last first.
    pub fn inspections_of(
        &self,
        organisation: &str,
        wanted: &InspectionsWanted,
        limit: i64,
    ) -> Result<Vec<Inspection>> {
        let (closed, findings) = (wanted.is_closed, wanted.has_findings);
        self.rows(
            "select id, organisation, inspector, purpose, shop, address, lat, lon, opened_at,
                    last_at, closed, checks, findings, received_at, heard_at
             from inspection
             where organisation = ?1 and opened_at < ?2 and opened_at >= ?3
               and closed >= ?4 and closed <= ?5 and findings >= ?6
               and inspector like ?7
               and lower(shop || ' ' || address || ' ' || purpose) like ?8 escape '!'
               and coalesce((
                   select word.state || ' ' || coalesce(word.assignee, '')
                   from inspection_follow_up word where word.inspection = inspection.id
                   order by word.number desc limit 1
               ), '') like ?9
             order by opened_at desc, id limit ?10",
            (
                organisation,
                wanted.before.0,
                wanted.since.0,
                i64::from(closed == Some(true)),
                i64::from(closed != Some(false)),
                i64::from(findings),
                wanted.inspector.as_deref().unwrap_or("%"),
                containing(&wanted.text),
                wanted.followed(),
                limit,
            ),
            read,
        )
    }

    /// An inspection that was last heard of before a moment, and whose it is.
    pub fn inspection_before(&self, before: Instant) -> Result<Option<(String, String)>> {
        self.row(
            "select id, organisation from inspection where heard_at < ?1 order by heard_at limit 1",
            [before.0],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// The names of an organisation's inspections after one, in their order; empty after the last.
    pub fn inspections_after(&self, organisation: &str, after: &str) -> Result<Vec<String>> {
        self.rows(
            "select id from inspection where organisation = ?1 and id > ?2 order by id limit 500",
            (organisation, after),
            |row| row.get(0),
        )
    }

    /// How many inspections there are.
    pub fn inspections_count(&self) -> Result<i64> {
        let count: Option<i64> =
            self.row("select count(*) from inspection", (), |row| row.get(0))?;
        Ok(count.unwrap_or(0))
    }

    /// The organisations that have lists, devices or photographs of inspections, by identifier.
    pub fn inspecting_organisations(&self) -> Result<Vec<String>> {
        self.rows(
            "select organisation from inspector_device
             union select organisation from inspection_term
             union select organisation from inspection_photo order by organisation",
            (),
            |row| row.get(0),
        )
    }

    /// A line of a chain.
    pub fn inspection_line(
        &self,
        inspection: &str,
        device: &[u8; 32],
        sequence: u64,
    ) -> Result<Option<InspectionLine>> {
        self.row(
            "select inspection, device, sequence, digest, entry, signature, received_at, after_lock, stranger
             from inspection_line where inspection = ?1 and device = ?2 and sequence = ?3",
            (inspection, device.as_slice(), sequence.cast_signed()),
            read_line,
        )
    }

    /// The last line of a chain.
    pub fn last_inspection_line(
        &self,
        inspection: &str,
        device: &[u8; 32],
    ) -> Result<Option<InspectionLine>> {
        self.row(
            "select inspection, device, sequence, digest, entry, signature, received_at, after_lock, stranger
             from inspection_line where inspection = ?1 and device = ?2
             order by sequence desc limit 1",
            (inspection, device.as_slice()),
            read_line,
        )
    }

    /// Every line of an inspection, chain by chain.
    pub fn inspection_lines(&self, inspection: &str) -> Result<Vec<InspectionLine>> {
        self.rows(
            "select inspection, device, sequence, digest, entry, signature, received_at, after_lock, stranger
             from inspection_line where inspection = ?1 order by device, sequence",
            [inspection],
            read_line,
        )
    }

    /// Where each of a device's chains ends, by the name of the inspection: name, number, digest.
    pub fn chain_heads(&self, device: &[u8; 32]) -> Result<Vec<(String, u64, [u8; 32])>> {
        self.rows(
            "select line.inspection, line.sequence, line.digest from inspection_line line
             where line.device = ?1 and not exists (
                 select 1 from inspection_line later
                 where later.inspection = line.inspection and later.device = line.device
                   and later.sequence > line.sequence
             )
             order by line.received_at desc, line.inspection limit 200",
            [device.as_slice()],
            |row| Ok((row.get(0)?, row.get::<i64>(1)?.cast_unsigned(), row.get(2)?)),
        )
    }
}

impl Tx<'_> {
    /// Puts an inspection in, or what more of its lines tell in the place of what fewer did.
    pub fn put_inspection(&self, inspection: &Inspection) -> Result<()> {
        self.execute(
            "insert into inspection
                 (id, organisation, inspector, purpose, shop, address, lat, lon, opened_at, last_at,
                  received_at, heard_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?10)
             on conflict (id) do nothing",
            (
                &inspection.id,
                &inspection.organisation,
                &inspection.inspector,
                &inspection.purpose,
                &inspection.shop,
                &inspection.address,
                inspection.point.map(|[lat, _]| lat),
                inspection.point.map(|[_, lon]| lon),
                inspection.opened_at.0,
                inspection.received_at.0,
            ),
        )?;
        self.execute(
            "update inspection
             set last_at = ?2, closed = ?3, checks = ?4, findings = ?5, heard_at = ?6, received_at = ?7
             where id = ?1",
            (
                &inspection.id,
                inspection.last_at.0,
                i64::from(inspection.is_closed),
                inspection.checks.cast_signed(),
                inspection.findings.cast_signed(),
                inspection.heard_at.0,
                inspection.received_at.0,
            ),
        )?;
        Ok(())
    }

    /// Adds a line; its chain must end before it.
    pub fn add_inspection_line(&self, line: &InspectionLine) -> Result<()> {
        self.execute(
            "insert into inspection_line
                 (inspection, device, sequence, digest, entry, signature, received_at, after_lock, stranger)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                &line.inspection,
                line.device.as_slice(),
                line.sequence.cast_signed(),
                line.digest.as_slice(),
                &line.entry,
                &line.signature,
                line.received_at.0,
                i64::from(line.after_lock),
                i64::from(line.is_strangers),
            ),
        )?;
        Ok(())
    }

    /// Forgets an inspection with its lines and what was said about it.
    pub fn forget_inspection(&self, id: &str) -> Result<()> {
        self.execute(
            "delete from inspection_follow_up where inspection = ?1",
            [id],
        )?;
        self.execute(
            "delete from inspection_photo_named where inspection = ?1",
            [id],
        )?;
        self.execute("delete from inspection_line where inspection = ?1", [id])?;
        self.execute("delete from inspection where id = ?1", [id])?;
        Ok(())
    }
}
