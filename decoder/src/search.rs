//! One picture's search: which detectors look, at what, and in which order.

use crate::{
    Corners, Luma, ModuleGrid, Point, Symbol, SymbolError, Symbology,
    ablation::Stage,
    budget::{Budget, Deadline},
    data_matrix,
    engine::rxing::Threshold,
    field::Field,
    fusion::Memory,
    geometry::{Area, Place},
    micro_qr,
    photograph::WHOLE,
    qr::{self, finder::Finder},
    region::Region,
    rmqr,
    sampled::{Rule, Sampled},
    scan::{Effort, Options},
    threshold::{Binary, Levels},
    trouble::{Trouble, trouble},
};

/// Looks at one threshold for Data Matrix symbols, at the most.
const MAX_ROUNDS: usize = 8;

/// The fit from which on modules are worth more than one rule.
const GOOD_FIT: f32 = 0.75;

pub(crate) struct Search<'a> {
    pub(crate) options: &'a Options,
    pub(crate) budget: Budget,
    pub(crate) deadline: Option<Deadline>,
    symbols: Vec<Symbol>,
    /// A QR Code is surely there, and was not read.
    unread: bool,
    /// The same of Data Matrix symbols, by the latest look.
    unread_data_matrix: bool,
    /// A Data Matrix symbol was read, or is surely there.
    pub(crate) has_data_matrix: bool,
    /// What may be one was seen, or the picture is so small that looking costs little.
    pub(crate) may_have_data_matrix: bool,
    /// What looks like a finder pattern was seen.
    pub(crate) may_have_qr: bool,
    /// Where a symbol may be that was not read, in pixels of the picture that came.
    pub(crate) regions: Vec<Region>,
    /// Frames of a camera: what earlier ones said of the modules of symbols that could not be read.
    pub(crate) memory: Option<Memory>,
    /// Symbols that frames before had the time to read, in pixels of the picture that came: this one's time
    /// is for the others.
    pub(crate) known: Vec<Corners>,
    /// So much of the error correction of a Data Matrix symbol must be left over, where many looks make it
    /// likelier that one of them is mended into something else.
    pub(crate) least_spare: f32,
}

impl<'a> Search<'a> {
    pub(crate) fn new(options: &'a Options, deadline: Option<Deadline>) -> Search<'a> {
        Search {
            options,
            budget: Budget::new(0, deadline),
            deadline,
            symbols: Vec::new(),
            unread: false,
            unread_data_matrix: false,
            has_data_matrix: false,
            may_have_data_matrix: false,
            may_have_qr: false,
            regions: Vec::new(),
            memory: None,
            known: Vec::new(),
            least_spare: 0.0,
        }
    }

    pub(crate) fn wants(&self, symbology: Symbology) -> bool {
        self.options.symbologies.contains(&symbology)
    }

    pub(crate) fn is_still(&self) -> bool {
        self.options.effort == Effort::Still
    }

    pub(crate) fn read_count(&self) -> usize {
        self.symbols
            .iter()
            .filter(|symbol| symbol.payload.is_ok())
            .count()
    }

    pub(crate) fn is_done(&self) -> bool {
        self.read_count() >= self.options.max_symbols || self.budget.is_spent()
    }

    /// Whether another look may bring something: nothing was read, or something that is there was
    /// not.
    pub(crate) fn is_open(&self) -> bool {
        !self.is_done() && (self.read_count() == 0 || self.unread || self.unread_data_matrix)
    }

    /// Whether the caller's clock says that it is time.
    pub(crate) fn is_late(&self) -> bool {
        self.deadline.is_some_and(Deadline::is_over)
    }

    /// What one of `n` attempts may spend; a step of a stream has but one.
    fn share(&self, n: u64) -> Budget {
        self.budget.share(if self.memory.is_some() { 1 } else { n })
    }

    /// Whether a symbol was read there, in this picture or in frames before it.
    pub(crate) fn has_read_at(&self, point: Point) -> bool {
        let is_at = |corners: &Corners| corners.center().distance(point) < 0.4 * corners.size();
        self.read(WHOLE).iter().any(is_at)
    }

    /// Where symbols were read, in this picture or in frames before it.
    pub(crate) fn read(&self, place: Place) -> Vec<Corners> {
        let here = self.symbols.iter().filter(|symbol| symbol.payload.is_ok());
        let here = here.map(|symbol| symbol.corners);
        let all = here.chain(self.known.iter().copied());
        all.map(|corners| place.within(corners)).collect()
    }

    /// Where symbols of that kind were read, in pixels of the picture that came.
    pub(crate) fn read_corners(&self, symbology: Symbology) -> Vec<Corners> {
        let read = self
            .symbols
            .iter()
            .filter(|symbol| symbol.symbology == symbology && symbol.payload.is_ok());
        read.map(|symbol| symbol.corners).collect()
    }

    /// Our own search for Data Matrix symbols of both polarities; of the other one only where nothing was
    /// read.
    pub(crate) fn look_for_sides(
        &mut self,
        luma: &Luma<'_>,
        levels: &Levels,
        binary: &Binary,
        place: Place,
    ) {
        for is_inverted in [false, true] {
            self.look_for_sides_of(luma, levels, binary, place, is_inverted);
            if self.read_count() > 0 {
                break;
            }
        }
    }

    /// The same of one polarity.
    pub(crate) fn look_for_sides_of(
        &mut self,
        luma: &Luma<'_>,
        levels: &Levels,
        binary: &Binary,
        place: Place,
        is_inverted: bool,
    ) {
        if Stage::Sides.is_left_out() {
            return;
        }
        let share = self.share(6);
        let read = self.read(place);
        let is_known = |point: Point| read.iter().any(|corners| corners.hold(point));
        let before = self.read_count();
        let mut found = |sampled: &Sampled, fit: f32| {
            let is_good = fit > GOOD_FIT && !Stage::Rules.is_left_out();
            let rules = if is_good {
                &Rule::ALL[..]
            } else {
                &Rule::ALL[..1]
            };
            rules
                .iter()
                .any(|rule| self.add_data_matrix(&sampled.grid(*rule), place, is_inverted))
                || (is_good && self.add_fused(Symbology::DataMatrix, sampled, place))
        };
        let evidence = data_matrix::detect::by_sides(
            luma,
            levels,
            binary,
            is_inverted,
            &share,
            is_known,
            &mut found,
        );
        self.budget.settle(&share);
        self.budget.spend(data_matrix::detect::cost(binary));
        self.unread_data_matrix = evidence.is_sure();
        self.has_data_matrix |= evidence.is_sure() || self.read_count() > before;
        self.may_have_data_matrix |= evidence.is_likely;
        for area in &evidence.areas {
            let weight = if evidence.is_sure() { 3.0 } else { 1.0 };
            self.regions.push(Region::new(
                Symbology::DataMatrix,
                area.placed(place),
                weight,
            ));
        }
        for (corners, modules) in evidence.sure {
            self.add(
                Symbol::unread(Symbology::DataMatrix, corners, modules, is_inverted),
                place,
            );
        }
    }

    /// Our own search for QR Codes of both polarities.
    pub(crate) fn look_for_qr(
        &mut self,
        luma: &Luma<'_>,
        levels: &Levels,
        binary: &Binary,
        place: Place,
    ) {
        if Stage::Finders.is_left_out() {
            return;
        }
        let look = qr::detect::Look {
            luma: *luma,
            levels,
            binary,
            budget: &self.share(4),
        };
        let cost = look.cost();
        let read = self.read(place);
        let is_known = |point: Point| read.iter().any(|corners| corners.hold(point));
        let seen = qr::detect::by_finders(&look, is_known, &mut |sampled| {
            let mut is_valid = false;
            let rules = &Rule::ALL[..if Stage::Rules.is_left_out() { 1 } else { 4 }];
            rules.iter().any(|rule| {
                let error = self.add_qr(&sampled.grid(*rule), place, sampled.is_inverted);
                is_valid |= error == Some(SymbolError::Checksum);
                error.is_none()
            }) || (is_valid && self.add_fused(Symbology::QrCode, sampled, place))
        });
        self.budget.settle(look.budget);
        self.budget.spend(cost);
        self.may_have_qr |= seen.finders > 0;
        let sure: Vec<Corners> = seen
            .sure
            .iter()
            .map(|corners| place.out(*corners))
            .collect();
        let sure: Vec<Corners> = (sure.into_iter())
            .filter(|corners| !self.has_read_at(corners.center()))
            .collect();
        self.unread = !sure.is_empty();
        for corners in &sure {
            if let Some(area) = Area::around(&corners.to_array()) {
                let area = area.grown(area.size() / 8.0);
                self.regions.push(Region::new(Symbology::QrCode, area, 4.0));
            }
        }
        self.look_at_lone(luma, levels, &seen.lone, place);
        for (areas, weight) in [(&seen.threes, 2.0), (&seen.lone_areas(), 1.0)] {
            let regions = areas.iter().map(|area| area.placed(place));
            self.regions
                .extend(regions.map(|area| Region::new(Symbology::QrCode, area, weight)));
        }
    }

    /// Symbols with one finder pattern, where those are that belong to no symbol with three.
    fn look_at_lone(&mut self, luma: &Luma<'_>, levels: &Levels, finders: &[Finder], place: Place) {
        let wants_rmqr =
            self.wants(Symbology::RectangularMicroQrCode) && !Stage::Rmqr.is_left_out();
        let wants_micro = self.wants(Symbology::MicroQrCode) && !Stage::MicroQr.is_left_out();
        // Not taken from what other ways may spend: lone patterns are clutter, mostly.
        let budget = self.share(8);
        for finder in finders {
            let is_inverted = finder.is_inverted;
            let field = Field {
                luma: *luma,
                levels,
                is_inverted,
            };
            let Some(corners) = qr::outline::outline(&field, finder, &budget) else {
                continue;
            };
            let is_read = wants_rmqr
                && rmqr::detect::by_finder(field, corners, &budget, |found| {
                    let decode =
                        |grid: &ModuleGrid| rmqr::decode(grid, is_inverted, found.is_mirrored);
                    let is_read = self.add_by_rules(&found.sampled, place, &decode);
                    if !is_read {
                        // It is surely there: so many of its modules are known.
                        self.add(decode(&found.sampled.grid(Rule::Picture)), place);
                    }
                    is_read
                });
            if wants_micro && !is_read {
                micro_qr::detect::by_finder(field, corners, &budget, |sampled| {
                    self.add_by_rules(sampled, place, &|grid| micro_qr::decode(grid, is_inverted))
                });
            }
        }
    }

    /// Whether it could be read by one of the rules.
    fn add_by_rules(
        &mut self,
        sampled: &Sampled,
        place: Place,
        decode: &dyn Fn(&ModuleGrid) -> Symbol,
    ) -> bool {
        let mut symbols = Rule::ALL.iter().map(|rule| decode(&sampled.grid(*rule)));
        let read = symbols.find(|symbol| symbol.payload.is_ok());
        let is_read = read.is_some();
        if let Some(symbol) = read {
            self.add(symbol, place);
        }
        is_read
    }

    /// By the engine's own detector, which lets modules lie on no plane.
    pub(crate) fn look_for_qr_with_engine(&mut self, binary: &Binary, place: Place) {
        if Stage::RxingQr.is_left_out() {
            return;
        }
        if let Some(threshold) = Threshold::new(binary) {
            self.budget.spend(2 * threshold.pixels());
            qr::detect::in_threshold(&threshold, self.is_still(), |grid| {
                self.add_qr(&grid, place, false).is_none()
            });
        }
    }

    /// By the engine's edge tracer, both polarities.
    pub(crate) fn look_for_data_matrix(&mut self, binary: &Binary, place: Place) {
        if Stage::RxingTracer.is_left_out() {
            return;
        }
        let Some(threshold) = Threshold::new(binary) else {
            return;
        };
        let threshold = self.data_matrix_in(threshold, place, false);
        if self.is_still() || self.read_count() == 0 {
            self.data_matrix_in(threshold.inverted(), place, true);
        }
    }

    /// The detector stops at the first symbol on each of its lines: what was read is taken out of
    /// the way, and it looks again, for as long as that brings something new.
    fn data_matrix_in(
        &mut self,
        mut threshold: Threshold,
        place: Place,
        is_inverted: bool,
    ) -> Threshold {
        self.erase_read(&mut threshold, place);
        for _ in 0..MAX_ROUNDS {
            let before = self.read_count();
            if self.is_done() {
                break;
            }
            self.budget.spend(threshold.pixels());
            for grid in data_matrix::detect::in_threshold(&threshold, true) {
                self.add_data_matrix(&grid, place, is_inverted);
            }
            if self.read_count() == before {
                break;
            }
            self.erase_read(&mut threshold, place);
        }
        threshold
    }

    fn erase_read(&self, threshold: &mut Threshold, place: Place) {
        for corners in self.read(place) {
            threshold.erase(corners);
        }
    }

    /// Whether it could be read.
    fn add_data_matrix(&mut self, grid: &ModuleGrid, place: Place, is_inverted: bool) -> bool {
        let symbol = data_matrix::decode::decode(grid, is_inverted);
        let is_read = symbol.payload.is_ok() && symbol.confidence >= self.least_spare;
        if is_read {
            self.add(symbol, place);
        }
        is_read
    }

    /// Why it could not be read; `None` where it could.
    pub(crate) fn add_qr(
        &mut self,
        grid: &ModuleGrid,
        place: Place,
        is_inverted: bool,
    ) -> Option<SymbolError> {
        let symbol = qr::decode::decode(grid, is_inverted);
        let error = symbol.payload.as_ref().err().copied();
        self.add(symbol, place);
        error
    }

    /// Whether it could be read together with what earlier frames said of its modules. If not, this one is
    /// remembered too.
    fn add_fused(&mut self, symbology: Symbology, sampled: &Sampled, place: Place) -> bool {
        let Some(memory) = &mut self.memory else {
            return false;
        };
        let Some(fused) = memory.fused(symbology, sampled, place) else {
            return false;
        };
        Rule::ALL.into_iter().any(|rule| {
            let grid = fused.grid(rule);
            match symbology {
                Symbology::QrCode | Symbology::MicroQrCode | Symbology::RectangularMicroQrCode => {
                    self.add_qr(&grid, place, fused.is_inverted).is_none()
                }
                Symbology::DataMatrix => self.add_data_matrix(&grid, place, fused.is_inverted),
            }
        })
    }

    /// Adds a symbol, unless the same one is there already; one that was read takes the place of
    /// one that was only seen.
    fn add(&mut self, mut symbol: Symbol, place: Place) {
        symbol.corners = place.out(symbol.corners);
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

    /// Those that were read, then those that were only seen, with what is in their way in the picture that
    /// came.
    pub(crate) fn finish(mut self, luma: &Luma<'_>) -> Vec<Symbol> {
        // A grid that fits no format is no symbol.
        self.symbols
            .retain(|symbol| symbol.payload != Err(SymbolError::Format));
        let (mut symbols, unread): (Vec<Symbol>, Vec<Symbol>) = self
            .symbols
            .into_iter()
            .partition(|symbol| symbol.payload.is_ok());
        // A part of a symbol that was read may look like one by itself.
        let read: Vec<Corners> = symbols.iter().map(|symbol| symbol.corners).collect();
        symbols.extend(unread.into_iter().filter(|symbol| {
            let overlaps = |read: &Corners| {
                read.hold(symbol.corners.center()) || symbol.corners.hold(read.center())
            };
            !read.iter().any(overlaps)
        }));
        symbols.truncate(self.options.max_symbols);
        for symbol in &mut symbols {
            symbol.trouble = match symbol.payload {
                Ok(_) => None,
                Err(SymbolError::Unsupported) => Some(Trouble::Unsupported),
                Err(_) => Some(trouble(luma, symbol.corners, symbol.modules)),
            };
        }
        symbols
    }
}

/// Two finds of one symbol: of the same kind, and the center of one lies well inside the other.
fn is_same(a: &Symbol, b: &Symbol) -> bool {
    a.symbology == b.symbology
        && a.corners.center().distance(b.corners.center())
            < 0.35 * a.corners.size().min(b.corners.size())
}
