//! One of each page of the desk, with something in every list.

mod handling;

use app::{
    Context,
    pages::{Page, desk::*},
};
use wire::granted;

const AT: &str = "2026-11-23T10:20:30Z";

fn question() -> Question {
    Question {
        options: "{\"challenge\":\"AAAA\"}".to_owned(),
        state: "00".to_owned(),
    }
}

fn desk(context: &Context) -> Desk {
    Desk {
        context: context.clone(),
        person: "Ada".to_owned(),
        organisation: "Northbeam".to_owned(),
        kind: "brand",
        role: "brand-manager",
        links: vec![
            Link::Members,
            Link::Keys,
            Link::Packs,
            Link::Signals,
            Link::Grants,
            Link::Log,
        ],
    }
}

/// Each with a name.
pub fn all(context: &Context) -> Vec<(&'static str, Page)> {
    let desk = desk(context);
    let text = str::to_owned;
    let invited = Invited {
        token: "00".to_owned(),
        organisation: "Northbeam".to_owned(),
        role: "quality",
        name: "Jan".to_owned(),
    };
    let mine = Me {
        passkeys: vec![passkey("a"), passkey("b")],
        is_last: false,
        sessions: vec![session("a", true), session("b", false)],
        question: question(),
    };
    let people = Members {
        roles: vec!["brand-manager", "quality"],
        people: vec![member("a", true), member("b", false), member("c", false)],
        invites: vec![OpenInvite {
            id: text("a"),
            name: String::new(),
            role: "quality",
            expires_at: text(AT),
        }],
        link: Some(text("https://check.example/desk/invite/00")),
    };
    let machine = Keys {
        scopes: vec!["capture", "issue"],
        keys: vec![Key {
            id: text("0123456789ab"),
            name: text("line 3"),
            partner: Some(text("Carrier")),
            scopes: vec!["capture"],
            made_at: text(AT),
        }],
        partners: vec![(text("carrier"), text("Carrier"))],
        new: Some(text("touchstone_0")),
    };
    let given = Grants {
        authorities: vec![Authority {
            id: text("customs"),
            name: text("Customs"),
        }],
        depths: vec!["record", "journey", "evidence"],
        given: vec![Given {
            id: text("a"),
            authority: text("Customs"),
            gtin: None,
            depth: "journey",
            tells: true,
            given_at: text(AT),
            given_by: text("Ada"),
        }],
    };
    let row = GrantedRow {
        brand: text("Northbeam"),
        product: Some(text("Coffee")),
        gtin: Some(text("09506000201016")),
        depth: "record",
        given_at: text(AT),
    };
    let product = GrantedProduct {
        gtin: text("09506000201016"),
        name: text("Coffee"),
        brand: text("Northbeam"),
        sector: text("food"),
        is_safety_critical: true,
        depth: "record",
    };
    let line = LogLine {
        at: text(AT),
        person: Some(text("Ada")),
        organisation: None,
        of: None,
        act: text("invited"),
        subject: text("quality"),
    };
    let houses = Organisations {
        rows: vec![house("carrier", false), house("customs", true)],
        kinds: vec!["partner", "authority"],
        roles: vec!["brand-manager", "manager"],
        link: None,
    };
    vec![
        (
            "sign-in",
            sign_in(
                context,
                question(),
                Some("/inspect".to_owned()),
                Some(Trouble::NoPasskey),
            ),
        ),
        ("invite", invite(context, invited, question(), None)),
        ("no invite", no_invite(context)),
        ("desk", home(&desk)),
        ("me", me(&desk, mine)),
        ("members", members(&desk, people)),
        ("keys", keys(&desk, machine)),
        ("grants", grants(&desk, given)),
        ("granted", granted(&desk, vec![row])),
        ("granted product", granted_product(&desk, product)),
        ("granted look", granted_look(&desk, looked())),
        ("log", log(&desk, vec![line], Some(7))),
        ("organisations", organisations(&desk, houses)),
        ("claims", claims(&desk, some_claims())),
        ("claim", claim(&desk, a_claim())),
        (
            "desk-returns",
            returns(
                &desk,
                Claims {
                    kind: "return",
                    ..some_claims()
                },
            ),
        ),
        ("desk-return", one_return(&desk, a_return())),
        ("notices", notices(&desk, vec![a_notice()])),
        ("packs", packs(&desk, supplied())),
        ("reports", reports(&desk, some_reports())),
        ("rewards", rewards(&desk, some_rewards())),
        ("vouchers", vouchers(&desk, Some("A cup".to_owned()))),
        ("report", report(&desk, a_report())),
        ("signals", signals(&desk, seen(true))),
        (
            "signals of who may not dismiss",
            signals(&desk, seen(false)),
        ),
        ("packs again", packs(&desk, misread())),
        (
            "returns of a partner",
            returns(
                &desk,
                Claims {
                    kind: "return",
                    leave: Some(handling::let_by()),
                    ..some_claims()
                },
            ),
        ),
    ]
    .into_iter()
    .chain(crate::feedback::at_the_desk(&desk))
    .chain(handling::all(&desk))
    .collect()
}

fn report_row() -> ReportRow {
    let text = str::to_owned;
    ReportRow {
        reference: text("W-7K3M-Q9XA"),
        product: text("Coffee"),
        path: text("/01/09506000201016/21/H2K7"),
        at: text(AT),
        status: text("open"),
        words: Some(text("The seal is broken <b>")),
        differs: Some(text("Seal")),
        place: Some(text("Gdynia")),
        has_photo: true,
    }
}

fn some_reports() -> Reports {
    Reports {
        status: "open",
        counts: vec![("open", 1), ("closed", 0)],
        rows: vec![report_row()],
        older: Some("7 W-7K3M-Q9XA".to_owned()),
    }
}

fn a_report() -> ReportShown {
    ReportShown {
        row: report_row(),
        others: 2,
        point: Some([54.5, 18.55]),
        country: Some("PL".to_owned()),
        language: "de".to_owned(),
        finding: None,
        may_close: true,
        points: Some(20),
    }
}

fn some_rewards() -> RewardsShown {
    RewardsShown {
        rules: RulesShown {
            from: "proven",
            person_a_day: 12,
            person_a_month: 60,
            network_a_day: 40,
            report: 20,
            recycling: 10,
            review: 0,
        },
        held: vec![HeldPoints {
            act: "registration",
            reference: "R-7K3M-Q9XA".to_owned(),
            at: AT.to_owned(),
            points: 50,
            why: "basis",
            product: "Tea".to_owned(),
            bought_on: Some("2026-11-20".to_owned()),
            shop: Some("Corner Shop".to_owned()),
        }],
        more: Some("0 R".to_owned()),
        kinds: vec![VoucherKindShown {
            name: "A cup".to_owned(),
            points: 500,
            count: 100,
            taken: 12,
            redeemed: 3,
            ends_on: "2027-11-24".to_owned(),
        }],
    }
}

fn looked() -> GrantedLook {
    let text = str::to_owned;
    let names = |name: &str| [(text("en"), text(name))].into_iter().collect();
    let seen = granted::Sighting {
        at: text(AT),
        country: Some(text("PL")),
        lat: Some(54.5),
        lon: Some(18.55),
    };
    GrantedLook {
        name: text("Coffee"),
        look: granted::Look {
            path: text("/01/09506000201016/21/H2K7"),
            depth: text("evidence"),
            brand: text("northbeam"),
            product: granted::Product {
                gtin: text("09506000201016"),
                name: names("Coffee"),
                sector: text("food"),
                safety_critical: true,
            },
            batch: None,
            unit: Some(granted::Unit {
                serial: text("H2K7"),
                batch: text("C1"),
                issued_on: Some(text("2026-11-14")),
                stage: text("shipped"),
                state: text("active"),
                since: Some(text(AT)),
            }),
            recalls: Vec::new(),
            evidence: Some(granted::Evidence {
                sessions: 2,
                first: Some(seen.clone()),
                recent: vec![seen],
                signals: vec![granted::Signal {
                    subject: text("01/09506000201016/21/H2K7"),
                    signal: text("travel"),
                    first_at: text(AT),
                    last_at: text(AT),
                    dismissed_at: Some(text(AT)),
                }],
            }),
        },
        way: None,
    }
}

fn claim_row() -> ClaimRow {
    let text = str::to_owned;
    ClaimRow {
        reference: text("C-7K3M-Q9XA"),
        product: text("Pills"),
        serial: Some(text("PIL1")),
        remedy: text("refund"),
        status: text("need-more"),
        opened_at: text(AT),
    }
}

fn a_return() -> ClaimShown {
    let text = str::to_owned;
    ClaimShown {
        recall: None,
        returned: Some(ReturnShown {
            reason: text("does-not-work"),
            batch: Some(text("T1")),
            bought_on: Some(text("2026-11-20")),
            shop: Some(text("Corner")),
            warranty_until: Some(text("2028-11-20")),
            evidence: text("claimed"),
            place: Some(text("Corner Shop, Warszawa")),
            is_held: true,
            has_photo: true,
        }),
        next: vec!["repaired", "replaced", "paid", "refused"],
        ..a_claim()
    }
}

fn some_claims() -> Claims {
    Claims {
        kind: "recall",
        status: "need-more",
        counts: vec![("open", 0), ("need-more", 1)],
        rows: vec![claim_row()],
        next: Some("0 C-7K3M-Q9XA".to_owned()),
        leave: None,
    }
}

fn a_claim() -> ClaimShown {
    let text = str::to_owned;
    let step = |status: &str, by: Option<&str>, message: &str| Taken {
        at: text(AT),
        status: text(status),
        by: by.map(text),
        message: text(message),
    };
    ClaimShown {
        row: claim_row(),
        path: text("/01/09506000100029/21/PIL1"),
        recall: Some(text("R-2026-1")),
        returned: None,
        note: Some(text("It smelled.")),
        email: Some(text("a@b.example")),
        steps: vec![
            step("need-more", Some("Ada"), "Send a picture."),
            step("open", None, "Here it is."),
            step("accepted", Some(""), ""),
        ],
        next: vec!["accepted", "refused"],
    }
}

fn seen(may_dismiss: bool) -> Signals {
    let kinds = trace::Signal::ALL.iter().map(|signal| signal.name());
    let signals = kinds.chain(["burst"]).map(|signal| SignalSeen {
        subject: "01/09506000134352/21/A1".to_owned(),
        query: "01%2F09506000134352%2F21%2FA1".to_owned(),
        signal: signal.to_owned(),
        weight: 75,
        last_at: "2026-11-24T10:00:00Z".to_owned(),
    });
    Signals {
        older: None,
        may_dismiss,
        signals: signals.collect(),
    }
}

fn supplied() -> Packs {
    let text = str::to_owned;
    let some = |said: &str| Some(said.to_owned());
    Packs {
        site: text("9506000900025"),
        desk: text("1"),
        code: String::new(),
        came: Some(Came {
            answer: wire::pack::PackAnswer {
                act: text("supply"),
                done: false,
                outcome: text("already-inactive"),
                alert: some("NMVS_NC_PCK_22"),
                state: some("supplied"),
                since: some(AT),
                gtin: text("09506000100029"),
                serial: text("PIL2"),
                batch: some("P2"),
                expiry: some("2028-06-30"),
                event: None,
            },
            product: text("Pills"),
        }),
        wrong: None,
    }
}

fn misread() -> Packs {
    Packs {
        code: "(01)1".to_owned(),
        wrong: Some("code"),
        ..Packs::default()
    }
}

fn passkey(id: &str) -> Passkey {
    Passkey {
        id: id.to_owned(),
        name: "Chrome, Linux".to_owned(),
        added_at: AT.to_owned(),
        used_at: None,
    }
}

fn session(id: &str, is_this: bool) -> Session {
    Session {
        id: id.to_owned(),
        is_this,
        device: String::new(),
        seen_at: AT.to_owned(),
    }
}

fn member(id: &str, is_me: bool) -> Member {
    Member {
        id: id.to_owned(),
        name: format!("Person {id}"),
        role: "quality",
        joined_at: AT.to_owned(),
        is_me,
    }
}

fn house(id: &str, is_suspended: bool) -> Admitted {
    Admitted {
        id: id.to_owned(),
        kind: "partner",
        name: id.to_owned(),
        is_suspended,
    }
}

fn a_notice() -> NoticeRow {
    NoticeRow {
        id: "cpsc-26-101-09506000134352".to_owned(),
        product: "Tea".to_owned(),
        on: "2026-11-20".to_owned(),
        source: "cpsc".to_owned(),
        reference: "26-101".to_owned(),
        url: Some("https://www.cpsc.gov/Recalls/2026/tea".to_owned()),
        confidence: 95,
        grounds: vec!["gtin".to_owned(), "brand".to_owned()],
        hazard: "The tin can cut a hand.".to_owned(),
        batches: vec!["T1".to_owned()],
    }
}
