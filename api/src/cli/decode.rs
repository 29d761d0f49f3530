//! `touchstone decode`: pictures → a JSON line a file.

use std::{io::Write, path::PathBuf, process::ExitCode, time::Instant};

use decoder::{Effort, Options, Symbol, Trouble};
use serde_json::{Value, json};

use crate::{picture, random};

/// The flags of `decode`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Scales pictures down to fit first, as a camera frame would be, and spends a frame's effort.
    #[arg(long, value_name = "WxH", value_parser = size)]
    frame: Option<(u32, u32)>,
    /// PNG, JPEG, WebP, GIF or BMP.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let wrong = || format!("`{text}` is no size like 1280x720");
    let (width, height) = text.split_once('x').ok_or_else(wrong)?;
    match (width.parse(), height.parse()) {
        (Ok(width), Ok(height)) if width > 0 && height > 0 => Ok((width, height)),
        _ => Err(wrong()),
    }
}

/// Succeeds where every picture could be looked at, whatever was found.
pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let mut code = ExitCode::SUCCESS;
    for file in &arguments.files {
        let line = match decode(file, arguments.frame) {
            Ok(line) => line,
            Err(error) => {
                code = ExitCode::FAILURE;
                eprintln!("{}: {error:#}", file.display());
                json!({ "file": file.display().to_string(), "error": format!("{error:#}") })
            }
        };
        writeln!(out, "{line}")?;
    }
    Ok(code)
}

fn decode(file: &PathBuf, frame: Option<(u32, u32)>) -> anyhow::Result<Value> {
    let mut luma = picture::luma_of(&std::fs::read(file)?)?;
    let mut effort = Effort::Still;
    if let Some((width, height)) = frame {
        luma = picture::fit(luma, width, height);
        effort = Effort::Frame;
    }
    let options = Options {
        effort,
        ..Options::default()
    };
    let start = Instant::now();
    let symbols = picture::symbols_of(&luma, &options);
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    let read: Vec<Value> = symbols.iter().filter_map(symbol).collect();
    let mut line = json!({
        "file": file.display().to_string(),
        "width": luma.width(),
        "height": luma.height(),
        "ms": (ms * 1000.0).round() / 1000.0,
        "symbols": read,
    });
    let unread: Vec<Value> = symbols.iter().filter_map(unread).collect();
    if !unread.is_empty() {
        line["unread"] = unread.into();
    }
    Ok(line)
}

/// `None` for one that was seen and could not be read.
fn symbol(symbol: &Symbol) -> Option<Value> {
    let payload = symbol.payload.as_ref().ok()?;
    let part = payload
        .structured_append
        .map(|part| json!({ "index": part.index, "count": part.count, "id": part.id }));
    Some(json!({
        "symbology": symbol.symbology.name(),
        "symbology_identifier": payload.symbology_identifier(),
        "text": payload.text(),
        "bytes": random::hex(&payload.bytes),
        "corners": corners(symbol),
        "modules": [symbol.modules.0, symbol.modules.1],
        "confidence": (f64::from(symbol.confidence) * 1000.0).round() / 1000.0,
        "part": part,
        "inverted": symbol.is_inverted,
        "mirrored": symbol.is_mirrored,
    }))
}

/// One that was seen and could not be read, and what is in the way.
fn unread(symbol: &Symbol) -> Option<Value> {
    let error = symbol.payload.as_ref().err()?;
    Some(json!({
        "symbology": symbol.symbology.name(),
        "corners": corners(symbol),
        "error": error.to_string(),
        "trouble": symbol.trouble.map(Trouble::name),
    }))
}

/// In the order in which they are read: top left, top right, bottom right, bottom left.
fn corners(symbol: &Symbol) -> [[f32; 2]; 4] {
    symbol.corners.to_array().map(|corner| [corner.x, corner.y])
}
