//! A device that makes passkeys and signs with them, as WebAuthn Level 3 has it, in software.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};

use crate::site::Reply;

/// The site that it believes to be at.
pub const ORIGIN: &str = "https://check.example";

/// The flags of authenticator data (section 6.1).
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

/// A passkey with its private half.
pub struct Key {
    pub id: Vec<u8>,
    pub user: Vec<u8>,
    /// How often it signed; 0 for ever where `counts` is not.
    pub counter: u32,
    pair: EcdsaKeyPair,
}

/// The device.
pub struct Authenticator {
    pub keys: Vec<Key>,
    /// Where it thinks that it is.
    pub origin: String,
    /// Whose passkeys it thinks that these are.
    pub name: String,
    /// Whether it looks at a finger.
    pub verifies: bool,
}

/// The question that a page asks.
pub struct Asked {
    pub options: Value,
    pub state: String,
    pub csrf: String,
}

impl Asked {
    pub fn of(page: &Reply) -> Asked {
        let text = page.text();
        let options = text.split("data-options=\"").nth(1);
        let options = options.unwrap_or_else(|| panic!("no question in {text}"));
        let options = options.split('"').next().unwrap();
        let options = options.replace("&quot;", "\"").replace("&amp;", "&");
        Asked {
            options: serde_json::from_str(&options).unwrap(),
            state: page.field("state"),
            csrf: page.field("csrf"),
        }
    }

    /// The form's fields with an answer.
    pub fn with<'a>(&'a self, answer: &'a str) -> [(&'a str, &'a str); 3] {
        [
            ("csrf", &self.csrf),
            ("state", &self.state),
            ("answer", answer),
        ]
    }
}

impl Default for Authenticator {
    fn default() -> Authenticator {
        Authenticator {
            keys: Vec::new(),
            origin: ORIGIN.to_owned(),
            name: "check.example".to_owned(),
            verifies: true,
        }
    }
}

impl Authenticator {
    /// Makes a passkey: the answer to `navigator.credentials.create`.
    pub fn create(&mut self, options: &Value) -> String {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, pkcs8.as_ref(), &random).unwrap();
        let user = BASE64_URL_SAFE_NO_PAD
            .decode(options["user"]["id"].as_str().unwrap())
            .unwrap();
        let id = digest(&SHA256, pair.public_key().as_ref()).as_ref()[..20].to_vec();
        let mut data = self.data(ATTESTED, 0);
        data.extend([0; 16]);
        data.extend(u16::try_from(id.len()).unwrap().to_be_bytes());
        data.extend(&id);
        data.extend(cose(pair.public_key().as_ref()));
        // {"fmt": "none", "attStmt": {}, "authData": data}
        let mut attestation = vec![0xa3, 0x63];
        attestation.extend(b"fmt\x64none\x67attStmt\xa0\x68authData");
        attestation.extend([0x58, u8::try_from(data.len()).unwrap()]);
        attestation.extend(data);
        let client = self.client_data("webauthn.create", options);
        let answer = answer(
            &id,
            &json!({
                "clientDataJSON": encoded(&client),
                "attestationObject": encoded(&attestation),
            }),
        );
        self.keys.push(Key {
            id,
            user,
            counter: 0,
            pair,
        });
        answer
    }

    /// Signs with one of its passkeys: the answer to `navigator.credentials.get`.
    pub fn sign(&mut self, key: usize, options: &Value) -> String {
        self.keys[key].counter += 1;
        let key = &self.keys[key];
        let data = self.data(0, key.counter);
        let client = self.client_data("webauthn.get", options);
        let mut signed = data.clone();
        signed.extend(digest(&SHA256, &client).as_ref());
        let signature = key.pair.sign(&SystemRandom::new(), &signed).unwrap();
        answer(
            &key.id,
            &json!({
                "clientDataJSON": encoded(&client),
                "authenticatorData": encoded(&data),
                "signature": encoded(signature.as_ref()),
                "userHandle": encoded(&key.user),
            }),
        )
    }

    fn data(&self, flags: u8, counter: u32) -> Vec<u8> {
        let flags = flags | PRESENT | if self.verifies { VERIFIED } else { 0 };
        let mut data = digest(&SHA256, self.name.as_bytes()).as_ref().to_vec();
        data.push(flags);
        data.extend(counter.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let data = json!({
            "type": kind,
            "challenge": options["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        data.to_string().into_bytes()
    }
}

/// A P-256 key for ES256 (RFC 9053, section 2.1): {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
fn cose(point: &[u8]) -> Vec<u8> {
    let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32];
    key.extend(&point[1..33]);
    key.extend([0x22, 0x58, 32]);
    key.extend(&point[33..65]);
    key
}

fn answer(id: &[u8], response: &Value) -> String {
    let id = encoded(id);
    let answer = json!({
        "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {},
    });
    answer.to_string()
}

fn encoded(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
