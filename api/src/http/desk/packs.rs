//! `/desk/packs`: a pharmacy's desk. One form, and what came of the pack before above it.

use app::pages::desk::{Came, Packs};
use axum::{extract::State, response::Response};
use serde::Deserialize;
use trace::PackAct;
use wire::pack::PackAnswer;

use super::{Desk, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    organisation::Kind,
    pack::{self, Asked, Reach},
    role::Permission,
    state::Shared,
};

/// A code, and what to do to its pack.
#[derive(Debug, Deserialize)]
pub struct Form {
    act: String,
    code: String,
    site: String,
    #[serde(default)]
    desk: String,
}

/// The empty form.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Dispensing)?;
    let page = app::pages::desk::packs(&desk.view(&app)?, Packs::default());
    Ok(desk.show(&app, &page))
}

/// Does it, and shows what came of it above the next one's form. To load that again is the same scan.
pub async fn post(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Form>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Dispensing)?;
    let mut packs = Packs {
        site: form.site.clone(),
        desk: form.desk.clone(),
        ..Packs::default()
    };
    match act(&app, &desk, &form).await {
        Ok(answer) => packs.came = Some(came(&app, &desk, answer).await?),
        Err(ApiError::Field { field, .. }) => {
            packs.wrong = Some(field);
            packs.code = form.code;
        }
        Err(error) => return Err(error),
    }
    let page = app::pages::desk::packs(&desk.view(&app)?, packs);
    Ok(desk.show(&app, &page))
}

async fn act(app: &Shared, desk: &Desk, form: &Form) -> Result<PackAnswer, ApiError> {
    let by = &desk.organisation.id;
    let reach = match desk.organisation.kind {
        Kind::Brand => Reach::Brand(desk.brand()?.to_owned()),
        _ => Reach::Medicine,
    };
    let asked = Asked::read(&form.act, &form.code, &form.site, &form.desk, by, reach)?;
    let (actor, own) = (desk.clone(), app.clone());
    let capture = pack::capture_id()?;
    desk.act(app, Some(Permission::Dispensing), move |tx, now| {
        if asked.act == PackAct::Verify {
            return pack::look(tx, &own, &asked, now);
        }
        let acted = pack::act_within(tx, &own, &asked, &capture, now)?;
        if let Ok(answer) = &acted
            && answer.done
        {
            let subject = format!("{}: {} {}", answer.act, answer.gtin, answer.serial);
            tx.log_access(&actor.entry(Act::PackActed, &subject, now))?;
        }
        Ok(acted)
    })
    .await
}

async fn came(app: &Shared, desk: &Desk, answer: PackAnswer) -> Result<Came, ApiError> {
    let language = desk.visitor.language();
    let gtin = answer.gtin.parse().map_err(|_| ApiError::NotFound)?;
    let product = app.store.read(|db| db.product(&gtin)).await?;
    let name = product.and_then(|product| text(&product.record.name, language));
    Ok(Came {
        product: name.unwrap_or_else(|| answer.gtin.clone()),
        answer,
    })
}
