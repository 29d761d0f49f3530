//! Micro QR Codes as a camera would see them.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use decoder::{Luma, Options, Symbol, Symbology, scan};
use label::{
    Correction, Modules,
    scene::{Pose, Random, Scene, micro_qr},
};

/// Version, level, content.
const SYMBOLS: [(u8, Correction, &str); 7] = [
    (1, Correction::L, "12345"),
    (2, Correction::L, "0123456789"),
    (2, Correction::M, "ABC12"),
    (3, Correction::M, "abc"),
    (4, Correction::L, "abcd EFGH 12"),
    (4, Correction::M, "abcdEFGH12"),
    (4, Correction::Q, "Abc1"),
];

fn scene(modules: &Modules, adjust: impl FnOnce(&mut Pose)) -> Scene {
    let mut scene = Scene::new(320, 240);
    let mut pose = Pose::upright(320, 240, 5.0);
    adjust(&mut pose);
    scene.symbols = vec![(modules.clone(), pose, 2.0)];
    scene
}

fn read(scene: &Scene) -> Vec<Symbol> {
    let picture = scene.render();
    let luma = Luma::new(
        &picture.pixels,
        picture.width,
        picture.height,
        picture.width,
    )
    .unwrap();
    scan(&luma, &Options::default())
}

fn texts(symbols: &[Symbol]) -> Vec<String> {
    let read = symbols.iter().filter_map(|symbol| {
        assert_eq!(symbol.symbology, Symbology::MicroQrCode);
        Some(symbol.payload.as_ref().ok()?.text())
    });
    read.collect()
}

#[test]
fn every_version_turned_inverted_and_from_behind() {
    for (version, correction, content) in SYMBOLS {
        let modules = micro_qr(version, correction, content).unwrap();
        for degrees in [0.0, 28.0, 90.0, 143.0, 180.0, 270.0] {
            for kind in 0..4 {
                let symbols = read(&scene(&modules, |pose| {
                    pose.rotation = degrees;
                    (pose.is_inverted, pose.is_mirrored) = (kind & 1 == 1, kind & 2 == 2);
                }));
                let note = format!("M{version} {correction:?}, {degrees}°, {kind}");
                assert_eq!(texts(&symbols), [content], "{note}");
                assert_eq!(symbols[0].is_inverted, kind & 1 == 1, "{note}");
                assert_eq!(symbols[0].is_mirrored, kind & 2 == 2, "{note}");
            }
        }
    }
}

#[test]
fn hand_held_frames() {
    let (mut read_count, mut all) = (0, 0);
    for (version, correction, content) in SYMBOLS {
        let modules = micro_qr(version, correction, content).unwrap();
        for seed in 0..4 {
            let mut random = Random::new(seed);
            let mut scene = scene(&modules, |pose| {
                pose.rotation = random.between(0.0, 360.0);
                pose.tilt = (random.between(-25.0, 25.0), random.between(-25.0, 25.0));
            });
            (scene.blur, scene.noise, scene.shade) = (0.8, 6.0, 0.3);
            (scene.clutter, scene.seed) = (4, seed);
            let found = texts(&read(&scene));
            assert!(
                found.is_empty() || found == [content],
                "a wrong text: {found:?}"
            );
            if found.is_empty() {
                println!("M{version} {correction:?}, seed {seed} is not read");
            }
            (read_count, all) = (read_count + usize::from(found == [content]), all + 1);
        }
    }
    assert!(read_count * 10 >= all * 8, "{read_count} of {all}");
}

/// A picture that is the symbol alone; of the smallest a pixel a module is enough.
#[test]
fn cut_out() {
    for (version, correction, content) in SYMBOLS {
        let modules = micro_qr(version, correction, content).unwrap();
        for module in [1, 2, 5] {
            if module == 1 && version > 1 {
                continue;
            }
            let size = modules.cols() * module;
            let level = |at: usize| match modules.bit(at / size / module, at % size / module) {
                true => 20,
                false => 240,
            };
            let pixels: Vec<u8> = (0..size * size).map(level).collect();
            let luma = Luma::new(&pixels, size, size, size).unwrap();
            let symbols = scan(&luma, &Options::default());
            assert_eq!(
                texts(&symbols),
                [content],
                "M{version} {correction:?}, {module} px"
            );
            let corners = symbols[0].corners.to_array();
            let far = size as f32;
            let expected = [(0.0, 0.0), (far, 0.0), (far, far), (0.0, far)];
            for (corner, (x, y)) in corners.into_iter().zip(expected) {
                let off = (corner.x - x).hypot(corner.y - y);
                assert!(off < 0.7 * module as f32, "M{version}: {corner:?}");
            }
        }
    }
}
