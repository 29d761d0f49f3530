//! Being told of a recall that comes later: a wish, by a private link, mail or push messages.
//!
//! A wish needs no account. Whoever has its link sees how it stands and ends it; the link is made of
//! its identifier and a keyed digest, so nothing secret is stored. An address of somebody's is
//! written to once before its owner says yes, and that yes has a link of its own, which only the
//! mail tells.

mod channel;

use app::words::{Locale, Words};
use subtle::ConstantTimeEq;
use trace::Instant;
use wire::{
    convert::rfc3339,
    follow::{FollowOffer, FollowRecall, FollowRequest, FollowView, PushSubscription},
};

use self::channel::Channel;
use crate::{
    answer,
    code::Code,
    error::ApiError,
    known::{self, Known},
    outbox, random,
    recall::Certainty,
    registration::code_of_path,
    session::Session,
    state::App,
    store::{self, Follow, Mail, Outcome, Registration, Told, UnitQuestion},
    submission::Seed,
};

/// How many wishes for one address may wait for its owner's yes on one day.
const MAX_UNCONFIRMED: u64 = 3;
const DAY_MS: i64 = 86_400_000;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To look at it and end it.
    View,
    /// To say yes; only the mail tells it.
    Confirm,
}

/// A token at the end of a link: 24 digits of the identifier, 32 of the digest.
#[must_use]
pub fn token(app: &App, purpose: Purpose, id: &str) -> String {
    format!("{id}{}", random::hex(&digest(app, purpose, id)[..16]))
}

fn digest(app: &App, purpose: Purpose, id: &str) -> [u8; 32] {
    let purpose: &[u8] = match purpose {
        Purpose::View => b"follow-view",
        Purpose::Confirm => b"follow-confirm",
    };
    random::keyed_digest(app.store.secret(), &[purpose, id.as_bytes()])
}

/// The identifier in a token that was made here for that purpose.
fn id_in<'t>(app: &App, purpose: Purpose, token: &'t str) -> Option<&'t str> {
    let (id, given) = token.split_at_checked(2 * ID)?;
    let given: [u8; 16] = random::from_hex(given)?;
    let right = digest(app, purpose, id);
    bool::from(right[..16].ct_eq(&given)).then_some(id)
}

/// Bytes of an identifier.
const ID: usize = 12;

/// The path of a wish's private page.
#[must_use]
pub fn link(app: &App, id: &str) -> String {
    format!("/follow/{}", token(app, Purpose::View, id))
}

/// What ways there are to be told of a recall of a code; `None` where nothing is known that could be
/// recalled.
#[must_use]
pub fn offer(app: &App, known: &Known, code: &Code) -> Option<FollowOffer> {
    let is_something = known.product.is_some() && !known.is_guess(code) && code.identity.is_some();
    is_something.then(|| FollowOffer {
        mail: origin(app).is_some(),
        push_key: app.push_key(),
    })
}

/// Where links in mails lead; `None` where no mail can be sent, or none with a link.
fn origin(app: &App) -> Option<&str> {
    app.public_origin.as_deref().filter(|_| app.sends_mail)
}

/// Notes that somebody wants to be told; asking twice is asking once.
pub async fn follow(
    app: &App,
    request: &FollowRequest,
    session: Session,
    seed: &Seed,
    language: &str,
) -> Result<FollowView, ApiError> {
    let code = code_of_path(&request.path)?;
    let channel = Channel::read(app, request)?;
    let known = app
        .store
        .read(|db| known::look_up(db, &app.issue_key, &code))
        .await?;
    let (Some(product), false) = (&known.product, known.is_guess(&code)) else {
        return Err(ApiError::NoUnit);
    };
    let path = code.path().unwrap_or_default();
    let now = app.clock.now();
    // A browser has one subscription, whose address changes: it is still the same wish.
    let is_push = matches!(channel, Channel::Push(_));
    let whom = if is_push {
        channel.name()
    } else {
        channel.target()
    };
    let account = session.account();
    let own = app.store.read(|db| db.follows_of_account(&account)).await?;
    let is_same = |one: &&Follow| {
        one.path == path
            && one.channel == channel.name()
            && (is_push || one.target == whom)
            && one.about.is_empty()
    };
    // This browser's own wish; else that of the request that came before, whose answer may be lost.
    let id = match (own.iter().find(is_same), seed) {
        (Some(own), _) => own.id.clone(),
        (None, Seed::Random) => id(app, &[session.bytes(), path.as_bytes(), whom.as_bytes()]),
        (None, Seed::Key(key)) => {
            let key = [b"key ", key.as_bytes()].concat();
            id(app, &[&key, path.as_bytes(), whom.as_bytes()])
        }
    };
    let follow = Follow {
        id,
        product: product.id,
        path,
        channel: channel.name().to_owned(),
        target: channel.target().to_owned(),
        keys: channel.keys(),
        account: session.account(),
        language: language.to_owned(),
        about: String::new(),
        created_at: now,
        confirmed_at: (channel.name() != "mail").then_some(now),
    };
    put(app, &follow, &known, now).await?;
    look_up_id(app, &follow.id, language).await
}

/// Sends the push messages of everything that a session follows to its browser's new subscription.
pub async fn redirect(
    app: &App,
    push: &PushSubscription,
    session: Option<Session>,
) -> Result<(), ApiError> {
    let channel = channel::push(app, Some(push))?;
    let Some(session) = session else {
        return Ok(());
    };
    let account = session.account();
    app.store
        .write(move |tx| tx.redirect_pushes(&account, channel.target(), &channel.keys()))
        .await?;
    Ok(())
}

/// Notes that who registered with an address wants to be told at it; nothing where no mail is sent.
pub async fn follow_registered(
    app: &App,
    registration: &Registration,
    known: &Known,
    language: &str,
) -> Result<(), ApiError> {
    let Some(address) = registration
        .email
        .as_ref()
        .filter(|_| origin(app).is_some())
    else {
        return Ok(());
    };
    let follow = Follow {
        id: id(
            app,
            &[registration.reference.as_bytes(), address.as_bytes()],
        ),
        product: registration.product,
        path: registration.path.clone(),
        channel: "mail".to_owned(),
        target: address.clone(),
        keys: String::new(),
        account: registration.account.clone(),
        language: language.to_owned(),
        about: registration.reference.clone(),
        created_at: registration.registered_at,
        confirmed_at: None,
    };
    match put(app, &follow, known, app.clock.now()).await {
        // The registration holds; that address has letters enough today.
        Err(ApiError::TooMany { .. }) => Ok(()),
        other => other,
    }
}

/// The same for the same wish, and nothing that anybody could guess.
fn id(app: &App, seed: &[&[u8]]) -> String {
    let mut parts: Vec<&[u8]> = vec![b"follow"];
    parts.extend(seed);
    random::hex(&random::keyed_digest(app.store.secret(), &parts)[..ID])
}

/// Puts it in with what needs no telling any more, and writes to an address that is to be confirmed.
async fn put(app: &App, follow: &Follow, known: &Known, now: Instant) -> Result<(), ApiError> {
    let asks = match origin(app) {
        Some(origin) if follow.confirmed_at.is_none() => Some((
            asking(app, origin, follow, known, now)?,
            asked(app, &follow.target),
        )),
        _ => None,
    };
    let recalls = known.recalls.clone();
    let read_at = known.version.records;
    let follow = follow.clone();
    let is_put = app
        .store
        .write_or_undo(move |tx| {
            if !tx.put_follow(&follow)? {
                tx.redirect_follow(&follow.id, &follow.target, &follow.keys)?;
                return Ok(Outcome::Keep(true));
            }
            for covering in &recalls {
                let certainty = covering.certainty.id();
                tx.tell_follow(&follow.id, &covering.recall.id, certainty, now)?;
            }
            // A recall that came meanwhile found nobody to tell.
            if tx.unit_record(&UnitQuestion::default())?.version.records != read_at {
                tx.put_recall_news_of(follow.product)?;
            }
            let Some((mail, whose)) = &asks else {
                return Ok(Outcome::Keep(true));
            };
            if tx.count_asked(whose, Instant(now.0 - DAY_MS))? >= MAX_UNCONFIRMED {
                return Ok(Outcome::Undo(false));
            }
            tx.put_asked(whose, &follow.id, now)?;
            tx.put_mail(mail)?;
            Ok(Outcome::Keep(true))
        })
        .await?;
    match is_put {
        true => Ok(()),
        false => Err(ApiError::TooMany {
            seconds: DAY_MS.unsigned_abs() / 1000,
        }),
    }
}

/// An address as its mails are counted: however it is written, and nothing that leads back to it.
fn asked(app: &App, address: &str) -> String {
    let address = address.to_lowercase();
    random::hex(&random::keyed_digest(
        app.store.secret(),
        &[b"asked", address.as_bytes()],
    ))
}

/// The one mail before the yes.
fn asking(
    app: &App,
    origin: &str,
    follow: &Follow,
    known: &Known,
    now: Instant,
) -> Result<Mail, ApiError> {
    let words = words_of(follow);
    let (product, brand) = names(known, words);
    let yes = format!(
        "{origin}/follow/{}/confirm",
        token(app, Purpose::Confirm, &follow.id)
    );
    let body = [
        words.follow_mail_asked(&product, &brand),
        words.follow_mail_confirm(yes),
        words.follow_mail_ignore().to_owned(),
    ];
    Ok(Mail {
        id: random::hex(&random::bytes::<16>()?),
        about: follow.id.clone(),
        recipient: follow.target.clone(),
        subject: outbox::one_line(&words.follow_mail_subject(&product)),
        body: body.join("\n\n"),
        made_at: now,
        attempts: 0,
        unsubscribe: None,
    })
}

/// In the language of whoever follows.
pub(crate) fn words_of(follow: &Follow) -> Words {
    Words::new(Locale::from_tag(&follow.language).unwrap_or(Locale::En))
}

/// What product and brand are called.
pub(crate) fn names(known: &Known, words: Words) -> (String, String) {
    let product = known.product.as_ref();
    let name = product.and_then(|product| answer::text(&product.record.name, words.locale.tag()));
    let brand = known.brand.as_ref().map(|brand| brand.name.clone());
    (name.unwrap_or_default(), brand.unwrap_or_default())
}

/// How something that is followed stands, for whoever has its link.
pub async fn look_up(app: &App, token: &str, language: &str) -> Result<FollowView, ApiError> {
    let id = id_in(app, Purpose::View, token).ok_or(ApiError::NoFollow)?;
    look_up_id(app, id, language).await
}

/// As [`look_up`], for whoever has the link of the mail.
pub async fn look_up_asked(app: &App, token: &str, language: &str) -> Result<FollowView, ApiError> {
    let id = id_in(app, Purpose::Confirm, token).ok_or(ApiError::NoFollow)?;
    look_up_id(app, id, language).await
}

/// Takes the yes of whoever got the mail. What was recalled since they asked is told now.
pub async fn confirm(app: &App, token: &str, language: &str) -> Result<FollowView, ApiError> {
    let view = look_up_asked(app, token, language).await?;
    let id = id_in(app, Purpose::Confirm, token).ok_or(ApiError::NoFollow)?;
    let (confirmed, now) = (id.to_owned(), app.clock.now());
    app.store
        .write(move |tx| {
            if tx.confirm_follow(&confirmed, now)?
                && let Some(follow) = tx.follow(&confirmed)?
            {
                tx.put_recall_news_of(follow.product)?;
            }
            Ok(())
        })
        .await?;
    Ok(FollowView {
        confirmed: true,
        ..view
    })
}

/// Ends it, for whoever has its link; ending it twice does no harm.
pub async fn end(app: &App, token: &str) -> Result<(), ApiError> {
    let id = id_in(app, Purpose::View, token).ok_or(ApiError::NoFollow)?;
    let id = id.to_owned();
    app.store.write(move |tx| tx.end_follow(&id)).await?;
    app.store.sweep().await?;
    Ok(())
}

/// What a session follows, newest first.
pub async fn of_session(
    app: &App,
    session: Option<Session>,
    language: &str,
) -> Result<Vec<FollowView>, ApiError> {
    let Some(session) = session else {
        return Ok(Vec::new());
    };
    let account = session.account();
    let follows = app.store.read(|db| db.follows_of_account(&account)).await?;
    let mut views = Vec::new();
    for follow in follows {
        views.push(view(app, &follow, language).await?);
    }
    Ok(views)
}

async fn look_up_id(app: &App, id: &str, language: &str) -> Result<FollowView, ApiError> {
    let follow = app.store.read(|db| db.follow(id)).await?;
    view(app, &follow.ok_or(ApiError::NoFollow)?, language).await
}

/// What is known of what somebody follows, and what they were told of it.
pub(crate) async fn known_and_told(
    app: &App,
    follow: &Follow,
    code: &Code,
) -> store::Result<(Known, Vec<Told>)> {
    let read = app.store.read(|db| {
        let known = known::look_up(db, &app.issue_key, code)?;
        Ok((known, db.told(&follow.id)?))
    });
    read.await
}

async fn view(app: &App, follow: &Follow, language: &str) -> Result<FollowView, ApiError> {
    let code = code_of_path(&follow.path)?;
    let (known, told) = known_and_told(app, follow, &code).await?;
    let words = Words::new(Locale::from_tag(language).unwrap_or(Locale::En));
    let (product, brand) = names(&known, words);
    Ok(FollowView {
        path: follow.path.clone(),
        product,
        brand,
        channel: follow.channel.clone(),
        confirmed: follow.confirmed_at.is_some(),
        since: rfc3339(follow.created_at),
        link: link(app, &follow.id),
        recalls: known
            .recalls
            .iter()
            .map(|covering| FollowRecall {
                id: covering.recall.id.clone(),
                on: covering.recall.on.clone(),
                certainty: covering.certainty.id().to_owned(),
                hazard: answer::text(&covering.recall.hazard, language).unwrap_or_default(),
                is_new: is_new(
                    &told,
                    &covering.recall.id,
                    covering.certainty,
                    follow.created_at,
                ),
            })
            .collect(),
    })
}

/// Whether it was not so when the wish began.
fn is_new(told: &[Told], recall: &str, certainty: Certainty, since: Instant) -> bool {
    !told.iter().any(|told| {
        told.recall == recall && told.certainty == certainty.id() && told.at.0 <= since.0
    })
}
