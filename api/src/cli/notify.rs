//! How people are told things: by mail, and by push messages.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::{
    mail::{MailAddress, Smtp},
    outbox::Mailer,
    vapid::VapidKey,
};

/// The flags of mail and push messages.
#[derive(Debug, clap::Args)]
pub(super) struct Notify {
    /// The mail server, as smtps://USER:PASSWORD@HOST, or smtp:// for one that speaks STARTTLS.
    // Its value is parsed below: an error of the command line would quote the password.
    #[arg(
        long,
        env = "TOUCHSTONE_SMTP_URL",
        hide_env_values = true,
        value_name = "URL",
        requires = "mail_from"
    )]
    smtp_url: Option<String>,
    /// Whom mail comes from.
    #[arg(
        long,
        env = "TOUCHSTONE_MAIL_FROM",
        value_name = "ADDRESS",
        requires = "smtp_url"
    )]
    mail_from: Option<MailAddress>,
    /// A certificate (PEM) of an authority that the mail server's is of, beside those that this
    /// machine trusts.
    #[arg(
        long,
        env = "TOUCHSTONE_SMTP_CA",
        value_name = "FILE",
        requires = "smtp_url"
    )]
    smtp_ca: Option<PathBuf>,
    /// The file of the key that signs push messages; `touchstone key vapid` makes it.
    #[arg(long, env = "TOUCHSTONE_VAPID_KEY", value_name = "FILE")]
    pub(super) vapid_key: Option<PathBuf>,
}

impl Notify {
    /// The mail server, where there is one.
    pub(super) fn smtp(&self) -> anyhow::Result<Option<Smtp>> {
        let url = self.smtp_url.as_deref();
        url.map(|url| url.parse().context("--smtp-url")).transpose()
    }

    /// What sends mail, where there is a mail server.
    pub(super) fn mailer(&self) -> anyhow::Result<Option<Mailer>> {
        let (Some(smtp), Some(from)) = (self.smtp()?, &self.mail_from) else {
            return Ok(None);
        };
        let read = |path: &PathBuf| {
            std::fs::read(path)
                .with_context(|| format!("--smtp-ca: can't read `{}`", path.display()))
        };
        let authority = self.smtp_ca.as_ref().map(read).transpose()?;
        let mailer = Mailer::new(&smtp, from.clone(), authority.as_deref());
        mailer.map(Some).context("--smtp-url")
    }

    /// The key of push messages, where there is one.
    pub(super) fn vapid(&self) -> anyhow::Result<Option<VapidKey>> {
        let path = self.vapid_key.as_deref();
        Ok(path.map(VapidKey::read).transpose()?)
    }
}
