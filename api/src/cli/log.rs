//! Where the log goes and in what form: standard error, for whatever runs the server to collect.

use tracing_subscriber::EnvFilter;

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
            Format::Text => log.init(),
            Format::Json => log.json().flatten_event(true).init(),
        }
        Ok(())
    }
}
