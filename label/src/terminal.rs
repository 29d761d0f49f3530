//! Modules → half-block characters, two rows a line, for a terminal with a dark background.

use crate::Modules;

/// Light modules are drawn, dark ones left dark, with a quiet zone of two modules.
#[must_use]
pub fn to_terminal(modules: &Modules) -> String {
    const QUIET: usize = 2;
    let is_light = |row: usize, col: usize| {
        row < QUIET || col < QUIET || !modules.bit(row - QUIET, col - QUIET)
    };
    let (rows, cols) = (modules.rows() + 2 * QUIET, modules.cols() + 2 * QUIET);
    let mut out = String::new();
    for row in (0..rows).step_by(2) {
        for col in 0..cols {
            out.push(
                match (is_light(row, col), row + 1 < rows && is_light(row + 1, col)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                },
            );
        }
        out.push('\n');
    }
    out
}
