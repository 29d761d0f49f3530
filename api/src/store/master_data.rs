//! What captured documents say of places, products and words in their headers.

use super::{Change, Db, Result, Tx, value::Value};
use crate::epcis::Described;

/// Who said what of something: an identifier or a value, with the prefix of the teller's captures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MasterDatum {
    /// The identifier, or the name of an attribute.
    pub what: String,
    /// The value of the attribute.
    pub value: String,
    /// Empty for the brand itself.
    pub told_by: String,
}

fn datum(row: &super::value::Row<'_>) -> Result<MasterDatum> {
    Ok(MasterDatum {
        what: row.get(0)?,
        value: row.get(1)?,
        told_by: row.get(2)?,
    })
}

impl Db<'_> {
    /// The identifiers of which a brand's documents tell that attribute, each with its value, so many
    /// at the most.
    pub fn described_by(
        &self,
        brand: &str,
        attribute: &str,
        limit: usize,
    ) -> Result<Vec<MasterDatum>> {
        self.rows(
            "select id, value, told_by from master_data
             where brand = ?1 and attribute = ?2 order by id, told_by, place limit ?3",
            (brand, attribute, limit as i64),
            datum,
        )
    }

    /// What a brand's documents tell of an identifier, in their order; the brand's own words first.
    pub fn described(&self, brand: &str, id: &str) -> Result<Vec<MasterDatum>> {
        self.rows(
            "select attribute, value, told_by from master_data
             where brand = ?1 and id = ?2 order by told_by, place",
            (brand, id),
            datum,
        )
    }
}

impl Db<'_> {
    /// The identifiers of which a brand's documents tell something, so many behind one, in order.
    pub fn described_after(&self, brand: &str, last: &str, limit: usize) -> Result<Vec<String>> {
        self.rows(
            "select distinct id from master_data where brand = ?1 and id > ?2 order by id limit ?3",
            (brand, last, limit as i64),
            |row| row.get(0),
        )
    }
}

impl Tx<'_> {
    /// Keeps what a teller says of one thing, where it is something else than before.
    pub fn describe(&self, brand: &str, told_by: &str, described: &Described) -> Result<Change> {
        let mut before = self.described(brand, &described.id)?;
        before.retain(|datum| datum.told_by == told_by);
        let before = before.into_iter().map(|datum| (datum.what, datum.value));
        let before: Vec<(String, String)> = before.collect();
        if before == described.attributes {
            return Ok(Change::Unchanged);
        }
        self.put_described(brand, told_by, std::slice::from_ref(described))?;
        Ok(if before.is_empty() {
            Change::Added
        } else {
            Change::Changed
        })
    }

    /// Keeps what a document tells of things, each of them once, in place of what the same teller told of
    /// them before.
    pub fn put_described(&self, brand: &str, told_by: &str, described: &[Described]) -> Result<()> {
        let things: Vec<Vec<Value<'_>>> = described
            .iter()
            .map(|one| {
                vec![
                    Value::Text(brand),
                    Value::Text(&one.id),
                    Value::Text(told_by),
                ]
            })
            .collect();
        self.execute_for_each(
            "delete from master_data where brand = ?1 and id = ?2 and told_by = ?3
             /*all
             delete from master_data using unnest(
                 cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[])
             ) as old (brand, id, told_by)
             where master_data.brand = old.brand and master_data.id = old.id
             and master_data.told_by = old.told_by
             */",
            &things,
        )?;
        let mut rows: Vec<Vec<Value<'_>>> = Vec::new();
        for one in described {
            for (turn, (attribute, value)) in (1_i64..).zip(&one.attributes) {
                rows.push(vec![
                    Value::Text(brand),
                    Value::Text(&one.id),
                    Value::Text(told_by),
                    Value::Int(turn),
                    Value::Text(attribute),
                    Value::Text(value),
                ]);
            }
        }
        self.execute_for_each(
            "insert into master_data (brand, id, told_by, place, attribute, value)
             values (?1, ?2, ?3, ?4, ?5, ?6)
             /*all
             insert into master_data (brand, id, told_by, place, attribute, value)
             select * from unnest(
                 cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]),
                 cast(?4 as bigint[]), cast(?5 as text[]), cast(?6 as text[])
             )
             */",
            &rows,
        )?;
        Ok(())
    }
}
