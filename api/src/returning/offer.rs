//! All that is known of a registered unit, and what can be asked for: a registration → an offer.

use gs1::Date;
use wire::{
    answer::Contact,
    import::Returns,
    returns::{OpenCase, ReturnOffer, Term},
};

use crate::{
    answer::{picture_path, text},
    claim_status::{ClaimKind, ClaimStatus},
    code::Code,
    error::ApiError,
    known::{self, Known},
    place,
    recall::Certainty,
    registration::{code_of_path, warranty_until},
    session::Session,
    state::App,
    store::{self, Claim, Registration},
};

/// What can be wrong, in the order of the form.
pub const REASONS: [&str; 6] = [
    "does-not-work",
    "damaged",
    "wrong-product",
    "part-missing",
    CHANGED_MIND,
    "other",
];

/// Nothing is wrong, and it isn't wanted.
pub(super) const CHANGED_MIND: &str = "changed-mind";

/// What is known of a unit.
pub(super) struct About {
    pub(super) code: Code,
    pub(super) known: Known,
    claims: Vec<Claim>,
    pub(super) places: Vec<store::Place>,
}

pub(super) async fn about(app: &App, registration: &Registration) -> Result<About, ApiError> {
    let code = code_of_path(&registration.path)?;
    let read = app.store.read(|db| {
        let known = known::look_up(db, &app.issue_key, &code)?;
        let claims = db.claims_of_unit(registration.product, &registration.serial)?;
        let places = match (&known.brand, &known.product) {
            (Some(brand), Some(product)) => {
                let current = product.record.gtin.parse().unwrap_or(product.gtin);
                db.places_for_return(&brand.id, [&product.gtin, &current])?
            }
            _ => Vec::new(),
        };
        Ok((known, claims, places))
    });
    let (known, claims, places) = read.await?;
    Ok(About {
        code,
        known,
        claims,
        places,
    })
}

impl About {
    pub(super) fn settings(&self) -> Returns {
        let product = self.known.product.as_ref();
        let returns = product.and_then(|product| product.record.returns.clone());
        returns.unwrap_or_default()
    }

    pub(super) fn batch(&self) -> Option<String> {
        let batch = self.known.batch.as_ref();
        batch.map(|batch| batch.batch.clone())
    }

    /// What there is already, and comes before anything new.
    fn case(&self, owner: Option<&String>) -> Option<OpenCase> {
        let is_in_the_way = |claim: &&Claim| {
            let status = ClaimStatus::parse(&claim.status);
            match claim.ground.kind() {
                // What a recall has given for it is not asked for again.
                ClaimKind::Recall => status != Some(ClaimStatus::Refused),
                ClaimKind::Return => !status.is_some_and(ClaimStatus::is_closed),
            }
        };
        let claim = self.claims.iter().find(is_in_the_way)?;
        Some(OpenCase {
            reference: claim.reference.clone(),
            kind: claim.ground.kind().id().to_owned(),
            status: claim.status.clone(),
            is_own: claim.owner.is_some() && claim.owner.as_ref() == owner,
        })
    }

    /// Whether a recall offers something for it that nobody was refused.
    pub(super) fn is_recalled(&self) -> bool {
        let asked = |id: &str| {
            let mut claims = self.claims.iter();
            claims.any(|claim| claim.ground.recall() == Some(id))
        };
        self.known.recalls.iter().any(|covering| {
            let recall = &covering.recall;
            covering.certainty == Certainty::Certain
                && !recall.remedies.is_empty()
                && !asked(&recall.id)
        })
    }
}

pub(super) fn term(until: String, today: Date) -> Term {
    let runs = until
        .parse()
        .is_ok_and(|until: Date| until.days() >= today.days());
    Term { until, runs }
}

/// Until when something that works can be brought back.
pub(super) fn no_fault_until(bought_on: Option<&str>, days: Option<u32>) -> Option<String> {
    let bought: jiff::civil::Date = bought_on?.parse().ok()?;
    let span = jiff::Span::new().try_days(i64::from(days?)).ok()?;
    Some(bought.checked_add(span).ok()?.to_string())
}

/// What can be said to be wrong: that nothing is, for as long as that counts.
pub(super) fn reasons(settings: &Returns, no_fault: Option<&Term>) -> Vec<String> {
    let counts = settings.days.is_some() && no_fault.is_none_or(|term| term.runs);
    let reasons = REASONS.into_iter();
    reasons
        .filter(|reason| counts || *reason != CHANGED_MIND)
        .map(str::to_owned)
        .collect()
}

/// All that is known of a registered unit, and what can be asked for.
pub async fn offer(
    app: &App,
    registration: &Registration,
    session: Option<Session>,
    near: Option<trace::Point>,
    language: &str,
) -> Result<ReturnOffer, ApiError> {
    let about = about(app, registration).await?;
    let today = app.clock.now().date();
    let settings = about.settings();
    let owner = session.map(|session| session.for_claims());
    let brand = about.known.brand.as_deref();
    let brand_contact = brand.map(|brand| brand.contact.clone());
    let brand_name = brand.map(|brand| brand.name.clone());
    let product = about.known.product.as_deref();
    let months = product.and_then(|product| product.record.warranty_months);
    let bought_on = registration.bought_on.as_deref();
    let no_fault = no_fault_until(bought_on, settings.days).map(|until| term(until, today));
    let name = product.and_then(|product| text(&product.record.name, language));
    Ok(ReturnOffer {
        registration: registration.reference.clone(),
        path: registration.path.clone(),
        product: name.unwrap_or_default(),
        picture: product
            .and_then(|product| product.picture.as_deref())
            .map(picture_path),
        batch: about.batch(),
        serial: registration.serial.text(),
        bought_on: registration.bought_on.clone(),
        shop: registration.shop.clone(),
        evidence: registration.evidence.name().to_owned(),
        warranty_months: months,
        warranty: warranty_until(bought_on, months).map(|until| term(until, today)),
        days: settings.days,
        reasons: reasons(&settings, no_fault.as_ref()),
        no_fault,
        text: text(&settings.text, language),
        rights: text(&settings.rights, language),
        contact: match settings.contact == Contact::default() {
            true => brand_contact.unwrap_or_default(),
            false => settings.contact.clone(),
        },
        is_recalled: about.is_recalled(),
        case: about.case(owner.as_ref()),
        places: match settings.remedies.is_empty() {
            true => Vec::new(),
            false => place::giving(&about.places, &settings.remedies, near),
        },
        remedies: settings.remedies,
        brand: brand_name.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_the_purchase() {
        let check = |bought_on, days, expected: Option<&str>| {
            assert_eq!(no_fault_until(bought_on, days).as_deref(), expected);
        };
        check(Some("2026-11-24"), Some(14), Some("2026-12-08"));
        check(Some("2024-02-28"), Some(1), Some("2024-02-29"));
        check(Some("2026-11-24"), None, None);
        check(None, Some(14), None);
    }

    #[test]
    fn nothing_wrong_counts_for_as_long_as_the_brand_says() {
        let settings = |days| Returns {
            days,
            ..Returns::default()
        };
        let may = |days, no_fault: Option<bool>| {
            let term = no_fault.map(|runs| Term {
                until: "2026-12-08".to_owned(),
                runs,
            });
            reasons(&settings(days), term.as_ref()).contains(&CHANGED_MIND.to_owned())
        };
        assert!(may(Some(14), Some(true)));
        assert!(!may(Some(14), Some(false)));
        // When it was bought is for staff to see.
        assert!(may(Some(14), None));
        assert!(!may(None, None));
    }
}
