//! `GET /v1/recycling`: where something can be brought.

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use gs1::Gtin;
use serde::Deserialize;
use trace::Point;
use utoipa::IntoParams;
use wire::{
    import::MATERIALS,
    place::{RecyclingAnswer, RecyclingPlace},
    problem::Problem,
};

use crate::{
    error::ApiError,
    place,
    state::{App, Shared},
    store::{self, Db, Place},
    taker,
};

/// What to bring, and from where.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Degrees north, with `lon`.
    pub lat: Option<f64>,
    /// Degrees east, with `lat`.
    pub lon: Option<f64>,
    /// A town, a place's name or a country, instead of a point.
    pub near: Option<String>,
    /// Only places that take this material.
    pub material: Option<String>,
    /// Only places that take something that this product is made of.
    pub gtin: Option<String>,
}

/// Places that take something back, nearest first.
#[utoipa::path(
    get, path = "/v1/recycling", tag = "recycling",
    params(Asked),
    responses(
        (status = 200, description = "At most ten places.", body = RecyclingAnswer),
        (status = 422, description = "A value is wrong.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<RecyclingAnswer>, ApiError> {
    let Query(asked) = asked.map_err(|rejection| ApiError::Malformed(rejection.body_text()))?;
    places(&app, &asked).await.map(Json)
}

/// Answers the question.
pub(crate) async fn places(app: &App, asked: &Asked) -> Result<RecyclingAnswer, ApiError> {
    let field = |field, detail: &str| ApiError::Field {
        field,
        detail: detail.to_owned(),
    };
    let given = match (asked.lat, asked.lon) {
        (None, None) => None,
        (Some(lat), Some(lon)) => Some(Point::new(lat, lon).ok_or_else(|| {
            field(
                "lat",
                "degrees north are −90 to 90 and degrees east −180 to 180",
            )
        })?),
        _ => return Err(field("lat", "give `lat` and `lon` together")),
    };
    let gtin: Option<Gtin> = match blank_is_none(asked.gtin.as_deref()) {
        None => None,
        Some(text) => Some(
            text.parse()
                .map_err(|error| field("gtin", &format!("`{text}`: {error}")))?,
        ),
    };
    let town = blank_is_none(asked.near.as_deref());
    let material = blank_is_none(asked.material.as_deref());
    app.store
        .read(|db| {
            let found = match (given, town) {
                (Some(point), _) => Some((None, point)),
                (None, Some(town)) => named_point(db, town)?,
                (None, None) => None,
            };
            if town.is_some() && found.is_none() {
                // A town that nobody here knows: no distances, and no list that looks like an answer.
                return Ok(RecyclingAnswer::default());
            }
            let materials = match (material, gtin) {
                (Some(material), _) => Some(vec![material.to_owned()]),
                (None, Some(gtin)) => Some(materials_of(db, &gtin)?),
                (None, None) => None,
            };
            let (near, point) = found.map_or((None, None), |(name, point)| (name, Some(point)));
            Ok(RecyclingAnswer {
                near,
                places: takers(db, materials.as_deref(), point)?,
            })
        })
        .await
        .map_err(ApiError::from)
}

/// What a product's parts are made of.
fn materials_of(db: &Db<'_>, gtin: &Gtin) -> store::Result<Vec<String>> {
    let Some(product) = db.product(gtin)? else {
        return Ok(Vec::new());
    };
    let product = db.current_product(&product)?.unwrap_or(product);
    let parts = product.record.parts.into_iter();
    Ok(parts.map(|part| part.material).collect())
}

/// Places that take any of the materials, or any material at all.
fn takers(
    db: &Db<'_>,
    materials: Option<&[String]>,
    point: Option<Point>,
) -> store::Result<Vec<RecyclingPlace>> {
    let all: Vec<&str> = match materials {
        Some(materials) => materials.iter().map(String::as_str).collect(),
        None => MATERIALS.to_vec(),
    };
    if let Some(point) = point {
        return Ok(taker::nearest(taker::around(db, &all, point)?, &all, point));
    }
    let mut places: Vec<Place> = match materials {
        Some(_) => Vec::new(),
        None => db.recycling_places()?,
    };
    for material in materials.unwrap_or_default() {
        for place in db.places_for_material(material)? {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    Ok(place::nearest(places, None))
}

/// The point that a typed town stands for, where the places here know it; or a point itself, as
/// `54.52,18.53`, where the device gave it.
pub(crate) async fn point_named(app: &App, typed: &str) -> Result<Option<Point>, ApiError> {
    if let Some((lat, lon)) = coordinates(typed) {
        return Ok(Point::new(lat, lon));
    }
    let found = app.store.read(|db| named_point(db, typed.trim())).await?;
    Ok(found.map(|(_, point)| point))
}

/// Degrees north and east, where that is what was typed: `52.1,13.4`, with signs or exponents as
/// programs write them.
pub(crate) fn coordinates(typed: &str) -> Option<(f64, f64)> {
    let (lat, lon) = typed.split_once(',')?;
    Some((lat.trim().parse().ok()?, lon.trim().parse().ok()?))
}

/// The middle of the places of that name, and the name as they write it.
fn named_point(db: &Db<'_>, typed: &str) -> store::Result<Option<(Option<String>, Point)>> {
    let Some(point) = db.middle_of(typed)? else {
        return Ok(None);
    };
    let places = db.places_named(typed)?;
    let towns = places.iter().map(|place| &place.record.town);
    let town = towns
        .clone()
        .find(|town| town.to_lowercase() == typed.to_lowercase());
    Ok(Some((
        Some(town.map_or(typed, |town| town).to_owned()),
        point,
    )))
}

fn blank_is_none(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
