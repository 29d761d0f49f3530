//! The devices that inspectors' findings are signed on.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};

/// A device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectorDevice {
    /// The SHA-256 of its public key.
    pub id: [u8; 32],
    /// Whose findings it signs.
    pub organisation: String,
    /// Who signed it in last.
    pub staff: String,
    /// What people call it.
    pub name: String,
    /// As `evidence::DeviceKey` writes it.
    pub public_key: String,
    /// When it was registered first.
    pub registered_at: Instant,
    /// When it was last here.
    pub seen_at: Instant,
    /// When it was locked, where it is.
    pub locked_at: Option<Instant>,
}

/// What became of a device that was registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DevicePut {
    /// It is new.
    Added,
    /// It was there; whose hand it is in may have changed.
    Known,
    /// Another organisation has it.
    Anothers,
}

fn read(row: &Row<'_>) -> Result<InspectorDevice> {
    Ok(InspectorDevice {
        id: row.get(0)?,
        organisation: row.get(1)?,
        staff: row.get(2)?,
        name: row.get(3)?,
        public_key: row.get(4)?,
        registered_at: Instant(row.get(5)?),
        seen_at: Instant(row.get(6)?),
        locked_at: row.get::<Option<i64>>(7)?.map(Instant),
    })
}

impl Db<'_> {
    /// The device of that identifier.
    pub fn device(&self, id: &[u8; 32]) -> Result<Option<InspectorDevice>> {
        self.row(
            "select id, organisation, staff, name, public_key, registered_at, seen_at, locked_at
             from inspector_device where id = ?1",
            [id.as_slice()],
            read,
        )
    }

    /// The devices of an organisation, the newest first.
    pub fn devices_of(&self, organisation: &str) -> Result<Vec<InspectorDevice>> {
        self.rows(
            "select id, organisation, staff, name, public_key, registered_at, seen_at, locked_at
             from inspector_device where organisation = ?1 order by registered_at desc, id",
            [organisation],
            read,
        )
    }
}

impl Tx<'_> {
    /// Registers a device; one that is known keeps when it was registered, and whether it is locked.
    pub fn put_device(&self, device: &InspectorDevice) -> Result<DevicePut> {
        match self.device(&device.id)? {
            Some(known) if known.organisation != device.organisation => {
                return Ok(DevicePut::Anothers);
            }
            Some(_) => {
                self.execute(
                    "update inspector_device set staff = ?2, name = ?3, seen_at = ?4 where id = ?1",
                    (
                        device.id.as_slice(),
                        &device.staff,
                        &device.name,
                        device.seen_at.0,
                    ),
                )?;
                return Ok(DevicePut::Known);
            }
            None => {}
        }
        self.execute(
            "insert into inspector_device
                 (id, organisation, staff, name, public_key, registered_at, seen_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                device.id.as_slice(),
                &device.organisation,
                &device.staff,
                &device.name,
                &device.public_key,
                device.registered_at.0,
                device.seen_at.0,
            ),
        )?;
        Ok(DevicePut::Added)
    }

    /// Puts a device in as it was elsewhere; it must not be here.
    pub fn put_known_device(&self, device: &InspectorDevice) -> Result<()> {
        self.execute(
            "insert into inspector_device
                 (id, organisation, staff, name, public_key, registered_at, seen_at, locked_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                device.id.as_slice(),
                &device.organisation,
                &device.staff,
                &device.name,
                &device.public_key,
                device.registered_at.0,
                device.seen_at.0,
                device.locked_at.map(|at| at.0),
            ),
        )?;
        Ok(())
    }

    /// Notes that a device was here.
    pub fn see_device(&self, id: &[u8; 32], now: Instant) -> Result<()> {
        self.execute(
            "update inspector_device set seen_at = ?2 where id = ?1",
            (id.as_slice(), now.0),
        )?;
        Ok(())
    }

    /// Locks a device of an organisation, or lets it sign again; `false` where there is none that is
    /// otherwise.
    pub fn lock_device(
        &self,
        organisation: &str,
        id: &[u8; 32],
        by: &str,
        at: Option<Instant>,
    ) -> Result<bool> {
        let changed = match at {
            Some(at) => self.execute(
                "update inspector_device set locked_at = ?3, locked_by = ?4
                 where id = ?1 and organisation = ?2 and locked_at is null",
                (id.as_slice(), organisation, at.0, by),
            )?,
            None => self.execute(
                "update inspector_device set locked_at = null, locked_by = null
                 where id = ?1 and organisation = ?2 and locked_at is not null",
                (id.as_slice(), organisation),
            )?,
        };
        Ok(changed > 0)
    }
}
