//! The visit: how it begins, what was written down in it, and how it ends.

use evidence::{Act, Consignment, Counted, CustodyKind, Shop};
use leptos::{prelude::*, task::spawn_local};
use web_sys::SubmitEvent;

use super::{
    consignment_view::ConsignmentView,
    custody::{CustodyForm, DecisionForm, Writing, decided, typed},
    finding::{FindingForm, reasons},
    time::moment,
};
use crate::{
    browser::{
        journal::{self, Kept, Visit},
        place,
        state::State,
    },
    mark::Mark,
    phone, stock,
};

/// Purposes that are offered; any other is typed.
const PURPOSES: [&str; 4] = ["spot-check", "complaint", "recall-check", "consignment"];
/// How long after its end a visit can be gone on with.
const MISTAKE_MS: i64 = 3_600_000;

/// The visit, or the form that begins one.
#[component]
pub fn VisitView(state: State) -> impl IntoView {
    // Drawn anew for another visit only: whoever is writing in a form goes on when a line is added.
    let which = Memo::new(move |_| state.visit().map(|visit| visit.inspection));
    move || match which.get().and_then(|_| state.visit_untracked()) {
        Some(visit) => view! { <OpenVisit state=state visit=visit /> }.into_any(),
        None => {
            view! { <Ended state=state /> <Begin state=state /> <Earlier state=state /> }.into_any()
        }
    }
}

#[component]
fn Begin(state: State) -> impl IntoView {
    let words = state.words;
    let [name, address, gln, team, consignment, other] =
        std::array::from_fn(|_| NodeRef::<leptos::html::Input>::new());
    let purpose = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let wants_place = RwSignal::new(true);
    let purposes = PURPOSES
        .map(|id| {
            let text = words.find(&format!("purpose-{id}")).unwrap_or(id);
            let pressed = move || (purpose.get() == text).to_string();
            view! {
                <button type="button" class="choice" aria-pressed=pressed on:click=move |_| purpose.set(text.to_owned())>
                    {text}
                </button>
            }
        })
        .collect_view();
    let begin = move |event: SubmitEvent| {
        event.prevent_default();
        if state.me.get_untracked().is_none() {
            problem.set(Some(words.begin_signed_out()));
            return;
        }
        let shop = Shop {
            name: typed(name),
            address: typed(address),
            gln: Some(typed(gln)).filter(|gln| !gln.is_empty()),
        };
        if shop.name.is_empty() {
            problem.set(Some(words.shop_missing()));
            return;
        }
        let consignment = Consignment::read(&typed(consignment));
        if wants_place.get_untracked() {
            place::watch(move |has_place| state.has_place.set(has_place));
        }
        let other = typed(other);
        let purpose = if other.is_empty() {
            purpose.get_untracked()
        } else {
            other
        };
        let team = typed(team);
        let team = team
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let team = team.map(str::to_owned).collect();
        spawn_local(async move {
            let Some(held) = state.held() else {
                problem.set(Some(words.store_broken()));
                return;
            };
            let after = journal::latest(&held.store).await;
            let opening = Act::Opened {
                purpose,
                shop,
                team,
                consignment,
                after,
            };
            state.note(opening, Vec::new(), move |_| {});
        });
    };
    let field = |label: &'static str, id: &'static str, node: NodeRef<leptos::html::Input>| {
        view! {
            <label for=id>{label}</label>
            <input id=id maxlength="200" autocomplete="off" node_ref=node />
        }
    };
    view! {
        <form class="begin" on:submit=begin>
            <h1>{words.begin_title()}</h1>
            {field(words.shop_name(), "shop", name)}
            <fieldset><legend>{words.purpose_label()}</legend><div class="choices">{purposes}</div></fieldset>
            <details>
                <summary>{words.begin_more()}</summary>
                {field(words.purpose_other(), "purpose", other)}
                {field(words.shop_address(), "address", address)}
                {field(words.shop_gln(), "gln", gln)}
                {field(words.team_label(), "team", team)}
                {field(words.consignment_label(), "begin-consignment", consignment)}
            </details>
            <label class="check">
                <input type="checkbox" checked on:change=move |event| wants_place.set(event_target_checked(&event)) />
                <span>{words.begin_place()}</span>
            </label>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <button type="submit" class="main-key">{words.begin_visit()}</button>
        </form>
    }
}

/// The visit that this inspector ended last, for as long as that may have been a mistake.
#[component]
fn Ended(state: State) -> impl IntoView {
    let words = state.words;
    move || {
        let me = state.me.get()?;
        let since = phone::rfc3339(js_sys::Date::now() as i64 - MISTAKE_MS);
        let mut visits = state.visits.get();
        visits.retain(|visit| {
            let is_late = visit.closed_at.as_ref().is_some_and(|at| *at > since);
            is_late && visit.inspector == me.inspector
        });
        let last = visits
            .into_iter()
            .max_by_key(|visit| visit.closed_at.clone())?;
        let of = last.closed_by?;
        let shop = last.shop.name.clone();
        let go_on = move |_| {
            let inspection = last.inspection.clone();
            spawn_local(async move {
                // What went wrong is shown where it happened.
                let _ = state.write_in(&inspection, Act::Withdrawn { of }).await;
            });
        };
        Some(view! {
            <div class="ended" role="status">
                <p>{words.visit_ended(shop)}</p>
                <button type="button" on:click=go_on>{words.visit_go_on()}</button>
            </div>
        })
    }
}

/// Visits that ended, on this phone.
#[component]
fn Earlier(state: State) -> impl IntoView {
    let words = state.words;
    move || {
        let mut visits = state.visits.get();
        visits.retain(|visit| visit.closed_at.is_some());
        visits.sort_by(|one, other| other.opened_at.cmp(&one.opened_at));
        (!visits.is_empty()).then(|| {
            let rows = visits.into_iter().map(|visit| {
                let count = visit.sequence;
                view! {
                    <li>
                        <strong>{visit.shop.name}</strong>
                        <span>{moment(words, &visit.opened_at)}" · "{words.lines_counted(count)}</span>
                    </li>
                }
            });
            view! { <h2>{words.earlier()}</h2> <ul class="rows">{rows.collect_view()}</ul> }
        })
    }
}

#[component]
fn OpenVisit(state: State, visit: Visit) -> impl IntoView {
    let words = state.words;
    let writing = RwSignal::new(Writing::Nothing);
    let is_finding = RwSignal::new(false);
    // Closed by the form itself once it is kept.
    Effect::new(move |_| {
        if !is_finding.get() && writing.get_untracked() == Writing::Finding {
            writing.set(Writing::Nothing);
        }
    });
    let form = move || match writing.get() {
        Writing::Nothing => ().into_any(),
        Writing::Finding => view! { <FindingForm state=state is_open=is_finding /> }.into_any(),
        Writing::Custody => view! { <CustodyForm state=state writing=writing /> }.into_any(),
        Writing::Decision => view! { <DecisionForm state=state writing=writing /> }.into_any(),
    };
    let find = move |_| {
        state.chosen.set(None);
        is_finding.set(true);
        writing.set(Writing::Finding);
    };
    let close = move |_| {
        let note = String::new();
        state.note(Act::Closed { note }, Vec::new(), |_| {});
    };
    let place_line = move || {
        if state.has_place.get() {
            words.place_known()
        } else {
            words.place_unknown()
        }
    };
    let inspection = visit.inspection.clone();
    let rows = move || {
        let inspection = inspection.clone();
        let mut lines = state.lines.get();
        lines.retain(|kept| kept.inspection == inspection);
        lines.sort_by_key(|kept| std::cmp::Reverse(kept.sequence));
        rows(state, lines)
    };
    let totals = move || stock_rows(state);
    let begun = [visit.purpose.clone(), moment(words, &visit.opened_at)];
    let begun = begun.map(|part| part.trim().to_owned());
    let begun = begun.into_iter().filter(|part| !part.is_empty());
    let begun = begun.collect::<Vec<_>>().join(" · ");
    view! {
        <section class="visit">
            <h1>{visit.shop.name.clone()}</h1>
            <p class="hint">
                {begun}
            </p>
            <p class="hint">{place_line}</p>
            <div class="acts">
                <button type="button" class="primary" on:click=find>{words.finding_add()}</button>
                <button type="button" on:click=move |_| writing.set(Writing::Custody)>{words.custody_add()}</button>
                <button type="button" on:click=move |_| writing.set(Writing::Decision)>{words.decision_add()}</button>
            </div>
            {form}
            <ConsignmentView state=state />
            {totals}
            <h2>{words.written_down()}</h2>
            {rows}
            <button type="button" class="main-key" on:click=close>{words.visit_close()}</button>
        </section>
    }
}

/// The counts of the sweep, to be written down as they are.
fn stock_rows(state: State) -> Option<AnyView> {
    let words = state.words;
    let counted = state.sweep.with(stock::counted);
    if counted.is_empty() {
        return None;
    }
    let total: u32 = counted.iter().map(|stock| stock.quantity).sum();
    let rows = counted.iter().map(|stock| {
        let name = stock.name.clone().unwrap_or_else(|| stock.gtin.clone());
        let lot = stock.lot.clone().unwrap_or_default();
        let expiry = match (&stock.expiry, stock.days_left) {
            (Some(on), Some(left)) if left < 0 => words.expired_since(words.common().day(on), left.unsigned_abs()),
            (Some(on), Some(left)) => words.expires_in(words.common().day(on), left.unsigned_abs()),
            _ => String::new(),
        };
        view! { <tr><th scope="row">{name}</th><td><bdi>{lot}</bdi></td><td>{expiry}</td><td>{stock.quantity}</td></tr> }
    });
    let table = rows.collect_view();
    let out_of_order = RwSignal::new(false);
    let keep = move |_| {
        for stock in &counted {
            let counted = Counted {
                gtin: stock.gtin.clone(),
                lot: stock.lot.clone(),
                expiry: stock.expiry.clone(),
                quantity: stock.quantity,
                out_of_order: out_of_order.get_untracked(),
            };
            state.note(Act::Counted(counted), Vec::new(), |_| {});
        }
    };
    Some(
        view! {
            <details class="stock">
                <summary>{words.stock_total(total)}</summary>
                <table>
                    <thead><tr><th>{words.fact_product()}</th><th>{words.fact_batch()}</th><th>{words.fact_expiry()}</th><th>{words.quantity_label()}</th></tr></thead>
                    <tbody>{table}</tbody>
                </table>
                <label class="check">
                    <input type="checkbox" on:change=move |event| out_of_order.set(event_target_checked(&event)) />
                    <span>{words.stock_out_of_order()}</span>
                </label>
                <button type="button" on:click=keep>{words.stock_keep()}</button>
            </details>
        }
        .into_any(),
    )
}

/// What was written down, newest first; a mistake is withdrawn and stays to be seen.
fn rows(state: State, lines: Vec<Kept>) -> AnyView {
    let words = state.words;
    let withdrawn: Vec<_> = lines
        .iter()
        .filter_map(Kept::entry)
        .filter_map(|entry| match entry.act {
            Act::Withdrawn { of } => Some(of),
            _ => None,
        })
        .collect();
    let rows: Vec<AnyView> = lines
        .iter()
        .filter_map(|kept| Some((kept, kept.entry()?)))
        .map(|(kept, entry)| {
            let digest = kept.line.digest();
            let is_out = withdrawn.contains(&digest);
            let may_withdraw = !is_out
                && matches!(
                    entry.act,
                    Act::Found(_) | Act::Counted(_) | Act::Custody(_) | Act::Decided { .. }
                );
            let withdraw = move |_| {
                state.note(Act::Withdrawn { of: digest }, Vec::new(), |_| {});
            };
            let button = may_withdraw.then(|| {
                view! { <button type="button" on:click=withdraw>{words.withdraw()}</button> }
            });
            let stage = words
                .find(&format!("stage-{}", kept.stage.id()))
                .unwrap_or_default();
            view! {
                <li class:out=is_out>
                    <div>
                        <strong>{told(state, &entry.act)}</strong>
                        <span>{moment(words, &entry.at)}" · "{stage}</span>
                    </div>
                    {button}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// An act in a few words.
pub fn told(state: State, act: &Act) -> String {
    let words = state.words;
    match act {
        Act::Opened { .. } => words.act_opened().to_owned(),
        Act::Checked(judged) => words.act_checked(
            state.answer_word(Mark::of(&judged.answer)),
            tail(&judged.code),
        ),
        Act::Rechecked { now, differs, .. } => {
            let word = state.answer_word(Mark::of(&now.answer));
            if *differs {
                words.act_differs(word, tail(&now.code))
            } else {
                words.act_same(word, tail(&now.code))
            }
        }
        Act::Found(finding) => {
            let known = reasons(state)
                .into_iter()
                .find(|(id, _)| *id == finding.reason);
            let reason = known.map_or(finding.reason.clone(), |(_, text)| text);
            words.act_found(reason, finding.quantity, finding.photos.len())
        }
        Act::Withdrawn { .. } => words.act_withdrawn().to_owned(),
        Act::Custody(custody) => {
            let what = match custody.what {
                CustodyKind::Seizure => words.custody_seizure(),
                CustodyKind::Sample => words.custody_sample(),
                CustodyKind::HandOver => words.custody_hand_over(),
            };
            words.act_custody(what, &custody.seal, custody.quantity)
        }
        Act::Counted(counted) => words.act_counted(&counted.gtin, counted.quantity),
        Act::Decided {
            decision,
            consignment,
            ..
        } => match consignment {
            Some(consignment) => words.act_decided_of(decided(state, *decision), consignment.id()),
            None => decided(state, *decision).to_owned(),
        },
        Act::Closed { .. } => words.act_closed().to_owned(),
    }
}

/// The last letters of a code, by which a pack is found on the shelf.
fn tail(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let from = letters.len().saturating_sub(6);
    letters.get(from..).unwrap_or_default().iter().collect()
}
