//! A check of a code: look up → count → judge → answer.

use std::sync::Arc;

use gs1::Date;
use trace::{Check, CheckState, Country, Instant, Place, PlaceSource, Point, Policy, Role};
use wire::answer::Answer;

use crate::{
    answer::{self, Reader},
    code::Code,
    error::ApiError,
    facts, follow, foreign,
    http::client::Client,
    known::Known,
    place, role,
    session::Session,
    staff_session::{self, StaffToken},
    state::App,
    store::{self, CheckEntry, Checked, Db, Serial, Store},
    taker,
};

/// Rounding a point to 0.05° moves it by up to this, in meters.
const COARSE_M: f64 = 4_000.0;
/// How far back a check may be dated, in days: what an offline queue may hold.
const MAX_AGE_DAYS: i64 = 31;
/// A check that was made no longer ago is made where it comes from, in milliseconds.
const JUST_NOW_MS: i64 = 600_000;

/// A question about one code.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The code.
    pub code: &'a Code,
    /// Where the person is, as they said.
    pub given: Option<Given>,
    /// `https://HOST` of this server, as whoever asks knows it.
    pub origin: &'a str,
    /// For whom the answer is.
    pub reader: Reader,
    /// Whether and how it counts.
    pub counts: Counts,
    /// Whose request it is, by address.
    pub client: Option<Client>,
    /// The session of staff that the request came with, where it did.
    pub staff: Option<StaffToken>,
}

/// Where a person is, as they or their device said.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The device's location with its accuracy in meters.
    pub point: Option<(Point, Option<f64>)>,
    /// The market, as they said.
    pub market: Option<Country>,
}

/// Whether a question is a check.
#[derive(Clone, Debug)]
pub enum Counts {
    /// A person checks.
    Check {
        /// Whose.
        session: Session,
        /// When it was made, as their device says.
        at: Option<Instant>,
        /// An offline queue's identifier of this delivery.
        delivery: Option<[u8; 32]>,
    },
    /// A robot, a preview, a prefetch, or a page that is shown again.
    Not {
        /// Who looks, where known: their own earlier check is called theirs.
        session: Option<Session>,
    },
}

/// What a question was answered with, and what that rests on.
#[derive(Clone, Debug)]
pub struct Verified {
    /// The answer.
    pub answer: Box<Answer>,
    /// What is on record.
    pub known: Box<Known>,
    /// The checks so far, this one included.
    pub checks: CheckState,
}

/// Answers a question, and counts it first where it counts.
pub async fn verify(app: &App, question: Question<'_>) -> Result<Box<Answer>, ApiError> {
    Ok(verified(app, question).await?.answer)
}

/// As [`verify`], for whoever sees more of it.
pub async fn verified(app: &App, question: Question<'_>) -> Result<Verified, ApiError> {
    let now = app.clock.now();
    let today: Date = now.date();
    let Question {
        code,
        given,
        origin,
        reader,
        counts,
        client,
        staff,
    } = question;
    app.limiter.look_up(client, code, now)?;
    let reader_session = match &counts {
        Counts::Check { session, .. } => Some(*session),
        Counts::Not { session } => *session,
    };
    let role = match staff {
        Some(token) => Box::pin(role_of(app, token, now)).await?,
        None => Role::Consumer,
    };
    let place = match &given {
        Some(given) => Box::pin(place_of(&app.store, given)).await?,
        None => None,
    };
    let place = place.or_else(|| by_address(app, client, &counts, now));
    let (catalog, store, issue_key) = (&app.catalog, &app.store, &app.issue_key);
    // A code that contradicts itself was not a pack's: nothing is checked.
    let is_counted = matches!(counts, Counts::Check { .. }) && !code.is_broken();
    let (mut known, checked) = match &counts {
        Counts::Check {
            session,
            at,
            delivery,
        } if is_counted => {
            let oldest = now.plus_days(-MAX_AGE_DAYS);
            let serial = code.serial().filter(|serial| Serial::new(serial).is_some());
            let entry = |policy: &Arc<Policy>| CheckEntry {
                check: Check {
                    at: at.unwrap_or(now).clamp(oldest, now),
                    role,
                    session: session.for_checks(),
                    place: place.clone(),
                },
                received_at: now,
                gtin: code.gtin().map(ToString::to_string),
                serial: serial.map(str::to_owned),
                unit: None,
                known: None,
                delivery: *delivery,
                policy: policy.clone(),
            };
            catalog.check(store, issue_key, code, entry).await?
        }
        Counts::Check { .. } | Counts::Not { .. } => {
            let mut known = catalog.look_up(store, issue_key, code).await?;
            let state = std::mem::take(&mut known.checks).state;
            let is_same_session =
                reader_session.is_some_and(|session| state.knows(session.for_checks()));
            let checked = Checked {
                state,
                is_same_session,
                new_country: None,
            };
            (known, checked)
        }
    };
    known.reader = reader_session.map(|session| session.for_reveals());
    known.leads_to = foreign::host(code, known.brand.as_deref(), origin);
    if known.is_guess(code) {
        app.limiter.guessed(client, code, now);
    }
    let policy = known.policy.clone();
    let checks = checked.state.sessions;
    let new_country = checked.new_country;
    let facts = facts::facts(&known, code, checked, place, today);
    let verdict = trace::judge(&facts, &policy, today);
    app.metrics.judged(verdict.standing);
    if is_counted {
        let judged = (&facts, &*policy, &verdict);
        app.watch.note(&known, code, new_country, judged, now);
    }
    let mut reader = reader;
    let mut takers = Vec::new();
    if let (Some(near), Some(product)) = (reader.near, &known.product) {
        let read = |db: &Db<'_>| {
            let around = place::whereabouts(db, near)?;
            let takers = answer::takers(db, &product.record, near)?;
            let country = around.country.or_else(|| taker::country(&takers, near));
            Ok((country, takers))
        };
        (reader.country, takers) = Box::pin(app.store.read(read)).await?;
    }
    let mut answer = answer::answer(code, &known, &verdict, checks, takers, &reader, now);
    if foreign::may_pretend(&answer.code) {
        answer.code.pretends = Box::pin(foreign::pretends(app, &answer.code)).await?;
    }
    answer.follow = follow::offer(app, &known, code);
    Ok(Verified {
        answer,
        known,
        checks: facts.checks,
    })
}

/// Whoever is at work checks as one of the trade, or as an inspector, and counts apart.
async fn role_of(app: &App, token: StaffToken, now: Instant) -> Result<Role, ApiError> {
    let digest = token.digest();
    let found = app.store.read(|db| {
        let session = db.staff_session(&digest)?;
        let live = session.filter(|session| staff_session::is_live(session, now));
        match live {
            Some(session) => db.staff(&session.staff),
            None => Ok(None),
        }
    });
    Ok(match found.await?.map(|staff| staff.role) {
        None => Role::Consumer,
        Some(role::Role::Inspector) => Role::Inspector,
        Some(_) => Role::Trade,
    })
}

/// The country that the address of a check is in. What waited for a network may have been made anywhere.
fn by_address(app: &App, client: Option<Client>, counts: &Counts, now: Instant) -> Option<Place> {
    let Counts::Check { at, .. } = counts else {
        return None;
    };
    let is_late = at.is_some_and(|at| now.0 - at.0 > JUST_NOW_MS);
    let countries = app.countries.as_ref().filter(|_| !is_late)?;
    Some(Place {
        source: PlaceSource::Address,
        country: Some(countries.of(client?.address)?),
        point: None,
        accuracy_m: None,
        name: None,
    })
}

/// What is kept of where somebody is: rounded to about 5 km.
async fn place_of(store: &Store, given: &Given) -> store::Result<Option<Place>> {
    let Some((point, accuracy_m)) = given.point else {
        return Ok(given.market.map(|market| Place {
            source: PlaceSource::Typed,
            country: Some(market),
            point: None,
            accuracy_m: None,
            name: None,
        }));
    };
    let whereabouts = store.read(|db| place::whereabouts(db, point)).await?;
    Ok(Some(Place {
        source: PlaceSource::Device,
        country: whereabouts.country.or(given.market),
        point: Some(point.coarse()),
        accuracy_m: Some(accuracy_m.unwrap_or(0.0) + COARSE_M),
        name: whereabouts.town,
    }))
}
