//! Members of organisations.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};
use crate::role::Role;

/// A member of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// 16 random bytes in hexadecimal: what their passkeys know them by.
    pub id: String,
    /// Whom they work for.
    pub organisation: String,
    /// As they gave it.
    pub name: String,
    /// What they are there for.
    pub role: Role,
    /// Since when.
    pub joined_at: Instant,
}

/// `None` for a role of a later version: who has one may do nothing here.
fn read(row: &Row<'_>) -> Result<Option<Staff>> {
    let Some(role) = Role::parse(&row.get::<String>(3)?) else {
        return Ok(None);
    };
    Ok(Some(Staff {
        id: row.get(0)?,
        organisation: row.get(1)?,
        name: row.get(2)?,
        role,
        joined_at: Instant(row.get(4)?),
    }))
}

impl Db<'_> {
    /// The member of that identifier, unless they were removed.
    pub fn staff(&self, id: &str) -> Result<Option<Staff>> {
        let row = self.row(
            "select id, organisation, name, role, joined_at from staff
             where id = ?1 and removed_at is null",
            [id],
            read,
        )?;
        Ok(row.flatten())
    }

    /// The members of an organisation, in the order of their joining.
    pub fn members(&self, organisation: &str) -> Result<Vec<Staff>> {
        let rows = self.rows(
            "select id, organisation, name, role, joined_at from staff
             where organisation = ?1 and removed_at is null
             order by joined_at, id",
            [organisation],
            read,
        )?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// The name of somebody of an organisation, who may have left; `None` for anybody else.
    pub fn member_name(&self, organisation: &str, id: &str) -> Result<Option<String>> {
        self.row(
            "select name from staff where id = ?1 and organisation = ?2",
            (id, organisation),
            |row| row.get(0),
        )
    }

    /// The name of somebody, who may have left.
    pub fn staff_name(&self, id: &str) -> Result<Option<String>> {
        self.row("select name from staff where id = ?1", [id], |row| {
            row.get(0)
        })
    }
}

impl Db<'_> {
    /// Whom somebody works for, or did, and their name.
    pub fn staff_house(&self, id: &str) -> Result<Option<(String, String)>> {
        self.row(
            "select organisation, name from staff where id = ?1",
            [id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}

impl Tx<'_> {
    /// Puts a new member in; their organisation must have its row.
    pub fn put_staff(&self, staff: &Staff) -> Result<()> {
        self.execute(
            "insert into staff (id, organisation, name, role, joined_at)
             values (?1, ?2, ?3, ?4, ?5)",
            (
                &staff.id,
                &staff.organisation,
                &staff.name,
                staff.role.id(),
                staff.joined_at.0,
            ),
        )?;
        Ok(())
    }

    /// Gives a member another role.
    pub fn change_role(&self, id: &str, role: Role) -> Result<()> {
        self.execute("update staff set role = ?2 where id = ?1", (id, role.id()))?;
        Ok(())
    }

    /// Removes a member, with their passkeys, sessions and open invitations.
    pub fn remove_staff(&self, id: &str, now: Instant) -> Result<()> {
        self.execute(
            "update staff set removed_at = ?2 where id = ?1 and removed_at is null",
            (id, now.0),
        )?;
        self.execute("delete from passkey where staff = ?1", [id])?;
        self.end_staff_sessions(id)?;
        // Nobody comes back through a link of their own.
        self.execute(
            "update invite set ended_at = ?2 where made_by = ?1 and ended_at is null",
            (id, now.0),
        )?;
        Ok(())
    }
}
