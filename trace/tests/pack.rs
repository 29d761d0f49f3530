//! What comes of acts on single packs: a table, and the rules that no table shows.

use trace::{
    Acted, Compared, Instant, Outcome, Pack, PackAct, PackState, SAME_SCAN_MS, UNDO_DAYS,
    UnitState, act_on,
};

const DAY_MS: i64 = 86_400_000;

fn by(act: PackAct, at: i64, site: &str, desk: &str) -> Acted {
    Acted {
        act,
        at: Instant(at),
        site: site.to_owned(),
        desk: desk.to_owned(),
    }
}

fn pack(state: PackState) -> Pack {
    Pack {
        state,
        last: None,
        batch: Compared::Fits,
        has_right_expiry: true,
        is_expired: false,
        is_recalled: false,
        is_of_market: true,
    }
}

/// A pack that `act` was done to at 0, at desk 1 of site A.
fn after(act: PackAct) -> Pack {
    Pack {
        last: Some(by(act, 0, "A", "1")),
        ..pack(act.makes().unwrap_or(PackState::Active))
    }
}

/// At another desk, long enough after.
fn later(act: PackAct) -> Acted {
    by(act, DAY_MS, "A", "2")
}

/// Acts in rows, the pack's states in columns; written apart from the rule.
const TABLE: &str = "
                active  supplied destroyed exported sample free-sample locked stolen withdrawn
    verify      active  inactive inactive  inactive inactive inactive  inactive inactive inactive
    supply      done    22       22        22       22       22        22       22      22
    destroy     done    22       22        22       22       22        22       22      22
    export      done    22       22        22       22       22        22       22      22
    sample      done    22       22        22       22       22        22       22      22
    free-sample done    22       22        22       22       22        22       22      22
    lock        done    22       22        22       22       22        22       22      22
    stolen      done    22       22        22       22       22        22       22      22
    undo        06      done     06        done     done     done      done     06      06
";

fn called(outcome: Outcome) -> &'static str {
    match outcome.alert() {
        Some(code) => code.rsplit('_').next().unwrap_or_default(),
        None => outcome.name(),
    }
}

#[test]
fn every_cell() {
    let mut rows = TABLE.lines().filter(|line| !line.trim().is_empty());
    let states: Vec<&str> = rows.next().unwrap_or_default().split_whitespace().collect();
    assert_eq!(states, PackState::ALL.map(PackState::name));
    let mut count = 0;
    for (row, act) in rows.zip(PackAct::ALL) {
        let mut cells = row.split_whitespace();
        assert_eq!(cells.next(), Some(act.name()));
        for (cell, state) in cells.zip(PackState::ALL) {
            let made = PackAct::ALL
                .into_iter()
                .find(|act| act.makes() == Some(state));
            let pack = made.map_or_else(|| pack(state), after);
            assert_eq!(
                called(act_on(Some(&pack), &later(act))),
                cell,
                "{act:?} {state:?}"
            );
            count += 1;
        }
    }
    assert_eq!(count, PackAct::ALL.len() * PackState::ALL.len());
}

#[track_caller]
fn check(pack: &Pack, asked: &Acted, expected: &str) {
    assert_eq!(called(act_on(Some(pack), asked)), expected);
}

#[test]
fn what_the_code_says_comes_first() {
    for act in PackAct::ALL {
        assert_eq!(act_on(None, &later(act)), Outcome::UnknownSerial);
        let odd = |batch, has_right_expiry| Pack {
            batch,
            has_right_expiry,
            ..pack(PackState::Stolen)
        };
        check(&odd(Compared::Unknown, true), &later(act), "03");
        check(&odd(Compared::Differs, false), &later(act), "13");
        check(&odd(Compared::Fits, false), &later(act), "12");
    }
    assert_eq!(
        Outcome::UnknownSerial.alert(),
        Some("NMVS_NC_PC_02"),
        "as the national systems call it"
    );
}

#[test]
fn a_second_scan_by_the_same_desk_is_the_same_scan() {
    for act in PackAct::ALL.into_iter().filter(|act| act.makes().is_some()) {
        let pack = after(act);
        check(&pack, &by(act, SAME_SCAN_MS, "A", "1"), "same-scan");
        check(&pack, &by(act, SAME_SCAN_MS + 1, "A", "1"), "22");
        check(&pack, &by(act, SAME_SCAN_MS, "A", "2"), "22");
        check(&pack, &by(act, SAME_SCAN_MS, "B", "1"), "22");
    }
    // Of an undo, too; and another act in between makes it another scan.
    check(
        &after(PackAct::Undo),
        &by(PackAct::Undo, 5, "A", "1"),
        "same-scan",
    );
    let taken_back = Pack {
        state: PackState::Active,
        ..after(PackAct::Undo)
    };
    check(&taken_back, &by(PackAct::Supply, 5, "A", "1"), "done");
    // What an event said since counts.
    let stolen = Pack {
        state: PackState::Stolen,
        ..after(PackAct::Supply)
    };
    check(&stolen, &by(PackAct::Supply, 5, "A", "1"), "22");
}

#[test]
fn an_undo_is_of_the_same_site_within_ten_days() {
    let supplied = after(PackAct::Supply);
    let end = UNDO_DAYS * DAY_MS;
    check(&supplied, &by(PackAct::Undo, end, "A", "2"), "done");
    check(&supplied, &by(PackAct::Undo, end + 1, "A", "2"), "20");
    check(&supplied, &by(PackAct::Undo, end, "B", "1"), "21");
    // Nobody can undo what no desk did.
    check(
        &pack(PackState::Supplied),
        &by(PackAct::Undo, 5, "A", "1"),
        "06",
    );
    let expired = Pack {
        is_expired: true,
        ..supplied.clone()
    };
    check(&expired, &later(PackAct::Undo), "expired");
    let recalled = Pack {
        is_recalled: true,
        ..supplied
    };
    check(&recalled, &later(PackAct::Undo), "recalled");
}

#[test]
fn what_is_expired_or_recalled_reaches_nobody() {
    let expired = Pack {
        is_expired: true,
        ..pack(PackState::Active)
    };
    let recalled = Pack {
        is_recalled: true,
        ..pack(PackState::Active)
    };
    for act in [PackAct::Verify, PackAct::Supply, PackAct::FreeSample] {
        check(&expired, &later(act), "expired");
        check(&recalled, &later(act), "recalled");
    }
    for act in [PackAct::Destroy, PackAct::Lock, PackAct::Stolen] {
        check(&expired, &later(act), "done");
        check(&recalled, &later(act), "done");
    }
}

#[test]
fn packs_of_another_market_have_codes_of_their_own() {
    let elsewhere = Pack {
        is_of_market: false,
        ..after(PackAct::Supply)
    };
    check(&elsewhere, &later(PackAct::Supply), "19");
    check(&elsewhere, &later(PackAct::Destroy), "27");
    let active = Pack {
        is_of_market: false,
        ..pack(PackState::Active)
    };
    check(&active, &later(PackAct::Supply), "done");
}

#[test]
fn each_code_once_and_each_state_from_events() {
    let mut codes: Vec<&str> = Outcome::ALL
        .into_iter()
        .filter_map(Outcome::alert)
        .collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "NMVS_FE_LOT_03",
            "NMVS_FE_LOT_12",
            "NMVS_FE_LOT_13",
            "NMVS_NC_PCK_06",
            "NMVS_NC_PCK_19",
            "NMVS_NC_PCK_20",
            "NMVS_NC_PCK_21",
            "NMVS_NC_PCK_22",
            "NMVS_NC_PCK_27",
            "NMVS_NC_PC_02",
        ]
    );
    for unit in UnitState::ALL {
        let is_active = PackState::of(unit) == PackState::Active;
        assert_eq!(is_active, unit == UnitState::Active);
    }
    for act in PackAct::ALL {
        assert_eq!(PackAct::from_name(act.name()), Some(act));
    }
}
