//! `/openapi.json`, from the handlers and types themselves.

use axum::Json;
use utoipa::{
    Modify, OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};

use crate::http::{
    brands, claims, epcis, feedback, follows, granted, imports, inspect, links, number_pools,
    packs, pedigree, recalled, recalls, recycling, registrations, reveal, rewards, sales, signals,
    verification, verify, vouchers, well_known,
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
        brands::get,
        recalled::post,
        reveal::post,
        well_known::keys,
        registrations::post,
        registrations::look_up,
        registrations::erase,
        claims::post,
        claims::look_up,
        claims::answer,
        claims::erase,
        follows::post,
        follows::look_up,
        follows::end_by_token,
        follows::redirect,
        recycling::get,
        rewards::get,
        vouchers::redeem,
        feedback::quotes,
        signals::list,
        signals::dismiss,
        number_pools::post,
        number_pools::get,
        number_pools::hidden,
        number_pools::report,
        pedigree::get,
        granted::list,
        granted::get,
        inspect::sweep::post,
        inspect::consignments::get,
        inspect::me::get,
        inspect::pack::get,
        inspect::pack::keys,
        inspect::devices::list,
        inspect::devices::post,
        inspect::entries::post,
        inspect::entries::heads,
        inspect::photos::put,
        inspect::photos::patch,
        inspect::photos::get,
        epcis::capture::post,
        epcis::capture::jobs,
        epcis::capture::job,
        epcis::events::post,
        epcis::events::get,
        epcis::events::one,
        epcis::resources::event_types,
        epcis::resources::event_type,
        epcis::resources::event_type_events,
        epcis::resources::epcs,
        epcis::resources::epc,
        epcis::resources::epc_events,
        epcis::resources::biz_steps,
        epcis::resources::biz_step,
        epcis::resources::biz_step_events,
        epcis::resources::dispositions,
        epcis::resources::disposition,
        epcis::resources::disposition_events,
        epcis::resources::read_points,
        epcis::resources::read_point,
        epcis::resources::read_point_events,
        epcis::resources::biz_locations,
        epcis::resources::biz_location,
        epcis::resources::biz_location_events,
        epcis::queries::post,
        epcis::queries::list,
        epcis::queries::one,
        epcis::queries::remove,
        epcis::queries::events,
        epcis::subscriptions::post,
        epcis::subscriptions::list,
        epcis::subscriptions::one,
        epcis::subscriptions::remove,
        sales::post,
        packs::post,
        verification::get,
        verification::connectivity,
        imports::post,
        recalls::list,
        recalls::put,
        links::list,
        links::get,
        links::put,
        links::delete,
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
