//! Whether a pack's product identifier is one that its brand gave out, as the DSCSA asks before a
//! returned pack is sold again: product identifier → [`Verification`].
//!
//! GS1 Lightweight Messaging Standard for Verification of Product Identifiers, release 1.0.2.

use gs1::{Date, Gln, Gtin};
use serde::Serialize;
use trace::{Instant, UnitState};

use crate::{
    code::Code,
    error::ApiError,
    facts,
    key::Holder,
    known::Known,
    state::App,
    store::{CheckEntry, Checked},
};

/// A question, as its address has it.
#[derive(Clone, Debug)]
pub struct Question {
    /// AI 01, 14 digits.
    pub gtin: Gtin,
    /// AI 10.
    pub lot: String,
    /// AI 21.
    pub serial: String,
    /// AI 17, YYMMDD.
    pub expiry: String,
    /// What the one who asks calls the question by.
    pub id: Option<String>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// When it was verified, RFC 3339.
    pub verification_timestamp: String,
    /// The GLN of who answers: the brand's, as its record has it.
    #[serde(rename = "responderGLN")]
    pub responder_gln: Option<String>,
    /// The answer itself.
    pub data: Data,
    /// What the one who asked called the question by.
    #[serde(rename = "corrUUID", skip_serializing_if = "Option::is_none")]
    pub corr_uuid: Option<String>,
}

/// The answer itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Data {
    /// Whether it is an identifier that the brand gave to a pack that may be in the trade.
    pub verified: bool,
    /// `No_match_GTIN_Serial`, `No_match_GTIN_Serial_Lot`, `No_match_GTIN_Serial_Expiry`,
    /// `No_match_GTIN_Serial_Lot_Expiry` or `No_reason_provided`, where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_failure_reason: Option<&'static str>,
    /// `recalled` or `suspect`, where the brand's records say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_info: Option<&'static str>,
}

impl Question {
    /// Reads one.
    ///
    /// # Errors
    /// `Malformed`, with the part that is wrong.
    pub fn read(
        gtin: &str,
        lot: &str,
        serial: &str,
        expiry: Option<&str>,
        id: Option<&str>,
        today: Date,
    ) -> Result<Question, ApiError> {
        let wrong = |what: &str| ApiError::Malformed(what.to_owned());
        let gtin = read_gtin(gtin)?;
        for (name, text) in [("lot", lot), ("serial", serial)] {
            if crate::store::Serial::new(text).is_none() {
                let what = format!("the {name} has 1 to 20 characters of GS1's character set 82");
                return Err(ApiError::Malformed(what));
            }
        }
        let expiry = expiry
            .filter(|expiry| Date::from_yymmdd(expiry, today).is_some())
            .ok_or_else(|| wrong("`exp` is the expiry as the code has it, YYMMDD"))?;
        let is_plain = |id: &&str| {
            (1..=64).contains(&id.len())
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        if id.is_some_and(|id| !is_plain(&id)) {
            return Err(wrong("`corrUUID` is a UUID"));
        }
        Ok(Question {
            gtin,
            lot: lot.to_owned(),
            serial: serial.to_owned(),
            expiry: expiry.to_owned(),
            id: id.map(str::to_owned),
        })
    }

    /// As the pack's code would have it.
    fn code(&self) -> Code {
        // A bracket in a value is written so that it is none.
        let escaped = |text: &str| text.replace('(', "\\(");
        let text = format!(
            "(01){}(17){}(10){}(21){}",
            self.gtin,
            self.expiry,
            escaped(&self.lot),
            escaped(&self.serial)
        );
        Code::read(&text, None, false)
    }
}

/// A GTIN of 14 digits.
///
/// # Errors
/// `Malformed`.
pub fn read_gtin(text: &str) -> Result<Gtin, ApiError> {
    let gtin = text.parse().ok().filter(|_| text.len() == 14);
    gtin.ok_or_else(|| {
        ApiError::Malformed("the GTIN has 14 digits, the last of them a right check digit".into())
    })
}

/// Who asks says who they are.
///
/// # Errors
/// `Malformed`.
pub fn check_requester(gln: Option<&str>) -> Result<(), ApiError> {
    match gln {
        Some(gln) if gln.parse::<Gln>().is_ok() => Ok(()),
        _ => Err(ApiError::Malformed(
            "`reqGLN` is the GLN of who asks: 13 digits, the last of them a right check digit"
                .into(),
        )),
    }
}

/// The GLN of the brand that answers for a product: to itself, and to partners, who are the trade.
///
/// # Errors
/// `NotFound` for a product that is not here, `NotYours` for one that the key is not for.
pub async fn responder(
    app: &App,
    holder: &Holder,
    gtin: &Gtin,
) -> Result<Option<String>, ApiError> {
    let known = app.store.read(|db| {
        let Some(product) = db.product(gtin)? else {
            return Ok(None);
        };
        db.brand(&product.record.brand)
    });
    let owner = known.await?.ok_or(ApiError::NotFound)?;
    match holder {
        Holder::Brand(brand) if *brand != owner.id => Err(ApiError::NotYours),
        Holder::Authority(_) | Holder::Teller(_) => Err(ApiError::NotYours),
        Holder::Brand(_) | Holder::Partner(_) => Ok(owner.gln),
    }
}

/// Answers a question for whoever has a key that opens it. It counts as no consumer's check.
///
/// # Errors
/// As [`responder`].
pub async fn verify(
    app: &App,
    holder: &Holder,
    question: &Question,
) -> Result<Verification, ApiError> {
    let responder_gln = responder(app, holder, &question.gtin).await?;
    let code = question.code();
    let known = app
        .catalog
        .look_up(&app.store, &app.issue_key, &code)
        .await?;
    let now = app.clock.now();
    count(app, &known, &code, now).await?;
    Ok(Verification {
        verification_timestamp: wire::convert::rfc3339(now),
        responder_gln,
        data: data(&known, &code, now.date()),
        corr_uuid: question.id.clone(),
    })
}

/// As one in the trade, apart from the consumers'.
async fn count(app: &App, known: &Known, code: &Code, now: Instant) -> Result<(), ApiError> {
    let Some(unit) = known.unit_key() else {
        return Ok(());
    };
    let entry = CheckEntry {
        check: trace::Check {
            at: now,
            role: trace::Role::Trade,
            session: 0,
            place: None,
        },
        received_at: now,
        gtin: code.gtin().map(ToString::to_string),
        serial: code.serial().map(str::to_owned),
        unit: Some(unit),
        known: Some(known.checks.clone()),
        delivery: None,
        policy: known.policy.clone(),
    };
    app.store.count(entry).await?;
    Ok(())
}

fn data(known: &Known, code: &Code, today: Date) -> Data {
    let facts = facts::facts(known, code, Checked::default(), None, today);
    let fails = |reason, info| Data {
        verified: false,
        verification_failure_reason: Some(reason),
        additional_info: info,
    };
    let Some(unit) = facts.unit.as_ref().filter(|unit| unit.is_issued()) else {
        return fails("No_match_GTIN_Serial", None);
    };
    let has_lot = unit.batch == facts.code.batch;
    let expiry = facts.batch.as_ref().and_then(|batch| batch.expiry);
    let has_expiry = expiry.is_none_or(|expiry| facts.code.expiry == Some(expiry));
    match (has_lot, has_expiry) {
        (false, false) => return fails("No_match_GTIN_Serial_Lot_Expiry", None),
        (false, true) => return fails("No_match_GTIN_Serial_Lot", None),
        (true, false) => return fails("No_match_GTIN_Serial_Expiry", None),
        (true, true) => {}
    }
    match unit.life.state {
        // What was sold comes back: that is what is asked about.
        UnitState::Active | UnitState::Sold => Data {
            verified: true,
            verification_failure_reason: None,
            additional_info: facts.is_recalled().then_some("recalled"),
        },
        _ => fails("No_reason_provided", Some("suspect")),
    }
}
