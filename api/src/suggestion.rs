//! What a brand's rules suggest, by [`trace::suggest`], to whoever said yes to that.
//!
//! Nothing is looked up, and nothing said, for anybody else. What was registered is read where the
//! answer is made and goes nowhere: the brand learns nothing of who was suggested what.

use std::collections::BTreeMap;

use app::words::{Locale, Words};
use gs1::{Date, Gtin};
use trace::{
    Country, Point,
    suggest::{Facts, Kind, Why, suggest},
};
use wire::{
    answer::Answer,
    import::Suggests,
    suggestion::{Suggestion, Suggestions},
};

use crate::{
    answer::text,
    code::Code,
    error::ApiError,
    feedback::is_asked,
    known, place,
    registration::code_of_path,
    session::Session,
    state::App,
    store::{self, Db, Product, Quote},
};

/// How many of their packs `/mine` looks at.
const PACKS: usize = 20;

/// When somebody got what, by the product's number in this database; the last of each.
type Held = BTreeMap<i64, Date>;

fn held(db: &Db<'_>, session: Session) -> store::Result<Held> {
    let mut held = Held::new();
    for one in db.all_registrations_of(&session.account())? {
        let bought = one.bought_on.as_deref().and_then(|on| on.parse().ok());
        let since: Date = bought.unwrap_or(one.registered_at.date());
        let last = held.entry(one.product).or_insert(since);
        if last.days() < since.days() {
            *last = since;
        }
    }
    Ok(held)
}

/// A rule's kind; `None` where a later version wrote it, or it lacks its days.
pub(crate) fn kind(rule: &Suggests) -> Option<Kind> {
    match &*rule.kind {
        "goes-with" => Some(Kind::GoesWith),
        "refill-due" => rule.after_days.map(Kind::RefillDue),
        "replaces" => Some(Kind::Replaces),
        _ => None,
    }
}

/// Whose product it is about, and where they are.
struct Reader<'a> {
    held: &'a Held,
    market: Option<Country>,
    today: Date,
    language: &'a str,
}

/// What the rules of a product say to a reader.
fn judged(
    db: &Db<'_>,
    product: &Product,
    brand: &str,
    reader: &Reader<'_>,
) -> store::Result<Vec<Suggestion>> {
    let mut list = Vec::new();
    for rule in &product.record.suggests {
        let (Some(kind), Ok(gtin)) = (kind(rule), rule.gtin.parse::<Gtin>()) else {
            continue;
        };
        let Some(other) = db.product(&gtin)? else {
            continue;
        };
        let markets = rule.markets.iter().filter_map(|code| Country::new(code));
        let facts = Facts {
            held_since: reader.held.get(&product.id).copied(),
            other_since: reader.held.get(&other.id).copied(),
            is_recalled: db
                .recalls(other.id)?
                .iter()
                .any(|recall| !recall.record.is_void()),
            market: reader.market,
        };
        let markets: Vec<Country> = markets.collect();
        let Ok(why) = suggest(kind, &markets, &facts, reader.today) else {
            continue;
        };
        let name = |record: &wire::import::Product| text(&record.name, reader.language);
        list.push(Suggestion {
            kind: rule.kind.clone(),
            path: format!("/01/{gtin}"),
            name: name(&other.record).unwrap_or_default(),
            of: name(&product.record).unwrap_or_default(),
            brand: brand.to_owned(),
            days: match why {
                Why::RefillDue(days) => Some(days),
                Why::GoesWith | Why::Replaces => None,
            },
        });
    }
    Ok(list)
}

/// The country that a batch was made for, where that is one alone.
fn only(markets: &[String]) -> Option<Country> {
    match markets {
        [only] => Country::new(only),
        _ => None,
    }
}

/// Puts what is suggested beside a pack into an answer that becomes a page. A pack in trouble
/// suggests nothing.
///
/// # Errors
/// The database failed.
pub async fn show(
    app: &App,
    code: &Code,
    session: Option<Session>,
    near: Option<Point>,
    answer: &mut Answer,
) -> Result<(), ApiError> {
    let (Some(gtin), Some(brand), true) = (code.gtin(), &answer.brand, is_asked(answer)) else {
        return Ok(());
    };
    let language = answer.language.clone();
    let (brand, today) = (brand.name.clone(), app.clock.now().date());
    let made_for = answer.batch.as_ref().and_then(|batch| only(&batch.markets));
    let read = app.store.read(|db| {
        let product = db.product(gtin)?;
        let Some(product) = product.filter(|product| !product.record.suggests.is_empty()) else {
            return Ok(None);
        };
        let Some(session) = session else {
            return Ok(Some(Suggestions::default()));
        };
        if db.suggestion_consent(&session.for_suggestions())?.is_none() {
            return Ok(Some(Suggestions::default()));
        }
        let here = match near {
            Some(near) => place::whereabouts(db, near)?.country,
            None => None,
        };
        let reader = Reader {
            held: &held(db, session)?,
            market: here.or(made_for),
            today,
            language: &language,
        };
        Ok(Some(Suggestions {
            is_on: true,
            list: judged(db, &product, &brand, &reader)?,
        }))
    });
    answer.suggestions = read.await?;
    Ok(())
}

/// What is suggested for whatever a session registered; `None` where it didn't say yes.
///
/// # Errors
/// The database failed.
pub async fn of_session(
    app: &App,
    session: Option<Session>,
    language: &str,
) -> Result<Option<Vec<Suggestion>>, ApiError> {
    let Some(session) = session else {
        return Ok(None);
    };
    let today = app.clock.now().date();
    let read = app.store.read(|db| {
        if db.suggestion_consent(&session.for_suggestions())?.is_none() {
            return Ok(None);
        }
        let held = held(db, session)?;
        let mut list: Vec<Suggestion> = Vec::new();
        let own = db.all_registrations_of(&session.account())?;
        for one in own.into_iter().take(PACKS) {
            let Ok(code) = code_of_path(&one.path) else {
                continue;
            };
            let Some(product) = code
                .gtin()
                .map(|gtin| db.product(gtin))
                .transpose()?
                .flatten()
            else {
                continue;
            };
            if product.record.suggests.is_empty() {
                continue;
            }
            let known = known::look_up(db, &app.issue_key, &code)?;
            let reader = Reader {
                held: &held,
                market: known.batch.as_ref().and_then(|batch| only(&batch.markets)),
                today,
                language,
            };
            let brand = known.brand.as_ref().map(|brand| brand.name.clone());
            let more = judged(db, &product, &brand.unwrap_or_default(), &reader)?;
            list.extend(more);
        }
        let mut seen: Vec<(String, String)> = Vec::new();
        list.retain(|one| {
            let key = (one.kind.clone(), one.path.clone());
            let is_new = !seen.contains(&key);
            seen.push(key);
            is_new
        });
        Ok(Some(list))
    });
    Ok(read.await?)
}

/// Keeps a yes to suggestions with what was asked, or forgets it.
///
/// # Errors
/// The database failed.
pub async fn choose(
    app: &App,
    session: Session,
    is_on: bool,
    asked_in: &str,
    words: Words,
) -> Result<(), ApiError> {
    let owner = session.for_suggestions();
    let asked = Words::new(Locale::from_tag(asked_in).unwrap_or(words.locale));
    let consent = Quote {
        at: app.clock.now().0,
        text: asked.suggestions_ask().to_owned(),
        language: asked.locale.tag().to_owned(),
    };
    let chosen = app.store.write(move |tx| match is_on {
        true => tx.put_suggestion_consent(&owner, &consent),
        false => tx.end_suggestions(&owner),
    });
    Ok(chosen.await?)
}
