//! Our decoders beside rxing's, on symbols of every size with modules turned over.

use label::{
    Modules, Request, Symbology,
    scene::{RMQR_VERSIONS, Random, Segment, rmqr as encoded},
};

use crate::{
    Corners, ModuleGrid, Payload, SymbolError, data_matrix, engine::rxing_decoder as engine, qr,
    rmqr,
};

fn grid(modules: &Modules) -> ModuleGrid {
    let (rows, cols) = (modules.rows(), modules.cols());
    let bits = (0..rows).flat_map(|row| (0..cols).map(move |col| modules.bit(row, col)));
    ModuleGrid {
        rows,
        cols,
        bits: bits.collect(),
        corners: Corners::default(),
    }
}

fn ours(payload: Result<Payload, SymbolError>) -> Option<(String, String)> {
    let payload = payload.ok()?;
    // rxing keeps FNC1 in the first position of a Data Matrix symbol as GS.
    Some((payload.symbology_identifier().to_owned(), payload.text()))
}

/// Contents that make an encoder use every one of its modes.
fn contents(random: &mut Random, length: usize) -> String {
    let alphabets = [
        "0123456789",
        "0123456789ABCDEFGHIJ $%*+-./:",
        "abcdefghijklmnopqrstuvwxyz0123456789 ",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 *>\r",
        "!\"#$%&'()*+,-./:;<=>?@[\\]^_ABC",
        " !aA0~}{|`",
    ];
    let mut out = String::new();
    while out.len() < length {
        let alphabet = alphabets[random.below(alphabets.len())].as_bytes();
        for _ in 0..1 + random.below(30) {
            out.push(char::from(alphabet[random.below(alphabet.len())]));
        }
    }
    out.truncate(length);
    out
}

#[track_caller]
fn check(
    symbology: Symbology,
    lengths: impl Iterator<Item = usize>,
    theirs: fn(&ModuleGrid) -> Option<(String, String)>,
    payload: fn(&ModuleGrid) -> Result<Payload, SymbolError>,
) {
    let mut random = Random::new(7);
    let (mut read, mut unread) = (0, 0);
    for length in lengths {
        let content = contents(&mut random, length);
        let request = Request {
            symbology,
            gs1: false,
            content: &content,
        };
        let Ok(modules) = label::encode(&request) else {
            continue;
        };
        let whole = grid(&modules);
        let found = ours(payload(&whole)).map(|(_, text)| text);
        assert_eq!(
            found.as_ref(),
            Some(&content),
            "{:?}",
            (whole.rows, whole.cols)
        );
        for _ in 0..3 {
            let mut damaged = whole.clone();
            let most = damaged.bits.len() / 14;
            for _ in 0..random.below(most) {
                let at = random.below(damaged.bits.len());
                damaged.bits[at] ^= true;
            }
            let (ours, theirs) = (ours(payload(&damaged)), theirs(&damaged));
            // Where nearly all of the error correction is used up ours wants pads that confirm it; and
            // it knows a symbol's size without asking its version information.
            match (&ours, &theirs) {
                (Some(ours), Some(theirs)) => assert_eq!(ours, theirs, "{length}"),
                (Some((_, text)), None) => assert_eq!(text, &content, "{length}"),
                _ => {}
            }
            read += usize::from(ours.is_some());
            unread += usize::from(theirs.is_some() && ours.is_none());
        }
    }
    assert!(
        unread * 20 <= read,
        "{unread} read by rxing alone, {read} by ours"
    );
}

#[test]
fn qr_codes() {
    let lengths = (1..60).step_by(3).chain((60..2900).step_by(131));
    check(Symbology::QrCode, lengths, engine::qr, |grid| {
        qr::decode::read(grid).map(|(payload, _)| payload)
    });
}

#[test]
fn data_matrix_symbols() {
    let lengths = || {
        (1..60)
            .step_by(2)
            .chain([80, 130, 200, 300, 450, 700, 1000, 1500])
    };
    let payload = |grid: &ModuleGrid| data_matrix::decode::read(grid).map(|(payload, _)| payload);
    check(
        Symbology::DataMatrix,
        lengths(),
        engine::data_matrix,
        payload,
    );
    check(
        Symbology::RectangularDataMatrix,
        lengths(),
        engine::data_matrix,
        payload,
    );
}

#[test]
fn rmqr_symbols() {
    let mut random = Random::new(5);
    let (mut read, mut unread) = (0, 0);
    for indicator in 0..RMQR_VERSIONS {
        for is_high in [false, true] {
            for length in [1, 2, 4, 7, 11, 18, 30, 50, 90, 150] {
                let content = contents(&mut random, length);
                let Some(modules) = encoded(indicator, is_high, &[Segment::of(&content)]) else {
                    continue;
                };
                let whole = grid(&modules);
                let expected = Some(("]Q1".to_owned(), content.clone()));
                let payload =
                    |grid: &ModuleGrid| ours(rmqr::read(grid).map(|(payload, _)| payload));
                assert_eq!(payload(&whole), expected, "{indicator} {is_high}");
                assert_eq!(engine::qr(&whole), expected, "{indicator} {is_high}");
                let mut damaged = whole.clone();
                for _ in 0..random.below(damaged.bits.len() / 10) {
                    let at = random.below(damaged.bits.len());
                    damaged.bits[at] ^= true;
                }
                let (ours, theirs) = (payload(&damaged), engine::qr(&damaged));
                assert!(ours.is_none() || ours == expected, "{indicator} {is_high}");
                read += usize::from(ours.is_some());
                unread += usize::from(theirs == expected && ours.is_none());
            }
        }
    }
    assert!(
        read > 100 && unread * 20 <= read,
        "{unread} by rxing alone, {read} by ours"
    );
}
