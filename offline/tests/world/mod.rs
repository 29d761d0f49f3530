//! A pack with something of everything.

use gs1::Date;
use offline::{Batch, Blocked, Brand, Days, Listed, Numbered, Pack, Product, Recall, SerialRange};
use signed::{KnownKey, SigningKey};

/// Tea: numbered, declared whole.
pub const TEA: &str = "09506000134352";
/// Medicine: safety-critical.
pub const PILLS: &str = "09506000134369";
/// Bags: not numbered.
pub const BAGS: &str = "09506000134376";

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn names(name: &str) -> Vec<(String, String)> {
    vec![
        ("de".to_owned(), format!("{name} (de)")),
        ("en".to_owned(), name.to_owned()),
    ]
}

pub fn recall(number: &str) -> Recall {
    Recall {
        number: number.to_owned(),
        on: date("2026-11-01"),
        headline: names("Glass in it"),
        is_confirmed: true,
        names_more: false,
        batches: Vec::new(),
        serials: Vec::new(),
        ranges: Vec::new(),
        produced: None,
        expires: None,
    }
}

fn product(gtin: &str, name: &str, numbered: Numbered) -> Product {
    Product {
        gtin: gtin.to_owned(),
        brand: "acme".to_owned(),
        names: names(name),
        safety_critical: false,
        numbered,
        batches: Vec::new(),
        recalls: Vec::new(),
        blocked: Vec::new(),
        listed: None,
    }
}

/// Units of tea and of pills: serials `K0` to `K99`.
fn listed(seed: &[u8; 16], gtin: &str, is_critical: bool) -> Option<Listed> {
    let keys = (0..100).map(|number| Pack::key(seed, gtin, &format!("K{number}")));
    Listed::new(keys.collect(), is_critical, 1).ok()
}

/// The key that signs the brand's codes.
pub fn brand_key() -> SigningKey {
    SigningKey::new(&[5; 32]).unwrap()
}

pub fn pack() -> Pack {
    let seed = [4; 16];
    let tea = Product {
        batches: vec![
            Batch {
                number: "L1".to_owned(),
                produced: Some(date("2026-01-10")),
                best_before: Some(date("2028-01-10")),
                markets: vec![*b"DE", *b"PL"],
                ..Batch::default()
            },
            Batch {
                number: "L2".to_owned(),
                ..Batch::default()
            },
        ],
        recalls: vec![
            Recall {
                batches: vec!["L2".to_owned()],
                ..recall("R-batch")
            },
            Recall {
                ranges: vec![SerialRange {
                    from: "K90".to_owned(),
                    to: "K95".to_owned(),
                }],
                serials: vec!["K7".to_owned()],
                ..recall("R-serials")
            },
        ],
        blocked: vec![Blocked {
            serial: "K5".to_owned(),
            state: "stolen".to_owned(),
        }],
        listed: listed(&seed, TEA, false),
        ..product(TEA, "Tea", Numbered::Declared(None))
    };
    let pills = Product {
        safety_critical: true,
        batches: vec![Batch {
            number: "P1".to_owned(),
            expiry: Some(date("2026-06-30")),
            ..Batch::default()
        }],
        recalls: vec![Recall {
            is_confirmed: false,
            expires: Some(Days {
                from: Some(date("2030-01-01")),
                to: None,
            }),
            ..recall("N-dates")
        }],
        listed: listed(&seed, PILLS, true),
        ..product(PILLS, "Pills", Numbered::Declared(Some(date("2026-01-01"))))
    };
    Pack {
        made_at: 1_000,
        valid_until: 2_000,
        seed,
        brands: vec![Brand {
            id: "acme".to_owned(),
            name: "Acme".to_owned(),
            contact: vec!["quality@acme.example".to_owned()],
        }],
        keys: vec![KnownKey {
            key: brand_key().public().clone(),
            prefixes: vec!["9506000".to_owned()],
            revoked_on: None,
        }],
        products: vec![tea, pills, product(BAGS, "Bags", Numbered::No)],
    }
}
