//! The certificate of a registration: a page to print, for whoever has its code.

use app::words::Words;
use trace::Instant;
use wire::form::RegistrationView;

use crate::{error::ApiError, registration::code_of_path};

/// The page, as PDF.
pub fn pdf(view: &RegistrationView, words: Words, now: Instant) -> Result<Vec<u8>, ApiError> {
    let code = code_of_path(&view.path)?;
    let serial = code.serial().unwrap_or_default().to_owned();
    let date = |on: &str| words.day(on);
    let mut lines = vec![
        view.product.clone(),
        words.certificate_says(&view.brand),
        words.certificate_serial(serial),
        words.certificate_reference(&view.reference),
    ];
    lines.extend(
        words
            .find(&format!("evidence-{}", view.evidence))
            .map(str::to_owned),
    );
    let bought_on = view.bought_on.as_deref();
    lines.extend(bought_on.map(|on| words.certificate_bought(date(on))));
    let shop = view.shop.as_deref();
    lines.extend(shop.map(|shop| words.certificate_shop(shop)));
    let warranty = view.warranty_until.as_deref();
    lines.extend(warranty.map(|on| words.warranty_until(date(on))));
    let stolen = view.stolen_at.as_deref();
    lines.extend(stolen.map(|on| words.owner_stolen_since(date(on))));
    lines.push(words.certificate_made(date(&now.date().to_string())));
    if lines.iter().any(|line| label::lacks(line)) {
        lines.push(words.certificate_letters().to_owned());
    }
    label::write_text_page(Vec::new(), words.certificate_title(), &lines)
        .map_err(|error| ApiError::Internal(error.into()))
}
