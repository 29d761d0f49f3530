//! Certificates and documents of brands, and how products are made and kept.

use serde::Serialize;

use super::{
    Change, Db, Result, Tx,
    db::{from_json, to_json},
    value::Value,
};

/// What kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// A certificate.
    Certificate,
    /// A document or picture.
    Document,
}

impl PaperKind {
    fn id(self) -> &'static str {
        match self {
            PaperKind::Certificate => "certificate",
            PaperKind::Document => "document",
        }
    }
}

/// Where a paper goes.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'p> {
    /// Whose.
    pub brand: &'p str,
    /// What kind.
    pub kind: PaperKind,
    /// What the brand calls it.
    pub id: &'p str,
    /// What it hangs on.
    pub item: &'p str,
    /// The digest of its picture.
    pub picture: Option<&'p str>,
}

/// A paper that hangs on something that was asked about.
#[derive(Clone, Debug)]
pub enum Found {
    /// A certificate.
    Certificate(wire::import::Certificate),
    /// A document, with the digest of its picture where it is one.
    Document(wire::import::Document, Option<String>),
}

/// How a product is made and kept.
#[derive(Clone, Debug, Default)]
pub struct ProductRules {
    /// What it is made of.
    pub recipe: Option<wire::import::Recipe>,
    /// How it must be kept.
    pub storage: Vec<wire::import::Storage>,
}

fn found(kind: &str, record: &str, picture: Option<String>) -> Result<Found> {
    Ok(match kind {
        "certificate" => Found::Certificate(from_json("paper", record)?),
        _ => Found::Document(from_json("paper", record)?, picture),
    })
}

impl Db<'_> {
    /// The papers of a brand that hang on items, each with the index of its item.
    pub fn papers_at(&self, brand: &str, items: &[String]) -> Result<Vec<(usize, Found)>> {
        let params: Vec<Vec<Value<'_>>> = items
            .iter()
            .map(|item| vec![Value::Text(brand), Value::Text(item)])
            .collect();
        let mut papers = Vec::new();
        self.rows_for_each(
            "select kind, record, picture from paper where brand = ?1 and item = ?2
             order by brand, item, kind, id limit 50
             /*all
             select paper.kind, paper.record, paper.picture, asked.place
             from unnest(cast(?1 as text[]), cast(?2 as text[]))
                 with ordinality as asked (brand, item, place)
             cross join lateral (
                 select kind, record, picture, id from paper
                 where paper.brand = asked.brand and paper.item = asked.item
                 order by kind, id limit 50
             ) as paper
             order by asked.place, paper.kind, paper.id
             */",
            &params,
            |item, row| {
                let (kind, record): (String, String) = (row.get(0)?, row.get(1)?);
                papers.push((item, found(&kind, &record, row.get(2)?)?));
                Ok(())
            },
        )?;
        Ok(papers)
    }

    /// Whether any of a brand's papers hangs on an event.
    pub fn has_papers_of_events(&self, brand: &str) -> Result<bool> {
        let one: Option<i64> = self.row(
            "select 1 from paper where brand = ?1 and item > 'event/' and item < 'event0' limit 1",
            [brand],
            |row| row.get(0),
        )?;
        Ok(one.is_some())
    }

    /// The papers of a brand behind one of a kind and name, some hundreds, with kind and name.
    pub fn papers_after(
        &self,
        brand: &str,
        kind: &str,
        id: &str,
    ) -> Result<Vec<(String, String, Found)>> {
        self.rows(
            "select kind, id, record, picture from paper
             where brand = ?1 and (kind, id) > (?2, ?3) order by brand, kind, id limit 500",
            (brand, kind, id),
            |row| {
                let (kind, record): (String, String) = (row.get(0)?, row.get(2)?);
                let found = found(&kind, &record, row.get(3)?)?;
                Ok((kind, row.get(1)?, found))
            },
        )
    }

    /// How a product is made and kept.
    pub fn product_rules(&self, product: i64) -> Result<ProductRules> {
        let rows: Vec<(String, String)> = self.rows(
            "select kind, record from product_rule where product = ?1 order by product, kind",
            [product],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut rules = ProductRules::default();
        for (kind, record) in rows {
            match &kind[..] {
                "recipe" => rules.recipe = Some(from_json("product_rule", &record)?),
                _ => rules.storage.push(from_json("product_rule", &record)?),
            }
        }
        Ok(rules)
    }
}

impl Tx<'_> {
    /// Puts a paper in, or its new record in the place of the old one.
    pub fn put_paper(&self, paper: &Paper<'_>, record: &impl Serialize) -> Result<Change> {
        let kind = paper.kind.id();
        let record = to_json("paper", record)?;
        let known: Option<(String, String, Option<String>)> = self.row(
            "select item, record, picture from paper where brand = ?1 and kind = ?2 and id = ?3",
            (paper.brand, kind, paper.id),
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        let change = match &known {
            None => Change::Added,
            Some((item, old, picture))
                if *item == paper.item && *old == record && picture.as_deref() == paper.picture =>
            {
                return Ok(Change::Unchanged);
            }
            Some(_) => Change::Changed,
        };
        self.execute(
            "insert into paper (brand, kind, id, item, picture, record)
             values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict (brand, kind, id) do update
             set item = excluded.item, picture = excluded.picture, record = excluded.record",
            (
                paper.brand,
                kind,
                paper.id,
                paper.item,
                &paper.picture,
                &record,
            ),
        )?;
        Ok(change)
    }

    /// Puts in how a product is made.
    pub fn put_recipe(&self, product: i64, recipe: &wire::import::Recipe) -> Result<Change> {
        self.put_rule(product, "recipe", recipe)
    }

    /// Puts in how a product is kept.
    pub fn put_storage(&self, product: i64, storage: &wire::import::Storage) -> Result<Change> {
        self.put_rule(product, &format!("storage/{}", storage.measure), storage)
    }

    fn put_rule(&self, product: i64, kind: &str, record: &impl Serialize) -> Result<Change> {
        let record = to_json("product_rule", record)?;
        let known: Option<String> = self.row(
            "select record from product_rule where product = ?1 and kind = ?2",
            (product, kind),
            |row| row.get(0),
        )?;
        let change = match known {
            None => Change::Added,
            Some(known) if known == record => return Ok(Change::Unchanged),
            Some(_) => Change::Changed,
        };
        self.execute(
            "insert into product_rule (product, kind, record) values (?1, ?2, ?3)
             on conflict (product, kind) do update set record = excluded.record",
            (product, kind, &record),
        )?;
        Ok(change)
    }
}
