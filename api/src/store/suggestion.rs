//! Who said yes to suggestions.

use super::{Db, Quote, Result, Tx};

impl Db<'_> {
    /// The yes of an owner, where there is one.
    pub fn suggestion_consent(&self, owner: &str) -> Result<Option<Quote>> {
        self.row(
            "select at, question, language from suggestion_consent where owner = ?1",
            [owner],
            |row| {
                Ok(Quote {
                    at: row.get(0)?,
                    text: row.get(1)?,
                    language: row.get(2)?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Keeps a yes; one that was said before stays as it was.
    pub fn put_suggestion_consent(&self, owner: &str, consent: &Quote) -> Result<()> {
        self.execute(
            "insert into suggestion_consent (owner, at, question, language) values (?1, ?2, ?3, ?4)
             on conflict (owner) do nothing",
            (owner, consent.at, &consent.text, &consent.language),
        )?;
        Ok(())
    }

    /// Forgets it.
    pub fn end_suggestions(&self, owner: &str) -> Result<()> {
        self.execute("delete from suggestion_consent where owner = ?1", [owner])?;
        Ok(())
    }
}
