//! `/mine`: what a reference and its code stand for; look up and erase, without a script.

use app::pages::{BuyerLink, Found};
use axum::{
    extract::{Multipart, Path, State, multipart::MultipartRejection},
    http::header,
    response::{IntoResponse as _, Redirect, Response},
};
use wire::form::{ClaimAnswer, Holder, OwnershipRequest};

use super::{
    extract::Form, keyring::keeping, returns, rewards::rewards, upload_form::Uploaded,
    visitor::Visitor,
};
use crate::{
    certificate, claim,
    claim_status::ClaimKind,
    error::ApiError,
    feedback, follow, ownership,
    pages::{self, Document},
    receipt, registration, returning,
    session::Session,
    state::{App, Shared},
    suggestion, upload,
};

/// The forms, and this session's points.
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    page(&app, &visitor, Found::NotAsked).await
}

/// A registration of this session's, and what can be done about it; whoever else asks may have its code.
pub async fn own(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    if visitor.session.is_none() {
        return Ok(Redirect::to("/mine").into_response());
    }
    let holder = Holder {
        reference,
        ..Holder::default()
    };
    let found = registration::look_up(&app, &holder, visitor.session, visitor.language()).await;
    match found {
        Ok(view) => {
            let found = Found::Registration(Box::new(view), String::new(), None);
            page(&app, &visitor, found).await
        }
        Err(ApiError::NoHolder | ApiError::Field { .. }) => {
            Ok(Redirect::to("/mine").into_response())
        }
        Err(error) => Err(error),
    }
}

/// The token of a form about a registration: one without a code is opened by the session, and has to be
/// bound to it.
fn check(app: &App, visitor: &Visitor, code: &str, csrf: &str) -> Result<(), ApiError> {
    match code.trim().is_empty() {
        true => visitor.check_session_form(app, csrf),
        false => visitor.check_form(app, csrf),
    }
}

/// Looks a registration or claim up.
pub async fn look_up(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(holder): Form<Holder>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &holder.csrf)?;
    let language = visitor.language();
    if claim::kind_of(&holder.reference) == Some(ClaimKind::Return) {
        return match returns::looked_up(&app, &visitor, &holder).await {
            Err(ApiError::NoHolder | ApiError::Field { .. }) => {
                page(&app, &visitor, Found::Nothing).await
            }
            other => other,
        };
    }
    let found = if is_claim(&holder) {
        claim::look_up(&app, &holder, language)
            .await
            .map(|view| Found::Claim(Box::new(view), holder.code.clone()))
    } else {
        registration::look_up(&app, &holder, None, language)
            .await
            .map(|view| Found::Registration(Box::new(view), holder.code.clone(), None))
    };
    page(&app, &visitor, or_nothing(found)?).await
}

/// Answers what a brand's staff asked the holder of a claim for.
pub async fn answer(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(answer): Form<ClaimAnswer>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &answer.csrf)?;
    let found = claim::answer(&app, &answer, visitor.language())
        .await
        .map(|view| Found::Claim(Box::new(view), answer.code.clone()));
    page(&app, &visitor, or_nothing(found)?).await
}

/// Makes a link that shows a buyer whose the unit is.
pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(request): Form<OwnershipRequest>,
) -> Result<Response, ApiError> {
    check(&app, &visitor, &request.code, &request.csrf)?;
    let shown = ownership::show(&app, &request, visitor.session).await?;
    let link = BuyerLink {
        url: format!("{}{}", visitor.origin, shown.path),
        ends_at: shown.ends_at,
    };
    after(&app, &visitor, &request, Some(link)).await
}

/// Answers a buyer.
pub async fn transfer(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(request): Form<OwnershipRequest>,
) -> Result<Response, ApiError> {
    check(&app, &visitor, &request.code, &request.csrf)?;
    ownership::answer(&app, &request, visitor.session).await?;
    after(&app, &visitor, &request, None).await
}

/// Reports the unit stolen, or found again.
pub async fn stolen(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(request): Form<OwnershipRequest>,
) -> Result<Response, ApiError> {
    check(&app, &visitor, &request.code, &request.csrf)?;
    ownership::report_theft(&app, &request, visitor.session).await?;
    after(&app, &visitor, &request, None).await
}

/// Disputes whose the unit is.
pub async fn dispute(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(request): Form<OwnershipRequest>,
) -> Result<Response, ApiError> {
    check(&app, &visitor, &request.code, &request.csrf)?;
    ownership::dispute(&app, &request, visitor.session).await?;
    after(&app, &visitor, &request, None).await
}

/// A picture of the receipt, for the brand's staff to look at.
pub async fn receipt(
    State(app): State<Shared>,
    visitor: Visitor,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, ApiError> {
    let mut sent = Uploaded::read(multipart).await?;
    let csrf = sent.take("csrf");
    let request = OwnershipRequest {
        reference: sent.take("reference"),
        code: sent.take("code"),
        ..OwnershipRequest::default()
    };
    check(&app, &visitor, &request.code, &csrf)?;
    if sent.photo.is_empty() {
        return Err(ApiError::Picture(
            "choose a photo of the receipt".to_owned(),
        ));
    }
    let photo = upload::reduce(&app, sent.photo).await?;
    let holder = holder_of(&request);
    receipt::send(&app, &holder, visitor.session, photo).await?;
    after(&app, &visitor, &request, None).await
}

/// The certificate of a registration, to keep or print.
pub async fn certificate(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(holder): Form<Holder>,
) -> Result<Response, ApiError> {
    check(&app, &visitor, &holder.code, &holder.csrf)?;
    let view = registration::look_up(&app, &holder, visitor.session, visitor.language()).await?;
    if view.state != "held" {
        return Err(ApiError::OwnershipMoved);
    }
    let pdf = certificate::pdf(&view, visitor.words, app.clock.now())?;
    let name = format!("attachment; filename=\"{}.pdf\"", view.reference);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, &name),
    ];
    Ok((headers, pdf).into_response())
}

/// The registration as it stands since.
async fn after(
    app: &App,
    visitor: &Visitor,
    request: &OwnershipRequest,
    link: Option<BuyerLink>,
) -> Result<Response, ApiError> {
    let holder = holder_of(request);
    let view = match holder.code.is_empty() {
        // What was given away is the session's no more, and what became of it is told this once.
        true => ownership::afterwards(app, &holder.reference, visitor.language()).await?,
        false => registration::look_up(app, &holder, None, visitor.language()).await?,
    };
    let found = Found::Registration(Box::new(view), holder.code, link);
    page(app, visitor, found).await
}

fn holder_of(request: &OwnershipRequest) -> Holder {
    Holder {
        reference: request.reference.clone(),
        code: request.code.trim().to_owned(),
        csrf: String::new(),
    }
}

/// Erases it.
pub async fn erase(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(holder): Form<Holder>,
) -> Result<Response, ApiError> {
    check(&app, &visitor, &holder.code, &holder.csrf)?;
    let erased = if is_claim(&holder) {
        claim::erase(&app, &holder).await
    } else {
        registration::erase(&app, &holder, visitor.session).await
    };
    let found = erased.map(|()| Found::Erased(holder.reference.trim().to_owned()));
    page(&app, &visitor, or_nothing(found)?).await
}

fn is_claim(holder: &Holder) -> bool {
    claim::kind_of(&holder.reference).is_some()
}

/// A slip and a wrong code are both told in the page, beside the form.
fn or_nothing(found: Result<Found, ApiError>) -> Result<Found, ApiError> {
    match found {
        Err(ApiError::NoHolder | ApiError::Field { .. }) => Ok(Found::Nothing),
        other => other,
    }
}

async fn page(app: &App, visitor: &Visitor, found: Found) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(app, visitor, None, None)?;
    let rewards = rewards(app, visitor.session, visitor.language()).await?;
    let follows = follow::of_session(app, visitor.session, visitor.language()).await?;
    let own = match visitor.session {
        Some(session) => ownership::of_account(app, &session.account(), visitor.language()).await?,
        None => Vec::new(),
    };
    let said = feedback::of_session(app, visitor.session, visitor.language()).await?;
    let suggested = suggestion::of_session(app, visitor.session, visitor.language()).await?;
    let keeping = keeping(app, visitor);
    let returns = returning::of_session(app, visitor.session, visitor.language()).await?;
    let kept = (said, suggested);
    let about = (own, returns);
    let page = app::pages::mine(&context, found, about, rewards, follows, kept, keeping);
    let response = pages::document(app, visitor.words, &page, Document::Light);
    // Whoever was signed out elsewhere is told once.
    let ended = (visitor.is_signed_out).then(|| Session::end_cookie(visitor.is_secure));
    Ok(pages::with_cookies(response, [cookie, ended]))
}
