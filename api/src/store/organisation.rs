//! Organisations. A brand is one from its import on, and gets its row when it first needs one.

use trace::Instant;

use super::{Db, Result, Tx};
use crate::organisation::{Kind, OPERATOR, Organisation};

impl Db<'_> {
    /// The organisation of that identifier; brands without a row, and the operator, too.
    pub fn organisation(&self, id: &str) -> Result<Option<Organisation>> {
        let brand = self.brand(id)?;
        if let Some(mut row) = self.organisation_row(id)? {
            // A brand's name is that of its record, which an import may have changed.
            if let (Kind::Brand, Some(brand)) = (row.kind, brand) {
                row.name = brand.name;
            }
            return Ok(Some(row));
        }
        let kind_and_name = match brand {
            Some(brand) => Some((Kind::Brand, brand.name)),
            None if id == OPERATOR => Some((Kind::Operator, "Touchstone".to_owned())),
            None => None,
        };
        Ok(kind_and_name.map(|(kind, name)| Organisation {
            id: id.to_owned(),
            kind,
            name,
            suspended_at: None,
        }))
    }

    /// Those that the operator admitted: partners and authorities, by identifier.
    pub fn admitted_organisations(&self) -> Result<Vec<Organisation>> {
        let rows: Vec<Option<Organisation>> = self.rows(
            "select id, kind, name, suspended_at from organisation
             where kind in ('partner', 'authority')
             order by id",
            [],
            |row| {
                Ok(organisation(
                    row.get(0)?,
                    &row.get::<String>(1)?,
                    row.get(2)?,
                    row.get(3)?,
                ))
            },
        )?;
        Ok(rows.into_iter().flatten().collect())
    }

    fn organisation_row(&self, id: &str) -> Result<Option<Organisation>> {
        let row: Option<(String, String, Option<i64>)> = self.row(
            "select kind, name, suspended_at from organisation where id = ?1",
            [id],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        Ok(row.and_then(|(kind, name, suspended)| {
            organisation(id.to_owned(), &kind, name, suspended)
        }))
    }
}

/// `None` for a kind of a later version: nobody of it may do anything here.
fn organisation(
    id: String,
    kind: &str,
    name: String,
    suspended_at: Option<i64>,
) -> Option<Organisation> {
    Some(Organisation {
        id,
        kind: Kind::parse(kind)?,
        name,
        suspended_at: suspended_at.map(Instant),
    })
}

impl Tx<'_> {
    /// Admits a partner or an authority; whether the identifier was free.
    pub fn admit(&self, organisation: &Organisation, now: Instant) -> Result<bool> {
        if self.organisation(&organisation.id)?.is_some() {
            return Ok(false);
        }
        self.put_organisation(organisation, now)?;
        Ok(true)
    }

    /// The organisation of that identifier, with a row that others can name from now on.
    pub fn settle_organisation(&self, id: &str, now: Instant) -> Result<Option<Organisation>> {
        let organisation = self.organisation(id)?;
        if let Some(organisation) = &organisation {
            self.put_organisation(organisation, now)?;
        }
        Ok(organisation)
    }

    fn put_organisation(&self, organisation: &Organisation, now: Instant) -> Result<()> {
        self.execute(
            "insert into organisation (id, kind, name, admitted_at) values (?1, ?2, ?3, ?4)
             on conflict (id) do nothing",
            (
                &organisation.id,
                organisation.kind.id(),
                &organisation.name,
                now.0,
            ),
        )?;
        Ok(())
    }

    /// Suspends a partner or an authority, or lets it work again; whether there is such a one.
    pub fn suspend(&self, id: &str, since: Option<Instant>) -> Result<bool> {
        let changed = self.execute(
            "update organisation set suspended_at = ?2
             where id = ?1 and kind in ('partner', 'authority')",
            (id, since.map(|since| since.0)),
        )?;
        Ok(changed > 0)
    }
}
