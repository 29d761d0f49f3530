//! `touchstone serve`.

use std::{
    io::Write, net::SocketAddr, path::PathBuf, process::ExitCode, sync::Arc, time::Duration,
};

use anyhow::Context;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::{Semaphore, watch},
};

use super::{
    Database, HiddenKey, IssueKey, SealKeyAt, SigningKeysAt, log::Log, notify::Notify,
    settings::Settings, tls_files::TlsFiles,
};
use crate::{
    alert,
    catalog::Catalog,
    clock::Clock,
    countries::Countries,
    demo,
    http::client::{Network, TrustedProxies},
    inspection::InspectionLimits,
    limit::{self, Limiter},
    link,
    metrics::Metrics,
    offline_pack::PackSettings,
    outbox::{self, Mailer},
    pedigree, push,
    retention::{self, Retention, Swept},
    router,
    seal_key::{self, Sealing},
    server::{self, Limits, Listener},
    signing::SigningKeys,
    state::{App, Shared},
    store::{self, Store},
    subscription::{self, Sender, Sockets, Targets},
    tls::Certificate,
    upload,
    watch::Watch,
    web::Web,
};

/// How often a certificate's files are looked at.
const CERTIFICATE_EVERY: Duration = Duration::from_secs(10);
/// How often what brands should look into is written.
const WATCH_EVERY: Duration = Duration::from_secs(30);
/// How often subscribers are told what is new.
const NOTIFY_EVERY: Duration = Duration::from_secs(1);

/// The flags of `serve`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Where to listen, without TLS. Port 0 takes a free one.
    #[arg(
        long,
        env = "TOUCHSTONE_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDR"
    )]
    listen: SocketAddr,
    /// The origin that people reach the server at, such as `https://example.com`.
    #[arg(long, env = "TOUCHSTONE_PUBLIC_ORIGIN", value_name = "ORIGIN")]
    public_origin: Option<String>,
    /// Where `/metrics`, `/healthz` and `/readyz` are served to whoever watches.
    #[arg(long, env = "TOUCHSTONE_METRICS_LISTEN", value_name = "ADDR")]
    metrics_listen: Option<SocketAddr>,
    /// A proxy, or a block of them, whose word is taken for whom it forwards; may be repeated.
    #[arg(
        long = "trusted-proxy",
        env = "TOUCHSTONE_TRUSTED_PROXY",
        value_name = "CIDR",
        value_delimiter = ','
    )]
    trusted_proxies: Vec<Network>,
    /// A file that tells which country an address is in (MaxMind DB): a sign of clones and diverted
    /// packs where people give no place.
    #[arg(long, env = "TOUCHSTONE_COUNTRIES", value_name = "FILE")]
    countries: Option<PathBuf>,
    /// How long busy connections may take once the server is told to end, in seconds.
    #[arg(
        long,
        env = "TOUCHSTONE_DRAIN",
        default_value_t = 10,
        value_parser = clap::value_parser!(u64).range(..=3600),
        value_name = "SECONDS"
    )]
    drain: u64,
    /// The folder of the built app.
    #[arg(long, env = "TOUCHSTONE_WEB", value_name = "DIR")]
    web: Option<PathBuf>,
    /// Serves a service worker that removes itself and everything that it stored.
    #[arg(long, env = "TOUCHSTONE_NO_SERVICE_WORKER")]
    no_service_worker: bool,
    /// Loads the demo brand.
    #[arg(long, env = "TOUCHSTONE_DEMO")]
    demo: bool,
    /// Lets webhooks be on this machine itself, without TLS too: for tests and tries.
    #[arg(long, env = "TOUCHSTONE_WEBHOOKS_TO_LOOPBACK")]
    webhooks_to_loopback: bool,
    /// Prints the settings as an environment file, without passwords, and ends.
    #[arg(long)]
    print_config: bool,
    #[command(flatten)]
    tls: TlsFiles,
    #[command(flatten)]
    notify: Notify,
    #[command(flatten)]
    limits: limit::Limits,
    #[command(flatten)]
    retention: Retention,
    #[command(flatten)]
    log: Log,
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    issue_key: IssueKey,
    #[command(flatten)]
    hidden_key: HiddenKey,
    #[command(flatten)]
    seal_key: SealKeyAt,
    #[command(flatten)]
    packs: PackSettings,
    #[command(flatten)]
    inspections: InspectionLimits,
    #[command(flatten)]
    signing: SigningKeysAt,
}

pub(super) fn run(arguments: &Arguments, settings: Option<Settings>) -> anyhow::Result<ExitCode> {
    if let Some(settings) = &settings
        && arguments.print_config
    {
        print!("{settings}");
        return Ok(ExitCode::SUCCESS);
    }
    arguments.log.start()?;
    if let Some(settings) = &settings {
        tracing::info!("server.settings: {}", settings.changed());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(serve(arguments))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(arguments: &Arguments) -> anyhow::Result<()> {
    let public_origin = arguments.public_origin.as_deref().map(origin).transpose()?;
    let mut web = match &arguments.web {
        Some(folder) => Web::read(folder)
            .with_context(|| format!("can't read the app in `{}`", folder.display()))?,
        None => Web::default(),
    };
    if arguments.no_service_worker {
        web.end_service_worker();
    }
    let store = arguments.database.open()?;
    let issue_key = arguments.issue_key.file();
    let hidden_key = arguments.hidden_key.file();
    store.read_blocking(|db| {
        issue_key.key(db)?;
        hidden_key.key(db).map(drop)
    })?;
    let seal_key = arguments.seal_key.file();
    seal_key::note(&store, &seal_key).await?;
    let signing_keys = SigningKeys(arguments.signing.signing_keys.clone());
    signing_keys.find([].iter())?;
    // What is wrong with them is told before anybody waits for a mail.
    let mailer = arguments.notify.mailer()?;
    let vapid = arguments.notify.vapid()?;
    let countries = arguments.countries.as_deref().map(Countries::open);
    let countries = countries.transpose()?;
    let clock = Clock::System;

    let socket = bind(arguments.listen).await?;
    let address = socket.local_addr()?;
    let mut listeners = vec![Listener { socket, tls: None }];
    if let Some((listen, certificate)) = arguments.tls.listen()? {
        let socket = bind(listen).await?;
        tracing::info!("server.tls listens on {}", socket.local_addr()?);
        listeners.push(Listener {
            socket,
            tls: Some(certificate.config()?),
        });
        tokio::spawn(follow(certificate));
    }

    let day = match arguments.demo {
        true => Some(demo::day(&store, clock.now()).await?),
        false => None,
    };
    let webhooks = match arguments.webhooks_to_loopback {
        true => Targets::Loopback,
        false => Targets::Public,
    };
    let app = Arc::new(App {
        catalog: Catalog::default(),
        links: link::Memory::default(),
        accounts: pedigree::Memory::default(),
        store: store.clone(),
        issue_key,
        hidden_key,
        seal_key: Sealing::new(seal_key.path().to_owned()),
        pack_settings: arguments.packs,
        inspection_limits: arguments.inspections,
        packs: Semaphore::new(1),
        signing_keys,
        clock: clock.clone(),
        public_origin: public_origin.clone(),
        proxies: TrustedProxies(arguments.trusted_proxies.clone()),
        countries,
        limiter: Limiter::new(arguments.limits),
        watch: Watch::default(),
        metrics: Metrics::new(clock.now()),
        web,
        labels: day.map(demo::labels).transpose()?,
        decoder: std::env::current_exe().context("can't find the program itself")?,
        uploads: Semaphore::new(upload::AT_ONCE),
        sends_mail: mailer.is_some(),
        vapid,
        webhooks,
        sockets: Sockets::default(),
    });
    let watchers = router::watchers(app.clone());
    let router = router::router(app.clone());
    if let Some(day) = day {
        let origin = public_origin.unwrap_or_else(|| server::link("http", address));
        demo::load(&router, &store, &origin, day, clock.now()).await?;
    }

    tokio::spawn(tell_subscribers(store.clone(), clock.clone(), webhooks));
    if let Some(mailer) = mailer {
        tokio::spawn(send_mail(store.clone(), clock.clone(), mailer));
    }
    tokio::spawn(tell_followers(app.clone()));
    tokio::spawn(send_pushes(app.clone()));
    tokio::spawn(forget(store, clock, arguments.retention));
    tokio::spawn(write_watch(app.clone()));
    let (end, ended) = watch::channel(false);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("server.ends: busy connections may finish");
        // Nobody listens any more where the server ended by itself.
        let _ = end.send(true);
    });
    let mut told = ended.clone();
    let drain = Duration::from_secs(arguments.drain);
    let close_sockets = async {
        let _ = told.wait_for(|is_ended| *is_ended).await;
        let _ = tokio::time::timeout(drain, app.sockets.end()).await;
    };
    let limits = Limits {
        drain,
        ..Limits::default()
    };
    let mut for_watchers = Vec::new();
    if let Some(listen) = arguments.metrics_listen {
        let socket = bind(listen).await?;
        tracing::info!("server.metrics listens on {}", socket.local_addr()?);
        for_watchers.push(Listener { socket, tls: None });
    }
    let mut out = std::io::stdout();
    writeln!(out, "listening on {}", server::link("http", address))?;
    out.flush()?;
    tokio::join!(
        server::serve(listeners, router, limits, ended.clone()),
        server::serve(for_watchers, watchers, limits, ended),
        close_sockets,
    );
    app.watch.write(&app.store, app.clock.now()).await?;
    Ok(())
}

async fn bind(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen)
        .await
        .with_context(|| format!("can't listen on {listen}"))
}

/// Sends subscribers what is due, and lets queries find what a program of before put in.
async fn tell_subscribers(store: Store, clock: Clock, webhooks: Targets) {
    let Some(sender) = Sender::new(webhooks) else {
        tracing::error!("subscription.none: no connection can be encrypted here");
        return;
    };
    let mut complaint = None;
    loop {
        tokio::time::sleep(NOTIFY_EVERY).await;
        let done = subscription::deliver(&store, &sender, clock.now()).await;
        let done = match done {
            Ok(_) => index(&store).await,
            Err(error) => Err(error),
        };
        let said = done.err().map(|error| error.to_string());
        if said != complaint
            && let Some(error) = &said
        {
            tracing::error!(error, "subscription.failed: {error}");
        }
        complaint = said;
    }
}

/// Sends mail that waits.
async fn send_mail(store: Store, clock: Clock, mailer: Mailer) {
    loop {
        tokio::time::sleep(NOTIFY_EVERY).await;
        if let Err(error) = outbox::deliver(&store, &mailer, clock.now()).await {
            tracing::error!(%error, "mail.failed: {error}");
        }
    }
}

/// Tells who follows something of its recalls.
async fn tell_followers(app: Shared) {
    loop {
        tokio::time::sleep(NOTIFY_EVERY).await;
        if let Err(error) = alert::tell(&app, app.clock.now()).await {
            tracing::error!(%error, "alert.failed: {error}");
        }
    }
}

/// Sends push messages that wait, where there is a key that signs them.
async fn send_pushes(app: Shared) {
    let (Some(key), Some(sender)) = (&app.vapid, Sender::new(app.webhooks)) else {
        return;
    };
    loop {
        match push::deliver(&app, key, &sender, app.clock.now()).await {
            // There may be more.
            Ok(1..) => continue,
            Ok(0) => {}
            Err(error) => tracing::error!(%error, "push.failed: {error}"),
        }
        tokio::time::sleep(NOTIFY_EVERY).await;
    }
}

async fn index(store: &Store) -> store::Result<()> {
    if store.read(|db| db.has_unindexed_events()).await? {
        store.write(|tx| tx.index_more_events()).await?;
    }
    Ok(())
}

/// Writes what brands should look into.
async fn write_watch(app: Shared) {
    loop {
        tokio::time::sleep(WATCH_EVERY).await;
        if let Err(error) = app.watch.write(&app.store, app.clock.now()).await {
            tracing::error!(?error, "watch.failed: {error}");
        }
    }
}

/// Forgets what is old enough, a minute after the start and then once a day.
async fn forget(store: Store, clock: Clock, retention: Retention) {
    tokio::time::sleep(Duration::from_secs(60)).await;
    loop {
        match retention::sweep(&store, retention, clock.now()).await {
            Ok(Swept {
                checks,
                deliveries,
                captures,
                inspections,
            }) => tracing::info!(
                checks,
                deliveries,
                captures,
                inspections,
                "server.sweep forgot {checks} checks, {deliveries} deliveries, {captures} captures, \
                 {inspections} inspections"
            ),
            Err(error) => tracing::error!(?error, "server.sweep failed: {error}"),
        }
        tokio::time::sleep(Duration::from_secs(86_400)).await;
    }
}

/// Reads a certificate again when its files have changed: by their content, so that a swapped link
/// and a file of the same age are seen, too.
async fn follow(certificate: Arc<Certificate>) {
    let mut complaint = None;
    loop {
        tokio::time::sleep(CERTIFICATE_EVERY).await;
        let said = match certificate.reload() {
            Ok(true) => {
                tracing::info!("server.certificate was read again");
                None
            }
            Ok(false) => None,
            Err(error) => Some(error.to_string()),
        };
        if let Some(error) = said.as_ref().filter(|_| said != complaint) {
            tracing::error!(%error, "server.certificate stays the old one: {error}");
        }
        complaint = said;
    }
}

/// Scheme and host, nothing behind them.
fn origin(text: &str) -> anyhow::Result<String> {
    let text = text.trim_end_matches('/');
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@']) => {
            Ok(text.to_owned())
        }
        _ => anyhow::bail!("`{text}` is no origin; write it like https://example.com"),
    }
}
