//! `/desk/devices`: the phones that inspectors of one's organisation sign on.

use app::pages::desk::DeviceRow;
use axum::{extract::State, response::Response};

use super::{
    Desk, back,
    sent::{Chosen, Sent},
};
use crate::{
    access::Act,
    error::ApiError,
    inspector_device, random,
    role::Permission,
    state::{App, Shared},
};

/// All of them, locked ones too.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Inspectors)?;
    let read = app
        .store
        .read(|db| inspector_device::all(db, &desk.organisation.id));
    let devices = read.await?.into_iter().map(|(_, device)| DeviceRow {
        id: device.id,
        name: device.name,
        inspector: device.inspector,
        registered_at: device.registered_at,
        seen_at: device.seen_at,
        locked_at: device.locked_at,
    });
    let page = app::pages::desk::devices(&desk.view(&app)?, devices.collect());
    Ok(desk.show(&app, &page))
}

/// Locks a device: it learns of it when it is next here. What it signed before is still taken.
pub async fn lock(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    change(&app, desk, form.id, true).await
}

/// Lets a device sign again.
pub async fn unlock(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    change(&app, desk, form.id, false).await
}

async fn change(app: &App, desk: Desk, id: String, locks: bool) -> Result<Response, ApiError> {
    desk.need(Permission::Inspectors)?;
    let id: [u8; 32] = random::from_hex(&id).ok_or(ApiError::NotFound)?;
    let actor = desk.clone();
    desk.act(app, Some(Permission::Inspectors), move |tx, now| {
        let organisation = &actor.organisation.id;
        let device = tx.device(&id)?;
        let Some(device) = device.filter(|device| device.organisation == *organisation) else {
            return Ok(Err(ApiError::NotFound));
        };
        let at = locks.then_some(now);
        // Done twice is done once.
        if tx.lock_device(organisation, &id, &actor.staff.id, at)? {
            let act = if locks {
                Act::DeviceLocked
            } else {
                Act::DeviceUnlocked
            };
            tx.log_access(&actor.entry(act, &device.name, now))?;
        }
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/devices"))
}
