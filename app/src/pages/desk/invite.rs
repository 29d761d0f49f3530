//! `/desk/invite/{token}`: who invites, what for, a name and a passkey.

use leptos::prelude::*;

use super::{
    sign_in::{Question, Trouble, question_fields, trouble_view},
    word,
};
use crate::{Context, components::Streak};

/// An invitation.
#[derive(Clone, Debug, PartialEq)]
pub struct Invited {
    /// As it stands in the link.
    pub token: String,
    /// Who invites.
    pub organisation: String,
    /// What for; an identifier.
    pub role: &'static str,
    /// The name of the invited, as far as it is known.
    pub name: String,
}

/// The page.
#[component]
pub(super) fn InvitePage(
    context: Context,
    invited: Invited,
    question: Question,
    trouble: Option<Trouble>,
) -> impl IntoView {
    let words = context.words;
    let action = format!("/desk/invite/{}", invited.token);
    let role = word(words, "role", invited.role);
    view! {
        <section class="door">
            <div class="stone"><Streak standing="unchecked".to_owned() /></div>
            <h1>{words.desk_invite_title()}</h1>
            <p class="about">{words.desk_invite_about(&invited.organisation, role)}</p>
            {trouble_view(trouble, &context)}
            <form method="post" action=action data-passkey="create">
                <label for="name">{words.desk_name_label()}</label>
                <input id="name" name="name" autocomplete="name" maxlength="80" required value=invited.name.clone() />
                <p class="hint">{words.desk_invite_passkey()}</p>
                {question_fields(question, &context)}
                <button type="submit" class="primary" disabled>{words.desk_invite_join()}</button>
            </form>
        </section>
    }
    .into_any()
}

/// For a link that counts no more.
#[component]
pub(super) fn NoInvitePage(context: Context) -> impl IntoView {
    let words = context.words;
    view! {
        <section class="door">
            <div class="stone"><Streak standing="expired".to_owned() /></div>
            <h1>{words.desk_no_invite_title()}</h1>
            <p class="about">{words.desk_no_invite_about()}</p>
            <a class="main-action" href="/desk/sign-in">{words.desk_sign_in()}</a>
        </section>
    }
    .into_any()
}
