//! The phones that inspectors sign on: registered, shared, locked.

use api::{access::Act, organisation::Kind, role::Role};
use axum::{body::Body, http::Method};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};

use crate::{
    site::{Reply, Site, request},
    staff::{Person, logged},
};

/// A phone with a key that it doesn't hand out.
pub struct Phone {
    pair: EcdsaKeyPair,
}

impl Phone {
    pub fn new() -> Phone {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let document = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        Phone {
            pair: EcdsaKeyPair::from_pkcs8(algorithm, document.as_ref(), &random).unwrap(),
        }
    }

    /// As WebCrypto gives it, in base64.
    pub fn public_key(&self) -> String {
        BASE64_STANDARD.encode(self.pair.public_key().as_ref())
    }

    /// What entries call it by.
    pub fn id(&self) -> evidence::Digest {
        evidence::Digest::of(self.pair.public_key().as_ref())
    }

    /// 64 bytes in base64.
    pub fn sign(&self, text: &str) -> String {
        let signature = self.pair.sign(&SystemRandom::new(), text.as_bytes());
        BASE64_STANDARD.encode(signature.unwrap().as_ref())
    }

    pub async fn register(&self, site: &Site, person: &Person, name: &str) -> Reply {
        let asked = json!({ "name": name, "public_key": self.public_key() });
        send(site, person, "/v1/inspector/devices", &asked).await
    }
}

/// JSON from whoever is signed in.
pub async fn send(site: &Site, person: &Person, path: &str, json: &Value) -> Reply {
    let cookie = person.cookie();
    let headers = [("content-type", "application/json"), ("cookie", &cookie)];
    let body = Body::from(json.to_string());
    site.send(request(Method::POST, path, &headers, body)).await
}

async fn devices(site: &Site, person: &Person) -> Vec<Value> {
    let found = person.open(site, "/v1/inspector/devices").await;
    found.is(200).json()["devices"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_device_is_registered_once_and_changes_hands() {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    let anna = site.person("acme", Role::Inspector).await;
    let ben = site.person("acme", Role::Quality).await;
    let officer = site.person("customs", Role::Inspector).await;
    let phone = Phone::new();

    let first = phone.register(&site, &anna, "Phone 7").await.is(200).json();
    assert_eq!(first["name"], "Phone 7");
    assert_eq!(first["inspector"], "Inspector of acme");
    assert_eq!(first["inspector_id"], anna.id);
    assert_eq!(first["id"].as_str().unwrap().len(), 64);
    assert_eq!(first["locked_at"], Value::Null);
    phone.register(&site, &anna, "Phone 7").await.is(200);
    assert_eq!(devices(&site, &anna).await, std::slice::from_ref(&first));
    assert_eq!(logged(&site, "acme", Act::DeviceRegistered), 1);

    let shared = phone.register(&site, &ben, "Phone 7").await.is(200).json();
    assert_eq!(shared["id"], first["id"]);
    assert_eq!(shared["inspector_id"], ben.id);
    assert!(devices(&site, &anna).await.is_empty());
    assert_eq!(devices(&site, &ben).await.len(), 1);

    phone.register(&site, &officer, "Mine").await.is(409);
    let nothing = json!({ "name": "x", "public_key": "AAAA" });
    send(&site, &anna, "/v1/inspector/devices", &nothing)
        .await
        .is(422);
    Phone::new().register(&site, &anna, " ").await.is(422);
    let marketing = site.person("acme", Role::Marketing).await;
    Phone::new()
        .register(&site, &marketing, "Mine")
        .await
        .is(403);
}

#[tokio::test]
async fn a_lost_one_is_locked_at_the_desk() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let lead = site.person("acme", Role::BrandManager).await;
    let other = site.person("globex", Role::BrandManager).await;
    let phone = Phone::new();
    let device = phone.register(&site, &anna, "Phone 7").await.is(200).json();
    let id = [("id", device["id"].as_str().unwrap())];

    let page = lead.open(&site, "/desk/devices").await;
    page.is(200)
        .says("Phone 7")
        .says("Inspector of acme")
        .says("Lock it");
    let empty = other.open(&site, "/desk/devices").await;
    empty.is(200).says("No inspector has signed in");
    other.submit(&site, "/desk/devices/lock", &id).await.is(404);
    assert_eq!(devices(&site, &anna).await[0]["locked_at"], Value::Null);

    for _ in 0..2 {
        lead.submit(&site, "/desk/devices/lock", &id).await.is(303);
    }
    assert_eq!(logged(&site, "acme", Act::DeviceLocked), 1);
    assert_eq!(
        devices(&site, &anna).await[0]["locked_at"],
        "2026-11-24T12:00:00Z"
    );
    // Registering it again is no way around.
    let again = phone.register(&site, &anna, "Phone 7").await.is(200).json();
    assert_eq!(again["locked_at"], "2026-11-24T12:00:00Z");
    let page = lead.open(&site, "/desk/devices").await;
    page.is(200).says("Locked").says("Let it sign again");
    lead.submit(&site, "/desk/devices/unlock", &id)
        .await
        .is(303);
    assert_eq!(devices(&site, &anna).await[0]["locked_at"], Value::Null);
    assert_eq!(logged(&site, "acme", Act::DeviceUnlocked), 1);
}
