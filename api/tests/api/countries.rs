//! Which country an address is in: the file, and what it does to a check.

use std::net::IpAddr;

use api::{countries::Countries, http::client::Peer};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::site::{Site, TEA, request};

/// Blocks that nobody has: in Brazil, by this file.
const BLOCKS: [(&str, u8, &str); 3] = [
    ("::198.18.0.0", 111, "BR"),
    ("2001:db8:b::", 48, "BR"),
    ("2001:db8:f::", 48, "FR"),
];

/// A record of a tree: nothing, a node, or the data of a country.
#[derive(Clone, Copy)]
enum Record {
    Nothing,
    Node(usize),
    Data(usize),
}

/// A small writer of MaxMind DB 2.0, by its specification: what this server reads is not what wrote it.
struct Writer {
    nodes: Vec<[Record; 2]>,
    data: Vec<u8>,
}

fn text(text: &str) -> Vec<u8> {
    assert!(text.len() < 29);
    [&[2 << 5 | text.len() as u8], text.as_bytes()].concat()
}

fn number(value: u32) -> Vec<u8> {
    [&[6 << 5 | 4][..], &value.to_be_bytes()].concat()
}

fn map(fields: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = vec![7 << 5 | fields.len() as u8];
    for (name, value) in fields {
        bytes.extend(text(name));
        bytes.extend(value);
    }
    bytes
}

impl Writer {
    fn new() -> Writer {
        Writer {
            nodes: vec![[Record::Nothing; 2]],
            // A text that others point to, as files of the trade have them.
            data: text("iso_code"),
        }
    }

    /// What a country's place says: in three shapes, behind fields that nobody asks for.
    fn country(&mut self, code: &str, shape: usize) -> usize {
        let at = self.data.len();
        let pointer = vec![1 << 5, 0];
        let names = map(&[("en", text("A country")), ("de", text("Ein Land"))]);
        let list = [&[2, 4][..], &text("one"), &text("two")].concat();
        let truth = vec![1, 7];
        let bytes = match shape {
            0 => {
                let mut country = vec![7 << 5 | 3];
                country.extend([text("names"), names, pointer, text(code)].concat());
                country.extend([text("geoname_id"), number(7)].concat());
                map(&[("list", list), ("is_anycast", truth), ("country", country)])
            }
            1 => map(&[("country", text(code))]),
            _ => map(&[("country_code", text(code))]),
        };
        self.data.extend(bytes);
        at
    }

    fn put(&mut self, address: u128, prefix: u8, data: usize) {
        let mut node = 0;
        for bit in 0..prefix {
            let side = usize::from(address >> (127 - bit) & 1 == 1);
            if bit + 1 == prefix {
                self.nodes[node][side] = Record::Data(data);
                return;
            }
            node = match self.nodes[node][side] {
                Record::Node(next) => next,
                _ => {
                    self.nodes.push([Record::Nothing; 2]);
                    let next = self.nodes.len() - 1;
                    self.nodes[node][side] = Record::Node(next);
                    next
                }
            };
        }
    }

    fn file(&self, record_size: u32) -> Vec<u8> {
        let count = self.nodes.len();
        let value = |record: Record| match record {
            Record::Nothing => count as u32,
            Record::Node(node) => node as u32,
            Record::Data(at) => (count + 16 + at) as u32,
        };
        let mut bytes = Vec::new();
        for [left, right] in &self.nodes {
            let (left, right) = (value(*left).to_be_bytes(), value(*right).to_be_bytes());
            match record_size {
                24 => bytes.extend([&left[1..], &right[1..]].concat()),
                28 => {
                    let middle = left[0] << 4 | right[0];
                    bytes.extend([&left[1..], &[middle], &right[1..]].concat());
                }
                _ => bytes.extend([left, right].concat()),
            }
        }
        bytes.extend([0; 16]);
        bytes.extend(&self.data);
        bytes.extend(b"\xab\xcd\xefMaxMind.com");
        bytes.extend(map(&[
            ("database_type", text("Test-Country")),
            ("node_count", number(count as u32)),
            ("record_size", number(record_size)),
            ("ip_version", number(6)),
        ]));
        bytes
    }
}

fn written(record_size: u32, shape: usize) -> Vec<u8> {
    let mut writer = Writer::new();
    for (address, prefix, code) in BLOCKS {
        let data = writer.country(code, shape);
        let IpAddr::V6(address) = address.parse().unwrap() else {
            unreachable!("{address}");
        };
        writer.put(address.to_bits(), prefix, data);
    }
    writer.file(record_size)
}

/// The file of every site.
pub fn file() -> Vec<u8> {
    written(24, 0)
}

#[test]
fn an_address_is_where_the_file_says() {
    for record_size in [24, 28, 32] {
        for shape in 0..3 {
            let countries = Countries::read(written(record_size, shape)).unwrap();
            for (address, expected) in [
                ("198.18.0.1", Some("BR")),
                ("198.19.255.255", Some("BR")),
                ("198.20.0.0", None),
                ("::ffff:198.18.0.1", Some("BR")),
                ("10.0.0.1", None),
                ("2001:db8:b::1", Some("BR")),
                ("2001:db8:f:ffff::1", Some("FR")),
                ("2001:db8:c::1", None),
            ] {
                let found = countries.of(address.parse().unwrap());
                let found = found.map(|country| country.to_string());
                assert_eq!(
                    found.as_deref(),
                    expected,
                    "{record_size} {shape} {address}"
                );
            }
        }
    }
}

#[test]
fn a_damaged_file_is_refused_or_tells_nothing() {
    let whole = file();
    let address = "198.18.0.1".parse().unwrap();
    assert!(Countries::read(Vec::new()).is_err());
    assert!(Countries::read(b"country,DE".to_vec()).is_err());
    for length in 0..whole.len() {
        if let Ok(countries) = Countries::read(whole[..length].to_vec()) {
            std::hint::black_box(countries.of(address));
        }
        // The mark is there, and less than it says before it.
        if let Ok(countries) = Countries::read(whole[length..].to_vec()) {
            std::hint::black_box(countries.of(address));
        }
    }
    // Each byte in turn is another one: nothing may panic or go round in circles.
    for at in 0..whole.len() {
        for byte in [0, 0x20, 0x3f, 0x7f, 0xe1, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] = byte;
            if let Ok(countries) = Countries::read(bytes) {
                std::hint::black_box(countries.of(address));
            }
        }
    }
}

async fn check(site: &Site, serial: &str, peer: &str, more: Value) -> Value {
    let mut question = json!({ "code": format!("(01){TEA}(21){serial}") });
    for (name, value) in more.as_object().unwrap() {
        question[name] = value.clone();
    }
    let headers = [("content-type", "application/json")];
    let body = Body::from(question.to_string());
    let mut asked = request(Method::POST, "/v1/verify", &headers, body);
    asked.extensions_mut().insert(Peer(peer.parse().unwrap()));
    site.send(asked).await.is(200).json()
}

#[tokio::test]
async fn a_check_without_a_place_is_in_the_country_of_its_address() {
    let site = Site::new().await;
    // One session abroad by its address says nothing, and each further one weighs: much, here.
    let brand = json!({
        "type": "brand", "id": "acme", "name": "Acme", "prefixes": ["9506000"],
        "thresholds": { "scale": { "wrong-market": 1000 } },
    });
    assert!(site.import(&brand.to_string()).await.is_kept);
    for (serial, peer, more, expected) in [
        ("TEA1", "198.18.0.1", json!({}), "suspect"),
        ("TEA2", "198.20.0.1", json!({}), "issued"),
        // What somebody says of themselves counts before it.
        ("TEA3", "198.18.0.1", json!({ "market": "PL" }), "issued"),
        // What waited for a network may have been scanned anywhere.
        (
            "TEA4",
            "198.18.0.1",
            json!({ "scanned_at": "2026-11-24T08:00:00Z" }),
            "issued",
        ),
    ] {
        let first = check(&site, serial, peer, more.clone()).await;
        assert_eq!(first["verdict"]["standing"], "issued", "{serial}");
        let answer = check(&site, serial, peer, more).await;
        assert_eq!(
            answer["verdict"]["standing"], expected,
            "{serial}: {answer}"
        );
        let told = answer.to_string();
        assert_eq!(told.contains(r#""BR""#), expected == "suspect", "{told}");
    }
}
