//! Every route, on one page.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{MethodRouter, get, post, put},
};
use tower_http::compression::CompressionLayer;

use crate::{
    front::Front,
    http::{
        around, assets, brands, check, claims, compare, demo, desk, digital_link, epcis, extract,
        feedback, follows, forms, framed, granted, health, home, imports, inspect, keyring, links,
        metrics, mine, number_pools, origins, packs, pedigree, pictures, privacy, problem, proof,
        recalled, recalls, recycling, registrations, reports, resolver, returns, reveal, rewards,
        sales, scan, signals, suggestions, typed, upload_form, verification, verify, vouchers,
        well_known,
    },
    openapi, sent_import,
    state::Shared,
};

/// The primary identification keys of GS1 Digital Link URI Syntax 1.4, section 4.3.
const PRIMARY_KEYS: [&str; 16] = [
    "00", "01", "253", "255", "401", "402", "414", "415", "417", "8003", "8004", "8006", "8010",
    "8013", "8017", "8018",
];

/// The whole server.
pub fn router(app: Shared) -> Front {
    Front::new(app.clone(), routes(app))
}

fn routes(app: Shared) -> Router {
    let router = Router::new()
        // People.
        .route("/", get(home::get))
        .route("/scan", get(scan::get))
        .route("/check", get(check::get))
        .route("/history", get(home::history))
        .route("/inspect", get(inspect::page::get))
        .route("/inspect/verify", get(inspect::page::get))
        .route("/mine", get(mine::get).post(mine::look_up))
        .route("/mine/registrations/{reference}", get(mine::own))
        .route("/mine/answer", post(mine::answer))
        .route("/mine/erase", post(mine::erase))
        .route("/mine/show", post(mine::show))
        .route("/mine/transfer", post(mine::transfer))
        .route("/mine/stolen", post(mine::stolen))
        .route("/mine/dispute", post(mine::dispute))
        .route("/mine/certificate", post(mine::certificate))
        .route("/mine/passkeys", get(keyring::get).post(keyring::keep))
        .route("/mine/passkeys/remove", post(keyring::remove))
        .route("/mine/passkeys/sign-out", post(keyring::sign_out))
        .route("/mine/open", get(keyring::ask).post(keyring::open))
        .route("/mine/return", post(returns::of_registration))
        .route("/returns/for/{registration}", get(returns::offer))
        .route("/returns/{reference}", get(returns::get))
        .route("/returns/{reference}/slip", get(returns::slip))
        .route("/returns/{reference}/answer", post(returns::answer))
        .route("/returns/{reference}/withdraw", post(returns::withdraw))
        .route("/rewards", get(rewards::page))
        .route("/privacy", get(privacy::get))
        .route("/privacy/export", post(privacy::export))
        .route("/privacy/erase", get(privacy::ask).post(privacy::erase))
        .route("/rewards/take", post(vouchers::take))
        .route("/proof/{token}", get(proof::get).post(proof::post))
        .route("/register", post(forms::register))
        .route("/register/dispute", post(forms::contest))
        .route("/claim", post(forms::claim))
        .route("/feedback/erase", post(feedback::erase))
        .route("/feedback/unquote", post(feedback::unquote))
        .route("/feedback/{reference}/photo", get(feedback::photo))
        .route("/suggestions", post(suggestions::post))
        .route("/compare", post(compare::post))
        .route("/typed/batch", post(typed::batch))
        .route("/typed/serial", post(typed::serial))
        .route("/reveal", post(reveal::form))
        .route("/follow", post(follows::form))
        .route("/follow/{token}", get(follows::page))
        .route(
            "/follow/{token}/confirm",
            get(follows::asked).post(follows::confirm),
        )
        .route("/follow/{token}/end", post(follows::end))
        .route("/frame/{*link}", get(framed::get))
        .route("/frame/register", post(framed::register))
        .route("/pedigree/{*thing}", get(pedigree::page))
        .route("/demo", get(demo::page))
        .route("/demo.json", get(demo::json))
        // Staff.
        .merge(desk::router())
        // Programs.
        .route("/v1/verify", post(verify::post))
        .route("/v1/brands", get(brands::get))
        .route("/v1/recalled", post(recalled::post))
        .route("/v1/reveal", post(reveal::post))
        .route("/v1/claims", post(claims::post))
        .route("/v1/claims/lookup", post(claims::look_up))
        .route("/v1/claims/answer", post(claims::answer))
        .route("/v1/claims/erase", post(claims::erase))
        .route("/v1/follows", post(follows::post))
        .route("/v1/follows/lookup", post(follows::look_up))
        .route("/v1/follows/end", post(follows::end_by_token))
        .route("/v1/follows/push", put(follows::redirect))
        .route("/v1/recycling", get(recycling::get))
        .route("/v1/rewards", get(rewards::get))
        .route("/v1/vouchers/redeem", post(vouchers::redeem))
        .route("/v1/number-pools", post(number_pools::post))
        .route("/v1/number-pools/{id}", get(number_pools::get))
        .route(
            "/v1/number-pools/{id}/hidden-codes",
            get(number_pools::hidden),
        )
        .route("/v1/sales", post(sales::post))
        .route("/v1/packs", post(packs::post))
        .route(
            "/verify/gtin/{gtin}/lot/{lot}/ser/{serial}",
            get(verification::get),
        )
        .route("/checkConnectivity", get(verification::connectivity))
        .route("/v1/pedigree/{*thing}", get(pedigree::get))
        .route("/v1/granted", get(granted::list))
        .route("/v1/granted/{*thing}", get(granted::get))
        .route("/v1/inspector", get(inspect::me::get))
        .route("/v1/offline-pack", get(inspect::pack::get))
        .route(
            "/v1/inspector/devices",
            get(inspect::devices::list).post(inspect::devices::post),
        )
        .route(
            "/v1/inspections/entries/{device}",
            get(inspect::entries::heads),
        )
        .route(
            "/v1/consignments/{consignment}",
            get(inspect::consignments::get),
        )
        .route("/v1/signals", get(signals::list))
        .route("/v1/signals/dismissals", post(signals::dismiss))
        .route("/v1/feedback/quotes", get(feedback::quotes))
        .route("/v1/recalls", get(recalls::list))
        .route("/v1/recalls/{id}", put(recalls::put))
        .route("/v1/links", get(links::list))
        .route(
            "/v1/links/{id}",
            get(links::get).put(links::put).delete(links::delete),
        )
        .route("/.well-known/touchstone-keys.json", get(well_known::keys))
        .route(
            "/.well-known/touchstone-seal-keys.json",
            get(inspect::pack::keys),
        )
        .route("/openapi.json", get(openapi::get))
        // Files.
        .route("/pictures/{digest}", get(pictures::get))
        .route("/style.css", get(assets::style))
        // Whoever watches.
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::local));
    let router = router
        .merge(resolving())
        .merge(registering(&app))
        .layer(DefaultBodyLimit::max(extract::MAX_BODY))
        .merge(with_limit(
            "/v1/imports",
            post(imports::post),
            sent_import::MAX_BODY,
        ))
        .merge(with_limit(
            "/desk/records/send",
            post(desk::records::send),
            desk::records::MAX_BODY,
        ))
        .merge(with_photo("/scan", post(scan::post)))
        .merge(with_photo("/report", post(reports::post)))
        .merge(with_photo("/mine/receipt", post(mine::receipt)))
        .merge(with_photo("/returns", post(returns::post)))
        .merge(with_photo("/feedback", post(feedback::post)))
        .merge(with_limit(
            "/v1/number-pools/{id}/reports",
            post(number_pools::report),
            number_pools::MAX_BODY,
        ))
        .merge(with_limit(
            "/v1/inspections/entries",
            post(inspect::entries::post),
            inspect::entries::MAX_BODY,
        ))
        .merge(with_limit(
            "/v1/inspections/photos/{sha256}",
            get(inspect::photos::get)
                .put(inspect::photos::put)
                .patch(inspect::photos::patch),
            inspect::photos::MAX_BODY,
        ))
        .merge(with_limit(
            "/v1/sweep",
            post(inspect::sweep::post),
            inspect::sweep::MAX_BODY,
        ))
        .merge(epcis::router());
    // The outermost is the last.
    router
        .fallback(assets::fallback)
        .method_not_allowed_fallback(problem::wrong_method)
        .layer(middleware::from_fn_with_state(app.clone(), around::inside))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), around::outside))
        .with_state(app)
}

/// What other pages may read.
fn resolving() -> Router<Shared> {
    let mut router = Router::new().route(
        "/.well-known/gs1resolver",
        get(resolver::description).options(async || resolver::options()),
    );
    for key in PRIMARY_KEYS {
        router = router.route(
            &format!("/{key}/{{*rest}}"),
            get(digital_link::get).options(digital_link::options),
        );
    }
    router.layer(middleware::from_fn(resolver::with_cors))
}

/// What pages of brands may use, from origins that these list.
fn registering(app: &Shared) -> Router<Shared> {
    Router::new()
        .route(
            "/v1/registrations",
            post(registrations::post).options(origins::preflight),
        )
        .route(
            "/v1/registrations/lookup",
            post(registrations::look_up).options(origins::preflight),
        )
        .route(
            "/v1/registrations/erase",
            post(registrations::erase).options(origins::preflight),
        )
        .layer(middleware::from_fn_with_state(app.clone(), origins::listed))
}

/// What `--metrics-listen` serves: nothing for people.
pub fn watchers(app: Shared) -> Router {
    Router::new()
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::all))
        .with_state(app)
}

/// A form with a picture.
fn with_photo(path: &str, route: MethodRouter<Shared>) -> Router<Shared> {
    with_limit(path, route, upload_form::MAX_BODY)
}

fn with_limit(path: &str, route: MethodRouter<Shared>, max: usize) -> Router<Shared> {
    Router::new()
        .route(path, route)
        .layer(DefaultBodyLimit::max(max))
}
