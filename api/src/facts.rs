//! What the verdict rule looks at: [`Known`] → `trace::Facts`.

use gs1::Date;
use trace::{
    BatchFacts, CodeFacts, Country, Facts, Input, Life, Place, PlaceSource, Point, ProductFacts,
    RecallFacts, Serials, Stage, Traded, UnitFacts,
};

use crate::{
    code::{Code, batch_epc},
    known::Known,
    place,
    recall::Certainty,
    store::Checked,
};

/// What the verdict rule looks at.
#[must_use]
pub fn facts(
    known: &Known,
    code: &Code,
    checked: Checked,
    place: Option<Place>,
    today: Date,
) -> Facts {
    let input = if code.typed {
        Input::Typed
    } else {
        Input::Scanned
    };
    let facts = Facts::unknown(input, code_facts(code, today));
    let (Some(product), Some(brand)) = (&known.product, &known.brand) else {
        return Facts { place, ..facts };
    };
    Facts {
        product: Some(ProductFacts {
            brand: brand.name.clone(),
            safety_critical: product.record.safety_critical,
            serials: serials(&product.record, known.batch.as_deref()),
            is_in_house: product.current_gtin().is_restricted(),
        }),
        batch: known.batch.as_deref().map(|batch| BatchFacts {
            astray: known.astray.clone(),
            dismissed: known.dismissed.clone(),
            ..batch_facts(batch)
        }),
        unit: known.unit.as_ref().map(|(_, unit)| UnitFacts {
            batch: Some(unit.batch.clone()),
            issued_on: date(unit.issued_on.as_ref()),
            life: Life {
                location: life_place(known),
                ..known.life.clone()
            },
            hidden: known.hidden(),
            theft: known.theft(),
            stage: known.stage,
            counts_from: known
                .batch
                .as_ref()
                .and_then(|batch| batch.counts_from)
                .map_or(Stage::Allocated, Stage::from),
        }),
        recalls: known
            .recalls
            .iter()
            .filter_map(|covering| {
                Some(RecallFacts {
                    on: covering.recall.on.parse().ok()?,
                    scope: covering.scope,
                    is_certain: covering.certainty == Certainty::Certain,
                })
            })
            .collect(),
        checks: checked.state,
        is_same_session: checked.is_same_session,
        signature: known.signature.clone(),
        leads_to: known.leads_to.clone(),
        place,
        journey: known.trail.named.clone(),
        trade: trade(known, code),
        holder: holder(known),
        ..facts
    }
}

/// The stops of this very unit, or of what contained it; what is told of its batch is not its own.
fn trade(known: &Known, code: &Code) -> Vec<Traded> {
    let batch = known.batch.as_ref().zip(code.gtin());
    let batch = batch.map(|(batch, gtin)| batch_epc(*gtin, &batch.batch));
    let stations = known.trail.journey.stations.iter();
    let own =
        stations.filter(|station| station.depth == 0 && Some(&station.subject) != batch.as_ref());
    own.map(|station| Traded {
        at: station.time,
        is_sale: station.is_sale(),
        location: station.location.clone(),
        place: station.location.as_deref().and_then(|location| {
            let place = &known.trail.place(location)?.record;
            Some(Place {
                // On record, which is as good as a device's.
                source: PlaceSource::Device,
                country: Country::new(&place.country),
                point: Point::new(place.lat, place.lon),
                accuracy_m: None,
                name: Some(place::name_of(place)),
            })
        }),
    })
    .collect()
}

/// Who had it where it was last seen on its way.
fn holder(known: &Known) -> Option<String> {
    let last = known.trail.named.last_legitimate()?;
    let mut stations = known.trail.journey.stations.iter();
    let station = stations.find(|station| station.event == last.event)?;
    let place = known.trail.place(station.location.as_deref()?)?;
    place.record.holder.clone()
}

fn code_facts(code: &Code, today: Date) -> CodeFacts {
    let Some(identity) = &code.identity else {
        return CodeFacts::default();
    };
    let date = |text: &Option<String>| {
        text.as_deref()
            .and_then(|text| Date::from_yymmdd(text, today))
    };
    CodeFacts {
        is_identity: true,
        batch: identity.batch.clone(),
        serial: identity.serial.clone(),
        expiry: date(&identity.expiry),
        best_before: date(&identity.best_before),
    }
}

/// A declaration "from a date on" says nothing about a batch that was made before that date.
fn serials(product: &wire::import::Product, batch: Option<&wire::import::Batch>) -> Serials {
    match product.serials {
        wire::import::Serials::NotNumbered => Serials::NotNumbered,
        wire::import::Serials::Partial => Serials::Partial,
        wire::import::Serials::Declared => {
            let since = date(product.serials_since.as_ref());
            let produced = date(batch.and_then(|batch| batch.produced.as_ref()));
            match (since, produced) {
                (Some(since), Some(produced)) if produced < since => Serials::Partial,
                _ => Serials::Declared(since),
            }
        }
    }
}

fn batch_facts(batch: &wire::import::Batch) -> BatchFacts {
    BatchFacts {
        number: batch.batch.clone(),
        expiry: date(batch.expiry.as_ref()),
        best_before: date(batch.best_before.as_ref()),
        markets: batch
            .markets
            .iter()
            .filter_map(|market| Country::new(market))
            .collect(),
        ..BatchFacts::default()
    }
}

/// Dates are checked when they are imported.
fn date(text: Option<&String>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

/// By the name of the place, where it is known here.
fn life_place(known: &Known) -> Option<String> {
    match &known.life_place {
        Some(found) if known.life.location.is_some() => Some(place::name_of(&found.record)),
        _ => known.life.location.clone(),
    }
}
