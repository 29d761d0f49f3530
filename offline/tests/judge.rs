//! What is said of a code without a network, case by case.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing must fail")]

mod world;

use offline::{Asked, Doubt, Numbered, OfflineAnswer, Pack, Word, judge};
use signed::{KeyRing, Statement};
use world::{brand_key, date, pack};

/// The code as scanned, judged on 27 November 2026 in Germany.
fn answer<'p>(pack: &'p Pack, code: &str) -> OfflineAnswer<'p> {
    let (message, faults) = gs1::parse(code, None);
    assert!(faults.is_empty(), "{code}: {faults:?}");
    let signature = KeyRing(pack.keys.clone()).judge(&message);
    let identity = message.identity().unwrap();
    let today = date("2026-11-27");
    let asked = Asked::of(&identity, today).unwrap();
    judge(pack, &asked, &signature, today, 1_500, Some(*b"DE"))
}

#[track_caller]
fn check(code: &str, words: &[Word], doubts: &[Doubt]) {
    let pack = pack();
    let answer = answer(&pack, code);
    assert_eq!(
        (&answer.words[..], &answer.doubts[..]),
        (words, doubts),
        "{code}"
    );
    assert_eq!((answer.made_at, answer.valid_until), (1_000, 2_000));
}

const EIGHT: Word = Word::ListedAsIssued { one_in: 256 };
const SIXTEEN: Word = Word::ListedAsIssued { one_in: 65_536 };
const CERTAIN: Word = Word::RecalledAsOf { is_certain: true };
const POSSIBLE: Word = Word::RecalledAsOf { is_certain: false };

#[test]
fn serials() {
    check("(01)09506000134352(10)L1(21)K1", &[EIGHT], &[]);
    check("(01)09506000134352(10)L1(21)X1", &[Word::NotListed], &[]);
    let begins = Doubt::ListBegins(date("2026-01-01"));
    check(
        "(01)09506000134369(21)X1",
        &[Word::NotListed, POSSIBLE],
        &[begins.clone()][..],
    );
    check("(01)09506000134383(21)K1", &[Word::NotInPack], &[]);
    check("(01)09506000134376(10)B1", &[], &[Doubt::NotNumbered]);
    check("(01)09506000134352(10)L1", &[POSSIBLE], &[Doubt::NoSerial]);
}

#[test]
fn recalls_and_blocks() {
    check(
        "(01)09506000134352(10)L1(21)K5",
        &[Word::BlockedAsOf, EIGHT],
        &[],
    );
    check("(01)09506000134352(10)L2(21)K1", &[CERTAIN, EIGHT], &[]);
    check("(01)09506000134352(10)L1(21)K7", &[CERTAIN, EIGHT], &[]);
    check("(01)09506000134352(10)L1(21)K93", &[CERTAIN, EIGHT], &[]);
    check("(01)09506000134352(10)L1(21)K96", &[EIGHT], &[]);
    // Without its batch it may be one.
    check("(01)09506000134352(21)K1", &[POSSIBLE, EIGHT], &[]);
    // A notice that nobody confirmed is never certain.
    check(
        "(01)09506000134369(17)310101(21)K1",
        &[POSSIBLE, SIXTEEN],
        &[],
    );
    check("(01)09506000134369(17)290101(21)K1", &[SIXTEEN], &[]);
    let pack = pack();
    let answer = answer(&pack, "(01)09506000134352(10)L1(21)K5");
    assert_eq!(answer.blocked, Some("stolen"));
}

#[test]
fn dates_batches_and_markets() {
    check(
        "(01)09506000134369(17)260630(10)P1(21)K1",
        &[SIXTEEN],
        &[Doubt::Expired(date("2026-06-30"))],
    );
    check(
        "(01)09506000134369(17)280630(10)P1(21)K1",
        &[SIXTEEN],
        &[
            Doubt::DateDiffers {
                code: date("2028-06-30"),
                record: date("2026-06-30"),
            },
            Doubt::Expired(date("2026-06-30")),
        ],
    );
    check(
        "(01)09506000134352(15)260101(10)L9(21)K1",
        &[EIGHT],
        &[
            Doubt::UnknownBatch,
            Doubt::PastBestBefore(date("2026-01-01")),
        ],
    );
    let mut pack = pack();
    pack.products[0].batches[0].markets = vec![*b"PL"];
    let answer = answer(&pack, "(01)09506000134352(10)L1(21)K1");
    assert_eq!(answer.doubts, [Doubt::OtherMarket(vec![*b"PL"])]);
    assert!(answer.is_trouble());
}

#[test]
fn a_list_that_is_not_whole() {
    let mut pack = pack();
    pack.products[0].numbered = Numbered::Partial;
    let of_l1 = "(01)09506000134352(10)L1(21)X1";
    let partial = answer(&pack, of_l1);
    assert_eq!(partial.words, [Word::NotListed]);
    assert_eq!(partial.doubts, [Doubt::ListIsPartial]);
    assert!(!partial.is_trouble(), "absence says nothing");
    // Made before the declaration holds.
    pack.products[0].numbered = Numbered::Declared(Some(date("2026-02-01")));
    assert_eq!(answer(&pack, of_l1).doubts, [Doubt::ListIsPartial]);
    pack.products[0].numbered = Numbered::Declared(Some(date("2026-01-01")));
    let whole = answer(&pack, of_l1);
    assert_eq!(whole.doubts, [Doubt::ListBegins(date("2026-01-01"))]);
    assert!(whole.is_trouble());
}

#[test]
fn signatures() {
    let plain = "https://id.gs1.org/01/09506000134352/10/L1/21/K1";
    let statement = Statement::of(&gs1::parse(plain, None).0).unwrap();
    let seal = brand_key().seal(&statement);
    let signed = format!("{plain}?sig={seal}");
    check(&signed, &[EIGHT, Word::SignatureValid], &[]);
    // Issued after the pack was made, or made with a stolen key: both are said.
    let later = plain.replace("K1", "X1");
    let seal_of_later = brand_key().seal(&statement.with_serial("X1"));
    check(
        &format!("{later}?sig={seal_of_later}"),
        &[Word::NotListed, Word::SignatureValid],
        &[],
    );
    // The same seal on another pack.
    check(
        &format!("{}?sig={seal}", plain.replace("K1", "K2")),
        &[EIGHT],
        &[Doubt::SignatureWrong],
    );
    let mut unknown = pack();
    unknown.keys.clear();
    let told = answer(&unknown, &signed);
    assert_eq!(told.doubts, [Doubt::SignatureOfUnknownKey]);
    let mut revoked = pack();
    revoked.keys[0].revoked_on = Some(date("2026-10-01"));
    let told = answer(&revoked, &signed);
    assert_eq!(told.words, [EIGHT]);
    assert_eq!(told.doubts, [Doubt::SignatureRevoked(date("2026-10-01"))]);
}

#[test]
fn a_pack_that_is_too_old_says_so() {
    let pack = pack();
    let asked = Asked {
        gtin: world::TEA,
        serial: Some("K1"),
        batch: Some("L1"),
        ..Asked::default()
    };
    let at = |now| {
        let today = date("2026-11-27");
        let answer = judge(&pack, &asked, &trace::Signature::Absent, today, now, None);
        answer.doubts
    };
    assert_eq!(at(1_999), []);
    assert_eq!(at(2_000), [Doubt::PackOutOfDate]);
}

/// Whatever is asked of whatever is in the pack, each word is said once, and the most serious first.
#[test]
fn words_are_in_order() {
    let order = |word: &Word| match word {
        Word::RecalledAsOf { is_certain: true } => 0,
        Word::BlockedAsOf => 1,
        Word::NotListed => 2,
        Word::RecalledAsOf { is_certain: false } => 3,
        Word::NotInPack => 4,
        Word::ListedAsIssued { .. } => 5,
        Word::SignatureValid => 6,
    };
    let pack = pack();
    let mut several = 0;
    for gtin in [world::TEA, world::PILLS, world::BAGS, "09506000134383"] {
        for rest in ["", "(21)K1", "(21)K5", "(21)X9", "(10)L2", "(10)L1(21)K7"] {
            let words = answer(&pack, &format!("(01){gtin}{rest}")).words;
            let places: Vec<i32> = words.iter().map(order).collect();
            assert!(places.is_sorted_by(|a, b| a < b), "{gtin}{rest}: {words:?}");
            several += usize::from(words.len() > 1);
        }
    }
    assert!(several > 5, "{several}");
}
