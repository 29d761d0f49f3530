//! Where mail goes out, as an operator says it: a URL and a sender.

use std::{fmt, str::FromStr};

use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

/// How the connection to the mail server is secured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte: `smtps://`.
    Tls,
    /// Plain until `STARTTLS`, and no mail without it: `smtp://`.
    StartTls,
    /// Never: `smtp+plain://`, to the machine itself alone.
    Plain,
}

/// A mail server with the way to log in there.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    /// How it is reached.
    pub security: Security,
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Name and password, where it wants them.
    pub login: Option<(String, Zeroizing<String>)>,
}

/// What is wrong with a mail server's URL. It never quotes the URL, which may hold a password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SmtpError {
    /// Another scheme, or none.
    #[error("write the mail server as smtps://USER:PASSWORD@HOST or smtp://USER:PASSWORD@HOST")]
    Scheme,
    /// No host, or something that is none.
    #[error("the mail server's URL names no host, or something behind it")]
    Host,
    /// A port that is none.
    #[error("the mail server's port is a number from 1 to 65535")]
    Port,
    /// A name without a password, or one that can't be decoded.
    #[error(
        "write the mail server's login as USER:PASSWORD, with `@`, `:`, `/` and `%` in either as \
         %40, %3A, %2F and %25"
    )]
    Login,
    /// A password in the clear over a network.
    #[error("smtp+plain:// is for `localhost` alone; use smtps:// or smtp://")]
    Plain,
}

impl FromStr for Smtp {
    type Err = SmtpError;

    fn from_str(text: &str) -> Result<Smtp, SmtpError> {
        let (scheme, rest) = text.split_once("://").ok_or(SmtpError::Scheme)?;
        let (security, port) = match scheme {
            "smtps" => (Security::Tls, 465),
            "smtp" => (Security::StartTls, 587),
            "smtp+plain" => (Security::Plain, 25),
            _ => return Err(SmtpError::Scheme),
        };
        let (login, server) = match rest.rsplit_once('@') {
            Some((login, server)) => (Some(self::login(login)?), server),
            None => (None, rest),
        };
        let (host, port) = host_and_port(server.trim_end_matches('/'), port)?;
        if security == Security::Plain && !["localhost", "127.0.0.1", "::1"].contains(&host) {
            return Err(SmtpError::Plain);
        }
        Ok(Smtp {
            security,
            host: host.to_owned(),
            port,
            login,
        })
    }
}

fn login(text: &str) -> Result<(String, Zeroizing<String>), SmtpError> {
    let (name, password) = text.split_once(':').ok_or(SmtpError::Login)?;
    let decoded = |text: &str| {
        let text = percent_decode_str(text).decode_utf8().ok()?.into_owned();
        (!text.is_empty()).then_some(text)
    };
    let name = decoded(name).ok_or(SmtpError::Login)?;
    let password = decoded(password).ok_or(SmtpError::Login)?;
    Ok((name, Zeroizing::new(password)))
}

fn host_and_port(text: &str, usual: u16) -> Result<(&str, u16), SmtpError> {
    let (host, port) = match text.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']').ok_or(SmtpError::Host)?;
            (host, port.strip_prefix(':'))
        }
        None => match text.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (text, None),
        },
    };
    let is_host = !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte));
    if !is_host {
        return Err(SmtpError::Host);
    }
    let port = match port {
        Some(port) => port.parse().map_err(|_| SmtpError::Port)?,
        None => usual,
    };
    match port {
        0 => Err(SmtpError::Port),
        port => Ok((host, port)),
    }
}

/// Never the password.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Smtp({:?} {}:{})", self.security, self.host, self.port)
    }
}

/// Whom mail comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailAddress(String);

/// What is no address of a mailbox.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no e-mail address; write it like care@example.com, without a name")]
pub struct MailAddressError(String);

impl MailAddress {
    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the `@`.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, host)| host)
    }
}

impl FromStr for MailAddress {
    type Err = MailAddressError;

    fn from_str(text: &str) -> Result<MailAddress, MailAddressError> {
        let is_plain = text.len() <= 254
            && text
                .chars()
                .all(|letter| !letter.is_whitespace() && !letter.is_control())
            && !text.contains(['<', '>', '"', ',', ';']);
        let has_two_sides = text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.contains('@') && !host.starts_with('.')
        });
        match is_plain && has_two_sides {
            true => Ok(MailAddress(text.to_owned())),
            false => Err(MailAddressError(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How, host, port, and the login.
    type Read<'t> = (Security, &'t str, u16, Option<(&'t str, &'t str)>);

    #[track_caller]
    fn check(text: &str, expected: Result<Read<'_>, SmtpError>) {
        let read = text.parse::<Smtp>();
        let seen = read.as_ref().map(|smtp| {
            let login = smtp.login.as_ref();
            let login = login.map(|(name, password)| (name.as_str(), password.as_str()));
            (smtp.security, smtp.host.as_str(), smtp.port, login)
        });
        assert_eq!(seen, expected.as_ref().map(|fine| *fine), "{text}");
    }

    #[test]
    fn mail_servers() {
        check(
            "smtps://jo:s3cret@mail.example",
            Ok((Security::Tls, "mail.example", 465, Some(("jo", "s3cret")))),
        );
        check(
            "smtp://jo%40a.example:a%3Ab%40c@mail.example:2525/",
            Ok((
                Security::StartTls,
                "mail.example",
                2525,
                Some(("jo@a.example", "a:b@c")),
            )),
        );
        check(
            "smtp+plain://localhost",
            Ok((Security::Plain, "localhost", 25, None)),
        );
        check(
            "smtps://[2001:db8::1]:465",
            Ok((Security::Tls, "2001:db8::1", 465, None)),
        );
        check("smtp+plain://mail.example", Err(SmtpError::Plain));
        check("mail.example", Err(SmtpError::Scheme));
        check("https://mail.example", Err(SmtpError::Scheme));
        check("smtps://", Err(SmtpError::Host));
        check("smtps://mail.example/path", Err(SmtpError::Host));
        check("smtps://mail.example:0", Err(SmtpError::Port));
        check("smtps://mail.example:x", Err(SmtpError::Port));
        check("smtps://jo@mail.example", Err(SmtpError::Login));
        check("smtps://jo:@mail.example", Err(SmtpError::Login));
    }

    #[test]
    fn a_password_is_never_shown() {
        let smtp: Smtp = "smtps://jo:s3cret@mail.example".parse().unwrap();
        assert_eq!(format!("{smtp:?}"), "Smtp(Tls mail.example:465)");
        let error = "smtps://jo:s3cret@".parse::<Smtp>().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cret"));
    }

    #[test]
    fn senders() {
        for fine in ["care@example.com", "a+b@sub.example.com"] {
            assert!(fine.parse::<MailAddress>().is_ok(), "{fine}");
        }
        for wrong in [
            "",
            "care",
            "@x.example",
            "a@b",
            "a@@b.example",
            "A <a@b.example>",
        ] {
            assert!(wrong.parse::<MailAddress>().is_err(), "{wrong}");
        }
        assert!(
            "a@b.example\nBcc: x@y.example"
                .parse::<MailAddress>()
                .is_err()
        );
    }
}
