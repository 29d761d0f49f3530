//! The streak that a verdict draws on the stone: its form says the standing without color.

use leptos::prelude::*;

/// A rub of metal across the stone, slightly irregular and tapering at both ends; y 24 of 48.
const RUB: &str = "M10 25.2C36 20.6 62 21.8 96 21.2S150 22.8 190 21S262 20 300 21.4S336 22 350 24.4\
                   C334 27.4 308 26.6 274 27.2S214 26 176 27.6S98 26.6 66 28S26 27.4 10 25.2Z";
/// What the rub leaves beside itself.
const DUST: &str = "M40 18.6C90 17 150 18.8 214 17.4S300 17.8 322 18.8C280 19.8 200 19 140 20S70 19.6 40 18.6Z\
                    M24 31C80 29.6 150 31.2 206 30.4S290 30 318 31C270 32.4 190 31.6 130 32.4S60 32 24 31Z";
/// The left half of a rub and, after it, the right one; each around its own height.
const HALVES: [&str; 2] = [
    "M10 17.4C40 13.6 84 15 120 14.2S158 15.4 166 17.4C150 20.4 118 19.4 86 20.2S30 20 10 17.4Z",
    "M194 31.2C214 28 250 28.8 286 28.2S336 28.8 350 31C330 34 296 33 262 34S208 33.6 194 31.2Z",
];

/// One streak; the box is 360 × 48 and stretched to the stone's width. An unknown standing draws
/// the outline of *not checked yet*.
#[component]
pub fn Streak(
    /// A standing's name, such as `issued`.
    standing: String,
) -> impl IntoView {
    let class = format!("streak streak-{standing}");
    // Thin strokes keep their width when the box is stretched; fills need not.
    let stroke = |d: &'static str, width: &'static str| {
        view! { <path stroke="currentColor" stroke-width=width stroke-linecap="round" d=d /> }
            .into_any()
    };
    let fill = |class: &'static str, d: &'static str| view! { <path class=class d=d /> }.into_any();
    let shapes = match standing.as_str() {
        "confirmed" => vec![
            view! { <g transform="translate(0 -8)"><path d=RUB /></g> }.into_any(),
            view! { <g transform="translate(0 8)"><path d=RUB /></g> }.into_any(),
        ],
        "issued" | "not-issued" | "blocked" => vec![fill("dust", DUST), fill("", RUB)],
        "product" | "batch" => vec![
            stroke("M12 24.5C70 22.4 130 25.4 190 23.6S262 23.4 284 24", "3"),
            stroke("M284 24C304 23 320 18 334 10M284 24C304 25 320 30 334 38", "3"),
        ],
        "unknown" => vec![view! {
            <path stroke="currentColor" stroke-width="8" stroke-linecap="round" stroke-dasharray="0.1 19"
                d="M16 25C90 21 170 28 240 23S330 22 344 25" />
        }
        .into_any()],
        "suspect" => vec![stroke(
            "M12 25q14-24 28 0t28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0",
            "6",
        )],
        "mismatch" => vec![fill("", HALVES[0]), fill("", HALVES[1])],
        "expired" => vec![
            fill("", "M10 25C34 20 66 20.6 96 20.4S122 20.6 128 21L127 27.4C96 28 70 27.6 44 28S22 27.4 10 25Z"),
            fill("fade-1", "M140 20.8C164 20.2 190 21 206 21.4L205 26.6C184 27.2 160 27.2 139 27.4Z"),
            fill("fade-2", "M219 21.6C240 21.4 258 22 272 22.4L271.5 25.8C254 26.2 236 26.4 218 26.4Z"),
            fill("fade-3", "M285 22.6C300 22.6 318 23 330 23.6C318 25 300 25.4 284.5 25.4Z"),
        ],
                "recalled" => vec![fill(
            "",
            "M-4 14C40 12 84 15 128 13.4L158 13.8 180 27 202 13.6C250 15 300 12 364 14.4\
             L364 35C310 36.4 250 34 196 36S90 34.6 50 36.4 10 35 -4 36Z",
        )],
        // The recalled one's form, in outline: it may be.
        "possibly-recalled" => vec![stroke(
            "M14 14.4C60 12.8 90 14.6 128 13.8L156 14.2 180 26 204 14C250 15 300 13 346 14.6L346 34.4C310 35.8 250 33.6 196 35.4S60 35.8 14 34.6Z",
            "3.5",
        )],
        _ => vec![stroke(
            "M16 18C80 14 160 20 230 16S326 15 344 18C351 21 351 28 344 31C300 34 230 28 170 32S60 34 16 31C9 28 9 21 16 18Z",
            "2.5",
        )],
    };
    // A sign across the streak keeps its proportions; its halo cuts it out of the streak.
    let sign = match standing.as_str() {
        "not-issued" => Some("M10 10 38 38M38 10 10 38"),
        "blocked" => Some("M24 4V44"),
        _ => None,
    };
    let sign = sign.map(|d| {
        view! {
            <svg viewBox="0 0 48 48">
                <path class="halo" stroke-width="17" stroke-linecap="round" d=d />
                <path stroke="currentColor" stroke-width="7" stroke-linecap="round" d=d />
            </svg>
        }
    });
    view! {
        <span class=class aria-hidden="true">
            <svg viewBox="0 0 360 48" preserveAspectRatio="none">{shapes}</svg>
            {sign}
        </span>
    }
    .into_any()
}
