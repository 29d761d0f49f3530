//! What the phone itself can say of a code, without a network: what it holds, and what the offline pack
//! says of it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use offline::{Asked, Doubt, Pack, PackError, PackKey, Word, judge};
use signed::KeyRing;
use trace::Instant;
use wire::{
    answer::Fault,
    convert::{elements, form_name},
    scan::Content,
};

use crate::sweep::FromPhone;

/// What a text holds, as the worker would say; `None` for none.
#[must_use]
pub fn content(text: &str) -> Option<Content> {
    if text.is_empty() {
        return None;
    }
    let (message, faults) = gs1::parse(text, None);
    let identity = message.identity();
    Some(Content {
        text: text.to_owned(),
        form: form_name(message.form).to_owned(),
        path: identity.map(|identity| identity.digital_link_path()),
        host: message.host().map(str::to_owned),
        elements: elements(&message),
        faults: faults.iter().map(Fault::from).collect(),
    })
}

/// Reads an offline pack, by the server's keys in base64 as they came with it.
///
/// # Errors
/// [`PackError`].
pub fn opened(bytes: &[u8], keys: &[String]) -> Result<Pack, PackError> {
    let key = |text: &String| PackKey::new(&STANDARD.decode(text).ok()?.try_into().ok()?);
    let keys: Vec<PackKey> = keys.iter().filter_map(key).collect();
    Pack::open(bytes, &keys)
}

/// What a pack says of a code; `None` where nothing is to be said: the code names no trade item.
/// Of a pack that is out of date only recalls and blocks are still worth saying. `pack` and `as_of` of the answer are the caller's to fill in.
#[must_use]
pub fn judged(pack: &Pack, text: &str, now_ms: i64, market: &str) -> Option<FromPhone> {
    let (message, _) = gs1::parse(text, None);
    let identity = message.identity()?;
    let today = Instant(now_ms).date();
    let asked = Asked::of(&identity, today)?;
    let signature = KeyRing(pack.keys.clone()).judge(&message);
    let market: Option<[u8; 2]> = market.as_bytes().try_into().ok();
    let answer = judge(pack, &asked, &signature, today, now_ms, market);
    let first = answer.words.first();
    let stands =
        first.is_some_and(|word| matches!(word, Word::RecalledAsOf { .. } | Word::BlockedAsOf));
    if pack.valid_until <= now_ms && !stands {
        return None;
    }
    let one_in = answer.words.iter().find_map(|word| match word {
        Word::ListedAsIssued { one_in } => Some(*one_in),
        _ => None,
    });
    Some(FromPhone {
        answer: first.map_or("product", |word| name(*word)).to_owned(),
        one_in,
        doubts: answer.doubts.iter().map(doubt).map(str::to_owned).collect(),
        pack: String::new(),
        as_of: String::new(),
    })
}

/// RFC 3339 in UTC of milliseconds since 1970.
#[must_use]
pub fn rfc3339(ms: i64) -> String {
    wire::convert::rfc3339(Instant(ms))
}

fn name(word: Word) -> &'static str {
    match word {
        Word::RecalledAsOf { is_certain: true } => "recalled",
        Word::RecalledAsOf { is_certain: false } => "possibly-recalled",
        Word::BlockedAsOf => "blocked",
        Word::NotListed => "not-listed",
        Word::NotInPack => "not-in-pack",
        Word::ListedAsIssued { .. } => "listed-as-issued",
        Word::SignatureValid => "signature-valid",
    }
}

fn doubt(doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::PackOutOfDate => "pack-out-of-date",
        Doubt::SignatureWrong => "signature-wrong",
        Doubt::SignatureOfUnknownKey => "signature-unknown-key",
        Doubt::SignatureRevoked(_) => "signature-revoked",
        Doubt::Expired(_) => "expired",
        Doubt::PastBestBefore(_) => "past-best-before",
        Doubt::DateDiffers { .. } => "date-differs",
        Doubt::UnknownBatch => "unknown-batch",
        Doubt::OtherMarket(_) => "other-market",
        Doubt::NotNumbered => "not-numbered",
        Doubt::NoSerial => "no-serial",
        Doubt::ListIsPartial => "list-partial",
        Doubt::ListBegins(_) => "list-begins",
    }
}

/// All doubts' names, for whoever has to have words for them.
pub const DOUBTS: [&str; 13] = [
    "pack-out-of-date",
    "signature-wrong",
    "signature-unknown-key",
    "signature-revoked",
    "expired",
    "past-best-before",
    "date-differs",
    "unknown-batch",
    "other-market",
    "not-numbered",
    "no-serial",
    "list-partial",
    "list-begins",
];

#[cfg(test)]
mod tests {
    use offline::{Listed, Numbered, Product};

    use super::*;

    const GTIN: &str = "09506000134352";
    const NOW: i64 = 1_795_800_000_000;

    fn pack() -> Pack {
        let seed = [7; 16];
        let keys = ["A1", "A2"].map(|serial| Pack::key(&seed, GTIN, serial));
        Pack {
            made_at: NOW - 3_600_000,
            valid_until: NOW + 3_600_000,
            seed,
            brands: Vec::new(),
            products: vec![Product {
                gtin: GTIN.to_owned(),
                brand: "b".to_owned(),
                names: Vec::new(),
                safety_critical: false,
                numbered: Numbered::Declared(None),
                batches: Vec::new(),
                recalls: Vec::new(),
                blocked: Vec::new(),
                listed: Some(Listed::new(keys.to_vec(), false, 1).expect("builds")),
            }],
            keys: Vec::new(),
        }
    }

    #[test]
    fn the_phone_says_what_the_pack_says() {
        let said = |serial: &str| {
            let text = format!("https://id.example/01/{GTIN}/21/{serial}");
            judged(&pack(), &text, NOW, "DE").expect("a product's")
        };
        assert_eq!(said("A1").answer, "listed-as-issued");
        assert_eq!(said("A1").one_in, Some(256));
        assert_eq!(said("ZZ").answer, "not-listed");
        let other = judged(
            &pack(),
            "https://id.example/01/09506000149301/21/1",
            NOW,
            "",
        );
        assert_eq!(other.expect("a product's").answer, "not-in-pack");
    }

    #[test]
    fn out_of_date_it_says_what_can_only_get_worse() {
        let mut pack = pack();
        pack.products[0].blocked = vec![offline::Blocked {
            serial: "A2".to_owned(),
            state: "stolen".to_owned(),
        }];
        let said = |serial: &str| {
            let text = format!("https://id.example/01/{GTIN}/21/{serial}");
            judged(&pack, &text, NOW + 7_200_000, "")
        };
        assert_eq!(said("A1"), None);
        let blocked = said("A2").expect("is blocked");
        assert_eq!(blocked.answer, "blocked");
        assert_eq!(blocked.doubts, ["pack-out-of-date"]);
        assert_eq!(judged(&pack, "https://menu.example/", NOW, ""), None);
    }

    #[test]
    fn a_text_is_read_as_the_worker_reads_it() {
        assert_eq!(content(""), None);
        let read = content("(01)09506000134352(21)A1").expect("a text");
        assert_eq!(read.path.as_deref(), Some("/01/09506000134352/21/A1"));
        assert_eq!(read.elements.len(), 2);
    }
}
