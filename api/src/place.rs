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

/// Asks the places around the point.
///
/// The country is that of the nearest known place within 60 km, unless a known place of another
/// country lies within twice that place's distance plus 25 km: near a border, nothing is said.
/// A wrong country would be a false sign of diversion; none is only a sign less.
pub fn whereabouts(db: &Db<'_>, point: Point) -> Result<Whereabouts> {
    // A degree of latitude is 111 km; of longitude, that times the cosine of the latitude.
    let lat = 2.0 * COUNTRY_KM / 111.0 + 1.0;
    let lon = (lat / point.lat.to_radians().cos().max(0.05)).min(180.0);
    let mut near: Vec<(f64, Country, String)> = db
        .places_within(point, lat, lon)?
        .into_iter()
        .filter_map(|place| {
            let at = Point::new(place.record.lat, place.record.lon)?;
            let country = Country::new(&place.record.country)?;
            Some((point.distance_km(at), country, place.record.town))
        })
        .collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0));
    let Some((nearest, country, town)) = near.first() else {
        return Ok(Whereabouts::default());
    };
    let is_near_border = near
        .iter()
        .any(|(km, other, _)| other != country && *km < 2.0 * nearest + 25.0);
    Ok(Whereabouts {
        country: (*nearest <= COUNTRY_KM && !is_near_border).then_some(*country),
        town: (*nearest <= TOWN_KM).then(|| town.clone()),
    })
}

/// As one writes it: name and town.
#[must_use]
pub fn name_of(place: &wire::import::Place) -> String {
    if place.name.contains(&place.town) {
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
        .map(|(km, place)| {
            let record = place.record;
            let address = match &record.street {
                Some(street) => format!("{street}, {}", record.town),
                None => record.town.clone(),
            };
            wire::place::RecyclingPlace {
                id: record.id,
                name: record.name,
                address,
                country: record.country,
                point: [record.lat, record.lon],
                km: km.map(|km| (km * 10.0).round() / 10.0),
                hours: record.hours,
                accepts: record.accepts,
            }
        })
        .collect()
}
