//! EPCIS queries that a brand keeps under a name.

use trace::Instant;

use super::{Db, Result, Tx};

/// A query with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct EventQuery {
    /// Its name, within its brand.
    pub name: String,
    /// Its parameters, as a JSON object.
    pub query: String,
    /// When it was made.
    pub created_at: Instant,
}

fn query(row: &super::value::Row<'_>) -> Result<EventQuery> {
    Ok(EventQuery {
        name: row.get(0)?,
        query: row.get(1)?,
        created_at: Instant(row.get(2)?),
    })
}

impl Db<'_> {
    /// A brand's query of that name.
    pub fn event_query(&self, brand: &str, name: &str) -> Result<Option<EventQuery>> {
        self.row(
            "select name, query, created_at from event_query where brand = ?1 and name = ?2",
            (brand, name),
            query,
        )
    }

    /// A brand's queries behind a name, in order, some at a time.
    pub fn event_queries(&self, brand: &str, after: &str, limit: usize) -> Result<Vec<EventQuery>> {
        self.rows(
            "select name, query, created_at from event_query
             where brand = ?1 and name > ?2 order by name limit ?3",
            (brand, after, limit as i64),
            query,
        )
    }

    /// How many queries a brand keeps.
    pub fn count_event_queries(&self, brand: &str) -> Result<i64> {
        let count: Option<i64> = self.row(
            "select count(*) from event_query where brand = ?1",
            [brand],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Keeps a query; whether its name was free.
    pub fn put_event_query(&self, brand: &str, query: &EventQuery) -> Result<bool> {
        let added = self.execute(
            "insert into event_query (brand, name, query, created_at) values (?1, ?2, ?3, ?4)
             on conflict (brand, name) do nothing",
            (brand, &query.name, &query.query, query.created_at.0),
        )?;
        Ok(added > 0)
    }

    /// Forgets a query.
    pub fn remove_event_query(&self, brand: &str, name: &str) -> Result<()> {
        self.execute(
            "delete from event_query where brand = ?1 and name = ?2",
            (brand, name),
        )?;
        Ok(())
    }
}
