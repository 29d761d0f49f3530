//! The pages of products on several devices, as the tests and the preview render them.

use app::{
    Context,
    pages::{self, KeyringDevice, KeyringPart, KeyringPasskey, KeyringTrouble, Page, Question},
};

const AT: &str = "2026-11-20T10:00:00Z";

fn question() -> Question {
    Question {
        options: r#"{"challenge":"AAAA"}"#.to_owned(),
        state: "00".repeat(400),
    }
}

/// For a guest, for who has them open, before the last passkey goes, and when signed out.
pub fn all(context: &Context) -> Vec<(&'static str, Page)> {
    let passkey = |device: &str, used: Option<&str>| KeyringPasskey {
        id: device.bytes().map(|byte| format!("{byte:02x}")).collect(),
        device: device.to_owned(),
        made_at: AT.to_owned(),
        used_at: used.map(str::to_owned),
    };
    let device = |device: &str, is_this| KeyringDevice {
        device: device.to_owned(),
        is_this,
        seen_at: AT.to_owned(),
    };
    let own = |passkeys| KeyringPart::Own {
        passkeys,
        devices: vec![device("Chrome, Android", true), device("", false)],
        question: question(),
    };
    let two = vec![
        passkey("Chrome, Android", Some(AT)),
        passkey("Safari, Mac", None),
    ];
    let parts = [
        ("keyring-make", KeyringPart::Make(question()), None),
        ("keyring", own(two), None),
        ("keyring-none", own(Vec::new()), Some(KeyringTrouble::Full)),
        ("keyring-last", KeyringPart::Last("00".to_owned()), None),
        ("keyring-open", KeyringPart::Open(question(), true), None),
        (
            "keyring-refused",
            KeyringPart::Open(question(), false),
            Some(KeyringTrouble::Copied),
        ),
        ("keyring-already", KeyringPart::Already(question()), None),
        ("keyring-out", KeyringPart::Out(true), None),
    ];
    parts
        .into_iter()
        .map(|(name, part, trouble)| (name, pages::keyring(context, part, trouble)))
        .collect()
}
