//! Luma → module grids of Data Matrix symbols.

use crate::{ModuleGrid, engine::rxing::Threshold, guard};

/// Grids by the L of the finder pattern in a thresholded picture.
pub(crate) fn in_threshold(threshold: &Threshold, try_harder: bool) -> Vec<ModuleGrid> {
    guard::or_nothing(|| threshold.data_matrix(try_harder))
}
