//! `/desk/records`: the brand's products, and files of records, as the command imports them.

use app::pages::desk::{ProductRow, RecordsSent, RecordsShown};
use axum::{
    extract::{FromRequest as _, Multipart, Request, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;

use super::{
    super::{extract::Form, upload_form::Uploaded},
    Desk,
};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    import::{Mode, Sender},
    role::Permission,
    sent_import,
    state::{App, Shared},
    store::{self, Db},
};

/// A file with the rest of the form, in bytes; pasted text takes up to three for one.
pub const MAX_BODY: usize = 3 * sent_import::MAX_BODY + 16 * 1024;

/// The products, and where a file is chosen.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Records)?;
    show(&app, &desk, None).await
}

/// What was pasted.
#[derive(Debug, Deserialize)]
struct Pasted {
    csrf: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    mode: String,
}

/// A file or what was pasted, whichever is there.
struct Sent {
    csrf: String,
    name: String,
    bytes: Vec<u8>,
    mode: String,
}

impl Sent {
    async fn read(request: Request, app: &Shared) -> Result<Sent, ApiError> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let is_form = kind.is_some_and(|kind| {
            kind.as_bytes()
                .starts_with(b"application/x-www-form-urlencoded")
        });
        if is_form {
            let Form(sent) = Form::<Pasted>::from_request(request, app).await?;
            return Ok(Sent {
                csrf: sent.csrf,
                name: String::new(),
                bytes: sent.text.into_bytes(),
                mode: sent.mode,
            });
        }
        let multipart = Multipart::from_request(request, app).await;
        let mut sent = Uploaded::with_file(multipart, "file", sent_import::MAX_BODY).await?;
        let pasted = sent.take("text");
        Ok(Sent {
            csrf: sent.take("csrf"),
            mode: sent.take("mode"),
            name: sent.file_name,
            bytes: match sent.photo.is_empty() {
                true => pasted.into_bytes(),
                false => sent.photo,
            },
        })
    }
}

/// Takes records. What came of it stands on the page; the same file again changes nothing, so a
/// reload does no harm.
pub async fn send(
    State(app): State<Shared>,
    desk: Desk,
    request: Request,
) -> Result<Response, ApiError> {
    let sent = Sent::read(request, &app).await?;
    desk.check_form(&app, &sent.csrf)?;
    desk.need(Permission::Records)?;
    if sent.bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ApiError::Field {
            field: "file",
            detail: "it is empty; choose a file, or paste its lines".to_owned(),
        });
    }
    let sender = Sender {
        brand: desk.brand()?.to_owned(),
        may: [
            Permission::Records,
            Permission::Identities,
            Permission::Recalls,
        ]
        .into_iter()
        .filter(|permission| desk.may(*permission))
        .collect(),
    };
    let mode = match sent.mode.as_str() {
        "keep-good" => Mode::KeepGood,
        _ => Mode::AllOrNothing,
    };
    let name = match sent.name.as_str() {
        "" => "pasted",
        name => name,
    };
    let source = sent_import::source(name, &sent.bytes)?;
    let entry = desk.entry(Act::Imported, "", app.clock.now());
    let report = sent_import::take(&app, sender, source, mode, entry).await?;
    let told = RecordsSent {
        name: name.to_owned(),
        report: sent_import::told(&report),
    };
    show(&app, &desk, Some(told)).await
}

async fn show(app: &App, desk: &Desk, sent: Option<RecordsSent>) -> Result<Response, ApiError> {
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let products = app.store.read(|db| rows(db, brand, language)).await?;
    let shown = RecordsShown { products, sent };
    let page = app::pages::desk::records(&desk.view(app)?, shown);
    Ok(desk.show(app, &page).into_response())
}

fn rows(db: &Db<'_>, brand: &str, language: &str) -> store::Result<Vec<ProductRow>> {
    let products = db.products_of(brand)?.into_iter();
    let rows = products.map(|product| {
        let recalls = db.recalls(product.id)?;
        Ok(ProductRow {
            gtin: product.gtin.to_string(),
            name: text(&product.record.name, language).unwrap_or_default(),
            batches: db.batches_of(product.id)?.len(),
            recalls: recalls
                .iter()
                .filter(|recall| !recall.record.is_void())
                .count(),
            has_picture: product.picture.is_some(),
        })
    });
    rows.collect()
}
