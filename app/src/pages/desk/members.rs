//! `/desk/members`: the people of one's organisation, and who is invited.

use leptos::prelude::*;

use super::{Desk, act_on, choice, csrf, secret, word};

/// A member.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// What the form calls them by.
    pub id: String,
    /// Their name.
    pub name: String,
    /// What they are there for; an identifier.
    pub role: &'static str,
    /// RFC 3339.
    pub joined_at: String,
    /// Whether it is the one who looks.
    pub is_me: bool,
}

/// An invitation that nobody has taken yet.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenInvite {
    /// What the form calls it by.
    pub id: String,
    /// The name of the invited; may be empty.
    pub name: String,
    /// What for; an identifier.
    pub role: &'static str,
    /// RFC 3339.
    pub expires_at: String,
}

/// Everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct Members {
    /// The roles that this organisation gives.
    pub roles: Vec<&'static str>,
    /// In the order of their joining.
    pub people: Vec<Member>,
    /// The newest first.
    pub invites: Vec<OpenInvite>,
    /// The link of an invitation that was just made.
    pub link: Option<String>,
}

/// The page.
#[component]
pub(super) fn MembersPage(desk: Desk, members: Members) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let people = members.people.iter().enumerate().map(|(index, member)| {
        let id = format!("role-{index}");
        let acts = match member.is_me {
            true => view! { <p class="tag">{words.desk_member_me()}</p> }.into_any(),
            false => {
                let options = members.roles.iter().map(|role| {
                    view! { <option value=*role selected=*role == member.role>{word(words, "role", role)}</option> }
                });
                let options = options.collect_view();
                view! {
                    <form class="act" method="post" action="/desk/members/role">
                        {csrf(&context)}
                        <input type="hidden" name="id" value=member.id.clone() />
                        <label class="visually-hidden" for=id.clone()>{words.desk_member_role_label(&member.name)}</label>
                        <select id=id name="role">{options}</select>
                        <button type="submit">{words.desk_member_role_change()}</button>
                    </form>
                    {act_on(&context, "/desk/members/remove", &member.id, words.desk_remove())}
                }
                .into_any()
            }
        };
        view! {
            <li>
                <p><strong>{member.name.clone()}</strong> <span class="hint">{word(words, "role", member.role)}". "{words.desk_member_joined(words.ago(&member.joined_at, &context.now))}</span></p>
                <div class="acts">{acts}</div>
            </li>
        }
    });
    let people = people.collect_view();
    let invites = members.invites.iter().map(|invite| {
        let name = match invite.name.as_str() {
            "" => words.desk_invite_nameless().to_owned(),
            name => name.to_owned(),
        };
        view! {
            <li>
                <p><strong>{name}</strong> <span class="hint">{word(words, "role", invite.role)}". "{words.desk_invite_expires(words.day(&invite.expires_at))}</span></p>
                {act_on(&context, "/desk/members/withdraw", &invite.id, words.desk_invite_withdraw())}
            </li>
        }
    });
    let invites = (!members.invites.is_empty()).then(|| {
        view! {
            <h2>{words.desk_invites_title()}</h2>
            <ul class="desk-list">{invites.collect_view()}</ul>
        }
    });
    let link = members
        .link
        .as_ref()
        .map(|link| secret(link, words.desk_invite_link_once()));
    let first = members.roles.first().copied().unwrap_or_default();
    view! {
        <section>
            <h1>{words.desk_members_title()}</h1>
            {link}
            <ul class="desk-list">{people}</ul>
            {invites}
            <h2>{words.desk_invite_new()}</h2>
            <form method="post" action="/desk/members/invite">
                {csrf(&context)}
                <label for="invite-name">{words.desk_name_label()}" "<span class="optional">{words.optional()}</span></label>
                <input id="invite-name" name="name" autocomplete="off" maxlength="80" />
                <label for="invite-role">{words.desk_role_label()}</label>
                {choice(words, "invite-role", "role", "role", &members.roles, first)}
                <p class="hint">{words.desk_invite_how()}</p>
                <button type="submit" class="primary">{words.desk_invite_make()}</button>
            </form>
        </section>
    }
    .into_any()
}
