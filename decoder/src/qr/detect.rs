//! Luma → module grids of QR Codes.

use crate::{Luma, ModuleGrid, engine, engine::rxing::Threshold, guard};

/// Grids by finder patterns in a thresholded picture; `found` says whether one could be read, so
/// that its finder patterns are not tried again.
pub(crate) fn in_threshold(
    threshold: &Threshold,
    try_harder: bool,
    found: impl FnMut(ModuleGrid) -> bool,
) {
    guard::or_nothing(|| threshold.qr(try_harder, found));
}

/// Grids by the second detector, which samples many-code frames and skewed ones differently.
pub(crate) fn in_luma(luma: &Luma<'_>) -> Vec<ModuleGrid> {
    guard::or_nothing(|| engine::rqrr::detect(luma))
}
