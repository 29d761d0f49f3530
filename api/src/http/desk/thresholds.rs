//! `/desk/signals/thresholds`: by what one's brand has its checks judged.

use std::collections::BTreeMap;

use app::pages::desk::{NumberShown, SwitchShown, ThresholdsShown};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use trace::{Policy, Signal};
use wire::import::Thresholds;

use super::{Desk, back, sent::Sent};
use crate::{
    access::Act,
    error::ApiError,
    role::Permission,
    state::Shared,
    thresholds::{self, NUMBERS, SCALE},
};

const PATH: &str = "/desk/signals/thresholds";

/// What the page begins with.
#[derive(Debug, Deserialize)]
pub struct Which {
    /// Whether they were just kept.
    #[serde(default)]
    kept: bool,
}

/// The form: a field for each threshold, and one for each signal (`scale.travel`); empty for what is
/// usual.
#[derive(Debug, Deserialize)]
pub struct ThresholdsForm {
    #[serde(flatten)]
    fields: BTreeMap<String, String>,
}

/// The switches: how each is read and written, and what is usual.
struct Switch {
    name: &'static str,
    get: fn(&Thresholds) -> Option<bool>,
    set: fn(&mut Thresholds, Option<bool>),
    usual: fn(&Policy) -> bool,
}

const SWITCHES: [Switch; 2] = [
    Switch {
        name: "watch_markets",
        get: |own| own.watch_markets,
        set: |own, value| own.watch_markets = value,
        usual: |policy| policy.watch_markets,
    },
    Switch {
        name: "reports_sales",
        get: |own| own.reports_sales,
        set: |own, value| own.reports_sales = value,
        usual: |policy| policy.reports_sales,
    },
];

/// What holds now, beside what is usual.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    which: Result<Query<Which>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let id = desk.brand()?;
    let brand = app.store.read(|db| db.brand(id)).await?;
    let own = brand.and_then(|brand| brand.thresholds).unwrap_or_default();
    let shown = ThresholdsShown {
        may_set: desk.may(Permission::Recalls),
        is_kept: which.is_ok_and(|Query(which)| which.kept),
        ..shown(&written(&own), &[])
    };
    let page = app::pages::desk::thresholds(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// Sets them. Whoever may recall may say by what the brand's packs are judged.
pub async fn post(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<ThresholdsForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Recalls)?;
    let own = match read(&form.fields) {
        Ok(own) => own,
        Err(wrong) => {
            let shown = ThresholdsShown {
                may_set: true,
                ..shown(&form.fields, &wrong)
            };
            let page = app::pages::desk::thresholds(&desk.view(&app)?, shown);
            let response = desk.show(&app, &page);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, response).into_response());
        }
    };
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    desk.act(&app, Some(Permission::Recalls), move |tx, now| {
        let Some(mut record) = tx.brand(&brand)? else {
            return Ok(Err(ApiError::NotFound));
        };
        let before = written(&record.thresholds.unwrap_or_default());
        let after = written(&own);
        record.thresholds = (own != Thresholds::default()).then(|| own.clone());
        tx.put_brand(&record)?;
        let what = changes(&before, &after);
        if !what.is_empty() {
            tx.log_access(&actor.entry(Act::ThresholdsSet, &what, now))?;
        }
        Ok(Ok(()))
    })
    .await?;
    Ok(back(&format!("{PATH}?kept=true")))
}

/// The field of a threshold in the form.
fn name_of(field: &'static str) -> &'static str {
    field.trim_start_matches("thresholds.")
}

fn scale_of(signal: Signal) -> String {
    format!("scale.{}", signal.name())
}

/// Thresholds as a form has them; only what is not usual.
fn written(own: &Thresholds) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    for number in NUMBERS {
        if let Some(value) = (number.get)(own) {
            fields.insert(name_of(number.field).to_owned(), value.to_string());
        }
    }
    for switch in &SWITCHES {
        if let Some(value) = (switch.get)(own) {
            let word = if value { "yes" } else { "no" };
            fields.insert(switch.name.to_owned(), word.to_owned());
        }
    }
    for (signal, percent) in &own.scale {
        fields.insert(format!("scale.{signal}"), percent.to_string());
    }
    fields
}

/// The thresholds of a form, or the fields of which each is wrong.
fn read(fields: &BTreeMap<String, String>) -> Result<Thresholds, Vec<String>> {
    let text = |name: &str| fields.get(name).map_or("", |text| text.trim());
    let mut own = Thresholds::default();
    let mut wrong = Vec::new();
    for number in NUMBERS {
        let name = name_of(number.field);
        match read_number(text(name), number.range, number.is_whole) {
            Ok(value) => (number.set)(&mut own, value),
            Err(()) => wrong.push(name.to_owned()),
        }
    }
    for switch in &SWITCHES {
        let value = match text(switch.name) {
            "yes" => Some(true),
            "no" => Some(false),
            "" | "usual" => None,
            _ => {
                wrong.push(switch.name.to_owned());
                None
            }
        };
        (switch.set)(&mut own, value);
    }
    for signal in Signal::ALL {
        let name = scale_of(*signal);
        match read_number(text(&name), SCALE, true) {
            Ok(None) => {}
            Ok(Some(percent)) => {
                own.scale.insert(signal.name().to_owned(), percent as u32);
            }
            Err(()) => wrong.push(name),
        }
    }
    // The same as of an imported record, whatever this page forgets.
    if wrong.is_empty() && !thresholds::faults(&own).is_empty() {
        wrong.push(String::new());
    }
    match wrong.is_empty() {
        true => Ok(own),
        false => Err(wrong),
    }
}

/// A number as people write it, with a comma or a point; `None` where nothing is written.
fn read_number(text: &str, range: (f64, f64), is_whole: bool) -> Result<Option<f64>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let value: f64 = text.replace(',', ".").parse().map_err(|_| ())?;
    let is_right = (range.0..=range.1).contains(&value) && (!is_whole || value.fract() == 0.0);
    is_right.then_some(Some(value)).ok_or(())
}

fn shown(fields: &BTreeMap<String, String>, wrong: &[String]) -> ThresholdsShown {
    let usual = Policy::default();
    let value = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let is_wrong = |name: &str| wrong.iter().any(|one| one == name);
    let numbers = NUMBERS.iter().map(|number| {
        let name = name_of(number.field);
        NumberShown {
            name: name.to_owned(),
            value: value(name),
            usual: (number.usual)(&usual),
            range: number.range,
            is_wrong: is_wrong(name),
        }
    });
    let switches = SWITCHES.iter().map(|switch| SwitchShown {
        name: switch.name,
        value: value(switch.name),
        usual: (switch.usual)(&usual),
    });
    let scales = Signal::ALL.iter().map(|signal| {
        let name = scale_of(*signal);
        NumberShown {
            value: value(&name),
            usual: 100.0,
            range: SCALE,
            is_wrong: is_wrong(&name),
            name,
        }
    });
    ThresholdsShown {
        may_set: false,
        is_kept: false,
        is_wrong: !wrong.is_empty(),
        numbers: numbers.collect(),
        switches: switches.collect(),
        scales: scales.collect(),
    }
}

/// What is different, as the log has it: `max_sessions: 200 → 50`.
fn changes(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> String {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let told = names.into_iter().filter_map(|name| {
        let value = |fields: &BTreeMap<String, String>| {
            let value = fields.get(name).cloned();
            value.unwrap_or_else(|| "usual".to_owned())
        };
        let (old, new) = (value(before), value(after));
        (old != new).then(|| format!("{name}: {old} → {new}"))
    });
    told.collect::<Vec<_>>().join(", ")
}
