//! Brands and their company prefixes.

use wire::import::Brand;

use super::{
    Change, Db, Result, Tx,
    db::{from_json, to_json},
};

impl Db<'_> {
    /// The brand of that identifier.
    pub fn brand(&self, id: &str) -> Result<Option<Brand>> {
        let record: Option<String> =
            self.row("select record from brand where id = ?1", [id], |row| {
                row.get(0)
            })?;
        record.map(|record| from_json("brand", &record)).transpose()
    }

    /// Every brand, by identifier.
    pub fn brands(&self) -> Result<Vec<Brand>> {
        let records: Vec<String> =
            self.rows("select record from brand order by id", [], |row| row.get(0))?;
        records
            .iter()
            .map(|record| from_json("brand", record))
            .collect()
    }

    /// Every company prefix with its brand.
    pub fn prefixes(&self) -> Result<Vec<(String, String)>> {
        self.rows(
            "select prefix, brand from brand_prefix order by prefix",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// The brand whose company prefix that is.
    pub fn brand_of_prefix(&self, prefix: &str) -> Result<Option<String>> {
        self.row(
            "select brand from brand_prefix where prefix = ?1",
            [prefix],
            |row| row.get(0),
        )
    }
}

impl Tx<'_> {
    /// Puts a brand in, or its new record in the place of the old one.
    pub fn put_brand(&self, brand: &Brand) -> Result<Change> {
        let change = match self.brand(&brand.id)? {
            Some(known) if known == *brand => return Ok(Change::Unchanged),
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.change_records()?;
        self.execute(
            "insert into brand (id, record) values (?1, ?2)
             on conflict (id) do update set record = excluded.record",
            (&brand.id, to_json("brand", brand)?),
        )?;
        self.execute("delete from brand_prefix where brand = ?1", [&brand.id])?;
        for prefix in &brand.prefixes {
            self.execute(
                "insert into brand_prefix (prefix, brand) values (?1, ?2)
                 on conflict (prefix) do nothing",
                (prefix, &brand.id),
            )?;
        }
        Ok(change)
    }
}
