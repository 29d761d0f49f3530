//! From what was seen to what is said of it: by the phone at once, by the server when it answers.

use app::browser::page;
use evidence::{Act, Judged};
use leptos::{prelude::*, task::spawn_local};
use wire::{
    inspect::{SweepRequest, Swept, SweptCode},
    scan::FromWorker,
    verify::PlaceGiven,
};

use super::{
    place, server,
    server::ServerError,
    sounds,
    state::{Link, State},
};
use crate::{
    mark::{Kind, Mark},
    phone,
    sweep::{FromPhone, Pack, Said, Seen},
};

/// At most so many codes are asked about at once.
const ASKED_AT_ONCE: usize = 50;

impl State {
    /// What a picture holds.
    pub(super) fn see(self, message: &FromWorker) {
        let now = page::tick_ms();
        let before = self.seen_at.get_untracked();
        if before > 0.0 && now > before {
            let pace = self.pace.get_untracked();
            self.pace.set(pace * 0.9 + 100.0 / (now - before));
        }
        let mut seen = Seen::default();
        self.sweep
            .update(|sweep| seen = sweep.see(message, now, &page::now()));
        self.seen_at.set(now);
        self.noticed(&seen);
    }

    /// A code that was typed or came from a hardware scanner; whether it is a product's.
    pub fn take(self, text: &str) -> bool {
        let text = text.trim_matches([' ', '\t', '\r', '\n']);
        let Some(content) = phone::content(text) else {
            return false;
        };
        let mut taken = None;
        self.sweep
            .update(|sweep| taken = sweep.take(&content, &page::now()));
        let Some((at, is_new)) = taken else {
            self.status.set(self.words.sweep_no_product().to_owned());
            return false;
        };
        self.chosen.set(Some(at));
        let mut seen = Seen::default();
        if is_new {
            seen.new.push(at);
        } else {
            seen.again.push(at);
        }
        self.noticed(&seen);
        true
    }

    fn noticed(self, seen: &Seen) {
        for at in &seen.new {
            self.judge_here(*at);
        }
        for at in &seen.again {
            self.tell(*at);
        }
        if seen.new.is_empty() {
            return;
        }
        // Without a network there is no other answer to wait for.
        if self.link.get_untracked() == Link::Away {
            for at in &seen.new {
                self.tell_news(*at);
            }
        }
        self.ask();
    }

    /// Tells how a pack stands where that is another than was told.
    fn tell_news(self, at: usize) {
        let kind = self.sweep.with_untracked(|sweep| {
            let pack = sweep.get(at)?;
            Some((pack.mark().kind, pack.told))
        });
        let Some((kind, told)) = kind else { return };
        if told != Some(kind) {
            self.sweep.update(|sweep| sweep.tell(at, kind));
            self.tell(at);
        }
    }

    /// Tells how a pack stands without anybody looking.
    fn tell(self, at: usize) {
        let mark = self
            .sweep
            .with_untracked(|sweep| Some(sweep.get(at)?.mark()));
        let Some(mark) = mark else { return };
        sounds::shake(mark.kind);
        self.sound(mark.kind);
        if matches!(mark.kind, Kind::Bad | Kind::Care) {
            self.status.set(self.pack_said(at));
        }
    }

    /// One sentence about a pack.
    pub fn pack_said(self, at: usize) -> String {
        self.sweep.with_untracked(|sweep| {
            let Some(pack) = sweep.get(at) else {
                return String::new();
            };
            let word = self.answer_word(pack.mark());
            match pack.serial() {
                Some(serial) => self.words.sweep_said(serial, word),
                None => word.to_owned(),
            }
        })
    }

    /// The word of an answer.
    pub fn answer_word(self, mark: Mark) -> &'static str {
        let word = self.words.find(&format!("answer-{}", mark.answer));
        word.unwrap_or_else(|| self.words.answer_other())
    }

    /// What the phone can say by itself, where it carries a pack; the server is asked all the same.
    fn judge_here(self, at: usize) {
        let Some(carried) = self.carried.get_untracked() else {
            return;
        };
        let market = self.market.get_untracked();
        let said = self.sweep.with_untracked(|sweep| {
            let pack = sweep.get(at)?;
            phone::judged(
                &carried.pack,
                &pack.text,
                js_sys::Date::now() as i64,
                &market,
            )
        });
        if let Some(answer) = said {
            let said = Said::Phone(FromPhone {
                pack: carried.digest.to_string(),
                as_of: phone::rfc3339(carried.pack.made_at),
                ..answer
            });
            self.sweep.update(|sweep| sweep.say(at, said));
        }
    }

    /// Asks the server about everything that it has not spoken of.
    pub fn ask(self) {
        let Some(running) = self.running.try_get_value() else {
            return;
        };
        if std::mem::replace(&mut running.borrow_mut().is_asking, true) {
            return;
        }
        spawn_local(async move {
            while self.ask_some().await {}
            running.borrow_mut().is_asking = false;
        });
    }

    /// Whether there is more to ask.
    async fn ask_some(self) -> bool {
        let (numbers, codes) = self.sweep.with_untracked(|sweep| {
            let mut numbers = sweep.to_ask();
            numbers.truncate(ASKED_AT_ONCE);
            let codes = numbers.iter().filter_map(|at| sweep.get(*at));
            let codes: Vec<SweptCode> = codes.map(|pack| pack.question()).collect();
            (numbers, codes)
        });
        if numbers.is_empty() {
            return false;
        }
        match self.asked(codes).await {
            Ok(answers) => {
                for (at, swept) in numbers.iter().zip(answers) {
                    self.sweep
                        .update(|sweep| sweep.say(*at, Said::Server(Box::new(swept))));
                    self.tell_news(*at);
                    self.note_check(*at);
                }
                true
            }
            Err(error) => {
                self.unreached(&error);
                // Those that came while the server was asked, too: nobody will answer them now.
                let unanswered = self.sweep.with_untracked(|sweep| sweep.to_ask());
                for at in unanswered {
                    self.tell_news(at);
                    self.note_check(at);
                }
                false
            }
        }
    }

    /// Asks about codes.
    ///
    /// # Errors
    /// [`ServerError`].
    pub async fn asked(self, codes: Vec<SweptCode>) -> Result<Vec<Swept>, ServerError> {
        let market = Some(self.market.get_untracked()).filter(|market| market.len() == 2);
        let place = place::now().map(|place| PlaceGiven {
            lat: place.latitude,
            lon: place.longitude,
            accuracy_m: Some(place.accuracy_m),
        });
        let request = SweepRequest {
            codes,
            market,
            place,
            inspection: None,
        };
        let answer = server::sweep(&request).await?;
        let judged_at = js_sys::Date::parse(&answer.judged_at);
        if judged_at.is_finite() {
            self.ahead_ms
                .set(Some((js_sys::Date::now() - judged_at) as i64));
        }
        self.link.set(Link::Here);
        Ok(answer.answers)
    }

    /// The server did not answer.
    pub fn unreached(self, error: &ServerError) {
        match error {
            ServerError::SignedOut => self.link.set(Link::SignedOut),
            ServerError::Refused(why) => self.trouble.set(Some(why.clone())),
            ServerError::Offline | ServerError::Later => self.link.set(Link::Away),
        }
    }

    /// Writes a check down, once a pack and visit.
    fn note_check(self, at: usize) {
        let (Some(visit), Some(running)) = (self.visit_untracked(), self.running.try_get_value())
        else {
            return;
        };
        let judged = self.sweep.with_untracked(|sweep| sweep.get(at).map(judged));
        let Some(judged) = judged else { return };
        let check = (visit.inspection, judged.code.clone());
        if !running.borrow_mut().checked.insert(check.clone()) {
            return;
        }
        self.note(Act::Checked(judged), Vec::new(), move |written| {
            if written.is_err() {
                // It is written down the next time that it is seen.
                running.borrow_mut().checked.remove(&check);
            }
        });
    }
}

/// What an entry says of a pack.
fn judged(pack: &Pack) -> Judged {
    let (answer, one_in, from, as_of) = match &pack.said {
        Said::Waiting => ("unchecked".to_owned(), None, None, page::now()),
        Said::Phone(phone) => (
            phone.answer.clone(),
            phone.one_in,
            phone.pack.parse().ok(),
            phone.as_of.clone(),
        ),
        Said::Server(swept) => (swept.standing.clone(), None, None, page::now()),
    };
    Judged {
        code: pack.text.clone(),
        symbology_identifier: pack.symbology_identifier.clone(),
        answer,
        one_in,
        pack: from,
        as_of,
    }
}
