//! What was written down goes to the server: lines in their order first, pictures after them, a piece at
//! a time. Everything may be sent twice and is there once.

use std::{collections::BTreeSet, time::Duration};

use app::browser::page;
use evidence::{Act, Digest, Judged, Witness};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use wire::inspect::{DeviceAsked, LineSent, SweptCode};

use super::{
    journal::{Kept, PhotoKept},
    photo, room,
    server::{self, ServerError},
    state::{Held, Link, State},
    store::{Put, Shelf},
};
use crate::{
    mark::Mark,
    sweep::Said,
    waiting::{Stage, pause_ms, piece},
};

/// Lines that are sent at once.
const LINES_AT_ONCE: usize = 100;
/// Checks that are asked again at once.
const ASKED_AT_ONCE: usize = 50;
/// While there is nothing to wait for.
const EVERY: Duration = Duration::from_secs(30);

/// Sends whatever waits, now and whenever there may be a network again.
pub fn begin(state: State) {
    for event in ["online", "focus"] {
        let _ = window_event_listener_untyped(event, move |_| soon(state));
    }
    let _ = set_interval_with_handle(move || soon(state), EVERY);
    soon(state);
}

/// Sends whatever waits, unless that is happening already.
pub fn soon(state: State) {
    if state.is_sending.get_untracked() || state.held().is_none() {
        return;
    }
    state.is_sending.set(true);
    spawn_local(async move {
        let mut failures = 0;
        loop {
            match round(state).await {
                Ok(()) => break,
                Err(error @ (ServerError::SignedOut | ServerError::Refused(_))) => {
                    state.unreached(&error);
                    break;
                }
                Err(error) => {
                    state.unreached(&error);
                    if page::is_offline() || failures >= 3 {
                        break;
                    }
                    pause(pause_ms(failures)).await;
                    failures += 1;
                }
            }
        }
        state.is_sending.set(false);
    });
}

async fn round(state: State) -> Result<(), ServerError> {
    let Some(held) = state.held() else {
        return Ok(());
    };
    if state.link.get_untracked() != Link::Here {
        state.meet().await;
        if state.link.get_untracked() != Link::Here {
            return Ok(());
        }
    }
    state.ask_for_waiting_consignment();
    // Lines that are refused are no reason not to ask about packs, nor to keep pictures back.
    let refused = keep_on(send_lines(state, &held).await)?;
    // A locked device signs no more.
    if state.locked_at.with_untracked(Option::is_none) {
        ask_again(state).await?;
    }
    let refused = keep_on(send_lines(state, &held).await)?.or(refused);
    send_pictures(state, &held).await?;
    room::tidy(state).await;
    refused.map_or(Ok(()), Err)
}

fn keep_on(sent: Result<(), ServerError>) -> Result<Option<ServerError>, ServerError> {
    match sent {
        Err(error @ ServerError::Refused(_)) => Ok(Some(error)),
        Err(error) => Err(error),
        Ok(()) => Ok(None),
    }
}

/// Makes the device known; known already is as good.
pub async fn register(state: State, held: &Held) {
    let name: Option<String> = held.store.json(Shelf::Device, "name").await;
    let name = match name {
        Some(name) => name,
        None => {
            let unique = page::unique().unwrap_or_default();
            let short: String = unique.chars().take(4).collect();
            let name = state.words.device_name(short);
            let kept = Put::json(Shelf::Device, "name", &name);
            // Another name next time.
            let _ = held.store.put(vec![kept]).await;
            name
        }
    };
    let introduced = DeviceAsked {
        name,
        public_key: held.device.public.to_text(),
    };
    let told = server::post::<wire::inspect::Device>("/v1/inspector/devices", &introduced).await;
    match told {
        Ok(device) => state.told_lock(device.locked_at).await,
        Err(error) => state.unreached(&error),
    }
}

async fn send_lines(state: State, held: &Held) -> Result<(), ServerError> {
    loop {
        let waiting = state.lines.with_untracked(|lines| next_lines(lines));
        let Some((inspection, numbers)) = waiting else {
            return Ok(());
        };
        mark_lines(state, held, &inspection, &numbers, |kept| {
            kept.stage = Stage::Sent;
        })
        .await;
        let lines: Vec<Kept> = state.lines.with_untracked(|lines| {
            let wanted =
                |kept: &&Kept| kept.inspection == inspection && numbers.contains(&kept.sequence);
            let mut lines: Vec<Kept> = lines.iter().filter(wanted).cloned().collect();
            lines.sort_by_key(|kept| kept.sequence);
            lines
        });
        let sent = lines.iter().map(|kept| LineSent {
            entry: kept.line.entry.clone(),
            signature: kept.line.signature.clone(),
        });
        match server::lines(sent.collect()).await {
            Ok(receipt) => {
                state.told_lock(receipt.locked_at).await;
                let witness = receipt.witness;
                let witness = witness.key.parse().ok().map(|key| Witness {
                    statement: witness.statement,
                    key,
                    signature: witness.signature,
                });
                let last = numbers.last().copied();
                mark_lines(state, held, &inspection, &numbers, |kept| {
                    kept.stage = Stage::Confirmed;
                    kept.refused = None;
                    // It covers all lines before it.
                    if Some(kept.sequence) == last {
                        kept.witness.clone_from(&witness);
                    }
                })
                .await;
            }
            Err(ServerError::Refused(why)) => {
                // Kept and shown: nothing that was written down is thrown away.
                mark_lines(state, held, &inspection, &numbers, |kept| {
                    kept.stage = Stage::Here;
                    kept.refused = Some(why.clone());
                })
                .await;
                return Err(ServerError::Refused(why));
            }
            Err(error) => return Err(error),
        }
    }
}

/// The oldest lines that wait, of one inspection; those that were refused wait for a person.
fn next_lines(lines: &[Kept]) -> Option<(String, BTreeSet<u64>)> {
    let waits = |kept: &&Kept| kept.stage != Stage::Confirmed && kept.refused.is_none();
    let inspection = &lines.iter().find(waits)?.inspection;
    let mut numbers: Vec<u64> = lines
        .iter()
        .filter(|kept| waits(kept) && kept.inspection == *inspection)
        .map(|kept| kept.sequence)
        .collect();
    numbers.sort_unstable();
    numbers.truncate(LINES_AT_ONCE);
    Some((inspection.clone(), numbers.into_iter().collect()))
}

async fn mark_lines(
    state: State,
    held: &Held,
    inspection: &str,
    numbers: &BTreeSet<u64>,
    change: impl Fn(&mut Kept),
) {
    let mut changed = Vec::new();
    state.lines.update(|lines| {
        for kept in lines.iter_mut() {
            if kept.inspection == inspection && numbers.contains(&kept.sequence) {
                change(kept);
                changed.push(Put::json(Shelf::Lines, &kept.key(), kept));
            }
        }
    });
    // A full store: it is sent once more than needed.
    let _ = held.store.put(changed).await;
}

/// What the phone judged alone is asked again, and the difference written down.
async fn ask_again(state: State) -> Result<(), ServerError> {
    loop {
        let open = state.lines.with_untracked(|lines| unanswered(lines));
        if open.is_empty() {
            return Ok(());
        }
        let codes = open.iter().map(|(_, _, judged, at)| SweptCode {
            code: judged.code.clone(),
            symbology_identifier: judged.symbology_identifier.clone(),
            scanned_at: Some(at.clone()),
        });
        let answers = state.asked(codes.collect()).await?;
        for ((inspection, of, judged, _), swept) in open.into_iter().zip(answers) {
            let before = Mark::of(&judged.answer);
            // What was not judged at all can't differ.
            let was_judged = judged.pack.is_some();
            let now = Judged {
                answer: swept.standing.clone(),
                one_in: None,
                pack: None,
                as_of: page::now(),
                ..judged
            };
            let after = Mark::said(&Said::Server(Box::new(swept)));
            let act = Act::Rechecked {
                of,
                now,
                differs: was_judged && before.kind != after.kind,
            };
            if state.write_in(&inspection, act).await.is_err() {
                return Err(ServerError::Later);
            }
        }
    }
}

/// Whether something in a visit was judged by the phone alone so far.
pub fn is_open(lines: &[Kept], inspection: &str) -> bool {
    let own = lines.iter().filter(|kept| kept.inspection == inspection);
    let own: Vec<Kept> = own.cloned().collect();
    !unanswered(&own).is_empty()
}

/// Checks that no server has spoken of: inspection, line, what was judged, and when.
fn unanswered(lines: &[Kept]) -> Vec<(String, Digest, Judged, String)> {
    let mut open = Vec::new();
    let mut answered = BTreeSet::new();
    for kept in lines {
        let Some(entry) = kept.entry() else { continue };
        match entry.act {
            Act::Checked(judged) if judged.pack.is_some() || judged.answer == "unchecked" => {
                open.push((
                    kept.inspection.clone(),
                    kept.line.digest(),
                    judged,
                    entry.at,
                ));
            }
            Act::Rechecked { of, .. } => {
                answered.insert(of);
            }
            _ => {}
        }
    }
    open.retain(|(_, of, _, _)| !answered.contains(of));
    open.truncate(ASKED_AT_ONCE);
    open
}

async fn send_pictures(state: State, held: &Held) -> Result<(), ServerError> {
    let waiting: Vec<PhotoKept> = state.photos.with_untracked(|photos| {
        let waits = |photo: &&PhotoKept| photo.stage != Stage::Confirmed && photo.refused.is_none();
        photos.iter().filter(waits).cloned().collect()
    });
    for mut photo in waiting {
        let name = photo.sha256.to_string();
        let Some(blob) = held.store.raw(Shelf::Pictures, &name).await else {
            continue;
        };
        let blob: web_sys::Blob = blob.unchecked_into();
        let Some(bytes) = photo::bytes(&blob).await else {
            continue;
        };
        let sent = send_picture(state, held, &mut photo, &bytes).await;
        match sent {
            Ok(()) => photo.stage = Stage::Confirmed,
            Err(ServerError::Refused(ref why)) => photo.refused = Some(why.clone()),
            Err(ref error) => return Err(error.clone()),
        }
        keep_photo(state, held, &photo).await;
    }
    Ok(())
}

async fn send_picture(
    state: State,
    held: &Held,
    photo: &mut PhotoKept,
    bytes: &[u8],
) -> Result<(), ServerError> {
    let name = photo.sha256.to_string();
    let whole = bytes.len() as u64;
    let mut there = server::picture_begun(&name, whole).await?;
    while let Some((from, to)) = piece(there, whole) {
        let part = bytes.get(from as usize..to as usize).unwrap_or_default();
        there = server::picture_piece(&name, from, part).await?;
        photo.sent = there;
        photo.stage = Stage::Sent;
        keep_photo(state, held, photo).await;
    }
    Ok(())
}

async fn keep_photo(state: State, held: &Held, photo: &PhotoKept) {
    state.photos.update(|photos| {
        for known in photos.iter_mut() {
            if known.sha256 == photo.sha256 {
                *known = photo.clone();
            }
        }
    });
    let kept = Put::json(Shelf::Photos, &photo.sha256.to_string(), photo);
    // A full store: the server says next time how much it has.
    let _ = held.store.put(vec![kept]).await;
}

async fn pause(ms: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let done = move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        };
        set_timeout(done, Duration::from_millis(u64::from(ms.unsigned_abs())));
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
