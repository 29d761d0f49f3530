//! Symbols that say something together, one after the other before a camera and all in one picture.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use decoder::{Assembly, Luma, Options, Stream, Symbol, scan};
use label::scene::{Picture, Pose, Scene, structured_append};

const PARTS: [&str; 3] = [
    "https://id.example.com/01/",
    "09506000134352/10/Stra\u{df}",
    "e/21/K7M4Q2",
];

fn luma(picture: &Picture) -> Luma<'_> {
    let (width, height) = (picture.width, picture.height);
    Luma::new(&picture.pixels, width, height, width).unwrap()
}

/// The symbols of those places, side by side.
fn picture(places: &[usize]) -> Picture {
    let symbols = structured_append(&PARTS).unwrap();
    let mut scene = Scene::new(900, 400);
    (scene.blur, scene.noise) = (0.7, 4.0);
    let placed = places.iter().zip(0..).map(|(place, at)| {
        let pose = Pose {
            center: (150.0 + 300.0 * f64::from(at), 200.0),
            rotation: 5.0,
            ..Pose::upright(900, 400, 6.0)
        };
        (symbols[*place].clone(), pose, 4.0)
    });
    scene.symbols = placed.collect();
    scene.render()
}

fn texts(symbols: &[Symbol]) -> Vec<String> {
    let payloads = symbols
        .iter()
        .map(|symbol| symbol.payload.as_ref().unwrap());
    payloads.map(decoder::Payload::text).collect()
}

#[test]
fn one_after_the_other() {
    let (mut stream, mut parts) = (Stream::new(Options::default()), Assembly::default());
    for (place, read) in [(2, 1), (0, 2), (0, 2)] {
        let symbols = parts.join(stream.frame(&luma(&picture(&[place]))));
        assert_eq!(texts(&symbols), [PARTS[place]]);
        let (part, so_far) = parts.part(&symbols[0]).unwrap();
        assert_eq!(
            (usize::from(part.index), part.count, so_far),
            (place, 3, read)
        );
    }
    let symbols = parts.join(stream.frame(&luma(&picture(&[1]))));
    assert_eq!(texts(&symbols), [PARTS.concat()]);
    assert_eq!(parts.part(&symbols[0]), None);
}

#[test]
fn all_in_one_picture_in_any_order() {
    let symbols = scan(&luma(&picture(&[2, 0, 1])), &Options::default());
    assert_eq!(symbols.len(), 3);
    let symbols = Assembly::default().join(symbols);
    assert_eq!(texts(&symbols), [PARTS.concat()]);
}
