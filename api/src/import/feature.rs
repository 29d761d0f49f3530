//! OpenStreetMap's recycling points in an import: a GeoJSON `FeatureCollection`, a feature at a time,
//! however many it holds → places that take materials.
//!
//! OpenStreetMap rarely says the country, and of a container often no town: what is not in the
//! feature is the collection's own `country` and `town`. A place without a town is shown without one.

mod shape;

use std::{fmt, io::BufRead};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use wire::import::Record;

use super::{
    Problem,
    log::Log,
    piece::{Piece, Shape, Sink},
    record::Importer,
};
use crate::store::{self, StoreError};

pub(super) use shape::{Feature, Reason};

/// What holds for a whole collection; it says so before its features.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Collection {
    country: Option<String>,
    town: Option<String>,
}

/// Whether the beginning of a file is such a collection.
pub(super) fn is_collection(head: &[u8]) -> bool {
    let sign = b"\"FeatureCollection\"";
    head.windows(sign.len()).any(|window| window == sign)
}

/// Reads a collection, a feature at a time.
pub(super) fn read(reader: Box<dyn BufRead>, sink: &mut dyn Sink) -> store::Result<()> {
    sink.begin(Shape::Features);
    let mut features = Features {
        sink,
        count: 0,
        has_list: false,
        collection: Collection::default(),
        failed: None,
    };
    let mut json = serde_json::Deserializer::from_reader(reader);
    let read = (&mut features)
        .deserialize(&mut json)
        .and_then(|()| json.end());
    if let Some(error) = features.failed {
        return Err(error);
    }
    let advice = "write a GeoJSON FeatureCollection";
    match read {
        Ok(()) if features.has_list => Ok(()),
        Ok(()) => {
            let problem = Problem::new("features", "is no list", advice);
            features.sink.take(Piece::Fault(None, problem))
        }
        Err(error) => {
            let line = Some(error.line()).filter(|line| *line > 0);
            let problem = Problem::new("", format!("not GeoJSON: {error}"), advice);
            features.sink.take(Piece::Fault(line, problem))
        }
    }
}

/// A collection on its way through.
struct Features<'d> {
    sink: &'d mut dyn Sink,
    count: usize,
    has_list: bool,
    collection: Collection,
    /// What ended it that is not the collection's fault.
    failed: Option<StoreError>,
}

impl<'de> DeserializeSeed<'de> for &mut Features<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Features<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a FeatureCollection")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "features" => {
                    self.has_list = true;
                    map.next_value_seed(List(self))?;
                }
                "country" => self.collection.country = map.next_value()?,
                "town" => self.collection.town = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// The list itself.
struct List<'l, 'd>(&'l mut Features<'d>);

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(value) = seq.next_element::<Value>()? {
            self.0.count += 1;
            let feature = Feature::read(&value).map(|feature| (feature, self.0.collection.clone()));
            let piece = Piece::Feature(self.0.count, Box::new(feature));
            if let Err(error) = self.0.sink.take(piece) {
                self.0.failed = Some(error);
                return Err(serde::de::Error::custom("the store failed"));
            }
        }
        Ok(())
    }
}

/// A feature with what holds for all of its collection, or why there is none.
pub(super) type Read = Result<(Feature, Collection), Reason>;

/// Puts a feature in as a place; one that takes nothing that is known here adds nothing.
pub(super) fn put(
    importer: &mut Importer<'_, '_>,
    number: usize,
    read: &Read,
    log: &mut Log<'_>,
) -> store::Result<()> {
    log.line();
    let (feature, collection) = match read {
        Ok(read) => read,
        Err(Reason::Other) => return Ok(()),
        Err(Reason::TakesNothing(id)) => {
            let what = format!("`{id}` says of no material known here that it takes it");
            let note = Problem::new("recycling", what, "add `recycling:glass=yes`, or the like");
            log.note(&importer.source.name, Some(number), note);
            return Ok(());
        }
        Err(Reason::Wrong(problem)) => {
            importer.problem(number, problem.clone(), log);
            return Ok(());
        }
    };
    let mut place = feature.place.clone();
    let all = [
        (&mut place.country, &collection.country),
        (&mut place.town, &collection.town),
    ];
    for (own, all) in all {
        if let (true, Some(all)) = (own.is_empty(), all) {
            own.clone_from(all);
        }
    }
    importer.put(Record::Place(place), number, log)
}
