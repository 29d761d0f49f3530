//! `/desk/members`: the people of one's own organisation.

use app::pages::desk::{Member, Members, OpenInvite};
use axum::{extract::State, response::Response};
use serde::Deserialize;
use wire::convert::rfc3339;

use super::{
    Desk, back,
    sent::{Chosen, Sent},
};
use crate::{
    access::Act,
    error::ApiError,
    invite::{self, InviteToken, NotInvited},
    organisation::Organisation,
    random,
    role::{Permission, Role},
    state::{App, Shared},
    store::{Invite, Staff, Tx},
    submission::short_text,
};

/// Whom to invite.
#[derive(Debug, Deserialize)]
pub struct NewInvite {
    role: String,
    #[serde(default)]
    name: String,
}

/// Which member, and their next role.
#[derive(Debug, Deserialize)]
pub struct NewRole {
    id: String,
    role: String,
}

/// Everybody, and who is invited.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Members)?;
    page(&app, &desk, None).await
}

/// Invites somebody; the page that answers shows the link, this once.
pub async fn invite(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<NewInvite>,
) -> Result<Response, ApiError> {
    let organisation = desk.organisation.id.clone();
    let permission = Permission::Members;
    let link = make_link(
        &app,
        &desk,
        permission,
        organisation,
        &form.role,
        &form.name,
    )
    .await?;
    page(&app, &desk, Some(link)).await
}

/// Withdraws an invitation.
pub async fn withdraw(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    let actor = desk.clone();
    desk.act(&app, Some(Permission::Members), move |tx, now| {
        let invites = tx.invites(&actor.organisation.id, now)?;
        let Some(invite) = invites.iter().find(|row| id_of(row) == form.id) else {
            return Ok(Err(ApiError::NotFound));
        };
        tx.end_invite(&invite.digest, now)?;
        tx.log_access(&actor.entry(Act::Withdrawn, invite.role.id(), now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/members"))
}

/// Gives somebody another role. It counts from their next click on.
pub async fn change_role(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<NewRole>,
) -> Result<Response, ApiError> {
    let role = role_of(&desk.organisation, &form.role);
    let actor = desk.clone();
    desk.act(&app, Some(Permission::Members), move |tx, now| {
        let Some(staff) = colleague(tx, &actor, &form.id)? else {
            return Ok(Err(ApiError::NotFound));
        };
        let (Some(role), false) = (role, staff.id == actor.staff.id) else {
            return Ok(Err(wrong_role(role)));
        };
        tx.change_role(&staff.id, role)?;
        let subject = format!("{}: {}", staff.name, role.id());
        tx.log_access(&actor.entry(Act::RoleChanged, &subject, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/members"))
}

/// Removes somebody, their passkeys and their sessions.
pub async fn remove(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    let actor = desk.clone();
    desk.act(&app, Some(Permission::Members), move |tx, now| {
        let Some(staff) = colleague(tx, &actor, &form.id)? else {
            return Ok(Err(ApiError::NotFound));
        };
        if staff.id == actor.staff.id {
            return Ok(Err(oneself()));
        }
        tx.remove_staff(&staff.id, now)?;
        tx.log_access(&actor.entry(Act::Removed, &staff.name, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/members"))
}

/// A link that brings somebody into an organisation.
pub(super) async fn make_link(
    app: &App,
    desk: &Desk,
    permission: Permission,
    organisation: String,
    role: &str,
    name: &str,
) -> Result<String, ApiError> {
    let role = Role::parse(role).ok_or_else(|| wrong_role(None))?;
    let name = short_text("name", Some(name), 80)?.unwrap_or_default();
    let token = InviteToken::new()?;
    let (digest, actor) = (token.digest(), desk.clone());
    desk.act(app, Some(permission), move |tx, now| {
        let invite = Invite {
            digest,
            organisation: organisation.clone(),
            role,
            name: name.clone(),
            made_by: actor.staff.id.clone(),
            made_at: now,
            expires_at: trace::Instant(now.0 + invite::LIFE_MS),
        };
        Ok(match invite::put(tx, &invite, &actor.organisation.id)? {
            Ok(_) => Ok(()),
            Err(NotInvited::NoOrganisation) => Err(ApiError::NotFound),
            Err(NotInvited::NoRole) => Err(wrong_role(None)),
            Err(NotInvited::Managed) => Err(ApiError::Field {
                field: "id",
                detail: "somebody there manages its people; they invite the others".to_owned(),
            }),
        })
    })
    .await?;
    Ok(token.link(&desk.visitor.origin))
}

/// Somebody of the same organisation; everybody else is not there.
fn colleague(tx: &Tx<'_>, desk: &Desk, id: &str) -> crate::store::Result<Option<Staff>> {
    let staff = tx.staff(id)?;
    Ok(staff.filter(|staff| staff.organisation == desk.organisation.id))
}

fn role_of(organisation: &Organisation, id: &str) -> Option<Role> {
    Role::parse(id).filter(|role| Role::of(organisation.kind).contains(role))
}

fn wrong_role(role: Option<Role>) -> ApiError {
    match role {
        Some(_) => oneself(),
        None => ApiError::Field {
            field: "role",
            detail: "this organisation doesn't give it; choose one of the list".to_owned(),
        },
    }
}

/// So there is always somebody left who may invite.
fn oneself() -> ApiError {
    ApiError::Field {
        field: "id",
        detail: "that is you; ask a colleague who manages people to do it".to_owned(),
    }
}

fn id_of(invite: &Invite) -> String {
    random::hex(&invite.digest[..8])
}

async fn page(app: &App, desk: &Desk, link: Option<String>) -> Result<Response, ApiError> {
    let now = app.clock.now();
    let (people, invites) = app
        .store
        .read(|db| {
            Ok((
                db.members(&desk.organisation.id)?,
                db.invites(&desk.organisation.id, now)?,
            ))
        })
        .await?;
    let members = Members {
        roles: Role::of(desk.organisation.kind)
            .iter()
            .map(|role| role.id())
            .collect(),
        people: people
            .into_iter()
            .map(|staff| Member {
                is_me: staff.id == desk.staff.id,
                id: staff.id,
                name: staff.name,
                role: staff.role.id(),
                joined_at: rfc3339(staff.joined_at),
            })
            .collect(),
        invites: invites
            .into_iter()
            .map(|invite| OpenInvite {
                id: id_of(&invite),
                role: invite.role.id(),
                expires_at: rfc3339(invite.expires_at),
                name: invite.name,
            })
            .collect(),
        link,
    };
    let page = app::pages::desk::members(&desk.view(app)?, members);
    Ok(desk.show(app, &page))
}
