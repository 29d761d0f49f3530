//! `/privacy`: what is kept about this browser; what erasing it does; that it is done.

use leptos::prelude::*;
use wire::person::PersonalData;

use crate::{
    Context, Words,
    components::{MainAction, suggestions_form},
};

/// Which of them.
#[derive(Clone, Debug, PartialEq)]
pub enum PrivacyPart {
    /// What is kept.
    Kept(Box<PersonalData>),
    /// What erasing does, before it does.
    Asked(Leaving),
    /// It is done.
    Erased,
}

/// What erasing leaves, without anything that leads to the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaving {
    /// Claims that nobody has decided.
    pub going_on: usize,
    /// Claims that were settled.
    pub settled: usize,
    /// That there were reports.
    pub reports: usize,
    /// Whether it goes on several devices, and passkeys with it.
    pub on_devices: bool,
}

/// How many rows of one kind are shown; the file has them all.
const SHOWN: usize = 20;

/// One of the three.
#[component]
pub fn PrivacyPage(part: PrivacyPart, context: Context) -> impl IntoView {
    match part {
        PrivacyPart::Kept(data) => kept(&data, &context),
        PrivacyPart::Asked(leaving) => asked(leaving, &context),
        PrivacyPart::Erased => erased(context.words),
    }
}

fn kept(data: &PersonalData, context: &Context) -> AnyView {
    let words = context.words;
    let rows = match data.is_empty() {
        true => view! { <p class="good">{words.privacy_nothing()}</p> }.into_any(),
        false => view! { <div class="own">{kinds(data, context)}</div> }.into_any(),
    };
    let intro = match data.devices.is_empty() {
        true => words.privacy_intro(),
        false => words.privacy_intro_devices(),
    };
    view! {
        <section class="mine privacy" data-own="shown">
            <h1>{words.privacy_title()}</h1>
            <p>{intro}</p>
            {rows}
            <p class="hint" data-on-device={words.privacy_on_device("#")} hidden></p>
            <p class="hint" data-forms-on-device={words.privacy_forms_on_device("#")} hidden></p>
            <form method="post" action="/privacy/export">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <button type="submit" class="primary">{words.privacy_export()}</button>
            </form>
            <p><a class="erase" href="/privacy/erase">{words.privacy_erase()}</a></p>
            {consents(data, context)}
            <h2>{words.privacy_how_title()}</h2>
            <ul class="facts plain">
                <li>{words.privacy_how_anonymous()}</li>
                <li>{words.privacy_how_place()}</li>
                <li>{words.privacy_how_photo()}</li>
                <li>{words.privacy_how_parties()}</li>
                <li>{words.privacy_how_long()}</li>
                <li>{words.privacy_how_passkeys()}</li>
                <li>{words.privacy_how_history()}</li>
            </ul>
            <h2>{words.privacy_elsewhere_title()}</h2>
            <p>{words.privacy_elsewhere()}<br /><a href="/mine">{words.nav_mine()}</a></p>
        </section>
    }
    .into_any()
}

/// Each kind that there is something of, with how many there are.
fn kinds(data: &PersonalData, context: &Context) -> Vec<AnyView> {
    let words = context.words;
    let ago = |at: &str| words.ago(at, &context.now);
    let device = |name: &'_ str| match name {
        "" => words.keyring_device_unknown().to_owned(),
        name => name.to_owned(),
    };
    let registrations = data.registrations.iter().map(|one| {
        let given = [&one.bought_on, &one.shop, &one.email];
        let given = given.into_iter().flatten().cloned();
        row(&one.path, &one.product, given, ago(&one.registered_at))
    });
    let claims = data.claims.iter().map(|one| {
        let given = [
            Some(one.reference.clone()),
            one.note.clone(),
            one.email.clone(),
        ];
        let given = given.into_iter().flatten();
        row(&one.path, &one.product, given, ago(&one.opened_at))
    });
    let reports = data.reports.iter().map(|one| {
        let photo = one.photo.as_ref();
        let photo = photo.map(|_| words.privacy_photo().to_owned());
        let given = [
            one.words.clone(),
            one.differs.clone(),
            one.place.clone(),
            photo,
        ];
        let given = given.into_iter().flatten();
        row(&one.path, &one.reference, given, ago(&one.at))
    });
    let feedback = data.feedback.iter().map(|one| {
        let photo = one.has_photo.then(|| words.privacy_photo().to_owned());
        let stars = Some(words.feedback_of_five(one.stars));
        let given = [stars, one.words.clone(), photo].into_iter().flatten();
        row(&one.path, &one.product, given, ago(&one.at))
    });
    let follows = data.follows.iter().map(|one| {
        let to = Some(one.to.clone()).filter(|_| one.channel == "mail");
        row(&one.link, &one.path, to, ago(&one.since))
    });
    let checks = data.checks.iter().map(|one| {
        let point = one.point.map(|[lat, lon]| format!("{lat:.2}, {lon:.2}"));
        let given = [point, one.country.clone()].into_iter().flatten();
        let path = path(one.gtin.as_deref(), one.serial.as_deref());
        row(&path, &path, given, ago(&one.at))
    });
    let reveals = data.reveals.iter().map(|one| {
        let path = path(Some(&one.gtin), Some(&one.serial));
        row(&path, &path, None, ago(&one.at))
    });
    let passkeys = data.passkeys.iter().map(|one| {
        let used = one.used.as_ref();
        let used = used.map(|at| words.keyring_used(ago(at)));
        row("/mine/passkeys", &device(&one.device), used, ago(&one.made))
    });
    let devices = data
        .devices
        .iter()
        .map(|one| row("/mine/passkeys", &device(&one.device), None, ago(&one.seen)));
    let points = data.points.entries.iter().map(|one| {
        let change = format!("{:+}", one.points);
        row("/mine", &change, Some(one.reference.clone()), ago(&one.at))
    });
    [
        kind(words, "registrations", registrations.collect()),
        kind(words, "claims", claims.collect()),
        kind(words, "reports", reports.collect()),
        kind(words, "feedback", feedback.collect()),
        kind(words, "follows", follows.collect()),
        kind(words, "checks", checks.collect()),
        kind(words, "reveals", reveals.collect()),
        kind(words, "passkeys", passkeys.collect()),
        kind(words, "devices", devices.collect()),
        kind(words, "points", points.collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn kind(words: Words, name: &str, mut rows: Vec<AnyView>) -> Option<AnyView> {
    let count = rows.len();
    let title = words.say(
        &format!("privacy-kind-{name}"),
        &[("count", count.to_string())],
    )?;
    let more = count.saturating_sub(SHOWN);
    rows.truncate(SHOWN);
    let more = (more > 0).then(|| view! { <li class="hint">{words.privacy_more(more)}</li> });
    (count > 0).then(|| {
        view! {
            <details class="more">
                <summary>{title}</summary>
                <ul class="own-rows">{rows}{more}</ul>
            </details>
        }
        .into_any()
    })
}

fn row(href: &str, name: &str, given: impl IntoIterator<Item = String>, when: String) -> AnyView {
    let given: Vec<String> = given.into_iter().collect();
    let given = (!given.is_empty()).then(|| view! { <span>{given.join(" · ")}</span> });
    view! {
        <li>
            <a href=href.to_owned()><bdi>{name.to_owned()}</bdi></a>
            {given}
            <span class="when">{when}</span>
        </li>
    }
    .into_any()
}

/// Of what a check's code named.
fn path(gtin: Option<&str>, serial: Option<&str>) -> String {
    match (gtin, serial) {
        (Some(gtin), Some(serial)) => format!("/01/{gtin}/21/{serial}"),
        (Some(gtin), None) => format!("/01/{gtin}"),
        (None, _) => "/".to_owned(),
    }
}

/// What the person said yes to, one by one, each with the way to take it back.
fn consents(data: &PersonalData, context: &Context) -> AnyView {
    let words = context.words;
    let suggestions = data.suggestions.iter().map(|_| {
        view! { <li>{words.privacy_consent_suggestions()}{suggestions_form(context, "off", "/privacy")}</li> }
            .into_any()
    });
    let quoted = data.feedback.iter().filter(|one| one.quote.is_some());
    let quotes = quoted.map(|one| {
        view! {
            <li>
                {words.privacy_consent_quote(&one.brand, &one.product)}
                <form class="feedback-unquote" method="post" action="/feedback/unquote">
                    <input type="hidden" name="csrf" value=context.csrf.clone() />
                    <input type="hidden" name="reference" value=one.reference.clone() />
                    <button type="submit" class="quiet">{words.privacy_take_back()}</button>
                </form>
            </li>
        }
        .into_any()
    });
    let rows = data
        .follows
        .iter()
        .filter(|one| one.channel != "link")
        .map(|one| {
            let says = match one.channel.as_str() {
                "mail" => words.privacy_consent_mail(&one.to, &one.path),
                _ => words.privacy_consent_push(&one.path),
            };
            view! { <li>{says}<br /><a href=one.link.clone()>{words.privacy_take_back()}</a></li> }
                .into_any()
        })
        .chain(quotes)
        .chain(suggestions)
        .collect::<Vec<_>>();
    let list = match rows.is_empty() {
        true => view! { <p>{words.privacy_consent_none()}</p> }.into_any(),
        false => view! { <ul class="facts plain">{rows}</ul> }.into_any(),
    };
    view! {
        <h2>{words.privacy_consents_title()}</h2>
        {list}
        <p class="hint">{words.privacy_consents_hint()}</p>
    }
    .into_any()
}

fn asked(leaving: Leaving, context: &Context) -> AnyView {
    let words = context.words;
    let keep = (leaving.going_on > 0).then(|| {
        view! {
            <div class="caution"><p>{words.privacy_open_claims(leaving.going_on)}</p></div>
            <label class="choice">
                <input type="checkbox" name="keep_claims" value="yes" />
                <span>{words.privacy_keep_claims()}</span>
            </label>
        }
    });
    let devices = leaving
        .on_devices
        .then(|| view! { <p>{words.privacy_erase_devices()}</p> });
    let settled = (leaving.settled > 0).then(|| view! { <li>{words.privacy_left_claims()}</li> });
    let reports = (leaving.reports > 0).then(|| view! { <li>{words.privacy_left_reports()}</li> });
    view! {
        <section class="mine privacy">
            <h1>{words.privacy_erase_title()}</h1>
            <p>{words.privacy_erase_text()}</p>
            {devices}
            <h2>{words.privacy_left_title()}</h2>
            <ul class="facts plain">
                <li>{words.privacy_left_checks()}</li>
                {settled}
                {reports}
                <li>{words.privacy_left_points()}</li>
                <li>{words.privacy_left_log()}</li>
                <li>{words.privacy_left_copies()}</li>
            </ul>
            <form method="post" action="/privacy/erase">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                {keep}
                <button type="submit" class="danger wide">{words.privacy_erase_now()}</button>
            </form>
            <p><a href="/privacy">{words.privacy_keep()}</a></p>
        </section>
    }
    .into_any()
}

fn erased(words: Words) -> AnyView {
    view! {
        <section class="done" role="status" data-own="erased">
            <h1>{words.privacy_erased_title()}</h1>
            <p>{words.privacy_erased_text()}</p>
            <MainAction href="/".to_owned() text=words.privacy_erased_on().to_owned() />
        </section>
    }
    .into_any()
}
