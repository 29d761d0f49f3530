//! Who asks, as far as a request tells: session, language, origin, and whether a person navigated.

use std::sync::Arc;

use app::words::{Locale, Words};
use axum::{
    extract::{FromRequestParts, Request},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header, request::Parts},
};

use super::client::Client;
use crate::{
    csrf::{self, Binding},
    error::ApiError,
    keyring::{Opened, SignedOut},
    session::{self, Session, set_cookie},
    staff_session::{self, StaffToken},
    state::{App, Shared},
};

/// How the connection came in; the server's loop puts it beside each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Plain.
    Http,
    /// TLS.
    Https,
}

/// What a browser says of its requests (Fetch Metadata). As names: a text is taken apart each time.
static FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
static FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The cookie that keeps a chosen language.
const LANGUAGE_COOKIE: &str = "lang";

/// Who asks.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The language that they read.
    pub words: Words,
    /// Their session, where they have one: a guest's of this browser, or that of a person who has
    /// their products open on several devices.
    pub session: Option<Session>,
    /// The device, where it has a person's products open.
    pub opened: Option<Opened>,
    /// Whether it had, and was signed out from elsewhere.
    pub is_signed_out: bool,
    /// The form cookie of a browser without a session.
    pub form_cookie: Option<[u8; 16]>,
    /// Whose request it is, by address; `None` for the server's own.
    pub client: Option<Client>,
    /// The session of staff that they came with, whether it counts or not.
    pub staff: Option<StaffToken>,
    /// `https://HOST`: the configured one, or the one they asked at.
    pub origin: Arc<str>,
    /// Whether cookies must be `Secure`.
    pub is_secure: bool,
    /// Whether a person navigated here: not a script, a prefetch, a preview or a robot.
    pub navigates: bool,
    /// Whether the request comes from a page of ours.
    pub is_from_here: bool,
}

impl Visitor {
    /// Whose request it is; found out once.
    pub fn of(parts: &mut Parts, app: &App) -> Visitor {
        if let Some(known) = parts.extensions.get::<Visitor>() {
            return known.clone();
        }
        let visitor = Visitor::new(parts, app);
        parts.extensions.insert(visitor.clone());
        visitor
    }

    fn new(parts: &Parts, app: &App) -> Visitor {
        let headers = &parts.headers;
        let scheme = parts.extensions.get::<Scheme>().copied();
        let origin: Arc<str> = match &app.public_origin {
            Some(origin) => origin.as_str().into(),
            None => {
                let scheme = match scheme {
                    Some(Scheme::Https) => "https://",
                    _ => "http://",
                };
                [scheme, host(headers).unwrap_or("localhost")]
                    .concat()
                    .into()
            }
        };
        let is_secure = origin.starts_with("https://");
        let form_cookie = cookie(headers, csrf::cookie_name(is_secure));
        let opened = parts.extensions.get::<Opened>().copied();
        let guest = cookie(headers, session::COOKIE).and_then(Session::parse);
        let asked = query_value(parts.uri.query(), "lang").or(cookie(headers, LANGUAGE_COOKIE));
        let words = Words::choose(asked, text(headers, &header::ACCEPT_LANGUAGE));
        Visitor {
            words: match parts.uri.path().starts_with("/desk") {
                true => words.of_desk(),
                false => words,
            },
            session: opened.map_or(guest, |opened| Some(opened.root)),
            opened,
            is_signed_out: parts.extensions.get::<SignedOut>().is_some(),
            form_cookie: form_cookie.and_then(crate::random::from_hex),
            client: parts.extensions.get::<Client>().copied(),
            staff: cookie(headers, staff_session::COOKIE).and_then(StaffToken::parse),
            is_secure,
            navigates: navigates(&parts.method, headers),
            is_from_here: is_from_here(headers, &origin),
            origin,
        }
    }

    /// BCP 47.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.words.locale.tag()
    }

    /// Their session, or a new one that the response must set.
    pub fn session_or_new(&self) -> Result<(Session, Option<HeaderValue>), ApiError> {
        match self.session {
            Some(session) => Ok((session, None)),
            None => {
                let session = Session::new()?;
                Ok((session, Some(session.set_cookie(self.is_secure))))
            }
        }
    }

    /// Their session, where it is this browser's alone.
    #[must_use]
    pub fn guest(&self) -> Option<Session> {
        self.session.filter(|_| self.opened.is_none())
    }

    /// What the page's forms are bound to, and the cookie that the response must set for it.
    pub fn form_binding(
        &self,
        session: Option<Session>,
    ) -> Result<(Binding, Option<HeaderValue>), ApiError> {
        match session.or(self.session) {
            Some(session) => Ok((Binding::Session(session), None)),
            None => self.desk_binding(),
        }
    }

    /// As [`Visitor::form_binding`], where somebody signs in: the session's cookie is one that a
    /// neighbor in the same domain could set, and binds nothing there.
    pub fn desk_binding(&self) -> Result<(Binding, Option<HeaderValue>), ApiError> {
        if let Some(cookie) = self.form_cookie {
            return Ok((Binding::Cookie(cookie), None));
        }
        let binding = Binding::new()?;
        Ok((binding, binding.set_cookie(self.is_secure)))
    }

    /// Checks a form's token against everything that this browser could have been bound by.
    pub fn check_form(&self, app: &App, token: &str) -> Result<(), ApiError> {
        let bindings: Vec<Binding> = self
            .session
            .map(Binding::Session)
            .into_iter()
            .chain(self.form_cookie.map(Binding::Cookie))
            .collect();
        check(app, &bindings, token)
    }

    /// Checks the token of a form that opens something by the session alone: nothing else that the
    /// browser could have been bound by counts.
    pub fn check_session_form(&self, app: &App, token: &str) -> Result<(), ApiError> {
        let binding = self.session.map(Binding::Session);
        check(app, binding.as_slice(), token)
    }

    /// Checks the token of a form where somebody signs in.
    pub fn check_desk_form(&self, app: &App, token: &str) -> Result<(), ApiError> {
        let binding = self.form_cookie.map(Binding::Cookie);
        check(app, binding.as_slice(), token)
    }
}

fn check(app: &App, bindings: &[Binding], token: &str) -> Result<(), ApiError> {
    if csrf::is_valid(app.store.secret(), bindings, token) {
        Ok(())
    } else {
        Err(ApiError::Forged)
    }
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Visitor, Self::Rejection> {
        Ok(Visitor::of(parts, app))
    }
}

/// The cookie that keeps a language which was chosen with `?lang=`.
pub fn language_cookie(app: &App, request: &Request) -> Option<HeaderValue> {
    let chosen = query_value(request.uri().query(), "lang").and_then(Locale::from_tag)?;
    let is_secure = match &app.public_origin {
        Some(origin) => origin.starts_with("https://"),
        None => request.extensions().get::<Scheme>() == Some(&Scheme::Https),
    };
    let max_age = 365 * 24 * 3600;
    Some(set_cookie(
        LANGUAGE_COOKIE,
        chosen.tag(),
        max_age,
        is_secure,
    ))
}

/// A cookie of the request.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            let (known, value) = pair.trim().split_once('=')?;
            (known == name).then_some(value)
        })
}

/// A value of the query, as it stands there.
pub(crate) fn query_value<'q>(query: Option<&'q str>, name: &str) -> Option<&'q str> {
    query?.split('&').find_map(|pair| {
        let (known, value) = pair.split_once('=')?;
        (known == name).then_some(value)
    })
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The host as asked for, where it is one that may stand in a link.
fn host(headers: &HeaderMap) -> Option<&str> {
    text(headers, &header::HOST).filter(|host| {
        !host.is_empty()
            && host
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
    })
}

/// A browser that loads a page for a person says so (Fetch Metadata); one that loads it ahead of a
/// tap says that, too.
fn navigates(method: &Method, headers: &HeaderMap) -> bool {
    // Most requests are none, and of those no more is asked.
    method == Method::GET
        && text(headers, &FETCH_MODE) == Some("navigate")
        && !["sec-purpose", "purpose", "x-moz", "x-purpose"]
            .iter()
            .any(|name| headers.contains_key(*name))
}

fn is_from_here(headers: &HeaderMap, origin: &str) -> bool {
    match text(headers, &FETCH_SITE) {
        Some(site) => site == "same-origin",
        None => text(headers, &header::REFERER).is_some_and(|referer| {
            referer
                .strip_prefix(origin)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }),
    }
}
