//! The walk, as the phone sees it: camera frame → symbols → identity → lookup → verdict → view.
//!
//! The decoding itself happens in the worker (`worker/src/read.rs`); this file decides what is done
//! with what it says. It is pure, so that the walk can be tested without a browser.

use wire::{
    answer::is_other,
    scan::{Content, FromWorker, Part, Symbol, Trouble},
    verify::CodeCheck,
};

use crate::words::Words;

/// A code that was read in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// What it holds.
    pub content: Content,
    /// ISO/IEC 15424, such as `]d2`: the server reads the text as this symbol means it.
    pub symbology_identifier: String,
}

/// What the scanner does next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// Nothing to see yet; the next frame.
    Look,
    /// A symbol is in view and can't be read yet; what keeps it from being read.
    HoldStill(Option<Trouble>),
    /// One of several symbols that say something together; the others are to be shown.
    Part(Part),
    /// One code: ask the server about it.
    Ask(Box<CodeCheck>, Option<String>),
    /// One code that is no product's: show it, follow nothing.
    Show(Box<Content>),
    /// Several codes: which one?
    Choose(Vec<Seen>),
    /// The worker could not look at this picture.
    Skip,
}

/// What a picture's symbols lead to.
#[must_use]
pub fn next(message: &FromWorker) -> Next {
    match message {
        FromWorker::Symbols { symbols, .. } => of_symbols(symbols),
        FromWorker::Parsed { content, .. } => of_content(content, None),
        FromWorker::Failed { .. } => Next::Skip,
        FromWorker::Ready { .. } | FromWorker::Absent { .. } => Next::Look,
    }
}

/// What to say of a photograph with a code that could not be read.
#[must_use]
pub fn unread(words: Words, trouble: Option<Trouble>) -> &'static str {
    match trouble {
        Some(Trouble::TooSmall) => words.scan_too_small(),
        Some(Trouble::CutOff) => words.scan_cut_off(),
        Some(Trouble::Glare) => words.scan_glare(),
        Some(Trouble::Blurred) => words.scan_blurred(),
        Some(Trouble::Damaged | Trouble::Unsupported) | None => words.scan_unreadable(),
    }
}

fn of_symbols(symbols: &[Symbol]) -> Next {
    let mut read: Vec<(&Content, &str)> = Vec::new();
    for symbol in symbols {
        if let Some(content) = &symbol.content
            && !read.iter().any(|(known, _)| known.text == content.text)
        {
            read.push((content, &symbol.symbology_identifier));
        }
    }
    match read.as_slice() {
        [] if symbols.is_empty() => Next::Look,
        [] => match symbols.iter().find_map(|symbol| symbol.part) {
            Some(part) => Next::Part(part),
            None => Next::HoldStill(symbols.iter().find_map(|symbol| symbol.trouble)),
        },
        [(content, identifier)] => of_content(content, Some(identifier)),
        several => Next::Choose(
            several
                .iter()
                .map(|(content, identifier)| Seen {
                    content: (*content).clone(),
                    symbology_identifier: (*identifier).to_owned(),
                })
                .collect(),
        ),
    }
}

/// A link or a note is not sent anywhere: nobody but the person needs to know of it.
#[must_use]
pub fn of_content(content: &Content, symbology_identifier: Option<&str>) -> Next {
    if is_other(&content.form, &content.faults) {
        return Next::Show(Box::new(content.clone()));
    }
    let request = CodeCheck {
        code: content.text.clone(),
        symbology_identifier: symbology_identifier.map(str::to_owned),
        ..CodeCheck::default()
    };
    Next::Ask(Box::new(request), content.path.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(text: &str, form: &str, path: Option<&str>) -> Content {
        Content {
            text: text.to_owned(),
            form: form.to_owned(),
            path: path.map(str::to_owned),
            host: None,
            elements: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn seen(contents: &[Option<Content>]) -> FromWorker {
        let symbols = contents.iter().map(|content| Symbol {
            symbology: "QRCode".to_owned(),
            symbology_identifier: "]Q1".to_owned(),
            corners: [[0.0; 2]; 4],
            content: content.clone(),
            confidence: if content.is_some() { 1.0 } else { 0.0 },
            part: None,
            trouble: content.is_none().then_some(Trouble::Glare),
        });
        FromWorker::Symbols {
            seq: 1,
            width: 1,
            height: 1,
            ms: 1.0,
            symbols: symbols.collect(),
            glimpse: None,
        }
    }

    #[test]
    fn each_picture_leads_somewhere() {
        let pack = content("https://a.example/01/1", "digital-link", Some("/01/1"));
        let link = content("https://a.example/", "other-uri", None);
        assert_eq!(next(&seen(&[])), Next::Look);
        assert_eq!(next(&seen(&[None])), Next::HoldStill(Some(Trouble::Glare)));
        assert_eq!(
            next(&seen(&[Some(link.clone())])),
            Next::Show(Box::new(link.clone()))
        );
        match next(&seen(&[None, Some(pack.clone()), Some(pack.clone())])) {
            Next::Ask(request, path) => {
                assert_eq!(request.code, "https://a.example/01/1");
                assert_eq!(request.symbology_identifier.as_deref(), Some("]Q1"));
                assert_eq!(path.as_deref(), Some("/01/1"));
            }
            other => panic!("{other:?}"),
        }
        // A part says nothing by itself; what is beside it does.
        let part = Part {
            index: 1,
            count: 3,
            id: 7,
            read: 2,
        };
        let mut with_part = seen(&[None, None]);
        if let FromWorker::Symbols { symbols, .. } = &mut with_part {
            symbols[1].part = Some(part);
            assert_eq!(of_symbols(symbols), Next::Part(part));
            symbols[0].content = Some(link.clone());
            assert_eq!(of_symbols(symbols), Next::Show(Box::new(link.clone())));
        }
        let both = seen(&[Some(pack.clone()), Some(link.clone())]);
        let seen = |content| Seen {
            content,
            symbology_identifier: "]Q1".to_owned(),
        };
        assert_eq!(next(&both), Next::Choose(vec![seen(pack), seen(link)]));
    }

    #[test]
    fn a_faulty_code_is_asked_about_because_the_answer_says_what_is_wrong() {
        let mut faulty = content("010950600013435321A1", "element-string", None);
        faulty.faults.push(wire::answer::Fault {
            kind: "incorrect-check-digit".to_owned(),
            ai: Some("01".to_owned()),
            span: [15, 16],
            detail: String::new(),
        });
        assert!(matches!(next(&seen(&[Some(faulty)])), Next::Ask(_, None)));
    }

    #[test]
    fn what_holds_no_gs1_data_stays_on_the_phone() {
        for (text, form) in [
            ("https://a.example/private", "other-uri"),
            ("WIFI:S:home;P:secret;;", "other-text"),
        ] {
            let mut other = content(text, form, None);
            other.faults.push(wire::answer::Fault {
                kind: "no-gs1-data".to_owned(),
                ai: None,
                span: [0, text.len()],
                detail: String::new(),
            });
            let next = next(&seen(&[Some(other.clone())]));
            assert_eq!(next, Next::Show(Box::new(other)));
        }
    }
}
