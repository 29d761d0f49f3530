//! What was found in a picture, to be drawn over it.

use wire::scan::FromWorker;

/// The symbols in a picture, as polygons in its pixels, and whether each was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlines {
    /// Of the picture.
    pub width: u32,
    /// Of the picture.
    pub height: u32,
    /// `x,y x,y x,y x,y`.
    pub shapes: Vec<(String, bool)>,
}

impl Outlines {
    /// Of the picture's symbols; `None` without any.
    pub fn of(message: &FromWorker) -> Option<Outlines> {
        let FromWorker::Symbols {
            width,
            height,
            symbols,
            ..
        } = message
        else {
            return None;
        };
        let shapes = symbols.iter().map(|symbol| {
            let corners = symbol.corners.map(|[x, y]| {
                // Whole pixels are fine enough for an outline.
                format!("{},{}", x as i32, y as i32)
            });
            (corners.join(" "), symbol.content.is_some())
        });
        (!symbols.is_empty()).then(|| Outlines {
            width: *width,
            height: *height,
            shapes: shapes.collect(),
        })
    }
}
