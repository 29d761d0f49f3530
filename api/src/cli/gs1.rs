//! `touchstone gs1`: GS1 data as scanned, bracketed or as a link → a JSON line each.

use std::{
    io::{BufRead, Write},
    process::ExitCode,
};

use app::Words;
use serde_json::{Value, json};

/// The flags of `gs1`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Prints JSON; it always does.
    #[arg(long)]
    json: bool,
    /// The texts; `-` reads lines from standard input.
    #[arg(required = true, value_name = "TEXT")]
    texts: Vec<String>,
}

/// Succeeds where every text is right.
pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let mut is_ok = true;
    for text in &arguments.texts {
        if text == "-" {
            for line in std::io::stdin().lock().lines() {
                is_ok &= print(&mut out, &line?)?;
            }
        } else {
            is_ok &= print(&mut out, text)?;
        }
    }
    Ok(if is_ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn print(out: &mut impl Write, text: &str) -> anyhow::Result<bool> {
    let (message, faults) = gs1::parse(text, None);
    let words = Words::choose(Some("en"), None);
    let is_ok = faults.is_empty() && !message.elements.is_empty();
    let elements: Vec<Value> = wire::convert::elements(&message)
        .iter()
        .map(|element| json!({ "ai": element.ai, "value": element.value, "title": element.title }))
        .collect();
    let faults: Vec<Value> = faults
        .iter()
        .map(wire::answer::Fault::from)
        .map(|fault| {
            json!({
                "kind": fault.kind,
                "ai": fault.ai,
                "span": fault.span,
                "message": words.fault(&fault, text),
            })
        })
        .collect();
    let has_elements = !message.elements.is_empty();
    let line = json!({
        "in": text,
        "ok": is_ok,
        "elements": elements,
        "bracketed": has_elements.then(|| message.bracketed()),
        "scan_data": has_elements.then(|| message.scan_data()),
        "hri": message.hri(),
        "digital_link": message.digital_link("https://id.gs1.org"),
        "faults": faults,
    });
    writeln!(out, "{line}")?;
    Ok(is_ok)
}
