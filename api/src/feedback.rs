//! What people think of packs: stars, words, a photo → kept for the very batch, and shown to others.
//!
//! One of a browser about a pack. Nobody is asked who they are: beside it stands a digest of the
//! session that nothing else is kept under, by which its author changes and erases it. Only who
//! registered the unit is shown as its owner, and gets the brand's points for it, whatever the stars.

mod given;
mod shown;

use gs1::Gtin;
use trace::{Instant, reward::Act};
use wire::{answer::Answer, feedback::OwnFeedback};

pub(crate) use self::shown::{answered, consent, hidden};
pub use self::{
    given::{give, registered},
    shown::{own_view, show},
};
use crate::{
    code::Code,
    error::ApiError,
    reward,
    session::Session,
    state::App,
    store::{self, Db, Feedback, Picture, Registration, Serial, Tx},
};

/// The longest thing that is said, in characters.
pub(crate) const MAX_WORDS: usize = 2000;
/// What laypeople may not recommend in advertising (Directive 2001/83/EC, Article 90).
const MEDICINE: &str = "medicine";

/// Standings of packs that people are asked about. A recalled, blocked or doubtful one gets no stars:
/// whoever has it in hand has something more pressing to do, and it may be nobody's of the brand.
const ASKED: [&str; 5] = ["confirmed", "issued", "batch", "product", "expired"];

/// The pack that is talked about.
struct Pack {
    gtin: Gtin,
    batch: String,
    serial: Option<Serial>,
    /// One of a browser about each of these; `None` where the batch is not known.
    key: Option<String>,
}

impl Pack {
    /// By what is on record of it; `None` where its product isn't.
    fn of(code: &Code, answer: &Answer) -> Option<Pack> {
        answer.product.as_ref()?;
        let gtin = *code.gtin()?;
        let batch = answer.batch.as_ref().map(|batch| batch.number.clone());
        let unit = answer.unit.as_ref();
        let serial = unit.and_then(|unit| Serial::new(&unit.serial));
        let key = batch.as_ref().map(|batch| match &serial {
            Some(serial) => of_unit(&gtin, serial),
            None => format!("01/{gtin}/10/{batch}"),
        });
        Some(Pack {
            gtin,
            batch: batch.unwrap_or_default(),
            serial,
            key,
        })
    }
}

fn of_unit(gtin: &Gtin, serial: &Serial) -> String {
    format!("01/{gtin}/21/{}", serial.text())
}

/// Whether people are asked for stars, by what is said of the pack.
pub(crate) fn is_asked(answer: &Answer) -> bool {
    ASKED.contains(&answer.verdict.standing.as_str())
}

/// Whether words about it may be advertised with at all.
fn asks_quote(product: &wire::import::Product) -> bool {
    product.sector != MEDICINE
}
/// Whatever a session said, the newest first.
///
/// # Errors
/// The database failed.
pub async fn of_session(
    app: &App,
    session: Option<Session>,
    language: &str,
) -> Result<Vec<OwnFeedback>, ApiError> {
    let Some(session) = session else {
        return Ok(Vec::new());
    };
    let own = app.store.read(|db| {
        let own = db.feedback_by(&session.for_feedback())?;
        own.iter().map(|one| own_view(db, one, language)).collect()
    });
    Ok(own.await?)
}

/// What a session registered, where that is this unit.
fn registered_by(
    db: &Db<'_>,
    product: i64,
    serial: &Serial,
    session: Session,
) -> store::Result<Option<Registration>> {
    let registration = db.registration_of_unit(product, serial)?;
    Ok(registration.filter(|one| one.account == session.account()))
}

/// A session's own feedback.
fn own(tx: &Tx<'_>, session: Session, reference: &str) -> store::Result<Option<Feedback>> {
    let own = tx.feedback(reference)?;
    Ok(own.filter(|one| one.owner == session.for_feedback()))
}

/// Erases one of a session's own; its points go back. The path of its pack.
///
/// # Errors
/// It is another's, or there is none.
pub async fn erase(app: &App, session: Session, reference: &str) -> Result<String, ApiError> {
    let (reference, now) = (reference.to_owned(), app.clock.now());
    let erased = app
        .store
        .write(move |tx| match own(tx, session, &reference)? {
            Some(own) => {
                erase_one(tx, &own, now)?;
                Ok(Some(own.record.path))
            }
            None => Ok(None),
        })
        .await?;
    app.store.sweep().await?;
    erased.ok_or(ApiError::NotFound)
}

/// Erases one, and gives back what it earned.
pub(crate) fn erase_one(tx: &Tx<'_>, one: &Feedback, now: Instant) -> store::Result<()> {
    reward::give_back(tx, Act::Review, &one.reference, now)?;
    tx.erase_feedback(one)
}

/// Takes back the yes to being quoted; everything else stays. The path of its pack.
///
/// # Errors
/// It is another's, or there is none.
pub async fn unquote(app: &App, session: Session, reference: &str) -> Result<String, ApiError> {
    let reference = reference.to_owned();
    let taken = app
        .store
        .write(move |tx| {
            let Some(mut own) = own(tx, session, &reference)? else {
                return Ok(None);
            };
            own.record.quote = None;
            tx.put_feedback(&own)?;
            Ok(Some(own.record.path))
        })
        .await?;
    taken.ok_or(ApiError::NotFound)
}

/// The photo of a feedback, for whoever may see it: its author, and everybody once staff showed it.
///
/// # Errors
/// There is none, or it is not theirs to see.
pub async fn photo(
    app: &App,
    session: Option<Session>,
    reference: &str,
) -> Result<Picture, ApiError> {
    let owner = session.map(|session| session.for_feedback());
    let found = app.store.read(|db| {
        let one = db.feedback(reference)?.filter(|one| {
            let is_shown = one.record.photo_shown && one.is_shown();
            is_shown || owner.as_ref() == Some(&one.owner)
        });
        match one {
            Some(one) => db.feedback_photo(&one.reference),
            None => Ok(None),
        }
    });
    found.await?.ok_or(ApiError::NotFound)
}
