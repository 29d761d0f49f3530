//! Luma → symbols: which detectors look, at what, and in which order.

use crate::{
    Corners, Luma, ModuleGrid, Point, Symbol, SymbolError, Symbology,
    budget::Budget,
    data_matrix,
    engine::rxing::Threshold,
    qr,
    sampled::{Rule, Sampled},
    threshold::{Binary, Blocks, Levels},
};

/// How much a picture is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A camera frame: the next one comes soon.
    Frame,
    /// A still photograph: everything is tried.
    Still,
}

impl Effort {
    /// Looks at one module that are spent at the most, where [`Options::work`] says nothing else.
    fn work(self) -> u64 {
        match self {
            Effort::Frame => 6_000_000,
            Effort::Still => 40_000_000,
        }
    }
}

/// What to look for.
#[derive(Clone, Debug)]
pub struct Options {
    /// How much the picture is worth. Default: a camera frame.
    pub effort: Effort,
    /// Symbols at the most; the search ends when they are read. Default 64.
    pub max_symbols: usize,
    /// Work after which the search ends with what it has, in looks at one module (roughly ten
    /// nanoseconds each natively). Default: by the effort.
    pub work: Option<u64>,
    /// The kinds of symbol. Default: all.
    pub symbologies: Vec<Symbology>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            effort: Effort::Frame,
            max_symbols: 64,
            work: None,
            symbologies: vec![Symbology::QrCode, Symbology::DataMatrix],
        }
    }
}

/// Below this many pixels, doubling is cheap enough for a camera frame too.
const SMALL: usize = 640 * 480;

/// Below this many pixels, everything is cheap.
const TINY: usize = 320 * 240;

/// Looks at one threshold for Data Matrix symbols, at the most.
const MAX_ROUNDS: usize = 8;

/// Every symbol in the picture: those that were read, then those that were only seen.
///
/// Nothing found is an empty list. The order is that of the search, not of the picture.
#[must_use]
pub fn scan(luma: &Luma<'_>, options: &Options) -> Vec<Symbol> {
    let mut search = Search {
        options,
        budget: Budget::new(options.work.unwrap_or(options.effort.work())),
        symbols: Vec::new(),
        unread: false,
        unread_data_matrix: false,
        has_data_matrix: false,
        may_have_data_matrix: luma.width() * luma.height() <= TINY,
        may_have_qr: false,
    };
    search.look(luma);
    search.finish()
}

struct Search<'a> {
    options: &'a Options,
    budget: Budget,
    symbols: Vec<Symbol>,
    /// A QR Code is surely there, and was not read.
    unread: bool,
    /// The same of Data Matrix symbols, by the latest look.
    unread_data_matrix: bool,
    /// A Data Matrix symbol was read, or is surely there.
    has_data_matrix: bool,
    /// What may be one was seen, or the picture is so small that looking costs little.
    may_have_data_matrix: bool,
    /// What looks like a finder pattern was seen.
    may_have_qr: bool,
}

impl Search<'_> {
    fn wants(&self, symbology: Symbology) -> bool {
        self.options.symbologies.contains(&symbology)
    }

    fn is_still(&self) -> bool {
        self.options.effort == Effort::Still
    }

    fn read_count(&self) -> usize {
        self.symbols
            .iter()
            .filter(|symbol| symbol.payload.is_ok())
            .count()
    }

    fn is_done(&self) -> bool {
        self.read_count() >= self.options.max_symbols || self.budget.is_spent()
    }

    /// Whether another look may bring something: nothing was read, or something that is there was
    /// not.
    fn is_open(&self) -> bool {
        !self.is_done() && (self.read_count() == 0 || self.unread || self.unread_data_matrix)
    }

    /// All attempts, the cheap ones first.
    fn look(&mut self, luma: &Luma<'_>) {
        if luma.width() < 8 || luma.height() < 8 {
            return;
        }
        let blocks = Blocks::of(luma);
        let levels = Levels::of(&blocks);
        let binary = levels.binary(luma);
        if self.wants(Symbology::QrCode) {
            self.look_for_qr(luma, &levels, &binary, 1.0);
        }
        if self.wants(Symbology::DataMatrix) {
            self.look_for_sides(luma, &levels, &binary, 1.0);
        }
        if self.read_count() == 0 && !self.is_done() {
            self.look_for_faint(luma, &blocks);
        }
        if self.wants(Symbology::QrCode) && self.is_open() {
            self.look_smaller(luma);
        }
        let is_likely = self.may_have_qr || self.may_have_data_matrix || self.is_still();
        if (self.is_open() && is_likely) || self.has_data_matrix {
            self.look_by_means(luma, &levels);
        }
        let is_likely = self.may_have_data_matrix && self.is_open();
        let is_worth_it = is_likely || self.has_data_matrix || self.is_still();
        if self.wants(Symbology::DataMatrix) && is_worth_it {
            self.look_for_data_matrix(&binary, 1.0);
        }
        let is_likely_larger = self.may_have_qr || self.may_have_data_matrix || self.is_still();
        let most = if self.is_still() { 4_000_000 } else { SMALL };
        if self.is_open() && is_likely_larger && luma.width() * luma.height() <= most {
            self.look_larger(luma);
        }
        if self.wants(Symbology::QrCode) && self.is_open() {
            self.look_with_engines(luma, &binary);
        }
        if self.wants(Symbology::DataMatrix) && self.is_still() {
            for (window, offset) in [(15, 3), (41, 5)] {
                self.look_for_data_matrix(&Binary::by_mean(luma, window, offset), 1.0);
            }
        }
    }

    /// With levels that print of little contrast has.
    fn look_for_faint(&mut self, luma: &Luma<'_>, blocks: &Blocks) {
        let levels = Levels::of_faint(blocks);
        let binary = levels.binary(luma);
        if self.wants(Symbology::QrCode) {
            self.look_for_qr(luma, &levels, &binary, 1.0);
        }
        if self.wants(Symbology::DataMatrix) {
            self.look_for_sides(luma, &levels, &binary, 1.0);
        }
    }

    /// With levels of smaller surroundings: uneven light, glare.
    fn look_by_means(&mut self, luma: &Luma<'_>, levels: &Levels) {
        let by_mean = Binary::by_mean(luma, 41, 5);
        if self.wants(Symbology::QrCode) && self.is_open() {
            self.look_for_qr(luma, levels, &by_mean, 1.0);
        }
        if self.wants(Symbology::DataMatrix) {
            self.look_for_sides(luma, levels, &by_mean, 1.0);
            if self.has_data_matrix {
                let by_mean = Binary::by_mean(luma, 15, 3);
                self.look_for_sides(luma, levels, &by_mean, 1.0);
                self.look_for_data_matrix(&by_mean, 1.0);
            }
        }
    }

    /// Our own search for Data Matrix symbols of both polarities.
    fn look_for_sides(&mut self, luma: &Luma<'_>, levels: &Levels, binary: &Binary, scale: f32) {
        for is_inverted in [false, true] {
            let share = self.budget.share(6);
            let read: Vec<Corners> = self
                .symbols
                .iter()
                .filter(|symbol| symbol.payload.is_ok())
                .map(|symbol| symbol.corners.scaled(1.0 / scale))
                .collect();
            let is_known = |point: Point| {
                read.iter()
                    .any(|corners| corners.center().distance(point) < 0.4 * corners.size())
            };
            let before = self.read_count();
            let found = |sampled: &Sampled, fit: f32| {
                let rules = if fit > 0.75 {
                    &Rule::ALL[..]
                } else {
                    &Rule::ALL[..1]
                };
                rules
                    .iter()
                    .any(|rule| self.add_data_matrix(&sampled.grid(*rule), scale, is_inverted))
            };
            let evidence = data_matrix::detect::by_sides(
                luma,
                levels,
                binary,
                is_inverted,
                &share,
                is_known,
                found,
            );
            self.budget.settle(&share);
            self.unread_data_matrix = evidence.is_sure;
            self.has_data_matrix |= evidence.is_sure || self.read_count() > before;
            self.may_have_data_matrix |= evidence.is_likely;
            if self.read_count() > 0 {
                break;
            }
        }
    }

    /// Large modules that are noisy, dotted or blurred are seen better from afar.
    fn look_smaller(&mut self, luma: &Luma<'_>) {
        let (mut pixels, mut width, mut height) = luma.halved();
        let mut scale = 2.0;
        while width.min(height) > 60 && self.is_open() {
            let Ok(small) = Luma::new(&pixels, width, height, width) else {
                return;
            };
            let levels = Levels::by_blocks(&small);
            let binary = levels.binary(&small);
            self.look_for_qr(&small, &levels, &binary, scale);
            if self.wants(Symbology::DataMatrix) && self.is_still() {
                self.look_for_sides(&small, &levels, &binary, scale);
                self.look_for_data_matrix(&binary, scale);
            }
            let next = small.halved();
            (pixels, width, height) = next;
            scale *= 2.0;
            if scale > 4.0 {
                return;
            }
        }
    }

    /// Modules of two pixels and less get more to be judged by.
    fn look_larger(&mut self, luma: &Luma<'_>) {
        let doubled = luma.doubled();
        let (width, height) = (luma.width() * 2, luma.height() * 2);
        let Ok(large) = Luma::new(&doubled, width, height, width) else {
            return;
        };
        let levels = Levels::by_blocks(&large);
        let binary = levels.binary(&large);
        if self.wants(Symbology::QrCode) {
            self.look_for_qr(&large, &levels, &binary, 0.5);
        }
        if self.wants(Symbology::DataMatrix) {
            self.look_for_sides(&large, &levels, &binary, 0.5);
        }
    }

    /// Our own search for QR Codes of both polarities.
    fn look_for_qr(&mut self, luma: &Luma<'_>, levels: &Levels, binary: &Binary, scale: f32) {
        let look = qr::detect::Look {
            luma: *luma,
            levels,
            binary,
            budget: &self.budget.share(4),
        };
        let (seen, left) = qr::detect::by_finders(&look, |sampled| {
            Rule::ALL
                .into_iter()
                .any(|rule| self.add_qr(&sampled.grid(rule), scale, sampled.is_inverted))
        });
        self.budget.settle(look.budget);
        self.may_have_qr |= seen > 0;
        let is_new = |corners: &Corners| {
            let center = corners.scaled(scale).center();
            !self.symbols.iter().any(|symbol| {
                let distance = symbol.corners.center().distance(center);
                symbol.payload.is_ok() && distance < 0.4 * symbol.corners.size()
            })
        };
        self.unread = left.iter().any(is_new);
    }

    /// The engines' own detectors see some symbols that ours does not.
    fn look_with_engines(&mut self, luma: &Luma<'_>, binary: &Binary) {
        if let Some(threshold) = Threshold::new(binary) {
            qr::detect::in_threshold(&threshold, self.is_still(), |grid| {
                self.add_qr(&grid, 1.0, false)
            });
        }
        if self.is_open() && self.is_still() {
            for grid in qr::detect::in_luma(luma) {
                self.add_qr(&grid, 1.0, false);
            }
        }
    }

    /// Both polarities.
    fn look_for_data_matrix(&mut self, binary: &Binary, scale: f32) {
        let Some(threshold) = Threshold::new(binary) else {
            return;
        };
        let threshold = self.data_matrix_in(threshold, scale, false);
        if self.is_still() || self.read_count() == 0 {
            self.data_matrix_in(threshold.inverted(), scale, true);
        }
    }

    /// The detector stops at the first symbol on each of its lines: what was read is taken out of
    /// the way, and it looks again, for as long as that brings something new.
    fn data_matrix_in(
        &mut self,
        mut threshold: Threshold,
        scale: f32,
        is_inverted: bool,
    ) -> Threshold {
        self.erase_read(&mut threshold, scale);
        for _ in 0..MAX_ROUNDS {
            let before = self.read_count();
            if self.is_done() {
                break;
            }
            self.budget.spend(threshold.pixels());
            for grid in data_matrix::detect::in_threshold(&threshold, true) {
                self.add(data_matrix::decode::decode(&grid, is_inverted), scale);
            }
            if self.read_count() == before {
                break;
            }
            self.erase_read(&mut threshold, scale);
        }
        threshold
    }

    fn erase_read(&self, threshold: &mut Threshold, scale: f32) {
        for symbol in self.symbols.iter().filter(|symbol| symbol.payload.is_ok()) {
            threshold.erase(symbol.corners.scaled(1.0 / scale));
        }
    }

    /// Whether it could be read.
    fn add_data_matrix(&mut self, grid: &ModuleGrid, scale: f32, is_inverted: bool) -> bool {
        let symbol = data_matrix::decode::decode(grid, is_inverted);
        let is_read = symbol.payload.is_ok();
        if is_read {
            self.add(symbol, scale);
        }
        is_read
    }

    /// Whether it could be read.
    fn add_qr(&mut self, grid: &ModuleGrid, scale: f32, is_inverted: bool) -> bool {
        let symbol = qr::decode::decode(grid, is_inverted);
        let is_read = symbol.payload.is_ok();
        self.add(symbol, scale);
        is_read
    }

    /// Adds a symbol, unless the same one is there already; one that was read takes the place of
    /// one that was only seen.
    fn add(&mut self, mut symbol: Symbol, scale: f32) {
        symbol.corners = symbol.corners.scaled(scale);
        let same = self
            .symbols
            .iter()
            .position(|other| is_same(other, &symbol));
        match same {
            Some(at) if self.symbols[at].payload.is_err() => self.symbols[at] = symbol,
            Some(_) => {}
            None => self.symbols.push(symbol),
        }
    }

    fn finish(mut self) -> Vec<Symbol> {
        // L shapes abound, and a grid that fits no format is no symbol: only three finder patterns
        // around a valid format say that a symbol is there.
        self.symbols.retain(|symbol| match symbol.payload {
            Ok(_) => true,
            Err(SymbolError::Format) => false,
            Err(_) => symbol.symbology == Symbology::QrCode,
        });
        let (mut symbols, unread): (Vec<Symbol>, Vec<Symbol>) = self
            .symbols
            .into_iter()
            .partition(|symbol| symbol.payload.is_ok());
        symbols.extend(unread);
        symbols.truncate(self.options.max_symbols);
        symbols
    }
}

/// Two finds of one symbol: of the same kind, and the center of one lies well inside the other.
fn is_same(a: &Symbol, b: &Symbol) -> bool {
    a.symbology == b.symbology
        && a.corners.center().distance(b.corners.center())
            < 0.35 * a.corners.size().min(b.corners.size())
}
