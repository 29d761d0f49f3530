//! Where something can be brought: materials and a point → the places around it that take them.

use trace::{Country, Point};
use wire::place::RecyclingPlace;

use crate::{
    place,
    store::{Db, Place, Result},
};

/// How far around is looked, one after the other, in km.
const AROUND_KM: [f64; 5] = [2.0, 10.0, 50.0, 250.0, 1000.0];
/// So many of a material are enough to look no further.
const ENOUGH: usize = 10;
/// So many are listed.
const LISTED: usize = 10;
/// So many are listed however far they are, and the others within [`NEAR_KM`].
const ALWAYS: usize = 3;
const NEAR_KM: f64 = 50.0;

/// Places that take any of the materials, each once: of each material the nearest are among them.
pub fn around(db: &Db<'_>, materials: &[&str], point: Point) -> Result<Vec<Place>> {
    let mut places: Vec<Place> = Vec::new();
    for material in materials {
        for place in of_material(db, material, point)? {
            let is_known = places
                .iter()
                .any(|known| known.record.id == place.record.id);
            if !is_known {
                places.push(place);
            }
        }
    }
    Ok(places)
}

fn of_material(db: &Db<'_>, material: &str, point: Point) -> Result<Vec<Place>> {
    let mut found = Vec::new();
    for km in AROUND_KM {
        let (lat, lon) = place::degrees(point, km);
        found = db.places_taking(material, point, lat, lon)?;
        // The corners of the box are further away than others that lie outside of it.
        found.retain(|place| distance(point, place) <= km);
        if found.len() >= ENOUGH {
            break;
        }
    }
    Ok(found)
}

fn distance(point: Point, place: &Place) -> f64 {
    let at = Point::new(place.record.lat, place.record.lon);
    at.map_or(f64::MAX, |at| point.distance_km(at))
}

/// The country of the nearest, where that is not far.
#[must_use]
pub fn country(places: &[Place], point: Point) -> Option<Country> {
    let ways = places.iter().map(|place| (distance(point, place), place));
    let (_, nearest) = ways
        .filter(|(km, _)| *km <= NEAR_KM)
        .min_by(|one, other| one.0.total_cmp(&other.0))?;
    Country::new(&nearest.record.country)
}

/// The nearest, and for each material the nearest that takes it.
#[must_use]
pub fn nearest(mut places: Vec<Place>, materials: &[&str], point: Point) -> Vec<RecyclingPlace> {
    let km = |place: &Place| distance(point, place);
    places.sort_by(|one, other| {
        let by_distance = km(one).total_cmp(&km(other));
        by_distance.then_with(|| one.record.id.cmp(&other.record.id))
    });
    let first_of = |material: &str| {
        let takes = |place: &Place| place.record.accepts.iter().any(|taken| taken == material);
        places.iter().position(takes)
    };
    let firsts: Vec<usize> = materials.iter().filter_map(|one| first_of(one)).collect();
    let is_listed = |index: usize, place: &Place| {
        let is_near = index < ALWAYS || km(place) <= NEAR_KM;
        index < LISTED && is_near || firsts.contains(&index)
    };
    let listed = places.iter().enumerate();
    let listed = listed.filter(|(index, place)| is_listed(*index, place));
    listed
        .map(|(_, place)| place::shown(place.clone(), Some(point)))
        .collect()
}
