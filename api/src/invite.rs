//! Invitations: a link that lets one person join an organisation, once.

use crate::{
    access::Act,
    organisation::Organisation,
    random,
    role::{Permission, Role},
    store::{self, AccessEntry, Db, Invite, Tx},
};

/// How long a link works, in milliseconds: three days.
pub const LIFE_MS: i64 = 3 * 24 * 3600 * 1000;

/// What stands in a link: 256 random bits. Only a digest of them is stored.
pub struct InviteToken([u8; 32]);

impl InviteToken {
    /// A new one.
    pub fn new() -> Result<InviteToken, getrandom::Error> {
        Ok(InviteToken(random::bytes()?))
    }

    /// As it stands in a link.
    #[must_use]
    pub fn parse(text: &str) -> Option<InviteToken> {
        random::from_hex(text).map(InviteToken)
    }

    /// What is stored.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        random::digest(&[b"invite", &self.0])
    }

    /// The link.
    #[must_use]
    pub fn link(&self, origin: &str) -> String {
        format!("{origin}/desk/invite/{}", random::hex(&self.0))
    }
}

/// Never the token itself: it must not get into a log.
impl std::fmt::Debug for InviteToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InviteToken(…)")
    }
}

/// Why nobody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInvited {
    /// There is no such organisation.
    NoOrganisation,
    /// An organisation of its kind doesn't give that role.
    NoRole,
    /// The maker works for another organisation, and this one has somebody who invites.
    Managed,
}

/// Whether an invitation still lets somebody in. One that another organisation made, the operator's,
/// is for the first who manages people there, and counts no more once there is one.
pub fn counts(db: &Db<'_>, invite: &Invite) -> store::Result<bool> {
    let maker = db.staff(&invite.made_by)?;
    Ok(match maker {
        Some(maker) if maker.organisation != invite.organisation => {
            !is_managed(db, &invite.organisation)?
        }
        _ => true,
    })
}

fn is_managed(db: &Db<'_>, organisation: &str) -> store::Result<bool> {
    let members = db.members(organisation)?;
    Ok(members
        .iter()
        .any(|member| member.role.allows(Permission::Members)))
}

/// Stores an invitation and its line in the access log; the organisation that invites.
/// `by_organisation` is whom its maker works for; empty for the command line.
pub fn put(
    tx: &Tx<'_>,
    invite: &Invite,
    by_organisation: &str,
) -> store::Result<Result<Organisation, NotInvited>> {
    let now = invite.made_at;
    let Some(organisation) = tx.settle_organisation(&invite.organisation, now)? else {
        return Ok(Err(NotInvited::NoOrganisation));
    };
    if !Role::of(organisation.kind).contains(&invite.role) {
        return Ok(Err(NotInvited::NoRole));
    }
    if !counts(tx, invite)? {
        return Ok(Err(NotInvited::Managed));
    }
    tx.put_invite(invite)?;
    tx.log_access(&AccessEntry {
        at: now,
        organisation: organisation.id.clone(),
        by_organisation: by_organisation.to_owned(),
        by_staff: invite.made_by.clone(),
        act: Act::Invited.id().to_owned(),
        subject: invite.role.id().to_owned(),
    })?;
    Ok(Ok(organisation))
}
