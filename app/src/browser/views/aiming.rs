//! Aiming without seeing the screen: what is said and sounded while the camera looks.

use wire::scan::{FromWorker, Glimpse, Symbol};

use crate::{
    Words,
    aim::{Guide, Said, Way},
    browser::{page, storage, tone::Tones},
};

/// The name under which it is stored that somebody wants tones.
const SOUNDS: &str = "touchstone.sounds";

/// What was said since the camera began to look, and the tones where they are wanted.
pub struct Aiming {
    guide: Guide,
    tones: Option<Tones>,
}

impl Aiming {
    /// On a tap, so that it may sound.
    pub fn new() -> Aiming {
        Aiming {
            guide: Guide::default(),
            tones: wants_sounds().then(Tones::new).flatten(),
        }
    }

    /// Tones from now on, or none; remembered.
    pub fn sound(&mut self, wanted: bool) {
        storage::save(SOUNDS, &wanted);
        self.tones = wanted.then(Tones::new).flatten();
    }

    /// A picture in which nothing was read: what to say, if it is time to say something.
    pub fn look(&mut self, message: &FromWorker, words: Words) -> Option<String> {
        let FromWorker::Symbols {
            width,
            height,
            symbols,
            glimpse,
            ..
        } = message
        else {
            return None;
        };
        let unread = symbols.iter().find(|symbol| symbol.content.is_none());
        let (now, size) = (page::tick_ms(), (*width, *height));
        let said = match unread {
            Some(symbol) => self
                .guide
                .see_unread(now, &around(symbol), symbol.trouble, size),
            None => self.guide.see(now, glimpse.as_ref(), size),
        }?;
        Some(sentence(words, said))
    }

    /// Once a screen refresh.
    pub fn keep_up(&mut self) {
        let now = page::tick_ms();
        let tone = self.guide.tone(now);
        if let Some(tones) = &mut self.tones {
            tones.keep_up(now, tone);
        }
    }

    /// A code was read.
    pub fn read(&self) {
        if let Some(tones) = &self.tones {
            tones.read();
        }
    }
}

/// Whether somebody wants tones, as remembered.
pub fn wants_sounds() -> bool {
    storage::load(SOUNDS).unwrap_or(false)
}

/// A symbol that was found and not read. Its modules are not known here: large enough to be found, they
/// are large enough to be read, but for blur or damage.
fn around(symbol: &Symbol) -> Glimpse {
    let [first, rest @ ..] = symbol.corners;
    let mut bounds = Glimpse {
        left: first[0],
        top: first[1],
        right: first[0],
        bottom: first[1],
        module: 3.0,
    };
    for [x, y] in rest {
        bounds.left = bounds.left.min(x);
        bounds.right = bounds.right.max(x);
        bounds.top = bounds.top.min(y);
        bounds.bottom = bounds.bottom.max(y);
    }
    bounds
}

fn sentence(words: Words, said: Said) -> String {
    match said {
        Said::Move { way, little: false } => words.aim_move(id(way)),
        Said::Move { way, little: true } => words.aim_little(id(way)),
        Said::Closer => words.aim_closer().to_owned(),
        Said::Back => words.aim_back().to_owned(),
        Said::Hold => words.aim_hold().to_owned(),
        Said::Tilt => words.aim_tilt().to_owned(),
        Said::Blurred => words.aim_blurred().to_owned(),
        Said::Damaged => words.aim_damaged().to_owned(),
        Said::SearchBack => words.aim_search_back().to_owned(),
        Said::SearchAlong(way) => words.aim_search(id(way)),
        Said::Turn => words.aim_turn().to_owned(),
    }
}

fn id(way: Way) -> &'static str {
    match way {
        Way::Left => "left",
        Way::Right => "right",
        Way::Up => "up",
        Way::Down => "down",
        Way::UpLeft => "up-left",
        Way::UpRight => "up-right",
        Way::DownLeft => "down-left",
        Way::DownRight => "down-right",
    }
}
