//! Every endpoint × every role × two brands, a partner, an authority and the operator; long because the
//! table has a line for each.
//!
//! A route that isn't in the table fails the first test: whoever adds one says who may use it.

use api::{
    organisation::Kind,
    role::{Permission, Role},
    scope::Scope,
};
use axum::{
    body::Body,
    http::{Method, header},
};
use serde_json::Value;

use crate::{
    routes,
    site::{PILLS, Reply, Site, request},
    staff::{Person, submit},
};

/// Who may use an endpoint.
#[derive(Clone, Copy, Debug)]
enum Who {
    /// Anybody, and a session of staff changes nothing.
    Anybody,
    /// A machine with a key of that scope.
    Machine(Scope),
    /// Anybody who is signed in.
    Staff,
    /// Whose role inspects, in a brand, a partner or an authority; what answers is no page.
    Inspector,
    /// The same, or a machine with a key of that scope.
    InspectorOr(Scope),
    /// Whose role holds that, in an organisation of that kind.
    Holder(Permission, &'static [Kind]),
}

use Who::{Anybody, Holder, Inspector, InspectorOr, Machine, Staff};

const EVERY: &[Kind] = &Kind::ALL;
const BRAND: &[Kind] = &[Kind::Brand];
const GRANTED: &[Kind] = &[Kind::Partner, Kind::Authority];
const WITH_MACHINES: &[Kind] = &[Kind::Brand, Kind::Partner, Kind::Authority];
/// Whose people have packs in their hands.
const HANDLING: &[Kind] = &[Kind::Brand, Kind::Partner];
const OPERATOR: &[Kind] = &[Kind::Operator];

/// Method, path, who, and for forms the fields, which name what is another organisation's or new.
type Row = (
    &'static str,
    &'static str,
    Who,
    &'static [(&'static str, &'static str)],
);

#[rustfmt::skip]
const TABLE: &[Row] = &[
    ("GET", "/", Anybody, &[]),
    ("GET", "/scan", Anybody, &[]),
    ("POST", "/scan", Anybody, &[]),
    ("GET", "/check", Anybody, &[]),
    ("GET", "/history", Anybody, &[]),
    ("GET", "/inspect", Anybody, &[]),
    ("GET", "/inspect/verify", Anybody, &[]),
    ("GET", "/mine", Anybody, &[]),
    ("POST", "/mine", Anybody, &[]),
    ("GET", "/mine/registrations/{reference}", Anybody, &[]),
    ("POST", "/mine/erase", Anybody, &[]),
    ("POST", "/mine/answer", Anybody, &[]),
    ("POST", "/mine/show", Anybody, &[]),
    ("POST", "/mine/transfer", Anybody, &[]),
    ("POST", "/mine/stolen", Anybody, &[]),
    ("POST", "/mine/dispute", Anybody, &[]),
    ("POST", "/mine/certificate", Anybody, &[]),
    ("POST", "/mine/receipt", Anybody, &[]),
    ("GET", "/mine/passkeys", Anybody, &[]),
    ("POST", "/mine/passkeys", Anybody, &[]),
    ("POST", "/mine/passkeys/remove", Anybody, &[]),
    ("POST", "/mine/passkeys/sign-out", Anybody, &[]),
    ("GET", "/mine/open", Anybody, &[]),
    ("POST", "/mine/open", Anybody, &[]),
    ("POST", "/mine/return", Anybody, &[]),
    ("POST", "/returns", Anybody, &[]),
    ("GET", "/returns/for/{registration}", Anybody, &[]),
    ("GET", "/returns/{reference}", Anybody, &[]),
    ("GET", "/returns/{reference}/slip", Anybody, &[]),
    ("POST", "/returns/{reference}/answer", Anybody, &[]),
    ("POST", "/returns/{reference}/withdraw", Anybody, &[]),
    ("GET", "/proof/{token}", Anybody, &[]),
    ("POST", "/proof/{token}", Anybody, &[]),
    ("GET", "/privacy", Anybody, &[]),
    ("POST", "/privacy/export", Anybody, &[]),
    ("GET", "/privacy/erase", Anybody, &[]),
    ("POST", "/privacy/erase", Anybody, &[]),
    ("POST", "/register", Anybody, &[]),
    ("POST", "/register/dispute", Anybody, &[]),
    ("GET", "/frame/{*link}", Anybody, &[]),
    ("POST", "/frame/register", Anybody, &[]),
    ("POST", "/claim", Anybody, &[]),
    ("POST", "/compare", Anybody, &[]),
    ("POST", "/typed/batch", Anybody, &[]),
    ("POST", "/typed/serial", Anybody, &[]),
    ("POST", "/report", Anybody, &[]),
    ("POST", "/feedback", Anybody, &[]),
    ("POST", "/feedback/erase", Anybody, &[]),
    ("POST", "/feedback/unquote", Anybody, &[]),
    ("POST", "/suggestions", Anybody, &[]),
    ("GET", "/feedback/{reference}/photo", Anybody, &[]),
    ("POST", "/reveal", Anybody, &[]),
    ("GET", "/pedigree/{*thing}", Anybody, &[]),
    ("GET", "/demo", Anybody, &[]),
    ("GET", "/demo.json", Anybody, &[]),
    ("GET", "/01/{*rest}", Anybody, &[]),
    // Other sites' scripts ask before they ask.
    ("OPTIONS", "/01/{*rest}", Anybody, &[]),
    ("OPTIONS", "/.well-known/gs1resolver", Anybody, &[]),
    ("OPTIONS", "/v1/registrations", Anybody, &[]),
    ("OPTIONS", "/v1/registrations/lookup", Anybody, &[]),
    ("OPTIONS", "/v1/registrations/erase", Anybody, &[]),
    ("POST", "/v1/verify", Anybody, &[]),
    ("GET", "/v1/brands", Anybody, &[]),
    ("POST", "/v1/recalled", Anybody, &[]),
    ("POST", "/v1/reveal", Anybody, &[]),
    ("POST", "/v1/registrations", Anybody, &[]),
    ("POST", "/v1/registrations/lookup", Anybody, &[]),
    ("POST", "/v1/registrations/erase", Anybody, &[]),
    ("POST", "/v1/claims", Anybody, &[]),
    ("POST", "/v1/claims/lookup", Anybody, &[]),
    ("POST", "/v1/claims/erase", Anybody, &[]),
    ("POST", "/v1/claims/answer", Anybody, &[]),
    ("POST", "/follow", Anybody, &[]),
    ("GET", "/follow/{token}", Anybody, &[]),
    ("GET", "/follow/{token}/confirm", Anybody, &[]),
    ("POST", "/follow/{token}/confirm", Anybody, &[]),
    ("POST", "/follow/{token}/end", Anybody, &[]),
    ("POST", "/v1/follows", Anybody, &[]),
    ("POST", "/v1/follows/lookup", Anybody, &[]),
    ("POST", "/v1/follows/end", Anybody, &[]),
    ("PUT", "/v1/follows/push", Anybody, &[]),
    ("GET", "/v1/recycling", Anybody, &[]),
    ("GET", "/v1/pedigree/{*thing}", Anybody, &[]),
    ("GET", "/v1/rewards", Anybody, &[]),
    ("GET", "/rewards", Anybody, &[]),
    ("POST", "/rewards/take", Anybody, &[]),
    ("GET", "/.well-known/gs1resolver", Anybody, &[]),
    ("GET", "/.well-known/touchstone-keys.json", Anybody, &[]),
    ("GET", "/.well-known/touchstone-seal-keys.json", Anybody, &[]),
    ("GET", "/openapi.json", Anybody, &[]),
    ("GET", "/pictures/{digest}", Anybody, &[]),
    ("GET", "/style.css", Anybody, &[]),
    ("GET", "/healthz", Anybody, &[]),
    ("GET", "/readyz", Anybody, &[]),
    // To the machine itself, whoever asks.
    ("GET", "/metrics", Anybody, &[]),

    ("POST", "/epcis/capture", Machine(Scope::Capture), &[]),
    ("GET", "/epcis/capture", Machine(Scope::Capture), &[]),
    ("GET", "/epcis/capture/{id}", Machine(Scope::Capture), &[]),
    ("POST", "/epcis/events", Machine(Scope::Capture), &[]),
    ("GET", "/epcis", Machine(Scope::Query), &[]),
    ("GET", "/epcis/events", Machine(Scope::Query), &[]),
    ("GET", "/epcis/events/{id}", Machine(Scope::Query), &[]),
    ("GET", "/epcis/eventTypes", Machine(Scope::Query), &[]),
    ("GET", "/epcis/eventTypes/{value}", Machine(Scope::Query), &[]),
    ("GET", "/epcis/eventTypes/{value}/events", Machine(Scope::Query), &[]),
    ("GET", "/epcis/epcs", Machine(Scope::Query), &[]),
    ("GET", "/epcis/epcs/{value}", Machine(Scope::Query), &[]),
    ("GET", "/epcis/epcs/{value}/events", Machine(Scope::Query), &[]),
    ("GET", "/epcis/bizSteps", Machine(Scope::Query), &[]),
    ("GET", "/epcis/bizSteps/{value}", Machine(Scope::Query), &[]),
    ("GET", "/epcis/bizSteps/{value}/events", Machine(Scope::Query), &[]),
    ("GET", "/epcis/dispositions", Machine(Scope::Query), &[]),
    ("GET", "/epcis/dispositions/{value}", Machine(Scope::Query), &[]),
    ("GET", "/epcis/dispositions/{value}/events", Machine(Scope::Query), &[]),
    ("GET", "/epcis/readPoints", Machine(Scope::Query), &[]),
    ("GET", "/epcis/readPoints/{value}", Machine(Scope::Query), &[]),
    ("GET", "/epcis/readPoints/{value}/events", Machine(Scope::Query), &[]),
    ("GET", "/epcis/bizLocations", Machine(Scope::Query), &[]),
    ("GET", "/epcis/bizLocations/{value}", Machine(Scope::Query), &[]),
    ("GET", "/epcis/bizLocations/{value}/events", Machine(Scope::Query), &[]),
    ("GET", "/epcis/queries", Machine(Scope::Query), &[]),
    ("POST", "/epcis/queries", Machine(Scope::Query), &[]),
    ("GET", "/epcis/queries/{name}", Machine(Scope::Query), &[]),
    ("DELETE", "/epcis/queries/{name}", Machine(Scope::Query), &[]),
    ("GET", "/epcis/queries/{name}/events", Machine(Scope::Query), &[]),
    ("GET", "/epcis/queries/{name}/subscriptions", Machine(Scope::Query), &[]),
    ("POST", "/epcis/queries/{name}/subscriptions", Machine(Scope::Query), &[]),
    ("GET", "/epcis/queries/{name}/subscriptions/{id}", Machine(Scope::Query), &[]),
    ("DELETE", "/epcis/queries/{name}/subscriptions/{id}", Machine(Scope::Query), &[]),
    ("DELETE", "/epcis/nextPageToken/{token}", Machine(Scope::Query), &[]),
    // What may be done there is no secret.
    ("OPTIONS", "/epcis/capture", Anybody, &[]),
    ("OPTIONS", "/epcis/capture/{id}", Anybody, &[]),
    ("OPTIONS", "/epcis/events", Anybody, &[]),
    ("OPTIONS", "/epcis", Anybody, &[]),
    ("OPTIONS", "/epcis/events/{id}", Anybody, &[]),
    ("OPTIONS", "/epcis/eventTypes", Anybody, &[]),
    ("OPTIONS", "/epcis/eventTypes/{value}", Anybody, &[]),
    ("OPTIONS", "/epcis/eventTypes/{value}/events", Anybody, &[]),
    ("OPTIONS", "/epcis/epcs", Anybody, &[]),
    ("OPTIONS", "/epcis/epcs/{value}", Anybody, &[]),
    ("OPTIONS", "/epcis/epcs/{value}/events", Anybody, &[]),
    ("OPTIONS", "/epcis/bizSteps", Anybody, &[]),
    ("OPTIONS", "/epcis/bizSteps/{value}", Anybody, &[]),
    ("OPTIONS", "/epcis/bizSteps/{value}/events", Anybody, &[]),
    ("OPTIONS", "/epcis/dispositions", Anybody, &[]),
    ("OPTIONS", "/epcis/dispositions/{value}", Anybody, &[]),
    ("OPTIONS", "/epcis/dispositions/{value}/events", Anybody, &[]),
    ("OPTIONS", "/epcis/readPoints", Anybody, &[]),
    ("OPTIONS", "/epcis/readPoints/{value}", Anybody, &[]),
    ("OPTIONS", "/epcis/readPoints/{value}/events", Anybody, &[]),
    ("OPTIONS", "/epcis/bizLocations", Anybody, &[]),
    ("OPTIONS", "/epcis/bizLocations/{value}", Anybody, &[]),
    ("OPTIONS", "/epcis/bizLocations/{value}/events", Anybody, &[]),
    ("OPTIONS", "/epcis/queries", Anybody, &[]),
    ("OPTIONS", "/epcis/queries/{name}", Anybody, &[]),
    ("OPTIONS", "/epcis/queries/{name}/events", Anybody, &[]),
    ("OPTIONS", "/epcis/queries/{name}/subscriptions", Anybody, &[]),
    ("OPTIONS", "/epcis/queries/{name}/subscriptions/{id}", Anybody, &[]),
    ("OPTIONS", "/epcis/nextPageToken/{token}", Anybody, &[]),

    ("POST", "/v1/number-pools", Machine(Scope::Issue), &[]),
    ("GET", "/v1/number-pools/{id}", Machine(Scope::Issue), &[]),
    ("GET", "/v1/number-pools/{id}/hidden-codes", Machine(Scope::Hidden), &[]),
    ("POST", "/v1/number-pools/{id}/reports", Machine(Scope::Issue), &[]),

    ("POST", "/v1/sales", Machine(Scope::Sales), &[]),
    ("POST", "/v1/vouchers/redeem", Machine(Scope::Sales), &[]),
    ("POST", "/v1/packs", Machine(Scope::Packs), &[]),
    ("GET", "/verify/gtin/{gtin}/lot/{lot}/ser/{serial}", Machine(Scope::Verification), &[]),
    ("GET", "/checkConnectivity", Machine(Scope::Verification), &[]),
    ("GET", "/v1/granted", Machine(Scope::Granted), &[]),
    ("GET", "/v1/granted/{*thing}", Machine(Scope::Granted), &[]),
    ("GET", "/v1/signals", Machine(Scope::Signals), &[]),
    ("POST", "/v1/signals/dismissals", Machine(Scope::Signals), &[]),
    ("GET", "/v1/feedback/quotes", Machine(Scope::Feedback), &[]),
    ("POST", "/v1/imports", Machine(Scope::Records), &[]),
    ("GET", "/v1/recalls", Machine(Scope::Recalls), &[]),
    ("PUT", "/v1/recalls/{id}", Machine(Scope::Recalls), &[]),
    ("GET", "/v1/links", Machine(Scope::Links), &[]),
    ("GET", "/v1/links/{id}", Machine(Scope::Links), &[]),
    ("PUT", "/v1/links/{id}", Machine(Scope::Links), &[]),
    ("DELETE", "/v1/links/{id}", Machine(Scope::Links), &[]),

    ("POST", "/v1/sweep", Inspector, &[]),
    ("GET", "/v1/inspector", Inspector, &[]),
    ("POST", "/v1/inspections/entries", Inspector, &[]),
    ("GET", "/v1/inspections/entries/{device}", Inspector, &[]),
    ("GET", "/v1/inspections/photos/{sha256}", Inspector, &[]),
    ("PUT", "/v1/inspections/photos/{sha256}", Inspector, &[]),
    ("PATCH", "/v1/inspections/photos/{sha256}", Inspector, &[]),
    ("GET", "/v1/consignments/{consignment}", Inspector, &[]),
    ("GET", "/v1/offline-pack", InspectorOr(Scope::OfflinePack), &[]),
    ("GET", "/v1/inspector/devices", Inspector, &[]),
    ("POST", "/v1/inspector/devices", Inspector, &[]),

    ("GET", "/desk/sign-in", Anybody, &[]),
    ("POST", "/desk/sign-in", Anybody, &[]),
    ("GET", "/desk/invite/{token}", Anybody, &[]),
    ("POST", "/desk/invite/{token}", Anybody, &[]),

    ("GET", "/desk", Staff, &[]),
    ("GET", "/desk/me", Staff, &[]),
    ("POST", "/desk/sign-out", Staff, &[]),
    ("POST", "/desk/sign-out-everywhere", Staff, &[]),
    ("POST", "/desk/me/passkeys/add", Staff, &[("state", "x"), ("answer", "x")]),
    ("POST", "/desk/me/passkeys/remove", Staff, &[("id", "0000000000000000")]),
    ("POST", "/desk/me/sessions/end", Staff, &[("id", "0000000000000000")]),

    ("GET", "/desk/members", Holder(Permission::Members, EVERY), &[]),
    ("POST", "/desk/members/invite", Holder(Permission::Members, EVERY), &[("role", "auditor")]),
    ("POST", "/desk/members/withdraw", Holder(Permission::Members, EVERY), &[("id", "0000000000000000")]),
    ("POST", "/desk/members/role", Holder(Permission::Members, EVERY), &[("id", "0"), ("role", "auditor")]),
    ("POST", "/desk/members/remove", Holder(Permission::Members, EVERY), &[("id", "0")]),
    ("GET", "/desk/keys", Holder(Permission::Keys, WITH_MACHINES), &[]),
    ("POST", "/desk/keys/create", Holder(Permission::Keys, WITH_MACHINES), &[("name", "line"), ("issue", "yes")]),
    ("POST", "/desk/keys/revoke", Holder(Permission::Keys, WITH_MACHINES), &[("id", "000000000000")]),
    ("GET", "/desk/inspections", Holder(Permission::Inspections, EVERY), &[]),
    ("GET", "/desk/inspections/findings", Holder(Permission::Inspections, EVERY), &[]),
    ("GET", "/desk/inspections/findings.csv", Holder(Permission::Inspections, EVERY), &[]),
    ("GET", "/desk/inspections/lists", Holder(Permission::Inspectors, WITH_MACHINES), &[]),
    ("POST", "/desk/inspections/lists/put", Holder(Permission::Inspectors, WITH_MACHINES), &[("list", "reason"), ("id", "wet"), ("en", "Wet")]),
    ("POST", "/desk/inspections/lists/remove", Holder(Permission::Inspectors, WITH_MACHINES), &[("list", "reason"), ("id", "none")]),
    ("POST", "/desk/inspections/tell", Holder(Permission::Inspections, BRAND), &[("id", "none")]),
    ("POST", "/desk/inspections/follow-up", Holder(Permission::Inspections, EVERY), &[("id", "none"), ("state", "open")]),
    ("GET", "/desk/inspections/{inspection}", Holder(Permission::Inspections, EVERY), &[]),
    ("GET", "/desk/inspections/{inspection}/report", Holder(Permission::Inspections, EVERY), &[]),
    ("GET", "/desk/inspections/{inspection}/entries.csv", Holder(Permission::Inspections, EVERY), &[]),
    ("GET", "/desk/devices", Holder(Permission::Inspectors, WITH_MACHINES), &[]),
    ("POST", "/desk/devices/lock", Holder(Permission::Inspectors, WITH_MACHINES), &[("id", "0")]),
    ("POST", "/desk/devices/unlock", Holder(Permission::Inspectors, WITH_MACHINES), &[("id", "0")]),
    ("GET", "/desk/grants", Holder(Permission::Grants, BRAND), &[]),
    ("POST", "/desk/grants/give", Holder(Permission::Grants, BRAND), &[("authority", "nobody"), ("depth", "record")]),
    ("POST", "/desk/grants/end", Holder(Permission::Grants, BRAND), &[("id", "0")]),
    ("GET", "/desk/claims", Holder(Permission::Claims, BRAND), &[]),
    ("GET", "/desk/claims/{reference}", Holder(Permission::Claims, BRAND), &[]),
    ("POST", "/desk/claims/decide", Holder(Permission::Claims, BRAND), &[("reference", "C-0000-0000"), ("from", "open"), ("to", "accepted")]),
    ("GET", "/desk/reports", Holder(Permission::Signals, BRAND), &[]),
    ("GET", "/desk/reports/{reference}", Holder(Permission::Signals, BRAND), &[]),
    ("GET", "/desk/reports/{reference}/photo", Holder(Permission::Signals, BRAND), &[]),
    ("POST", "/desk/reports/close", Holder(Permission::Recalls, BRAND), &[("reference", "W-0000-0000"), ("finding", "It is right.")]),
    ("GET", "/desk/returns", Holder(Permission::Returns, HANDLING), &[]),
    ("GET", "/desk/returns/{reference}", Holder(Permission::Returns, HANDLING), &[]),
    ("GET", "/desk/returns/{reference}/photo", Holder(Permission::Returns, HANDLING), &[]),
    ("POST", "/desk/returns/decide", Holder(Permission::Returns, HANDLING), &[("reference", "S-0000-0000"), ("from", "open"), ("to", "accepted")]),
    ("GET", "/desk/receipts", Holder(Permission::Claims, BRAND), &[]),
    ("GET", "/desk/receipts/{registration}/photo", Holder(Permission::Claims, BRAND), &[]),
    ("POST", "/desk/receipts/decide", Holder(Permission::Claims, BRAND), &[("registration", "R-0000-0000"), ("choice", "supported")]),
    ("GET", "/desk/disputes", Holder(Permission::Claims, BRAND), &[]),
    ("POST", "/desk/disputes/decide", Holder(Permission::Claims, BRAND), &[("id", "0"), ("choice", "kept"), ("reason", "because")]),
    ("GET", "/desk/feedback", Holder(Permission::Campaigns, BRAND), &[]),
    ("GET", "/desk/feedback/quotes", Holder(Permission::Campaigns, BRAND), &[]),
    ("GET", "/desk/feedback/{reference}", Holder(Permission::Campaigns, BRAND), &[]),
    ("GET", "/desk/feedback/{reference}/photo", Holder(Permission::Campaigns, BRAND), &[]),
    ("POST", "/desk/feedback/answer", Holder(Permission::Campaigns, BRAND), &[("reference", "F-0000-0000"), ("answer", "Thank you.")]),
    ("POST", "/desk/feedback/hide", Holder(Permission::Campaigns, BRAND), &[("reference", "F-0000-0000"), ("why", "spam")]),
    ("POST", "/desk/feedback/show", Holder(Permission::Campaigns, BRAND), &[("reference", "F-0000-0000")]),
    ("POST", "/desk/feedback/photo", Holder(Permission::Campaigns, BRAND), &[("reference", "F-0000-0000"), ("show", "yes")]),
    ("GET", "/desk/rewards", Holder(Permission::Campaigns, BRAND), &[]),
    ("POST", "/desk/rewards/rules", Holder(Permission::Campaigns, BRAND), &[("from", "proven"), ("person_a_day", "9"), ("person_a_month", "9"), ("network_a_day", "9"), ("report", "0"), ("recycling", "0"), ("review", "0")]),
    ("POST", "/desk/rewards/decide", Holder(Permission::Campaigns, BRAND), &[("act", "review"), ("reference", "V-0000-0000"), ("choice", "grant")]),
    ("POST", "/desk/rewards/vouchers", Holder(Permission::Campaigns, BRAND), &[("name", "A cup"), ("points", "50"), ("count", "9"), ("ends_on", "2027-11-24")]),
    ("GET", "/desk/vouchers", Holder(Permission::Events, BRAND), &[]),
    ("POST", "/desk/vouchers", Holder(Permission::Events, BRAND), &[("code", "7K3M-Q9XA-22PT-ZZ0C")]),
    ("GET", "/desk/signals", Holder(Permission::Signals, BRAND), &[]),
    ("POST", "/desk/signals/dismiss", Holder(Permission::Recalls, BRAND), &[("subject", "01/09506000100029/21/PIL2"), ("signal", "travel")]),
    ("GET", "/desk/pedigree", Holder(Permission::Signals, BRAND), &[]),
    ("GET", "/desk/signals/thresholds", Holder(Permission::Signals, BRAND), &[]),
    ("POST", "/desk/signals/thresholds", Holder(Permission::Recalls, BRAND), &[("max_sessions", "50")]),
    ("GET", "/desk/notices", Holder(Permission::Recalls, BRAND), &[]),
    ("POST", "/desk/notices/decide", Holder(Permission::Recalls, BRAND), &[("recall", "none"), ("is", "confirmed")]),
    ("GET", "/desk/records", Holder(Permission::Records, BRAND), &[]),
    ("POST", "/desk/records/send", Holder(Permission::Records, BRAND), &[("text", "{}")]),
    ("GET", "/desk/recalls", Holder(Permission::Recalls, BRAND), &[]),
    ("GET", "/desk/recalls/new", Holder(Permission::Recalls, BRAND), &[]),
    ("POST", "/desk/recalls/new", Holder(Permission::Recalls, BRAND), &[("gtin", "09506000100029"), ("hazard_en", "It breaks."), ("instruction_en", "Stop.")]),
    ("POST", "/desk/recalls/withdraw", Holder(Permission::Recalls, BRAND), &[("id", "none")]),
    ("GET", "/desk/sales", Holder(Permission::Selling, HANDLING), &[]),
    ("POST", "/desk/sales", Holder(Permission::Selling, HANDLING), &[("act", "sell"), ("codes", "(01)09506000100029(21)PIL2"), ("site", "9506000900025")]),
    ("GET", "/desk/processing", Holder(Permission::Processing, HANDLING), &[]),
    ("POST", "/desk/processing", Holder(Permission::Processing, HANDLING), &[("act", "destroy"), ("codes", "(01)09506000100029(21)PIL2"), ("site", "9506000900025")]),
    ("GET", "/desk/packs", Holder(Permission::Dispensing, EVERY), &[]),
    ("POST", "/desk/packs", Holder(Permission::Dispensing, EVERY), &[("act", "verify"), ("code", "(01)09506000100029(21)PIL2"), ("site", "9506000900025")]),
    ("GET", "/desk/granted", Holder(Permission::Granted, GRANTED), &[]),
    ("GET", "/desk/granted/{gtin}", Holder(Permission::Granted, GRANTED), &[]),
    ("GET", "/desk/granted/{gtin}/look", Holder(Permission::Granted, GRANTED), &[]),
    ("GET", "/desk/log", Holder(Permission::AccessLog, EVERY), &[]),
    ("GET", "/desk/organisations", Holder(Permission::Organisations, OPERATOR), &[]),
    ("POST", "/desk/organisations/admit", Holder(Permission::Organisations, OPERATOR), &[("id", "new"), ("kind", "partner"), ("name", "New")]),
    ("POST", "/desk/organisations/invite", Holder(Permission::Organisations, OPERATOR), &[("id", "customs"), ("role", "manager")]),
    ("POST", "/desk/organisations/suspend", Holder(Permission::Organisations, OPERATOR), &[("id", "nobody")]),
    ("POST", "/desk/organisations/resume", Holder(Permission::Organisations, OPERATOR), &[("id", "nobody")]),
];

#[test]
fn every_endpoint_says_who_may_use_it() {
    let routes = routes::all();
    for (method, path) in &routes {
        let is_there = TABLE.iter().any(|row| row.0 == *method && row.1 == path);
        assert!(
            is_there,
            "{method} {path} is in no table: say who may use it"
        );
    }
    for (method, path, ..) in TABLE {
        let is_there = routes.contains(&(*method, (*path).to_owned()));
        assert!(is_there, "{method} {path} is no route any more");
    }
}

#[tokio::test]
async fn what_is_described_is_in_the_table() {
    let site = Site::empty();
    let description = site.get("/openapi.json", &[]).await.json();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let method = method.to_uppercase();
            let is_it = |row: &&Row| row.0 == method && row.1.replace("{*", "{") == *path;
            let row = TABLE.iter().find(is_it);
            let row = row.unwrap_or_else(|| panic!("{method} {path}"));
            let needs_key = methods[&method.to_lowercase()]["security"] != Value::Null;
            let takes_key = matches!(row.2, Machine(_) | InspectorOr(_));
            assert_eq!(needs_key, takes_key, "{method} {path}");
        }
    }
}

const HOUSES: [(&str, Kind); 5] = [
    ("acme", Kind::Brand),
    ("globex", Kind::Brand),
    ("carrier", Kind::Partner),
    ("customs", Kind::Authority),
    ("operator", Kind::Operator),
];

async fn site() -> Site {
    let site = Site::new().await;
    site.admit("carrier", Kind::Partner).await;
    site.admit("customs", Kind::Authority).await;
    site
}

fn filled(path: &str) -> String {
    path.replace("{gtin}", PILLS)
        .replace("{*rest}", PILLS)
        .replace("/v1/granted/{*thing}", &format!("/v1/granted/01/{PILLS}"))
        .replace("{token}", &"0".repeat(64))
        .replace("{value}", "x")
        .replace("{name}", "x")
        .replace("{digest}", &"0".repeat(64))
        .replace("{sha256}", &"0".repeat(64))
        .replace("{device}", &"0".repeat(64))
        .replace("{inspection}", "none")
        .replace("{consignment}", "0")
        .replace("{id}", "0")
}

async fn bare(site: &Site, row: &Row, headers: &[(&str, &str)]) -> Reply {
    let method: Method = row.0.parse().unwrap();
    site.send(request(method, &filled(row.1), headers, Body::empty()))
        .await
}

/// What the refusal is about, where it is one.
fn kind(reply: &Reply) -> String {
    let problem: Option<Value> = serde_json::from_slice(&reply.bytes).ok();
    let kind = problem.and_then(|problem| problem["type"].as_str().map(str::to_owned));
    kind.unwrap_or_default()
}

#[tokio::test]
async fn whoever_is_not_signed_in() {
    let site = site().await;
    for row in TABLE {
        let (method, path, who, fields) = row;
        match who {
            Staff | Holder(..) if *method == "GET" => {
                let reply = bare(&site, row, &[]).await;
                assert_eq!(reply.status, 303, "{path}");
                let door = reply.header("location");
                assert!(door.starts_with("/desk/sign-in"), "{path}: {door}");
                assert_eq!(
                    door.contains("?next=%2Fdesk%2F"),
                    *path != "/desk",
                    "{path}"
                );
            }
            Staff | Holder(..) => {
                let reply = submit(&site, &filled(path), None, fields).await;
                assert_eq!(kind(reply.is(401)), "/problems/sign-in", "{path}");
            }
            Inspector | InspectorOr(_) => {
                let reply = bare(&site, row, &[]).await;
                assert_eq!(kind(reply.is(401)), "/problems/sign-in", "{path}");
            }
            Machine(_) => {
                let reply = bare(&site, row, &[]).await;
                assert_eq!(kind(reply.is(401)), "/problems/unauthorized", "{path}");
                assert_eq!(reply.headers[header::WWW_AUTHENTICATE], "Bearer");
            }
            Anybody => {
                let reply = bare(&site, row, &[]).await;
                assert_ne!(reply.status, 401, "{method} {path}");
            }
        }
    }
}

#[tokio::test]
async fn every_role_at_every_endpoint() {
    let site = site().await;
    for (house, house_kind) in HOUSES {
        for role in Role::ALL {
            // A role that its organisation doesn't give counts for nothing.
            let is_given = Role::of(house_kind).contains(&role);
            let first = site.person(house, role).await;
            for row in TABLE {
                // Some acts end the session.
                let person = site.sign_in(&first.id).await;
                let at = format!("{role:?} of {house} at {} {}", row.0, row.1);
                check(&site, row, &person, house_kind, role, is_given, &at).await;
            }
        }
    }
}

async fn check(
    site: &Site,
    row: &Row,
    person: &Person,
    house: Kind,
    role: Role,
    is_given: bool,
    at: &str,
) {
    let (method, path, who, fields) = row;
    let cookie = person.cookie();
    match who {
        Anybody => {
            let without = bare(site, row, &[]).await;
            let with = bare(site, row, &[("cookie", &cookie)]).await;
            assert_eq!(without.status, with.status, "{at}");
        }
        // What a person may do, no machine's door asks for.
        Machine(_) => {
            bare(site, row, &[("cookie", &cookie)]).await.is(401);
        }
        Inspector | InspectorOr(_) => {
            let reply = bare(site, row, &[("cookie", &cookie)]).await;
            let may =
                is_given && WITH_MACHINES.contains(&house) && role.allows(Permission::Inspections);
            match may {
                // Nothing was sent.
                true => assert!(
                    matches!(reply.status.as_u16(), 200 | 404 | 415 | 422),
                    "{at}: {} {}",
                    reply.status,
                    reply.text()
                ),
                false => assert_eq!(kind(reply.is(403)), "/problems/role", "{at}"),
            }
        }
        Staff | Holder(..) => {
            let reply = match *method {
                "GET" => person.open(site, &filled(path)).await,
                _ => person.submit(site, &filled(path), fields).await,
            };
            let may = match who {
                Holder(permission, kinds) => {
                    is_given && kinds.contains(&house) && role.allows(*permission)
                }
                _ => true,
            };
            if may {
                let is_fine = matches!(reply.status.as_u16(), 200 | 303 | 404 | 422);
                assert!(is_fine, "{at}: {} {}", reply.status, reply.text());
                assert_ne!(reply.header("location"), "/desk/sign-in?", "{at}");
            } else {
                assert_eq!(reply.status, 403, "{at}: {}", reply.text());
                assert_eq!(kind(&reply), "/problems/role", "{at}");
            }
        }
    }
}

#[tokio::test]
async fn no_form_of_the_desk_counts_without_its_token() {
    let site = site().await;
    let first = site.person("acme", Role::BrandManager).await;
    for (method, path, who, fields) in TABLE {
        if *method == "POST" && matches!(who, Staff | Holder(..)) {
            let person = site.sign_in(&first.id).await;
            let other = site.sign_in(&first.id).await;
            let cookie = person.cookie();
            let forged = [&[("csrf", "")], *fields].concat();
            let reply = submit(&site, &filled(path), Some(&cookie), &forged).await;
            assert_eq!(kind(reply.is(403)), "/problems/form-expired", "{path}");
            // Another session's token is another's.
            let page = other.open(&site, "/desk").await;
            let (token, fields) = (page.field("csrf"), *fields);
            let forged = [&[("csrf", token.as_str())], fields].concat();
            let reply = submit(&site, &filled(path), Some(&cookie), &forged).await;
            reply.is(403);
        }
    }
}

#[tokio::test]
async fn every_key_at_every_endpoint() {
    let site = site().await;
    for (house, house_kind) in HOUSES {
        if house_kind == Kind::Operator {
            continue;
        }
        for scope in Scope::ALL {
            // A scope that its organisation's kind doesn't have opens nothing.
            let is_held = Scope::of(house_kind).contains(&scope);
            let key = site.key_of(house, house_kind, &[scope]).await;
            let bearer = format!("Bearer {key}");
            for row in TABLE {
                let reply = bare(&site, row, &[("authorization", &bearer)]).await;
                let at = format!("{scope:?} of {house} at {} {}", row.0, row.1);
                match row.2 {
                    Machine(needed) | InspectorOr(needed) if needed == scope && is_held => {
                        assert!(!matches!(reply.status.as_u16(), 401 | 403), "{at}");
                    }
                    Machine(_) | InspectorOr(_) => {
                        assert_eq!(kind(reply.is(403)), "/problems/scope", "{at}");
                    }
                    Inspector => assert_eq!(reply.status, 401, "{at}"),
                    // A machine has no business at the desk.
                    Staff | Holder(..) => {
                        assert!(matches!(reply.status.as_u16(), 303 | 401 | 415), "{at}");
                    }
                    Anybody => assert_ne!(reply.status, 401, "{at}"),
                }
            }
        }
    }
}

#[tokio::test]
async fn a_suspended_organisation_s_keys_open_nothing() {
    let site = site().await;
    let key = site
        .key_of("customs", Kind::Authority, &[Scope::Granted])
        .await;
    let bearer = format!("Bearer {key}");
    let headers = [("authorization", bearer.as_str())];
    site.get("/v1/granted", &headers).await.is(200);
    let now = site.app.clock.now();
    let suspend = async |since| {
        let done = site.app.store.write(move |tx| tx.suspend("customs", since));
        assert!(done.await.unwrap());
    };
    suspend(Some(now)).await;
    site.get("/v1/granted", &headers).await.is(401);
    suspend(None).await;
    site.get("/v1/granted", &headers).await.is(200);
}
