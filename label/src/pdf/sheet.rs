//! Where the labels are on a sheet.

/// A sheet of labels, all lengths in millimeters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// The page's.
    pub page_width: f64,
    /// The page's.
    pub page_height: f64,
    /// A label's.
    pub label_width: f64,
    /// A label's.
    pub label_height: f64,
    /// Labels a row, at least 1.
    pub columns: usize,
    /// Rows, at least 1.
    pub rows: usize,
    /// From the page's left edge to the first column.
    pub left: f64,
    /// From the page's top edge to the first row.
    pub top: f64,
    /// From a label's right edge to the next one's left edge.
    pub gap_x: f64,
    /// From a label's bottom edge to the next one's top edge.
    pub gap_y: f64,
}

impl Sheet {
    /// A4, 24 labels of 70 × 37 mm, such as Avery Zweckform L3474 and 3474.
    pub const A4_3X8: Sheet = Sheet {
        page_width: 210.0,
        page_height: 297.0,
        label_width: 70.0,
        label_height: 37.0,
        columns: 3,
        rows: 8,
        left: 0.0,
        top: 0.5,
        gap_x: 0.0,
        gap_y: 0.0,
    };

    /// A4, 21 labels of 63.5 × 38.1 mm, such as Avery L7160.
    pub const A4_3X7: Sheet = Sheet {
        page_width: 210.0,
        page_height: 297.0,
        label_width: 63.5,
        label_height: 38.1,
        columns: 3,
        rows: 7,
        left: 7.21,
        top: 15.15,
        gap_x: 2.54,
        gap_y: 0.0,
    };

    /// A4, 65 labels of 38.1 × 21.2 mm, such as Avery L7651.
    pub const A4_5X13: Sheet = Sheet {
        page_width: 210.0,
        page_height: 297.0,
        label_width: 38.1,
        label_height: 21.2,
        columns: 5,
        rows: 13,
        left: 4.75,
        top: 10.7,
        gap_x: 2.5,
        gap_y: 0.0,
    };

    /// US Letter, 30 labels of 66.7 × 25.4 mm (2⅝ × 1 inches), such as Avery 5160.
    pub const LETTER_3X10: Sheet = Sheet {
        page_width: 215.9,
        page_height: 279.4,
        label_width: 66.675,
        label_height: 25.4,
        columns: 3,
        rows: 10,
        left: 4.7625,
        top: 12.7,
        gap_x: 3.175,
        gap_y: 0.0,
    };

    /// Pages of that size in millimeters, each of them one label.
    #[must_use]
    pub fn single(width: f64, height: f64) -> Sheet {
        Sheet {
            page_width: width,
            page_height: height,
            label_width: width,
            label_height: height,
            columns: 1,
            rows: 1,
            left: 0.0,
            top: 0.0,
            gap_x: 0.0,
            gap_y: 0.0,
        }
    }

    /// How many labels a page holds.
    #[must_use]
    pub fn places(&self) -> usize {
        self.columns * self.rows
    }

    /// The top left of a place, counted row by row from 0.
    pub(super) fn place(&self, index: usize) -> (f64, f64) {
        let (row, column) = (index / self.columns, index % self.columns);
        (
            self.left + column as f64 * (self.label_width + self.gap_x),
            self.top + row as f64 * (self.label_height + self.gap_y),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_sheets_are_centered() {
        for sheet in [
            Sheet::A4_3X8,
            Sheet::A4_3X7,
            Sheet::A4_5X13,
            Sheet::LETTER_3X10,
            Sheet::single(50.0, 30.0),
        ] {
            let (left, top) = sheet.place(0);
            let (x, y) = sheet.place(sheet.places() - 1);
            let right = sheet.page_width - x - sheet.label_width;
            let bottom = sheet.page_height - y - sheet.label_height;
            assert!((left - right).abs() < 0.011, "{sheet:?}");
            assert!((top - bottom).abs() < 0.011, "{sheet:?}");
        }
    }
}
