//! `touchstone label`: a code a line → print-ready labels, each read back before it is written.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufWriter, Write},
    num::NonZero,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
};

use anyhow::{Context as _, bail};
use app::Words;
use gs1::Form;
use label::{
    Correction, Design, Dots, Label, Request, Resolution, Sheet, SheetWriter, Symbology, Use,
};

use super::Dpi;

/// Labels that are made at a time, before they are written in their order.
const BATCH: usize = 256;

/// The first line of what `issue --hidden-out` writes.
const HIDDEN_HEADER: &str = "serial,hidden_code";

/// The size of a hidden code's letters, from line to line.
const HIDDEN_TEXT_MM: f64 = 2.5;

/// The flags of `label`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Digital Links or bracketed element strings; `-` reads one a line from standard input.
    #[arg(required_unless_present = "scale_test", value_name = "CODE")]
    codes: Vec<String>,
    /// What to write: a file a label into a folder (`svg`, `png`), or one file of all (`pdf`, `zpl`).
    #[arg(long, value_enum)]
    format: Format,
    /// The folder or file to write to; it must not be there yet, but for an empty folder.
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
    /// The symbol; without it, a QR Code for a link and a Data Matrix for an element string.
    #[arg(long, value_enum)]
    symbol: Option<Symbol>,
    /// The width of a module in millimeters, made whole dots of the printer; without it, about 0.5.
    #[arg(long, value_name = "MM")]
    module_mm: Option<f64>,
    /// The printer's resolution.
    #[arg(long, value_enum, default_value = "300")]
    dpi: Dpi,
    /// The error correction level of QR Codes.
    #[arg(long, value_enum, default_value = "m")]
    correction: Level,
    /// Allows only what a retail checkout scans: modules from 0.396 to 0.990 mm.
    #[arg(long)]
    retail_checkout: bool,
    /// Makes labels of hidden codes instead, for under a seal: each line is `SERIAL,CODE`, as
    /// `issue --hidden-out` writes them. They are text, without a symbol.
    #[arg(long, conflicts_with_all = ["scale_test", "symbol", "no_text", "retail_checkout"])]
    hidden: bool,
    /// Leaves out the human-readable lines.
    #[arg(long)]
    no_text: bool,
    /// The labels of a PDF sheet.
    #[arg(long, value_enum, default_value = "a4-3x8")]
    sheet: SheetName,
    /// How many places of the first sheet are used up.
    #[arg(long, default_value_t = 0, value_name = "N")]
    skip: usize,
    /// Writes a page to measure the printer by instead, as PDF.
    #[arg(long, conflicts_with = "codes")]
    scale_test: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Svg,
    Png,
    Pdf,
    Zpl,
}

/// QR Code's levels.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Level {
    L,
    M,
    Q,
    H,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Symbol {
    QrCode,
    DataMatrix,
    RectangularDataMatrix,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum SheetName {
    #[value(name = "a4-3x8")]
    A4x24,
    #[value(name = "a4-3x7")]
    A4x21,
    #[value(name = "a4-5x13")]
    A4x65,
    #[value(name = "letter-3x10")]
    Letter30,
}

impl SheetName {
    fn sheet(self) -> Sheet {
        match self {
            SheetName::A4x24 => Sheet::A4_3X8,
            SheetName::A4x21 => Sheet::A4_3X7,
            SheetName::A4x65 => Sheet::A4_5X13,
            SheetName::Letter30 => Sheet::LETTER_3X10,
        }
    }
}

/// Where labels go.
enum Output {
    Folder(PathBuf),
    Sheets(Box<SheetWriter<BufWriter<File>>>),
    Stream(BufWriter<File>),
}

/// Succeeds where every code became a label that reads.
pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if arguments.scale_test {
        if arguments.format != Format::Pdf {
            bail!("the page to measure a printer by is a PDF; say --format pdf");
        }
        let sheet = arguments.sheet.sheet();
        let out = create(&arguments.out)?;
        label::write_scale_test(out, sheet.page_width, sheet.page_height)?.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let design = design(arguments);
    Dots::exact(design.module_mm, arguments.dpi.resolution())?;
    let mut output = open(arguments)?;
    let (mut line, mut written) = (0u64, 0u64);
    let mut codes = codes(&arguments.codes);
    loop {
        let batch: Vec<String> = codes.by_ref().take(BATCH).collect::<io::Result<_>>()?;
        if batch.is_empty() {
            break;
        }
        // The first line of a file of hidden codes names its columns.
        let batch = match batch.first() {
            Some(first) if arguments.hidden && first == HIDDEN_HEADER => batch[1..].to_vec(),
            _ => batch,
        };
        for (code, label) in batch.iter().zip(make_each(&batch, design, arguments)) {
            line += 1;
            match label.and_then(|label| write(&mut output, &label, code, line, arguments)) {
                Ok(()) => written += 1,
                // A hidden code belongs in no log.
                Err(error) if arguments.hidden => eprintln!("line {line}: {error:#}"),
                Err(error) => eprintln!("line {line}: {code}: {error:#}"),
            }
        }
    }
    let refused = line - written;
    match output {
        Output::Folder(_) => {}
        Output::Sheets(writer) => writer.finish()?.flush()?,
        Output::Stream(mut out) => out.flush()?,
    }
    let read = if arguments.hidden {
        ""
    } else {
        " and read back"
    };
    eprintln!("{written} labels written{read}, {refused} refused");
    Ok(if refused == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The codes as they were given, or line by line.
fn codes(given: &[String]) -> impl Iterator<Item = io::Result<String>> {
    given.iter().flat_map(|code| {
        let lines: Box<dyn Iterator<Item = io::Result<String>>> = if code == "-" {
            Box::new(io::stdin().lock().lines())
        } else {
            Box::new(std::iter::once(Ok(code.clone())))
        };
        lines
    })
}

fn design(arguments: &Arguments) -> Design {
    let resolution = arguments.dpi.resolution();
    Design {
        correction: arguments.correction.correction(),
        module_mm: match arguments.module_mm {
            // A module that is no whole dots is refused with the ones that would do.
            Some(module_mm) => module_mm,
            None => Dots::nearest(0.5, resolution).mm(),
        },
        usage: if arguments.retail_checkout {
            Use::RetailCheckout
        } else {
            Use::General
        },
        ..Design::default()
    }
}

/// In as many threads as there are processors: reading back takes most of the time.
fn make_each(
    codes: &[String],
    design: Design,
    arguments: &Arguments,
) -> Vec<anyhow::Result<Label>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = codes.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = codes
            .chunks(share)
            .map(|part| {
                scope.spawn(move || -> Vec<_> {
                    let labels = part.iter().map(|code| make(code, design, arguments));
                    labels.collect()
                })
            })
            .collect();
        let joined = parts.into_iter().flat_map(|part| match part.join() {
            Ok(labels) => labels,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        joined.collect()
    })
}

/// A hidden code in groups of letters that an eye can keep, and which unit it belongs to.
fn make_hidden(line: &str, design: Design) -> anyhow::Result<Label> {
    let (serial, code) = line
        .split_once(',')
        .context("write SERIAL,CODE, as `issue --hidden-out` does")?;
    code.parse::<issue::HiddenCode>()
        .context("this is no hidden code")?;
    let grouped = format!("{} {} {}", &code[..4], &code[4..8], &code[8..]);
    let design = Design {
        text_mm: HIDDEN_TEXT_MM,
        ..design
    };
    Ok(Label::of_text(
        design,
        &[grouped, format!("(21) {serial}")],
    )?)
}

fn make(code: &str, design: Design, arguments: &Arguments) -> anyhow::Result<Label> {
    if arguments.hidden {
        return make_hidden(code, design);
    }
    let (message, faults) = gs1::parse(code, None);
    if let Some(fault) = faults.first() {
        let words = Words::choose(Some("en"), None);
        bail!(words.fault(&wire::answer::Fault::from(fault), code));
    }
    let is_link = match message.form {
        Form::DigitalLink | Form::CompressedDigitalLink => true,
        _ if message.elements.is_empty() => bail!("this holds no GS1 data"),
        _ => false,
    };
    let content = if is_link {
        code.to_owned()
    } else {
        message.element_string()
    };
    let request = Request {
        symbology: match arguments.symbol {
            Some(Symbol::QrCode) => Symbology::QrCode,
            Some(Symbol::DataMatrix) => Symbology::DataMatrix,
            Some(Symbol::RectangularDataMatrix) => Symbology::RectangularDataMatrix,
            None if is_link => Symbology::QrCode,
            None => Symbology::DataMatrix,
        },
        gs1: !is_link,
        content: &content,
    };
    let hri = match arguments.no_text {
        true => Vec::new(),
        false => hri(&message),
    };
    let label = Label::new(&request, design, &hri)?;
    label
        .read_back(&request, arguments.dpi.resolution())
        .context("it would not read as printed")?;
    Ok(label)
}

/// The human-readable lines, without a company's own data such as signatures: nobody reads them.
fn hri(message: &gs1::Message<'_>) -> Vec<String> {
    let is_own = |line: &String| (91..=99).any(|ai| line.starts_with(&format!("({ai}) ")));
    let mut lines = message.hri();
    lines.retain(|line| !is_own(line));
    lines
}

fn open(arguments: &Arguments) -> anyhow::Result<Output> {
    let path = &arguments.out;
    Ok(match arguments.format {
        Format::Svg | Format::Png => {
            fs::create_dir_all(path)
                .with_context(|| format!("can't make the folder `{}`", path.display()))?;
            if fs::read_dir(path)?.next().is_some() {
                bail!(
                    "`{}` is not empty; name a folder of its own",
                    path.display()
                );
            }
            Output::Folder(path.clone())
        }
        Format::Pdf => {
            let mut writer = SheetWriter::new(create(path)?, arguments.sheet.sheet())?;
            writer.skip(arguments.skip)?;
            Output::Sheets(Box::new(writer))
        }
        Format::Zpl => Output::Stream(create(path)?),
    })
}

/// A new file: labels that may be printed already are not overwritten.
fn create(path: &Path) -> anyhow::Result<BufWriter<File>> {
    let file =
        File::create_new(path).with_context(|| format!("can't make `{}`", path.display()))?;
    Ok(BufWriter::new(file))
}

fn write(
    output: &mut Output,
    label: &Label,
    code: &str,
    line: u64,
    arguments: &Arguments,
) -> anyhow::Result<()> {
    let resolution: Resolution = arguments.dpi.resolution();
    match output {
        Output::Folder(folder) if arguments.format == Format::Svg => {
            fs::write(folder.join(format!("{line:07}.svg")), label.svg(code))?;
        }
        Output::Folder(folder) => {
            let mut out = create(&folder.join(format!("{line:07}.png")))?;
            label.write_png(&mut out, resolution)?;
            out.flush()?;
        }
        Output::Sheets(writer) => writer.push(label)?,
        Output::Stream(out) => label.write_zpl(out, resolution)?,
    }
    Ok(())
}

impl Level {
    fn correction(self) -> Correction {
        match self {
            Level::L => Correction::L,
            Level::M => Correction::M,
            Level::Q => Correction::Q,
            Level::H => Correction::H,
        }
    }
}
