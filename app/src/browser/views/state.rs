//! What the views share: what is shown, what is kept, and asking the server.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use web_sys::File;
use wire::{
    lookalike::{pretends, web_host},
    recalled::{MAX_CODES, RecalledRequest},
    scan::Content,
    verify::CodeCheck,
};

use crate::{
    browser::{
        page::{self, Served},
        service_worker, storage,
    },
    history::History,
    lookup::{self, LookupError},
    shown::Shown,
};

/// The name under which the history is stored.
const HISTORY: &str = "touchstone.history";
/// The name under which the list of brands of the last time is stored.
const BRANDS: &str = "touchstone.brands";
/// Between two attempts to reach a server that is down, while somebody waits for it.
const RETRY: Duration = Duration::from_secs(15);

/// Between two questions about recalls, in milliseconds.
const RECALLS_EVERY_MS: f64 = 600_000.0;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// The front page.
    Home,
    /// The scanner.
    Scan,
    /// What was scanned.
    History,
    /// An answer.
    Answer(Box<Shown>),
    /// A code that waits for a network.
    Unchecked(Box<CodeCheck>),
    /// A code that is no product's; the brand that it seems to lead to, and doesn't.
    Other(Box<Content>, Option<String>),
}

impl View {
    /// The view of an address that the app keeps; `None` for one that is the server's.
    pub fn of_path(path: &str) -> Option<View> {
        match path {
            "/" => Some(View::Home),
            "/scan" => Some(View::Scan),
            "/history" => Some(View::History),
            _ => None,
        }
    }
}

/// Signals for all views; `Copy`, as signals are.
#[derive(Clone, Copy)]
pub struct State {
    /// What is shown.
    pub view: RwSignal<View>,
    /// What the scanner says, for eyes and screen readers.
    pub status: RwSignal<String>,
    /// What is stored on the device.
    pub history: RwSignal<History>,
    /// Whether a new version waits.
    pub has_update: RwSignal<bool>,
    /// Whether the browser offers to install the app.
    pub can_install: RwSignal<bool>,
    /// Whether the scanner was opened by a tap, so that a granted camera may start.
    pub is_tapped: RwSignal<bool>,
    /// The token against forged forms, for the photo that the server reads.
    pub csrf: RwSignal<String>,
    /// What was typed before the app was there.
    pub typed: RwSignal<String>,
    /// The photo that was chosen before the app was there.
    pub photo: RwSignal<Option<File>, LocalStorage>,
    /// The path that the view belongs to.
    path: RwSignal<String>,
    is_asking_waiting: RwSignal<bool>,
    /// When it was last asked which of what was scanned is recalled, as `Date.now()` has it.
    recalls_asked_at: RwSignal<f64>,
}

impl State {
    /// From the address and the device's store.
    pub fn new(served: &Served) -> State {
        let state = State {
            view: RwSignal::new(View::Home),
            status: RwSignal::new(String::new()),
            history: RwSignal::new(storage::load(HISTORY).unwrap_or_default()),
            has_update: RwSignal::new(false),
            can_install: RwSignal::new(false),
            is_tapped: RwSignal::new(false),
            csrf: RwSignal::new(served.csrf.clone()),
            typed: RwSignal::new(served.typed.clone()),
            photo: RwSignal::new_local(served.photo.clone()),
            path: RwSignal::new(page::path()),
            is_asking_waiting: RwSignal::new(false),
            recalls_asked_at: RwSignal::new(0.0),
        };
        let path = page::path();
        match View::of_path(&path) {
            Some(view) => state.view.set(view),
            // A product's own address, reached without a network: the shell came from the store.
            None => {
                let code = format!("https://id.gs1.org{path}");
                let known = state.history.with_untracked(|history| {
                    let entry = history.find(&code, Some(&path));
                    entry.map(|entry| entry.request.clone())
                });
                // As it was scanned, with all that its link says.
                let code = known.map_or(code, |known| known.code);
                let request = CodeCheck {
                    code,
                    ..CodeCheck::default()
                };
                state.wait_for_network(request, Some(path));
            }
        }
        state
    }

    /// The path that the view belongs to.
    pub fn path(self) -> String {
        self.path.get()
    }

    /// Shows what the address says, after the person went back or forth.
    pub fn follow_address(self) {
        let path = page::path();
        if path == self.path.get_untracked() {
            // A jump within the page.
            return;
        }
        match View::of_path(&path) {
            Some(view) => {
                self.path.set(path);
                self.view.set(view);
            }
            // The server has the page, and without a network the store.
            None => page::reload(),
        }
    }

    /// Shows a view under an address.
    pub fn show(self, view: View, path: &str) {
        if self.path.get_untracked() != path {
            self.path.set(path.to_owned());
            page::push(path);
        }
        self.status.set(String::new());
        self.view.set(view);
        page::focus_heading();
    }

    /// A link or a note: nothing of it is sent anywhere. Whether a link pretends to be a brand's is
    /// judged here, by a list that is the same for everybody.
    pub fn show_other(self, content: Content) {
        if web_host(&content.text).is_none() {
            return self.show(View::Other(Box::new(content), None), "/scan");
        }
        spawn_local(async move {
            let list = match lookup::brands().await {
                Some(list) => {
                    storage::save(BRANDS, &list);
                    list
                }
                // Without a network by the list of the last time.
                None => storage::load(BRANDS).unwrap_or_default(),
            };
            let pretends = pretends(&content.text, &list.brands).map(|brand| brand.name.clone());
            self.show(View::Other(Box::new(content), pretends), "/scan");
        });
    }

    /// Asks about a code and shows the answer; without a network the code is kept.
    pub fn ask(self, request: CodeCheck, path: Option<String>) {
        let words = page::words();
        self.status.set(words.scan_checking().to_owned());
        spawn_local(async move {
            match lookup::verify(&request).await {
                Ok(answer) => self.answered(&request, answer),
                Err(LookupError::Offline | LookupError::Broken) => {
                    self.wait_for_network(request, path);
                }
                Err(error @ LookupError::TooMany(_)) => {
                    let sentence = error.sentence(words);
                    self.wait_for_network(request, path);
                    self.status.set(sentence);
                }
                Err(error) => self.status.set(error.sentence(words)),
            }
        });
    }

    fn answered(self, request: &CodeCheck, answer: Shown) {
        self.change_history(|history| history.answered(request, page::now(), &answer));
        let path = answer.path.clone();
        if let Some(path) = &path {
            service_worker::keep(path);
        }
        self.show(
            View::Answer(Box::new(answer)),
            path.as_deref().unwrap_or("/scan"),
        );
    }

    /// Keeps a code until there is a network, and asks for it again meanwhile.
    fn wait_for_network(self, mut request: CodeCheck, path: Option<String>) {
        // Asked later, it still says when it was scanned, and counts once however often it is sent.
        request.scanned_at.get_or_insert_with(page::now);
        request.session = request.session.or_else(page::unique);
        self.change_history(|history| history.keep(request.clone(), page::now(), path.clone()));
        storage::ask_to_keep();
        let view = View::Unchecked(Box::new(request));
        self.show(view, path.as_deref().unwrap_or("/scan"));
        self.retry_later();
    }

    /// A server that is down says nothing when it is up again: it is asked, while somebody looks.
    fn retry_later(self) {
        let retry = move || {
            if matches!(self.view.get_untracked(), View::Unchecked(_)) {
                if page::is_visible() {
                    self.ask_waiting();
                }
                self.retry_later();
            }
        };
        set_timeout(retry, RETRY);
    }

    /// Asks again about everything that waits, oldest first.
    pub fn ask_waiting(self) {
        let waiting = self.history.with_untracked(History::waiting);
        if self.is_asking_waiting.get_untracked() || waiting.is_empty() {
            return;
        }
        self.is_asking_waiting.set(true);
        spawn_local(async move {
            let mut failed = 0;
            for entry in waiting {
                let is_shown = match self.view.get_untracked() {
                    View::Unchecked(shown) => shown.code == entry.request.code,
                    _ => false,
                };
                match lookup::verify(&entry.request).await {
                    Ok(answer) if is_shown => self.answered(&entry.request, answer),
                    Ok(answer) => self.change_history(|history| {
                        history.answered(&entry.request, entry.at.clone(), &answer);
                    }),
                    // Asked again, it would be refused again.
                    Err(LookupError::Refused(_)) => {
                        self.change_history(|history| history.refused(&entry.request.code));
                    }
                    // It may be this one alone.
                    Err(LookupError::Broken) if failed == 0 => failed += 1,
                    Err(LookupError::Offline | LookupError::Broken | LookupError::TooMany(_)) => {
                        break;
                    }
                }
            }
            self.is_asking_waiting.set(false);
        });
    }

    /// Asks which of what was scanned has been recalled since; at most once in so many minutes.
    pub fn ask_recalled(self) {
        let now = js_sys::Date::now();
        if now - self.recalls_asked_at.get_untracked() < RECALLS_EVERY_MS || page::is_offline() {
            return;
        }
        let mut codes = self.history.with_untracked(History::watched);
        codes.truncate(MAX_CODES);
        if codes.is_empty() {
            return;
        }
        self.recalls_asked_at.set(now);
        spawn_local(async move {
            let request = RecalledRequest { codes };
            match lookup::recalled(&request).await {
                Some(answer) => self.change_history(|history| {
                    history.learned(&request.codes, &answer, &page::now());
                }),
                None => self.recalls_asked_at.set(0.0),
            }
        });
    }

    /// Another page of ours changed what is stored: where it erased the history, it is not to be put
    /// back from here.
    pub fn follow_store(self) {
        self.history.set(storage::load(HISTORY).unwrap_or_default());
    }

    /// Changes the history and stores it.
    pub fn change_history(self, change: impl FnOnce(&mut History)) {
        self.history.update(change);
        self.history
            .with_untracked(|history| storage::save(HISTORY, history));
    }
}
