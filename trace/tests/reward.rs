//! Points: what each deed earns, as a table.

use trace::reward::{
    Act::{self, Recycling, Registration, Report, Review},
    Basis::{self, Claimed, Proven, Supported},
    Deed, History,
    Reward::{self, Granted, Held, None},
    Rules, Why, reward,
};

/// The rules of most lines: points from a recorded sale on, two a day, five a month, three a network.
fn rules(from: Basis) -> Rules {
    Rules {
        from,
        person_a_day: 2,
        person_a_month: 5,
        network_a_day: 3,
    }
}

fn deed(act: Act, basis: Basis) -> Deed {
    Deed {
        act,
        basis,
        points: 50,
    }
}

/// A line each: act, basis, from, (rewarded, taken back, day, month, network) → reward.
type Line = (Act, Basis, Basis, (bool, bool, u32, u32, u32), Reward);

#[test]
fn what_a_deed_earns() {
    let lines: &[Line] = &[
        // What it rests on.
        (
            Registration,
            Proven,
            Proven,
            (false, false, 0, 0, 0),
            Granted(50),
        ),
        (
            Registration,
            Supported,
            Proven,
            (false, false, 0, 0, 0),
            Held(50, Why::Basis),
        ),
        (
            Registration,
            Claimed,
            Proven,
            (false, false, 0, 0, 0),
            Held(50, Why::Basis),
        ),
        (
            Registration,
            Supported,
            Supported,
            (false, false, 0, 0, 0),
            Granted(50),
        ),
        (
            Registration,
            Claimed,
            Supported,
            (false, false, 0, 0, 0),
            Held(50, Why::Basis),
        ),
        (
            Registration,
            Claimed,
            Claimed,
            (false, false, 0, 0, 0),
            Granted(50),
        ),
        (
            Recycling,
            Proven,
            Proven,
            (false, false, 0, 0, 0),
            Granted(50),
        ),
        (
            Review,
            Claimed,
            Proven,
            (false, false, 0, 0, 0),
            Held(50, Why::Basis),
        ),
        // Reports are for staff to judge, whatever the rule says.
        (
            Report,
            Claimed,
            Claimed,
            (false, false, 0, 0, 0),
            Held(50, Why::Staff),
        ),
        (Report, Proven, Proven, (false, false, 0, 0, 0), Granted(50)),
        // Once a unit.
        (
            Registration,
            Proven,
            Proven,
            (true, false, 0, 0, 0),
            None(Why::Once),
        ),
        (
            Registration,
            Claimed,
            Claimed,
            (true, true, 9, 9, 9),
            None(Why::Once),
        ),
        // Whoever takes a registration back can't try another day.
        (
            Registration,
            Supported,
            Supported,
            (false, true, 0, 0, 0),
            Held(50, Why::Again),
        ),
        (
            Registration,
            Proven,
            Supported,
            (false, true, 0, 0, 0),
            Granted(50),
        ),
        // Too many at once wait.
        (
            Registration,
            Proven,
            Proven,
            (false, false, 1, 4, 0),
            Granted(50),
        ),
        (
            Registration,
            Proven,
            Proven,
            (false, false, 2, 2, 0),
            Held(50, Why::Person),
        ),
        (
            Registration,
            Proven,
            Proven,
            (false, false, 0, 5, 0),
            Held(50, Why::Person),
        ),
        (
            Registration,
            Supported,
            Supported,
            (false, false, 0, 0, 3),
            Held(50, Why::Network),
        ),
        // A crowded network costs nobody a proof.
        (
            Registration,
            Proven,
            Proven,
            (false, false, 0, 0, 300),
            Granted(50),
        ),
    ];
    for (act, basis, from, (is_rewarded, was_taken_back, day, month, network), expected) in lines {
        let history = History {
            is_rewarded: *is_rewarded,
            was_taken_back: *was_taken_back,
            person_day: *day,
            person_month: *month,
            network_day: *network,
        };
        let got = reward(deed(*act, *basis), &rules(*from), &history);
        assert_eq!(
            got, *expected,
            "{act:?} {basis:?} from {from:?} {history:?}"
        );
    }
}

/// Every cell: nothing is refused but what was rewarded or earns nothing, and what rests on more
/// never earns less.
#[test]
fn every_cell() {
    let counts = [0, 1, 2, 3, 5, u32::MAX];
    for act in Act::ALL {
        for from in Basis::ALL {
            for flags in 0..4 {
                for person_day in counts {
                    for network_day in counts {
                        let history = History {
                            is_rewarded: flags & 1 > 0,
                            was_taken_back: flags & 2 > 0,
                            person_day,
                            person_month: person_day,
                            network_day,
                        };
                        let all = Basis::ALL.map(|basis| {
                            rank(reward(deed(act, basis), &rules(from), &history), &history)
                        });
                        assert!(
                            all.is_sorted(),
                            "{act:?} from {from:?} {history:?}: {all:?}"
                        );
                    }
                }
            }
        }
    }
}

fn rank(reward: Reward, history: &History) -> u8 {
    match reward {
        None(why) => {
            assert!(why == Why::Once && history.is_rewarded, "{why:?}");
            0
        }
        Held(50, _) => 1,
        Granted(50) => 2,
        Held(..) | Granted(_) => panic!("other points than the brand's"),
    }
}

#[test]
fn no_points_are_none() {
    let nothing = Deed {
        points: 0,
        ..deed(Registration, Proven)
    };
    let got = reward(nothing, &Rules::default(), &History::default());
    assert_eq!(got, None(Why::NoPoints));
}

#[test]
fn what_waits_may_pass() {
    let check = |why: Why, basis, expected| assert_eq!(why.may_pass(basis), expected, "{why:?}");
    check(Why::Person, Claimed, true);
    check(Why::Network, Claimed, true);
    check(Why::Basis, Claimed, false);
    check(Why::Basis, Proven, true);
    check(Why::Again, Proven, true);
    check(Why::Staff, Proven, false);
    check(Why::Once, Proven, false);
}

#[test]
fn names_are_read_back() {
    for act in Act::ALL {
        assert_eq!(Act::parse(act.name()), Some(act));
    }
    for basis in Basis::ALL {
        assert_eq!(Basis::parse(basis.name()), Some(basis));
    }
    for why in Why::ALL {
        assert_eq!(Why::parse(why.name()), Some(why));
    }
    assert_eq!(Act::parse("buying"), Option::None);
}
