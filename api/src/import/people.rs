//! What people gave, on its way back in: registrations and claims, whose holders' codes stay good.

use wire::import::{Claim, RETURN_REMEDIES, Registration, Return};

use super::{Problem, problems::Problems, recall::REMEDIES, record::Importer};
use crate::{
    claim,
    claim_status::{ClaimKind, ClaimStatus},
    error::ApiError,
    reference::{Purpose, Reference},
    registration::code_of_path,
    returning, reward,
    store::{self, Change, Ended, Evidence, Ground, NewClaim, NewRegistration},
    submission::{email, short_text},
};

const AS_EXPORTED: &str = "take the record as it was exported";

impl Importer<'_, '_> {
    pub(super) fn registration(
        &mut self,
        given: &Registration,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&given.gtin, problems)?;
        let serial = problems.cset82("serial", &given.serial);
        let code_digest = problems.digest("code_digest", &given.code_digest);
        let registered_at = self.moment("registered", &given.registered, problems);
        problems.reference(Purpose::Registration, &given.reference);
        problems.path(&given.path);
        problems.date("bought_on", given.bought_on.as_ref());
        problems.field(short_text("shop", given.shop.as_deref(), 200));
        problems.field(email(given.email.as_deref()));
        if !given.account.starts_with("person:") {
            problems.add("account", "is no account of a person", AS_EXPORTED);
        }
        let (Some(product), Some(serial), Some(code_digest), Some(registered_at), true) = (
            product,
            serial,
            code_digest,
            registered_at,
            problems.0.is_empty(),
        ) else {
            return Ok(None);
        };
        if self.tx.unit(product, &serial)?.is_none() {
            problems.add(
                "serial",
                format!("the unit `{}` is not known here", given.serial),
                "put the record of its units first",
            );
            return Ok(None);
        }
        let is_known = self.tx.registration(&given.reference)?.is_some();
        let brand = self
            .tx
            .product_record(product)?
            .map(|product| product.brand);
        let evidence = match given.evidence.as_deref() {
            None => Some(Evidence::Claimed),
            Some(name) => Evidence::parse(name),
        };
        let stolen_at = given.stolen.as_ref();
        let stolen_at = stolen_at.and_then(|at| self.moment("stolen", at, problems));
        let ended_at = given.ended.as_ref();
        let ended_at = ended_at.and_then(|at| self.moment("ended", at, problems));
        let ended = given.why.as_deref().map(Ended::parse);
        if evidence.is_none() || ended == Some(None) || ended.is_some() != given.ended.is_some() {
            problems.add(
                "evidence",
                "or `ended` and `why` say nothing that there is",
                AS_EXPORTED,
            );
        }
        if !problems.0.is_empty() {
            return Ok(None);
        }
        let new = store::Registration {
            reference: given.reference.clone(),
            code_digest,
            product,
            serial,
            account: given.account.clone(),
            registered_at,
            points: given.points,
            path: given.path.clone(),
            bought_on: given.bought_on.clone(),
            shop: given.shop.clone(),
            email: given.email.clone(),
            evidence: evidence.unwrap_or_default(),
            stolen_at,
        };
        if let Some((ended_at, Some(why))) = ended_at.zip(ended) {
            if self.tx.former_registration(&new.reference)?.is_some() {
                return Ok(Some(Change::Unchanged));
            }
            self.tx.put_former(&new, ended_at, why)?;
            return Ok(Some(Change::Added));
        }
        match self.tx.register(&new, None)? {
            NewRegistration::Registered(_) if is_known => return Ok(Some(Change::Unchanged)),
            NewRegistration::Registered(_) | NewRegistration::Displaced(..) => {
                let brand = brand.unwrap_or_default();
                reward::restore_registration(self.tx, &brand, &new)?;
                return Ok(Some(Change::Added));
            }
            NewRegistration::Taken => problems.add(
                "serial",
                "this unit is registered here by another",
                "it has one registration: leave out the one that is wrong",
            ),
            NewRegistration::KeyReused => problems.another("registration"),
        }
        Ok(None)
    }

    pub(super) fn claim(
        &mut self,
        given: &Claim,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&given.gtin, problems)?;
        let serial = given.serial.as_ref();
        let serial = serial.map(|serial| problems.cset82("serial", serial));
        let code_digest = problems.digest("code_digest", &given.code_digest);
        let opened_at = self.moment("opened", &given.opened, problems);
        let kind = match given.returned {
            None => ClaimKind::Recall,
            Some(_) => ClaimKind::Return,
        };
        problems.reference(claim::purpose(kind), &given.reference);
        problems.path(&given.path);
        problems.field(short_text("note", given.note.as_deref(), 2000));
        problems.field(email(given.email.as_deref()));
        problems.field(short_text("language", Some(&given.language), 40));
        problems.field(short_text("owner", given.owner.as_deref(), 64));
        problems.status("status", kind, &given.status);
        let steps = self.claim_steps(given, kind, problems);
        let remedies = match kind {
            ClaimKind::Recall => &REMEDIES[..],
            ClaimKind::Return => &RETURN_REMEDIES[..],
        };
        if !remedies.contains(&given.remedy.as_str()) {
            problems.add("remedy", "is no remedy", AS_EXPORTED);
        }
        let ground = ground(given, problems);
        let (Some(product), Some(code_digest), Some(opened_at), Some(ground), true) = (
            product,
            code_digest,
            opened_at,
            ground,
            problems.0.is_empty(),
        ) else {
            return Ok(None);
        };
        if let Some(of) = ground.recall() {
            let recalls = self.tx.recalls(product)?;
            if recalls.iter().all(|recall| recall.record.id != of) {
                problems.add(
                    "recall",
                    format!("`{of}` is not known here"),
                    "put the recall's record first",
                );
                return Ok(None);
            }
        }
        let is_known = self.tx.claim(&given.reference)?.is_some();
        let new = store::Claim {
            reference: given.reference.clone(),
            code_digest,
            ground,
            path: given.path.clone(),
            product,
            serial: serial.flatten(),
            opened_at,
            status: given.status.clone(),
            remedy: given.remedy.clone(),
            note: given.note.clone(),
            email: given.email.clone(),
            language: given.language.clone(),
            owner: given.owner.clone(),
        };
        match self.tx.open_claim(&new)? {
            NewClaim::Opened(_) if is_known => return Ok(Some(Change::Unchanged)),
            NewClaim::Opened(_) => {
                for step in &steps {
                    self.tx.put_claim_step(&given.reference, step)?;
                }
                return Ok(Some(Change::Added));
            }
            NewClaim::Taken => problems.add(
                "serial",
                "there is another claim here for this unit",
                "it has one claim: leave out the one that is wrong",
            ),
            NewClaim::KeyReused => problems.another("claim"),
        }
        Ok(None)
    }
}

impl Importer<'_, '_> {
    /// The steps of a claim; a claim stands as its last one says.
    fn claim_steps(
        &self,
        given: &Claim,
        kind: ClaimKind,
        problems: &mut Problems,
    ) -> Vec<store::ClaimStep> {
        let mut steps = Vec::new();
        for step in &given.steps {
            problems.status("steps", kind, &step.status);
            problems.field(short_text("steps", Some(&step.message), 2000));
            let Some(at) = self.moment("steps", &step.at, problems) else {
                continue;
            };
            steps.push(store::ClaimStep {
                at,
                status: step.status.clone(),
                by_staff: step.by_staff.clone(),
                message: step.message.clone(),
            });
        }
        let status = ClaimStatus::parse(&given.status);
        let is_closed = status.is_some_and(ClaimStatus::is_closed);
        let by_staff = is_closed && status != Some(ClaimStatus::Withdrawn);
        let last = given.steps.last();
        let fits = match last {
            None => !is_closed,
            Some(last) => last.status == given.status && !(by_staff && last.by_staff.is_empty()),
        };
        if !fits {
            problems.add(
                "steps",
                "don't end with how the claim stands, by whom of the staff",
                AS_EXPORTED,
            );
        }
        steps
    }
}

/// What a claim rests on: one of the two.
fn ground(given: &Claim, problems: &mut Problems) -> Option<Ground> {
    match (&given.recall, &given.returned) {
        (Some(recall), None) => Some(Ground::Recall(recall.clone())),
        (None, Some(returned)) => Some(Ground::Return(Box::new(return_of(returned, problems)))),
        _ => {
            problems.add("recall", "or `return` says what it rests on", AS_EXPORTED);
            None
        }
    }
}

fn return_of(given: &Return, problems: &mut Problems) -> store::Return {
    if !returning::REASONS.contains(&given.reason.as_str()) {
        problems.add("return", "has no reason that there is", AS_EXPORTED);
    }
    problems.date("return", given.bought_on.as_ref());
    problems.date("return", given.warranty_until.as_ref());
    problems.field(short_text("return", given.shop.as_deref(), 200));
    let given = given.clone();
    store::Return {
        registration: given.registration,
        reason: given.reason,
        batch: given.batch,
        bought_on: given.bought_on,
        shop: given.shop,
        warranty_until: given.warranty_until,
        evidence: given.evidence,
        place: given.place,
    }
}

impl Problems {
    fn status(&mut self, field: &'static str, kind: ClaimKind, text: &str) {
        let status = ClaimStatus::parse(text);
        if status.is_none_or(|status| !kind.statuses().contains(&status)) {
            self.add(field, format!("`{text}` is none of a claim"), AS_EXPORTED);
        }
    }

    fn reference(&mut self, purpose: Purpose, text: &str) {
        let read = Reference::parse(purpose, text);
        if read.is_ok_and(|read| read.as_str() == text) {
            return;
        }
        self.add("reference", format!("`{text}` is none"), AS_EXPORTED);
    }

    fn path(&mut self, path: &str) {
        self.field(code_of_path(path));
    }

    /// What a form would say of a field.
    fn field<T>(&mut self, read: Result<T, ApiError>) {
        if let Err(ApiError::Field { field, detail }) = read {
            self.0.push(Problem::new(field, detail, AS_EXPORTED));
        }
    }

    fn another(&mut self, what: &str) {
        self.add(
            "reference",
            format!("another {what} has this reference here"),
            "keep the one that is here",
        );
    }
}
