//! An uploaded photograph, read in a process of its own: bytes → what its symbols say, or a smaller
//! picture without what the camera wrote beside it.
//!
//! The child limits its own memory, processor time and files, and ours ends it after a while; a
//! picture that makes a decoder panic, loop or swell harms nobody else. The picture goes through a
//! pipe and is never written anywhere as it came.

use std::{process::Stdio, time::Duration};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};
use tokio::{io::AsyncWriteExt, process::Command, time::timeout};
use wire::scan::{Part, Trouble};

use crate::{error::ApiError, state::App};

/// How many photographs are read at once.
pub const AT_ONCE: usize = 2;
/// How long one waits for its turn.
const TURN: Duration = Duration::from_secs(10);
/// How long a child may take.
const WALL: Duration = Duration::from_secs(20);

/// A symbol in a photograph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Read {
    /// ISO/IEC 15424, such as `]d2`; empty where it was only seen.
    pub symbology_identifier: String,
    /// What it says; `None` where it was only seen, or is a part of more.
    pub text: Option<String>,
    /// Its place among several that carry one message, where not all of them are in the photograph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// What kept it from being read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
}

/// What the child says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// The symbols; nothing found is an empty list.
    Symbols(Vec<Read>),
    /// The picture as a JPEG, in base64 (RFC 4648, section 4).
    Reduced(String),
    /// Why there is no picture in what was sent.
    NoPicture(String),
}

/// Reads a photograph.
pub async fn read(app: &App, photo: Vec<u8>) -> Result<Vec<Read>, ApiError> {
    match asked(app, &["decode-upload"], photo).await? {
        Said::Symbols(symbols) => Ok(symbols),
        said => Err(unexpected(&said)),
    }
}

/// Writes a photograph anew: a JPEG of at most [`REDUCED`](crate::picture::REDUCED) pixels a side,
/// with nothing in it but the picture.
pub async fn reduce(app: &App, photo: Vec<u8>) -> Result<Vec<u8>, ApiError> {
    match asked(app, &["decode-upload", "--reduce"], photo).await? {
        Said::Reduced(base64) => BASE64_STANDARD
            .decode(base64)
            .map_err(|error| ApiError::Internal(error.into())),
        said => Err(unexpected(&said)),
    }
}

fn unexpected(said: &Said) -> ApiError {
    match said {
        Said::NoPicture(why) => ApiError::Picture(why.clone()),
        Said::Symbols(_) | Said::Reduced(_) => {
            ApiError::Internal(anyhow::anyhow!("the decoder answered another question"))
        }
    }
}

/// What a process of its own says of a photograph.
async fn asked(app: &App, arguments: &[&str], photo: Vec<u8>) -> Result<Said, ApiError> {
    let _turn = timeout(TURN, app.uploads.acquire())
        .await
        .map_err(|_| ApiError::Busy)?
        .map_err(|error| ApiError::Internal(error.into()))?;
    let mut child = Command::new(&app.decoder)
        .args(arguments)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| ApiError::Internal(error.into()))?;
    let stdin = child.stdin.take();
    let work = async {
        if let Some(mut stdin) = stdin {
            // A child that ended early has said why on its way out.
            let _ = stdin.write_all(&photo).await;
        }
        child.wait_with_output().await
    };
    let output = match timeout(WALL, work).await {
        Ok(output) => output.map_err(|error| ApiError::Internal(error.into()))?,
        Err(_) => {
            tracing::warn!("upload.too_slow: a photograph took more than 20 s");
            return Err(ApiError::Picture("it takes too long to read".to_owned()));
        }
    };
    match serde_json::from_slice(&output.stdout) {
        Ok(said) => Ok(said),
        Err(_) => {
            tracing::warn!(status = %output.status, "upload.died: the decoder ended with {}", output.status);
            Err(ApiError::Picture("it is too large or damaged".to_owned()))
        }
    }
}
