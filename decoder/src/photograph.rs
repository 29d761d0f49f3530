//! All that is tried with one picture, the cheap attempts first.

use crate::{
    Luma, Point, Symbology,
    ablation::Stage,
    beside,
    geometry::Place,
    qr,
    search::Search,
    threshold::{Binary, Blocks, Levels},
};

/// Below this many pixels, doubling is cheap enough for a camera frame too.
const SMALL: usize = 640 * 480;

/// Up to as many pixels, a picture may be a symbol alone, cut off at its edges.
const CUT_OUT: usize = 128 * 128;

/// Pixels that are put around such a picture.
const MARGIN: usize = 8;

/// Places beside symbols that were read, at the most.
const BESIDE: usize = 16;

/// Of the error correction of a symbol that is found there, so much must be left over.
const BESIDE_SPARE: f32 = 0.2;

/// A picture as it came.
pub(crate) const WHOLE: Place = Place {
    scale: 1.0,
    origin: Point { x: 0.0, y: 0.0 },
};

impl Search<'_> {
    /// All attempts, the cheap ones first.
    pub(crate) fn look(&mut self, luma: &Luma<'_>) {
        if luma.width() < 8 || luma.height() < 8 {
            return;
        }
        let blocks = Blocks::of(luma);
        let levels = Levels::of(&blocks);
        let binary = levels.binary(luma);
        if self.wants(Symbology::QrCode) {
            self.look_for_qr(luma, &levels, &binary, WHOLE);
        }
        if self.wants(Symbology::DataMatrix) {
            self.look_for_sides(luma, &levels, &binary, WHOLE);
        }
        if self.read_count() == 0 && !self.is_done() {
            self.look_for_faint(luma, &blocks);
        }
        if self.wants(Symbology::QrCode) && self.is_open() {
            self.look_smaller(luma, WHOLE);
        }
        if self.is_late() {
            return;
        }
        let is_likely = self.may_have_qr || self.may_have_data_matrix || self.is_still();
        if (self.is_open() && is_likely) || self.has_data_matrix {
            self.look_by_means(luma, &levels);
        }
        if self.is_late() {
            return;
        }
        let is_likely = self.may_have_data_matrix && self.is_open();
        let is_worth_it = is_likely || self.has_data_matrix || self.is_still();
        if self.wants(Symbology::DataMatrix) && is_worth_it {
            self.look_for_data_matrix(&binary, WHOLE);
        }
        let is_likely_larger = self.may_have_qr || self.may_have_data_matrix || self.is_still();
        let most = if self.is_still() { 4_000_000 } else { SMALL };
        if self.is_open() && is_likely_larger && luma.width() * luma.height() <= most {
            self.look_larger(luma);
        }
        if self.wants(Symbology::QrCode) && self.is_open() {
            self.look_with_engines(luma, &binary);
            self.look_within_margin(luma);
        }
        if self.wants(Symbology::DataMatrix) && self.is_still() && !self.is_late() {
            for (window, offset) in [(15, 3), (41, 5)] {
                self.look_for_data_matrix(&Binary::by_mean(luma, window, offset), WHOLE);
            }
        }
        if self.wants(Symbology::DataMatrix) && self.is_still() {
            self.look_beside(luma);
        }
    }

    /// Beside Data Matrix symbols that were read, for more of their size: levels and pieces are others where
    /// nothing else is in the picture.
    fn look_beside(&mut self, luma: &Luma<'_>) {
        if Stage::Beside.is_left_out() {
            return;
        }
        let read = self.read_corners(Symbology::DataMatrix);
        self.least_spare = BESIDE_SPARE;
        for area in beside::spots(luma, &read, BESIDE) {
            if self.is_late() || self.is_done() {
                return;
            }
            let Some((part, origin)) = luma.part(area) else {
                continue;
            };
            let place = Place { scale: 1.0, origin };
            if self.is_read_at(&part, place) {
                continue;
            }
            let doubled = part.doubled();
            let (width, height) = (part.width() * 2, part.height() * 2);
            if let Ok(large) = Luma::new(&doubled, width, height, width) {
                self.is_read_at(&large, place.times(0.5));
            }
        }
    }

    /// Whether a look at a part brings a Data Matrix symbol.
    fn is_read_at(&mut self, part: &Luma<'_>, place: Place) -> bool {
        let before = self.read_count();
        let levels = Levels::by_blocks(part);
        let by_mean = |window, offset| Binary::by_mean(part, window, offset);
        for binary in [levels.binary(part), by_mean(15, 3), by_mean(41, 5)] {
            self.look_for_sides_of(part, &levels, &binary, place, false);
            self.look_for_data_matrix(&binary, place);
        }
        self.read_count() > before
    }

    /// With levels that print of little contrast has.
    fn look_for_faint(&mut self, luma: &Luma<'_>, blocks: &Blocks) {
        if Stage::Faint.is_left_out() {
            return;
        }
        let levels = Levels::of_faint(blocks);
        let binary = levels.binary(luma);
        if self.wants(Symbology::QrCode) {
            self.look_for_qr(luma, &levels, &binary, WHOLE);
        }
        if self.wants(Symbology::DataMatrix) {
            self.look_for_sides(luma, &levels, &binary, WHOLE);
        }
    }

    /// With levels of smaller surroundings: uneven light, glare.
    fn look_by_means(&mut self, luma: &Luma<'_>, levels: &Levels) {
        if Stage::Means.is_left_out() {
            return;
        }
        let by_mean = Binary::by_mean(luma, 41, 5);
        if self.wants(Symbology::QrCode) && self.is_open() {
            self.look_for_qr(luma, levels, &by_mean, WHOLE);
        }
        if self.wants(Symbology::DataMatrix) {
            self.look_for_sides(luma, levels, &by_mean, WHOLE);
            if self.has_data_matrix {
                let by_mean = Binary::by_mean(luma, 15, 3);
                self.look_for_sides(luma, levels, &by_mean, WHOLE);
                self.look_for_data_matrix(&by_mean, WHOLE);
            }
        }
    }

    /// Large modules that are noisy, dotted or blurred are seen better from afar.
    pub(crate) fn look_smaller(&mut self, luma: &Luma<'_>, place: Place) {
        if Stage::Smaller.is_left_out() {
            return;
        }
        let (mut pixels, mut width, mut height) = luma.halved();
        let (last, mut place) = (4.0 * place.scale, place.times(2.0));
        while width.min(height) > 60 && self.is_open() {
            let Ok(small) = Luma::new(&pixels, width, height, width) else {
                return;
            };
            let levels = Levels::by_blocks(&small);
            let binary = levels.binary(&small);
            self.look_for_qr(&small, &levels, &binary, place);
            if self.wants(Symbology::DataMatrix) && self.is_still() {
                self.look_for_sides(&small, &levels, &binary, place);
                self.look_for_data_matrix(&binary, place);
            }
            let next = small.halved();
            (pixels, width, height) = next;
            place = place.times(2.0);
            if place.scale > last {
                return;
            }
        }
    }

    /// Modules of two pixels and less get more to be judged by.
    fn look_larger(&mut self, luma: &Luma<'_>) {
        if Stage::Larger.is_left_out() {
            return;
        }
        let doubled = luma.doubled();
        let (width, height) = (luma.width() * 2, luma.height() * 2);
        let Ok(large) = Luma::new(&doubled, width, height, width) else {
            return;
        };
        let levels = Levels::by_blocks(&large);
        let binary = levels.binary(&large);
        if self.wants(Symbology::QrCode) {
            self.look_for_qr(&large, &levels, &binary, Place::whole(0.5));
        }
        if self.wants(Symbology::DataMatrix) {
            self.look_for_sides(&large, &levels, &binary, Place::whole(0.5));
        }
    }

    /// A symbol that fills the picture has an edge only with something light around it.
    fn look_within_margin(&mut self, luma: &Luma<'_>) {
        if luma.width() * luma.height() > CUT_OUT || !self.is_open() {
            return;
        }
        let (framed, width, height) = luma.framed(MARGIN);
        let Ok(framed) = Luma::new(&framed, width, height, width) else {
            return;
        };
        let doubled = framed.doubled();
        let (width, height) = (width * 2, height * 2);
        let Ok(large) = Luma::new(&doubled, width, height, width) else {
            return;
        };
        let levels = Levels::by_blocks(&large);
        let binary = levels.binary(&large);
        let out = -(MARGIN as f32);
        let place = Place {
            scale: 0.5,
            origin: Point { x: out, y: out },
        };
        self.look_for_qr(&large, &levels, &binary, place);
    }

    /// The engines' own detectors see some symbols that ours does not.
    fn look_with_engines(&mut self, luma: &Luma<'_>, binary: &Binary) {
        self.look_for_qr_with_engine(binary, WHOLE);
        if self.is_open() && self.is_still() && !Stage::Rqrr.is_left_out() {
            for grid in qr::detect::in_luma(luma) {
                self.add_qr(&grid, WHOLE, false);
            }
        }
    }
}
