//! The brand's side of claims: what waits, and what staff decide. Each decision is a step that its
//! holder sees, and is mailed where they left an address.

use app::words::{Locale, Words};
use trace::Instant;

use crate::{
    answer,
    claim_status::{By, ClaimStatus},
    error::ApiError,
    outbox, random,
    state::App,
    store::{self, Claim, ClaimStep, Db, Mail, Tx},
    submission::short_text,
};

/// The longest thing that is said with a step, in characters.
const MAX_MESSAGE: usize = 2000;

/// What somebody decides.
#[derive(Clone, Debug)]
pub struct Decision {
    /// About which claim.
    pub reference: String,
    /// How it stood when they decided.
    pub from: ClaimStatus,
    /// How it stands from now on.
    pub to: ClaimStatus,
    /// What they say with it; for its holder.
    pub message: String,
}

impl Decision {
    /// Reads a form.
    ///
    /// # Errors
    /// A field is wrong, or a reason is missing.
    pub fn read(
        reference: &str,
        from: &str,
        to: &str,
        message: &str,
    ) -> Result<Decision, ApiError> {
        let (Some(from), Some(to)) = (ClaimStatus::parse(from), ClaimStatus::parse(to)) else {
            return Err(field("status", "choose one of the keys of the page"));
        };
        let message = short_text("message", Some(message), MAX_MESSAGE)?.unwrap_or_default();
        if message.is_empty() && to.needs_reason() {
            return Err(field(
                "message",
                "say why, or what is needed: whoever claims reads it",
            ));
        }
        Ok(Decision {
            reference: reference.to_owned(),
            from,
            to,
            message,
        })
    }
}

/// What is needed to tell the holder of a claim.
#[derive(Clone, Debug)]
pub struct Telling {
    /// A random name for the mail.
    id: String,
    /// Whether mail is sent here at all.
    is_sent: bool,
    /// `https://HOST`, where it is known.
    origin: Option<String>,
}

impl Telling {
    /// By what the server was told.
    pub fn new(app: &App) -> Result<Telling, ApiError> {
        Ok(Telling {
            id: random::hex(&random::bytes::<16>()?),
            is_sent: app.sends_mail,
            origin: app.public_origin.clone(),
        })
    }
}

/// A brand's claim; `None` for another's, which is not there.
pub fn of_brand(db: &Db<'_>, brand: &str, reference: &str) -> store::Result<Option<Claim>> {
    let Some(claim) = db.claim(reference)? else {
        return Ok(None);
    };
    let product = db.product_record(claim.product)?;
    Ok(product
        .is_some_and(|product| product.brand == brand)
        .then_some(claim))
}

/// Takes the step, if the claim still stands where it was seen.
pub fn decide(
    tx: &Tx<'_>,
    brand: &str,
    staff: &str,
    decision: &Decision,
    telling: &Telling,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let Some(claim) = of_brand(tx, brand, &decision.reference)? else {
        return Ok(Err(ApiError::NotFound));
    };
    if !decision.from.next(By::Staff).contains(&decision.to) {
        return Ok(Err(ApiError::ClaimMoved));
    }
    let step = ClaimStep {
        at: now,
        status: decision.to.id().to_owned(),
        by_staff: staff.to_owned(),
        message: decision.message.clone(),
    };
    if !tx.add_claim_step(&claim.reference, decision.from.id(), &step)? {
        return Ok(Err(ApiError::ClaimMoved));
    }
    if let Some(email) = claim.email.as_ref().filter(|_| telling.is_sent) {
        tx.put_mail(&told(tx, &claim, email, &step, telling)?)?;
    }
    Ok(Ok(()))
}

/// The mail that tells the holder of a step, in their language. It names no code: whoever reads
/// over their shoulder must not open the claim.
fn told(
    db: &Db<'_>,
    claim: &Claim,
    email: &str,
    step: &ClaimStep,
    telling: &Telling,
) -> store::Result<Mail> {
    let words = Words::new(Locale::from_tag(&claim.language).unwrap_or(Locale::En));
    let product = db.product_record(claim.product)?;
    let brand = match &product {
        Some(product) => db.brand(&product.brand)?,
        None => None,
    };
    let name = product
        .and_then(|product| answer::text(&product.name, words.locale.tag()))
        .unwrap_or_default();
    let brand = brand.map(|brand| brand.name).unwrap_or_default();
    let status = words
        .find(&format!("claim-status-{}", step.status))
        .unwrap_or_default();
    let mut body = vec![
        words.claim_mail_about(&name, &claim.reference),
        status.to_owned(),
    ];
    if !step.message.is_empty() {
        body.push(words.claim_mail_says(&brand));
        body.push(step.message.clone());
    }
    if let Some(origin) = &telling.origin {
        body.push(words.claim_mail_where(format!("{origin}/mine")));
    }
    Ok(Mail {
        id: telling.id.clone(),
        about: claim.reference.clone(),
        recipient: email.to_owned(),
        subject: outbox::one_line(&words.claim_mail_subject(&claim.reference, &brand)),
        body: body.join("\n\n"),
        made_at: step.at,
        attempts: 0,
        unsubscribe: None,
    })
}

fn field(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.to_owned(),
    }
}
