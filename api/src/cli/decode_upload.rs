//! `touchstone decode-upload`: one picture on standard input → what its symbols say, or a smaller one,
//! on standard output, as [`upload::Said`]. Limits itself before it looks.

use std::{
    io::{Read, Write},
    process::ExitCode,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use decoder::{Assembly, Effort, Options};
use rustix::process::{Resource, Rlimit, setrlimit};
use wire::scan::{Part, Trouble};

use crate::{
    http::upload_form::MAX_PHOTO,
    picture,
    upload::{self, Said},
};

/// Memory, in bytes: a picture of 40 million pixels in color, its brightness, and what the decoder
/// makes of it.
const MEMORY: u64 = 2 * 1024 * 1024 * 1024;
/// Processor time, in seconds.
const CPU: u64 = 15;

/// What is asked of the picture.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct Arguments {
    /// To be written anew, smaller and without what the camera wrote beside it.
    #[arg(long)]
    reduce: bool,
}

pub(super) fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    for (resource, limit) in [
        (Resource::As, MEMORY),
        (Resource::Cpu, CPU),
        // Nothing is written to a file, and no picture is left in a core dump.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nofile, 16),
    ] {
        let limit = Rlimit {
            current: Some(limit),
            maximum: Some(limit),
        };
        setrlimit(resource, limit)?;
    }
    let mut photo = Vec::new();
    std::io::stdin()
        .take(MAX_PHOTO as u64 + 1)
        .read_to_end(&mut photo)?;
    let said = match arguments.reduce {
        true => reduced(&photo),
        false => symbols(&photo),
    };
    let mut out = std::io::stdout();
    serde_json::to_writer(&mut out, &said)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn reduced(photo: &[u8]) -> Said {
    match picture::reduced(photo) {
        Ok(jpeg) => Said::Reduced(BASE64_STANDARD.encode(jpeg)),
        Err(error) => Said::NoPicture(error.to_string()),
    }
}

fn symbols(photo: &[u8]) -> Said {
    match picture::luma_of(photo) {
        Err(error) => Said::NoPicture(error.to_string()),
        Ok(luma) => {
            let options = Options {
                effort: Effort::Still,
                max_symbols: 16,
                ..Options::default()
            };
            let mut parts = Assembly::default();
            let symbols = parts.join(picture::symbols_of(&luma, &options));
            let part = |symbol| {
                let (part, read) = parts.part(symbol)?;
                Some(Part {
                    index: part.index,
                    count: part.count,
                    id: part.id,
                    read,
                })
            };
            let read = symbols.iter().map(|symbol| match &symbol.payload {
                Ok(payload) => {
                    let part = part(symbol);
                    upload::Read {
                        symbology_identifier: payload.symbology_identifier().to_owned(),
                        text: part.is_none().then(|| payload.text()),
                        part,
                        trouble: None,
                    }
                }
                Err(_) => upload::Read {
                    symbology_identifier: String::new(),
                    text: None,
                    part: None,
                    trouble: (symbol.trouble).and_then(|trouble| Trouble::named(trouble.name())),
                },
            });
            Said::Symbols(read.collect())
        }
    }
}
