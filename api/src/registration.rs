//! Registering a unit, looking a registration up, erasing it.

mod typed;

use std::net::IpAddr;

use gs1::Date;
use jiff::ToSpan;
use trace::{Hidden, UnitState, reward::Act};
use wire::form::{Holder, RegistrationRequest, RegistrationView};

use self::typed::Typed;
use crate::{
    code::Code,
    error::ApiError,
    feedback, follow,
    known::{self, Known},
    ownership::{self, Held, Right},
    random,
    reference::{Purpose, Reference, SecretCode, Slip},
    reward,
    session::Session,
    state::App,
    store::{Evidence, NewRegistration, Registration, Serial},
    submission::{Seed, email, short_text},
};

/// Who registers.
#[derive(Clone, Copy, Debug)]
pub struct Registrant {
    /// Their session.
    pub session: Session,
    /// Whether that session comes again: points that nobody could find are not given.
    pub stays: bool,
    /// The address that the request came from; its network counts for points, and is not kept.
    pub address: Option<IpAddr>,
}

/// Registers a unit for a session.
pub async fn register(
    app: &App,
    request: &RegistrationRequest,
    registrant: Registrant,
    seed: Seed,
    language: &str,
) -> Result<RegistrationView, ApiError> {
    let now = app.clock.now();
    let session = registrant.session;
    let code = code_of_path(&request.path)?;
    let bought_on = bought_on(request.bought_on.as_deref(), now.date())?;
    let shop = short_text("shop", request.shop.as_deref(), 200)?;
    let email = email(request.email.as_deref())?;
    let mut known = app
        .store
        .read(|db| known::look_up(db, &app.issue_key, &code))
        .await?;
    known.reader = Some(session.for_reveals());
    let (Some(product), Some((serial, unit))) = (&known.product, &known.unit) else {
        return Err(ApiError::NoUnit);
    };
    if !matches!(known.life.state, UnitState::Active | UnitState::Sold) {
        return Err(ApiError::Blocked);
    }
    let brand = known.brand.as_deref();
    let sold_only = brand.is_some_and(|brand| brand.registers_sold_only);
    if known.life.state == UnitState::Active && sold_only {
        return Err(ApiError::NotSold);
    }
    let sale = sale(&known, bought_on.as_deref());
    let typed = Typed::read(app, request, product.id, serial, &known)?;
    let lane = sale_lane(app.store.secret(), product.id, serial);
    let seed = seed.bytes(app.store.secret(), "registration")?;
    let secret = SecretCode::new(&seed);
    let mut new = Registration {
        reference: Reference::new(Purpose::Registration, &seed)
            .as_str()
            .to_owned(),
        code_digest: secret.digest(),
        product: product.id,
        serial: serial.clone(),
        account: session.account(),
        registered_at: now,
        points: 0,
        path: code.path().unwrap_or_default(),
        evidence: evidence(&known, sale),
        bought_on,
        shop,
        email,
        stolen_at: None,
    };
    let told = ownership::Told::new(app)?;
    let brand = product.record.brand.clone();
    let points = match registrant.stays {
        true => product.record.registration_points,
        false => 0,
    };
    let network = reward::network_of(app, registrant.address);
    let (unit, gtin) = (unit.clone(), product.gtin);
    let registered = new.clone();
    let outcome = app
        .store
        .write(move |tx| {
            tx.keep_unit(new.product, &new.serial, &unit)?;
            if new.evidence == Evidence::Supported && tx.guesses(&lane)?.wrong >= SALE_GUESSES {
                new.evidence = Evidence::Claimed;
            }
            let is_again = tx.registration(&new.reference)?.is_some();
            let proof = match &typed {
                Some(typed) if new.evidence != Evidence::Proven => {
                    typed.judge(tx, now, is_again)?
                }
                _ => None,
            };
            if proof.is_some() {
                new.evidence = Evidence::Proven;
            }
            let outcome = tx.register(&new, proof)?;
            // Only whoever gets the unit is told whether the day was right.
            if let NewRegistration::Registered(_) = &outcome
                && sale == Some(false)
                && !is_again
            {
                tx.put_guess(&lane, now)?;
            }
            if let NewRegistration::Displaced(_, before) = &outcome {
                reward::displace(tx, &before.reference, now)?;
                told.displaced(tx, before, now)?;
            }
            if let NewRegistration::Registered(one) | NewRegistration::Displaced(one, _) = &outcome
            {
                // Why there are none is said where the person looks.
                let _ = reward::ask_for_registration(tx, &brand, one, points, &network, now)?;
                feedback::registered(tx, session, &gtin, one, &network, now)?;
            }
            Ok(outcome)
        })
        .await?;
    match outcome {
        NewRegistration::Registered(registration) | NewRegistration::Displaced(registration, _) => {
            follow::follow_registered(app, &registered, &known, language).await?;
            let held = Held::Present(registration);
            let mut view = ownership::view(app, &held, language).await?;
            view.code = Some(secret.as_str().to_owned());
            Ok(view)
        }
        NewRegistration::Taken => Err(ApiError::Taken),
        NewRegistration::KeyReused => Err(ApiError::KeyReused),
    }
}

/// Looks a registration up for whoever has its code, or the session that it is kept under.
pub async fn look_up(
    app: &App,
    holder: &Holder,
    session: Option<Session>,
    language: &str,
) -> Result<RegistrationView, ApiError> {
    let held = ownership::held(app, holder, session).await?;
    ownership::view(app, &held, language).await
}

/// Deletes a registration for whoever has its code, or the session that it is kept under; its points
/// go back.
pub async fn erase(app: &App, holder: &Holder, session: Option<Session>) -> Result<(), ApiError> {
    let right = Right::read(holder, session)?;
    ownership::held(app, holder, session).await?;
    let now = app.clock.now();
    app.store
        .write(move |tx| {
            // As it stands now: it may have ended, or gone, since it was looked up.
            let held = ownership::find(tx, right.reference())?;
            let Some(held) = held.filter(|held| right.opens(Some(held))) else {
                return Ok(());
            };
            let registration = match &held {
                Held::Present(registration) => registration,
                Held::Former(former) => {
                    let reference = &former.registration.reference;
                    reward::give_back(tx, Act::Registration, reference, now)?;
                    return tx.erase_former(reference);
                }
                Held::Waiting(transfer, _) | Held::Lost(transfer, _) => {
                    return tx.drop_transfer(&transfer.reference);
                }
            };
            for act in [Act::Registration, Act::Recycling] {
                reward::give_back(tx, act, &registration.reference, now)?;
            }
            tx.erase_registration(registration)
        })
        .await?;
    app.store.sweep().await?;
    Ok(())
}

/// How many wrong days of its sale a unit takes before a right one backs nothing any more: whoever
/// registers, erases and registers again would find the day by trying. As for hidden codes, they are
/// forgotten 30 days after the last.
const SALE_GUESSES: u32 = 3;

/// What guesses at the day of a unit's sale are counted under.
fn sale_lane(secret: &[u8; 32], product: i64, serial: &Serial) -> [u8; 32] {
    let (product, serial) = (product.to_be_bytes(), serial.text());
    random::keyed_digest(secret, &[b"sale-guess", &product, serial.as_bytes()])
}

/// What the registration of whoever asks rests on.
fn evidence(known: &Known, sale: Option<bool>) -> Evidence {
    match (known.hidden(), sale) {
        (Hidden::ByReader(_), _) => Evidence::Proven,
        (_, Some(true)) => Evidence::Supported,
        _ => Evidence::Claimed,
    }
}

/// Whether a person knows the day of the sale that is on record; `None` where none is, or they said
/// no day.
fn sale(known: &Known, bought_on: Option<&str>) -> Option<bool> {
    let sold = known
        .life
        .since
        .filter(|_| known.life.state == UnitState::Sold);
    let bought: Option<Date> = bought_on.and_then(|on| on.parse().ok());
    let (sold, bought) = sold.zip(bought)?;
    // The day is another one in another time zone.
    Some((sold.date().days() - bought.days()).abs() <= 1)
}

/// A reference and code as a person typed them; a slip is told before anything is looked up.
pub(crate) fn parse_holder(
    purpose: Purpose,
    holder: &Holder,
) -> Result<(Reference, SecretCode), ApiError> {
    let reference = parse_reference(purpose, &holder.reference)?;
    let code =
        SecretCode::parse(&holder.code).map_err(|Slip| slip("code", "7K3M-Q9XA-22PT-ZZ0C"))?;
    Ok((reference, code))
}

/// A reference as a person typed it.
pub(crate) fn parse_reference(purpose: Purpose, text: &str) -> Result<Reference, ApiError> {
    Reference::parse(purpose, text).map_err(|Slip| slip("reference", "R-7K3M-Q9XA"))
}

fn slip(field: &'static str, example: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: format!(
            "a character of it is mistyped or missing; write it as it was shown, like {example}"
        ),
    }
}

/// The code of a Digital Link's path, as the answer gave it.
pub(crate) fn code_of_path(path: &str) -> Result<Code, ApiError> {
    let is_path = path.starts_with('/') && path.len() <= 512;
    let (message, faults) = gs1::from_path(path, None);
    let code = Code::new(path.to_owned(), false, message, faults);
    if !is_path || code.is_broken() {
        return Err(ApiError::Field {
            field: "path",
            detail: "it must be the path of a GS1 Digital Link, as the answer's `code.path` has it"
                .to_owned(),
        });
    }
    Ok(code)
}

pub(crate) fn bought_on(text: Option<&str>, today: Date) -> Result<Option<String>, ApiError> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let wrong = |detail: &str| ApiError::Field {
        field: "bought_on",
        detail: detail.to_owned(),
    };
    let date: Date = text
        .parse()
        .map_err(|_| wrong("write the date as 2026-11-24"))?;
    // A day's grace: it may be tomorrow already where the person is.
    if date.days() > today.days() + 1 {
        return Err(wrong("it lies in the future"));
    }
    if date.days() < today.days() - 50 * 366 {
        return Err(wrong("it lies more than fifty years back"));
    }
    Ok(Some(date.to_string()))
}

/// The same day so many months later, or the month's last.
pub(crate) fn warranty_until(bought_on: Option<&str>, months: Option<u32>) -> Option<String> {
    let date: jiff::civil::Date = bought_on?.parse().ok()?;
    let until = date.checked_add(i64::from(months?).months()).ok()?;
    Some(until.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warranties_end_on_a_day_that_there_is() {
        let check = |bought_on, months, expected: Option<&str>| {
            assert_eq!(warranty_until(bought_on, months).as_deref(), expected);
        };
        check(Some("2026-11-24"), Some(24), Some("2028-11-24"));
        check(Some("2026-08-31"), Some(6), Some("2027-02-28"));
        check(None, Some(24), None);
        check(Some("2026-11-24"), None, None);
    }
}
