//! What inspectors wrote down, on its way back in: every line is held against its device's key and the
//! line before it, as when it came from the device.
//!
//! What is known here stays.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use evidence::{DeviceKey, Digest, Line, ServerKey};
use trace::Instant;
use wire::import::{
    InspectionFollowUp, InspectionLines, InspectionPhotoPart, InspectionTerm, InspectorDevice,
    SealPublicKey,
};

use super::{problems::Problems, record::Importer};
use crate::{
    inspection::{self, Coming},
    inspection_list::{DECISIONS, List, SEVERITIES},
    organisation::Organisation,
    picture::photo_type,
    store::{self, Change, FollowUp},
};

const AS_EXPORTED: &str = "take the record as it was exported";

impl Importer<'_, '_> {
    pub(super) fn seal_public_key(
        &mut self,
        key: &SealPublicKey,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        if ServerKey::from_text(&key.public_key).is_err() {
            problems.add("public_key", "is no key that seals", AS_EXPORTED);
        }
        let mut moment = |field, text: &Option<String>| {
            let text = text.as_deref()?;
            self.moment(field, text, problems)
        };
        let since = moment("since", &key.since).unwrap_or(Instant(0));
        let retired_at = moment("retired", &key.retired);
        if !problems.0.is_empty() {
            return Ok(None);
        }
        let is_added = self.tx.put_seal_key(&store::SealPublicKey {
            public_key: key.public_key.clone(),
            since,
            retired_at,
        })?;
        Ok(Some(added(is_added)))
    }

    /// The organisation that a record names, with a row of its own.
    fn organisation(
        &self,
        id: &str,
        problems: &mut Problems,
    ) -> store::Result<Option<Organisation>> {
        let found = self.tx.settle_organisation(id, self.now)?;
        if found.is_none() {
            problems.add(
                "organisation",
                format!("`{id}` is not known here"),
                "put the brand's record first, or admit it with `touchstone organisation admit`",
            );
        }
        Ok(found)
    }

    pub(super) fn inspection_term(
        &mut self,
        term: &InspectionTerm,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let organisation = self.organisation(&term.organisation, problems)?;
        let removed = term.removed.as_deref();
        let removed_at = removed.and_then(|text| self.moment("removed", text, problems));
        if List::parse(&term.list).is_none() {
            problems.add("list", "is reason or ground", AS_EXPORTED);
        }
        if term.id.is_empty() || term.words.is_empty() {
            problems.add("id", "has no name, or no words", AS_EXPORTED);
        }
        let severity = term.severity.as_deref();
        if !severity.is_none_or(|severity| SEVERITIES.contains(&severity)) {
            problems.add("severity", "is minor, major or critical", AS_EXPORTED);
        }
        let mut decisions = term.decisions.iter();
        if !decisions.all(|decision| DECISIONS.contains(&decision.as_str())) {
            problems.add("decisions", "are release, detain or seize", AS_EXPORTED);
        }
        let Some(organisation) = organisation.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        let known = self.tx.inspection_terms(&organisation.id)?;
        let mut known = known.iter();
        let is_known = known.any(|known| known.list == term.list && known.id == term.id);
        if !is_known {
            let new = store::InspectionTerm {
                list: term.list.clone(),
                id: term.id.clone(),
                words: term.words.clone(),
                severity: term.severity.clone(),
                decisions: term.decisions.clone(),
                position: term.position,
                removed_at,
            };
            self.tx.put_inspection_term(&organisation.id, &new)?;
        }
        Ok(Some(added(!is_known)))
    }

    pub(super) fn inspector_device(
        &mut self,
        device: &InspectorDevice,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let organisation = self.organisation(&device.organisation, problems)?;
        let registered_at = self.moment("registered", &device.registered, problems);
        let seen_at = self.moment("seen", &device.seen, problems);
        let locked = device.locked.as_deref();
        let locked_at = locked.and_then(|text| self.moment("locked", text, problems));
        let key = match DeviceKey::from_text(&device.public_key) {
            Ok(key) => Some(key),
            Err(error) => {
                problems.add("public_key", error.to_string(), AS_EXPORTED);
                None
            }
        };
        let (Some(organisation), Some(registered_at), Some(seen_at), Some(key), true) = (
            organisation,
            registered_at,
            seen_at,
            key,
            problems.0.is_empty(),
        ) else {
            return Ok(None);
        };
        let id = key.id().0;
        match self.tx.device(&id)? {
            Some(known) if known.organisation == organisation.id => {
                return Ok(Some(Change::Unchanged));
            }
            Some(_) => {
                problems.add(
                    "public_key",
                    "is another organisation's device here",
                    AS_EXPORTED,
                );
                return Ok(None);
            }
            None => {}
        }
        self.tx.put_known_device(&store::InspectorDevice {
            id,
            organisation: organisation.id,
            staff: device.staff.clone(),
            name: device.name.clone(),
            public_key: key.to_text(),
            registered_at,
            seen_at,
            locked_at,
        })?;
        Ok(Some(Change::Added))
    }

    pub(super) fn inspection_lines(
        &mut self,
        given: &InspectionLines,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let organisation = self.organisation(&given.organisation, problems)?;
        let received = self.moment("received", &given.received, problems);
        let (Some(organisation), Some(received)) = (organisation, received) else {
            return Ok(None);
        };
        let lines = given.lines.iter().map(|line| Line {
            entry: line.entry.clone(),
            signature: line.signature.clone(),
        });
        let lines: Vec<Line> = lines.collect();
        let coming = Coming::Restored {
            after_lock: given.after_lock,
            is_strangers: given.by_stranger,
        };
        match inspection::take(self.tx, &organisation, &lines, coming, received)? {
            Ok(taken) => Ok(Some(added(taken.added > 0))),
            Err(error) => {
                problems.add(
                    "lines",
                    error.to_string(),
                    "take the records as they were exported, all of them and in their order",
                );
                Ok(None)
            }
        }
    }

    pub(super) fn inspection_follow_up(
        &mut self,
        word: &InspectionFollowUp,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let written_at = self.moment("at", &word.at, problems);
        if self.tx.inspection(&word.inspection)?.is_none() {
            problems.add(
                "inspection",
                format!("`{}` is not known here", word.inspection),
                "put the records of its lines first",
            );
        }
        let (Some(written_at), true) = (written_at, problems.0.is_empty()) else {
            return Ok(None);
        };
        let new = FollowUp {
            inspection: word.inspection.clone(),
            number: word.number,
            is_done: word.done,
            assignee: word.assignee.clone(),
            note: word.note.clone(),
            written_by: word.by.clone(),
            written_at,
        };
        let known = self.tx.follow_ups(&word.inspection)?;
        match known.iter().find(|known| known.number == new.number) {
            Some(known) if *known == new => Ok(Some(Change::Unchanged)),
            Some(_) => {
                problems.add(
                    "number",
                    "something else was said here",
                    "keep what is here",
                );
                Ok(None)
            }
            None => {
                self.tx.add_follow_up(&new)?;
                Ok(Some(Change::Added))
            }
        }
    }

    pub(super) fn inspection_photo_part(
        &mut self,
        part: &InspectionPhotoPart,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let organisation = self.organisation(&part.organisation, problems)?;
        let sha256: Option<[u8; 32]> = problems.digest("sha256", &part.sha256);
        let begun = self.moment("begun", &part.begun, problems);
        let done = self.moment("done", &part.done, problems);
        let bytes = BASE64_STANDARD.decode(&part.base64);
        if bytes.is_err() {
            problems.add("base64", "is not base64", AS_EXPORTED);
        }
        let (Some(organisation), Some(sha256), Some(begun), Some(done), Ok(bytes)) =
            (organisation, sha256, begun, done, bytes)
        else {
            return Ok(None);
        };
        let whose = &organisation.id;
        let known = self.tx.inspection_photo(whose, &sha256)?;
        let (is_whole, received) = known.as_ref().map_or((false, 0), |known| {
            (known.done_at.is_some(), known.received)
        });
        let end = part.at.saturating_add(bytes.len() as u64);
        if is_whole || end <= received {
            return Ok(Some(Change::Unchanged));
        }
        if part.at != received || end > part.size {
            problems.add(
                "at",
                format!("the part that begins at {received} comes next"),
                "put its parts in their order",
            );
            return Ok(None);
        }
        if known.is_none() {
            let begin = self
                .tx
                .begin_inspection_photo(whose, &sha256, part.size, begun);
            begin?;
        }
        self.tx
            .add_inspection_photo(whose, &sha256, part.at, &bytes)?;
        if end == part.size {
            let whole = self.tx.inspection_photo_bytes(whose, &sha256)?;
            if Digest::of(&whole).0 != sha256 || photo_type(&whole).is_none() {
                self.tx.drop_inspection_photo(whose, &sha256)?;
                problems.add(
                    "base64",
                    "all of it is here, and is another picture; it was forgotten",
                    AS_EXPORTED,
                );
                return Ok(None);
            }
            self.tx.end_inspection_photo(whose, &sha256, done)?;
        }
        Ok(Some(Change::Added))
    }
}

fn added(is_added: bool) -> Change {
    match is_added {
        true => Change::Added,
        false => Change::Unchanged,
    }
}
