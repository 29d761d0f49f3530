//! The ways to look at a frame, and at a part of one.

use crate::{
    Luma, Symbology, data_matrix,
    geometry::Place,
    search::Search,
    threshold::{Binary, Blocks, Levels},
};

/// A way to look at a whole frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
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
pub(super) const WAYS: [Way; 16] = [
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

/// Where Data Matrix symbols are read, those beside them that are not yet, in turn.
pub(super) const THOROUGH: [Way; 4] = [
    Way::NearTracer,
    Way::NearSides,
    Way::Tracer,
    Way::ExactSides,
];

/// A change of color for fewer pixels than this is grain.
const GRAINY: usize = 12;

/// Up to as many pixels, the engine's edge tracer costs little.
const TINY: u64 = 320 * 240;

/// A frame up to as many pixels is doubled as a whole.
const SMALL: u64 = 640 * 480;

/// A part up to as many pixels is doubled.
const DOUBLED: usize = 500 * 500;

/// A frame that is looked at, with what the ways have in common.
pub(super) struct View<'a> {
    pub(super) luma: Luma<'a>,
    pub(super) place: Place,
    blocks: Blocks,
    pub(super) levels: Levels,
    pub(super) binary: Binary,
}

impl<'a> View<'a> {
    pub(super) fn of(luma: Luma<'a>, place: Place) -> View<'a> {
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

    pub(super) fn is_grainy(&self) -> bool {
        is_grainy(&self.binary)
    }

    pub(super) fn pixels(&self) -> u64 {
        (self.luma.width() * self.luma.height()) as u64
    }
}

/// Whether colors change as often as in grain.
fn is_grainy(binary: &Binary) -> bool {
    binary.edges().count() * GRAINY > binary.bits.len()
}

impl Way {
    pub(super) fn is_worth_it(
        self,
        search: &Search<'_>,
        view: &View<'_>,
        has_data_matrix: bool,
    ) -> bool {
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
    pub(super) fn cost(self, view: &View<'_>) -> u64 {
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

    pub(super) fn look(self, search: &mut Search<'_>, view: &View<'_>) {
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
pub(super) fn look_for_qr(search: &mut Search<'_>, part: Luma<'_>, place: Place, tries: u32) {
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
pub(super) fn look_for_data_matrix(
    search: &mut Search<'_>,
    part: Luma<'_>,
    place: Place,
    tries: u32,
) {
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
