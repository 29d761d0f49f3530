//! Where a code seems to be, in pictures in which it can't be read.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use decoder::{Glimpse, Luma, glimpse};
use label::{
    Request, Symbology, encode,
    scene::{Picture, Pose, Scene},
};

const LINK: &str = "https://id.example.com/01/09506000134352/10/L7/21/K7M4Q2XT9PWB";

fn look(picture: &Picture) -> Option<Glimpse> {
    let luma = Luma::new(
        &picture.pixels,
        picture.width,
        picture.height,
        picture.width,
    );
    glimpse(&luma.unwrap())
}

/// A symbol of `module` pixels a module with its center there, and what is glimpsed of it.
#[track_caller]
fn check(symbology: Symbology, module: f64, center: (f64, f64), adjust: impl FnOnce(&mut Scene)) {
    let modules = encode(&Request {
        symbology,
        gs1: false,
        content: LINK,
    })
    .unwrap();
    let half = modules.cols() as f64 * module / 2.0;
    let mut scene = Scene::new(1280, 720);
    let pose = Pose {
        center,
        ..Pose::upright(1280, 720, module)
    };
    scene.symbols = vec![(modules, pose, 4.0)];
    adjust(&mut scene);
    let seen = look(&scene.render()).unwrap_or_else(|| panic!("{module} at {center:?}: nothing"));
    let edges = [
        (f64::from(seen.left), (center.0 - half).max(0.0)),
        (f64::from(seen.top), (center.1 - half).max(0.0)),
        (f64::from(seen.right), (center.0 + half).min(1280.0)),
        (f64::from(seen.bottom), (center.1 + half).min(720.0)),
    ];
    let slack = (0.25 * 2.0 * half).max(24.0);
    assert!(
        edges.iter().all(|(is, should)| (is - should).abs() < slack),
        "{module} at {center:?}: {seen:?} instead of {edges:?}"
    );
    let ratio = f64::from(seen.module) / module;
    assert!((0.5..2.0).contains(&ratio), "{module}: {seen:?}");
}

#[test]
fn near_and_far_and_cut_off() {
    for symbology in [Symbology::QrCode, Symbology::DataMatrix] {
        for module in [1.6, 3.0, 6.0, 12.0] {
            check(symbology, module, (640.0, 360.0), |_| {});
        }
        check(symbology, 3.0, (20.0, 300.0), |_| {});
        check(symbology, 5.0, (1260.0, 700.0), |_| {});
    }
}

#[test]
fn blurred_noisy_and_among_bars() {
    check(Symbology::QrCode, 6.0, (300.0, 360.0), |scene| {
        scene.blur = 3.0;
    });
    check(Symbology::QrCode, 5.0, (300.0, 360.0), |scene| {
        scene.clutter = 30;
        scene.noise = 6.0;
    });
    check(Symbology::DataMatrix, 5.0, (900.0, 260.0), |scene| {
        scene.clutter = 30;
        scene.noise = 6.0;
    });
}

#[test]
fn bars_are_no_code() {
    let mut seen = Vec::new();
    for seed in 1..=20 {
        let mut scene = Scene::new(1280, 720);
        (scene.blur, scene.noise, scene.shade) = (0.7, 4.0, 0.3);
        (scene.clutter, scene.seed) = (30, seed);
        seen.extend(look(&scene.render()).map(|glimpse| (seed, glimpse)));
    }
    // Bars over bars at random have a few places that change both ways.
    assert!(seen.len() <= 5, "{} of 20: {seen:?}", seen.len());
}

#[test]
fn nothing_is_nothing() {
    assert_eq!(look(&Scene::new(1280, 720).render()), None);
    let mut scene = Scene::new(640, 480);
    scene.noise = 4.0;
    assert_eq!(look(&scene.render()), None);
    for (width, height) in [(0, 0), (1, 1), (7, 900), (40, 40)] {
        let mut scene = Scene::new(width, height);
        scene.noise = 60.0;
        let _ = look(&scene.render());
    }
}
