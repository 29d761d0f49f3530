//! Renders pages of an answer to a folder, to be looked at: `cargo run -p app --example preview -- ANSWER.json DIR`.

use std::{fs, path::PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(answer), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: preview ANSWER.json DIR".into());
    };
    let answer: wire::answer::Answer = serde_json::from_str(&fs::read_to_string(answer)?)?;
    let context = app::Context {
        words: app::Words::new(app::Locale::En),
        now: answer.judged_at.clone(),
        csrf: String::new(),
        near: None,
    };
    let page = app::pages::product(&answer, &context, "/");
    let document = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>{}</title><style>{}</style><body>{}",
        page.title,
        app::STYLE,
        page.html
    );
    fs::write(
        PathBuf::from(folder).join(format!("{}.html", answer.verdict.standing)),
        document,
    )?;
    Ok(())
}
