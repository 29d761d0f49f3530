//! Places where things are made, kept, sold, recycled or returned.

use gs1::Gtin;
use trace::Point;

use super::{
    Change, Db, Result, Tx,
    db::{from_json, to_json},
};

/// A place with the digest of its picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The digest of its picture.
    pub picture: Option<String>,
    /// As imported.
    pub record: wire::import::Place,
}

fn read(row: (Option<String>, String)) -> Result<Place> {
    let (picture, record) = row;
    Ok(Place {
        picture,
        record: from_json("place", &record)?,
    })
}

impl Db<'_> {
    /// The place of that identifier.
    pub fn place(&self, id: &str) -> Result<Option<Place>> {
        let row = self.row(
            "select picture, record from place where id = ?1",
            [id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        row.map(read).transpose()
    }

    /// The next places by identifier, some hundreds; none where that was the last.
    pub fn places_after(&self, id: &str) -> Result<Vec<Place>> {
        let rows = self.rows(
            "select picture, record from place where id > ?1 order by id limit 500",
            [id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter().map(read).collect()
    }

    /// The identifiers of some places that are as long as a GLN, in their order.
    pub fn place_ids(&self, limit: i64) -> Result<Vec<String>> {
        self.rows(
            "select id from place where length(id) = 13 order by id limit ?1",
            [limit],
            |row| row.get(0),
        )
    }

    /// Some places that take a material back, by identifier.
    pub fn places_for_material(&self, material: &str) -> Result<Vec<Place>> {
        let rows = self.rows(
            "select place.picture, place.record
             from place_material join place on place.id = place_material.place
             where place_material.material = ?1
             order by place.id limit 10",
            [material],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter().map(read).collect()
    }

    /// Some places that take any material back, by identifier.
    pub fn recycling_places(&self) -> Result<Vec<Place>> {
        let rows = self.rows(
            "select picture, record from place
             where exists (select 1 from place_material where place_material.place = place.id)
             order by id limit 10",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter().map(read).collect()
    }

    /// Places that take a product back: all of its brand's, or that one. It may have two numbers, one
    /// that its maker used before.
    pub fn places_for_return(&self, brand: &str, gtins: [&Gtin; 2]) -> Result<Vec<Place>> {
        let rows = self.rows(
            "select picture, record from place
             where id in (select place from place_return where brand = ?1)
                 or id in (select place from place_product where gtin in (?2, ?3))
             order by id",
            (brand, gtins[0].as_str(), gtins[1].as_str()),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter().map(read).collect()
    }

    /// Places in a box of degrees that are no points of OpenStreetMap, of which there can be very
    /// many; one that lies over the date line is cut there.
    pub fn places_within(&self, around: Point, lat: f64, lon: f64) -> Result<Vec<Place>> {
        let rows = self.rows(
            "select picture, record from place
             where lat between ?1 and ?2 and lon between ?3 and ?4
                 and substr(id, 1, 4) <> 'osm/'
             order by id",
            (
                around.lat - lat,
                around.lat + lat,
                around.lon - lon,
                around.lon + lon,
            ),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter().map(read).collect()
    }

    /// Places in a box of degrees that take a material back.
    pub fn places_taking(
        &self,
        material: &str,
        around: Point,
        lat: f64,
        lon: f64,
    ) -> Result<Vec<Place>> {
        let rows = self.rows(
            "select picture, record from place
             where lat between ?1 and ?2 and lon between ?3 and ?4
                 and exists (select 1 from place_material
                             where place_material.material = ?5
                                 and place_material.place = place.id)
             order by id",
            (
                around.lat - lat,
                around.lat + lat,
                around.lon - lon,
                around.lon + lon,
                material,
            ),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter().map(read).collect()
    }

    /// As [`Db::places_within`], those in another country.
    pub fn places_abroad(
        &self,
        country: &str,
        around: Point,
        lat: f64,
        lon: f64,
    ) -> Result<Vec<Place>> {
        let rows = self.rows(
            "select picture, record from place
             where lat between ?1 and ?2 and lon between ?3 and ?4
                 and substr(id, 1, 4) <> 'osm/'
                 and not exists (select 1 from place_name
                                 where place_name.name = ?5 and place_name.place = place.id)
             order by id",
            (
                around.lat - lat,
                around.lat + lat,
                around.lon - lon,
                around.lon + lon,
                country.to_lowercase(),
            ),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter().map(read).collect()
    }

    /// The middle of all places whose town, name or country is what a person typed, letter case
    /// aside.
    pub fn middle_of(&self, name: &str) -> Result<Option<Point>> {
        let middle: Option<(Option<f64>, Option<f64>)> = self.row(
            "select avg(place.lat), avg(place.lon)
             from place_name join place on place.id = place_name.place
             where place_name.name = ?1",
            [name.to_lowercase()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let middle = middle.and_then(|(lat, lon)| lat.zip(lon));
        Ok(middle.and_then(|(lat, lon)| Point::new(lat, lon)))
    }

    /// Some places whose town, name or country is what a person typed, letter case aside.
    pub fn places_named(&self, name: &str) -> Result<Vec<Place>> {
        let rows = self.rows(
            "select place.picture, place.record
             from place_name join place on place.id = place_name.place
             where place_name.name = ?1
             order by place.id limit 10",
            [name.to_lowercase()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter().map(read).collect()
    }
}

impl Tx<'_> {
    /// Puts a place in, or its new record in the place of the old one.
    pub fn put_place(&self, record: &wire::import::Place, picture: Option<&str>) -> Result<Change> {
        let change = match self.place(&record.id)? {
            Some(known) if known.record == *record && known.picture.as_deref() == picture => {
                return Ok(Change::Unchanged);
            }
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.change_records()?;
        self.execute(
            "insert into place (id, lat, lon, picture, record) values (?1, ?2, ?3, ?4, ?5)
             on conflict (id) do update
             set lat = excluded.lat, lon = excluded.lon,
                 picture = excluded.picture, record = excluded.record",
            (
                &record.id,
                record.lat,
                record.lon,
                picture,
                to_json("place", record)?,
            ),
        )?;
        self.name_place(record)?;
        self.execute("delete from place_material where place = ?1", [&record.id])?;
        for material in &record.accepts {
            self.execute(
                "insert into place_material (material, place) values (?1, ?2)
                 on conflict (material, place) do nothing",
                (material, &record.id),
            )?;
        }
        self.execute("delete from place_return where place = ?1", [&record.id])?;
        for brand in &record.returns {
            self.execute(
                "insert into place_return (brand, place) values (?1, ?2)
                 on conflict (brand, place) do nothing",
                (brand, &record.id),
            )?;
        }
        self.execute("delete from place_product where place = ?1", [&record.id])?;
        // What is no number at all is told where the record is read.
        for gtin in record
            .return_products
            .iter()
            .filter_map(|gtin| gtin.parse::<Gtin>().ok())
        {
            self.execute(
                "insert into place_product (gtin, place) values (?1, ?2)
                 on conflict (gtin, place) do nothing",
                (gtin.as_str(), &record.id),
            )?;
        }
        Ok(change)
    }

    /// Writes down what a person may type for a place.
    fn name_place(&self, record: &wire::import::Place) -> Result<()> {
        self.execute("delete from place_name where place = ?1", [&record.id])?;
        let names = [&record.town, &record.name, &record.country];
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            self.execute(
                "insert into place_name (name, place) values (?1, ?2)
                 on conflict (name, place) do nothing",
                (name.to_lowercase(), &record.id),
            )?;
        }
        Ok(())
    }
}

/// Names the places of a database from before there were names.
pub(super) fn name_all(tx: &Tx<'_>) -> Result<()> {
    let places = tx.rows("select picture, record from place order by id", [], |row| {
        read((row.get(0)?, row.get(1)?))
    })?;
    places
        .iter()
        .try_for_each(|place| tx.name_place(&place.record))
}
