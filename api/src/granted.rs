//! What an authority sees of a thing of which a brand lets it: code → [`Look`], as deep as granted; and as
//! whom a partner tells of it.

use trace::{CheckState, PackState, PlaceSource};
use wire::{
    convert::rfc3339,
    granted::{Evidence, Look, Product, Sighting, Signal, Unit},
};

use crate::{
    code::{self, Code},
    depth::Depth,
    issue_key::IssueKeyFile,
    key::Teller,
    known::{self, Known},
    organisation::{Kind, Organisation},
    store::{self, Db, SignalRow},
};

/// Warnings of one look, at the most.
const SIGNALS: i64 = 100;

/// How deep an authority may look into a code's product; `None` where that was not granted, and
/// where there is no such product. Whoever may look into a product may look into its packs with an
/// older number.
pub fn depth(db: &Db<'_>, authority: &str, code: &Code) -> store::Result<Option<Depth>> {
    let Some(gtin) = code.gtin() else {
        return Ok(None);
    };
    let Some(product) = db.product(gtin)? else {
        return Ok(None);
    };
    let brand = &product.record.brand;
    let own = db.granted_depth(authority, brand, gtin.as_str())?;
    let current = match db.current_product(&product)? {
        Some(current) => db.granted_depth(authority, brand, current.gtin.as_str())?,
        None => None,
    };
    Ok(own.max(current))
}

/// As whom an organisation tells what it does with packs of a product: a brand of its own, a partner where
/// the brand lets it; `None` for everybody else. As with looking, who may tell of a product may tell of its
/// packs with an older number.
pub fn teller(
    db: &Db<'_>,
    organisation: &Organisation,
    product: &store::Product,
) -> store::Result<Option<Teller>> {
    let brand = &product.record.brand;
    if organisation.kind != Kind::Partner {
        let is_own = organisation.brand() == Some(brand.as_str());
        return Ok(is_own.then(|| Teller::brand(brand.clone())));
    }
    let partner = &organisation.id;
    let is_let = db.grant_tells(partner, brand, product.gtin.as_str())?
        || match db.current_product(product)? {
            Some(current) => db.grant_tells(partner, brand, current.gtin.as_str())?,
            None => false,
        };
    Ok(is_let.then(|| Teller {
        brand: brand.clone(),
        partner: Some(partner.clone()),
    }))
}

/// What an authority sees of a product, a batch or a pack; `None` where it was not granted.
pub fn look(
    db: &Db<'_>,
    issue_key: &IssueKeyFile,
    authority: &str,
    code: &Code,
) -> store::Result<Option<(Look, Known)>> {
    let Some(depth) = depth(db, authority, code)? else {
        return Ok(None);
    };
    let known = known::look_up(db, issue_key, code)?;
    let (Some(product), Some(brand)) = (&known.product, &known.brand) else {
        return Ok(None);
    };
    let subject = code::epc(product.gtin, batch_asked(code), code.serial()).0;
    let evidence = match depth {
        Depth::Evidence => Some(evidence(db, &brand.id, &subject, &known)?),
        Depth::Record | Depth::Journey => None,
    };
    let look = Look {
        path: format!("/{subject}"),
        depth: depth.id().to_owned(),
        brand: brand.id.clone(),
        product: Product {
            gtin: product.gtin.to_string(),
            name: product.record.name.clone(),
            sector: product.record.sector.clone(),
            safety_critical: product.record.safety_critical,
        },
        batch: known.batch.as_deref().cloned(),
        unit: unit(&known),
        recalls: known
            .recalls
            .iter()
            .map(|covering| (*covering.recall).clone())
            .collect(),
        evidence,
    };
    Ok(Some((look, known)))
}

/// A pack is named by its serial alone, whatever batch its code says.
fn batch_asked(code: &Code) -> Option<&str> {
    code.batch().filter(|_| code.serial().is_none())
}

fn unit(known: &Known) -> Option<Unit> {
    let (serial, unit) = known.unit.as_ref()?;
    Some(Unit {
        serial: serial.text(),
        batch: unit.batch.clone(),
        issued_on: unit.issued_on.clone(),
        stage: known.stage.name().to_owned(),
        state: PackState::of(known.life.state).name().to_owned(),
        since: known.life.since.map(rfc3339),
    })
}

/// What checks tell of a thing, and the warnings about it.
pub(crate) fn evidence(
    db: &Db<'_>,
    brand: &str,
    subject: &str,
    known: &Known,
) -> store::Result<Evidence> {
    let state = match known.unit_key() {
        Some(unit) => db.check_state(&unit)?,
        None => CheckState::default(),
    };
    let signals = db.signals_about(brand, subject, SIGNALS)?;
    Ok(Evidence {
        sessions: state.sessions,
        first: state.first.as_ref().map(sighting),
        recent: state.recent.iter().map(sighting).collect(),
        signals: signals.into_iter().map(signal).collect(),
    })
}

fn sighting(seen: &trace::Sighting) -> Sighting {
    let place = seen.place.as_ref();
    let point = place
        .filter(|place| place.source == PlaceSource::Device)
        .and_then(|place| place.point);
    Sighting {
        at: rfc3339(seen.at),
        country: place
            .and_then(|place| place.country)
            .map(|country| country.as_str().to_owned()),
        lat: point.map(|point| point.lat),
        lon: point.map(|point| point.lon),
    }
}

fn signal(row: SignalRow) -> Signal {
    Signal {
        subject: row.subject,
        signal: row.signal,
        first_at: rfc3339(row.first_at),
        last_at: rfc3339(row.last_at),
        dismissed_at: row.dismissed_at.map(rfc3339),
    }
}
