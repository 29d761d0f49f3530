//! `/demo`, `/demo.json`: labels to scan from another screen.

use app::pages::DemoLabel;
use axum::{Json, extract::State, response::Response};

use super::visitor::Visitor;
use crate::{
    answer,
    code::Code,
    demo::{Label, LabelSymbology},
    error::ApiError,
    pages::{self, Document},
    state::Shared,
};

/// The labels as a page; links in them lead to the origin that the page was asked at.
pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    let labels = app.labels.as_ref().ok_or(ApiError::NotFound)?;
    let language = visitor.language();
    let labels = labels
        .iter()
        .map(|label| shown(&label.at(&visitor.origin), language))
        .collect::<Result<Vec<DemoLabel>, ApiError>>()?;
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let page = app::pages::demo(&context, labels);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// The labels as data.
pub async fn json(
    State(app): State<Shared>,
    visitor: Visitor,
) -> Result<Json<Vec<Label>>, ApiError> {
    let labels = app.labels.as_ref().ok_or(ApiError::NotFound)?;
    let labels = labels.iter().map(|label| label.at(&visitor.origin));
    Ok(Json(labels.collect()))
}

fn shown(label: &Label, language: &str) -> Result<DemoLabel, ApiError> {
    let title = answer::text(&label.title, language).unwrap_or_default();
    let symbology = match (label.symbology, label.rectangular) {
        (LabelSymbology::QrCode, _) => label::Symbology::QrCode,
        (LabelSymbology::DataMatrix, false) => label::Symbology::DataMatrix,
        (LabelSymbology::DataMatrix, true) => label::Symbology::RectangularDataMatrix,
    };
    let modules = label::encode(&label::Request {
        symbology,
        gs1: label.gs1,
        content: &label.content,
    })
    .map_err(|error| ApiError::Internal(anyhow::anyhow!("label `{}`: {error}", label.id)))?;
    let quiet_zone = match label.symbology {
        LabelSymbology::QrCode => 4,
        LabelSymbology::DataMatrix => 2,
    };
    let code = Code::read(&label.content, label.symbology_identifier(), false);
    Ok(DemoLabel {
        id: label.id.clone(),
        note: answer::text(&label.note, language).unwrap_or_default(),
        expect_standing: label.expect_standing.clone(),
        symbology: label.kind().to_owned(),
        svg: label::to_svg(&modules, quiet_zone, &title),
        href: code.message.digital_link(""),
        is_inverted: label.inverted,
        title,
    })
}
