//! Walks every cell of the table in DESIGN.md ("Why does a verdict say one word?"): every unit
//! state × batch state × recall × what is known of the serials × how the code came in.

use gs1::Date;
use trace::{
    BatchFacts, Caution, CodeFacts, Facts, Hidden, Input, Instant, Life, Policy, ProductFacts,
    ReasonKind, RecallFacts, Serials, Signature, Stage, Standing, Step, Theft, UnitFacts,
    UnitState, judge,
};

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    /// The code has no serial.
    NoSerial,
    /// On record, and whoever registered it reports it stolen.
    Reported(Theft),
    /// The code has a serial that is not here.
    Absent,
    /// It is here, in this state.
    In(UnitState),
    /// It is here, active, and has not come as far as the brand says that one counts from.
    NotYet,
    /// It is here, active, and this became of its hidden code.
    Revealed(Hidden),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Batch {
    None,
    Good,
    Expired,
    /// The code says another batch than the record.
    Differs,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Recall {
    None,
    /// One may cover it.
    Possible,
    /// One covers it.
    Certain,
}

fn units() -> Vec<Unit> {
    let states = UnitState::ALL.into_iter().map(Unit::In);
    let (first, again) = (Instant(0), Instant(1));
    let revealed = [
        Hidden::ByReader(first),
        Hidden::ByAnother(first),
        Hidden::Again { first, again },
    ];
    let said = [Theft::Said, Theft::Supported].map(Unit::Reported);
    [Unit::NoSerial, Unit::Absent, Unit::NotYet]
        .into_iter()
        .chain(revealed.map(Unit::Revealed))
        .chain(states)
        .chain(said)
        .collect()
}

fn facts(unit: Unit, batch: Batch, recall: Recall, serials: Serials, input: Input) -> Facts {
    let day = |offset: i32| Some(Date::from_days(TODAY.days() + offset));
    let code = CodeFacts {
        is_identity: true,
        batch: match batch {
            Batch::None => None,
            Batch::Good | Batch::Expired => Some("L1".to_owned()),
            Batch::Differs => Some("L9".to_owned()),
        },
        serial: (unit != Unit::NoSerial).then(|| "S1".to_owned()),
        expiry: None,
        best_before: None,
    };
    let mut facts = Facts::unknown(input, code);
    facts.product = Some(ProductFacts {
        brand: "Northbeam".to_owned(),
        safety_critical: true,
        serials,
        is_in_house: false,
    });
    facts.batch = match batch {
        Batch::None => None,
        Batch::Good | Batch::Differs => Some(BatchFacts {
            number: "L1".to_owned(),
            expiry: day(90),
            ..BatchFacts::default()
        }),
        Batch::Expired => Some(BatchFacts {
            number: "L1".to_owned(),
            expiry: day(-1),
            ..BatchFacts::default()
        }),
    };
    let on_record = |state, hidden| UnitFacts {
        batch: Some("L1".to_owned()),
        issued_on: None,
        life: Life {
            state,
            since: None,
            location: None,
        },
        hidden,
        theft: Theft::None,
        stage: Stage::Printed,
        counts_from: Stage::Printed,
    };
    facts.unit = match unit {
        Unit::NoSerial | Unit::Absent => None,
        Unit::NotYet => Some(UnitFacts {
            counts_from: Stage::Applied,
            ..on_record(UnitState::Active, Hidden::Sealed)
        }),
        Unit::Reported(theft) => Some(UnitFacts {
            theft,
            ..on_record(UnitState::Active, Hidden::Sealed)
        }),
        Unit::In(state) => Some(on_record(state, Hidden::Sealed)),
        Unit::Revealed(hidden) => Some(on_record(UnitState::Active, hidden)),
    };
    if recall != Recall::None {
        facts.recalls = vec![RecallFacts {
            on: TODAY,
            scope: "batch",
            is_certain: recall == Recall::Certain,
        }];
    }
    facts
}

/// The table, written as a person reads it, apart from the code that it checks.
fn expected(unit: Unit, batch: Batch, recall: Recall, serials: Serials, input: Input) -> Standing {
    use UnitState as S;
    if recall == Recall::Certain {
        return Standing::Recalled;
    }
    match unit {
        Unit::Reported(Theft::Supported) => return Standing::Blocked,
        Unit::In(
            S::Stolen
            | S::Destroyed
            | S::Exported
            | S::Consumed
            | S::Decommissioned
            | S::Rejected
            | S::Locked,
        ) => return Standing::Blocked,
        Unit::Absent if input == Input::Scanned && matches!(serials, Serials::Declared(_)) => {
            return Standing::NotIssued;
        }
        _ if recall == Recall::Possible => return Standing::PossiblyRecalled,
        Unit::Revealed(Hidden::Again { .. }) => return Standing::Suspect,
        _ => {}
    }
    let is_known = !matches!(unit, Unit::NoSerial | Unit::Absent);
    if is_known && batch == Batch::Differs {
        return Standing::Mismatch;
    }
    if batch == Batch::Expired {
        return Standing::Expired;
    }
    match unit {
        Unit::Absent | Unit::NotYet => Standing::Unknown,
        Unit::Revealed(Hidden::ByReader(_)) => Standing::Confirmed,
        Unit::Revealed(_) => Standing::Issued,
        Unit::In(_) | Unit::Reported(_) => Standing::Issued,
        Unit::NoSerial if batch == Batch::None => Standing::Product,
        Unit::NoSerial => Standing::Batch,
    }
}

fn every_cell(mut visit: impl FnMut(Unit, Batch, Recall, Serials, Input)) {
    for unit in units() {
        for batch in [Batch::None, Batch::Good, Batch::Expired, Batch::Differs] {
            for recall in [Recall::None, Recall::Possible, Recall::Certain] {
                for serials in [
                    Serials::NotNumbered,
                    Serials::Partial,
                    Serials::Declared(None),
                ] {
                    for input in [Input::Scanned, Input::Typed] {
                        visit(unit, batch, recall, serials, input);
                    }
                }
            }
        }
    }
}

#[test]
fn every_cell_has_the_standing_of_the_table() {
    let mut cells = 0;
    every_cell(|unit, batch, recall, serials, input| {
        let verdict = judge(
            &facts(unit, batch, recall, serials, input),
            &Policy::default(),
            TODAY,
        );
        assert_eq!(
            verdict.standing,
            expected(unit, batch, recall, serials, input),
            "{unit:?} {batch:?} {recall:?} {serials:?} {input:?}"
        );
        cells += 1;
    });
    assert_eq!(cells, 17 * 4 * 3 * 3 * 2);
}

/// What a picture can't settle is not answered with "compare it".
#[test]
fn each_standing_has_a_first_step_that_helps() {
    every_cell(|unit, batch, recall, serials, input| {
        let mut facts = facts(unit, batch, recall, serials, input);
        let critical = judge(&facts, &Policy::default(), TODAY);
        let compares = critical.steps.contains(&Step::ComparePack);
        assert!(critical.caution.is_none() || !compares, "{unit:?}");
        facts.product.as_mut().unwrap().safety_critical = false;
        let verdict = judge(&facts, &Policy::default(), TODAY);
        let first = match verdict.standing {
            Standing::Recalled => Step::StopUsing,
            Standing::Blocked | Standing::NotIssued => Step::DoNotAccept,
            Standing::PossiblyRecalled => Step::CheckBatch,
            Standing::Expired => Step::Recycle,
            Standing::Unknown if input == Input::Typed => Step::CheckTyping,
            Standing::Confirmed => Step::Register,
            Standing::Suspect => Step::AskBrand,
            _ => Step::ComparePack,
        };
        assert_eq!(verdict.steps[0], first, "{unit:?} {batch:?} {recall:?}");
        let mut past = facts;
        if let Some(batch) = &mut past.batch {
            batch.best_before = batch.expiry.take();
        }
        let verdict = judge(&past, &Policy::default(), TODAY);
        assert!(verdict.standing != Standing::Expired || verdict.steps[0] == Step::AskBrand);
    });
}

/// The table's row on signatures goes through all other rows.
#[test]
fn a_wrong_signature_is_a_trouble_in_every_cell_and_no_other_is() {
    let key = || "AbC_".to_owned();
    let signatures = [
        (Signature::Absent, None),
        (Signature::Missing, Some(ReasonKind::SignatureMissing)),
        (
            Signature::Valid { key: key() },
            Some(ReasonKind::SignatureValid),
        ),
        (
            Signature::Revoked {
                key: key(),
                on: TODAY,
            },
            Some(ReasonKind::SignatureRevoked),
        ),
        (
            Signature::UnknownKey { key: key() },
            Some(ReasonKind::SignatureUnknownKey),
        ),
        (Signature::Wrong, Some(ReasonKind::SignatureWrong)),
    ];
    every_cell(|unit, batch, recall, serials, input| {
        let without = expected(unit, batch, recall, serials, input);
        for (signature, kind) in &signatures {
            let mut facts = facts(unit, batch, recall, serials, input);
            facts.signature = signature.clone();
            let verdict = judge(&facts, &Policy::default(), TODAY);
            let standing = match signature {
                // As grave as signs of cloning, and no graver than what is graver than those.
                Signature::Wrong => without.min(Standing::Suspect),
                _ => without,
            };
            assert_eq!(
                verdict.standing, standing,
                "{unit:?} {batch:?} {signature:?}"
            );
            let told = verdict
                .reasons
                .iter()
                .any(|reason| Some(reason.kind) == *kind);
            assert_eq!(told, kind.is_some(), "{signature:?}");
            facts.product = None;
            facts.unit = None;
            let stranger = judge(&facts, &Policy::default(), TODAY);
            assert!(
                stranger
                    .reasons
                    .iter()
                    .all(|reason| Some(reason.kind) != *kind)
            );
        }
    });
}

#[test]
fn the_headline_is_the_most_serious_and_hides_no_second_trouble() {
    every_cell(|unit, batch, recall, serials, input| {
        let verdict = judge(
            &facts(unit, batch, recall, serials, input),
            &Policy::default(),
            TODAY,
        );
        for reason in &verdict.reasons {
            let Some(standing) = reason.standing() else {
                continue;
            };
            assert!(
                verdict.standing <= standing,
                "{reason:?} is more serious than the headline"
            );
            if standing.is_trouble() && standing != verdict.standing {
                assert!(verdict.also.contains(&standing), "{standing:?} is hidden");
            }
        }
        assert!(!verdict.steps.is_empty());
        assert!(verdict.also.is_sorted());
        let first = verdict.reasons.first().map(|reason| reason.standing());
        if verdict.standing.is_trouble() {
            assert_eq!(
                first,
                Some(Some(verdict.standing)),
                "the headline's own reason leads"
            );
        }
    });
}

#[test]
fn a_safety_critical_trouble_says_first_whether_to_use_it() {
    every_cell(|unit, batch, recall, serials, input| {
        let mut facts = facts(unit, batch, recall, serials, input);
        let verdict = judge(&facts, &Policy::default(), TODAY);
        let is_doubtful = verdict.standing.is_trouble() || verdict.standing == Standing::Unknown;
        assert_eq!(
            verdict.caution.is_some(),
            is_doubtful,
            "{:?}",
            verdict.standing
        );
        if let Some(product) = &mut facts.product {
            product.safety_critical = false;
        }
        assert_eq!(judge(&facts, &Policy::default(), TODAY).caution, None);
    });
}

#[test]
fn a_typed_code_is_asked_to_be_checked_and_never_called_not_issued() {
    let declared = Serials::Declared(None);
    let verdict = judge(
        &facts(
            Unit::Absent,
            Batch::None,
            Recall::None,
            declared,
            Input::Typed,
        ),
        &Policy::default(),
        TODAY,
    );
    assert_eq!(verdict.standing, Standing::Unknown);
    assert_eq!(verdict.reasons[0].kind, ReasonKind::NeverIssuedTyped);
    assert_eq!(verdict.steps[0], Step::CheckTyping);
    assert_eq!(verdict.caution, Some(Caution::DoNotUseUntilClear));
}

#[test]
fn nothing_known_is_unknown_and_says_which_kind_of_nothing() {
    let check = |is_identity, kind| {
        let code = CodeFacts {
            is_identity,
            ..CodeFacts::default()
        };
        let verdict = judge(
            &Facts::unknown(Input::Scanned, code),
            &Policy::default(),
            TODAY,
        );
        assert_eq!(verdict.standing, Standing::Unknown);
        assert_eq!(verdict.reasons[0].kind, kind);
        assert_eq!(verdict.caution, None);
    };
    check(true, ReasonKind::UnknownProduct);
    check(false, ReasonKind::NotAnIdentity);
}

#[test]
fn a_pack_is_good_until_the_end_of_its_date() {
    let check = |offset: i32, standing| {
        let mut facts = facts(
            Unit::In(UnitState::Active),
            Batch::Good,
            Recall::None,
            Serials::Partial,
            Input::Scanned,
        );
        if let Some(batch) = &mut facts.batch {
            batch.expiry = Some(Date::from_days(TODAY.days() + offset));
        }
        assert_eq!(
            judge(&facts, &Policy::default(), TODAY).standing,
            standing,
            "{offset}"
        );
    };
    check(1, Standing::Issued);
    check(0, Standing::Issued);
    check(-1, Standing::Expired);
}

#[test]
fn the_record_s_date_counts_before_the_code_s() {
    let mut facts = facts(
        Unit::In(UnitState::Active),
        Batch::Good,
        Recall::None,
        Serials::Partial,
        Input::Scanned,
    );
    facts.code.expiry = Some(Date::from_days(TODAY.days() + 900));
    let verdict = judge(&facts, &Policy::default(), TODAY);
    assert_eq!(
        verdict.standing,
        Standing::Mismatch,
        "a longer date in the code is a difference"
    );
    let good = verdict
        .reasons
        .iter()
        .find(|reason| reason.kind == ReasonKind::GoodUntil);
    assert!(good.is_some(), "and the record's own date is still told");
}

#[test]
fn a_serial_counts_as_issued_from_where_the_brand_says() {
    let check = |stage: Stage, counts_from: Stage, hidden: Hidden, expected: &[ReasonKind]| {
        let mut facts = facts(
            Unit::In(UnitState::Active),
            Batch::Good,
            Recall::None,
            Serials::Declared(None),
            Input::Scanned,
        );
        if let Some(unit) = &mut facts.unit {
            (unit.stage, unit.counts_from, unit.hidden) = (stage, counts_from, hidden);
        }
        let verdict = judge(&facts, &Policy::default(), TODAY);
        let is_issued = expected.contains(&ReasonKind::Issued);
        assert_eq!(
            verdict.standing == Standing::Unknown,
            !is_issued,
            "{stage:?} {counts_from:?}"
        );
        for kind in [
            ReasonKind::Issued,
            ReasonKind::IssuedWhenMade,
            ReasonKind::NotYetIssued,
        ] {
            let is_told = verdict.reasons.iter().any(|reason| reason.kind == kind);
            assert_eq!(
                is_told,
                expected.contains(&kind),
                "{stage:?} {counts_from:?} {kind:?}"
            );
        }
    };
    for stage in Stage::ALL {
        for counts_from in Stage::ALL {
            let expected: &[ReasonKind] = match (stage, counts_from) {
                (Stage::Allocated, Stage::Allocated) => {
                    &[ReasonKind::Issued, ReasonKind::IssuedWhenMade]
                }
                _ if stage >= counts_from => &[ReasonKind::Issued],
                _ => &[ReasonKind::NotYetIssued],
            };
            check(stage, counts_from, Hidden::Sealed, expected);
            // Whoever held the hidden code held a pack.
            let held = Hidden::ByReader(Instant(0));
            check(stage, counts_from, held, &[ReasonKind::Issued]);
        }
    }
}
