//! Modules and labels → SVG, one path, dark on white, quiet zone included.

use std::fmt::Write as _;

use crate::{Label, Modules, font, number::Mm};

/// An SVG element whose user units are modules. `quiet_zone` is in modules (QR Code: 4,
/// Data Matrix: 1). It has no `style`, so a strict Content-Security-Policy lets it through.
#[must_use]
pub fn to_svg(modules: &Modules, quiet_zone: usize, title: &str) -> String {
    let (width, height) = (
        modules.cols() + 2 * quiet_zone,
        modules.rows() + 2 * quiet_zone,
    );
    let path = path(modules, quiet_zone);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"symbol\" role=\"img\" viewBox=\"0 0 {width} {height}\" shape-rendering=\"crispEdges\"><title>{}</title><path fill=\"#fff\" d=\"M0 0h{width}v{height}h-{width}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>",
        escaped(title)
    )
}

impl Label {
    /// An SVG document of the label's physical size, in millimeters; text is text, as wide as in
    /// the other formats whatever the font. It has no `style`.
    #[must_use]
    pub fn svg(&self, title: &str) -> String {
        let placement = self.in_mm();
        let (width, height) = (Mm(placement.width), Mm(placement.height));
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {width} {height}\"><title>{}</title><path fill=\"#fff\" d=\"M0 0h{width}v{height}h-{width}z\"/>",
            escaped(title)
        );
        let _ = write!(
            svg,
            "<path fill=\"#000\" shape-rendering=\"crispEdges\" transform=\"translate({} {}) scale({})\" d=\"{}\"/>",
            Mm(placement.symbol.0),
            Mm(placement.symbol.1),
            Mm(self.module_mm()),
            path(&self.modules, 0)
        );
        let point = self.point_mm();
        for (line, (x, y)) in self.lines.iter().zip(&placement.lines) {
            let length = (line.len() * font::ADVANCE) as f64 * point;
            let _ = write!(
                svg,
                "<text x=\"{}\" y=\"{}\" font-family=\"Courier, monospace\" font-size=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                Mm(*x),
                Mm(y + font::ASCENT as f64 * point),
                Mm(self.design.text_mm),
                Mm(length),
                escaped(line)
            );
        }
        svg.push_str("</svg>");
        svg
    }
}

/// A stroke for each run of dark modules; all of them in one path, so that no seams show between.
fn path(modules: &Modules, offset: usize) -> String {
    let mut path = String::new();
    for (row, columns) in modules.runs() {
        let run = columns.len();
        let _ = write!(
            path,
            "M{} {}h{run}v1h-{run}z",
            columns.start + offset,
            row + offset
        );
    }
    path
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Symbology, layout::tests::label};

    #[test]
    fn runs_become_one_stroke() {
        let modules = Modules::new(2, 3, vec![true, true, false, false, false, true]);
        let svg = to_svg(&modules, 1, "a < b");
        assert!(svg.contains("viewBox=\"0 0 5 4\""));
        assert!(svg.contains("d=\"M1 1h2v1h-2zM3 2h1v1h-1z\""), "{svg}");
        assert!(svg.contains("<title>a &lt; b</title>"));
        assert!(!svg.contains("style="));
    }

    #[test]
    fn labels_have_their_size() {
        let label = label(Symbology::DataMatrix, 0.5, &["(21) <K&7>".to_owned()]);
        let svg = label.svg("a");
        let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"12.2mm\" height=\"13.2mm\" viewBox=\"0 0 12.2 13.2\">";
        assert!(svg.starts_with(start), "{svg}");
        assert!(
            svg.contains("transform=\"translate(1.1 0.5) scale(0.5)\" d=\"M0 0h1v1h-1z"),
            "{svg}"
        );
        assert!(svg.contains("font-size=\"2\" textLength=\"12\""), "{svg}");
        assert!(svg.ends_with(">(21) &lt;K&amp;7&gt;</text></svg>"), "{svg}");
    }
}
