//! What is in the consignment of a visit: asked for once, and kept for when there is no network.

use evidence::Consignment;
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};
use wire::inspect::ConsignmentFound;

use super::{
    journal::Visit,
    server::{self, ServerError},
    state::State,
    store::{Put, Shelf},
};

/// How it stands with what is in a consignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// Not known yet: it is asked for as soon as there is a network.
    Waiting,
    /// No event that one may see names it, or why the server would not say.
    Refused(String),
    /// This, and when that was said (RFC 3339).
    Found(Box<ConsignmentFound>, String),
}

/// A consignment that was opened in a visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The visit's name.
    pub inspection: String,
    /// Which.
    pub consignment: Consignment,
    /// What is in it.
    pub answer: Answer,
}

fn key(inspection: &str) -> String {
    format!("consignment/{inspection}")
}

impl State {
    /// The consignment of the visit that is open.
    pub fn consignment(self) -> Option<Opened> {
        let visit = self.visit()?;
        self.opened_consignment
            .get()
            .filter(|opened| opened.inspection == visit.inspection)
    }

    /// Which consignment that is, without being told of changes.
    pub fn consignment_untracked(self) -> Option<Consignment> {
        let visit = self.visit_untracked()?;
        let opened = self.opened_consignment.get_untracked()?;
        (opened.inspection == visit.inspection).then_some(opened.consignment)
    }

    /// The consignment with which a visit began, or which was opened in it, back from the store.
    pub async fn remember_consignment(self, visit: &Visit) {
        let Some(held) = self.held() else { return };
        let kept: Option<Opened> = held
            .store
            .json(Shelf::Device, &key(&visit.inspection))
            .await;
        let began = visit.consignment.clone().map(|consignment| Opened {
            inspection: visit.inspection.clone(),
            consignment,
            answer: Answer::Waiting,
        });
        let Some(opened) = kept.or(began) else { return };
        let is_waiting = opened.answer == Answer::Waiting;
        self.opened_consignment.set(Some(opened));
        if is_waiting {
            self.ask_for_consignment();
        }
    }

    /// Opens one in the visit that is open, in the place of the one before.
    pub fn open_consignment(self, consignment: Consignment) {
        let Some(visit) = self.visit_untracked() else {
            return;
        };
        self.opened_consignment.set(Some(Opened {
            inspection: visit.inspection,
            consignment,
            answer: Answer::Waiting,
        }));
        self.ask_for_consignment();
    }

    /// Asks what is in it, where that is not known yet.
    pub fn ask_for_waiting_consignment(self) {
        let is_waiting = self.opened_consignment.with_untracked(|opened| {
            opened
                .as_ref()
                .is_some_and(|opened| opened.answer == Answer::Waiting)
        });
        if is_waiting {
            self.ask_for_consignment();
        }
    }

    /// Asks what is in it.
    pub fn ask_for_consignment(self) {
        let Some(mut opened) = self.opened_consignment.get_untracked() else {
            return;
        };
        spawn_local(async move {
            let id = String::from(js_sys::encode_uri_component(opened.consignment.id()));
            let answer = match server::get(&format!("/v1/consignments/{id}")).await {
                Ok(found) => Answer::Found(Box::new(found), app::browser::page::now()),
                Err(ServerError::Refused(why)) => Answer::Refused(why),
                Err(error) => {
                    self.unreached(&error);
                    // What was known is better than nothing, and says how old it is.
                    opened.answer.clone()
                }
            };
            opened.answer = answer;
            if let Some(held) = self.held() {
                let kept = Put::json(Shelf::Device, &key(&opened.inspection), &opened);
                // It is asked for again next time.
                let _ = held.store.put(vec![kept]).await;
            }
            // Another one may have been opened meanwhile.
            self.opened_consignment.try_update(|known| {
                let is_same = known.as_ref().is_some_and(|known| {
                    known.consignment == opened.consignment && known.inspection == opened.inspection
                });
                if is_same {
                    *known = Some(opened);
                }
            });
        });
    }
}
