//! An inspection on a device in software, witnessed, sealed and held against what could be done to it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use evidence::{
    Act, Broken, Chain, Contents, DeviceKey, Digest, Entry, FORMAT, Finding, Judged, Line,
    LineError, Photo, Place, ReportError, Sealer, ServerKey, ServerSigner, Severity, Shop,
    Statement, Unsealed, Witness, chain_file, verify,
};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use proptest::prelude::*;

const INSPECTION: &str = "5b1c7f2e-visit";

/// A device as WebCrypto is one.
struct Device {
    key: SigningKey,
    lines: Vec<Line>,
}

impl Device {
    fn new(seed: u8) -> Device {
        Device {
            key: SigningKey::from_slice(&[seed; 32]).expect("a scalar"),
            lines: Vec::new(),
        }
    }

    fn public(&self) -> DeviceKey {
        let point = self.key.verifying_key().to_sec1_point(false);
        DeviceKey::from_bytes(point.as_bytes()).expect("a point")
    }

    fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        let signature: Signature = self.key.sign(bytes);
        signature.to_bytes().into()
    }

    fn entry(&self, act: Act) -> Entry {
        Entry {
            format: FORMAT.to_owned(),
            inspection: INSPECTION.to_owned(),
            device: self.public().id(),
            sequence: self.lines.len() as u64 + 1,
            previous: self.lines.last().map(Line::digest),
            at: format!("2026-11-27T09:{:02}:00.000Z", self.lines.len()),
            ahead_ms: Some(-120),
            inspector: "m-7".to_owned(),
            place: Some(Place {
                latitude: 52.52,
                longitude: 13.405,
                accuracy_m: 12.0,
                age_ms: 800,
            }),
            act,
        }
    }

    fn signed(&self, entry: &Entry) -> Line {
        let entry = serde_json::to_string(entry).expect("writes");
        let signature = STANDARD.encode(self.sign(entry.as_bytes()));
        Line { entry, signature }
    }

    fn write(&mut self, act: Act) {
        let line = self.signed(&self.entry(act));
        self.lines.push(line);
    }
}

fn opened() -> Act {
    Act::Opened {
        purpose: "spot check".to_owned(),
        shop: Shop {
            name: "Corner shop".to_owned(),
            address: "Marktstraße 1, Berlin".to_owned(),
            gln: None,
        },
        team: vec!["A. Novak".to_owned()],
        consignment: None,
        after: None,
    }
}

fn checked(code: &str) -> Act {
    Act::Checked(Judged {
        code: code.to_owned(),
        symbology_identifier: Some("]Q1".to_owned()),
        answer: "listed-as-issued".to_owned(),
        one_in: Some(256),
        pack: Some(Digest::of(b"pack")),
        as_of: "2026-11-27T06:00:00Z".to_owned(),
    })
}

const PHOTO: &[u8] = b"\xff\xd8 a photograph of a torn seal \xff\xd9";

fn found() -> Act {
    Act::Found(Finding {
        code: None,
        reason: "seal-broken".to_owned(),
        severity: Severity::Major,
        quantity: 2,
        note: "„offen“".to_owned(),
        photos: vec![Photo {
            sha256: Digest::of(PHOTO),
            bytes: PHOTO.len() as u64,
            original_sha256: Digest::of(b"original"),
            taken_at: "2026-11-27T09:02:00.000Z".to_owned(),
        }],
    })
}

fn visited() -> Device {
    let mut device = Device::new(7);
    device.write(opened());
    device.write(checked("https://id.example/01/09506000134352/21/A1"));
    device.write(found());
    device.write(Act::Closed {
        note: String::new(),
    });
    device
}

fn server() -> ServerSigner {
    ServerSigner::new(&[9; 32]).expect("a key")
}

fn witness(device: &Device, sequence: u64) -> Witness {
    server().witness(&Statement::new(
        INSPECTION.to_owned(),
        device.public().id(),
        sequence,
        device.lines[sequence as usize - 1].digest(),
        "2026-11-27T12:00:00Z".to_owned(),
    ))
}

fn contents(device: &Device) -> Contents {
    Contents::new(
        INSPECTION.to_owned(),
        "https://id.example".to_owned(),
        "2026-11-27T12:30:00Z".to_owned(),
        vec![("Phone 3".to_owned(), device.public().to_text())],
    )
}

fn files(device: &Device, witnesses: &[Witness]) -> Vec<(String, Vec<u8>)> {
    let lines: Vec<String> = device.lines.iter().map(Line::to_text).collect();
    let witnesses: Vec<String> = witnesses.iter().map(Witness::to_text).collect();
    vec![
        (
            chain_file(device.public().id()),
            lines.join("\n").into_bytes(),
        ),
        (
            "witnesses.jsonl".to_owned(),
            witnesses.join("\n").into_bytes(),
        ),
        (format!("photos/{}.jpg", Digest::of(PHOTO)), PHOTO.to_vec()),
        ("report.pdf".to_owned(), b"%PDF-1.7 for people".to_vec()),
    ]
}

fn report(device: &Device) -> Vec<u8> {
    server()
        .seal(&contents(device), files(device, &[witness(device, 3)]))
        .expect("seals")
}

fn keys() -> Vec<ServerKey> {
    vec![server().public().clone()]
}

#[test]
fn a_report_says_what_was_written_and_what_was_witnessed() {
    let device = visited();
    let verified = verify(&report(&device), &keys()).expect("holds");
    assert_eq!(verified.sealed_by, Sealer::Server(server().public().id()));
    assert_eq!(verified.photos, 1);
    assert!(verified.missing.is_empty());
    assert_eq!(verified.others, ["report.pdf"]);
    let [chain] = verified.chains.as_slice() else {
        panic!("one device")
    };
    assert_eq!((&*chain.name, chain.entries.len()), ("Phone 3", 4));
    assert_eq!(chain.entries[2].act, found());
    assert_eq!(chain.witnessed, [(3, "2026-11-27T12:00:00Z".to_owned())]);
    assert_eq!(chain.unwitnessed(), 1);
}

#[test]
fn a_device_alone_seals_what_it_has() {
    let device = visited();
    let mut own = files(&device, &[]);
    own.retain(|(name, _)| name != "report.pdf" && !name.starts_with("photos/"));
    let unsealed = Unsealed::of(&contents(&device), own).expect("writes");
    let signature = device.sign(&unsealed.to_sign());
    let by = Sealer::Device(device.public().id());
    let report = unsealed.sealed(by, &signature);
    let verified = verify(&report, &[]).expect("holds");
    assert_eq!(verified.sealed_by, by);
    assert_eq!(verified.missing, [Digest::of(PHOTO)]);
    assert_eq!(verified.chains[0].unwitnessed(), 4);
}

#[test]
fn without_the_servers_key_it_says_which_one_it_needs() {
    let report = report(&visited());
    let error = verify(&report, &[]).expect_err("unknown");
    assert_eq!(error, ReportError::Key(server().public().id()));
    assert_eq!(verify(b"PK", &keys()), Err(ReportError::Unsealed));
    assert_eq!(verify(b"", &keys()), Err(ReportError::Unsealed));
}

/// What somebody with the server's seal at hand, but not the device's key, could have made of it.
fn forged(change: impl FnOnce(&mut Device)) -> ReportError {
    let mut device = visited();
    let before = witness(&device, 3);
    change(&mut device);
    let report = server()
        .seal(&contents(&device), files(&device, &[before]))
        .expect("seals");
    verify(&report, &keys()).expect_err("is seen")
}

#[test]
fn whoever_seals_anew_what_was_changed_is_found_out() {
    let broken = |error: &ReportError| match error {
        ReportError::Chain(_, broken) => broken.clone(),
        other => panic!("{other}"),
    };
    // A word of an entry.
    let error = forged(|device| {
        device.lines[1].entry = device.lines[1].entry.replace("A1", "A2");
    });
    assert!(matches!(
        broken(&error),
        Broken::Line {
            sequence: 2,
            error: LineError::Signature
        }
    ));
    // One left out.
    let error = forged(|device| {
        device.lines.remove(1);
    });
    assert_eq!(
        broken(&error),
        Broken::Sequence {
            expected: 2,
            found: 3
        }
    );
    // Two the other way round.
    let error = forged(|device| device.lines.swap(1, 2));
    assert_eq!(
        broken(&error),
        Broken::Sequence {
            expected: 2,
            found: 3
        }
    );
    // Cut off behind: the server had seen more.
    let error = forged(|device| device.lines.truncate(2));
    assert!(matches!(
        error,
        ReportError::Contradicted { sequence: 3, .. }
    ));
    // Even the device itself can't write another history once it was witnessed.
    let error = forged(|device| {
        device.lines.truncate(1);
        device.write(checked("https://id.example/01/09506000134352/21/OTHER"));
        device.write(found());
    });
    assert!(matches!(
        error,
        ReportError::Contradicted { sequence: 3, .. }
    ));
    // Nor begin in the middle.
    let error = forged(|device| {
        device.lines.clear();
        device.write(found());
    });
    assert_eq!(broken(&error), Broken::Opening(1));
}

#[test]
fn lines_that_do_not_fit_leave_the_chain_as_it_was() {
    let device = visited();
    let key = device.public();
    let mut chain = Chain::default();
    for line in &device.lines {
        chain.take(line, &key, INSPECTION).expect("fits");
    }
    let whole = chain.clone();
    let again = chain.take(&device.lines[3], &key, INSPECTION);
    assert_eq!(
        again,
        Err(Broken::Sequence {
            expected: 5,
            found: 4
        })
    );
    let mut other = Device::new(8);
    other.write(opened());
    let foreign = Chain::default().take(&other.lines[0], &key, INSPECTION);
    assert!(matches!(
        foreign,
        Err(Broken::Line {
            error: LineError::Signature,
            ..
        })
    ));
    let elsewhere = Chain::default().take(&device.lines[0], &key, "another");
    assert_eq!(elsewhere, Err(Broken::Inspection(1)));
    let mut loose = device.entry(checked("x"));
    loose.previous = Some(Digest::of(b"something else"));
    let replaced = chain.take(&device.signed(&loose), &key, INSPECTION);
    assert_eq!(replaced, Err(Broken::Previous(5)));
    let mut late = device.entry(opened());
    late.sequence = 5;
    let twice = chain.take(&device.signed(&late), &key, INSPECTION);
    assert_eq!(twice, Err(Broken::Opening(5)));
    assert_eq!(chain, whole);
}

#[test]
fn an_entry_of_a_later_version_says_so() {
    let device = visited();
    let mut later = device.entry(found());
    later.format = "touchstone-entry-2".to_owned();
    let line = device.signed(&later);
    assert_eq!(
        line.verified(&device.public()),
        Err(LineError::Format("touchstone-entry-2".to_owned()))
    );
}

#[test]
fn a_line_has_one_spelling() {
    let device = visited();
    let text = device.lines[0].to_text();
    assert_eq!(Line::from_text(&text), Ok(device.lines[0].clone()));
    assert_eq!(
        Line::from_text(&text.replacen(':', ": ", 1)),
        Err(LineError::Shape)
    );
    assert_eq!(Line::from_text("{}"), Err(LineError::Shape));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// One byte, anywhere: in an entry, a photograph, a picture of the page, the archive's own words.
    #[test]
    fn one_changed_byte_is_seen(at in any::<prop::sample::Index>(), by in 1..=255_u8) {
        let device = visited();
        let mut report = report(&device);
        let at = at.index(report.len());
        report[at] ^= by;
        prop_assert!(verify(&report, &keys()).is_err(), "byte {at} changed by {by}");
    }

    /// One byte of a chain's file, without any seal around it.
    #[test]
    fn one_changed_byte_of_a_chain_is_seen(at in any::<prop::sample::Index>(), by in 1..=255_u8) {
        let device = visited();
        let lines: Vec<String> = device.lines.iter().map(Line::to_text).collect();
        let mut file = lines.join("\n").into_bytes();
        let at = at.index(file.len());
        file[at] ^= by;
        let holds = || -> Option<u64> {
            let mut chain = Chain::default();
            for line in std::str::from_utf8(&file).ok()?.lines() {
                let line = Line::from_text(line).ok()?;
                chain.take(&line, &device.public(), INSPECTION).ok()?;
            }
            Some(chain.sequence)
        };
        prop_assert_ne!(holds(), Some(4), "byte {} changed by {}", at, by);
    }
}
