//! `touchstone gs1`: GS1 data as scanned, bracketed or as a link → a JSON line each; and Digital
//! Links compressed and expanded, a line each.

use std::{
    fs,
    io::{self, BufRead, BufWriter, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::Context as _;
use app::Words;
use gs1::{Compression, Dictionary, Fault, Form, KeyForm, Message};
use serde::Serialize;

/// The flags of `gs1`.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    act: Option<Act>,
    /// A published GS1 Barcode Syntax Dictionary to go by, instead of the built-in one.
    #[arg(long, value_name = "FILE")]
    dictionary: Option<PathBuf>,
    /// Prints JSON; it always does.
    #[arg(long)]
    json: bool,
    /// The texts; `-` reads lines from standard input.
    #[arg(required = true, value_name = "TEXT")]
    texts: Vec<String>,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Digital Links → compressed ones, a line each.
    Compress {
        /// Leave the key readable before the compressed rest.
        #[arg(long)]
        plain_key: bool,
        /// Do without the short codes for common sets of identifiers.
        #[arg(long)]
        no_optimizations: bool,
        /// Leave query pairs that are no elements in the query.
        #[arg(long)]
        keep_query: bool,
        /// The links; `-` reads lines from standard input.
        #[arg(required = true, value_name = "URI")]
        uris: Vec<String>,
    },
    /// Compressed Digital Links → plain ones, a line each.
    Expand {
        /// The links; `-` reads lines from standard input.
        #[arg(required = true, value_name = "URI")]
        uris: Vec<String>,
    },
}

/// Succeeds where every text is right.
pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let words = Words::choose(Some("en"), None);
    let is_ok = match &arguments.act {
        None => {
            let dictionary = match &arguments.dictionary {
                Some(path) => load(path)?,
                None => Dictionary::BUILTIN,
            };
            each(&arguments.texts, |out, text| {
                let line = Line::read(&dictionary, text, words);
                serde_json::to_writer(&mut *out, &line)?;
                writeln!(out)?;
                Ok(line.ok)
            })?
        }
        Some(Act::Compress {
            plain_key,
            no_optimizations,
            keep_query,
            uris,
        }) => {
            let how = Compression {
                key: if *plain_key {
                    KeyForm::Plain
                } else {
                    KeyForm::Compressed
                },
                is_optimized: !no_optimizations,
                has_other_pairs: !keep_query,
            };
            each(uris, |out, uri| {
                converted(out, uri, words, |message, stem| {
                    message.compressed_digital_link(stem, &how)
                })
            })?
        }
        Some(Act::Expand { uris }) => each(uris, |out, uri| {
            converted(out, uri, words, |message, stem| message.digital_link(stem))
        })?,
    };
    Ok(if is_ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn load(path: &PathBuf) -> anyhow::Result<Dictionary> {
    let shown = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("reading {shown}"))?;
    let (dictionary, notices) =
        Dictionary::parse(&text).with_context(|| format!("reading {shown} as a dictionary"))?;
    for notice in notices {
        eprintln!("{shown}: {notice}");
    }
    Ok(dictionary)
}

/// Does the same with each text, or each line of standard input for `-`.
fn each(
    texts: &[String],
    mut act: impl FnMut(&mut dyn Write, &str) -> anyhow::Result<bool>,
) -> anyhow::Result<bool> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut is_ok = true;
    for text in texts {
        if text == "-" {
            for line in io::stdin().lock().lines() {
                is_ok &= act(&mut out, &line?)?;
            }
        } else {
            is_ok &= act(&mut out, text)?;
        }
    }
    out.flush()?;
    Ok(is_ok)
}

/// Writes a link in another form; where there is none, an empty line, and why to standard error.
fn converted(
    out: &mut dyn Write,
    uri: &str,
    words: Words,
    convert: impl Fn(&Message<'_>, &str) -> Option<String>,
) -> anyhow::Result<bool> {
    let (message, faults) = gs1::parse(uri, None);
    let is_link = matches!(
        message.form,
        Form::DigitalLink | Form::CompressedDigitalLink
    );
    let stem = message.link.as_ref().map(|link| link.stem.to_string());
    let link = stem.and_then(|stem| convert(&message, &stem));
    let link = link.filter(|_| is_link && faults.is_empty());
    writeln!(out, "{}", link.as_deref().unwrap_or_default())?;
    if link.is_none() {
        let why = faults.first().map(|fault| sentence(fault, uri, words));
        let why = why.unwrap_or_else(|| "this is not a GS1 Digital Link".to_owned());
        eprintln!("{uri}: {why}");
    }
    Ok(link.is_some())
}

fn sentence(fault: &Fault, text: &str, words: Words) -> String {
    words.fault(&wire::answer::Fault::from(fault), text)
}

/// A line of output.
#[derive(Serialize)]
struct Line<'t> {
    r#in: &'t str,
    ok: bool,
    form: &'static str,
    elements: Vec<Element<'t>>,
    bracketed: Option<String>,
    element_string: Option<String>,
    scan_data: Option<String>,
    hri: Vec<String>,
    digital_link: Option<String>,
    faults: Vec<SaidFault>,
}

#[derive(Serialize)]
struct Element<'t> {
    ai: String,
    value: std::borrow::Cow<'t, str>,
    title: String,
}

#[derive(Serialize)]
struct SaidFault {
    kind: &'static str,
    ai: Option<String>,
    span: [usize; 2],
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
    message: String,
}

impl<'t> Line<'t> {
    fn read(dictionary: &Dictionary, text: &'t str, words: Words) -> Line<'t> {
        let (message, faults) = dictionary.read(text, None);
        let has_elements = !message.elements.is_empty();
        let said = |fault: &Fault| SaidFault {
            kind: fault.kind.name(),
            ai: fault.ai.map(|ai| ai.to_string()),
            span: [fault.span.start, fault.span.end],
            detail: fault.detail.to_string(),
            message: sentence(fault, text, words),
        };
        Line {
            r#in: text,
            ok: faults.is_empty(),
            form: wire::convert::form_name(message.form),
            bracketed: has_elements.then(|| message.bracketed()),
            element_string: has_elements.then(|| message.element_string()),
            scan_data: message.scan_data().filter(|_| has_elements),
            hri: message.hri(),
            digital_link: message.canonical_digital_link(),
            faults: faults.iter().map(said).collect(),
            elements: message
                .elements
                .iter()
                .map(|element| Element {
                    ai: element.ai.to_string(),
                    value: element.value.clone(),
                    title: message.title(element.ai).to_owned(),
                })
                .collect(),
        }
    }
}
