//! Frames of a camera, one after the other → symbols: what is dear is spread over frames, a place where a
//! symbol seems to be is looked at first, and what several frames say of one symbol is put together.

use std::mem::take;

use crate::{
    Luma, Symbol, Symbology,
    budget::Budget,
    data_matrix,
    fusion::Memory,
    geometry::Place,
    photograph::WHOLE,
    region::{Region, merged},
    scan::Options,
    search::Search,
    threshold::{Binary, Blocks, Levels},
};

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
    /// Of the latest frame, in pixels.
    size: (usize, usize),
}

/// A way to look at a whole frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// For faint print: QR Codes.
    Faint,
    /// From afar: modules that are large and noisy, dotted or blurred.
    Smaller,
    /// For light Data Matrix symbols.
    Light,
    /// With levels of smaller surroundings: QR Codes.
    Means,
    /// For faint print: dark Data Matrix symbols.
    FaintDark,
    /// With levels of smaller surroundings: dark Data Matrix symbols.
    MeansDark,
    /// For faint print: light Data Matrix symbols.
    FaintLight,
    /// With levels of smaller surroundings: light Data Matrix symbols.
    MeansLight,
    /// At twice the size, where that costs little: QR Codes.
    Larger,
    /// The same for Data Matrix symbols.
    LargerSides,
    /// With levels of still smaller surroundings, where Data Matrix symbols were seen.
    NearSides,
    /// The same by the engine's edge tracer.
    NearTracer,
    /// By the engine's edge tracer, where Data Matrix symbols were seen.
    Tracer,
    /// With the means of exactly the pixels around each one, where finder patterns were seen.
    Exact,
    /// The same where solid sides were.
    ExactSides,
    /// By the engine's search for QR Codes, where finder patterns were seen.
    Engine,
}

/// In turn; what costs little and reads the most comes first.
const WAYS: [Way; 16] = [
    Way::Faint,
    Way::Smaller,
    Way::Light,
    Way::Means,
    Way::FaintDark,
    Way::MeansDark,
    Way::Larger,
    Way::LargerSides,
    Way::NearSides,
    Way::NearTracer,
    Way::Tracer,
    Way::Exact,
    Way::ExactSides,
    Way::Engine,
    Way::FaintLight,
    Way::MeansLight,
];

/// Work that a step may spend on what looks like a symbol, in looks at one module.
const STEP: u64 = 300_000;

/// A change of color for fewer pixels than this is grain.
const GRAINY: usize = 12;

/// Of a picture full of grain, every so many frames are looked at in full size.
const GRAINY_TURN: u64 = 3;

/// Up to as many pixels, the engine's edge tracer costs little.
const TINY: u64 = 320 * 240;

/// A frame up to as many pixels is doubled as a whole.
const SMALL: u64 = 640 * 480;

/// A part up to as many pixels is doubled.
const DOUBLED: usize = 500 * 500;

/// A frame that is looked at, with what the ways have in common.
struct View<'a> {
    luma: Luma<'a>,
    place: Place,
    blocks: Blocks,
    levels: Levels,
    binary: Binary,
}

impl<'a> View<'a> {
    fn of(luma: Luma<'a>, place: Place) -> View<'a> {
        let blocks = Blocks::of(&luma);
        let levels = Levels::of(&blocks);
        let binary = levels.binary(&luma);
        View {
            luma,
            place,
            blocks,
            levels,
            binary,
        }
    }

    fn is_grainy(&self) -> bool {
        is_grainy(&self.binary)
    }

    fn pixels(&self) -> u64 {
        (self.luma.width() * self.luma.height()) as u64
    }
}

/// Whether colors change as often as in grain.
fn is_grainy(binary: &Binary) -> bool {
    binary.edges().count() * GRAINY > binary.bits.len()
}

impl Stream {
    /// Before the first frame. [`Options::work`] and [`Options::effort`] are of single pictures and count
    /// for nothing here.
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
        if size.0 < 16 || size.1 < 16 {
            return Vec::new();
        }
        let options = self.options.clone();
        let mut search = Search::new(&options, Budget::new(STEP));
        search.memory = Some(take(&mut self.memory));
        let mut work = Work::of(size.0 * size.1);
        self.look_at_regions(&mut search, luma, &mut work);
        if search.read_count() == 0 {
            self.look_everywhere(&mut search, luma, &mut work);
        }
        self.remember(&mut search);
        search.finish()
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
        if search.wants(Symbology::QrCode) {
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
        let is_turn = self.frames % 4 == 1;
        if search.wants(Symbology::DataMatrix) && (is_turn || cost < work.all / 3) {
            step(search, work, STEP, |search| {
                search.look_for_sides_of(&view.luma, &view.levels, &view.binary, view.place, false);
            });
        }
        self.has_data_matrix |= search.has_data_matrix;
        for turn in 0..WAYS.len() {
            let way = WAYS[self.next % WAYS.len()];
            if !way.is_worth_it(search, view, self.has_data_matrix) {
                self.next += 1;
                continue;
            }
            let cost = way.cost(view);
            // One way every other frame, whatever it costs; none with what was read just now.
            let is_due = turn == 0 && (work.left() > 0 || self.waits);
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
        self.is_new = search.read_count() == 0;
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
            step(search, work, STEP, |search| match region.symbology {
                Symbology::QrCode => look_for_qr(search, part, place, tries),
                Symbology::DataMatrix => look_for_data_matrix(search, part, place, tries),
            });
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

/// What is left of a region's weight after a frame that did not show it again.
const FADE: f32 = 0.8;

/// Less weight is none.
const LEAST: f32 = 0.4;

/// What a frame may cost.
struct Work {
    all: u64,
    spent: u64,
}

impl Work {
    /// More pixels may cost more.
    fn of(pixels: usize) -> Work {
        Work {
            all: 40_000 + pixels as u64 * 2 / 5,
            spent: 0,
        }
    }

    fn spend(&mut self, work: u64) {
        self.spent += work;
    }

    fn left(&self) -> u64 {
        self.all.saturating_sub(self.spent)
    }
}

/// A step has a budget of its own, and what it spends counts against the frame's. Gives what it spent.
fn step(
    search: &mut Search<'_>,
    work: &mut Work,
    most: u64,
    look: impl FnOnce(&mut Search<'_>),
) -> u64 {
    search.budget = Budget::new(most);
    look(search);
    let spent = search.budget.spent();
    work.spend(spent);
    spent
}

impl Way {
    fn is_worth_it(self, search: &Search<'_>, view: &View<'_>, has_data_matrix: bool) -> bool {
        let wants = |symbology| search.wants(symbology);
        match self {
            Way::Smaller => wants(Symbology::QrCode),
            // Other levels make more of grain.
            Way::Faint | Way::Means => wants(Symbology::QrCode) && !view.is_grainy(),
            Way::Light => wants(Symbology::DataMatrix),
            Way::FaintDark | Way::MeansDark | Way::FaintLight | Way::MeansLight => {
                wants(Symbology::DataMatrix) && !view.is_grainy()
            }
            Way::NearSides | Way::NearTracer => has_data_matrix,
            Way::Tracer => has_data_matrix || view.pixels() <= TINY,
            Way::Exact | Way::Engine => search.may_have_qr,
            Way::ExactSides => search.may_have_data_matrix,
            Way::Larger => view.pixels() <= SMALL && search.may_have_qr,
            Way::LargerSides => view.pixels() <= SMALL && search.may_have_data_matrix,
        }
    }

    /// At the least, in looks at one module.
    fn cost(self, view: &View<'_>) -> u64 {
        let pixels = view.pixels();
        let edges = view.binary.edges().count() as u64;
        match self {
            Way::Light => data_matrix::detect::cost(&view.binary) as u64,
            Way::Faint | Way::Means => pixels / 7 + 2 * edges,
            Way::Smaller => pixels / 12 + edges / 2,
            Way::FaintDark | Way::MeansDark | Way::FaintLight | Way::MeansLight => {
                pixels / 12 + 8 * edges
            }
            Way::NearSides | Way::ExactSides => pixels / 3 + 8 * edges,
            Way::Exact => pixels / 3 + 2 * edges,
            Way::Tracer | Way::NearTracer | Way::Engine => 2 * pixels,
            Way::Larger => pixels,
            Way::LargerSides => pixels / 2 + 8 * edges,
        }
    }

    fn look(self, search: &mut Search<'_>, view: &View<'_>) {
        let View {
            luma,
            place,
            blocks,
            levels,
            binary,
        } = view;
        match self {
            Way::Faint => {
                let levels = Levels::of_faint(blocks);
                let binary = levels.binary(luma);
                if !is_grainy(&binary) {
                    search.look_for_qr(luma, &levels, &binary, *place);
                }
            }
            Way::Smaller => search.look_smaller(luma, *place),
            Way::Light => search.look_for_sides_of(luma, levels, binary, *place, true),
            Way::Means => {
                let by_mean = Levels::of_means(blocks, 5).binary(luma);
                if !is_grainy(&by_mean) {
                    search.look_for_qr(luma, levels, &by_mean, *place);
                }
            }
            Way::FaintDark | Way::FaintLight => {
                let levels = Levels::of_faint(blocks);
                let binary = levels.binary(luma);
                let is_light = self == Way::FaintLight;
                if !is_grainy(&binary) {
                    search.look_for_sides_of(luma, &levels, &binary, *place, is_light);
                }
            }
            Way::MeansDark | Way::MeansLight => {
                let by_mean = Levels::of_means(blocks, 5).binary(luma);
                let is_light = self == Way::MeansLight;
                if !is_grainy(&by_mean) {
                    search.look_for_sides_of(luma, levels, &by_mean, *place, is_light);
                }
            }
            Way::NearSides => {
                let by_mean = Binary::by_mean(luma, 15, 3);
                search.look_for_sides(luma, levels, &by_mean, *place);
            }
            Way::Tracer => search.look_for_data_matrix(binary, *place),
            Way::NearTracer => {
                search.look_for_data_matrix(&Binary::by_mean(luma, 15, 3), *place);
            }
            Way::Exact => {
                search.look_for_qr(luma, levels, &Binary::by_mean(luma, 41, 5), *place);
            }
            Way::ExactSides => {
                search.look_for_sides(luma, levels, &Binary::by_mean(luma, 41, 5), *place);
            }
            Way::Engine => search.look_for_qr_with_engine(binary, *place),
            Way::Larger => doubled(*luma, *place, |view| {
                search.look_for_qr(&view.luma, &view.levels, &view.binary, view.place);
            }),
            Way::LargerSides => doubled(*luma, *place, |view| {
                search.look_for_sides(&view.luma, &view.levels, &view.binary, view.place);
            }),
        }
    }
}

/// A part where finder patterns were seen: another way each time.
fn look_for_qr(search: &mut Search<'_>, part: Luma<'_>, place: Place, tries: u32) {
    let pixels = part.width() * part.height();
    let view = View::of(part, place);
    search.budget.spend(pixels / 8);
    match tries % 5 {
        0 => search.look_for_qr(&part, &view.levels, &view.binary, place),
        1 if pixels <= DOUBLED => doubled(part, place, |view| {
            search.look_for_qr(&view.luma, &view.levels, &view.binary, view.place);
        }),
        2 => {
            let by_mean = Binary::by_mean(&part, 41, 5);
            search.look_for_qr(&part, &view.levels, &by_mean, place);
        }
        3 => {
            let levels = Levels::of_faint(&view.blocks);
            search.look_for_qr(&part, &levels, &levels.binary(&part), place);
        }
        _ => search.look_for_qr_with_engine(&view.binary, place),
    }
}

/// A part where solid sides were seen: another way each time.
fn look_for_data_matrix(search: &mut Search<'_>, part: Luma<'_>, place: Place, tries: u32) {
    let pixels = part.width() * part.height();
    let view = View::of(part, place);
    search.budget.spend(pixels / 8);
    match tries % 5 {
        0 => search.look_for_data_matrix(&view.binary, place),
        1 if pixels <= DOUBLED => doubled(part, place, |view| {
            search.look_for_sides(&view.luma, &view.levels, &view.binary, view.place);
        }),
        2 => {
            let by_mean = Binary::by_mean(&part, 41, 5);
            search.look_for_sides(&part, &view.levels, &by_mean, place);
        }
        3 => {
            let by_mean = Binary::by_mean(&part, 15, 3);
            search.look_for_sides(&part, &view.levels, &by_mean, place);
            search.look_for_data_matrix(&by_mean, place);
        }
        _ => search.look_for_sides(&part, &view.levels, &view.binary, place),
    }
}

/// Modules of two pixels and less get more to be judged by.
fn doubled(part: Luma<'_>, place: Place, look: impl FnOnce(&View<'_>)) {
    let pixels = part.doubled();
    let (width, height) = (part.width() * 2, part.height() * 2);
    if let Ok(large) = Luma::new(&pixels, width, height, width) {
        look(&View::of(large, place.times(0.5)));
    }
}
