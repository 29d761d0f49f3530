//! What brands let authorities see, and partners see and tell.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};
use crate::depth::Depth;

/// A grant that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Random, in hexadecimal.
    pub id: String,
    /// Who lets.
    pub brand: String,
    /// Who may look.
    pub authority: String,
    /// 14 digits; `None` for every product of the brand, later ones too.
    pub gtin: Option<String>,
    /// How deep.
    pub depth: Depth,
    /// Whether their people may also tell what they do with packs: sales, returns, what became of a unit.
    pub tells: bool,
    /// The member who gave it.
    pub given_by: String,
    /// When.
    pub given_at: Instant,
}

/// `None` for a depth of a later version: nothing may be seen by it here.
fn read(row: &Row<'_>) -> Result<Option<Grant>> {
    let gtin: String = row.get(3)?;
    let Some(depth) = Depth::parse(&row.get::<String>(4)?) else {
        return Ok(None);
    };
    Ok(Some(Grant {
        id: row.get(0)?,
        brand: row.get(1)?,
        authority: row.get(2)?,
        gtin: (!gtin.is_empty()).then_some(gtin),
        depth,
        given_by: row.get(5)?,
        given_at: Instant(row.get(6)?),
        tells: row.get::<i64>(7)? != 0,
    }))
}

impl Db<'_> {
    /// The grants of a brand, by authority.
    pub fn grants_of_brand(&self, brand: &str) -> Result<Vec<Grant>> {
        let rows = self.rows(
            "select id, brand, authority, gtin, depth, given_by, given_at, tells
             from access_grant
             where brand = ?1 and ended_at is null
             order by authority, gtin, given_at, id",
            [brand],
            read,
        )?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// What an authority was granted, by brand.
    pub fn grants_to(&self, authority: &str) -> Result<Vec<Grant>> {
        let rows = self.rows(
            "select id, brand, authority, gtin, depth, given_by, given_at, tells
             from access_grant
             where authority = ?1 and ended_at is null
             order by brand, gtin, given_at, id",
            [authority],
            read,
        )?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// How deep an authority may look into a product of a brand; `None` for not at all.
    pub fn granted_depth(&self, authority: &str, brand: &str, gtin: &str) -> Result<Option<Depth>> {
        let depths: Vec<String> = self.rows(
            "select depth from access_grant
             where authority = ?1 and brand = ?2 and gtin in ('', ?3) and ended_at is null",
            (authority, brand, gtin),
            |row| row.get(0),
        )?;
        Ok(depths.iter().filter_map(|depth| Depth::parse(depth)).max())
    }

    /// Whether a brand lets a partner tell what is done with packs of a product.
    pub fn grant_tells(&self, partner: &str, brand: &str, gtin: &str) -> Result<bool> {
        let one: Option<i64> = self.row(
            "select 1 from access_grant
             where authority = ?1 and brand = ?2 and gtin in ('', ?3) and tells = 1
                 and ended_at is null
             limit 1",
            (partner, brand, gtin),
            |row| row.get(0),
        )?;
        Ok(one.is_some())
    }
}

impl Tx<'_> {
    /// Gives a grant, in the place of one for the same product; both sides must have their rows.
    pub fn give_grant(&self, grant: &Grant) -> Result<()> {
        let gtin = grant.gtin.as_deref().unwrap_or_default();
        self.execute(
            "update access_grant set ended_at = ?4
             where brand = ?1 and authority = ?2 and gtin = ?3 and ended_at is null",
            (&grant.brand, &grant.authority, gtin, grant.given_at.0),
        )?;
        self.execute(
            "insert into access_grant (id, brand, authority, gtin, depth, given_by, given_at, tells)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                &grant.id,
                &grant.brand,
                &grant.authority,
                gtin,
                grant.depth.id(),
                &grant.given_by,
                grant.given_at.0,
                i64::from(grant.tells),
            ),
        )?;
        Ok(())
    }

    /// Ends a grant of a brand; `false` where it has none of that identifier.
    pub fn end_grant(&self, brand: &str, id: &str, now: Instant) -> Result<bool> {
        let ended = self.execute(
            "update access_grant set ended_at = ?3
             where brand = ?1 and id = ?2 and ended_at is null",
            (brand, id, now.0),
        )?;
        Ok(ended > 0)
    }
}
