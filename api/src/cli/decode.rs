//! `touchstone decode`: pictures → a JSON line a file.

use std::{io::Write, path::PathBuf, process::ExitCode, time::Instant};

use decoder::{Effort, Options, Symbol};
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
    Ok(json!({
        "file": file.display().to_string(),
        "width": luma.width(),
        "height": luma.height(),
        "ms": (ms * 1000.0).round() / 1000.0,
        "symbols": read,
    }))
}

/// `None` for one that was seen and could not be read.
fn symbol(symbol: &Symbol) -> Option<Value> {
    let payload = symbol.payload.as_ref().ok()?;
    let corners = &symbol.corners;
    let point = |point: decoder::Point| json!([point.x, point.y]);
    Some(json!({
        "symbology": symbol.symbology.name(),
        "symbology_identifier": payload.symbology_identifier(),
        "text": payload.text(),
        "bytes": random::hex(&payload.bytes),
        "corners": [
            point(corners.top_left),
            point(corners.top_right),
            point(corners.bottom_right),
            point(corners.bottom_left),
        ],
        "inverted": symbol.is_inverted,
        "mirrored": symbol.is_mirrored,
    }))
}
