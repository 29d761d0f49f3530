//! What the views share.

use leptos::{prelude::*, task::spawn_local};
use wire::{answer::Answer, scan::Content, verify::VerifyRequest};

use crate::{
    browser::{page, storage},
    history::History,
    lookup::{self, LookupError},
};

/// The name under which the history is stored.
const HISTORY: &str = "touchstone.history";

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
    Answer(Box<Answer>),
    /// A code that waits for a network.
    Unchecked(Box<VerifyRequest>),
    /// A code that is no product's.
    Other(Box<Content>),
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
}

impl State {
    /// From the address and the device's store.
    pub fn new() -> State {
        let state = State {
            view: RwSignal::new(View::Home),
            status: RwSignal::new(String::new()),
            history: RwSignal::new(storage::load(HISTORY).unwrap_or_default()),
            has_update: RwSignal::new(false),
        };
        state.follow_address();
        state
    }

    /// Shows what the address says.
    pub fn follow_address(self) {
        let view = match page::path().as_str() {
            "/" => View::Home,
            "/scan" => View::Scan,
            "/history" => View::History,
            // A product's own address, reached without a network: the shell came from the store.
            path => {
                let code = format!("https://id.gs1.org{path}");
                View::Unchecked(Box::new(VerifyRequest {
                    code,
                    ..VerifyRequest::default()
                }))
            }
        };
        if let View::Unchecked(request) = &view {
            self.keep(request, Some(page::path()));
        }
        self.view.set(view);
    }

    /// Shows a view under an address.
    pub fn show(self, view: View, path: &str) {
        if page::path() != path {
            page::push(path);
        }
        self.view.set(view);
        page::focus_content();
    }

    /// Asks about a code and shows the answer; without a network the code is kept.
    pub fn ask(self, request: VerifyRequest, path: Option<String>) {
        let words = page::words();
        self.status.set(words.scan_checking().to_owned());
        spawn_local(async move {
            match lookup::verify(&request).await {
                Ok(answer) => {
                    self.note(&request, &answer);
                    self.status.set(String::new());
                    let path = answer
                        .code
                        .path
                        .clone()
                        .unwrap_or_else(|| "/scan".to_owned());
                    page::buzz();
                    self.show(View::Answer(Box::new(answer)), &path);
                }
                Err(LookupError::Offline) => {
                    let mut request = request;
                    // Asked again later, it still says when it was scanned.
                    request.scanned_at = Some(page::now());
                    self.keep(&request, path.clone());
                    self.status.set(String::new());
                    let path = path.unwrap_or_else(|| "/scan".to_owned());
                    self.show(View::Unchecked(Box::new(request)), &path);
                }
                Err(error) => self.status.set(error.sentence(words)),
            }
        });
    }

    /// Asks again about everything that waits, oldest first.
    pub fn ask_waiting(self) {
        spawn_local(async move {
            for entry in self.history.get_untracked().waiting() {
                let Ok(answer) = lookup::verify(&entry.request).await else {
                    return;
                };
                self.note(&entry.request, &answer);
                let is_shown = match self.view.get_untracked() {
                    View::Unchecked(shown) => shown.code == entry.request.code,
                    _ => false,
                };
                if is_shown {
                    self.view.set(View::Answer(Box::new(answer)));
                }
            }
        });
    }

    fn note(self, request: &VerifyRequest, answer: &Answer) {
        self.change_history(|history| history.answered(request, page::now(), answer));
    }

    fn keep(self, request: &VerifyRequest, path: Option<String>) {
        self.change_history(|history| history.keep(request.clone(), page::now(), path));
    }

    /// Changes the history and stores it.
    pub fn change_history(self, change: impl FnOnce(&mut History)) {
        self.history.update(change);
        self.history
            .with_untracked(|history| storage::save(HISTORY, history));
    }
}
