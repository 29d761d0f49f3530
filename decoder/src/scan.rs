//! Luma → symbols: which detectors look, at what, and in which order.

use crate::{
    Luma, ModuleGrid, Symbol, SymbolError, Symbology, data_matrix, engine::rxing::Threshold, qr,
};

/// How much a picture is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A camera frame: the next one comes soon.
    Frame,
    /// A still photograph: everything is tried.
    Still,
}

/// What to look for.
#[derive(Clone, Debug)]
pub struct Options {
    /// How much the picture is worth. Default: a camera frame.
    pub effort: Effort,
    /// Symbols at the most; the search ends when they are read. Default 64.
    pub max_symbols: usize,
    /// The kinds of symbol. Default: all.
    pub symbologies: Vec<Symbology>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            effort: Effort::Frame,
            max_symbols: 64,
            symbologies: vec![Symbology::QrCode, Symbology::DataMatrix],
        }
    }
}

/// Below this many pixels, doubling is cheap enough for a camera frame too.
const SMALL: usize = 640 * 480;

/// Looks at one threshold for Data Matrix symbols, at the most.
const MAX_ROUNDS: usize = 8;

/// Every symbol in the picture: those that were read, then those that were only seen.
///
/// Nothing found is an empty list. The order is that of the search, not of the picture.
#[must_use]
pub fn scan(luma: &Luma<'_>, options: &Options) -> Vec<Symbol> {
    let mut search = Search {
        options,
        symbols: Vec::new(),
    };
    search.look(luma, 1.0);
    let pixels = luma.width() * luma.height();
    let is_still = options.effort == Effort::Still;
    if is_still && search.read_count() == 0 && pixels > SMALL / 4 {
        let (halved, width, height) = luma.halved();
        if let Ok(small) = Luma::new(&halved, width, height, width) {
            search.look(&small, 2.0);
            let (quartered, width, height) = small.halved();
            match Luma::new(&quartered, width, height, width) {
                Ok(smaller) if search.read_count() == 0 => search.look(&smaller, 4.0),
                _ => {}
            }
        }
    }
    let most = if is_still { 4_000_000 } else { SMALL };
    if search.read_count() == 0 && (1..=most).contains(&pixels) {
        let doubled = luma.doubled();
        let (width, height) = (luma.width() * 2, luma.height() * 2);
        if let Ok(large) = Luma::new(&doubled, width, height, width) {
            search.look(&large, 0.5);
        }
    }
    search.finish()
}

struct Search<'a> {
    options: &'a Options,
    symbols: Vec<Symbol>,
}

impl Search<'_> {
    fn wants(&self, symbology: Symbology) -> bool {
        self.options.symbologies.contains(&symbology)
    }

    fn read_count(&self) -> usize {
        self.symbols
            .iter()
            .filter(|symbol| symbol.payload.is_ok())
            .count()
    }

    fn is_done(&self) -> bool {
        self.read_count() >= self.options.max_symbols
    }

    /// All attempts at one size; `scale` maps its pixels to those of the picture.
    fn look(&mut self, luma: &Luma<'_>, scale: f32) {
        let is_still = self.options.effort == Effort::Still;
        if let Some(threshold) = Threshold::by_blocks(luma) {
            let threshold = self.look_in(threshold, scale, false);
            if is_still || self.read_count() == 0 {
                self.look_in(threshold.inverted(), scale, true);
            }
        }
        let is_open = |search: &Self| !search.is_done() && (is_still || search.read_count() == 0);
        if self.wants(Symbology::QrCode) && is_open(self) {
            for grid in qr::detect::in_luma(luma) {
                self.add_qr(&grid, scale, false);
            }
        }
        if is_still && is_open(self) {
            for (window, offset) in [(41, 5), (15, 3)] {
                let Some(threshold) = Threshold::by_mean(luma, window, offset) else {
                    continue;
                };
                self.look_in(threshold, scale, false);
            }
        }
    }

    /// Looks for both kinds; gives the threshold back without the symbols that were read.
    fn look_in(&mut self, mut threshold: Threshold, scale: f32, is_inverted: bool) -> Threshold {
        if self.wants(Symbology::QrCode) && !self.is_done() {
            let try_harder = self.options.effort == Effort::Still;
            qr::detect::in_threshold(&threshold, try_harder, |grid| {
                self.add_qr(&grid, scale, is_inverted)
            });
        }
        if !self.wants(Symbology::DataMatrix) {
            return threshold;
        }
        // The detector stops at the first symbol on each of its lines: what was read is taken out
        // of the way, and it looks again, for as long as that brings something new.
        self.erase_read(&mut threshold, scale);
        for _ in 0..MAX_ROUNDS {
            let before = self.read_count();
            if self.is_done() {
                break;
            }
            for grid in data_matrix::detect::in_threshold(&threshold, true) {
                if let Some(symbol) = data_matrix::decode::decode(&grid, is_inverted) {
                    self.add(symbol, scale);
                }
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
    fn add_qr(&mut self, grid: &ModuleGrid, scale: f32, is_inverted: bool) -> bool {
        match qr::decode::decode(grid, is_inverted) {
            Some(symbol) => {
                let is_read = symbol.payload.is_ok();
                self.add(symbol, scale);
                is_read
            }
            None => false,
        }
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
        self.symbols.sort_by_key(|symbol| symbol.payload.is_err());
        self.symbols.truncate(self.options.max_symbols);
        self.symbols
    }
}

/// Two finds of one symbol: of the same kind, and the center of one lies well inside the other.
fn is_same(a: &Symbol, b: &Symbol) -> bool {
    a.symbology == b.symbology
        && a.corners.center().distance(b.corners.center())
            < 0.35 * a.corners.size().min(b.corners.size())
}
