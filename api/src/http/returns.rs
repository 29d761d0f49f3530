//! `/returns`: a repair or return of a registered unit, from the form to the last step, without a script.
//!
//! What was registered or opened in this browser is known by its session; what was opened elsewhere, by
//! its reference and code, which a cookie of these pages alone holds for an hour after they were typed.

use axum::{
    extract::{Multipart, Path, Query, State, multipart::MultipartRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use label::{Request, Symbology};
use serde::Deserialize;
use wire::{
    form::{ClaimAnswer, ClaimView, Holder},
    returns::ReturnRequest,
};

use super::{
    extract::Form,
    forms::seed_of,
    problem,
    recycling::point_named,
    upload_form::Uploaded,
    visitor::{self, Visitor},
};
use crate::{
    claim,
    error::ApiError,
    ownership::{self, Held},
    pages::{self, Document},
    random,
    returning::{self, Asker, Opener},
    state::{App, Shared},
    store::Claim,
    upload,
};

/// The cookie that holds a reference and its code.
const TYPED: &str = "opened";
/// For so many seconds.
const TYPED_AGE: u32 = 3600;

/// Near where.
#[derive(Debug, Deserialize)]
pub struct Near {
    near: Option<String>,
}

/// The page's token alone.
#[derive(Debug, Deserialize)]
pub struct Act {
    csrf: String,
}

/// All that is known of a unit, and the form.
pub async fn offer(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(reference): Path<String>,
    Query(Near { near }): Query<Near>,
) -> Result<Response, ApiError> {
    let asker = asker(&visitor, &headers);
    let Ok(registration) = returning::registration_of(&app, &asker, &reference).await else {
        return Ok(to("/mine"));
    };
    let near = near.filter(|near| !near.trim().is_empty());
    let point = match &near {
        Some(near) => point_named(&app, near).await?,
        None => None,
    };
    let is_found = near.is_none() || point.is_some();
    let language = visitor.language();
    let offer = returning::offer(&app, &registration, visitor.session, point, language).await?;
    let (context, cookie) = pages::context(&app, &visitor, None, near)?;
    let page = app::pages::return_offer(&context, offer, is_found);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// Opens it. The photo is read and written anew in a process of its own, as every upload is.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, ApiError> {
    let mut sent = Uploaded::read(multipart).await?;
    visitor.check_form(&app, &sent.take("csrf"))?;
    let request = ReturnRequest {
        registration: sent.take("registration"),
        reason: sent.take("reason"),
        words: sent.take("words"),
        remedy: sent.take("remedy"),
        place: sent.take("place"),
        email: sent.take("email"),
    };
    let asker = asker(&visitor, &headers);
    let registration = returning::registration_of(&app, &asker, &request.registration).await?;
    let (session, cookie) = visitor.session_or_new()?;
    let digest = random::hex(&random::digest(&[&sent.photo]));
    let fields = [
        &*request.registration,
        &request.reason,
        &request.words,
        &request.remedy,
        &request.place,
        &request.email,
        &digest,
    ];
    let seed = seed_of(&visitor, &fields);
    let photo = match sent.photo.is_empty() {
        true => None,
        false => Some(upload::reduce(&app, sent.photo).await?),
    };
    let opener = Opener {
        session,
        language: visitor.language(),
    };
    let path = registration.path.clone();
    match returning::open(&app, &request, &registration, photo, &opener, seed).await {
        Ok(view) => {
            let typed = view
                .code
                .map(|code| typed(&visitor, &view.reference, &code));
            let page = to(&format!("/returns/{}", view.reference));
            Ok(pages::with_cookies(page, [cookie, typed]))
        }
        Err(error) => Ok(problem::of_form(error, &path)),
    }
}

/// How one stands, and what became of it.
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    let Some((_, view)) = seen(&app, &visitor, &headers, &reference).await? else {
        return Ok(to("/mine"));
    };
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let page = app::pages::return_status(&context, view);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// The slip that is packed with it, to print.
pub async fn slip(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    let Some((_, view)) = seen(&app, &visitor, &headers, &reference).await? else {
        return Ok(to("/mine"));
    };
    let request = Request {
        symbology: Symbology::DataMatrix,
        gs1: false,
        content: &view.reference,
    };
    let modules = label::encode(&request).map_err(|error| ApiError::Internal(error.into()))?;
    let symbol = label::to_svg(&modules, 1, &view.reference);
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let page = app::pages::return_slip(&context, view, symbol);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// Answers what the brand's staff asked for.
pub async fn answer(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(reference): Path<String>,
    Form(form): Form<ClaimAnswer>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let claim = returning::return_of(&app, &asker(&visitor, &headers), &reference).await?;
    claim::answer_of(&app, claim, &form.message).await?;
    Ok(to(&format!("/returns/{reference}")))
}

/// Withdraws it.
pub async fn withdraw(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(reference): Path<String>,
    Form(act): Form<Act>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &act.csrf)?;
    let claim = returning::return_of(&app, &asker(&visitor, &headers), &reference).await?;
    returning::withdraw(&app, claim).await?;
    Ok(to(&format!("/returns/{reference}")))
}

/// From a registration that was looked up with its code: the same pages, without its browser.
pub async fn of_registration(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(holder): Form<Holder>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &holder.csrf)?;
    let Held::Present(registration) = ownership::held(&app, &holder, None).await? else {
        return Err(ApiError::OwnershipMoved);
    };
    let reference = registration.reference;
    let typed = typed(&visitor, &reference, &holder.code);
    let page = to(&format!("/returns/for/{reference}"));
    Ok(pages::with_cookies(page, [Some(typed)]))
}

/// From a return's reference and code, as they are typed on `/mine`.
pub(super) async fn looked_up(
    app: &App,
    visitor: &Visitor,
    holder: &Holder,
) -> Result<Response, ApiError> {
    let claim = claim::held(app, holder).await?;
    let typed = typed(visitor, &claim.reference, &holder.code);
    let page = to(&format!("/returns/{}", claim.reference));
    Ok(pages::with_cookies(page, [Some(typed)]))
}

/// `None` where it is nobody's, or another's: whoever asks may have its code.
async fn seen(
    app: &App,
    visitor: &Visitor,
    headers: &HeaderMap,
    reference: &str,
) -> Result<Option<(Claim, ClaimView)>, ApiError> {
    let asker = asker(visitor, headers);
    let Ok(claim) = returning::return_of(app, &asker, reference).await else {
        return Ok(None);
    };
    let mut view = claim::view(app, &claim, visitor.language()).await?;
    // The code is good, or this browser has typed another's.
    let typed = asker.typed.filter(|typed| typed.reference == reference);
    if let Some(typed) = typed
        && claim::held(app, &typed).await.is_ok()
    {
        view.code = Some(typed.code);
    }
    Ok(Some((claim, view)))
}

fn asker(visitor: &Visitor, headers: &HeaderMap) -> Asker {
    let typed = visitor::cookie(headers, TYPED).and_then(|value| value.split_once('.'));
    Asker {
        session: visitor.session,
        typed: typed.map(|(reference, code)| Holder {
            reference: reference.to_owned(),
            code: code.to_owned(),
            csrf: String::new(),
        }),
    }
}

/// The cookie of a reference and its code, for these pages alone.
fn typed(visitor: &Visitor, reference: &str, code: &str) -> HeaderValue {
    let code: String = code
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    let secure = if visitor.is_secure { "; Secure" } else { "" };
    let text = format!(
        "{TYPED}={reference}.{code}; Path=/returns; Max-Age={TYPED_AGE}; HttpOnly; SameSite=Lax{secure}"
    );
    // Letters, digits and hyphens.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

fn to(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/mine"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}
