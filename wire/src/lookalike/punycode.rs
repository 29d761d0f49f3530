//! A label of an internationalized domain: `xn--…` → the letters that it stands for (RFC 3492).

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;

/// The label as people see it; as it is where it is none of these, or is broken.
pub(super) fn decoded(label: &str) -> String {
    label
        .strip_prefix("xn--")
        .and_then(decode)
        .unwrap_or_else(|| label.to_owned())
}

/// RFC 3492, section 6.2.
fn decode(text: &str) -> Option<String> {
    let (basic, rest) = text.rsplit_once('-').unwrap_or(("", text));
    let mut letters: Vec<char> = basic.chars().collect();
    let (mut n, mut at, mut bias) = (INITIAL_N, 0u32, INITIAL_BIAS);
    let mut digits = rest.bytes().map(digit);
    while digits.len() > 0 {
        let (before, mut weight) = (at, 1u32);
        let mut threshold_at = BASE;
        loop {
            let digit = digits.next()??;
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = threshold_at.saturating_sub(bias).clamp(T_MIN, T_MAX);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            threshold_at += BASE;
        }
        let count = u32::try_from(letters.len()).ok()? + 1;
        bias = adapted(at - before, count, before == 0);
        n = n.checked_add(at / count)?;
        at %= count;
        letters.insert(at as usize, char::from_u32(n)?);
        at += 1;
    }
    Some(letters.into_iter().collect())
}

fn digit(byte: u8) -> Option<u32> {
    match byte {
        b'a'..=b'z' => Some(u32::from(byte - b'a')),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 26),
        _ => None,
    }
}

/// RFC 3492, section 6.1.
fn adapted(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / count;
    let mut steps = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        steps += BASE;
    }
    steps + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        let check = |label: &str, expected: &str| assert_eq!(decoded(label), expected, "{label}");
        check("northbeam", "northbeam");
        check("xn--mnchen-3ya", "münchen");
        check("xn--bcher-kva", "bücher");
        // Cyrillic throughout.
        check("xn--80ak6aa92e", "аррӏе");
        // RFC 3492, section 7.1, (B).
        check("xn--ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文");
        // Broken ones stay as they are, and end.
        for broken in ["xn--", "xn--ü", "xn--99999999", "xn--a-_"] {
            decoded(broken);
        }
    }
}
