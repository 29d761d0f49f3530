//! The answer as the page shows it: [`Known`] + verdict → `wire::answer::Answer`.

mod common;

use gs1::Date;
use trace::{Country, Hidden, Instant, Point, UnitState, Verdict};
use wire::{
    answer::{
        Answer, Batch, Deposit, HiddenCode, Look, Part, Printed, Product, Recall, Registration,
        Safety, Stop, Unit,
    },
    convert::rfc3339,
    import::Text,
};

use self::common::Parts;
use crate::{
    code::Code,
    known::Known,
    place,
    shelf::{Ingredient, Trail},
    store::{self, Db},
    taker,
};

pub use self::common::Common;

/// For whom an answer is written.
#[derive(Clone, Debug)]
pub struct Reader {
    /// BCP 47.
    pub language: String,
    /// Where they are, for distances; never stored.
    pub near: Option<Point>,
    /// The country of that, as far as it is known: advice and deposits differ.
    pub country: Option<Country>,
}

/// Puts the answer together; `takers` are the places that take the product's materials, where the
/// reader is near any.
#[must_use]
pub fn answer(
    code: &Code,
    known: &Known,
    verdict: &Verdict,
    checks: u32,
    takers: Vec<store::Place>,
    reader: &Reader,
    now: Instant,
) -> Box<Answer> {
    let parts = Parts::of(known, takers, reader, now);
    Box::new(Answer {
        judged_at: rfc3339(now),
        language: reader.language.clone(),
        code: code.wire(),
        verdict: verdict.into(),
        brand: parts.brand,
        product: parts.product,
        batch: parts.batch,
        unit: known.unit.as_ref().map(|(serial, _)| Unit {
            // As the code has it: what is packed would have to be divided out again.
            serial: code.serial().map_or_else(|| serial.text(), str::to_owned),
            state: known.life.state.name().to_owned(),
            checks,
        }),
        recalls: recalls(known, reader),
        journey: stops(&known.trail, reader),
        registration: registration(known),
        hidden: hidden(known),
        links: Vec::new(),
        follow: None,
        feedback: None,
        suggestions: None,
        own: None,
    })
}

/// The text in the reader's language, or else in English, or else in the first there is.
#[must_use]
pub fn text(text: &Text, language: &str) -> Option<String> {
    let primary = language.split('-').next().unwrap_or(language);
    text.get(language)
        .or_else(|| text.get(primary))
        .or_else(|| text.get("en"))
        .or_else(|| text.values().next())
        .cloned()
}

/// What of a product there is to compare with its picture, in the order of the record.
#[must_use]
pub fn looks(record: &wire::import::Product, language: &str) -> Vec<Look> {
    let looks = record.compare.iter().filter_map(|compare| {
        let part = compare.part();
        Some(Look {
            part: part.and_then(|part| text(&part.part, language)),
            look: text(compare.look(), language)?,
            at: part.and_then(|part| part.at),
        })
    });
    looks.collect()
}

/// What the brand says to do while the product is in trouble.
#[must_use]
pub fn safety(record: &wire::import::Product, language: &str) -> Option<Safety> {
    let safety = record.safety.as_ref().filter(|_| record.safety_critical)?;
    Some(Safety {
        meanwhile: text(&safety.meanwhile, language),
        ask: text(&safety.ask, language),
        contact: safety.contact.clone(),
    })
}

/// Where batch, date and serial stand; `None` where the brand doesn't show it.
#[must_use]
pub fn printed(product: &store::Product, language: &str) -> Option<Printed> {
    let record = product.record.printed.as_ref()?;
    let picture = product.printed.as_ref().or(product.picture.as_ref());
    Some(Printed {
        picture: picture.map(|digest| picture_path(digest)),
        batch: record.batch,
        date: record.date,
        serial: record.serial,
        hint: text(&record.hint, language),
    })
}

/// The path of a picture on this server.
#[must_use]
pub fn picture_path(digest: &str) -> String {
    format!("/pictures/{digest}")
}

/// A product; `takers` are the places that take its materials.
#[must_use]
pub fn product(
    product: &store::Product,
    batch: Option<&wire::import::Batch>,
    takers: Vec<store::Place>,
    reader: &Reader,
) -> Product {
    let record = &product.record;
    let say = |words: &Text| text(words, &reader.language);
    let country = reader.country.or_else(|| only_market(batch));
    let parts: Vec<Part> = record
        .parts
        .iter()
        .filter(|part| is_in_pack(part, batch))
        .map(|part| Part {
            name: say(&part.name).unwrap_or_default(),
            material: part.material.clone(),
            grams: part.grams,
            recycled_percent: part.recycled_percent,
            reusable: part.reusable,
            advice: say(advice_in(part, country)).unwrap_or_default(),
            deposits: deposits(part, country),
        })
        .collect();
    let materials: Vec<&str> = parts.iter().map(|part| &*part.material).collect();
    let accepts = |place: &store::Place| {
        let accepted = &place.record.accepts;
        parts.iter().any(|part| accepted.contains(&part.material))
    };
    let places = match reader.near {
        Some(near) => {
            let takers = takers.into_iter().filter(accepts).collect();
            taker::nearest(takers, &materials, near)
        }
        None => Vec::new(),
    };
    Product {
        gtin: product.current_gtin().to_string(),
        name: say(&record.name).unwrap_or_default(),
        sector: record.sector.clone(),
        description: say(&record.description),
        usage: say(&record.usage),
        picture: product.picture.as_deref().map(picture_path),
        compare: record
            .compare
            .iter()
            .filter_map(|compare| say(compare.look()))
            .collect(),
        allergens: say(&record.allergens),
        looks: looks(record, &reader.language),
        printed: printed(product, &reader.language),
        safety_critical: record.safety_critical,
        safety: safety(record, &reader.language),
        serialized: record.serials != wire::import::Serials::NotNumbered,
        parts,
        places,
    }
}

/// Whether the packs of a batch have a part, by the markets that both are for.
fn is_in_pack(part: &wire::import::Part, batch: Option<&wire::import::Batch>) -> bool {
    let markets = batch.map_or(&[][..], |batch| &batch.markets);
    part.markets.is_empty()
        || markets.is_empty()
        || part.markets.iter().any(|market| markets.contains(market))
}

/// The country that a batch was made for, where that is one alone.
fn only_market(batch: Option<&wire::import::Batch>) -> Option<Country> {
    match &batch?.markets[..] {
        [only] => Country::new(only),
        _ => None,
    }
}

/// What to do with a part in a country.
fn advice_in(part: &wire::import::Part, country: Option<Country>) -> &Text {
    let local = part.local.iter().find(|local| is_in(local, country));
    let advice = local.map(|local| &local.advice);
    advice
        .filter(|advice| !advice.is_empty())
        .unwrap_or(&part.advice)
}

/// What one gets back for a part: in a country, or wherever one does where that is not known.
fn deposits(part: &wire::import::Part, country: Option<Country>) -> Vec<Deposit> {
    let local = part.local.iter();
    let local = local.filter(|local| country.is_none() || is_in(local, country));
    let deposits = local.filter_map(|local| {
        let deposit = local.deposit.as_ref()?;
        Some(Deposit {
            country: local.country.clone(),
            amount: deposit.amount,
            currency: deposit.currency.clone(),
            scheme: deposit.scheme.clone(),
        })
    });
    deposits.collect()
}

fn is_in(local: &wire::import::LocalPart, country: Option<Country>) -> bool {
    country.is_some() && Country::new(&local.country) == country
}

/// Places around a point that take any of a product's materials.
pub fn takers(
    db: &Db<'_>,
    record: &wire::import::Product,
    near: Point,
) -> store::Result<Vec<store::Place>> {
    let materials: Vec<&str> = record.parts.iter().map(|part| &*part.material).collect();
    taker::around(db, &materials, near)
}

fn batch(record: &wire::import::Batch, known: &Known, reader: &Reader, now: Instant) -> Batch {
    let say = |words: &Text| text(words, &reader.language);
    let date = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<Date>().ok());
    let end = date(&record.expiry).or_else(|| date(&record.best_before));
    let of_product = known.product.as_ref().map(|product| &product.record);
    Batch {
        number: record.batch.clone(),
        produced: record.produced.clone(),
        expiry: record.expiry.clone(),
        best_before: record.best_before.clone(),
        origin: say(&record.origin),
        advice: say(&record.advice),
        allergens: say(&record.allergens).or_else(|| say(&of_product?.allergens)),
        safety: say(&record.safety),
        serving: say(&record.serving),
        storage: say(&record.storage),
        dose: say(&record.dose),
        care: say(&record.care),
        days_left: end.map(|end| i64::from(end.days() - now.date().days())),
        markets: record.markets.clone(),
    }
}

fn recalls(known: &Known, reader: &Reader) -> Vec<Recall> {
    if known.recalls.is_empty() {
        return Vec::new();
    }
    let own_picture = known
        .product
        .as_ref()
        .and_then(|product| product.picture.clone());
    let recalls = known.recalls.iter().map(|covering| {
        let record = &covering.recall;
        let say = |words: &Text| text(words, &reader.language);
        Recall {
            id: record.id.clone(),
            on: record.on.clone(),
            hazard: say(&record.hazard).unwrap_or_default(),
            instruction: say(&record.instruction).unwrap_or_default(),
            remedies: record.remedies.clone(),
            contact: record.contact.clone(),
            return_places: place::giving(&known.return_places, &record.remedies, reader.near),
            certainty: covering.certainty.id().to_owned(),
            number: record.number.as_ref().unwrap_or(&record.id).clone(),
            picture: own_picture.as_deref().map(picture_path),
            identification: say(&record.identification),
            sold: say(&record.sold),
            batches: record.batches.clone(),
            serials: serials(record),
            produced: record.produced.clone(),
            expires: record.expires.clone(),
            notice: record.notice.clone(),
        }
    });
    recalls.collect()
}

fn serials(recall: &wire::import::Recall) -> Vec<String> {
    let ranges = recall.serial_ranges.iter();
    let ranges = ranges.map(|range| format!("{} – {}", range.from, range.to));
    recall.serials.iter().cloned().chain(ranges).collect()
}

fn stops(trail: &Trail, reader: &Reader) -> Vec<Stop> {
    let stations = trail.journey.stations.iter().enumerate();
    let stops = stations.map(|(index, station)| {
        let place = station.location.as_deref().and_then(|id| trail.place(id));
        let gap = trail.journey.gaps.iter().find(|gap| gap.after == index);
        Stop {
            at: rfc3339(station.time),
            step: station.step.clone(),
            disposition: station.disposition.clone(),
            place: place.map(|place| place::name_of(&place.record)),
            country: place.map(|place| place.record.country.clone()),
            picture: place
                .and_then(|place| place.picture.as_deref())
                .map(picture_path),
            holder: place.and_then(|place| place.record.holder.clone()),
            about: trail
                .ingredient(&station.subject)
                .filter(|_| station.depth > 0)
                .map(|ingredient| called(ingredient, reader)),
            depth: station.depth,
            gap_days: gap.map(|gap| gap.days),
        }
    });
    stops.collect()
}

/// An ingredient by its name and batch.
fn called(ingredient: &Ingredient, reader: &Reader) -> String {
    let name = text(&ingredient.name, &reader.language).unwrap_or_default();
    match &ingredient.batch {
        Some(batch) => format!("{name} ({batch})"),
        None => name,
    }
}

/// `None` for a unit that has none.
fn hidden(known: &Known) -> Option<HiddenCode> {
    known.hidden_counter()?;
    let (state, at) = match known.hidden() {
        Hidden::Sealed => ("sealed", None),
        Hidden::ByReader(at) => ("yours", Some(at)),
        Hidden::ByAnother(at) => ("revealed", Some(at)),
        Hidden::Again { first, .. } => ("revealed-again", Some(first)),
    };
    Some(HiddenCode {
        state: state.to_owned(),
        first_at: at.map(rfc3339),
    })
}

fn registration(known: &Known) -> Registration {
    let record = known.product.as_ref().map(|product| &product.record);
    let brand = known.brand.as_deref();
    let sold_only = brand.is_some_and(|brand| brand.registers_sold_only);
    let is_open = known.unit.is_some()
        && known.is_registrable()
        && match known.life.state {
            UnitState::Sold => true,
            UnitState::Active => !sold_only,
            _ => false,
        };
    Registration {
        open: is_open,
        taken: known.registered.is_some() && !is_open,
        points: record.map_or(0, |record| record.registration_points),
        warranty_months: record.and_then(|record| record.warranty_months),
        is_sold: known.life.state == UnitState::Sold,
        is_held: known.registered.is_some(),
    }
}
