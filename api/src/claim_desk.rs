//! The brand's side of claims and returns: what waits, and what staff decide; of returns also a partner's that
//! the brand lets. Each decision is a step that its
//! holder sees, and is mailed where they left an address.

use app::words::{Locale, Words};
use trace::Instant;

use crate::{
    answer, claim,
    claim_status::{By, ClaimKind, ClaimStatus},
    error::ApiError,
    granted,
    key::Teller,
    organisation::Organisation,
    outbox, random,
    returning::{self, Afterwards},
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
    /// What becomes of a unit that was brought back for good.
    pub afterwards: Afterwards,
}

impl Decision {
    /// Reads a form.
    ///
    /// # Errors
    /// A field is wrong, or a reason is missing.
    pub fn read(
        reference: &str,
        (from, to): (&str, &str),
        message: &str,
        afterwards: &str,
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
        let afterwards = Afterwards::parse(afterwards);
        let is_for_good = claim::kind_of(reference) == Some(ClaimKind::Return);
        if afterwards.is_none() && is_for_good && to.ends_ownership() {
            return Err(field("afterwards", "say whether it may be sold again"));
        }
        Ok(Decision {
            reference: reference.to_owned(),
            from,
            to,
            message,
            afterwards: afterwards.unwrap_or(Afterwards::NotSellable),
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

/// A claim of a kind for its brand, or a return for a partner that the brand lets take back, and as whom they
/// decide about it; `None` for another's, which is not there.
pub fn of(
    db: &Db<'_>,
    organisation: &Organisation,
    kind: ClaimKind,
    reference: &str,
) -> store::Result<Option<(Claim, Teller)>> {
    let claim = db.claim(reference)?;
    let Some(claim) = claim.filter(|claim| claim.ground.kind() == kind) else {
        return Ok(None);
    };
    let product = db.product_record(claim.product)?;
    let gtin = product.and_then(|product| product.gtin.parse().ok());
    let product = match gtin {
        Some(gtin) => db.product(&gtin)?,
        None => None,
    };
    let teller = match product {
        Some(product) => granted::teller(db, organisation, &product)?,
        None => None,
    };
    // Claims under recalls are between their holders and the brand.
    let teller = teller.filter(|teller| teller.partner.is_none() || kind == ClaimKind::Return);
    Ok(teller.map(|teller| (claim, teller)))
}

/// Takes the step, if the claim still stands where it was seen; as whom.
pub fn decide(
    tx: &Tx<'_>,
    app: &App,
    (organisation, kind): (&Organisation, ClaimKind),
    staff: &str,
    decision: &Decision,
    telling: &Telling,
) -> store::Result<Result<Teller, ApiError>> {
    let now = app.clock.now();
    let Some((claim, teller)) = of(tx, organisation, kind, &decision.reference)? else {
        return Ok(Err(ApiError::NotFound));
    };
    if !decision.from.next(kind, By::Staff).contains(&decision.to) {
        return Ok(Err(ApiError::ClaimMoved));
    }
    if kind == ClaimKind::Return
        && let Err(refusal) = before(tx, app, (&claim, &teller), decision, now)?
    {
        return Ok(Err(refusal));
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
        let partner = teller.partner.as_ref().map(|_| &organisation.name[..]);
        tx.put_mail(&told(tx, &claim, email, (&step, partner), telling)?)?;
    }
    Ok(Ok(teller))
}

/// What a step means for a unit that is to be repaired, or was brought back.
fn before(
    tx: &Tx<'_>,
    app: &App,
    (claim, teller): (&Claim, &Teller),
    decision: &Decision,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    if decision.to == ClaimStatus::Open && has_another(tx, claim)? {
        return Ok(Err(ApiError::Claimed));
    }
    if !matches!(decision.to, ClaimStatus::Open | ClaimStatus::NeedMore) {
        tx.forget_claim_photo(&claim.reference)?;
    }
    match decision.to.ends_ownership() {
        true => returning::end(tx, app, (claim, teller), decision.afterwards, now),
        false => Ok(Ok(())),
    }
}

/// Whether there is another return of the unit that nobody has decided about.
fn has_another(db: &Db<'_>, claim: &Claim) -> store::Result<bool> {
    let Some(serial) = &claim.serial else {
        return Ok(false);
    };
    let claims = db.claims_of_unit(claim.product, serial)?;
    Ok(claims.iter().any(|other| {
        let is_closed = ClaimStatus::parse(&other.status).is_some_and(ClaimStatus::is_closed);
        other.reference != claim.reference && other.ground.kind() == ClaimKind::Return && !is_closed
    }))
}

/// The mail that tells the holder of a step, in their language. It names no code: whoever reads
/// over their shoulder must not open the claim.
fn told(
    db: &Db<'_>,
    claim: &Claim,
    email: &str,
    (step, partner): (&ClaimStep, Option<&str>),
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
    let kind = claim.ground.kind();
    let status = words.claim_status(kind.id(), &step.status);
    let mut body = vec![
        match kind {
            ClaimKind::Recall => words.claim_mail_about(&name, &claim.reference),
            ClaimKind::Return => words.return_mail_about(&name, &claim.reference),
        },
        status.to_owned(),
    ];
    if !step.message.is_empty() {
        body.push(words.claim_mail_says(partner.unwrap_or(&brand)));
        body.push(step.message.clone());
    }
    if let Some(origin) = &telling.origin {
        body.push(words.claim_mail_where(format!("{origin}/mine")));
    }
    Ok(Mail {
        id: telling.id.clone(),
        about: claim.reference.clone(),
        recipient: email.to_owned(),
        subject: outbox::one_line(&match kind {
            ClaimKind::Recall => words.claim_mail_subject(&brand, &claim.reference),
            ClaimKind::Return => words.return_mail_subject(&brand, &claim.reference),
        }),
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
