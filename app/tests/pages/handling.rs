//! The pages of shops and processors, with everything that can come of a pack.

use app::pages::{Page, desk::*};

use super::AT;

const SALE: [&str; 2] = ["sell", "undo"];
const PROCESSING: [&str; 4] = ["recycle", "destroy", "reprocess", "undo"];

/// Each with a name.
pub fn all(desk: &Desk) -> Vec<(&'static str, Page)> {
    vec![
        ("sales", sales(desk, held_up(&SALE, None))),
        ("sales told", sales(desk, told(&SALE))),
        (
            "processing",
            processing(desk, held_up(&PROCESSING, Some(let_by()))),
        ),
        (
            "processing wrong",
            processing(
                desk,
                Handling {
                    wrong: Some(("into", "write what they were made into".to_owned())),
                    ..told(&PROCESSING)
                },
            ),
        ),
        (
            "sales of nobody",
            sales(
                desk,
                Handling {
                    leave: Some(Vec::new()),
                    ..Handling::default()
                },
            ),
        ),
    ]
}

/// A form whose packs could not all be told.
fn held_up(acts: &[&'static str], leave: Option<Vec<HandlingLeave>>) -> Handling {
    let outcomes = [
        "waits",
        "unknown-product",
        "not-granted",
        "unknown-serial",
        "recalled",
        "expired",
        "already",
        "stolen",
        "blocked",
        "registered",
        "nothing-to-undo",
    ];
    let packs = outcomes.iter().map(|outcome| PackHandled {
        product: "Tea".to_owned(),
        serial: "TEA1".to_owned(),
        outcome,
        since: Some(AT.to_owned()),
    });
    Handling {
        acts: acts.to_vec(),
        site: "9506000900025".to_owned(),
        codes: "(01)09506000100012(21)TEA1".to_owned(),
        receipt: "2026-0042".to_owned(),
        into: "(01)09506000100012(10)T2".to_owned(),
        came: Some(PacksHandled {
            act: acts[0].to_owned(),
            is_done: false,
            packs: packs.collect(),
        }),
        wrong: None,
        leave,
    }
}

fn told(acts: &[&'static str]) -> Handling {
    let came = held_up(acts, None).came.map(|came| PacksHandled {
        is_done: true,
        packs: came
            .packs
            .into_iter()
            .take(1)
            .map(|pack| PackHandled {
                outcome: "done",
                ..pack
            })
            .collect(),
        ..came
    });
    Handling {
        acts: acts.to_vec(),
        came,
        ..Handling::default()
    }
}

/// Of what brands let a partner tell.
pub fn let_by() -> Vec<HandlingLeave> {
    let leave = |brand: &str, product: Option<&str>| HandlingLeave {
        brand: brand.to_owned(),
        product: product.map(str::to_owned),
    };
    vec![leave("Northbeam", None), leave("Acme", Some("Tea"))]
}
