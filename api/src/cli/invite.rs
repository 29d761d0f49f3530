//! `touchstone invite`: a link that lets one person join an organisation, once.

use std::process::ExitCode;

use trace::Instant;

use super::Database;
use crate::{
    clock::Clock,
    invite::{self, InviteToken, NotInvited},
    role::Role,
    store::{Invite, Outcome},
};

/// The flags of `invite`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The organisation: a brand's identifier, `operator`, or one that was admitted.
    #[arg(long, value_name = "ID")]
    organisation: String,
    /// What the invited will be there for.
    #[arg(long, value_enum)]
    role: Role,
    /// Their name, which they can change.
    #[arg(long, default_value = "", value_name = "TEXT")]
    name: String,
    /// How many hours the link works.
    #[arg(long, default_value_t = invite::LIFE_MS / 3_600_000, value_name = "N",
        value_parser = clap::value_parser!(i64).range(1..=720))]
    hours: i64,
    /// The origin that people reach the server at.
    #[arg(
        long,
        env = "TOUCHSTONE_PUBLIC_ORIGIN",
        default_value = "http://localhost:8080",
        value_name = "ORIGIN"
    )]
    public_origin: String,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let store = arguments.database.open()?;
    let now = Clock::System.now();
    let token = InviteToken::new().map_err(|error| anyhow::anyhow!("no random bytes: {error}"))?;
    let invite = Invite {
        digest: token.digest(),
        organisation: arguments.organisation.clone(),
        role: arguments.role,
        name: arguments.name.trim().to_owned(),
        made_by: String::new(),
        made_at: now,
        expires_at: Instant(now.0 + arguments.hours * 3_600_000),
    };
    let invited = store.write_or_undo_blocking(move |tx| {
        Ok(match invite::put(tx, &invite, "")? {
            Ok(organisation) => Outcome::Keep(Ok(organisation)),
            Err(refusal) => Outcome::Undo(Err(refusal)),
        })
    })?;
    let id = &arguments.organisation;
    match invited {
        Ok(_) => println!(
            "{}",
            token.link(arguments.public_origin.trim_end_matches('/'))
        ),
        Err(NotInvited::NoOrganisation) => anyhow::bail!(
            "there is no organisation `{id}`; import the brand's record first, or \
             `touchstone organisation admit` a partner or an authority"
        ),
        Err(NotInvited::NoRole) => anyhow::bail!(
            "an organisation of the kind of `{id}` doesn't give the role `{}`",
            arguments.role.id()
        ),
        // Only a member of another organisation is told so.
        Err(NotInvited::Managed) => anyhow::bail!("somebody at `{id}` invites its people"),
    }
    Ok(ExitCode::SUCCESS)
}
