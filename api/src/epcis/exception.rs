//! What EPCIS 2.0 calls what is wrong with a request (section 12.2 and its OpenAPI).

use axum::http::StatusCode;

use crate::store::CaptureFault;

/// A request that can't be answered as asked, in the standard's own words.
#[derive(Clone, Debug, PartialEq)]
pub struct Exception {
    /// Which of the standard's exceptions.
    pub kind: ExceptionKind,
    /// What is wrong and what to do, in sentences.
    pub detail: String,
    /// Where, in what was sent.
    pub places: Vec<CaptureFault>,
}

/// The standard's exceptions, as far as they are raised here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExceptionKind {
    /// 400: what was sent is no EPCIS document or event.
    Validation,
    /// 413: more events, EPCs or bytes than one call may bring.
    CaptureLimitExceeded,
    /// 400: a parameter of a query is unknown or wrong.
    QueryParameter,
    /// 413: more events match than the query or the server allows.
    QueryTooLarge,
    /// 413: too much would have to be looked at.
    QueryTooComplex,
    /// 404: there is no such event, job or resource.
    NoSuchResource,
    /// 404: there is no query or subscription of that name.
    NoSuchName,
    /// 409: the name or identifier is taken.
    ResourceAlreadyExists,
    /// 406: the answer is wanted in a form that isn't made here.
    NotAcceptable,
    /// 414: the question is too long for an address.
    UriTooLong,
    /// 415: what was sent is in a form that isn't read here.
    UnsupportedMediaType,
    /// 400: a subscription says when it is due in a way that can't be followed.
    SubscriptionControls,
}

impl ExceptionKind {
    /// As the standard writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.parts().0
    }

    /// In words.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.parts().1
    }

    /// The HTTP status that goes with it.
    #[must_use]
    pub fn status(self) -> StatusCode {
        self.parts().2
    }

    fn parts(self) -> (&'static str, &'static str, StatusCode) {
        use StatusCode as S;
        match self {
            Self::Validation => (
                "epcisException:ValidationException",
                "EPCIS document or events are not valid",
                S::BAD_REQUEST,
            ),
            Self::CaptureLimitExceeded => (
                "epcisException:CaptureLimitExceededException",
                "Capture payload too large",
                S::PAYLOAD_TOO_LARGE,
            ),
            Self::QueryParameter => (
                "epcisException:QueryParameterException",
                "EPCIS query exception",
                S::BAD_REQUEST,
            ),
            Self::QueryTooLarge => (
                "epcisException:QueryTooLargeException",
                "Query result too large",
                S::PAYLOAD_TOO_LARGE,
            ),
            Self::QueryTooComplex => (
                "epcisException:QueryTooComplexException",
                "Query too complex",
                S::PAYLOAD_TOO_LARGE,
            ),
            Self::NoSuchResource => (
                "epcisException:NoSuchResourceException",
                "Resource not found",
                S::NOT_FOUND,
            ),
            Self::NoSuchName => (
                "epcisException:NoSuchNameException",
                "Resource not found",
                S::NOT_FOUND,
            ),
            Self::ResourceAlreadyExists => (
                "epcisException:ResourceAlreadyExistsException",
                "A resource with the provided identifier already exists",
                S::CONFLICT,
            ),
            Self::NotAcceptable => (
                "epcisException:NotAcceptableException",
                "Conflicting request and response headers",
                S::NOT_ACCEPTABLE,
            ),
            Self::UriTooLong => (
                "epcisException:URITooLongException",
                "URI too long",
                S::URI_TOO_LONG,
            ),
            Self::UnsupportedMediaType => (
                "epcisException:UnsupportedMediaTypeException",
                "Unsupported media type",
                S::UNSUPPORTED_MEDIA_TYPE,
            ),
            Self::SubscriptionControls => (
                "epcisException:SubscriptionControlsException",
                "Subscription error",
                S::BAD_REQUEST,
            ),
        }
    }

    /// With what is wrong in this case.
    #[must_use]
    pub fn because(self, detail: impl Into<String>) -> Exception {
        Exception {
            kind: self,
            detail: detail.into(),
            places: Vec::new(),
        }
    }
}
