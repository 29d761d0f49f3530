//! A check of a code: look up → count → judge → answer.

use gs1::Date;
use trace::{Check, Country, Instant, Place, PlaceSource, Point, Policy, Role};
use wire::answer::Answer;

use crate::{
    answer::{self, Reader},
    code::Code,
    error::ApiError,
    http::client::Client,
    known, place,
    session::Session,
    state::App,
    store::{CheckEntry, Checked, Serial},
};

/// Rounding a point to 0.05° moves it by up to this, in meters.
const COARSE_M: f64 = 4_000.0;
/// How far back a check may be dated, in days: what an offline queue may hold.
const MAX_AGE_DAYS: i64 = 31;

/// A question about one code.
#[derive(Clone, Debug)]
pub struct Question {
    /// The code.
    pub code: Code,
    /// Where the person is, as they said.
    pub given: Option<Given>,
    /// For whom the answer is.
    pub reader: Reader,
    /// Whether and how it counts.
    pub counts: Counts,
    /// Whose request it is, by address.
    pub client: Option<Client>,
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

/// Answers a question, and counts it first where it counts.
pub async fn verify(app: &App, question: Question) -> Result<Answer, ApiError> {
    let now = app.clock.now();
    let today: Date = now.date();
    let Question {
        code,
        given,
        reader,
        counts,
        client,
    } = question;
    app.limiter.look_up(client, &code, now)?;
    let reader_session = match &counts {
        Counts::Check { session, .. } => Some(*session),
        Counts::Not { session } => *session,
    };
    let (known, place) = app
        .store
        .read(|db| {
            let mut known = known::look_up(db, &app.issue_key, &code)?;
            known.reader = reader_session.map(|session| session.for_reveals());
            let place = match &given {
                Some(given) => place_of(db, given)?,
                None => None,
            };
            Ok((known, place))
        })
        .await?;
    if known.is_guess(&code) {
        app.limiter.guessed(client, &code, now);
    }
    let policy = Policy::default();
    let unit = known.unit_key();
    let checked = match counts {
        Counts::Check {
            session,
            at,
            delivery,
        } => {
            let oldest = now.plus_days(-MAX_AGE_DAYS);
            let entry = CheckEntry {
                check: Check {
                    at: at.unwrap_or(now).clamp(oldest, now),
                    role: Role::Consumer,
                    session: session.for_checks(),
                    place: place.clone(),
                },
                received_at: now,
                gtin: code
                    .identity
                    .as_ref()
                    .and_then(|identity| identity.gtin())
                    .map(ToString::to_string),
                serial: code
                    .identity
                    .as_ref()
                    .and_then(|identity| identity.serial.clone())
                    .filter(|serial| Serial::new(serial).is_some()),
                unit,
                delivery,
            };
            let policy = policy.clone();
            app.store
                .write(move |tx| tx.record_check(&entry, &policy))
                .await?
        }
        Counts::Not { session } => match unit {
            Some(unit) => {
                let state = app.store.read(|db| db.check_state(&unit)).await?;
                let is_same_session =
                    session.is_some_and(|session| state.knows(session.for_checks()));
                Checked {
                    state,
                    is_same_session,
                }
            }
            None => Checked::default(),
        },
    };
    let checks = checked.state.sessions;
    let facts = known::facts(&known, &code, checked, place, today);
    let verdict = trace::judge(&facts, &policy, today);
    app.metrics.judged(verdict.standing);
    let answer = app
        .store
        .read(|db| answer::answer(db, &code, &known, &verdict, checks, &reader, now))
        .await?;
    Ok(answer)
}

/// What is kept of where somebody is: rounded to about 5 km.
fn place_of(
    db: &crate::store::Db<'_>,
    given: &Given,
) -> Result<Option<Place>, crate::store::StoreError> {
    let Some((point, accuracy_m)) = given.point else {
        return Ok(given.market.map(|market| Place {
            source: PlaceSource::Typed,
            country: Some(market),
            point: None,
            accuracy_m: None,
            name: None,
        }));
    };
    let whereabouts = place::whereabouts(db, point)?;
    Ok(Some(Place {
        source: PlaceSource::Device,
        country: whereabouts.country.or(given.market),
        point: Some(point.coarse()),
        accuracy_m: Some(accuracy_m.unwrap_or(0.0) + COARSE_M),
        name: whereabouts.town,
    }))
}
