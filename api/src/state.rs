//! What every handler has at hand.

use std::{path::PathBuf, sync::Arc};

use tokio::sync::Semaphore;

use crate::{
    catalog::Catalog,
    clock::Clock,
    countries::Countries,
    http::client::TrustedProxies,
    inspection::InspectionLimits,
    issue_key::{HiddenKeyFile, IssueKeyFile},
    limit::Limiter,
    link,
    metrics::Metrics,
    offline_pack::PackSettings,
    pedigree,
    seal_key::Sealing,
    signing::SigningKeys,
    store::Store,
    subscription::{Sockets, Targets},
    vapid::VapidKey,
    watch::Watch,
    web::Web,
};

/// The server's parts.
#[derive(Debug)]
pub struct App {
    /// What is kept.
    pub store: Store,
    /// What is remembered of it.
    pub catalog: Catalog,
    /// What is remembered of its links.
    pub links: link::Memory,
    /// What is remembered of its events.
    pub accounts: pedigree::Memory,
    /// What opens the serials that were issued here.
    pub issue_key: IssueKeyFile,
    /// What checks the hidden codes that were issued here.
    pub hidden_key: HiddenKeyFile,
    /// What seals offline packs and reports.
    pub seal_key: Sealing,
    /// How offline packs are made.
    pub pack_settings: PackSettings,
    /// How many of them at once.
    pub packs: Semaphore,
    /// How much of inspections is kept.
    pub inspection_limits: InspectionLimits,
    /// What signs the codes of number pools.
    pub signing_keys: SigningKeys,
    /// What time it is.
    pub clock: Clock,
    /// `https://HOST`, where it was configured; else each request's own.
    pub public_origin: Option<String>,
    /// The proxies whose word is taken for whom they speak.
    pub proxies: TrustedProxies,
    /// Which country an address is in, where the operator supplies a file of that.
    pub countries: Option<Countries>,
    /// How much may come from one place.
    pub limiter: Limiter,
    /// What brands should look into, until it is written.
    pub watch: Watch,
    /// What is counted for whoever watches.
    pub metrics: Metrics,
    /// The built app, where it is served.
    pub web: Web,
    /// The demo's labels, where the demo is on.
    pub labels: Option<Vec<crate::demo::Label>>,
    /// The program that reads uploaded photographs in a process of its own.
    pub decoder: PathBuf,
    /// How many of them at once.
    pub uploads: Semaphore,
    /// Whether mail is sent from here.
    pub sends_mail: bool,
    /// What signs push messages, where they are sent from here.
    pub vapid: Option<VapidKey>,
    /// Where webhooks and push services may be.
    pub webhooks: Targets,
    /// The WebSockets that are told what queries ask for.
    pub sockets: Sockets,
}

impl App {
    /// The key that browsers bind a push subscription to; `None` where no push messages are sent.
    #[must_use]
    pub fn push_key(&self) -> Option<String> {
        self.vapid.as_ref().map(VapidKey::public)
    }
}

/// Shared by all handlers.
pub type Shared = Arc<App>;
