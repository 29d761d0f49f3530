//! Aiming without seeing the screen: where a code seems to be → what to say, and which tone.
//!
//! Pure: time comes in as milliseconds of any clock that does not go back. The hand that follows needs
//! half a second to begin and goes too far, so that a word is given the time to show what it did
//! before the next one contradicts it.

use wire::scan::{Glimpse, Trouble};

mod sight;
use sight::{SMALL_MODULE, Sight};

/// Between two announcements at least, in milliseconds.
pub const QUIET_MS: f64 = 700.0;
/// A hand that was told to move is given so long to do it.
const SETTLE_MS: f64 = 1300.0;
/// The same words again after this long.
const REPEAT_MS: f64 = 2600.0;
/// A code that was held still for this long and is not read needs something else.
const HELD_MS: f64 = 2000.0;
/// What was held still twice and is not read may be print that looks like a code: so long something
/// else is looked for.
const PRINT_MS: f64 = 5000.0;
/// What stays where it is for this long, though the hand was told to move, is taken for print, too.
const STILL_MS: f64 = 5200.0;
/// What is gone for this long was not followed.
const GONE_MS: f64 = 1300.0;
/// Whoever was led for this long without a read is led by print, or by one thing after the other.
const LED_MS: f64 = 15_000.0;

/// Where the phone goes, seen by whoever holds it upright: the code is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the left edge of the screen.
    Left,
    /// Towards the right edge.
    Right,
    /// Towards the upper edge.
    Up,
    /// Towards the lower edge.
    Down,
    /// Between two.
    UpLeft,
    /// Between two.
    UpRight,
    /// Between two.
    DownLeft,
    /// Between two.
    DownRight,
}

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A code is in view there; `little` for less than two widths of the code.
    Move {
        /// Where to.
        way: Way,
        /// Not far.
        little: bool,
    },
    /// A code is in view, and too small.
    Closer,
    /// A code is in view, and reaches out of it.
    Back,
    /// A code is in view as it should be.
    Hold,
    /// A code is in view, and light that it reflects hides it.
    Tilt,
    /// A code is in view, and out of focus or moved.
    Blurred,
    /// A code is in view, held still, and too damaged to be read.
    Damaged,
    /// No code is in view: from further away more of the pack is.
    SearchBack,
    /// No code is in view: along the pack.
    SearchAlong(Way),
    /// No code is in view: perhaps it is on another side.
    Turn,
}

/// A tone that is repeated for as long as nothing was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// In hertz: the higher, the nearer to being read.
    pub pitch: f32,
    /// From the beginning of one to that of the next, in milliseconds: the shorter, the nearer.
    pub every_ms: f32,
}

/// What is said where no code is in view, and until when, in milliseconds since the last one was.
const SEARCH: [(f64, Said); 6] = [
    (700.0, Said::SearchBack),
    (3300.0, Said::SearchAlong(Way::Left)),
    (4900.0, Said::SearchAlong(Way::Right)),
    (8100.0, Said::SearchAlong(Way::Up)),
    (9700.0, Said::SearchAlong(Way::Down)),
    (12_500.0, Said::Turn),
];

/// Remembers what was said and seen.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    said: Option<(f64, Said)>,
    seen: Option<(f64, Sight)>,
    /// In the picture before: what is seen in one picture alone may be clutter.
    before: Option<Sight>,
    began: Option<f64>,
    held_since: Option<f64>,
    /// The words for what is in view, where it was and since when, when they began to be the same.
    still: Option<(f64, Said, Sight)>,
    /// Since when whoever holds the phone was led by something in view, without a word of the search.
    led_since: Option<f64>,
    /// How often in a row something was held still, and not read.
    doubts: u32,
    /// Until when what is in view is taken for print.
    print_until: f64,
}

impl Guide {
    /// A picture without a code that could be read, taken at `now_ms`: what to say about it, if anything.
    pub fn see(
        &mut self,
        now_ms: f64,
        glimpse: Option<&Glimpse>,
        size: (u32, u32),
    ) -> Option<Said> {
        let sight = glimpse.map(|glimpse| Sight::of(glimpse, size.0, size.1));
        self.saw(now_ms, sight)
    }

    /// The same of a picture with a code around `place` that is surely there, and what keeps it from being
    /// read.
    pub fn see_unread(
        &mut self,
        now_ms: f64,
        place: &Glimpse,
        trouble: Option<Trouble>,
        size: (u32, u32),
    ) -> Option<Said> {
        let sight = Sight::of(place, size.0, size.1);
        self.saw(now_ms, Some(sight.kept_by(trouble)))
    }

    fn saw(&mut self, now_ms: f64, sight: Option<Sight>) -> Option<Said> {
        let began = *self.began.get_or_insert(now_ms);
        let before = std::mem::replace(&mut self.before, sight);
        let again = sight.filter(|sight| before.is_some_and(|before| sight.is_near(&before)));
        let wanted = match again.filter(|_| now_ms >= self.print_until) {
            Some(sight) => Some(self.led(now_ms, sight)),
            None => self.searched(now_ms, began),
        };
        let wanted = wanted?;
        let is_due = match self.said {
            None => true,
            Some((at, said)) => {
                let pause = match (said == wanted, wanted) {
                    (true, _) => REPEAT_MS,
                    // Whoever moves is stopped as soon as may be.
                    (false, Said::Hold) => QUIET_MS,
                    (false, _) if said == Said::Hold => QUIET_MS,
                    (false, _) => SETTLE_MS,
                };
                now_ms - at >= pause
            }
        };
        is_due.then(|| {
            self.said = Some((now_ms, wanted));
            wanted
        })
    }

    /// The words for something in view, for as long as following them leads anywhere.
    fn led(&mut self, now_ms: f64, sight: Sight) -> Said {
        let gone_for = self.seen.map_or(f64::INFINITY, |(at, _)| now_ms - at);
        self.seen = Some((now_ms, sight));
        if gone_for >= GONE_MS {
            self.still = None;
        }
        // What flickers is led after all the time.
        if gone_for >= SEARCH[1].0 {
            self.led_since = None;
        }
        let wanted = sight.wants();
        let stays = |(_, said, place): &(f64, Said, Sight)| *said == wanted && sight.is_at(place);
        let still = self.still.filter(stays).unwrap_or((now_ms, wanted, sight));
        self.still = Some(still);
        let led_since = *self.led_since.get_or_insert(now_ms);
        let is_stuck = wanted != Said::Hold && now_ms - still.0 >= STILL_MS;
        if now_ms - led_since >= LED_MS || (is_stuck && sight.trouble.is_none()) {
            return self.doubt(now_ms);
        }
        if is_stuck {
            // It is there, and what keeps it from being read does not go away.
            return Said::Damaged;
        }
        self.held(now_ms, wanted, &sight)
    }

    /// The words for a code in view; one that was held still without being read is tried otherwise.
    fn held(&mut self, now_ms: f64, wanted: Said, sight: &Sight) -> Said {
        if wanted != Said::Hold {
            self.held_since = None;
            return wanted;
        }
        let since = *self.held_since.get_or_insert(now_ms);
        if now_ms - since < HELD_MS {
            return Said::Hold;
        }
        self.held_since = Some(now_ms);
        self.doubts += 1;
        if sight.trouble == Some(Trouble::Damaged) {
            return Said::Damaged;
        }
        if self.doubts > 1 {
            return self.doubt(now_ms);
        }
        if sight.module < 2.0 * SMALL_MODULE {
            Said::Closer
        } else {
            Said::Back
        }
    }

    /// What is in view is no code: the search begins anew.
    fn doubt(&mut self, now_ms: f64) -> Said {
        self.doubts = 0;
        self.print_until = now_ms + PRINT_MS;
        (self.seen, self.began) = (None, Some(now_ms));
        Said::SearchBack
    }

    /// The words for a picture without a code.
    fn searched(&mut self, now_ms: f64, began: f64) -> Option<Said> {
        self.held_since = None;
        let since = self.seen.map_or(began, |(at, _)| at);
        if let Some((at, sight)) = self.seen
            && now_ms - at < SEARCH[1].0
        {
            // It was there a moment ago: after it, or back to where more is in view.
            let lost = match sight.wants() {
                Said::Move { way, .. } => Said::Move { way, little: true },
                _ => Said::SearchBack,
            };
            return (now_ms - at >= QUIET_MS).then_some(lost);
        }
        let round = SEARCH[SEARCH.len() - 1].0 + 3000.0;
        let elapsed = (now_ms - since) % round;
        let mut steps = SEARCH.iter().rev();
        steps
            .find(|(from, _)| elapsed >= *from)
            .map(|(_, said)| *said)
    }

    /// The tone that goes with what was seen last, at `now_ms`.
    #[must_use]
    pub fn tone(&self, now_ms: f64) -> Tone {
        let Some((_, sight)) = self.seen.filter(|(at, _)| now_ms - at < 600.0) else {
            return Tone {
                pitch: 220.0,
                every_ms: 1400.0,
            };
        };
        let off = 2.0 * sight.x.abs().max(sight.y.abs());
        let small = (1.0 - sight.module / SMALL_MODULE).clamp(0.0, 1.0);
        let near = (1.0 - off.max(small)).clamp(0.0, 1.0);
        Tone {
            pitch: 330.0 + 550.0 * near,
            every_ms: 700.0 - 520.0 * near,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: (u32, u32) = (720, 1280);

    fn at(left: f32, top: f32, size: f32, module: f32) -> Glimpse {
        Glimpse {
            left,
            top,
            right: left + size,
            bottom: top + size,
            module,
        }
    }

    #[test]
    fn each_place_has_its_word() {
        let check = |glimpse: Glimpse, expected: Said| {
            let mut guide = Guide::default();
            assert_eq!(guide.see(0.0, Some(&glimpse), FRAME), None);
            let said = guide.see(33.0, Some(&glimpse), FRAME);
            assert_eq!(said, Some(expected), "{glimpse:?}");
        };
        let moves = |way, little| Said::Move { way, little };
        check(at(310.0, 590.0, 100.0, 3.0), Said::Hold);
        check(at(330.0, 610.0, 60.0, 1.5), Said::Closer);
        check(at(60.0, 340.0, 600.0, 16.0), Said::Back);
        check(at(0.0, 200.0, 720.0, 20.0), Said::Back);
        check(at(0.0, 590.0, 100.0, 3.0), moves(Way::Left, false));
        check(at(0.0, 500.0, 250.0, 6.0), moves(Way::Left, true));
        check(at(600.0, 590.0, 119.0, 3.0), moves(Way::Right, false));
        check(at(310.0, 0.0, 100.0, 3.0), moves(Way::Up, false));
        check(at(620.0, 1180.0, 100.0, 3.0), moves(Way::DownRight, false));
    }

    #[test]
    fn what_keeps_a_code_from_being_read_has_its_word() {
        let place = at(310.0, 590.0, 100.0, 3.0);
        let said = |trouble: Trouble| {
            let mut guide = Guide::default();
            let frames = (0..90).map(|frame| f64::from(frame) * 33.0);
            let said: Vec<Said> = frames
                .filter_map(|now| guide.see_unread(now, &place, Some(trouble), FRAME))
                .collect();
            said
        };
        assert_eq!(said(Trouble::Glare)[0], Said::Tilt);
        assert_eq!(said(Trouble::Blurred)[0], Said::Blurred);
        assert_eq!(said(Trouble::TooSmall)[0], Said::Closer);
        assert_eq!(said(Trouble::CutOff)[0], Said::Back);
        assert_eq!(said(Trouble::Damaged)[..2], [Said::Hold, Said::Damaged]);
    }

    #[test]
    fn a_code_that_is_surely_there_is_not_called_print() {
        let place = at(310.0, 590.0, 100.0, 3.0);
        for trouble in [Trouble::Glare, Trouble::Blurred, Trouble::Damaged] {
            let mut guide = Guide::default();
            let frames = (0..400).map(|frame| f64::from(frame) * 33.0);
            let said: Vec<Said> = frames
                .filter_map(|now| guide.see_unread(now, &place, Some(trouble), FRAME))
                .collect();
            assert!(said.contains(&Said::Damaged), "{trouble:?}: {said:?}");
            assert!(!said.contains(&Said::SearchBack), "{trouble:?}: {said:?}");
        }
    }

    #[test]
    fn at_most_one_announcement_in_seven_hundred_milliseconds() {
        let mut guide = Guide::default();
        let mut last = f64::NEG_INFINITY;
        for frame in 0..400 {
            let now = f64::from(frame) * 33.0;
            // A hand that trembles: left, right, gone, in the middle.
            let glimpse = match frame % 7 {
                0 | 1 => Some(at(0.0, 600.0, 100.0, 3.0)),
                2 | 3 => Some(at(600.0, 600.0, 100.0, 3.0)),
                4 => None,
                _ => Some(at(310.0, 590.0, 100.0, 3.0)),
            };
            if guide.see(now, glimpse.as_ref(), FRAME).is_some() {
                assert!(now - last >= QUIET_MS, "{now} after {last}");
                last = now;
            }
        }
        assert!(last > 10_000.0);
    }

    #[test]
    fn without_a_code_it_says_how_to_search() {
        let mut guide = Guide::default();
        let said: Vec<Said> = (0..600)
            .filter_map(|frame| guide.see(f64::from(frame) * 33.0, None, FRAME))
            .collect();
        assert_eq!(said[0], Said::SearchBack);
        assert!(said.contains(&Said::Turn) && said.contains(&Said::SearchAlong(Way::Right)));
    }

    #[test]
    fn what_is_held_still_for_long_may_be_no_code() {
        let mut guide = Guide::default();
        let text = at(310.0, 590.0, 100.0, 3.0);
        let said: Vec<Said> = (0..300)
            .filter_map(|frame| guide.see(f64::from(frame) * 33.0, Some(&text), FRAME))
            .collect();
        let search = said.iter().position(|one| *one == Said::SearchBack);
        let search = search.unwrap_or_else(|| panic!("{said:?}"));
        assert_eq!(said[..2], [Said::Hold, Said::Closer]);
        assert!(
            said[search..].contains(&Said::SearchAlong(Way::Left)),
            "{said:?}"
        );
    }

    #[test]
    fn what_does_not_move_with_the_hand_may_be_no_code() {
        let searches = |frames, place: &dyn Fn(u32) -> Glimpse| {
            let mut guide = Guide::default();
            (0..frames).any(|frame| {
                let said = guide.see(f64::from(frame) * 33.0, Some(&place(frame)), FRAME);
                said == Some(Said::SearchBack)
            })
        };
        assert!(searches(600, &|_| at(310.0, 1180.0, 80.0, 3.0)));
        // One thing after the other, each at another edge.
        let corners = [(0.0, 0.0), (640.0, 0.0), (0.0, 1200.0), (640.0, 1200.0)];
        assert!(searches(600, &|frame| {
            let (left, top) = corners[frame as usize / 30 % 4];
            at(left, top, 80.0, 3.0)
        }));
        // It comes nearer: whoever follows is not sent away.
        assert!(!searches(300, &|frame| at(
            310.0,
            1180.0 - 1.2 * frame as f32,
            80.0,
            3.0
        )));
    }

    #[test]
    fn what_comes_and_goes_may_be_no_code() {
        for (every_ms, seen, of) in [(33.0, 8, 60), (250.0, 2, 8), (700.0, 2, 4), (700.0, 2, 3)] {
            let mut guide = Guide::default();
            let places = [at(0.0, 200.0, 80.0, 3.0), at(600.0, 900.0, 80.0, 3.0)];
            let frames = (40_000.0 / every_ms) as usize;
            let searches = (0..frames).any(|frame| {
                let glimpse = (frame % of < seen).then(|| &places[frame / of % 2]);
                let said = guide.see(frame as f64 * every_ms, glimpse, FRAME);
                said == Some(Said::SearchBack)
            });
            assert!(searches, "every {every_ms} ms {seen} of {of}");
        }
    }

    #[test]
    fn nearer_is_higher_and_faster() {
        let tone = |glimpse: Option<Glimpse>| {
            let mut guide = Guide::default();
            guide.see(0.0, glimpse.as_ref(), FRAME);
            guide.see(5.0, glimpse.as_ref(), FRAME);
            guide.tone(10.0)
        };
        let none = tone(None);
        let edge = tone(Some(at(0.0, 600.0, 100.0, 3.0)));
        let middle = tone(Some(at(310.0, 590.0, 100.0, 3.0)));
        assert!(none.pitch < edge.pitch && edge.pitch < middle.pitch);
        assert!(none.every_ms > edge.every_ms && edge.every_ms > middle.every_ms);
    }
}
