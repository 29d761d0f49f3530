//! Every page, in every language: complete, accessible in its bones, within the policy and small.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing must fail")]

#[path = "pages/desk.rs"]
mod desk;
#[path = "pages/feedback.rs"]
mod feedback;
#[path = "pages/keyring.rs"]
mod keyring;
#[path = "pages/privacy.rs"]
mod privacy;
#[path = "pages/returns.rs"]
mod returns;
#[path = "pages/small.rs"]
mod small;
#[path = "pages/stars.rs"]
mod stars;

use app::{Context, Locale, Words, pages};
use wire::answer::Answer;

const ANSWERS: [(&str, &str); 6] = [
    ("batch", include_str!("answers/batch.json")),
    ("issued", include_str!("answers/issued.json")),
    ("not-issued", include_str!("answers/not-issued.json")),
    ("recalled", include_str!("answers/recalled.json")),
    ("suspect", include_str!("answers/suspect.json")),
    ("unknown", include_str!("answers/unknown.json")),
];

fn answer(name: &str) -> Answer {
    let (_, json) = ANSWERS.iter().find(|(known, _)| *known == name).unwrap();
    serde_json::from_str(json).unwrap()
}

fn context(locale: Locale) -> Context {
    Context {
        words: Words::new(locale),
        now: "2026-11-24T10:20:30Z".to_owned(),
        csrf: "the-token".to_owned(),
        near: None,
    }
}

#[test]
fn a_hidden_code_counts_once_and_the_page_says_so_before() {
    let page = |state: &str, first_at: Option<&str>| {
        let mut answer = answer("issued");
        answer.hidden = Some(wire::answer::HiddenCode {
            state: state.to_owned(),
            first_at: first_at.map(str::to_owned),
        });
        text(&html(&answer))
    };
    assert!(!text(&html(&answer("issued"))).contains("under the seal"));
    let sealed = page("sealed", None);
    assert!(sealed.contains("It counts once"), "{sealed}");
    assert!(sealed.contains("Confirm, once"));
    let day = Some("2026-11-23T10:00:00Z");
    let yours = page("yours", day);
    assert!(
        yours.contains("You typed its hidden code yesterday"),
        "{yours}"
    );
    assert!(
        !yours.contains("Code under the seal"),
        "nothing is left to ask"
    );
    for state in ["revealed", "revealed-again"] {
        let known = page(state, day);
        assert!(known.contains("was typed before: yesterday"), "{known}");
        assert!(!known.contains("It counts once"));
    }
}

fn followed() -> wire::follow::FollowView {
    wire::follow::FollowView {
        path: "/01/09506000134352/21/A1".to_owned(),
        product: "Tea".to_owned(),
        brand: "Acme".to_owned(),
        channel: "mail".to_owned(),
        confirmed: false,
        since: "2026-11-20T10:00:00Z".to_owned(),
        link: "/follow/0123456789abcdef".to_owned(),
        recalls: vec![wire::follow::FollowRecall {
            id: "R-1".to_owned(),
            on: "2026-11-22".to_owned(),
            certainty: "certain".to_owned(),
            hazard: "It burns.".to_owned(),
            is_new: true,
        }],
    }
}

fn rewards() -> wire::reward::Rewards {
    wire::reward::Rewards {
        points: 50,
        entries: vec![wire::reward::RewardEntry {
            at: "2026-11-20T10:00:00Z".to_owned(),
            reason: "registration".to_owned(),
            points: 50,
            reference: "R-7K3M-Q9XA".to_owned(),
        }],
        brands: vec![wire::reward::BrandPoints {
            brand: "acme".to_owned(),
            name: "Acme".to_owned(),
            points: 50,
            waiting: 25,
            offers: vec![
                wire::reward::VoucherOffer {
                    id: "00".to_owned(),
                    name: "A cup".to_owned(),
                    points: 25,
                    is_affordable: true,
                    nth: 0,
                    ends_on: "2027-11-24".to_owned(),
                },
                wire::reward::VoucherOffer {
                    id: "01".to_owned(),
                    name: "Free shipping".to_owned(),
                    points: 500,
                    is_affordable: false,
                    nth: 0,
                    ends_on: "2027-11-24".to_owned(),
                },
            ],
        }],
        waiting: vec![wire::reward::WaitingPoints {
            at: "2026-11-20T10:00:00Z".to_owned(),
            act: "registration".to_owned(),
            points: 25,
            reference: "R-9QXA-22PT".to_owned(),
            why: "basis".to_owned(),
            product: "Tea".to_owned(),
            path: "/01/09506000134352/21/A1".to_owned(),
            has_hidden: true,
        }],
        vouchers: vec![wire::reward::OwnVoucher {
            name: "A cup".to_owned(),
            brand: "Acme".to_owned(),
            code: "7K3M-Q9XA-22PT-ZZ0C".to_owned(),
            ends_on: "2027-11-24".to_owned(),
            redeemed_at: None,
        }],
    }
}

fn html(answer: &Answer) -> String {
    pages::product(answer, &context(Locale::En), "/").html
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    let pieces = html.split(&mark).skip(1);
    pieces
        .map(|piece| piece.split('"').next().unwrap())
        .collect()
}

/// The text without its tags.
fn text(html: &str) -> String {
    let pieces = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces
        .collect::<String>()
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

fn every_page(check: impl Fn(&str, &str)) {
    for locale in Locale::ALL {
        let context = context(locale);
        for (name, _) in ANSWERS {
            let page = pages::product(&answer(name), &context, "/");
            check(&format!("{name} {}", locale.tag()), &page.html);
        }
        check("home", &pages::home(&context, true).html);
        let scan = pages::scan(&context, Some(pages::ScanTrouble::NoCode), String::new());
        check("scan", &scan.html);
        let pages = privacy::all(&context)
            .into_iter()
            .chain(keyring::all(&context))
            .chain(returns::all(&context));
        for (name, page) in pages.chain(feedback::all(&context, &answer("issued"))) {
            check(name, &page.html);
        }
        let mine = pages::mine(
            &context,
            pages::Found::Nothing,
            (Vec::new(), vec![returns::opened("accepted")]),
            Default::default(),
            vec![followed()],
            (vec![feedback::own()], Some(feedback::suggested())),
            pages::Keeping::SignedOut,
        );
        check("mine", &mine.html);
        let rewards = pages::rewards(&context, rewards());
        check("rewards", &rewards.html);
        let token = "abc".to_owned();
        for state in [
            pages::FollowState::New,
            pages::FollowState::Asked { token },
            pages::FollowState::Ended,
        ] {
            let page = pages::followed(&context, followed(), state, "https://a.example".to_owned());
            check("followed", &page.html);
        }
        for (name, page) in desk::all(&context) {
            check(name, &page.html);
        }
    }
}

#[test]
fn nothing_that_the_content_policy_forbids() {
    every_page(|name, html| {
        assert!(!html.contains("<script"), "{name}");
        assert!(!html.contains(" style="), "{name}");
        assert!(!html.contains("<style"), "{name}");
        let handlers = html
            .split(" on")
            .skip(1)
            .filter_map(|piece| piece.split_once("=\""));
        assert_eq!(
            handlers
                .filter(|(name, _)| !name.contains([' ', '<']))
                .count(),
            0,
            "{name}"
        );
        let sources = values(html, "src");
        assert!(
            sources.iter().all(|source| source.starts_with('/')),
            "{name}: {sources:?}"
        );
    });
}

#[test]
fn ids_are_unique_and_every_reference_has_its_target() {
    every_page(|name, html| {
        let mut ids = values(html, "id");
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: {ids:?}");
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for id in values(html, attribute) {
                assert!(ids.contains(&id), "{name}: {attribute}={id}");
            }
        }
        let anchors = values(html, "href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#'));
        for id in anchors {
            assert!(ids.contains(&id), "{name}: #{id}");
        }
    });
}

#[test]
fn landmarks_of_one_kind_have_names_of_their_own() {
    every_page(|name, html| {
        for (tag, mark) in [("<form", "role=\"search\""), ("<nav", "")] {
            let mut names: Vec<&str> = html
                .split(tag)
                .skip(1)
                .map(|rest| rest.split('>').next().unwrap())
                .filter(|rest| rest.contains(mark))
                .map(|rest| {
                    let by_id = values(rest, "aria-labelledby");
                    let label = by_id.into_iter().chain(values(rest, "aria-label")).next();
                    label.unwrap_or_default()
                })
                .collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{name}: {tag} {names:?}");
        }
    });
}

#[test]
fn every_input_has_a_label_and_every_post_its_token() {
    every_page(|name, html| {
        let labels = values(html, "for");
        for input in html.split("<input").chain(html.split("<textarea")).skip(1) {
            let tag = input.split('>').next().unwrap();
            let is_named = ["type=\"hidden\"", "type=\"radio\""]
                .iter()
                .any(|kind| tag.contains(kind));
            if let Some(id) = values(tag, "id").first() {
                assert!(is_named || labels.contains(id), "{name}: {id}");
            }
        }
        for form in html.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap();
            // The address of something that is followed is a secret itself, and mail programs know no
            // other.
            let is_secret = form.contains("action=\"/follow/");
            if form.contains("method=\"post\"") && !is_secret {
                assert!(form.contains("value=\"the-token\""), "{name}: {form}");
            }
        }
    });
}

#[test]
fn there_is_one_main_heading_and_at_most_one_main_action() {
    every_page(|name, html| {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(html.matches("class=\"main-action\"").count() <= 1, "{name}");
    });
}

#[test]
fn the_first_words_are_the_verdict() {
    let check = |name: &str, word: &str, before: &str| {
        let html = html(&answer(name));
        let main = html.split("<main").nth(1).unwrap();
        let text = text(main);
        let start = text
            .split_once(word)
            .unwrap_or_else(|| panic!("{name}: {text}"))
            .0;
        let start = start.split_once('>').map_or(start, |(_, start)| start);
        assert_eq!(start.trim(), before, "{name}");
    };
    check("issued", "Issued by Northbeam", "");
    check("recalled", "Recalled: stop using", "");
    check("suspect", "Be careful", "");
    check("batch", "Bananas from Agua Mansa, batch L331", "");
    check("unknown", "Not known here", "");
    // Whether to use it meanwhile comes before everything else.
    let caution = "Do not use it. Ask your pharmacist or doctor what to use meanwhile.";
    check("not-issued", "Not issued by Northbeam", caution);
}

#[test]
fn a_second_trouble_is_never_hidden() {
    let text = text(&html(&answer("suspect")));
    assert!(text.contains("Also: Does not match · Expired"), "{text}");
}

#[test]
fn a_recall_says_what_the_law_asks() {
    let text = text(&html(&answer("recalled")));
    for part in [
        "Product safety recall",
        "Ember 10 power bank, 10 000 mAh",
        "The cells can overheat while charging and catch fire.",
        "Stop using and charging it.",
        "your money back",
        "a replacement",
        "+49 30 23125 021",
        "Zorza Electro Gdynia",
    ] {
        assert!(text.contains(part), "{part} is missing: {text}");
    }
}

#[test]
fn a_journey_tells_the_pack_s_own_way_from_what_it_was_made_of() {
    let html = html(&answer("issued"));
    let journey = html.split("id=\"journey-title\"").nth(1).unwrap();
    let (own, sources) = journey.split_once("What it was made from").unwrap();
    assert!(
        own.contains("Put on the shelf") && !own.contains("Harvested"),
        "{own}"
    );
    assert!(
        sources.contains("Green coffee, Huila (CO-117)"),
        "{sources}"
    );
    assert!(sources.contains("Nothing known for 61 days"), "{sources}");
}

#[test]
fn stops_at_one_place_are_one_station() {
    let html = html(&answer("issued"));
    let text = text(&html);
    assert!(
        text.contains("Numbered · PackedNorthbeam Roastery, Gdynia, Poland"),
        "{text}"
    );
    assert!(text.contains("14 days ago – 12 days ago"), "{text}");
    // A gap between two stops at one place is still drawn.
    let mut answer = answer("issued");
    answer.journey[4].gap_days = Some(50);
    let html = pages::product(&answer, &context(Locale::En), "/").html;
    assert!(!html.contains("Numbered · "), "{html}");
    assert!(html.contains("Nothing known for 50 days"), "{html}");
}

#[test]
fn a_fault_is_marked_where_it_is_and_told_first() {
    let html = html(&answer("unknown"));
    assert!(html.contains("<mark>3</mark>"), "{html}");
    let text = text(&html);
    let (before, _) = text.split_once("Why we say so").unwrap();
    assert!(
        before.contains("The last digit, “3”, does not fit the others"),
        "{before}"
    );
}

#[test]
fn a_problem_speaks_the_reader_s_language() {
    let check = |locale, kind: &str, expected: &str| {
        let problem = wire::problem::Problem {
            kind: format!("/problems/{kind}"),
            title: String::new(),
            status: 400,
            detail: "The detail.".to_owned(),
            instance: None,
            faults: Vec::new(),
            errors: Vec::new(),
        };
        let page = pages::problem(&context(locale), &problem, None);
        assert!(text(&page.html).contains(expected), "{kind}: {}", page.html);
    };
    check(
        Locale::De,
        "not-found",
        "Unter dieser Adresse gibt es nichts.",
    );
    check(Locale::En, "not-found", "There is nothing at this address.");
    check(Locale::En, "field", "The detail.");
    check(Locale::De, "field", "Im Formular stimmt etwas nicht");
    check(Locale::De, "from-the-future", "The detail.");
}

#[test]
fn a_brand_s_text_is_text() {
    let mut answer = answer("issued");
    let evil = "<img src=x onerror=alert(1)>\"'".to_owned();
    let brand = answer.brand.as_mut().unwrap().to_mut();
    brand.name.clone_from(&evil);
    let product = answer.product.as_mut().unwrap().to_mut();
    product.name.clone_from(&evil);
    answer.journey[0].place = Some(evil.clone());
    answer.code.text = evil;
    let html = html(&answer);
    assert!(!html.contains("<img src=x"), "{html}");
}

#[test]
fn a_link_is_shown_by_its_host_and_never_followed_by_itself() {
    let check = |text: &str, host: Option<&str>| {
        let code = wire::answer::Code {
            text: text.to_owned(),
            typed: false,
            form: "other-uri".to_owned(),
            elements: Vec::new(),
            path: None,
            faults: Vec::new(),
            pretends: None,
        };
        let page = pages::other(&context(Locale::En), code, None);
        let link = format!("href=\"{text}\"");
        match host {
            Some(host) => {
                assert!(
                    page.html.contains(&format!("Open {host}<")),
                    "{}",
                    page.html
                );
                assert!(page.html.contains(&link), "{}", page.html);
                let rel = "rel=\"noopener noreferrer nofollow\"";
                assert!(page.html.contains(rel), "{}", page.html);
            }
            None => assert!(!page.html.contains(&link), "{}", page.html),
        }
    };
    check("https://menu.example/table/12", Some("menu.example"));
    check("HTTPS://Menu.Example:8443/", Some("Menu.Example"));
    // The host is what a browser would go to, not what the eye falls on.
    check(
        "https://northbeam.example@evil.example/",
        Some("evil.example"),
    );
    check(
        "https://evil.example\\@northbeam.example/",
        Some("evil.example"),
    );
    check("javascript:alert(1)", None);
    check("tel:+4930", None);
    check("https://exa mple.org/", None);
}
