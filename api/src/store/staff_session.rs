//! Who is signed in, and where.

use trace::Instant;

use super::{Db, Result, Tx};

/// A session of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffSession {
    /// SHA-256 of the cookie.
    pub digest: [u8; 32],
    /// Whose it is.
    pub staff: String,
    /// Browser and system, in words.
    pub device: String,
    /// When they signed in.
    pub began_at: Instant,
    /// When they were last here, to some minutes.
    pub seen_at: Instant,
}

impl Db<'_> {
    /// The session of that digest, however old.
    pub fn staff_session(&self, digest: &[u8; 32]) -> Result<Option<StaffSession>> {
        self.row(
            "select staff, device, began_at, seen_at from staff_session where digest = ?1",
            [digest.as_slice()],
            |row| {
                Ok(StaffSession {
                    digest: *digest,
                    staff: row.get(0)?,
                    device: row.get(1)?,
                    began_at: Instant(row.get(2)?),
                    seen_at: Instant(row.get(3)?),
                })
            },
        )
    }

    /// The sessions of a member, the newest first.
    pub fn staff_sessions(&self, staff: &str) -> Result<Vec<StaffSession>> {
        self.rows(
            "select digest, device, began_at, seen_at from staff_session
             where staff = ?1
             order by seen_at desc, digest",
            [staff],
            |row| {
                Ok(StaffSession {
                    digest: row.get(0)?,
                    staff: staff.to_owned(),
                    device: row.get(1)?,
                    began_at: Instant(row.get(2)?),
                    seen_at: Instant(row.get(3)?),
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Puts a session in.
    pub fn put_staff_session(&self, session: &StaffSession) -> Result<()> {
        self.execute(
            "insert into staff_session (digest, staff, device, began_at, seen_at)
             values (?1, ?2, ?3, ?4, ?5)",
            (
                session.digest.as_slice(),
                &session.staff,
                &session.device,
                session.began_at.0,
                session.seen_at.0,
            ),
        )?;
        Ok(())
    }

    /// Notes that somebody was here.
    pub fn see_staff_session(&self, digest: &[u8; 32], now: Instant) -> Result<()> {
        self.execute(
            "update staff_session set seen_at = ?2 where digest = ?1",
            (digest.as_slice(), now.0),
        )?;
        Ok(())
    }

    /// Ends one session.
    pub fn end_staff_session(&self, digest: &[u8; 32]) -> Result<()> {
        self.execute(
            "delete from staff_session where digest = ?1",
            [digest.as_slice()],
        )?;
        Ok(())
    }

    /// Ends every session of a member; how many there were.
    pub fn end_staff_sessions(&self, staff: &str) -> Result<usize> {
        self.execute("delete from staff_session where staff = ?1", [staff])
    }

    /// Forgets the sessions that began before one moment, or were last seen before another.
    pub fn forget_staff_sessions(&self, began: Instant, seen: Instant) -> Result<usize> {
        self.execute(
            "delete from staff_session where began_at < ?1 or seen_at < ?2",
            (began.0, seen.0),
        )
    }
}
