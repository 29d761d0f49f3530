//! Records that a brand sends over the network: as the command imports them, and no more than is the
//! brand's own ([`Sender`]); what was done stands in its access log.

use std::sync::Arc;

use wire::{
    import::{Recall, Record},
    imported::{ImportProblem, ImportReport},
};

use crate::{
    access::Act,
    error::ApiError,
    import::{self, Content, Located, Mode, Options, Pictures, Report, Sender, Source},
    role::Permission,
    state::App,
    store::{self, AccessEntry, Outcome, Tx},
};

/// The most that is sent at once, in bytes: checks wait while it goes in.
pub const MAX_BODY: usize = 8 * 1024 * 1024;

/// A text that was sent, with the name that its problems are told by.
///
/// # Errors
/// It is no UTF-8.
pub fn source(name: &str, bytes: &[u8]) -> Result<Source, ApiError> {
    let text = str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        ApiError::Malformed(format!("byte {at} is no UTF-8; save the file as UTF-8"))
    })?;
    Ok(Source {
        name: name.to_owned(),
        content: Content::Text(text.to_owned()),
        // Over the network, pictures are records.
        pictures: Pictures::Embedded(&[]),
        brand: None,
    })
}

/// Puts it in. `entry` says who did it; what came of it is written into it.
pub async fn take(
    app: &App,
    sender: Sender,
    source: Source,
    mode: Mode,
    entry: AccessEntry,
) -> Result<Report, ApiError> {
    let options = Options {
        sender: Some(Arc::new(sender)),
        ..Options::from(mode)
    };
    if mode == Mode::KeepGood {
        let report = import::run(&app.store, vec![source], options, entry.at).await?;
        app.store
            .write(move |tx| note(tx, &entry, &report).map(|()| report.clone()))
            .await
            .map_err(ApiError::from)
    } else {
        let sources = [source];
        let taking = app.store.write_or_undo(move |tx| {
            let report = import::within(tx, &sources, &options, entry.at)?;
            if !report.is_kept {
                return Ok(Outcome::Undo(report));
            }
            note(tx, &entry, &report)?;
            Ok(Outcome::Keep(report))
        });
        Ok(taking.await?)
    }
}

/// What changes nothing is no line of the log.
fn note(tx: &Tx<'_>, entry: &AccessEntry, report: &Report) -> store::Result<()> {
    if report.added + report.changed == 0 {
        return Ok(());
    }
    let subject = match entry.subject.as_str() {
        "" => format!("+{} ~{}", report.added, report.changed),
        named => named.to_owned(),
    };
    tx.log_access(&AccessEntry {
        subject,
        ..entry.clone()
    })
}

/// Publishes a recall, or its new words; `is_rehearsal` keeps nothing and says what would be wrong.
pub async fn publish(
    app: &App,
    brand: &str,
    recall: Recall,
    mut entry: AccessEntry,
    is_rehearsal: bool,
) -> Result<Report, ApiError> {
    entry.subject.clone_from(&recall.id);
    entry.act = match recall.withdrawn {
        None => Act::RecallPublished.id().to_owned(),
        Some(_) => Act::RecallWithdrawn.id().to_owned(),
    };
    let line = serde_json::to_vec(&Record::Recall(recall));
    let line = line.map_err(|error| ApiError::Internal(error.into()))?;
    let source = source("recall.jsonl", &line)?;
    let sender = Sender {
        brand: brand.to_owned(),
        may: vec![Permission::Recalls],
    };
    if !is_rehearsal {
        return take(app, sender, source, Mode::AllOrNothing, entry).await;
    }
    let options = Options {
        sender: Some(Arc::new(sender)),
        ..Options::from(Mode::AllOrNothing)
    };
    let rehearsing = app.store.write_or_undo(move |tx| {
        let report = import::within(tx, std::slice::from_ref(&source), &options, entry.at)?;
        Ok(Outcome::Undo(report))
    });
    Ok(rehearsing.await?)
}

/// As it is told.
#[must_use]
pub fn told(report: &Report) -> ImportReport {
    ImportReport {
        lines: report.lines,
        added: report.added,
        changed: report.changed,
        unchanged: report.unchanged,
        wrong: report.wrong,
        kept: report.is_kept,
        problems: problems(&report.problems),
        notes: problems(&report.notes),
    }
}

/// As they are told.
#[must_use]
pub fn problems(located: &[Located]) -> Vec<ImportProblem> {
    let told = |located: &Located| ImportProblem {
        line: located.line,
        field: located.problem.field.clone(),
        what: located.problem.what.clone(),
        advice: located.problem.advice.clone(),
    };
    located.iter().map(told).collect()
}
