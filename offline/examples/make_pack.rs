//! Makes an offline pack of so many serials and measures it: `make_pack COUNT 8|16 FILE`.
//!
//! Prints a line of JSON: bytes, milliseconds, and how many of so many serials that were never issued
//! are listed.

mod world;

use std::{env, fs, process::ExitCode, time::Instant};

use ed25519_dalek::{Signer as _, SigningKey};
use offline::{Asked, Listed, Numbered, Pack, PackKey, Product, Word, judge};
use trace::Signature;
use world::{GTIN, serial};

const NEVER_ISSUED: u64 = 10_000_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [count, bits, file] = &arguments[..] else {
        eprintln!("make_pack COUNT 8|16 FILE");
        return ExitCode::FAILURE;
    };
    match make(count.parse().unwrap_or(1_000_000), bits == "16", file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn make(count: u64, is_critical: bool, file: &str) -> Result<(), Box<dyn std::error::Error>> {
    let seed = [7; 16];
    let begun = Instant::now();
    let keys = (0..count).map(|number| Pack::key(&seed, GTIN, &serial(number)));
    let listed = Listed::new(keys.collect(), is_critical, 7)?;
    let built_ms = begun.elapsed().as_millis();
    let key = SigningKey::from_bytes(&[9; 32]);
    let public = PackKey::new(&key.verifying_key().to_bytes()).ok_or("no key")?;
    let pack = Pack {
        made_at: 0,
        valid_until: i64::MAX,
        seed,
        brands: Vec::new(),
        keys: Vec::new(),
        products: vec![Product {
            gtin: GTIN.to_owned(),
            brand: "acme".to_owned(),
            names: vec![("en".to_owned(), "Tea".to_owned())],
            safety_critical: is_critical,
            numbered: Numbered::Declared(None),
            batches: Vec::new(),
            recalls: Vec::new(),
            blocked: Vec::new(),
            listed: Some(listed),
        }],
    };
    let bytes = pack.seal(&public, |content| key.sign(content).to_bytes());
    let all_ms = begun.elapsed().as_millis();
    fs::write(file, &bytes)?;
    fs::write(format!("{file}.key"), key.verifying_key().to_bytes())?;

    let pack = Pack::open(&bytes, &[public])?;
    let today = gs1::Date::from_days(20_000);
    let is_listed = |number: u64| {
        let serial = serial(number);
        let asked = Asked {
            gtin: GTIN,
            serial: Some(&serial),
            ..Asked::default()
        };
        let answer = judge(&pack, &asked, &Signature::Absent, today, 0, None);
        matches!(answer.words[..], [Word::ListedAsIssued { .. }])
    };
    let missed = (0..count).filter(|number| !is_listed(*number)).count();
    let begun = Instant::now();
    let wrong = (1 << 40..(1 << 40) + NEVER_ISSUED).filter(|number| is_listed(*number));
    let wrong = wrong.count();
    let look_up_ns = begun.elapsed().as_nanos() / u128::from(NEVER_ISSUED);
    println!(
        r#"{{"bytes":{},"built_ms":{built_ms},"all_ms":{all_ms},"missed":{missed},"asked":{NEVER_ISSUED},"wrong":{wrong},"look_up_ns":{look_up_ns}}}"#,
        bytes.len()
    );
    Ok(())
}
