//! Links of the brand on our own page: one of each type, in the reader's language.

use wire::{answer, import::Link};

use super::{
    super::accept::Languages,
    choice::{Choice, Wishes, of_type},
};
use crate::{
    code::Code,
    error::ApiError,
    link::{LinkType, Subject},
    state::App,
};

/// How many are shown at the most.
const MAX: usize = 8;

/// What people look for comes first; the others as the vocabulary orders them.
const FIRST: [&str; 7] = [
    "recallStatus",
    "safetyInfo",
    "instructions",
    "eifu",
    "epil",
    "pip",
    "support",
];

/// What a page can show, or a browser opens of itself.
const READABLE: [&str; 2] = ["text/html", "application/pdf"];

/// Adds them to an answer about a product.
pub async fn show(app: &App, code: &Code, answer: &mut answer::Answer) -> Result<(), ApiError> {
    if let Some(subject) = app.links.subject(&app.store, code, answer).await? {
        answer.links = shown(&subject, &answer.language);
    }
    Ok(())
}

fn shown(subject: &Subject, language: &str) -> Vec<answer::Link> {
    let mut kinds: Vec<LinkType> = subject
        .links()
        .filter(|link| is_readable(link))
        .filter_map(|link| LinkType::parse(&link.link_type))
        .filter(LinkType::is_for_people)
        .collect();
    let place = |kind: &LinkType| {
        let name = kind.gs1_name().unwrap_or_default();
        let first = FIRST.iter().position(|first| *first == name);
        (first.unwrap_or(FIRST.len()), kind.clone())
    };
    kinds.sort_by_key(place);
    kinds.dedup();
    let wishes = Wishes {
        languages: Languages::or_english(language),
        accept: Some(READABLE.join(",")),
        context: None,
    };
    let chosen = kinds.iter().filter_map(|kind| {
        let link = match of_type(&subject.levels, kind, &wishes) {
            Choice::One(link) => link,
            Choice::Several(links) => links.into_iter().find(|link| is_readable(link))?,
            Choice::None => return None,
        };
        Some(answer_link(kind, link))
    });
    chosen.take(MAX).collect()
}

/// For a context means not for everybody.
fn is_readable(link: &Link) -> bool {
    link.context.is_empty()
        && link
            .media_type
            .as_deref()
            .is_none_or(|media_type| READABLE.contains(&media_type))
}

pub(super) fn answer_link(kind: &LinkType, link: &Link) -> answer::Link {
    let host = link.href.strip_prefix("https://").unwrap_or(&link.href);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    answer::Link {
        kind: kind.as_str().to_owned(),
        title: link.title.clone(),
        href: link.href.clone(),
        host: host.to_owned(),
        language: match &link.languages[..] {
            [language] => Some(language.clone()),
            _ => None,
        },
    }
}
