//! `/desk/sales` and `/desk/processing`: what a shop sells, and what becomes of packs at a processor. One form,
//! and what came of the packs before above it.

use app::pages::desk::{Handling, HandlingLeave, PackHandled, PacksHandled};
use axum::{extract::State, response::Response};
use serde::Deserialize;
use wire::convert::rfc3339;

use super::{Desk, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    handling::{self, Asked, Deed, Fields, Handled, Pack, Trade},
    random,
    state::{App, Shared},
    store::{self, AccessEntry, Db, Tx},
};

/// Codes, and what is told of their packs.
#[derive(Debug, Deserialize)]
pub struct Form {
    act: String,
    codes: String,
    site: String,
    #[serde(default)]
    receipt: String,
    #[serde(default)]
    into: String,
}

/// A shop's form.
pub async fn sales(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    empty(&app, &desk, Trade::Sale).await
}

/// Tells a sale, or undoes one.
pub async fn sell(State(app): State<Shared>, sent: Sent<Form>) -> Result<Response, ApiError> {
    send(&app, sent, Trade::Sale).await
}

/// A processor's form.
pub async fn processing(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    empty(&app, &desk, Trade::Processing).await
}

/// Tells what became of packs, or undoes that.
pub async fn process(State(app): State<Shared>, sent: Sent<Form>) -> Result<Response, ApiError> {
    send(&app, sent, Trade::Processing).await
}

async fn empty(app: &App, desk: &Desk, trade: Trade) -> Result<Response, ApiError> {
    desk.need(trade.permission())?;
    shown(app, desk, trade, Handling::default()).await
}

/// Shows what came of it above the next form. To load that again tells nothing twice: what is sold or gone
/// already says so.
async fn send(
    app: &Shared,
    Sent { desk, form }: Sent<Form>,
    trade: Trade,
) -> Result<Response, ApiError> {
    desk.need(trade.permission())?;
    let fields = Fields {
        act: &form.act,
        codes: &form.codes,
        site: &form.site,
        receipt: &form.receipt,
        into: &form.into,
    };
    let handled = match Asked::read(trade, &fields) {
        Ok(asked) => tell(app, &desk, trade, asked).await,
        Err(error) => Err(error),
    };
    let mut page = Handling {
        site: form.site.clone(),
        ..Handling::default()
    };
    let is_done = matches!(&handled, Ok(handled) if handled.is_done);
    match handled {
        Ok(handled) => page.came = Some(came(&desk, &form.act, &handled)),
        Err(ApiError::Field { field, detail }) => page.wrong = Some((field, detail)),
        Err(error) => return Err(error),
    }
    if !is_done {
        page.codes = form.codes;
        page.receipt = form.receipt;
        page.into = form.into;
    }
    shown(app, &desk, trade, page).await
}

async fn tell(app: &Shared, desk: &Desk, trade: Trade, asked: Asked) -> Result<Handled, ApiError> {
    let now = app.clock.now();
    app.limiter
        .sweep(&desk.organisation.id, asked.packs(), now)?;
    let id = random::hex(&random::bytes::<16>()?);
    let (actor, own) = (desk.clone(), app.clone());
    desk.act(app, Some(trade.permission()), move |tx, now| {
        let organisation = &actor.organisation;
        let handled = handling::handle(tx, &own, organisation, &asked, &id, now)?;
        if let Ok(handled) = &handled {
            for (brand, said) in &handled.told {
                log(tx, &actor, trade.logged(), brand, said, now)?;
            }
        }
        Ok(handled)
    })
    .await
}

/// A line that both read in their logs: whoever did it, and the brand whose thing it is.
pub(super) fn log(
    tx: &Tx<'_>,
    actor: &Desk,
    act: Act,
    brand: &str,
    subject: &str,
    now: trace::Instant,
) -> store::Result<()> {
    tx.log_access(&AccessEntry {
        organisation: brand.to_owned(),
        ..actor.entry(act, subject, now)
    })
}

async fn shown(
    app: &App,
    desk: &Desk,
    trade: Trade,
    mut page: Handling,
) -> Result<Response, ApiError> {
    page.acts = Deed::of(trade).iter().map(|deed| deed.id()).collect();
    page.leave = leave(app, desk).await?;
    let view = desk.view(app)?;
    let page = match trade {
        Trade::Sale => app::pages::desk::sales(&view, page),
        Trade::Processing => app::pages::desk::processing(&view, page),
    };
    Ok(desk.show(app, &page))
}

/// What brands let a partner tell; `None` for a brand, which tells of its own.
pub(super) async fn leave(app: &App, desk: &Desk) -> Result<Option<Vec<HandlingLeave>>, ApiError> {
    if desk.organisation.brand().is_some() {
        return Ok(None);
    }
    let language = desk.visitor.language();
    let read = app.store.read(|db| {
        let mut leave = Vec::new();
        for grant in db.grants_to(&desk.organisation.id)? {
            if grant.tells {
                leave.push(HandlingLeave {
                    brand: brand_name(db, grant.brand)?,
                    product: match grant.gtin {
                        Some(gtin) => Some(product_name(db, gtin, language)?),
                        None => None,
                    },
                });
            }
        }
        Ok(leave)
    });
    Ok(Some(read.await?))
}

fn brand_name(db: &Db<'_>, id: String) -> store::Result<String> {
    Ok(db.organisation(&id)?.map_or(id, |found| found.name))
}

fn product_name(db: &Db<'_>, gtin: String, language: &str) -> store::Result<String> {
    let product = match gtin.parse() {
        Ok(parsed) => db.product(&parsed)?,
        Err(_) => None,
    };
    let name = product.and_then(|product| text(&product.record.name, language));
    Ok(name.unwrap_or(gtin))
}

fn came(desk: &Desk, act: &str, handled: &Handled) -> PacksHandled {
    let language = desk.visitor.language();
    PacksHandled {
        act: act.to_owned(),
        is_done: handled.is_done,
        packs: handled
            .packs
            .iter()
            .map(|pack| row(pack, language))
            .collect(),
    }
}

fn row(pack: &Pack, language: &str) -> PackHandled {
    let known = pack.known.as_ref();
    let product = known.and_then(|known| known.product.as_ref());
    let name = product.and_then(|product| text(&product.record.name, language));
    let gtin = pack.code.gtin().map(ToString::to_string);
    let since = known.and_then(|known| known.life.since);
    PackHandled {
        product: name.or(gtin).unwrap_or_default(),
        serial: pack.code.serial().unwrap_or_default().to_owned(),
        outcome: pack.outcome.id(),
        since: since.map(rfc3339),
    }
}
