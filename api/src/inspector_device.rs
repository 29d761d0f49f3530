//! The devices of inspectors, as they cross the wire.

use wire::{convert::rfc3339, inspect::Device};

use crate::{
    random,
    store::{self, Db, InspectorDevice},
};

/// The device of that identifier.
pub fn wire(db: &Db<'_>, id: &[u8; 32]) -> store::Result<Option<Device>> {
    let found = db.device(id)?;
    found.map(|device| told(db, device)).transpose()
}

/// The devices of an organisation, the newest first, each behind whose it is.
pub fn all(db: &Db<'_>, organisation: &str) -> store::Result<Vec<(String, Device)>> {
    let devices = db.devices_of(organisation)?.into_iter();
    devices
        .map(|device| Ok((device.staff.clone(), told(db, device)?)))
        .collect()
}

fn told(db: &Db<'_>, device: InspectorDevice) -> store::Result<Device> {
    Ok(Device {
        id: random::hex(&device.id),
        name: device.name,
        inspector: db.staff_name(&device.staff)?.unwrap_or_default(),
        inspector_id: device.staff,
        registered_at: rfc3339(device.registered_at),
        seen_at: rfc3339(device.seen_at),
        locked_at: device.locked_at.map(rfc3339),
    })
}
