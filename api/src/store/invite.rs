//! Invitations.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};
use crate::role::Role;

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// SHA-256 of what stands in the link.
    pub digest: [u8; 32],
    /// Whom the invited will work for.
    pub organisation: String,
    /// What for.
    pub role: Role,
    /// Their name, as far as it is known; may be empty.
    pub name: String,
    /// The member who made it; empty for the command line.
    pub made_by: String,
    /// When it was made.
    pub made_at: Instant,
    /// When it ends by itself.
    pub expires_at: Instant,
}

/// `None` for a role of a later version.
fn read(row: &Row<'_>) -> Result<Option<Invite>> {
    let Some(role) = Role::parse(&row.get::<String>(2)?) else {
        return Ok(None);
    };
    Ok(Some(Invite {
        digest: row.get(0)?,
        organisation: row.get(1)?,
        role,
        name: row.get(3)?,
        made_by: row.get(4)?,
        made_at: Instant(row.get(5)?),
        expires_at: Instant(row.get(6)?),
    }))
}

impl Db<'_> {
    /// The invitation of that digest, unless it was taken, withdrawn, or has expired.
    pub fn invite(&self, digest: &[u8; 32], now: Instant) -> Result<Option<Invite>> {
        let row = self.row(
            "select digest, organisation, role, name, made_by, made_at, expires_at from invite
             where digest = ?1 and ended_at is null and expires_at > ?2",
            (digest.as_slice(), now.0),
            read,
        )?;
        Ok(row.flatten())
    }

    /// The open invitations of an organisation, the newest first.
    pub fn invites(&self, organisation: &str, now: Instant) -> Result<Vec<Invite>> {
        let rows = self.rows(
            "select digest, organisation, role, name, made_by, made_at, expires_at from invite
             where organisation = ?1 and ended_at is null and expires_at > ?2
             order by made_at desc, digest",
            (organisation, now.0),
            read,
        )?;
        Ok(rows.into_iter().flatten().collect())
    }
}

impl Tx<'_> {
    /// Puts an invitation in; its organisation must have its row.
    pub fn put_invite(&self, invite: &Invite) -> Result<()> {
        self.execute(
            "insert into invite (digest, organisation, role, name, made_by, made_at, expires_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                invite.digest.as_slice(),
                &invite.organisation,
                invite.role.id(),
                &invite.name,
                &invite.made_by,
                invite.made_at.0,
                invite.expires_at.0,
            ),
        )?;
        Ok(())
    }

    /// Takes or withdraws an invitation; `false` where it was before.
    pub fn end_invite(&self, digest: &[u8; 32], now: Instant) -> Result<bool> {
        let ended = self.execute(
            "update invite set ended_at = ?2 where digest = ?1 and ended_at is null",
            (digest.as_slice(), now.0),
        )?;
        Ok(ended > 0)
    }

    /// Forgets the invitations that were taken or withdrawn, or had expired, before a moment; how
    /// many.
    pub fn forget_invites(&self, before: Instant) -> Result<usize> {
        self.execute(
            "delete from invite where ended_at < ?1 or expires_at < ?1",
            [before.0],
        )
    }
}
