//! "Something is wrong": what a person says of a pack → a report for its brand's staff.
//!
//! Nobody is asked who they are, and nothing that would tell is kept: the place is rounded, the
//! picture is written anew without what the camera put into it, and beside it stands a digest of the
//! session that nothing else is kept under, by which the browser itself finds it again. Who asks for
//! points has it noted beside those, too (`reward.rs`).

use trace::{
    Instant,
    reward::{Act as Deed, Basis},
};
use wire::form::{ReportRequest, ReportView};

use crate::{
    answer::text,
    error::ApiError,
    http::recycling::{coordinates, point_named},
    known, place,
    reference::{Purpose, Reference},
    registration::{Registrant, code_of_path},
    reward,
    state::App,
    store::{self, Picture, Report, ReportRecord},
    submission::{Seed, short_text},
};

/// The longest thing that is said, in characters.
const MAX_WORDS: usize = 2000;
/// The longest list of what differs, in characters.
const MAX_DIFFERS: usize = 500;
/// The longest name of a place, in characters.
const MAX_PLACE: usize = 120;

/// Keeps a report. `photo` is a JPEG that was written anew.
///
/// # Errors
/// The path is no product's here, a field is wrong, or nothing was said at all.
pub async fn open(
    app: &App,
    request: &ReportRequest,
    photo: Option<Vec<u8>>,
    reporter: Registrant,
    seed: Seed,
    language: &str,
) -> Result<ReportView, ApiError> {
    let code = code_of_path(&request.path)?;
    let words = short_text("words", Some(&request.words), MAX_WORDS)?;
    let differs = short_text("differs", Some(&request.differs), MAX_DIFFERS)?;
    if words.is_none() && differs.is_none() && photo.is_none() {
        return Err(ApiError::Field {
            field: "words",
            detail: "say what is wrong, or add a photo".to_owned(),
        });
    }
    let known = app
        .store
        .read(|db| known::look_up(db, &app.issue_key, &code))
        .await?;
    let (Some(product), Some(brand)) = (&known.product, &known.brand) else {
        return Err(ApiError::NotFound);
    };
    let seed = seed.bytes(app.store.secret(), "report")?;
    let mut record = ReportRecord {
        words,
        differs,
        language: language.to_owned(),
        ..ReportRecord::default()
    };
    put_place(app, &mut record, &request.near).await?;
    let view = ReportView {
        reference: Reference::new(Purpose::Report, &seed).as_str().to_owned(),
        path: code.path().unwrap_or_default(),
        product: text(&product.record.name, language).unwrap_or_default(),
        brand: brand.name.clone(),
        has_photo: photo.is_some(),
        has_place: record.place.is_some() || record.point.is_some(),
        points: 0,
    };
    let new = Report {
        reference: view.reference.clone(),
        brand: brand.id.clone(),
        product: product.id,
        path: view.path.clone(),
        at: app.clock.now(),
        status: "open".to_owned(),
        record,
        owner: Some(reporter.session.for_reports()),
    };
    let photo = photo.map(|bytes| Picture {
        content_type: "image/jpeg".to_owned(),
        bytes,
    });
    let earner = (request.points == "yes").then(|| {
        let network = reward::network_of(app, reporter.address);
        (reporter.session.account(), network)
    });
    let (is_kept, points) = app
        .store
        .write(move |tx| {
            let is_kept = tx.put_report(&new, photo.as_ref())?;
            let mut points = 0;
            if let (true, Some((account, network))) = (is_kept, &earner) {
                let asked = reward::Asked {
                    act: Deed::Report,
                    reference: &new.reference,
                    brand: &new.brand,
                    product: new.product,
                    // Until staff have looked, anybody may be the first to tell.
                    serial: None,
                    account,
                    network,
                    basis: Basis::Claimed,
                    points: reward::rules_of(tx, &new.brand)?.report,
                };
                // Where the brand gives none, nothing is noted.
                if let Ok(noted) = reward::ask(tx, &asked, new.at)? {
                    points = noted.points;
                }
            }
            Ok((is_kept, points))
        })
        .await?;
    match is_kept {
        true => Ok(ReportView { points, ..view }),
        false => Err(ApiError::KeyReused),
    }
}

/// What is kept of where it was: what was typed, and the point to about 5 km.
async fn put_place(app: &App, record: &mut ReportRecord, near: &str) -> Result<(), ApiError> {
    let Some(near) = short_text("near", Some(near), MAX_PLACE)? else {
        return Ok(());
    };
    let point = point_named(app, &near).await?;
    // However they are written: what has no letter in it names no place.
    let is_coordinates = coordinates(&near).is_some() || !near.contains(char::is_alphabetic);
    if let Some(point) = point {
        let coarse = point.coarse();
        let around = app.store.read(|db| place::whereabouts(db, point)).await?;
        record.point = Some([coarse.lat, coarse.lon]);
        record.country = around.country.map(|country| country.to_string());
        record.place = around.town.filter(|_| is_coordinates);
    }
    // A device's own point is finer than what is kept of it.
    if !is_coordinates {
        record.place = Some(near);
    }
    Ok(())
}

/// A brand's report; `None` for another's, which is not there.
pub fn of_brand(db: &store::Db<'_>, brand: &str, reference: &str) -> store::Result<Option<Report>> {
    let report = db.report(reference)?;
    Ok(report.filter(|report| report.brand == brand))
}

/// Closes a report with what staff found out.
///
/// # Errors
/// Inside: it is another brand's, or was closed already, or nothing was found out.
pub fn close(
    tx: &store::Tx<'_>,
    brand: &str,
    reference: &str,
    finding: &str,
    is_right: bool,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let Some(report) = of_brand(tx, brand, reference)? else {
        return Ok(Err(ApiError::NotFound));
    };
    let finding = match short_text("finding", Some(finding), MAX_WORDS) {
        Ok(Some(finding)) => finding,
        Ok(None) => {
            return Ok(Err(ApiError::Field {
                field: "finding",
                detail: "say what was found out: whoever looks next reads it".to_owned(),
            }));
        }
        Err(error) => return Ok(Err(error)),
    };
    // Where nobody asked for points there is nothing to decide.
    if let Some(Err(error)) = reward::decide_report(tx, &report, is_right, now)? {
        return Ok(Err(error));
    }
    let record = ReportRecord {
        finding: Some(finding),
        ..report.record
    };
    Ok(match tx.close_report(reference, &record, now)? {
        true => Ok(()),
        false => Err(ApiError::ClaimMoved),
    })
}
