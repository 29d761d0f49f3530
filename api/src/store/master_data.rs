//! What captured documents say of places, products and words in their headers.

use super::{Db, Result, Tx, value::Value};
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

impl Tx<'_> {
    /// Keeps what a document tells of things, in place of what the same teller told of them before.
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
        let mut turns = std::collections::HashMap::new();
        for one in described {
            for (attribute, value) in &one.attributes {
                // A document may speak of a thing in several places.
                let turn = turns.entry(&one.id).or_insert(0_i64);
                *turn += 1;
                rows.push(vec![
                    Value::Text(brand),
                    Value::Text(&one.id),
                    Value::Text(told_by),
                    Value::Int(*turn),
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
