//! What the server says when it can't do what was asked: one enum, RFC 9457 on the wire.
//!
//! Each variant's words begin with the status that it returns. The sentence for people says what is
//! wrong and what to do; what went wrong inside goes to the log, once, here.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use wire::problem::Problem;

use crate::{
    epcis::{Exception, ExceptionKind},
    store::{CaptureFault, StoreError},
};

/// A request that can't be answered as asked.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// 400: the body is not what the route takes.
    #[error("The request can't be read: {0}. Correct it and send it again.")]
    Malformed(String),
    /// 400: the link's own digits contradict each other, or it is no GS1 Digital Link.
    #[error(
        "This link is damaged: a digit of its product number is wrong, or something is missing. Compare it with the pack, or scan the code again."
    )]
    Code(Vec<wire::answer::Fault>),
    /// 400, 404, 409 or 413: as EPCIS 2.0 names it.
    #[error("{}", .0.detail)]
    Epcis(Exception),
    /// 401: no API key, or none that counts.
    #[error("This needs an API key. Send it as `Authorization: Bearer KEY`.")]
    Unauthorized,
    /// 401: nobody is signed in, or no longer.
    #[error("You are not signed in any more. Sign in at `/desk` and do it again.")]
    SignIn,
    /// 403: the member's role doesn't hold that permission.
    #[error(
        "Your role doesn't allow this. Ask somebody who manages the people of your organisation."
    )]
    Role,
    /// 403: the API key counts, and doesn't open this.
    #[error(
        "This API key lacks the scope `{0}`. Make one that has it: `touchstone key create --scope {0}`."
    )]
    Scope(&'static str),
    /// 403: the API key counts, and its brand doesn't own this product.
    #[error("This API key is of another brand than this product. Ask the product's brand for one.")]
    NotYours,
    /// 403: the API key was made for a partner.
    #[error(
        "This API key was made for a partner: it tells events, and sees those that it told, and nothing else of the brand's. Ask the brand for what is missing."
    )]
    ForPartner,
    /// 403: the form's token doesn't belong to this browser.
    #[error(
        "This form has expired, or was not opened in this browser. Open the page again and send it once more."
    )]
    Forged,
    /// 403: another site's page asks, and the product's brand doesn't list it.
    #[error(
        "The brand of this product doesn't list `{0}` among the origins of its pages. Add it to the brand's record, or let people register on the page of the code."
    )]
    Origin(String),
    /// 404: nothing is here.
    #[error("There is nothing at this address. Check it, or start from the first page.")]
    NotFound,
    /// 404: there is no link of that type.
    #[error("There is no `{0}` here for this. `?linkType=linkset` lists what there is.")]
    NoLink(String),
    /// 404: no such registration or claim, or another code; which of them is never said.
    #[error("No registration or claim has this reference and code. Check both and try again.")]
    NoHolder,
    /// 404: no such private link, or it was ended.
    #[error(
        "Nothing is followed under this link: it was ended, or a piece of the link is missing. Open the pack's page again to be told of recalls."
    )]
    NoFollow,
    /// 404: a link for a buyer that ended, or never was.
    #[error(
        "This link shows nothing any more: its time is over, or the pack has another holder. Ask whoever gave it to you for a new one."
    )]
    NoProof,
    /// 404: the unit is not on record.
    #[error(
        "This pack is not on the brand's record, so it can't be registered. Scan its code again."
    )]
    NoUnit,
    /// 404: the unit is not on record, or was made without a hidden code.
    #[error(
        "This pack has no hidden code on record. Open its page again from the code on the pack."
    )]
    NoHidden,
    /// 405: the address is right and the method isn't.
    #[error("This address can't be used in this way. Read `/openapi.json` for how it can.")]
    Method,
    /// 406: none of the formats asked for is made here.
    #[error(
        "This is offered as `text/html`, `application/json` and `application/linkset+json`. Ask for one of them."
    )]
    NotAcceptable,
    /// 408: the request took too long to come in.
    #[error("The request took too long. Try again, perhaps from a better network.")]
    Slow,
    /// 409: somebody registered this unit.
    #[error(
        "Somebody has registered this pack already. If it is yours and that was not you, ask the brand."
    )]
    Taken,
    /// 409: the brand records its sales, and none of this unit.
    #[error(
        "This pack is not sold yet by the brand's record, so it can't be registered. Ask the shop to record the sale, then try again."
    )]
    NotSold,
    /// 404: no such voucher, none left, or its time is over.
    #[error("There is no such voucher, or none is left, or its time is over.")]
    NoVoucher,
    /// 409: the session has fewer points than it takes.
    #[error("The points are too few for this. `GET /v1/rewards` says how many there are.")]
    FewPoints,
    /// 409: the voucher's code counted before.
    #[error("This voucher was redeemed before. Its code counts once.")]
    VoucherUsed,
    /// 409: no pack that one gives stars to.
    #[error(
        "Stars are for packs of a known batch that are not recalled, blocked or in doubt. Say what is wrong with this one under “Something is wrong?” on its page."
    )]
    NoFeedback,
    /// 409: the registration doesn't stand any more where it was seen.
    #[error("This stands otherwise by now. Look it up again, and see what can be done.")]
    OwnershipMoved,
    /// 409: the unit's state doesn't allow it.
    #[error(
        "This pack can't be registered: the brand's record says that it must not be sold or used."
    )]
    Blocked,
    /// 409: there is a claim for this unit under this recall.
    #[error(
        "There is a claim for this pack already. If it is yours and that was not you, ask the brand."
    )]
    Claimed,
    /// 404: no such device of one's own organisation.
    #[error("This device is not registered for your organisation. Register it, then send again.")]
    NoDevice,
    /// 409: lines don't continue the chain that is here.
    #[error(
        "This doesn't continue what the server has: {0}. `GET /v1/inspections/entries/DEVICE` says where each chain ends."
    )]
    Chain(String),
    /// 409: the device signs for another organisation.
    #[error(
        "This device signs inspections of another organisation. Let the app make a new key for yours."
    )]
    DeviceTaken,
    /// 409: the claim doesn't stand any more where it was seen.
    #[error("This claim stands otherwise by now: somebody was faster. Open it again and look.")]
    ClaimMoved,
    /// 409: a line rejected this serial before.
    #[error(
        "The serial `{0}` was reported rejected, and a rejected one can't be good again. Take it out of the report, and print another."
    )]
    Rejected(String),
    /// 413: the body is larger than the route takes.
    #[error("This is too large: at most {} KB can be sent here. Send less, or a smaller picture.", .0 / 1024)]
    TooLarge(usize),
    /// 415: the body is in another format than the route takes.
    #[error("The body must be sent as `{0}`. Set `Content-Type` to it.")]
    MediaType(&'static str),
    /// 422: one field is wrong.
    #[error("The field `{field}` is wrong: {detail}.")]
    Field {
        /// Which.
        field: &'static str,
        /// What is wrong and what would be right, without a full stop.
        detail: String,
    },
    /// 422: a question beside the picture has no answer.
    #[error("Answer every question: yes or no.")]
    LookMissing,
    /// 422: the idempotency key was used for another request.
    #[error("This `Idempotency-Key` was used for another request. Use a new one.")]
    KeyReused,
    /// 422: the recall doesn't cover the code, or doesn't offer the remedy.
    #[error(
        "This recall doesn't cover this pack, or doesn't offer this remedy. Open the pack's page and choose from what it offers."
    )]
    NotCovered,
    /// 422: the brand doesn't do that for a product that was bought, or not any more.
    #[error(
        "The brand doesn't offer this for this product, or no longer. Open the page again and choose from what it offers."
    )]
    NotTakenBack,
    /// 422: the upload is no picture that can be read.
    #[error("This picture can't be read: {0}. Take another one, as JPEG or PNG.")]
    Picture(String),
    /// 429: more than the limits allow.
    #[error(
        "Too many requests came from your network, or about this code, in a short time. Wait {}, then try again.",
        seconds_in_words(*.seconds)
    )]
    TooMany {
        /// Until one more is allowed.
        seconds: u64,
    },
    /// 422: not the unit's hidden code.
    #[error(
        "This is not the hidden code of this pack. Compare each character with what is under the seal; {}. If it is what is printed there, ask the brand: pack and code don't belong together.",
        guesses_left(*.0)
    )]
    WrongHidden(u32),
    /// 429: too many wrong guesses at a hidden code from there; the value is in seconds.
    #[error(
        "Too many wrong hidden codes were tried for this pack from here. Try again in {}, or from another network; the pack's code keeps.",
        seconds_in_words(*.0)
    )]
    Paused(u64),
    /// 503: passkeys belong to a name, and the server wasn't told its own.
    #[error(
        "Nobody can sign in here: passkeys belong to a name. Start the server with `--public-origin`, or open it at `localhost`."
    )]
    NoOrigin,
    /// 503: too much at once.
    #[error(
        "Too many pictures are being read just now. Try again in a few seconds, or type the number."
    )]
    Busy,
    /// 507: an organisation's photographs take up all the room that they may.
    #[error(
        "Your organisation's photographs take up all the room that they may here. Nothing on your device is lost: keep it, and have whoever runs this server raise `--limit-inspection-photos`."
    )]
    NoRoom,
    /// 503: the database can't be reached or is full.
    #[error(
        "The server can't reach its records just now. Nothing was lost; try again in a minute."
    )]
    Store(#[from] StoreError),
    /// 500: something of ours is broken.
    #[error("Something broke on the server. It has been noted; try again in a minute.")]
    Internal(#[source] anyhow::Error),
}

impl ApiError {
    fn status(&self) -> StatusCode {
        match self {
            ApiError::Epcis(exception) => exception.kind.status(),
            ApiError::Malformed(_) | ApiError::Code(_) => StatusCode::BAD_REQUEST,
            ApiError::Unauthorized | ApiError::SignIn => StatusCode::UNAUTHORIZED,
            ApiError::Role
            | ApiError::Scope(_)
            | ApiError::NotYours
            | ApiError::ForPartner
            | ApiError::Origin(_)
            | ApiError::Forged => StatusCode::FORBIDDEN,
            ApiError::NotFound
            | ApiError::NoVoucher
            | ApiError::NoLink(_)
            | ApiError::NoHolder
            | ApiError::NoProof
            | ApiError::NoUnit
            | ApiError::NoFollow
            | ApiError::NoDevice
            | ApiError::NoHidden => StatusCode::NOT_FOUND,
            ApiError::Method => StatusCode::METHOD_NOT_ALLOWED,
            ApiError::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            ApiError::Slow => StatusCode::REQUEST_TIMEOUT,
            ApiError::Taken
            | ApiError::Blocked
            | ApiError::NotSold
            | ApiError::OwnershipMoved
            | ApiError::NoFeedback
            | ApiError::FewPoints
            | ApiError::VoucherUsed
            | ApiError::Claimed
            | ApiError::DeviceTaken
            | ApiError::Chain(_)
            | ApiError::ClaimMoved
            | ApiError::Rejected(_) => StatusCode::CONFLICT,
            ApiError::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            ApiError::MediaType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ApiError::Field { .. }
            | ApiError::LookMissing
            | ApiError::KeyReused
            | ApiError::NotCovered
            | ApiError::NotTakenBack
            | ApiError::WrongHidden(_)
            | ApiError::Picture(_) => StatusCode::UNPROCESSABLE_ENTITY,
            ApiError::TooMany { .. } | ApiError::Paused(_) => StatusCode::TOO_MANY_REQUESTS,
            ApiError::NoOrigin | ApiError::Busy | ApiError::Store(_) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            ApiError::NoRoom => StatusCode::INSUFFICIENT_STORAGE,
            ApiError::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The kind as a path segment, or as a standard writes it, and in words.
    fn kind(&self) -> (&'static str, &'static str) {
        match self {
            ApiError::Epcis(exception) => (exception.kind.name(), exception.kind.title()),
            ApiError::Malformed(_) => ("malformed", "The request can't be read"),
            ApiError::Code(_) => ("code", "The code is damaged"),
            ApiError::Unauthorized => ("unauthorized", "An API key is needed"),
            ApiError::SignIn => ("sign-in", "Nobody is signed in"),
            ApiError::Role => ("role", "Not in this role"),
            ApiError::Scope(_) => ("scope", "The API key doesn't open this"),
            ApiError::NotYours => ("not-yours", "Another brand's product"),
            ApiError::ForPartner => ("for-partner", "A partner's API key"),
            ApiError::Forged => ("form-expired", "The form has expired"),
            ApiError::Origin(_) => ("origin", "A page that is not listed"),
            ApiError::NotFound => ("not-found", "Nothing is here"),
            ApiError::NoLink(_) => ("no-link", "No such link"),
            ApiError::NoHolder => ("no-such-reference", "No such reference and code"),
            ApiError::NoProof => ("no-proof", "The link has ended"),
            ApiError::NoUnit => ("not-on-record", "Not on record"),
            ApiError::NoHidden => ("no-hidden-code", "No hidden code"),
            ApiError::NoFollow => ("not-followed", "Nothing is followed here"),
            ApiError::WrongHidden(_) => ("wrong-hidden-code", "Not the hidden code"),
            ApiError::Paused(_) => ("paused", "Too many guesses"),
            ApiError::Method => ("method", "Not in this way"),
            ApiError::NotAcceptable => ("not-acceptable", "No such format"),
            ApiError::Slow => ("too-slow", "The request took too long"),
            ApiError::Taken => ("taken", "Registered already"),
            ApiError::NotSold => ("not-sold", "Not sold yet"),
            ApiError::NoVoucher => ("no-voucher", "No such voucher"),
            ApiError::FewPoints => ("few-points", "Too few points"),
            ApiError::VoucherUsed => ("voucher-used", "Redeemed before"),
            ApiError::NoFeedback => ("no-feedback", "Not about this pack"),
            ApiError::OwnershipMoved => ("ownership-moved", "It stands otherwise"),
            ApiError::Blocked => ("blocked", "Can't be registered"),
            ApiError::Claimed => ("claimed", "Claimed already"),
            ApiError::NoDevice => ("no-device", "Not a device of yours"),
            ApiError::Chain(_) => ("chain", "The chain is broken"),
            ApiError::DeviceTaken => ("device-taken", "Another organisation's device"),
            ApiError::ClaimMoved => ("claim-moved", "The claim stands otherwise"),
            ApiError::Rejected(_) => ("rejected", "Rejected before"),
            ApiError::TooLarge(_) => ("body-too-large", "Too large"),
            ApiError::MediaType(_) => ("media-type", "Wrong format"),
            ApiError::Field { .. } => ("field", "A field is wrong"),
            ApiError::LookMissing => ("look-missing", "A question has no answer"),
            ApiError::KeyReused => ("idempotency-key", "Idempotency key used before"),
            ApiError::NotCovered => ("not-covered", "Not covered by the recall"),
            ApiError::NotTakenBack => ("not-taken-back", "Not offered"),
            ApiError::Picture(_) => ("picture", "The picture can't be read"),
            ApiError::TooMany { .. } => ("too-many", "Too many requests"),
            ApiError::NoOrigin => ("no-origin", "The server doesn't know its name"),
            ApiError::Busy => ("busy", "Busy"),
            ApiError::NoRoom => ("no-room", "No room"),
            ApiError::Store(_) => ("records", "The records can't be reached"),
            ApiError::Internal(_) => ("internal", "Something broke"),
        }
    }

    /// As it crosses the wire.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let (kind, title) = self.kind();
        Problem {
            kind: match self {
                ApiError::Epcis(_) => kind.to_owned(),
                _ => format!("/problems/{kind}"),
            },
            title: title.to_owned(),
            status: self.status().as_u16(),
            detail: self.to_string(),
            instance: None,
            faults: match self {
                ApiError::Code(faults) => faults.clone(),
                _ => Vec::new(),
            },
            errors: match self {
                ApiError::Epcis(exception) => exception.places.iter().map(place).collect(),
                _ => Vec::new(),
            },
        }
    }
}

impl From<Exception> for ApiError {
    fn from(exception: Exception) -> ApiError {
        ApiError::Epcis(exception)
    }
}

fn place(fault: &CaptureFault) -> wire::problem::Place {
    wire::problem::Place {
        pointer: fault.pointer.clone(),
        detail: fault.detail.clone(),
    }
}

fn seconds_in_words(seconds: u64) -> String {
    match seconds {
        0..=1 => "a second".to_owned(),
        2..=119 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

impl From<getrandom::Error> for ApiError {
    fn from(error: getrandom::Error) -> ApiError {
        ApiError::Internal(anyhow::anyhow!("the system gave no random bytes: {error}"))
    }
}

fn guesses_left(left: u32) -> String {
    match left {
        0 => "a pause comes before the next try".to_owned(),
        1 => "you can try once more before a pause".to_owned(),
        left => format!("you can try {left} more times before a pause"),
    }
}

/// The bare status with the problem beside it; `http::problem` writes the body for whoever asked.
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        match &self {
            ApiError::Store(error) => {
                tracing::error!(error = ?error, "store.failed: {error}");
            }
            ApiError::Internal(error) => {
                tracing::error!(error = ?error, "request.failed: {error}");
            }
            _ => {}
        }
        let mut response = self.status().into_response();
        if let ApiError::TooMany { seconds } | ApiError::Paused(seconds) = self {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let ApiError::Epcis(exception) = &self
            && exception.kind == ExceptionKind::CaptureLimitExceeded
        {
            crate::http::epcis::limits(response.headers_mut());
        }
        response.extensions_mut().insert(self.problem());
        response
    }
}
