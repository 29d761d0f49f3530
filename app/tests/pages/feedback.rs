//! What people think of packs, as the tests and the preview render it.

use app::{
    Context,
    pages::{
        self, FeedbackPart, Page,
        desk::{self, Desk, FeedbackFilter, FeedbackRow, FeedbackShown, Feedbacks},
    },
};
use wire::{
    answer::Answer,
    feedback::{Answered, Consent, Feedback, Hidden, OwnFeedback, Said, Sums},
    suggestion::{Suggestion, Suggestions},
};

const AT: &str = "2026-11-20T10:00:00Z";

fn answer() -> Answered {
    Answered {
        at: AT.to_owned(),
        text: "Two minutes are enough.".to_owned(),
        is_before: true,
    }
}

fn consent() -> Consent {
    Consent {
        at: AT.to_owned(),
        text: "Northbeam may use these words in advertising.".to_owned(),
        language: "en".to_owned(),
    }
}

fn said(words: &str, batch: &str, stars: u32) -> Said {
    Said {
        stars,
        words: words.to_owned(),
        at: AT.to_owned(),
        batch: batch.to_owned(),
        ..Said::default()
    }
}

/// Hidden by the brand, answered, with a photo and a yes to being quoted.
pub fn own() -> OwnFeedback {
    OwnFeedback {
        reference: "F-7K3M-Q9XA".to_owned(),
        path: "/01/09506000201016/10/C2611/21/H2K7RNJ6635MCJ".to_owned(),
        product: "Highland Coffee".to_owned(),
        brand: "Northbeam".to_owned(),
        batch: "C2611".to_owned(),
        stars: 4,
        words: Some("Strong, and a bit <b>bitter".to_owned()),
        at: AT.to_owned(),
        has_photo: true,
        quote: Some(consent()),
        answer: Some(answer()),
        hidden: Some(Hidden {
            at: AT.to_owned(),
            why: "insult".to_owned(),
            note: "Write it without that word.".to_owned(),
        }),
        points_waiting: 20,
        ..OwnFeedback::default()
    }
}

/// One of each kind.
pub fn suggested() -> Vec<Suggestion> {
    ["goes-with", "refill-due", "replaces"]
        .map(|kind| Suggestion {
            kind: kind.to_owned(),
            path: "/01/09506000205052".to_owned(),
            name: "Bananas".to_owned(),
            of: "Highland Coffee".to_owned(),
            brand: "Northbeam".to_owned(),
            days: Some(31),
        })
        .to_vec()
}

/// What a pack's page has of it; without one's own, what one is asked.
pub fn about(own: Option<OwnFeedback>) -> Feedback {
    Feedback {
        is_open: true,
        batch: "C2611".to_owned(),
        sums: Sums {
            stars: [1, 0, 2, 3, 7],
            hidden: 1,
            owners: 4,
        },
        said: vec![
            Said {
                is_owner: true,
                for_points: true,
                photo: Some("/feedback/F-9QXA-22PT/photo".to_owned()),
                answer: Some(answer()),
                ..said("Like chocolate.", "C2611", 5)
            },
            said("Not like the last one <i>", "C2504", 2),
        ],
        own,
        points: 20,
        asks_quote: true,
        ..Feedback::default()
    }
}

/// A pack's page with feedback, before and after one gives one's own; and the pages after it.
pub fn all(context: &Context, pack: &Answer) -> Vec<(&'static str, Page)> {
    let with = |feedback: Feedback| {
        let answer = Answer {
            suggestions: Some(Suggestions {
                is_on: feedback.own.is_some(),
                list: suggested(),
            }),
            feedback: Some(feedback),
            ..pack.clone()
        };
        pages::product(&answer, context, "/")
    };
    let shown = OwnFeedback {
        hidden: None,
        ..own()
    };
    vec![
        ("feedback-asked", with(about(None))),
        ("feedback-own", with(about(Some(own())))),
        (
            "feedback-without-batch",
            with(Feedback {
                is_open: false,
                batch: String::new(),
                ..about(None)
            }),
        ),
        (
            "feedback-given",
            pages::feedback(context, FeedbackPart::Given(Box::new(shown))),
        ),
        (
            "feedback-erased",
            pages::feedback(context, FeedbackPart::Erased("/01/1".to_owned())),
        ),
        (
            "feedback-unquoted",
            pages::feedback(context, FeedbackPart::Unquoted("/01/1".to_owned())),
        ),
    ]
}

fn row() -> FeedbackRow {
    let text = str::to_owned;
    FeedbackRow {
        reference: text("F-7K3M-Q9XA"),
        product: text("Coffee"),
        path: text("/01/09506000201016/21/H2K7"),
        batch: text("C2611"),
        at: text(AT),
        stars: 2,
        words: Some(text("Weak <b>")),
        is_owner: true,
        for_points: true,
        has_photo: true,
        is_hidden: false,
        is_answered: true,
        may_quote: true,
    }
}

/// The desk's two.
pub fn at_the_desk(desk: &Desk) -> Vec<(&'static str, Page)> {
    let list = Feedbacks {
        filter: FeedbackFilter {
            batch: "C 2611".to_owned(),
            stars: 2,
        },
        rows: vec![row()],
        older: Some("1 F-7K3M-Q9XA".to_owned()),
    };
    let one = FeedbackShown {
        row: row(),
        language: "en".to_owned(),
        answer: Some(answer()),
        hidden: None,
        quote: Some(consent()),
        photo_shown: false,
        reasons: vec!["spam", "insult", "person", "elsewhere", "unlawful"],
    };
    let hidden = FeedbackShown {
        hidden: own().hidden,
        ..one.clone()
    };
    vec![
        ("desk feedback", desk::feedbacks(desk, list)),
        ("desk one feedback", desk::feedback(desk, one)),
        ("desk hidden feedback", desk::feedback(desk, hidden)),
    ]
}
