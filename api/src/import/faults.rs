//! What can be wrong with the pieces of a record.

use wire::import::{
    ComparePart, Deposit, Part, Printed, Product, RETURN_REMEDIES, Returns, Spot, Suggests,
};

use super::problems::Problems;
use crate::suggestion;

/// The longest time to bring something back in, in days.
const MAX_RETURN_DAYS: u32 = 3650;

/// Of where batch, date and serial stand.
pub(super) fn printed(printed: &Printed, problems: &mut Problems) {
    let spots = [printed.batch, printed.date, printed.serial];
    if !spots.iter().flatten().all(Spot::is_on_it) {
        problems.add(
            "printed",
            "names a place that is not on the picture",
            "write x and y in percent, from the left and from the top, each 0 to 100",
        );
    }
}

/// Whether a text is a domain: labels of letters, digits and hyphens, two at least.
pub(super) fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(is_label)
}

/// Whether a text is the origin of a page that was loaded over TLS: `https://`, a domain, and a port
/// where that is not 443.
pub(super) fn is_origin(text: &str) -> bool {
    let Some(host) = text.strip_prefix("https://") else {
        return false;
    };
    match host.split_once(':') {
        None => is_domain(host),
        // As a browser writes it: no zero before it, and not the usual one.
        Some((domain, port)) => {
            let number: Option<u16> = port.parse().ok();
            is_domain(domain)
                && number.is_some_and(|number| number != 443 && number.to_string() == port)
        }
    }
}

/// Of something to compare.
pub(super) fn look(part: &ComparePart, problems: &mut Problems) {
    problems.name("compare.part", &part.part);
    problems.name("compare.look", &part.look);
    if part.at.is_some_and(|at| !at.is_on_it()) {
        problems.add(
            "compare.at",
            "is not on the picture",
            "write x and y in percent, from the left and from the top, each 0 to 100",
        );
    }
}

/// A rule for suggestions.
pub(super) fn suggests(rule: &Suggests, problems: &mut Problems) {
    if suggestion::kind(rule).is_none() {
        problems.add(
            "suggests.kind",
            format!("`{}` is no rule, or lacks its days", rule.kind),
            "write `goes-with`, `replaces`, or `refill-due` with `after_days`",
        );
    }
    problems.gtin(&rule.gtin);
    for market in &rule.markets {
        problems.country("suggests.markets", market);
    }
}

/// Of a part of the pack.
pub(super) fn part(part: &Part, problems: &mut Problems) {
    let is_share = |percent: f64| (0.0..=100.0).contains(&percent);
    if part
        .recycled_percent
        .is_some_and(|percent| !is_share(percent))
    {
        problems.add(
            "parts.recycled_percent",
            "is no share of a hundred",
            "write how much of the material is recycled, 0 to 100",
        );
    }
    for market in &part.markets {
        problems.country("parts.markets", market);
    }
    problems.name("parts.name", &part.name);
    problems.material("parts.material", &part.material);
    problems.name("parts.advice", &part.advice);
    for local in &part.local {
        problems.country("parts.local.country", &local.country);
        local.deposit.iter().for_each(|one| deposit(one, problems));
    }
    if part
        .grams
        .is_some_and(|grams| grams < 0.0 || !grams.is_finite())
    {
        problems.add(
            "parts.grams",
            "is less than nothing",
            "write its mass in grams",
        );
    }
}

/// Of what one gets back for a part.
fn deposit(deposit: &Deposit, problems: &mut Problems) {
    if !(deposit.amount > 0.0 && deposit.amount.is_finite()) {
        problems.add(
            "parts.local.deposit.amount",
            format!("`{}` is no amount", deposit.amount),
            "write it in the currency's main unit, as 0.25",
        );
    }
    let is_currency =
        deposit.currency.len() == 3 && deposit.currency.bytes().all(|one| one.is_ascii_uppercase());
    if !is_currency {
        problems.add(
            "parts.local.deposit.currency",
            format!("`{}` is no currency", deposit.currency),
            "write three letters, as EUR",
        );
    }
}

/// Of how a product is taken back.
pub(super) fn returns(returns: &Returns, problems: &mut Problems) {
    for remedy in &returns.remedies {
        if !RETURN_REMEDIES.contains(&remedy.as_str()) {
            let advice = format!("use some of: {}", RETURN_REMEDIES.join(", "));
            problems.add(
                "returns.remedies",
                format!("`{remedy}` is nothing that can be asked for"),
                &advice,
            );
        }
    }
    if returns
        .days
        .is_some_and(|days| days == 0 || days > MAX_RETURN_DAYS)
    {
        problems.add(
            "returns.days",
            "is no number of days to bring something back in",
            "write 1 to 3650 days from the purchase, or leave it out",
        );
    }
    if returns.days.is_some() && returns.remedies.is_empty() {
        problems.add(
            "returns.days",
            "is said of what is not taken back",
            "say in `returns.remedies` what is offered, or leave it out",
        );
    }
}

/// Of what to do while a product is in trouble.
pub(super) fn safety(product: &Product, problems: &mut Problems) {
    let Some(safety) = &product.safety else {
        return;
    };
    if !product.safety_critical {
        problems.add(
            "safety",
            "is said of a product that is not safety-critical",
            "set `safety_critical`, or leave it out",
        );
    }
    problems.name("safety.meanwhile", &safety.meanwhile);
    problems.name("safety.ask", &safety.ask);
}
