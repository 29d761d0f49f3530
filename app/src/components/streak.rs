//! The streak that a verdict draws on the stone: its form says the standing without color.

use leptos::prelude::*;

/// One streak. `standing` is a standing's name; an unknown one draws the outline of *unchecked*.
#[component]
pub fn Streak(
    /// Such as `issued`.
    standing: String,
) -> impl IntoView {
    // Slightly irregular, as metal on stone is. The box is 360 × 48.
    let paths: &[(&str, &str)] = match standing.as_str() {
        "confirmed" => &[
            ("line", "M12 18C70 14 128 21 190 17S310 15 348 18"),
            ("line", "M14 33C80 29 140 36 200 32S312 30 346 33"),
        ],
        "issued" => &[("line", "M12 27C64 19 120 30 182 24S306 20 348 25")],
        "product" | "batch" => &[("thin", "M12 26C70 20 130 29 190 24S262 22 286 24")],
        "unknown" => &[("dots", "M14 25C90 20 170 29 240 24S330 23 346 25")],
        "suspect" => &[(
            "line",
            "M12 26q14-16 28 0t28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0",
        )],
        "mismatch" => &[
            ("line", "M12 20C54 15 100 22 152 18"),
            ("line", "M206 32C250 28 300 34 348 30"),
        ],
        "expired" => &[
            ("line", "M12 26C40 21 66 28 104 25"),
            ("line fade-1", "M122 25C150 23 166 26 196 25"),
            ("line fade-2", "M216 25C236 24 248 26 266 25"),
            ("line fade-3", "M288 25C298 25 306 25 314 25"),
        ],
        "not-issued" => &[
            ("line", "M12 27C64 19 120 30 182 24S306 20 348 25"),
            ("cross", "M148 4 212 45M212 4 148 45"),
        ],
        "blocked" => &[
            ("line", "M12 27C64 19 120 30 182 24S306 20 348 25"),
            ("bar", "M180 3V46"),
        ],
        "recalled" => &[(
            "thick",
            "M0 25C40 21 80 28 128 24L148 24 166 40 184 24C230 28 300 20 360 25",
        )],
        _ => &[(
            "outline",
            "M16 17C80 12 160 20 230 15S326 13 344 17C352 20 352 30 344 33C300 37 230 29 170 34S60 37 16 33C8 30 8 20 16 17Z",
        )],
    };
    let strokes = paths
        .iter()
        .map(|(class, d)| view! { <path class=*class d=*d /> })
        .collect_view();
    view! {
        <svg class="streak" viewBox="0 0 360 48" preserveAspectRatio="none" aria-hidden="true">
            {strokes}
        </svg>
    }
    .into_any()
}
