//! Where the log goes and in what form: standard error, for whatever runs the server to collect.

use std::fmt;

use tracing::{Event, Subscriber};
use tracing_subscriber::{
    EnvFilter,
    fmt::{FmtContext, FormatEvent, FormatFields, format, format::Writer},
    registry::LookupSpan,
};

use crate::http::observe;

/// How the log is written.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    /// A line for people.
    Text,
    /// A JSON object a line.
    Json,
}

/// The flags of the log.
#[derive(Debug, clap::Args)]
pub(super) struct Log {
    /// The log's form.
    #[arg(
        long = "log",
        env = "TOUCHSTONE_LOG",
        value_enum,
        default_value = "text",
        value_name = "FORMAT"
    )]
    format: Format,
    /// What is logged, as `tracing` filters are written, such as `warn,api=debug`.
    #[arg(
        long,
        env = "TOUCHSTONE_LOG_FILTER",
        default_value = "warn,api=info",
        value_name = "FILTER"
    )]
    log_filter: String,
    /// Logs a line for every request: its number, route, status and time. Neither codes nor
    /// addresses.
    #[arg(long, env = "TOUCHSTONE_LOG_REQUESTS")]
    log_requests: bool,
}

impl Log {
    /// From now on.
    pub(super) fn start(&self) -> anyhow::Result<()> {
        let requests = if self.log_requests { "info" } else { "off" };
        let filter = EnvFilter::try_new(&self.log_filter)
            .map_err(|error| anyhow::anyhow!("`{}` is no filter: {error}", self.log_filter))?
            .add_directive(format!("api::request={requests}").parse()?);
        let log = tracing_subscriber::fmt()
            .with_writer(std::io::stderr)
            .with_env_filter(filter);
        match self.format {
            Format::Text => log
                .event_format(Numbered {
                    format: format::Format::default(),
                    is_json: false,
                })
                .init(),
            Format::Json => log
                .json()
                .event_format(Numbered {
                    format: format::Format::default().json().flatten_event(true),
                    is_json: true,
                })
                .init(),
        }
        Ok(())
    }
}

/// Lines that end with the number of the request that they were written for.
struct Numbered<F> {
    format: F,
    is_json: bool,
}

impl<S, N, F> FormatEvent<S, N> for Numbered<F>
where
    S: Subscriber + for<'l> LookupSpan<'l>,
    N: for<'w> FormatFields<'w> + 'static,
    F: FormatEvent<S, N>,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        // The line about a request has its number already.
        let number = observe::number().filter(|_| event.metadata().target() != observe::TARGET);
        let Some(number) = number else {
            return self.format.format_event(context, writer, event);
        };
        let mut line = String::new();
        let format = &self.format;
        format.format_event(context, Writer::new(&mut line), event)?;
        // A number is of letters, digits, hyphens and underscores.
        match (self.is_json, line.strip_suffix("}\n")) {
            (true, Some(line)) => writeln!(writer, "{line},\"request\":\"{number}\"}}"),
            _ => writeln!(writer, "{} request={number}", line.trim_end_matches('\n')),
        }
    }
}
