//! Where a database is: `sqlite:PATH` or `postgres://…`.

use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A file.
    Sqlite(PathBuf),
    /// A database on a server, as a URL. It may hold a password.
    Postgres(String),
}

/// What is no address of a database.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no database that this version knows; write `sqlite:PATH` or `postgres://…`")]
pub struct AddressError(String);

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Address, AddressError> {
        match text.split_once(':') {
            Some(("sqlite", path)) if !path.is_empty() => {
                Ok(Address::Sqlite(path.trim_start_matches("//").into()))
            }
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                Ok(Address::Postgres(text.to_owned()))
            }
            _ => Err(AddressError(redacted(text))),
        }
    }
}

impl From<&Path> for Address {
    fn from(path: &Path) -> Address {
        Address::Sqlite(path.to_owned())
    }
}

/// Without the password.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Address::Postgres(url) => f.write_str(&redacted(url)),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// `postgres://user:secret@host/db?password=secret` without both.
fn redacted(url: &str) -> String {
    let (before, query) = url.split_once('?').unwrap_or((url, ""));
    let mut out = match before.rsplit_once('@') {
        Some((user, host)) => {
            let (scheme, user) = user.split_once("//").unwrap_or(("", user));
            let name = user.split(':').next().unwrap_or_default();
            let secret = if user.contains(':') { ":***" } else { "" };
            format!("{scheme}//{name}{secret}@{host}")
        }
        None => before.to_owned(),
    };
    for (index, pair) in query.split('&').filter(|pair| !pair.is_empty()).enumerate() {
        out.push(if index == 0 { '?' } else { '&' });
        out.push_str(if pair.starts_with("password=") {
            "password=***"
        } else {
            pair
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let check = |text: &str, expected: &str| {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), expected);
        };
        check("sqlite:a.db", "sqlite:a.db");
        check("sqlite:///var/a.db", "sqlite:/var/a.db");
        check("postgres:///db?host=/run", "postgres:///db?host=/run");
        check("postgres://me@h/db", "postgres://me@h/db");
        check("postgresql://me:pw@h/db", "postgresql://me:***@h/db");
        check(
            "postgres://me:p@w@h/db?password=pw&a=b",
            "postgres://me:***@h/db?password=***&a=b",
        );
        for text in ["", "sqlite:", "postgres:db", "mysql://h/db", "a.db"] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}
