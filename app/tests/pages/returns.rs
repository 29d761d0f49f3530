//! The pages of a repair or return, as they come about.

use app::{Context, pages};
use wire::{
    answer::Contact,
    form::{ClaimStep, ClaimView},
    place::RecyclingPlace,
    returns::{OpenCase, ReturnOffer, ReturnView, Term},
};

fn text(text: &str) -> String {
    text.to_owned()
}

fn place(id: &str, name: &str, km: f64) -> RecyclingPlace {
    RecyclingPlace {
        id: text(id),
        name: text(name),
        address: text("ul. Latarniana 14, Gdynia"),
        country: text("PL"),
        point: [54.517, 18.541],
        km: Some(km),
        bearing: Some(40),
        hours: Some(text("Mo–Sa 10:00–20:00")),
        accepts: Vec::new(),
        remedies: Vec::new(),
    }
}

/// All that is known.
pub fn offer() -> ReturnOffer {
    ReturnOffer {
        registration: text("R-7K3M-Q9XA"),
        path: text("/01/09506000203034/21/NBH2AAAA"),
        product: text("Strand H2 wireless headphones"),
        brand: text("Northbeam"),
        batch: Some(text("H2-2026-05")),
        serial: text("NBH2AAAA"),
        bought_on: Some(text("2026-11-20")),
        shop: Some(text("Northbeam Shop Gdynia")),
        evidence: text("supported"),
        warranty_months: Some(24),
        warranty: Some(Term {
            until: text("2028-11-20"),
            runs: true,
        }),
        days: Some(30),
        no_fault: Some(Term {
            until: text("2026-12-20"),
            runs: true,
        }),
        remedies: ["repair", "refund", "advice"].map(text).to_vec(),
        reasons: ["does-not-work", "changed-mind", "other"]
            .map(text)
            .to_vec(),
        text: Some(text("Remove the battery before you send it.")),
        rights: Some(text("Within two years the seller answers for faults.")),
        contact: Contact {
            email: Some(text("service@northbeam.example")),
            ..Contact::default()
        },
        places: vec![
            place("9506000000510", "Northbeam Shop Gdynia", 1.2),
            place("9506000000527", "Northbeam Shop Warsaw", 280.4),
        ],
        ..ReturnOffer::default()
    }
}

/// One that stands so.
pub fn opened(status: &str) -> ClaimView {
    ClaimView {
        reference: text("S-7K3M-Q9XA"),
        code: (status == "open").then(|| text("7K3M-Q9XA-22PT-ZZ0C")),
        path: text("/01/09506000203034/21/NBH2AAAA"),
        product: text("Strand H2 wireless headphones"),
        brand: text("Northbeam"),
        recall: String::new(),
        returned: Some(ReturnView {
            reason: text("does-not-work"),
            batch: Some(text("H2-2026-05")),
            serial: text("NBH2AAAA"),
            bought_on: Some(text("2026-11-20")),
            shop: Some(text("Northbeam Shop Gdynia")),
            warranty_until: Some(text("2028-11-20")),
            evidence: text("claimed"),
            place: Some(place("9506000000510", "Northbeam Shop Gdynia", 1.2)),
            has_photo: status == "open",
            can_withdraw: status != "paid",
        }),
        remedy: text("repair"),
        status: text(status),
        opened_at: text("2026-11-24T09:00:00Z"),
        note: Some(text("The left side is silent since Sunday.")),
        email: Some(text("jan@person.example")),
        steps: vec![ClaimStep {
            at: text("2026-11-24T10:00:00Z"),
            status: text(status),
            by_brand: true,
            by_partner: None,
            message: text("Please send a picture of the plug."),
        }],
    }
}

/// Each way that the pages come.
pub fn all(context: &Context) -> Vec<(&'static str, pages::Page)> {
    let with = |change: &dyn Fn(&mut ReturnOffer)| {
        let mut offer = offer();
        change(&mut offer);
        pages::return_offer(context, offer, true)
    };
    let case = |kind: &str, is_own| {
        Some(OpenCase {
            reference: text("S-7K3M-Q9XA"),
            kind: text(kind),
            status: text("open"),
            is_own,
        })
    };
    let symbol = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>";
    vec![
        ("return", pages::return_offer(context, offer(), false)),
        ("return-none", with(&|offer| offer.remedies.clear())),
        ("return-recalled", with(&|offer| offer.is_recalled = true)),
        (
            "return-open",
            with(&|offer| offer.case = case("return", true)),
        ),
        (
            "return-theirs",
            with(&|offer| offer.case = case("return", false)),
        ),
        (
            "return-claim",
            with(&|offer| offer.case = case("recall", true)),
        ),
        (
            "return-unknown",
            with(&|offer| {
                (offer.bought_on, offer.warranty, offer.no_fault) = (None, None, None);
            }),
        ),
        ("returned", pages::return_status(context, opened("open"))),
        (
            "returned-asked",
            pages::return_status(context, opened("need-more")),
        ),
        (
            "returned-paid",
            pages::return_status(context, opened("paid")),
        ),
        (
            "return-slip",
            pages::return_slip(context, opened("accepted"), text(symbol)),
        ),
    ]
}
