//! What the server was told, by flags and environment, as an environment file without secrets.

use std::fmt;

use clap::{ArgMatches, Command, parser::ValueSource};

/// Every setting of a command.
#[derive(Clone, Debug)]
pub(super) struct Settings(Vec<Setting>);

#[derive(Clone, Debug)]
struct Setting {
    variable: String,
    value: Option<String>,
    is_default: bool,
}

impl Settings {
    /// Of a command, and what it was called with.
    pub(super) fn of(command: &Command, matches: &ArgMatches) -> Settings {
        let settings = command.get_arguments().filter_map(|argument| {
            let variable = argument.get_env()?.to_string_lossy().into_owned();
            let id = argument.get_id().as_str();
            let values = matches.get_raw(id).map(|values| {
                let values: Vec<_> = values.map(|value| value.to_string_lossy()).collect();
                redacted(&values.join(","))
            });
            Some(Setting {
                variable,
                value: values,
                is_default: matches!(
                    matches.value_source(id),
                    None | Some(ValueSource::DefaultValue)
                ),
            })
        });
        Settings(settings.collect())
    }

    /// Those that differ from their defaults, on one line.
    pub(super) fn changed(&self) -> String {
        let changed = self.0.iter().filter(|setting| !setting.is_default);
        let words: Vec<String> = changed.map(ToString::to_string).collect();
        words.join(" ")
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value.as_deref().unwrap_or_default();
        write!(f, "{}={value}", self.variable)
    }
}

/// As an environment file; a default is a comment.
impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for setting in &self.0 {
            let mark = if setting.is_default { "#" } else { "" };
            writeln!(f, "{mark}{setting}")?;
        }
        Ok(())
    }
}

/// A URL without its password, in either of the places where one may be; other texts as they are.
fn redacted(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("://") else {
        return text.to_owned();
    };
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let place = match place.rsplit_once('@') {
        Some((login, host)) => match login.split_once(':') {
            Some((name, _)) => format!("{name}:***@{host}"),
            // A name alone may be a token.
            None => format!("***@{host}"),
        },
        None => place.to_owned(),
    };
    let pairs: Vec<String> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| match pair.split_once('=') {
            Some((name, _)) if name.contains("pass") => format!("{name}=***"),
            _ => pair.to_owned(),
        })
        .collect();
    let query = match pairs.is_empty() {
        true => String::new(),
        false => format!("?{}", pairs.join("&")),
    };
    format!("{scheme}://{place}{query}")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn every_flag_of_the_server_has_a_variable() {
        let mut cli = Cli::command();
        cli.build();
        let serve = cli.find_subcommand("serve").unwrap();
        for argument in serve.get_arguments() {
            let id = argument.get_id().as_str();
            if ["help", "version", "print_config"].contains(&id) {
                continue;
            }
            let variable = argument.get_env().unwrap_or_default().to_string_lossy();
            assert!(variable.starts_with("TOUCHSTONE_"), "{id}: `{variable}`");
        }
    }

    #[test]
    fn passwords_are_left_out() {
        let check = |text: &str, expected: &str| assert_eq!(redacted(text), expected);
        check("sqlite:touchstone.db", "sqlite:touchstone.db");
        check("https://example.com", "https://example.com");
        check("postgres://jo:s3@cret@db/t", "postgres://jo:***@db/t");
        check("postgres://token@db/t", "postgres://***@db/t");
        check(
            "postgres://db/t?user=jo&password=s3cret&sslmode=require",
            "postgres://db/t?user=jo&password=***&sslmode=require",
        );
        check(
            "smtps://jo:s3cret@mail.example",
            "smtps://jo:***@mail.example",
        );
    }
}
