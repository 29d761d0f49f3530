//! `/v1/inspector/devices`: the phones that inspectors sign on.

use axum::{Json as JsonResponse, extract::State};
use evidence::DeviceKey;
use wire::{
    inspect::{Device, DeviceAsked, Devices},
    problem::Problem,
};

use super::{Inspector, field};
use crate::{
    access::Act,
    error::ApiError,
    http::extract::Json,
    inspector_device,
    role::Permission,
    state::Shared,
    store::{DevicePut, InspectorDevice},
};

/// Registers the key of the device that one is signed in on. The same key again changes whose hand it
/// is, and what it is called.
#[utoipa::path(
    post, path = "/v1/inspector/devices", tag = "inspect",
    request_body = DeviceAsked,
    responses(
        (status = 200, description = "The device; `locked_at` where it may sign no more.", body = Device),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
        (status = 409, description = "It is a device of another organisation.", body = Problem),
        (status = 422, description = "A field is wrong.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    inspector: Inspector,
    Json(asked): Json<DeviceAsked>,
) -> Result<JsonResponse<Device>, ApiError> {
    let name = crate::submission::short_text("name", Some(&asked.name), 60)?
        .ok_or_else(|| field("name", "it is empty; write what people call the device"))?;
    let key = DeviceKey::from_text(&asked.public_key)
        .map_err(|error| field("public_key", &error.to_string()))?;
    let actor = inspector.clone();
    let device = inspector
        .act(&app, Some(Permission::Inspections), move |tx, now| {
            let device = InspectorDevice {
                id: key.id().0,
                organisation: actor.organisation.id.clone(),
                staff: actor.staff.id.clone(),
                name: name.clone(),
                public_key: key.to_text(),
                registered_at: now,
                seen_at: now,
                locked_at: None,
            };
            match tx.put_device(&device)? {
                DevicePut::Anothers => return Ok(Err(ApiError::DeviceTaken)),
                DevicePut::Known => {}
                DevicePut::Added => {
                    tx.log_access(&actor.entry(Act::DeviceRegistered, &name, now))?;
                }
            }
            inspector_device::wire(tx, &key.id().0).map(|found| found.ok_or(ApiError::NotFound))
        })
        .await?;
    Ok(JsonResponse(device))
}

/// The devices of whoever asks, with whether they may sign.
#[utoipa::path(
    get, path = "/v1/inspector/devices", tag = "inspect",
    responses(
        (status = 200, description = "The newest first.", body = Devices),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
    ),
)]
pub async fn list(
    State(app): State<Shared>,
    inspector: Inspector,
) -> Result<JsonResponse<Devices>, ApiError> {
    let read = app.store.read(|db| {
        let all = inspector_device::all(db, &inspector.organisation.id)?;
        let own = all
            .into_iter()
            .filter(|(staff, _)| *staff == inspector.staff.id);
        Ok(own.map(|(_, device)| device).collect())
    });
    Ok(JsonResponse(Devices {
        devices: read.await?,
    }))
}
