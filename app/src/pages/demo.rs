//! `/demo`: labels to scan from another screen, each with what it should answer.

use leptos::prelude::*;

use crate::Context;

/// One label.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoLabel {
    /// A stable name.
    pub id: String,
    /// What it stands for.
    pub title: String,
    /// What is worth knowing about it.
    pub note: String,
    /// The standing that it should answer.
    pub expect_standing: String,
    /// QR Code or Data Matrix, in words.
    pub symbology: String,
    /// The symbol as an SVG element of our own making.
    pub svg: String,
    /// Its page, where it has one.
    pub href: Option<String>,
    /// Whether it is shown light on dark.
    pub is_inverted: bool,
}

/// The labels.
#[component]
pub fn DemoPage(labels: Vec<DemoLabel>, context: Context) -> impl IntoView {
    let words = context.words;
    let items = labels
        .into_iter()
        .map(|label| {
            let id = format!("standing-{}", label.expect_standing);
            let names = [("brand", "Northbeam"), ("product", ""), ("batch", "")];
            let names = names.map(|(name, value)| (name, value.to_owned()));
            let expected = words
                .say(&id, &names)
                .unwrap_or(label.expect_standing.clone());
            let expected = expected.trim_matches([',', ' ']).to_owned();
            let open = label
                .href
                .clone()
                .map(|href| view! { <a href=href>{words.demo_open()}</a> });
            let class = if label.is_inverted {
                "label inverted"
            } else {
                "label"
            };
            view! {
                <li class=class id=label.id.clone()>
                    <div class="symbol-box" inner_html=label.svg.clone()></div>
                    <div>
                        <h2>{label.title.clone()}</h2>
                        <p class="expect">{words.demo_expect()} " " <strong>{expected}</strong></p>
                        <p>{label.note.clone()}</p>
                        <p class="kind">{label.symbology.clone()}</p>
                        {open}
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="demo">
            <h1>{words.demo_title()}</h1>
            <p>{words.demo_intro()}</p>
            <ul class="labels">{items}</ul>
        </section>
    }
    .into_any()
}
