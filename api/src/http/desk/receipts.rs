//! `/desk/receipts`: pictures of receipts that holders sent for what they registered.

use app::pages::desk::ReceiptShown;
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;
use wire::convert::rfc3339;

use super::{super::pictures, Desk, back, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    ownership::Told,
    receipt::{self, Finding},
    role::Permission,
    state::Shared,
    store::{self, Db, Receipt},
};

/// What was found, as the form has it.
#[derive(Debug, Deserialize)]
pub struct Form {
    registration: String,
    choice: String,
    #[serde(default)]
    reason: String,
}

/// Those that nobody has decided about, the longest first.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Claims)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let read = app.store.read(|db| {
        let open = db.open_receipts_of(brand)?.into_iter();
        open.filter_map(|one| shown(db, one, language).transpose())
            .collect()
    });
    let receipts: Vec<ReceiptShown> = read.await?;
    let page = app::pages::desk::receipts(&desk.view(&app)?, receipts);
    Ok(desk.show(&app, &page))
}

/// `None` for a registration that has ended since.
fn shown(db: &Db<'_>, receipt: Receipt, language: &str) -> store::Result<Option<ReceiptShown>> {
    let Some(registration) = db.registration(&receipt.registration)? else {
        return Ok(None);
    };
    let product = db.product_record(registration.product)?;
    Ok(Some(ReceiptShown {
        registration: receipt.registration,
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        serial: registration.serial.text(),
        sent_at: rfc3339(receipt.sent_at),
        bought_on: registration.bought_on,
        shop: registration.shop,
    }))
}

/// The picture.
pub async fn photo(
    State(app): State<Shared>,
    desk: Desk,
    Path(registration): Path<String>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Claims)?;
    let brand = desk.brand()?;
    let read = app.store.read(|db| {
        let receipt = db.receipt(&registration)?;
        match receipt.filter(|receipt| receipt.brand == brand) {
            Some(_) => db.receipt_photo(&registration),
            None => Ok(None),
        }
    });
    let picture = read.await?.ok_or(ApiError::NotFound)?;
    Ok(pictures::response(picture))
}

/// Decides.
pub async fn decide(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Form>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Claims)?;
    let finding = Finding::read(&form.registration, &form.choice, &form.reason)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let told = Told::new(&app)?;
    desk.act(&app, Some(Permission::Claims), move |tx, now| {
        let decided = receipt::decide(tx, &brand, &finding, &told, now)?;
        if decided.is_ok() {
            let subject = format!("{}: {}", finding.registration, form.choice);
            tx.log_access(&actor.entry(Act::ReceiptDecided, &subject, now))?;
        }
        Ok(decided)
    })
    .await?;
    Ok(back("/desk/receipts"))
}
