//! `GET /v1/recycling`: where something can be brought.

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use gs1::Gtin;
use serde::Deserialize;
use trace::Point;
use utoipa::IntoParams;
use wire::{place::RecyclingAnswer, problem::Problem};

use crate::{
    error::ApiError,
    place,
    state::{App, Shared},
    store::Place,
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
    app.store
        .read(|db| {
            let found = match (given, town) {
                (Some(point), _) => Some((None, point)),
                (None, Some(town)) => named_point(&db.places_named(town)?, town),
                (None, None) => None,
            };
            let material = blank_is_none(asked.material.as_deref());
            let mut places = match (material, gtin) {
                (Some(material), _) => db.places_for_material(material)?,
                (None, Some(gtin)) => {
                    let mut places: Vec<Place> = Vec::new();
                    let parts = match db.product(&gtin)? {
                        Some(product) => {
                            db.current_product(&product)?
                                .unwrap_or(product)
                                .record
                                .parts
                        }
                        None => Vec::new(),
                    };
                    for part in parts {
                        for place in db.places_for_material(&part.material)? {
                            if !places.contains(&place) {
                                places.push(place);
                            }
                        }
                    }
                    places
                }
                (None, None) => db.recycling_places()?,
            };
            if town.is_some() && found.is_none() {
                // A town that nobody here knows: no distances, and no list that looks like an answer.
                places.clear();
            }
            let (near, point) = found.map_or((None, None), |(name, point)| (name, Some(point)));
            Ok(RecyclingAnswer {
                near,
                places: place::nearest(places, point),
            })
        })
        .await
        .map_err(ApiError::from)
}

/// The point that a typed town stands for, where the places here know it; or a point itself, as
/// `54.52,18.53`, where the device gave it.
pub(crate) async fn point_named(app: &App, typed: &str) -> Result<Option<Point>, ApiError> {
    if let Some((lat, lon)) = typed.split_once(',')
        && let (Ok(lat), Ok(lon)) = (lat.trim().parse(), lon.trim().parse())
    {
        return Ok(Point::new(lat, lon));
    }
    let places = app.store.read(|db| db.places_named(typed.trim())).await?;
    Ok(named_point(&places, typed).map(|(_, point)| point))
}

/// The middle of the places of that name, and the name as they write it.
fn named_point(places: &[Place], typed: &str) -> Option<(Option<String>, Point)> {
    let first = places.first()?;
    let count = places.len() as f64;
    let lat = places.iter().map(|place| place.record.lat).sum::<f64>() / count;
    let lon = places.iter().map(|place| place.record.lon).sum::<f64>() / count;
    let town = &first.record.town;
    let is_town = town.to_lowercase() == typed.to_lowercase();
    let name = if is_town {
        town.clone()
    } else {
        typed.to_owned()
    };
    Some((Some(name), Point::new(lat, lon)?))
}

fn blank_is_none(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
