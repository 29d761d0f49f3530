//! What was sent → kept in the place of what was said before, and what it earns its author.

use app::words::{Locale, Words};
use gs1::Gtin;
use trace::{
    Instant,
    reward::{Act, Basis},
};
use wire::{
    answer::Answer,
    feedback::{FeedbackRequest, OwnFeedback},
};

use super::{MAX_WORDS, Pack, asks_quote, is_asked, of_unit, own_view, registered_by};
use crate::{
    answer::Reader,
    code::Code,
    error::ApiError,
    random,
    reference::{Purpose, Reference},
    registration::{Registrant, code_of_path},
    reward,
    session::Session,
    state::App,
    store::{self, Feedback, FeedbackRecord, Picture, Quote, Registration, RewardStatus, Tx},
    submission::{Seed, short_text},
    verify::{Counts, Question, verify},
};

/// How much of the day one browser may write about: more packs than a household opens.
const A_DAY: u32 = 30;
const DAY_MS: i64 = 86_400_000;
/// How many requests about one pack are known again: a queue holds fewer.
const KEPT_REQUESTS: usize = 16;

/// Keeps what somebody thinks of a pack, in the place of what they thought before. `photo` is a JPEG
/// that was written anew. A request that comes again, by its `seed`, changes nothing: not even what was
/// thought later.
///
/// # Errors
/// A field is wrong, the pack is none that people are asked about, or one browser wrote too much.
pub async fn give(
    app: &App,
    request: &FeedbackRequest,
    photo: Option<Vec<u8>>,
    giver: Registrant,
    seed: &Seed,
    words: Words,
) -> Result<OwnFeedback, ApiError> {
    let code = code_of_path(&request.path)?;
    let stars = request.stars.parse().ok();
    let stars: u32 = stars
        .filter(|stars| (1..=5).contains(stars))
        .ok_or(ApiError::Field {
            field: "stars",
            detail: "choose one to five stars".to_owned(),
        })?;
    let said = short_text("words", Some(&request.words), MAX_WORDS)?;
    let language = words.locale.tag();
    let (session, now) = (giver.session, app.clock.now());
    let answer = judged(app, &code, session, language).await?;
    let pack = Pack::of(&code, &answer).ok_or(ApiError::NotFound)?;
    let (Some(key), Some(brand)) = (pack.key.clone(), &answer.brand) else {
        return Err(ApiError::NoFeedback);
    };
    if !is_asked(&answer) {
        return Err(ApiError::NoFeedback);
    }
    // In the language in which it was asked, whatever the answer's is.
    let asked = Words::new(Locale::from_tag(&request.asked_in).unwrap_or(words.locale));
    let new = New {
        reference: Reference::new(
            Purpose::Feedback,
            &seed.bytes(app.store.secret(), "feedback")?,
        )
        .as_str()
        .to_owned(),
        request: match seed {
            Seed::Random => None,
            Seed::Key(_) => {
                let digest = seed.bytes(app.store.secret(), "feedback-request")?;
                Some(random::hex(&digest[..16]))
            }
        },
        path: code.path().unwrap_or_default(),
        key,
        brand: brand.id.clone(),
        pack,
        stars,
        words: said,
        language,
        quote: (request.quote == "yes").then(|| Quote {
            at: now.0,
            text: asked.feedback_quote_ask(&brand.name),
            language: asked.locale.tag().to_owned(),
        }),
        photo: photo.map(|bytes| Picture {
            content_type: "image/jpeg".to_owned(),
            bytes,
        }),
        takes_photo_away: request.no_photo == "yes",
        session,
        network: reward::network_of(app, giver.address),
    };
    let kept = app.store.write(move |tx| new.put(tx, now)).await??;
    Ok(app.store.read(|db| own_view(db, &kept, language)).await?)
}

/// What is said of a pack just now; nothing is counted.
async fn judged(
    app: &App,
    code: &Code,
    session: Session,
    language: &str,
) -> Result<Answer, ApiError> {
    let question = Question {
        code,
        given: None,
        origin: "",
        reader: Reader {
            language: language.to_owned(),
            near: None,
            country: None,
        },
        counts: Counts::Not {
            session: Some(session),
        },
        client: None,
        staff: None,
    };
    Ok(*verify(app, question).await?)
}

/// What was sent, read and judged.
struct New {
    reference: String,
    /// The digest of the key that it came with.
    request: Option<String>,
    path: String,
    key: String,
    brand: String,
    pack: Pack,
    stars: u32,
    words: Option<String>,
    language: &'static str,
    quote: Option<Quote>,
    photo: Option<Picture>,
    takes_photo_away: bool,
    session: Session,
    network: String,
}

impl New {
    fn put(&self, tx: &Tx<'_>, now: Instant) -> store::Result<Result<Feedback, ApiError>> {
        let owner = self.session.for_feedback();
        let before = tx.feedback_of(&owner, &self.key)?;
        if let Some(request) = &self.request {
            // The same request again; from a browser that has lost its cookies, by its reference.
            let first = tx.feedback(&self.reference)?;
            let known = before.iter().chain(&first);
            let mut known = known.filter(|one| one.record.requests.contains(request));
            match known.next() {
                Some(known) if known.pack == self.key => return Ok(Ok(known.clone())),
                Some(_) => return Ok(Err(ApiError::KeyReused)),
                None => {}
            }
        }
        let since = Instant(now.0.saturating_sub(DAY_MS));
        if before.is_none() && tx.count_feedback_by(&owner, since)? >= A_DAY {
            return Ok(Err(ApiError::TooMany { seconds: 3600 }));
        }
        let Some(product) = tx.product(&self.pack.gtin)? else {
            return Ok(Err(ApiError::NotFound));
        };
        let registration = match &self.pack.serial {
            Some(serial) => registered_by(tx, product.id, serial, self.session)?,
            None => None,
        };
        let may_quote = self.words.is_some() && asks_quote(&product.record);
        let mut new = Feedback {
            reference: self.reference.clone(),
            owner,
            pack: self.key.clone(),
            brand: self.brand.clone(),
            product: product.id,
            batch: self.pack.batch.clone(),
            stars: self.stars,
            is_owner: registration.is_some(),
            at: now,
            record: FeedbackRecord {
                path: self.path.clone(),
                words: self.words.clone(),
                language: self.language.to_owned(),
                quote: self.quote.clone().filter(|_| may_quote),
                requests: self.request.iter().cloned().collect(),
                ..FeedbackRecord::default()
            },
        };
        if let Some(before) = before {
            new = self.instead(new, before, now);
        }
        if let Some(registration) = &registration {
            new.record.for_points |= earns(tx, &new, registration, &self.network, now)?;
        }
        tx.put_feedback(&new)?;
        if self.photo.is_some() || self.takes_photo_away {
            tx.put_feedback_photo(&new.reference, self.photo.as_ref())?;
        }
        Ok(Ok(new))
    }

    /// What stays of what was said before: its number and day, the answer, what staff hid, and a yes
    /// to the same words.
    fn instead(&self, new: Feedback, before: Feedback, now: Instant) -> Feedback {
        let is_same = before.record.words == new.record.words;
        let is_changed = !is_same || before.stars != new.stars || self.photo.is_some();
        let record = before.record;
        let quote = match (&new.record.quote, &record.quote) {
            (Some(_), Some(given)) if is_same => Some(given.clone()),
            (asked, _) => asked.clone(),
        };
        let is_other_photo = self.photo.is_some() || self.takes_photo_away;
        let mut requests = record.requests;
        requests.extend(new.record.requests);
        let surplus = requests.len().saturating_sub(KEPT_REQUESTS);
        requests.drain(..surplus);
        Feedback {
            reference: before.reference,
            at: before.at,
            is_owner: new.is_owner || before.is_owner,
            record: FeedbackRecord {
                quote,
                changed: match is_changed {
                    true => Some(now.0),
                    false => record.changed,
                },
                answer: record.answer,
                hidden: record.hidden,
                photo_shown: record.photo_shown && !is_other_photo,
                for_points: record.for_points,
                requests,
                ..new.record
            },
            ..new
        }
    }
}

/// Whether there are points for it, now or later: of a registered unit, once a unit, for any stars.
fn earns(
    tx: &Tx<'_>,
    one: &Feedback,
    registration: &Registration,
    network: &str,
    now: Instant,
) -> store::Result<bool> {
    let asked = reward::Asked {
        act: Act::Review,
        reference: &one.reference,
        brand: &one.brand,
        product: registration.product,
        serial: Some(&registration.serial),
        account: &registration.account,
        network,
        basis: Basis::from(registration.evidence),
        points: reward::rules_of(tx, &one.brand)?.review,
    };
    // Why there are none is nobody's trouble: the unit earned them before, or the brand gives none.
    Ok(reward::ask(tx, &asked, now)?.is_ok())
}

/// A unit was registered: what its holder said of it before is an owner's from now on, and what
/// somebody said who only claimed it is not.
///
/// # Errors
/// The database failed.
pub fn registered(
    tx: &Tx<'_>,
    session: Session,
    gtin: &Gtin,
    registration: &Registration,
    network: &str,
    now: Instant,
) -> store::Result<()> {
    let key = of_unit(gtin, &registration.serial);
    let owner = session.for_feedback();
    for other in tx.feedback_of_owners(registration.product, &key)? {
        if other.owner != owner {
            disown(tx, other, now)?;
        }
    }
    let Some(mut own) = tx.feedback_of(&owner, &key)? else {
        return Ok(());
    };
    own.is_owner = true;
    own.record.for_points |= earns(tx, &own, registration, network, now)?;
    tx.put_feedback(&own)
}

/// Somebody else holds the unit now: what points waited for is theirs to earn. What was granted
/// stays, as it does for registrations.
fn disown(tx: &Tx<'_>, one: Feedback, now: Instant) -> store::Result<()> {
    let reward = tx.reward(Act::Review, &one.reference)?;
    let waits = reward.is_some_and(|one| matches!(one.status, RewardStatus::Held(_)));
    if waits {
        reward::give_back(tx, Act::Review, &one.reference, now)?;
    }
    let record = FeedbackRecord {
        for_points: one.record.for_points && !waits,
        ..one.record
    };
    tx.put_feedback(&Feedback {
        is_owner: false,
        record,
        ..one
    })
}
