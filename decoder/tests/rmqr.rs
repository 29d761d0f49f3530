//! rMQR symbols as a camera would see them.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use decoder::{Luma, Options, Stream, Symbol, SymbolError, Symbology, Trouble, scan};
use label::{
    Modules,
    scene::{Cover, Picture, Pose, RMQR_VERSIONS, Random, Scene, Segment, rmqr},
};

fn luma(picture: &Picture) -> Luma<'_> {
    let (width, height) = (picture.width, picture.height);
    Luma::new(&picture.pixels, width, height, width).unwrap()
}

/// The longest text of digits that the symbol holds, up to that length.
fn symbol(indicator: usize, is_high: bool, most: usize) -> (Modules, String) {
    let fitting = (1..=most).rev().find_map(|length| {
        let text: String = "0481592637".chars().cycle().take(length).collect();
        let modules = rmqr(indicator, is_high, &[Segment::Numeric(&text)])?;
        Some((modules, text))
    });
    fitting.unwrap()
}

fn scene(modules: &Modules, size: (usize, usize), adjust: impl FnOnce(&mut Pose)) -> Scene {
    let mut scene = Scene::new(size.0, size.1);
    let mut pose = Pose::upright(size.0, size.1, 4.0);
    adjust(&mut pose);
    scene.symbols = vec![(modules.clone(), pose, 2.0)];
    scene
}

fn texts(symbols: &[Symbol]) -> Vec<String> {
    let read = symbols.iter().filter_map(|symbol| {
        let payload = symbol.payload.as_ref().ok()?;
        Some(format!("{} {}", symbol.symbology.name(), payload.text()))
    });
    read.collect()
}

#[track_caller]
fn check(scene: &Scene, text: &str, note: &str) -> Symbol {
    let symbols = scan(&luma(&scene.render()), &Options::default());
    assert_eq!(texts(&symbols), [format!("rMQR {text}")], "{note}");
    symbols[0].clone()
}

#[test]
fn every_version_and_level() {
    for indicator in 0..RMQR_VERSIONS {
        for is_high in [false, true] {
            let (modules, text) = symbol(indicator, is_high, 80);
            let upright = scene(&modules, (640, 200), |_| {});
            let note = format!("{indicator} {is_high}");
            let symbol = check(&upright, &text, &note);
            assert_eq!(symbol.modules, (modules.rows(), modules.cols()), "{note}");
            assert_eq!(symbol.symbology, Symbology::RectangularMicroQrCode);
            assert!(symbol.confidence > 0.8, "{note}: {}", symbol.confidence);
        }
    }
}

#[test]
fn turned_inverted_and_from_behind() {
    for indicator in [0, 8, 10, 26] {
        let (modules, text) = symbol(indicator, false, 40);
        for degrees in [0.0, 28.0, 143.0, 270.0] {
            for kind in 0..4 {
                let scene = scene(&modules, (640, 640), |pose| {
                    (pose.rotation, pose.module) = (degrees, 4.0);
                    (pose.is_inverted, pose.is_mirrored) = (kind & 1 == 1, kind & 2 == 2);
                });
                let note = format!("{indicator}, {degrees}°, {kind}");
                let symbol = check(&scene, &text, &note);
                assert_eq!(symbol.is_inverted, kind & 1 == 1, "{note}");
                assert_eq!(symbol.is_mirrored, kind & 2 == 2, "{note}");
                // The symbol's upper edge runs as it was turned, and the other way from behind.
                let corners = symbol.corners;
                let edge = (
                    f64::from(corners.top_right.x - corners.top_left.x),
                    f64::from(corners.top_right.y - corners.top_left.y),
                );
                let expected = if kind & 2 == 2 {
                    degrees + 180.0
                } else {
                    degrees
                };
                let off = edge.1.atan2(edge.0).to_degrees() - expected;
                let off = (off + 540.0).rem_euclid(360.0) - 180.0;
                assert!(off.abs() < 2.0, "{note}: {off}");
                let center = corners.center();
                let is_there = (center.x - 320.0).abs() < 3.0 && (center.y - 320.0).abs() < 3.0;
                assert!(is_there, "{note}: {center:?}");
            }
        }
    }
}

#[test]
fn small_modules() {
    for module in [1.5, 2.0, 2.5] {
        for indicator in [0, 10, 21] {
            let (modules, text) = symbol(indicator, true, 20);
            let scene = scene(&modules, (400, 120), |pose| pose.module = module);
            check(&scene, &text, &format!("{indicator}, {module} px"));
        }
    }
}

#[test]
fn hand_held_frames() {
    let (mut read, mut all) = (0, 0);
    for indicator in 0..RMQR_VERSIONS {
        for seed in 0..2 {
            let mut random = Random::new(seed * 100 + indicator as u64);
            let (modules, text) = symbol(indicator, random.below(2) == 0, 60);
            let mut scene = scene(&modules, (1000, 700), |pose| {
                pose.rotation = random.between(0.0, 360.0);
                pose.tilt = (random.between(-30.0, 30.0), random.between(-30.0, 30.0));
                pose.module = random.between(3.5, 5.0);
            });
            (scene.blur, scene.noise, scene.shade) = (0.8, 6.0, 0.3);
            (scene.clutter, scene.seed) = (6, seed);
            let found = texts(&scan(&luma(&scene.render()), &Options::default()));
            let expected = [format!("rMQR {text}")];
            assert!(
                found.is_empty() || found == expected,
                "a wrong text: {found:?}"
            );
            (read, all) = (read + usize::from(found == expected), all + 1);
            if found.is_empty() {
                println!("version indicator {indicator}, seed {seed} is not read");
            }
        }
    }
    assert!(read * 10 >= all * 9, "{read} of {all}");
}

#[test]
fn frames_of_a_camera() {
    for indicator in [0, 15, 31] {
        let (modules, text) = symbol(indicator, false, 100);
        let scene = scene(&modules, (1280, 720), |pose| {
            (pose.rotation, pose.tilt) = (12.0, (15.0, -10.0));
        });
        let picture = scene.render();
        let mut stream = Stream::new(Options::default());
        let frames = 1
            + (0..10)
                .position(|_| texts(&stream.frame(&luma(&picture))) == [format!("rMQR {text}")])
                .unwrap();
        assert!(frames <= 4, "{indicator}: {frames} frames");
    }
}

#[test]
fn half_a_symbol_is_none() {
    for indicator in [0, 10, 21, 31] {
        let (modules, text) = symbol(indicator, false, 100);
        for share in [0.35, 0.5, 0.7, 0.85, 0.95] {
            let picture = scene(&modules, (640, 200), |_| {}).render();
            let left = (640 - modules.cols() * 4) / 2;
            let width = left + (modules.cols() as f64 * 4.0 * share) as usize;
            let rows = picture.pixels.chunks(640).flat_map(|row| &row[..width]);
            let part = Picture {
                width,
                height: 200,
                pixels: rows.copied().collect(),
            };
            let found = texts(&scan(&luma(&part), &Options::default()));
            // What little is missing, error correction may mend.
            let is_mended = share > 0.8 && found == [format!("rMQR {text}")];
            assert!(
                found.is_empty() || is_mended,
                "{indicator}, {share}: {found:?}"
            );
        }
    }
}

#[test]
fn a_symbol_that_is_there_and_too_damaged_says_so() {
    let (modules, _) = symbol(20, false, 60);
    let mut scene = scene(&modules, (640, 200), |_| {});
    // Data modules alone, so that all is seen but what it carries.
    scene.covers = (0..7)
        .map(|at| Cover {
            center: (200.0 + 36.0 * f64::from(at), 100.0),
            radius: 12.0,
            level: 225.0,
        })
        .collect();
    let symbols = scan(&luma(&scene.render()), &Options::default());
    assert_eq!(symbols.len(), 1, "{symbols:?}");
    assert_eq!(symbols[0].symbology, Symbology::RectangularMicroQrCode);
    assert_eq!(symbols[0].payload, Err(SymbolError::Checksum));
    assert_eq!(symbols[0].trouble, Some(Trouble::Damaged));
    assert_eq!(symbols[0].modules, (13, 99));
}
