//! `perPage`, `nextPageToken` and the `Link` header (EPCIS 2.0, section 12.5).
//!
//! A token is a place in an order, and which question it belongs to. It holds nothing secret and
//! opens nothing: the key of the request says whose events are looked at.

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};

use super::segment;
use crate::{
    epcis::{Exception, ExceptionKind},
    random,
    store::Position,
};

/// Events of one page where the request doesn't say, and at the most.
const PER_PAGE: usize = 30;
const MAX_PER_PAGE: usize = 1_000;

/// Which page.
#[derive(Clone, Debug)]
pub struct Paging {
    /// At most so many.
    pub per_page: usize,
    /// Behind what; `None` for the first.
    pub token: Option<String>,
}

impl Paging {
    /// From the parameters of a request; the others are given back.
    pub fn of(pairs: Vec<(String, String)>) -> Result<(Paging, Vec<(String, String)>), Exception> {
        let mut paging = Paging {
            per_page: PER_PAGE,
            token: None,
        };
        let mut others = Vec::new();
        for (name, value) in pairs {
            match &name[..] {
                "perPage" => {
                    let wanted: Option<usize> = value.parse().ok().filter(|wanted| *wanted > 0);
                    let wanted = wanted.ok_or_else(|| {
                        ExceptionKind::QueryParameter
                            .because("The parameter `perPage` must be a whole number above 0.")
                    })?;
                    paging.per_page = wanted.min(MAX_PER_PAGE);
                }
                "nextPageToken" => paging.token = Some(value),
                _ => others.push((name, value)),
            }
        }
        Ok((paging, others))
    }

    /// Names the next page of an answer.
    pub fn link(
        &self,
        response: &mut Response,
        path: &str,
        pairs: &[(String, String)],
        token: &str,
    ) {
        let mut link = format!("<{path}?perPage={}&nextPageToken={token}", self.per_page);
        for (name, value) in pairs {
            link.push_str(&format!("&{}={}", segment(name), segment(value)));
        }
        link.push_str(">; rel=\"next\"");
        if let Ok(link) = HeaderValue::from_str(&link) {
            response.headers_mut().append(header::LINK, link);
        }
    }
}

fn unknown() -> Exception {
    ExceptionKind::QueryParameter.because(
        "This `nextPageToken` belongs to another query. Follow the `Link` header as it is.",
    )
}

/// Behind a name of a list that is sorted by names.
#[must_use]
pub fn name_token(name: &str, list: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(format!("{list}:{name}"))
}

/// The name that [`name_token`] wrote for the list.
pub fn name_of(token: &str, list: &str) -> Result<String, Exception> {
    let bytes = BASE64_URL_SAFE_NO_PAD
        .decode(token)
        .map_err(|_| unknown())?;
    let text = String::from_utf8(bytes).map_err(|_| unknown())?;
    let name = text
        .strip_prefix(list)
        .and_then(|rest| rest.strip_prefix(':'));
    name.map(str::to_owned).ok_or_else(unknown)
}

/// A place behind events that were given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bookmark {
    pub(super) at: Position,
    /// How many events were given before it.
    pub(super) given: u64,
}

/// What a question is known by; a token of another is refused.
pub(super) fn question(path: &str, pairs: &[(String, String)]) -> [u8; 8] {
    let mut pairs: Vec<_> = pairs.iter().collect();
    pairs.sort();
    let parts: Vec<&[u8]> = std::iter::once(path.as_bytes())
        .chain(
            pairs
                .iter()
                .flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]),
        )
        .collect();
    let mut first = [0; 8];
    first.copy_from_slice(&random::digest(&parts)[..8]);
    first
}

impl Bookmark {
    pub(super) fn token(self, question: [u8; 8]) -> String {
        let parts = [
            question,
            self.at.time.to_be_bytes(),
            self.at.seq.to_be_bytes(),
            self.given.to_be_bytes(),
        ];
        BASE64_URL_SAFE_NO_PAD.encode(parts.concat())
    }

    pub(super) fn read(token: &str, question: [u8; 8]) -> Result<Bookmark, Exception> {
        let bytes = BASE64_URL_SAFE_NO_PAD
            .decode(token)
            .map_err(|_| unknown())?;
        let parts: &[[u8; 8]] = match bytes.as_chunks() {
            (parts, []) => parts,
            _ => return Err(unknown()),
        };
        match parts {
            [first, time, seq, given] if *first == question => Ok(Bookmark {
                at: Position {
                    time: i64::from_be_bytes(*time),
                    seq: i64::from_be_bytes(*seq),
                },
                given: u64::from_be_bytes(*given),
            }),
            _ => Err(unknown()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_belongs_to_its_question() {
        let bookmark = Bookmark {
            at: Position { time: -5, seq: 7 },
            given: 30,
        };
        let first = question(
            "/epcis/events",
            &[("EQ_action".to_owned(), "ADD".to_owned())],
        );
        let other = question("/epcis/events", &[]);
        let token = bookmark.token(first);
        assert_eq!(Bookmark::read(&token, first), Ok(bookmark));
        assert!(Bookmark::read(&token, other).is_err());
        assert!(Bookmark::read("x", first).is_err());
        assert_eq!(
            name_of(&name_token("a:b", "epcs"), "epcs"),
            Ok("a:b".to_owned())
        );
        assert!(name_of(&name_token("a", "epcs"), "queries").is_err());
    }
}
