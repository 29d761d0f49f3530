//! Symbols from encoders that share no code with the engines, as a camera would see them.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use decoder::{Effort, Luma, Options, Symbol, scan};
use label::{
    Request, Symbology, encode,
    scene::{Picture, Pose, Random, Scene},
};

const ELEMENT_STRING: &str = "010950600013435221K7M4Q2XT9PWB10L7\u{1d}17271130";
const LINK: &str = "https://id.example.com/01/09506000134352/10/L7/21/K7M4Q2XT9PWB";

fn still() -> Options {
    Options {
        effort: Effort::Still,
        ..Options::default()
    }
}

fn read(picture: &Picture, options: &Options) -> Vec<Symbol> {
    let luma = Luma::new(
        &picture.pixels,
        picture.width,
        picture.height,
        picture.width,
    )
    .unwrap();
    scan(&luma, options)
}

/// `]Q3 text` of everything that was read, sorted.
fn texts(symbols: &[Symbol]) -> Vec<String> {
    let mut texts: Vec<String> = symbols
        .iter()
        .filter_map(|symbol| symbol.payload.as_ref().ok())
        .map(|payload| format!("{} {}", payload.symbology_identifier(), payload.text()))
        .collect();
    texts.sort();
    texts
}

fn scene(symbology: Symbology, gs1: bool, content: &str, adjust: impl FnOnce(&mut Pose)) -> Scene {
    let modules = encode(&Request {
        symbology,
        gs1,
        content,
    })
    .unwrap();
    let mut scene = Scene::new(640, 480);
    let mut pose = Pose::upright(640, 480, 6.0);
    adjust(&mut pose);
    scene.symbols = vec![(modules, pose, 4.0)];
    scene
}

#[track_caller]
fn check(scene: &Scene, expected: &str) -> Symbol {
    let symbols = read(&scene.render(), &Options::default());
    assert_eq!(texts(&symbols), [expected]);
    symbols[0].clone()
}

#[test]
fn every_kind_upright() {
    let upright = |_: &mut Pose| {};
    check(
        &scene(Symbology::QrCode, false, LINK, upright),
        &format!("]Q1 {LINK}"),
    );
    check(
        &scene(Symbology::QrCode, true, ELEMENT_STRING, upright),
        &format!("]Q3 {ELEMENT_STRING}"),
    );
    check(
        &scene(Symbology::DataMatrix, false, "HELLO", upright),
        "]d1 HELLO",
    );
    for symbology in [Symbology::DataMatrix, Symbology::RectangularDataMatrix] {
        check(
            &scene(symbology, true, ELEMENT_STRING, upright),
            &format!("]d2 {ELEMENT_STRING}"),
        );
    }
}

#[test]
fn inverted_and_mirrored() {
    for (symbology, id) in [(Symbology::QrCode, "]Q3"), (Symbology::DataMatrix, "]d2")] {
        let expected = format!("{id} {ELEMENT_STRING}");
        let symbol = check(
            &scene(symbology, true, ELEMENT_STRING, |pose| {
                pose.is_inverted = true;
            }),
            &expected,
        );
        assert!(symbol.is_inverted && !symbol.is_mirrored, "{symbology:?}");
        let symbol = check(
            &scene(symbology, true, ELEMENT_STRING, |pose| {
                pose.is_mirrored = true;
            }),
            &expected,
        );
        assert!(symbol.is_mirrored && !symbol.is_inverted, "{symbology:?}");
        let symbol = check(
            &scene(symbology, true, ELEMENT_STRING, |pose| {
                (pose.is_inverted, pose.is_mirrored) = (true, true);
            }),
            &expected,
        );
        assert!(symbol.is_mirrored && symbol.is_inverted, "{symbology:?}");
    }
}

#[test]
fn every_rotation_tells_the_corners_of_the_symbol() {
    for symbology in [Symbology::QrCode, Symbology::DataMatrix] {
        for degrees in [0.0, 33.0, 90.0, 135.0, 180.0, 270.0] {
            let scene = scene(symbology, true, ELEMENT_STRING, |pose| {
                pose.rotation = degrees;
            });
            let symbols = read(&scene.render(), &still());
            assert_eq!(symbols.len(), 1, "{symbology:?} {degrees}");
            let corners = symbols[0].corners;
            let edge = (
                f64::from(corners.top_right.x - corners.top_left.x),
                f64::from(corners.top_right.y - corners.top_left.y),
            );
            let found = edge.1.atan2(edge.0).to_degrees();
            let off = (found - degrees + 540.0).rem_euclid(360.0) - 180.0;
            assert!(
                off.abs() < 4.0,
                "{symbology:?}: {found}° instead of {degrees}°"
            );
            // Around the symbol in the order of the clock, each a side away from the next.
            let around = corners.to_array();
            for at in 0..4 {
                let (from, to) = (around[at], around[(at + 1) % 4]);
                let after = around[(at + 2) % 4];
                let turn = (to.x - from.x) * (after.y - to.y) - (to.y - from.y) * (after.x - to.x);
                assert!(turn > 0.0, "{symbology:?} {degrees}: {corners:?}");
            }
            let center = corners.center();
            assert!((center.x - 320.0).abs() < 4.0 && (center.y - 240.0).abs() < 4.0);
        }
    }
}

#[test]
fn hand_held_frames() {
    for symbology in [Symbology::QrCode, Symbology::DataMatrix] {
        let mut hits = 0;
        for seed in 0..12 {
            let mut random = Random::new(seed);
            let mut scene = scene(symbology, true, ELEMENT_STRING, |pose| {
                pose.rotation = random.between(0.0, 360.0);
                pose.tilt = (random.between(-25.0, 25.0), random.between(-25.0, 25.0));
                pose.module = random.between(4.0, 7.0);
            });
            (scene.blur, scene.noise, scene.shade) = (0.8, 6.0, 0.35);
            (scene.clutter, scene.seed) = (6, seed);
            let id = if symbology == Symbology::QrCode {
                "]Q3"
            } else {
                "]d2"
            };
            let found = texts(&read(&scene.render(), &Options::default()));
            let expected = [format!("{id} {ELEMENT_STRING}")];
            assert!(
                found.is_empty() || found == expected,
                "a wrong text: {found:?}"
            );
            hits += usize::from(found == expected);
        }
        assert!(hits >= 10, "{symbology:?}: {hits} of 12");
    }
}

#[test]
fn several_of_both_kinds() {
    let mut scene = Scene::new(1280, 720);
    let mut expected = Vec::new();
    for (index, center) in [
        (250.0, 200.0),
        (640.0, 200.0),
        (1030.0, 200.0),
        (250.0, 520.0),
        (640.0, 520.0),
    ]
    .into_iter()
    .enumerate()
    {
        let content = format!("010950600013435221UNIT{index}");
        let (symbology, id) = if index % 2 == 0 {
            (Symbology::QrCode, "]Q3")
        } else {
            (Symbology::DataMatrix, "]d2")
        };
        let modules = encode(&Request {
            symbology,
            gs1: true,
            content: &content,
        })
        .unwrap();
        let pose = Pose {
            center,
            ..Pose::upright(1280, 720, 6.0)
        };
        scene.symbols.push((modules, pose, 4.0));
        expected.push(format!("{id} {content}"));
    }
    expected.sort();
    assert_eq!(texts(&read(&scene.render(), &still())), expected);
    let found = texts(&read(&scene.render(), &Options::default()));
    assert!(found.len() >= 4, "a camera frame: {found:?}");
}

#[test]
fn nothing_is_an_empty_list() {
    let mut seen = 0;
    for seed in 0..10 {
        let mut scene = Scene::new(640, 480);
        (scene.clutter, scene.noise, scene.blur, scene.seed) = (40, 8.0, 0.6, seed);
        let symbols = read(&scene.render(), &still());
        assert_eq!(texts(&symbols), [""; 0], "seed {seed}");
        seen += symbols.len();
    }
    assert!(seen <= 1, "{seen} symbols seen in ten pictures of clutter");
}

#[test]
fn a_damaged_symbol_is_never_read_wrongly() {
    for seed in 0..40 {
        let mut random = Random::new(seed);
        let modules = encode(&Request {
            symbology: Symbology::DataMatrix,
            gs1: true,
            content: ELEMENT_STRING,
        })
        .unwrap();
        let mut scene = Scene::new(400, 400);
        scene.symbols = vec![(modules, Pose::upright(400, 400, 8.0), 3.0)];
        let mut picture = scene.render();
        let patch = 20 + random.below(90);
        let (left, top) = (100 + random.below(150), 100 + random.below(150));
        for y in top..(top + patch).min(400) {
            for x in left..(left + patch).min(400) {
                picture.pixels[y * 400 + x] = if random.below(2) == 0 { 20 } else { 230 };
            }
        }
        let found = texts(&read(&picture, &still()));
        assert!(
            found
                .iter()
                .all(|text| *text == format!("]d2 {ELEMENT_STRING}")),
            "{found:?}"
        );
    }
}

#[test]
fn odd_sizes_and_strides_are_no_trouble() {
    for (width, height) in [(0, 0), (1, 1), (1, 50), (50, 1), (7, 7), (21, 21), (39, 41)] {
        for level in [0, 128, 255] {
            let picture = Picture {
                width,
                height,
                pixels: vec![level; width * height],
            };
            assert_eq!(read(&picture, &still()), []);
        }
        let mut random = Random::new(9);
        let pixels = (0..width * height).map(|_| random.bits() as u8).collect();
        let _ = read(
            &Picture {
                width,
                height,
                pixels,
            },
            &still(),
        );
    }
    let picture = scene(Symbology::QrCode, false, LINK, |_| {}).render();
    let stride = 700;
    let mut padded = vec![77; stride * picture.height];
    for (y, row) in picture.pixels.chunks(picture.width).enumerate() {
        padded[y * stride..y * stride + picture.width].copy_from_slice(row);
    }
    let luma = Luma::new(&padded, picture.width, picture.height, stride).unwrap();
    assert_eq!(
        texts(&scan(&luma, &Options::default())),
        [format!("]Q1 {LINK}")]
    );
}

#[test]
fn small_modules_of_a_photograph() {
    let mut scene = scene(Symbology::QrCode, false, LINK, |pose| pose.module = 2.0);
    scene.blur = 0.5;
    assert_eq!(
        texts(&read(&scene.render(), &still())),
        [format!("]Q1 {LINK}")]
    );
}

mod round_trip {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_encoded_is_read(content in "[ -~]{1,60}", kind in 0..3usize) {
            let symbology = [
                Symbology::QrCode,
                Symbology::DataMatrix,
                Symbology::RectangularDataMatrix,
            ][kind];
            let picture = scene(symbology, false, &content, |pose| pose.module = 5.0).render();
            let id = if kind == 0 { "]Q1" } else { "]d1" };
            prop_assert_eq!(texts(&read(&picture, &still())), [format!("{id} {content}")]);
        }
    }
}

/// Draws modules where `at` says that a pixel's center lies, in modules from the top left; four
/// modules of quiet zone.
fn drawn(
    modules: &label::Modules,
    (width, height): (usize, usize),
    at: impl Fn(f64, f64) -> (f64, f64),
) -> Picture {
    let (rows, cols) = (modules.rows() as f64, modules.cols() as f64);
    let level = |x: usize, y: usize| {
        let (col, row) = at(x as f64 + 0.5, y as f64 + 0.5);
        let is_inside = (0.0..cols).contains(&col) && (0.0..rows).contains(&row);
        if is_inside && modules.bit(row as usize, col as usize) {
            30
        } else {
            220
        }
    };
    let pixels = (0..width * height).map(|pixel| level(pixel % width, pixel / width));
    Picture {
        width,
        height,
        pixels: pixels.collect(),
    }
}

#[test]
fn modules_that_get_narrower() {
    let modules = encode(&Request {
        symbology: Symbology::DataMatrix,
        gs1: true,
        content: ELEMENT_STRING,
    })
    .unwrap();
    let cols = modules.cols() as f64;
    // From six pixels a module to three, as on a round pack.
    let picture = drawn(&modules, (200, 200), |x, y| {
        let share = (x - 30.0) / (cols * 4.5);
        let col = share.signum() * (share.abs() * (0.75 + 0.25 * share)) * cols;
        (col, (y - 30.0) / 4.5)
    });
    let expected = format!("]d2 {ELEMENT_STRING}");
    assert_eq!(texts(&read(&picture, &Options::default())), [expected]);
}

#[test]
fn a_large_symbol_on_crumpled_paper() {
    let content = LINK.repeat(9);
    let modules = encode(&Request {
        symbology: Symbology::QrCode,
        gs1: false,
        content: &content,
    })
    .unwrap();
    let size = modules.rows() as f64;
    assert!(size > 80.0, "{size}: many alignment patterns");
    let picture = drawn(&modules, (480, 480), |x, y| {
        let (col, row) = ((x - 40.0) / 4.0, (y - 40.0) / 4.0);
        let wave = |at: f64| 0.8 * (at / size * std::f64::consts::TAU).sin();
        (col + wave(row), row + wave(col))
    });
    assert_eq!(
        texts(&read(&picture, &Options::default())),
        [format!("]Q1 {content}")]
    );
}

#[test]
fn a_covered_symbol_says_what_is_in_the_way() {
    for (symbology, content, reach) in [
        (Symbology::QrCode, LINK, 5.5),
        (Symbology::DataMatrix, "0123456789abcdefgh", 4.5),
    ] {
        let request = Request {
            symbology,
            gs1: false,
            content,
        };
        let modules = encode(&request).unwrap();
        let picture = drawn(&modules, (260, 260), |x, y| {
            let (col, row) = ((x - 30.0) / 5.0, (y - 30.0) / 5.0);
            // A patch of light inside, which leaves the finder patterns in view.
            let middle = modules.rows() as f64 / 2.0;
            let is_in_glare = (col - middle).abs() < reach && (row - middle).abs() < reach;
            if is_in_glare {
                (-1.0, -1.0)
            } else {
                (col, row)
            }
        });
        let symbols = read(&picture, &Options::default());
        assert_eq!(symbols.len(), 1, "{symbology:?} {symbols:?}");
        let trouble = symbols[0].trouble.map(decoder::Trouble::name);
        assert_eq!(symbols[0].payload, Err(decoder::SymbolError::Checksum));
        // As light as paper, and not as light as a lamp.
        assert_eq!(trouble, Some("damaged"), "{symbology:?}");
        assert_eq!(
            (symbols[0].modules, symbols[0].confidence),
            ((modules.rows(), modules.cols()), 0.0)
        );
    }
}
