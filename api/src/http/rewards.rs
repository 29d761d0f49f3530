//! `GET /v1/rewards` and `/rewards`: the points of this session.

use std::collections::BTreeMap;

use axum::{Json, extract::State, response::Response};
use trace::Instant;
use wire::{
    convert::rfc3339,
    reward::{BrandPoints, RewardEntry, Rewards, WaitingPoints},
};

use super::visitor::Visitor;
use crate::{
    answer::text,
    error::ApiError,
    known,
    pages::{self, Document},
    registration::code_of_path,
    reward,
    session::Session,
    state::{App, Shared},
    store::{self, Db, LedgerEntry, Reward, RewardStatus},
    voucher,
};

/// The account of the session; without one it is empty.
#[utoipa::path(
    get, path = "/v1/rewards", tag = "rewards",
    responses((status = 200, description = "The account.", body = Rewards)),
)]
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Json<Rewards>, ApiError> {
    rewards(&app, visitor.session, visitor.language())
        .await
        .map(Json)
}

/// The same as a page.
pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let rewards = rewards(&app, visitor.session, visitor.language()).await?;
    let page = app::pages::rewards(&context, rewards);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// The account of a session, after what can be settled is.
pub(crate) async fn rewards(
    app: &App,
    session: Option<Session>,
    language: &str,
) -> Result<Rewards, ApiError> {
    let Some(session) = session else {
        return Ok(Rewards::default());
    };
    let account = session.account();
    let own = reward::of_account(app, &account).await?;
    let now = app.clock.now();
    let rewards = app.store.read(|db| {
        let lines = db.ledger(&account)?;
        let waiting = own
            .iter()
            .filter_map(|one| waiting(app, db, one, language).transpose())
            .collect::<store::Result<Vec<_>>>()?;
        Ok(Rewards {
            points: lines.iter().map(|line| line.points).sum(),
            brands: brands(db, &account, &lines, &own, now)?,
            vouchers: voucher::own(db, app.store.secret(), &account)?,
            entries: lines.into_iter().map(entry).collect(),
            waiting,
        })
    });
    Ok(rewards.await?)
}

fn entry(line: LedgerEntry) -> RewardEntry {
    RewardEntry {
        at: rfc3339(line.at),
        reason: line.reason,
        points: line.points,
        reference: line.reference,
    }
}

/// Each brand that gave any, by its name.
fn brands(
    db: &Db<'_>,
    account: &str,
    lines: &[LedgerEntry],
    own: &[Reward],
    now: Instant,
) -> store::Result<Vec<BrandPoints>> {
    let mut sums: BTreeMap<&str, (i64, u32)> = BTreeMap::new();
    for line in lines {
        sums.entry(&line.brand).or_default().0 += line.points;
    }
    for one in own {
        if let RewardStatus::Held(_) = one.status {
            sums.entry(&one.brand).or_default().1 += one.points;
        }
    }
    let mut brands = Vec::new();
    for (id, (points, waiting)) in sums {
        if let Some(brand) = db.brand(id)? {
            brands.push(BrandPoints {
                offers: voucher::offers(db, account, id, points, now)?,
                brand: id.to_owned(),
                name: brand.name,
                points,
                waiting,
            });
        }
    }
    brands.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(brands)
}

fn waiting(
    app: &App,
    db: &Db<'_>,
    one: &Reward,
    language: &str,
) -> store::Result<Option<WaitingPoints>> {
    let RewardStatus::Held(why) = one.status else {
        return Ok(None);
    };
    let product = db.product_record(one.product)?;
    let registration = match &one.serial {
        Some(serial) => db.registration_of_unit(one.product, serial)?,
        None => None,
    };
    let path = registration.map(|one| one.path).unwrap_or_default();
    let has_hidden = match code_of_path(&path) {
        Ok(code) => known::look_up(db, &app.issue_key, &code)?
            .hidden_counter()
            .is_some(),
        Err(_) => false,
    };
    Ok(Some(WaitingPoints {
        at: rfc3339(one.at),
        act: one.act.name().to_owned(),
        points: one.points,
        reference: one.reference.clone(),
        why: why.name().to_owned(),
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        path,
        has_hidden,
    }))
}
