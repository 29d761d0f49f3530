//! A report of one inspection: an archive that any program opens, and that shows any changed byte.
//!
//! | file | holds |
//! |---|---|
//! | `report.json` | [`Contents`]: which inspection, whose chains, with the devices' public keys |
//! | `chains/DEVICE.jsonl` | a [`Line`] a line |
//! | `witnesses.jsonl` | a [`Witness`] a line |
//! | `photos/DIGEST.EXTENSION` | a photograph, named by its SHA-256 |
//! | others | for people: PDF, CSV, EPCIS events |
//!
//! Nothing in it is packed. The archive's comment is the seal,
//! `touchstone-seal-1 server-|device- KEY SIGNATURE`: over all bytes of the file before it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read as _, Write as _},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::{
    Act, Broken, Chain, DeviceKey, Digest, Entry, KeyError, Line, LineError, ServerKey, Witness,
    WitnessError,
};

/// What a seal begins with, and what is signed.
const SEAL: &str = "touchstone-seal-1";
/// Bytes of a seal: the profile, who, the key's digest, a signature of 64 bytes in base64.
const SEAL_LEN: usize = SEAL.len() + 1 + 7 + 1 + 64 + 1 + 88;
/// What `report.json` names as its format.
const FORMAT: &str = "touchstone-report-1";

/// What a report is about: `report.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contents {
    /// `touchstone-report-1`.
    pub format: String,
    /// The inspection.
    pub inspection: String,
    /// Where to ask for the server's keys: `https://HOST`.
    pub origin: String,
    /// When the report was made, by its maker's clock; RFC 3339 in UTC.
    pub made_at: String,
    /// The devices that took part: a name for people, and the public key ([`DeviceKey::to_text`]).
    pub devices: Vec<(String, String)>,
}

impl Contents {
    /// Of an inspection.
    #[must_use]
    pub fn new(
        inspection: String,
        origin: String,
        made_at: String,
        devices: Vec<(String, String)>,
    ) -> Contents {
        Contents {
            format: FORMAT.to_owned(),
            inspection,
            origin,
            made_at,
            devices,
        }
    }
}

/// Who sealed a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sealer {
    /// The server, by the digest of its key.
    Server(Digest),
    /// A device by itself, without the server: then nobody else vouches for its key.
    Device(Digest),
}

/// A report that holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// What it is about.
    pub contents: Contents,
    /// Who sealed it.
    pub sealed_by: Sealer,
    /// What each device wrote.
    pub chains: Vec<VerifiedChain>,
    /// Photographs that are in it and named by an entry.
    pub photos: usize,
    /// Photographs that an entry names and that are not in it.
    pub missing: Vec<Digest>,
    /// The other files: for people.
    pub others: Vec<String>,
}

/// What one device wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedChain {
    /// The device's name for people.
    pub name: String,
    /// The device.
    pub device: Digest,
    /// What it wrote, in order.
    pub entries: Vec<Entry>,
    /// The server's times: the number of a line, and when the server had it and all before it.
    pub witnessed: Vec<(u64, String)>,
}

impl VerifiedChain {
    /// How many entries no server has witnessed: their times rest on the device's clock alone.
    #[must_use]
    pub fn unwitnessed(&self) -> u64 {
        let last = self.witnessed.iter().map(|(sequence, _)| *sequence).max();
        (self.entries.len() as u64).saturating_sub(last.unwrap_or(0))
    }
}

/// Why a report does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// It has no seal.
    #[error("this file has no seal: it is no report, its end is missing, or it was written anew")]
    Unsealed,
    /// The seal's key is not known here.
    #[error(
        "the report is sealed with the unknown key {0}: get the keys of the server that it names, and try again"
    )]
    Key(Digest),
    /// The seal does not fit.
    #[error("the seal does not fit: something in the file was changed after it was sealed")]
    Seal,
    /// It is no archive.
    #[error("this is no archive that can be read: {0}")]
    Archive(String),
    /// A file that belongs to it is missing.
    #[error("the report has no file `{0}`")]
    File(String),
    /// `report.json` is wrong.
    #[error("`report.json` can't be read: {0}")]
    Contents(String),
    /// A device's key is none.
    #[error("the key of the device {0:?}: {1}")]
    Device(String, KeyError),
    /// A line can't be read.
    #[error("`{0}`, line {1}: {2}")]
    Line(String, usize, LineError),
    /// A chain does not hold.
    #[error("the chain of the device {0:?} is broken: {1}")]
    Chain(String, Broken),
    /// A witness does not hold.
    #[error("`witnesses.jsonl`, line {0}: {1}")]
    Witness(usize, WitnessError),
    /// A witness speaks of a line that is not there.
    #[error(
        "the server has witnessed line {sequence} of the device {device} otherwise than it stands here"
    )]
    Contradicted {
        /// The device.
        device: Digest,
        /// The line.
        sequence: u64,
    },
    /// A photograph is not what its name says.
    #[error("the photograph `{0}` was changed")]
    Photo(String),
}

impl From<ZipError> for ReportError {
    fn from(error: ZipError) -> ReportError {
        ReportError::Archive(error.to_string())
    }
}

/// An archive before its seal.
pub struct Unsealed {
    bytes: Vec<u8>,
}

impl Unsealed {
    /// Puts the files into an archive with room for a seal.
    ///
    /// # Errors
    /// [`ReportError::Archive`], for two files of one name.
    pub fn of(
        contents: &Contents,
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Unsealed, ReportError> {
        let text = serde_json::to_vec_pretty(contents)
            .map_err(|error| ReportError::Contents(error.to_string()))?;
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let own = std::iter::once(("report.json".to_owned(), text));
        put(&mut archive, own.chain(files))?;
        archive.set_comment(" ".repeat(SEAL_LEN))?;
        let mut bytes = archive.finish()?.into_inner();
        bytes.truncate(bytes.len() - SEAL_LEN);
        Ok(Unsealed { bytes })
    }

    /// What is signed, by whoever seals it.
    #[must_use]
    pub fn to_sign(&self) -> Vec<u8> {
        to_sign(&self.bytes)
    }

    /// The report, with a signature of 64 bytes over [`Unsealed::to_sign`].
    #[must_use]
    pub fn sealed(mut self, by: Sealer, signature: &[u8; 64]) -> Vec<u8> {
        let (who, key) = match by {
            Sealer::Server(key) => ("server-", key),
            Sealer::Device(key) => ("device-", key),
        };
        let seal = format!("{SEAL} {who} {key} {}", STANDARD.encode(signature));
        self.bytes.extend_from_slice(seal.as_bytes());
        self.bytes
    }
}

/// Several reports in one file, which is sealed by nothing itself.
///
/// # Errors
/// [`ReportError::Archive`], for two files of one name.
pub fn archive(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Vec<u8>, ReportError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    put(&mut archive, files)?;
    Ok(archive.finish()?.into_inner())
}

fn put(
    archive: &mut ZipWriter<Cursor<Vec<u8>>>,
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<(), ReportError> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        archive.start_file(name, stored)?;
        archive
            .write_all(&bytes)
            .map_err(|error| ReportError::Archive(error.to_string()))?;
    }
    Ok(())
}

fn to_sign(bytes: &[u8]) -> Vec<u8> {
    format!("{SEAL}\n{}\n", Digest::of(bytes)).into_bytes()
}

/// Where a chain stands in a report.
#[must_use]
pub fn chain_file(device: Digest) -> String {
    format!("chains/{device}.jsonl")
}

/// Checks everything in a report: its seal by the server's keys (or the device's own), the chains, the
/// witnesses, the photographs.
///
/// # Errors
/// [`ReportError`]: the first thing that does not hold.
pub fn verify(report: &[u8], keys: &[ServerKey]) -> Result<Verified, ReportError> {
    let (sealed, seal) = report
        .split_at_checked(report.len().wrapping_sub(SEAL_LEN))
        .ok_or(ReportError::Unsealed)?;
    let (by, signature) = read_seal(seal).ok_or(ReportError::Unsealed)?;
    if let Sealer::Server(id) = by {
        let key = keys.iter().find(|key| key.id() == id);
        let key = key.ok_or(ReportError::Key(id))?;
        if !key.has_signed(&to_sign(sealed), &signature) {
            return Err(ReportError::Seal);
        }
    }

    let mut files = files(report)?;
    let text = take(&mut files, "report.json")?;
    let contents: Contents =
        serde_json::from_slice(&text).map_err(|error| ReportError::Contents(error.to_string()))?;
    if contents.format != FORMAT {
        return Err(ReportError::Contents(format!(
            "it is of the format {:?}, and this program reads `{FORMAT}`: update it",
            contents.format
        )));
    }

    let mut devices = Vec::new();
    for (name, key) in &contents.devices {
        let key = DeviceKey::from_text(key);
        let key = key.map_err(|error| ReportError::Device(name.clone(), error))?;
        devices.push((name.clone(), key));
    }
    if let Sealer::Device(id) = by {
        let key = devices.iter().find(|(_, key)| key.id() == id);
        let (_, key) = key.ok_or(ReportError::Key(id))?;
        if !key.has_signed(&to_sign(sealed), &signature) {
            return Err(ReportError::Seal);
        }
    }

    let mut chains = Vec::new();
    let mut digests = BTreeMap::new();
    for (name, key) in devices {
        let file = chain_file(key.id());
        let text = String::from_utf8(take(&mut files, &file)?)
            .map_err(|_| ReportError::Line(file.clone(), 1, LineError::Shape))?;
        let mut chain = Chain::default();
        let mut entries = Vec::new();
        for (at, text) in text.lines().enumerate() {
            let line = Line::from_text(text)
                .map_err(|error| ReportError::Line(file.clone(), at + 1, error))?;
            let entry = chain
                .take(&line, &key, &contents.inspection)
                .map_err(|broken| ReportError::Chain(name.clone(), broken))?;
            digests.insert((key.id(), entry.sequence), line.digest());
            entries.push(entry);
        }
        chains.push(VerifiedChain {
            name,
            device: key.id(),
            entries,
            witnessed: Vec::new(),
        });
    }

    witnessed(&mut files, keys, &contents, &digests, &mut chains)?;
    let named: BTreeSet<Digest> = chains
        .iter()
        .flat_map(|chain| chain.entries.iter().flat_map(|entry| photos(&entry.act)))
        .collect();
    let mut present = BTreeSet::new();
    let mut others = Vec::new();
    for (name, bytes) in files {
        let Some(photo) = name.strip_prefix("photos/") else {
            others.push(name);
            continue;
        };
        let stem = photo.split_once('.').map_or(photo, |(stem, _)| stem);
        let digest = Digest::of(&bytes);
        if stem.parse() != Ok(digest) || !named.contains(&digest) {
            return Err(ReportError::Photo(name));
        }
        present.insert(digest);
    }
    Ok(Verified {
        contents,
        sealed_by: by,
        chains,
        photos: present.len(),
        missing: named.difference(&present).copied().collect(),
        others,
    })
}

/// The photographs that an act names.
pub fn photos(act: &Act) -> Vec<Digest> {
    let photos = match act {
        Act::Found(finding) => finding.photos.as_slice(),
        Act::Custody(custody) => custody.photos.as_slice(),
        _ => &[],
    };
    photos.iter().map(|photo| photo.sha256).collect()
}

fn read_seal(seal: &[u8]) -> Option<(Sealer, Vec<u8>)> {
    let text = std::str::from_utf8(seal).ok()?;
    let mut parts = text.split(' ');
    let (profile, who, key) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
    let signature = STANDARD.decode(parts.next()?).ok()?;
    let by = match who {
        "server-" => Sealer::Server(key),
        "device-" => Sealer::Device(key),
        _ => return None,
    };
    (profile == SEAL && signature.len() == 64 && parts.next().is_none()).then_some((by, signature))
}

fn files(report: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ReportError> {
    let mut archive = ZipArchive::new(Cursor::new(report))?;
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)
            .map_err(|error| ReportError::Archive(error.to_string()))?;
        let name = file.name()?.into_owned();
        files.insert(name, bytes);
    }
    Ok(files)
}

fn take(files: &mut BTreeMap<String, Vec<u8>>, name: &str) -> Result<Vec<u8>, ReportError> {
    files
        .remove(name)
        .ok_or_else(|| ReportError::File(name.to_owned()))
}

/// Holds what the server witnessed against what stands in the chains.
fn witnessed(
    files: &mut BTreeMap<String, Vec<u8>>,
    keys: &[ServerKey],
    contents: &Contents,
    digests: &BTreeMap<(Digest, u64), Digest>,
    chains: &mut [VerifiedChain],
) -> Result<(), ReportError> {
    let text = String::from_utf8(take(files, "witnesses.jsonl")?)
        .map_err(|_| ReportError::Witness(1, WitnessError::Shape))?;
    for (at, text) in text.lines().enumerate() {
        let statement = Witness::from_text(text)
            .and_then(|witness| witness.verified(keys))
            .map_err(|error| ReportError::Witness(at + 1, error))?;
        let (device, sequence) = (statement.device, statement.sequence);
        let stands = digests.get(&(device, sequence));
        if stands != Some(&statement.digest) || statement.inspection != contents.inspection {
            return Err(ReportError::Contradicted { device, sequence });
        }
        for chain in chains.iter_mut().filter(|chain| chain.device == device) {
            chain
                .witnessed
                .push((sequence, statement.received_at.clone()));
        }
    }
    Ok(())
}
