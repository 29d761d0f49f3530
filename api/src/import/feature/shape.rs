//! What a recycling point of OpenStreetMap looks like in GeoJSON: its tags are the feature's
//! properties, as Overpass, osmium and ogr2ogr write them.

use serde_json::Value;
use wire::import::Place;

use crate::import::Problem;

/// Tags for what a point takes, without `recycling:`, and what we call it.
/// <https://wiki.openstreetmap.org/wiki/Key:recycling:*>
const TAKEN: [(&str, &str); 30] = [
    ("glass", "glass"),
    ("glass_bottles", "glass"),
    ("paper", "paper"),
    ("newspaper", "paper"),
    ("magazines", "paper"),
    ("cardboard", "cardboard"),
    ("paper_packaging", "cardboard"),
    ("PET", "pet"),
    ("plastic_bottles", "pet"),
    ("plastic", "plastic"),
    ("plastic_packaging", "plastic"),
    ("metal", "metal"),
    ("scrap_metal", "metal"),
    ("cans", "metal"),
    ("tins", "metal"),
    ("aluminium", "aluminium"),
    ("organic", "organic"),
    ("food_waste", "organic"),
    ("electrical_appliances", "electronics"),
    ("electrical_items", "electronics"),
    ("small_appliances", "electronics"),
    ("small_electrical_appliances", "electronics"),
    ("electronics", "electronics"),
    ("computers", "electronics"),
    ("mobile_phones", "electronics"),
    ("batteries", "batteries"),
    ("drugs", "medicine"),
    ("medicine", "medicine"),
    ("waste", "residual"),
    ("residual_waste", "residual"),
];

/// A recycling point.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Feature {
    /// As far as the feature tells; town and country may be empty.
    pub(super) place: Place,
}

/// Why a feature is no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// It is something else than a recycling point.
    Other,
    /// It takes nothing that is known here; its identifier.
    TakesNothing(String),
    /// It can't be used as it is.
    Wrong(Problem),
}

impl Feature {
    /// Reads a feature of a collection.
    pub(super) fn read(value: &Value) -> Result<Feature, Reason> {
        let tags = &value["properties"];
        if value["type"] != "Feature" {
            return Err(wrong("type", "is no `Feature`", "write a GeoJSON Feature"));
        }
        if text(tags, "amenity").as_deref() != Some("recycling") {
            return Err(Reason::Other);
        }
        let id = id(value).ok_or_else(|| {
            let advice = "export it with its OpenStreetMap identifier, as `node/1`";
            wrong("id", "has none", advice)
        })?;
        let [lon, lat] = middle(&value["geometry"]).ok_or_else(|| {
            let what = format!("of `{id}` has no points");
            wrong(
                "geometry",
                &what,
                "write a Point, or an area with its points",
            )
        })?;
        let accepts = accepts(tags);
        if accepts.is_empty() {
            return Err(Reason::TakesNothing(id));
        }
        let first = |names: &[&str]| names.iter().find_map(|name| text(tags, name));
        let street = first(&["addr:street", "addr:place"]).map(|street| {
            let number = text(tags, "addr:housenumber").map(|number| format!(" {number}"));
            street + &number.unwrap_or_default()
        });
        Ok(Feature {
            place: Place {
                id: format!("osm/{id}"),
                name: first(&["name", "operator", "brand"]).unwrap_or_default(),
                kind: "recycling".to_owned(),
                street,
                town: first(&["addr:city", "addr:town", "addr:village"]).unwrap_or_default(),
                country: first(&["addr:country"]).unwrap_or_default(),
                lat,
                lon,
                holder: text(tags, "operator"),
                hours: text(tags, "opening_hours"),
                picture: None,
                accepts,
                returns: Vec::new(),
                return_products: Vec::new(),
                remedies: Vec::new(),
            },
        })
    }
}

fn wrong(field: &str, what: &str, advice: &str) -> Reason {
    Reason::Wrong(Problem::new(field, what, advice))
}

/// A tag with something in it.
fn text(tags: &Value, name: &str) -> Option<String> {
    let text = tags[name].as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// `node/1`, wherever the exporting program has put it.
fn id(value: &Value) -> Option<String> {
    let tags = &value["properties"];
    let places = [&value["id"], &tags["@id"], &tags["id"], &tags["osm_id"]];
    places.into_iter().find_map(|id| match id {
        Value::String(id) if !id.trim().is_empty() => Some(id.trim().to_owned()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    })
}

/// What it takes, each material once, in the order of our list.
fn accepts(tags: &Value) -> Vec<String> {
    let mut accepts: Vec<String> = Vec::new();
    for (tag, material) in TAKEN {
        let is_taken = tags[format!("recycling:{tag}")] == "yes";
        if is_taken && accepts.iter().all(|known| known != material) {
            accepts.push(material.to_owned());
        }
    }
    accepts
}

/// Longitude and latitude: the point, or the middle of a line's or an area's corners.
fn middle(geometry: &Value) -> Option<[f64; 2]> {
    let coordinates = &geometry["coordinates"];
    let corners = match geometry["type"].as_str()? {
        "Point" => return position(coordinates),
        "MultiPoint" | "LineString" => coordinates,
        "Polygon" | "MultiLineString" => &coordinates[0],
        "MultiPolygon" => &coordinates[0][0],
        _ => return None,
    };
    let corners: Option<Vec<[f64; 2]>> = corners.as_array()?.iter().map(position).collect();
    let mut corners = corners?;
    // An area ends where it begins.
    if corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    let count = corners.len() as f64;
    let sum = |axis: usize| corners.iter().map(|corner| corner[axis]).sum::<f64>();
    // As precise as OpenStreetMap is: 1 cm.
    let mean = |axis: usize| (sum(axis) / count * 1e7).round() / 1e7;
    (!corners.is_empty()).then(|| [mean(0), mean(1)])
}

fn position(value: &Value) -> Option<[f64; 2]> {
    Some([value[0].as_f64()?, value[1].as_f64()?])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_middle_of_what_is_drawn() {
        let check = |kind: &str, coordinates: Value, expected: Option<[f64; 2]>| {
            let geometry = json!({"type": kind, "coordinates": coordinates});
            assert_eq!(middle(&geometry), expected, "{kind}");
        };
        check("Point", json!([13.4, 52.5]), Some([13.4, 52.5]));
        check("Point", json!(["13.4", 52.5]), None);
        check("LineString", json!([[0, 0], [2, 4]]), Some([1.0, 2.0]));
        let square = json!([[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]);
        check("Polygon", json!([square]), Some([1.0, 1.0]));
        check("MultiPolygon", json!([[square]]), Some([1.0, 1.0]));
        check("Polygon", json!([]), None);
        check("Polygon", json!([[]]), None);
        check("GeometryCollection", json!([]), None);
    }

    #[test]
    fn materials_each_once() {
        let check = |tags: Value, expected: &[&str]| assert_eq!(accepts(&tags), expected);
        check(
            json!({"recycling:cans": "yes", "recycling:scrap_metal": "yes", "recycling:glass": "yes"}),
            &["glass", "metal"],
        );
        check(
            json!({"recycling:glass": "no", "recycling:clothes": "yes"}),
            &[],
        );
        check(json!(null), &[]);
    }
}
