//! `/v1/inspections/entries`: what devices wrote down and signed.

use axum::{
    Json,
    extract::{Path, Request, State},
};
use evidence::{Digest, Line, Statement};
use wire::{
    convert::rfc3339,
    inspect::{ChainHead, ChainHeads, LinesSent, Receipt, WitnessGiven},
    problem::Problem,
};

use super::{Inspector, field};
use crate::{
    clock::rfc3339_ms, error::ApiError, http::extract, inspection, inspection::Coming, random,
    role::Permission, seal_key, state::Shared, store::InspectionLine,
};

/// Lines of one request, at the most.
const MAX_LINES: usize = 200;

/// The largest body, in bytes.
pub const MAX_BODY: usize = 2 * 1024 * 1024;

/// Takes lines of one chain, all of them or none, and witnesses the last: with that, all before it. The
/// same lines again have the same answer.
#[utoipa::path(
    post, path = "/v1/inspections/entries", tag = "inspect",
    request_body = LinesSent,
    responses(
        (status = 200, description = "They are kept; what the server witnessed.", body = Receipt),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
        (status = 404, description = "The device is not registered for their organisation.", body = Problem),
        (status = 409, description = "They don't continue the chain that is here: some are missing, or one was replaced.", body = Problem),
        (status = 413, description = "Larger than 2 MB.", body = Problem),
        (status = 422, description = "A line doesn't hold by itself.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    inspector: Inspector,
    request: Request,
) -> Result<Json<Receipt>, ApiError> {
    let sent: LinesSent = extract::json(request, MAX_BODY).await?;
    if sent.lines.len() > MAX_LINES {
        return Err(field(
            "lines",
            "there are more than 200; send them in parts",
        ));
    }
    let lines: Vec<Line> = sent
        .lines
        .into_iter()
        .map(|line| Line {
            entry: line.entry,
            signature: line.signature,
        })
        .collect();
    // Nothing is kept that can't be witnessed.
    let signer = seal_key::of(&app).await?.key.signer()?;
    let organisation = inspector.organisation.clone();
    let taken = inspector
        .act(&app, Some(Permission::Inspections), move |tx, now| {
            inspection::take(tx, &organisation, &lines, Coming::Sent, now)
        })
        .await?;
    let witness = signer.witness(&statement(&taken.last));
    Ok(Json(Receipt {
        witness: WitnessGiven {
            statement: witness.statement,
            key: witness.key.to_string(),
            signature: witness.signature,
        },
        head: head(
            taken.head.inspection,
            taken.head.sequence,
            &taken.head.digest,
        ),
        locked_at: taken.locked_at.map(rfc3339),
    }))
}

/// That the server had a line when it first did; the same for the same line.
#[must_use]
pub fn statement(line: &InspectionLine) -> Statement {
    Statement::new(
        line.inspection.clone(),
        Digest(line.device),
        line.sequence,
        Digest(line.digest),
        rfc3339_ms(line.received_at).unwrap_or_else(|| rfc3339(line.received_at)),
    )
}

/// Where a device's chains end here, so that it knows what to send.
#[utoipa::path(
    get, path = "/v1/inspections/entries/{device}", tag = "inspect",
    params(("device" = String, Path, description = "The device's identifier.")),
    responses(
        (status = 200, description = "The end of each chain.", body = ChainHeads),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
        (status = 404, description = "The device is not registered for their organisation.", body = Problem),
    ),
)]
pub async fn heads(
    State(app): State<Shared>,
    inspector: Inspector,
    Path(device): Path<String>,
) -> Result<Json<ChainHeads>, ApiError> {
    let id: [u8; 32] = random::from_hex(&device).ok_or(ApiError::NoDevice)?;
    let read = app.store.read(|db| {
        let device = db.device(&id)?;
        let own = device.filter(|device| device.organisation == inspector.organisation.id);
        let Some(device) = own else { return Ok(None) };
        Ok(Some((device.locked_at, db.chain_heads(&id)?)))
    });
    let (locked_at, heads) = read.await?.ok_or(ApiError::NoDevice)?;
    let heads = heads
        .into_iter()
        .map(|(inspection, sequence, digest)| head(inspection, sequence, &digest));
    Ok(Json(ChainHeads {
        heads: heads.collect(),
        locked_at: locked_at.map(rfc3339),
    }))
}

fn head(inspection: String, sequence: u64, digest: &[u8; 32]) -> ChainHead {
    ChainHead {
        inspection,
        sequence,
        digest: random::hex(digest),
    }
}
