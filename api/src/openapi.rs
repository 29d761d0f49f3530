//! `/openapi.json`, from the handlers and types themselves.

use axum::Json;
use utoipa::{
    Modify, OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};

use crate::http::{
    claims, epcis, number_pools, recycling, registrations, reveal, rewards, verify, well_known,
};

/// What programs can ask.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Touchstone",
        description = "Whether a code was issued, what it stands for, and what to do next. \
            Errors are RFC 9457 problems. Digital Links (`/01/…`) answer as JSON, too: \
            ask for `application/json`.",
    ),
    paths(
        verify::post,
        reveal::post,
        well_known::keys,
        registrations::post,
        registrations::look_up,
        registrations::erase,
        claims::post,
        claims::look_up,
        claims::erase,
        recycling::get,
        rewards::get,
        number_pools::post,
        number_pools::get,
        number_pools::report,
        epcis::capture::post,
        epcis::capture::jobs,
        epcis::capture::job,
        epcis::events::post,
        epcis::events::get,
        epcis::events::one,
        epcis::subscriptions::post,
        epcis::subscriptions::list,
        epcis::subscriptions::one,
        epcis::subscriptions::remove,
    ),
    modifiers(&ApiKey),
)]
struct Description;

struct ApiKey;

impl Modify for ApiKey {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        openapi
            .components
            .get_or_insert_default()
            .add_security_scheme("api_key", SecurityScheme::Http(bearer));
    }
}

/// `GET /openapi.json`.
pub async fn get() -> Json<utoipa::openapi::OpenApi> {
    Json(Description::openapi())
}
