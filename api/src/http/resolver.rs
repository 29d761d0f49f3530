//! The resolver: what a GS1-conformant one says of itself, of a code, and where it sends for it.
//!
//! `choice` chooses, `target` builds the address, `linkset` writes what there is.

mod choice;
mod headers;
mod linkset;
mod shown;
mod target;

pub use choice::Wishes;
pub use headers::{link_headers, options, readable, with_cors};
pub use shown::show;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use gs1::Form;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;
use wire::import::Link;

use self::{
    choice::Choice,
    linkset::{Linkset, described, plain},
};
use super::{accept, visitor::Visitor};
use crate::{
    answer,
    code::Code,
    error::ApiError,
    link::{LinkType, Subject},
    pages::{self, Document},
    state::{App, Shared},
};

/// What our own page is good for, where a brand has no link of that type; the first are those that
/// it is described with.
const OURS: [&str; 4] = ["pip", "recallStatus", "traceability", "registerProduct"];

/// `GET /.well-known/gs1resolver`.
pub async fn description(State(_): State<Shared>, visitor: Visitor) -> Response {
    let body = json!({
        "name": visitor.words.brand_name(),
        "resolverRoot": visitor.origin,
        "supportedPrimaryKeys": ["all"],
        "supportedLinkType": [
            { "namespace": "https://ref.gs1.org/voc/", "prefix": "gs1:" },
        ],
        "linkTypeDefaultCanBeLinkset": false,
        "supportedContextValuesExternal": [{
            "nameOfList": "ISO 3166-1 alpha-2",
            "url": "https://www.iso.org/iso-3166-country-codes.html",
        }],
        "jsonLdContextLocation": linkset::CONTEXT,
    });
    Json(body).into_response()
}

/// A code that somebody asks for links of.
#[derive(Debug)]
pub struct Asked<'a> {
    app: &'a App,
    visitor: &'a Visitor,
    headers: &'a HeaderMap,
    wishes: Wishes,
    subject: Subject,
    /// The query that is passed on: that of the link without compression.
    query: Option<String>,
}

impl<'a> Asked<'a> {
    /// Looks up what there is.
    pub async fn look_up(
        app: &'a App,
        visitor: &'a Visitor,
        headers: &'a HeaderMap,
        code: &Code,
        query: Option<&str>,
    ) -> Result<Asked<'a>, ApiError> {
        let subject = app
            .store
            .read(|db| Subject::look_up(db, &app.issue_key, code))
            .await?
            .ok_or(ApiError::NotFound)?;
        let link = code.message.link.as_ref();
        let context = link.and_then(|link| link.other("context"));
        Ok(Asked {
            app,
            visitor,
            headers,
            wishes: Wishes::of(headers, context.map(|context| context.into_owned())),
            subject,
            query: expanded_query(code).or_else(|| query.map(str::to_owned)),
        })
    }

    /// Counts the look-up, where no page is made that counts it: asking for serials that don't exist
    /// is guessing here, too. Whoever has guessed too much is refused, whatever there is.
    pub fn count(&self, code: &Code) -> Result<(), ApiError> {
        let (limiter, client) = (&self.app.limiter, self.visitor.client);
        let now = self.app.clock.now();
        limiter.look_up(client, code, now)?;
        if self.subject.is_guess {
            limiter.guessed(client, code, now);
        }
        Ok(())
    }

    /// 307 to where a program is sent that asks for no type of link; `None` where that is our page.
    pub fn default(&self) -> Result<Option<Response>, ApiError> {
        if !self.subject.is_known() {
            return Err(ApiError::NotFound);
        }
        let link = choice::default(&self.subject.levels, &self.wishes);
        Ok(link.map(|link| self.redirect(link)))
    }

    /// The same for a person: only where our page would have nothing to say, because it is about no
    /// product.
    #[must_use]
    pub fn default_of_key(&self) -> Option<Response> {
        let is_product = self.subject.path.starts_with("/01/");
        let link = choice::default(&self.subject.levels, &self.wishes);
        link.filter(|_| !is_product).map(|link| self.redirect(link))
    }

    /// 307 to the link of a type; 300 where nothing in the request prefers one of several.
    pub fn of_type(&self, kind: &LinkType) -> Result<Response, ApiError> {
        if kind.is_default() {
            let default = self.default()?;
            return Ok(default.unwrap_or_else(|| self.to_our_page()));
        }
        match choice::of_type(&self.subject.levels, kind, &self.wishes) {
            Choice::One(link) => Ok(self.redirect(link)),
            Choice::Several(links) => self.several(kind, &links),
            Choice::None if self.our_types().contains(kind) => Ok(self.to_our_page()),
            Choice::None => Err(ApiError::NoLink(kind.to_string())),
        }
    }

    /// Every link of every level.
    pub fn linkset(&self) -> Result<Response, ApiError> {
        let subject = &self.subject;
        if !subject.is_known() {
            return Err(ApiError::NotFound);
        }
        let mut set = Linkset::default();
        let origin = &self.visitor.origin;
        let own = format!("{origin}{}", subject.path);
        let name = self.name();
        set.about(&own, self.described_as(&subject.path));
        // One default, and only where it holds.
        let default = choice::default(&subject.levels, &Wishes::default());
        if default.is_none() {
            set.add(&own, &LinkType::gs1("defaultLink"), plain(&own, &name));
        }
        for kind in self.our_types() {
            let mut link = plain(&self.our_page(), &name);
            link["type"] = "text/html".into();
            link["hreflang"] = json!(["en", "de"]);
            set.add(&own, &kind, link);
        }
        let mut known: Vec<LinkType> = Vec::new();
        for level in &subject.levels {
            let is_brand = level.item.is_of_brand();
            let anchor = format!("{origin}{}", level.anchor);
            set.about(&anchor, self.described_as(&level.anchor));
            let before = known.clone();
            for link in &level.links {
                let Some(kind) = LinkType::parse(&link.link_type) else {
                    continue;
                };
                // What a product has of its own stands for what its brand says of all.
                if !is_brand || !before.contains(&kind) {
                    set.add(&anchor, &kind, described(link));
                }
                if default.is_some_and(|default| default.id == link.id) {
                    let plain = plain(&link.href, &link.title);
                    set.add(&anchor, &LinkType::gs1("defaultLink"), plain);
                }
                if link.default_link_multi {
                    set.add(&anchor, &LinkType::gs1("defaultLinkMulti"), described(link));
                }
                known.push(kind);
            }
        }
        let mut response = linkset::response(set.json(), self.headers);
        headers::add_context(response.headers_mut());
        Ok(response)
    }

    /// 300, with what there is to choose from.
    fn several(&self, kind: &LinkType, links: &[&Link]) -> Result<Response, ApiError> {
        let mut response = if accept::wants_page(self.headers) {
            let shown = links.iter().map(|link| shown::answer_link(kind, link));
            let (context, _) = pages::context(self.app, self.visitor, None, None)?;
            let page = app::pages::link_choices(&context, self.name(), shown.collect());
            pages::document(self.app, self.visitor.words, &page, Document::Light)
        } else {
            let mut set = Linkset::default();
            let own = format!("{}{}", self.visitor.origin, self.subject.path);
            set.about(&own, self.described_as(&self.subject.path));
            for link in links {
                set.add(&own, kind, described(link));
            }
            linkset::response(set.json(), self.headers)
        };
        *response.status_mut() = StatusCode::MULTIPLE_CHOICES;
        Ok(response)
    }

    fn redirect(&self, link: &Link) -> Response {
        let is_ours = link
            .href
            .strip_prefix(&*self.visitor.origin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
        if is_ours {
            // A type that is asked for once more could lead in a circle.
            let query = target::without_link_type(self.query.as_deref());
            return redirect(&target::with_query(&link.href, query.as_deref()));
        }
        redirect(&target::with_query(&link.href, self.query.as_deref()))
    }

    fn to_our_page(&self) -> Response {
        let query = target::without_link_type(self.query.as_deref());
        redirect(&target::with_query(&self.our_page(), query.as_deref()))
    }

    /// Where our page is also for programs: its link leads a program to the brand's default link.
    fn our_page(&self) -> String {
        let Subject { path, levels, .. } = &self.subject;
        let link = format!("{}{path}", self.visitor.origin);
        if choice::default(levels, &Wishes::default()).is_none() {
            return link;
        }
        let code = utf8_percent_encode(&link, NON_ALPHANUMERIC);
        format!("{}/check?code={code}", self.visitor.origin)
    }

    /// The types that our page stands for: those of which the brand has no link. It has one at least
    /// where it is the default.
    fn our_types(&self) -> Vec<LinkType> {
        if self.subject.name.is_none() {
            return Vec::new();
        }
        let is_the_brand_s = |kind: &LinkType| {
            let mut links = self.subject.links();
            links.any(|link| LinkType::parse(&link.link_type).as_ref() == Some(kind))
        };
        // What is registered is a pack.
        let is_pack = self.subject.path.contains("/21/");
        let ours = OURS
            .iter()
            .filter(|name| is_pack || **name != "registerProduct");
        let types = ours.map(|name| LinkType::gs1(name));
        let free: Vec<LinkType> = types.filter(|kind| !is_the_brand_s(kind)).collect();
        if free.is_empty() {
            return vec![LinkType::gs1("traceability")];
        }
        free
    }

    /// The product's name in the reader's language, or else the code itself.
    fn name(&self) -> String {
        let name = self.subject.name.as_ref();
        name.and_then(|name| answer::text(name, self.visitor.language()))
            .unwrap_or_else(|| self.subject.path.trim_start_matches('/').to_owned())
    }

    /// The name, and behind it what qualifies the key.
    fn described_as(&self, path: &str) -> String {
        let name = self.name();
        let qualifiers = path
            .splitn(4, '/')
            .nth(3)
            .filter(|_| self.subject.name.is_some());
        match qualifiers {
            Some(qualifiers) => format!("{name} ({qualifiers})"),
            None => name,
        }
    }
}

/// The query that a compressed link has when it is written out.
fn expanded_query(code: &Code) -> Option<String> {
    if code.message.form != Form::CompressedDigitalLink {
        return None;
    }
    let link = code.message.digital_link("")?;
    let (_, query) = link.split_once('?')?;
    Some(query.to_owned())
}

fn redirect(target: &str) -> Response {
    match HeaderValue::from_str(target) {
        Ok(target) => {
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, target)]).into_response()
        }
        Err(error) => ApiError::Internal(error.into()).into_response(),
    }
}
