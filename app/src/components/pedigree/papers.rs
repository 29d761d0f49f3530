//! Certificates with their validity, documents and pictures.

use leptos::prelude::*;
use wire::pedigree::{Certificate, Document, Pedigree, Thing};

use super::notices::named;
use crate::Context;

/// A document as a link; a picture of ours as itself.
pub(super) fn document(document: &Document) -> AnyView {
    let (title, href) = (document.title.clone(), document.href.clone());
    let language = document.language.clone();
    let picture = document.is_picture.then(|| {
        view! { <img src=href.clone() alt="" width="60" height="60" loading="lazy" /> }
    });
    view! { <li><a href=href rel="noopener" hreflang=language>{picture}{title}</a></li> }.into_any()
}

/// Whether a certificate is valid on the day of `now`, as a word of the locale files.
fn state(certificate: &Certificate, now: &str) -> &'static str {
    // Dates of ISO 8601 are in the order of their letters.
    let today = now.get(..10).unwrap_or_default();
    let is_early = certificate.from.as_deref().is_some_and(|from| today < from);
    let is_late = certificate
        .until
        .as_deref()
        .is_some_and(|until| until < today);
    match (is_early, is_late) {
        (true, _) => "certificate-state-early",
        (_, true) => "certificate-state-ended",
        _ if certificate.until.is_none() && certificate.from.is_none() => "certificate-state-open",
        _ => "certificate-state-valid",
    }
}

fn certificate(certificate: &Certificate, context: &Context) -> AnyView {
    let words = context.words;
    let kind = named(words, &certificate.kind);
    let title = certificate.title.clone();
    let title = match certificate.href.clone() {
        Some(href) => view! { <a href=href rel="noopener">{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let by = [certificate.issuer.clone(), certificate.number.clone()];
    let by: Vec<String> = by.into_iter().flatten().collect();
    let day = |day: &Option<String>| day.as_deref().map(|day| words.day(day));
    let valid = match (day(&certificate.from), day(&certificate.until)) {
        (None, None) => None,
        (from, until) => {
            let open = || "…".to_owned();
            Some(format!(
                "{} – {}",
                from.unwrap_or_else(open),
                until.unwrap_or_else(open)
            ))
        }
    };
    let state = state(certificate, &context.now);
    let class = match state {
        "certificate-state-valid" | "certificate-state-open" => "certificate",
        _ => "certificate is-ended",
    };
    let said = words.find(state).unwrap_or_default();
    view! {
        <li class=class>
            <p class="deed">{title}</p>
            <p class="hint">{[vec![kind], by].concat().join(" · ")}</p>
            <p class="when"><span class="state">{said}</span> {valid.map(|valid| format!(" · {valid}"))}</p>
        </li>
    }
    .into_any()
}

/// What hangs on one thing.
pub(super) fn of_thing(pedigree: &Pedigree, thing: &Thing, context: &Context) -> AnyView {
    let certificates: Vec<AnyView> = thing
        .certificates
        .iter()
        .filter_map(|at| pedigree.certificates.get(*at))
        .map(|own| certificate(own, context))
        .collect();
    let documents: Vec<AnyView> = thing
        .documents
        .iter()
        .filter_map(|at| pedigree.documents.get(*at))
        .map(document)
        .collect();
    let certificates =
        (!certificates.is_empty()).then(|| view! { <ul class="certificates">{certificates}</ul> });
    let documents = (!documents.is_empty()).then(|| view! { <ul class="papers">{documents}</ul> });
    view! { {certificates} {documents} }.into_any()
}

/// All certificates of the pedigree, and the documents of the first thing and its batch.
#[component]
pub fn Certificates(pedigree: Pedigree<'static>, context: Context) -> impl IntoView {
    let words = context.words;
    let own = pedigree
        .things
        .iter()
        .filter(|thing| matches!(&thing.side[..], "subject" | "class"));
    let mut at: Vec<usize> = own.flat_map(|thing| thing.documents.clone()).collect();
    at.sort_unstable();
    at.dedup();
    let documents: Vec<AnyView> = at
        .iter()
        .filter_map(|at| pedigree.documents.get(*at))
        .map(document)
        .collect();
    let certificates: Vec<AnyView> = pedigree
        .certificates
        .iter()
        .map(|own| certificate(own, &context))
        .collect();
    let part = |id: &'static str, class: &'static str, title: &'static str, items: Vec<AnyView>| {
        (!items.is_empty()).then(|| {
            view! {
                <section aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <ul class=class>{items}</ul>
                </section>
            }
        })
    };
    view! {
        {part("certificates-title", "certificates", words.pedigree_certificates(), certificates)}
        {part("documents-title", "papers", words.pedigree_documents(), documents)}
    }
    .into_any()
}
