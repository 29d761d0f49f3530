//! Links of brands.

use gs1::Gtin;

use super::{
    Change, Db, Result, Tx,
    db::{from_json, to_json},
};
use crate::link::Item;

/// How many items are asked for at once: no way up is longer.
pub const MAX_LEVELS: usize = 8;

/// A link with what it hangs on.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What it hangs on.
    pub item: Item,
    /// As imported.
    pub record: wire::import::Link,
}

impl Db<'_> {
    /// The links of a brand that hang on any of up to [`MAX_LEVELS`] items.
    pub fn links_at(&self, brand: &str, items: &[&Item]) -> Result<Vec<Link>> {
        let item = |index: usize| items.get(index).map_or("", |item| item.as_str());
        let rows: Vec<(String, String)> = self.rows(
            "select item, record from link
             where item in (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) and brand = ?1
             order by id",
            (
                brand,
                item(0),
                item(1),
                item(2),
                item(3),
                item(4),
                item(5),
                item(6),
                item(7),
            ),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let links = rows.into_iter().map(|(item, record)| {
            Ok(Link {
                item: Item::stored(item),
                record: from_json("link", &record)?,
            })
        });
        links.collect()
    }

    /// How many links of a brand hang on an item, and which is its default link.
    pub fn links_on(&self, brand: &str, item: &Item) -> Result<(i64, Option<String>)> {
        let found = self.row(
            "select count(*), max(case when is_default = 1 then id end) from link
             where item = ?1 and brand = ?2",
            (item.as_str(), brand),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok(found.unwrap_or_default())
    }

    /// Whether links hang on variants, batches or single packs of a product.
    pub fn has_finer_links(&self, brand: &str, gtin: &Gtin) -> Result<bool> {
        let found: Option<i64> = self.row(
            "select 1 from link where product = ?1 and brand = ?2 and item <> ?3 and item <> ?4
             limit 1",
            (
                gtin.as_str(),
                brand,
                format!("01/{gtin}"),
                Item::ranges(*gtin).as_str(),
            ),
            |row| row.get(0),
        )?;
        Ok(found.is_some())
    }

    /// The link of a brand that it calls so.
    pub fn link(&self, brand: &str, id: &str) -> Result<Option<wire::import::Link>> {
        let record: Option<String> = self.row(
            "select record from link where brand = ?1 and id = ?2",
            (brand, id),
            |row| row.get(0),
        )?;
        record.map(|record| from_json("link", &record)).transpose()
    }

    /// The links of a brand behind one, by what it calls them; at most `limit`.
    pub fn links_after(
        &self,
        brand: &str,
        after: &str,
        limit: i64,
    ) -> Result<Vec<wire::import::Link>> {
        let records: Vec<String> = self.rows(
            "select record from link where brand = ?1 and id > ?2 order by id limit ?3",
            (brand, after, limit),
            |row| row.get(0),
        )?;
        records
            .iter()
            .map(|record| from_json("link", record))
            .collect()
    }
}

impl Tx<'_> {
    /// Puts a link in, or its new record in the place of the old one; its brand must be there.
    pub fn put_link(&self, item: &Item, record: &wire::import::Link) -> Result<Change> {
        let change = match self.link(&record.brand, &record.id)? {
            Some(known) if known == *record => return Ok(Change::Unchanged),
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.execute(
            "insert into link (brand, id, item, product, is_default, record)
             values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict (brand, id) do update
             set item = excluded.item, product = excluded.product,
                 is_default = excluded.is_default, record = excluded.record",
            (
                &record.brand,
                &record.id,
                item.as_str(),
                item.product(),
                i64::from(record.default_link),
                to_json("link", record)?,
            ),
        )?;
        Ok(change)
    }

    /// Takes a link of a brand out; whether there was one.
    pub fn remove_link(&self, brand: &str, id: &str) -> Result<bool> {
        let removed = self.execute("delete from link where brand = ?1 and id = ?2", (brand, id))?;
        Ok(removed > 0)
    }
}
