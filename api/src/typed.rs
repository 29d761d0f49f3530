//! What a person types of a pack whose code can't be read: batch and date, or the serial → a code to
//! check, or what to look at again.
//!
//! A slip is likelier than a fake, so what can't be right is first asked to be looked at, by the
//! group or the field that it is in, and the very same once more is taken as meant.

use gs1::Date;
use issue::{GROUP_LEN, GROUPS, TypedError, TypedSerial, base32};
use wire::form::{BatchTyped, SerialTyped, Slip, SlipView};

use crate::{
    answer::{self, Reader},
    code::Code,
    error::ApiError,
    known::{self, Known},
    registration::code_of_path,
    state::App,
    store::Product,
    submission::short_text,
    typed_date::TypedDate,
};

/// What comes of it.
#[derive(Debug)]
pub enum Typed {
    /// A code to check, typed.
    Code(Box<Code>),
    /// Something to look at again.
    Slip(Box<SlipView>),
}

/// Reads a batch and a date.
///
/// # Errors
/// The path is no product's here, or the batch is nothing that can be one.
pub async fn batch(app: &App, typed: &BatchTyped, language: &str) -> Result<Typed, ApiError> {
    let gtin = gtin_of(&typed.path)?;
    let number = short_text("batch", Some(&typed.batch), 20)?.ok_or(ApiError::Field {
        field: "batch",
        detail: "it is empty; type it as it stands on the pack".to_owned(),
    })?;
    let code = typed_code(&format!("(01){gtin}(10){number}"));
    let known = look_up(app, &code).await?;
    let slip = |known: &Known, slip| slip_view(known, &typed.path, slip, language);
    let is_meant = typed.again == meaning(typed);
    // A recall is told whatever else was typed.
    if !known.recalls.is_empty() {
        return Ok(Typed::Code(Box::new(code)));
    }
    let Some(record) = known.batch.as_deref() else {
        return match is_meant {
            true => Ok(Typed::Code(Box::new(code))),
            false => slip(&known, Slip::Batch(asked_again(typed))),
        };
    };
    let date = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<Date>().ok());
    let on_record = [("17", &record.expiry), ("15", &record.best_before)];
    let on_record: Vec<(&str, Date)> = on_record
        .into_iter()
        .filter_map(|(ai, text)| Some((ai, date(text)?)))
        .collect();
    let dates = TypedDate::all(&typed.date);
    let is_typed = |on: Date| dates.iter().any(|date| date.is(on));
    match on_record.iter().find(|(_, on)| is_typed(*on)) {
        _ if typed.date.trim().is_empty() => Ok(Typed::Code(Box::new(code))),
        _ if dates.is_empty() => slip(&known, Slip::NoDate(asked_again(typed))),
        Some((ai, on)) => {
            let yymmdd = format!("{:02}{:02}{:02}", on.year % 100, on.month, on.day);
            let text = format!("(01){gtin}(10){number}({ai}){yymmdd}");
            Ok(Typed::Code(Box::new(typed_code(&text))))
        }
        None if on_record.is_empty() => Ok(Typed::Code(Box::new(code))),
        None if is_meant => slip(&known, Slip::DateTwice(asked_again(typed))),
        None => slip(&known, Slip::Date(asked_again(typed))),
    }
}

/// Reads a serial: one that was issued here in groups with check characters, or as it is.
///
/// # Errors
/// The path is no product's here, or the serial is nothing that can be one.
pub async fn serial(app: &App, typed: &SerialTyped, language: &str) -> Result<Typed, ApiError> {
    let gtin = gtin_of(&typed.path)?;
    let text = short_text("serial", Some(&typed.serial), 40)?.ok_or(ApiError::Field {
        field: "serial",
        detail: "it is empty; type it as it stands on the pack".to_owned(),
    })?;
    let code_of = |serial: &str| typed_code(&format!("(01){gtin}(21){serial}"));
    let known = look_up(app, &typed_code(&format!("(01){gtin}"))).await?;
    // A serial of the brand's own is what it is, whatever it looks like.
    let as_it_is = code_of(&text);
    if !as_it_is.is_broken() && look_up(app, &as_it_is).await?.unit.is_some() {
        return Ok(Typed::Code(Box::new(as_it_is)));
    }
    let plain = base32::normalize(&text);
    let slip = |slip| slip_view(&known, &typed.path, slip, language);
    match TypedSerial::parse(&text) {
        Ok(typed) => Ok(Typed::Code(Box::new(code_of(typed.serial().as_str())))),
        Err(TypedError::Groups(wrong)) => slip(Slip::Groups(groups(&text, wrong))),
        // Without its check characters, as the code itself holds it.
        Err(TypedError::Length) if plain.parse::<issue::Serial>().is_ok() => {
            Ok(Typed::Code(Box::new(code_of(&plain))))
        }
        Err(TypedError::Length) if is_numbered_here(app, &known).await? => slip(Slip::Length(text)),
        Err(TypedError::Length) => Ok(Typed::Code(Box::new(as_it_is))),
    }
}

/// Whether all of a product's serials were issued here, so that they have groups.
async fn is_numbered_here(app: &App, known: &Known) -> Result<bool, ApiError> {
    let Some(product) = known.product.as_ref().map(|product| product.id) else {
        return Ok(false);
    };
    let found = app.store.read(|db| {
        let ranges = db.issue_ranges(product)?;
        Ok(!ranges.is_empty())
    });
    Ok(found.await?)
}

/// The groups as they were typed, each with whether it is right.
fn groups(text: &str, wrong: [bool; GROUPS]) -> Vec<(String, bool)> {
    let parts: Vec<String> = text
        .split(|c: char| c == '-' || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .map(str::to_uppercase)
        .collect();
    let parts = match parts.len() {
        GROUPS => parts,
        _ => {
            let all: Vec<char> = parts.concat().chars().collect();
            all.chunks(GROUP_LEN)
                .map(|group| group.iter().collect())
                .collect()
        }
    };
    let rights = wrong.into_iter().map(|is_wrong| !is_wrong);
    parts.into_iter().zip(rights).collect()
}

fn gtin_of(path: &str) -> Result<String, ApiError> {
    let code = code_of_path(path)?;
    let gtin = code.gtin().ok_or(ApiError::NotFound)?;
    Ok(gtin.to_string())
}

fn typed_code(text: &str) -> Code {
    Code::read(text, None, true)
}

async fn look_up(app: &App, code: &Code) -> Result<Known, ApiError> {
    if code.is_broken() {
        return Err(ApiError::Code(code.wire().faults));
    }
    let known = app
        .store
        .read(|db| known::look_up(db, &app.issue_key, code))
        .await?;
    match known.product {
        Some(_) => Ok(known),
        None => Err(ApiError::NotFound),
    }
}

/// What was typed, so that the same again can be told from something else.
fn meaning(typed: &BatchTyped) -> String {
    format!("{} {}", typed.batch.trim(), typed.date.trim())
}

fn asked_again(typed: &BatchTyped) -> BatchTyped {
    BatchTyped {
        again: meaning(typed),
        ..typed.clone()
    }
}

fn slip_view(known: &Known, path: &str, slip: Slip, language: &str) -> Result<Typed, ApiError> {
    let (Some(product), Some(brand)) = (&known.product, &known.brand) else {
        return Err(ApiError::NotFound);
    };
    let view = SlipView {
        path: path.to_owned(),
        brand: brand.name.clone(),
        product: shown(product, language),
        slip,
    };
    Ok(Typed::Slip(Box::new(view)))
}

fn shown(product: &Product, language: &str) -> wire::answer::Product {
    let reader = Reader {
        language: language.to_owned(),
        near: None,
        country: None,
    };
    answer::product(product, None, Vec::new(), &reader)
}
