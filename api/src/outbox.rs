//! Mail goes out: what waits in the store → the operator's mail server, at least once.
//!
//! A mail that was sent twice, because a node ended between sending and forgetting, carries the same
//! Message-ID both times.

use std::time::{Duration, SystemTime};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::header::{ContentType, HeaderName, HeaderValue},
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
        extension::ClientId,
    },
};
use trace::Instant;

use crate::{
    mail::{MailAddress, Security, Smtp},
    store::{self, Mail, Store},
};

/// How long one attempt may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long one node has for an attempt before another may try, in milliseconds.
const TAKEN_MS: i64 = 120_000;
/// The first wait after a failure, and the longest, in milliseconds.
const FIRST_WAIT_MS: i64 = 60_000;
const LONGEST_WAIT_MS: i64 = 4 * 3_600_000;
/// How long a mail is tried, in days (RFC 5321, section 4.5.4.1, asks for 4 to 5).
const TRIED_DAYS: i64 = 4;

/// What sends.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: MailAddress,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Mailer").field(&self.from).finish()
    }
}

/// Why nothing can be sent.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    /// The certificate can't be read, or TLS can't be set up.
    #[error("the connection to the mail server can't be secured: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

impl Mailer {
    /// For a mail server; `authority` is a certificate (PEM) to trust beside the machine's own.
    ///
    /// # Errors
    /// The certificate is none, or this machine trusts nobody.
    pub fn new(
        smtp: &Smtp,
        from: MailAddress,
        authority: Option<&[u8]>,
    ) -> Result<Mailer, MailerError> {
        let tls = || -> Result<TlsParameters, MailerError> {
            let mut parameters = TlsParameters::builder(smtp.host.clone());
            if let Some(pem) = authority {
                parameters = parameters.add_root_certificate(Certificate::from_pem(pem)?);
            }
            Ok(parameters.build()?)
        };
        let tls = match smtp.security {
            Security::Tls => Tls::Wrapper(tls()?),
            Security::StartTls => Tls::Required(tls()?),
            Security::Plain => Tls::None,
        };
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host)
            .port(smtp.port)
            .tls(tls)
            .hello_name(ClientId::Domain(from.host().to_owned()))
            .timeout(Some(PATIENCE));
        if let Some((name, password)) = &smtp.login {
            transport = transport.credentials(Credentials::new(name.clone(), password.to_string()));
        }
        Ok(Mailer {
            transport: transport.build(),
            from,
        })
    }

    async fn send(&self, mail: &Mail) -> Result<(), Failure> {
        let message = self.message(mail).ok_or(Failure::Never)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            // It says no for good: this address takes nothing.
            Err(error) if error.is_permanent() => Err(Failure::Never),
            Err(error) => Err(Failure::Later(error.to_string())),
        }
    }

    /// `None` for an address that no mail can be written to.
    fn message(&self, mail: &Mail) -> Option<Message> {
        let made = Duration::from_millis(mail.made_at.0.max(0).unsigned_abs());
        let mut message = Message::builder()
            .from(self.from.as_str().parse().ok()?)
            .to(mail.recipient.parse().ok()?)
            .subject(one_line(&mail.subject))
            .date(SystemTime::UNIX_EPOCH + made)
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.host())))
            // RFC 3834: nobody's holiday answers this.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if let Some(url) = &mail.unsubscribe {
            // RFC 8058: the mail program ends them itself, with one tap.
            for (name, value) in [
                ("List-Unsubscribe", format!("<{url}>")),
                (
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click".to_owned(),
                ),
            ] {
                let name = HeaderName::new_from_ascii_str(name);
                message = message.raw_header(HeaderValue::new(name, value));
            }
        }
        message
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .ok()
    }
}

enum Failure {
    /// It may be tried again; why.
    Later(String),
    /// It never will be.
    Never,
}

/// Sends what is due; how many were sent.
///
/// # Errors
/// The store's.
pub async fn deliver(store: &Store, mailer: &Mailer, now: Instant) -> store::Result<usize> {
    let mut sent = 0;
    let begun = std::time::Instant::now();
    for mail in store.read(|db| db.due_mail(now)).await? {
        // Those before it may have taken long, and nobody else may take it meanwhile.
        let passed = i64::try_from(begun.elapsed().as_millis()).unwrap_or(0);
        let until = now.plus_ms(passed + TAKEN_MS);
        let taking = mail.clone();
        if !store.write(move |tx| tx.take_mail(&taking, until)).await? {
            continue;
        }
        let is_old = now.0 > mail.made_at.plus_days(TRIED_DAYS).0;
        let id = mail.id.clone();
        match mailer.send(&mail).await {
            Ok(()) => {
                sent += 1;
                store.write(move |tx| tx.drop_mail(&id)).await?;
            }
            Err(Failure::Later(why)) if !is_old => {
                tracing::warn!("mail.waits, attempt {}: {why}", mail.attempts + 1);
                let wait = FIRST_WAIT_MS << mail.attempts.min(10);
                let due = now.plus_ms(wait.min(LONGEST_WAIT_MS));
                store.write(move |tx| tx.postpone_mail(&id, due)).await?;
            }
            Err(Failure::Later(_) | Failure::Never) => {
                // Without its address: the log holds nothing of people.
                tracing::warn!("mail.dropped after {} attempts", mail.attempts + 1);
                store.write(move |tx| tx.drop_mail(&id)).await?;
            }
        }
    }
    Ok(sent)
}

/// A text without line breaks, which would begin another header.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split(char::is_control)
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_begins_another_header() {
        let check = |text: &str, expected: &str| assert_eq!(one_line(text), expected);
        check("Your claim", "Your claim");
        check("Your\r\nBcc: a@b.example", "Your Bcc: a@b.example");
        check("\n", "");
    }
}
