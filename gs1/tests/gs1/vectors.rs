//! GS1's own cases: `sample-vectors.jsonl` in the folder that `TOUCHSTONE_STANDARDS` names.
//!
//! Each line is a case of the Barcode Syntax Engine or of a linter: accepted or refused, the
//! elements, and for a linter's refusal the failing span.

use std::{env, fs, path::Path};

use gs1::{
    Carrier, Dictionary, FaultClass, FaultKind, Form, Gtin, Linter, Message, Pattern, UnknownAis,
};
use serde_json::Value;

#[test]
fn every_published_case() {
    let Some(folder) = env::var_os("TOUCHSTONE_STANDARDS") else {
        println!("TOUCHSTONE_STANDARDS is not set: GS1's own cases are left out");
        return;
    };
    let path = Path::new(&folder).join("gs1/sample-vectors.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    let mut failed = Vec::new();
    let mut count = 0;
    for line in text.lines() {
        count += 1;
        let case: Value = serde_json::from_str(line).unwrap();
        if let Err(why) = check(&case) {
            failed.push(format!("{why}\n    {line}"));
        }
    }
    assert!(count > 0, "{} is empty", path.display());
    assert!(
        failed.is_empty(),
        "{} of {count} cases:\n{}",
        failed.len(),
        failed.join("\n")
    );
    println!("{count} of {count} cases");
}

type Outcome = Result<(), String>;

fn same<T: PartialEq + std::fmt::Debug>(what: &str, ours: T, theirs: T) -> Outcome {
    if ours == theirs {
        Ok(())
    } else {
        Err(format!("{what}: {ours:?} instead of {theirs:?}"))
    }
}

fn text<'v>(case: &'v Value, name: &str) -> &'v str {
    case[name].as_str().unwrap_or_default()
}

/// How the engine was set up for the case.
fn dictionary(case: &Value) -> Dictionary {
    match case["ctx"]["permitUnknownAIs"] {
        Value::Bool(true) => Dictionary::BUILTIN.with_unknown(UnknownAis::KeepAsAttributes),
        _ => Dictionary::BUILTIN,
    }
}

fn check(case: &Value) -> Outcome {
    let is_ok = case["ok"].as_bool().unwrap();
    let input = text(case, "in");
    let dictionary = dictionary(case);
    match text(case, "kind") {
        "linter" => linter(case, input, is_ok),
        "scan" | "bracketed" | "data" => engine(case, input, is_ok),
        "aiLinter" => {
            let (_, faults) = dictionary.read(input, None);
            let has_value_fault = faults.iter().any(|f| f.kind.class() == FaultClass::Value);
            same("ok", !has_value_fault, is_ok)
        }
        // These look at the syntax alone, before any association.
        "processUnbracketed" | "parseBracketed" => {
            let (message, faults) = dictionary.read(input, None);
            let is_right = faults
                .iter()
                .all(|f| f.kind.class() == FaultClass::Association);
            same("ok", is_right, is_ok)?;
            match case["expect"].as_str() {
                Some(expected) if is_ok => same("unbracketed", &*message.unbracketed(), expected),
                _ => Ok(()),
            }
        }
        "parseDLuri" => {
            let (message, faults) = dictionary.read(input, None);
            let is_right = faults.iter().all(|f| {
                f.kind.class() == FaultClass::Association && f.kind != FaultKind::RepeatedAi
            });
            same("ok", is_right, is_ok)?;
            match case["expect"].as_str() {
                Some(expected) if is_ok => same("unbracketed", &*message.unbracketed(), expected),
                _ => Ok(()),
            }
        }
        "processScanData" => {
            let (message, faults) = dictionary.read(input, None);
            same("ok", faults.is_empty(), is_ok)?;
            let expected = text(case, "expect");
            if is_ok && expected.starts_with('^') {
                same("unbracketed", &*message.unbracketed(), expected)?;
            }
            Ok(())
        }
        "generateScanData" => scan_data(case, input, is_ok),
        "generateDLuri" => {
            let (message, _) = dictionary.read(input, None);
            let link = message.digital_link(text(case, "stem"));
            same("link", link.as_deref(), case["expect"].as_str())
        }
        "validateAIs" => {
            let (_, faults) = dictionary.read(input, None);
            let kinds: &[FaultKind] = match text(case, "fn") {
                "mutex" => &[FaultKind::ExcludedPair],
                "requisites" => &[FaultKind::MissingAssociation],
                "repeats" => &[FaultKind::RepeatedAi],
                "digSigSerialKey" => &[FaultKind::UnsignedSerial],
                other => return Err(format!("unknown validation `{other}`")),
            };
            let is_right = !faults.iter().any(|fault| kinds.contains(&fault.kind));
            same("ok", is_right, is_ok)
        }
        "existsInAIdata" => {
            let (message, _) = dictionary.read(text(case, "data"), None);
            let pattern = Pattern::new(text(case, "needle"));
            let ignored = text(case, "ignore");
            let found = message.elements.iter().find(|element| {
                element.ai.as_str() != ignored
                    && pattern.is_some_and(|pattern| pattern.matches(element.ai))
            });
            let found = found.map(|element| element.ai.as_str());
            same("found", found.is_some(), is_ok)?;
            match case["expect"].as_str() {
                Some(expected) => same("found", found, Some(expected)),
                None => Ok(()),
            }
        }
        // The crate decodes where it reads a link and encodes where it writes one.
        "URIunescape" => {
            let link = |value: &str| format!("https://a/8004/1234{value}?90={value}x");
            let uri = link(input);
            let (message, _) = Dictionary::BUILTIN.read(&uri, None);
            same(
                "path",
                message.value("8004"),
                Some(&*format!("1234{}", text(case, "path"))),
            )?;
            same(
                "query",
                message.value("90"),
                Some(&*format!("{}x", text(case, "query"))),
            )
        }
        "URIescape" => {
            let bracketed = format!("(8004)1234{input}(90){input}x");
            let (message, _) = Dictionary::BUILTIN.read(&bracketed, None);
            let (path, query) = (text(case, "path"), text(case, "query"));
            let expected = format!("https://a/8004/1234{path}?90={query}x");
            same(
                "link",
                message.digital_link("https://a").as_deref(),
                Some(&*expected),
            )
        }
        other => Err(format!("unknown kind `{other}`")),
    }
}

fn linter(case: &Value, input: &str, is_ok: bool) -> Outcome {
    let name = text(case, "linter").trim_start_matches("gs1_lint_");
    let linter = Linter::from_name(name).ok_or_else(|| format!("no linter `{name}`"))?;
    let found = linter.check(input);
    same("ok", found.is_ok(), is_ok)?;
    if let (Err(found), Some(markup)) = (found, case["markup"].as_str()) {
        same("span", marked(input, found.span, '*'), markup.to_owned())?;
    }
    Ok(())
}

fn marked(text: &str, span: std::ops::Range<usize>, mark: char) -> String {
    let (before, wrong, after) = (&text[..span.start], &text[span.clone()], &text[span.end..]);
    format!("{before}{mark}{wrong}{mark}{after}")
}

/// A case that went through the whole engine.
fn engine(case: &Value, input: &str, is_ok: bool) -> Outcome {
    let (message, faults) = gs1::parse(input, None);
    same("ok", faults.is_empty(), is_ok).map_err(|why| {
        format!(
            "{why} {:?}",
            faults.iter().map(|f| f.kind).collect::<Vec<_>>()
        )
    })?;
    if !is_ok {
        return match case["markup"].as_str() {
            Some(markup) if !markup.is_empty() => span(input, &message, &faults[0], markup),
            _ => Ok(()),
        };
    }
    let Some(ai) = case["ai"].as_str() else {
        return same("elements", message.elements.len(), 0);
    };
    same("bracketed", &*message.bracketed(), ai)?;
    let hri: Vec<&str> = case["hri"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v.as_str().unwrap())
        .collect();
    same(
        "hri",
        message.hri(),
        hri.iter().map(ToString::to_string).collect(),
    )?;
    let link = message.canonical_digital_link();
    same("link", link.as_deref(), case["dl"].as_str())?;
    same(
        "scan data",
        message.scan_data().as_deref(),
        case["scan"].as_str(),
    )?;
    if let Some(ignored) = case["ignored"].as_array() {
        let link = message.link.as_ref().unwrap();
        let ours: Vec<&str> = link.other_pairs.iter().map(|pair| &**pair).collect();
        let theirs: Vec<&str> = ignored.iter().map(|v| v.as_str().unwrap()).collect();
        same("other pairs", ours, theirs)?;
    }
    let data = text(case, "data");
    if data.starts_with('^') {
        same("unbracketed", &*message.unbracketed(), data)?;
    }
    Ok(())
}

/// `(01)94|A|92551440331`: the failing span of the first fault, in the decoded value.
fn span(input: &str, message: &Message<'_>, fault: &gs1::Fault, markup: &str) -> Outcome {
    let ai = fault
        .ai
        .ok_or("the fault names no application identifier")?;
    let holds = |e: &&gs1::Element<'_>| {
        e.ai == ai && e.span.start <= fault.span.start && fault.span.end <= e.span.end
    };
    let element = message
        .elements
        .iter()
        .find(holds)
        .ok_or("no such element")?;
    let decode = |text: &str| {
        if message.form == Form::DigitalLink {
            let link = format!("https://a/8004/1234{text}");
            gs1::parse(&link, None).0.value("8004").unwrap()[4..].to_owned()
        } else {
            text.to_owned()
        }
    };
    let before = decode(&input[element.span.start..fault.span.start]);
    let wrong = decode(&input[fault.span.clone()]);
    let ours = format!("({ai}){before}|{wrong}|");
    // The engine ends its markup with the component, not with the value.
    if markup.starts_with(&ours) {
        Ok(())
    } else {
        Err(format!("span: {ours} instead of {markup}"))
    }
}

fn scan_data(case: &Value, input: &str, is_ok: bool) -> Outcome {
    let carrier = match text(case, "sym") {
        "EAN13" => Carrier::Ean13,
        "EAN8" => Carrier::Ean8,
        "UPCA" => Carrier::UpcA,
        "UPCE" => Carrier::UpcE,
        "GS1_128_CCA" | "GS1_128_CCC" => Carrier::Gs1_128,
        "DataBarOmni" | "DataBarTruncated" | "DataBarStacked" | "DataBarStackedOmni" => {
            Carrier::DataBar
        }
        "DataBarLimited" => Carrier::DataBarLimited,
        "DataBarExpanded" => Carrier::DataBarExpanded,
        "DM" => Carrier::DataMatrix,
        "QR" => Carrier::QrCode,
        "DotCode" => Carrier::DotCode,
        other => return Err(format!("unknown symbology `{other}`")),
    };
    let completed;
    let input = match case["ctx"]["addCheckDigit"] {
        Value::Bool(true) => {
            completed = Gtin::complete(input).map(|gtin| gtin.to_string());
            completed.as_deref().unwrap_or(input)
        }
        _ => input,
    };
    let (message, _) = gs1::parse(input, None);
    let ours = message.scan_data_of(carrier);
    let theirs = case["expect"].as_str();
    same("scan data", ours.as_deref(), theirs)?;
    same("ok", ours.is_some(), is_ok)
}
