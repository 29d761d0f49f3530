//! Records that an export writes and a brand hardly does: pictures within the file, ranges of issued
//! serials, single events.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use issue::{HiddenKey, IssueKey};
use wire::import::{Event, Issued, MasterData, MasterDatum, Picture, SigningKey, State};

use super::{events, log::Log, picture, problems::Problems, record::Importer};
use crate::{
    clock,
    epcis::{self, Context, Described, Incoming, Reading},
    key::Teller,
    key_file::FileKey,
    random,
    store::{self, Change, IssueRange, Reached},
};

impl Importer<'_, '_> {
    pub(super) fn named_picture(
        &mut self,
        picture: &Picture,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let Ok(bytes) = BASE64_STANDARD.decode(&picture.base64) else {
            problems.add(
                "base64",
                "is not base64",
                "write the file's bytes as RFC 4648 has it",
            );
            return Ok(None);
        };
        match picture::put_bytes(self.tx, &picture.name, &bytes)? {
            Ok((digest, change)) => {
                self.kept.named.insert(picture.name.clone(), digest);
                Ok(Some(change))
            }
            Err(problem) => {
                problems.0.push(problem);
                Ok(None)
            }
        }
    }

    pub(super) fn issued(
        &mut self,
        issued: &Issued,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&issued.gtin, problems)?;
        let batch = match product {
            Some(product) => self.known_batch(product, &issued.batch)?,
            None => None,
        };
        if product.is_some() && batch.is_none() {
            problems.add(
                "batch",
                format!("`{}` is not known here", issued.batch),
                "put the batch's record before its serials",
            );
        }
        problems.date("issued_on", Some(&issued.issued_on));
        let end = issued.first.checked_add(issued.count);
        if issued.count == 0 || end.is_none_or(|end| end > issue::MAX_COUNTER) {
            problems.add(
                "count",
                "is none, or goes beyond the last counter",
                "take the range as it was exported",
            );
        }
        let mut keys = vec![self.key::<IssueKey>("key", &issued.key, problems)?];
        if let Some(hidden_key) = &issued.hidden_key {
            keys.push(self.key::<HiddenKey>("hidden_key", hidden_key, problems)?);
        }
        let (Some(product), Some(batch), true) = (product, batch, problems.0.is_empty()) else {
            return Ok(None);
        };
        let range = IssueRange {
            first: issued.first,
            count: issued.count,
            batch: issued.batch.clone(),
            issued_on: issued.issued_on.clone(),
            has_hidden: issued.hidden_key.is_some(),
            reached: Reached::default(),
            signing_key: issued.signing_key.clone(),
        };
        let change = self.tx.put_issue_range(product, batch, &range)?;
        if change.is_none() {
            problems.add(
                "first",
                "some of these serials were issued here in another range",
                "import into a database that has issued none of this product",
            );
        }
        if change == Some(Change::Added) {
            for (setting, key) in keys.into_iter().flatten() {
                self.tx.put_key_digest(setting, &key)?;
            }
        }
        Ok(change)
    }

    /// A key of that name stays what it is, but for its being revoked.
    pub(super) fn signing_key(
        &mut self,
        key: &SigningKey,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let brand = match events::brand(self, Some(&key.brand))? {
            Ok(brand) => brand,
            Err(problem) => {
                problems.0.push(problem);
                return Ok(None);
            }
        };
        let created = clock::parse_rfc3339(&key.created);
        let revoked = key.revoked.as_deref().map(clock::parse_rfc3339);
        let public_key = random::from_hex(&key.public_key);
        let (Some(created_at), Some(public_key), false) =
            (created, public_key, revoked == Some(None))
        else {
            problems.add(
                "public_key",
                "this key or its dates can't be read",
                "take the record as it was exported",
            );
            return Ok(None);
        };
        let new = store::SigningKey {
            id: key.id.clone(),
            brand: brand.clone(),
            public_key,
            created_at,
            revoked_at: None,
        };
        let known = self.tx.signing_keys(&brand)?;
        let known = known.into_iter().find(|known| known.id == new.id);
        let is_same = known
            .as_ref()
            .is_none_or(|known| known.public_key == public_key);
        let is_added = is_same && self.tx.put_signing_key(&new)?;
        if !is_same || (known.is_none() && !is_added) {
            problems.add(
                "id",
                format!("another key is called `{}` here", key.id),
                "make a new key, and sign with that one",
            );
            return Ok(None);
        }
        let is_revoked = match revoked.flatten() {
            Some(at) => self.tx.revoke_signing_key(&brand, &key.id, at)?,
            None => false,
        };
        Ok(Some(match (is_added, is_revoked) {
            (true, _) => Change::Added,
            (false, true) => Change::Changed,
            (false, false) => Change::Unchanged,
        }))
    }

    pub(super) fn state(
        &mut self,
        state: &State,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let Some(product) = self.known_product(&state.gtin, problems)? else {
            return Ok(None);
        };
        let Some(batch) = self.known_batch(product, &state.batch)? else {
            problems.add(
                "batch",
                format!("`{}` is not known here", state.batch),
                "put the batch's record first",
            );
            return Ok(None);
        };
        let (stage, correction) = (state.state.into(), state.correction);
        let Some(first) = state.first else {
            if state.count.is_some() {
                problems.add(
                    "count",
                    "is without `first`",
                    "write the first counter of the range, or leave both out for the whole batch",
                );
                return Ok(None);
            }
            return Ok(Some(self.tx.put_batch_stage(batch, stage, correction)?));
        };
        let change = self.tx.put_range_stage(
            product,
            &state.batch,
            first,
            state.count,
            stage,
            correction,
        )?;
        if change.is_none() {
            problems.add(
                "first",
                format!("no range of the batch begins at {first}, or it has not so many"),
                "write the number that `issue` said for `--again`",
            );
        }
        Ok(change)
    }

    /// The digest of a key with the name that it is kept under, where this database has that key or
    /// none.
    fn key<K: FileKey>(
        &self,
        field: &str,
        digest: &str,
        problems: &mut Problems,
    ) -> store::Result<Option<(&'static str, [u8; 32])>> {
        let setting = K::KIND.setting;
        let Some(key) = random::from_hex(digest) else {
            problems.add(
                field,
                "is no digest of a key",
                "take the range as it was exported",
            );
            return Ok(None);
        };
        if self
            .tx
            .key_digest(setting)?
            .is_some_and(|known| known != key)
        {
            problems.add(
                field,
                format!("the {} here are of another {}", K::KIND.makes, K::KIND.name),
                "a database has one of them: import into a database of its own, and serve it with \
                 the key that these were issued with",
            );
            return Ok(None);
        }
        Ok(Some((setting, key)))
    }

    pub(super) fn master_data(
        &mut self,
        told: &MasterData,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let brand = match events::brand(self, Some(&told.brand))? {
            Ok(brand) => brand,
            Err(problem) => {
                problems.0.push(problem);
                return Ok(None);
            }
        };
        if !told.id.contains(':') {
            problems.add("id", "is no URI", "write it as it was exported");
        }
        if told
            .told_by
            .as_deref()
            .is_some_and(|name| name.is_empty() || name.contains(':'))
        {
            problems.add(
                "told_by",
                "is no name of a partner",
                "write it as it was exported",
            );
        }
        let is_long = |datum: &MasterDatum| datum.value.len() > epcis::MAX_VALUE;
        if told.attributes.iter().any(is_long) {
            let what = format!("has a value of more than {} bytes", epcis::MAX_VALUE);
            problems.add("attributes", what, "write it as it was exported");
        }
        if !problems.0.is_empty() {
            return Ok(None);
        }
        let attributes = told.attributes.iter();
        let attributes = attributes.map(|datum| (datum.name.clone(), datum.value.clone()));
        let described = Described {
            id: told.id.clone(),
            attributes: attributes.collect(),
        };
        let told_by = told.told_by.as_deref().map(Teller::prefix_of);
        let told_by = told_by.unwrap_or_default();
        self.tx.describe(&brand, &told_by, &described).map(Some)
    }

    pub(super) fn event_record(
        &mut self,
        event: &Event,
        line: usize,
        problems: &mut Problems,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        let brand = match events::brand(self, Some(&event.brand))? {
            Ok(brand) => brand,
            Err(problem) => {
                problems.0.push(problem);
                return Ok(());
            }
        };
        let recorded = event.recorded.as_deref();
        let at = recorded.and_then(clock::parse_rfc3339);
        if recorded.is_some() && at.is_none() {
            problems.add(
                "recorded",
                "is no date and time",
                "write it as 2026-11-24T10:20:30Z, or leave it out",
            );
            return Ok(());
        }
        // Nothing was recorded after now.
        let at = at.map(|at| at.min(self.now));
        let context = Context::default();
        let event = Incoming::read(&event.event, &context, Reading::Restored, "/event");
        self.event(&brand, &event, at, Some(line), log)
    }
}
