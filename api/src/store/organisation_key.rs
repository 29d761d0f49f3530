//! API keys of partners and authorities, stored as digests.

use trace::Instant;

use super::{ApiKeyRow, Db, Result, Tx};
use crate::{organisation::Kind, scope::Scopes};

/// A key that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationKey {
    /// Whose it is.
    pub organisation: String,
    /// What that is here for.
    pub kind: Kind,
    /// What it opens: never more than its kind may.
    pub scopes: Scopes,
}

impl Db<'_> {
    /// The key of that digest, unless it was revoked or its organisation suspended.
    pub fn organisation_key(&self, digest: &[u8; 32]) -> Result<Option<OrganisationKey>> {
        let found: Option<(String, String, String)> = self.row(
            "select organisation.id, organisation.kind, organisation_key.scopes
             from organisation_key
             join organisation on organisation.id = organisation_key.organisation
             where organisation_key.digest = ?1 and organisation_key.revoked_at is null
             and organisation.suspended_at is null",
            [digest.as_slice()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        Ok(found.and_then(|(organisation, kind, scopes)| {
            let kind = Kind::parse(&kind)?;
            let scopes = Scopes::parse(&scopes).of(kind);
            Some(OrganisationKey {
                organisation,
                kind,
                scopes,
            })
        }))
    }

    /// The keys of a partner or an authority that count, the newest first.
    pub fn organisation_keys(&self, organisation: &str) -> Result<Vec<ApiKeyRow>> {
        self.rows(
            "select digest, name, scopes, created_at from organisation_key
             where organisation = ?1 and revoked_at is null
             order by created_at desc, digest",
            [organisation],
            ApiKeyRow::read,
        )
    }
}

impl Tx<'_> {
    /// Puts a key in; its organisation must have its row.
    pub fn put_organisation_key(
        &self,
        organisation: &str,
        digest: &[u8; 32],
        name: &str,
        scopes: &Scopes,
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "insert into organisation_key (digest, organisation, name, scopes, created_at)
             values (?1, ?2, ?3, ?4, ?5)
             on conflict (digest) do nothing",
            (digest.as_slice(), organisation, name, scopes.text(), now.0),
        )?;
        Ok(())
    }

    /// Revokes one key of a partner or an authority; whether there was one that counted.
    pub fn revoke_organisation_key(
        &self,
        organisation: &str,
        digest: &[u8; 32],
        now: Instant,
    ) -> Result<bool> {
        let revoked = self.execute(
            "update organisation_key set revoked_at = ?3
             where organisation = ?1 and digest = ?2 and revoked_at is null",
            (organisation, digest.as_slice(), now.0),
        )?;
        Ok(revoked > 0)
    }
}
