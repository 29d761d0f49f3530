//! `/desk/me`: one's own passkeys and sessions.

use leptos::prelude::*;

use super::{
    Desk, act_on, csrf,
    sign_in::{Question, question_fields},
};

/// A passkey of one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Passkey {
    /// What the form calls it by.
    pub id: String,
    /// The device that it was made on.
    pub name: String,
    /// RFC 3339.
    pub added_at: String,
    /// RFC 3339.
    pub used_at: Option<String>,
}

/// A session of one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What the form calls it by.
    pub id: String,
    /// Whether it is the one that looks.
    pub is_this: bool,
    /// Browser and system.
    pub device: String,
    /// RFC 3339.
    pub seen_at: String,
}

/// What is one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Me {
    /// In the order of their making.
    pub passkeys: Vec<Passkey>,
    /// Whether there is only one, which can't be removed.
    pub is_last: bool,
    /// The newest first.
    pub sessions: Vec<Session>,
    /// For another passkey.
    pub question: Question,
}

/// The page.
#[component]
pub(super) fn MePage(desk: Desk, me: Me) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let named = |name: &str| match name {
        "" => words.desk_device_unknown().to_owned(),
        name => name.to_owned(),
    };
    let passkeys = me.passkeys.iter().map(|passkey| {
        let used = match &passkey.used_at {
            Some(at) => words.desk_passkey_used(words.ago(at, &context.now)),
            None => words.desk_passkey_unused().to_owned(),
        };
        let remove = (!me.is_last).then(|| {
            act_on(&context, "/desk/me/passkeys/remove", &passkey.id, words.desk_remove())
        });
        view! {
            <li>
                <p><strong>{named(&passkey.name)}</strong> <span class="hint">{words.desk_passkey_added(words.ago(&passkey.added_at, &context.now))}" "{used}</span></p>
                {remove}
            </li>
        }
    });
    let passkeys = passkeys.collect_view();
    let sessions = me.sessions.iter().map(|session| {
        let act = match session.is_this {
            true => view! { <p class="tag">{words.desk_session_this()}</p> }.into_any(),
            false => act_on(&context, "/desk/me/sessions/end", &session.id, words.desk_session_end()),
        };
        view! {
            <li>
                <p><strong>{named(&session.device)}</strong> <span class="hint">{words.desk_session_seen(words.ago(&session.seen_at, &context.now))}</span></p>
                {act}
            </li>
        }
    });
    let sessions = sessions.collect_view();
    let last = me
        .is_last
        .then(|| view! { <p class="hint">{words.desk_passkey_last()}</p> });
    view! {
        <section>
            <h1>{words.desk_me_title()}</h1>
            <h2>{words.desk_passkeys_title()}</h2>
            <ul class="desk-list">{passkeys}</ul>
            {last}
            <form method="post" action="/desk/me/passkeys/add" data-passkey="create">
                {question_fields(me.question.clone(), &context)}
                <button type="submit" class="primary" disabled>{words.desk_passkey_add()}</button>
            </form>
            <h2>{words.desk_sessions_title()}</h2>
            <ul class="desk-list">{sessions}</ul>
            <form method="post" action="/desk/sign-out-everywhere">
                {csrf(&context)}
                <p class="hint">{words.desk_sign_out_everywhere_about()}</p>
                <button type="submit" class="danger">{words.desk_sign_out_everywhere()}</button>
            </form>
        </section>
    }
    .into_any()
}
