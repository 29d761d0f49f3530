//! Modules → SVG, one path, dark on white, quiet zone included.

use std::fmt::Write as _;

use crate::Modules;

/// An SVG element whose user units are modules. `quiet_zone` is in modules (QR Code: 4,
/// Data Matrix: 1). It has no `style`, so a strict Content-Security-Policy lets it through.
#[must_use]
pub fn to_svg(modules: &Modules, quiet_zone: usize, title: &str) -> String {
    let (width, height) = (
        modules.cols() + 2 * quiet_zone,
        modules.rows() + 2 * quiet_zone,
    );
    let mut path = String::new();
    for row in 0..modules.rows() {
        let mut col = 0;
        while col < modules.cols() {
            if !modules.bit(row, col) {
                col += 1;
                continue;
            }
            let run = (col..modules.cols())
                .take_while(|at| modules.bit(row, *at))
                .count();
            let _ = write!(
                path,
                "M{} {}h{run}v1h-{run}z",
                col + quiet_zone,
                row + quiet_zone
            );
            col += run;
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"symbol\" role=\"img\" viewBox=\"0 0 {width} {height}\" shape-rendering=\"crispEdges\"><title>{}</title><path fill=\"#fff\" d=\"M0 0h{width}v{height}h-{width}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>",
        escaped(title)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_become_one_stroke() {
        let modules = Modules::new(2, 3, vec![true, true, false, false, false, true]);
        let svg = to_svg(&modules, 1, "a < b");
        assert!(svg.contains("viewBox=\"0 0 5 4\""));
        assert!(svg.contains("d=\"M1 1h2v1h-2zM3 2h1v1h-1z\""), "{svg}");
        assert!(svg.contains("<title>a &lt; b</title>"));
        assert!(!svg.contains("style="));
    }
}
