//! Renders every page to a folder, to be looked at: `cargo run -p app --example preview -- DIR`.
//!
//! The answers are those that the tests render, `tests/answers/*.json`.

use std::{fs, path::PathBuf};

use app::{
    Context, Locale, Words, components,
    pages::{self, BuyerLink, DemoLabel, Found, Page, ScanTrouble},
};
use wire::{
    answer::Answer,
    form::{ClaimStep, ClaimView, ProofView, RegistrationView},
    problem::Problem,
    reward::{BrandPoints, OwnVoucher, RewardEntry, Rewards, VoucherOffer, WaitingPoints},
};

// The desk's pages, as the tests render them.
#[path = "../tests/pages/desk.rs"]
mod desk;
#[path = "../tests/pages/feedback.rs"]
mod feedback;
#[path = "../tests/pages/keyring.rs"]
mod keyring;
#[path = "../tests/pages/privacy.rs"]
mod privacy;
#[path = "../tests/pages/returns.rs"]
mod returns;

const NOW: &str = "2026-11-24T10:20:30Z";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: preview DIR")?;
    let folder = PathBuf::from(folder);
    fs::write(folder.join("style.css"), app::STYLE)?;
    let answers = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/answers");
    for locale in Locale::ALL {
        let context = Context {
            words: Words::new(locale),
            now: NOW.to_owned(),
            csrf: "token".to_owned(),
            near: Some("Gdynia".to_owned()),
        };
        let mut written = others(&context);
        let own = privacy::all(&context)
            .into_iter()
            .chain(keyring::all(&context));
        written.extend(own.map(|(name, page)| (name.to_owned(), page)));
        for entry in fs::read_dir(&answers)? {
            let path = entry?.path();
            let answer: Answer = serde_json::from_str(&fs::read_to_string(&path)?)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            written.push((name.into_owned(), pages::product(&answer, &context, "/")));
        }
        let coffee: Answer =
            serde_json::from_str(&fs::read_to_string(answers.join("issued.json"))?)?;
        let said = feedback::all(&context, &coffee).into_iter();
        written.extend(said.map(|(name, page)| (name.to_owned(), page)));
        for standing in ["confirmed", "mismatch", "expired", "blocked", "product"] {
            let mut answer = coffee.clone();
            standing.clone_into(&mut answer.verdict.standing);
            written.push((standing.to_owned(), pages::product(&answer, &context, "/")));
        }
        for (name, page) in written {
            let file = folder.join(format!("{name}.{}.html", locale.tag()));
            fs::write(file, document(&page, locale))?;
        }
    }
    Ok(())
}

fn document(page: &Page, locale: Locale) -> String {
    format!(
        "<!doctype html><html lang={} dir={}><meta charset=utf-8>\
         <meta name=viewport content='width=device-width,initial-scale=1'>\
         <title>{}</title><link rel=stylesheet href=style.css><body>{}",
        locale.tag(),
        locale.direction(),
        page.title,
        page.html
    )
}

fn rewards() -> Rewards {
    Rewards {
        points: 25,
        entries: vec![RewardEntry {
            at: NOW.to_owned(),
            reason: "registration".to_owned(),
            points: 25,
            reference: "R-7K3M-Q9XA".to_owned(),
        }],
        brands: vec![BrandPoints {
            brand: "northbeam".to_owned(),
            name: "Northbeam".to_owned(),
            points: 25,
            waiting: 40,
            offers: vec![
                VoucherOffer {
                    id: "00".to_owned(),
                    name: "A cup".to_owned(),
                    points: 25,
                    is_affordable: true,
                    nth: 0,
                    ends_on: "2027-11-24".to_owned(),
                },
                VoucherOffer {
                    id: "01".to_owned(),
                    name: "Free shipping".to_owned(),
                    points: 500,
                    is_affordable: false,
                    nth: 0,
                    ends_on: "2027-11-24".to_owned(),
                },
            ],
        }],
        waiting: vec![WaitingPoints {
            at: NOW.to_owned(),
            act: "registration".to_owned(),
            points: 40,
            reference: "R-9QXA-22PT".to_owned(),
            why: "basis".to_owned(),
            product: "Ember 10 power bank, 10 000 mAh".to_owned(),
            path: "/01/09506000206066/21/ZXCGS7H2TXYDNC".to_owned(),
            has_hidden: true,
        }],
        vouchers: vec![OwnVoucher {
            name: "A cup".to_owned(),
            brand: "Acme".to_owned(),
            code: "7K3M-Q9XA-22PT-ZZ0C".to_owned(),
            ends_on: "2027-11-24".to_owned(),
            redeemed_at: None,
        }],
    }
}

fn others(context: &Context) -> Vec<(String, Page)> {
    let registration = RegistrationView {
        reference: "R-7K3M-Q9XA".to_owned(),
        code: Some("5TQ4 9WZC M2HB".to_owned()),
        path: "/01/09506000201016/21/H2K7RNJ6635MCJ".to_owned(),
        product: "Two Farms coffee, whole bean, 250 g".to_owned(),
        brand: "Northbeam".to_owned(),
        registered_at: NOW.to_owned(),
        bought_on: Some("2026-11-20".to_owned()),
        shop: Some("Zielona, Gdynia".to_owned()),
        email: None,
        evidence: "claimed".to_owned(),
        state: "held".to_owned(),
        state_at: None,
        stolen_at: None,
        buyer_waits_until: Some("2026-12-10T10:00:00Z".to_owned()),
        receipt: None,
        dispute: None,
        warranty_until: Some("2028-11-20".to_owned()),
        points: 25,
        points_waiting: 0,
        recall: None,
    };
    let claim = ClaimView {
        reference: "C-7K3M-Q9XA".to_owned(),
        code: Some("5TQ4 9WZC M2HB".to_owned()),
        path: "/01/09506000206066/21/ZXCGS7H2TXYDNC".to_owned(),
        product: "Ember 10 power bank, 10 000 mAh".to_owned(),
        brand: "Northbeam".to_owned(),
        recall: "northbeam-recall-ember-e5417".to_owned(),
        returned: None,
        remedy: "refund".to_owned(),
        status: "open".to_owned(),
        opened_at: NOW.to_owned(),
        note: Some("It got hot on the second charge.".to_owned()),
        email: None,
        steps: Vec::new(),
    };
    let rewards = rewards();
    let problem = Problem {
        kind: "/problems/body-too-large".to_owned(),
        title: "Body too large".to_owned(),
        status: 413,
        detail: "The photo is larger than 12 MB. Choose a smaller one.".to_owned(),
        instance: Some("req-4f1a".to_owned()),
        faults: Vec::new(),
        errors: Vec::new(),
    };
    let link = wire::answer::Code {
        text: "https://menu.example/table/12?lang=en".to_owned(),
        typed: false,
        form: "other-uri".to_owned(),
        elements: Vec::new(),
        path: None,
        faults: Vec::new(),
        pretends: None,
    };
    let label = |id: &str, standing: &str, is_inverted| {
        DemoLabel {
        id: id.to_owned(),
        title: "Coffee, on the shelf in Gdynia".to_owned(),
        note: "A link that any phone camera opens. Two farms, one roast.".to_owned(),
        expect_standing: standing.to_owned(),
        symbology: "QR Code".to_owned(),
        svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M1 1h3v3h-3zM5 1h3v3h-3zM1 5h3v3h-3zM5 5h1v1h-1zM7 6h1v2h-1z\"/></svg>".to_owned(),
        href: Some("/".to_owned()),
        is_inverted,
    }
    };
    let choice = |text: &str| components::Choice {
        text: text.to_owned(),
        href: "/".to_owned(),
    };
    let step = |status: &str, by_brand, message: &str| ClaimStep {
        at: NOW.to_owned(),
        status: status.to_owned(),
        by_brand,
        by_partner: None,
        message: message.to_owned(),
    };
    let asked = ClaimView {
        code: None,
        status: "need-more".to_owned(),
        steps: vec![step(
            "need-more",
            true,
            "Please send a picture of the label.",
        )],
        ..claim.clone()
    };
    let desk = desk::all(context);
    let pages = [
        ("home", pages::home(context, true)),
        (
            "scan",
            pages::scan(context, Some(ScanTrouble::NoCode), String::new()),
        ),
        (
            "choices",
            pages::choices(
                context,
                vec![
                    choice("(01)09506000201016(21)H2K7RNJ6635MCJ"),
                    choice("https://menu.example/table/12"),
                ],
            ),
        ),
        ("rewards", pages::rewards(context, rewards.clone())),
        (
            "mine",
            pages::mine(
                context,
                Found::Registration(
                    Box::new(registration.clone()),
                    "5TQ49WZCM2HB".to_owned(),
                    Some(BuyerLink {
                        url: "https://id.example/proof/5d41402abc4b2a76b9719d911017c592".to_owned(),
                        ends_at: "2026-12-03T10:00:00Z".to_owned(),
                    }),
                ),
                (
                    vec![registration.clone()],
                    vec![returns::opened("accepted")],
                ),
                rewards,
                Vec::new(),
                (vec![feedback::own()], Some(feedback::suggested())),
                app::pages::Keeping::Guest,
            ),
        ),
        (
            "mine-claim",
            pages::mine(
                context,
                Found::Claim(Box::new(asked), "5TQ49WZCM2HB".to_owned()),
                (Vec::new(), Vec::new()),
                Rewards::default(),
                Vec::new(),
                (Vec::new(), None),
                app::pages::Keeping::Open,
            ),
        ),
        (
            "proof",
            pages::proof(
                context,
                ProofView {
                    token: "5d41402abc4b2a76b9719d911017c592".to_owned(),
                    path: registration.path.clone(),
                    product: registration.product.clone(),
                    brand: registration.brand.clone(),
                    serial: "H2K7RNJ6635MCJ".to_owned(),
                    evidence: "proven".to_owned(),
                    is_stolen: false,
                    warranty_until: registration.warranty_until.clone(),
                    ends_at: "2026-12-03T10:00:00Z".to_owned(),
                    is_asked_for: false,
                },
            ),
        ),
        (
            "registered",
            pages::registered(context, registration, app::pages::Keeping::Guest),
        ),
        ("claimed", pages::claimed(context, claim)),
        (
            "demo",
            pages::demo(
                context,
                vec![
                    label("a", "issued", false),
                    label("b", "recalled", true),
                    label("c", "batch", false),
                ],
            ),
        ),
        ("problem", pages::problem(context, &problem, None)),
        ("link", pages::other(context, link, None)),
    ];
    pages
        .into_iter()
        .chain(returns::all(context))
        .chain(desk)
        .map(|(name, page)| (name.replace(' ', "-"), page))
        .collect()
}
