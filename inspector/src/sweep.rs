//! The packs of a sweep: which ones were seen, how often, where they stand in view, what is said of them.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use wire::{
    answer::is_other,
    inspect::{Swept, SweptCode},
    scan::{Content, FromWorker},
};

use crate::mark::{Kind, Mark};

mod unread;
pub use unread::Unread;

/// A pack that was not in view for so long is new to the eye: its sound comes again.
const AGAIN_MS: f64 = 4000.0;
/// What was in view so long ago is still drawn, so that marks don't flicker.
const LINGER_MS: f64 = 700.0;

/// What a phone without a network says of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FromPhone {
    /// `signature-valid`, `listed-as-issued`, `not-listed`, `blocked`, `recalled` or `not-in-pack`.
    pub answer: String,
    /// Of a listed serial: one in so many lists a wrong one.
    pub one_in: Option<u32>,
    /// What speaks against it, or limits what is said, by name.
    #[serde(default)]
    pub doubts: Vec<String>,
    /// The offline pack that it was judged from: the digest of its bytes, in hexadecimal.
    pub pack: String,
    /// When that was made, RFC 3339.
    pub as_of: String,
}

/// What is said of a pack.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing yet.
    Waiting,
    /// By the phone alone. It is asked again with a network.
    Phone(FromPhone),
    /// By the server.
    Server(Box<Swept>),
}

/// Where a pack was seen last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// By the page's clock, in milliseconds.
    pub at_ms: f64,
    /// The symbol's corners, in pixels of the picture.
    pub corners: [[f32; 2]; 4],
    /// The picture's width and height in pixels.
    pub frame: (u32, u32),
}

impl Sight {
    /// The middle of the symbol.
    #[must_use]
    pub fn middle(&self) -> (f32, f32) {
        let sum = self
            .corners
            .iter()
            .fold((0.0, 0.0), |sum, [x, y]| (sum.0 + x, sum.1 + y));
        (sum.0 / 4.0, sum.1 / 4.0)
    }

    /// Half of the symbol's longer diagonal: how far from its middle it reaches.
    #[must_use]
    pub fn reach(&self) -> f32 {
        let [a, b, c, d] = self.corners;
        let length = |from: [f32; 2], to: [f32; 2]| (from[0] - to[0]).hypot(from[1] - to[1]);
        length(a, c).max(length(b, d)) / 2.0
    }
}

/// One pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// The text as scanned.
    pub text: String,
    /// ISO/IEC 15424; `None` for what was typed or came from a hardware scanner.
    pub symbology_identifier: Option<String>,
    /// The path of its Digital Link; `None` for a code that identifies nothing.
    pub path: Option<String>,
    /// Its elements' values by application identifier.
    elements: Vec<(String, String)>,
    /// When it was first read, RFC 3339.
    pub scanned_at: String,
    /// Where it was seen last; `None` for one that no camera saw.
    pub sight: Option<Sight>,
    /// What is said of it.
    pub said: Said,
    /// What was told of it last, without anybody looking.
    pub told: Option<Kind>,
    /// Whether two symbols of one kind held it in one picture, apart from each other: one of the two
    /// packs is a copy, or the same label was printed twice.
    pub is_twice: bool,
}

impl Pack {
    fn of(content: &Content, symbology_identifier: Option<String>, scanned_at: &str) -> Pack {
        let elements = content.elements.iter();
        Pack {
            text: content.text.clone(),
            symbology_identifier,
            path: content.path.clone(),
            elements: elements
                .map(|element| (element.ai.clone(), element.value.clone()))
                .collect(),
            scanned_at: scanned_at.to_owned(),
            sight: None,
            said: Said::Waiting,
            told: None,
            is_twice: false,
        }
    }

    /// The value of an application identifier.
    #[must_use]
    pub fn element(&self, ai: &str) -> Option<&str> {
        let found = self.elements.iter().find(|(known, _)| known == ai);
        found.map(|(_, value)| value.as_str())
    }

    /// Its serial, as the code says.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.element("21")
    }

    /// How it stands. Twice in view is never calm.
    #[must_use]
    pub fn mark(&self) -> Mark {
        let mark = Mark::said(&self.said);
        let is_calm = matches!(mark.kind, Kind::Good | Kind::Plain | Kind::Waiting);
        if self.is_twice && is_calm {
            Mark::of("suspect")
        } else {
            mark
        }
    }

    /// Whether it is drawn at that time.
    #[must_use]
    pub fn is_in_view(&self, now_ms: f64) -> bool {
        self.sight
            .is_some_and(|sight| now_ms - sight.at_ms < LINGER_MS)
    }

    /// How the server is asked about it.
    #[must_use]
    pub fn question(&self) -> SweptCode {
        SweptCode {
            code: self.text.clone(),
            symbology_identifier: self.symbology_identifier.clone(),
            scanned_at: Some(self.scanned_at.clone()),
        }
    }
}

/// What a picture brought.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Seen {
    /// Packs that were not there before.
    pub new: Vec<usize>,
    /// Packs that were, and come into view again.
    pub again: Vec<usize>,
}

/// All packs of a sweep, in the order in which they were read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sweep {
    packs: Vec<Pack>,
    by_key: HashMap<String, usize>,
    unread: Vec<Unread>,
}

impl Sweep {
    /// All of them.
    #[must_use]
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&Pack> {
        self.packs.get(at)
    }

    /// What the last picture held that could not be read.
    #[must_use]
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// Takes what the worker found in a picture.
    pub fn see(&mut self, message: &FromWorker, now_ms: f64, scanned_at: &str) -> Seen {
        let FromWorker::Symbols {
            width,
            height,
            symbols,
            ..
        } = message
        else {
            return Seen::default();
        };
        let mut seen = Seen::default();
        let mut here: HashMap<(usize, &str), Vec<Sight>> = HashMap::new();
        self.unread.clear();
        for symbol in symbols {
            let sight = Sight {
                at_ms: now_ms,
                corners: symbol.corners,
                frame: (*width, *height),
            };
            let Some(content) = &symbol.content else {
                self.unread.push(Unread::of(symbol, sight));
                continue;
            };
            if is_other(&content.form, &content.faults) {
                let why = "no-product";
                self.unread.push(Unread { sight, why });
                continue;
            }
            let identifier = Some(symbol.symbology_identifier.clone());
            let (at, is_new) = self.place(content, identifier, scanned_at);
            let pack = &mut self.packs[at];
            let was_away = pack
                .sight
                .is_none_or(|before| now_ms - before.at_ms > AGAIN_MS);
            if is_new {
                seen.new.push(at);
            } else if was_away && !seen.new.contains(&at) {
                seen.again.push(at);
            }
            pack.sight = Some(sight);
            let apart = here.entry((at, &symbol.symbology)).or_default();
            let is_copy = apart.iter().any(|other| are_apart(other, &sight));
            apart.push(sight);
            pack.is_twice |= is_copy && pack.serial().is_some();
        }
        seen
    }

    /// Takes a code that was typed or came from a hardware scanner; where it is, and whether it is new.
    /// `None` for a code that is no product's.
    pub fn take(&mut self, content: &Content, scanned_at: &str) -> Option<(usize, bool)> {
        (!is_other(&content.form, &content.faults)).then(|| self.place(content, None, scanned_at))
    }

    fn place(
        &mut self,
        content: &Content,
        symbology_identifier: Option<String>,
        scanned_at: &str,
    ) -> (usize, bool) {
        // One pack may carry a QR code and a Data Matrix that say the same.
        let key = content.path.as_ref().unwrap_or(&content.text);
        if let Some(at) = self.by_key.get(key) {
            return (*at, false);
        }
        let at = self.packs.len();
        self.by_key.insert(key.clone(), at);
        self.packs
            .push(Pack::of(content, symbology_identifier, scanned_at));
        (at, true)
    }

    /// Writes down what is said of a pack. What the server said is not undone by the phone.
    pub fn say(&mut self, at: usize, said: Said) {
        if let Some(pack) = self.packs.get_mut(at) {
            let is_lesser =
                matches!(pack.said, Said::Server(_)) && !matches!(said, Said::Server(_));
            if !is_lesser {
                pack.said = said;
            }
        }
    }

    /// Remembers what was told of a pack.
    pub fn tell(&mut self, at: usize, kind: Kind) {
        if let Some(pack) = self.packs.get_mut(at) {
            pack.told = Some(kind);
        }
    }

    /// Which packs the server has not spoken of.
    #[must_use]
    pub fn to_ask(&self) -> Vec<usize> {
        let waits = |pack: &Pack| !matches!(pack.said, Said::Server(_));
        let numbered = self.packs.iter().enumerate();
        numbered
            .filter(|(_, pack)| waits(pack))
            .map(|(at, _)| at)
            .collect()
    }

    /// How many of each kind.
    #[must_use]
    pub fn tally(&self) -> [(Kind, usize); 6] {
        Kind::ALL.map(|kind| {
            let of_kind = self.packs.iter().filter(|pack| pack.mark().kind == kind);
            (kind, of_kind.count())
        })
    }

    /// The packs whose serial, or whose whole text, ends so; in any case of letters.
    #[must_use]
    pub fn find(&self, ending: &str) -> Vec<usize> {
        let ending = ending.trim().to_lowercase();
        if ending.is_empty() {
            return Vec::new();
        }
        let ends = |pack: &Pack| {
            let text = pack.serial().unwrap_or(&pack.text).to_lowercase();
            text.ends_with(&ending)
        };
        let numbered = self.packs.iter().enumerate();
        numbered
            .filter(|(_, pack)| ends(pack))
            .map(|(at, _)| at)
            .collect()
    }

    /// For the list: what needs a look first, and among equals the newest.
    #[must_use]
    pub fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.packs.len()).collect();
        order.sort_by_key(|at| (self.packs[*at].mark().kind, std::cmp::Reverse(*at)));
        order
    }
}

/// Farther from each other than either reaches: two labels, not one that was found twice.
fn are_apart(one: &Sight, other: &Sight) -> bool {
    let ((ax, ay), (bx, by)) = (one.middle(), other.middle());
    (ax - bx).hypot(ay - by) > one.reach() + other.reach()
}

#[cfg(test)]
mod tests {
    use wire::{
        answer::Element,
        scan::{Symbol, Trouble},
    };

    use super::*;

    fn content(serial: &str) -> Content {
        let path = format!("/01/09506000134352/21/{serial}");
        Content {
            text: format!("https://id.example{path}"),
            form: "digital-link".to_owned(),
            path: Some(path),
            host: None,
            elements: vec![Element {
                ai: "21".to_owned(),
                title: "SERIAL".to_owned(),
                value: serial.to_owned(),
            }],
            faults: Vec::new(),
        }
    }

    fn symbol(symbology: &str, serial: Option<&str>, x: f32, side: f32) -> Symbol {
        Symbol {
            symbology: symbology.to_owned(),
            symbology_identifier: if serial.is_some() { "]Q1" } else { "" }.to_owned(),
            corners: [[x, 0.0], [x + side, 0.0], [x + side, side], [x, side]],
            content: serial.map(content),
            confidence: if serial.is_some() { 1.0 } else { 0.0 },
            part: None,
            trouble: serial.is_none().then_some(Trouble::Damaged),
        }
    }

    fn picture(symbols: Vec<Symbol>) -> FromWorker {
        FromWorker::Symbols {
            seq: 1,
            width: 1280,
            height: 720,
            ms: 1.0,
            symbols,
            glimpse: None,
        }
    }

    fn qr(serial: &str, x: f32) -> Symbol {
        symbol("QRCode", Some(serial), x, 100.0)
    }

    #[test]
    fn a_pack_is_counted_once_however_often_it_is_seen() {
        let mut sweep = Sweep::default();
        let first = sweep.see(&picture(vec![qr("A1", 0.0), qr("A2", 300.0)]), 0.0, "t");
        assert_eq!(first.new, [0, 1]);
        let next = sweep.see(&picture(vec![qr("A2", 320.0)]), 100.0, "t");
        assert_eq!(next, Seen::default());
        assert!(sweep.packs()[1].is_in_view(500.0) && !sweep.packs()[1].is_in_view(900.0));
        // Away for a while, and back: known, and told again.
        let later = sweep.see(&picture(vec![qr("A2", 0.0)]), 9000.0, "t");
        assert_eq!((later.new.len(), later.again), (0, vec![1]));
        assert_eq!(sweep.packs().len(), 2);
    }

    #[test]
    fn two_symbols_of_one_pack_are_one_pack_and_two_of_one_kind_are_a_copy() {
        let mut sweep = Sweep::default();
        let matrix = symbol("DataMatrix", Some("A1"), 300.0, 100.0);
        sweep.see(&picture(vec![qr("A1", 0.0), matrix]), 0.0, "t");
        assert_eq!(sweep.packs().len(), 1);
        assert!(!sweep.packs()[0].is_twice);
        // The same symbol, found twice at nearly the same place.
        sweep.see(&picture(vec![qr("A1", 0.0), qr("A1", 8.0)]), 50.0, "t");
        assert!(!sweep.packs()[0].is_twice);
        sweep.see(&picture(vec![qr("A1", 0.0), qr("A1", 400.0)]), 90.0, "t");
        assert!(sweep.packs()[0].is_twice);
        assert_eq!(sweep.packs()[0].mark().kind, Kind::Care);
    }

    #[test]
    fn what_could_not_be_read_says_why() {
        let mut sweep = Sweep::default();
        let troubled = |trouble, x| Symbol {
            trouble: Some(trouble),
            ..symbol("QRCode", None, x, 200.0)
        };
        let mut menu = qr("A1", 900.0);
        menu.content = Some(Content {
            form: "other-uri".to_owned(),
            path: None,
            ..content("menu")
        });
        let symbols = vec![
            symbol("QRCode", None, 0.0, 30.0),
            symbol("DataMatrix", None, 200.0, 200.0),
            troubled(Trouble::Unsupported, 600.0),
            troubled(Trouble::Glare, 900.0),
            menu,
        ];
        sweep.see(&picture(symbols), 0.0, "t");
        let why: Vec<&str> = sweep.unread().iter().map(|unread| unread.why).collect();
        assert_eq!(
            why.join(" "),
            "too-small damaged unsupported glare no-product"
        );
        assert!(sweep.packs().is_empty());
        sweep.see(&picture(Vec::new()), 100.0, "t");
        assert!(sweep.unread().is_empty());
    }

    fn phone(answer: &str) -> Said {
        Said::Phone(FromPhone {
            answer: answer.to_owned(),
            one_in: None,
            doubts: Vec::new(),
            pack: String::new(),
            as_of: String::new(),
        })
    }

    #[test]
    fn bad_ones_come_first_and_an_ending_finds_a_pack() {
        let mut sweep = Sweep::default();
        for (at, (serial, answer)) in [
            ("K21", "listed-as-issued"),
            ("K22", "recalled"),
            ("B21", "not-listed"),
        ]
        .into_iter()
        .enumerate()
        {
            sweep.take(&content(serial), "t").expect("a product's");
            sweep.say(at, phone(answer));
        }
        assert_eq!(sweep.in_order(), [1, 2, 0]);
        assert_eq!(sweep.find("k21"), [0]);
        assert_eq!(sweep.find(" 21"), [0, 2]);
        assert!(sweep.find("").is_empty());
        let tally = sweep.tally().map(|(_, count)| count);
        assert_eq!(tally, [1, 1, 0, 0, 0, 1]);
        assert_eq!(sweep.to_ask(), [0, 1, 2]);
    }
}
