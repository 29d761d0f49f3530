//! Which link a request gets: levels of links and what the request prefers → one, several or none.
//!
//! The most special level that has a link of the type decides; a pack's own link hides its product's.
//! Among the links of one level each preference narrows what is left, and one that fits none of them
//! narrows nothing, because a manual in another language is better than no manual.

use axum::http::HeaderMap;
use wire::import::Link;

use super::super::accept::{self, Languages};
use crate::link::{Level, LinkType};

/// What a request prefers.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// By language.
    pub languages: Languages,
    /// By media type, as `Accept` has it.
    pub accept: Option<String>,
    /// By `context` of the query.
    pub context: Option<String>,
}

impl Wishes {
    /// Of a request.
    #[must_use]
    pub fn of(headers: &HeaderMap, context: Option<String>) -> Wishes {
        Wishes {
            languages: Languages::of(headers),
            accept: accept::text(headers).map(str::to_owned),
            context: context.filter(|context| !context.is_empty()),
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice<'l> {
    /// This one.
    One(&'l Link),
    /// These, and nothing in the request prefers one.
    Several(Vec<&'l Link>),
    /// There is none of that type.
    None,
}

/// The link of a type.
#[must_use]
pub fn of_type<'l>(levels: &'l [Level], kind: &LinkType, wishes: &Wishes) -> Choice<'l> {
    let is_of_type = |link: &&Link| LinkType::parse(&link.link_type).as_ref() == Some(kind);
    for level in levels {
        let links: Vec<&Link> = level.links.iter().filter(is_of_type).collect();
        if !links.is_empty() {
            return among(links, wishes);
        }
    }
    Choice::None
}

/// The link that programs are sent to which ask for no type; `None` where the brand names none.
#[must_use]
pub fn default<'l>(levels: &'l [Level], wishes: &Wishes) -> Option<&'l Link> {
    levels.iter().find_map(|level| {
        let links = level.links.iter();
        let multi: Vec<&Link> = links
            .clone()
            .filter(|link| link.default_link_multi)
            .collect();
        chosen(multi, wishes).or_else(|| links.clone().find(|link| link.default_link))
    })
}

/// One of several by what the request says, and only by that.
fn chosen<'l>(mut links: Vec<&'l Link>, wishes: &Wishes) -> Option<&'l Link> {
    let by_context = narrow_by_context(&mut links, wishes);
    let by_language = narrow_by_language(&mut links, wishes);
    let by_media = narrow_by_media(&mut links, wishes);
    match links[..] {
        [link] if by_context || by_language || by_media => Some(link),
        _ => None,
    }
}

fn among<'l>(mut links: Vec<&'l Link>, wishes: &Wishes) -> Choice<'l> {
    narrow_by_context(&mut links, wishes);
    if !narrow_by_language(&mut links, wishes) {
        narrow(&mut links, |link| link.languages.is_empty());
    }
    narrow_by_media(&mut links, wishes);
    narrow(&mut links, |link| link.preferred);
    let Some((first, others)) = links.split_first() else {
        return Choice::None;
    };
    if others.iter().all(|link| link.href == first.href) {
        Choice::One(first)
    } else {
        Choice::Several(links)
    }
}

/// Keeps what fits, where anything does.
fn narrow(links: &mut Vec<&Link>, fits: impl Fn(&Link) -> bool) -> bool {
    let is_any = links.iter().any(|link| fits(link));
    if is_any {
        links.retain(|link| fits(link));
    }
    is_any
}

/// What is for a context is for nobody else, unless there is nothing else.
fn narrow_by_context(links: &mut Vec<&Link>, wishes: &Wishes) -> bool {
    let by_context = wishes.context.as_ref().is_some_and(|wanted| {
        narrow(links, |link| {
            let is_wanted = |context: &String| context.eq_ignore_ascii_case(wanted);
            link.context.iter().any(is_wanted)
        })
    });
    if !by_context {
        narrow(links, |link| link.context.is_empty());
    }
    by_context
}

fn narrow_by_language(links: &mut Vec<&Link>, wishes: &Wishes) -> bool {
    let tags: Vec<&str> = links
        .iter()
        .flat_map(|link| link.languages.iter().map(String::as_str))
        .collect();
    let Some(best) = wishes.languages.best(&tags) else {
        return false;
    };
    narrow(links, |link| {
        link.languages.iter().any(|language| language == best)
    })
}

/// A link without a media type may be anything, so it fits as much as anything does.
fn narrow_by_media(links: &mut Vec<&Link>, wishes: &Wishes) -> bool {
    let Some(accept) = &wishes.accept else {
        return false;
    };
    let quality = |link: &Link| {
        let media_type = link.media_type.as_deref().unwrap_or("*/*");
        let (kind, subtype) = media_type.split_once('/').unwrap_or(("*", "*"));
        accept::quality_of(accept, kind, subtype)
    };
    let best = links.iter().map(|link| quality(link)).fold(0.0, f32::max);
    let before = links.len();
    best > 0.0 && narrow(links, |link| quality(link) == best) && links.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Item;

    /// `id type languages media context flags`, `-` for nothing.
    fn link(line: &str) -> Link {
        let words: Vec<&str> = line.split_whitespace().collect();
        let list = |word: &str| match word {
            "-" => Vec::new(),
            word => word.split(',').map(str::to_owned).collect(),
        };
        let record = serde_json::json!({
            "brand": "acme",
            "id": words[0],
            "link_type": words[1],
            "href": format!("https://acme.example/{}", words[0]),
            "title": words[0],
            "languages": list(words[2]),
            "media_type": Some(words[3]).filter(|word| *word != "-"),
            "context": list(words[4]),
            "default_link": words[5].contains('d'),
            "default_link_multi": words[5].contains('m'),
            "preferred": words[5].contains('p'),
        });
        serde_json::from_value(record).unwrap()
    }

    fn levels(lines: &[&[&str]]) -> Vec<Level> {
        let level = |lines: &&[&str]| Level {
            item: Item::at("/x"),
            anchor: "/x".to_owned(),
            links: lines.iter().map(|line| link(line)).collect(),
        };
        lines.iter().map(level).collect()
    }

    fn wishes(languages: &str, accept: &str, context: &str) -> Wishes {
        Wishes {
            languages: Languages::parse(languages),
            accept: Some(accept.to_owned()).filter(|accept| !accept.is_empty()),
            context: Some(context.to_owned()).filter(|context| !context.is_empty()),
        }
    }

    #[test]
    fn links_of_a_type() {
        let unit: &[&str] = &["u gs1:support - - - -"];
        let product: &[&str] = &[
            "en gs1:pip en text/html - -",
            "de gs1:pip de text/html - -",
            "pdf gs1:pip de application/pdf - -",
            "lk gs1:pip en text/html LK -",
            "s gs1:support - - - -",
            "i1 gs1:instructions - - - -",
            "i2 gs1:instructions - - - p",
            "c1 gs1:certificationInfo - - - -",
            "c2 gs1:certificationInfo - - - -",
            "c3 gs1:certificationInfo de - - -",
        ];
        let levels = levels(&[unit, product]);
        let check = |kind: &str, languages: &str, accept: &str, context: &str, expected: &str| {
            let kind = LinkType::parse(kind).unwrap();
            let found = match of_type(&levels, &kind, &wishes(languages, accept, context)) {
                Choice::One(link) => link.id.clone(),
                Choice::Several(links) => {
                    let ids: Vec<&str> = links.iter().map(|link| link.id.as_str()).collect();
                    ids.join(" ")
                }
                Choice::None => String::new(),
            };
            assert_eq!(found, expected, "{kind} {languages} {accept} {context}");
        };
        check("gs1:pip", "en", "", "", "en");
        check("gs1:pip", "de-CH, en;q=0.5", "text/html", "", "de");
        check("gs1:pip", "de", "application/pdf", "", "pdf");
        check(
            "gs1:pip",
            "de",
            "application/pdf;q=0.5, text/html",
            "",
            "de",
        );
        check("gs1:pip", "de", "", "", "de pdf");
        check("gs1:pip", "pl", "", "", "en de pdf");
        check("gs1:pip", "en", "", "lk", "lk");
        check("gs1:pip", "", "", "LK", "lk");
        check("gs1:pip", "en", "", "PL", "en");
        check("gs1:support", "", "", "", "u");
        check("gs1:instructions", "", "", "", "i2");
        check("gs1:certificationInfo", "", "", "", "c1 c2");
        check("gs1:certificationInfo", "de", "", "", "c3");
        check("gs1:dpp", "", "", "", "");
    }

    #[test]
    fn links_without_a_type() {
        let batch: &[&str] = &["b gs1:pip - - - -"];
        let product: &[&str] = &[
            "d gs1:pip - - - d",
            "de gs1:pip de - - m",
            "fr gs1:pip fr - - m",
            "pdf gs1:pip - application/pdf - m",
            "us gs1:pip - - US m",
        ];
        let levels = levels(&[batch, product]);
        let check = |languages: &str, accept: &str, context: &str, expected: &str| {
            let found = default(&levels, &wishes(languages, accept, context));
            let found = found.map(|link| link.id.as_str());
            assert_eq!(found, Some(expected), "{languages} {accept} {context}");
        };
        check("", "", "", "d");
        check("de", "", "", "de");
        check("pl, fr", "", "", "fr");
        check("pl", "*/*", "", "d");
        check("", "application/pdf", "", "pdf");
        check("", "", "us", "us");
        assert_eq!(default(&levels[..1], &wishes("de", "", "")), None);
    }
}
