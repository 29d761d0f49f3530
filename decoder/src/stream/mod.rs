//! Frames of a camera, one after the other → symbols: what is dear is spread over frames, a place where a
//! symbol seems to be is looked at first, and what several frames say of one symbol is put together.

use std::mem::take;

use crate::{
    Corners, Luma, Symbol, Symbology,
    budget::{Budget, Deadline},
    data_matrix,
    fusion::Memory,
    geometry::Place,
    photograph::WHOLE,
    region::{Region, merged},
    scan::Options,
    search::Search,
};

mod way;
use way::{THOROUGH, View, WAYS};

/// Looks at a camera's frames. Every frame is searched for QR Codes and, as far as its time goes, one way
/// more; frames that follow get the other ways in turn.
#[derive(Debug)]
pub struct Stream {
    options: Options,
    memory: Memory,
    regions: Vec<Region>,
    /// The way that is next.
    next: usize,
    /// Frames that were looked at everywhere.
    frames: u64,
    /// No way was tried in the latest frame.
    waits: bool,
    /// What looks like a symbol took long, and was none.
    is_tedious: bool,
    /// Nothing was read in the latest frame.
    is_new: bool,
    /// Data Matrix symbols were read, or are surely there.
    has_data_matrix: bool,
    /// Frames since that was so.
    since_data_matrix: u32,
    /// The way of [`THOROUGH`] that is next, since something was read.
    thorough: usize,
    /// Symbols that were read while the time of frames was over before all of one had been looked at: the
    /// next frame's time is for the others.
    known: Vec<Corners>,
    /// Frames since then that read none of those.
    in_vain: u32,
    /// Of the latest frame, in pixels.
    size: (usize, usize),
}

/// Work for each pixel after which no further one of them is begun in a frame.
const THOROUGHLY: u64 = 2;

/// Up to as many pixels, a picture that holds something is searched in every way in one of two frames.
const SMALL: usize = 400 * 400;

/// Up to as many pixels, whatever it seems to hold.
const TINY: usize = 128 * 128;

/// Frames after which a Data Matrix symbol that was not seen again is gone.
const GONE: u32 = 30;

/// Frames without another one, after which those are read again that were read already.
const IN_VAIN: u32 = 3;

/// Work that a step may spend on what looks like a symbol, in looks at one module.
const STEP: u64 = 300_000;

/// Of a picture full of grain, every so many frames are looked at in full size.
const GRAINY_TURN: u64 = 3;

impl Stream {
    /// Before the first frame. [`Options::work`] and [`Options::effort`] are of single pictures and count
    /// for nothing here; what [`Options::clock`] leaves no time for comes in the next frames.
    #[must_use]
    pub fn new(options: Options) -> Stream {
        Stream {
            options,
            memory: Memory::default(),
            regions: Vec::new(),
            next: 0,
            frames: 0,
            waits: false,
            is_tedious: false,
            is_new: true,
            has_data_matrix: false,
            since_data_matrix: 0,
            thorough: 0,
            known: Vec::new(),
            in_vain: 0,
            size: (0, 0),
        }
    }

    /// Every symbol that this frame lets be read: those that were read, then those that were only seen.
    pub fn frame(&mut self, luma: &Luma<'_>) -> Vec<Symbol> {
        let size = (luma.width(), luma.height());
        if size != self.size {
            *self = Stream::new(self.options.clone());
            self.size = size;
        }
        let options = self.options.clone();
        let mut search = Search::new(&options, options.clock.map(Deadline::of));
        search.memory = Some(take(&mut self.memory));
        search.known = take(&mut self.known);
        if self.is_for_every_way() {
            self.frames += 1;
            search.look_in_every_way(luma);
        } else {
            let mut work = Work::of(size.0 * size.1, search.deadline);
            self.look_at_regions(&mut search, luma, &mut work);
            if search.read_count() == 0 || self.is_thorough() || !search.known.is_empty() {
                self.look_everywhere(&mut search, luma, &mut work);
            }
        }
        self.note(&search);
        self.remember(&mut search);
        search.finish(luma)
    }

    /// Whether the picture is so small that all is tried at once, where something was seen that was not read.
    fn is_for_every_way(&self) -> bool {
        let pixels = self.size.0 * self.size.1;
        let may_hold = !self.regions.is_empty() || pixels <= TINY;
        pixels <= SMALL && may_hold && self.is_new && self.frames % 2 == 1
    }

    /// Whether more symbols may be beside the one that was read, which other ways would show.
    fn is_thorough(&self) -> bool {
        self.has_data_matrix && !self.is_new && self.thorough < THOROUGH.len()
    }

    /// What this frame says about those to come.
    fn note(&mut self, search: &Search<'_>) {
        self.is_new = search.read_count() == 0;
        self.in_vain = if self.is_new { self.in_vain + 1 } else { 0 };
        if search.is_late() && self.in_vain <= IN_VAIN {
            self.known = search.read(WHOLE);
        }
        if search.has_data_matrix {
            (self.has_data_matrix, self.since_data_matrix) = (true, 0);
        } else {
            self.since_data_matrix += 1;
            if self.since_data_matrix > GONE {
                (self.has_data_matrix, self.thorough) = (false, 0);
            }
        }
    }

    /// Ways that bring more of many symbols, once each, while some of them are read all the time.
    fn look_thoroughly(&mut self, search: &mut Search<'_>, view: &View<'_>, work: &mut Work) {
        let most = work.spent + THOROUGHLY * view.pixels();
        while self.is_thorough() && work.spent < most && !work.is_over() {
            let way = THOROUGH[self.thorough];
            self.thorough += 1;
            step(search, work, 4 * STEP, |search| way.look(search, view));
        }
    }

    fn look_everywhere(&mut self, search: &mut Search<'_>, luma: &Luma<'_>, work: &mut Work) {
        let view = View::of(*luma, WHOLE);
        work.spend(view.pixels() / 14);
        self.frames += 1;
        if view.is_grainy() && !self.frames.is_multiple_of(GRAINY_TURN) {
            // Grain evens out, and what is large enough is seen all the same.
            let (pixels, width, height) = luma.halved();
            if let Ok(half) = Luma::new(&pixels, width, height, width) {
                return self.look_at(search, &View::of(half, Place::whole(2.0)), work);
            }
        }
        self.look_at(search, &view, work);
    }

    fn look_at(&mut self, search: &mut Search<'_>, view: &View<'_>, work: &mut Work) {
        // Grain in full size is dear: one kind a frame, and no way more.
        let is_dear = view.place.scale <= 1.0 && view.is_grainy();
        // What had to be done before may have taken all the time there was.
        let whole = search.deadline;
        search.deadline = whole.map(|whole| whole.at_least(LEAST_MS));
        // Where frames have no time for both, the other kind has every second one.
        let is_others = !search.known.is_empty() && self.frames.is_multiple_of(2)
            || is_dear && self.frames % 4 == 1;
        if search.wants(Symbology::QrCode) && !is_others {
            // The same clutter in the next frames is not looked at as closely.
            let most = if self.is_tedious && !self.frames.is_multiple_of(4) {
                STEP / 4
            } else {
                STEP
            };
            let spent = step(search, work, most, |search| {
                search.look_for_qr(&view.luma, &view.levels, &view.binary, view.place);
            });
            self.is_tedious = search.read_count() == 0 && spent >= most;
        }
        let cost = data_matrix::detect::cost(&view.binary) as u64;
        let is_turn = self.frames % 4 == 1 || self.is_thorough() || !search.known.is_empty();
        if search.wants(Symbology::DataMatrix) && (is_turn || cost < work.all / 3) {
            step(search, work, STEP, |search| {
                search.look_for_sides_of(&view.luma, &view.levels, &view.binary, view.place, false);
            });
        }
        search.deadline = whole;
        self.has_data_matrix |= search.has_data_matrix;
        if self.is_thorough() {
            return self.look_thoroughly(search, view, work);
        }
        if is_dear {
            return;
        }
        for turn in 0..WAYS.len() {
            let way = WAYS[self.next % WAYS.len()];
            if !way.is_worth_it(search, view, self.has_data_matrix) {
                self.next += 1;
                continue;
            }
            let cost = way.cost(view);
            // One way every other frame, whatever it costs; none with what was read just now.
            let is_due = turn == 0 && !work.is_over() && (work.left() > 0 || self.waits);
            if !is_due && cost > work.left() || self.is_new && search.read_count() > 0 {
                self.waits = turn == 0;
                break;
            }
            self.waits = false;
            self.next += 1;
            let most = work.left().clamp(STEP / 3, STEP);
            step(search, work, most, |search| way.look(search, view));
            self.has_data_matrix |= search.has_data_matrix;
        }
    }

    /// Where something was seen that was not read, a way more each frame.
    fn look_at_regions(&mut self, search: &mut Search<'_>, luma: &Luma<'_>, work: &mut Work) {
        for region in &mut self.regions {
            if work.left() < work.all / 2 {
                break;
            }
            let Some((part, origin)) = luma.part(region.area) else {
                continue;
            };
            let place = Place { scale: 1.0, origin };
            let tries = region.tries;
            region.tries += 1;
            let whole = search.deadline;
            search.deadline = whole.map(|whole| whole.within(REGION_MS));
            step(search, work, STEP, |search| match region.symbology {
                Symbology::QrCode | Symbology::MicroQrCode | Symbology::RectangularMicroQrCode => {
                    way::look_for_qr(search, part, place, tries);
                }
                Symbology::DataMatrix => way::look_for_data_matrix(search, part, place, tries),
            });
            search.deadline = whole;
        }
    }

    fn remember(&mut self, search: &mut Search<'_>) {
        let mut memory = search.memory.take().unwrap_or_default();
        memory.settle();
        self.memory = memory;
        let mut seen = take(&mut search.regions);
        let before = take(&mut self.regions);
        // What was not seen again may be there all the same, for a while.
        let fading = before.iter().map(|region| Region {
            weight: region.weight * FADE,
            ..*region
        });
        seen.extend(fading.filter(|region| region.weight > LEAST));
        seen.retain(|region| !search.has_read_at(region.area.center()));
        self.regions = merged(seen, &before);
    }
}

/// What the search of a frame has by the caller's clock in any case, in milliseconds.
const LEAST_MS: f64 = 30.0;

/// What a look at one region may take by the caller's clock, in milliseconds.
const REGION_MS: f64 = 60.0;

/// What is left of a region's weight after a frame that did not show it again.
const FADE: f32 = 0.8;

/// Less weight is none.
const LEAST: f32 = 0.4;

/// What a frame may cost.
struct Work {
    all: u64,
    spent: u64,
    deadline: Option<Deadline>,
}

impl Work {
    /// More pixels may cost more.
    fn of(pixels: usize, deadline: Option<Deadline>) -> Work {
        Work {
            all: 40_000 + pixels as u64 * 2 / 5,
            spent: 0,
            deadline,
        }
    }

    fn spend(&mut self, work: u64) {
        self.spent += work;
    }

    fn left(&self) -> u64 {
        match self.is_over() {
            true => 0,
            false => self.all.saturating_sub(self.spent),
        }
    }

    fn is_over(&self) -> bool {
        self.deadline.is_some_and(Deadline::is_over)
    }
}

/// A step has a budget of its own, and what it spends counts against the frame's. Gives what it spent.
fn step(
    search: &mut Search<'_>,
    work: &mut Work,
    most: u64,
    look: impl FnOnce(&mut Search<'_>),
) -> u64 {
    search.budget = Budget::new(most, search.deadline);
    look(search);
    let spent = search.budget.spent();
    work.spend(spent);
    spent
}
