//! `/desk/rewards`: what a brand gives points for, what waits, and vouchers; `/desk/vouchers`: a
//! shop takes one.

use app::pages::desk::{HeldPoints, RewardsShown, RulesShown, VoucherKindShown};
use axum::{
    extract::{Query, State},
    response::Response,
};
use gs1::Date;
use serde::Deserialize;
use trace::{
    Instant,
    reward::{Act as Deed, Basis, Rules},
};
use wire::convert::rfc3339;

use super::{Desk, back, name, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    random, report,
    reward::{self, Decision},
    role::Permission,
    state::Shared,
    store::{self, BrandRules, Db, Reward, RewardStatus, VoucherKind},
    voucher,
};

/// The most points for one act, and the most vouchers of one kind.
const MAX: u32 = 1_000_000;

/// Where the list of what waits goes on.
#[derive(Debug, Deserialize)]
pub struct Which {
    /// When the one before was done, in milliseconds, and its reference.
    behind: Option<String>,
}

/// The rules, as the form has them.
#[derive(Debug, Deserialize)]
pub struct RulesForm {
    from: String,
    person_a_day: String,
    person_a_month: String,
    network_a_day: String,
    report: String,
    recycling: String,
    review: String,
}

/// A decision about what waits.
#[derive(Debug, Deserialize)]
pub struct DecisionForm {
    act: String,
    reference: String,
    choice: String,
}

/// A new kind of voucher.
#[derive(Debug, Deserialize)]
pub struct KindForm {
    name: String,
    points: String,
    count: String,
    ends_on: String,
}

/// A voucher's code.
#[derive(Debug, Deserialize)]
pub struct CodeForm {
    code: String,
}

/// The page.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    Query(which): Query<Which>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let behind = which
        .behind
        .as_deref()
        .and_then(|behind| behind.split_once(' '))
        .and_then(|(ms, reference)| Some((Instant(ms.parse().ok()?), reference)))
        .unwrap_or((Instant(i64::MIN), ""));
    let long_ago = app.clock.now().plus_days(-365);
    let shown = app.store.read(|db| {
        let rules = reward::rules_of(db, brand)?;
        let held = db.rewards_held_by(brand, behind)?;
        let last = held.last().filter(|_| held.len() == 100);
        let more = last.map(|last| format!("{} {}", last.at.0, last.reference));
        let held = held.into_iter().map(|one| held_shown(db, one, language));
        let kinds = db.voucher_kinds(brand, long_ago)?.into_iter();
        Ok(RewardsShown {
            rules: rules_shown(&rules),
            held: held.collect::<store::Result<_>>()?,
            more,
            kinds: kinds
                .map(|kind| kind_shown(db, kind))
                .collect::<store::Result<_>>()?,
        })
    });
    let page = app::pages::desk::rewards(&desk.view(&app)?, shown.await?);
    Ok(desk.show(&app, &page))
}

fn rules_shown(rules: &BrandRules) -> RulesShown {
    RulesShown {
        from: rules.rules.from.name(),
        person_a_day: rules.rules.person_a_day,
        person_a_month: rules.rules.person_a_month,
        network_a_day: rules.rules.network_a_day,
        report: rules.report,
        recycling: rules.recycling,
        review: rules.review,
    }
}

fn held_shown(db: &Db<'_>, one: Reward, language: &str) -> store::Result<HeldPoints> {
    let product = db.product_record(one.product)?;
    let registration = match one.act {
        Deed::Registration => db.registration(&one.reference)?,
        _ => None,
    };
    let why = match one.status {
        RewardStatus::Held(why) => why.name(),
        _ => "",
    };
    Ok(HeldPoints {
        act: one.act.name(),
        at: rfc3339(one.at),
        points: one.points,
        why,
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        bought_on: registration.as_ref().and_then(|one| one.bought_on.clone()),
        shop: registration.and_then(|one| one.shop),
        reference: one.reference,
    })
}

fn kind_shown(db: &Db<'_>, kind: VoucherKind) -> store::Result<VoucherKindShown> {
    Ok(VoucherKindShown {
        ends_on: kind.last_day(),
        redeemed: db.vouchers_redeemed(&kind.id)?,
        name: kind.name,
        points: kind.points,
        count: kind.count,
        taken: kind.taken,
    })
}

fn number(field: &'static str, text: &str, least: u32) -> Result<u32, ApiError> {
    let number = text.trim().parse().ok();
    number
        .filter(|number| (least..=MAX).contains(number))
        .ok_or(ApiError::Field {
            field,
            detail: format!("write a whole number from {least} to {MAX}"),
        })
}

/// Sets the rules.
pub async fn rules(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<RulesForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let from = Basis::parse(&form.from).ok_or(ApiError::Field {
        field: "from",
        detail: "choose one of the list".to_owned(),
    })?;
    let rules = BrandRules {
        rules: Rules {
            from,
            person_a_day: number("person_a_day", &form.person_a_day, 1)?,
            person_a_month: number("person_a_month", &form.person_a_month, 1)?,
            network_a_day: number("network_a_day", &form.network_a_day, 1)?,
        },
        report: number("report", &form.report, 0)?,
        recycling: number("recycling", &form.recycling, 0)?,
        review: number("review", &form.review, 0)?,
    };
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    desk.act(&app, Some(Permission::Campaigns), move |tx, now| {
        tx.put_reward_rules(&brand, &rules)?;
        tx.log_access(&actor.entry(Act::RewardRulesSet, from.name(), now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/rewards"))
}

/// Gives what waits, or refuses it.
pub async fn decide(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<DecisionForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let act = Deed::parse(&form.act).ok_or(ApiError::NotFound)?;
    let decision = match &form.choice[..] {
        "grant" => Decision::Grant,
        "refuse" => Decision::Refuse,
        _ => {
            return Err(ApiError::Field {
                field: "choice",
                detail: "choose one of the keys of the page".to_owned(),
            });
        }
    };
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    desk.act(&app, Some(Permission::Campaigns), move |tx, now| {
        let done = match (act, report::of_brand(tx, &brand, &form.reference)?) {
            (Deed::Report, Some(report)) => {
                let is_right = decision == Decision::Grant;
                let done = reward::decide_report(tx, &report, is_right, now)?;
                done.unwrap_or(Err(ApiError::NotFound))
            }
            _ => reward::decide(tx, &brand, act, &form.reference, decision, now)?,
        };
        if done.is_ok() {
            let subject = format!("{}: {}", form.reference, form.choice);
            tx.log_access(&actor.entry(Act::RewardDecided, &subject, now))?;
        }
        Ok(done)
    })
    .await?;
    Ok(back("/desk/rewards"))
}

/// Makes a kind of voucher.
pub async fn make(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<KindForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let now = app.clock.now();
    let ends_on: Option<Date> = form.ends_on.trim().parse().ok();
    let days = ends_on.map(|on| i64::from(on.days() - now.date().days()));
    let days = days.filter(|days| (0..=3660).contains(days));
    let days = days.ok_or(ApiError::Field {
        field: "ends_on",
        detail: "write a date of the next ten years, as 2027-11-24".to_owned(),
    })?;
    // To the end of that day, by UTC.
    let midnight = now.0 - now.0.rem_euclid(86_400_000);
    let kind = VoucherKind {
        id: random::hex(&random::bytes::<8>()?),
        brand: desk.brand()?.to_owned(),
        name: name("name", &form.name)?,
        points: number("points", &form.points, 1)?,
        count: number("count", &form.count, 1)?,
        taken: 0,
        ends_at: Instant(midnight).plus_days(days + 1),
        made_at: now,
    };
    let actor = desk.clone();
    desk.act(&app, Some(Permission::Campaigns), move |tx, now| {
        tx.put_voucher_kind(&kind)?;
        tx.log_access(&actor.entry(Act::VouchersMade, &kind.name, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/rewards"))
}

/// Where a shop types a code.
pub async fn vouchers(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Events)?;
    desk.brand()?;
    let page = app::pages::desk::vouchers(&desk.view(&app)?, None);
    Ok(desk.show(&app, &page))
}

/// Redeems it.
pub async fn redeem(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<CodeForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Events)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let redeemed = desk
        .act(&app, Some(Permission::Events), move |tx, now| {
            let done = voucher::redeem(tx, &brand, &form.code, &actor.staff.id, now)?;
            if let Ok(view) = &done {
                let subject = format!("{} {}", view.name, view.number);
                tx.log_access(&actor.entry(Act::VoucherRedeemed, &subject, now))?;
            }
            Ok(done)
        })
        .await?;
    let page = app::pages::desk::vouchers(&desk.view(&app)?, Some(redeemed.name));
    Ok(desk.show(&app, &page))
}
