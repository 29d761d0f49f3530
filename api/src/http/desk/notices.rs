//! `/desk/notices`: what authorities published that seems to be about the brand's products, and
//! whether it is.

use app::pages::desk::NoticeRow;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::{Desk, back, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    role::Permission,
    state::Shared,
    store::{self, Db, Recall, Tx},
};

/// A decision, as the form has it.
#[derive(Debug, Deserialize)]
pub struct Form {
    recall: String,
    is: String,
}

/// Those that nobody decided about.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Recalls)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let rows = app
        .store
        .read(|db| {
            let recalls = db.recalls_of_brand(brand)?.into_iter();
            let rows = recalls.map(|recall| row(db, recall, language));
            rows.filter_map(Result::transpose).collect()
        })
        .await?;
    let page = app::pages::desk::notices(&desk.view(&app)?, rows);
    Ok(desk.show(&app, &page))
}

fn row(db: &Db<'_>, recall: Recall, language: &str) -> store::Result<Option<NoticeRow>> {
    let product = db.product_record(recall.product)?;
    let record = recall.record;
    let open = record
        .notice
        .filter(|notice| !notice.confirmed && !notice.dismissed);
    Ok(open.map(|notice| NoticeRow {
        id: record.id,
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        on: record.on,
        source: notice.source,
        reference: notice.reference,
        url: notice.url,
        confidence: notice.confidence,
        grounds: notice.grounds,
        hazard: text(&record.hazard, language).unwrap_or_default(),
        batches: record.batches,
    }))
}

/// Decides. What is confirmed is a recall like any other, and whoever follows the product is told.
pub async fn decide(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Form>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Recalls)?;
    let is_confirmed = match form.is.as_str() {
        "confirmed" => true,
        "dismissed" => false,
        _ => {
            return Err(ApiError::Field {
                field: "is",
                detail: "choose one of the keys of the page".to_owned(),
            });
        }
    };
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    desk.act(&app, Some(Permission::Recalls), move |tx, now| {
        if let Some(refused) = settle(tx, &brand, &form.recall, is_confirmed)? {
            return Ok(Err(refused));
        }
        let what = format!("{}: {}", form.recall, form.is);
        tx.log_access(&actor.entry(Act::NoticeDecided, &what, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/notices"))
}

/// Why it can't be: there is no such notice of the brand's, or somebody has decided on it.
fn settle(
    tx: &Tx<'_>,
    brand: &str,
    id: &str,
    is_confirmed: bool,
) -> store::Result<Option<ApiError>> {
    let Some(known) = tx.recall(id)? else {
        return Ok(Some(ApiError::NotFound));
    };
    let product = tx.product_record(known.product)?;
    let mut record = known.record;
    let Some(notice) = &mut record.notice else {
        return Ok(Some(ApiError::NotFound));
    };
    if product.is_none_or(|product| product.brand != brand) {
        return Ok(Some(ApiError::NotFound));
    }
    if (notice.confirmed, notice.dismissed) == (is_confirmed, !is_confirmed) {
        // The same tap again.
        return Ok(None);
    }
    if notice.confirmed || notice.dismissed {
        return Ok(Some(ApiError::OwnershipMoved));
    }
    notice.confirmed = is_confirmed;
    notice.dismissed = !is_confirmed;
    tx.put_recall(known.product, &record)?;
    Ok(None)
}
