//! A world as a server takes it: records to import, EPCIS documents, checks; and the truth apart.

use std::fmt::Write as _;

use serde_json::{Value, json};
use trace::{Instant, PlaceSource};

use crate::{Code, Kind, LANDS, Look, Shop, Told, Unit, What, World, world::days_after};

/// Events of one document.
const EVENTS_A_DOCUMENT: usize = 500;
/// Serials of one record.
const SERIALS_A_RECORD: usize = 2000;

/// What a world is written as.
#[derive(Clone, Debug)]
pub struct Written {
    /// For `touchstone import`: brands, places, products, batches, units; JSON Lines.
    pub records: String,
    /// For `POST /epcis/capture`: the brand whose key captures it, and an EPCIS document.
    pub documents: Vec<(&'static str, String)>,
    /// For `POST /v1/verify`, in the order of their arrival; JSON Lines. Each has, beside the
    /// request, who sends it (`session`, `role`) and when it arrives (`received_at`).
    pub checks: String,
    /// What is so, a line each: units that are not plain, campaigns, diversions, runs of guesses.
    pub truth: String,
}

impl World {
    /// As a server takes it.
    #[must_use]
    pub fn written(&self) -> Written {
        Written {
            records: lines(self.records()),
            documents: self.documents(),
            checks: lines(self.looks.iter().map(|look| self.check(look))),
            truth: lines(self.truths()),
        }
    }

    /// AI 21.
    #[must_use]
    pub fn serial(&self, code: Code) -> String {
        match code {
            Code::Unit(unit) => format!("S{:03}{:05}", unit.lot, unit.index),
            Code::Invented { serial, .. } => format!("X{serial:015X}"),
        }
    }

    fn link(&self, code: Code) -> String {
        let product = match code {
            Code::Unit(unit) => self.lots[unit.lot].product,
            Code::Invented { product, .. } => product,
        };
        let gtin = &self.products[product].gtin;
        format!("https://id.gs1.org/01/{gtin}/21/{}", self.serial(code))
    }

    fn records(&self) -> Vec<Value> {
        let mut records = Vec::new();
        let mut brands: Vec<&'static str> = Vec::new();
        for product in &self.products {
            if !brands.contains(&product.brand) {
                brands.push(product.brand);
                records.push(json!({
                    "type": "brand", "id": product.brand, "name": product.brand,
                    "prefixes": [&product.gtin.as_str()[1..7]],
                }));
            }
        }
        records.extend(places());
        for product in &self.products {
            records.push(json!({
                "type": "product", "brand": product.brand, "gtin": product.gtin.as_str(),
                "name": {"en": format!("Checked by {:.0} %", 100.0 * product.check_rate)},
                "sector": "electronics", "serials": "declared",
            }));
        }
        for (index, lot) in self.lots.iter().enumerate() {
            let gtin = self.products[lot.product].gtin.as_str();
            let expiry = days_after(lot.shipped_at, lot.keeps_days as f64).date();
            records.push(json!({
                "type": "batch", "gtin": gtin, "batch": lot.number,
                "produced": lot.shipped_at.date().to_string(), "expiry": expiry.to_string(),
                "markets": lot.countries().iter().map(|one| one.as_str()).collect::<Vec<_>>(),
            }));
            let units: Vec<u32> = (0..lot.size).collect();
            for units in units.chunks(SERIALS_A_RECORD) {
                let serials = units.iter().map(|unit| {
                    self.serial(Code::Unit(Unit {
                        lot: index,
                        index: *unit,
                    }))
                });
                records.push(json!({
                    "type": "units", "gtin": gtin, "batch": lot.number,
                    "serials": serials.collect::<Vec<_>>(),
                }));
            }
        }
        records
    }

    fn documents(&self) -> Vec<(&'static str, String)> {
        let mut documents = Vec::new();
        let brand_of = |told: &Told| {
            let unit = told.units.first()?;
            Some(self.products[self.lots[unit.lot].product].brand)
        };
        let mut brands: Vec<&'static str> = self.products.iter().map(|one| one.brand).collect();
        brands.dedup();
        brands.sort_unstable();
        brands.dedup();
        for brand in brands {
            let own = self
                .events
                .iter()
                .filter(|told| brand_of(told) == Some(brand));
            let events: Vec<Value> = own.map(|told| self.event(told)).collect();
            for events in events.chunks(EVENTS_A_DOCUMENT) {
                let document = json!({
                    "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                    "type": "EPCISDocument", "schemaVersion": "2.0",
                    "creationDate": rfc3339(crate::START),
                    "epcisBody": {"eventList": events},
                });
                documents.push((brand, document.to_string()));
            }
        }
        documents
    }

    fn event(&self, told: &Told) -> Value {
        let units = told.units.iter();
        let epcs: Vec<String> = units.map(|unit| self.link(Code::Unit(*unit))).collect();
        let (step, disposition) = match told.what {
            What::Sold => ("retail_selling", "retail_sold"),
            What::Returned => ("accepting", "returned"),
            What::Stolen => ("inspecting", "stolen"),
        };
        let mut event = json!({
            "type": "ObjectEvent", "action": "OBSERVE", "eventTime": rfc3339(told.at),
            "eventTimeZoneOffset": "+00:00", "epcList": epcs,
            "bizStep": step, "disposition": disposition,
        });
        if let Some(gln) = told.shop.and_then(gln) {
            let place = format!("https://id.gs1.org/414/{gln}");
            event["readPoint"] = json!({ "id": place });
            event["bizLocation"] = json!({ "id": place });
        }
        event
    }

    /// The country that an address would tell is sent as the market that a person states: a file
    /// of requests has no addresses.
    fn check(&self, look: &Look) -> Value {
        let mut check = json!({
            "received_at": rfc3339(look.received_at),
            "session": format!("{:016x}", look.session),
            "role": match look.role {
                trace::Role::Consumer => "consumer",
                trace::Role::Inspector => "inspector",
                trace::Role::Trade => "trade",
            },
            "request": {"code": self.link(look.code)},
        });
        let request = &mut check["request"];
        if look.typed {
            request["typed"] = json!(true);
        }
        if let Some(at) = look.scanned_at {
            request["scanned_at"] = json!(rfc3339(at));
        }
        match &look.place {
            Some(place) if place.source == PlaceSource::Device => {
                if let Some(point) = place.point {
                    request["place"] = json!({
                        "lat": point.lat, "lon": point.lon, "accuracy_m": place.accuracy_m,
                    });
                }
                request["market"] = json!(place.country.map(|country| country.to_string()));
            }
            Some(place) => {
                request["market"] = json!(place.country.map(|country| country.to_string()));
            }
            None => {}
        }
        check
    }

    fn truths(&self) -> Vec<Value> {
        let mut truths: Vec<Value> = Vec::new();
        for (unit, kind) in &self.truth.kinds {
            let kind = match kind {
                Kind::Demo => json!("demo"),
                Kind::Published => json!("published"),
                Kind::Crawled => json!("crawled"),
                Kind::Cloned(campaign) => json!({ "cloned": campaign }),
                Kind::Diverted => json!("diverted"),
                Kind::Stolen => json!("stolen"),
            };
            let code = self.link(Code::Unit(*unit));
            truths.push(json!({"type": "unit", "code": code, "kind": kind}));
        }
        let campaigns = self.truth.campaigns.iter().enumerate();
        truths.extend(campaigns.map(|(number, campaign)| {
            json!({
                "type": "campaign", "number": number,
                "code": self.link(Code::Unit(campaign.source)), "copies": campaign.copies,
                "expected_checks": campaign.expected_checks, "countries": campaign.lands,
            })
        }));
        truths.extend(self.truth.diversions.iter().map(|diversion| {
            let lot = &self.lots[diversion.lot];
            json!({
                "type": "diversion", "gtin": self.products[lot.product].gtin.as_str(),
                "batch": lot.number, "pallets": diversion.pallets,
                "to": LANDS.get(diversion.land).map(|land| land.code),
            })
        }));
        truths.extend(self.truth.guessings.iter().map(|guessing| {
            json!({
                "type": "guesses", "gtin": self.products[guessing.product].gtin.as_str(),
                "at": rfc3339(guessing.at), "serials": guessing.serials,
            })
        }));
        truths
    }
}

fn lines(values: impl IntoIterator<Item = Value>) -> String {
    let mut text = String::new();
    for value in values {
        // Writing to a string can't fail.
        let _ = writeln!(text, "{value}");
    }
    text
}

/// A shop in every town.
fn places() -> Vec<Value> {
    let mut places = Vec::new();
    for (index, land) in LANDS.iter().enumerate() {
        for (town, (name, lat, lon)) in land.towns.iter().enumerate() {
            let shop = Shop { land: index, town };
            places.push(json!({
                "type": "place", "id": gln(shop), "name": format!("Shop in {name}"),
                "kind": "shop", "town": name, "country": land.code, "lat": lat, "lon": lon,
                "holder": "Corner Shops",
            }));
        }
    }
    places
}

/// The shop's Global Location Number, under a prefix of no brand's.
fn gln(shop: Shop) -> Option<String> {
    let body = format!("95069{:03}{:04}", shop.land, shop.town);
    let gtin = gs1::Gtin::complete(&body).ok()?;
    gtin.shortened(13).map(str::to_owned)
}

fn rfc3339(at: Instant) -> String {
    let ms = at.0.rem_euclid(crate::DAY_MS);
    let (seconds, ms) = (ms / 1000, ms % 1000);
    format!(
        "{}T{:02}:{:02}:{:02}.{ms:03}Z",
        at.date(),
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}
