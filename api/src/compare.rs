//! What somebody saw who compared a pack with its picture → what follows from it.

use wire::{
    answer::Look,
    form::{CompareRequest, CompareView},
};

use crate::{
    answer::{self, text},
    error::ApiError,
    known,
    registration::code_of_path,
    state::App,
};

/// What follows from the answers. Nothing of it is kept.
///
/// # Errors
/// The path is no product's here, or a question has no answer.
pub async fn compare(
    app: &App,
    request: &CompareRequest,
    language: &str,
) -> Result<CompareView, ApiError> {
    let code = code_of_path(&request.path)?;
    let known = app
        .store
        .read(|db| known::look_up(db, &app.issue_key, &code))
        .await?;
    let (Some(product), Some(brand)) = (&known.product, &known.brand) else {
        return Err(ApiError::NotFound);
    };
    let looks = answer::looks(&product.record, language);
    Ok(CompareView {
        path: code.path().unwrap_or_default(),
        product: text(&product.record.name, language).unwrap_or_default(),
        brand: brand.name.clone(),
        contact: brand.contact.clone(),
        safety: answer::safety(&product.record, language),
        is_safety_critical: product.record.safety_critical,
        differs: differing(looks, [&request.look1, &request.look2, &request.look3])?,
    })
}

/// Those that a "no" was said to.
fn differing(looks: Vec<Look>, answers: [&str; 3]) -> Result<Vec<Look>, ApiError> {
    let mut differs = Vec::new();
    for (look, answer) in looks.into_iter().zip(answers) {
        match answer {
            "yes" => {}
            "no" => differs.push(look),
            _ => return Err(ApiError::LookMissing),
        }
    }
    Ok(differs)
}
