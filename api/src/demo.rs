//! The demo brand: loaded through the doors that any brand and any person uses.
//!
//! Records go through the import, events through `POST /epcis/capture` with an API key, checks
//! through `POST /v1/verify` with a session each, and what people think through the form of a pack's
//! page. Nothing here knows a standing: what the labels should answer is only compared with what
//! they do, in the tests.
//!
//! The files carry dates relative to the day on which the demo was first loaded, which the store
//! remembers: loading twice changes nothing.

mod feedback;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use gs1::SymbologyIdentifier;
use http_body_util::BodyExt;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower::ServiceExt;
use trace::Instant;
use wire::{convert::rfc3339, import::Text};

use crate::{
    front::Front,
    import::{self, Content, Mode, Pictures, Source},
    key, random,
    scope::{Scope, Scopes},
    session::Session,
    store::Store,
};

include!(concat!(env!("OUT_DIR"), "/demo_files.rs"));

/// The name under which the store remembers the demo's day.
const DAY: &str = "demo";

/// A label to scan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// A stable name.
    pub id: String,
    /// What it stands for.
    pub title: Text,
    /// Which symbol it is drawn as.
    pub symbology: LabelSymbology,
    /// Whether FNC1 stands in the first position.
    pub gs1: bool,
    /// Whether a Data Matrix is drawn as a rectangle.
    #[serde(default)]
    pub rectangular: bool,
    /// Whether it is drawn light on dark.
    #[serde(default)]
    pub inverted: bool,
    /// What it says.
    pub content: String,
    /// What it should answer.
    pub expect_standing: String,
    /// What is worth knowing about it.
    #[serde(default)]
    pub note: Text,
}

/// The kinds of symbol that labels are drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabelSymbology {
    /// QR Code.
    QrCode,
    /// Data Matrix.
    DataMatrix,
}

impl Label {
    /// With its links leading to an origin.
    #[must_use]
    pub fn at(&self, origin: &str) -> Label {
        Label {
            content: self.content.replace("{{origin}}", origin),
            ..self.clone()
        }
    }

    /// In words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match (self.symbology, self.gs1) {
            (LabelSymbology::QrCode, true) => "GS1 QR Code",
            (LabelSymbology::QrCode, false) => "QR Code",
            (LabelSymbology::DataMatrix, true) => "GS1 DataMatrix",
            (LabelSymbology::DataMatrix, false) => "Data Matrix",
        }
    }

    /// What a decoder reports for it.
    #[must_use]
    pub fn symbology_identifier(&self) -> Option<SymbologyIdentifier> {
        Some(match (self.symbology, self.gs1) {
            (LabelSymbology::QrCode, true) => SymbologyIdentifier::GS1_QR,
            (LabelSymbology::QrCode, false) => SymbologyIdentifier::QR,
            (LabelSymbology::DataMatrix, true) => SymbologyIdentifier::GS1_DATA_MATRIX,
            (LabelSymbology::DataMatrix, false) => SymbologyIdentifier::DATA_MATRIX,
        })
    }
}

/// A line of `checks.jsonl`: what somebody sent, and under which session.
#[derive(Debug, Deserialize)]
struct CheckLine {
    session: String,
    #[serde(flatten)]
    request: serde_json::Map<String, Value>,
}

/// The demo's day: the one that the store remembers, or else now, which it then remembers.
pub async fn day(store: &Store, now: Instant) -> anyhow::Result<Instant> {
    if let Some(day) = store.read(|db| db.moment(DAY)).await? {
        return Ok(day);
    }
    store.write(move |tx| tx.put_moment(DAY, now)).await?;
    Ok(now)
}

/// The labels, their dates counted from the demo's day.
pub fn labels(day: Instant) -> anyhow::Result<Vec<Label>> {
    Ok(serde_json::from_str(&expanded(LABELS, day)?)?)
}

/// Loads the demo through a server's doors. Loading twice changes nothing.
pub async fn load(
    router: &Front,
    store: &Store,
    origin: &str,
    day: Instant,
    now: Instant,
) -> anyhow::Result<()> {
    let source = Source {
        name: "demo/brand.jsonl".to_owned(),
        content: Content::Text(expanded(BRAND, day)?),
        pictures: Pictures::Embedded(PICTURES),
        brand: None,
    };
    let report = import::run(store, vec![source], Mode::AllOrNothing, now).await?;
    if !report.is_kept {
        anyhow::bail!("the demo's records are wrong:\n{report}");
    }
    events(router, store, day, now).await?;
    checks(router, store, origin, day).await?;
    feedback::give(router, store, FEEDBACK).await
}

/// Each document through `POST /epcis/capture`, with a key that lives only so long.
async fn events(router: &Front, store: &Store, day: Instant, now: Instant) -> anyhow::Result<()> {
    let brand = BRAND
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|record| record["type"] == "brand")
        .and_then(|record| record["id"].as_str().map(str::to_owned))
        .ok_or_else(|| anyhow::anyhow!("the demo has no brand"))?;
    let key = key::new().map_err(|error| anyhow::anyhow!("no random bytes: {error}"))?;
    let digest = key::digest(&key);
    let (owner, scopes) = (brand.clone(), Scopes::from_iter([Scope::Capture]));
    store
        .write(move |tx| tx.put_api_key(&owner, &digest, "demo", &scopes, now))
        .await?;
    let bearer = format!("Bearer {key}");
    for (name, document) in EVENTS {
        let request = Request::post("/epcis/capture")
            .header(header::AUTHORIZATION, &bearer)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(expanded(document, day)?))?;
        let response = router.clone().oneshot(request).await?;
        let job = response.headers().get(header::LOCATION).cloned();
        let (StatusCode::ACCEPTED, Some(job)) = (response.status(), job) else {
            anyhow::bail!("`{name}` was refused: {}", response.status());
        };
        let request = Request::get(job.to_str()?)
            .header(header::AUTHORIZATION, &bearer)
            .body(Body::empty())?;
        let job = json_of(router.clone().oneshot(request).await?).await?;
        if job["success"] != true {
            anyhow::bail!("`{name}` was not captured: {}", job["errors"]);
        }
    }
    store
        .write(move |tx| tx.revoke_api_key(&brand, &digest, now))
        .await?;
    Ok(())
}

/// The session of one of the demo's people, the same each time.
fn persona(store: &Store, name: &str) -> Session {
    let bytes = random::keyed_digest(store.secret(), &[b"demo persona", name.as_bytes()]);
    Session::from_bytes(std::array::from_fn(|index| bytes[index]))
}

/// Each line through `POST /v1/verify`, in the session of its persona.
async fn checks(router: &Front, store: &Store, origin: &str, day: Instant) -> anyhow::Result<()> {
    for (index, line) in CHECKS.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let text = expanded(line, day)?.replace("{{origin}}", origin);
        let CheckLine {
            session,
            mut request,
        } = serde_json::from_str(&text)?;
        // The line itself names the delivery: the same line is one check, however often it is sent.
        let delivery = random::hex(&random::digest(&[b"demo", line.as_bytes()])[..16]);
        request.insert("session".to_owned(), Value::String(delivery));
        let session = persona(store, &session);
        let request = Request::post("/v1/verify")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::COOKIE, format!("session={}", session.value()))
            .body(Body::from(serde_json::to_vec(&request)?))?;
        let response = router.clone().oneshot(request).await?;
        if response.status() != StatusCode::OK {
            let problem = json_of(response).await?;
            anyhow::bail!(
                "line {} of the demo's checks: {}",
                index + 1,
                problem["detail"]
            );
        }
    }
    Ok(())
}

async fn json_of(response: axum::response::Response) -> anyhow::Result<Value> {
    let bytes = response.into_body().collect().await?.to_bytes();
    Ok(serde_json::from_slice(&bytes)?)
}

/// Dates and times counted from the demo's day: `{{date-12}}`, `{{yymmdd+200}}`, `{{time-12d3h}}`.
/// `{{origin}}` stays for whoever knows it.
fn expanded(text: &str, day: Instant) -> anyhow::Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (mark, after) = after
            .split_once("}}")
            .ok_or_else(|| anyhow::anyhow!("an open `{{{{` in the demo's data"))?;
        out.push_str(before);
        match mark {
            "origin" => out.push_str("{{origin}}"),
            _ => out.push_str(
                &value_of(mark, day)
                    .ok_or_else(|| anyhow::anyhow!("`{mark}` in the demo's data is unknown"))?,
            ),
        }
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn value_of(mark: &str, day: Instant) -> Option<String> {
    let at = mark.find(['+', '-']).unwrap_or(mark.len());
    let (name, offset) = mark.split_at(at);
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    let amount = offset.trim_start_matches(['+', '-']);
    match name {
        "date" | "yymmdd" => {
            let days: i64 = match amount {
                "" => 0,
                amount => amount.parse().ok()?,
            };
            let date = day.plus_days(sign * days).date();
            Some(match name {
                "date" => date.to_string(),
                _ => format!("{:02}{:02}{:02}", date.year % 100, date.month, date.day),
            })
        }
        "time" => {
            let mut ms = 0;
            let mut rest = amount;
            for (unit, length) in [('d', 86_400_000), ('h', 3_600_000), ('m', 60_000)] {
                if let Some((number, after)) = rest.split_once(unit) {
                    ms += number.parse::<i64>().ok()? * length;
                    rest = after;
                }
            }
            rest.is_empty().then(|| rfc3339(day.plus_ms(sign * ms)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        let day = crate::clock::parse_rfc3339("2026-11-24T10:20:30Z").unwrap();
        let check = |text: &str, expected: &str| {
            assert_eq!(expanded(text, day).unwrap(), expected);
        };
        check("{{date-12}}", "2026-11-12");
        check("{{date+200}}", "2027-06-12");
        check("{{date}}", "2026-11-24");
        check("17{{yymmdd+200}}10A", "1727061210A");
        check("{{time-12d3h}}", "2026-11-12T07:20:30Z");
        check("{{time-30m}}", "2026-11-24T09:50:30Z");
        check("{{origin}}/01", "{{origin}}/01");
        assert!(expanded("{{tide}}", day).is_err());
        assert!(expanded("{{date", day).is_err());
    }
}
