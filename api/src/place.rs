//! Where a point is, as far as the places known here tell: `Point` → country and town.

use trace::{Country, Point};

use crate::store::{Db, Place, Result};

/// A place within this distance names the country, in km.
const COUNTRY_KM: f64 = 60.0;
/// A place within this distance names the town, in km.
const TOWN_KM: f64 = 15.0;

/// What the places known here say about a point.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Whereabouts {
    /// The country, where that is beyond doubt.
    pub country: Option<Country>,
    /// The nearest known place's town.
    pub town: Option<String>,
}

/// How far around is looked for the nearest known place, one after the other, in km.
const AROUND_KM: [f64; 3] = [3.0, TOWN_KM, COUNTRY_KM];

/// Asks the places around the point.
///
/// The country is that of the nearest known place within 60 km, unless a known place of another
/// country lies within twice that place's distance plus 25 km: near a border, nothing is said.
/// A wrong country would be a false sign of diversion; none is only a sign less.
pub fn whereabouts(db: &Db<'_>, point: Point) -> Result<Whereabouts> {
    let Some((nearest, place)) = nearest_known(db, point)? else {
        return Ok(Whereabouts::default());
    };
    let country = Country::new(&place.record.country);
    let within = 2.0 * nearest + 25.0;
    let (lat, lon) = degrees(point, within);
    let abroad = db.places_abroad(&place.record.country, point, lat, lon)?;
    let is_near_border = abroad
        .iter()
        .any(|other| distance(point, other).is_some_and(|km| km < within));
    Ok(Whereabouts {
        country: country.filter(|_| !is_near_border),
        town: (nearest <= TOWN_KM && !place.record.town.is_empty()).then_some(place.record.town),
    })
}

/// The nearest known place within 60 km that says its country, with its distance in km.
fn nearest_known(db: &Db<'_>, point: Point) -> Result<Option<(f64, Place)>> {
    for around in AROUND_KM {
        let (lat, lon) = degrees(point, around);
        let places = db.places_within(point, lat, lon)?.into_iter();
        let near = places
            .filter(|place| Country::new(&place.record.country).is_some())
            .filter_map(|place| Some((distance(point, &place)?, place)))
            .filter(|(km, _)| *km <= around)
            .min_by(|one, other| one.0.total_cmp(&other.0));
        if near.is_some() {
            return Ok(near);
        }
    }
    Ok(None)
}

fn distance(point: Point, place: &Place) -> Option<f64> {
    let at = Point::new(place.record.lat, place.record.lon)?;
    Some(point.distance_km(at))
}

/// How many degrees of latitude and of longitude around a point hold all that is within a distance
/// in km.
#[must_use]
pub fn degrees(point: Point, km: f64) -> (f64, f64) {
    // A degree of latitude is 111.2 km; of longitude, that times the cosine of the latitude.
    let lat = km / 111.0;
    let furthest = (point.lat.abs() + lat).min(89.9);
    (lat, (lat / furthest.to_radians().cos()).min(360.0))
}

/// As one writes it: name and town.
#[must_use]
pub fn name_of(place: &wire::import::Place) -> String {
    if place.name.is_empty() {
        place.town.clone()
    } else if place.name.contains(&place.town) {
        place.name.clone()
    } else {
        format!("{}, {}", place.name, place.town)
    }
}

/// Places that take something back, nearest first where a point is given; at most ten.
#[must_use]
pub fn nearest(places: Vec<Place>, near: Option<Point>) -> Vec<wire::place::RecyclingPlace> {
    let mut places: Vec<(Option<f64>, Place)> = places
        .into_iter()
        .map(|place| {
            let at = Point::new(place.record.lat, place.record.lon);
            let km = near.zip(at).map(|(near, at)| near.distance_km(at));
            (km, place)
        })
        .collect();
    places.sort_by(|a, b| {
        let km = |km: Option<f64>| km.unwrap_or(f64::MAX);
        km(a.0)
            .total_cmp(&km(b.0))
            .then_with(|| a.1.record.id.cmp(&b.1.record.id))
    });
    places
        .into_iter()
        .take(10)
        .map(|(_, place)| shown(place, near))
        .collect()
}

/// Of places that take a product back those that give something that is offered for it, each with what
/// of that it gives; nearest first where a point is given, at most ten.
#[must_use]
pub fn giving(
    places: &[Place],
    offered: &[String],
    near: Option<Point>,
) -> Vec<wire::place::RecyclingPlace> {
    let gives = |place: &Place| {
        let said = &place.record.remedies;
        said.is_empty() || offered.is_empty() || said.iter().any(|one| offered.contains(one))
    };
    let places = places.iter().filter(|place| gives(place)).cloned();
    let mut shown = nearest(places.collect(), near);
    for place in &mut shown {
        place
            .remedies
            .retain(|remedy| offered.is_empty() || offered.contains(remedy));
    }
    shown
}

/// A place as people are shown it, with its way from a point.
#[must_use]
pub fn shown(place: Place, near: Option<Point>) -> wire::place::RecyclingPlace {
    let record = place.record;
    let way = near.zip(Point::new(record.lat, record.lon));
    let town = Some(record.town).filter(|town| !town.is_empty());
    let address: Vec<String> = record.street.into_iter().chain(town).collect();
    wire::place::RecyclingPlace {
        id: record.id,
        name: record.name,
        address: address.join(", "),
        country: record.country,
        point: [record.lat, record.lon],
        km: way.map(|(near, at)| (near.distance_km(at) * 10.0).round() / 10.0),
        bearing: way.map(|(near, at)| whole_degrees(near.bearing(at))),
        hours: record.hours,
        accepts: record.accepts,
        remedies: record.remedies,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 359 after the remainder"
)]
fn whole_degrees(bearing: f64) -> u16 {
    bearing.round().rem_euclid(360.0) as u16
}
