//! A hand that can't see: it moves a camera over a pack only as it is told, late and too far.

use app::aim::{Guide, Said, Way};
use decoder::{Luma, Options, glimpse, scan};
use label::{
    Modules, Request, Symbology, encode,
    scene::{Pose, Print, Random, Scene},
};
use wire::scan::Glimpse;

/// From one picture that is looked at to the next, in seconds: a phone at a quarter of its speed.
const FRAME_S: f64 = 0.15;
/// From the words to the hand's beginning to move.
const DELAY_S: f64 = 0.5;
/// How much further than it was told the hand goes.
const OVERSHOOT: f64 = 1.2;
/// In centimeters a second.
const SPEED: f64 = 15.0;
/// A camera's exposure indoors.
const EXPOSURE_S: f64 = 1.0 / 60.0;
/// Nearer than this nothing is in focus, in centimeters.
const NEAREST: f64 = 7.0;
/// Who has found nothing in this time gives up.
pub const PATIENCE_S: f64 = 20.0;

/// How a try went.
#[derive(Clone, Copy, Debug)]
pub struct Try {
    /// Seconds until the code was read; `None` where it was not.
    pub read_after: Option<f64>,
    /// Announcements.
    pub said: usize,
    /// Whether any code was in view at the beginning.
    pub began_in_view: bool,
}

/// Where the camera is over the code, in centimeters: to its right, below it, away from it.
#[derive(Clone, Copy)]
struct Place {
    x: f64,
    y: f64,
    z: f64,
}

/// A move that goes on.
#[derive(Clone, Copy)]
struct Stroke {
    toward: Place,
    /// Centimeters left to go.
    left: f64,
}

/// The pixels of a phone's picture, upright.
#[derive(Clone, Copy)]
pub struct Camera {
    /// Across.
    pub width: usize,
    /// Down.
    pub height: usize,
}

impl Camera {
    /// Pixels that a centimeter takes at a distance of one: 65 degrees from top to bottom.
    fn focal(self) -> f64 {
        self.height as f64 / (2.0 * 32.5_f64.to_radians().tan())
    }
}

/// One try from a random place.
pub fn aim(camera: Camera, seed: u64) -> Try {
    let mut random = Random::new(seed);
    let (modules, module_cm) = symbol(&mut random);
    let mut place = Place {
        x: random.between(-12.0, 12.0),
        y: random.between(-12.0, 12.0),
        z: random.between(5.0, 35.0),
    };
    let rotation = random.between(0.0, 360.0);
    let tilt = (random.between(-15.0, 15.0), random.between(-15.0, 15.0));
    let mut guide = Guide::default();
    let (mut stroke, mut told): (Option<Stroke>, Option<(f64, Said)>) = (None, None);
    let mut said = 0;
    let mut began_in_view = false;
    let mut time = 0.0;
    while time < PATIENCE_S {
        let before = place;
        for _ in 0..5 {
            let step = FRAME_S / 5.0;
            time += step;
            if let Some((at, said)) = told.filter(|(at, _)| time - at >= DELAY_S) {
                let _ = at;
                stroke = begun(said);
                told = None;
            }
            place = moved(place, &mut stroke, step);
        }
        // Nobody holds entirely still.
        let tremble = |random: &mut Random| 0.05 * random.normal();
        place.x += tremble(&mut random);
        place.y += tremble(&mut random);
        let speed = ((place.x - before.x).powi(2) + (place.y - before.y).powi(2)).sqrt() / FRAME_S;
        let scene = picture(
            camera, &modules, module_cm, place, rotation, tilt, speed, seed,
        );
        let picture = scene.render();
        let Ok(luma) = Luma::new(
            &picture.pixels,
            picture.width,
            picture.height,
            picture.width,
        ) else {
            break;
        };
        if scan(&luma, &Options::default())
            .iter()
            .any(|symbol| symbol.payload.is_ok())
        {
            return Try {
                read_after: Some(time),
                said,
                began_in_view,
            };
        }
        let seen = glimpse(&luma).map(|seen| Glimpse {
            left: seen.left,
            top: seen.top,
            right: seen.right,
            bottom: seen.bottom,
            module: seen.module,
        });
        if time < 2.0 * FRAME_S {
            began_in_view = seen.is_some();
        }
        let size = (camera.width as u32, camera.height as u32);
        if let Some(words) = guide.see(time * 1000.0, seen.as_ref(), size) {
            if std::env::var_os("AIM_TRACE").is_some() {
                println!(
                    "{seed} {time:5.2} ({:5.1} {:5.1} {:5.1}) {words:?} {seen:?}",
                    place.x, place.y, place.z
                );
            }
            said += 1;
            told = Some((time, words));
        }
    }
    Try {
        read_after: None,
        said,
        began_in_view,
    }
}

/// A QR Code of some two centimeters, or a Data Matrix of some one.
fn symbol(random: &mut Random) -> (Modules, f64) {
    let is_qr = random.below(2) == 0;
    let request = Request {
        symbology: if is_qr {
            Symbology::QrCode
        } else {
            Symbology::DataMatrix
        },
        gs1: !is_qr,
        content: if is_qr {
            "https://id.example.com/01/09506000134352/10/L7/21/K7M4Q2XT9PWB"
        } else {
            "010950600013435221K7M4Q2XT9PWB10L7\u{1d}17271130"
        },
    };
    let modules = encode(&request).expect("these contents can be encoded");
    (modules, if is_qr { 0.06 } else { 0.05 })
}

/// What the words make the hand do.
fn begun(said: Said) -> Option<Stroke> {
    let stroke = |x: f64, y: f64, z: f64, far: f64| {
        let length = (x * x + y * y + z * z).sqrt();
        Some(Stroke {
            toward: Place {
                x: x / length,
                y: y / length,
                z: z / length,
            },
            left: far * OVERSHOOT,
        })
    };
    let along = |way: Way, far: f64| {
        let (x, y) = match way {
            Way::Left => (-1.0, 0.0),
            Way::Right => (1.0, 0.0),
            Way::Up => (0.0, -1.0),
            Way::Down => (0.0, 1.0),
            Way::UpLeft => (-1.0, -1.0),
            Way::UpRight => (1.0, -1.0),
            Way::DownLeft => (-1.0, 1.0),
            Way::DownRight => (1.0, 1.0),
        };
        stroke(x, y, 0.0, far)
    };
    match said {
        Said::Move { way, little } => along(way, if little { 2.0 } else { 6.0 }),
        Said::SearchAlong(way) => along(way, 8.0),
        Said::Closer => stroke(0.0, 0.0, -1.0, 4.0),
        Said::Back => stroke(0.0, 0.0, 1.0, 4.0),
        Said::SearchBack => stroke(0.0, 0.0, 1.0, 10.0),
        // The code is on this side already.
        Said::Hold | Said::Tilt | Said::Blurred | Said::Damaged | Said::Turn => None,
    }
}

fn moved(place: Place, stroke: &mut Option<Stroke>, seconds: f64) -> Place {
    let Some(current) = stroke else {
        return place;
    };
    let far = (SPEED * seconds).min(current.left);
    current.left -= far;
    let Place { x, y, z } = current.toward;
    if current.left <= 0.0 {
        *stroke = None;
    }
    Place {
        x: place.x + x * far,
        y: place.y + y * far,
        // An arm is no longer than that, and the pack is in the way.
        z: (place.z + z * far).clamp(3.0, 50.0),
    }
}

#[expect(clippy::too_many_arguments, reason = "what a picture is made of")]
fn picture(
    camera: Camera,
    modules: &Modules,
    module_cm: f64,
    place: Place,
    rotation: f64,
    tilt: (f64, f64),
    speed: f64,
    seed: u64,
) -> Scene {
    let scale = camera.focal() / place.z;
    let mut scene = Scene::new(camera.width, camera.height);
    let pose = Pose {
        center: (
            camera.width as f64 / 2.0 - place.x * scale,
            camera.height as f64 / 2.0 - place.y * scale,
        ),
        module: module_cm * scale,
        rotation,
        tilt,
        ..Pose::upright(camera.width, camera.height, 1.0)
    };
    scene.symbols = vec![(modules.clone(), pose, 4.0)];
    scene.prints = prints(camera, place, seed);
    let out_of_focus = (NEAREST / place.z - 1.0).max(0.0) * 4.0;
    scene.blur = 0.6 + out_of_focus;
    scene.motion = (speed * EXPOSURE_S * scale, 90.0 * (seed % 2) as f64);
    scene.noise = 2.0;
    scene.seed = seed;
    scene
}

/// Three paragraphs and a row of bars around the code, as packs have them.
fn prints(camera: Camera, place: Place, seed: u64) -> Vec<Print> {
    const LINES: [&str; 4] = [
        "Keep cool and dry.",
        "Best before: see",
        "the bottom. 500 g e",
        "Made in Gdynia, PL",
    ];
    let mut random = Random::new(seed ^ 0x7E57);
    let scale = camera.focal() / place.z;
    let mut prints = Vec::new();
    for block in 0..4 {
        let turn = random.between(0.0, 90.0) + 90.0 * f64::from(block);
        let far = random.between(4.0, 9.0);
        let (x, y) = (
            far * turn.to_radians().cos() - 2.0,
            far * turn.to_radians().sin(),
        );
        let on_screen = |x: f64, y: f64| {
            (
                camera.width as f64 / 2.0 + (x - place.x) * scale,
                camera.height as f64 / 2.0 + (y - place.y) * scale,
            )
        };
        let point = (0.035 * scale).round().max(1.0);
        if block == 3 {
            let (left, top) = on_screen(x, y);
            if left >= 0.0 && top >= 0.0 {
                prints.push(Print::Bars {
                    at: (left as usize, top as usize),
                    height: (1.5 * scale) as usize,
                    module: point as usize,
                    count: 24,
                    seed,
                    ink: (40.0, 220.0),
                });
            }
            continue;
        }
        for (index, line) in LINES.iter().enumerate() {
            let (left, top) = on_screen(x, y + 0.42 * index as f64);
            let advance = 6.0 * point;
            // What lies to the left of the picture is not drawn.
            let hidden = (-left / advance).ceil().max(0.0);
            let shown: String = line.chars().skip(hidden as usize).collect();
            if top >= 0.0 && !shown.is_empty() {
                prints.push(Print::Text {
                    line: shown,
                    at: ((left + hidden * advance) as usize, top as usize),
                    point: point as usize,
                    ink: 40.0,
                });
            }
        }
    }
    prints
}
