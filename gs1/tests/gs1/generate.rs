//! Messages that are right, made from the dictionary's rules alone: a second reading of them, apart
//! from the crate's.

use gs1::{Ai, CharacterSet, Component, Dictionary, Entry, Linter, Pattern};

/// Random numbers from a seed (SplitMix64).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// 0 to `end` - 1.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

const CSET82: &[u8] =
    b"!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const CSET39: &[u8] = b"#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const CSET32: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// What a component's characters may be.
pub fn characters(component: &Component) -> &'static [u8] {
    match component.set {
        CharacterSet::N => b"0123456789",
        CharacterSet::X => CSET82,
        CharacterSet::Y => CSET39,
        CharacterSet::Z => b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    }
}

/// A value that breaks no rule.
pub fn value(entry: &Entry, random: &mut Random) -> String {
    let mut value = String::new();
    for component in entry.components() {
        if component.is_optional && random.below(2) == 0 {
            break;
        }
        value.push_str(&part(component, random));
    }
    value
}

fn part(component: &Component, random: &mut Random) -> String {
    let linters: Vec<Linter> = component.linters().collect();
    let (min, max) = (usize::from(component.min), usize::from(component.max));
    let has = |linter: Linter| linters.contains(&linter);
    // Room for a prefix of four digits and a check character pair.
    let least = if has(Linter::Csumalpha) { 8 } else { 5 };
    let needs = has(Linter::Gcppos1) || has(Linter::Gcppos2) || has(Linter::Csumalpha);
    let min = if needs { min.max(least).min(max) } else { min };
    let len = min + random.below(max - min + 1);
    let set = characters(component);
    let mut text: Vec<u8> = (0..len).map(|_| set[random.below(set.len())]).collect();
    let two = |random: &mut Random, end: usize| format!("{:02}", random.below(end));
    let date = |random: &mut Random, first: usize| {
        let (year, month) = (random.below(100), 1 + random.below(12));
        format!("{year:02}{month:02}{:02}", first + random.below(29 - first))
    };
    for linter in component.linters() {
        let fixed = match linter {
            Linter::Csum => {
                let body = text.len() - 1;
                let weighted = text[..body].iter().rev().enumerate();
                let sum: usize = weighted
                    .map(|(at, digit)| usize::from(digit - b'0') * if at % 2 == 0 { 3 } else { 1 })
                    .sum();
                text[body] = b'0' + ((10 - sum % 10) % 10) as u8;
                continue;
            }
            Linter::Csumalpha => {
                for digit in &mut text[..4] {
                    *digit = b'0' + random.below(10) as u8;
                }
                text[4] = b'x';
                let body = text.len() - 2;
                let pair = check_pair(&text[..body]);
                text[body..].copy_from_slice(&pair);
                continue;
            }
            Linter::Gcppos1 => {
                if !has(Linter::Csumalpha) {
                    for byte in &mut text[..4] {
                        if !byte.is_ascii_digit() {
                            *byte = b'0' + random.below(10) as u8;
                        }
                    }
                }
                continue;
            }
            Linter::Gcppos2 | Linter::Hasnondigit => continue,
            Linter::Pcenc => {
                for byte in &mut text {
                    if *byte == b'%' {
                        *byte = b'+';
                    }
                }
                if text.len() > 3 {
                    text[..3].copy_from_slice(b"%2f");
                }
                continue;
            }
            Linter::Hh => two(random, 24),
            Linter::Mi | Linter::Ss => two(random, 60),
            Linter::Hhmi => two(random, 24) + &two(random, 60),
            Linter::Yymmdd => date(random, 1),
            Linter::Yymmd0 => date(random, 0),
            Linter::Yyyymmdd => format!("{}{}", 19 + random.below(2), date(random, 1)),
            Linter::Iso3166 => random.pick(&["004", "276", "616", "840", "894"]).to_owned(),
            Linter::Iso3166999 => random.pick(&["276", "616", "999"]).to_owned(),
            Linter::Iso3166alpha2 => random.pick(&["DE", "PL", "US", "ZW"]).to_owned(),
            Linter::Iso4217 => random.pick(&["008", "840", "978", "985"]).to_owned(),
            Linter::Iso5218 => random.pick(&["0", "1", "2", "9"]).to_owned(),
            Linter::Latitude => format!("{:010}", random.next() % 1_800_000_001),
            Linter::Longitude => format!("{:010}", random.next() % 3_600_000_001),
            Linter::Yesno => random.pick(&["0", "1"]).to_owned(),
            Linter::Winding => random.pick(&["0", "1", "9"]).to_owned(),
            Linter::Nonzero => format!("{:0len$}", 1 + random.below(9)),
            Linter::Zero => "0".repeat(len),
            Linter::Hyphen => "-".repeat(len),
            Linter::Nozeroprefix => format!("{}", 1 + random.next() % 999_999),
            Linter::Iban => iban(random),
            Linter::Importeridx => random.pick(&["-", "_", "A", "z", "0"]).to_owned(),
            Linter::Mediatype => random.pick(&["01", "10", "80", "99"]).to_owned(),
            Linter::Packagetype => random.pick(&["PX", "CT", "200", "8", "BRI"]).to_owned(),
            Linter::Pieceoftotal => {
                let total = 1 + random.below(99);
                format!("{:02}{total:02}", 1 + random.below(total))
            }
            Linter::Posinseqslash => {
                let end = 1 + random.below(9);
                format!("{}/{end}", 1 + random.below(end))
            }
            Linter::Couponcode => coupon(random),
            Linter::Couponposoffer => {
                let serial = "7".repeat(6 + 3);
                format!("0{}{}123456{}{serial}", 1, "1234567", 3)
            }
            other => panic!("no values for `{}`", other.name()),
        };
        text = fixed.into_bytes();
    }
    String::from_utf8(text).unwrap()
}

fn coupon(random: &mut Random) -> String {
    let mut coupon = "012345612345611110123".to_owned();
    for field in [
        "10110123", /* rules, requirement, code, family */
        "3260131", "4260101", "50123456",
    ] {
        if random.below(2) == 0 {
            coupon.push_str(field);
            if field.starts_with('1') {
                coupon.push('9');
            }
        }
    }
    coupon
}

fn iban(random: &mut Random) -> String {
    let account = format!("{:018}", random.next() % 1_000_000_000_000_000_000);
    // D is 13, E is 14; the check digits stand at the end as zeros.
    let remainder = format!("{account}131400")
        .bytes()
        .fold(0, |sum, digit| (sum * 10 + u32::from(digit - b'0')) % 97);
    format!("DE{:02}{account}", 98 - remainder)
}

/// The check character pair of a GMN (General Specifications, section 7.9.5).
fn check_pair(body: &[u8]) -> [u8; 2] {
    let mut primes = (2u32..).filter(|n| (2..*n).all(|d| n % d != 0));
    let mut sum = 0;
    for byte in body.iter().rev() {
        let value = CSET82.iter().position(|known| known == byte).unwrap();
        sum += value as u32 * primes.next().unwrap();
    }
    let sum = (sum % 1021) as usize;
    [CSET32[sum >> 5], CSET32[sum & 31]]
}

/// An element before it is written.
pub type Pair = (Ai, String);

/// An identifier of an entry.
pub fn identifier(entry: &Entry, random: &mut Random) -> Ai {
    let number = |ai: Ai| ai.as_str().parse::<usize>().unwrap();
    let (first, last) = (number(entry.first()), number(entry.last()));
    let width = entry.first().len();
    Ai::new(&format!(
        "{:0width$}",
        first + random.below(last - first + 1)
    ))
    .unwrap()
}

/// A message that holds an identifier and whatever must go with it; `None` where these dice found
/// none.
pub fn message(dictionary: &Dictionary, ai: Ai, random: &mut Random) -> Option<Vec<Pair>> {
    let entry = dictionary.entry(ai).unwrap();
    let mut pairs = vec![(ai, value(entry, random))];
    for _ in 0..12 {
        let Some(missing) = unmet(dictionary, &pairs) else {
            return is_compatible(dictionary, &pairs).then_some(pairs);
        };
        let groups: Vec<&str> = missing.split(',').collect();
        let group = *groups.get(random.below(groups.len()))?;
        for pattern in group.split('+') {
            let fitting: Vec<&Entry> = dictionary
                .entries()
                .iter()
                .filter(|entry| Pattern::new(pattern).unwrap().matches(entry.first()))
                .collect();
            let entry = random.pick(&fitting);
            let ai = entry.first();
            if !pairs.iter().any(|(known, _)| *known == ai) {
                pairs.push((ai, value(entry, random)));
            }
        }
    }
    None
}

fn matches(pattern: &str, ai: Ai) -> bool {
    let digits = pattern.trim_end_matches('n');
    pattern.len() == ai.len() && ai.as_str().starts_with(digits)
}

/// A requirement that nothing meets.
pub fn unmet(dictionary: &Dictionary, pairs: &[Pair]) -> Option<String> {
    pairs
        .iter()
        .find_map(|(ai, _)| unmet_of(dictionary, pairs, *ai))
}

/// A requirement of one identifier that nothing meets.
pub fn unmet_of(dictionary: &Dictionary, pairs: &[Pair], ai: Ai) -> Option<String> {
    let has = |pattern: &str| {
        pairs
            .iter()
            .any(|(other, _)| *other != ai && matches(pattern, *other))
    };
    let is_met = |text: &str| text.split(',').any(|group| group.split('+').all(has));
    let entry = dictionary.entry(ai)?;
    let mut requirements = entry.requires().map(|one| one.as_str());
    let unmet = requirements.find(|text| !is_met(text))?;
    Some(unmet.to_owned())
}

/// Whether no identifier excludes another, and a signature signs a serial.
fn is_compatible(dictionary: &Dictionary, pairs: &[Pair]) -> bool {
    let is_signed = pairs.iter().any(|(ai, _)| ai.as_str() == "8030");
    pairs.iter().all(|(ai, value)| {
        let entry = dictionary.entry(*ai).unwrap();
        let is_key_alone =
            matches!(ai.as_str(), "253" | "255" | "8003") && value.len() == entry.lengths().0;
        let mut excluded = entry.excludes().flat_map(|pattern| {
            let others = pairs.iter().map(|(other, _)| *other);
            others.filter(move |other| other != ai && matches(pattern.as_str(), *other))
        });
        excluded.next().is_none() && !(is_signed && is_key_alone)
    })
}

/// `(01)09506000134352(21)A1`
pub fn bracketed(pairs: &[Pair]) -> String {
    let element = |(ai, value): &Pair| format!("({ai}){}", value.replace('(', "\\("));
    pairs.iter().map(element).collect()
}
