//! `/mine/passkeys` and `/mine/open`: a person's products on several devices.

use leptos::prelude::*;

use super::passkey::{Question, Unanswered, question_fields};
use crate::{Context, components::MainAction};

/// A passkey of one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyringPasskey {
    /// What the form calls it by.
    pub id: String,
    /// The device that it was made on, or empty.
    pub device: String,
    /// RFC 3339.
    pub made_at: String,
    /// RFC 3339.
    pub used_at: Option<String>,
}

/// A device that has one's products open.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyringDevice {
    /// Browser and system, or empty.
    pub device: String,
    /// Whether it is the one that looks.
    pub is_this: bool,
    /// RFC 3339.
    pub seen_at: String,
}

/// Which of them.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyringPart {
    /// A guest may make the first passkey.
    Make(Question),
    /// What opens one's products, and which devices have them open.
    Own {
        /// In the order of their making.
        passkeys: Vec<KeyringPasskey>,
        /// The last seen first.
        devices: Vec<KeyringDevice>,
        /// For one more passkey.
        question: Question,
    },
    /// What removing the last passkey means, before it is removed; what the form calls it by.
    Last(String),
    /// A passkey opens them here; whether this browser has something that joins them.
    Open(Question, bool),
    /// They are open here; those of another passkey can be made one with them.
    Already(Question),
    /// They are open no more: on no device, or not on this one.
    Out(bool),
}

/// What did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyringTrouble {
    /// The passkey opens nothing here.
    Unknown,
    /// Too late, or twice.
    Late,
    /// There may be a copy of the passkey.
    Copied,
    /// The answer is for another site.
    Elsewhere,
    /// The answer doesn't hold.
    Refused,
    /// There are too many.
    Full,
}

/// How a browser stands to passkeys, where its products are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The server doesn't know which name passkeys are for.
    NotHere,
    /// A guest.
    Guest,
    /// It was signed out from another device.
    SignedOut,
    /// Their products are open.
    Open,
}

/// One of them.
#[component]
pub fn KeyringPage(
    context: Context,
    part: KeyringPart,
    trouble: Option<KeyringTrouble>,
) -> impl IntoView {
    let words = context.words;
    let trouble = trouble.map(|trouble| {
        let text = match trouble {
            KeyringTrouble::Unknown => words.keyring_trouble_unknown(),
            KeyringTrouble::Late => words.keyring_trouble_late(),
            KeyringTrouble::Copied => words.keyring_trouble_copied(),
            KeyringTrouble::Elsewhere => words.keyring_trouble_elsewhere(),
            KeyringTrouble::Refused => words.keyring_trouble_refused(),
            KeyringTrouble::Full => words.keyring_trouble_full(),
        };
        view! { <p class="trouble" role="alert">{text}</p> }.into_any()
    });
    match part {
        KeyringPart::Make(question) => make(&context, question, trouble),
        KeyringPart::Own {
            passkeys,
            devices,
            question,
        } => own(&context, &passkeys, &devices, question, trouble),
        KeyringPart::Last(id) => last(&context, &id),
        KeyringPart::Open(question, joins) => open(&context, question, joins, trouble),
        KeyringPart::Already(question) => already(&context, question, trouble),
        KeyringPart::Out(everywhere) => out(&context, everywhere),
    }
}

/// Where a guest's products are shown: how to have them elsewhere, and those from elsewhere here.
pub(super) fn offer(context: &Context, keeping: Keeping, has_some: bool) -> Option<AnyView> {
    let words = context.words;
    let open = view! { <p><a class="step" href="/mine/open">{words.keyring_offer_open()}</a></p> }
        .into_any();
    match keeping {
        Keeping::NotHere => None,
        Keeping::Open => Some(
            view! {
                <p class="hint">{words.keyring_is_open()}</p>
                <p><a class="step" href="/mine/passkeys">{words.keyring_manage()}</a></p>
            }
            .into_any(),
        ),
        Keeping::Guest | Keeping::SignedOut if !has_some => Some(open),
        Keeping::Guest | Keeping::SignedOut => Some(
            view! {
                <h2>{words.keyring_offer_title()}</h2>
                <p>{words.keyring_offer()}</p>
                <p><a class="step" href="/mine/passkeys">{words.keyring_offer_make()}</a></p>
                {open}
            }
            .into_any(),
        ),
    }
}

fn ask(
    context: &Context,
    action: &'static str,
    kind: &'static str,
    question: Question,
    (button, class): (&'static str, &'static str),
) -> AnyView {
    let words = context.words;
    let says = Unanswered {
        unsupported: words.keyring_unsupported(),
        failed: words.keyring_failed(),
        script: words.keyring_script(),
    };
    view! {
        <form method="post" action=action data-passkey=kind>
            {question_fields(question, &context.csrf, says)}
            <button type="submit" class=class disabled>{button}</button>
        </form>
    }
    .into_any()
}

fn make(context: &Context, question: Question, trouble: Option<AnyView>) -> AnyView {
    let words = context.words;
    view! {
        <section class="mine keyring">
            <h1>{words.keyring_make_title()}</h1>
            {trouble}
            <p>{words.keyring_make_about()}</p>
            <p>{words.keyring_make_anonymous()}</p>
            {ask(context, "/mine/passkeys", "create", question, (words.keyring_make(), "primary"))}
            <p class="hint">{words.keyring_make_kept()}</p>
            <p><a class="step" href="/mine/open">{words.keyring_offer_open()}</a></p>
        </section>
    }
    .into_any()
}

fn open(context: &Context, question: Question, joins: bool, trouble: Option<AnyView>) -> AnyView {
    let words = context.words;
    let joins = joins.then(|| view! { <p>{words.keyring_open_joins()}</p> });
    view! {
        <section class="mine keyring">
            <h1>{words.keyring_open_title()}</h1>
            {trouble}
            <p>{words.keyring_open_about()}</p>
            {joins}
            {ask(context, "/mine/open", "get", question, (words.keyring_open(), "primary"))}
            <p class="hint">{words.keyring_open_none()}</p>
        </section>
    }
    .into_any()
}

fn own(
    context: &Context,
    passkeys: &[KeyringPasskey],
    devices: &[KeyringDevice],
    question: Question,
    trouble: Option<AnyView>,
) -> AnyView {
    let words = context.words;
    let named = |name: &str| match name {
        "" => words.keyring_device_unknown().to_owned(),
        name => name.to_owned(),
    };
    let rows = passkeys.iter().map(|passkey| {
        let used = match &passkey.used_at {
            Some(at) => words.keyring_used(words.ago(at, &context.now)),
            None => words.keyring_unused().to_owned(),
        };
        let made = words.keyring_made(words.ago(&passkey.made_at, &context.now));
        view! {
            <li>
                <p><strong><bdi>{named(&passkey.device)}</bdi></strong> <span class="hint">{made}" "{used}</span></p>
                <form class="act" method="post" action="/mine/passkeys/remove">
                    <input type="hidden" name="csrf" value=context.csrf.clone() />
                    <input type="hidden" name="id" value=passkey.id.clone() />
                    <button type="submit" class="danger">{words.keyring_remove()}</button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    let list = match passkeys.is_empty() {
        true => view! { <div class="caution"><p>{words.keyring_none()}</p></div> }.into_any(),
        false => view! { <ul class="keys">{rows}</ul> }.into_any(),
    };
    // The one thing to do here, where there is none.
    let add = if passkeys.is_empty() { "primary" } else { "" };
    let others = devices.iter().filter(|device| !device.is_this).count();
    let devices = devices.iter().map(|device| {
        let this = device
            .is_this
            .then(|| view! { <span class="tag">" · "{words.keyring_device_this()}</span> });
        let seen = words.keyring_device_seen(words.ago(&device.seen_at, &context.now));
        view! {
            <li>
                <p><strong><bdi>{named(&device.device)}</bdi></strong>{this} <span class="hint">{seen}</span></p>
            </li>
        }
    });
    let devices = devices.collect_view();
    view! {
        <section class="mine keyring">
            <h1>{words.keyring_title()}</h1>
            {trouble}
            <p>{words.keyring_about()}</p>
            <p class="hint">{words.keyring_how()}</p>
            <h2>{words.keyring_passkeys_title()}</h2>
            {list}
            {ask(context, "/mine/passkeys", "create", question, (words.keyring_add(), add))}
            <h2>{words.keyring_devices_title()}</h2>
            <ul class="keys">{devices}</ul>
            <p><a class="step" href="/mine/open">{words.keyring_unite_title()}</a></p>
            {sign_out(context, passkeys.is_empty(), others > 0)}
        </section>
    }
    .into_any()
}

/// Without a passkey, nobody who signs out here gets in again: so only the others can be.
fn sign_out(context: &Context, is_without: bool, has_others: bool) -> Option<AnyView> {
    let words = context.words;
    let button = |of: &'static str, text: &'static str| {
        view! { <button type="submit" name="of" value=of class="danger">{text}</button> }
    };
    let here = (!is_without).then(|| button("this", words.keyring_out_here()));
    let others = has_others.then(|| button("others", words.keyring_out_others()));
    let all = (!is_without && has_others).then(|| button("all", words.keyring_out_all()));
    (!is_without || has_others).then(|| {
        view! {
            <h2>{words.keyring_out_title()}</h2>
            <p class="hint">{words.keyring_out_about()}</p>
            <form class="acts" method="post" action="/mine/passkeys/sign-out">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                {here}{others}{all}
            </form>
        }
        .into_any()
    })
}

fn last(context: &Context, id: &str) -> AnyView {
    let words = context.words;
    view! {
        <section class="mine keyring">
            <h1>{words.keyring_last_title()}</h1>
            <div class="caution"><p>{words.keyring_last_text()}</p></div>
            <form method="post" action="/mine/passkeys/remove">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <input type="hidden" name="id" value=id.to_owned() />
                <input type="hidden" name="last" value="yes" />
                <button type="submit" class="danger wide">{words.keyring_last_remove()}</button>
            </form>
            <p><a href="/mine/passkeys">{words.keyring_last_keep()}</a></p>
        </section>
    }
    .into_any()
}

fn already(context: &Context, question: Question, trouble: Option<AnyView>) -> AnyView {
    let words = context.words;
    view! {
        <section class="mine keyring">
            <h1>{words.keyring_open_title()}</h1>
            {trouble}
            <p class="good" role="status">{words.keyring_open_already()}</p>
            <MainAction href="/mine".to_owned() text=words.nav_mine().to_owned() />
            <p><a class="step" href="/mine/passkeys">{words.keyring_manage()}</a></p>
            <h2>{words.keyring_unite_title()}</h2>
            <p>{words.keyring_unite_about()}</p>
            <div class="caution"><p>{words.keyring_unite_once()}</p></div>
            {ask(context, "/mine/open", "get", question, (words.keyring_unite(), ""))}
        </section>
    }
    .into_any()
}

fn out(context: &Context, everywhere: bool) -> AnyView {
    let words = context.words;
    let text = match everywhere {
        true => words.keyring_out_text_all(),
        false => words.keyring_out_text(),
    };
    view! {
        <section class="done" role="status">
            <h1>{words.keyring_out_done()}</h1>
            <p>{text}</p>
            <MainAction href="/mine/open".to_owned() text=words.keyring_open().to_owned() />
        </section>
    }
    .into_any()
}
