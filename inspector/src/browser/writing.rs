//! What is written down, in turn: a line is signed and kept before the next one begins.

use std::collections::{HashSet, VecDeque};

use app::browser::page;
use evidence::Act;
use leptos::{prelude::*, task::spawn_local};

use super::{
    journal::{self, Hand, JournalError, Kept, PhotoKept, Picture, Visit},
    room,
    state::State,
    store::StoreError,
    sync,
};
use crate::waiting::Stage;

/// Something to be written down when what came before it was.
struct Job {
    /// Where; `None` for the open visit.
    inspection: Option<String>,
    act: Act,
    pictures: Vec<Picture>,
    done: Box<dyn FnOnce(Result<Kept, JournalError>)>,
}

/// What goes on in the background.
#[derive(Default)]
pub struct Running {
    jobs: VecDeque<Job>,
    is_writing: bool,
    /// Visits, and codes whose check was written down in them.
    pub checked: HashSet<(String, String)>,
    /// Whether the server is being asked about packs.
    pub is_asking: bool,
}

impl State {
    /// Writes something down in the open visit; `done` hears what came of it.
    pub fn note(
        self,
        act: Act,
        pictures: Vec<Picture>,
        done: impl FnOnce(Result<Kept, JournalError>) + 'static,
    ) {
        self.queue(Job {
            inspection: None,
            act,
            pictures,
            done: Box::new(done),
        });
    }

    /// Writes something down in a visit that need not be the open one, and waits for it.
    ///
    /// # Errors
    /// [`JournalError`].
    pub async fn write_in(self, inspection: &str, act: Act) -> Result<Kept, JournalError> {
        let (tell, told) = futures_channel::oneshot::channel();
        self.queue(Job {
            inspection: Some(inspection.to_owned()),
            act,
            pictures: Vec::new(),
            done: Box::new(move |written| {
                // Nobody waits only where the page is going away.
                let _ = tell.send(written);
            }),
        });
        told.await.unwrap_or(Err(JournalError::Sign))
    }

    fn queue(self, job: Job) {
        let Some(running) = self.running.try_get_value() else {
            return;
        };
        let is_writing = {
            let mut running = running.borrow_mut();
            running.jobs.push_back(job);
            std::mem::replace(&mut running.is_writing, true)
        };
        if is_writing {
            return;
        }
        spawn_local(async move {
            loop {
                let job = running.borrow_mut().jobs.pop_front();
                let Some(job) = job else { break };
                let written = self.write_or_make_room(&job).await;
                if let Err(error) = &written {
                    self.fail(error);
                }
                (job.done)(written);
            }
            running.borrow_mut().is_writing = false;
            sync::soon(self);
        });
    }

    /// On a full phone what the server has makes way for what it has not.
    async fn write_or_make_room(self, job: &Job) -> Result<Kept, JournalError> {
        match self.write(job).await {
            Err(JournalError::Store(StoreError::Full)) if room::squeeze(self).await => {
                self.write(job).await
            }
            written => written,
        }
    }

    async fn write(self, job: &Job) -> Result<Kept, JournalError> {
        let Job {
            inspection,
            act,
            pictures,
            ..
        } = job;
        let act = act.clone();
        let held = self.held().ok_or(JournalError::Sign)?;
        let me = self.me.get_untracked().ok_or(JournalError::Sign)?;
        let hand = Hand {
            device: &held.device,
            inspector: &me.inspector,
            ahead_ms: self.ahead_ms.get_untracked(),
        };
        let kept_photos: Vec<PhotoKept> = pictures
            .iter()
            .map(|picture| PhotoKept {
                sha256: picture.photo.sha256,
                inspection: String::new(),
                bytes: picture.photo.bytes,
                sent: 0,
                stage: Stage::Here,
                refused: None,
                is_cleared: false,
            })
            .collect();
        let is_new = matches!(act, Act::Opened { .. });
        let (visit, kept) = if is_new {
            let name = page::unique().ok_or(JournalError::Sign)?;
            journal::open(&held.store, &hand, name, act).await?
        } else {
            let named = inspection.as_ref().and_then(|inspection| {
                self.visits.with_untracked(|visits| {
                    let named = |visit: &&Visit| visit.inspection == *inspection;
                    visits.iter().find(named).cloned()
                })
            });
            let visit = named.or_else(|| self.visit_untracked());
            let visit = visit.ok_or(JournalError::Sign)?;
            journal::append(&held.store, &hand, visit, act, pictures.clone()).await?
        };
        self.photos.update(|photos| {
            // The same picture in two findings is one.
            photos.retain(|known| kept_photos.iter().all(|photo| photo.sha256 != known.sha256));
            photos.extend(kept_photos.into_iter().map(|photo| PhotoKept {
                inspection: visit.inspection.clone(),
                ..photo
            }));
        });
        self.visits.update(|visits| {
            visits.retain(|known| known.inspection != visit.inspection);
            visits.push(visit);
        });
        self.lines.update(|lines| lines.push(kept.clone()));
        if is_new && let Some(visit) = self.visit_untracked() {
            self.remember_consignment(&visit).await;
        }
        Ok(kept)
    }
}
