//! `touchstone advise`: room and a way of printing → which symbol will read, and why.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anyhow::bail;
use label::{Area, Choice, Correction, Method, Miss, Need, Reason, Symbology, Use, advise};

use super::Dpi;

/// The flags of `advise`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The room for the symbol with its quiet zone: a square of so many millimeters, or
    /// `WIDTHxHEIGHT`.
    #[arg(long, value_name = "MM", value_parser = area)]
    size_mm: Area,
    /// How it is printed.
    #[arg(long, value_enum)]
    method: How,
    /// The resolution of a thermal printer.
    #[arg(long, value_enum, default_value = "300")]
    dpi: Dpi,
    /// What stands before the path of the link; its length counts.
    #[arg(long, value_name = "ORIGIN", default_value = "https://id.gs1.org")]
    stem: String,
    /// Characters that a serial may have; those of `touchstone issue` have 16.
    #[arg(long, value_name = "N", value_delimiter = ',', default_value = "8,12,16,20",
          value_parser = clap::value_parser!(u8).range(1..=20))]
    serial: Vec<u8>,
    /// For a retail checkout: modules from 0.396 to 0.990 mm.
    #[arg(long)]
    retail_checkout: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum How {
    Inkjet,
    Thermal,
    Laser,
    Offset,
}

/// Succeeds where something fits.
pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let serials: Vec<usize> = arguments.serial.iter().copied().map(usize::from).collect();
    let need = Need {
        link_stem: Some(
            arguments.stem.trim_end_matches('/').len() + "/01/09506000134352/21/".len(),
        ),
        element_string: true,
        serials: &serials,
        usage: if arguments.retail_checkout {
            Use::RetailCheckout
        } else {
            Use::General
        },
    };
    let method = match arguments.method {
        How::Inkjet => Method::Inkjet,
        How::Thermal => Method::Thermal(arguments.dpi.resolution()),
        How::Laser => Method::Laser,
        How::Offset => Method::Offset,
    };
    let advice = advise(&need, arguments.size_mm, method);
    let mut out = io::stdout().lock();
    for (rank, choice) in (1..).zip(&advice.choices) {
        say_choice(&mut out, rank, choice)?;
    }
    for miss in &advice.misses {
        say_miss(&mut out, miss)?;
    }
    out.flush()?;
    if advice.choices.is_empty() {
        bail!("nothing fits; make the room larger, the serial shorter, or print finer");
    }
    Ok(ExitCode::SUCCESS)
}

fn say_choice(out: &mut dyn Write, rank: u32, choice: &Choice) -> io::Result<()> {
    writeln!(
        out,
        "{rank}. {}, serial of {} characters: {} × {} modules of {:.3} mm ({} dots), {:.1} × {:.1} mm",
        name(choice.symbology, choice.gs1, choice.correction),
        choice.serial,
        choice.cols,
        choice.rows,
        choice.module_mm,
        choice.dots,
        choice.size.width,
        choice.size.height,
    )?;
    for reason in &choice.reasons {
        writeln!(out, "   {}", sentence(reason))?;
    }
    Ok(())
}

fn say_miss(out: &mut dyn Write, miss: &Miss) -> io::Result<()> {
    writeln!(
        out,
        "Not {}: even with a serial of {} characters its modules would be {:.3} mm and must be \
         {:.3} mm. It needs {:.1} × {:.1} mm.",
        name(miss.symbology, miss.gs1, miss.correction),
        miss.serial,
        miss.module_mm,
        miss.needed_mm,
        miss.needed.width,
        miss.needed.height,
    )
}

fn name(symbology: Symbology, gs1: bool, correction: Option<Correction>) -> String {
    let symbol = match symbology {
        Symbology::QrCode => "QR Code",
        Symbology::DataMatrix => "Data Matrix",
        Symbology::RectangularDataMatrix => "rectangular Data Matrix",
    };
    let content = if gs1 {
        "GS1 element string"
    } else {
        "GS1 Digital Link"
    };
    match correction {
        Some(level) => format!("{symbol} ({level:?}) with a {content}"),
        None => format!("{symbol} with a {content}"),
    }
}

fn sentence(reason: &Reason) -> String {
    match reason {
        Reason::OpensOnPhones => "Any phone's camera opens it, without an app.".to_owned(),
        Reason::NeedsScanner => {
            "Only scanners and apps read it; a phone's own camera does not.".to_owned()
        }
        Reason::Comfortable { ratio } => format!(
            "Its modules are {ratio:.2} times the smallest that this way of printing is good for."
        ),
        Reason::Tight { ratio } => format!(
            "Its modules are only {ratio:.2} times the smallest that this way of printing is good \
             for: try it on the real material first."
        ),
        Reason::ShortSerial { characters } => {
            format!("{characters} characters are so few that others' serials can be guessed.")
        }
        Reason::LargestModule { module_mm } => {
            format!("There is room for more, and GS1 allows no modules above {module_mm:.3} mm.")
        }
        Reason::LowCorrection => {
            "Its error correction is the lowest: it stands less dirt and wear.".to_owned()
        }
    }
}

/// `12` or `30x10`, in millimeters.
fn area(text: &str) -> Result<Area, String> {
    let side = |text: &str| {
        let side: f64 = text.trim().parse().ok()?;
        (1.0..=1000.0).contains(&side).then_some(side)
    };
    let found = match text.split_once(['x', '×']) {
        Some((width, height)) => side(width).zip(side(height)),
        None => side(text).map(|side| (side, side)),
    };
    let (width, height) = found.ok_or_else(|| {
        "write millimeters from 1 to 1000, as `12` or, for a rectangle, `30x10`".to_owned()
    })?;
    Ok(Area { width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_as_people_write_them() {
        assert_eq!(area("12"), Ok(Area::square(12.0)));
        let rectangle = Area {
            width: 30.5,
            height: 10.0,
        };
        assert_eq!(area("30.5x10"), Ok(rectangle));
        for wrong in ["", "x", "0", "-3", "12mm", "3x", "NaN", "1e9"] {
            assert!(area(wrong).is_err(), "{wrong}");
        }
    }
}
