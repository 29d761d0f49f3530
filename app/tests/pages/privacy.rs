//! The pages about what is kept, as the tests and the preview render them.

use app::{
    Context,
    pages::{self, Leaving, Page, PrivacyPart},
};
use wire::feedback::{Consent, OwnFeedback};
use wire::person::{OwnCheck, OwnDevice, OwnFollow, OwnPasskey, OwnReport, PersonalData};

const AT: &str = "2026-11-20T10:00:00Z";

/// With something of most kinds, with nothing, before erasing and after it.
pub fn all(context: &Context) -> Vec<(&'static str, Page)> {
    let path = "/01/09506000201016/21/H2K7RNJ6635MCJ".to_owned();
    let data = PersonalData {
        made_at: AT.to_owned(),
        reports: vec![OwnReport {
            reference: "W-7K3M-Q9XA".to_owned(),
            path: path.clone(),
            at: AT.to_owned(),
            status: "open".to_owned(),
            words: Some("The seal is grey.".to_owned()),
            place: Some("Gdynia".to_owned()),
            photo: Some("/9j/".to_owned()),
            ..OwnReport::default()
        }],
        feedback: vec![OwnFeedback {
            reference: "F-7K3M-Q9XA".to_owned(),
            path: path.clone(),
            product: "Highland Coffee".to_owned(),
            brand: "Northbeam".to_owned(),
            stars: 4,
            at: AT.to_owned(),
            quote: Some(Consent::default()),
            ..OwnFeedback::default()
        }],
        follows: vec![OwnFollow {
            path,
            channel: "mail".to_owned(),
            to: "ada@person.example".to_owned(),
            link: "/follow/0123456789abcdef".to_owned(),
            language: "en".to_owned(),
            since: AT.to_owned(),
            confirmed: None,
        }],
        checks: vec![
            OwnCheck {
                at: AT.to_owned(),
                gtin: Some("09506000201016".to_owned()),
                serial: Some("H2K7RNJ6635MCJ".to_owned()),
                point: Some([54.5, 18.55]),
                country: Some("PL".to_owned()),
            };
            23
        ],
        passkeys: vec![OwnPasskey {
            device: "Chrome, Android".to_owned(),
            made: AT.to_owned(),
            used: Some(AT.to_owned()),
        }],
        devices: vec![OwnDevice {
            device: String::new(),
            since: AT.to_owned(),
            seen: AT.to_owned(),
        }],
        ..PersonalData::default()
    };
    let leaving = Leaving {
        going_on: 1,
        settled: 1,
        reports: 1,
        on_devices: true,
    };
    let parts = [
        ("privacy", PrivacyPart::Kept(Box::new(data))),
        ("privacy-nothing", PrivacyPart::Kept(Box::default())),
        ("privacy-erase", PrivacyPart::Asked(leaving)),
        ("privacy-erased", PrivacyPart::Erased),
    ];
    parts
        .into_iter()
        .map(|(name, part)| (name, pages::privacy(context, part)))
        .collect()
}
