//! Telling whoever follows something of its recall: what is new → mail and push messages, each once.
//!
//! A change of a product's recalls or units leaves a row in its own transaction; the job goes through
//! the product's follows, looks each up as a scan would, and notes what it tells in the transaction
//! that puts the message where it waits. So a node that ends in the middle tells nobody twice and
//! forgets nobody.

use trace::Instant;
use wire::import::Recall;

use crate::{
    answer,
    follow::{self, names, words_of},
    known::Known,
    outbox, random,
    recall::{Certainty, Covering},
    registration::code_of_path,
    state::App,
    store::{self, Follow, Mail, Push, RecallNews},
};

/// Characters of a push message's text, at the most: the whole must fit into 4,096 bytes.
const PUSH_TEXT: usize = 400;

/// A message with what it is about.
#[derive(Clone, Debug)]
struct Alert {
    follow: String,
    recall: String,
    certainty: Certainty,
    message: Message,
}

#[derive(Clone, Debug)]
enum Message {
    /// Its page says it.
    None,
    Mail(Mail),
    Push(Push),
}

/// Goes through what is new, a page of follows of each product; how many follows were looked at.
///
/// # Errors
/// The store's: the last one, once the others were gone through.
pub async fn tell(app: &App, now: Instant) -> store::Result<usize> {
    let mut looked_at = 0;
    let mut failed = None;
    for news in app.store.read(|db| db.recall_news()).await? {
        match page(app, news, now).await {
            Ok(count) => looked_at += count,
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(looked_at), Err)
}

async fn page(app: &App, news: RecallNews, now: Instant) -> store::Result<usize> {
    let follows = app
        .store
        .read(|db| db.follows_after(news.product, &news.passed))
        .await?;
    let Some(last) = follows.last() else {
        app.store.write(move |tx| tx.end_recall_news(&news)).await?;
        return Ok(0);
    };
    let passed = last.id.clone();
    let mut alerts = Vec::new();
    for follow in &follows {
        match of_follow(app, follow, now).await {
            Ok(some) => alerts.extend(some),
            // What is damaged stays so; the others don't wait for it.
            Err(error) if error.is_damage() => {
                let product = follow.product;
                tracing::error!(product, %error, "alert.passed one follow: {error}");
            }
            Err(error) => return Err(error),
        }
    }
    app.store
        .write(move |tx| {
            for alert in &alerts {
                // Whoever ended it meanwhile is told nothing.
                if tx.follow(&alert.follow)?.is_none()
                    || !tx.tell_follow(&alert.follow, &alert.recall, alert.certainty.id(), now)?
                {
                    continue;
                }
                match &alert.message {
                    Message::None => {}
                    Message::Mail(mail) => tx.put_mail(mail)?,
                    Message::Push(push) => tx.put_push(push)?,
                }
            }
            tx.pass_recall_news(&news, &passed)
        })
        .await?;
    Ok(follows.len())
}

/// What a follow was not told yet.
async fn of_follow(app: &App, follow: &Follow, now: Instant) -> store::Result<Vec<Alert>> {
    let Ok(code) = code_of_path(&follow.path) else {
        return Ok(Vec::new());
    };
    let (known, told) = follow::known_and_told(app, follow, &code).await?;
    let mut alerts = Vec::new();
    for Covering {
        recall, certainty, ..
    } in known.recalls.clone()
    {
        let is_told = told
            .iter()
            .any(|told| told.recall == recall.id && told.certainty == certainty.id());
        if is_told {
            continue;
        }
        alerts.push(Alert {
            follow: follow.id.clone(),
            recall: recall.id.clone(),
            certainty,
            message: message(app, follow, &known, (&recall, certainty), now),
        });
    }
    Ok(alerts)
}

fn message(
    app: &App,
    follow: &Follow,
    known: &Known,
    (recall, certainty): (&Recall, Certainty),
    now: Instant,
) -> Message {
    let parts = [&follow.id, &recall.id, certainty.id()].map(str::as_bytes);
    let id = random::hex(&random::keyed_digest(app.store.secret(), &parts)[..16]);
    let words = words_of(follow);
    let (product, brand) = names(known, words);
    let language = words.locale.tag();
    let hazard = answer::text(&recall.hazard, language).unwrap_or_default();
    let instruction = answer::text(&recall.instruction, language).unwrap_or_default();
    let is_certain = certainty == Certainty::Certain;
    let subject = match is_certain {
        true => words.alert_subject(&product),
        false => words.alert_subject_possible(&product),
    };
    let on = words.day(&recall.on);
    let about = match is_certain {
        true => words.alert_about(&product, &brand, on),
        false => words.alert_about_possible(&product, on),
    };
    match (follow.channel.as_str(), &app.public_origin) {
        ("mail", Some(origin)) => {
            let page = format!("{origin}{}", follow.path);
            let end = format!("{origin}{}", follow::link(app, &follow.id));
            let body = [
                about,
                hazard,
                instruction,
                words.alert_where(page),
                words.alert_why(&end),
            ];
            Message::Mail(Mail {
                id,
                about: follow.id.clone(),
                recipient: follow.target.clone(),
                subject: outbox::one_line(&subject),
                body: body.join("\n\n"),
                made_at: now,
                attempts: 0,
                unsubscribe: Some(format!("{end}/end")),
            })
        }
        ("push", _) => Message::Push(Push {
            id,
            follow: follow.id.clone(),
            recall: recall.id.clone(),
            message: serde_json::json!({
                "title": subject,
                "body": short(&format!("{hazard} {instruction}")),
                "path": follow.path,
                "tag": recall.id,
                "lang": language,
            })
            .to_string(),
            made_at: now,
            attempts: 0,
        }),
        _ => Message::None,
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(PUSH_TEXT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
