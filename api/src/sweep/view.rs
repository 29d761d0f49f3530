//! What only an inspector sees of a pack: as deep as its brand lets them.

use gs1::Date;
use trace::{Country, Station};
use wire::{
    convert::rfc3339,
    inspect::{Age, InspectorView, LastPlace},
};

use super::parents;
use crate::{
    code::{Code, unit_epc},
    depth::Depth,
    granted,
    known::Known,
    organisation::{Kind, Organisation},
    place,
    store::{self, Db},
    verify::Verified,
};

/// How deep somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It is their own brand's.
    Own,
    /// As deep as was granted.
    Granted(Depth),
}

impl Sight {
    fn id(self) -> &'static str {
        match self {
            Sight::Own => "own",
            Sight::Granted(depth) => depth.id(),
        }
    }

    fn reaches(self, needed: Depth) -> bool {
        match self {
            Sight::Own => true,
            Sight::Granted(depth) => depth >= needed,
        }
    }
}

/// How deep an organisation's inspectors see into a code's product; `None` for not at all.
pub fn depth(
    db: &Db<'_>,
    organisation: &Organisation,
    code: &Code,
    known: &Known,
) -> store::Result<Option<Sight>> {
    let Some(brand) = &known.brand else {
        return Ok(None);
    };
    Ok(match organisation.kind {
        Kind::Brand => (brand.id == organisation.id).then_some(Sight::Own),
        Kind::Authority | Kind::Partner => {
            granted::depth(db, &organisation.id, code)?.map(Sight::Granted)
        }
        Kind::Operator => None,
    })
}

/// What they see.
pub fn view(
    db: &Db<'_>,
    sight: Sight,
    code: &Code,
    verified: &Verified,
    market: Option<Country>,
    today: Date,
) -> store::Result<InspectorView> {
    let known = &verified.known;
    let batch = known.batch.as_deref();
    let markets = batch.map(|batch| batch.markets.clone()).unwrap_or_default();
    let is_in_market = market
        .filter(|_| !markets.is_empty())
        .map(|market| markets.iter().any(|meant| meant == market.as_str()));
    let has_unit = known.unit.is_some();
    let mut view = InspectorView {
        depth: sight.id().to_owned(),
        markets,
        is_in_market,
        state: has_unit.then(|| known.life.state.name().to_owned()),
        since: known.life.since.filter(|_| has_unit).map(rfc3339),
        stage: has_unit.then(|| known.stage.name().to_owned()),
        produced: batch.and_then(|batch| batch.produced.clone()),
        ..InspectorView::default()
    };
    if sight.reaches(Depth::Journey) {
        let last = known.trail.journey.last_legitimate();
        view.last = last.map(|station| last_place(known, station));
        view.age = age(known, view.produced.as_deref(), today);
        if let (Some(brand), Some(gtin), Some((serial, _))) =
            (&known.brand, code.gtin(), &known.unit)
        {
            let unit = unit_epc(*gtin, &serial.text());
            view.parents = parents::parents(db, &brand.id, &unit)?;
        }
    }
    if sight.reaches(Depth::Evidence)
        && let (Some(brand), Some(product)) = (&known.brand, &known.product)
    {
        let subject = crate::code::epc(product.gtin, None, code.serial()).0;
        view.evidence = Some(granted::evidence(db, &brand.id, &subject, known)?);
        view.professional_checks = Some(verified.checks.professional);
    }
    Ok(view)
}

fn last_place(known: &Known, station: &Station) -> LastPlace {
    let location = station.location.clone().unwrap_or_default();
    let place = known.trail.place(&location).map(|place| &place.record);
    LastPlace {
        place: place.map_or(location, place::name_of),
        country: place.map(|place| place.country.clone()),
        holder: place.and_then(|place| place.holder.clone()),
        step: station.step.clone(),
        at: rfc3339(station.time),
    }
}

/// From the last time that it, or what it was in, came to somebody; or else left somebody; or else from
/// the day on which it was made.
fn age(known: &Known, produced: Option<&str>, today: Date) -> Option<Age> {
    let stations = || {
        let stations = known.trail.journey.stations.iter().rev();
        stations.filter(|station| station.depth == 0)
    };
    let last = |steps: &[&str]| {
        let mut stations = stations();
        let found = stations.find(|station| steps.contains(&station.step.as_str()))?;
        Some(found.time.date())
    };
    let received = last(&["receiving", "arriving", "accepting", "stocking"]);
    let shipped = || last(&["shipping", "departing"]);
    let (from, on) = match received {
        Some(on) => ("received", on),
        None => match shipped() {
            Some(on) => ("shipped", on),
            None => ("produced", produced?.parse().ok()?),
        },
    };
    Some(Age {
        from: from.to_owned(),
        on: on.to_string(),
        days: i64::from(today.days()) - i64::from(on.days()),
    })
}
